//! The reads of `History` over plain vectors.

use super::Memory;
use crate::fold::DAY_MS;
use crate::history::{
    ActorSets, Arrivals, Covered, FactPage, FactRow, Flow, History, HistoryError, ImportInfo, Level, Scope, SheetRow,
    SpaceInfo, Tally, VisitTally,
};
use jiff::civil::Date;
use model::{
    Breakdown, ContentType, Fact, FactId, FactKind, ImportId, Metric, Observation, Origin, Piece, Post, PostId,
    Quarter, Shape, Side, SpaceId, Span, Subject, Window,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

impl Memory {
    fn in_scope<'a>(&'a self, scope: &'a Scope) -> impl Iterator<Item = (SpaceId, ImportId, &'a Piece)> {
        let pieces = self.pieces.iter().filter(|(space, _, _)| scope.spaces.contains(space));
        pieces.map(|(space, import, piece)| (*space, *import, piece))
    }

    /// Facts told twice count once.
    pub(super) fn facts_of<'a>(&'a self, scope: &'a Scope) -> Vec<(SpaceId, ImportId, &'a Fact)> {
        let mut seen = BTreeSet::new();
        let facts = self.in_scope(scope).filter_map(|(space, import, piece)| match piece {
            Piece::Fact(fact) => Some((space, import, fact)),
            _ => None,
        });
        facts.filter(|(space, _, fact)| seen.insert((*space, fact.kind, fact.native.clone()))).collect()
    }

    pub(super) fn posts_of<'a>(&'a self, scope: &'a Scope) -> Vec<(SpaceId, ImportId, &'a Post)> {
        let posts = self.in_scope(scope).filter_map(|(space, import, piece)| match piece {
            Piece::Post(post) => Some((space, import, post)),
            _ => None,
        });
        posts.collect()
    }

    fn observations_of<'a>(&'a self, scope: &'a Scope) -> Vec<(SpaceId, ImportId, &'a Observation)> {
        let observations = self.in_scope(scope).filter_map(|(space, import, piece)| match piece {
            Piece::Observation(observation) => Some((space, import, observation)),
            _ => None,
        });
        observations.collect()
    }

    /// What the post that a fact is about is made of.
    pub(super) fn content_of(&self, space: SpaceId, fact: &Fact) -> ContentType {
        let found = self.pieces.iter().find_map(|(at, _, piece)| match piece {
            Piece::Post(post) if *at == space && Some(&post.native) == fact.post.as_ref() => Some(post.content_type),
            _ => None,
        });
        found.unwrap_or(ContentType::Unknown)
    }

    /// The names of the team members who published posts.
    fn author_of(&self, space: SpaceId, post: &Post) -> Option<String> {
        self.pieces.iter().find_map(|(at, _, piece)| match piece {
            Piece::Fact(fact)
                if *at == space
                    && matches!(fact.kind, FactKind::Post | FactKind::Status | FactKind::Article)
                    && fact.post.as_ref() == Some(&post.native) =>
            {
                person_of(fact)
            }
            _ => None,
        })
    }
}

/// The name of the member of the team who acted.
pub(super) fn person_of(fact: &Fact) -> Option<String> {
    let actor = fact.actor.as_ref().filter(|_| fact.kind.side() == Side::Team)?;
    Some(actor.display.clone().unwrap_or_else(|| actor.native.clone()))
}

fn quarters<K: Ord>(rows: impl Iterator<Item = (K, Quarter)>) -> BTreeMap<K, Vec<(Quarter, u32)>> {
    let mut counts: BTreeMap<K, BTreeMap<Quarter, u32>> = BTreeMap::new();
    for (key, quarter) in rows {
        *counts.entry(key).or_default().entry(quarter).or_default() += 1;
    }
    counts.into_iter().map(|(key, counts)| (key, counts.into_iter().collect())).collect()
}

impl History for Memory {
    async fn spaces(&self, scope: &Scope) -> Result<Vec<SpaceInfo>, HistoryError> {
        Ok(self.spaces.iter().filter(|space| scope.spaces.contains(&space.id)).cloned().collect())
    }

    async fn tallies(&self, scope: &Scope, kinds: &[FactKind], span: Span) -> Result<Vec<Tally>, HistoryError> {
        let facts = self.facts_of(scope);
        let wanted = facts.into_iter().filter(|(_, _, fact)| kinds.contains(&fact.kind) && span.holds(fact.at));
        let rows = quarters(wanted.map(|(space, _, fact)| {
            ((space, fact.kind, person_of(fact), self.content_of(space, fact)), fact.at.quarter())
        }));
        let tally =
            |((space, kind, person, content_type), quarters)| Tally { space, kind, person, content_type, quarters };
        Ok(rows.into_iter().map(tally).collect())
    }

