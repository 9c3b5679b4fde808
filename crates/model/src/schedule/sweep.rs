//! The changes that a schedule makes, in one sweep over its edges.

use super::{Awakening, Change, DAY, Encounter, Routine, Schedule, Span, merged};
use crate::inputs::Inputs;
use std::collections::BTreeSet;

/// Spans of which those that hold are followed as time goes on.
struct Following {
    /// Beginnings and ends that are still to come, the latest first.
    starts: Vec<(f64, usize)>,
    ends: Vec<(f64, usize)>,
    /// Places of those that hold.
    now: BTreeSet<usize>,
}

impl Following {
    fn new(spans: impl Iterator<Item = Span> + Clone) -> Self {
        let sorted = |edge: fn(Span) -> f64| {
            let mut edges: Vec<(f64, usize)> =
                spans.clone().enumerate().map(|(place, span)| (edge(span), place)).collect();
            edges.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
            edges
        };
        Self { starts: sorted(|span| span.start), ends: sorted(|span| span.end), now: BTreeSet::new() }
    }

    /// Goes on to a time, and gives those that end at it and those that begin at it, by their places.
    fn go_to(&mut self, time: f64) -> [Vec<usize>; 2] {
        let [mut ending, mut beginning] = [Vec::new(), Vec::new()];
        while let Some((start, place)) = self.starts.pop_if(|(start, _)| *start <= time) {
            self.now.insert(place);
            beginning.extend((start == time).then_some(place));
        }
        while let Some((end, place)) = self.ends.pop_if(|(end, _)| *end <= time) {
            self.now.remove(&place);
            ending.extend((end == time).then_some(place));
        }
        [ending, beginning]
    }

    /// Whether any of them holds.
    fn any(&self) -> bool {
        !self.now.is_empty()
    }
}

/// What holds at the present edge.
struct Sweep<'a> {
    schedule: &'a Schedule,
    encounters: Following,
    sleeps: Following,
    naps: Following,
    /// The windows after getting up from a night.
    ups: Following,
    /// Nights with the partner.
    beside: Following,
}

impl Schedule {
    /// The changes from `span.start` to `span.end`, in order. At the start everything that holds there is stated.
    ///
    /// At one instant, encounters that end come first, then company, then the inputs, then encounters that begin. What begins at the very end
    /// of the span is left out, what ends there is not.
    pub fn changes(&self, span: Span, awakening: Awakening) -> Vec<(f64, Change)> {
        let sleeps = self.sleeps(span);
        let nights = sleeps.iter().filter(|sleep| sleep.end - sleep.start > awakening.night);
        let ups: Vec<_> = nights.map(|it| Span { start: it.end, end: it.end + awakening.window }).collect();
        let beside: Vec<_> = self.nights(span).filter(|night| night.beside).map(|night| night.span).collect();
        let happens = || self.encounters.iter().map(|encounter| encounter.span);
        let company = self.encounters.iter().filter(|encounter| encounter.stirs()).map(|encounter| encounter.span);
        let company = edges_of(&merged(company.collect()));
        let attended = edges_of(&self.attended);

        let mut edges = vec![span.start];
        for day in (span.start / DAY).floor() as i64..=(span.end / DAY).floor() as i64 {
            let midnight = day as f64 * DAY;
            edges.extend([midnight + self.routine.dawn, midnight + self.routine.dusk]);
        }
        let own = [&sleeps, &self.naps, &ups, &beside].into_iter().flatten().copied().chain(happens());
        edges.extend(own.flat_map(|it| [it.start, it.end]).chain(attended.iter().copied()));
        edges.retain(|&time| time >= span.start && time <= span.end);
        edges.sort_by(f64::total_cmp);
        edges.dedup();

        let follow = |spans: &[Span]| Following::new(spans.iter().copied());
        let mut sweep = Sweep {
            schedule: self,
            encounters: Following::new(happens()),
            sleeps: follow(&sleeps),
            naps: follow(&self.naps),
            ups: follow(&ups),
            beside: follow(&beside),
        };
        let at = |times: &[f64], time: f64| times.binary_search_by(|other| other.total_cmp(&time)).is_ok();
        let (mut changes, mut before) = (Vec::new(), None);
        for time in edges {
            let [ending, beginning] = sweep.go_to(time);
            changes.extend(ending.into_iter().map(|place| (time, Change::Ends(place))));
            if at(&company, time) {
                changes.push((time, Change::Company));
            }
            if time == span.end {
                break;
            }
            let inputs = sweep.inputs(time);
            if before != Some(inputs) {
                changes.push((time, Change::Inputs(inputs)));
                before = Some(inputs);
            }
            changes.extend(beginning.into_iter().map(|place| (time, Change::Begins(place))));
            if changes.last().is_none_or(|(last, _)| *last != time) && at(&attended, time) {
                changes.push((time, Change::Elsewhere));
            }
        }
        changes
    }
}

impl Sweep<'_> {
    /// Goes on to a time, and gives the encounters that end at it and those that begin at it.
    fn go_to(&mut self, time: f64) -> [Vec<usize>; 2] {
        for spans in [&mut self.sleeps, &mut self.naps, &mut self.ups, &mut self.beside] {
            spans.go_to(time);
        }
        self.encounters.go_to(time)
    }

    /// The inputs from now on.
    fn inputs(&self, time: f64) -> Inputs<f64> {
        let mut inputs = Inputs::rest();
        let clock = time.rem_euclid(DAY);
        let Routine { dawn, dusk, daylight, lamplight, .. } = self.schedule.routine;
        inputs.light = if clock >= dawn && clock < dusk { daylight } else { lamplight };
        if self.sleeps.any() {
            // Back in bed, waking is not over.
            (inputs.bed, inputs.nap) = (1.0, f64::from(u8::from(self.naps.any())));
        } else if self.ups.any() {
            inputs.awakening = 1.0;
        }
        let now = || self.encounters.now.iter().map(|&place| &self.schedule.encounters[place]);
        // Other company comes first: the partner waits in bed.
        if self.beside.any() && !now().any(Encounter::is_company) {
            (inputs.partner, inputs.presence) = (1.0, 1.0);
        }
        inputs.kept_awake = f64::from(u8::from(now().any(Encounter::keeps_awake)));
        for encounter in now() {
            inputs.set(&encounter.sets);
        }
        inputs
    }
}

/// The times at which spans begin or end, in order.
fn edges_of(spans: &[Span]) -> Vec<f64> {
    let mut edges: Vec<f64> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    edges.sort_by(f64::total_cmp);
    edges
}
