//! The page of a comparison: what it says in a sentence, the pictures, the numbers, how it was made.

use super::picture::{Curve, Panel};
use super::{escaped, page};
use consoma_files::{VERSION, model_hash};
use consoma_lab::compare::{Compared, Comparison, Measured, Pair};
use consoma_lab::scenario::Scenario;
use std::fmt::Write;

/// Beyond this many minutes the axis counts hours.
const MINUTES: f64 = 300.0;

pub(crate) fn compare(scenario: &Scenario, measured: &Measured, compared: &[Comparison]) -> String {
    let row = consoma_wiring::columns().nth(measured.quantity);
    let (label, unit) = row.map_or(("", ""), |row| (row.label, row.declared.unit));
    let mut body = String::new();
    let readings: Vec<_> = scenario.readings.iter().map(|reading| reading.name()).collect();
    // Writing to a text cannot fail.
    let _ = writeln!(
        body,
        "<p class=\"made\">{} · seed {} · consoma {VERSION} · model {}</p>\n<h1>{}</h1>",
        readings.join(", then "),
        scenario.seed,
        model_hash(),
        escaped(&measured.name)
    );
    for comparison in compared {
        for series in &comparison.series {
            let _ = writeln!(body, "<p>{}</p>", escaped(&sentence(comparison, series, unit)));
        }
    }
    let _ = writeln!(body, "<p>{}</p>", legend(compared, scenario));
    body += &panels(scenario, measured, compared, &format!("{label} ({unit})"));
    body += "<h2>The numbers</h2>\n";
    for comparison in compared {
        for series in &comparison.series {
            body += &numbers(comparison, series, unit);
        }
        body += &correlations(measured, comparison);
    }
    let instrument = measured.instrument;
    let _ = writeln!(
        body,
        "<h2>How it was made</h2>\n<p>{}, read with scale {}, offset {} {unit} and a coefficient of variation of {:.0} %.</p>\n\
         <p>Source of the data: {}.</p>",
        escaped(label),
        instrument.scale,
        instrument.offset,
        100.0 * instrument.cv,
        escaped(&measured.source),
    );
    if !measured.caution.is_empty() {
        let _ = writeln!(body, "<p>Take care: {}.</p>", escaped(&measured.caution));
    }
    let _ = writeln!(
        body,
        "<p>Scenario: {}. {}</p>\n<p class=\"small\">The engine encodes an account of the body; agreement with data shows that \
         it can describe them, not that it is true. It is no medical device.</p>",
        escaped(&scenario.name),
        escaped(&scenario.about)
    );
    page(&measured.name, &body)
}

fn sentence(comparison: &Comparison, series: &Compared, unit: &str) -> String {
    let hold = series.pairs.iter().filter(|pair| pair.mean_holds()).count();
    format!(
        "{}: under the reading `{}` the predicted means are off by {:.2} {unit} (root mean square), {:.0} % of the range of the \
         data; {hold} of {} lie inside the margin.",
        series.label,
        comparison.reading.name(),
        series.rms(),
        100.0 * series.rms() / series.range(),
        series.pairs.len()
    )
}

fn legend(compared: &[Comparison], scenario: &Scenario) -> String {
    let readings: Vec<_> = compared
        .iter()
        .map(|comparison| {
            let name = comparison.reading.name();
            format!("<span style=\"color:var(--{name})\">{name}</span>")
        })
        .collect();
    let stripes = if scenario.groups.iter().any(|group| !group.schedule.encounters.is_empty()) {
        " Stripes: what the scenario lets happen."
    } else {
        ""
    };
    format!(
        "Points: means of the data, with standard errors where they are known. Lines: predicted under the reading {}; bands: one \
         standard deviation between people.{stripes}",
        readings.join(", ")
    )
}

/// Time on the data's own clock, with its unit.
fn clock(series: &Compared) -> (f64, &'static str) {
    let far = |pair: &Pair| (pair.measured.time - series.zero).abs() > MINUTES;
    if series.pairs.iter().any(far) { (60.0, "hours") } else { (1.0, "minutes") }
}