    async fn actors(&self, scope: &Scope, kinds: &[FactKind], span: Span) -> Result<Vec<ActorSets>, HistoryError> {
        let facts = self.facts_of(scope);
        let names: BTreeSet<&str> =
            facts.iter().filter_map(|(_, _, fact)| fact.actor.as_ref()).map(|actor| actor.native.as_str()).collect();
        let ids: BTreeMap<&str, u32> = names.into_iter().zip(1..).collect();
        let mut sets: BTreeMap<(SpaceId, FactKind), BTreeMap<Quarter, BTreeSet<u32>>> = BTreeMap::new();
        for (space, _, fact) in facts.iter().filter(|(_, _, fact)| kinds.contains(&fact.kind) && span.holds(fact.at)) {
            if let Some(id) = fact.actor.as_ref().and_then(|actor| ids.get(actor.native.as_str())) {
                sets.entry((*space, fact.kind)).or_default().entry(fact.at.quarter()).or_default().insert(*id);
            }
        }
        let sets = sets.into_iter().map(|((space, kind), quarters)| ActorSets {
            space,
            kind,
            quarters: quarters.into_iter().map(|(quarter, ids)| (quarter, ids.into_iter().collect())).collect(),
        });
        Ok(sets.collect())
    }

    async fn flows(&self, scope: &Scope, metrics: &[Metric], from: Date, to: Date) -> Result<Vec<Flow>, HistoryError> {
        let mut flows: BTreeMap<(SpaceId, Metric, Date, Date), Flow> = BTreeMap::new();
        for (space, import, told) in self.observations_of(scope) {
            if told.subject != Subject::Space || told.shape != Shape::Flow || !metrics.contains(&told.metric) {
                continue;
            }
            let (first, after, zone) = match &told.window {
                Window::Day { date, zone } => (*date, date.tomorrow().unwrap_or(*date), zone),
                Window::Days { from, to, zone } => (*from, *to, zone),
                Window::Exact(_) | Window::Lifetime | Window::Moment => continue,
            };
            if first < to && from < after {
                let flow = Flow {
                    space,
                    metric: told.metric,
                    from: first,
                    to: after,
                    zone: zone.clone(),
                    value: told.value,
                    import,
                };
                flows.insert((space, told.metric, first, after), flow);
            }
        }
        Ok(flows.into_values().collect())
    }

    async fn levels(&self, scope: &Scope, metrics: &[Metric], span: Span) -> Result<Vec<Level>, HistoryError> {
        let mut levels = Vec::new();
        for (space, import, told) in self.observations_of(scope) {
            if told.subject != Subject::Space || told.shape != Shape::Level || !metrics.contains(&told.metric) {
                continue;
            }
            let day = match &told.window {
                Window::Day { date, .. } => Some(*date),
                _ => None,
            };
            let end_of_day = day
                .and_then(|day| day.tomorrow().ok())
                .map(|next| crate::fold::start_of_day(next, &jiff::tz::TimeZone::UTC));
            let at = told.observed_at.filter(|_| day.is_none()).or(end_of_day);
            // The end of a day given as a day is a matter of zones: it may lie up to a day off.
            let slack = if day.is_some() { DAY_MS } else { 0 };
            if let Some(at) = at.filter(|at| at.0 < span.to.0 + slack) {
                levels.push(Level { space, metric: told.metric, at, day, value: told.value, import });
            }
        }
        levels.sort_by_key(|level| level.at);
        Ok(levels)
    }

    async fn sheets(&self, scope: &Scope, span: Span, labelled: bool) -> Result<Vec<SheetRow>, HistoryError> {
        let facts = self.facts_of(scope);
        let observations = self.observations_of(scope);
        let mut sheets = Vec::new();
        for ((space, import, post), id) in self.posts_of(scope).into_iter().zip(1..) {
            if !span.holds(post.at) {
                continue;
            }
            let about = |(at, _, told): &&(SpaceId, ImportId, &Observation)| {
                *at == space && told.shape == Shape::Level && told.subject == Subject::Post(post.native.as_str().into())
            };
            let told: BTreeMap<Metric, f64> =
                observations.iter().filter(about).map(|(_, _, told)| (told.metric, told.value)).collect();
            let mut counted: BTreeMap<FactKind, u32> = BTreeMap::new();
            for (at, _, fact) in &facts {
                if *at == space && fact.kind.side() == Side::Community && fact.post.as_ref() == Some(&post.native) {
                    *counted.entry(fact.kind).or_default() += 1;
                }
            }
            sheets.push(SheetRow {
                space,
                post: PostId(id),
                at: post.at,
                precision: post.precision,
                zone_rule: post.zone_rule,
                content_type: post.content_type,
                label: if labelled { words_of(post) } else { String::new() },
                person: self.author_of(space, post).map(Arc::from),
                told: told.into_iter().collect(),
                counted: counted.into_iter().collect(),
                observed_at: observations.iter().filter(about).filter_map(|(_, _, told)| told.observed_at).max(),
                import,
            });
        }
        Ok(sheets)
    }

