//! The steps of the schema, for both engines, in the order in which they are taken. A new step is two files under
//! `migrations/` and one line here; a step that was ever released is never changed.

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use std::borrow::Cow;

/// A step: number, name, SQL of SQLite, SQL of PostgreSQL.
type Step = (i64, &'static str, &'static str, &'static str);

macro_rules! step {
    ($number:literal, $name:literal, $file:literal) => {
        (
            $number,
            $name,
            include_str!(concat!("../migrations/sqlite/", $file)),
            include_str!(concat!("../migrations/postgres/", $file)),
        )
    };
}

static STEPS: &[Step] = &[
    step!(1, "desk", "0001_desk.sql"),
    step!(2, "history", "0002_history.sql"),
    step!(3, "answer", "0003_answer.sql"),
    step!(4, "raw_pieces", "0004_raw_pieces.sql"),
    step!(5, "in_order", "0005_in_order.sql"),
];

/// The steps on SQLite.
pub fn of_sqlite() -> Migrator {
    migrator(|step| step.2)
}

/// The steps on PostgreSQL.
pub fn of_postgres() -> Migrator {
    migrator(|step| step.3)
}

fn migrator(sql: impl Fn(&Step) -> &'static str) -> Migrator {
    let steps = STEPS.iter().map(|step| {
        let (kind, text) = (MigrationType::Simple, sql(step).into_sql_str());
        Migration::new(step.0, Cow::Borrowed(step.1), kind, text, false)
    });
    Migrator::with_migrations(steps.collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
    use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

    /// The steps as they were when so many were known.
    fn of_then(steps: usize, sql: impl Fn(&Step) -> &'static str) -> Migrator {
        Migrator::with_migrations(migrator(sql).iter().take(steps).cloned().collect())
    }

    /// Rows as version 4 kept them: `$'` begins the bytes of an id.
    const BEFORE_5: &str = "insert into client (id, slug, name, zone, created_at) values (1, 'a', 'A', 'UTC', 0);
        insert into space (id, client_id, slug, name, network, created_at) values (1, 1, 'a', 'A', 1, 0), (2, 1, 'b', 'B', 1, 0);
        insert into post (id, space_id, native, at, import_id) values (1, 1, 'p', 0, 1), (2, 2, 'p', 0, 1);
        insert into fact (space_id, id, kind, at, zone_rule, post_id, provenance, text, import_id) values
            (1, $'02', 20, 5, 1, 1, 1, 'one', 1), (1, $'01', 3, 7, 1, null, 1, null, 1), (2, $'01', 3, 9, 1, 2, 1, null, 1);
        insert into observation (space_id, id, post_id, origin_id, breakdown, metric, shape, value, at, import_id) values
            (1, $'05', 1, null, null, 2, 1, 0.5, null, 1), (1, $'04', 1, null, null, 1, 1, 4, null, 1),
            (2, $'05', 2, null, null, 2, 1, 2, null, 1), (1, $'01', null, null, null, 2, 2, 3, 8, 1),
            (1, $'02', null, 1, 1, 9, 2, 6, 8, 1)";

    const FACTS: &str =
        "select space_id, id, kind, at, coalesce(post_id, -1), coalesce(text, '') from fact order by 1, 2";
    const FIGURES: &str =
        "select space_id, id, coalesce(post_id, 0), metric, value, coalesce(at, -1), coalesce(origin_id, -1)
        from observation order by 1, 2, 3";

    type Facts = Vec<(i64, Vec<u8>, i64, i64, i64, String)>;
    type Figures = Vec<(i64, Vec<u8>, i64, i64, f64, i64, i64)>;

    macro_rules! through_step_5 {
        ($pool:ident, $sql:expr, $bytes:literal) => {{
            of_then(4, $sql).run($pool).await.unwrap();
            sqlx::raw_sql(AssertSqlSafe(BEFORE_5.replace("$'", $bytes))).execute($pool).await.unwrap();
            let before: (Facts, Figures) = (
                sqlx::query_as(FACTS).fetch_all($pool).await.unwrap(),
                sqlx::query_as(FIGURES).fetch_all($pool).await.unwrap(),
            );
            assert_eq!((before.0.len(), before.1.len()), (3, 5));
            migrator($sql).run($pool).await.unwrap();
            let after: (Facts, Figures) = (
                sqlx::query_as(FACTS).fetch_all($pool).await.unwrap(),
                sqlx::query_as(FIGURES).fetch_all($pool).await.unwrap(),
            );
            assert_eq!(after, before);
            let twice = "insert into observation (space_id, id, post_id, metric, shape, value, import_id)
                select space_id, id, post_id, metric, shape, value, import_id from observation limit 1";
            assert!(sqlx::query(twice).execute($pool).await.is_err(), "a figure lies in one place");
        }};
    }

    #[tokio::test]
    async fn facts_and_figures_of_before_are_put_in_order_and_none_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let file = SqliteConnectOptions::new().filename(folder.path().join("a")).create_if_missing(true);
        let here: &SqlitePool = &SqlitePoolOptions::new().connect_with(file).await.unwrap();
        through_step_5!(here, |step: &Step| step.2, "x'");
        let Some(server) = std::env::var("VIGIE_TEST_POSTGRES").ok().filter(|url| !url.is_empty()) else {
            assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "VIGIE_TEST_POSTGRES is not set");
            println!("skipped on PostgreSQL: VIGIE_TEST_POSTGRES not set");
            return;
        };
        let schema = format!("step5_{}", std::process::id());
        let joint = if server.contains('?') { '&' } else { '?' };
        let there = &PgPool::connect(&format!("{server}{joint}options=-c%20search_path%3D{schema}")).await.unwrap();
        sqlx::query(AssertSqlSafe(format!("create schema {schema}"))).execute(there).await.unwrap();
        through_step_5!(there, |step: &Step| step.3, "'\\x");
        sqlx::query(AssertSqlSafe(format!("drop schema {schema} cascade"))).execute(there).await.unwrap();
    }

    #[test]
    fn every_file_is_a_step_and_numbers_follow_each_other() {
        for engine in ["sqlite", "postgres"] {
            let folder = format!("{}/migrations/{engine}", env!("CARGO_MANIFEST_DIR"));
            let mut files: Vec<String> = std::fs::read_dir(folder)
                .unwrap()
                .map(|file| file.unwrap().file_name().into_string().unwrap())
                .collect();
            files.sort();
            let named: Vec<String> = STEPS.iter().map(|step| format!("{:04}_{}.sql", step.0, step.1)).collect();
            assert_eq!(files, named, "{engine}");
        }
    }
}
