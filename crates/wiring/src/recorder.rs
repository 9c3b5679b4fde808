//! Recording every quantity of everybody at asked times, and what happened to them.

use crate::body::{Event, SHAPE, read};
use crate::company::{Company, Happening, part};
use consoma_engine::{Moment, Observer, Step, System};
use consoma_model::declare::{Quantity, Row, Table};
use consoma_model::inputs::Inputs;
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
    /// What: the name of a [`Jump`](crate::Jump), `encounter begins`, `encounter ends`, `waking`, `falling asleep`.
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
#[derive(Debug)]
pub struct Recorder {
    times: Vec<f64>,
    next: usize,
    from: f64,
    company: Company<f64>,
    asleep: Vec<f64>,
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
            asleep: vec![0.0; count],
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
    fn take(&mut self, held: &[Inputs<f64>]) {
        let count = self.people.len();
        let (fast, rest) = self.scratch.split_at(count * SHAPE.fast);
        let slow = &rest[count * SHAPE.tallies..];
        for (i, recording) in self.people.iter_mut().enumerate() {
            let (own, person) = (part(fast, i, SHAPE.fast), &self.company.people()[i]);
            let readings = whole::readings(&read(own), &held[i], &self.company.met(i, fast), person);
            recording.values.extend_from_slice(own);
            recording.values.extend_from_slice(part(slow, i, SHAPE.slow));
            readings.write(&mut |value| recording.values.push(value));
        }
        self.next += 1;
    }

    fn due(&self, before: impl Fn(f64) -> bool) -> Option<f64> {
        self.times.get(self.next).copied().filter(|&time| before(time))
    }
}

impl Observer<Company<f64>> for Recorder {
    fn step(&mut self, step: &mut Step<'_, Company<f64>>) {
        while let Some(time) = self.due(|time| time < step.end) {
            step.at(time, &mut self.scratch);
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
            Event::Schedule(Change::Company) => return,
            Event::Schedule(Change::Inputs(inputs)) => {
                let before = core::mem::replace(&mut self.asleep[whose], inputs.asleep);
                match (before > 0.0, inputs.asleep > 0.0) {
                    (true, false) => ("waking", None, None),
                    (false, true) => ("falling asleep", None, None),
                    _ => return,
                }
            }
        };
        if moment.time >= self.from {
            self.people[whose].log.push(Log { time: moment.time, what, size, encounter });
        }
    }

    fn finish(&mut self, moment: &Moment<'_, Company<f64>>) {
        while self.due(|time| time <= moment.time).is_some() {
            moment.read(&mut self.scratch);
            self.take(moment.held);
        }
    }
}
