//! The immune system as far as blood shows it: inflammation, its messengers, what the liver makes of them, and white cells.

pub mod function;
pub mod inflammation;
pub mod interleukins;
pub mod liver;
pub mod priming;
pub mod receptors;
pub mod strain;
pub mod traffic;
pub mod tumour_necrosis;
