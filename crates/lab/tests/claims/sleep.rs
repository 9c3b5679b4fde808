//! S1 to S4: the night after.
//!
//! Nights differ by chance, so these arms are larger than those of the other claims. Arms that several claims need are lived once.

use super::common::encounter;
use super::evening::{Arm, Difference, Lived, deep, difference, small, start};
use consoma_lab::statistics::mean;
use consoma_model::declare::Reading;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::Encounter;
use std::sync::OnceLock;

const QUANTITIES: &[&str] = &[
    "night.slow",
    "night.deep",
    "night.slept",
    "night.latency",
    "night.awake",
    "night.efficiency",
    "night.movements",
    "night.rem",
    "restedness.refreshment",
    "vigilance.performance",
    "memory.retention",
];
const SLOW: usize = 0;
const DEEP: usize = 1;
const SLEPT: usize = 2;
const LATENCY: usize = 3;
const AWAKE: usize = 4;
const EFFICIENCY: usize = 5;
const MOVEMENTS: usize = 6;
const REM: usize = 7;
const REFRESHMENT: usize = 8;
const VIGILANCE: usize = 9;
const RETENTION: usize = 10;

/// The smallest change of each quantity that matters, in its own unit: twice the standard error of a mean of the source's 24 people, where
/// it gives the spread (Drews 2020: sleep SD 27 min, latency 7.6 min, efficiency 5.1 points, which is 26 min awake; N3 8.8 % of sleep in
/// Drews 2017). Of slow-wave activity a twentieth of a night's, of vigilance a tenth of a standard deviation: chosen.
const fn matters(quantity: usize) -> f64 {
    match quantity {
        SLOW => 2200.0,
        DEEP => 16.8,
        SLEPT => 11.0,
        LATENCY => 3.1,
        AWAKE => 10.6,
        EFFICIENCY => 2.1,
        VIGILANCE => 0.1,
        _ => 0.0,
    }
}

/// The whole 95 % interval lies within what matters.
#[track_caller]
fn quiet(first: &Lived, second: &Lived, quantity: usize, what: &str) {
    let it = morning(first, second, quantity);
    println!("{what}: {it:.3?}, {} matters", matters(quantity));
    assert!(it.mean.abs() + it.half < matters(quantity), "{what} is not about zero: {it:?}");
}

/// One minute after getting up, minutes from the talk.
const MORNING: i32 = 751;
/// Three and a half hours after getting up: inertia is over.
const FORENOON: i32 = 960;

fn night(reading: Reading) -> Arm<'static> {
    Arm { until: 970.0, each: 50, ..Arm::new(reading, QUANTITIES) }
}

/// A deep talk and small talk, under one reading.
fn evenings(reading: Reading) -> &'static (Lived, Lived) {
    static TOLD: OnceLock<(Lived, Lived)> = OnceLock::new();
    static MEASURED: OnceLock<(Lived, Lived)> = OnceLock::new();
    let arms = if reading == Reading::Told { &TOLD } else { &MEASURED };
    arms.get_or_init(|| night(reading).live_all([deep(0.8), small()]).into())
}

/// A quarrel with the partner, and an hour with the partner, under one reading.
fn quarrels(reading: Reading) -> &'static (Lived, Lived) {
    static TOLD: OnceLock<(Lived, Lived)> = OnceLock::new();
    static MEASURED: OnceLock<(Lived, Lived)> = OnceLock::new();
    let arms = if reading == Reading::Told { &TOLD } else { &MEASURED };
    arms.get_or_init(|| night(reading).live_all([bitter(partner), hour(partner)]).into())
}

fn bitter(with: fn(&mut Inputs<Option<f64>>)) -> Vec<Encounter> {
    hour(|sets| {
        with(sets);
        quarrel(sets);
    })
}

fn cold() -> Vec<Encounter> {
    hour(|sets| {
        partner(sets);
        distant(sets);
    })
}

/// For each person what a morning's quantity gains.
fn effects(first: &Lived, second: &Lived, quantity: usize) -> Vec<f64> {
    let of = |lived: &Lived| lived.mean(quantity, MORNING, MORNING);
    of(first).iter().zip(of(second)).map(|(a, b)| a - b).collect()
}

