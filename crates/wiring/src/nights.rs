//! One night drawn many times: from the same evening on, with other draws of sleep.
//!
//! What is drawn again are sleep's own draws: lengths of bouts, where they go, parts of the cycle. Everything else that chance does, pulses and
//! the wander of arousal and mood, is as in the night that is lived. So what differs
//! between two draws is sleep's own chance, and what differs between two lives in the same draw is what happened to them.

use crate::abreast::run_together;
use crate::branch::Branch;
use crate::company::Fault;
use crate::life::Life;
use crate::recorder::{Recorder, Recording};
use consoma_engine::{Run, Stepping};

/// A life before a night.
#[derive(Clone, Copy, Debug)]
pub struct Evening<'a> {
    /// Whose.
    pub life: &'a Life,
    /// How it stands.
    pub branch: &'a Branch,
    /// The times at which everybody is recorded, which ascend and end the run, min.
    pub times: &'a [f64],
}

impl Life {
    /// Runs on from each evening with each of the draws `repeats` of the night: of each evening, for each draw, what is recorded of
    /// everybody. Draw 0, stepped as the life is, gives the bits of the night that is lived.
    ///
    /// # Errors
    ///
    /// Of each evening, those of [`Life::run`].
    pub fn nights(
        evenings: &[Evening<'_>],
        repeats: &[u32],
        stepping: &Stepping,
    ) -> Vec<Result<Vec<Vec<Recording>>, Fault>> {
        let again = |evening| repeats.iter().map(move |&repeat| (evening, repeat));
        let companies: Vec<_> = evenings
            .iter()
            .flat_map(again)
            .map(|(evening, repeat)| (evening, evening.life.company.drawn_again(repeat)))
            .collect();
        let runs = companies.iter().map(|(Evening { life, branch, times }, company)| Run {
            system: company,
            from: (*branch).clone(),
            timeline: life.after(branch),
            until: times.last().map_or(branch.time, |last| last.max(branch.time)),
            observer: Recorder::new(company, times.to_vec(), f64::INFINITY),
        });
        let mut ended = run_together(stepping, runs.collect()).into_iter();
        let own = |evening: &Evening<'_>| {
            let of = ended.by_ref().take(repeats.len());
            let read = |ended: Result<(_, Recorder), _>| ended.map(|(_, recorder)| recorder.finish());
            // Whichever draw fails, all are taken, so that the next evening finds its own.
            let nights: Vec<_> = of.map(read).collect();
            nights.into_iter().collect::<Result<_, _>>().map_err(|error| evening.life.company.fault(error))
        };
        evenings.iter().map(own).collect()
    }
}
