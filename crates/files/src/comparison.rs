//! A comparison as JSON.

use crate::clock;
use consoma_lab::compare::{Comparison, Measured};
use serde_json::{Value, json};

/// The result of `consoma compare`.
pub fn json(measured: &Measured, compared: &[Comparison]) -> Value {
    let quantity = consoma_wiring::columns().nth(measured.quantity);
    let instrument = measured.instrument;
    json!({
        "data": {
            "name": measured.name,
            "source": measured.source,
            "caution": measured.caution,
            "quantity": quantity.map(|row| row.id),
            "unit": quantity.map(|row| row.declared.unit),
            "instrument": { "scale": instrument.scale, "offset": instrument.offset, "cv": instrument.cv },
        },
        "readings": compared.iter().map(|comparison| one(measured, comparison)).collect::<Vec<_>>(),
    })
}

fn one(measured: &Measured, comparison: &Comparison) -> Value {
    let series: Vec<_> = comparison
        .series
        .iter()
        .map(|series| {
            let points: Vec<_> = series
                .pairs
                .iter()
                .map(|pair| {
                    json!({
                        "time_min": pair.measured.time - series.zero,
                        "clock": clock::written(pair.measured.time),
                        "measured": pair.measured.mean,
                        "predicted": pair.predicted.mean,
                        "margin": pair.margin,
                        "holds": pair.mean_holds(),
                        "measured_log_sd": pair.measured.log_sd,
                        "predicted_log_sd": pair.predicted.log_sd,
                    })
                })
                .collect();
            json!({
                "label": series.label,
                "rms_error": series.rms(),
                "rms_error_of_shape": series.shape_rms(),
                "range": series.range(),
                "points": points,
            })
        })
        .collect();
    json!({
        "reading": comparison.reading.name(),
        "series": series,
        "correlations": comparison.correlations,
        "worst_correlation_error": comparison.worst_correlation(measured),
    })
}
