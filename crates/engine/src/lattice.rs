//! Where steps end.
//!
//! Steps end on the absolute lattice `k * step` (a longer step where it is calm), at midnights, at happenings and at the end of the run. The lattice does
//! not depend on where a run starts, so two runs that meet at a lattice point go on with the same steps.

/// The minutes of a day.
pub const DAY: f64 = 1440.0;

/// Two times closer than this, in minutes, count as one. So a happening that rounding put a hair beside a lattice point
/// lies on it, and no sliver of a step arises. Far from time zero the rounding of the clock itself is larger; then four
/// units in the last place take its stead.
pub const SNAP: f64 = 1e-9;

/// The farthest time from zero, in minutes, on either side: about 1900 years. Up to there the clock resolves the
/// shortest step.
pub const FARTHEST: f64 = 1e9;

/// The shortest step, in minutes.
pub const SHORTEST: f64 = 1e-3;

/// How close to `time` another time must lie to count as the same.
fn reach(time: f64) -> f64 {
    SNAP.max(4.0 * f64::EPSILON * time.abs())
}

/// Whether two times count as one.
pub(crate) fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= reach(a)
}

/// Whether `a` lies before `b` and does not count as the same.
pub(crate) fn before(a: f64, b: f64) -> bool {
    a < b && !same(a, b)
}

/// The midnight at which the day of `time` began.
pub(crate) fn midnight(time: f64) -> f64 {
    (time / DAY).floor() * DAY
}

/// `time` moved onto a midnight or a lattice point that counts as the same, otherwise as it is.
pub(crate) fn snapped(time: f64, step: f64) -> f64 {
    let near_midnight = (time / DAY).round() * DAY;
    if same(time, near_midnight) {
        return near_midnight;
    }
    let near_point = (time / step).round() * step;
    if same(time, near_point) { near_point } else { time }
}

/// The first lattice point or midnight after `time`, which must itself be snapped.
pub(crate) fn next_point(time: f64, step: f64) -> f64 {
    let mut index = (time / step).floor() + 1.0;
    // The quotient is rounded, so the candidate can be the present point itself.
    while !before(time, index * step) {
        index += 1.0;
    }
    let point = index * step;
    let next_midnight = midnight(time) + DAY;
    // A midnight that counts as the same as the point wins, so that days end at exact multiples.
    if before(point, next_midnight) { point } else { next_midnight }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_is_no_binary_fraction_leaves_no_slivers() {
        for step in [0.1, 0.3, 1.0 / 3.0, 2.5, 7.0, 1440.0] {
            let mut time = 0.0;
            while time < 20_000.0 {
                let next = next_point(time, step);
                let shortest = if step == 7.0 { 0.9 } else { step * 0.999 };
                assert!(next - time > shortest, "step {step}: {time} to {next}");
                assert!(next - time < step * 1.001, "step {step}: {time} to {next}");
                assert_eq!(snapped(next, step), next);
                time = next;
            }
        }
    }

    #[test]
    fn a_time_a_hair_off_the_lattice_lies_on_it() {
        assert_eq!(snapped(0.1 + 0.2, 0.1), 3.0 * 0.1);
        assert_eq!(snapped(10.0 - 9e-10, 2.5), 10.0);
        assert_eq!(snapped(10.0 - 2e-9, 2.5), 10.0 - 2e-9);
        assert_eq!(snapped(1440.0 + 5e-10, 7.0), 1440.0);
    }

    #[test]
    fn far_from_zero_the_clock_still_snaps() {
        let century = 100.0 * 365.25 * DAY;
        assert_eq!(snapped(century + 2.0 * f64::EPSILON * century, 5.0), century);
        assert!(next_point(century, 0.1) > century);
    }
}
