//! The deterministic skeleton against a tight solution of the continuous equations by another solver, in which the slow
//! states are not split off; and the order with which the error shrinks.

mod common;

use common::{busy_days, encounter, everybody, grid, life, lives, meeting, place, rows, stepping, two};
use consoma_engine::{Eventful, Flow, Method, State, System};
use consoma_model::declare::Table;
use consoma_model::person::Person;
use consoma_model::schedule::{Change, DAY, Schedule, Span};
use consoma_model::tables::{Fast, Slow};
use consoma_model::whole;
use consoma_wiring::{Company, Event, Happening, Held, Life, Reference, columns, default_stepping};
use differential_equations::prelude::*;

const SPAN: Span = Span { start: 0.0, end: 2.0 * DAY };

/// Fast states and slow states of everybody as one system of ordinary differential equations.
struct Continuous<'a> {
    company: &'a Company<f64>,
    held: Vec<Held<f64>>,
}

impl ODE<f64, Vec<f64>> for Continuous<'_> {
    fn diff(&self, _t: f64, y: &Vec<f64>, dydt: &mut Vec<f64>) {
        let shape = System::<f64>::shape(self.company);
        let (fast, slow) = y.split_at(shape.fast);
        let mut flow = Flow::new(shape);
        self.company.flow(&self.held, slow, fast, &mut flow);
        dydt[..fast.len()].copy_from_slice(&flow.slope);
        let mut place = fast.len();
        let own = fast.chunks_exact(Fast::<()>::COUNT).zip(slow.chunks_exact(Slow::<()>::COUNT));
        for (i, (person, (own, slow))) in self.company.people().iter().zip(own).enumerate() {
            let (input, other) = (&self.held[i].inputs, self.company.met(i, fast));
            let fast = Fast::read(&mut own.iter().copied()).expect("all fast states");
            let slow = Slow::read(&mut slow.iter().copied()).expect("all slow states");
            whole::slow_slope(&fast, &slow, input, &other, person).write(&mut |slope| {
                dydt[place] = slope;
                place += 1;
            });
        }
    }
}

/// The continuous solution of a life at these times, for each person.
fn reference(life: &Life, times: &[f64]) -> Vec<Vec<Vec<f64>>> {
    let mut held = life.start.held.clone();
    let mut y = [&life.start.state.fast[..], &life.start.state.midnight[..]].concat();
    let fast = life.start.state.fast.len();
    let mut now = life.start.time;
    let mut out = vec![Vec::new(); life.company.people().len()];
    let mut happenings = life.happenings().iter().peekable();
    for &time in times {
        loop {
            let stop = happenings.peek().map_or(time, |(at, _)| at.min(time));
            if stop > now {
                let system = Continuous { company: &life.company, held: held.clone() };
                let solution = IVP::ode(&system, now, stop, y.clone())
                    .method(ExplicitRungeKutta::dop853().rtol(1e-9).atol(1e-12).max_steps(1_000_000))
                    .solve()
                    .expect("the reference solves");
                y.clone_from(solution.y.last().expect("an end"));
                now = stop;
            }
            let Some(what) = happenings.next_if(|(at, _)| *at <= time) else { break };
            // Told that it is midnight, the body sees the slow states as they are. Only company reads them.
            let Happening { what: event, .. } = &what.1;
            let at = if matches!(event, Event::Schedule(Change::Company)) { 0.0 } else { what.0 };
            let mut state = State {
                fast: y[..fast].to_vec(),
                tallies: life.start.state.tallies.clone(),
                midnight: y[fast..].to_vec(),
            };
            life.company.happen(at, &what.1, &mut held, &mut state);
            y = [state.fast, state.midnight].concat();
        }
        let (fast, slow) = y.split_at(fast);
        let own = fast.chunks_exact(Fast::<()>::COUNT).zip(slow.chunks_exact(Slow::<()>::COUNT));
        for (rows, (fast, slow)) in out.iter_mut().zip(own) {
            rows.push([fast, slow].concat());
        }
    }
    out
}

/// The largest error of each state: |x - ref| / max(|ref|, 5 % of the state's peak). Five states are zero when nothing happens and are
/// compared at the scale of what they speak of: a departure is a logarithm, so its error is that share of the hormone, and so is what weeks
/// have done to killing; the part of CRH that stress drives is a part of CRH; hours slept more or less than usually are compared with one hour,
/// slow waves with the usual night's.
fn errors(solution: &[Vec<f64>], reference: &[Vec<f64>]) -> Vec<f64> {
    let states = reference[0].len();
    (0..states)
        .map(|state| {
            let id = columns().nth(state).map_or("", |row| row.id);
            let whole = |truth: &[f64]| match id {
                "departure.log" | "restedness.hours" | "restedness.waves" | "function.weeks" => 1.0,
                "crh.stress" => truth[place("crh.crh")],
                _ => 0.0,
            };
            let peak = reference.iter().map(|row| row[state].abs()).fold(0.0, f64::max);
            let error = |(row, truth): (&Vec<f64>, &Vec<f64>)| {
                (row[state] - truth[state]).abs()
                    / f64::max(truth[state].abs(), 0.05 * peak).max(whole(truth)).max(1e-12)
            };
            solution.iter().zip(reference).map(error).fold(0.0, f64::max)
        })
        .collect()
}

