//! Instruments: what a laboratory would read of a quantity.
//!
//! ```text
//! read = scale truth exp(cv z) + offset,   z ~ N(0, 1), one draw a sample
//! ```
//!
//! The scale is the assay's: an immunoassay of saliva cortisol reads 1.5 to 2.5 times mass spectrometry because it sees
//! cortisone too, and some kits add a constant of up to 3.4 nmol/L. Left out so far: detection limits, plates, missing
//! samples.

use consoma_engine::noise::Stream;
use consoma_number::Real;

/// An instrument for one quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Instrument {
    /// Factor on the truth.
    pub scale: f64,
    /// Constant added, in the quantity's unit.
    pub offset: f64,
    /// Coefficient of variation of one reading.
    pub cv: f64,
}

impl Instrument {
    /// An instrument that reads the truth.
    pub const PERFECT: Self = Self { scale: 1.0, offset: 0.0, cv: 0.0 };

    /// The reading of `truth` by sample number `sample` of the person whose draws `stream` gives.
    pub fn read(&self, truth: f64, stream: &Stream, sample: u64) -> f64 {
        let noise = if self.cv > 0.0 { Real::exp(self.cv * stream.normal(sample)) } else { 1.0 };
        self.scale * truth * noise + self.offset
    }
}
