//! Reference pages: a page a system, with what each process says of itself, its equations, its numbers with their sources, and what is
//! left out. All of it is read off the declarations and the code that runs.

mod equations;
mod mathml;
mod pulse;
mod tables;
mod words;

use super::{escaped, page};
use consoma_files::{VERSION, model_hash};
use consoma_lab::simulate::Failure;
use consoma_model::about::{About, PROCESSES};
use consoma_model::declare::System;
use equations::Equations;
use pulse::Pulse;
use std::fmt::Write;

/// The page of contents.
pub(crate) const INDEX: &str = "index.html";

/// The systems with the folder of the model in which their processes live.
fn folders() -> impl Iterator<Item = (System, String)> {
    System::ALL.into_iter().map(|system| match system {
        System::Appraisal => (system, "appraisal".to_owned()),
        other => (other, format!("body/{}", other.name())),
    })
}

/// The file of a system's page.
fn file(system: System) -> String {
    format!("{}.html", system.name())
}

/// The names of all pages.
pub(crate) fn names() -> Vec<String> {
    [INDEX.to_owned()].into_iter().chain(System::ALL.into_iter().map(file)).collect()
}

/// All pages with their names.
///
/// # Errors
///
/// Those of living through the afternoon that the pictures show.
pub(crate) fn pages() -> Result<Vec<(String, String)>, Failure> {
    let (equations, pulse) = (Equations::new(), Pulse::lived()?);
    let one = |(system, folder): (System, String)| (file(system), of(system, &folder, &equations, &pulse));
    Ok([(INDEX.to_owned(), index())].into_iter().chain(folders().map(one)).collect())
}

/// A system's name at the beginning of a line.
fn capital(system: System) -> String {
    let (first, rest) = system.name().split_at(1);
    first.to_uppercase() + rest
}

fn within(folder: &str) -> impl Iterator<Item = &'static About> {
    PROCESSES.iter().filter(move |it| it.folder == folder)
}

fn made() -> String {
    format!("<p class=\"made\">consoma {VERSION} · model {}</p>\n", model_hash())
}

fn index() -> String {
    let mut body = format!(
        "<header>\n{}<h1>The model, process by process</h1>\n<p class=\"lede\">What Consoma computes, and what each number rests on. The equations \
         are read off the code that runs; the numbers are those that it runs with.</p>\n<p class=\"note\">The engine encodes an account; it \
         cannot confirm it. An arrow has a strength under each reading: <b class=\"told\">told</b>, the popular account at its word; \
         <b class=\"measured\">measured</b>, what the literature supports; <b class=\"null\">null</b>, nothing that comes from other people acts. \
         A hypothesis says that it is one.</p>\n</header>\n",
        made()
    );
    for (system, folder) in folders() {
        let _ = writeln!(
            body,
            "<section>\n<h2><a href=\"{}\">{}</a></h2>\n<ul class=\"contents\">",
            file(system),
            capital(system)
        );
        for it in within(&folder) {
            let title = escaped(&words::words(&it.head()).title);
            let _ = writeln!(body, "<li><a href=\"{}#{}\">{title}</a></li>", file(system), it.process);
        }
        body += "</ul>\n</section>\n";
    }
    page("Consoma: the model", &body)
}

fn of(system: System, folder: &str, equations: &Equations, pulse: &Pulse) -> String {
    let mut body = format!(
        "<header>\n{}<p class=\"small\"><a href=\"{INDEX}\">All systems</a></p>\n<h1>{}</h1>\n",
        made(),
        capital(system)
    );
    body += "<p class=\"small\">Time is in minutes. In the equations, states and what follows from them are in \
             <span class=\"state\">ink</span>, what a schedule sets is <span class=\"input\">underlined</span>, parameters are \
             <span class=\"parameter\">grey</span>, and <span class=\"arrow\">w</span> is the strength of an arrow, 0 where it is off. What another \
             process holds bears its name below. Point at a name to read what it is.</p>\n</header>\n";
    for it in within(folder) {
        body += &process(it, equations, pulse);
    }
    page(&format!("Consoma: {}", system.name()), &body)
}

fn process(it: &About, equations: &Equations, pulse: &Pulse) -> String {
    let words = words::words(&it.head());
    let mut out = format!("<section id=\"{}\">\n<h2>{}</h2>\n", it.process, escaped(&words.title));
    let (equal, prose) = (escaped(&words.equations), words.prose.iter());
    let _ = writeln!(out, "<pre>{equal}</pre>");
    prose.for_each(|paragraph| out += &format!("<p>{paragraph}</p>\n"));
    out += &pulse.picture(it.process);
    if !words.left_out.is_empty() {
        let _ = writeln!(out, "<p><b>Left out.</b> {}</p>", words.left_out);
    }
    let (lines, parts) = equations.lines(it.process);
    if !lines.is_empty() {
        let _ = writeln!(
            out,
            "<details class=\"equations\"><summary>The equations as the code computes them</summary>\n<div class=\"scroll\">"
        );
        out += &lines.concat();
        if !parts.is_empty() {
            out += "<p class=\"small\">with</p>\n";
            out += &parts.concat();
        }
        out += "</div></details>\n";
    }
    out + &tables::tables(it.process) + "</section>\n"
}

#[cfg(test)]
mod tests {
    use super::{INDEX, names, pages};
    use consoma_model::about::PROCESSES;
    use consoma_model::tables::{Arrows, Parameters, quantities};

    #[test]
    fn everything_that_is_declared_stands_on_a_page() {
        let pages = pages().expect("somebody typical lives");
        assert_eq!(pages.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(), names());
        let all: String = pages.iter().map(|(_, page)| page.as_str()).collect();
        for it in PROCESSES {
            assert_eq!(all.matches(&format!("<section id=\"{}\">", it.process)).count(), 1, "{}", it.process);
            assert!(pages[0].1.contains(&format!("#{}\"", it.process)) && pages[0].0 == INDEX);
        }
        let ids = quantities().map(|row| row.id).chain(Parameters::rows().map(|row| row.id));
        for id in ids.chain(Arrows::rows().map(|row| row.id)) {
            assert!(all.contains(&format!("<code>{id}</code>")), "{id}");
        }
        assert_eq!(all.matches("<math").count(), all.matches("</math>").count());
        assert!(all.matches("<math").count() > 400, "an equation for every state");
        assert_eq!(all.matches("<mrow>").count(), all.matches("</mrow>").count());
    }

    /// The text of an element, without its marks.
    fn text(html: &str) -> String {
        let mut inside = false;
        let mut keep = |letter: &char| {
            let mark = matches!(letter, '<' | '>');
            inside = if mark { *letter == '<' } else { inside };
            !mark && !inside
        };
        html.chars().filter(|letter| keep(letter)).collect()
    }

    #[test]
    fn an_equation_reads_as_a_book_has_it() {
        let pages = pages().expect("somebody typical lives");
        let hormones = &pages.iter().find(|(name, _)| name == "hormones.html").unwrap().1;
        let gain = hormones.split("<section id=\"adrenal\">").nth(1).unwrap().split("<math").nth(1).unwrap();
        let equation = text(&format!("<math{}", gain.split("</math>").next().unwrap()));
        // g' = (max tanh(a / max) - g) / tau: what nears a target does so over a time, and not by one over one over a rate.
        assert!(equation.starts_with("dgaindt=maximum⋅tanh") && equation.ends_with("−gaintau"), "{equation}");
    }
}
