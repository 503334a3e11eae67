//! An answer as CSV (RFC 4180, CRLF): one line per row, raw numbers with a dot, codes instead of sentences.

use super::json::moment;
use super::{Answer, Figure, Row};
use crate::ask::Split;
use std::fmt::Write as _;

impl Answer {
    /// The answer as CSV, header first. Columns: `indicator`, `period` if asked, the splits asked, then the figure;
    /// with a comparison, `before_value` and `before_status`.
    pub fn to_csv(&self) -> String {
        let first = self.series.iter().flat_map(|series| &series.rows).next();
        let by_period = first.is_some_and(|row| row.period.is_some());
        let splits: Vec<Split> = first.map(|row| row.keys.iter().map(|key| key.split).collect()).unwrap_or_default();
        let mut csv = String::new();
        let mut header = vec!["indicator"];
        if by_period {
            header.push("period");
        }
        header.extend(splits.iter().map(|split| split.as_str()));
        header.extend([
            "value",
            "unit",
            "status",
            "n",
            "numerator",
            "denominator",
            "freshness",
            "told_by",
            "sources",
            "caveats",
        ]);
        if self.compared.is_some() {
            header.extend(["before_value", "before_status"]);
        }
        line(&mut csv, header.into_iter().map(str::to_owned));
        for series in &self.series {
            for row in &series.rows {
                let unit = series.indicator.unit.as_str();
                line(&mut csv, fields(series.indicator.id, unit, row, self.compared.is_some()).into_iter());
            }
        }
        csv
    }
}

fn fields(indicator: &str, unit: &str, row: &Row, compared: bool) -> Vec<String> {
    let figure = &row.figure;
    let mut fields = vec![indicator.to_owned()];
    fields.extend(row.period.as_ref().map(|period| period.id.clone()));
    fields.extend(row.keys.iter().map(|key| key.id.clone()));
    fields.extend([
        real(figure.value),
        unit.to_owned(),
        figure.status.to_string(),
        figure.n.to_string(),
        real(figure.numerator),
        real(figure.denominator),
        figure.freshness.and_then(moment).unwrap_or_default(),
        figure.told_by.join(" "),
        figure.sources.iter().map(i64::to_string).collect::<Vec<_>>().join(" "),
        caveats(figure),
    ]);
    if compared {
        fields.push(real(row.before.as_ref().and_then(|before| before.value)));
        fields.push(row.before.as_ref().map(|before| before.status.to_string()).unwrap_or_default());
    }
    fields
}

/// `days-told(told=7 asked=30) zone-unknown`.
fn caveats(figure: &Figure) -> String {
    let mut text = String::new();
    for caveat in &figure.caveats {
        let gap = if text.is_empty() { "" } else { " " };
        let args: Vec<String> = caveat.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let args = if args.is_empty() { String::new() } else { format!("({})", args.join(" ")) };
        // Writing to a string cannot fail.
        let _ = write!(text, "{gap}{}{args}", caveat.code);
    }
    text
}

/// A number with a dot; empty when there is none. Rust prints the shortest text that reads back the same.
fn real(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn line(csv: &mut String, fields: impl Iterator<Item = String>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            csv.push(',');
        }
        if field.contains([',', '"', '\r', '\n']) {
            csv.push('"');
            csv.push_str(&field.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&field);
        }
    }
    csv.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_only_where_they_must() {
        let mut csv = String::new();
        line(&mut csv, ["plain", "a,b", "say \"hi\"", "two\nlines", ""].map(str::to_owned).into_iter());
        assert_eq!(csv, "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
    }
}
