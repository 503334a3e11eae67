//! Which ids of a batch are new. A space that held nothing before an import is not asked about each of its rows: the
//! import remembers what it wrote itself, as long as that fits in memory.

use super::import::Import;
use super::remembered;
use crate::error::StoreError;
use crate::on;
use std::collections::HashSet;

/// Ids remembered at most of each table, 16 bytes each.
const MOST: usize = 200_000;

/// Where a figure lies: post (0: none), metric, id.
pub(super) type Place = (i64, i64, [u8; 16]);

/// A table whose rows have deterministic ids.
#[derive(Debug, Clone, Copy)]
pub(super) enum Table {
    Fact,
    Answer,
}

/// What an import wrote into tables that held nothing of its space before; `None` where the table must be asked.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub facts: Option<HashSet<[u8; 16]>>,
    pub observations: Option<HashSet<[u8; 16]>>,
    pub answers: Option<HashSet<[u8; 16]>>,
}

impl Seen {
    /// From now on the tables of facts and figures must be asked.
    pub fn forget(&mut self) {
        (self.facts, self.observations) = (None, None);
    }

    fn of(&mut self, table: Table) -> &mut Option<HashSet<[u8; 16]>> {
        match table {
            Table::Fact => &mut self.facts,
            Table::Answer => &mut self.answers,
        }
    }
}

impl Import {
    /// For each id, whether nobody told it before; of an id that stands twice, only the first is new.
    pub(super) async fn new_ones(&mut self, table: Table, ids: Vec<[u8; 16]>) -> Result<Vec<bool>, StoreError> {
        if let Some(new) = among(self.seen.of(table), ids.iter()) {
            return Ok(new);
        }
        let mut known = self.known(table, &ids).await?;
        Ok(ids.into_iter().map(|id| known.insert(id)).collect())
    }

    /// The same for figures. Subject and metric are part of what an id is made of: a figure lies in one place only.
    pub(super) async fn new_figures(&mut self, places: Vec<Place>) -> Result<Vec<bool>, StoreError> {
        if let Some(new) = among(&mut self.seen.observations, places.iter().map(|(_, _, id)| id)) {
            return Ok(new);
        }
        let mut known = self.known_figures(&places).await?;
        Ok(places.into_iter().map(|(_, _, id)| known.insert(id)).collect())
    }

    async fn known_figures(&mut self, places: &[Place]) -> Result<HashSet<[u8; 16]>, StoreError> {
        let space = self.space.0;
        let known: Vec<Vec<u8>> = on!(&mut self.tx, tx => {
            let mut q = sqlx::QueryBuilder::new("with asked (post_id, metric, id) as (");
            q.push_values(places, |mut row, (post, metric, id)| {
                row.push_bind(*post).push_bind(*metric).push_bind(id.as_slice());
            });
            q.push(
                ") select o.id from asked a cross join observation o
                 where o.post_id = a.post_id and o.metric = a.metric and o.id = a.id and o.space_id = ",
            );
            q.push_bind(space);
            q.build_query_scalar().persistent(remembered(places.len())).fetch_all(&mut **tx).await
        })?;
        Ok(known.into_iter().filter_map(|id| id.try_into().ok()).collect())
    }

    /// Which of these ids are there already. Asking first is cheaper than having every new id handed back.
    async fn known(&mut self, table: Table, ids: &[[u8; 16]]) -> Result<HashSet<[u8; 16]>, StoreError> {
        let (space, select) = (
            self.space.0,
            match table {
                Table::Fact => "select id from fact where space_id = ",
                Table::Answer => "select id from answer where space_id = ",
            },
        );
        let known: Vec<Vec<u8>> = on!(&mut self.tx, tx => {
            let mut q = sqlx::QueryBuilder::new(select);
            q.push_bind(space).push(" and id in (");
            let mut list = q.separated(", ");
            for id in ids {
                list.push_bind(id.as_slice());
            }
            q.push(")");
            q.build_query_scalar().persistent(remembered(ids.len())).fetch_all(&mut **tx).await
        })?;
        Ok(known.into_iter().filter_map(|id| id.try_into().ok()).collect())
    }
}

/// Which of these an import has not written before, as far as it remembers what it wrote.
fn among<'a>(own: &mut Option<HashSet<[u8; 16]>>, ids: impl Iterator<Item = &'a [u8; 16]>) -> Option<Vec<bool>> {
    let remembered = own.as_mut()?;
    let new = ids.map(|id| remembered.insert(*id)).collect();
    if remembered.len() > MOST {
        *own = None;
    }
    Some(new)
}
