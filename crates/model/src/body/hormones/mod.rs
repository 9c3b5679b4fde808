//! Hormones: the adrenal axis from the hypothalamus to saliva.

pub mod acth;
pub mod adrenal;
pub mod awakening;
pub mod binding;
pub mod cortisol;
pub mod crh;
pub mod glands;
pub mod habituation;
pub mod pulses;
pub mod saliva;