fn named(errors: &[f64]) -> String {
    let mut named: Vec<_> = columns().zip(errors).map(|(row, error)| (*error, row.id)).collect();
    named.sort_by(|a, b| b.0.total_cmp(&a.0));
    named.iter().take(5).map(|(error, id)| format!("{id} {:.4} %", 100.0 * error)).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_default_step_is_within_half_a_percent_of_the_continuous_equations() {
    let times = grid(SPAN, 0.5);
    let default = life(Person::default(), &busy_days(), SPAN, Reference::Skeleton, default_stepping());
    let truth = reference(&default, &times).swap_remove(0);
    for method in Method::ALL {
        for step in [2.5, 1.0, 0.5] {
            let mut other = default.clone();
            other.set_stepping(stepping(method, step));
            println!("{method:?} {step}: {}", named(&errors(&rows(&other, &times), &truth)));
        }
    }
    let worst = errors(&rows(&default, &times), &truth);
    assert!(worst.iter().all(|&error| error < 0.005), "{}", named(&worst));
}

#[test]
fn ten_days_of_strain_are_within_half_a_percent_of_the_continuous_equations() {
    // Long and hard enough for the gland masses to move by several percent: an error of the daily update would show.
    let span = Span { start: 0.0, end: 12.0 * DAY };
    let strain = encounter("strain", 1.3 * DAY, 10.0 * DAY, |sets| sets.drive = Some(1.5));
    let schedule = Schedule { encounters: vec![strain], ..Schedule::default() };
    let times = grid(span, 60.0);
    let default = life(Person::default(), &schedule, span, Reference::Skeleton, default_stepping());
    let truth = reference(&default, &times).swap_remove(0);
    let solution = rows(&default, &times);
    let worst = errors(&solution, &truth);
    println!("strain: {}", named(&worst));
    assert!(worst.iter().all(|&error| error < 0.005), "{}", named(&worst));
    let cortex = place("glands.cortex");
    assert!(solution[solution.len() - 1][cortex] > 1.04, "the masses moved");
}

/// Two who answer each other from their own states.
fn pair() -> Life {
    let [first, second] = meeting();
    pair_of(&first, &second)
}

fn pair_of(first: &Schedule, second: &Schedule) -> Life {
    let [a, b] = two(false);
    lives(&[(&a, first), (&b, second)], SPAN, Reference::Skeleton)
}

/// Without a dose of virus: it passes the dose that is withstood within a second, far inside one step, so the error of that step follows where
/// the step happens to end.
fn without_virus(mut schedule: Schedule) -> Schedule {
    schedule.encounters.retain(|it| it.name != "virus");
    schedule
}

#[test]
fn a_pair_is_within_half_a_percent_of_the_continuous_equations() {
    let times = grid(SPAN, 0.5);
    let pair = pair();
    for (solution, truth) in everybody(&pair, &times).iter().zip(&reference(&pair, &times)) {
        let worst = errors(solution, truth);
        println!("pair: {}", named(&worst));
        assert!(worst.iter().all(|&error| error < 0.005), "{}", named(&worst));
    }
}

#[test]
fn the_error_shrinks_with_the_claimed_order() {
    shrinks(life(Person::default(), &without_virus(busy_days()), SPAN, Reference::Skeleton, default_stepping()));
}

#[test]
fn the_error_of_a_pair_shrinks_with_the_claimed_order() {
    let [first, second] = meeting().map(without_virus);
    shrinks(pair_of(&first, &second));
}

/// Observes the order by halving the step.
fn shrinks(mut skeleton: Life) {
    let times = grid(SPAN, 30.0);
    for method in Method::ALL {
        let solutions: Vec<_> = [1.0, 0.5, 0.25, 0.125]
            .into_iter()
            .map(|step| {
                skeleton.set_stepping(stepping(method, step));
                everybody(&skeleton, &times).concat()
            })
            .collect();
        let differences: Vec<f64> = solutions.windows(2).map(|pair| rms(&pair[0], &pair[1])).collect();
        let orders: Vec<f64> = differences.windows(2).map(|pair| (pair[0] / pair[1]).log2()).collect();
        println!("{method:?}: differences {differences:?}, orders {orders:?}");
        let apart: Vec<f64> = squares(&solutions[2], &solutions[3]).into_iter().map(f64::sqrt).collect();
        println!("{method:?}, the smallest two steps: {}", named(&apart));
        let claimed = method.order() as f64;
        let order = orders[orders.len() - 1];
        assert!((order - claimed).abs() < 0.2, "{method:?} claims {claimed}, observed {orders:?}");
    }
}

/// Root mean square difference.
fn rms(a: &[Vec<f64>], b: &[Vec<f64>]) -> f64 {
    let squares = squares(a, b);
    (squares.iter().sum::<f64>() / squares.len() as f64).sqrt()
}

/// Mean square difference of each quantity over its own peak; hours slept more or less than usually, of which the skeleton has none, over one
/// hour.
fn squares(a: &[Vec<f64>], b: &[Vec<f64>]) -> Vec<f64> {
    let of = |quantity: usize| {
        let zero =
            columns().nth(quantity).is_some_and(|row| ["restedness.hours", "restedness.waves"].contains(&row.id));
        let least = if zero { 1.0 } else { 1e-12 };
        let peak = b.iter().map(|row| row[quantity].abs()).fold(least, f64::max);
        let sum: f64 = a.iter().zip(b).map(|(x, y)| ((x[quantity] - y[quantity]) / peak).powi(2)).sum();
        sum / a.len() as f64
    };
    (0..a[0].len()).map(of).collect()
}
