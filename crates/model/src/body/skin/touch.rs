//! How touch feels on the forearm: the pleasantness of stroking by its speed, its intensity, and the faintest touch that is felt.
//!
//! ```text
//! firing(v)  = 1 / (1 + (ln(v / 3 cm/s) / 1.2)^2)                            of the fibres for slow stroking
//! pleasure(v)= rest + gain firing(v) (1 + w_oxytocin 0.2 O + w_glow G)
//! pressure   = rest_p + gain w_pressure 0.2 O                                of firm pressure that does not move
//! intensity  = rest_i (1 + w_intensity 0.2 O)
//! threshold  = rest_t exp(-w_threshold 0.2 O)
//! ```
//!
//! O central oxytocin above rest, bounded, G afterglow. Read as a laboratory does, by a brush at 3 and at 30 cm/s. Ratings stay between
//! -10 and 10, intensity between 0 and 10. Oxytocin acts on what the slow fibres tell, so hardly on fast stroking.
//! Left out: who strokes, force and material, other sites, that four in ten people show the curve clearly and others do not, oxytocin in blood, which
//! may act on the skin itself.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::table;
use consoma_number::Real;

/// Speeds of the brush, cm/s.
const SLOW: f64 = 3.0;
const FAST: f64 = 30.0;

const NRS: (f64, f64) = (-10.0, 10.0);

