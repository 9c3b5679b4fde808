//! Lives that have a beginning in common, or an end that is drawn again.
//!
//! Two arms of an experiment are the same people on the same day until something differs. That beginning is lived once, up to a point of the
//! lattice of steps just before it, and each goes on from there. The bits are those of lives that are lived apart.

use crate::abreast::run_together;
use crate::body::Held;
use crate::company::{Company, Fault, Happening};
use crate::life::Life;
use consoma_engine::{Checkpoint, Finish, Moment, Observer, Run, SNAP, Step};

/// Where a life stands, so that it can go on from there in more than one way.
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
    /// Runs several lives, each with its observer, as [`Life::run`] would, bit for bit; together they run faster, and what is common to
    /// some of them from the beginning on is lived once, if their observers are equal. The lives are of one stepping: that of the first.
    ///
    /// # Errors
    ///
    /// Of each life, those of [`run`](consoma_engine::run).
    pub fn run_all<O>(lives: &[Self], observers: &mut [O]) -> Vec<Result<(), Fault>>
    where
        O: Observer<Company<f64>> + Clone + PartialEq,
    {
        let families = families(lives, observers);
        let begin: Vec<&Self> = families.iter().map(|it| &lives[it.members[0]]).collect();
        let until: Vec<f64> = families.iter().map(|it| it.until).collect();
        let mut begun: Vec<O> = families.iter().map(|it| observers[it.members[0]].clone()).collect();
        let branches = Self::begin_all(&begin, &until, &mut begun);

        let mut of = vec![0; lives.len()];
        for (place, family) in families.iter().enumerate() {
            for &member in &family.members {
                of[member] = place;
                observers[member] = begun[place].clone();
            }
        }
        let branches: Vec<_> = of.into_iter().map(|family| branches[family].clone()).collect();
        let ended = Self::end_all(lives, branches, observers);
        ended.into_iter().map(|ended| ended.map(drop)).collect()
    }

    /// Runs lives to the ends of their spans, each by itself, and keeps how each stood at its time in `at`. Where that is a point of the
    /// lattice of steps, the bits are those of [`Life::run`].
    ///
    /// # Errors
    ///
    /// Of each life, those of [`Life::run`].
    pub fn run_all_by_way<O>(lives: &[Self], at: &[f64], observers: &mut [O]) -> Vec<Result<Branch, Fault>>
    where
        O: Observer<Company<f64>>,
    {
        let branches = Self::begin_all(&lives.iter().collect::<Vec<_>>(), at, observers);
        Self::end_all(lives, branches, observers)
    }

    /// Runs lives from their beginnings, each to its time in `until`.
    fn begin_all<O>(lives: &[&Self], until: &[f64], observers: &mut [O]) -> Vec<Result<Branch, Fault>>
    where
        O: Observer<Company<f64>>,
    {
        let Some(first) = lives.first() else { return Vec::new() };
        let runs = lives.iter().zip(until).zip(observers).map(|((life, &until), observer)| Run {
            system: &life.company,
            from: life.start.clone(),
            timeline: life.happenings.iter().cloned(),
            until,
            observer: ByTheWay(observer),
        });
        let ended = run_together(&first.stepping, runs.collect());
        let own = |(life, ended): (&&Self, Result<(_, _), _>)| match ended {
            Ok((Finish { checkpoint, .. }, _)) => Ok(checkpoint),
            Err(error) => Err(life.company.fault(error)),
        };
        lives.iter().zip(ended).map(own).collect()
    }

    /// Runs lives from where they stand to the ends of their spans. Gives back where they stood.
    fn end_all<O>(
        lives: &[Self],
        mut branches: Vec<Result<Branch, Fault>>,
        observers: &mut [O],
    ) -> Vec<Result<Branch, Fault>>
    where
        O: Observer<Company<f64>>,
    {
        let Some(first) = lives.first() else { return Vec::new() };
        let runs = lives.iter().zip(&branches).zip(observers).filter_map(|((life, branch), observer)| {
            let branch = branch.as_ref().ok()?;
            let (timeline, until, observer) = (life.after(branch), life.span.end, FurtherOn(observer));
            Some(Run { system: &life.company, from: branch.clone(), timeline, until, observer })
        });
        let mut ended = run_together(&first.stepping, runs.collect()).into_iter();
        for (life, branch) in lives.iter().zip(&mut branches).filter(|(_, branch)| branch.is_ok()) {
            if let Some(Err(error)) = ended.next() {
                *branch = Err(life.company.fault(error));
            }
        }
        branches
    }

    /// What happens from a branch on.
    pub(crate) fn after(&self, branch: &Branch) -> impl Iterator<Item = (f64, Happening)> + use<'_> {
        let past = self.happenings.partition_point(|(time, _)| *time < branch.time - SNAP);
        self.happenings[past..].iter().cloned()
    }
}

/// Lives with a beginning in common, by their places, and where it ends.
struct Family {
    members: Vec<usize>,
    until: f64,
}

/// Everybody in a family; who has nothing in common with anybody has one alone.
fn families<O: PartialEq>(lives: &[Life], observers: &[O]) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for (place, life) in lives.iter().enumerate() {
        let joined = families.iter_mut().find_map(|family| {
            let first = family.members[0];
            let until = (observers[first] == observers[place]).then(|| part(&lives[first], life))??;
            Some((family, until))
        });
        match joined {
            Some((family, until)) => {
                family.members.push(place);
                family.until = family.until.min(until);
            }
            None => families.push(Family { members: vec![place], until: life.span.end }),
        }
    }
    families
}

/// The last point of the lattice up to which two lives are one, if there is any.
fn part(a: &Life, b: &Life) -> Option<f64> {
    if a.company != b.company || a.start != b.start || a.stepping != b.stepping {
        return None;
    }
    let end = a.span.end.min(b.span.end);
    let common = a.happenings.iter().zip(&b.happenings).take_while(|(a, b)| a == b).count();
    let next = |life: &Life| life.happenings.get(common).map_or(end, |(time, _)| time.min(end));
    // Strictly before it, or what happens then to one of them would have happened to both.
    let point = a.stepping.point(next(a).min(next(b)) - 2.0 * SNAP);
    (point > a.start.time).then_some(point)
}
