//! Words that tables and pages share.

/// A label inside a sentence: its first letter small, unless it begins an abbreviation.
pub(crate) fn lower(label: &str) -> String {
    let mut letters = label.chars();
    let (first, second) = (letters.next(), letters.next());
    match first {
        Some(first) if second.is_none_or(char::is_lowercase) => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

/// A text as the begin of a sentence.
pub(crate) fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{lower, upper};

    #[test]
    fn abbreviations_stay() {
        assert_eq!(lower("Felt threat"), "felt threat");
        assert_eq!(lower("ACTH in plasma"), "ACTH in plasma");
        assert_eq!(lower(""), "");
        assert_eq!((upper("time asleep"), upper("")), ("Time asleep".into(), String::new()));
    }
}
