//! The time axis of a run. What happens takes minutes, what follows takes hours, what stays takes days: so the axis is broken
//! where it would hide one of them, and says so.

use super::drawing::{Anchor, Drawing, Point};
use consoma_files::clock::day_and_time;
use consoma_lab::scenario::Scenario;
use consoma_model::schedule::{DAY, Span};

/// Minutes before the first event, and after the last, that are drawn wide.
const AROUND: (f64, f64) = (30.0, 45.0);
/// Minutes after getting up that belong to the night.
const MORNING: f64 = 90.0;
/// The axis is broken where the events fill less than this share of what is drawn.
const SHORT: f64 = 0.25;
/// Shares of the width that minutes, hours and days get.
const SHARES: [f64; 3] = [0.44, 0.29, 0.27];
/// Width of a break.
const BREAK: f64 = 10.0;
/// Distances between ticks, in minutes.
const STEPS: [f64; 13] =
    [5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 180.0, 360.0, 720.0, DAY, 2.0 * DAY, 7.0 * DAY, 28.0 * DAY];
/// Width of a letter, about.
const LETTER: f64 = 6.2;
/// Room of a tick's label.
const LABEL: f64 = 36.0;

/// A part of the axis with one scale.
struct Piece {
    span: Span,
    from: f64,
    to: f64,
}

/// The axis.
pub(super) struct Axis {
    pieces: Vec<Piece>,
    encounters: Vec<(Span, String)>,
    nights: Vec<Span>,
}

impl Axis {
    /// The axis of a scenario between two places of a drawing.
    pub(super) fn new(scenario: &Scenario, from: f64, to: f64) -> Self {
        Self::of(scenario, spans(scenario), from, to)
    }

    /// An axis without breaks.
    pub(super) fn whole(scenario: &Scenario, span: Span, from: f64, to: f64) -> Self {
        Self::of(scenario, vec![span], from, to)
    }

    fn of(scenario: &Scenario, spans: Vec<Span>, from: f64, to: f64) -> Self {
        let room = to - from - BREAK * (spans.len() - 1) as f64;
        let shares = &SHARES[..spans.len()];
        let whole: f64 = shares.iter().sum();
        let mut pieces = Vec::new();
        let mut at = from;
        for (span, share) in spans.into_iter().zip(shares) {
            let width = room * share / whole;
            pieces.push(Piece { span, from: at, to: at + width });
            at += width + BREAK;
        }
        let mut encounters: Vec<(Span, String)> = Vec::new();
        let all = scenario.groups.iter().flat_map(|group| &group.schedule.encounters);
        for encounter in all.filter(|it| it.span.end > it.span.start) {
            let new = (encounter.span, encounter.name.clone());
            if !encounters.contains(&new) {
                encounters.push(new);
            }
        }
        encounters.sort_by(|a, b| a.0.start.total_cmp(&b.0.start));
        Self { pieces, encounters, nights: nights(scenario) }
    }

    /// Whether a time is drawn.
    pub(super) fn holds(&self, time: f64) -> bool {
        self.pieces.iter().any(|piece| (piece.span.start..=piece.span.end).contains(&time))
    }

    /// A course in the pieces of the axis. `y` places a value.
    pub(super) fn course(&self, times: &[f64], values: &[f64], y: impl Fn(f64) -> f64) -> Vec<Vec<Point>> {
        let inside = |piece: &Piece| {
            let points = times.iter().zip(values).filter(|(time, _)| piece.contains(**time));
            points.map(|(time, value)| (piece.x(*time), y(*value))).collect()
        };
        self.pieces.iter().map(inside).collect()
    }

