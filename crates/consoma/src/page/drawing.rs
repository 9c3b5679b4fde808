//! Drawings as SVG: lines, bands, stripes, texts. Looks are classes of the page's style sheet, so one drawing serves light, dark
//! and print.

use super::escaped;
use std::fmt::Write;
// Writing to a text cannot fail, so what `write!` gives is left alone.

/// How far a thinned line may lie from the full one, in units of the drawing. Less cannot be seen.
const UNSEEN: f64 = 0.3;

/// A point of a drawing; y grows downwards.
pub(super) type Point = (f64, f64);

/// A drawing that grows.
pub(super) struct Drawing {
    out: String,
}

/// Where a text stands beside its point.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Drawing {
    /// An empty drawing of this size, and what it says to those who cannot see it.
    pub(super) fn new((width, height): Point, class: &str, says: &str) -> Self {
        let says = escaped(says);
        let out = format!(
            "<svg class=\"{class}\" viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" aria-label=\"{says}\">\n"
        );
        Self { out }
    }

    /// A line through points. Points that could not be seen are left out.
    pub(super) fn line(&mut self, points: &[Point], class: &str) {
        let thin = thinned(points);
        if thin.len() < 2 {
            return;
        }
        let _ = write!(self.out, "<path class=\"{class}\" d=\"");
        for (place, (x, y)) in thin.into_iter().enumerate() {
            let _ = write!(self.out, "{}{} {}", if place == 0 { 'M' } else { 'L' }, short(x), short(y));
        }
        self.out += "\"/>\n";
    }

    /// An area within points.
    pub(super) fn shape(&mut self, points: &[Point], class: &str) {
        if points.len() > 2 {
            let thin: Vec<_> = thinned(points).into_iter().map(|(x, y)| format!("{} {}", short(x), short(y))).collect();
            let _ = writeln!(self.out, "<path class=\"{class}\" d=\"M{}Z\"/>", thin.join("L"));
        }
    }

    /// A rectangle between two corners.
    pub(super) fn area(&mut self, from: Point, to: Point, class: &str) {
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        if width > 0.0 && height > 0.0 {
            let (x, y, width, height) = (short(from.0), short(from.1), short(width), short(height));
            let _ = writeln!(
                self.out,
                "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
            );
        }
    }

    /// A text on the line of its point.
    pub(super) fn text(&mut self, (x, y): Point, anchor: Anchor, class: &str, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (x, y, text) = (short(x), short(y), escaped(text));
        let _ = writeln!(self.out, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{text}</text>");
    }

    /// Shapes that are SVG already.
    pub(super) fn raw(&mut self, svg: &str) {
        self.out += svg;
    }

    /// The drawing as text.
    pub(super) fn finish(self) -> String {
        self.out + "</svg>\n"
    }
}

/// A coordinate, to a tenth.
pub(super) fn short(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// The points without those that lie closer than [`UNSEEN`] to the line through the others (Ramer, Douglas and Peucker).
fn thinned(points: &[Point]) -> Vec<Point> {
    let mut keep = vec![false; points.len()];
    let mut open = vec![(0, points.len().saturating_sub(1))];
    while let Some((from, to)) = open.pop() {
        if to >= points.len() {
            continue;
        }
        (keep[from], keep[to]) = (true, true);
        let far = |place: usize| distance(points[place], points[from], points[to]);
        let farthest = (from + 1..to).max_by(|a, b| far(*a).total_cmp(&far(*b)));
        if let Some(place) = farthest.filter(|place| far(*place) > UNSEEN) {
            open.extend([(from, place), (place, to)]);
        }
    }
    points.iter().zip(keep).filter_map(|(point, keep)| keep.then_some(*point)).collect()
}

/// The distance of a point from the line between two others.
fn distance((x, y): Point, (x0, y0): Point, (x1, y1): Point) -> f64 {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let length = (dx * dx + dy * dy).sqrt();
    if length > 0.0 { ((x - x0) * dy - (y - y0) * dx).abs() / length } else { (x - x0).hypot(y - y0) }
}

/// Round numbers from `low` to `high`, at most about `count`.
pub(super) fn round_numbers(low: f64, high: f64, count: f64) -> Vec<f64> {
    let rough = (high - low) / count;
    if !(rough > 0.0 && rough.is_finite()) {
        return vec![low];
    }
    let power = 10_f64.powf(rough.log10().floor());
    let step = power * [1.0, 2.0, 5.0, 10.0].into_iter().find(|it| it * power >= rough * 0.999).unwrap_or(10.0);
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    (first..=last).map(|place| place as f64 * step).collect()
}

/// A round number as an axis writes it.
pub(super) fn tick(value: f64, all: &[f64]) -> String {
    if all.len() < 2 && value == 0.0 {
        return "0".into();
    }
    let step = if all.len() > 1 { (all[1] - all[0]).abs() } else { value.abs().max(1e-9) };
    let digits = (-step.log10().floor()).clamp(0.0, 6.0) as usize;
    format!("{value:.digits$}")
}

#[cfg(test)]
mod tests {
    use super::{round_numbers, thinned, tick};

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        let line: Vec<_> = (0..100).map(|x| (f64::from(x), 2.0 * f64::from(x))).collect();
        assert_eq!(thinned(&line), [(0.0, 0.0), (99.0, 198.0)]);
        let mut peak = line.clone();
        peak[50].1 += 40.0;
        assert!(thinned(&peak).contains(&peak[50]) && thinned(&peak).len() == 5, "{:?}", thinned(&peak));
        assert!(thinned(&[]).is_empty());
    }

    #[test]
    fn ticks_are_round() {
        let ticks = round_numbers(0.3, 4.9, 4.0);
        assert_eq!(ticks, [2.0, 4.0]);
        assert_eq!(tick(0.25, &[0.0, 0.25]), "0.2");
        assert_eq!(
            round_numbers(0.0, 0.3, 3.0).iter().map(|it| tick(*it, &[0.0, 0.1])).collect::<Vec<_>>(),
            ["0.0", "0.1", "0.2", "0.3"]
        );
    }
}
