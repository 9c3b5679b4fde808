//! Scenario files: read, checked, and resolved into a [`Scenario`].
//!
//! # Times
//! Whatever happens has `at`, `lasts` and `who` (default everybody), and may have `repeats` and `jitter`.
//!
//! | `at` | means |
//! |---|---|
//! | `"day 2 19:00"` | that instant |
//! | `"19:00"` | the first such time in the scenario |
//! | `"2 h after dinner"` | two hours after dinner begins |
//! | `"5 min before the end of dinner"` | that; `"the end of dinner"` alone is the end itself |
//!
//! `repeats = { every = "1 day", times = 5 }` counts the first time too; `until = "day 9 12:00"` is the latest beginning; with
//! neither it goes on as long as the scenario. What is relative to something that repeats happens with each of its
//! occurrences, as far as that fits into the scenario; with `repeats` of its own it counts from the first.
//!
//! `a_week = 3` instead of `every` is three days of each week, spread evenly. A `[[period]]` is a stretch of time with a name, in which nothing happens by
//! itself: `repeats = { a_week = 2, except = ["bad weeks"] }` leaves out what would begin in it, `during = ["holidays"]` everything else. So ten years
//! are a few lines; see `scenarios/ten-years.toml`. Durations may be in weeks and in years of 365 days.
//!
//! # Chance
//! Up to 60 days pulses, stages of sleep and the moods of hours are drawn; beyond, all are at their means, and steps are longer. `chance = "drawn"` or
//! `"mean"` says so in the file. Where nothing is said of `[output]`, no person has more than 20,000 records.
//!
//! `jitter = "10 min"` is the standard deviation of a normal draw, cut at three deviations, which moves each occurrence for
//! each person. What is relative moves along. Two people who meet by name have the same draws.
//!
//! # People
//! `with` says whom an encounter is with: `partner`, `friend`, `stranger`, `practitioner`, `nobody`, or one of the people of
//! the file, who is a `friend` unless `as` says otherwise. Two people who take part in the same talk meet each other. What the
//! file says of the other happens; where it leaves `responsiveness` out, the other's own state answers. `[encounter.of.Ada]`
//! holds what is different for Ada.
//! Whoever discloses where nobody of the file can answer says `responsiveness`; 0 is no answer.
//!
//! An encounter in somebody's company excludes other company, and a cue does, which stands for somebody who is away. Everything else may overlap, as long as an input is set once.
//!
//! # Kinds of events
//! | table | sets | usual |
//! |---|---|---|
//! | `[[encounter]]` | any input by its key, in somebody's company or alone | - |
//! | `[[meal]]`, `[[treat]]` | food; a meal may be `provoking` | 20 min; 100 kcal in 5 min |
//! | `[[exercise]]`, `[[posture]]`, `[[light]]`, `[[breathing]]` | one input each | - |
//! | `[[self_care]]` | care, by `strength` | 60 min |
//! | `[[tape_stripping]]` | what tape takes from the skin, by the share `removed` | 5 min |
//! | `[[writing]]` | writing, by `strength` | 20 min |
//! | `[[recall]]` | anxious recall, by `strength` | 10 min |
//! | `[[exclusion]]` | a game on a screen that leaves one out | 5 min |
//! | `[[stress_test]]` | arrival, preparation, speech and arithmetic before a panel | 10 min |
//! | `[[speech]]` | preparation, a speech before an audience | 5 min |
//! | `[[date]]` | nervous anticipation, then the company of a stranger | 60 min, 2 h |
//! | `[[betrayal]]` | a talk that rejects, then distance | 30 min, 4 h |
//! | `[[exam_period]]` | worry every day, and exams | 14 d, 3 exams |
//! | `[[separation]]` | a talk in which somebody leaves, then hours alone and recall every day | 60 min, 28 d |
//! | `[[bereavement]]`, `[[caregiving]]` | hours alone and anxious thought every day | 60 d |
//! | `[[inoculation]]`, `[[vaccination]]` | cold virus in the nose, a vaccine | 200 TCID50, 1 dose, in 1 min |
//! | `[[wound]]` | a punch or a suction blister, by `lesion` | 1 min, 1 h |
//! | `[[operation]]` | a wound under anaesthesia, then a pump of morphine at hand | 60 min, 72 h |
//! | `[[cold_pressor]]`, `[[painful_heat]]` | a painful stimulus, by `pain` | 2 min, 30 s |
//! | `[[arithmetic]]` | sums before somebody who hardly judges | 5 min |
//! | `[[hand_holding]]`, `[[embrace]]`, `[[massage]]` | touch of somebody who is there | 10 min, 1 min, 20 min |
//! | `[[photograph]]` | a photograph of somebody | 5 min |
//! | `[[dose]]` | a rate, or an amount in one go | 1 min for an amount |
//! | `[[nap]]`, `[[night]]` | sleep | - |
//! | `[[period]]` | nothing | - |
//!
//! # Nights
//! `[routine]` says `bed` and `wake`; `sleep = "free"` leaves it to sleep pressure, and `beside = "partner"` says who lies there.
//! `[[people]]` may say both for themselves, and a `[[night]]` who lies there in that one.
//!
//! ```
//! use consoma_files::scenario::parse;
//! let days = parse("days.toml", r#"
//! consoma = 1
//! name = "Three evenings"
//! start = "day 1 12:00"
//! end = "day 4 12:00"
//!
//! [[people]]
//! name = "Ada"
//! sex = "female"
//! [[people]]
//! name = "Ben"
//! sex = "male"
//!
//! [[meal]]
//! name = "dinner"
//! at = "18:00"
//! kcal = 650
//! repeats = { every = "1 day" }
//! jitter = "10 min"
//!
//! [[encounter]]                 # every evening, as dinner is
//! name = "talk"
//! at = "2 h after dinner"
//! lasts = "45 min"
//! as = "partner"
//! talk = 0.5
//! disclosure = 0.8              # Ben's own state answers
//! [encounter.of.Ben]
//! disclosure = 0.0              # he listens,
//! responsiveness = 0.6          # and is understood without saying much
//! "#).unwrap();
//! assert_eq!(days.pairs, [(0, 1)]);
//! let [ada, ben] = [0, 1].map(|group| days.schedule(group, 0));
//! assert_eq!(ada.encounters.len(), 6);
//! for (of_ada, of_ben) in ada.encounters.iter().zip(&ben.encounters) {
//!     assert_eq!(of_ada.span, of_ben.span);
//! }
//! let (dinner, talk) = (&ada.encounters[3], &ada.encounters[0]);
//! assert!((talk.span.start - dinner.span.start - 120.0).abs() < 1e-9);
//! assert_eq!((talk.sets.own_answer, ben.encounters[0].sets.responsiveness), (Some(1.0), Some(0.6)));
//! ```