fn morning(first: &Lived, second: &Lived, quantity: usize) -> Difference {
    let minute = if quantity == VIGILANCE { FORENOON } else { MORNING };
    difference(&first.mean(quantity, minute, minute), &second.mean(quantity, minute, minute))
}

/// An hour of something with somebody from 21:00.
fn hour(set: impl Fn(&mut Inputs<Option<f64>>)) -> Vec<Encounter> {
    vec![encounter("late", start() + 120.0, 60.0, |sets| {
        (sets.talk, sets.disclosure, sets.responsiveness) = (Some(0.5), Some(0.1), Some(0.4));
        set(sets);
    })]
}

fn quarrel(sets: &mut Inputs<Option<f64>>) {
    (sets.conflict, sets.responsiveness) = (Some(0.8), Some(-0.3));
}

fn distant(sets: &mut Inputs<Option<f64>>) {
    (sets.distance, sets.responsiveness) = (Some(1.0), Some(0.0));
}

fn partner(sets: &mut Inputs<Option<f64>>) {
    sets.partner = Some(1.0);
}

fn stranger(sets: &mut Inputs<Option<f64>>) {
    sets.stranger = Some(1.0);
}

#[test]
fn s1_slow_waves_deepen_as_told_and_rem_moves_as_measured() {
    let (with, without) = evenings(Reading::Told);
    morning(with, without, SLOW).above("told slow-wave activity");
    // The claim is of minutes or of activity: the minutes of N3 that a scorer counts hardly move.
    println!("told minutes of N3: {:.3?}", morning(with, without, DEEP));
    morning(with, without, RETENTION).above("told memory kept");

    let (with, without) = evenings(Reading::Measured);
    quiet(with, without, SLOW, "measured slow-wave activity");
    quiet(with, without, DEEP, "measured minutes of N3");
    morning(with, without, REM).above("measured REM sleep");
    morning(with, without, REFRESHMENT).above("measured refreshment");

    let null = night(Reading::Null);
    let [with, without] = &null.live_all([deep(0.8), small()]);
    assert_eq!(with.mean(SLOW, MORNING, MORNING), without.mean(SLOW, MORNING, MORNING), "null");
}

#[test]
fn s2_who_gains_no_slow_waves_sleeps_no_longer_and_wakes_refreshed() {
    let (with, without) = evenings(Reading::Told);
    // Those whose slow waves do not answer to peace, whatever this night was like.
    let gains = with.parameters(Reading::Told, |p| p.slow_waves.gain);
    let left = |lived: &Lived, quantity| -> Vec<f64> {
        let all = lived.mean(quantity, MORNING, MORNING);
        all.into_iter().zip(&gains).filter(|(_, gain)| **gain < 0.1).map(|(value, _)| value).collect()
    };
    let (slept, count) = (difference(&left(with, SLEPT), &left(without, SLEPT)), left(with, SLEPT).len());
    println!("told, {count} people of {} without gain, sleep: {slept:.3?}", gains.len());
    assert!(count > 8, "some people gain nothing");
    assert!(slept.mean <= slept.half, "no more sleep than at small talk: {slept:?}");
    difference(&left(with, REFRESHMENT), &left(without, REFRESHMENT)).above("told refreshment without gain");

    let (with, without) = evenings(Reading::Measured);
    morning(with, without, REFRESHMENT).above("measured refreshment");
    quiet(with, without, VIGILANCE, "measured vigilance");
}

