//! The reads that `measure` needs, over the roll-ups. No read sees a space outside its scope.

use super::observations::{DAY_MS, date_of, day_number};
use super::{arrivals, fact_pages, journal, quarters, sheet_reads};
use crate::db::Store;
use crate::error::StoreError;
use crate::on;
use futures_util::future::try_join;
use jiff::civil::Date;
use measure::history::{
    ActorSets, Arrivals, Covered, FactPage, FactRow, Flow, History, HistoryError, ImportInfo, Level, Scope, SheetRow,
    SpaceInfo, Tally, VisitTally,
};
use model::{
    ContentType, Coverage, FactKind, ImportId, Metric, Millis, Network, Origin, Shape, Side, SpaceId, Span, What,
};
use sqlx::QueryBuilder;
use std::cmp::Reverse;
use std::collections::HashMap;

impl From<StoreError> for HistoryError {
    fn from(error: StoreError) -> Self {
        Self(error.to_string())
    }
}

/// Space, metric, first day, day after the last, zone, value, import.
type FlowColumns = (i64, i64, i64, i64, Option<String>, f64, i64);

/// Space, metric, day after, moment, value, import.
type LevelColumns = (i64, i64, Option<i64>, Option<i64>, f64, i64);

/// Space, kind, person, content type, page, packed quarters.
type TallyColumns = (i64, i64, i64, i64, i64, Vec<u8>);

pub(super) fn failed(error: sqlx::Error) -> HistoryError {
    HistoryError(error.to_string())
}

/// ` NAME in ($n, …)`; an empty list matches nothing.
pub(super) fn within<D>(q: &mut QueryBuilder<D>, column: &'static str, ids: impl Iterator<Item = i64>)
where
    D: sqlx::Database,
    i64: sqlx::Encode<'static, D> + sqlx::Type<D>,
{
    q.push(column).push(" in (null");
    for id in ids {
        q.push(", ").push_bind(id);
    }
    q.push(")");
}

pub(super) fn spaces(scope: &Scope) -> impl Iterator<Item = i64> + '_ {
    scope.spaces.iter().map(|space| space.0)
}

pub(super) fn small(code: i64) -> i16 {
    i16::try_from(code).unwrap_or_default()
}

impl Store {
    /// Names of the team's members, by dictionary id.
    pub(super) async fn team(&self, scope: &Scope) -> Result<HashMap<i64, String>, HistoryError> {
        let names: Vec<(i64, Option<String>)> = on!(&self.db, pool => {
            let mut q = QueryBuilder::new("select a.id, a.display from actor a where a.side = 2 and a.client_id in (select client_id from space where ");
            within(&mut q, "id", spaces(scope));
            q.push(")");
            q.build_query_as().fetch_all(pool).await
        })
        .map_err(failed)?;
        Ok(names.into_iter().filter_map(|(id, name)| Some((id, name?))).collect())
    }
}

impl History for Store {
    async fn spaces(&self, scope: &Scope) -> Result<Vec<SpaceInfo>, HistoryError> {
        let rows: Vec<(i64, String, String, i64, String, String, String)> = on!(&self.db, pool => {
            let mut q = QueryBuilder::new(
                "select s.id, s.slug, s.name, s.network, c.slug, c.name, c.zone from space s join client c on c.id = s.client_id where ");
            within(&mut q, "s.id", spaces(scope));
            q.push(" order by c.slug, s.slug");
            q.build_query_as().fetch_all(pool).await
        })
        .map_err(failed)?;
        Ok(rows
            .into_iter()
            .map(|(id, slug, name, network, client_slug, client_name, zone)| SpaceInfo {
                id: SpaceId(id),
                slug,
                name,
                network: Network::from_code(small(network)).unwrap_or(Network::Other),
                client_slug,
                client_name,
                zone,
            })
            .collect())
    }

