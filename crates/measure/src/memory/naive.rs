//! A second opinion: the same figures worked out the slow way, one raw fact and one `jiff` conversion at a time.
//! It shares no folding, no ledger and no roll-up with the rest of the crate: what it shares is the definitions.

mod calendar;
mod traffic;

use super::Memory;
use super::reads::person_of;
use crate::answer::{Key, Status};
use crate::ask::{Query, Split};
use crate::channel::{referrer_of, sort};
use crate::history::SpaceInfo;
use calendar::{Slot, slots};
use jiff::civil::Date;
use model::time::QUARTER_MS;
use model::{
    Coverage, Fact, FactKind, Grain, Metric, Millis, Network, Observation, Piece, Post, Shape, Span, Subject, What,
    Window,
};
use std::collections::{BTreeMap, BTreeSet};

/// A figure worked out the slow way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plain {
    /// The value, where there is one.
    pub value: Option<f64>,
    /// What it is worth.
    pub status: Status,
}

/// The indicators that have a second opinion.
pub const CHECKED: &[&str] = &[
    "followers",
    "gains",
    "losses",
    "mentions",
    "replies_received",
    "citations",
    "likes",
    "shares",
    "comments",
    "impressions",
    "link_clicks",
    "interactions",
    "active_members",
    "visits",
    "social_share",
    "backlinks",
    "posts_published",
    "replies_sent",
    "mails",
    "calls",
    "interventions",
];

/// The second opinion on one question.
#[derive(Debug)]
pub struct Opinion<'a> {
    memory: &'a Memory,
    query: &'a Query,
    slots: Vec<Slot>,
}

impl<'a> Opinion<'a> {
    /// Cuts the question's dates, one quarter-hour at a time.
    pub fn new(memory: &'a Memory, query: &'a Query) -> Self {
        Self { memory, query, slots: slots(query) }
    }

    /// The periods in order, by their ISO names; the empty name stands for the whole.
    pub fn periods(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for slot in &self.slots {
            if names.last() != Some(&slot.cell.as_str()) {
                names.push(&slot.cell);
            }
        }
        names
    }

    /// The figure of one row, by its keys and the name of its period.
    pub fn figure(&self, indicator: &str, keys: &[Key], period: &str) -> Plain {
        let row = Row { memory: self.memory, query: self.query, keys, slots: &self.slots, period };
        match indicator {
            "followers" => row.followers(),
            "interactions" => row.interactions(),
            "active_members" => row.active_members(),
            "social_share" => row.social_share(),
            "gains" => row.sum("audience", Some(Metric::Gains), &[FactKind::Follow], None).plain(),
            "losses" => row.sum("audience", Some(Metric::Losses), &[FactKind::Unfollow], None).plain(),
            "mentions" => row.sum("audience", Some(Metric::Mentions), &[FactKind::Mention], None).plain(),
            "replies_received" => {
                row.sum("audience", Some(Metric::RepliesReceived), &[FactKind::ReplyReceived], None).plain()
            }
            "citations" => row.sum("audience", None, &[FactKind::Citation], None).plain(),
            "likes" => row.likes().plain(),
            "shares" => row.shares().plain(),
            "comments" => row.comments().plain(),
            "impressions" => {
                row.sum("publishing", Some(Metric::Impressions), &[], Some(Sheets::Of(Metric::Impressions))).plain()
            }
            "link_clicks" => {
                row.sum("linking", Some(Metric::LinkClicks), &[], Some(Sheets::Of(Metric::LinkClicks))).plain()
            }
            "visits" => row.sum("sites", Some(Metric::Visits), &[], Some(Sheets::Visits)).plain(),
            "backlinks" => row.sum("sites", None, &[FactKind::Backlink], None).plain(),
            "posts_published" => {
                let kinds = &[FactKind::Post, FactKind::Status, FactKind::Article];
                row.sum("publishing", Some(Metric::PostsPublished), kinds, Some(Sheets::Count)).plain()
            }
            "replies_sent" => row.sum("audience", Some(Metric::RepliesSent), &[FactKind::Reply], None).plain(),
            "mails" => row.sum("journal", None, &[FactKind::Mail], None).plain(),
            "calls" => row.sum("journal", None, &[FactKind::Call], None).plain(),
            "interventions" => row.sum("journal", None, &[FactKind::Intervention], None).plain(),
            _ => Plain { value: None, status: Status::Missing },
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Sheets {
    Of(Metric),
    Count,
    Visits,
}

#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    value: f64,
    told: u32,
    asked: u32,
    ahead: u32,
    gaps: u32,
    spaces_told: u32,
    spaces_asked: u32,
}

impl Sum {
    fn plain(self) -> Plain {
        let status = match (self.told, self.asked, self.ahead) {
            (0, 0, 1..) => Status::Pending,
            (0, _, _) => Status::Missing,
            _ if self.told < self.asked || self.spaces_told < self.spaces_asked || self.gaps > 0 => Status::Partial,
            _ => Status::Measured,
        };
        Plain { value: (self.told > 0).then_some(self.value), status }
    }
}

struct Row<'a> {
    memory: &'a Memory,
    query: &'a Query,
    keys: &'a [Key],
    slots: &'a [Slot],
    period: &'a str,
}

impl Row<'_> {
    fn allows(&self, split: Split, value: &str) -> bool {
        let key = self.keys.iter().find(|key| key.split == split);
        let filter = self.query.filters.iter().find(|(of, _)| *of == split);
        key.is_none_or(|key| key.id == value)
            && filter.is_none_or(|(_, values)| values.iter().any(|wanted| wanted == value))
    }

