//! The declarations as rows, for lists and other programs.

use crate::scenario::inputs;
use consoma_model::declare::{Arrow, Input, Parameter, Quantity, Reading, Row, Spread};
use consoma_model::person::{CORRELATIONS, Correlation, Numbers, Shares, Ties};
use consoma_model::tables::{Arrows, Parameters, quantities};
use serde_json::{Map, Value, json};

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What the body has.
    Quantities,
    /// The constants of the processes.
    Parameters,
    /// The couplings between processes.
    Arrows,
    /// What an encounter can set.
    Inputs,
    /// What a person can be.
    Traits,
}

/// A declared row as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Id, or the key in a file.
    pub id: &'static str,
    /// Numbers with their units, one text for each column of [`Kind::heads`].
    pub cells: Vec<String>,
    /// What it is.
    pub label: &'static str,
    /// Where it comes from, or what measures it.
    pub note: String,
}

impl Kind {
    /// Titles of the columns of numbers.
    pub fn heads(self) -> &'static [&'static str] {
        match self {
            Self::Quantities => &["unit", "normal", "possible"],
            Self::Parameters => &["typical", "allowed", "spread"],
            Self::Arrows => &["told", "measured", "null", "grade"],
            Self::Inputs => &["allowed", "at rest"],
            Self::Traits => &["typical", "allowed", "spread"],
        }
    }

    /// The rows as text.
    pub fn lines(self) -> Vec<Line> {
        match self {
            Self::Quantities => quantities().map(quantity).collect(),
            Self::Parameters => Parameters::rows().map(parameter).collect(),
            Self::Arrows => Arrows::rows().map(arrow).collect(),
            Self::Inputs => inputs().map(|(_, key, row)| input(key, row)).collect(),
            Self::Traits => traits().map(of_trait).collect(),
        }
    }

    /// The rows for programs.
    pub fn json(self) -> Value {
        match self {
            Self::Quantities => quantities().map(quantity_json).collect(),
            Self::Parameters => Parameters::rows().map(parameter_json).collect(),
            Self::Arrows => Arrows::rows().map(arrow_json).collect(),
            Self::Inputs => inputs().map(|(_, key, row)| input_json(key, row)).collect(),
            Self::Traits => traits().map(trait_json).collect(),
        }
    }
}

fn quantity(row: &Row<Quantity>) -> Line {
    let Quantity { system, unit, possible, normal, measured_by, .. } = row.declared;
    let normal = normal.map_or("not known".into(), |normal| range(normal, "1"));
    let cells = vec![unit.to_owned(), normal, range(possible, "1")];
    Line { id: row.id, cells, label: row.label, note: format!("{}; measured by {measured_by}", system.name()) }
}

fn quantity_json(row: &Row<Quantity>) -> Value {
    let Quantity { system, principal, unit, possible, normal, measured_by } = row.declared;
    json!({
        "id": row.id, "label": row.label, "system": system.name(), "principal": principal, "unit": unit, "possible": possible,
        "normal": normal, "measured_by": measured_by,
    })
}

fn parameter(row: &Row<Parameter>) -> Line {
    let Parameter { unit, min, typical, max, spread, evidence, source } = row.declared;
    let spread = match spread {
        Spread::Same => "same".to_owned(),
        Spread::Normal(sd) => format!("sd {sd}"),
        Spread::Lognormal(sd) => format!("log sd {sd}"),
    };
    let cells = vec![measure(typical, unit), range((min, max), "1"), spread];
    Line { id: row.id, cells, label: row.label, note: format!("{}: {source}", evidence.word()) }
}

fn parameter_json(row: &Row<Parameter>) -> Value {
    let Parameter { unit, min, typical, max, spread, evidence, source } = row.declared;
    let spread = match spread {
        Spread::Same => Value::Null,
        Spread::Normal(sd) => json!({ "kind": "normal", "sd": sd }),
        Spread::Lognormal(sd) => json!({ "kind": "lognormal", "sd": sd }),
    };
    json!({
        "id": row.id, "label": row.label, "unit": unit, "min": min, "typical": typical, "max": max, "spread": spread,
        "evidence": evidence.word(), "source": source,
    })
}

fn arrow(row: &Row<Arrow>) -> Line {
    let declared = &row.declared;
    let strengths = Reading::ALL.map(|reading| declared.strength(reading));
    let mut cells: Vec<_> = strengths.iter().map(|strength| format!("{} ± {}", strength.value, strength.sd)).collect();
    cells.push(declared.grade.word().to_owned());
    let allowed = range(declared.allowed(), declared.unit);
    let note = format!("{} -> {}; a scenario may set {allowed}; {}", declared.from, declared.to, declared.source);
    Line { id: row.id, cells, label: row.label, note }
}

fn arrow_json(row: &Row<Arrow>) -> Value {
    let Arrow { from, to, unit, moderators, grade, evidence, source, .. } = row.declared;
    let strength = |reading| {
        let strength = row.declared.strength(reading);
        json!({ "value": strength.value, "sd": strength.sd })
    };
    let strengths: Map<_, _> = Reading::ALL.iter().map(|&it| (it.name().to_owned(), strength(it))).collect();
    json!({
        "id": row.id, "label": row.label, "from": from, "to": to, "unit": unit, "strength": strengths,
        "allowed": row.declared.allowed(),
        "moderators": moderators, "grade": grade.word(), "evidence": evidence.word(), "source": source,
    })
}

fn input(key: &'static str, row: &Row<Input>) -> Line {
    let Input { unit, allowed, rest } = row.declared;
    Line { id: key, cells: vec![range(allowed, unit), measure(rest, unit)], label: row.label, note: String::new() }
}

fn input_json(key: &str, row: &Row<Input>) -> Value {
    let Input { unit, allowed, rest } = row.declared;
    json!({ "id": row.id, "key": key, "label": row.label, "unit": unit, "allowed": allowed, "rest": rest })
}

/// Numbers, ties and shares of people.
fn traits() -> impl Iterator<Item = &'static Row<Parameter>> {
    Numbers::ROWS.iter().chain(Ties::ROWS).chain(Shares::ROWS)
}

/// What a trait goes together with.
fn correlations(row: &Row<Parameter>) -> impl Iterator<Item = (&'static str, &'static Correlation)> {
    let id = row.id;
    CORRELATIONS.iter().filter_map(move |it| match id {
        id if id == it.a => Some((it.b, it)),
        id if id == it.b => Some((it.a, it)),
        _ => None,
    })
}

fn of_trait(row: &Row<Parameter>) -> Line {
    let mut line = parameter(row);
    let with: Vec<_> = correlations(row).map(|(other, it)| format!("{other} {}", it.r)).collect();
    if !with.is_empty() {
        line.note += &format!("; goes with {}", with.join(", "));
    }
    line
}

fn trait_json(row: &Row<Parameter>) -> Value {
    let mut value = parameter_json(row);
    let with = |(other, it): (&str, &Correlation)| json!({ "with": other, "r": it.r, "evidence": it.evidence.word(), "source": it.source });
    value["correlations"] = correlations(row).map(with).collect();
    value
}

fn measure(value: f64, unit: &str) -> String {
    if unit == "1" { value.to_string() } else { format!("{value} {unit}") }
}

fn range((low, high): (f64, f64), unit: &str) -> String {
    format!("{low} to {}", measure(high, unit))
}
