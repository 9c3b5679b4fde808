//! Several lists of happenings as one.

use core::fmt;
use core::iter::Peekable;

/// Merges several sorted sources of `(time, item)` into one, lazily.
///
/// The earliest item comes first; at equal times the source that was added first goes first, and items of one source
/// keep their order. Sources may be endless. A source that goes back in time is passed on as it is: the run that reads
/// the timeline reports it.
///
/// ```
/// use consoma_engine::Timeline;
///
/// let meals = vec![(420.0, "breakfast"), (1140.0, "supper")];
/// let lights = vec![(420.0, "lamp on"), (1380.0, "lamp off")];
/// let day: Vec<_> = Timeline::new().with(meals).with(lights).map(|(_, what)| what).collect();
/// assert_eq!(day, ["breakfast", "lamp on", "supper", "lamp off"]);
/// ```
pub struct Timeline<'a, T> {
    sources: Vec<Peekable<Source<'a, T>>>,
}

/// One sorted source of happenings.
type Source<'a, T> = Box<dyn Iterator<Item = (f64, T)> + 'a>;

impl<'a, T: 'a> Timeline<'a, T> {
    /// A timeline without sources.
    pub fn new() -> Self {
        Self { sources: Vec::new() }
    }

    /// Adds a source, sorted by time (minutes). It ranks after those added before it.
    #[must_use]
    pub fn with<I>(mut self, source: I) -> Self
    where
        I: IntoIterator<Item = (f64, T)>,
        I::IntoIter: 'a,
    {
        let source: Source<'a, T> = Box::new(source.into_iter());
        self.sources.push(source.peekable());
        self
    }
}

impl<'a, T: 'a> Default for Timeline<'a, T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for Timeline<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timeline").field("sources", &self.sources.len()).finish_non_exhaustive()
    }
}

impl<T> Iterator for Timeline<'_, T> {
    type Item = (f64, T);

    fn next(&mut self) -> Option<Self::Item> {
        let mut best: Option<(usize, f64)> = None;
        for (rank, source) in self.sources.iter_mut().enumerate() {
            if let Some((time, _)) = source.peek() {
                // A time that is not a number goes first, so that the reader sees it rather than never.
                let earlier = best.is_none_or(|(_, earliest)| *time < earliest || time.is_nan());
                if earlier {
                    best = Some((rank, *time));
                }
            }
        }
        best.and_then(|(rank, _)| self.sources[rank].next())
    }
}
