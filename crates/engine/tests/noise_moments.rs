//! Draws follow their distributions and do not depend on each other.
//!
//! Every tolerance is four and a half standard errors of the estimate (the odds of a miss are 7e-6 each), computed from
//! the number of draws. The seeds are fixed, so a test that passes once passes always.

use consoma_engine::noise::{Ornstein, Process, Renewal, Source, Stream};

const N: usize = 200_000;
const SIGMAS: f64 = 4.5;

fn stream(person: u64, name: &'static str) -> Stream {
    Source::new(20_260_101).stream(person, Process::new(name))
}

fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / numbers.len() as f64
}

/// The mean of the `power`-th power of the deviation from `centre`.
fn moment(numbers: &[f64], centre: f64, power: i32) -> f64 {
    numbers.iter().map(|number| (number - centre).powi(power)).sum::<f64>() / numbers.len() as f64
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (ma, mb) = (mean(a), mean(b));
    let cross: f64 = a.iter().zip(b).map(|(x, y)| (x - ma) * (y - mb)).sum::<f64>() / a.len() as f64;
    cross / (moment(a, ma, 2) * moment(b, mb, 2)).sqrt()
}

#[track_caller]
fn near(found: f64, exact: f64, error: f64) {
    assert!((found - exact).abs() < SIGMAS * error, "{found} should be {exact} within {SIGMAS} times {error}");
}

/// The standard error of a mean of `N` draws of that variance.
fn of_mean(variance: f64) -> f64 {
    (variance / N as f64).sqrt()
}

#[test]
fn uniform_draws_fill_the_interval_evenly() {
    let s = stream(1, "uniform");
    let draws: Vec<f64> = (0..N as u64).map(|i| s.uniform(i)).collect();
    near(mean(&draws), 0.5, of_mean(1.0 / 12.0));
    // Chi-squared over 100 bins: mean 99, variance 198.
    let mut bins = [0.0_f64; 100];
    for u in draws {
        bins[(u * 100.0) as usize] += 1.0;
    }
    let expected = N as f64 / 100.0;
    near(bins.iter().map(|count| (count - expected).powi(2) / expected).sum(), 99.0, 198.0_f64.sqrt());
}

#[test]
fn normal_draws_have_the_moments_of_the_normal_distribution() {
    let s = stream(1, "normal");
    let draws: Vec<f64> = (0..N as u64).map(|i| s.normal(i)).collect();
    // Var z = 1, Var z^2 = 2, Var z^3 = 15, Var z^4 = 105 - 9 = 96.
    for (power, exact, variance) in [(1, 0.0, 1.0), (2, 1.0, 2.0), (3, 0.0, 15.0), (4, 3.0, 96.0)] {
        near(moment(&draws, 0.0, power), exact, of_mean(variance));
    }
    let beyond = draws.iter().filter(|z| **z > 1.959_963_985).count() as f64 / N as f64;
    near(beyond, 0.025, of_mean(0.025 * 0.975));
}

#[test]
fn gamma_draws_have_the_moments_of_the_gamma_distribution() {
    let s = stream(1, "gamma");
    for k in [10.0, 25.0, 400.0] {
        let draws: Vec<f64> = (0..N as u64).map(|i| s.gamma(i, k).expect("in the domain")).collect();
        assert!(draws.iter().all(|x| *x > 0.0));
        // Mean k, variance k, third central moment 2k, fourth 3k^2 + 6k. The variance of the square is m4 - m2^2. That
        // of the cube is m6 - m3^2 - 6 m4 m2 + 9 m2^3 with m6 = 15 k^3 + 130 k^2 + 120 k.
        let (m2, m3, m4) = (k, 2.0 * k, 3.0 * k * k + 6.0 * k);
        let m6 = 15.0 * k.powi(3) + 130.0 * k * k + 120.0 * k;
        near(mean(&draws), k, of_mean(m2));
        near(moment(&draws, k, 2), m2, of_mean(m4 - m2 * m2));
        near(moment(&draws, mean(&draws), 3), m3, of_mean(m6 - m3 * m3 - 6.0 * m4 * m2 + 9.0 * m2.powi(3)));
    }
}

#[test]
fn lognormal_draws_have_their_median_and_spread() {
    let s = stream(1, "lognormal");
    let logs: Vec<f64> = (0..N as u64).map(|i| s.lognormal(i, 3.0, 0.4).ln()).collect();
    near(mean(&logs), 3.0_f64.ln(), of_mean(0.16));
    near(moment(&logs, 3.0_f64.ln(), 2), 0.16, of_mean(2.0 * 0.16 * 0.16));
}

