//! The material of an answer: what the reads of `History` brought for one stretch of dates, sorted by space.
//! Nothing is computed here.

use crate::history::{
    ActorSets, Arrivals, Covered, Flow, History, HistoryError, ImportInfo, Level, Scope, SheetRow, SpaceInfo, Tally,
    VisitTally,
};
use crate::indicator::Needs;
use futures_util::future::{try_join3, try_join4};
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
    /// Reads what the indicators need, and no more; `labelled`: with the first words of posts.
    pub async fn gather<H: History>(
        history: &H,
        scope: &Scope,
        period: Period,
        span: Span,
        needs: impl Iterator<Item = &Needs>,
        labelled: bool,
    ) -> Result<Self, HistoryError> {
        let reads = Reads::of(needs);
        // Asked together: while the rows of one are being decoded, the database is at the next.
        let about = try_join3(history.spaces(scope), history.coverage(scope), history.imports(scope));
        let counts = try_join3(
            only_if(!reads.kinds.is_empty(), history.tallies(scope, &reads.kinds, span)),
            only_if(!reads.actors.is_empty(), history.actors(scope, &reads.actors, span)),
            only_if(reads.visits, history.visits(scope, span)),
        );
        let told = try_join4(
            only_if(!reads.flows.is_empty(), history.flows(scope, &reads.flows, period.from, period.to)),
            only_if(!reads.levels.is_empty(), history.levels(scope, &reads.levels, span)),
            only_if(reads.sheets, history.sheets(scope, span, labelled)),
            only_if(reads.visits, history.arrivals(scope, period.from, period.to)),
        );
        let (about, counts, told) = try_join3(about, counts, told).await?;
        let (spaces, covered, imports) = about;
        let (tallies, actors, visits) = counts;
        let (flows, levels, mut sheets, arrivals) = told;
        sheets.retain(|sheet| span.holds(sheet.at));

        let mut spaces: Vec<SpaceMaterial> = spaces.into_iter().map(SpaceMaterial::empty).collect();
        spaces.sort_by(|a, b| {
            (&a.info.client_slug, &a.info.slug, a.info.id).cmp(&(&b.info.client_slug, &b.info.slug, b.info.id))
        });
        let mut places: Vec<(SpaceId, usize)> =
            spaces.iter().enumerate().map(|(at, space)| (space.info.id, at)).collect();
        places.sort_unstable();
        let mut deal = Deal { spaces, places };
        deal.out(tallies, |row| row.space, |space| &mut space.tallies);
        deal.out(actors, |row| row.space, |space| &mut space.actors);
        deal.out(visits, |row| row.space, |space| &mut space.visits);
        deal.out(flows, |row| row.space, |space| &mut space.flows);
        deal.out(levels, |row| row.space, |space| &mut space.levels);
        deal.out(sheets, |row| row.space, |space| &mut space.sheets);
        // Within a space they come in this order from a store; sorting what is sorted moves nothing.
        deal.spaces.iter_mut().for_each(|space| space.sheets.sort_by_key(|sheet| (sheet.at, sheet.post)));
        deal.out(arrivals, |row| row.space, |space| &mut space.arrivals);
        deal.out(covered, |row| row.space, |space| &mut space.covered);
        Ok(Self { spaces: deal.spaces, imports })
    }
}

/// The rows of a read that somebody needs; none of one that nobody does.
async fn only_if<T>(
    needed: bool,
    read: impl Future<Output = Result<Vec<T>, HistoryError>>,
) -> Result<Vec<T>, HistoryError> {
    if needed { read.await } else { Ok(Vec::new()) }
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
    fn place_of(&self, id: SpaceId) -> Option<usize> {
        let at = self.places.binary_search_by_key(&id, |(space, _)| *space).ok()?;
        self.places.get(at).map(|(_, place)| *place)
    }

    fn out<T>(
        &mut self,
        rows: Vec<T>,
        space_of: impl Fn(&T) -> SpaceId,
        pile: impl Fn(&mut SpaceMaterial) -> &mut Vec<T>,
    ) {
        // Counted first: piles that grow row by row are copied again and again.
        let mut counts = vec![0; self.spaces.len()];
        let places: Vec<Option<usize>> = rows.iter().map(|row| self.place_of(space_of(row))).collect();
        for place in places.iter().flatten() {
            counts.get_mut(*place).into_iter().for_each(|count| *count += 1);
        }
        for (space, count) in self.spaces.iter_mut().zip(counts) {
            pile(space).reserve_exact(count);
        }
        for (row, place) in rows.into_iter().zip(places) {
            if let Some(space) = place.and_then(|place| self.spaces.get_mut(place)) {
                pile(space).push(row);
            }
        }
    }
}
