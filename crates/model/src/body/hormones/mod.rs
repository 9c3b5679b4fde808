//! Hormones: the adrenal axis from the hypothalamus to saliva, and oxytocin.

pub mod acth;
pub mod adrenal;
pub mod awakening;
pub mod binding;
pub mod cortisol;
pub mod crh;
pub mod departure;
pub mod glands;
pub mod habituation;
pub mod oxytocin;
pub mod pulses;
pub mod saliva;