    async fn tallies(&self, scope: &Scope, kinds: &[FactKind], span: Span) -> Result<Vec<Tally>, HistoryError> {
        let (first, last) = quarters::pages(span);
        let counts = async {
            let rows: Result<Vec<TallyColumns>, _> = on!(&self.db, pool => {
                let mut q = QueryBuilder::new(
                    "select space_id, kind, person_id, content_type, page, quarters from tally where ");
                within(&mut q, "space_id", spaces(scope));
                within(&mut q, " and kind", kinds.iter().map(|kind| i64::from(kind.code())));
                q.push(" and page between ").push_bind(first).push(" and ").push_bind(last);
                q.build_query_as().fetch_all(pool).await
            });
            rows.map_err(failed)
        };
        // Only what the team does has authors.
        let team = async {
            let authored = kinds.iter().any(|kind| kind.side() == Side::Team);
            if authored { self.team(scope).await } else { Ok(HashMap::new()) }
        };
        let (mut rows, team) = try_join(counts, team).await?;
        // Sorted here: SQLite would carry the pages themselves through its sorter.
        rows.sort_unstable_by_key(|row| (row.0, row.1, row.2, row.3, row.4));
        let mut tallies: Vec<Tally> = Vec::new();
        let mut current = None;
        for (space, kind, person, content_type, page, blob) in rows {
            let key = (space, kind, person, content_type);
            if current != Some(key) {
                current = Some(key);
                let Some(kind) = FactKind::from_code(small(kind)) else { continue };
                tallies.push(Tally {
                    space: SpaceId(space),
                    kind,
                    person: team.get(&person).cloned(),
                    content_type: ContentType::from_code(small(content_type)).unwrap_or(ContentType::Unknown),
                    quarters: Vec::new(),
                });
            }
            if let Some(tally) = tallies.last_mut() {
                let counts = quarters::unpack(&blob)?;
                tally.quarters.extend(counts.into_iter().map(|(place, n)| (quarters::quarter(page, place), n)));
            }
        }
        Ok(tallies)
    }

    async fn actors(&self, scope: &Scope, kinds: &[FactKind], span: Span) -> Result<Vec<ActorSets>, HistoryError> {
        let (first, last) = quarters::pages(span);
        let rows: Vec<(i64, i64, i64, Vec<u8>)> = on!(&self.db, pool => {
            let mut q = QueryBuilder::new("select space_id, kind, page, quarters from actor_set where ");
            within(&mut q, "space_id", spaces(scope));
            within(&mut q, " and kind", kinds.iter().map(|kind| i64::from(kind.code())));
            q.push(" and page between ").push_bind(first).push(" and ").push_bind(last);
            q.push(" order by space_id, kind, page");
            q.build_query_as().fetch_all(pool).await
        })
        .map_err(failed)?;
        let mut sets: Vec<ActorSets> = Vec::new();
        for (space, kind, page, blob) in rows {
            let Some(kind) = FactKind::from_code(small(kind)) else { continue };
            if sets.last().is_none_or(|set| set.space.0 != space || set.kind != kind) {
                sets.push(ActorSets { space: SpaceId(space), kind, quarters: Vec::new() });
            }
            if let Some(set) = sets.last_mut() {
                let lists = quarters::unpack_sets(&blob)?;
                set.quarters.extend(lists.into_iter().map(|(place, actors)| (quarters::quarter(page, place), actors)));
            }
        }
        Ok(sets)
    }

