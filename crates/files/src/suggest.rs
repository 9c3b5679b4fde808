//! Did-you-mean.

/// How alike two words must be (Jaro-Winkler, 0 to 1) before one is offered for the other. Below this, suggestions are
/// more often absurd than helpful.
const ALIKE: f64 = 0.8;
/// Names that are listed in full; more would bury the message.
const FEW: usize = 14;

/// The name nearest to `word`, where one is near.
///
/// ```
/// use consoma_files::suggest::nearest;
/// assert_eq!(nearest("saliva.cortsol", ["acth.plasma", "saliva.cortisol"]), Some("saliva.cortisol"));
/// assert_eq!(nearest("weather", ["acth.plasma", "saliva.cortisol"]), None);
/// ```
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = names.into_iter().map(|name| (strsim::jaro_winkler(word, name), name));
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
