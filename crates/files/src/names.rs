//! Names that can be shown: something to see in them, and nothing that would change how the rest of a line looks.

use crate::form::field::Field;
use crate::problem::Problem;

/// Most characters of a name.
const LONGEST: usize = 100;

/// Looks whether the name that a field states can be shown.
pub(crate) fn check(key: &str, field: &Field<String>, problems: &mut Vec<Problem>) {
    // A name that cannot be read is reported where it is used.
    let Some((name, place)) = field.value().zip(field.span()) else { return };
    let what = format!("`{key}` cannot be shown");
    if !name.chars().any(visible) {
        problems.push(Problem::at(place, what, "there is nothing to see; write at least one letter"));
    } else if let Some(letter) = name.chars().find(|&letter| letter.is_control() || turns(letter)) {
        problems.push(Problem::at(place, what, hidden(letter)));
    } else if name.trim() != name {
        problems.push(Problem::at(place, what, "leave out the blanks around it"));
    } else if name.chars().count() > LONGEST {
        let label = format!("{} characters; at most {LONGEST} are allowed", name.chars().count());
        problems.push(Problem::at(place, format!("`{key}` is too long"), label));
    }
}

/// Looks whether times can refer to this name.
pub(crate) fn check_referable(field: &Field<String>, problems: &mut Vec<Problem>) {
    let Some((name, place)) = field.value().zip(field.span()) else { return };
    if let Some(begin) = ["the end of ", "the start of "].into_iter().find(|begin| name.starts_with(begin)) {
        let label = format!("times say `{begin}` of something; begin it otherwise");
        problems.push(Problem::at(place, format!("`name` begins with `{}`", begin.trim()), label));
    }
}

/// Looks whether a longer text can be shown. It may be empty, and have several lines.
pub(crate) fn check_text(key: &str, field: &Field<String>, problems: &mut Vec<Problem>) {
    let Some((text, place)) = field.value().zip(field.span()) else { return };
    let hides = |letter: char| turns(letter) || (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'));
    if let Some(letter) = text.chars().find(|&letter| hides(letter)) {
        problems.push(Problem::at(place, format!("`{key}` cannot be shown"), hidden(letter)));
    }
}

fn hidden(letter: char) -> String {
    format!("leave out the invisible character U+{:04X}", letter as u32)
}

/// Whether a character turns the direction of what follows, so that a line would not read as it is written.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character can be seen. Blanks, control characters and those without width cannot.
fn visible(letter: char) -> bool {
    let without_width = matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}');
    !(letter.is_whitespace() || letter.is_control() || without_width)
}
