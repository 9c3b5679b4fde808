//! The quantile of the normal distribution.

use consoma_number::Real;

/// The value below which this share of a standard normal lies, within 1.2e-9 of itself, by the rational approximation of
/// P. J. Acklam (2003). The share is held between 1e-300 and 1 - 1e-16.
pub(super) fn quantile(share: f64) -> f64 {
    const A: [f64; 6] = [
        -3.969683028665376e1,
        2.209460984245205e2,
        -2.759285104469687e2,
        1.38357751867269e2,
        -3.066479806614716e1,
        2.506628277459239,
    ];
    const B: [f64; 6] = [
        -5.447609879822406e1,
        1.615858368580409e2,
        -1.556989798598866e2,
        6.680131188771972e1,
        -1.328068155288572e1,
        1.0,
    ];
    const C: [f64; 6] = [
        -7.784894002430293e-3,
        -3.223964580411365e-1,
        -2.400758277161838,
        -2.549732539343734,
        4.374664141464968,
        2.938163982698783,
    ];
    const D: [f64; 5] = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1.0];
    /// Where the middle begins.
    const TAIL: f64 = 0.02425;
    let polynomial = |coefficients: &[f64], x: f64| coefficients.iter().fold(0.0, |sum, next| sum * x + next);
    let tail = |share: f64| {
        let q = Real::sqrt(Real::ln(share) * -2.0);
        polynomial(&C, q) / polynomial(&D, q)
    };
    let share = share.clamp(1e-300, 1.0 - 1e-16);
    if share < TAIL {
        tail(share)
    } else if share > 1.0 - TAIL {
        -tail(1.0 - share)
    } else {
        let q = share - 0.5;
        polynomial(&A, q * q) * q / polynomial(&B, q * q)
    }
}

#[cfg(test)]
mod tests {
    use super::quantile;

    /// R 4.3, `qnorm`.
    #[test]
    fn known_values() {
        for (share, value) in [
            (0.5, 0.0),
            (0.6, 0.253_347_103_135_799_7),
            (0.819, 0.911_560_714_446_366_9),
            (0.975, 1.959_963_984_540_054),
            (0.01, -2.326_347_874_040_841),
            (0.999, 3.090_232_306_167_813_5),
        ] {
            assert!((quantile(share) - value).abs() < 1e-7, "{share}: {}", quantile(share));
        }
        for edge in [0.0, 1.0, -1.0, 2.0] {
            assert!(quantile(edge).is_finite());
        }
    }
}
