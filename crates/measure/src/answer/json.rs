//! An answer as JSON: ids, numbers and codes, no words. The shape is relied on by other programs.
//!
//! ```json
//! {"indicators":[{"id":"gains","unit":"count","status":"measured","rows":[{"period":"2025-08","space":"x",
//!   "labels":{"space":"Our X account"},"value":13,"status":"measured","n":7,"freshness":"2025-09-01T00:00:00Z",
//!   "sources":[4],"told_by":["service_daily"],"caveats":[{"code":"zone-unknown"}]}]}],
//!  "from":"2025-08-25","to":"2025-09-01","zone":"Europe/Paris","sources":[{"id":4,"format":"x-overview","name":"overview.csv","at":"…"}]}
//! ```

use super::{Answer, Caveat, Figure, Row, SourceNote};
use crate::number::whole;
use jiff::Timestamp;
use serde_json::{Map, Number, Value, json};

impl Answer {
    /// The answer as JSON.
    pub fn to_json(&self) -> Value {
        let indicators = self.series.iter().map(|series| {
            json!({
                "id": series.indicator.id,
                "unit": series.indicator.unit,
                "status": series.status,
                "rows": series.rows.iter().map(row).collect::<Vec<_>>(),
            })
        });
        let mut answer = Map::new();
        answer.insert("indicators".into(), indicators.collect());
        answer.insert("from".into(), self.from.to_string().into());
        answer.insert("to".into(), self.to.to_string().into());
        answer.insert("zone".into(), self.zone.clone().into());
        if let Some((from, to)) = self.compared {
            answer.insert("compared".into(), json!({ "from": from.to_string(), "to": to.to_string() }));
        }
        answer.insert("sources".into(), self.sources.iter().map(source).collect());
        Value::Object(answer)
    }
}

fn row(row: &Row) -> Value {
    let mut object = Map::new();
    if let Some(period) = &row.period {
        object.insert("period".into(), period.id.clone().into());
    }
    let mut labels = Map::new();
    for key in &row.keys {
        object.insert(key.split.to_string(), key.id.clone().into());
        if key.label != key.id {
            labels.insert(key.split.to_string(), key.label.clone().into());
        }
    }
    if !labels.is_empty() {
        object.insert("labels".into(), labels.into());
    }
    object.extend(figure(&row.figure));
    if let Some(before) = &row.before {
        object.insert("before".into(), figure(before).into());
    }
    object.into()
}

fn figure(figure: &Figure) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("value".into(), figure.value.map_or(Value::Null, number));
    object.insert("status".into(), figure.status.as_str().into());
    object.insert("n".into(), figure.n.into());
    if let Some(numerator) = figure.numerator {
        object.insert("numerator".into(), number(numerator));
    }
    if let Some(denominator) = figure.denominator {
        object.insert("denominator".into(), number(denominator));
    }
    object.insert("freshness".into(), figure.freshness.and_then(moment).map_or(Value::Null, Value::String));
    object.insert("sources".into(), figure.sources.clone().into());
    object.insert("told_by".into(), figure.told_by.clone().into());
    object.insert("caveats".into(), figure.caveats.iter().map(caveat).collect());
    object
}

fn caveat(caveat: &Caveat) -> Value {
    let mut object = Map::new();
    object.insert("code".into(), caveat.code.into());
    object.extend(caveat.args.iter().map(|(name, value)| ((*name).to_owned(), Value::from(value.clone()))));
    object.into()
}

fn source(note: &SourceNote) -> Value {
    json!({ "id": note.id, "format": note.format, "name": note.name, "at": moment(note.at) })
}

/// Whole numbers without a decimal point.
fn number(value: f64) -> Value {
    whole(value).map(Number::from).or_else(|| Number::from_f64(value)).map_or(Value::Null, Value::Number)
}

/// An instant as RFC 3339, UTC.
pub(super) fn moment(at: i64) -> Option<String> {
    Timestamp::from_millisecond(at).ok().map(|at| at.to_string())
}
