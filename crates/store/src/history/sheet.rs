//! Post sheets: one row a post with the newest value of each figure known about it, packed by page of publication.
//! They answer "per post" questions and lifetime sums without touching facts.

use super::touched::Touched;
use super::{CHUNK, quarters, remembered};
use crate::db::Tx;
use crate::error::StoreError;
use crate::on;
use model::{Metric, Millis, Shape, SpaceId};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// Label kept of a post.
const LABEL: usize = 80;

/// One row, in codes and dictionary ids.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Row<'a> {
    pub post: i64,
    pub at: i64,
    pub precision: i16,
    pub zone_rule: i16,
    pub content_type: i16,
    /// Text in UTF-8. Most readers pass over it: neither looked at nor copied out of the page.
    #[serde(borrow)]
    pub label: Cow<'a, [u8]>,
    pub person: i64,
    pub told: Vec<(i16, f64)>,
    pub counted: Vec<(i16, u32)>,
    pub observed_at: Option<i64>,
    pub import: i64,
}

/// Kinds of fact that *are* a post rather than a reaction to it.
const OWN: &[i64] = &[20, 21, 22];

type PostRow = (i64, i64, i64, i64, i64, Option<String>, Option<String>, i64);

/// Builds the rows of these posts from what is stored about them, in order of publication. Stubs have none.
pub(super) async fn build(tx: &mut Tx, space: SpaceId, posts: &[i64]) -> Result<Vec<Row<'static>>, StoreError> {
    let mut rows = Vec::with_capacity(posts.len());
    for posts in posts.chunks(CHUNK) {
        let about: Vec<PostRow> = on!(&mut *tx, tx => {
            let mut q = sqlx::QueryBuilder::new(
                "select id, at, precision, zone_rule, content_type, text, url, import_id from post where at is not null and id in (");
            listed(&mut q, posts);
            q.build_query_as().persistent(remembered(posts.len())).fetch_all(&mut **tx).await
        })?;
        let told: Vec<(i64, i64, f64, Option<i64>, i64)> = on!(&mut *tx, tx => {
            let mut q = sqlx::QueryBuilder::new(
                "select post_id, metric, value, observed_at, import_id from observation where space_id = ");
            q.push_bind(space.0).push(" and post_id in (");
            listed(&mut q, posts);
            // What one day brought a post is not what it has gathered.
            q.push(" and shape = ").push_bind(i64::from(Shape::Level.code()));
            q.push(" order by import_id, coalesce(observed_at, 0), id");
            q.build_query_as().persistent(remembered(posts.len())).fetch_all(&mut **tx).await
        })?;
        let counted: Vec<(i64, i64, i64, i64)> = on!(&mut *tx, tx => {
            let mut q = sqlx::QueryBuilder::new("select post_id, kind, count(*), max(person_id) from fact where post_id in (");
            listed(&mut q, posts);
            q.push(" group by post_id, kind order by post_id, kind");
            q.build_query_as().persistent(remembered(posts.len())).fetch_all(&mut **tx).await
        })?;
        let mut by_post: HashMap<i64, Row<'static>> = about.into_iter().map(|row| (row.0, bare(row))).collect();
        for (post, metric, value, observed_at, import) in told {
            let Some(row) = by_post.get_mut(&post) else { continue };
            let metric = i16::try_from(metric).unwrap_or_default();
            row.told.retain(|(known, _)| *known != metric);
            row.told.push((metric, value));
            // The followers a post could reach are seen when it appears; that says nothing of how old its reactions are.
            if metric != Metric::Followers.code() {
                row.observed_at = row.observed_at.max(observed_at);
            }
            row.import = row.import.max(import);
        }
        for (post, kind, n, person) in counted {
            let Some(row) = by_post.get_mut(&post) else { continue };
            if OWN.contains(&kind) {
                row.person = row.person.max(person);
            } else {
                row.counted.push((i16::try_from(kind).unwrap_or_default(), u32::try_from(n).unwrap_or(u32::MAX)));
            }
        }
        rows.extend(by_post.into_values().map(|mut row| {
            row.told.sort_unstable_by_key(|(metric, _)| *metric);
            row
        }));
    }
    rows.sort_unstable_by_key(|row| (row.at, row.post));
    Ok(rows)
}

