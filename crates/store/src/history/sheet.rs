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

impl Row<'_> {
    /// A figure told of it. They come in order of import, of moment, of id: the last one stands.
    pub fn tell(&mut self, metric: i64, value: f64, observed_at: Option<i64>, import: i64) {
        let metric = i16::try_from(metric).unwrap_or_default();
        self.told.retain(|(known, _)| *known != metric);
        self.told.push((metric, value));
        // The followers a post could reach are seen when it appears; that says nothing of how old its reactions are.
        if metric != Metric::Followers.code() {
            self.observed_at = self.observed_at.max(observed_at);
        }
        self.import = self.import.max(import);
    }

    /// So many facts of one kind about it. They come in order of kind.
    pub fn count(&mut self, kind: i64, n: i64, person: i64) {
        if OWN.contains(&kind) {
            self.person = self.person.max(person);
        } else {
            self.counted.push((i16::try_from(kind).unwrap_or_default(), u32::try_from(n).unwrap_or(u32::MAX)));
        }
    }

    /// All was told and counted.
    pub fn done(mut self) -> Self {
        self.told.sort_unstable_by_key(|(metric, _)| *metric);
        self
    }
}

/// What a table shows of a post: its first words, or its address.
pub(super) fn label(text: Option<&str>, url: Option<&str>) -> Cow<'static, [u8]> {
    let words = text.filter(|t| !t.trim().is_empty()).or(url).unwrap_or_default();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LABEL).collect::<String>().into_bytes().into()
}

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
            if let Some(row) = by_post.get_mut(&post) {
                row.tell(metric, value, observed_at, import);
            }
        }
        for (post, kind, n, person) in counted {
            if let Some(row) = by_post.get_mut(&post) {
                row.count(kind, n, person);
            }
        }
        rows.extend(by_post.into_values().map(Row::done));
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
    Row {
        post,
        at,
        precision: code(precision),
        zone_rule: code(zone_rule),
        content_type: code(content_type),
        label: label(text.as_deref(), url.as_deref()),
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
        renew(tx, space, page, fresh, |post| touched.contains(post)).await?;
    }
    Ok(())
}

/// Puts rows into a page, in the place of those of the posts that are `old`.
pub(super) async fn renew(
    tx: &mut Tx,
    space: SpaceId,
    page: i64,
    fresh: Vec<Row<'static>>,
    old: impl Fn(i64) -> bool,
) -> Result<(), StoreError> {
    let stored: Option<Vec<u8>> = on!(&mut *tx, tx => sqlx::query_scalar(
        "select posts from sheet where space_id = $1 and page = $2")
        .bind(space.0)
        .bind(page)
        .fetch_optional(&mut **tx).await)?;
    let mut rows: Vec<Row<'_>> = stored.as_deref().map(postcard::from_bytes).transpose()?.unwrap_or_default();
    rows.retain(|row| !old(row.post));
    rows.extend(fresh);
    put(tx, space, page, rows).await
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
