//! The drawing of the body: a front view with quiet shapes, and a mark with a label for each system.

use crate::page::drawing::{Anchor, Drawing, Point};
use consoma_model::declare::System;
use std::fmt::Write;

/// Size of the drawing.
const SIZE: Point = (460.0, 452.0);
/// The middle of the body.
const MIDDLE: f64 = 230.0;
/// Letters in a line of a label.
const LINE: usize = 16;
/// Distance between lines.
const LEAD: f64 = 15.0;
/// Room between a label's leader and the label below.
const ROOM: f64 = 17.0;
/// Radius of the smallest mark.
const LEAST: f64 = 3.0;

/// The right half of the outline, from the top of the head to between the legs. All shapes count from the middle.
const OUTLINE: &str = "M0 16C23 16 35 34 35 60C35 82 27 97 16 106L16 121C18 132 38 136 60 142C78 148 86 162 88 184C90 214 95 238 97 264\
    C99 294 103 318 105 346C107 363 106 377 99 380C91 381 88 366 87 350C83 316 78 290 75 262C72 236 66 214 59 196C57 226 52 246 51 268\
    C50 296 61 316 63 346C65 384 60 420 57 452M8 452C8 425 5 400 0 388";
/// The same half as an area without gaps.
const HALF: &str = "M0 16C23 16 35 34 35 60C35 82 27 97 16 106L16 121C18 132 38 136 60 142C78 148 86 162 88 184C90 214 95 238 97 264\
    C99 294 103 318 105 346C107 363 106 377 99 380C91 381 88 366 87 350C83 316 78 290 75 262C72 236 66 214 59 196C57 226 52 246 51 268\
    C50 296 61 316 63 346C65 384 60 420 57 452L8 452C8 425 5 400 0 388Z";
/// The right half of the brain with a fold.
const BRAIN: &str = "M1 27C12 25 20 30 23 37C29 43 29 52 26 58C26 66 18 71 11 69C7 74 3 73 1 70Z";
const FOLDS: &str = "M8 34C14 35 15 40 12 43M22 44C17 46 16 50 19 54M8 52C12 53 13 58 9 61";
/// An ear, a collarbone, the edge of the ribs and a thumb: what makes the outline a person.
const PERSON: &str = "M35 57C40 53 42 61 39 69C38 74 34 76 33 73M9 146C24 141 42 142 58 149M12 236C24 240 38 250 44 268M91 342C86 347 85 355 88 361";
/// A lung.
const LUNG: &str = "M10 158C22 150 35 166 40 192C44 216 44 234 39 242C30 238 18 234 11 229C8 208 7 176 10 158Z";
/// The heart, a little to the left of the person.
const HEART: &str = "M-9 192C-5 185 8 184 14 190C27 193 33 208 27 224C23 236 16 244 9 242C-6 236 -17 212 -9 192Z";
/// A kidney.
const KIDNEY: &str = "M33 290C41 289 44 298 42 307C40 316 33 319 29 314C26 310 31 306 30 302C28 297 28 291 33 290Z";
/// An adrenal gland, which sits on it.
const GLAND: &str = "M24 289C26 282 32 277 36 280C41 283 43 287 42 291C38 286 30 286 24 289Z";
/// The stomach.
const STOMACH: &str = "M5 238C7 248 12 245 19 245C31 245 35 256 31 267C27 278 14 284 2 282C-3 281 -8 279 -10 275C-5 273 2 274 6 270C11 264 8 256 1 247Z";
/// The large bowel, a thick line.
const COLON: &str = "M-36 356C-40 346 -39 330 -37 320C-35 311 -27 314 -16 318C-4 322 10 321 20 316C30 311 37 312 37 322C38 336 38 346 33 354\
    C27 361 14 356 5 360C0 362 0 366 0 371";
/// The small bowel, a thinner one.
const SMALL: &str = "M-24 330C-14 326 -4 334 6 330C14 327 24 330 22 336C19 342 4 336 -6 339C-16 342 -26 338 -24 345C-22 351 -8 346 2 347\
    C12 348 20 345 20 350";

