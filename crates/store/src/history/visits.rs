//! Writing visits. Logs overlap (rotated copies, the same file again) and cut visits in two at their ends: a visit
//! that touches one already known, of the same visitor within the pause, is the same visit and is joined with it.

use super::import::Import;
use super::quarters;
use super::{CHUNK, remembered};
use crate::error::StoreError;
use crate::on;
use crate::row;
use model::visit::PAUSE_MS;
use model::{Millis, Visit};
use std::collections::BTreeMap;

row! {
    /// A stored visit.
    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Known {
        id: i64,
        from_at: i64,
        last_at: i64,
        origin_id: i64,
        landing: String,
        pages: i64,
    }
}

impl Import {
    /// Writes a batch of visits.
    pub(super) async fn write_visits(&mut self, visits: &[Visit]) -> Result<(), StoreError> {
        if visits.is_empty() {
            return Ok(());
        }
        let mut deltas: BTreeMap<(i64, i64, u16), i64> = BTreeMap::new();
        let mut fresh = Vec::new();
        for visit in visits {
            self.saw(visit.from);
            self.saw(visit.last);
            let origin = self.origin(&visit.origin).await?;
            let visitor = self.secrets.pseudonym(self.client, &format!("visitor/{}", visit.visitor));
            // Only visits near stretches known before this import can touch a known one.
            let near = self
                .visited
                .is_some_and(|(from, last)| visit.from.0 <= last + PAUSE_MS && visit.last.0 >= from - PAUSE_MS);
            if near {
                self.join_visit(visit, &visitor, origin, &mut deltas).await?;
            } else {
                fresh.push((visit, visitor, origin));
            }
        }
        for rows in fresh.chunks(CHUNK) {
            let (space, import) = (self.space.0, self.id.0);
            on!(&mut self.tx, tx => {
                let mut q = sqlx::QueryBuilder::new(
                    "insert into visit (space_id, visitor, from_at, last_at, origin_id, landing, pages, import_id) ");
                q.push_values(rows, |mut row, (visit, visitor, origin)| {
                    row.push_bind(space)
                        .push_bind(visitor.to_vec())
                        .push_bind(visit.from.0)
                        .push_bind(visit.last.0)
                        .push_bind(*origin)
                        .push_bind(visit.landing.clone())
                        .push_bind(i64::from(visit.pages))
                        .push_bind(import);
                });
                q.build().persistent(remembered(rows.len())).execute(&mut **tx).await.map(drop)
            })?;
            for (visit, _, origin) in rows {
                self.counted.visits += 1;
                add(&mut deltas, *origin, visit.from.0, 1);
            }
        }
        self.add_visits(deltas).await
    }

    async fn join_visit(
        &mut self,
        visit: &Visit,
        visitor: &[u8; 16],
        origin: i64,
        deltas: &mut BTreeMap<(i64, i64, u16), i64>,
    ) -> Result<(), StoreError> {
        let known: Vec<Known> = on!(&mut self.tx, tx => sqlx::query_as(
            "select id, from_at, last_at, origin_id, landing, pages from visit
             where space_id = $1 and visitor = $2 and from_at <= $3 and last_at >= $4 order by from_at, id")
            .bind(self.space.0)
            .bind(visitor.to_vec())
            .bind(visit.last.0 + PAUSE_MS)
            .bind(visit.from.0 - PAUSE_MS)
            .fetch_all(&mut **tx).await)?;
        let told = Known {
            id: 0,
            from_at: visit.from.0,
            last_at: visit.last.0,
            origin_id: origin,
            landing: visit.landing.clone(),
            pages: i64::from(visit.pages),
        };
        let Some(joined) = known.iter().cloned().reduce(join) else {
            add(deltas, origin, visit.from.0, 1);
            self.counted.visits += 1;
            return self.put_visit(&told, visitor).await;
        };
        let joined = join(joined, told);
        if known.len() == 1 && known.first() == Some(&joined) {
            self.counted.duplicates += 1;
            return Ok(());
        }
        for old in &known {
            add(deltas, old.origin_id, old.from_at, -1);
            on!(&mut self.tx, tx => sqlx::query("delete from visit where id = $1")
                .bind(old.id)
                .execute(&mut **tx).await.map(drop))?;
        }
        add(deltas, joined.origin_id, joined.from_at, 1);
        self.counted.duplicates += 1;
        self.put_visit(&joined, visitor).await
    }

    async fn put_visit(&mut self, visit: &Known, visitor: &[u8; 16]) -> Result<(), StoreError> {
        on!(&mut self.tx, tx => sqlx::query(
            "insert into visit (space_id, visitor, from_at, last_at, origin_id, landing, pages, import_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8)")
            .bind(self.space.0)
            .bind(visitor.to_vec())
            .bind(visit.from_at)
            .bind(visit.last_at)
            .bind(visit.origin_id)
            .bind(&visit.landing)
            .bind(visit.pages)
            .bind(self.id.0)
            .execute(&mut **tx).await.map(drop))?;
        Ok(())
    }

    /// Moves the tallies of visits.
    async fn add_visits(&mut self, deltas: BTreeMap<(i64, i64, u16), i64>) -> Result<(), StoreError> {
        let mut pages: BTreeMap<(i64, i64), BTreeMap<u16, i64>> = BTreeMap::new();
        for ((page, origin, place), n) in deltas {
            pages.entry((page, origin)).or_default().insert(place, n);
        }
        for ((page, origin), places) in pages {
            let stored: Option<Vec<u8>> = on!(&mut self.tx, tx => sqlx::query_scalar(
                "select quarters from visit_tally where space_id = $1 and page = $2 and origin_id = $3")
                .bind(self.space.0)
                .bind(page)
                .bind(origin)
                .fetch_optional(&mut **tx).await)?;
            let mut counts: BTreeMap<u16, i64> = places;
            for (place, n) in stored.as_deref().map(quarters::unpack).transpose()?.unwrap_or_default() {
                *counts.entry(place).or_default() += i64::from(n);
            }
            let counts = counts
                .into_iter()
                .filter_map(|(place, n)| u32::try_from(n).ok().filter(|n| *n > 0).map(|n| (place, n)));
            let blob = quarters::pack(&counts.collect())?;
            on!(&mut self.tx, tx => sqlx::query(
                "insert into visit_tally (space_id, origin_id, page, quarters) values ($1, $2, $3, $4)
                 on conflict (space_id, page, origin_id) do update set quarters = excluded.quarters")
                .bind(self.space.0)
                .bind(origin)
                .bind(page)
                .bind(blob)
                .execute(&mut **tx).await.map(drop))?;
        }
        Ok(())
    }
}

fn add(deltas: &mut BTreeMap<(i64, i64, u16), i64>, origin: i64, at: i64, n: i64) {
    let (page, place) = quarters::place(Millis(at).quarter());
    *deltas.entry((page, origin, place)).or_default() += n;
}

/// Two parts of one visit. Where they overlap, the same pages were seen twice in the files: the larger count stands.
fn join(a: Known, b: Known) -> Known {
    let (first, second) = if (b.from_at, b.id) < (a.from_at, a.id) && b.from_at < a.from_at { (b, a) } else { (a, b) };
    let overlap = second.from_at <= first.last_at;
    let pages = if overlap { first.pages.max(second.pages) } else { first.pages + second.pages };
    Known { last_at: first.last_at.max(second.last_at), pages, ..first }
}