    /// The same course cut where `unread` begins and ends: each part with whether it lies there.
    pub(super) fn parts(
        &self,
        (times, values): (&[f64], &[f64]),
        unread: &[Span],
        y: impl Fn(f64) -> f64,
    ) -> Vec<(bool, Vec<Point>)> {
        let lies = |time: f64| unread.iter().any(|span| (span.start..span.end).contains(&time));
        let mut parts: Vec<(bool, Vec<Point>)> = Vec::new();
        for piece in &self.pieces {
            let mut open: Option<(bool, Vec<Point>)> = None;
            for (time, value) in times.iter().zip(values).filter(|(time, _)| piece.contains(**time)) {
                let (point, faint) = ((piece.x(*time), y(*value)), lies(*time));
                match &mut open {
                    Some((is, points)) if *is == faint => points.push(point),
                    // The parts meet in a point, so that no gap is seen.
                    Some((is, points)) => {
                        let meet = if faint { points.last().copied() } else { None };
                        if !faint {
                            points.push(point);
                        }
                        let begun = meet.into_iter().chain([point]).collect();
                        parts.push((*is, std::mem::replace(points, begun)));
                        *is = faint;
                    }
                    None => open = Some((faint, vec![point])),
                }
            }
            parts.extend(open);
        }
        parts
    }

    /// Draws nights and encounters between two heights.
    pub(super) fn shade(&self, drawing: &mut Drawing, top: f64, bottom: f64) {
        for piece in &self.pieces {
            for span in &self.nights {
                drawing.area((piece.x(span.start), top), (piece.x(span.end), bottom), "night");
            }
            for (span, _) in self.encounters.iter().filter(|(span, _)| piece.meets(span)) {
                // A stripe of less than a unit could not be seen.
                let (from, to) = (piece.x(span.start), piece.x(span.end));
                drawing.area((from, top), (to.max(from + 1.0), bottom), "stripe");
            }
        }
    }

    /// Writes the names of the encounters in rows that end at `bottom`, and a fine line from each name to its stripe. Gives the
    /// number of rows where there is no drawing yet.
    pub(super) fn names(&self, drawing: Option<&mut Drawing>, bottom: f64, row: f64) -> usize {
        // From the last to the first, each in the lowest row that is free: so no line from a name crosses another name.
        let mut starts: Vec<f64> = Vec::new();
        let mut placed = Vec::new();
        let right = self.pieces.last().map_or(0.0, |piece| piece.to);
        for (span, name) in self.encounters.iter().rev() {
            let Some(piece) = self.pieces.iter().find(|piece| piece.meets(span)) else { continue };
            let length = LETTER * name.chars().count() as f64;
            let x = piece.x(span.start).min(right - length).max(0.0);
            let free = starts.iter().position(|start| x + length + LETTER <= *start).unwrap_or_else(|| {
                starts.push(0.0);
                starts.len() - 1
            });
            starts[free] = x;
            placed.push((x, free, name, piece.x(span.start)));
        }
        if let Some(drawing) = drawing {
            for (x, level, name, stripe) in placed {
                let y = bottom - 5.0 - row * level as f64;
                drawing.line(&[(stripe, y - 8.0), (stripe, bottom)], "lead");
                drawing.text((x + 3.0, y), Anchor::Start, "name", name);
            }
        }
        starts.len()
    }

    /// Draws the line, its breaks, the ticks with clock times, and the days.
    pub(super) fn draw(&self, drawing: &mut Drawing, y: f64) {
        let mut day = 0;
        for (place, piece) in self.pieces.iter().enumerate() {
            drawing.line(&[(piece.from, y), (piece.to, y)], "axis");
            if place > 0 {
                for x in [piece.from - BREAK * 0.7, piece.from - BREAK * 0.3] {
                    drawing.line(&[(x - 2.0, y + 5.0), (x + 2.0, y - 5.0)], "axis");
                }
            }
            let mut free = f64::NEG_INFINITY;
            for time in piece.ticks() {
                let x = piece.x(time);
                let (now, clock) = day_and_time(time);
                drawing.line(&[(x, y), (x, y + 4.0)], "axis");
                let text = if piece.step() >= DAY { format!("day {now}") } else { clock };
                drawing.text((x, y + 15.0), Anchor::Middle, "tick", &text);
                if now != day && piece.step() < DAY && x > free {
                    drawing.text((x, y + 28.0), Anchor::Middle, "tick", &format!("day {now}"));
                    (day, free) = (now, x + LABEL);
                }
            }
        }
    }

