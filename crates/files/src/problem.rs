//! What is wrong with a file: where, what, and what is allowed.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use core::ops::Range;
use std::fmt;
use std::path::Path;

/// Problems that are shown; more would push the first ones off the screen.
const SHOWN: usize = 20;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Bytes of the text that are wrong; `None` where the whole file is.
    pub span: Option<Range<usize>>,
    /// What is wrong, in a sentence without a full stop.
    pub what: String,
    /// Under the caret.
    pub label: String,
    /// What is allowed, or what to write instead.
    pub help: Option<String>,
}

impl Problem {
    /// A problem at `span`. `label` stands under the caret.
    pub fn at(span: Range<usize>, what: impl Into<String>, label: impl Into<String>) -> Self {
        Self { span: Some(span), what: what.into(), label: label.into(), help: None }
    }

    /// A problem of the whole file.
    pub fn whole(what: impl Into<String>) -> Self {
        Self { span: None, what: what.into(), label: String::new(), help: None }
    }

    /// With what is allowed.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With what is allowed, where there is something to say.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }
}

/// Everything that is wrong with one file. Never empty.
#[derive(Clone, Debug)]
pub struct Problems {
    path: String,
    text: String,
    list: Vec<Problem>,
}

impl Problems {
    /// Problems of the file `path` that holds `text`, shown in the order of the text.
    pub fn new(path: impl Into<String>, text: impl Into<String>, mut list: Vec<Problem>) -> Self {
        list.sort_by_key(|problem| problem.span.as_ref().map_or(0, |span| span.start));
        Self { path: path.into(), text: text.into(), list }
    }

    /// A file that cannot be read, and why. `help` says what to give instead.
    pub fn unreadable(path: &Path, why: &str, help: &str) -> Self {
        let problem = Problem::whole(format!("cannot read `{}`: {why}", path.display())).help(help);
        Self::new(path.display().to_string(), "", vec![problem])
    }

    /// The problems, in the order of the text.
    pub fn list(&self) -> &[Problem] {
        &self.list
    }

    /// Line and column of the first problem, from 1.
    pub fn place(&self) -> (usize, usize) {
        let start = self.list.first().and_then(|problem| problem.span.as_ref()).map_or(0, |span| span.start);
        let before = self.text.get(..start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    }

    /// The text for people: each problem with its line and a caret.
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let mut blocks: Vec<_> = self.list.iter().take(SHOWN).map(|problem| self.block(problem, &renderer)).collect();
        if self.list.len() > SHOWN {
            blocks.push(format!("and {} more", self.list.len() - SHOWN));
        }
        blocks.join("\n\n")
    }

    fn block(&self, problem: &Problem, renderer: &Renderer) -> String {
        let title = Level::ERROR.primary_title(problem.what.as_str());
        let help = problem.help.as_deref();
        let Some(span) = &problem.span else {
            let help = help.map_or(String::new(), |help| format!("\n  help: {help}"));
            // The file is named once: by the sentence, or below it.
            let named = problem.what.contains(&self.path);
            let origin = (!named).then(|| Origin::path(self.path.as_str()));
            return renderer.render(&[title.elements(origin)]) + &help;
        };
        let mark = AnnotationKind::Primary.span(self.visible(span)).label(problem.label.as_str());
        let snippet = Snippet::source(self.text.as_str()).path(self.path.as_str()).annotation(mark);
        let help = help.map(|help| Level::HELP.message(help));
        renderer.render(&[title.element(snippet).elements(help)])
    }

    /// A span that lies in the text and is not wider than its first line: a caret under ten lines helps nobody.
    fn visible(&self, span: &Range<usize>) -> Range<usize> {
        let size = self.text.len();
        let start = span.start.min(size);
        let end = span.end.clamp(start, size);
        let line = self.text.get(start..end).and_then(|text| text.find(['\n', '\r']));
        start..line.map_or(end, |length| start + length)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for Problems {}

/// The reason of a failed operation without the number that the operating system gives it.
pub(crate) fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    let bare = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = bare.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
