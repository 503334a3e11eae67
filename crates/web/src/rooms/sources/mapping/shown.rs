//! The fields of the assistant: columns with samples, what they can be, dates, constants, where the table is.
//! Reads nothing by itself; what was sent back is understood by `form.rs`.

use super::form::{DATE_FORMATS, ENCODINGS, SEPARATORS};
use crate::field::Field;
use crate::rooms::sources::words::role_text;
use figures::network_text;
use model::{ContentType, FactKind, Network};
use phrases::Voice;
use sources::Mapping;
use sources::mapping::{Role, RowsAre, WeekdayOne};
use sources::preview::Preview;
use std::collections::BTreeSet;

/// Samples shown of a column, and words of a column that can be translated.
const SAMPLES: usize = 3;
const WORDS: usize = 30;

/// A column.
pub struct ColumnShown {
    pub place: usize,
    pub header: String,
    pub samples: String,
    pub role: String,
    pub wrong: bool,
}

/// The words of a column of kinds.
pub struct WordsShown {
    pub place: usize,
    pub title: String,
    pub fields: Vec<(String, Field)>,
}

/// The columns of a table, each with samples and what it is.
pub fn columns(mapping: &Mapping, seen: &Preview, wrong: Option<&str>) -> Vec<ColumnShown> {
    let shown = |(place, header): (usize, &String)| ColumnShown {
        place,
        header: header.clone(),
        samples: distinct(seen, place).into_iter().take(SAMPLES).collect::<Vec<_>>().join(" · "),
        role: mapping
            .columns
            .iter()
            .find(|column| column.header == *header)
            .map_or_else(String::new, |c| c.is.to_string()),
        wrong: wrong == Some(header),
    };
    seen.headers.iter().enumerate().filter(|(_, header)| !header.trim().is_empty()).map(shown).collect()
}

/// The different cells of a column, in the order met.
fn distinct(seen: &Preview, place: usize) -> Vec<String> {
    let mut met = BTreeSet::new();
    let cells = seen.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.trim());
    let new = cells.filter(|cell| !cell.is_empty() && met.insert((*cell).to_owned()));
    new.map(|cell| {
        if cell.chars().count() > 40 {
            format!("{}…", cell.chars().take(39).collect::<String>())
        } else {
            cell.to_owned()
        }
    })
    .collect()
}

/// What a column can be, in groups.
pub fn roles(voice: &Voice) -> Vec<(String, Vec<(String, String)>)> {
    let group = |key: &str, fits: fn(Role) -> bool| {
        let roles =
            Role::all().filter(|role| fits(*role)).map(|role| (role.to_string(), role_text(role, voice))).collect();
        (voice.say(key), roles)
    };
    let is_time = |role| matches!(role, Role::At | Role::Year | Role::Month | Role::Weekday | Role::Hour);
    let is_figure = |role| matches!(role, Role::Figure(_));
    let is_other =
        |role| !matches!(role, Role::Figure(_) | Role::At | Role::Year | Role::Month | Role::Weekday | Role::Hour);
    [
        group("sources-roles-time", is_time),
        group("sources-roles-about", is_other),
        group("sources-roles-figures", is_figure),
    ]
    .to_vec()
}

/// The words of the columns of kinds, each with what it means.
pub fn words(mapping: &Mapping, seen: &Preview, voice: &Voice) -> Vec<WordsShown> {
    let mut shown = Vec::new();
    for (place, header) in seen.headers.iter().enumerate() {
        let Some(column) = mapping.columns.iter().find(|column| column.header == *header) else { continue };
        let options: Vec<(String, String)> = match column.is {
            Role::ContentType => ContentType::ALL
                .iter()
                .map(|one| (one.to_string(), voice.say(&format!("content-type-{one}"))))
                .collect(),
            Role::Kind => {
                FactKind::ALL.iter().map(|one| (one.to_string(), voice.say(&format!("kind-{one}")))).collect()
            }
            _ => continue,
        };
        let options: Vec<_> =
            std::iter::once((String::new(), voice.say("sources-word-itself"))).chain(options).collect();
        let met: BTreeSet<&str> = seen
            .rows
            .iter()
            .filter_map(|row| row.get(place))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        let fields = met.into_iter().take(WORDS).enumerate().map(|(n, word)| {
            let chosen = column.values.get(word).cloned().unwrap_or_default();
            (word.to_owned(), Field::select(&format!("means-{place}-{n}"), word, chosen, options.clone()))
        });
        let title = voice.say_with("sources-words-of", &[("header", header.into())]);
        shown.push(WordsShown { place, title, fields: fields.collect() });
    }
    shown
}

