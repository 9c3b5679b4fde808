//! Sparklines: a course in a few characters.

const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A line of `width` characters. Each stands for the value farthest from zero in its part of the course; the scale spans
/// zero and all values, so that a fall hangs from the top and a rise stands on the ground.
pub(crate) fn sparkline(course: &[f64], width: usize) -> String {
    let low = course.iter().copied().fold(0.0, f64::min);
    let high = course.iter().copied().fold(0.0, f64::max);
    let part = |place: usize| {
        // Where the course has fewer values than the line has places, each is shown more than once.
        let from = place * course.len() / width;
        let to = ((place + 1) * course.len() / width).max(from + 1);
        course.get(from..to)
    };
    let bar = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.0 };
        BARS[((share * 7.0).round() as usize).min(7)]
    };
    (0..width)
        .filter_map(part)
        .filter_map(|part| part.iter().copied().reduce(|best, next| if next.abs() > best.abs() { next } else { best }))
        .map(bar)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::sparkline;

    #[test]
    fn rises_stand_and_falls_hang() {
        assert_eq!(sparkline(&[0.0, 1.0, 2.0, 0.0], 4), "▁▅█▁");
        assert_eq!(sparkline(&[0.0, -1.0, -2.0, 0.0], 4), "█▅▁█");
        assert_eq!(sparkline(&[0.0; 4], 4), "▁▁▁▁");
        assert_eq!(sparkline(&[1.0], 4), "████");
        assert_eq!(sparkline(&[], 4), "");
    }
}
