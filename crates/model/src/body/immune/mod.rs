//! The immune system: inflammation as blood shows it, its messengers, what the liver makes of them, and white cells; and what meets a virus, a vaccine and a
//! wound where they are.

pub mod antibody;
pub mod cold;
pub mod exposure;
pub mod function;
pub mod inflammation;
pub mod interleukins;
pub mod liver;
pub mod priming;
pub mod receptors;
pub mod strain;
pub mod traffic;
pub mod tumour_necrosis;
pub mod virus;
pub mod wound;
