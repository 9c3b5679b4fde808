//! How traits go together: correlations between their standard scores. Pairs that are not listed are uncorrelated.

use super::{Numbers, Shares};
use crate::declare::Evidence;
use consoma_number::Real;

/// A correlation between two traits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// Id of one trait, of [`Numbers`] or [`Shares`].
    pub a: &'static str,
    /// Id of the other.
    pub b: &'static str,
    /// Correlation of the standard scores; of a share, of the hidden score.
    pub r: f64,
    /// How far to trust it.
    pub evidence: Evidence,
    /// Where it comes from, or what a hypothesis rests on.
    pub source: &'static str,
}

const fn hypothesis(a: &'static str, b: &'static str, r: f64, source: &'static str) -> Correlation {
    Correlation { a, b, r, evidence: Evidence::Hypothesis, source }
}

const INSECURE: &str = "insecure attachment and social anxiety 0.31 over 117 effects, the kind of insecurity moderates it (Zhang 2025, \
                        10.1177/02654075251337887); stronger for anxiety (Manning 2017)";
const FISCHER: &str = "earlier with age after 19 (Fischer 2017, 10.1371/journal.pone.0178782)";
const FULGONI: &str = "caffeine rises with age and with tobacco (Fulgoni 2011, 10.1096/fasebj.25.1_supplement.350.7)";

/// The correlations.
pub const CORRELATIONS: &[Correlation] = &[
    hypothesis(
        "person.anxiety",
        "person.avoidance",
        0.2,
        "positive, higher in the revised questionnaire (Cameron 2012, 242 studies; number not read)",
    ),
    hypothesis("person.anxiety", "person.social_anxiety", 0.4, INSECURE),
    hypothesis("person.avoidance", "person.social_anxiety", 0.22, INSECURE),
    hypothesis("person.age", "person.anxiety", -0.12, "attachment anxiety falls over adult life"),
    hypothesis("person.age", "person.avoidance", 0.05, "avoidance rises a little over adult life"),
    hypothesis("person.age", "person.social_anxiety", -0.15, "social anxiety falls over adult life"),
    hypothesis("person.age", "person.body_mass_index", 0.2, "body mass rises until about 60"),
    hypothesis("person.age", "person.chronotype", -0.3, FISCHER),
    hypothesis("person.age", "person.caffeine", 0.2, FULGONI),
    hypothesis("person.chronotype", "person.caffeine", 0.05, "late types drink more coffee"),
    hypothesis("person.cigarettes", "person.caffeine", 0.2, FULGONI),
    hypothesis("share.smoker", "person.caffeine", 0.15, FULGONI),
    hypothesis("share.smoker", "person.chronotype", 0.1, "late types smoke more often"),
    Correlation {
        a: "share.female",
        b: "person.caffeine",
        r: -0.23,
        evidence: Evidence::Derived,
        source: "183 and 240 mg/day, women and men who take any (Fulgoni 2015, 10.3945/ajcn.113.080077)",
    },
    hypothesis("share.female", "person.avoidance", -0.1, "men are somewhat more avoidant"),
    hypothesis("share.female", "person.anxiety", 0.05, "women are a little more anxious"),
    hypothesis("share.female", "person.social_anxiety", 0.1, "women report somewhat more social anxiety"),
    hypothesis("share.female", "share.hypertension", -0.1, "men are treated less often (NCD-RisC 2021)"),
    hypothesis("share.partner", "person.avoidance", -0.25, "avoidant people live more often without a partner"),
    hypothesis("share.friends", "person.social_anxiety", -0.2, "socially anxious people meet fewer friends"),
    hypothesis("share.groups", "person.social_anxiety", -0.15, "socially anxious people join fewer groups"),
    hypothesis("person.age", "share.hypertension", 0.35, "blood pressure rises with age"),
    hypothesis("person.body_mass_index", "share.hypertension", 0.3, "blood pressure rises with body mass"),
    hypothesis(
        "person.social_anxiety",
        "person.rumination",
        0.4,
        "people with social anxiety go over what happened for longer; size guessed",
    ),
    hypothesis("person.anxiety", "person.rumination", 0.35, "hyperactivation (attachment theory); size guessed"),
    hypothesis("share.female", "person.rumination", 0.12, "women report somewhat more rumination"),
    hypothesis(
        "share.female",
        "share.bowel_constipation",
        0.2,
        "irritable bowel with constipation is more common in women",
    ),
    hypothesis("person.age", "share.acne", -0.4, "most common in youth, rare after 50; size guessed"),
    hypothesis("person.age", "share.eczema", -0.1, "falls with age among adults; size guessed"),
    hypothesis("share.female", "share.acne", 0.1, "adult acne is somewhat more common in women; size guessed"),
];

/// Ids of all traits that have a standard score: numbers, then shares.
pub(super) fn ids() -> impl Iterator<Item = &'static str> {
    Numbers::ROWS.iter().chain(Shares::ROWS).map(|row| row.id)
}

/// The factor L of the correlation matrix, L L' = C, of the traits at these places, in this order. Row i begins at i (i + 1) / 2.
/// `None` where the matrix is not positive definite (A.-L. Cholesky; Golub and Van Loan, Matrix Computations, 4.2).
pub(super) fn factor(order: &[usize]) -> Option<Vec<f64>> {
    let ids: Vec<_> = ids().collect();
    let between = |i: usize, j: usize| {
        let (a, b) = (ids[order[i]], ids[order[j]]);
        let pair = CORRELATIONS.iter().find(|it| (it.a == a && it.b == b) || (it.a == b && it.b == a));
        if i == j { 1.0 } else { pair.map_or(0.0, |it| it.r) }
    };
    let start = |row: usize| row * (row + 1) / 2;
    let mut factor = vec![0.0; start(order.len())];
    for i in 0..order.len() {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| factor[start(i) + k] * factor[start(j) + k]).sum();
            let rest = between(i, j) - known;
            factor[start(i) + j] =
                if i == j { (rest > 1e-9).then(|| Real::sqrt(rest))? } else { rest / factor[start(j) + j] };
        }
    }
    Some(factor)
}

#[cfg(test)]
mod tests {
    use super::{CORRELATIONS, factor, ids};
    use std::collections::BTreeSet;

    #[test]
    fn the_matrix_is_positive_definite_in_any_order() {
        let order: Vec<_> = (0..ids().count()).collect();
        assert!(factor(&order).is_some());
        assert!(factor(&order.iter().rev().copied().collect::<Vec<_>>()).is_some());
    }

    #[test]
    fn each_pair_is_listed_once_and_names_traits() {
        let known: BTreeSet<_> = ids().collect();
        let mut pairs = BTreeSet::new();
        for it in CORRELATIONS {
            assert!(known.contains(it.a) && known.contains(it.b) && it.a != it.b, "{it:?}");
            assert!(pairs.insert((it.a.min(it.b), it.a.max(it.b))), "{it:?} stands twice");
            assert!(it.r.abs() < 1.0 && it.r != 0.0 && !it.source.is_empty(), "{it:?}");
        }
    }
}
