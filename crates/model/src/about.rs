//! What each process says of itself: the head of its file, where its equations stand as people write them, with their sources and with
//! what is left out.

/// A process and where it lives.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Its name, with which the ids of its declarations begin.
    pub process: &'static str,
    /// The folder of its file: `appraisal`, or one of `body`.
    pub folder: &'static str,
    source: &'static str,
}

impl About {
    /// The head of its file, as Markdown.
    ///
    /// ```
    /// use consoma_model::about::PROCESSES;
    /// let crh = PROCESSES.iter().find(|it| it.process == "crh").unwrap();
    /// assert!(crh.head().starts_with("CRH: the hypothalamic drive of the adrenal axis"));
    /// ```
    pub fn head(&self) -> String {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned() + "\n").collect()
    }
}

macro_rules! about {
    ($($folder:literal: $($process:ident)+;)+) => {
        &[$($(About {
            process: stringify!($process),
            folder: $folder,
            source: include_str!(concat!($folder, "/", stringify!($process), ".rs")),
        }),+),+]
    };
}

/// All processes, folder by folder.
pub const PROCESSES: &[About] = about! {
    "appraisal": approach closeness diversity evaluation expression hunger hurt loneliness novelty reward safety threat trust uncertainty;
    "body/hormones": acth adrenal awakening binding cortisol crh departure glands habituation oxytocin pulses saliva;
    "body/immune": antibody cold exposure function inflammation interleukins liver priming receptors strain traffic tumour_necrosis virus wound;
    "body/sleep": arousal homeostat memory night pacemaker restedness slow_waves stages vigilance;
    "body/gut": absorption accommodation appetite emptying gastric_rhythm motility permeability provoked sensitivity signal symptoms transit;
    "body/heart": catecholamines pressure reflex rhythm sympathetic vagal vessels;
    "body/pain": descending gain morphine nociception operation opioid pump sensitisation thresholds;
    "body/skin": acne barrier conductance eczema lesions perfusion psoriasis sebum touch;
    "body/mood": affect capacity contact depression effort fatigue hangover rebound rumination;
};

#[cfg(test)]
mod tests {
    use super::PROCESSES;
    use crate::tables::{Arrows, Fast, Parameters, Readings, Slow, Tallies};
    use std::collections::BTreeSet;

    #[test]
    fn whoever_declares_something_says_what_it_is() {
        let quantities =
            Fast::rows().chain(Tallies::rows()).chain(Slow::rows()).chain(Readings::rows()).map(|row| row.id);
        let ids = quantities.chain(Parameters::rows().map(|row| row.id)).chain(Arrows::rows().map(|row| row.id));
        let declared: BTreeSet<&str> = ids.filter_map(|id| id.split('.').next()).collect();
        assert_eq!(declared, PROCESSES.iter().map(|it| it.process).collect());
        for it in PROCESSES {
            let head = it.head();
            assert!(head.contains("\n```text\n"), "{}: its equations", it.process);
            assert!(head.contains("eft out"), "{}: what it leaves out", it.process);
        }
    }
}
