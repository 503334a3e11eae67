//! Reading the journal: acts day by day with who did them, who entered them and whether they can be changed.

use super::super::read::{small, within};
use super::Entry;
use crate::db::Store;
use crate::desk::access::Viewer;
use crate::error::StoreError;
use crate::on;
use crate::row;
use async_recursion::async_recursion as boxed;
use measure::history::Scope;
use model::{ClientId, FactId, FactKind, ImportId, Millis, PersonId, Provenance, SpaceId, Span};
use sqlx::QueryBuilder;

/// One act of the journal as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub id: FactId,
    /// In which space.
    pub space: SpaceId,
    /// Whose.
    pub client: ClientId,
    /// The client's name.
    pub client_name: String,
    /// What was done, when, by whom.
    pub entry: Entry,
    /// Where it can be seen.
    pub url: Option<String>,
    /// By hand, or from a file.
    pub provenance: Provenance,
    /// Who entered it; `None` on the command line.
    pub entered_by: Option<PersonId>,
    /// Which import told it.
    pub import: ImportId,
    /// The file it came from; that of an entry by hand says nothing.
    pub file: String,
}

impl Kept {
    /// Whether it was entered by hand: what a file told is changed in the file.
    pub fn is_by_hand(&self) -> bool {
        self.provenance == Provenance::Entered
    }
}

/// Which acts to list, newest first. Empty lists limit nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalPage {
    /// Kinds wanted.
    pub kinds: Vec<FactKind>,
    /// People wanted, by name.
    pub people: Vec<String>,
    /// When.
    pub span: Span,
    /// Skip so many.
    pub offset: u32,
    /// At most so many.
    pub limit: u32,
}

const SELECT: &str =
    "select f.id, f.space_id, i.client_id, c.name as client_name, f.kind, f.at, a.display, f.text, f.url,
    f.provenance, i.person_id, f.import_id, i.name as file
    from fact f join import i on i.id = f.import_id join client c on c.id = i.client_id
    left join actor a on a.id = nullif(f.person_id, 0) where ";

row! {
    struct Row {
        id: Vec<u8>,
        space_id: i64,
        client_id: i64,
        client_name: String,
        kind: i64,
        at: i64,
        display: Option<String>,
        text: Option<String>,
        url: Option<String>,
        provenance: i64,
        person_id: Option<i64>,
        import_id: i64,
        file: String,
    }
}

impl Row {
    fn kept(self) -> Option<Kept> {
        Some(Kept {
            id: FactId(self.id.try_into().ok()?),
            space: SpaceId(self.space_id),
            client: ClientId(self.client_id),
            client_name: self.client_name,
            entry: Entry {
                kind: FactKind::from_code(small(self.kind))?,
                at: Millis(self.at),
                person: self.display,
                text: self.text,
            },
            url: self.url,
            provenance: Provenance::from_code(small(self.provenance))?,
            entered_by: self.person_id.map(PersonId),
            import: ImportId(self.import_id),
            file: self.file,
        })
    }
}

/// Adds the conditions of a page.
macro_rules! conditions {
    ($q:ident, $scope:ident, $page:ident) => {
        within(&mut $q, "f.space_id", $scope.spaces.iter().map(|space| space.0));
        let kinds = if $page.kinds.is_empty() { FactKind::JOURNAL } else { $page.kinds.as_slice() };
        within(&mut $q, " and f.kind", kinds.iter().map(|kind| i64::from(kind.code())));
        $q.push(" and f.at >= ").push_bind($page.span.from.0).push(" and f.at < ").push_bind($page.span.to.0);
        if !$page.people.is_empty() {
            $q.push(" and a.display in (null");
            for name in &$page.people {
                $q.push(", ").push_bind(name.clone());
            }
            $q.push(")");
        }
    };
}

impl Store {
    /// Acts of the journal, newest first, and how many there are in all.
    #[boxed]
    pub async fn journal(&self, scope: &Scope, page: &JournalPage) -> Result<(Vec<Kept>, u64), StoreError> {
        let rows: Vec<Row> = on!(&self.db, pool => {
            let mut q = QueryBuilder::new(SELECT);
            conditions!(q, scope, page);
            q.push(" order by f.at desc, f.import_id desc, f.id limit ").push_bind(i64::from(page.limit));
            q.push(" offset ").push_bind(i64::from(page.offset));
            q.build_query_as().fetch_all(pool).await
        })?;
        let total: i64 = on!(&self.db, pool => {
            let mut q = QueryBuilder::new(if page.people.is_empty() {
                "select count(*) from fact f where "
            } else {
                "select count(*) from fact f join actor a on a.id = f.person_id where "
            });
            conditions!(q, scope, page);
            q.build_query_scalar().fetch_one(pool).await
        })?;
        Ok((rows.into_iter().filter_map(Row::kept).collect(), u64::try_from(total).unwrap_or_default()))
    }

    /// One act, if the viewer sees its client.
    #[boxed]
    pub async fn journal_entry(&self, viewer: &Viewer, id: FactId) -> Result<Option<Kept>, StoreError> {
        let row: Option<Row> = on!(&self.db, pool => {
            let mut q = QueryBuilder::new(SELECT);
            q.push("f.space_id in (select id from space) and f.id = ").push_bind(id.0.to_vec());
            within(&mut q, " and f.kind", FactKind::JOURNAL.iter().map(|kind| i64::from(kind.code())));
            q.build_query_as().fetch_optional(pool).await
        })?;
        Ok(row.and_then(Row::kept).filter(|kept| viewer.sees(kept.client)))
    }

    /// The names that stand in the journal, in alphabetical order.
    #[boxed]
    pub async fn journal_people(&self, scope: &Scope) -> Result<Vec<String>, StoreError> {
        Ok(on!(&self.db, pool => {
            let mut q = QueryBuilder::new("select distinct display from actor where display is not null and id in (select f.person_id from fact f where ");
            within(&mut q, "f.space_id", scope.spaces.iter().map(|space| space.0));
            within(&mut q, " and f.kind", FactKind::JOURNAL.iter().map(|kind| i64::from(kind.code())));
            q.push(") order by display");
            q.build_query_scalar().fetch_all(pool).await
        })?)
    }
}
