//! Hearts at the bounds of what is declared: whatever the parameters, the rate is one that a heart can have.

use consoma_model::body::heart::rhythm::{Parameters, State, individual, reading};
use consoma_model::declare::Table;
use consoma_model::inputs::Inputs;
use consoma_model::person::{Person, Sex};

/// What the rate at rest and the intrinsic rate are made of.
const OF_THE_RATE: [&str; 8] = [
    "rhythm.rest",
    "rhythm.women",
    "rhythm.intrinsic",
    "rhythm.intrinsic_age",
    "rhythm.sympathetic",
    "rhythm.vagal",
    "rhythm.reserve",
    "rhythm.reserve_rate",
];

#[test]
fn every_heart_beats() {
    // Each of them at its lowest and at its highest, in all combinations.
    for number in 0..1_u32 << OF_THE_RATE.len() {
        let mut values = Parameters::ROWS.iter().map(|row| {
            let place = OF_THE_RATE.iter().position(|id| *id == row.id);
            place.map_or(row.declared.typical, |place| match number >> place & 1 {
                0 => row.declared.min,
                _ => row.declared.max,
            })
        });
        let p: Parameters<f64> = Table::read(&mut values).expect("all parameters");
        for age in [18.0, 40.0, 90.0] {
            let who = Person { age, sex: Sex::Female, ..Person::default() }.traits();
            let p = individual(p, &who);
            for (drive, tone) in [(0.4, 3.0), (1.0, 1.0), (2.8, 0.05)] {
                let seen = reading(&State { wander: 0.0 }, drive, tone, &Inputs::rest(), &p);
                let (rate, rmssd) = (seen.rate, seen.rmssd);
                assert!((24.0..=240.0).contains(&rate), "rate {rate} at {age} with {number:b}");
                assert!((0.1..=1000.0).contains(&rmssd), "RMSSD {rmssd} at {age} with {number:b}");
            }
        }
    }
}
