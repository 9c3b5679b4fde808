//! Threat: how much is at stake, felt now. The source of every stress response of the body.
//!
//! ```text
//! Th' = (min(g, 3) - Th) / tau
//! g   = [ [1 - Q]+ exp(0.35 anx + 0.1 avo - w_capacity K - w_knowledge 0.15 knowledge) (w_disclosure 0.15 disclosure + w_uncertainty 0.85 U)
//!       + w_conflict 0.8 conflict (1 - 0.5 stranger) + w_rejection exp(0.3 anx) rejection
//!       + w_answer 0.3 [-resp]+ (0.4 + 0.6 disclosure) + w_evaluation exp(0.15 anx) E + w_recall 0.8 recall
//!       + w_anticipation 0.5 exp(0.35 anx) anticipation + w_distance 0.4 exp(0.3 anx) distance + w_loneliness 0.15 [A]+ talk ]
//!       exp(-w_safety S - 2 w_trace T - w_oxytocin 0.2 O - 2 tanh(w_reserve 0.3 reserve / 2) - w_rest 0.2 B)
//! T'  = (Th - T) / tau_trace    what threat leaves for hours
//! X'  = Th    exposure to threat since company last began or ended, threat min
//! ```
//!
//! U uncertainty, E sense of being evaluated, Q trust in who is there, S safety and T its trace, O central oxytocin above rest, bounded, K capacity for closeness, A lasting loneliness, B restedness; reserve is how a person's
//! heart-rate variability lies among people of the same age. E is multiplied by exp(0.2 social anxiety) too. Th is 0 at rest, about 1 in a public speech. Safety
//! divides threat rather than being taken from it: it cannot make threat negative, and the equation has no kink at 0. A prototype
//! subtracted 0.5 S + w T; the factors here have the same effect on a threat of 0.5.
//! Left out: danger to the body. Pain acts on the body and on mood by ways of its own: it is nothing that one gets used to in company, and no
//! strain of weeks.

