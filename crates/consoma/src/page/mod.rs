//! Pages: self-contained HTML that opens from a file, offline, in light and dark.

mod axis;
mod compare;
mod drawing;
mod figure;
mod hypnogram;
mod picture;
mod reference;
mod report;

use consoma_files::folder::PAGE;

pub(crate) use compare::compare;
pub(crate) use reference::{INDEX, names, pages};
pub(crate) use report::{Made, report};

/// The look of every page. Colours mean something and always the same: ink and grey for what was measured or serves as the
/// control, a warm hue for `told`, a cool one for `measured`.
const STYLE: &str = include_str!("style.css");

/// A page with this title and body. It begins as all of ours do, so that it may be replaced by the next.
fn page(title: &str, body: &str) -> String {
    format!(
        "{PAGE}<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n",
        escaped(title)
    )
}

/// Text that is safe inside HTML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_name_cannot_become_markup() {
        let page = page("<script>alert(1)</script>", "");
        assert!(!page.contains("<script"), "{page}");
    }
}