    /// A space goes by its word, or by its client's and its own.
    fn allows_space(&self, space: &SpaceInfo) -> bool {
        let is = |word: &str| word == space.slug || word == format!("{}/{}", space.client_slug, space.slug);
        let key = self.keys.iter().find(|key| key.split == Split::Space);
        let filter = self.query.filters.iter().find(|(of, _)| *of == Split::Space);
        key.is_none_or(|key| is(&key.id)) && filter.is_none_or(|(_, values)| values.iter().any(|wanted| is(wanted)))
    }

    fn narrowed(&self, split: Split) -> bool {
        self.keys.iter().any(|key| key.split == split) || self.query.filters.iter().any(|(of, _)| *of == split)
    }

    fn spaces(&self) -> impl Iterator<Item = &SpaceInfo> {
        self.memory.spaces.iter().filter(|space| {
            self.allows(Split::Client, &space.client_slug)
                && self.allows_space(space)
                && self.allows(Split::Network, space.network.as_str())
        })
    }

    fn pieces(&self, space: &SpaceInfo) -> impl Iterator<Item = &Piece> {
        let id = space.id;
        self.memory.pieces.iter().filter(move |(at, _, _)| *at == id).map(|(_, _, piece)| piece)
    }

    fn facts(&self, space: &SpaceInfo) -> Vec<&Fact> {
        let mut seen = BTreeSet::new();
        let facts = self.pieces(space).filter_map(|piece| match piece {
            Piece::Fact(fact) => Some(fact),
            _ => None,
        });
        facts.filter(|fact| seen.insert((fact.kind, fact.native.clone()))).collect()
    }

    fn posts(&self, space: &SpaceInfo) -> Vec<&Post> {
        let posts = self.pieces(space).filter_map(|piece| match piece {
            Piece::Post(post) if self.allows(Split::ContentType, post.content_type.as_str()) => Some(post),
            _ => None,
        });
        posts.filter(|_| self.allows(Split::Person, "unknown")).collect()
    }

