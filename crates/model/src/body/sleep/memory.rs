//! Memory over the night: what of the evening's learning is left in the morning.
//!
//! ```text
//! at getting up   M = 100 (1 - 0.3 exp(-slow / 35,000))
//! ```
//!
//! slow is the slow-wave activity of the night, summed (% min). Until the next getting up M stays as it is. Without slow waves a share is lost to the night; slow waves keep it.
//! Left out: REM sleep's part in skills and feelings, what is learned by day.

use crate::body::sleep::night;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "memory" {
        /// Memory kept overnight
        retention: Quantity { system: System::Sleep, principal: false, unit: "%", possible: (0.0, 100.0), normal: Some((80.0, 100.0)), measured_by: "word pairs recalled in the morning over those in the evening" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "memory" {
        /// Share lost in a night without slow waves
        loss: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 0.9, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "word pairs are lost over a day awake and kept over a night; size guessed",
        },
        /// Slow-wave activity that keeps two thirds of that
        scale: Parameter {
            unit: "% min", min: 5000.0, typical: 35_000.0, max: 200_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "memory" {
        /// Slow waves keep memories
        slow_waves: Arrow {
            from: "slow_waves.activity", to: "memory.retention", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "general knowledge; size guessed",
        },
    }
}

/// The state at getting up.
pub fn after(night: &night::State<f64>, p: &Parameters<f64>, w: &Arrows<f64>) -> State<f64> {
    let kept = Real::exp(-(w.slow_waves * night.slow / p.scale));
    State { retention: (1.0 - p.loss * kept) * 100.0 }
}

/// It stays as it is between two nights.
#[inline(always)]
pub fn flow<R: Real>() -> State<Change<R>> {
    State { retention: Change::integral(R::constant(0.0)) }
}
