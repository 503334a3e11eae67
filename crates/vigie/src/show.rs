//! An answer as a table for the terminal, and faults of a question in words.

use crate::verbs::message_key;
use comfy_table::{CellAlignment, ContentArrangement, Table};
use measure::answer::{Answer, Series};
use measure::ask::AskError;
use phrases::{Value, Voice};

/// Every series, one table each.
pub fn answer(voice: &Voice, answer: &Answer) -> String {
    let mut text = String::new();
    for series in &answer.series {
        text.push_str(&table(voice, answer, series));
        text.push('\n');
    }
    text
}

fn table(voice: &Voice, answer: &Answer, series: &Series) -> String {
    let indicator = series.indicator;
    let mut table = Table::new();
    table.load_preset(comfy_table::presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Disabled);
    let first = series.rows.first();
    let mut header = Vec::new();
    if first.is_some_and(|row| row.period.is_some()) {
        header.push(voice.say("table-period"));
    }
    for key in first.iter().flat_map(|row| &row.keys) {
        header.push(voice.say(&format!("split-{}", key.split)));
    }
    let left = header.len();
    header.extend([voice.say("table-value"), voice.say("table-n"), voice.say("table-status")]);
    if answer.compared.is_some() {
        header.push(voice.say("table-before"));
    }
    table.set_header(header);
    for row in &series.rows {
        let mut cells = Vec::new();
        cells.extend(row.period.iter().map(|period| period.id.clone()));
        cells.extend(row.keys.iter().map(|key| figures::key_text(key, voice)));
        cells.push(figures::value_text(&row.figure, indicator, voice));
        cells.push(voice.count(i64::try_from(row.figure.n).unwrap_or(i64::MAX)));
        cells.push(figures::status_text(row.figure.status, voice));
        if answer.compared.is_some() {
            cells.push(
                row.before.as_ref().map_or_else(String::new, |before| figures::value_text(before, indicator, voice)),
            );
        }
        table.add_row(cells);
    }
    for column in [left, left + 1] {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let mut caveats: Vec<String> = series
        .rows
        .iter()
        .flat_map(|row| &row.figure.caveats)
        .map(|caveat| figures::caveat_text(caveat, voice))
        .collect();
    caveats.sort();
    caveats.dedup();
    let notes: String = caveats.iter().map(|caveat| format!("  · {caveat}\n")).collect();
    let last = answer.to.yesterday().unwrap_or(answer.to);
    format!(
        "{} — {} ({})\n{table}\n{notes}",
        voice.say(&indicator.name_key()),
        voice.range(answer.from, last),
        answer.zone
    )
}

/// What is wrong with a question.
pub fn ask_error(voice: &Voice, error: &AskError) -> String {
    let text = |value: &str| Value::from(value.to_owned());
    let args: Vec<(&str, Value<'_>)> = match error {
        AskError::UnknownIndicator(given)
        | AskError::UnknownSplit(given)
        | AskError::NotADate(given)
        | AskError::UnknownZone(given)
        | AskError::UnknownFilter(given)
        | AskError::UnknownCompare(given)
        | AskError::UnknownRules(given) => vec![("given", text(given))],
        AskError::TwoGrains => Vec::new(),
        AskError::NoSuchSplit { indicator, split } => vec![("indicator", text(indicator)), ("split", text(split))],
        AskError::EmptyPeriod { from, to } => vec![("from", text(&from.to_string())), ("to", text(&to.to_string()))],
        AskError::TooManyRows { rows, limit } => {
            vec![("rows", text(&rows.to_string())), ("limit", text(&limit.to_string()))]
        }
    };
    voice.say_with(message_key(error), &args)
}
