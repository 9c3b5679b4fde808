//! Sources of happenings are merged by time, then by rank.

use consoma_engine::Timeline;

#[test]
fn equal_times_keep_rank_and_order() {
    let a = vec![(1.0, "a1"), (2.0, "a2"), (2.0, "a3")];
    let b = vec![(0.5, "b1"), (2.0, "b2"), (3.0, "b3")];
    let merged: Vec<&str> = Timeline::new().with(a).with(b).map(|(_, what)| what).collect();
    assert_eq!(merged, ["b1", "a1", "a2", "a3", "b2", "b3"]);
}

#[test]
fn sources_may_be_endless_or_empty() {
    let ticks = (0..).map(|k| (f64::from(k) * 10.0, 't'));
    let tocks = (0..).map(|k| (f64::from(k) * 15.0, 'T'));
    let merged: String = Timeline::new().with(ticks).with([]).with(tocks).map(|(_, what)| what).take(7).collect();
    assert_eq!(merged, "tTtTttT");
    assert_eq!(Timeline::<()>::default().next(), None);
}

#[test]
fn a_time_that_is_no_number_is_passed_on() {
    let mut merged = Timeline::new().with([(1.0, 'a')]).with([(f64::NAN, 'b')]);
    assert!(merged.next().is_some_and(|(time, _)| time.is_nan()));
}
