//! Permeability of the small bowel: what passes between its cells.
//!
//! ```text
//! Pe'  = (rest (1 + g (w_cortisol 3.2 + w_crh 0.3 bounded(Cs / 1.5, 2)) + w_drug bounded(0.022 D, 4)) - Pe) / 60 min
//! g    = [sig((r - 4) / 1) - sig(-4 / 1)]+ (1 - exp(-m / 0.15))    how far mast cells open
//! m'   = (Cs - m) / 45 min                                         CRH that they have met
//! D'   = indomethacin - ln 2 / 4.5 h D                             mg in the body
//! sig(x) = 1 / (1 + exp(-x))
//! ```
//!
//! r rise of free plasma cortisol above the usual course, nmol/L, Cs the part of CRH that stress or a dose drove. Mast cells open where a
//! person's own cortisol rises, and only if CRH has reached them: cortisol given as a drug does not open them. To stabilise
//! them is to switch their two arrows off. Indomethacin harms the lining by itself.
//! Left out: the colon's permeability, microbes, the leak that some people with irritable bowel have at rest.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::{Change, bounded, rate_of};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "permeability" {
        /// Permeability of the small bowel, lactulose over mannitol
        ratio: Quantity { system: System::Gut, principal: true, unit: "1", possible: (0.0, 50.0), normal: Some((0.006, 0.088)), measured_by: "two sugars in two hours of urine" },
        /// CRH that mast cells have met
        met: Quantity { system: System::Gut, principal: false, unit: "1", possible: (0.0, 500.0), normal: Some((0.0, 0.2)), measured_by: "nothing: a latent state" },
        /// Indomethacin in the body
        indomethacin: Quantity { system: System::Gut, principal: false, unit: "mg", possible: (0.0, 200_000.0), normal: None, measured_by: "plasma level" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "permeability" {
        /// Permeability at rest
        rest: Parameter {
            unit: "1", min: 0.003, typical: 0.0242, max: 0.3, spread: Spread::Lognormal(0.656),
            evidence: Evidence::Derived, source: "mean 0.030, SD 0.022 in 23 people (Vanuytsel 2014), as a log-normal",
        },
        /// Rise of free plasma cortisol at which mast cells are half open
        threshold: Parameter {
            unit: "nmol/L", min: 3.0, typical: 4.0, max: 30.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "only who answers with cortisol leaks (Vanuytsel 2014); a rise of 2.5 nmol/L of saliva, 7.4 of free cortisol, marks them; tissues, which lag by half an hour, see 0.54 of it",
        },
        /// Width of that threshold
        width: Parameter {
            unit: "nmol/L", min: 0.2, typical: 1.0, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Rise of the permeability by open mast cells, relative to rest
        mast_cells: Parameter {
            unit: "1", min: 0.0, typical: 3.2, max: 10.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype: 0.030 to 0.059 over two hours about a public speech (Vanuytsel 2014)",
        },
        /// More of it by the CRH of the moment
        crh_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// CRH that prepares most of the mast cells
        ready: Parameter {
            unit: "1", min: 0.02, typical: 0.15, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a tenth of what a public speech drives; guessed",
        },
        /// How long mast cells stay prepared
        memory: Parameter {
            unit: "min", min: 10.0, typical: 45.0, max: 240.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as long as cortisol follows CRH; guessed",
        },
        /// Rise of the permeability per mg of indomethacin in the body, relative to rest
        drug_gain: Parameter {
            unit: "1/mg", min: 0.0, typical: 0.022, max: 0.1, spread: Spread::Same,
            evidence: Evidence::Derived, source: "0.030 to 0.071 on 75 and 50 mg (Vanuytsel 2014)",
        },
        /// Half-life of indomethacin
        drug_half_life: Parameter {
            unit: "min", min: 60.0, typical: 270.0, max: 720.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "general knowledge: about 4.5 h",
        },
        /// Time constant
        tau: Parameter {
            unit: "min", min: 15.0, typical: 60.0, max: 720.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "two hours of urine show it; with six hours they could not; from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "permeability" {
        /// A rise of cortisol opens mast cells that CRH has met
        mast_cells: Arrow {
            from: "departure.rise", to: "permeability.ratio", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &["cortisol response"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "a speech opens the lining of those whose cortisol rises; blocked by a stabiliser of mast cells (Vanuytsel 2014)",
        },
        /// CRH opens mast cells further
        crh: Arrow {
            from: "crh.stress", to: "permeability.ratio", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "a dose of CRH opens the lining, not so under a stabiliser (Vanuytsel 2014); share from a prototype",
        },
        /// Indomethacin opens the lining
        indomethacin: Arrow {
            from: "input.indomethacin", to: "permeability.ratio", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Derived, source: "the positive control of Vanuytsel 2014",
        },
    }
}

#[inline(always)]
fn sigmoid<R: Real>(x: R) -> R {
    R::constant(1.0) / ((-x).exp() + 1.0)
}

/// Permeability above that at rest, relative to rest.
#[inline(always)]
pub fn leak<R: Real>(x: &State<R>, p: &Parameters<R>) -> R {
    x.ratio / p.rest - 1.0
}

/// The equations above; `rise` is the rise of free cortisol, `stress` the part of CRH that stress drove.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    rise: R,
    stress: R,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let prepared = -(-(x.met / p.ready)).exp() + 1.0;
    let open = sigmoid((rise - p.threshold) / p.width) - sigmoid(-(p.threshold / p.width));
    let gate = prepared * open.positive();
    let cells = w.mast_cells * p.mast_cells + w.crh * p.crh_gain * bounded(stress / 1.5, 2.0);
    let drug = w.indomethacin * bounded(p.drug_gain * x.indomethacin, 4.0);
    let target = p.rest * (gate * cells + drug + 1.0);
    State {
        ratio: Change::towards(target, x.ratio, p.tau),
        met: Change::towards(stress, x.met, p.memory),
        indomethacin: Change::balance(input.indomethacin, x.indomethacin, rate_of(p.drug_half_life)),
    }
}
