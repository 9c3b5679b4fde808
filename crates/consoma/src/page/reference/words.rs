//! The head of a process's file as HTML: it is Markdown, of which a few forms are used.

use crate::page::escaped;

/// What a process says of itself.
pub(super) struct Words {
    /// Its first sentence.
    pub(super) title: String,
    /// Equations as people write them.
    pub(super) equations: String,
    /// Paragraphs, as HTML.
    pub(super) prose: Vec<String>,
    /// What is left out, as HTML.
    pub(super) left_out: String,
}

/// Takes apart the head of a file.
pub(super) fn words(head: &str) -> Words {
    let (mut equations, mut paragraphs, mut fenced) = (String::new(), vec![String::new()], false);
    for text in head.lines() {
        if text.starts_with("```") {
            fenced = !fenced;
            equations += if fenced && !equations.is_empty() { "\n" } else { "" };
        } else if fenced {
            equations += text;
            equations.push('\n');
        } else if text.trim().is_empty() {
            paragraphs.push(String::new());
        } else if let Some(last) = paragraphs.last_mut() {
            *last += if last.is_empty() { "" } else { " " };
            *last += text.trim();
        }
    }
    paragraphs.retain(|it| !it.is_empty());
    let mut paragraphs = paragraphs.into_iter();
    let first = paragraphs.next().unwrap_or_default();
    let (title, rest) = first.split_once(": ").map_or((first.as_str(), ""), |(title, rest)| (title, rest));
    let mut left_out = String::new();
    let mut prose = Vec::new();
    if !rest.is_empty() {
        prose.push(html(&sentence(rest)));
    }
    for paragraph in paragraphs {
        match paragraph.find("Left out:") {
            Some(place) => {
                let (before, after) = paragraph.split_at(place);
                let list = after.trim_start_matches("Left out:").trim();
                // The list ends with its sentence; what follows is prose again.
                let (list, rest) = list.split_once(". ").map_or((list, ""), |(list, rest)| (list, rest));
                left_out = html(&sentence(list.trim_end_matches('.'))) + ".";
                prose.extend([before, rest].into_iter().map(str::trim).filter(|it| !it.is_empty()).map(html));
            }
            None => prose.push(html(&paragraph)),
        }
    }
    Words { title: title.trim_end_matches('.').to_owned(), equations, prose, left_out }
}

/// With a capital at its beginning.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// Inline Markdown: code, strong words, and links to other processes, of which the name is left.
fn html(text: &str) -> String {
    let mut out = String::new();
    for (place, part) in text.split('`').enumerate() {
        let part = escaped(part);
        out += &if place % 2 == 1 { format!("<code>{part}</code>") } else { part };
    }
    // `[`x`](super::x)`: the code stays.
    let mut plain = String::new();
    let mut rest = out.as_str();
    while let Some((before, after)) = rest.split_once("[<code>") {
        plain += before;
        let (name, tail) = after.split_once("</code>]").unwrap_or((after, ""));
        plain += &format!("<code>{name}</code>");
        rest = match tail.strip_prefix('(') {
            Some(target) => target.split_once(')').map_or("", |(_, rest)| rest),
            None => tail,
        };
    }
    plain += rest;
    let strong = plain.split("**").enumerate();
    strong
        .map(|(place, part)| if place % 2 == 1 { format!("<strong>{part}</strong>") } else { part.to_owned() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_head_is_taken_apart() {
        let head = "CRH: the drive of the [`axis`](super::axis), C < 1.\n\n```text\nC' = u - C\n```\n\nu drive. Left out: sleep, light. More.\n";
        let it = words(head);
        assert_eq!((it.title.as_str(), it.equations.as_str()), ("CRH", "C' = u - C\n"));
        assert_eq!(it.prose, ["The drive of the <code>axis</code>, C &lt; 1.", "u drive.", "More."]);
        assert_eq!(it.left_out, "Sleep, light.");
    }
}
