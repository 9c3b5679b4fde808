//! Appraisal: how what happens is felt. Events enter here; the body reads what is felt: threat, safety, hurt, closeness.

pub mod approach;
pub mod closeness;
pub mod diversity;
pub mod evaluation;
pub mod expression;
pub mod hunger;
pub mod hurt;
pub mod loneliness;
pub mod novelty;
pub mod reward;
pub mod safety;
pub mod threat;
pub mod trust;
pub mod uncertainty;
