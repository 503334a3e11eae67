//! The tables of a backup and their rows as lines of JSON, the same whatever the engine.
//!
//! A row is an array: whole numbers and booleans as themselves, text as text, bytes as base64, and reals as text too,
//! because a JSON number may come back a hair beside what was written.

use crate::db::Tx;
use crate::error::StoreError;
use crate::on;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sqlx::{ColumnIndex, Decode, Row, Type};

/// The tables that last, parents before children. A test compares this list with the schema.
pub(super) const LASTING: &[&str] = &[
    "setting",
    "client",
    "space",
    "person",
    "person_client",
    "token",
    "audit",
    "mapping",
    "import",
    "raw",
    "actor",
    "post",
    "fact",
    "observation",
    "origin",
    "visit",
    "answer",
    "coverage",
    "tally",
    "actor_set",
    "sheet",
    "visit_tally",
];

/// The tables left out: what they hold is worth nothing elsewhere or later.
pub(super) const PASSING: &[&str] = &["session", "sign_in_link", "upload"];

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Whole,
    Real,
    Flag,
    Text,
    Bytes,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub name: String,
    pub kind: Kind,
}

/// A value of a row, ready to be bound.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Whole(Option<i64>),
    Real(Option<f64>),
    Flag(Option<bool>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

/// The columns of a table, in the order of the schema.
pub(super) async fn columns(tx: &mut Tx, table: &str) -> Result<Vec<Column>, StoreError> {
    let rows: Vec<(String, String)> = match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as("select name, lower(type) from pragma_table_info($1) order by cid")
                .bind(table)
                .fetch_all(&mut **tx)
                .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_as(
                "select column_name::text, data_type::text from information_schema.columns
                 where table_schema = current_schema() and table_name = $1 order by ordinal_position",
            )
            .bind(table)
            .fetch_all(&mut **tx)
            .await?
        }
    };
    let column = |(name, declared): (String, String)| {
        let kind = match declared.as_str() {
            "integer" | "bigint" => Kind::Whole,
            "double precision" => Kind::Real,
            "boolean" => Kind::Flag,
            "text" => Kind::Text,
            "blob" | "bytea" => Kind::Bytes,
            _ => {
                return Err(StoreError::Damaged {
                    what: "schema",
                    reason: format!("{table}.{name} is of type {declared}"),
                });
            }
        };
        Ok(Column { name, kind })
    };
    rows.into_iter().map(column).collect()
}

/// Number of the last migration that ran.
pub(super) async fn schema_version(tx: &mut Tx) -> Result<i64, StoreError> {
    Ok(on!(tx, tx => sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(&mut **tx).await)?)
}

/// The last id a table gave, where it numbers its rows.
pub(super) async fn last_id(tx: &mut Tx, table: &str, columns: &[Column]) -> Result<Option<i64>, StoreError> {
    if !numbered(columns) {
        return Ok(None);
    }
    Ok(match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_scalar("select seq from sqlite_sequence where name = $1")
                .bind(table)
                .fetch_optional(&mut **tx)
                .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_scalar("select pg_sequence_last_value(pg_get_serial_sequence($1, 'id')::regclass)")
                .bind(table)
                .fetch_one(&mut **tx)
                .await?
        }
    })
}

/// Whether the table numbers its rows (some have a hash for an id, some have none).
pub(super) fn numbered(columns: &[Column]) -> bool {
    columns.iter().any(|column| column.name == "id" && column.kind == Kind::Whole)
}

/// Column names for a statement, quoted.
pub(super) fn quoted(columns: &[Column]) -> String {
    columns.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ")
}

