//! Recording, evaluating, reading and printing a graph.

mod common;

use std::panic::{AssertUnwindSafe, catch_unwind};

use common::{EDGES, Generator};
use consoma_number::trace::{Node, Tape, record};
use consoma_number::{Lanes, Real, Trace, phis};

fn everything<R: Real>(x: R, y: R, z: R) -> Vec<R> {
    let mut all = vec![
        -x,
        -(-x),
        x + y,
        x - y,
        x * y,
        x / y,
        x + 0.0,
        x + -0.0,
        R::constant(-0.0) + x,
        R::constant(0.0) - x,
        x - 0.0,
        x * 1.0,
        x * -1.0,
        x / 1.0,
        x / -1.0,
        x * 0.0,
        x.exp(),
        x.ln(),
        x.tanh(),
        x.sin(),
        x.cos(),
        x.power(y),
        x.power(R::constant(2.0)),
        x.sqrt(),
        Real::max(x, y),
        Real::min(x, y),
        Real::max(x, x),
        x.select(y, z),
        x.select(R::constant(0.0), R::constant(-0.0)),
        Real::clamp(x, -1.0, 1.0),
        x.positive(),
        x.squared(),
        (x * y + z) / (y * x + 0.5),
        (R::constant(2.0).exp() + R::constant(3.0)) * x,
        R::constant(2.0).select(x, y),
    ];
    all.extend(phis(x));
    all
}

#[test]
fn evaluation_equals_the_plain_run_bit_for_bit() {
    let graph = record(&["x", "y", "z"], |v| everything(v[0], v[1], v[2]));
    let mut generator = Generator(51);
    let mut points: Vec<[f64; 3]> = EDGES.iter().flat_map(|&x| EDGES.map(|y| [x, y, 0.5])).collect();
    points.extend((0..5_000).map(|_| core::array::from_fn(|_| generator.scaled(-8.0, 8.0))));
    for [x, y, z] in points {
        for (index, (got, plain)) in graph.evaluate(&[x, y, z]).iter().zip(everything(x, y, z)).enumerate() {
            let same = got.to_bits() == plain.to_bits() || (got.is_nan() && plain.is_nan());
            assert!(same, "result {index} of {x:e}, {y:e}, {z:e}: {got:e}, not {plain:e}");
        }
    }
    let lanes = graph.evaluate(&[Lanes([1.0, 2.0]), Lanes([0.5, 4.0]), Lanes([0.0, 1.0])]);
    assert_eq!(lanes[2].0, [1.5, 6.0]);
}

#[test]
fn a_tape_gives_the_bits_of_the_text_whatever_changes_how_often() {
    let graph = record(&["x", "y", "z"], |v| everything(v[0], v[1], v[2]));
    // Each of three variables may change in each of three stages.
    for order in 0..27 {
        let stage = |variable: usize| [order % 3, order / 3 % 3, order / 9][variable];
        let tape = Tape::new(&graph, stage);
        let stages = (0..3).map(stage).max().unwrap();
        let mut memory = tape.memory::<2>();
        let mut generator = Generator(52);
        let mut now = [[0.0; 2]; 3];
        for turn in 0..200_usize {
            // What seldom changes is put in seldom.
            let from = if turn == 0 || turn.is_multiple_of(9) { 0 } else { (turn % 3).min(stages) };
            for variable in (0..3).filter(|&variable| stage(variable) >= from) {
                now[variable] = core::array::from_fn(|_| generator.scaled(-8.0, 8.0));
                tape.put(&mut memory, variable, Lanes(now[variable]));
            }
            (from..=stages).for_each(|stage| tape.run(stage, &mut memory));
            let got: Vec<Lanes<2>> = tape.outputs(&memory).collect();
            for lane in 0..2 {
                let [x, y, z] = now.map(|values| values[lane]);
                for (index, (got, plain)) in got.iter().zip(everything(x, y, z)).enumerate() {
                    let same = got.0[lane].to_bits() == plain.to_bits() || (got.0[lane].is_nan() && plain.is_nan());
                    assert!(same, "result {index} of {x:e}, {y:e}, {z:e}, order {order}: {got:?}, not {plain:e}");
                }
            }
        }
    }
}

#[test]
fn equal_steps_are_kept_once_and_constants_folded() {
    let graph = record(&["x", "y"], |v| {
        let once = (v[0] * v[1]).exp();
        let again = (v[1] * v[0]).exp();
        let unused = v[0].sin();
        let _ = unused;
        vec![once + again, Trace::constant(2.0).sqrt() * 3.0 + v[0]]
    });
    let count = |kind: fn(&Node) -> bool| graph.nodes().iter().filter(|node| kind(node)).count();
    assert_eq!(count(|node| matches!(node, Node::Exp(_))), 1);
    assert_eq!(count(|node| matches!(node, Node::Mul(..))), 1);
    assert_eq!(count(|node| matches!(node, Node::Sin(_) | Node::Sqrt(_))), 0);
    for (index, node) in graph.nodes().iter().enumerate() {
        assert!(node.operands().all(|operand| operand.index() < index), "operands stand before");
    }
    assert_eq!(graph.names(), ["x", "y"]);
    assert_eq!(graph.outputs().len(), 2);
}

