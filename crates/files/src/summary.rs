//! The summary of a run, as JSON.

use crate::columns::people;
use crate::{clock, usual};
use consoma_lab::digest::{Change, Digest, Point};
use consoma_lab::nights::{Drawn, drawn};
use consoma_lab::record::Record;
use consoma_lab::scenario::Group;
use consoma_model::schedule::{Encounter, Span};
use serde_json::{Value, json};

/// The summary of a run, as the result of its envelope.
pub fn summary(record: &Record, digests: &[Digest]) -> Value {
    let scenario = &record.scenario;
    let groups: Vec<_> = scenario.groups.iter().map(group).collect();
    let columns: Vec<_> = record
        .quantities()
        .iter()
        .map(|row| json!({ "id": row.id, "label": row.label, "unit": row.declared.unit }))
        .collect();
    let traits: Vec<_> = people::rows()
        .map(|row| json!({ "id": people::key(row), "label": row.label, "unit": row.declared.unit }))
        .collect();
    let rows: Vec<_> = digests
        .iter()
        .map(|digest| {
            json!({
                "reading": digest.reading.name(),
                "group": scenario.groups[digest.group].name,
                "quantity": digest.quantity.id,
                "start": point(&digest.start),
                "peak": point(&digest.peak),
                "trough": point(&digest.trough),
                "end": point(&digest.end),
                "notable": digest.notable(),
                "change": digest.change.as_ref().map(|it| change(it, usual::mean_of(record, digest))),
            })
        })
        .collect();
    json!({
        "scenario": {
            "name": scenario.name,
            "about": scenario.about,
            "start": clock::written(scenario.span.start),
            "end": clock::written(scenario.span.end),
            "control": scenario.control.name(),
            "groups": groups,
        },
        "columns": columns,
        "traits": traits,
        "summary": rows,
        "nights": drawn(record).iter().map(|it| night(it, &scenario.groups[it.group].name)).collect::<Vec<_>>(),
    })
}

fn point(point: &Point) -> Value {
    json!({ "value": point.value, "time_min": point.time, "clock": clock::written(point.time) })
}

fn change(change: &Change, usual: Option<f64>) -> Value {
    json!({
        "largest": point(&change.largest),
        "usual": change.usual,
        "usual_mean": usual,
        "over": change.over.as_ref().map(point),
        "by_day": change.parts.iter().map(point).collect::<Vec<_>>(),
        "next_morning": change.morning.as_ref().map(point),
        "end": point(&change.end),
    })
}

fn night(it: &Drawn, group: &str) -> Value {
    json!({
        "reading": it.reading.name(),
        "group": group,
        "quantity": it.quantity.id,
        "nights": it.nights,
        "usual_mean": it.usual,
        "mean": it.mean,
        "one_night_sd": it.spread,
        "change": it.change,
        "change_error": it.error,
        "one_night_change_sd": it.apart,
        "notable": it.notable(),
    })
}

fn group(group: &Group) -> Value {
    let span = |span: Span| json!({ "start": clock::written(span.start), "end": clock::written(span.end) });
    let encounter = |it: &Encounter| {
        let mut value = span(it.span);
        value["name"] = it.name.as_str().into();
        value
    };
    let schedule = &group.schedule;
    json!({
        "name": group.name,
        "people": group.count,
        "traits": if group.drawing.is_some() { "drawn" } else { "typical" },
        "encounters": schedule.encounters.iter().map(encounter).collect::<Vec<_>>(),
        "naps": schedule.naps.iter().map(|nap| span(*nap)).collect::<Vec<_>>(),
    })
}
