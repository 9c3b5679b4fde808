//! Hypnograms as textbooks draw them: waking on top and deep sleep below, REM sleep as a bold bar, and the clock underneath.

use super::drawing::{Anchor, Drawing, Point};
use consoma_files::clock::day_and_time;
use consoma_lab::night::Night;
use consoma_model::body::sleep::stages::Stage;
use consoma_model::schedule::Span;

/// The stages from top to bottom.
const ROWS: [Stage; 5] = [Stage::Wake, Stage::Rem, Stage::N1, Stage::N2, Stage::N3];
/// Width of a drawing.
const WIDTH: f64 = 380.0;
/// Room on the left for the names of the stages, and on the right.
const MARGIN: (f64, f64) = (46.0, 10.0);
/// Height of a stage.
const ROW: f64 = 14.0;
/// Height of the title above the stages.
const TITLE: f64 = 18.0;
/// Height of the slow waves below them.
const WAVES: f64 = 22.0;
/// Height of the clock at the foot.
const CLOCK: f64 = 22.0;
/// Distances between the hours that are named.
const HOURS: [f64; 4] = [60.0, 120.0, 180.0, 360.0];
/// Room of a clock time.
const LABEL: f64 = 38.0;

/// A night as it is drawn.
pub(super) struct Shown<'a> {
    /// Above it.
    pub(super) title: &'a str,
    /// How it looks: the name of a reading, or `control`.
    pub(super) class: &'a str,
    /// The night.
    pub(super) night: &'a Night,
    /// Slow-wave activity: time and value; empty where it was not recorded.
    pub(super) waves: Vec<Point>,
}