    async fn flows(&self, scope: &Scope, metrics: &[Metric], from: Date, to: Date) -> Result<Vec<Flow>, HistoryError> {
        let mut rows: Vec<FlowColumns> = on!(&self.db, pool => {
            let mut q = QueryBuilder::new("select space_id, metric, day_from, day_to, zone, value, import_id from observation where ");
            within(&mut q, "space_id", spaces(scope));
            within(&mut q, " and metric", metrics.iter().map(|metric| i64::from(metric.code())));
            q.push(" and shape = ").push_bind(i64::from(Shape::Flow.code()));
            // What ends before the first day is not looked at: the index is in order of ends.
            q.push(" and at >= ").push_bind(day_number(from) * DAY_MS).push(" and day_from < ").push_bind(day_number(to));
            q.push(" and day_to > ").push_bind(day_number(from)).push(" and post_id = 0 and origin_id is null");
            q.build_query_as().fetch_all(pool).await
        })
        .map_err(failed)?;
        // Sorted here: they come nearly in order, and SQLite would carry all of them through its sorter. Of two values
        // that one file gives for the same days the larger stands.
        let place = |row: &FlowColumns| (row.0, row.1, row.2, row.3, Reverse(row.6));
        rows.sort_unstable_by(|a, b| place(a).cmp(&place(b)).then_with(|| b.5.total_cmp(&a.5)));
        let mut flows = Vec::with_capacity(rows.len());
        let mut current = None;
        for (space, metric, day_from, day_to, zone, value, import) in rows {
            // The newest import of a window comes first and stands.
            if current.replace((space, metric, day_from, day_to)) == Some((space, metric, day_from, day_to)) {
                continue;
            }
            let Some(metric) = Metric::from_code(small(metric)) else { continue };
            flows.push(Flow {
                space: SpaceId(space),
                metric,
                from: date_of(day_from),
                to: date_of(day_to),
                zone,
                value,
                import: ImportId(import),
            });
        }
        Ok(flows)
    }

