//! Settings of the organisation: few, typed, kept as one JSON value each, so that two pages never overwrite
//! each other's. Settings of the *program* (address, database) are arguments, not here.

use super::person::Language;
use super::{client, tidy_name};
use crate::db::{Store, commit};
use crate::error::StoreError;
use crate::on;
use async_recursion::async_recursion as boxed;
use measure::ask::RuleSet;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// What is set for the whole organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its name; empty until somebody gives one.
    pub name: String,
    /// The language of those who chose none; `None`: as their browser asks.
    pub language: Option<Language>,
    /// The zone of new clients.
    pub zone: String,
    /// The rules that sort visits into channels when a question names none.
    pub rules: RuleSet,
    /// Whether this is the sample organisation: every page says so.
    pub sample: bool,
}

impl Default for Organisation {
    fn default() -> Self {
        Self {
            name: String::new(),
            language: None,
            zone: "Europe/Paris".to_owned(),
            rules: RuleSet::Matomo,
            sample: false,
        }
    }
}

impl Store {
    /// The settings; what was never set has its default.
    #[boxed]
    pub async fn organisation(&self) -> Result<Organisation, StoreError> {
        let rows: Vec<(String, String)> =
            on!(&self.db, pool => sqlx::query_as("select key, value from setting").fetch_all(pool).await)?;
        let kept: HashMap<String, String> = rows.into_iter().collect();
        let default = Organisation::default();
        Ok(Organisation {
            name: read(&kept, "name", default.name)?,
            language: read(&kept, "language", default.language)?,
            zone: read(&kept, "zone", default.zone)?,
            rules: read(&kept, "rules", default.rules)?,
            sample: read(&kept, "sample", default.sample)?,
        })
    }

    /// Keeps what differs from what was read before, and leaves the rest as others may have set it meanwhile.
    #[boxed]
    pub async fn set_organisation(&self, before: &Organisation, after: &Organisation) -> Result<(), StoreError> {
        if !after.name.is_empty() {
            tidy_name(&after.name)?;
        }
        client::checked_zone(&after.zone)?;
        let changes = [
            changed("name", &before.name, &after.name)?,
            changed("language", &before.language, &after.language)?,
            changed("zone", &before.zone, &after.zone)?,
            changed("rules", &before.rules, &after.rules)?,
            changed("sample", &before.sample, &after.sample)?,
        ];
        let mut tx = self.write().await?;
        for (key, value) in changes.into_iter().flatten() {
            on!(&mut tx, tx => sqlx::query(
                "insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value")
                .bind(key).bind(value).execute(&mut **tx).await.map(drop))?;
        }
        commit(tx).await
    }
}

fn read<T: DeserializeOwned>(kept: &HashMap<String, String>, key: &str, default: T) -> Result<T, StoreError> {
    Ok(match kept.get(key) {
        Some(value) => serde_json::from_str(value)?,
        None => default,
    })
}

fn changed<T: Serialize + PartialEq>(
    key: &'static str,
    before: &T,
    after: &T,
) -> Result<Option<(&'static str, String)>, StoreError> {
    Ok(if before == after { None } else { Some((key, serde_json::to_string(after)?)) })
}