/// What lets the legs fade.
const FADE: &str = "<defs><linearGradient id=\"body-shade\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\"0.84\" stop-color=\"#fff\"/>\
    <stop offset=\"1\" stop-color=\"#000\"/></linearGradient><mask id=\"body-fade\" maskUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" \
    width=\"460\" height=\"452\"><rect width=\"460\" height=\"452\" fill=\"url(#body-shade)\"/></mask></defs>\n";

/// Whether something is up or down.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Up,
    Down,
    Still,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Still => "still",
        }
    }
}

/// What stands beside a mark.
pub(super) struct Label {
    pub(super) system: System,
    /// The id of the quantity that stands for the system; empty where none does.
    pub(super) id: &'static str,
    pub(super) name: String,
    pub(super) says: String,
    pub(super) look: Look,
    /// How far, from 0 to 1.
    pub(super) level: f64,
}

/// Where a system has its mark and its label.
struct Place {
    mark: Point,
    /// Radius of the largest mark.
    most: f64,
    label: Point,
    anchor: Anchor,
}

fn place(label: &Label) -> Place {
    let (left, right) = (4.0, SIZE.0 - 4.0);
    let at = |x: f64, y: f64, most: f64, height: f64, side: f64| Place {
        mark: (MIDDLE + x, y),
        most,
        label: (side, height),
        anchor: if side == left { Anchor::Start } else { Anchor::End },
    };
    // Where labels would like to begin; those of one side make room for each other. What the stomach does is shown there; the rest of the gut at the bowel.
    let stomach = ["stomach", "accommodation", "emptying", "slow_wave", "appetite"];
    let high = stomach.contains(&label.id.split('.').next().unwrap_or_default());
    match label.system {
        System::Appraisal => at(-13.0, 44.0, 11.0, 34.0, left),
        System::Sleep => at(0.0, 64.0, 9.0, 98.0, left),
        System::Mood => at(13.0, 44.0, 11.0, 34.0, right),
        System::Heart => at(9.0, 214.0, 18.0, 216.0, right),
        System::Gut if high => at(19.0, 262.0, 16.0, 290.0, right),
        System::Gut => at(0.0, 338.0, 18.0, 300.0, right),
        System::Hormones => at(-34.0, 284.0, 14.0, 290.0, left),
        System::Skin => at(-86.0, 190.0, 9.0, 176.0, left),
        // What defends the body comes from the marrow: of the breastbone, where it is drawn from.
        System::Immune => at(0.0, 172.0, 9.0, 156.0, right),
        // The spinal cord, where what hurts is let through or not.
        System::Pain => at(0.0, 116.0, 9.0, 88.0, right),
    }
}

/// The places of all labels, each below the one before it on its side.
fn places(labels: &[Label]) -> Vec<Place> {
    let mut places: Vec<_> = labels.iter().map(place).collect();
    let mut order: Vec<_> = (0..places.len()).collect();
    order.sort_by(|&a, &b| places[a].label.1.total_cmp(&places[b].label.1));
    let (mut left, mut right) = (0.0, 0.0);
    for number in order {
        let free = if matches!(places[number].anchor, Anchor::Start) { &mut left } else { &mut right };
        let top = places[number].label.1.max(*free);
        places[number].label.1 = top;
        *free = foot(top, &labels[number]) + ROOM;
    }
    places
}

/// Where the leader of a label starts: below its last line, which is the number.
fn foot(top: f64, label: &Label) -> f64 {
    top + LEAD * lines(&label.name).len() as f64 + 5.0
}

