//! The two schemas say the same: tables, columns, keys, indexes, references.

use crate::both::Place;
use std::collections::BTreeSet;
use store::Db;

#[tokio::test]
async fn both_engines_have_the_same_schema() {
    let Some(there) = Place::postgres().await else { return };
    let here = Place::sqlite();
    let (sqlite, postgres) = (here.open().await, there.open().await);
    let (one, other) = (schema(&sqlite.db).await, schema(&postgres.db).await);
    assert!(one.len() > 150, "the schema was read: {}", one.len());
    let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    assert_eq!((only(&one, &other), only(&other, &one)), (vec![], vec![]), "only on SQLite, only on PostgreSQL");
    sqlite.close().await;
    postgres.close().await;
    there.remove().await;
}

/// A sentence for each thing a schema says.
async fn schema(db: &Db) -> BTreeSet<String> {
    match db {
        Db::Sqlite(pool) => {
            let columns: Vec<(String, String, String, bool, Option<String>, i64)> = sqlx::query_as(
                "select t.name, c.name, lower(c.type), c.\"notnull\" or c.pk > 0, c.dflt_value, c.pk
                 from sqlite_master t join pragma_table_info(t.name) c
                 where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\' and t.name <> '_sqlx_migrations'",
            )
            .fetch_all(pool)
            .await
            .unwrap();
            let mut said: BTreeSet<String> = columns
                .iter()
                .map(|(table, column, kind, required, default, _)| {
                    let kind = match kind.as_str() {
                        "integer" => "bigint",
                        "blob" => "bytea",
                        other => other,
                    };
                    sentence(table, column, kind, *required, default.as_deref())
                })
                .collect();
            let tables: BTreeSet<&String> = columns.iter().map(|(table, ..)| table).collect();
            for table in tables {
                let mut key: Vec<(i64, &str)> =
                    columns.iter().filter(|c| &c.0 == table && c.5 > 0).map(|c| (c.5, c.1.as_str())).collect();
                key.sort_unstable();
                let key: Vec<&str> = key.into_iter().map(|(_, column)| column).collect();
                said.insert(format!("{table}: key ({})", key.join(",")));
            }
            let indexes: Vec<(String, bool, String)> = sqlx::query_as(
                "select t.name, i.\"unique\", (select group_concat(name) from (select name from pragma_index_info(i.name) order by seqno))
                 from sqlite_master t join pragma_index_list(t.name) i
                 where t.type = 'table' and i.origin <> 'pk' and t.name <> '_sqlx_migrations'",
            )
            .fetch_all(pool)
            .await
            .unwrap();
            said.extend(indexes.into_iter().map(|(table, unique, columns)| index(&table, unique, &columns)));
            let references: Vec<(String, String, String, String, String)> = sqlx::query_as(
                "select t.name, f.\"from\", f.\"table\", f.\"to\", lower(f.on_delete)
                 from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'",
            )
            .fetch_all(pool)
            .await
            .unwrap();
            said.extend(references.into_iter().map(|r| reference(&r.0, &r.1, &r.2, &r.3, &r.4)));
            said
        }
        Db::Postgres(pool) => {
            let columns: Vec<(String, String, String, bool, Option<String>)> = sqlx::query_as(
                "select table_name::text, column_name::text, data_type::text, is_nullable = 'NO', column_default::text
                 from information_schema.columns where table_schema = current_schema() and table_name <> '_sqlx_migrations'",
            )
            .fetch_all(pool)
            .await
            .unwrap();
            let mut said: BTreeSet<String> = columns
                .iter()
                .map(|(table, column, kind, required, default)| {
                    let default = default.as_deref().map(|d| d.trim_end_matches("::text"));
                    sentence(table, column, kind, *required, default)
                })
                .collect();
            let indexes: Vec<(String, bool, bool, String)> = sqlx::query_as(
                "select c.relname::text, i.indisunique, i.indisprimary, array_to_string(array(
                    select a.attname::text from unnest(i.indkey::int[]) with ordinality k (n, o)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by k.o), ',')
                 from pg_index i join pg_class c on c.oid = i.indrelid
                 where c.relnamespace = current_schema()::regnamespace and c.relname <> '_sqlx_migrations'",
            )
            .fetch_all(pool)
            .await
            .unwrap();
            said.extend(indexes.into_iter().map(|(table, unique, primary, columns)| {
                if primary { format!("{table}: key ({columns})") } else { index(&table, unique, &columns) }
            }));
            let references: Vec<(String, String, String, String, String)> = sqlx::query_as(
                "select c.conrelid::regclass::text, a.attname::text, c.confrelid::regclass::text, b.attname::text,
                    case c.confdeltype when 'c' then 'cascade' when 'n' then 'set null' when 'a' then 'no action' else 'other' end
                 from pg_constraint c
                 join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                 join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
                 where c.contype = 'f' and c.connamespace = current_schema()::regnamespace",
            )
            .fetch_all(pool)
            .await
            .unwrap();
            said.extend(references.into_iter().map(|r| reference(&r.0, &r.1, &r.2, &r.3, &r.4)));
            said
        }
    }
}

fn sentence(table: &str, column: &str, kind: &str, required: bool, default: Option<&str>) -> String {
    let required = if required { " not null" } else { "" };
    let default = default.map(|d| format!(" default {d}")).unwrap_or_default();
    format!("{table}.{column}: {kind}{required}{default}")
}

fn index(table: &str, unique: bool, columns: &str) -> String {
    format!("{table}: {} ({columns})", if unique { "unique" } else { "index" })
}

fn reference(table: &str, column: &str, other: &str, key: &str, on_delete: &str) -> String {
    format!("{table}.{column}: references {} ({key}) on delete {on_delete}", other.trim_matches('"'))
}