    fn takes(&self, space: &SpaceInfo, fact: &Fact) -> bool {
        self.allows(Split::Kind, fact.kind.as_str())
            && self.allows(Split::ContentType, self.memory.content_of(space.id, fact).as_str())
            && self.allows(Split::Person, person_of(fact).as_deref().unwrap_or("unknown"))
    }

    fn told(&self, space: &SpaceInfo, post: &Post, metric: Metric) -> Option<f64> {
        let about = Subject::Post(post.native.as_str().into());
        self.pieces(space).find_map(|piece| match piece {
            Piece::Observation(told) if told.subject == about && told.metric == metric => Some(told.value),
            _ => None,
        })
    }

    fn flow(&self, space: &SpaceInfo, metric: Metric, day: Date) -> Option<f64> {
        let fits = |told: &Observation| {
            told.subject == Subject::Space
                && told.metric == metric
                && told.shape == Shape::Flow
                && matches!(&told.window, Window::Day { date, .. } if *date == day)
        };
        self.pieces(space)
            .filter_map(|piece| match piece {
                Piece::Observation(told) if fits(told) => Some(told.value),
                _ => None,
            })
            .last()
    }

    fn covers(&self, space: &SpaceInfo, slot: &Slot, what: impl Fn(What) -> bool) -> bool {
        self.pieces(space).any(|piece| match piece {
            Piece::Coverage(coverage) => {
                what(coverage.what) && slot.quarters.iter().any(|quarter| touches(coverage.span, *quarter))
            }
            _ => false,
        })
    }

    /// A journal is kept from the first moment it covers on.
    fn journal_kept(&self, space: &SpaceInfo, slot: &Slot, kinds: &[FactKind]) -> bool {
        let begun = self.pieces(space).filter_map(|piece| match piece {
            Piece::Coverage(Coverage { what: What::Facts(kind), span }) if kinds.contains(kind) => {
                FactKind::JOURNAL.contains(kind).then_some(span.from)
            }
            _ => None,
        });
        let begun = begun.min().filter(|_| space.network == Network::Journal);
        begun.is_some_and(|begun| slot.quarters.last().is_some_and(|last| last.0 + QUARTER_MS > begun.0))
    }

    /// One slot of one space: the value and how many cells are empty, by the order of tellers.
    fn tell(
        &self,
        space: &SpaceInfo,
        slot: &Slot,
        metric: Option<Metric>,
        kinds: &[FactKind],
        sheets: Option<Sheets>,
    ) -> Option<(f64, u32)> {
        let allowed: Vec<FactKind> =
            kinds.iter().copied().filter(|kind| self.allows(Split::Kind, kind.as_str())).collect();
        let whole = allowed.len() == kinds.len();
        let below = [Split::ContentType, Split::Person, Split::Channel, Split::Referrer]
            .into_iter()
            .any(|split| self.narrowed(split));
        if whole
            && !below
            && self.query.grain != Some(Grain::Hour)
            && let Some(value) = metric.and_then(|metric| self.flow(space, metric, slot.date))
        {
            return Some((value, 0));
        }
        let inside = |at: Millis| slot.quarters.contains(&at.quarter().start());
        if sheets == Some(Sheets::Visits) {
            let visits = self.pieces(space).filter(|piece| match piece {
                Piece::Visit(visit) => {
                    inside(visit.from)
                        && self.allows(Split::Channel, sort(self.query.rules, &visit.origin).as_str())
                        && self.allows(Split::Referrer, &referrer_of(&visit.origin))
                }
                _ => false,
            });
            if self.covers(space, slot, |what| what == What::Visits) {
                return Some((number(visits.count()), 0));
            }
            let after = slot.date.tomorrow().ok().filter(|_| self.query.grain != Some(Grain::Hour))?;
            let table = self.table(space, slot.date, after, metric.is_none())?;
            return Some((table.iter().map(|(_, value)| value).sum(), 0));
        }
        let covered = self.covers(space, slot, |what| matches!(what, What::Facts(kind) if allowed.contains(&kind)));
        if covered || self.journal_kept(space, slot, &allowed) {
            let facts = self.facts(space).into_iter();
            let facts = facts.filter(|fact| allowed.contains(&fact.kind) && inside(fact.at) && self.takes(space, fact));
            return Some((number(facts.count()), 0));
        }
        let posts = || self.posts(space).into_iter().filter(|post| inside(post.at));
        match sheets.filter(|_| whole)? {
            Sheets::Count => {
                let posts = posts().count();
                (posts > 0 || self.covers(space, slot, |what| matches!(what, What::Posts(_))))
                    .then(|| (number(posts), 0))
            }
            Sheets::Of(metric) => {
                let told: Vec<f64> = posts().filter_map(|post| self.told(space, post, metric)).collect();
                let known = !told.is_empty() || self.covers(space, slot, |what| what == What::Posts(metric));
                let gaps = posts().filter(|post| self.told(space, post, metric).is_none()).count();
                known.then(|| (told.iter().sum(), u32::try_from(gaps).unwrap_or_default()))
            }
            Sheets::Visits => None,
        }
    }

