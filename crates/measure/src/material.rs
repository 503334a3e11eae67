//! The material of an answer: what the reads of `History` brought for one stretch of dates, sorted by space.
//! Nothing is computed here.

use crate::history::{
    ActorSets, Arrivals, Covered, Flow, History, HistoryError, ImportInfo, Level, Scope, SheetRow, SpaceInfo, Tally,
    VisitTally,
};
use crate::indicator::Needs;
use model::{FactKind, Metric, Period, SpaceId, Span};

/// Everything known about one space in the stretch.
#[derive(Debug)]
pub struct SpaceMaterial {
    /// The space.
    pub info: SpaceInfo,
    /// Counts of facts.
    pub tallies: Vec<Tally>,
    /// Who was active.
    pub actors: Vec<ActorSets>,
    /// Figures per day or days.
    pub flows: Vec<Flow>,
    /// Stands.
    pub levels: Vec<Level>,
    /// Posts, by time and id.
    pub sheets: Vec<SheetRow>,
    /// Visits.
    pub visits: Vec<VisitTally>,
    /// Visits and visitors by origin, told by an audience tool.
    pub arrivals: Vec<Arrivals>,
    /// What is covered.
    pub covered: Vec<Covered>,
}

/// What the reads brought.
#[derive(Debug)]
pub struct Material {
    /// By space, in the order of client and space words.
    pub spaces: Vec<SpaceMaterial>,
    /// The imports behind them.
    pub imports: Vec<ImportInfo>,
}

/// What several indicators need together.
#[derive(Debug, Default)]
struct Reads {
    kinds: Vec<FactKind>,
    actors: Vec<FactKind>,
    flows: Vec<Metric>,
    levels: Vec<Metric>,
    sheets: bool,
    visits: bool,
}

impl Reads {
    fn of<'a>(needs: impl Iterator<Item = &'a Needs>) -> Self {
        let mut reads = Self::default();
        for need in needs {
            reads.kinds.extend(need.kinds);
            reads.actors.extend(need.actors);
            reads.flows.extend(need.flows);
            reads.levels.extend(need.levels);
            reads.sheets |= need.sheets;
            reads.visits |= need.visits;
        }
        reads.kinds.sort_unstable();
        reads.kinds.dedup();
        reads.actors.sort_unstable();
        reads.actors.dedup();
        reads.flows.sort_unstable();
        reads.flows.dedup();
        reads.levels.sort_unstable();
        reads.levels.dedup();
        reads
    }
}

impl Material {
    /// Reads what the indicators need, and no more.
    pub async fn gather<H: History>(
        history: &H,
        scope: &Scope,
        period: Period,
        span: Span,
        needs: impl Iterator<Item = &Needs>,
    ) -> Result<Self, HistoryError> {
        let reads = Reads::of(needs);
        let mut spaces: Vec<SpaceMaterial> =
            history.spaces(scope).await?.into_iter().map(SpaceMaterial::empty).collect();
        spaces.sort_by(|a, b| {
            (&a.info.client_slug, &a.info.slug, a.info.id).cmp(&(&b.info.client_slug, &b.info.slug, b.info.id))
        });
        let mut places: Vec<(SpaceId, usize)> =
            spaces.iter().enumerate().map(|(at, space)| (space.info.id, at)).collect();
        places.sort_unstable();
        let mut deal = Deal { spaces, places };

        if !reads.kinds.is_empty() {
            deal.out(history.tallies(scope, &reads.kinds, span).await?, |row| row.space, |space| &mut space.tallies);
        }
        if !reads.actors.is_empty() {
            deal.out(history.actors(scope, &reads.actors, span).await?, |row| row.space, |space| &mut space.actors);
        }
        if !reads.flows.is_empty() {
            let flows = history.flows(scope, &reads.flows, period.from, period.to).await?;
            deal.out(flows, |row| row.space, |space| &mut space.flows);
        }
        if !reads.levels.is_empty() {
            deal.out(history.levels(scope, &reads.levels, span).await?, |row| row.space, |space| &mut space.levels);
        }
        if reads.sheets {
            let mut sheets = history.sheets(scope, span).await?;
            sheets.retain(|sheet| span.holds(sheet.at));
            sheets.sort_by_key(|sheet| (sheet.at, sheet.post));
            deal.out(sheets, |row| row.space, |space| &mut space.sheets);
        }
        if reads.visits {
            deal.out(history.visits(scope, span).await?, |row| row.space, |space| &mut space.visits);
            let arrivals = history.arrivals(scope, period.from, period.to).await?;
            deal.out(arrivals, |row| row.space, |space| &mut space.arrivals);
        }
        deal.out(history.coverage(scope).await?, |row| row.space, |space| &mut space.covered);
        Ok(Self { spaces: deal.spaces, imports: history.imports(scope).await? })
    }
}

impl SpaceMaterial {
    const fn empty(info: SpaceInfo) -> Self {
        Self {
            info,
            tallies: Vec::new(),
            actors: Vec::new(),
            flows: Vec::new(),
            levels: Vec::new(),
            sheets: Vec::new(),
            visits: Vec::new(),
            arrivals: Vec::new(),
            covered: Vec::new(),
        }
    }
}

/// Deals rows out to their spaces; a row of an unknown space is nobody's.
struct Deal {
    spaces: Vec<SpaceMaterial>,
    places: Vec<(SpaceId, usize)>,
}

impl Deal {
    fn out<T>(
        &mut self,
        rows: Vec<T>,
        space_of: impl Fn(&T) -> SpaceId,
        pile: impl Fn(&mut SpaceMaterial) -> &mut Vec<T>,
    ) {
        for row in rows {
            let id = space_of(&row);
            let place = self.places.binary_search_by_key(&id, |(space, _)| *space).ok();
            let place = place.and_then(|at| self.places.get(at)).map(|(_, place)| *place);
            if let Some(space) = place.and_then(|place| self.spaces.get_mut(place)) {
                pile(space).push(row);
            }
        }
    }
}
