//! The immune system as far as blood shows it: what strain leaves, and how the body's defence answers; and what meets a virus, a vaccine and a wound where they are.

pub mod antibody;
pub mod cold;
pub mod exposure;
pub mod receptors;
pub mod strain;
pub mod virus;
pub mod wound;