    async fn levels(&self, scope: &Scope, metrics: &[Metric], span: Span) -> Result<Vec<Level>, HistoryError> {
        let asked: Vec<(i64, i64)> = spaces(scope)
            .flat_map(|space| metrics.iter().map(move |metric| (space, i64::from(metric.code()))))
            .collect();
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        // What lies in the span, and of what lies before it only the last moment: found by the index for each pair.
        let mut rows: Vec<LevelColumns> = on!(&self.db, pool => {
            let mut q = QueryBuilder::new("with asked (space_id, metric) as (");
            q.push_values(&asked, |mut pair, (space, metric)| {
                pair.push_bind(*space).push_bind(*metric);
            });
            q.push(
                ") select o.space_id, o.metric, o.day_to, o.observed_at, o.value, o.import_id
                 from asked a cross join observation o
                 where o.space_id = a.space_id and o.metric = a.metric and o.post_id = 0 and o.origin_id is null
                 and o.shape = ",
            );
            q.push_bind(i64::from(Shape::Level.code())).push(" and (o.at < ").push_bind(span.to.0);
            // The end of a day given as a day is a matter of zones: it may lie up to a day off.
            q.push(" or (o.day_to is not null and o.at < ").push_bind(span.to.0 + DAY_MS).push("))");
            q.push(
                " and o.at >= coalesce((select max(p.at) from observation p where p.space_id = a.space_id
                 and p.metric = a.metric and p.post_id = 0 and p.origin_id is null and p.shape = ",
            );
            q.push_bind(i64::from(Shape::Level.code())).push(" and p.at < ").push_bind(span.from.0 - DAY_MS).push("), ");
            q.push_bind(span.from.0 - DAY_MS).push(")");
            q.build_query_as().fetch_all(pool).await
        })
        .map_err(failed)?;
        let place = |row: &LevelColumns| (row.0, row.1, row.5);
        rows.sort_unstable_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.4.total_cmp(&b.4)));
        let mut newest: HashMap<(i64, i64, Option<i64>, i64), usize> = HashMap::new();
        let mut levels: Vec<Level> = Vec::new();
        for (space, metric, day_to, observed_at, value, import) in rows {
            let Some(kind) = Metric::from_code(small(metric)) else { continue };
            let Some(at) = observed_at.or(day_to.map(|day| day * 86_400_000 - 1)) else { continue };
            let level = Level {
                space: SpaceId(space),
                metric: kind,
                at: Millis(at),
                day: day_to.map(|day| date_of(day - 1)),
                value,
                import: ImportId(import),
            };
            // One reading per moment: the newest import's stands.
            let seen = newest.entry((space, metric, day_to, at)).or_insert(levels.len());
            match levels.get_mut(*seen) {
                Some(older) => *older = level,
                None => levels.push(level),
            }
        }
        levels.sort_by_key(|level| (level.space, level.metric, level.at));
        Ok(levels)
    }

    async fn sheets(&self, scope: &Scope, span: Span, labelled: bool) -> Result<Vec<SheetRow>, HistoryError> {
        sheet_reads::read(self, scope, span, labelled).await
    }

    async fn visits(&self, scope: &Scope, span: Span) -> Result<Vec<VisitTally>, HistoryError> {
        let (first, last) = quarters::pages(span);
        let rows: Vec<(i64, i64, String, i64, Vec<u8>)> = on!(&self.db, pool => {
            let mut q = QueryBuilder::new(
                "select v.space_id, v.origin_id, o.origin, v.page, v.quarters from visit_tally v join origin o on o.id = v.origin_id where ");
            within(&mut q, "v.space_id", spaces(scope));
            q.push(" and v.page between ").push_bind(first).push(" and ").push_bind(last);
            q.push(" order by v.space_id, v.origin_id, v.page");
            q.build_query_as().fetch_all(pool).await
        })
        .map_err(failed)?;
        let mut tallies: Vec<VisitTally> = Vec::new();
        let mut current = None;
        for (space, origin, text, page, blob) in rows {
            if current != Some((space, origin)) {
                current = Some((space, origin));
                let origin: Origin = serde_json::from_str(&text).map_err(StoreError::from)?;
                tallies.push(VisitTally { space: SpaceId(space), origin, quarters: Vec::new() });
            }
            if let Some(tally) = tallies.last_mut() {
                let counts = quarters::unpack(&blob)?;
                tally.quarters.extend(counts.into_iter().map(|(place, n)| (quarters::quarter(page, place), n)));
            }
        }
        Ok(tallies)
    }

    async fn arrivals(&self, scope: &Scope, from: Date, to: Date) -> Result<Vec<Arrivals>, HistoryError> {
        Ok(arrivals::read(self, scope, from, to).await?)
    }

    async fn coverage(&self, scope: &Scope) -> Result<Vec<Covered>, HistoryError> {
        let rows: Vec<(i64, i64, i64, i64, i64, String)> = on!(&self.db, pool => {
            let mut q = QueryBuilder::new(
                "select c.space_id, c.what, c.from_at, c.to_at, c.import_id, i.format from coverage c join import i on i.id = c.import_id where ");
            within(&mut q, "c.space_id", spaces(scope));
            q.push(" order by c.space_id, c.what, c.from_at, c.to_at");
            q.build_query_as().fetch_all(pool).await
        })
        .map_err(failed)?;
        Ok(rows
            .into_iter()
            .filter_map(|(space, what, from, to, import, format)| {
                // A journal is kept up to the present, whenever that is.
                let to = if format == journal::FORMAT { Span::ALWAYS.to.0 } else { to };
                let span = Span { from: Millis(from), to: Millis(to) };
                let coverage = Coverage { what: What::from_code(small(what))?, span };
                Some(Covered { space: SpaceId(space), coverage, import: ImportId(import) })
            })
            .collect())
    }

    async fn imports(&self, scope: &Scope) -> Result<Vec<ImportInfo>, HistoryError> {
        let rows: Vec<(i64, String, String, i64, Option<i64>, String)> = on!(&self.db, pool => {
            let mut q = QueryBuilder::new("select id, format, name, at, newest_at, lacks from import where ");
            within(&mut q, "space_id", spaces(scope));
            q.push(" order by id");
            q.build_query_as().fetch_all(pool).await
        })
        .map_err(failed)?;
        Ok(rows
            .into_iter()
            .map(|(id, format, name, at, newest, lacks)| ImportInfo {
                id: ImportId(id),
                format,
                name,
                at: Millis(at),
                newest: newest.map(Millis),
                lacks: lacks.split(' ').filter_map(|metric| metric.parse().ok()).collect(),
            })
            .collect())
    }

    async fn facts(&self, scope: &Scope, page: &FactPage) -> Result<(Vec<FactRow>, u64), HistoryError> {
        Ok(fact_pages::read(self, scope, page).await?)
    }
}