#[test]
fn s3_cortisol_and_calm_carry_the_night_as_told_and_arousal_as_measured() {
    // The share of the nerves is small, so these arms are larger.
    let effect = |off: &[&str]| {
        let arm = Arm { off, each: 120, ..night(Reading::Told) };
        let [deep, small, bitter, plain] = arm.live_all([deep(0.8), small(), bitter(partner), hour(partner)]);
        let (peace, harm) = (effects(&deep, &small, SLOW), effects(&bitter, &plain, EFFICIENCY));
        println!("told without {off:?}: slow waves {:.1}, efficiency {:.2}", mean(&peace), mean(&harm));
        (peace, harm)
    };
    let whole = effect(&[]);
    for off in [&["arousal.cortisol", "slow_waves.lightens"][..], &["arousal.nerves"]] {
        let part = effect(off);
        difference(&whole.0, &part.0).above(&format!("what {off:?} add to the gain"));
        difference(&part.1, &whole.1).above(&format!("what {off:?} add to the loss"));
    }

    // Infused cortisol, 6 mg/h from 22:00 to 07:00.
    let measured = night(Reading::Measured);
    let infusion = encounter("infusion", start() + 180.0, 540.0, |sets| sets.hydrocortisone = Some(0.1));
    let [with, without] = &measured.live_all([vec![infusion], vec![]]);
    morning(with, without, SLOW).above("measured slow waves in infused cortisol");
    morning(with, without, REM).below("measured REM sleep in infused cortisol");
}

#[test]
fn s4_a_quarrel_at_night_keeps_awake() {
    for reading in [Reading::Told, Reading::Measured] {
        let name = reading.name();
        let arm = night(reading);
        let (with, without) = quarrels(reading);
        morning(with, without, LATENCY).above(&format!("{name} latency"));
        morning(with, without, AWAKE).above(&format!("{name} wake after onset"));
        morning(with, without, MOVEMENTS).above(&format!("{name} movements"));
        morning(with, without, EFFICIENCY).below(&format!("{name} efficiency"));
        let loss = effects(with, without, EFFICIENCY);

        let [with, without] = &arm.live_all([bitter(stranger), hour(stranger)]);
        let less = effects(with, without, EFFICIENCY);
        difference(&less, &loss).above(&format!("{name} less so with a stranger"));

        let off = &["stages.onset", "stages.wakes", "stages.arousal", "night.arousal"];
        let arm = Arm { off, ..night(reading) };
        let [with, without] = &arm.live_all([bitter(partner), hour(partner)]);
        for quantity in [LATENCY, AWAKE, EFFICIENCY] {
            quiet(with, without, quantity, &format!("{name} {} unguarded", QUANTITIES[quantity]));
        }
    }
}

#[test]
fn s4_distance_keeps_awake_as_told_and_spoils_what_is_felt_as_measured() {
    let told = night(Reading::Told);
    let [with, without] = &told.live_all([cold(), hour(partner)]);
    morning(with, without, LATENCY).above("told latency after distance");
    morning(with, without, EFFICIENCY).below("told efficiency after distance");

    let measured = night(Reading::Measured);
    let [with, without] = &measured.live_all([cold(), hour(partner)]);
    morning(with, without, REFRESHMENT).below("measured refreshment after distance");
    for quantity in [LATENCY, AWAKE, EFFICIENCY] {
        quiet(with, without, quantity, &format!("measured {} after distance", QUANTITIES[quantity]));
    }
    let lonely = encounter("alone", start() - 480.0, 480.0, |sets| sets.solitude = Some(1.0));
    let [with, without] = &measured.live_all([vec![lonely], vec![]]);
    morning(with, without, REFRESHMENT).below("measured refreshment after a lonely day");
    quiet(with, without, SLEPT, "measured sleep after a lonely day");
    quiet(with, without, EFFICIENCY, "measured efficiency after a lonely day");
}

#[test]
fn the_partner_in_bed_changes_rem_and_not_slow_waves() {
    // Twelve hours from going to bed; the company ends with the night.
    let beside =
        encounter("beside", start() + 240.0, 510.0, |sets| (sets.partner, sets.presence) = (Some(1.0), Some(1.0)));
    let measured = night(Reading::Measured);
    let [with, without] = &measured.live_all([vec![beside], vec![]]);
    morning(with, without, REM).above("REM sleep beside a partner");
    morning(with, without, MOVEMENTS).above("movements beside a partner");
    quiet(with, without, DEEP, "N3 beside a partner");
    quiet(with, without, EFFICIENCY, "efficiency beside a partner");
    quiet(with, without, SLOW, "slow-wave activity beside a partner");
    let share = morning(with, without, REM).mean / mean(&without.mean(REM, MORNING, MORNING));
    println!("REM sleep beside a partner: {:+.1} % (Drews 2020: +10 %)", 100.0 * share);
    assert!((0.05..=0.15).contains(&share), "{share}");
}
