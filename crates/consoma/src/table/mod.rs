//! Tables for people, 80 columns wide.

mod compare;
mod declarations;
mod number;
mod row;
mod run;
mod sparkline;
mod wrap;

pub(crate) use compare::compare;
pub(crate) use declarations::declarations;
pub(crate) use number::{change, number};
pub(crate) use run::{FEW, run};

/// Columns of a terminal.
pub(crate) const WIDTH: usize = 80;

/// The first line of what a run prints: which readings made it, and from what.
fn heading(readings: &[&str], seed: u64) -> String {
    let (version, hash) = (consoma_files::VERSION, consoma_files::model_hash());
    format!("{} · seed {seed} · consoma {version} · model {hash}\n", readings.join(", then "))
}
