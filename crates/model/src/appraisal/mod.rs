//! Appraisal: how what happens is felt. Events enter here; the body reads threat, safety and uncertainty.

pub mod evaluation;
pub mod expression;
pub mod novelty;
pub mod safety;
pub mod threat;
pub mod uncertainty;
