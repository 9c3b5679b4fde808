//! The pacemaker alone, run through weeks of a person's routine to find the phase at which it is entrained.

use crate::body::{read, write};
use consoma_engine::{Checkpoint, Error, Eventful, Flow, Method, Shape, State, Stepping, System, run};
use consoma_model::body::sleep::pacemaker;
use consoma_model::declare::Table;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{Change, DAY, Schedule, Span};
use consoma_model::tables::Parameters;

struct Clock<'a>(&'a pacemaker::Parameters<f64>);

impl System<f64> for Clock<'_> {
    type Held = Inputs<f64>;

    fn shape(&self) -> Shape {
        Shape { fast: pacemaker::State::<()>::ROWS.len(), tallies: 0, slow: 0 }
    }

    fn flow(&self, held: &Inputs<f64>, _slow: &[f64], fast: &[f64], out: &mut Flow<f64>) {
        let mut places = out.slope.iter_mut().zip(&mut out.rate);
        pacemaker::flow(&read(fast), held, self.0).write(&mut |change| {
            if let Some((slope, rate)) = places.next() {
                (*slope, *rate) = (change.slope, change.rate);
            }
        });
    }
}

impl Eventful for Clock<'_> {
    type Happening = Inputs<f64>;

    fn happen(&self, _time: f64, what: &Inputs<f64>, held: &mut Inputs<f64>, _state: &mut State) {
        *held = *what;
    }
}

/// Days of routine after which a pacemaker is taken as entrained: it moves by less than a minute a day then.
const DAYS: f64 = 20.0;
/// Step, min. The pacemaker turns once a day; a third-order step of ten minutes errs by less than 1e-5 of its size.
const STEP: f64 = 10.0;

/// The pacemaker at `midnight` (minutes) after weeks of the schedule's routine.
pub(crate) fn entrained(
    start: pacemaker::State<f64>,
    p: &Parameters<f64>,
    schedule: &Schedule,
    midnight: f64,
) -> Result<pacemaker::State<f64>, Error> {
    let routine = Schedule { routine: schedule.routine, ..Schedule::default() };
    let span = Span { start: midnight - DAYS * DAY, end: midnight };
    let awakening = consoma_model::schedule::Awakening { window: 0.0, night: f64::INFINITY };
    let changes = routine.changes(span, awakening).into_iter().filter_map(|(time, change)| match change {
        Change::Inputs(inputs) => Some((time, inputs)),
        Change::Begins { .. } | Change::Ends => None,
    });
    let clock = Clock(&p.pacemaker);
    let mut state = State::zeros(clock.shape());
    write(&start, &mut state.fast);
    let stepping = Stepping { method: Method::ExponentialThird, step: STEP, ..Stepping::default() };
    let from = Checkpoint::new(span.start, state, Inputs::rest());
    let finish = run(&clock, &stepping, from, changes, midnight, &mut ())?;
    Ok(read(&finish.checkpoint.state.fast))
}
