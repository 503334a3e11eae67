//! The assistant's form: from what was sent to a mapping. Words that are on no list count as not chosen; what a
//! mapping must hold is said by `Mapping::check`.

use crate::forms::Sent;
use sources::Mapping;
use sources::mapping::{ColumnIs, Constants, Place, Role, RowsAre, WeekdayOne};
use sources::table::Separator;
use std::collections::BTreeMap;

/// The most columns of a table in the assistant, and the most words of a column that are translated one by one.
const MOST_COLUMNS: usize = 300;
const MOST_WORDS: usize = 60;

/// What rows are, with the words of their messages.
pub const ROWS: [(RowsAre, &str); 3] = [(RowsAre::Posts, "posts"), (RowsAre::Days, "days"), (RowsAre::Facts, "facts")];

/// Separators, with their words.
pub const SEPARATORS: [Separator; 4] = [Separator::Comma, Separator::Semicolon, Separator::Tab, Separator::Pipe];

/// Encodings that spreadsheets of another age still write.
pub const ENCODINGS: [&str; 5] = ["utf-8", "windows-1252", "iso-8859-15", "utf-16le", "macintosh"];

/// How the dates of a column are written.
pub const DATE_FORMATS: [&str; 3] = ["day-first", "month-first", "epoch"];

/// The mapping that was sent.
pub fn of(sent: &Sent) -> Mapping {
    Mapping {
        name: sent.text("name").to_owned(),
        rows: ROWS.iter().find(|(_, word)| *word == sent.text("rows")).map_or_else(RowsAre::default, |(rows, _)| *rows),
        network: parsed(sent, "network"),
        space: None,
        zone: sent.optional("zone").map(str::to_owned),
        weekday_one: match sent.text("weekday_one") {
            "sunday" => Some(WeekdayOne::Sunday),
            "monday" => Some(WeekdayOne::Monday),
            _ => None,
        },
        table: Place {
            sheet: sent.optional("sheet").map(str::to_owned),
            header_row: parsed(sent, "header_row").filter(|row| *row != 1),
            separator: SEPARATORS.into_iter().find(|one| one.as_str() == sent.text("separator")),
            encoding: sent.optional("encoding").map(str::to_owned),
            empty: sent
                .text("empty")
                .split(';')
                .map(str::trim)
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
        },
        constants: Constants {
            year: parsed(sent, "year"),
            content_type: parsed(sent, "constant_content_type"),
            kind: parsed(sent, "constant_kind"),
            person: sent.optional("person").map(str::to_owned),
        },
        columns: columns(sent),
    }
}

fn parsed<T: std::str::FromStr>(sent: &Sent, field: &str) -> Option<T> {
    sent.optional(field)?.parse().ok()
}

fn columns(sent: &Sent) -> Vec<ColumnIs> {
    let count = parsed::<usize>(sent, "columns").unwrap_or(0).min(MOST_COLUMNS);
    (0..count).filter_map(|place| column(sent, place)).collect()
}

fn column(sent: &Sent, place: usize) -> Option<ColumnIs> {
    let is: Role = parsed(sent, &format!("role-{place}"))?;
    let words = parsed::<usize>(sent, &format!("words-{place}")).unwrap_or(0).min(MOST_WORDS);
    let means = |word: usize| {
        let ours = sent.optional(&format!("means-{place}-{word}"))?;
        Some((sent.raw(&format!("word-{place}-{word}")).to_owned(), ours.to_owned()))
    };
    let takes_words = matches!(is, Role::ContentType | Role::Kind);
    let values: BTreeMap<String, String> = (0..words).filter(|_| takes_words).filter_map(means).collect();
    let format = (is == Role::At).then(|| date_format(sent)).flatten();
    Some(ColumnIs { header: sent.raw(&format!("head-{place}")).to_owned(), is, format, values })
}

fn date_format(sent: &Sent) -> Option<String> {
    let order = sent.optional("date_format").filter(|word| DATE_FORMATS.contains(word));
    sent.optional("date_pattern").or(order).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const FORM: &str = "name=Billets&rows=posts&zone=Europe%2FParis&separator=semicolon&empty=n.c.%3B%3F&columns=4\
        &head-0=Jour&role-0=at&date_format=day-first&head-1=Titre&role-1=text&head-2=Rubrique&role-2=content_type\
        &words-2=2&word-2-0=Photo&means-2-0=photo&word-2-1=Divers&means-2-1=&head-3=Humeur&role-3=";

    #[test]
    fn what_is_sent_is_a_mapping() {
        let mapping = of(&Sent::parse(FORM.as_bytes()));
        assert_eq!(mapping.check(), Ok(()));
        insta::assert_snapshot!(mapping.to_toml().unwrap(), @r#"
        name = "Billets"
        rows = "posts"
        zone = "Europe/Paris"

        [table]
        separator = "semicolon"
        empty = ["n.c.", "?"]

        [[column]]
        header = "Jour"
        is = "at"
        format = "day-first"

        [[column]]
        header = "Titre"
        is = "text"

        [[column]]
        header = "Rubrique"
        is = "content_type"

        [column.values]
        Photo = "photo"
        "#);
    }

    #[test]
    fn words_on_no_list_are_not_chosen() {
        let mapping = of(&Sent::parse(b"rows=pages&network=fax&year=soon&columns=9999999&head-0=A&role-0=colour"));
        assert_eq!(mapping, Mapping::default());
    }
}