fn choice(name: &str, key: &str, chosen: &str, voice: &Voice, options: Vec<(String, String)>) -> Field {
    let none = (String::new(), voice.say(&format!("{key}.none")));
    Field::select(name, voice.say(key), chosen, std::iter::once(none).chain(options).collect())
}

/// How dates are written.
pub fn date_fields(mapping: &Mapping, voice: &Voice) -> Vec<Field> {
    let format = mapping.column(Role::At).and_then(|column| column.format.as_deref()).unwrap_or_default();
    let formats =
        DATE_FORMATS.iter().map(|word| ((*word).to_owned(), voice.say(&format!("sources-date-{word}")))).collect();
    let pattern = if DATE_FORMATS.contains(&format) || format == "auto" { "" } else { format };
    let weekday = match mapping.weekday_one {
        Some(WeekdayOne::Sunday) => "sunday",
        Some(WeekdayOne::Monday) => "monday",
        None => "",
    };
    let days = ["monday", "sunday"]
        .iter()
        .map(|word| ((*word).to_owned(), voice.say(&format!("sources-weekday-{word}"))))
        .collect();
    let year = mapping.constants.year.map_or_else(String::new, |year| year.to_string());
    vec![
        choice("date_format", "sources-date-format", format, voice, formats),
        Field::text("date_pattern", voice.say("sources-date-pattern"), pattern)
            .hint(voice.say("sources-date-pattern.hint")),
        Field::text("year", voice.say("sources-constant-year"), year)
            .kind("number")
            .hint(voice.say("sources-constant-year.hint")),
        choice("weekday_one", "sources-weekday-one", weekday, voice, days),
        Field::text("zone", voice.say("sources-zone"), mapping.zone.as_deref().unwrap_or_default())
            .hint(voice.say("sources-zone.hint")),
    ]
}

/// What is the same on every row.
pub fn constant_fields(mapping: &Mapping, voice: &Voice) -> Vec<Field> {
    let types =
        ContentType::ALL.iter().map(|one| (one.to_string(), voice.say(&format!("content-type-{one}")))).collect();
    let kinds = FactKind::ALL.iter().map(|one| (one.to_string(), voice.say(&format!("kind-{one}")))).collect();
    let networks = Network::ALL.iter().map(|one| (one.to_string(), network_text(*one, voice))).collect();
    let constants = &mapping.constants;
    let mut fields = vec![choice(
        "network",
        "sources-mapping-network",
        mapping.network.map_or("", Network::as_str),
        voice,
        networks,
    )];
    fields.push(choice(
        "constant_content_type",
        "sources-constant-type",
        constants.content_type.map_or("", ContentType::as_str),
        voice,
        types,
    ));
    if mapping.rows == RowsAre::Facts || constants.kind.is_some() {
        fields.push(choice(
            "constant_kind",
            "sources-constant-kind",
            constants.kind.map_or("", FactKind::as_str),
            voice,
            kinds,
        ));
    }
    fields.push(Field::text(
        "person",
        voice.say("sources-constant-person"),
        constants.person.as_deref().unwrap_or_default(),
    ));
    fields
}

/// Where the table is and how it is written.
pub fn place_fields(mapping: &Mapping, voice: &Voice) -> Vec<Field> {
    let place = &mapping.table;
    let separators = SEPARATORS
        .iter()
        .map(|one| (one.as_str().to_owned(), voice.say(&format!("sources-separator-{}", one.as_str()))))
        .collect();
    let encodings = ENCODINGS.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).collect();
    let row = place.header_row.map_or_else(|| "1".to_owned(), |row| row.to_string());
    vec![
        Field::text("empty", voice.say("sources-empty"), place.empty.join("; ")).hint(voice.say("sources-empty.hint")),
        Field::text("header_row", voice.say("sources-header-row"), row).kind("number"),
        choice("separator", "sources-separator", place.separator.map_or("", |one| one.as_str()), voice, separators),
        choice("encoding", "sources-encoding", place.encoding.as_deref().unwrap_or_default(), voice, encodings),
        Field::text("sheet", voice.say("sources-sheet"), place.sheet.as_deref().unwrap_or_default())
            .hint(voice.say("sources-sheet.hint")),
    ]
}
