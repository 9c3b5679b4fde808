//! A night as a sleep laboratory writes it: stages, cycles, and what is read from them.
//!
//! The log of a course names each stage when it begins, and when the person goes to bed and gets up. All times here are minutes
//! since midnight of day 1. The body changes its stage at any instant; a night is scored as a laboratory does it, in epochs of half a
//! minute, each the stage that fills most of it. Who gets up in the night, for less time than makes another night
//! ([`APART`]), has one night in parts. Left out: movements, and the rules by which scorers look at the epochs around.

use consoma_model::body::sleep::night::APART;
use consoma_model::body::sleep::stages::Stage;
use consoma_model::schedule::Span;
use consoma_wiring::Log;

/// What the log says when somebody goes to bed.
const TO_BED: &str = "to bed";
/// What the log says when somebody gets up.
const UP: &str = "getting up";
/// The length of an epoch.
const EPOCH: f64 = 0.5;
/// A cycle has at least so many minutes of sleep before its REM sleep (Feinberg and Floyd 1979).
const BEFORE_REM: f64 = 15.0;

/// The begins of the stages in a log, in order of time.
pub fn stages(log: &[Log]) -> Vec<(f64, Stage)> {
    log.iter().filter_map(|entry| Some((entry.time, Stage::begun_by(entry.what)?))).collect()
}

/// A night with its stages.
#[derive(Clone, Debug, PartialEq)]
pub struct Night {
    /// From going to bed to getting up for good.
    pub bed: Span,
    /// Out of bed in between.
    pub up: Vec<Span>,
    /// Each stage from its begin to its end, in whole epochs, in order, without gaps. Before the first that is logged, and out of bed, the
    /// person is awake.
    pub stages: Vec<(Span, Stage)>,
}

/// What is read from a night, in minutes where nothing else is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// In bed.
    pub in_bed: f64,
    /// Asleep.
    pub asleep: f64,
    /// In bed before the first sleep; the whole stay where there is none.
    pub latency: f64,
    /// Awake in bed between the first sleep and getting up.
    pub after_onset: f64,
    /// Awakenings after the first sleep, without the last.
    pub awakenings: usize,
    /// From the first sleep to the first REM sleep.
    pub to_rem: Option<f64>,
    /// Time asleep as a share of the time in bed (0 to 1).
    pub efficiency: f64,
    /// Minutes of each stage, in the order of [`Stage::ALL`].
    pub minutes: [f64; 5],
}

/// The nights that a log holds from going to bed to getting up for good, with a stage. Naps are left out.
pub fn nights(log: &[Log]) -> Vec<Night> {
    let begins = stages(log);
    let mut nights: Vec<Vec<Span>> = Vec::new();
    let mut bed = None;
    for entry in log {
        match (entry.what, bed) {
            (TO_BED, _) => {
                bed = Some(entry.time);
                let begun = nights.last().and_then(|parts| parts.last());
                if begun.is_none_or(|part| entry.time - part.end > APART) {
                    nights.push(Vec::new());
                }
            }
            (UP, Some(start)) => {
                bed = None;
                nights.last_mut().into_iter().for_each(|parts| parts.push(Span { start, end: entry.time }));
            }
            _ => {}
        }
    }
    if bed.is_some() {
        // Nobody has got up from it yet.
        nights.pop();
    }
    nights.into_iter().filter_map(|parts| Night::new(&parts, &begins)).collect()
}

impl Night {
    /// `None` where no stage is known.
    fn new(parts: &[Span], begins: &[(f64, Stage)]) -> Option<Self> {
        let bed = Span { start: parts.first()?.start, end: parts.last()?.end };
        let within = |time: f64| parts.iter().any(|part| (part.start..part.end).contains(&time));
        let mut own: Vec<_> = begins.iter().filter(|(time, _)| within(*time)).copied().collect();
        if own.is_empty() {
            return None;
        }
        own.extend(parts.iter().map(|part| (part.end, Stage::Wake)));
        own.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut stages: Vec<(Span, Stage)> = Vec::new();
        let mut now = (bed.start, Stage::Wake);
        for next in own {
            match stages.last_mut() {
                // A stage that is said twice goes on.
                Some((span, stage)) if *stage == now.1 => span.end = next.0,
                _ if next.0 > now.0 => stages.push((Span { start: now.0, end: next.0 }, now.1)),
                _ => {}
            }
            now = next;
        }
        let up = parts.windows(2).map(|pair| Span { start: pair[0].end, end: pair[1].start }).collect();
        Some(Self { bed, up, stages: scored(bed, &stages) })
    }

