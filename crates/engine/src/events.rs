//! What may change a body at one instant.

use crate::{State, System, View};

/// A system whose inputs and states change at instants.
///
/// Two kinds of instant exist. A *happening* is located in advance: an edge of the schedule, a pulse, a waking. A
/// *guard* is a function of the state that fires when it rises from below zero to zero or above. Steps end at both, so
/// no step ever runs across a change, and the new value holds from its instant on.
///
/// At one instant the order is: the day turns over if it is midnight; guards that rose during the step fire; happenings
/// are applied in the order of the timeline; guards that those happenings lifted to zero or above fire. Each firing is
/// followed by a fresh look at all guards, and the lowest number fires first.
pub trait Eventful: System<f64> {
    /// What can happen at an instant known in advance.
    type Happening;

    /// Applies a happening to what is held and to the state.
    ///
    /// `time` is the instant in minutes, as the step lattice located it (see [`SNAP`](crate::SNAP)). `state.midnight`
    /// holds the slow states at the last midnight. The lengths of the state must stay as they are.
    fn happen(&self, time: f64, what: &Self::Happening, held: &mut Self::Held, state: &mut State);

    /// Whether a step may end with these fast states, all of them finite. Where one may not, or ends in a number that is none, it is taken
    /// again in halves, so a method that would leave what is possible (an amount below nothing) follows the curve more closely instead. A
    /// step of 1/128 min is taken as it is, and so is one from where it cannot be.
    fn possible(&self, fast: &[f64]) -> bool {
        let _ = fast;
        true
    }

    /// For how many minutes after a happening what is fast in the system has to be followed by short steps: for good, unless said
    /// otherwise. See [`Stepping::calm`](crate::Stepping).
    fn stirs(&self, what: &Self::Happening) -> f64 {
        let _ = what;
        f64::INFINITY
    }

    /// The same after the event of a guard.
    fn firing_stirs(&self, guard: usize) -> f64 {
        let _ = guard;
        f64::INFINITY
    }

    /// The number of guards. It must not change while the system is in use.
    fn guards(&self) -> usize {
        0
    }

    /// The value of every guard, into `out` of length [`guards`](Eventful::guards). Each is continuous in the state.
    ///
    /// A guard fires when its value, below zero at the start of a step, is zero or above at its end, or when a happening
    /// lifts it there. One that is zero or above already does not fire until it has been below zero. One that rises and
    /// sinks again within one step is not seen: choose the step so that this cannot matter.
    fn guard(&self, time: f64, held: &Self::Held, state: &View<'_>, out: &mut [f64]) {
        let _ = (time, held, state, out);
    }

    /// Applies the event of one guard to what is held and to the state.
    fn fire(&self, guard: usize, time: f64, held: &mut Self::Held, state: &mut State) {
        let _ = (guard, time, held, state);
    }
}
