//! Provoked: bloating and pain after food that the gut does not take well.
//!
//! ```text
//! P' = provoking meal / 600 kcal - e P      in the stomach; e the share of ground food that leaves it a minute
//! B' = e P - B / 60 min                     in the small bowel
//! G' = B / 60 min - G / 75 min              gas and water that stretch the colon
//! N  = bounded(8 i G V (1 + w_leak 0.5 bounded(L, 3)), 10)      0 to 10; i = 2 in irritable bowel
//! ```
//!
//! V visceral sensitivity, L permeability above rest, relative to it. Food is not felt more than that: no other sensitivity to food is known.
//! Left out: which food it is, microbes, allergy.

use crate::body::gut::sensitivity;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "provoked" {
        /// Provoking food in the stomach, in meals
        stomach: Quantity { system: System::Gut, principal: false, unit: "1", possible: (0.0, 5000.0), normal: None, measured_by: "nothing by itself" },
        /// Provoking food in the small bowel, in meals
        bowel: Quantity { system: System::Gut, principal: false, unit: "1", possible: (0.0, 5000.0), normal: None, measured_by: "nothing by itself" },
        /// Gas and water that stretch the colon, in meals
        gas: Quantity { system: System::Gut, principal: false, unit: "1", possible: (0.0, 5000.0), normal: None, measured_by: "hydrogen in breath, gas in an image" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "provoked" {
        /// Bloating and pain after food
        felt: Quantity { system: System::Gut, principal: false, unit: "NRS", possible: (0.0, 10.0), normal: Some((0.0, 3.0)), measured_by: "rating from 0 to 10" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "provoked" {
        /// Food that makes one provoking meal
        meal: Parameter {
            unit: "kcal", min: 50.0, typical: 600.0, max: 3000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a full meal; sets the scale",
        },
        /// Time constant in the small bowel
        passage: Parameter {
            unit: "min", min: 15.0, typical: 60.0, max: 240.0, spread: Spread::Lognormal(0.25),
            evidence: Evidence::Hypothesis, source: "breath hydrogen rises one to two hours after lactulose; general knowledge",
        },
        /// Time constant of the gas
        clearance: Parameter {
            unit: "min", min: 15.0, typical: 75.0, max: 360.0, spread: Spread::Lognormal(0.25),
            evidence: Evidence::Hypothesis, source: "complaints are over after some hours; guessed",
        },
        /// Rating per meal's gas
        gain: Parameter {
            unit: "NRS", min: 0.0, typical: 8.0, max: 40.0, spread: Spread::Lognormal(0.5),
            evidence: Evidence::Hypothesis, source: "a healthy person rates a provoking meal about 2 at its worst; guessed",
        },
        /// That rating in irritable bowel, relative to the healthy
        irritable: Parameter {
            unit: "1", min: 1.0, typical: 2.0, max: 6.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "abdominal pain is 2.2 points above that of the healthy (Vork 2020); as a factor guessed",
        },
        /// Share that the rating rises per unit of permeability above rest
        leak_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "provoked" {
        /// A leaky gut takes food less well
        leak: Arrow {
            from: "permeability.ratio", to: "provoked.felt", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "no evidence; guessed",
        },
        /// A sensitive gut feels food more
        sensitivity: Arrow {
            from: "sensitivity.visceral", to: "provoked.felt", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &["irritable bowel"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "pain is reported at a lower pressure (Dorn 2007)",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { gain: p.gain * ((p.irritable - 1.0) * who.irritable_bowel() + 1.0), ..p }
}

/// The rating above; `leak` is permeability above rest, relative to it.
#[inline(always)]
pub fn reading<R: Real>(
    x: &State<R>,
    sensitivity: &sensitivity::State<R>,
    leak: R,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> Reading<R> {
    let leaky = w.leak * p.leak_gain * bounded(leak, 3.0) + 1.0;
    let sensitive = w.sensitivity * (sensitivity.visceral - 1.0) + 1.0;
    Reading { felt: bounded(p.gain * x.gas * sensitive.positive() * leaky.positive(), 10.0) }
}

/// The equations above; `leaving` is the share of ground food that leaves the stomach a minute.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, leaving: R, input: &Inputs<R>, p: &Parameters<R>) -> State<Change<R>> {
    let (passing, clearing) = (R::constant(1.0) / p.passage, R::constant(1.0) / p.clearance);
    State {
        stomach: Change::balance(input.provoking * input.meal / p.meal, x.stomach, leaving),
        bowel: Change::balance(x.stomach * leaving, x.bowel, passing),
        gas: Change::balance(x.bowel * passing, x.gas, clearing),
    }
}
