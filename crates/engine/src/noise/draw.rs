//! Draws as pure functions of seed, person, process and index.
//!
//! The key of a stream is the first half of the Philox block of the counter `(process, "Cons", "oma1", 0)` under the
//! seed. The block of a draw is that of the counter `(index low, index high, person low, person high)` under this key.
//! So within one seed and process no two pairs of person and index ever share a block. Streams of different processes
//! or seeds share a key with the odds of one in 2^64.

use consoma_number::Real;

use super::{Process, philox};
use crate::Error;
use crate::error::require;

/// The smallest shape of a gamma draw.
pub const SMALLEST_SHAPE: f64 = 10.0;

/// Marks the blocks from which keys are made.
const TAG: [u32; 3] = [0x436f_6e73, 0x6f6d_6131, 0];

/// All randomness of a study, from one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    seed: u64,
}

impl Source {
    /// The randomness of that seed. Any 64-bit number is a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The seed.
    #[must_use]
    pub const fn seed(self) -> u64 {
        self.seed
    }

    /// The draws of one process in one person. Any 64-bit number names a person.
    #[must_use]
    pub const fn stream(self, person: u64, process: Process) -> Stream {
        let [k0, k1, _, _] = philox([process.hash(), TAG[0], TAG[1], TAG[2]], [self.seed as u32, high(self.seed)]);
        Stream { key: [k0, k1], person }
    }
}

const fn high(word: u64) -> u32 {
    (word >> 32) as u32
}

/// The draws of one process in one person.
///
/// Every draw is a pure function of its index; any 64-bit number is an index. All kinds of draw at one index are made
/// from the same block and so depend on each other: take each index once, and give different quantities different
/// processes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stream {
    key: [u32; 2],
    person: u64,
}

impl Stream {
    /// The two uniform numbers of a block.
    fn pair(&self, index: u64) -> [f64; 2] {
        let [w0, w1, w2, w3] = philox([index as u32, high(index), self.person as u32, high(self.person)], self.key);
        [open_unit(w0, w1), open_unit(w2, w3)]
    }

    /// A number from the open interval from 0 to 1: one of 2^52 values, the odd multiples of 2^-53.
    #[must_use]
    pub fn uniform(&self, index: u64) -> f64 {
        self.pair(index)[0]
    }

    /// A number from the normal distribution of mean 0 and deviation 1, by `sqrt(-2 ln u) cos(2 pi v)` (G. E. P. Box
    /// and M. E. Muller, Annals of Mathematical Statistics 29 (1958) 610-611). Its magnitude never exceeds 8.58.
    #[must_use]
    pub fn normal(&self, index: u64) -> f64 {
        let [u, v] = self.pair(index);
        // The elementary functions of `Real` give the same bits on every processor; those of the platform may not.
        Real::sqrt(Real::ln(u) * -2.0) * Real::cos(v * core::f64::consts::TAU)
    }

    /// A number from about the gamma distribution of that shape and scale 1, so of mean `shape`.
    ///
    /// By the cube of E. B. Wilson and M. M. Hilferty (Proceedings of the National Academy of Sciences 17 (1931)
    /// 684-688), with `z` normal and `k` the shape:
    ///
    /// ```text
    /// k (1 - 1/(9k) + z / (3 sqrt k))^3
    /// ```
    ///
    /// It is smooth in the shape, takes one index, and is positive on the whole domain. Its mean is
    /// `k (1 - 1/(729 k^3))` and its variance `k (1 - 1/(243 k^2))`; at shape 10 that is 1.4e-6 and 4.1e-5 too little,
    /// and its distribution function lies within 7e-4 of the gamma distribution's; all shrink as the shape grows.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] when the shape is below [`SMALLEST_SHAPE`] or not finite.
    pub fn gamma(&self, index: u64, shape: f64) -> Result<f64, Error> {
        check_shape(shape)?;
        let cube_root = 1.0 - 1.0 / (9.0 * shape) + self.normal(index) / (3.0 * Real::sqrt(shape));
        Ok(shape * cube_root * cube_root * cube_root)
    }

    /// A number whose logarithm is normal: `median * e^(spread z)`. The spread is the deviation of the logarithm.
    #[must_use]
    pub fn lognormal(&self, index: u64, median: f64, spread: f64) -> f64 {
        median * Real::exp(spread * self.normal(index))
    }
}

/// Checks the shape of a gamma distribution.
pub(super) fn check_shape(shape: f64) -> Result<f64, Error> {
    let fine = shape.is_finite() && shape >= SMALLEST_SHAPE;
    require("shape of a gamma draw", shape, fine, "at least 10 and finite")
}

/// The upper 52 of 64 bits, moved by half a unit so that neither 0 nor 1 is met. With 53 bits the largest would round
/// to 1.
fn open_unit(low: u32, high: u32) -> f64 {
    const UNIT: f64 = 1.0 / (1_u64 << 52) as f64;
    let word = u64::from(high) << 32 | u64::from(low);
    ((word >> 12) as f64 + 0.5) * UNIT
}
