//! Finding pulses in a sampled course.
//!
//! The rule: walk from extreme to extreme. A peak counts when it stands above the lowest value since the last counted
//! peak by at least `rise` times that value, and the course then falls below it by at least the same fraction. With samples
//! of coefficient of variation cv, `rise` of 3 cv or more keeps false pulses rare. (A threshold of two to three assay
//! standard deviations is that of the field's cycle detectors.)

/// The places of the peaks of pulses in `values`, by the rule above. `rise` is a fraction (0.15 for 15 %).
///
/// ```
/// use consoma_lab::pulses::peaks;
/// assert_eq!(peaks(&[4.0, 8.0, 5.0, 5.2, 5.1, 9.0, 4.0], 0.15), [1, 5]);
/// ```
pub fn peaks(values: &[f64], rise: f64) -> Vec<usize> {
    let Some(&first) = values.first() else { return Vec::new() };
    let mut found = Vec::new();
    let (mut low, mut high) = (first, (0, first));
    let mut rising = false;
    for (place, &value) in values.iter().enumerate() {
        if rising {
            if value > high.1 {
                high = (place, value);
            } else if value < high.1 * (1.0 - rise) {
                found.push(high.0);
                (low, rising) = (value, false);
            }
        } else if value < low {
            low = value;
        } else if value > low * (1.0 + rise) {
            (high, rising) = ((place, value), true);
        }
    }
    found
}
