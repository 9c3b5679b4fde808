//! Scenario files and columns of Consoma.
//!
//! What may live here: what is read from files and what is written to them, with the checks and the messages that belong
//! to that. This layer imports the lab and what the lab is made of; it knows nothing of terminals.
//!
//! | module | holds |
//! |---|---|
//! | [`scenario`] | scenario files, checked and resolved |
//! | [`measured`] | data files, checked and resolved |
//! | [`schema`] | the JSON schemas of both |
//! | [`columns`] | courses as Parquet and CSV, what happened and who the people are as CSV |
//! | [`summary`] | a run in a few numbers a quantity, as JSON |
//! | [`usual`](mod@usual) | what is shown of a run, and what is usual in it |
//! | [`comparison`] | a comparison, as JSON |
//! | [`envelope`] | the JSON that every command writes |
//! | [`folder`] | a folder of results that is never left half overwritten |
//! | [`declared`] | the declarations as rows for lists |
//! | [`findings`] | published findings |
//! | [`references`] | what the sources of declarations cite |
//! | [`model_hash`](mod@model_hash) | the fingerprint of the model |
//! | [`clock`], [`unit`](mod@unit) | clock times and numbers with units, as files write them |
//! | [`problem`] | what is wrong with a file, and where |

pub mod clock;
pub mod columns;
pub mod comparison;
pub mod declared;
pub mod envelope;
pub mod findings;
pub mod folder;
mod form;
mod input;
pub mod measured;
mod memory;
pub mod model_hash;
mod names;
pub mod problem;
pub mod references;
pub mod scenario;
pub mod schema;
pub mod suggest;
pub mod summary;
pub mod unit;
pub mod usual;

pub use model_hash::model_hash;

/// Version of the product, as results state it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
