//! What the tests share: a small generator of numbers, always the same.

#![allow(dead_code, reason = "each test file uses a part of it")]

/// A SplitMix64 generator.
pub struct Generator(pub u64);

impl Generator {
    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number between zero and one.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number between two bounds.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// A positive finite number, with all exponents (the subnormal ones too) equally likely.
    pub fn positive(&mut self) -> f64 {
        f64::from_bits(self.bits() % 0x7ff0_0000_0000_0000)
    }

    /// A number whose magnitude is `2^low` to `2^high`, of either sign.
    pub fn scaled(&mut self, low: f64, high: f64) -> f64 {
        let size = self.between(low, high).exp2();
        if self.bits() & 1 == 0 { size } else { -size }
    }
}

/// Numbers where functions tend to go wrong.
pub const EDGES: [f64; 36] = [
    0.0,
    -0.0,
    f64::from_bits(1),
    -f64::from_bits(1),
    f64::MIN_POSITIVE,
    -f64::MIN_POSITIVE,
    f64::EPSILON,
    -f64::EPSILON,
    1e-8,
    -1e-8,
    0.1,
    0.5,
    -0.5,
    0.999_999_999_999_999_9,
    1.0,
    -1.0,
    1.000_000_000_000_000_2,
    1.5,
    2.0,
    -2.0,
    3.0,
    20.0,
    -20.0,
    709.782_712_893_384,
    709.782_712_893_384_1,
    -708.5,
    -745.133_219_101_941_1,
    -745.133_219_101_941_2,
    1e5,
    -1e5,
    f64::MAX,
    f64::MIN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
    1e300,
];
