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

#[cfg(test)]
mod tests {
    use super::lower;

    #[test]
    fn abbreviations_stay() {
        assert_eq!(lower("Felt threat"), "felt threat");
        assert_eq!(lower("ACTH in plasma"), "ACTH in plasma");
        assert_eq!(lower(""), "");
    }
}
