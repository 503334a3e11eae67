//! Rows of post sheets of posts that are new, made from what was told of them instead of being read back.

use super::quarters;
use super::sheet::{self, Row};
use super::told::Told;
use crate::db::Tx;
use crate::error::StoreError;
use model::SpaceId;
use std::collections::BTreeMap;

/// Above so many they are written early, to keep memory constant.
const LARGE: usize = 50_000;

/// Rows to be added, by page of publication.
#[derive(Debug, Default)]
pub(super) struct NewRows {
    pages: BTreeMap<i64, Vec<Row<'static>>>,
    rows: usize,
}

impl NewRows {
    /// One more.
    pub fn push(&mut self, told: &Told<'_>, row: Row<'static>) {
        self.pages.entry(quarters::place(told.at.quarter()).0).or_default().push(row.done());
        self.rows += 1;
    }

    /// Whether it is time to write them.
    pub const fn is_large(&self) -> bool {
        self.rows > LARGE
    }

    /// Adds them to the sheets of a space.
    pub async fn write(self, tx: &mut Tx, space: SpaceId) -> Result<(), StoreError> {
        for (page, rows) in self.pages {
            sheet::renew(tx, space, page, rows, |_| false).await?;
        }
        Ok(())
    }
}

/// The row of a post of which nothing is told yet but itself.
pub(super) fn bare(told: &Told<'_>, text: Option<&str>, post: i64, import: i64) -> Row<'static> {
    Row {
        post,
        at: told.at.0,
        precision: told.precision.code(),
        zone_rule: told.zone_rule.code(),
        content_type: told.content_type.code(),
        label: sheet::label(text, told.url),
        person: 0,
        told: Vec::with_capacity(told.figures.len()),
        counted: Vec::new(),
        observed_at: None,
        import,
    }
}
