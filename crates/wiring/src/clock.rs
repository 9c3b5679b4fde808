//! The pacemaker alone, run through weeks of a person's routine to find the phase at which it is entrained.

use crate::body::{read, write};
use consoma_engine::{Checkpoint, Error, Eventful, Flow, Method, Shape, State, Stepping, System, run};
use consoma_model::body::sleep::pacemaker;
use consoma_model::declare::Table;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{Change, DAY, Routine, Schedule, Span};
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

/// Most days of routine that are tried. In darkness a clock is never entrained; then the last day stands.
const MOST_DAYS: u32 = 60;
/// A clock that moves by less than this from midnight to midnight is entrained, rad: one minute.
const STILL: f64 = core::f64::consts::TAU / DAY;
/// Step, min. The pacemaker turns once a day; a third-order step of ten minutes errs by less than 1e-5 of its size.
const STEP: f64 = 10.0;

/// The pacemaker at a midnight, after as many days of the schedule's routine as it needs to be entrained.
pub(crate) fn entrained(
    start: pacemaker::State<f64>,
    p: &Parameters<f64>,
    schedule: &Schedule,
) -> Result<pacemaker::State<f64>, Error> {
    let routine = Schedule { routine: Routine { free: false, ..schedule.routine }, ..Schedule::default() };
    let awakening = consoma_model::schedule::Awakening { window: 0.0, night: f64::INFINITY };
    let day: Vec<_> = routine
        .changes(Span { start: 0.0, end: DAY }, awakening)
        .into_iter()
        .filter_map(|(time, change)| match change {
            Change::Inputs(inputs) => Some((time, inputs)),
            Change::Begins(_) | Change::Ends(_) | Change::Company => None,
        })
        .collect();
    let clock = Clock(&p.pacemaker);
    let stepping = Stepping { method: Method::ExponentialThird, step: STEP, ..Stepping::default() };
    let mut now = start;
    for _ in 0..MOST_DAYS {
        let mut state = State::zeros(clock.shape());
        write(&now, &mut state.fast);
        let from = Checkpoint::new(0.0, state, Inputs::rest());
        let finish = run(&clock, &stepping, from, day.iter().copied(), DAY, &mut ())?;
        let next: pacemaker::State<f64> = read(&finish.checkpoint.state.fast);
        let moved = (next.x - now.x).powi(2) + (next.y - now.y).powi(2);
        now = next;
        if moved < STILL * STILL {
            break;
        }
    }
    Ok(now)
}
