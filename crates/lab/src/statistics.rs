//! Statistics of samples.

/// Mean of the values; not a number where there are none.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Sample standard deviation (n - 1); not a number for fewer than two values.
pub fn sd(values: &[f64]) -> f64 {
    let centre = mean(values);
    let sum: f64 = values.iter().map(|value| (value - centre) * (value - centre)).sum();
    (sum / (values.len() as f64 - 1.0)).sqrt()
}

/// Natural logarithms.
pub fn logs(values: &[f64]) -> Vec<f64> {
    values.iter().map(|&value| consoma_number::Real::ln(value)).collect()
}

/// Pearson correlation.
pub fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (ma, mb) = (mean(a), mean(b));
    let product: f64 = a.iter().zip(b).map(|(x, y)| (x - ma) * (y - mb)).sum();
    product / ((a.len() as f64 - 1.0) * sd(a) * sd(b))
}

/// The quantile of order `q` (0 to 1), interpolated between order statistics.
///
/// ```
/// use consoma_lab::statistics::quantile;
/// assert_eq!(quantile(&[3.0, 1.0, 2.0], 0.5), 2.0);
/// assert_eq!(quantile(&[0.0, 10.0], 0.25), 2.5);
/// ```
pub fn quantile(values: &[f64], q: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = q.clamp(0.0, 1.0) * last as f64;
    let (low, high) = (place.floor() as usize, place.ceil() as usize);
    sorted[low] + (sorted[high] - sorted[low]) * (place - low as f64)
}