    /// When sleep first begins.
    pub fn onset(&self) -> Option<f64> {
        self.stages.iter().find(|(_, stage)| stage.asleep()).map(|(span, _)| span.start)
    }

    /// Minutes in bed until `time`.
    fn in_bed(&self, time: f64) -> f64 {
        let up = self.up.iter().map(|up| (time.min(up.end) - up.start).max(0.0)).sum::<f64>();
        time - self.bed.start - up
    }

    /// What is read from it.
    pub fn summary(&self) -> Summary {
        let mut minutes = [0.0; 5];
        for (span, stage) in &self.stages {
            minutes[*stage as usize] += span.end - span.start;
        }
        let in_bed = self.in_bed(self.bed.end);
        minutes[Stage::Wake as usize] -= self.bed.end - self.bed.start - in_bed;
        let asleep = in_bed - minutes[Stage::Wake as usize];
        let latency = self.onset().map_or(in_bed, |onset| self.in_bed(onset));
        let after = self.stages.iter().filter(|(span, _)| self.onset().is_some_and(|onset| span.start > onset));
        let awake = after.filter(|(_, stage)| !stage.asleep());
        let rem = self.stages.iter().find(|(_, stage)| *stage == Stage::Rem);
        Summary {
            in_bed,
            asleep,
            latency,
            after_onset: minutes[Stage::Wake as usize] - latency,
            awakenings: awake.filter(|(span, _)| span.end < self.bed.end).count(),
            to_rem: rem.zip(self.onset()).map(|((span, _), onset)| span.start - onset),
            efficiency: asleep / in_bed,
            minutes,
        }
    }

    /// The cycles: each from the end of the last to the end of its REM sleep, which is REM sleep that less than a quarter of an
    /// hour of other stages parts.
    pub fn cycles(&self) -> Vec<Span> {
        let mut cycles: Vec<Span> = Vec::new();
        let Some(onset) = self.onset() else { return cycles };
        for (span, _) in self.stages.iter().filter(|(_, stage)| *stage == Stage::Rem) {
            let from = cycles.last().map_or(onset, |last| last.end);
            match cycles.last_mut() {
                Some(last) if span.start - last.end < BEFORE_REM => last.end = span.end,
                _ => cycles.push(Span { start: from, end: span.end }),
            }
        }
        cycles
    }
}

