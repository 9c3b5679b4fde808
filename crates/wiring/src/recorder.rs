//! Recording every quantity of everybody at asked times, and what happened to them.

use crate::body::{Event, Held, SHAPE, kept_within, read};
use crate::company::{Company, Happening, part};
use crate::sleep::GUARDS;
use consoma_engine::{Moment, Observer, Step, System};
use consoma_model::body::sleep::stages::Stage;
use consoma_model::declare::{Quantity, Row, Table};
use consoma_model::schedule::Change;
use consoma_model::tables::{Fast, Readings, Slow, quantities};
use consoma_model::whole;

/// The recorded columns, in order: fast states, slow states, algebraic quantities.
pub fn columns() -> impl Iterator<Item = &'static Row<Quantity>> {
    quantities()
}

/// Something that happened, for the table of events.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// Time in minutes.
    pub time: f64,
    /// What: the name of a [`Jump`](crate::Jump), `encounter begins`, `encounter ends`, `to bed`, `to a nap`, `getting up`, or what
    /// a stage of sleep is called that begins.
    pub what: &'static str,
    /// The size of a jump.
    pub size: Option<f64>,
    /// The place of an encounter in the person's schedule, from 0.
    pub encounter: Option<usize>,
}

/// What was recorded of one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    /// A row for each time, [`Recorder::width`] wide.
    pub values: Vec<f64>,
    /// What happened.
    pub log: Vec<Log>,
}

/// Records all quantities at given times. At an edge it records what holds from then on.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorder {
    times: Vec<f64>,
    next: usize,
    from: f64,
    company: Company<f64>,
    beds: Vec<(bool, Stage)>,
    scratch: Vec<f64>,
    people: Vec<Recording>,
}

impl Recorder {
    /// Records a company at `times` (minutes, ascending), and logs events from `from` on.
    pub fn new(company: &Company<f64>, times: Vec<f64>, from: f64) -> Self {
        let count = company.people().len();
        let recording = || Recording { values: Vec::with_capacity(times.len() * Self::width()), log: Vec::new() };
        Self {
            next: 0,
            from,
            beds: vec![(false, Stage::Wake); count],
            scratch: vec![0.0; System::<f64>::shape(company).total()],
            people: (0..count).map(|_| recording()).collect(),
            company: company.clone(),
            times,
        }
    }

    /// The number of columns.
    pub fn width() -> usize {
        Fast::<()>::COUNT + Slow::<()>::COUNT + Readings::<()>::COUNT
    }

    /// What was recorded of each person, in their order in the company.
    pub fn finish(self) -> Vec<Recording> {
        self.people
    }

    /// Takes what stands in `scratch` as the row of the next time.
    fn take(&mut self, held: &[Held<f64>]) {
        let count = self.people.len();
        let (fast, rest) = self.scratch.split_at(count * SHAPE.fast);
        let slow = &rest[count * SHAPE.tallies..];
        for (i, recording) in self.people.iter_mut().enumerate() {
            let (own, person) = (part(fast, i, SHAPE.fast), &self.company.people()[i]);
            let weeks = part(slow, i, SHAPE.slow);
            let met = self.company.met(i, fast);
            let readings = whole::readings(&read(own), &read(weeks), &held[i].inputs, &met, person);
            recording.values.extend_from_slice(own);
            recording.values.extend_from_slice(weeks);
            readings.write(&mut |value| recording.values.push(value));
        }
        self.next += 1;
    }

    fn log(&mut self, whose: usize, entry: Log) {
        if entry.time >= self.from {
            self.people[whose].log.push(entry);
        }
    }

    /// Logs what has changed of a person's sleep. Where stages are not drawn, only the bed.
    fn slept(&mut self, whose: usize, moment: &Moment<'_, Company<f64>>) {
        let held = &moment.held[whose];
        let (bed, stage) = (held.inputs.bed > 0.0, held.sleeper.stage);
        let before = core::mem::replace(&mut self.beds[whose], (bed, stage));
        let entry = |what| Log { time: moment.time, what, size: None, encounter: None };
        match (before.0, bed) {
            (false, true) if held.inputs.nap > 0.0 => self.log(whose, entry("to a nap")),
            (false, true) => self.log(whose, entry("to bed")),
            (true, false) => self.log(whose, entry("getting up")),
            _ => {}
        }
        if bed && held.inputs.staged > 0.0 && before != (bed, stage) {
            self.log(whose, entry(stage.event()));
        }
    }

    fn due(&self, before: impl Fn(f64) -> bool) -> Option<f64> {
        self.times.get(self.next).copied().filter(|&time| before(time))
    }
}

impl Observer<Company<f64>> for Recorder {
    fn step(&mut self, step: &mut Step<'_, Company<f64>>) {
        while let Some(time) = self.due(|time| time < step.end) {
            step.at(time, &mut self.scratch);
            let people = self.people.len();
            for (i, own) in self.scratch[..people * SHAPE.fast].chunks_exact_mut(SHAPE.fast).enumerate() {
                kept_within(own, part(&step.before.fast, i, SHAPE.fast), part(&step.after.fast, i, SHAPE.fast));
            }
            self.take(step.held);
        }
    }

    fn happened(&mut self, happening: &Happening, moment: &Moment<'_, Company<f64>>) {
        let whose = happening.whose;
        let (what, size, encounter) = match &happening.what {
            Event::Jump(jump, size) => match jump.name() {
                Some(name) => (name, Some(*size), None),
                None => return,
            },
            Event::Schedule(Change::Begins(place)) => ("encounter begins", None, Some(*place)),
            Event::Schedule(Change::Ends(place)) => ("encounter ends", None, Some(*place)),
            Event::Schedule(Change::Company | Change::Elsewhere) => return,
            Event::Schedule(Change::Inputs(_)) => return self.slept(whose, moment),
        };
        self.log(whose, Log { time: moment.time, what, size, encounter });
    }

    fn fired(&mut self, guard: usize, moment: &Moment<'_, Company<f64>>) {
        self.slept(guard / GUARDS, moment);
    }

    fn finish(&mut self, moment: &Moment<'_, Company<f64>>) {
        while self.due(|time| time <= moment.time).is_some() {
            moment.read(&mut self.scratch);
            self.take(moment.held);
        }
    }
}
