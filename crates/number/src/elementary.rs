//! The elementary functions, written once for plain numbers and for lanes.
//!
//! Each function is a straight run of additions, multiplications, divisions and bit operations on one `f64`. None
//! branches on a value, none looks in a table, none rounds twice in one step (no fused multiply-add) and none calls the
//! system's library. So two things hold. A loop over lanes compiles to the same operations on wide registers. And every
//! machine gives the same bits, for one number as for many; only the sign and payload of a not-a-number may differ.
//!
//! | function | domain | largest error measured, in ulp |
//! |---|---|---|
//! | [`exp`] | everywhere | 0.81 |
//! | [`ln`] | everywhere | 0.76 |
//! | [`tanh`] | everywhere | 1.14 |
//! | [`sin`], [`cos`] | up to [`LARGEST_ANGLE`]; not-a-number beyond | 0.85 |
//! | [`power()`](power()) | a base of zero or more; not-a-number below | 0.88 |
//!
//! The errors are against a reference of 200 bits, over random points and hard ones; `tests/accuracy.rs` measures them
//! again at each run. One ulp is the gap between neighbouring numbers at the true result.
//!
//! ```
//! use consoma_number::elementary;
//!
//! assert_eq!(elementary::exp(0.0), 1.0);
//! assert_eq!(elementary::power(2.0, 10.0), 1024.0);
//! assert!((elementary::ln(10.0) - 2.302585092994046).abs() < 1e-15);
//! ```

mod circular;
mod exact;
mod exponential;
mod hyperbolic;
mod logarithm;
mod power;

pub use circular::{LARGEST_ANGLE, cos, sin};
pub use exponential::exp;
pub use hyperbolic::tanh;
pub use logarithm::ln;
pub use power::power;
