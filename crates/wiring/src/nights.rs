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
use consoma_engine::{Checkpoint, Moment, Observer, Run, SNAP, Step, Stepping, run};

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

impl Life {
    /// Runs the life to the end of its span, and keeps how it stood at `at`. Where `at` is a point of the lattice of steps, the
    /// bits are those of [`Life::run`].
    ///
    /// # Errors
    ///
    /// Those of [`run`].
    pub fn run_by_way<O>(&self, at: f64, observer: &mut O) -> Result<Branch, Fault>
    where
        O: Observer<Company<f64>>,
    {
        let timeline = self.happenings.iter().cloned();
        let first = run(&self.company, &self.stepping, self.start.clone(), timeline, at, &mut ByTheWay(observer));
        let branch = first.map_err(|error| self.company.fault(error))?.checkpoint;
        let (timeline, until) = (self.after(&branch), self.span.end);
        let further = run(&self.company, &self.stepping, branch.clone(), timeline, until, &mut FurtherOn(observer));
        further.map(|_| branch).map_err(|error| self.company.fault(error))
    }

    /// Runs on from a branch with each of the draws `repeats` of the nights, and records everybody at `times`, which ascend and end
    /// the run. Draw 0, stepped as the life is, gives the bits of the night that is lived.
    ///
    /// # Errors
    ///
    /// Those of [`run`].
    pub fn nights(
        &self,
        branch: &Branch,
        times: &[f64],
        repeats: &[u32],
        stepping: &Stepping,
    ) -> Result<Vec<Vec<Recording>>, Fault> {
        let companies: Vec<_> = repeats.iter().map(|&repeat| self.company.drawn_again(repeat)).collect();
        let until = times.last().map_or(branch.time, |last| last.max(branch.time));
        let runs = companies.iter().map(|company| Run {
            system: company,
            from: branch.clone(),
            timeline: self.after(branch),
            until,
            observer: Recorder::new(company, times.to_vec(), f64::INFINITY),
        });
        let ended = run_together(stepping, runs.collect()).into_iter();
        ended
            .map(|ended| ended.map(|(_, recorder)| recorder.finish()).map_err(|error| self.company.fault(error)))
            .collect()
    }

    /// What happens from a branch on.
    fn after(&self, branch: &Branch) -> impl Iterator<Item = (f64, Happening)> {
        let past = self.happenings.partition_point(|(time, _)| *time < branch.time - SNAP);
        self.happenings[past..].iter().cloned()
    }
}