/// The drawing with these labels.
pub(super) fn drawn(labels: &[Label], says: &str) -> String {
    let of = |system: System| labels.iter().position(|label| label.system == system);
    let mut out = Drawing::new(SIZE, "body", says);
    let both = |class: &str, path: &str| {
        format!(
            "<path class=\"{class}\" transform=\"translate({MIDDLE} 0)\" d=\"{path}\"/>\
             <path class=\"{class}\" transform=\"matrix(-1 0 0 1 {MIDDLE} 0)\" d=\"{path}\"/>\n"
        )
    };
    let one = |class: &str, path: &str| {
        format!("<path class=\"{class}\" transform=\"translate({MIDDLE} 0)\" d=\"{path}\"/>\n")
    };
    // What an organ shows is tinted by its system; below lies its quiet shape.
    let tinted = |system: System, shapes: String| match of(system) {
        Some(number) => format!("<g {}>\n{shapes}</g>\n", head(number, &labels[number])),
        None => shapes,
    };
    // Below the hips the body fades out, so that nothing looks cut off.
    out.raw(FADE);
    out.raw("<g mask=\"url(#body-fade)\">\n");
    out.raw(&both("trunk", HALF));
    out.raw(&tinted(System::Skin, both("outline", OUTLINE)));
    out.raw(&both("fold", PERSON));
    out.raw("</g>\n");
    out.raw(&both("faint", LUNG));
    out.raw(&both("faint", KIDNEY));
    out.raw(&tinted(System::Hormones, both("organ", GLAND)));
    out.raw(&tinted(System::Gut, one("bowel", COLON) + &one("bowel small", SMALL) + &one("organ", STOMACH)));
    out.raw(&tinted(System::Heart, one("organ", HEART)));
    out.raw(&both("organ", BRAIN));
    out.raw(&both("fold", FOLDS));
    for (number, place) in places(labels).iter().enumerate() {
        mark(&mut out, number, &labels[number], place);
    }
    out.finish()
}

/// The attributes by which the script finds what belongs to a system, and by which the style tints it.
fn head(number: usize, label: &Label) -> String {
    format!("class=\"tint {}\" data-system=\"{number}\" style=\"--level:{:.2}\"", label.look.class(), label.level)
}

fn mark(out: &mut Drawing, number: usize, label: &Label, place: &Place) {
    let &Place { mark: (x, y), most, label: (left, top), anchor } = place;
    let lines = lines(&label.name);
    let radius = if label.look == Look::Still { LEAST } else { LEAST + (most - LEAST) * label.level.sqrt() };
    out.raw(&format!("<g {}>\n", head(number, label)));
    let inner = if matches!(anchor, Anchor::Start) { left + 2.0 } else { left - 2.0 };
    let foot = foot(top, label);
    let knee = if matches!(anchor, Anchor::Start) { 112.0 } else { SIZE.0 - 112.0 };
    out.line(&[(inner, foot), (knee, foot), (x, y)], "lead");
    out.raw(&format!("<circle class=\"disc\" cx=\"{x}\" cy=\"{y}\" r=\"{radius:.1}\" data-most=\"{most}\"/>\n"));
    for (place, line) in lines.iter().enumerate() {
        out.text((left, top + LEAD * place as f64), anchor, "label", line);
    }
    out.text((left, top + LEAD * lines.len() as f64), anchor, "value", &label.says);
    out.raw("</g>\n");
}

/// A name in lines that fit beside the body.
fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE => {
                let _ = write!(line, " {word}");
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{LEAD, Label, Look, SIZE, foot, lines, places};
    use consoma_model::declare::System;

    #[test]
    fn labels_of_one_side_do_not_lie_on_each_other() {
        let name = "three lines of a long name of something";
        let label =
            |system| Label { system, id: "", name: name.into(), says: String::new(), look: Look::Up, level: 1.0 };
        let labels: Vec<_> = System::ALL.into_iter().map(label).collect();
        let places = places(&labels);
        for (a, one) in places.iter().enumerate() {
            assert!(foot(one.label.1, &labels[a]) < SIZE.1);
            for other in places.iter().skip(a + 1).filter(|other| other.label.0 == one.label.0) {
                let (above, below) = if one.label.1 < other.label.1 { (one, other) } else { (other, one) };
                assert!(below.label.1 - LEAD >= foot(above.label.1, &labels[a]), "{}", labels[a].system.name());
            }
        }
    }

    #[test]
    fn a_long_name_takes_two_lines() {
        assert_eq!(lines("felt threat"), ["felt threat"]);
        assert_eq!(lines("heart-rate variability"), ["heart-rate", "variability"]);
    }
}