/// The stages of a night by epochs from going to bed on; the last may be cut short. Of two stages that fill as much of an epoch the
/// earlier counts.
fn scored(bed: Span, stages: &[(Span, Stage)]) -> Vec<(Span, Stage)> {
    let mut out: Vec<(Span, Stage)> = Vec::new();
    let mut first = 0;
    for k in 0.. {
        let start = bed.start + EPOCH * f64::from(k);
        if start >= bed.end {
            break;
        }
        let end = f64::min(start + EPOCH, bed.end);
        first += stages[first..].iter().take_while(|(span, _)| span.end <= start).count();
        let mut filled = [0.0; 5];
        for (span, stage) in stages[first..].iter().take_while(|(span, _)| span.start < end) {
            filled[*stage as usize] += f64::min(span.end, end) - f64::max(span.start, start);
        }
        let most = filled.iter().copied().fold(0.0, f64::max);
        let inside = stages[first..].iter().find(|(_, stage)| filled[*stage as usize] == most);
        let stage = inside.map_or(Stage::Wake, |(_, stage)| *stage);
        match out.last_mut() {
            Some((span, last)) if *last == stage => span.end = end,
            _ => out.push((Span { start, end }, stage)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Night, Stage, nights, stages};
    use consoma_model::schedule::Span;
    use consoma_wiring::Log;

    fn log(entries: &[(f64, &'static str)]) -> Vec<Log> {
        let entry = |&(time, what): &(f64, &'static str)| Log { time, what, size: None, encounter: None };
        entries.iter().map(entry).collect()
    }

    /// In bed from 23:00 to 07:00; asleep at 23:20, awake from 02:00 to 02:10 and from 06:50 on.
    fn night() -> Vec<Log> {
        log(&[
            (1380.0, "to bed"),
            (1380.0, "stage W"),
            (1390.0, "pulse"),
            (1400.0, "stage N1"),
            (1405.0, "stage N2"),
            (1420.0, "stage N3"),
            (1480.0, "stage R"),
            (1490.0, "stage N2"),
            (1495.0, "stage R"),
            (1500.0, "stage N2"),
            (1560.0, "stage W"),
            (1570.0, "stage N2"),
            (1570.0, "stage N2"),
            (1700.0, "stage R"),
            (1850.0, "stage W"),
            (1860.0, "getting up"),
        ])
    }

    #[test]
    fn stages_stand_in_the_log() {
        let all = stages(&night());
        assert_eq!(all.len(), 13);
        assert_eq!(all[1], (1400.0, Stage::N1));
        assert_eq!(Stage::begun_by("stage N4"), None);
    }

    #[test]
    fn a_night_is_read_as_a_laboratory_reads_it() {
        let all = nights(&night());
        assert_eq!(all.len(), 1);
        let it = all[0].summary();
        assert_eq!((it.in_bed, it.latency, it.after_onset, it.awakenings), (480.0, 20.0, 20.0, 1));
        assert_eq!((it.asleep, it.to_rem), (440.0, Some(80.0)));
        assert_eq!(it.minutes, [40.0, 5.0, 210.0, 60.0, 165.0]);
        assert_eq!(it.minutes.iter().sum::<f64>(), it.in_bed);
        assert!((it.efficiency - 440.0 / 480.0).abs() < 1e-12);
        // Stages follow each other without gaps from bed to getting up.
        let spans: Vec<Span> = all[0].stages.iter().map(|(span, _)| *span).collect();
        assert!(spans.windows(2).all(|pair| pair[0].end == pair[1].start));
        assert_eq!((spans[0].start, spans[spans.len() - 1].end), (1380.0, 1860.0));
    }

    #[test]
    fn what_fills_less_than_half_an_epoch_is_not_scored() {
        let brief = log(&[
            (1380.0, "to bed"),
            (1390.1, "stage N2"),
            (1500.0, "stage W"),
            (1500.2, "stage N2"),
            (1600.1, "stage W"),
            (1600.45, "stage N2"),
            (1860.0, "getting up"),
        ]);
        let it = nights(&brief)[0].summary();
        assert_eq!((it.latency, it.awakenings, it.after_onset), (10.0, 1, 0.5));
    }

    #[test]
    fn a_night_that_is_cut_is_one_night() {
        // Called up at midnight before the first sleep, and again at 03:00; the second night is called up and not over.
        let cut = log(&[
            (1380.0, "to bed"),
            (1440.0, "getting up"),
            (1500.0, "to bed"),
            (1500.0, "stage W"),
            (1510.0, "stage N2"),
            (1620.0, "getting up"),
            (1640.0, "to bed"),
            (1640.0, "stage W"),
            (1650.0, "stage N2"),
            (1860.0, "getting up"),
            (2200.0, "to a nap"),
            (2210.0, "stage N1"),
            (2230.0, "getting up"),
            (2820.0, "to bed"),
            (2830.0, "stage N2"),
            (2900.0, "getting up"),
            (2920.0, "to bed"),
        ]);
        let all = nights(&cut);
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].bed, all[0].up.len()), (Span { start: 1380.0, end: 1860.0 }, 2));
        let it = all[0].summary();
        assert_eq!((it.in_bed, it.asleep, it.latency, it.after_onset, it.awakenings), (400.0, 320.0, 70.0, 10.0, 1));
        assert_eq!(it.minutes.iter().sum::<f64>(), it.in_bed);
        // Six hours and more apart are two nights.
        let two = log(&[
            (0.0, "to bed"),
            (1.0, "stage N2"),
            (60.0, "getting up"),
            (430.0, "to bed"),
            (431.0, "stage N2"),
            (500.0, "getting up"),
        ]);
        assert_eq!(nights(&two).len(), 2);
    }

    #[test]
    fn cycles_end_with_rem_sleep() {
        let all = nights(&night());
        let cycles: Vec<_> = all[0].cycles().iter().map(|span| (span.start, span.end)).collect();
        assert_eq!(cycles, [(1400.0, 1500.0), (1500.0, 1850.0)]);
    }

    #[test]
    fn naps_and_unfinished_nights_are_none() {
        assert!(nights(&log(&[(800.0, "to a nap"), (805.0, "stage N1"), (830.0, "getting up")])).is_empty());
        assert!(nights(&log(&[(1380.0, "to bed"), (1400.0, "stage N1")])).is_empty());
        assert!(nights(&log(&[(1380.0, "to bed"), (1860.0, "getting up")])).is_empty());
        let awake: Vec<Night> = nights(&log(&[(1380.0, "to bed"), (1381.0, "stage W"), (1860.0, "getting up")]));
        let it = awake[0].summary();
        assert_eq!((it.asleep, it.latency, it.efficiency, it.to_rem), (0.0, 480.0, 0.0, None));
        assert!(awake[0].cycles().is_empty());
    }
}