use crate::appraisal::{evaluation, safety, uncertainty};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "threat" {
        /// Felt threat
        felt: Quantity { system: System::Appraisal, principal: true, unit: "1", possible: (0.0, 3.1), normal: Some((0.0, 0.3)), measured_by: "visual analogue scale" },
        /// Trace of threat
        trace: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 3.1), normal: Some((0.0, 0.3)), measured_by: "nothing: a latent state" },
        /// Exposure to threat since company last began or ended
        exposure: Quantity { system: System::Appraisal, principal: false, unit: "min", possible: (0.0, 50_000.0), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "threat" {
        /// Time constant
        tau: Parameter {
            unit: "min", min: 0.2, typical: 1.5, max: 15.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "heart and skin answer to a stressor within one to two minutes",
        },
        /// Time constant of its trace
        trace: Parameter {
            unit: "min", min: 15.0, typical: 120.0, max: 1440.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "one stays on guard for hours after a quarrel; two hours guessed",
        },
        /// Threat of disclosing itself
        bare: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "what is left of the risk when the answer is known; share guessed",
        },
        /// Threat of not knowing how a disclosure was taken
        unknown: Parameter {
            unit: "1", min: 0.0, typical: 0.85, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "most of the risk of disclosing; share guessed",
        },
        /// Threat of a conflict
        conflict: Parameter {
            unit: "1", min: 0.0, typical: 0.8, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "somewhat below a public speech",
        },
        /// Threat of a rejecting answer
        unheard: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Part of a rejecting answer's threat that needs no disclosure
        shallow: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as for the safety of an answer",
        },
        /// Threat of anxious thought
        recalled: Parameter {
            unit: "1", min: 0.0, typical: 0.8, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as a conflict: thoughts of a stressor move heart and cortisol (60 studies of perseverative thought); size guessed",
        },
        /// Threat of nervous anticipation, of a person of average attachment
        awaited: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Share of a conflict's threat that is not there with a stranger
        stranger: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "less is at stake with somebody whom one need not meet again; size guessed",
        },
        /// Threat that a good night takes away, a logarithm
        rest: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Threat of somebody's distance, of a person of average attachment
        distant: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half of a conflict; guessed",
        },
        /// Threat of speaking with people per unit of lasting loneliness
        lonely: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the gain on disclosure lost to full knowledge of the cycle
        known: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "people overrate how awkward deep talk will be (Kardas 2022, 12 experiments); size guessed",
        },
        /// Knowledge of the cycle, 0 to 1
        knowledge: Parameter {
            unit: "1", min: 0.0, typical: 0.0, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the person's trait",
        },
        /// Gain on disclosure, conflict apart, of a person of average attachment
        exposed: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 10.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "sets the scale of the state",
        },
        /// Gain on rejection of a person of average attachment
        rejected: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 10.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "sets the scale of the state",
        },
        /// Gain on evaluation of a person of average attachment
        evaluated: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "sets the scale of the state",
        },
        /// Logarithm of the gain on disclosure, and on anticipation, per standard deviation of anxiety
        anxiety_exposed: Parameter {
            unit: "1", min: 0.0, typical: 0.35, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "hyperactivation (attachment theory); size guessed",
        },
        /// Logarithm of the gain on disclosure per standard deviation of avoidance
        avoidance_exposed: Parameter {
            unit: "1", min: -0.5, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the gain on rejection, and on distance, per standard deviation of anxiety
        anxiety_rejected: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "hyperactivation (attachment theory); size guessed",
        },
        /// Logarithm of the gain on evaluation per standard deviation of anxiety
        anxiety_evaluated: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "direction: Quirin 2008, 48 women, anxiety raises stress cortisol; size guessed",
        },
        /// Logarithm of the gain on evaluation per standard deviation of social anxiety
        social_anxiety_evaluated: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "social anxiety is fear of evaluation; size guessed",
        },
        /// Logarithm of threat lost per unit of central oxytocin above rest
        oxytocin: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of threat lost per unit of vagal reserve
        reserve: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "reactivity depends on the resting level; size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "threat" {
        /// Anxious thought threatens
        recall: Arrow {
            from: "input.recall", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis,
            source: "perseverative thought raises pressure, heart rate and cortisol (60 studies); the scale is ours",
        },
        /// Nervous anticipation threatens
        anticipation: Arrow {
            from: "input.anticipation", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "approaching encounters raise skin conductance; size from a prototype",
        },
        /// Distance of somebody who matters threatens
        distance: Arrow {
            from: "input.distance", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.25, 0.25), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Weak, evidence: Evidence::Hypothesis,
            source: "the account; loneliness leaves what the wrist shows of sleep as it was (Johnson 2024), so distance alone is taken as a small threat; size guessed",
        },
        /// Loneliness makes company threatening
        loneliness: Arrow {
            from: "loneliness.lasting", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "lonely people watch for social threat; size from a prototype",
        },
        /// Capacity for closeness makes disclosure less risky
        capacity: Arrow {
            from: "capacity.closeness", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.3, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account; the gain of disclosure in the long run is small, r 0.075 (Frattaroli 2006)",
        },
        /// Knowledge of the cycle makes disclosure less risky
        knowledge: Arrow {
            from: "input.disclosure", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["knowledge"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "by analogy: people overrate how awkward deep talk will be (Kardas 2022); size guessed",
        },
        /// Disclosure is risky
        disclosure: Arrow {
            from: "input.disclosure", to: "threat.felt", unit: "1",
            told: strength(0.4, 0.2), measured: strength(0.55, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety", "attachment avoidance", "trust"], grade: Grade::Moderate,
            evidence: Evidence::Hypothesis,
            source: "a deep talk is a risk before it is answered; size from a prototype",
        },
        /// Not knowing how it was taken is risky
        uncertainty: Arrow {
            from: "uncertainty.felt", to: "threat.felt", unit: "1",
            told: strength(0.4, 0.2), measured: strength(0.55, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety", "attachment avoidance", "trust"], grade: Grade::Moderate,
            evidence: Evidence::Hypothesis,
            source: "as for disclosure",
        },
        /// Conflict threatens
        conflict: Arrow {
            from: "input.conflict", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis,
            source: "conflict talks raise cortisol (Powers 2006); the scale is ours",
        },
        /// Rejection threatens
        rejection: Arrow {
            from: "input.rejection", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.2), measured: strength(0.35, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Mixed, evidence: Evidence::Hypothesis,
            source: "evaluative rejection raises cortisol, exclusion alone does not (Gaffey 2014)",
        },
        /// A rejecting answer threatens
        answer: Arrow {
            from: "input.responsiveness", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.6, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "criticism after disclosure; size from a prototype, where at full strength it equalled a stress test",
        },
        /// Evaluation threatens
        evaluation: Arrow {
            from: "evaluation.felt", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Strong, evidence: Evidence::Hypothesis,
            source: "the largest cortisol response of 208 studies by report (Dickerson & Kemeny 2004, value not seen); the scale is ours",
        },
        /// Safety calms
        safety: Arrow {
            from: "safety.felt", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "support lowers the response to a stressor, that of cortisol by d 0.83 (22 studies of several outcomes, Thorsteinsson & James 1999)",
        },
        /// The trace of safety calms
        safety_trace: Arrow {
            from: "safety.trace", to: "threat.felt", unit: "1",
            told: strength(2.0, 0.6), measured: strength(1.3, 0.6), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "support given before the stressor; size from a prototype",
        },
        /// Central oxytocin calms threat
        oxytocin: Arrow {
            from: "oxytocin.central", to: "threat.felt", unit: "1",
            told: strength(0.5, 0.3), measured: strength(0.5, 0.3), null: strength(0.5, 0.3),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "amygdala after nasal oxytocin; mixed; size from a prototype",
        },
        /// Who has slept well is less threatened
        rest: Arrow {
            from: "restedness.refreshment", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "conflict is higher after a poor night (Gordon & Chen 2014); size from a prototype",
        },
        /// Vagal reserve calms threat
        reserve: Arrow {
            from: "rhythm.rmssd", to: "threat.felt", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.3, 0.3), null: strength(0.3, 0.3),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "reactivity depends on the resting level; size guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters {
        exposed: p.exposed * (p.anxiety_exposed * who.anxiety + p.avoidance_exposed * who.avoidance).exp(),
        rejected: p.rejected * (p.anxiety_rejected * who.anxiety).exp(),
        evaluated: p.evaluated
            * (p.anxiety_evaluated * who.anxiety + p.social_anxiety_evaluated * who.social_anxiety).exp(),
        awaited: p.awaited * (p.anxiety_exposed * who.anxiety).exp(),
        distant: p.distant * (p.anxiety_rejected * who.anxiety).exp(),
        knowledge: p.knowledge + who.knowledge,
        ..p
    }
}

/// What threat reads of the other appraisals.
#[derive(Clone, Copy, Debug)]
pub struct Felt<'a, R> {
    /// Trust in who is there.
    pub trust: R,
    /// Central oxytocin above rest, as the body reads it.
    pub central: R,
    /// Capacity for closeness.
    pub capacity: R,
    /// Lasting loneliness.
    pub lonely: R,
    /// How the person's heart-rate variability lies among people of the same age, as a logarithm.
    pub reserve: R,
    /// Restedness.
    pub rest: R,
    /// Safety and its trace.
    pub safety: &'a safety::State<R>,
    /// Uncertainty after a disclosure.
    pub uncertainty: &'a uncertainty::State<R>,
    /// Sense of being evaluated.
    pub evaluation: &'a evaluation::State<R>,
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    felt: &Felt<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let eased = w.capacity * felt.capacity + w.knowledge * p.known * p.knowledge;
    let risk = (-felt.trust + 1.0).positive() * p.exposed * (-eased).exp();
    let unheard = p.unheard * (-input.responsiveness).positive() * (p.shallow + (-p.shallow + 1.0) * input.disclosure);
    let threatening = risk
        * (w.disclosure * p.bare * input.disclosure + w.uncertainty * p.unknown * felt.uncertainty.felt)
        + w.conflict * p.conflict * input.conflict * (-(p.stranger * input.stranger) + 1.0)
        + w.rejection * p.rejected * input.rejection
        + w.answer * unheard
        + w.evaluation * p.evaluated * felt.evaluation.felt
        + w.recall * p.recalled * input.recall
        + w.anticipation * p.awaited * input.anticipation
        + w.distance * p.distant * input.distance
        + w.loneliness * p.lonely * felt.lonely.positive() * input.talk;
    let calm = (-(w.safety * felt.safety.felt)
        - w.safety_trace * felt.safety.trace * 2.0
        - w.oxytocin * p.oxytocin * felt.central
        - bounded(w.reserve * p.reserve * felt.reserve, 2.0)
        - w.rest * p.rest * felt.rest)
        .exp();
    let target = (threatening * calm).clamp(0.0, 3.0);
    State {
        felt: Change::towards(target, x.felt, p.tau),
        trace: Change::towards(x.felt, x.trace, p.trace),
        exposure: Change::integral(x.felt),
    }
}
