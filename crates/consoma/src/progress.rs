//! Progress on standard error, where that is a terminal.

use indicatif::{ProgressBar, ProgressStyle};
use std::time::Duration;

/// Below this number of people a run is over before a bar could be read.
const FEW: u64 = 20;

/// A bar of `people` lives.
pub(crate) fn people(people: u64) -> ProgressBar {
    if people < FEW {
        return ProgressBar::hidden();
    }
    // Without a terminal the bar draws nothing.
    let bar = ProgressBar::new(people);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} lives, {eta} left") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
