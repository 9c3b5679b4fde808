//! One night drawn many times: from the same evening on, with other draws of sleep.
//!
//! What is drawn again are sleep's own draws: lengths of bouts, where they go, parts of the cycle. Everything else that chance does, pulses and
//! the wander of arousal and mood, is as in the night that is lived. So what differs
//! between two draws is sleep's own chance, and what differs between two lives in the same draw is what happened to them.

use crate::abreast::run_together;
use crate::body::Held;
use crate::company::{Company, Fault, Happening};
use crate::life::Life;
use crate::recorder::{Recorder, Recording};
use consoma_engine::{Checkpoint, Moment, Observer, Run, SNAP, Step, Stepping};

/// Where a life stands before a night, so that the night can be drawn again from there.
pub type Branch = Checkpoint<Vec<Held<f64>>>;

/// Hands on everything but the end, which is only a stop by the way.
struct ByTheWay<'a, O>(&'a mut O);

impl<O: Observer<Company<f64>>> Observer<Company<f64>> for ByTheWay<'_, O> {
    fn start(&mut self, moment: &Moment<'_, Company<f64>>) {
        self.0.start(moment);
    }

    fn step(&mut self, step: &mut Step<'_, Company<f64>>) {
        self.0.step(step);
    }

    fn midnight(&mut self, moment: &Moment<'_, Company<f64>>) {
        self.0.midnight(moment);
    }

    fn happened(&mut self, happening: &Happening, moment: &Moment<'_, Company<f64>>) {
        self.0.happened(happening, moment);
    }

    fn fired(&mut self, guard: usize, moment: &Moment<'_, Company<f64>>) {
        self.0.fired(guard, moment);
    }
}

/// Hands on everything but the start, which has been told.
struct FurtherOn<'a, O>(&'a mut O);

impl<O: Observer<Company<f64>>> Observer<Company<f64>> for FurtherOn<'_, O> {
    fn step(&mut self, step: &mut Step<'_, Company<f64>>) {
        self.0.step(step);
    }

    fn midnight(&mut self, moment: &Moment<'_, Company<f64>>) {
        self.0.midnight(moment);
    }

    fn happened(&mut self, happening: &Happening, moment: &Moment<'_, Company<f64>>) {
        self.0.happened(happening, moment);
    }

    fn fired(&mut self, guard: usize, moment: &Moment<'_, Company<f64>>) {
        self.0.fired(guard, moment);
    }

    fn finish(&mut self, moment: &Moment<'_, Company<f64>>) {
        self.0.finish(moment);
    }
}

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
    /// Runs lives to the ends of their spans as [`Life::run_all`] does, and keeps how each stood at its time in `at`. Where that is
    /// a point of the lattice of steps, the bits are those of [`Life::run`].
    ///
    /// # Errors
    ///
    /// Of each life, those of [`Life::run`].
    pub fn run_all_by_way<O>(lives: &[Self], at: &[f64], observers: &mut [O]) -> Vec<Result<Branch, Fault>>
    where
        O: Observer<Company<f64>>,
    {
        let Some(first) = lives.first() else { return Vec::new() };
        let runs = lives.iter().zip(at).zip(observers.iter_mut()).map(|((life, &until), observer)| Run {
            system: &life.company,
            from: life.start.clone(),
            timeline: life.happenings.iter().cloned(),
            until,
            observer: ByTheWay(observer),
        });
        let ended = run_together(&first.stepping, runs.collect()).into_iter();
        let mut branches: Vec<_> = (lives.iter().zip(ended))
            .map(|(life, ended)| ended.map(|(finish, _)| finish.checkpoint).map_err(|error| life.company.fault(error)))
            .collect();
        let runs = lives.iter().zip(&branches).zip(observers).filter_map(|((life, branch), observer)| {
            let branch = branch.as_ref().ok()?;
            let from = branch.clone();
            let (timeline, until, observer) = (life.after(branch), life.span.end, FurtherOn(observer));
            Some(Run { system: &life.company, from, timeline, until, observer })
        });
        let mut ended = run_together(&first.stepping, runs.collect()).into_iter();
        for (life, branch) in lives.iter().zip(&mut branches).filter(|(_, branch)| branch.is_ok()) {
            if let Some(Err(error)) = ended.next() {
                *branch = Err(life.company.fault(error));
            }
        }
        branches
    }

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

    /// What happens from a branch on.
    fn after(&self, branch: &Branch) -> impl Iterator<Item = (f64, Happening)> + use<'_> {
        let past = self.happenings.partition_point(|(time, _)| *time < branch.time - SNAP);
        self.happenings[past..].iter().cloned()
    }
}
