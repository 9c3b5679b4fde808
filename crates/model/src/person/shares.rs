//! Traits that people have or lack, and the share of people who have them.
//!
//! Each rests on a hidden standard score, and those have it whose score lies above the threshold that leaves this share
//! (the liability model of D. S. Falconer, Annals of Human Genetics 29 (1965) 51-76). So it can go together with any other
//! trait.

use super::normal;
use crate::declare::{Evidence, Parameter, Spread};
use crate::table;

const fn share(typical: f64, evidence: Evidence, source: &'static str) -> Parameter {
    Parameter { unit: "1", min: 0.0, typical, max: 1.0, spread: Spread::Same, evidence, source }
}

const TIES: &str = "set so that people meet somebody of four kinds on average; kinds counted as in Cohen 1997 (PMID 9200634), who \
                    has twelve";

const BOWEL: &str = "about 4 % of adults in the surveys of 2021, in three kinds of like size; general knowledge";

table! {
    /// Shares of people.
    Shares of Parameter in "share" {
        /// Women, of all
        female: share(0.5, Evidence::Hypothesis, "as many women as men"),
        /// On a combined pill, of women under 50
        combined_pill: share(
            0.14,
            Evidence::Read,
            "United States, 15 to 49 years, all oral contraceptives (Daniels 2020, NCHS Data Brief 388)",
        ),
        /// In the luteal phase, of women who have a cycle
        luteal: share(
            0.423,
            Evidence::Derived,
            "12.4 of 29.3 days, 612,613 cycles (Bull 2019, 10.1038/s41746-019-0152-7)",
        ),
        /// Smokers
        smoker: share(0.181, Evidence::Read, "United States 2012 (Agaku 2014, PMC4584648)"),
        /// Takers of caffeine
        caffeine: share(0.89, Evidence::Read, "United States 2001-2010 (Fulgoni 2015, 10.3945/ajcn.113.080077)"),
        /// Meet a partner
        partner: share(0.65, Evidence::Hypothesis, TIES),
        /// Meet family
        family: share(0.9, Evidence::Hypothesis, TIES),
        /// Meet friends
        friends: share(0.9, Evidence::Hypothesis, TIES),
        /// Meet colleagues, or people of a school
        colleagues: share(0.7, Evidence::Hypothesis, TIES),
        /// Meet neighbours
        neighbours: share(0.6, Evidence::Hypothesis, TIES),
        /// Meet people of a club, a congregation or another group
        groups: share(0.45, Evidence::Hypothesis, TIES),
        /// High blood pressure that is not treated
        hypertension: share(
            0.15,
            Evidence::Hypothesis,
            "a third of people of 30 to 79 have it, three fifths of them without treatment (NCD-RisC 2021, \
             10.1016/S0140-6736(21)01330-1); less among the younger people drawn here",
        ),
        /// Irritable bowel in which diarrhoea prevails
        bowel_diarrhoea: share(0.014, Evidence::Hypothesis, BOWEL),
        /// Irritable bowel in which constipation prevails
        bowel_constipation: share(0.013, Evidence::Hypothesis, BOWEL),
        /// Irritable bowel of the mixed kind
        bowel_mixed: share(0.013, Evidence::Hypothesis, BOWEL),
        /// Atopic eczema
        eczema: share(
            0.073,
            Evidence::Read,
            "adults of the United States, 1,278 asked (Chiesa Fuxench 2019, 10.1016/j.jid.2018.08.028)",
        ),
        /// Psoriasis
        psoriasis: share(0.03, Evidence::Secondary, "2 to 3 % of adults, as several pages tell"),
        /// Acne
        acne: share(
            0.2,
            Evidence::Hypothesis,
            "29 % at 15 to 44 and 13 % of all people, as a page tells of a survey of 20,000; in between at the ages drawn here",
        ),
    }
}

/// The hidden score above which people have the trait.
pub(super) fn threshold(row: &Parameter) -> f64 {
    normal::quantile(1.0 - row.typical)
}
