//! The table of a comparison: for each course its error, then point by point.

use super::number::{change, number};
use super::wrap::wrap;
use super::{WIDTH, heading};
use consoma_lab::compare::{Compared, Comparison, Measured, Pair};
use consoma_lab::scenario::Scenario;

/// Rows that are shown of one course. A longer one is thinned.
const ROWS: usize = 20;
/// Up to this many minutes the time is shown in minutes, beyond it in hours.
const MINUTES: f64 = 300.0;

pub(crate) fn compare(scenario: &Scenario, measured: &Measured, compared: &[Comparison]) -> String {
    let names: Vec<_> = scenario.readings.iter().map(|reading| reading.name()).collect();
    let mut text = heading(&names, scenario.seed) + &measured.name + "\n";
    let instrument = measured.instrument;
    if let Some(row) = consoma_wiring::columns().nth(measured.quantity) {
        let offset = format!("offset {} {}", number(instrument.offset), row.declared.unit);
        text += &paragraph(&format!(
            "{} ({}), read with scale {}, {offset}, coefficient of variation {:.0} %",
            row.label,
            row.declared.unit,
            number(instrument.scale),
            100.0 * instrument.cv
        ));
    }
    text += &paragraph(&format!("Source: {}", measured.source));
    if !measured.caution.is_empty() {
        text += &paragraph(&format!("Take care: {}", measured.caution));
    }
    for comparison in compared {
        for series in &comparison.series {
            text += &course(comparison.reading.name(), series);
        }
        text += &correlations(measured, comparison);
    }
    text
}

fn paragraph(text: &str) -> String {
    wrap(text, WIDTH, 2).join("\n") + "\n"
}

fn course(reading: &str, series: &Compared) -> String {
    let people = |pair: &Pair| pair.predicted.n.unwrap_or(0.0);
    let simulated = series.pairs.first().map_or(0.0, people);
    let measured = series.pairs.first().and_then(|pair| pair.measured.n);
    let count = measured.map_or(String::new(), |n| format!("{n:.0} measured, "));
    let mut text = format!("\n{}, reading {reading} ({count}{simulated:.0} simulated)\n", series.label);
    let share = |error: f64| 100.0 * error / series.range();
    text += &format!(
        "error {} (root mean square), {:.0} % of the range; of the shape alone {} ({:.0} %)\n",
        number(series.rms()),
        share(series.rms()),
        number(series.shape_rms()),
        share(series.shape_rms()),
    );
    text += &inside(series);
    text += "      time  measured predicted     off  margin     log SD predicted\n";
    let every = series.pairs.len().div_ceil(ROWS);
    for pair in series.pairs.iter().step_by(every.max(1)) {
        text += &row(series, pair);
    }
    if every > 1 {
        text += &format!("  (one point in {every} of {})\n", series.pairs.len());
    }
    text
}

fn inside(series: &Compared) -> String {
    let hold = series.pairs.iter().filter(|pair| pair.mean_holds()).count();
    let highest = |value: fn(&Pair) -> f64| {
        let highest = series.pairs.iter().max_by(|a, b| value(a).total_cmp(&value(b)));
        highest.map_or(String::new(), |pair| time(series, pair))
    };
    format!(
        "{hold} of {} means inside the margin; highest at {}, predicted {}\n",
        series.pairs.len(),
        highest(|pair| pair.measured.mean),
        highest(|pair| pair.predicted.mean)
    )
}

/// The time of a point on the data's own clock.
fn time(series: &Compared, pair: &Pair) -> String {
    let since = |pair: &Pair| (pair.measured.time - series.zero).abs();
    let minutes = pair.measured.time - series.zero;
    if series.pairs.iter().all(|pair| since(pair) <= MINUTES) {
        format!("{minutes:.0} min")
    } else {
        format!("{:.1} h", minutes / 60.0)
    }
}

fn row(series: &Compared, pair: &Pair) -> String {
    let off = pair.predicted.mean - pair.measured.mean;
    let mark = if pair.mean_holds() { ' ' } else { '!' };
    let mut line = format!(
        "{:>10}{:>10}{:>10}{:>8}{mark}{:>7}",
        time(series, pair),
        number(pair.measured.mean),
        number(pair.predicted.mean),
        change(off),
        number(pair.margin),
    );
    if let (Some(measured), Some(predicted)) = (pair.measured.log_sd, pair.predicted.log_sd) {
        line += &format!("{measured:>11.2}{predicted:>10.2}");
    }
    line + "\n"
}

fn correlations(measured: &Measured, comparison: &Comparison) -> String {
    let (Some(worst), Some(matrix)) = (comparison.worst_correlation(measured), &measured.correlations) else {
        return String::new();
    };
    let predicted = comparison.correlations.as_deref().unwrap_or_default();
    let mut text = format!(
        "\ncorrelations of the logarithm between minutes, all together, {} (measured / predicted)\nlargest error {worst:.2}\n",
        comparison.reading.name()
    );
    let zero = comparison.series.first().map_or(0.0, |series| series.zero);
    let size = matrix.times.len();
    text += &format!("{:>6}", "min");
    for time in &matrix.times {
        text += &format!("{:>10.0}", time - zero);
    }
    text += "\n";
    for (row, time) in matrix.times.iter().enumerate() {
        text += &format!("{:>6.0}", time - zero);
        for column in 0..=row {
            let place = row * size + column;
            if row == column {
                text += &format!("{:>10}", "1");
            } else {
                text += &format!("{:>10}", format!("{:.2}/{:.2}", matrix.values[place], predicted[place]));
            }
        }
        text += "\n";
    }
    text
}
