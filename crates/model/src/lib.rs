//! People, appraisal and body of Consoma.
//!
//! What may live here: who a person is, what a schedule can do to them, how it is felt, and what the body does, as
//! declarations and equations. This layer knows nothing of files, threads, stepping or plots; it imports the number
//! types alone. Time is in minutes throughout.
//!
//! | module | holds |
//! |---|---|
//! | [`declare`] | what a quantity, a parameter, an arrow, an input is |
//! | [`person`] | who |
//! | [`inputs`] | what a schedule does |
//! | [`schedule`] | when it does it |
//! | [`appraisal`] | how it is felt |
//! | [`body`] | what the body does, a file a process |
//! | [`tables`] | the sums of all declarations |
//! | [`whole`] | one person at an instant |
//! | [`equations`] | the equations as a graph and as text |
//! | [`about`] | what each process says of itself |

pub mod about;
pub mod appraisal;
pub mod body;
pub mod declare;
pub mod equations;
pub mod inputs;
pub mod person;
pub mod schedule;
pub mod tables;
pub mod whole;

mod relax;

pub use relax::{Change, daily};