mod betrayal;
mod change;
mod date;
mod dose;
mod encounter;
mod items;
mod kinds;
mod lasting;
mod lives;
mod meeting;
mod nights;
mod output;
mod overrides;
mod pain;
mod parts;
mod people;
mod refusals;
mod repeats;
mod resolve;
mod sets;
mod several;
mod speech;
mod stress;
mod timed;
mod times;
mod touching;
mod who;
mod words;

pub use crate::form::FORMAT;
pub use change::{Change, Refused};
pub(crate) use encounter::inputs;
pub(crate) use parts::Form;

use crate::clock::Until;
use crate::form;
use crate::problem::Problems;
use consoma_lab::scenario::Scenario;
use std::path::Path;

/// Largest number of people in a group.
pub const LARGEST: u64 = 1_000_000;

/// The scenario that runs when none is named: its path in the repository, and its text.
pub const EVENING: (&str, &str) = ("scenarios/evening.toml", include_str!("../../../../scenarios/evening.toml"));
/// A social stress test: its path in the repository, and its text.
pub const STRESS_TEST: (&str, &str) =
    ("scenarios/stress-test.toml", include_str!("../../../../scenarios/stress-test.toml"));
/// A day of routine: its path in the repository, and its text.
pub const ORDINARY_DAY: (&str, &str) =
    ("scenarios/ordinary-day.toml", include_str!("../../../../scenarios/ordinary-day.toml"));

/// What to give where a scenario file cannot be read.
const HELP: &str = "give the path of a scenario file; `consoma example > my.toml` writes one to begin with";

/// Reads a scenario file.
///
/// # Errors
///
/// What is wrong with the file: that it cannot be read, or everything that [`parse`] finds.
pub fn read(path: &Path) -> Result<Scenario, Problems> {
    read_or_evening(Some(path), None)
}

/// Reads a scenario file; where none is given, the built-in [`EVENING`]. It ends at `until` instead of where the file says, if that is given: what
/// repeats as often as fits then does so until there.
///
/// # Errors
///
/// Those of [`read`].
pub fn read_or_evening(path: Option<&Path>, until: Option<Until>) -> Result<Scenario, Problems> {
    let (name, text) = match path {
        Some(path) => form::text(path, HELP)?,
        None => (EVENING.0.to_owned(), EVENING.1.to_owned()),
    };
    form::parse(&name, &text, &schema(), "the scenario", |form, top, problems| {
        resolve::resolve(form, until, top, problems)
    })
}

/// Reads the text of a scenario file; `name` is what messages call it.
///
/// # Errors
///
/// Everything that is wrong, with its place.
///
/// ```
/// use consoma_files::scenario::parse;
/// let wrong = parse("talk.toml", "consoma = 1\nnme = \"Talk\"\n").unwrap_err();
/// assert!(wrong.to_string().contains("did you mean `name`?"));
/// assert_eq!(wrong.list().len(), 5); // also: no name, start, end and people
/// ```
pub fn parse(name: &str, text: &str) -> Result<Scenario, Problems> {
    form::parse(name, text, &schema(), "the scenario", |form, top, problems| {
        resolve::resolve(form, None, top, problems)
    })
}

/// The JSON schema of scenario files. The ids in it come from the declarations.
pub fn schema() -> serde_json::Value {
    crate::schema::of::<Form>()
}
