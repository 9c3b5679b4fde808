//! Recording every quantity at asked times, and what happened.

use crate::body::{Body, Happening, SHAPE, read};
use consoma_engine::{Moment, Observer, Step};
use consoma_model::appraisal::expression::Expression;
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
    /// What: `pulse`, `encounter begins`, `encounter ends`, `waking`, `falling asleep`.
    pub what: &'static str,
    /// The size of a pulse, or the number of an encounter in its schedule, from 1; otherwise not a number.
    pub size: f64,
}

/// Records all quantities at given times. At an edge it records what holds from then on.
#[derive(Debug)]
pub struct Recorder {
    times: Vec<f64>,
    next: usize,
    from: f64,
    asleep: f64,
    body: Body<f64>,
    scratch: Vec<f64>,
    values: Vec<f64>,
    log: Vec<Log>,
}

impl Recorder {
    /// Records `body` at `times` (minutes, ascending), and logs events from `from` on.
    pub fn new(body: Body<f64>, times: Vec<f64>, from: f64) -> Self {
        let values = Vec::with_capacity(times.len() * Self::width());
        Self { times, next: 0, from, asleep: 0.0, body, scratch: vec![0.0; SHAPE.total()], values, log: Vec::new() }
    }

    /// The number of columns.
    pub fn width() -> usize {
        Fast::<()>::COUNT + Slow::<()>::COUNT + Readings::<()>::COUNT
    }

    /// The recorded values: a row for each time, [`Recorder::width`] wide, and the events.
    pub fn finish(self) -> (Vec<f64>, Vec<Log>) {
        (self.values, self.log)
    }

    /// Takes what stands in `scratch` as the row of the next time.
    fn take(&mut self, held: &Inputs<f64>) {
        let (fast, rest) = self.scratch.split_at(SHAPE.fast);
        let slow = &rest[SHAPE.tallies..];
        let readings = whole::readings(&read(fast), held, &Expression::absent(), &self.body.person);
        self.values.extend_from_slice(fast);
        self.values.extend_from_slice(slow);
        readings.write(&mut |value| self.values.push(value));
        self.next += 1;
    }

    fn due(&self, before: impl Fn(f64) -> bool) -> Option<f64> {
        self.times.get(self.next).copied().filter(|&time| before(time))
    }
}

impl Observer<Body<f64>> for Recorder {
    fn step(&mut self, step: &mut Step<'_, Body<f64>>) {
        while let Some(time) = self.due(|time| time < step.end) {
            step.at(time, &mut self.scratch);
            self.take(step.held);
        }
    }

    fn happened(&mut self, what: &Happening, moment: &Moment<'_, Body<f64>>) {
        let (what, size) = match what {
            Happening::Pulse(size) => ("pulse", *size),
            Happening::Schedule(Change::Begins(place)) => ("encounter begins", *place as f64 + 1.0),
            Happening::Schedule(Change::Ends(place)) => ("encounter ends", *place as f64 + 1.0),
            Happening::Schedule(Change::Company) => return,
            Happening::Schedule(Change::Inputs(inputs)) => {
                let before = core::mem::replace(&mut self.asleep, inputs.asleep);
                match (before > 0.0, inputs.asleep > 0.0) {
                    (true, false) => ("waking", f64::NAN),
                    (false, true) => ("falling asleep", f64::NAN),
                    _ => return,
                }
            }
        };
        if moment.time >= self.from {
            self.log.push(Log { time: moment.time, what, size });
        }
    }

    fn finish(&mut self, moment: &Moment<'_, Body<f64>>) {
        while self.due(|time| time <= moment.time).is_some() {
            moment.read(&mut self.scratch);
            self.take(moment.held);
        }
    }
}