fn panels(scenario: &Scenario, measured: &Measured, compared: &[Comparison], y_label: &str) -> String {
    let mut panels: Vec<Panel<'_>> = Vec::new();
    for (place, source) in measured.series.iter().enumerate() {
        let Some(first) = compared.first().and_then(|comparison| comparison.series.get(place)) else { continue };
        let (scale, unit) = clock(first);
        let at = |time: f64| (time - first.zero) / scale;
        let error = |pair: &Pair| pair.measured.sd.zip(pair.measured.n).map_or(0.0, |(sd, n)| sd / n.sqrt());
        let curves = compared.iter().filter_map(|comparison| {
            let curve = &comparison.series.get(place)?.curve;
            let band = |sign: f64| curve.iter().map(|p| (p.mean + sign * p.sd.unwrap_or(0.0)).max(0.0)).collect();
            let middle = curve.iter().map(|point| (at(point.time), point.mean)).collect();
            Some(Curve { reading: comparison.reading, middle, band: (band(-1.0), band(1.0)) })
        });
        let ends = first.pairs.first().zip(first.pairs.last());
        let (from, to) = ends.map_or((0.0, 0.0), |(a, b)| (a.measured.time, b.measured.time));
        let encounters = scenario.groups.get(source.group).map_or(&[][..], |group| &group.schedule.encounters);
        let stripes = encounters.iter().filter(|it| it.span.end > from && it.span.start < to);
        panels.push(Panel {
            title: &first.label,
            x_label: unit,
            y_label,
            points: first.pairs.iter().map(|pair| (at(pair.measured.time), pair.measured.mean, error(pair))).collect(),
            curves: curves.collect(),
            stripes: stripes.map(|it| (at(it.span.start.max(from)), at(it.span.end.min(to)))).collect(),
            top: 0.0,
        });
    }
    let top = panels.iter().map(Panel::highest).fold(0.0, f64::max);
    let mut out = String::from("<div class=\"panels\">\n");
    for mut panel in panels {
        panel.top = top;
        out += "<figure>";
        out += &panel.svg();
        out += "</figure>\n";
    }
    out + "</div>\n"
}

fn numbers(comparison: &Comparison, series: &Compared, unit: &str) -> String {
    let (scale, time) = clock(series);
    let spreads = series.pairs.iter().any(|pair| pair.log_sd_error().is_some());
    let mut out = format!(
        "<section><details{}><summary>{}, reading {} ({unit})</summary><div class=\"scroll\"><table>\n<thead><tr><th>{time}</th><th>data</th>\
         <th>predicted</th><th>off</th><th>margin</th>",
        if series.pairs.len() <= 20 { " open" } else { "" },
        escaped(&series.label),
        comparison.reading.name()
    );
    if spreads {
        out += "<th>log SD, data</th><th>predicted</th>";
    }
    out += "</tr></thead>\n<tbody>\n";
    for pair in &series.pairs {
        let off = pair.predicted.mean - pair.measured.mean;
        let class = if pair.mean_holds() { "" } else { " class=\"out\"" };
        let minutes = (pair.measured.time - series.zero) / scale;
        let digits = if scale > 1.0 { 1 } else { 0 };
        let _ = write!(
            out,
            "<tr><th>{minutes:.digits$}</th><td>{:.2}</td><td>{:.2}</td><td{class}>{off:+.2}</td><td>{:.2}</td>",
            pair.measured.mean, pair.predicted.mean, pair.margin
        );
        if let (Some(measured), Some(predicted)) = (pair.measured.log_sd, pair.predicted.log_sd) {
            let _ = write!(out, "<td>{measured:.2}</td><td>{predicted:.2}</td>");
        }
        out += "</tr>\n";
    }
    out + "</tbody></table></div></details></section>\n"
}

fn correlations(measured: &Measured, comparison: &Comparison) -> String {
    let (Some(matrix), Some(predicted)) = (&measured.correlations, &comparison.correlations) else {
        return String::new();
    };
    let zero = comparison.series.first().map_or(0.0, |series| series.zero);
    let size = matrix.times.len();
    let mut out = format!(
        "<section><div class=\"scroll\"><table><caption>Correlations of the logarithm between minutes, all people together, reading {}: data / \
         predicted</caption>\n<thead><tr><th></th>",
        comparison.reading.name()
    );
    for time in &matrix.times[..size.saturating_sub(1)] {
        let _ = write!(out, "<th>{:.0}</th>", time - zero);
    }
    out += "</tr></thead>\n<tbody>\n";
    for (row, time) in matrix.times.iter().enumerate().skip(1) {
        let _ = write!(out, "<tr><th>{:.0}</th>", time - zero);
        let below = row * size..row * size + row;
        for (measured, predicted) in matrix.values[below.clone()].iter().zip(&predicted[below]) {
            let _ = write!(out, "<td>{measured:.2} / {predicted:.2}</td>");
        }
        out += "</tr>\n";
    }
    out + "</tbody></table></div></section>\n"
}
