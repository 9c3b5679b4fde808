//! What scenario files and data files share: fields with their places, single values, keys, and reading in passes.
//!
//! A file is read in three passes: its syntax; its keys, against the same schema that is published; its values. Each pass
//! reports everything that it finds wrong.

pub(crate) mod at;
pub(crate) mod field;
pub(crate) mod keys;
pub(crate) mod leaf;
mod passes;

pub(crate) use passes::{parse, text, version};

/// Version of the format that this crate reads.
pub const FORMAT: i64 = 1;
