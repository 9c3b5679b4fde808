//! Did-you-mean.

/// How alike two words must be (Jaro-Winkler, 0 to 1) before one is offered for the other. Below this, suggestions are
/// more often absurd than helpful.
const ALIKE: f64 = 0.8;
/// Names that are listed in full; more would bury the message.
const FEW: usize = 14;

/// Words that people guess, and what is meant where it is allowed.
const GUESSES: &[(&str, &str)] = &[
    ("person", "people"),
    ("persons", "people"),
    ("group", "people"),
    ("event", "encounter"),
    ("meeting", "encounter"),
    ("sleep", "nap"),
    ("food", "meal"),
    ("dinner", "meal"),
    ("snack", "treat"),
    ("chocolate", "treat"),
    ("care", "self_care"),
    ("bath", "self_care"),
    ("tape", "tape_stripping"),
    ("stripping", "tape_stripping"),
    ("diary", "writing"),
    ("journal", "writing"),
    ("cyberball", "exclusion"),
    ("game", "exclusion"),
    ("worry", "recall"),
    ("infidelity", "betrayal"),
    ("cheating", "betrayal"),
    ("breakup", "separation"),
    ("divorce", "separation"),
    ("grief", "bereavement"),
    ("loss", "bereavement"),
    ("exams", "exam_period"),
    ("virus", "inoculation"),
    ("challenge", "inoculation"),
    ("vaccine", "vaccination"),
    ("biopsy", "wound"),
    ("cortisol", "hydrocortisone"),
    ("epinephrine", "adrenaline"),
    ("norepinephrine", "noradrenaline"),
    ("il-6", "interleukin-6"),
    ("lps", "endotoxin"),
    ("lipopolysaccharide", "endotoxin"),
    ("surgery", "operation"),
    ("ice_water", "cold_pressor"),
    ("heat", "painful_heat"),
    ("sums", "arithmetic"),
    ("hug", "embrace"),
    ("holding_hands", "hand_holding"),
    ("picture", "photograph"),
    ("photo", "photograph"),
    ("sport", "exercise"),
    ("walk", "exercise"),
    ("drug", "dose"),
    ("infusion", "dose"),
    ("tsst", "stress_test"),
    ("repeat", "repeats"),
    ("mode", "by"),
    ("time", "at"),
    ("start", "at"),
    ("begin", "at"),
    ("begins", "at"),
    ("when", "at"),
    ("duration", "lasts"),
    ("for", "lasts"),
    ("length", "lasts"),
    ("end", "lasts"),
    ("people", "who"),
    ("person", "who"),
    ("with", "who"),
    ("participants", "who"),
    ("gender", "sex"),
    ("number", "count"),
    ("n", "count"),
    ("title", "name"),
    ("description", "about"),
    ("format", "consoma"),
    ("version", "consoma"),
    ("reading", "readings"),
    ("step", "every"),
    ("interval", "every"),
    ("columns", "quantities"),
    ("f", "female"),
    ("woman", "female"),
    ("w", "female"),
    ("m", "male"),
    ("man", "male"),
    ("pill", "combined pill"),
];

/// The name nearest to `word`, where one is near. Upper and lower case count as the same, unless two names differ in
/// nothing else.
///
/// ```
/// use consoma_files::suggest::nearest;
/// assert_eq!(nearest("saliva.cortsol", ["acth.plasma", "saliva.cortisol"]), Some("saliva.cortisol"));
/// assert_eq!(nearest("duration", ["at", "lasts"]), Some("lasts"));
/// assert_eq!(nearest("ben", ["Ada", "Ben"]), Some("Ben"));
/// assert_eq!(nearest("weather", ["acth.plasma", "saliva.cortisol"]), None);
/// ```
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let names: Vec<_> = names.into_iter().collect();
    let guessed = GUESSES.iter().filter(|(guess, _)| *guess == word);
    if let Some(meant) = guessed.into_iter().find_map(|(_, meant)| names.iter().find(|name| *name == meant)) {
        return Some(meant);
    }
    let near = names.into_iter().map(|name| (strsim::jaro_winkler(&word, &name.to_lowercase()), name));
    near.filter(|(score, _)| *score > ALIKE).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

/// What to say of an unknown `word`: the nearest name, and all names where they are few.
///
/// `listing` says where to find all names where they are many.
pub fn help(word: &str, names: &[&str], listing: &str) -> String {
    let near = nearest(word, names.iter().copied()).map(|name| format!("did you mean `{name}`?"));
    let all = if names.is_empty() {
        None
    } else if names.len() <= FEW {
        Some(format!("allowed: {}", names.join(", ")))
    } else {
        Some(listing.to_owned())
    };
    [near, all].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
