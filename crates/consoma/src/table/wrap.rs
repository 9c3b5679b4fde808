//! Words in lines.

/// `text` in lines of at most `width` characters, of which all but the first begin with `indent` blanks. A word that is
/// longer than a line has its own line.
pub(crate) fn wrap(text: &str, width: usize, indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) => lines.push(format!("{:indent$}{word}", "")),
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn no_line_is_wider() {
        assert_eq!(wrap("one two three", 7, 1), ["one two", " three"]);
        assert_eq!(wrap("one two three", 6, 1), ["one", " two", " three"]);
        assert_eq!(wrap("", 7, 1), Vec::<String>::new());
    }
}
