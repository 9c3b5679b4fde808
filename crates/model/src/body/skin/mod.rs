//! Skin.

pub mod acne;
pub mod barrier;
pub mod conductance;
pub mod eczema;
pub mod lesions;
pub mod perfusion;
pub mod psoriasis;
pub mod sebum;
pub mod touch;