#[test]
fn streams_do_not_depend_on_each_other() {
    let draws = |s: Stream, from: u64| (from..from + N as u64).map(|i| s.normal(i)).collect::<Vec<f64>>();
    let base = draws(stream(1, "a"), 0);
    let others = [
        draws(stream(1, "b"), 0),
        draws(stream(2, "a"), 0),
        draws(stream(1 + (1 << 32), "a"), 0),
        draws(Source::new(20_260_102).stream(1, Process::new("a")), 0),
        draws(Source::new(20_260_101 + (1 << 32)).stream(1, Process::new("a")), 0),
        draws(stream(1, "a"), 1),
        draws(stream(1, "a"), 1 << 32),
    ];
    for other in others {
        near(correlation(&base, &other), 0.0, (1.0 / N as f64).sqrt());
        assert!(base.iter().zip(&other).all(|(a, b)| a.to_bits() != b.to_bits()));
    }
    // Along persons, at one index.
    let persons: Vec<f64> = (0..N as u64).map(|person| stream(person, "a").normal(0)).collect();
    near(mean(&persons), 0.0, of_mean(1.0));
    near(correlation(&persons[1..], &persons[..N - 1]), 0.0, (1.0 / N as f64).sqrt());
}

#[test]
fn a_renewal_clock_ticks_at_its_rate_from_the_start() {
    let (persons, width, bins) = (40_000_u64, 22.5, 16);
    let mut counts = vec![0.0_f64; bins];
    for person in 0..persons {
        let clock = Renewal::new(stream(person, "clock"), 1000.0, 90.0, 16.0).expect("in the domain");
        let mut previous = 1000.0;
        for (_, time) in clock {
            assert!(time > previous);
            previous = time;
            let bin = ((time - 1000.0) / width) as usize;
            if bin >= bins {
                break;
            }
            counts[bin] += 1.0;
        }
    }
    // A quarter of the mean interval holds a quarter of a tick on average. Two ticks in one bin hardly occur, so a count
    // is a coin toss of odds 1/4.
    let error = (0.25 * 0.75 / persons as f64).sqrt();
    for count in counts {
        near(count / persons as f64, 0.25, error);
    }
}

#[test]
fn renewal_intervals_have_their_mean_and_variance() {
    let clock = Renewal::new(stream(5, "long clock"), 0.0, 90.0, 16.0).expect("in the domain");
    let times: Vec<f64> = clock.take(N + 1).map(|(_, time)| time).collect();
    let intervals: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let variance = 90.0_f64.powi(2) / 16.0;
    near(mean(&intervals), 90.0, of_mean(variance));
    // m4 - m2^2 of a gamma of shape k: (2 + 6/k) m2^2.
    near(moment(&intervals, 90.0, 2), variance, of_mean((2.0 + 6.0 / 16.0) * variance * variance));
}

#[test]
fn an_ornstein_uhlenbeck_process_is_stationary_and_forgets_at_its_rate() {
    let (persons, cell, tau, sd) = (N as u64, 10.0, 60.0, 0.5);
    let mut columns = vec![Vec::new(); 8];
    for person in 0..persons {
        let process = Ornstein::new(stream(person, "wander"), 30.0, cell, tau, sd).expect("in the domain");
        for (k, (time, value)) in process.take(8).enumerate() {
            assert_eq!(time, 30.0 + k as f64 * cell);
            columns[k].push(value);
        }
    }
    for (k, column) in columns.iter().enumerate() {
        near(mean(column), 0.0, of_mean(sd * sd));
        near(moment(column, 0.0, 2), sd * sd, of_mean(2.0 * sd.powi(4)));
        let exact = (-(k as f64) * cell / tau).exp();
        // The standard error of a correlation r is about (1 - r^2) / sqrt(N).
        near(correlation(&columns[0], column), exact, of_mean(1.0) * (1.0 - exact * exact) + 1e-12);
    }
}

#[test]
fn a_new_process_shifts_no_other() {
    let pulses = || Renewal::new(stream(9, "pulses"), 0.0, 60.0, 12.0).expect("in the domain");
    let alone: Vec<(u64, f64)> = pulses().take(100).collect();
    // The same clock, read in turns with a second one and a third process.
    let mut other = Renewal::new(stream(9, "other pulses"), 0.0, 45.0, 12.0).expect("in the domain");
    let mut wander = Ornstein::new(stream(9, "wander"), 0.0, 5.0, 50.0, 1.0).expect("in the domain");
    let mut together = Vec::new();
    for pulse in pulses().take(100) {
        let (_, _) = (other.next(), wander.next());
        together.push(pulse);
    }
    assert_eq!(alone, together);
}
