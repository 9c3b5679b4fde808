//! The summary of a run, as JSON.

use crate::clock;
use consoma_lab::digest::{Change, Digest, Point};
use consoma_lab::record::Record;
use serde_json::{Value, json};

/// The summary of a run, as the result of its envelope.
pub fn summary(record: &Record, digests: &[Digest]) -> Value {
    let scenario = &record.scenario;
    let groups: Vec<_> =
        scenario.groups.iter().map(|group| json!({ "name": group.name, "people": group.count })).collect();
    let columns: Vec<_> = record
        .quantities()
        .iter()
        .map(|row| json!({ "id": row.id, "label": row.label, "unit": row.declared.unit }))
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
                "change": digest.change.as_ref().map(change),
            })
        })
        .collect();
    json!({
        "scenario": {
            "name": scenario.name,
            "about": scenario.about,
            "start": clock::written(scenario.span.start),
            "end": clock::written(scenario.span.end),
            "groups": groups,
        },
        "columns": columns,
        "summary": rows,
    })
}

fn point(point: &Point) -> Value {
    json!({ "value": point.value, "time_min": point.time, "clock": clock::written(point.time) })
}

fn change(change: &Change) -> Value {
    json!({ "largest": point(&change.largest), "usual": change.usual, "over": change.over.as_ref().map(point) })
}
