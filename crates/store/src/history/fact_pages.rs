//! Reading facts themselves, page by page: what a figure is made of.

use super::read::{small, spaces, within};
use crate::db::Store;
use crate::error::StoreError;
use crate::on;
use crate::row;
use measure::UNKNOWN;
use measure::history::{FactPage, FactRow, Scope};
use model::{FactId, FactKind, ImportId, Millis, SpaceId, ZoneRule};
use sqlx::QueryBuilder;

/// Adds what narrows a page of facts below kind and time.
macro_rules! narrowed {
    ($q:ident, $page:ident) => {
        if let Some(post) = $page.post {
            $q.push(" and post_id = ").push_bind(post.0);
        }
        if let Some(content) = $page.content_type {
            $q.push(" and content_type = ").push_bind(i64::from(content.code()));
        }
        match $page.person.as_deref() {
            Some(UNKNOWN) => {
                $q.push(" and (person_id = 0 or person_id not in (select id from actor where side = 2 and display is not null))");
            }
            Some(name) => {
                $q.push(" and person_id in (select id from actor where side = 2 and display = ")
                    .push_bind(name.to_owned())
                    .push(")");
            }
            None => {}
        }
    };
}

/// A page of facts, newest first, and how many there are in all.
pub(super) async fn read(store: &Store, scope: &Scope, page: &FactPage) -> Result<(Vec<FactRow>, u64), StoreError> {
    let kinds = || page.kinds.iter().map(|kind| i64::from(kind.code()));
    let rows: Vec<Columns> = on!(&store.db, pool => {
        let mut q = QueryBuilder::new(
            "select f.id, f.space_id, f.kind, f.at, f.zone_rule, a.display, coalesce(p.text, p.url) as post, f.text,
             coalesce(f.url, p.url) as url, f.import_id
             from (select space_id, id from fact where ");
        within(&mut q, "space_id", spaces(scope));
        within(&mut q, " and kind", kinds());
        q.push(" and at >= ").push_bind(page.span.from.0).push(" and at < ").push_bind(page.span.to.0);
        narrowed!(q, page);
        // The page is cut inside the index; only its rows are looked up.
        q.push(" order by at desc, id limit ").push_bind(i64::from(page.limit));
        q.push(" offset ").push_bind(i64::from(page.offset));
        q.push(
            ") k join fact f on f.space_id = k.space_id and f.id = k.id
             left join actor a on a.id = nullif(f.person_id, 0) left join post p on p.id = f.post_id
             order by f.at desc, f.id",
        );
        q.build_query_as().fetch_all(pool).await
    })?;
    let total: i64 = on!(&store.db, pool => {
        let mut q = QueryBuilder::new("select count(*) from fact where ");
        within(&mut q, "space_id", spaces(scope));
        within(&mut q, " and kind", kinds());
        q.push(" and at >= ").push_bind(page.span.from.0).push(" and at < ").push_bind(page.span.to.0);
        narrowed!(q, page);
        q.build_query_scalar().fetch_one(pool).await
    })?;
    Ok((rows.into_iter().filter_map(Columns::row).collect(), u64::try_from(total).unwrap_or_default()))
}

row! {
    struct Columns {
        id: Vec<u8>,
        space_id: i64,
        kind: i64,
        at: i64,
        zone_rule: i64,
        display: Option<String>,
        post: Option<String>,
        text: Option<String>,
        url: Option<String>,
        import_id: i64,
    }
}

impl Columns {
    fn row(self) -> Option<FactRow> {
        Some(FactRow {
            id: FactId(self.id.try_into().ok()?),
            space: SpaceId(self.space_id),
            kind: FactKind::from_code(small(self.kind))?,
            at: Millis(self.at),
            zone_rule: ZoneRule::from_code(small(self.zone_rule))?,
            person: self.display,
            post: self.post,
            text: self.text,
            url: self.url,
            import: ImportId(self.import_id),
        })
    }
}