    async fn visits(&self, scope: &Scope, span: Span) -> Result<Vec<VisitTally>, HistoryError> {
        let rows = self.in_scope(scope).filter_map(|(space, _, piece)| match piece {
            Piece::Visit(visit) if span.holds(visit.from) => {
                Some(((space, visit.origin.clone()), visit.from.quarter()))
            }
            _ => None,
        });
        let tally = |((space, origin), quarters): ((SpaceId, Origin), _)| VisitTally { space, origin, quarters };
        Ok(quarters(rows).into_iter().map(tally).collect())
    }

    async fn arrivals(&self, scope: &Scope, from: Date, to: Date) -> Result<Vec<Arrivals>, HistoryError> {
        let mut arrivals: BTreeMap<(SpaceId, Breakdown, Origin, Metric, Date, Date), Arrivals> = BTreeMap::new();
        for (space, import, told) in self.observations_of(scope) {
            let Subject::Origin(by, origin) = &told.subject else { continue };
            let (first, after, zone) = match &told.window {
                Window::Day { date, zone } => (*date, date.tomorrow().unwrap_or(*date), zone),
                Window::Days { from, to, zone } => (*from, *to, zone),
                Window::Exact(_) | Window::Lifetime | Window::Moment => continue,
            };
            if first < to && from < after {
                let row = Arrivals {
                    space,
                    by: *by,
                    origin: origin.clone(),
                    metric: told.metric,
                    from: first,
                    to: after,
                    zone: zone.clone(),
                    value: told.value,
                    import,
                };
                arrivals.insert((space, *by, origin.clone(), told.metric, first, after), row);
            }
        }
        Ok(arrivals.into_values().collect())
    }

    async fn coverage(&self, scope: &Scope) -> Result<Vec<Covered>, HistoryError> {
        let rows = self.in_scope(scope).filter_map(|(space, import, piece)| match piece {
            Piece::Coverage(coverage) => Some(Covered { space, coverage: *coverage, import }),
            _ => None,
        });
        Ok(rows.collect())
    }

    async fn imports(&self, _scope: &Scope) -> Result<Vec<ImportInfo>, HistoryError> {
        Ok(self.imports.clone())
    }

    async fn facts(&self, scope: &Scope, page: &FactPage) -> Result<(Vec<FactRow>, u64), HistoryError> {
        let facts = self.facts_of(scope);
        let posts = self.posts_of(scope);
        let about = page.post.map(|wanted| {
            let found = posts.iter().zip(1..).find(|(_, id)| PostId(*id) == wanted);
            found.map(|((space, _, post), _)| (*space, post.native.clone()))
        });
        let is_wanted = |space: SpaceId, fact: &Fact| {
            let post = || fact.post.clone().map(|native| (space, native));
            let person = || person_of(fact).unwrap_or_else(|| crate::narrow::UNKNOWN.to_owned());
            page.kinds.contains(&fact.kind)
                && page.span.holds(fact.at)
                && about.as_ref().is_none_or(|about| about.is_some() && *about == post())
                && page.person.as_ref().is_none_or(|wanted| *wanted == person())
                && page.content_type.is_none_or(|wanted| wanted == self.content_of(space, fact))
        };
        let mut rows: Vec<FactRow> = facts
            .into_iter()
            .filter(|(space, _, fact)| is_wanted(*space, fact))
            .map(|(space, import, fact)| FactRow {
                id: FactId::of(&[&space.0.to_le_bytes(), fact.kind.as_str().as_bytes(), fact.native.as_bytes()]),
                space,
                kind: fact.kind,
                at: fact.at,
                zone_rule: fact.zone_rule,
                person: person_of(fact),
                post: fact.post.clone(),
                text: fact.text.clone(),
                url: fact.url.clone(),
                import,
            })
            .collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.at), row.id));
        let all = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        let skip = usize::try_from(page.offset).unwrap_or(usize::MAX);
        let take = usize::try_from(page.limit).unwrap_or(usize::MAX);
        Ok((rows.into_iter().skip(skip).take(take).collect(), all))
    }
}

/// What a table calls a post.
fn words_of(post: &Post) -> String {
    post.text.clone().or_else(|| post.url.clone()).unwrap_or_else(|| post.native.clone())
}
