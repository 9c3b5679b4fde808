//! White cells in the blood: where they are, not what they can do.
//!
//! ```text
//! K' = (K0 most(h(e, 7) h(n, 0.3) exp(-0.3 d), 40) - K) / 6 min         natural-killer cells, 1/uL
//! Y' = (Y0 most((1 + 0.12 (h(e, 7) - 1)) exp(-0.3 d), 15) - Y) / 2 h    lymphocytes, 1e9/L
//! U' = (U0 most(exp(0.35 d), 15) - U) / 4 h                             neutrophils, 1e9/L
//! h(x, s) = (1 + s) x / (x + s),   most(x, m) = x / (1 + (x / m)^8)^(1/8),   d = bounded(D, 2.5),   white = Y + U + others
//! ```
//!
//! e adrenaline and n noradrenaline over their levels at rest, D departure of cortisol. Catecholamines let cytotoxic cells go from the walls of
//! vessels within minutes; cortisol, which comes later, calls lymphocytes out of the blood and neutrophils into it. So natural-killer cells
//! triple in a public speech and lie below their level an hour later. It is redistribution. Left out: subsets, the rhythm of
//! the day beyond that of the nerves, spleen and marrow, what exercise does for hours.

use crate::body::heart::catecholamines;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "traffic" {
        /// Natural-killer cells in blood
        killers: Quantity { system: System::Immune, principal: true, unit: "cells/uL", possible: (0.0, 50_000.0), normal: Some((90.0, 650.0)), measured_by: "flow cytometry" },
        /// Lymphocytes in blood
        lymphocytes: Quantity { system: System::Immune, principal: false, unit: "1e9/L", possible: (0.0, 100.0), normal: Some((1.2, 3.6)), measured_by: "blood count" },
        /// Neutrophils in blood
        neutrophils: Quantity { system: System::Immune, principal: false, unit: "1e9/L", possible: (0.0, 200.0), normal: Some((1.8, 7.0)), measured_by: "blood count" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "traffic" {
        /// White cells in blood
        white: Quantity { system: System::Immune, principal: false, unit: "1e9/L", possible: (0.0, 300.0), normal: Some((4.0, 10.5)), measured_by: "blood count" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "traffic" {
        /// Natural-killer cells at rest, of a man
        killers: Parameter {
            unit: "cells/uL", min: 60.0, typical: 330.0, max: 1100.0, spread: Spread::Lognormal(0.55),
            evidence: Evidence::Derived, source: "medians from 214 (70 to 652, clinical range) to 413 in men (PMC321350)",
        },
        /// Ratio of them, women to men
        women_killers: Parameter {
            unit: "1", min: 0.4, typical: 0.8, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "330 in 128 women, 413 in 104 men (PMC321350)",
        },
        /// Lymphocytes at rest
        lymphocytes: Parameter {
            unit: "1e9/L", min: 0.8, typical: 2.2, max: 5.0, spread: Spread::Lognormal(0.28),
            evidence: Evidence::Read, source: "2.20 and 2.36, SD 0.65 (PMC321350)",
        },
        /// Neutrophils at rest
        neutrophils: Parameter {
            unit: "1e9/L", min: 1.2, typical: 4.0, max: 10.0, spread: Spread::Lognormal(0.34),
            evidence: Evidence::Hypothesis, source: "4.0, SD 1.4; general knowledge",
        },
        /// Other white cells
        others: Parameter {
            unit: "1e9/L", min: 0.2, typical: 0.6, max: 1.5, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "monocytes and eosinophils; general knowledge",
        },
        /// Adrenaline over rest at which half of the killers that can leave have left
        adrenaline: Parameter {
            unit: "1", min: 0.5, typical: 7.0, max: 12.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Derived, source: "cytotoxic cells triple in a speech (Bosch 2005), at fourfold adrenaline; spread guessed",
        },
        /// Noradrenaline over rest at which half of the rest have left
        noradrenaline: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a smaller part than adrenaline's; guessed",
        },
        /// Part of lymphocytes that adrenaline moves as it moves killers
        share: Parameter {
            unit: "1", min: 0.0, typical: 0.12, max: 0.4, spread: Spread::Same,
            evidence: Evidence::Derived, source: "killers are 0.33 of 2.2 lymphocytes, with some effector cells",
        },
        /// Logarithm of lymphocytes and killers lost per logarithm of cortisol
        leave: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "direction: Steensberg 2003; size from a draft",
        },
        /// Logarithm of neutrophils per logarithm of cortisol
        come: Parameter {
            unit: "1", min: 0.0, typical: 0.35, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "direction: Steensberg 2003; size from a draft",
        },
        /// Time constant of killers
        killers_tau: Parameter {
            unit: "min", min: 2.0, typical: 6.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "a speech of minutes triples them (Bosch 2005), so it is shorter than the speech",
        },
        /// Time constant of lymphocytes
        lymphocytes_tau: Parameter {
            unit: "min", min: 20.0, typical: 120.0, max: 480.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a draft",
        },
        /// Time constant of neutrophils
        neutrophils_tau: Parameter {
            unit: "min", min: 30.0, typical: 240.0, max: 960.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a draft",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "traffic" {
        /// Adrenaline lets killers go
        adrenaline: Arrow {
            from: "catecholamines.adrenaline", to: "traffic.killers", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Bosch 2005; beta-2 receptors",
        },
        /// Noradrenaline lets killers go
        noradrenaline: Arrow {
            from: "catecholamines.noradrenaline", to: "traffic.killers", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "counts depend on both; share guessed",
        },
        /// Cortisol calls lymphocytes out of the blood
        leave: Arrow {
            from: "departure.log", to: "traffic.lymphocytes", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "Steensberg 2003; size from a draft",
        },
        /// Cortisol calls neutrophils into the blood
        come: Arrow {
            from: "departure.log", to: "traffic.neutrophils", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "Steensberg 2003; size from a draft",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { killers: p.killers * (p.women_killers.ln() * who.female).exp(), ..p }
}

/// White cells of all kinds.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, p: &Parameters<R>) -> Reading<R> {
    Reading { white: x.lymphocytes + x.neutrophils + p.others }
}

/// How many have been let go: 1 at rest, 0 without the hormone.
#[inline(always)]
fn let_go<R: Real>(level: R, half: R) -> R {
    level * (half + 1.0) / (level + half)
}

/// Most killers that can be in the blood, and most of the other cells, over those at rest: there are no more on the walls and in the marrow. Hypotheses, far
/// beyond what a stress test or a dose does.
const KILLERS: f64 = 40.0;
const OTHERS: f64 = 15.0;

/// `x` where it is far from the most, and never beyond it.
#[inline(always)]
fn most<R: Real>(x: R, most: f64) -> R {
    let full = (x / most).squared().squared().squared();
    x / (full + 1.0).sqrt().sqrt().sqrt()
}

/// What traffic reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Catecholamines.
    pub blood: &'a catecholamines::State<R>,
    /// Their levels at rest.
    pub rest: &'a catecholamines::Parameters<R>,
    /// Departure of cortisol, a logarithm.
    pub cortisol: R,
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let adrenaline = w.adrenaline * (read.blood.adrenaline / read.rest.adrenaline - 1.0) + 1.0;
    let noradrenaline = w.noradrenaline * (read.blood.noradrenaline / read.rest.noradrenaline - 1.0) + 1.0;
    // Of an arrow that is stronger than 1, so that no level is below nothing.
    let least = R::constant(0.02);
    let gone = let_go(adrenaline.max(least), p.adrenaline);
    let cortisol = bounded(read.cortisol, 2.5);
    let kept = (-(w.leave * p.leave * cortisol)).exp();
    let killers = p.killers * most(gone * let_go(noradrenaline.max(least), p.noradrenaline) * kept, KILLERS);
    let lymphocytes = p.lymphocytes * most((p.share * (gone - 1.0) + 1.0) * kept, OTHERS);
    let neutrophils = p.neutrophils * most((w.come * p.come * cortisol).exp(), OTHERS);
    State {
        killers: Change::towards(killers, x.killers, p.killers_tau),
        lymphocytes: Change::towards(lymphocytes, x.lymphocytes, p.lymphocytes_tau),
        neutrophils: Change::towards(neutrophils, x.neutrophils, p.neutrophils_tau),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::{Reading as Of, Table};

    /// Where the cells go at these levels, over rest: adrenaline, noradrenaline, and the departure of cortisol.
    fn targets(adrenaline: f64, noradrenaline: f64, cortisol: f64) -> [f64; 3] {
        let p: Parameters<f64> =
            Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).expect("all");
        let w: Arrows<f64> =
            Table::read(&mut Arrows::ROWS.iter().map(|row| row.declared.strength(Of::Measured).value)).expect("all");
        let rest: catecholamines::Parameters<f64> =
            Table::read(&mut catecholamines::Parameters::ROWS.iter().map(|row| row.declared.typical)).expect("all");
        let blood = catecholamines::State {
            noradrenaline: noradrenaline * rest.noradrenaline,
            adrenaline: adrenaline * rest.adrenaline,
        };
        let x = State { killers: p.killers, lymphocytes: p.lymphocytes, neutrophils: p.neutrophils };
        let change = flow(&x, &Read { blood: &blood, rest: &rest, cortisol }, &p, &w);
        let near = |change: Change<f64>, x: f64| (change.slope / change.rate + x) / x;
        [
            near(change.killers, x.killers),
            near(change.lymphocytes, x.lymphocytes),
            near(change.neutrophils, x.neutrophils),
        ]
    }

    #[test]
    fn cells_stay_at_rest_and_killers_triple_at_fourfold_adrenaline() {
        // The limits take less than a billionth.
        assert!(targets(1.0, 1.0, 0.0).iter().all(|it| (it - 1.0).abs() < 1e-9));
        let [killers, lymphocytes, neutrophils] = targets(4.0, 2.1, 0.0);
        assert!((2.6..3.4).contains(&killers) && (1.05..1.4).contains(&lymphocytes), "{killers} {lymphocytes}");
        assert!((neutrophils - 1.0).abs() < 1e-9);
    }

    #[test]
    fn cortisol_calls_lymphocytes_out_and_neutrophils_in() {
        let [killers, lymphocytes, neutrophils] = targets(1.0, 1.0, 0.7);
        assert!(killers < 0.9 && lymphocytes < 0.9 && neutrophils > 1.15);
    }

    #[test]
    fn counts_stay_positive_and_bounded() {
        for (adrenaline, noradrenaline, cortisol) in [(0.0, 0.0, 12.0), (2500.0, 1000.0, -12.0)] {
            let all = targets(adrenaline, noradrenaline, cortisol);
            assert!(all.iter().all(|&it| it > 0.0 && it < 25.0), "{all:?}");
        }
    }
}
