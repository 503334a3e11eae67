//! Which ids of a batch are new. A space that held nothing before an import is not asked about each of its rows: the
//! import remembers what it wrote itself, as long as that fits in memory.

use super::import::Import;
use super::remembered;
use crate::error::StoreError;
use crate::on;
use std::collections::HashSet;

/// Ids remembered at most, 16 bytes each.
const MOST: usize = 1_000_000;

/// A table whose rows have deterministic ids.
#[derive(Debug, Clone, Copy)]
pub(super) enum Table {
    Fact,
    Observation,
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
    fn of(&mut self, table: Table) -> &mut Option<HashSet<[u8; 16]>> {
        match table {
            Table::Fact => &mut self.facts,
            Table::Observation => &mut self.observations,
            Table::Answer => &mut self.answers,
        }
    }
}

impl Import {
    /// For each id, whether nobody told it before; of an id that stands twice, only the first is new.
    pub(super) async fn new_ones(&mut self, table: Table, ids: Vec<[u8; 16]>) -> Result<Vec<bool>, StoreError> {
        let remembered = self.seen.of(table);
        if let Some(own) = remembered.as_mut() {
            let new = ids.into_iter().map(|id| own.insert(id)).collect();
            if own.len() > MOST {
                *remembered = None;
            }
            return Ok(new);
        }
        let mut known = self.known(table, &ids).await?;
        Ok(ids.into_iter().map(|id| known.insert(id)).collect())
    }

    /// Which of these ids are there already. Asking first is cheaper than having every new id handed back.
    async fn known(&mut self, table: Table, ids: &[[u8; 16]]) -> Result<HashSet<[u8; 16]>, StoreError> {
        let (space, select) = (
            self.space.0,
            match table {
                Table::Fact => "select id from fact where space_id = ",
                Table::Observation => "select id from observation where space_id = ",
                Table::Answer => "select id from answer where space_id = ",
            },
        );
        let known: Vec<Vec<u8>> = on!(&mut self.tx, tx => {
            let mut q = sqlx::QueryBuilder::new(select);
            q.push_bind(space).push(" and id in (");
            let mut list = q.separated(", ");
            for id in ids {
                list.push_bind(id.to_vec());
            }
            q.push(")");
            q.build_query_scalar().persistent(remembered(ids.len())).fetch_all(&mut **tx).await
        })?;
        Ok(known.into_iter().filter_map(|id| id.try_into().ok()).collect())
    }
}
