//! Inputs: what a schedule does to a person, constant between two edges. At an edge the new value holds.

use crate::declare::Input;
use crate::table;

const fn share(rest: f64) -> Input {
    Input { unit: "1", allowed: (0.0, 1.0), rest }
}

table! {
    /// What holds from one edge to the next.
    Inputs of Input in "input" {
        /// Light at the eye
        light: Input { unit: "lux", allowed: (0.0, 150_000.0), rest: 40.0 },
        /// Asleep
        asleep: share(0.0),
        /// Window after waking from a night's sleep, in which the brain drives the adrenal axis
        awakening: share(0.0),
        /// Speaking
        talk: share(0.0),
        /// Depth of one's own disclosure
        disclosure: share(0.0),
        /// Responsiveness of the partner: -1 rejecting, 0 no answer, 1 understanding and accepting
        responsiveness: Input { unit: "1", allowed: (-1.0, 1.0), rest: 0.0 },
        /// Affectionate touch
        touch: share(0.0),
        /// Conflict
        conflict: share(0.0),
        /// Rejection that judges the person
        rejection: share(0.0),
        /// Evaluation by others of a performance that cannot be controlled
        evaluation: share(0.0),
        /// An unfamiliar place whose demands are not yet known
        novelty: share(0.0),
        /// Answer of the axis to stress on this day, relative to the person's usual
        disposition: Input { unit: "1", allowed: (0.0, 1000.0), rest: 1.0 },
        /// Factor on the central drive of the adrenal axis, for experiments on the axis alone
        drive: Input { unit: "1", allowed: (0.0, 5.0), rest: 1.0 },
    }
}

impl Inputs<f64> {
    /// Awake, alone, in evening light: nothing happens.
    pub fn rest() -> Self {
        let mut rows = Inputs::ROWS.iter().map(|row| row.declared.rest);
        crate::declare::Table::read(&mut rows).expect("a table reads as many numbers as it has rows")
    }
}