/// Nights on one clock, one above the other. `most` is the slow-wave activity that fills its height, so that drawings share it.
pub(super) fn hypnogram(nights: &[Shown<'_>], span: Span, most: f64, says: &str) -> String {
    let waves = most > 0.0 && nights.iter().any(|shown| shown.waves.len() > 1);
    let rows = ROW * ROWS.len() as f64;
    let each = TITLE + rows + if waves { WAVES } else { 0.0 } + 6.0;
    let bottom = each * nights.len() as f64;
    let (left, right) = (MARGIN.0, WIDTH - MARGIN.1);
    let x =
        |time: f64| left + (time.clamp(span.start, span.end) - span.start) / (span.end - span.start) * (right - left);
    let mut drawing = Drawing::new((WIDTH, bottom + CLOCK), "hypnogram", says);
    let ticks = hours(span, right - left);
    for time in &ticks {
        drawing.line(&[(x(*time), TITLE), (x(*time), bottom)], "grid");
    }
    for (place, shown) in nights.iter().enumerate() {
        let top = each * place as f64 + TITLE;
        drawing.text((left, top - 5.0), Anchor::Start, "row", shown.title);
        drawing.area((x(shown.night.bed.start), top), (x(shown.night.bed.end), top + rows), "night");
        let row = |stage: Stage| ROWS.iter().take_while(|it| **it != stage).count();
        let y = |stage: Stage| top + ROW * (row(stage) as f64 + 0.5);
        for stage in ROWS {
            drawing.text((left - 6.0, y(stage) + 4.0), Anchor::End, "tick", stage.name());
        }
        stages(&mut drawing, shown, x, y);
        if waves {
            let foot = top + rows + WAVES;
            let height = |value: f64| foot - (value / most).clamp(0.0, 1.0) * (WAVES - 4.0);
            slow_waves(&mut drawing, shown, x, height, foot);
            drawing.text((left - 6.0, foot - 3.0), Anchor::End, "tick", "waves");
        }
    }
    drawing.line(&[(left, bottom), (right, bottom)], "axis");
    for time in ticks {
        drawing.line(&[(x(time), bottom), (x(time), bottom + 4.0)], "axis");
        drawing.text((x(time), bottom + 16.0), Anchor::Middle, "tick", &day_and_time(time).1);
    }
    drawing.finish()
}

/// One line through the stages, and a bar over each REM sleep.
fn stages(drawing: &mut Drawing, shown: &Shown<'_>, x: impl Fn(f64) -> f64, y: impl Fn(Stage) -> f64) {
    let corners = |(span, stage): &(Span, Stage)| [(x(span.start), y(*stage)), (x(span.end), y(*stage))];
    let line: Vec<Point> = shown.night.stages.iter().flat_map(corners).collect();
    drawing.line(&line, &format!("stages {}", shown.class));
    for (span, stage) in &shown.night.stages {
        if *stage == Stage::Rem {
            // Less than a unit could not be seen.
            let (from, to) = (x(span.start), x(span.end));
            let half = 3.0;
            drawing.area(
                (from, y(*stage) - half),
                (to.max(from + 1.0), y(*stage) + half),
                &format!("rem {}", shown.class),
            );
        }
    }
}

fn slow_waves(drawing: &mut Drawing, shown: &Shown<'_>, x: impl Fn(f64) -> f64, y: impl Fn(f64) -> f64, foot: f64) {
    let bed = shown.night.bed;
    let inside = shown.waves.iter().filter(|(time, _)| (bed.start..=bed.end).contains(time));
    let mut points: Vec<Point> = inside.map(|(time, value)| (x(*time), y(*value))).collect();
    if let (Some(first), Some(last)) = (points.first().copied(), points.last().copied()) {
        points.push((last.0, foot));
        points.insert(0, (first.0, foot));
        drawing.shape(&points, &format!("waves {}", shown.class));
    }
}

/// The hours that are named on a clock of this width.
fn hours(span: Span, width: f64) -> Vec<f64> {
    let scale = width / (span.end - span.start);
    let step = HOURS.into_iter().find(|step| step * scale >= LABEL).unwrap_or(720.0);
    let first = (span.start / step).ceil() as i64;
    (first..).map(|count| count as f64 * step).take_while(|time| *time <= span.end).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{ROWS, Shown, hours, hypnogram};
    use consoma_lab::night::Night;
    use consoma_model::body::sleep::stages::Stage;
    use consoma_model::schedule::Span;

    fn span(start: f64, end: f64) -> Span {
        Span { start, end }
    }

    /// A night by hand: four cycles between 23:00 and 07:00.
    pub(crate) fn by_hand() -> Night {
        let mut stages = vec![(span(1380.0, 1400.0), Stage::Wake)];
        let mut at = 1400.0;
        for (cycle, parts) in
            [[8.0, 25.0, 50.0, 9.0], [2.0, 40.0, 35.0, 16.0], [3.0, 60.0, 12.0, 22.0], [6.0, 70.0, 0.0, 30.0]]
                .into_iter()
                .enumerate()
        {
            for (stage, minutes) in [Stage::N1, Stage::N2, Stage::N3, Stage::Rem].into_iter().zip(parts) {
                if minutes > 0.0 {
                    stages.push((span(at, at + minutes), stage));
                    at += minutes;
                }
            }
            if cycle == 1 {
                stages.push((span(at, at + 12.0), Stage::Wake));
                at += 12.0;
            }
        }
        stages.push((span(at, 1860.0), Stage::N2));
        Night { bed: span(1380.0, 1860.0), up: Vec::new(), stages }
    }

    #[test]
    fn waking_is_on_top_and_rem_sleep_is_bold() {
        let night = by_hand();
        let waves = (0..=96).map(|k| (1380.0 + 5.0 * f64::from(k), 100.0 / (1.0 + f64::from(k) / 20.0))).collect();
        let shown = [
            Shown { title: "told", class: "told", night: &night, waves },
            Shown { title: "control", class: "control", night: &night, waves: Vec::new() },
        ];
        let drawing = hypnogram(&shown, span(1350.0, 1890.0), 100.0, "a <night>");
        assert_eq!(drawing.matches("class=\"rem told\"").count(), 4);
        assert_eq!(drawing.matches("class=\"rem control\"").count(), 4);
        assert_eq!(
            (drawing.matches("class=\"waves told\"").count(), drawing.matches("class=\"waves control\"").count()),
            (1, 0)
        );
        let height = |name: &str| -> f64 {
            let before = drawing.split(&format!(">{name}<")).next().unwrap();
            before.rsplit(" y=\"").next().unwrap().split('"').next().unwrap().parse().unwrap()
        };
        let heights: Vec<_> = ROWS.iter().map(|stage| height(stage.name())).collect();
        assert!(heights.is_sorted_by(|a, b| a < b), "{heights:?}");
        assert!(drawing.contains("aria-label=\"a &lt;night&gt;\"") && drawing.contains(">00:00<"));
    }

    #[test]
    fn the_clock_names_whole_hours() {
        assert_eq!(hours(span(1350.0, 1890.0), 330.0), [1440.0, 1560.0, 1680.0, 1800.0]);
    }
}
