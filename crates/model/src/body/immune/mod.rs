//! The immune system as far as blood shows it: what strain leaves, and how the body's defence answers.

pub mod receptors;
pub mod strain;
