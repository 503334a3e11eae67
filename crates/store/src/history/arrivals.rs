//! Reading what audience tools tell by origin: figures whose row names an origin of the dictionary.

use super::observations::{DAY_MS, date_of, day_number};
use super::read::{small, spaces, within};
use crate::db::Store;
use crate::error::StoreError;
use crate::on;
use crate::row;
use jiff::civil::Date;
use measure::history::{Arrivals, Scope};
use model::{Breakdown, ImportId, Metric, Shape, SpaceId};
use sqlx::QueryBuilder;

row! {
    struct Row {
        space_id: i64,
        breakdown: i64,
        origin_id: i64,
        origin: String,
        metric: i64,
        day_from: i64,
        day_to: i64,
        zone: Option<String>,
        value: f64,
        import_id: i64,
    }
}

/// Visits and visitors by origin whose window touches these days.
pub(super) async fn read(store: &Store, scope: &Scope, from: Date, to: Date) -> Result<Vec<Arrivals>, StoreError> {
    let metrics = [Metric::Visits, Metric::Visitors];
    let rows: Vec<Row> = on!(&store.db, pool => {
        let mut q = QueryBuilder::new(
            "select n.space_id, n.breakdown, n.origin_id, o.origin, n.metric, n.day_from, n.day_to, n.zone, n.value, n.import_id
             from observation n join origin o on o.id = n.origin_id where ");
        within(&mut q, "n.space_id", spaces(scope));
        within(&mut q, " and n.metric", metrics.iter().map(|metric| i64::from(metric.code())));
        q.push(" and n.origin_id is not null and n.shape = ").push_bind(i64::from(Shape::Flow.code()));
        q.push(" and n.at >= ").push_bind(day_number(from) * DAY_MS);
        q.push(" and n.day_from < ").push_bind(day_number(to));
        q.push(" and n.day_to > ").push_bind(day_number(from));
        q.push(" order by n.space_id, n.breakdown, n.origin_id, n.metric, n.day_from, n.day_to, n.import_id desc, n.id");
        q.build_query_as().fetch_all(pool).await
    })?;
    let mut arrivals = Vec::with_capacity(rows.len());
    let mut current = None;
    for row in rows {
        let key = (row.space_id, row.breakdown, row.origin_id, row.metric, row.day_from, row.day_to);
        // The newest import of a window comes first and stands.
        if current.replace(key) != Some(key) {
            arrivals.extend(row.arrivals()?);
        }
    }
    Ok(arrivals)
}

impl Row {
    fn arrivals(self) -> Result<Option<Arrivals>, StoreError> {
        let sorted = Breakdown::from_code(small(self.breakdown)).zip(Metric::from_code(small(self.metric)));
        let Some((by, metric)) = sorted else { return Ok(None) };
        Ok(Some(Arrivals {
            space: SpaceId(self.space_id),
            by,
            origin: serde_json::from_str(&self.origin)?,
            metric,
            from: date_of(self.day_from),
            to: date_of(self.day_to),
            zone: self.zone,
            value: self.value,
            import: ImportId(self.import_id),
        }))
    }
}
