//! Heart and vessels. So far the sympathetic drive and noradrenaline, which the adrenal axis needs.

pub mod sympathetic;