macro_rules! listed_body {
    ($q:expr, $ids:expr) => {{
        let mut list = $q.separated(", ");
        for id in $ids {
            list.push_bind(*id);
        }
        $q.push(")");
    }};
}

fn listed<D>(q: &mut sqlx::QueryBuilder<D>, ids: &[i64])
where
    D: sqlx::Database,
    i64: sqlx::Encode<'static, D> + sqlx::Type<D>,
{
    listed_body!(q, ids);
}

fn bare((post, at, precision, zone_rule, content_type, text, url, import): PostRow) -> Row<'static> {
    let code = |n: i64| i16::try_from(n).unwrap_or_default();
    let words = text.filter(|t| !t.trim().is_empty()).or(url).unwrap_or_default();
    Row {
        post,
        at,
        precision: code(precision),
        zone_rule: code(zone_rule),
        content_type: code(content_type),
        label: words
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .take(LABEL)
            .collect::<String>()
            .into_bytes()
            .into(),
        person: 0,
        told: Vec::new(),
        counted: Vec::new(),
        observed_at: None,
        import,
    }
}

/// Rebuilds the rows of the posts an import touched, page by page: a million posts are never all in memory.
pub(super) async fn refresh(tx: &mut Tx, space: SpaceId, touched: &Touched) -> Result<(), StoreError> {
    for (page, posts) in by_page(tx, touched).await? {
        let fresh = build(tx, space, &posts).await?;
        let stored: Option<Vec<u8>> = on!(&mut *tx, tx => sqlx::query_scalar(
            "select posts from sheet where space_id = $1 and page = $2")
            .bind(space.0)
            .bind(page)
            .fetch_optional(&mut **tx).await)?;
        let mut rows: Vec<Row<'_>> = stored.as_deref().map(postcard::from_bytes).transpose()?.unwrap_or_default();
        rows.retain(|row| !touched.contains(row.post));
        rows.extend(fresh);
        put(tx, space, page, rows).await?;
    }
    Ok(())
}

/// Posts by the page they were published in. Stubs lie in none.
async fn by_page(tx: &mut Tx, posts: &Touched) -> Result<BTreeMap<i64, Vec<i64>>, StoreError> {
    let ids: Vec<i64> = posts.runs().flat_map(|(first, last)| first..=last).collect();
    let mut pages: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for ids in ids.chunks(CHUNK) {
        let published: Vec<(i64, i64)> = on!(&mut *tx, tx => {
            let mut q = sqlx::QueryBuilder::new("select id, at from post where at is not null and id in (");
            listed(&mut q, ids);
            q.build_query_as().persistent(remembered(ids.len())).fetch_all(&mut **tx).await
        })?;
        for (id, at) in published {
            pages.entry(quarters::place(Millis(at).quarter()).0).or_default().push(id);
        }
    }
    Ok(pages)
}

/// Writes one page, in order of publication.
pub(super) async fn put(tx: &mut Tx, space: SpaceId, page: i64, mut rows: Vec<Row<'_>>) -> Result<(), StoreError> {
    rows.sort_unstable_by_key(|row| (row.at, row.post));
    let blob = postcard::to_stdvec(&rows)?;
    on!(&mut *tx, tx => sqlx::query(
        "insert into sheet (space_id, page, posts) values ($1, $2, $3)
         on conflict (space_id, page) do update set posts = excluded.posts")
        .bind(space.0)
        .bind(page)
        .bind(blob)
        .execute(&mut **tx).await.map(drop))?;
    Ok(())
}
