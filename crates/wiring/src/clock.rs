//! The pacemaker and sleep pressure alone, run through weeks of a person's routine to find where it leaves them at midnight.
//!
//! Who sleeps by pressure goes to bed and gets up by it here too, so that their clock is entrained to the light that they see.

use crate::body::{read, write};
use consoma_engine::{Checkpoint, Error, Eventful, Flow, Method, Shape, State, Stepping, System, View, run};
use consoma_model::body::sleep::{homeostat, pacemaker};
use consoma_model::declare::Table;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{Awakening, Change, DAY, Routine, Schedule, Span};
use consoma_model::tables::Parameters;

struct Clock<'a> {
    p: &'a Parameters<f64>,
    free: bool,
}

const PACEMAKER: usize = pacemaker::State::<()>::ROWS.len();
const HOMEOSTAT: usize = homeostat::State::<()>::ROWS.len();

type States = (pacemaker::State<f64>, homeostat::State<f64>);

fn states(fast: &[f64]) -> States {
    let (pacemaker, homeostat) = fast.split_at(PACEMAKER);
    (read(pacemaker), read(homeostat))
}

impl System<f64> for Clock<'_> {
    type Held = Inputs<f64>;

    fn shape(&self) -> Shape {
        Shape { fast: PACEMAKER + HOMEOSTAT, tallies: 0, slow: 0 }
    }

    fn flow(&self, held: &Inputs<f64>, _slow: &[f64], fast: &[f64], out: &mut Flow<f64>) {
        let (pacemaker, homeostat) = states(fast);
        let mut places = out.slope.iter_mut().zip(&mut out.rate);
        let mut put = |change: consoma_model::Change<f64>| {
            if let Some((slope, rate)) = places.next() {
                (*slope, *rate) = (change.slope, change.rate);
            }
        };
        pacemaker::flow(&pacemaker, held, &self.p.pacemaker).write(&mut put);
        // A night counts as one sleep.
        let asleep = Inputs { asleep: held.bed, ..*held };
        homeostat::flow(&homeostat, 1.0, &asleep, &self.p.homeostat).write(&mut put);
    }
}

impl Eventful for Clock<'_> {
    type Happening = Inputs<f64>;

    fn happen(&self, _time: f64, what: &Inputs<f64>, held: &mut Inputs<f64>, _state: &mut State) {
        let bed = if self.free { held.bed } else { what.bed };
        *held = Inputs { bed, ..*what };
    }

    fn guards(&self) -> usize {
        usize::from(self.free)
    }

    fn guard(&self, _time: f64, held: &Inputs<f64>, state: &View<'_>, out: &mut [f64]) {
        let (pacemaker, homeostat) = states(state.fast);
        let p = &self.p.homeostat;
        let need = homeostat::need(&homeostat, &pacemaker, p);
        out.fill(if held.bed > 0.0 { p.up - need } else { need - p.bed });
    }

    fn fire(&self, _guard: usize, _time: f64, held: &mut Inputs<f64>, _state: &mut State) {
        held.bed = 1.0 - held.bed;
    }
}

/// Where a routine leaves a person at midnight.
pub(crate) struct Midnight {
    pub(crate) pacemaker: pacemaker::State<f64>,
    pub(crate) homeostat: homeostat::State<f64>,
    /// Of who sleeps by pressure: whether they lie in bed.
    pub(crate) in_bed: bool,
}

/// Most days of routine that are tried. In darkness, and in little light with a slow clock, nobody is entrained; then the last day stands.
const MOST_DAYS: u32 = 60;
/// A clock that moves by less than this from midnight to midnight is entrained, rad: one minute.
const STILL: f64 = core::f64::consts::TAU / DAY;
/// Step, min. The pacemaker turns once a day; a third-order step of ten minutes errs by less than 1e-5 of its size.
const STEP: f64 = 10.0;

/// A midnight of a person, after as many days of their routine as the pacemaker needs to be entrained.
pub(crate) fn entrained(start: &States, p: &Parameters<f64>, routine: Routine) -> Result<Midnight, Error> {
    let free = routine.free;
    let days = Schedule { routine, ..Schedule::default() };
    let awakening = Awakening { window: 0.0, night: f64::INFINITY };
    let day: Vec<_> = days
        .changes(Span { start: 0.0, end: DAY }, awakening)
        .into_iter()
        .filter_map(|(time, change)| match change {
            Change::Inputs(inputs) => Some((time, inputs)),
            Change::Begins(_) | Change::Ends(_) | Change::Company | Change::Elsewhere => None,
        })
        .collect();
    let clock = Clock { p, free };
    let stepping = Stepping { method: Method::ExponentialThird, step: STEP, ..Stepping::default() };
    let (mut now, mut held) = (*start, Inputs::rest());
    // A guard that is due already does not fire.
    let due = homeostat::need(&now.1, &now.0, &p.homeostat) >= p.homeostat.bed;
    held.bed = f64::from(u8::from(free && due));
    for _ in 0..MOST_DAYS {
        let mut state = State::zeros(clock.shape());
        let (pacemaker, homeostat) = state.fast.split_at_mut(PACEMAKER);
        write(&now.0, pacemaker);
        write(&now.1, homeostat);
        let from = Checkpoint::new(0.0, state, held);
        let end = run(&clock, &stepping, from, day.iter().copied(), DAY, &mut ())?.checkpoint;
        let next = states(&end.state.fast);
        let moved = (next.0.x - now.0.x).powi(2) + (next.0.y - now.0.y).powi(2);
        (now, held) = (next, end.held);
        if moved < STILL * STILL {
            break;
        }
    }
    let (pacemaker, homeostat) = now;
    Ok(Midnight { pacemaker, homeostat, in_bed: held.bed > 0.0 })
}
