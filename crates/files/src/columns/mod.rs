//! Courses as columns: a row for each reading, person and time; what happened, as a table of
//! events; and who the people are.
//!
//! The same record gives the same bytes, whatever the number of threads that made it.

mod comma;
mod events;
mod parquet;
pub(crate) mod people;

pub use comma::write as csv;
pub use events::write as events;
pub use parquet::write as parquet;
pub use people::write as people;

/// The columns that come first in CSV: they tell results of different runs apart. Parquet has them in its metadata.
pub(crate) const ORIGIN: [&str; 2] = ["seed", "model_hash"];
/// The columns before the quantities.
pub(crate) const KEYS: [&str; 4] = ["reading", "person", "group", "time_min"];
