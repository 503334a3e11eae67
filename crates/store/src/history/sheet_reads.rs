//! Reading post sheets: every post of a stretch with its newest figures.

use super::read::{failed, spaces, within};
use super::{quarters, sheet};
use crate::db::Store;
use crate::error::StoreError;
use crate::on;
use futures_util::TryStreamExt;
use futures_util::future::try_join;
use measure::history::{HistoryError, Scope, SheetRow};
use model::{ContentType, FactKind, ImportId, Metric, Millis, PostId, Precision, SpaceId, Span, ZoneRule};
use sqlx::QueryBuilder;
use std::collections::HashMap;
use std::sync::Arc;

/// Sheets by space and time; `labelled`: with the first words of posts.
pub(super) async fn read(
    store: &Store,
    scope: &Scope,
    span: Span,
    labelled: bool,
) -> Result<Vec<SheetRow>, HistoryError> {
    let (team, (mut sheets, people)) = try_join(store.team(scope), by_author(store, scope, span, labelled)).await?;
    let team: HashMap<i64, Arc<str>> = team.into_iter().map(|(id, name)| (id, Arc::from(name))).collect();
    for (sheet, person) in sheets.iter_mut().zip(people) {
        sheet.person = team.get(&person).cloned();
    }
    Ok(sheets)
}

/// Post sheets without the names of their authors, and beside each the dictionary id of its author. A page is taken
/// apart while the database is at the next.
async fn by_author(
    store: &Store,
    scope: &Scope,
    span: Span,
    labelled: bool,
) -> Result<(Vec<SheetRow>, Vec<i64>), HistoryError> {
    let (first, last) = quarters::pages(span);
    let (mut sheets, mut people) = (Vec::new(), Vec::new());
    on!(&store.db, pool => {
        let mut q = QueryBuilder::new("select space_id, posts from sheet where ");
        within(&mut q, "space_id", spaces(scope));
        q.push(" and page between ").push_bind(first).push(" and ").push_bind(last).push(" order by space_id, page");
        let mut pages = q.build_query_as::<(i64, Vec<u8>)>().fetch(pool);
        while let Some((space, page)) = pages.try_next().await.map_err(failed)? {
            let posts: Vec<sheet::Row<'_>> = postcard::from_bytes(&page).map_err(StoreError::from)?;
            people.extend(posts.iter().map(|post| post.person));
            sheets.extend(posts.into_iter().map(|post| sheet_row(SpaceId(space), post, labelled)));
        }
    });
    Ok((sheets, people))
}

fn sheet_row(space: SpaceId, post: sheet::Row<'_>, labelled: bool) -> SheetRow {
    SheetRow {
        space,
        post: PostId(post.post),
        at: Millis(post.at),
        precision: Precision::from_code(post.precision).unwrap_or(Precision::Exact),
        zone_rule: ZoneRule::from_code(post.zone_rule).unwrap_or(ZoneRule::Assumed),
        content_type: ContentType::from_code(post.content_type).unwrap_or(ContentType::Unknown),
        label: if labelled { String::from_utf8_lossy(&post.label).into_owned() } else { String::new() },
        person: None,
        told: post.told.into_iter().filter_map(|(metric, value)| Some((Metric::from_code(metric)?, value))).collect(),
        counted: post.counted.into_iter().filter_map(|(kind, n)| Some((FactKind::from_code(kind)?, n))).collect(),
        observed_at: post.observed_at.map(Millis),
        import: ImportId(post.import),
    }
}