table! {
    /// Algebraic quantities.
    Reading of Quantity in "touch" {
        /// Pleasantness of stroking at 3 cm/s
        slow: Quantity { system: System::Skin, principal: true, unit: "1", possible: NRS, normal: Some((0.0, 9.0)), measured_by: "rating of a brush stroke, -10 to 10" },
        /// Pleasantness of stroking at 30 cm/s
        fast: Quantity { system: System::Skin, principal: false, unit: "1", possible: NRS, normal: Some((-2.0, 6.0)), measured_by: "rating of a brush stroke, -10 to 10" },
        /// Pleasantness of firm pressure
        pressure: Quantity { system: System::Skin, principal: false, unit: "1", possible: NRS, normal: Some((-2.0, 6.0)), measured_by: "rating of pressure on the arm, -10 to 10" },
        /// Intensity of slow stroking
        intensity: Quantity { system: System::Skin, principal: false, unit: "1", possible: (0.0, 10.0), normal: Some((1.0, 7.0)), measured_by: "rating of a brush stroke, 0 to 10" },
        /// Faintest touch that is felt
        threshold: Quantity { system: System::Skin, principal: false, unit: "mN", possible: (0.001, 400.0), normal: Some((0.25, 4.0)), measured_by: "von Frey filaments on the back of the hand" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "touch" {
        /// Speed at which stroking is most pleasant
        best: Parameter {
            unit: "cm/s", min: 1.0, typical: 3.0, max: 10.0, spread: Spread::Lognormal(0.2),
            evidence: Evidence::Read, source: "3 cm/s: firing of C-tactile fibres at 0.1 to 30 cm/s is an inverted U; a review of 18 studies finds 3 cm/s most pleasant (Taneja 2019, 10.1007/s00426-019-01253-8); spread guessed",
        },
        /// Width of the curve, in natural logarithms of the speed
        width: Parameter {
            unit: "1", min: 0.6, typical: 1.2, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "most pleasant between 1 and 10 cm/s: half of the rise at both ends",
        },
        /// Pleasantness of stroking without the slow fibres
        rest: Parameter {
            unit: "1", min: -6.0, typical: 1.2, max: 6.0, spread: Spread::Normal(1.3),
            evidence: Evidence::Hypothesis, source: "30 cm/s is less pleasant than 3 (Taneja 2019), and not unpleasant; size guessed",
        },
        /// Pleasantness that the slow fibres add at their best
        gain: Parameter {
            unit: "1", min: 0.0, typical: 3.8, max: 10.0, spread: Spread::Lognormal(0.5),
            evidence: Evidence::Hypothesis, source: "about half of the scale above neutral; guessed; only 40 % of 127 people show the curve by themselves (hal-02357515), so a wide spread",
        },
        /// Share that central oxytocin adds to it, per unit above rest
        oxytocin: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "from a prototype; direction: oxytocin raises the pleasantness of stroking and not of pressure (Chen 2023, 10.7554/eLife.85847)",
        },
        /// Pleasantness of firm pressure
        pressure: Parameter {
            unit: "1", min: -6.0, typical: 2.0, max: 8.0, spread: Spread::Normal(1.5),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Intensity of slow stroking
        intensity: Parameter {
            unit: "1", min: 0.5, typical: 3.5, max: 8.0, spread: Spread::Normal(1.2),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Share that central oxytocin adds to the intensity, per unit above rest
        intensity_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "as for pleasantness; guessed",
        },
        /// Faintest touch that is felt, at 40
        threshold: Parameter {
            unit: "mN", min: 0.1, typical: 1.0, max: 20.0, spread: Spread::Lognormal(0.7),
            evidence: Evidence::Hypothesis, source: "filaments from 0.25 mN on are used for it; the same in women and men (Rolke 2006, 180 people); level and spread guessed",
        },
        /// Logarithm of that threshold per year of age
        threshold_age: Parameter {
            unit: "1/year", min: -0.01, typical: 0.008, max: 0.03, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "depends on age (Rolke 2006); size guessed",
        },
        /// Logarithm of the threshold lost per unit of central oxytocin above rest
        threshold_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "as for pleasantness; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "touch" {
        /// Central oxytocin makes slow stroking more pleasant
        oxytocin: Arrow {
            from: "oxytocin.central", to: "touch.slow", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "higher for stroking, not for pressure (Chen 2023, 10.7554/eLife.85847); size from a prototype",
        },
        /// The afterglow makes slow stroking more pleasant
        glow: Arrow {
            from: "closeness.afterglow", to: "touch.slow", unit: "1",
            told: strength(0.1, 0.1), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
        /// Central oxytocin makes pressure more pleasant
        pressure: Arrow {
            from: "oxytocin.central", to: "touch.pressure", unit: "1",
            told: strength(1.0, 0.5), measured: strength(0.0, 0.2), null: strength(0.0, 0.2),
            moderators: &[], grade: Grade::Contradicted, evidence: Evidence::Read, source: "the account: simple contact feels more; moderate pressure was unaffected (Chen 2023)",
        },
        /// Central oxytocin makes stroking more intense
        intensity: Arrow {
            from: "oxytocin.central", to: "touch.intensity", unit: "1",
            told: strength(1.0, 0.5), measured: strength(0.0, 0.2), null: strength(0.0, 0.2),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; what was found is pleasantness",
        },
        /// Central oxytocin makes fainter touch felt
        threshold: Arrow {
            from: "oxytocin.central", to: "touch.threshold", unit: "1",
            told: strength(1.0, 0.5), measured: strength(0.0, 0.1), null: strength(0.0, 0.1),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; no evidence",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { threshold: p.threshold * (p.threshold_age * (who.age - 40.0)).exp(), ..p }
}

/// Firing of the fibres for slow stroking at this speed (cm/s), relative to their best.
#[inline(always)]
pub fn firing<R: Real>(speed: f64, p: &Parameters<R>) -> R {
    let away = (R::constant(speed) / p.best).ln() / p.width;
    R::constant(1.0) / (away.squared() + 1.0)
}

/// The readings above; `central` is central oxytocin above rest, `glow` the afterglow, as the body reads them.
#[inline(always)]
pub fn reading<R: Real>(central: R, glow: R, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let rating = |value: R| value.clamp(NRS.0, NRS.1);
    let pleasure = p.gain * (w.oxytocin * p.oxytocin * central + w.glow * glow + 1.0);
    let intensity = p.intensity * (w.intensity * p.intensity_gain * central + 1.0);
    Reading {
        slow: rating(p.rest + pleasure * firing(SLOW, p)),
        fast: rating(p.rest + pleasure * firing(FAST, p)),
        pressure: rating(p.pressure + p.gain * w.pressure * p.oxytocin * central),
        intensity: intensity.clamp(0.0, 10.0),
        threshold: p.threshold * (-(w.threshold * p.threshold_gain * central)).exp(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Parameters, Reading, firing, reading};
    use crate::declare::Table;

    fn typical() -> Parameters<f64> {
        Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).unwrap()
    }

    fn felt(central: f64, told: bool) -> Reading<f64> {
        let strength = |row: &crate::declare::Row<crate::declare::Arrow>| {
            if told { row.declared.told.value } else { row.declared.measured.value }
        };
        let w = Table::read(&mut Arrows::ROWS.iter().map(strength)).unwrap();
        reading(central, 0.0, &typical(), &w)
    }

    #[test]
    fn pleasantness_is_an_inverted_u_with_its_top_near_3_cm_a_second() {
        let speeds: Vec<f64> = (0..=60).map(|k| 0.1 * 300f64.powf(f64::from(k) / 60.0)).collect();
        let best = speeds.iter().copied().max_by(|a, b| firing(*a, &typical()).total_cmp(&firing(*b, &typical())));
        assert!((2.5..3.6).contains(&best.unwrap()), "{best:?}");
        let at = |speed| firing(speed, &typical());
        assert!(at(0.3) < at(1.0) && at(1.0) < at(3.0) && at(3.0) > at(10.0) && at(10.0) > at(30.0));
    }

    #[test]
    fn what_is_known_of_oxytocin_raises_slow_stroking_alone() {
        let (rest, after) = (felt(0.0, false), felt(1.0, false));
        let (slow, fast) = (after.slow - rest.slow, after.fast - rest.fast);
        assert!(slow > 0.5 && fast < 0.3 * slow, "{slow} and {fast}");
        assert_eq!((after.pressure, after.intensity, after.threshold), (rest.pressure, rest.intensity, rest.threshold));
        let (rest, after) = (felt(0.0, true), felt(1.0, true));
        assert!(after.pressure > rest.pressure && after.intensity > rest.intensity && after.threshold < rest.threshold);
    }
}
