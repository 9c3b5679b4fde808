//! The two days after an encounter as they are felt: what of them is a burden, the low of the next day and who has it, and when
//! it is over.

use crate::digest::{Digest, Point};
use consoma_model::declare::Reading;
use consoma_model::schedule::DAY;

/// Minutes that are looked at after an encounter begins.
pub const LASTS: f64 = 2.0 * DAY;

/// Bad feelings, of which a low of the next day is made. Their sign says which way is worse.
const LOW: [(&str, f64); 3] = [("affect.negative", 1.0), ("affect.positive", -1.0), ("hangover.dip", 1.0)];
/// Fatigue.
pub const FATIGUE: &str = "fatigue.felt";
/// Regret.
pub const REGRET: &str = "hangover.regret";

/// What the two days are told by, in this order.
pub const TOLD_BY: [&str; 7] =
    [FATIGUE, "affect.negative", "affect.positive", REGRET, "rumination.felt", "hangover.dip", "capacity.closeness"];

/// What a rise of it is a burden, so that its end is wanted.
pub const BURDENS: [&str; 5] = [FATIGUE, "affect.negative", REGRET, "rumination.felt", "hangover.dip"];

/// Whether there is anything to tell: good feelings alone are no hangover.
pub fn told(digests: &[Digest]) -> bool {
    digests.iter().any(|it| BURDENS.contains(&it.quantity.id) && !it.control.is_empty())
}

/// The burdens that rise above the control by what is worth a line.
pub fn burdens(digests: &[Digest]) -> Vec<&Digest> {
    let rises = |it: &&Digest| BURDENS.contains(&it.quantity.id) && it.rise() > 0.0 && it.rise() >= it.least();
    digests.iter().filter(rises).collect()
}

/// The low of the next day of a group under a reading: its bad feelings against the control between getting up and getting up,
/// the largest of them; what is felt comes before what is latent. `None` where there is no low.
pub fn low(digests: &[Digest], reading: Reading, group: usize) -> Option<(&Digest, Point)> {
    let one = |(id, worse): &(&str, f64)| {
        let digest = of(digests, reading, group, id)?;
        let point = *digest.change.as_ref()?.parts.get(1)?;
        (point.value * worse > 0.0 && point.value.abs() >= digest.least()).then_some((digest, point))
    };
    let felt = LOW[..2].iter().filter_map(one);
    let size = |(digest, point): &(&Digest, Point)| point.value.abs() / digest.scale();
    felt.reduce(|best, next| if size(&next) > size(&best) { next } else { best }).or_else(|| one(&LOW[2]))
}

/// When it is over.
#[derive(Clone, Copy, Debug)]
pub enum Over<'a> {
    /// No burden rose.
    Never,
    /// From this time on, and what is back last.
    By(f64, &'a Digest),
    /// This is not back when the record ends.
    Outlasts(&'a Digest),
}

/// When the last burden of a group under a reading is back.
pub fn over(digests: &[Digest], reading: Reading, group: usize) -> Over<'_> {
    let own = burdens(digests).into_iter().filter(|it| it.reading == reading && it.group == group);
    let mut last = Over::Never;
    for digest in own {
        let end = digest.change.as_ref().and_then(|change| change.over);
        last = match (end, last) {
            (None, _) => return Over::Outlasts(digest),
            (Some(end), Over::By(time, _)) if end.time <= time => last,
            (Some(end), _) => Over::By(end.time, digest),
        };
    }
    last
}

/// The digest of a quantity.
pub fn of<'a>(digests: &'a [Digest], reading: Reading, group: usize, id: &str) -> Option<&'a Digest> {
    digests.iter().find(|it| it.reading == reading && it.group == group && it.quantity.id == id)
}

#[cfg(test)]
mod tests {
    use super::{Over, burdens, low, over, told};
    use crate::digest::{Change, Digest, Point};
    use consoma_model::declare::{Quantity, Reading, Row, System};

    const fn row(id: &'static str) -> Row<Quantity> {
        let declared = Quantity {
            system: System::Mood,
            principal: true,
            unit: "SD",
            possible: (-10.0, 10.0),
            normal: Some((-1.0, 1.0)),
            measured_by: "asking",
        };
        Row { id, label: id, declared }
    }

    static FATIGUE: Row<Quantity> = row("fatigue.felt");
    static NEGATIVE: Row<Quantity> = row("affect.negative");
    static POSITIVE: Row<Quantity> = row("affect.positive");

    /// A digest with the largest change, that of the next day, and when it is over.
    fn digest(quantity: &'static Row<Quantity>, largest: f64, next: f64, end: Option<f64>) -> Digest {
        let at = |value, time| Point { value, time };
        let change = Change {
            largest: at(largest, 1200.0),
            usual: 0.0,
            over: end.map(|time| at(0.0, time)),
            parts: vec![at(largest, 1200.0), at(next, 2000.0)],
            morning: None,
            end: at(0.0, 3000.0),
            course: vec![0.0, largest, next, 0.0],
        };
        let point = at(0.0, 0.0);
        Digest {
            reading: Reading::Told,
            group: 0,
            quantity,
            course: vec![0.0; 4],
            start: point,
            peak: point,
            trough: point,
            end: point,
            control: vec![0.0; 4],
            begins: 1100.0,
            by_night: false,
            unread: Vec::new(),
            change: Some(change),
        }
    }

    #[test]
    fn the_low_is_a_bad_feeling_of_the_next_day() {
        let all = [digest(&NEGATIVE, -0.5, 0.1, None), digest(&POSITIVE, 0.5, -0.3, None)];
        let (quantity, point) = low(&all, Reading::Told, 0).map(|(it, point)| (it.quantity.id, point.value)).unwrap();
        assert_eq!((quantity, point), ("affect.positive", -0.3));
        // More of the good, or less of the bad, is none; nor is what is not worth a line.
        let well = [digest(&NEGATIVE, 0.5, -0.3, None), digest(&POSITIVE, 0.5, -0.001, None)];
        assert!(low(&well, Reading::Told, 0).is_none());
        assert!(low(&all, Reading::Measured, 0).is_none());
    }

    #[test]
    fn it_is_over_when_the_last_burden_is_back() {
        let all = [digest(&FATIGUE, 0.5, 0.0, Some(1400.0)), digest(&NEGATIVE, 0.3, 0.0, Some(1300.0))];
        assert!(matches!(over(&all, Reading::Told, 0), Over::By(1400.0, it) if it.quantity.id == "fatigue.felt"));
        let lasting = [all[0].clone(), digest(&NEGATIVE, 0.3, 0.2, None)];
        assert!(matches!(over(&lasting, Reading::Told, 0), Over::Outlasts(it) if it.quantity.id == "affect.negative"));
        // A fall is no burden, and good feelings alone are no hangover.
        assert!(matches!(over(&[digest(&FATIGUE, -0.5, -0.1, None)], Reading::Told, 0), Over::Never));
        assert!(burdens(&[digest(&POSITIVE, 0.5, 0.1, None)]).is_empty());
        assert!(told(&all) && !told(&[digest(&POSITIVE, 0.5, 0.1, None)]));
    }
}