    /// What the axis says of itself.
    pub(super) fn says(&self) -> String {
        let ends: Vec<_> = self.pieces.iter().map(|piece| (piece.span.start, piece.span.end)).collect();
        let at = |time: f64| {
            let (day, clock) = day_and_time(time);
            format!("{clock} on day {day}")
        };
        match ends.as_slice() {
            [(from, a), (_, b), (_, to)] => format!(
                "The axis is broken twice, to give minutes, hours and days their room: the first part runs from {} to {}, the \
                 second to {}, the third to {}.",
                at(*from),
                at(*a),
                at(*b),
                at(*to)
            ),
            [(from, a), (_, to)] => format!(
                "The axis is broken once, to give minutes and hours their room: the first part runs from {} to {}, the second \
                 to {}.",
                at(*from),
                at(*a),
                at(*to)
            ),
            _ => String::new(),
        }
    }
}

impl Piece {
    fn x(&self, time: f64) -> f64 {
        let Span { start, end } = self.span;
        self.from + (time.clamp(start, end) - start) / (end - start) * (self.to - self.from)
    }

    fn contains(&self, time: f64) -> bool {
        (self.span.start..=self.span.end).contains(&time)
    }

    fn meets(&self, span: &Span) -> bool {
        span.end > self.span.start && span.start < self.span.end
    }

    /// Minutes between ticks.
    fn step(&self) -> f64 {
        let scale = (self.to - self.from) / (self.span.end - self.span.start);
        STEPS.into_iter().find(|step| step * scale >= LABEL).unwrap_or(28.0 * DAY)
    }

    fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        let step = self.step();
        // Half a label at either end stays free, so that the labels of two pieces do not meet.
        let inner = LABEL * 0.3 / (self.to - self.from) * (self.span.end - self.span.start);
        let first = ((self.span.start + inner) / step).ceil() as i64;
        (first..).map(move |count| count as f64 * step).take_while(move |time| *time <= self.span.end - inner)
    }
}

/// What each piece of the axis shows.
fn spans(scenario: &Scenario) -> Vec<Span> {
    let Span { start, end } = scenario.span;
    let events = || scenario.groups.iter().flat_map(|group| group.events());
    let first = events().map(|event| event.start).reduce(f64::min);
    let last = events().map(|event| event.end).reduce(f64::max);
    let (Some(first), Some(last)) = (first, last) else { return vec![scenario.span] };
    let minutes = Span { start: (first - AROUND.0).max(start), end: (last + AROUND.1).min(end) };
    if minutes.end - minutes.start > SHORT * (end - minutes.start) {
        return vec![scenario.span];
    }
    let wake = scenario.groups.first().map_or(0.0, |group| group.schedule.routine.wake);
    let up = ((minutes.end - wake) / DAY).floor() * DAY + DAY + wake + MORNING;
    if up >= end - MORNING {
        return vec![minutes, Span { start: minutes.end, end }];
    }
    vec![minutes, Span { start: minutes.end, end: up }, Span { start: up, end }]
}

/// When people are in bed, as the first group's routine says.
fn nights(scenario: &Scenario) -> Vec<Span> {
    let Some(group) = scenario.groups.first() else { return Vec::new() };
    let routine = &group.schedule.routine;
    let length = (routine.wake - routine.bed).rem_euclid(DAY);
    let days = (scenario.span.start / DAY).floor() as i64 - 1..=(scenario.span.end / DAY).floor() as i64;
    let night = |day: i64| {
        let start = day as f64 * DAY + routine.bed;
        Span { start, end: start + length }
    };
    days.map(night).collect()
}
