//! Claims of the account and their quiet results, on evenings of forty drawn people.
//!
//! What is asserted comes from `claims.toml`, line by line, and stood here before the first run. "Above" and "below" mean that the
//! 95 % interval of the paired difference excludes zero; "about zero" means |d| < 0.2, where d is the mean paired difference over
//! the standard deviation between people.

#[path = "../common/mod.rs"]
mod common;
mod evening;
mod gut;
mod heart;
mod hormones;
mod immune;
mod mood;
mod pain;
mod reward;
mod skin;
mod sleep;
mod weeks;