    fn sum(&self, places: &str, metric: Option<Metric>, kinds: &[FactKind], sheets: Option<Sheets>) -> Sum {
        let mut sum = Sum::default();
        if !kinds.is_empty() && !kinds.iter().any(|kind| self.allows(Split::Kind, kind.as_str())) {
            return sum;
        }
        for space in self.spaces() {
            // A day that has not begun tells nothing, whatever is covered.
            let begun = |slot: &Slot| slot.quarters.first().is_some_and(|first| *first <= self.query.now);
            let tell = |slot: &Slot| self.tell(space, slot, metric, kinds, sheets).filter(|_| begun(slot));
            let over = |slot: &Slot| slot.quarters.last().is_some_and(|last| last.0 + QUARTER_MS <= self.query.now.0);
            let in_table = |slot: &Slot| {
                let table = || self.whole_table_of(space, metric.is_none(), &slot.cell);
                sheets == Some(Sheets::Visits) && over(slot) && table().is_some()
            };
            let ever = self.slots.iter().any(|slot| tell(slot).is_some() || in_table(slot));
            if !ever && !expected(places, space.network) {
                continue;
            }
            let mut own = Sum::default();
            for slot in self.slots.iter().filter(|slot| slot.cell == self.period) {
                own.ahead += u32::from(!over(slot));
                match tell(slot) {
                    Some((value, gaps)) => {
                        own.value += value;
                        own.gaps += gaps;
                        own.told += 1;
                        own.asked += 1;
                    }
                    None => own.asked += u32::from(over(slot)),
                }
            }
            if sheets == Some(Sheets::Visits)
                && own.told < own.asked
                && let Some(table) = self.whole_table(space, metric.is_none())
            {
                let value = table.iter().map(|(_, value)| value).sum();
                own = Sum { value, told: 1, asked: 1, ..Sum::default() };
            }
            sum.value += own.value;
            sum.gaps += own.gaps;
            sum.told += own.told;
            sum.asked += own.asked;
            sum.ahead += own.ahead;
            sum.spaces_asked += 1;
            sum.spaces_told += u32::from(own.told > 0);
        }
        sum
    }

    fn likes(&self) -> Sum {
        self.sum("publishing", Some(Metric::Likes), &[FactKind::Like], Some(Sheets::Of(Metric::Likes)))
    }

    fn shares(&self) -> Sum {
        self.sum("publishing", Some(Metric::Shares), &[FactKind::Share], Some(Sheets::Of(Metric::Shares)))
    }

    fn comments(&self) -> Sum {
        self.sum("publishing", Some(Metric::Comments), &[FactKind::Comment], Some(Sheets::Of(Metric::Comments)))
    }

