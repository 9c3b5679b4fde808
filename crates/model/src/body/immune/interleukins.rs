//! Interleukin-6 in plasma, as the body makes it and as it is given; and interleukin-10, which follows it and cortisol.
//!
//! ```text
//! I'  = k (M - I)                                        k = ln 2 / 15 min
//! V'  = 1e6 dose / clearance k - k V                     given, pg/mL
//! six = rest (1 + 0.15 cos(f + 1.2)) exp(W) I + V        plasma, pg/mL;   W' = -W / 1 d + kicks of chance, SD 0.43
//! L   = ln(I + V / rest)                                 above the usual of this hour
//! X'  = (exp(bounded(0.5 L + w_cortisol 0.3 D, 6)) - X) / 90 min
//! ```
//!
//! M messenger that cells release, f the clock's phase, D departure of cortisol, X interleukin-10 relative to rest. I is 1 at rest, so L is 0 then, whatever the
//! hour and the day's wander; the rest of the body reads L. With age the level at rest rises.
//! Left out: muscles at work, which release most of it; that obesity raises it; the catheter's own wound.

use crate::body::immune::inflammation;
use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded, rate_of};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "interleukins" {
        /// Interleukin-6 that the body makes, relative to the usual of the hour
        made: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 100_000.0), normal: Some((0.7, 1.5)), measured_by: "immunoassay of plasma, divided by the usual of the hour" },
        /// Interleukin-6 that was given into a vein
        given: Quantity { system: System::Immune, principal: false, unit: "pg/mL", possible: (0.0, 1e6), normal: None, measured_by: "immunoassay of plasma" },
        /// Wander of interleukin-6 from day to day, a logarithm
        wander: Quantity { system: System::Immune, principal: false, unit: "1", possible: (-10.0, 10.0), normal: None, measured_by: "nothing by itself" },
        /// Interleukin-10, relative to rest
        ten: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 500.0), normal: Some((0.6, 1.6)), measured_by: "immunoassay of plasma, divided by the person's usual" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "interleukins" {
        /// Interleukin-6 in plasma
        six: Quantity { system: System::Immune, principal: true, unit: "pg/mL", possible: (0.0, 1e8), normal: Some((0.5, 4.0)), measured_by: "high-sensitivity immunoassay of plasma" },
        /// Interleukin-6 above the usual of the hour, as a logarithm
        above: Quantity { system: System::Immune, principal: false, unit: "1", possible: (-5.0, 20.0), normal: Some((-0.2, 0.3)), measured_by: "immunoassay of plasma" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "interleukins" {
        /// Interleukin-6 at rest, mean of the day, at the age of 35
        rest: Parameter {
            unit: "pg/mL", min: 0.3, typical: 1.3, max: 6.0, spread: Spread::Lognormal(0.43),
            evidence: Evidence::Derived, source: "1.3-1.5 in middle age; log SD 0.6 in one sample, half of its variance between people (36 women, ICC 0.48, 10.1016/j.cyto.2004.08.008)",
        },
        /// Logarithm of it per year of age
        age: Parameter {
            unit: "1", min: 0.0, typical: 0.0207, max: 0.05, spread: Spread::Same,
            evidence: Evidence::Derived, source: "3.3 pg/mL at 80 (PMC1808682) over 1.3 at 35",
        },
        /// Half-life
        half_life: Parameter {
            unit: "min", min: 5.0, typical: 15.0, max: 120.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "tens of minutes; guessed",
        },
        /// Clearance
        clearance: Parameter {
            unit: "mL/min", min: 200.0, typical: 3500.0, max: 20_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half a ug a minute makes about 140 pg/mL; from memory",
        },
        /// Daily amplitude
        daily: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Deviation of the logarithm from day to day
        spread: Parameter {
            unit: "1", min: 0.0, typical: 0.43, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "as much within people as between them (36 women, ICC 0.48)",
        },
        /// Time constant of that
        wander: Parameter {
            unit: "min", min: 360.0, typical: 1440.0, max: 20_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a day, from a prototype",
        },
        /// Power by which interleukin-10 follows interleukin-6
        follows: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype; d 0.69 after laboratory stress (Marsland 2017)",
        },
        /// Logarithm of interleukin-10 per logarithm of cortisol
        cortisol: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant of interleukin-10
        tau: Parameter {
            unit: "min", min: 20.0, typical: 90.0, max: 360.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "interleukins" {
        /// White cells release interleukin-6
        release: Arrow {
            from: "inflammation.released", to: "interleukins.made", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Marsland 2017; endotoxin (PMC540200)",
        },
        /// A dose reaches the blood
        dose: Arrow {
            from: "input.interleukin_6", to: "interleukins.given", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Steensberg 2003",
        },
        /// The clock moves interleukin-6
        clock: Arrow {
            from: "pacemaker.x", to: "interleukins.six", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Interleukin-10 follows interleukin-6
        six: Arrow {
            from: "interleukins.above", to: "interleukins.ten", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "infused interleukin-6 raises interleukin-10 (Steensberg 2003); power from a prototype",
        },
        /// Cortisol raises interleukin-10
        cortisol: Arrow {
            from: "departure.log", to: "interleukins.ten", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

/// Chance kicks the wander at each cell of this length, min.
pub const CELL: f64 = 60.0;

/// The age at which the level at rest is stated, years.
const AGE: f64 = 35.0;

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { rest: p.rest * (p.age * (who.age - AGE)).exp(), ..p }
}

/// Interleukin-6 over its usual.
#[inline(always)]
pub fn ratio<R: Real>(x: &State<R>, p: &Parameters<R>) -> R {
    x.made + x.given / p.rest
}

/// The levels in plasma; `above` is the logarithm of [`ratio`].
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, above: R, phase: &Phase<R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    // cos(f + 1.2).
    let course = phase.cos * 0.362 - phase.sin * 0.932;
    let usual = p.rest * (bounded(w.clock * p.daily * course, 0.9) + 1.0);
    Reading { six: usual * x.wander.exp() * x.made + x.given, above }
}

/// The equations above; `above` is L, `cortisol` its departure from the usual course.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    cells: &inflammation::State<R>,
    above: R,
    cortisol: R,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let out = rate_of(p.half_life);
    let made = w.release * (cells.released - 1.0) + 1.0;
    let given = w.dose * out * input.interleukin_6 * 1e6 / p.clearance;
    let ten = bounded(w.six * p.follows * above + w.cortisol * p.cortisol * cortisol, 6.0).exp();
    State {
        made: Change::balance(out * made.max(R::constant(0.05)), x.made, out),
        given: Change::balance(given, x.given, out),
        wander: Change::towards(R::constant(0.0), x.wander, p.wander),
        ten: Change::towards(ten, x.ten, p.tau),
    }
}
