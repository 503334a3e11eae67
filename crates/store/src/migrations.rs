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