    fn interactions(&self) -> Plain {
        let named = [("like", self.likes()), ("comment", self.comments()), ("share", self.shares())];
        let parts: Vec<Plain> =
            named.into_iter().filter(|(kind, _)| self.allows(Split::Kind, kind)).map(|(_, sum)| sum.plain()).collect();
        let told = || parts.iter().filter_map(|part| part.value);
        if told().next().is_none() {
            let pending = !parts.is_empty() && parts.iter().all(|part| part.status == Status::Pending);
            return Plain { value: None, status: if pending { Status::Pending } else { Status::Missing } };
        }
        let measured = parts.iter().all(|part| part.status == Status::Measured);
        Plain { value: Some(told().sum()), status: if measured { Status::Measured } else { Status::Partial } }
    }

    fn active_members(&self) -> Plain {
        let mut plain = self.sum("audience", None, FactKind::CORE_ACTS, None).plain();
        let mut people = BTreeSet::new();
        for space in self.spaces() {
            for fact in self.facts(space) {
                let inside = self
                    .slots
                    .iter()
                    .any(|slot| slot.cell == self.period && slot.quarters.contains(&fact.at.quarter().start()));
                if inside && FactKind::CORE_ACTS.contains(&fact.kind) && self.allows(Split::Kind, fact.kind.as_str()) {
                    people.extend(fact.actor.as_ref().map(|actor| actor.native.clone()));
                }
            }
        }
        plain.value = plain.value.map(|_| number(people.len()));
        plain
    }

    fn followers(&self) -> Plain {
        let inside: Vec<&Slot> = self.slots.iter().filter(|slot| slot.cell == self.period).collect();
        let quarters = || inside.iter().flat_map(|slot| slot.quarters.iter().copied());
        let (Some(start), Some(last)) = (quarters().min(), quarters().max()) else {
            return Plain { value: None, status: Status::Missing };
        };
        let ahead = start >= self.query.now;
        let (mut sum, mut told, mut expecting, mut stale) = (0.0, 0, 0, false);
        for space in self.spaces() {
            let levels: BTreeMap<Millis, f64> = self
                .pieces(space)
                .filter_map(|piece| match piece {
                    Piece::Observation(told) if told.subject == Subject::Space && told.shape == Shape::Level => {
                        Some((told.observed_at?, told.value))
                    }
                    _ => None,
                })
                .collect();
            let end = Millis(
                self.slots
                    .iter()
                    .flat_map(|slot| slot.quarters.last())
                    .map(|last| last.0 + QUARTER_MS)
                    .max()
                    .unwrap_or(i64::MAX),
            );
            let known: BTreeMap<Millis, f64> = levels.into_iter().filter(|(at, _)| *at < end).collect();
            if known.is_empty() && !expected("audience", space.network) {
                continue;
            }
            expecting += 1;
            if let Some((at, value)) = known.range(..=Millis(last.0 + QUARTER_MS)).next_back().filter(|_| !ahead) {
                sum += value;
                told += 1;
                stale |= *at < start;
            }
        }
        match (told, expecting) {
            (0, 1..) if ahead => Plain { value: None, status: Status::Pending },
            (0, _) => Plain { value: None, status: Status::Missing },
            _ if stale || told < expecting => Plain { value: Some(sum), status: Status::Partial },
            _ => Plain { value: Some(sum), status: Status::Measured },
        }
    }
}

fn expected(places: &str, network: Network) -> bool {
    match places {
        "audience" => !matches!(network, Network::Blog | Network::Site | Network::Journal | Network::Other),
        "publishing" => !matches!(network, Network::Site | Network::Journal | Network::Other),
        "linking" => matches!(network, Network::X | Network::Facebook | Network::Instagram | Network::Pinterest),
        "sites" => matches!(network, Network::Blog | Network::Site),
        _ => network == Network::Journal,
    }
}

fn touches(span: Span, quarter: Millis) -> bool {
    span.from.0 < quarter.0 + QUARTER_MS && quarter.0 < span.to.0
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
