//! Tables for people, 80 columns wide.

mod declarations;
mod number;
mod row;
mod run;
mod sparkline;
mod wrap;

pub(crate) use declarations::declarations;
pub(crate) use run::run;

/// Columns of a terminal.
pub(crate) const WIDTH: usize = 80;