#[test]
fn the_pattern_has_no_structural_zero() {
    let graph = record(&["a", "b", "c"], |v| {
        vec![v[0] * v[2], Trace::constant(4.0), v[1].exp() + v[1] * 0.5, v[2].positive() - v[0]]
    });
    let jacobian = graph.jacobian();
    assert_eq!(jacobian.entries, [(0, 0), (0, 2), (2, 1), (3, 0), (3, 2)]);
    assert_eq!(jacobian.graph.outputs().len(), jacobian.entries.len());
    assert_eq!(graph.derivative(1, 0).expect("it exists").evaluate(&[1.0, 2.0, 3.0]), [0.0]);
    assert!(graph.derivative(4, 0).is_none() && graph.derivative(0, 3).is_none());
}

#[test]
fn equations_have_no_needless_parentheses() {
    let graph = record(&["a", "b", "c"], |v| {
        let [a, b, c] = [v[0], v[1], v[2]];
        vec![
            a + b + c,
            a + (b + c),
            a - (b - c),
            (a - b) - c,
            a * b * c,
            a / (b * c),
            a / b / c,
            (a + b) * c,
            -(a * b),
            -a * b,
            a * -b,
            a - (-b),
            -(a + b),
            a * -2.0 + 1.5,
            (a + b).power(c),
            a.power(b).power(c),
            -a.power(b),
            (-a).power(b),
            a.power(Trace::constant(-2.0)),
            (a + b).exp() * c,
            Real::max(a, b + c),
            (a - b).select(a, c * 2.0),
            a * 1e-7 + 1e300,
        ]
    });
    let expected = [
        "a + b + c",
        "a + (b + c)",
        "a - (b - c)",
        "a - b - c",
        "a*b*c",
        "a/(b*c)",
        "a/b/c",
        "(a + b)*c",
        "-(a*b)",
        "-a*b",
        "a*(-b)",
        "a - (-b)",
        "-(a + b)",
        "a*(-2) + 1.5",
        "(a + b)^c",
        "(a^b)^c",
        "-a^b",
        "(-a)^b",
        "a^(-2)",
        "exp(a + b)*c",
        "max(a, b + c)",
        "if(a - b > 0, a, c*2)",
        "a*1e-7 + 1e300",
    ];
    for (index, expected) in expected.iter().enumerate() {
        assert_eq!(graph.equation(index).expect("such an output"), *expected);
    }
    assert!(graph.equation(expected.len()).is_none());
}

#[test]
fn a_listing_names_shared_steps() {
    let graph = record(&["x", "t1"], |v| {
        let mut sum = v[0] + v[1];
        for _ in 0..60 {
            sum = sum * sum;
        }
        vec![sum]
    });
    let listing = graph.to_string();
    assert!(listing.starts_with("t_1 = x + t1\nt_2 = t_1*t_1\n"), "{listing}");
    assert_eq!(listing.lines().count(), 61);
}

#[test]
fn records_nest_and_survive_panics() {
    let outer = record(&["x"], |v| {
        let inner = record(&["p", "q"], |w| vec![w[0] * w[1]]);
        assert_eq!(inner.evaluate(&[2.0, 3.0]), [6.0]);
        let failed = catch_unwind(|| record(&["r"], |_| panic!("on purpose")));
        assert!(failed.is_err());
        vec![v[0] + inner.evaluate(&[v[0], v[0]])[0]]
    });
    assert_eq!(outer.equation(0).expect("such an output"), "x + x*x");
}

#[test]
fn a_stray_number_is_refused_and_harms_nothing() {
    let mut stray = None;
    let first = record(&["x"], |v| {
        stray = Some(v[0]);
        vec![v[0]]
    });
    let stray = stray.expect("set above");
    assert!(catch_unwind(|| stray + 1.0).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| record(&["y"], |v| vec![v[0] * stray]))).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| record(&["y"], |_| vec![stray]))).is_err());
    assert_eq!(first, record(&["x"], |v| vec![v[0]]));
}

#[test]
fn missing_values_are_not_a_number() {
    let graph = record(&["x", "y"], |v| vec![v[0] + v[1], v[0] * 2.0]);
    let results = graph.evaluate(&[1.0]);
    assert!(results[0].is_nan());
    assert_eq!(results[1], 2.0);
    assert!(record(&[], |_| Vec::new()).evaluate::<f64>(&[]).is_empty());
}