/// Appends a row as one line.
pub(super) fn write_line<'r, R>(row: &'r R, columns: &[Column], line: &mut Vec<u8>) -> Result<(), StoreError>
where
    R: Row,
    usize: ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    f64: Decode<'r, R::Database> + Type<R::Database>,
    bool: Decode<'r, R::Database> + Type<R::Database>,
    &'r str: Decode<'r, R::Database> + Type<R::Database>,
    &'r [u8]: Decode<'r, R::Database> + Type<R::Database>,
{
    let mut values = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        values.push(match column.kind {
            Kind::Whole => row.try_get::<Option<i64>, _>(at)?.map(Value::from),
            Kind::Real => row.try_get::<Option<f64>, _>(at)?.map(|real| Value::from(real.to_string())),
            Kind::Flag => row.try_get::<Option<bool>, _>(at)?.map(Value::from),
            Kind::Text => row.try_get::<Option<&str>, _>(at)?.map(Value::from),
            Kind::Bytes => row.try_get::<Option<&[u8]>, _>(at)?.map(|bytes| Value::from(BASE64_STANDARD.encode(bytes))),
        });
    }
    serde_json::to_writer(&mut *line, &values)?;
    line.push(b'\n');
    Ok(())
}

/// Reads the values of a line; `None` when they are not what the columns hold.
pub(super) fn read_line(line: &[u8], kinds: &[Kind]) -> Option<Vec<Cell>> {
    let values: Vec<Value> = serde_json::from_slice(line).ok()?;
    if values.len() != kinds.len() {
        return None;
    }
    values.into_iter().zip(kinds).map(|(value, kind)| cell(value, *kind)).collect()
}

fn cell(value: Value, kind: Kind) -> Option<Cell> {
    Some(match (kind, value) {
        (Kind::Whole, Value::Null) => Cell::Whole(None),
        (Kind::Real, Value::Null) => Cell::Real(None),
        (Kind::Flag, Value::Null) => Cell::Flag(None),
        (Kind::Text, Value::Null) => Cell::Text(None),
        (Kind::Bytes, Value::Null) => Cell::Bytes(None),
        (Kind::Whole, value) => Cell::Whole(Some(value.as_i64()?)),
        (Kind::Flag, value) => Cell::Flag(Some(value.as_bool()?)),
        (Kind::Text, Value::String(text)) => Cell::Text(Some(text)),
        (Kind::Real, Value::String(real)) => Cell::Real(Some(real.parse().ok()?)),
        (Kind::Bytes, Value::String(text)) => Cell::Bytes(Some(BASE64_STANDARD.decode(text).ok()?)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn every_table_either_lasts_or_passes_and_parents_come_first() {
        let folder = tempfile::tempdir().unwrap();
        let store = crate::Store::open(folder.path(), None).await.unwrap();
        let crate::Db::Sqlite(pool) = &store.db else { unreachable!("opened on SQLite") };
        let mut there: Vec<String> = sqlx::query_scalar(
            "select name from sqlite_master where type = 'table' and name <> '_sqlx_migrations' and name not like 'sqlite%'",
        )
        .fetch_all(pool)
        .await
        .unwrap();
        let mut listed: Vec<&str> = LASTING.iter().chain(PASSING).copied().collect();
        there.sort();
        listed.sort_unstable();
        assert_eq!(there, listed);
        for (at, table) in LASTING.iter().enumerate() {
            let parents: Vec<String> = sqlx::query_scalar("select \"table\" from pragma_foreign_key_list($1)")
                .bind(*table)
                .fetch_all(pool)
                .await
                .unwrap();
            let before: Vec<&str> = LASTING.iter().take(at).copied().collect();
            assert!(parents.iter().all(|parent| before.contains(&parent.as_str())), "{table} after {parents:?}");
        }
    }

    #[test]
    fn a_line_is_read_only_as_what_the_columns_hold() {
        let kinds = [Kind::Whole, Kind::Real, Kind::Flag, Kind::Text, Kind::Bytes];
        let read = read_line(br#"[9007199254740993,"0.1",true,"a\nb","AP8="]"#, &kinds).unwrap();
        let expected = [
            Cell::Whole(Some(9_007_199_254_740_993)),
            Cell::Real(Some(0.1)),
            Cell::Flag(Some(true)),
            Cell::Text(Some("a\nb".to_owned())),
            Cell::Bytes(Some(vec![0, 255])),
        ];
        assert_eq!(read, expected);
        for wrong in
            ["[1]", "[1.5,\"0.1\",true,\"\",\"\"]", "[1,0.1,true,\"\",\"\"]", "[1,\"0.1\",true,\"\",\"§\"]", "{}"]
        {
            assert_eq!(read_line(wrong.as_bytes(), &kinds), None, "{wrong}");
        }
    }
}
