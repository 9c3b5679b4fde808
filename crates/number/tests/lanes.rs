//! Every lane gives the bits that a plain number gives.

mod common;

use common::{EDGES, Generator};
use consoma_number::{Lanes, Real, phis};

const POINTS: usize = 20_000;

/// All functions and operators of one or two numbers, and a third to select.
fn everything<R: Real>(x: R, y: R, z: R) -> Vec<R> {
    let mut all = vec![
        -x,
        x + y,
        x - y,
        x * y,
        x / y,
        x + 0.3,
        x - 0.3,
        x * 0.3,
        x / 0.3,
        x.exp(),
        x.ln(),
        x.tanh(),
        x.sin(),
        x.cos(),
        x.power(y),
        x.power(R::constant(2.5)),
        x.sqrt(),
        Real::max(x, y),
        Real::min(x, y),
        x.select(y, z),
        Real::clamp(x, -1.0, 1.0),
        x.positive(),
        x.squared(),
    ];
    all.extend(phis(x));
    all
}

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

fn check<const N: usize>(triples: &[[f64; 3]]) {
    for group in triples.chunks_exact(N) {
        let part = |which: usize| Lanes::<N>(core::array::from_fn(|lane| group[lane][which]));
        let wide = everything(part(0), part(1), part(2));
        for (lane, &[x, y, z]) in group.iter().enumerate() {
            for (index, (wide, plain)) in wide.iter().zip(everything(x, y, z)).enumerate() {
                let got = wide.lane(lane).expect("such a lane");
                assert!(
                    same(got, plain),
                    "result {index} of {x:e}, {y:e}, {z:e} in lane {lane}: {got:e}, not {plain:e}"
                );
            }
        }
    }
}

#[test]
fn lanes_equal_plain_numbers_bit_for_bit() {
    let mut generator = Generator(11);
    let mut triples: Vec<[f64; 3]> = Vec::new();
    for x in EDGES {
        for y in EDGES {
            triples.push([x, y, 0.25]);
        }
    }
    for _ in 0..POINTS / 2 {
        triples.push(core::array::from_fn(|_| generator.scaled(-12.0, 12.0)));
        triples.push(core::array::from_fn(|_| f64::from_bits(generator.bits())));
    }
    check::<1>(&triples);
    check::<3>(&triples);
    check::<4>(&triples);
    check::<8>(&triples);
}

#[test]
fn conversions_keep_the_lanes() {
    let lanes = Lanes::from([1.0, 2.0]);
    assert_eq!(<[f64; 2]>::from(lanes), [1.0, 2.0]);
    assert_eq!(lanes.lane(1), Some(2.0));
    assert_eq!(lanes.lane(2), None);
}
