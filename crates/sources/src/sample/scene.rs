//! One day of one space, as the writers of facts see it: its plan, its clock, its mood, its chance; and the sheet on
//! which they write, which keeps only what lies in the stretch told.

use super::chance::Chance;
use super::plan::{ClientPlan, SpacePlan};
use super::rhythm::{HOUR_MS, LocalDay, growth, hour_shown};
use super::story::Mood;
use model::{ActorKey, Fact, FactKind, Millis, Piece, Span, ZoneRule};
use std::collections::VecDeque;

/// What a stream of draws is for: a change in one leaves the others alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Turnover,
    Followers,
    Posts,
    Reactions,
    Echoes,
    Figures,
    Visits,
    Journal,
}

/// One day of one space.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) client: &'a ClientPlan,
    pub(super) plan: &'a SpacePlan,
    pub(super) day: LocalDay<'a>,
    /// How the day differs from an ordinary one.
    pub(super) mood: Mood,
    /// Size of the communities, in thousandths of the usual sample.
    pub(super) density: u64,
    /// Keys every stream of draws of this space.
    pub(super) key: u64,
}

impl Scene<'_> {
    /// The draws of this day for that purpose.
    pub(super) fn chance(&self, purpose: Purpose, part: u64) -> Chance {
        let purpose = match purpose {
            Purpose::Turnover => 1,
            Purpose::Followers => 2,
            Purpose::Posts => 3,
            Purpose::Reactions => 4,
            Purpose::Echoes => 5,
            Purpose::Figures => 6,
            Purpose::Visits => 7,
            Purpose::Journal => 8,
        };
        Chance::of(&[self.key, super::rhythm::day_number(self.day.date), purpose, part])
    }

    /// So much a day of the community, brought to this day's size: thousandths in, thousandths out.
    pub(super) fn amount(&self, a_day: u64) -> u64 {
        a_day * self.density / 1000 * self.client.audience.pace(self.day.date) / 1000 * growth(self.day.date) / 1000
    }

    /// The day without dashes, which begins the native ids of what happens in it.
    pub(super) fn stamp(&self) -> String {
        self.day.date.strftime("%Y%m%d").to_string()
    }

    /// A moment after `start`, delayed as the quantiles (in minutes) say, at an hour at which the audience is there.
    pub(super) fn later(&self, start: Millis, delays: &[u64], chance: &mut Chance) -> Millis {
        let mut at = start;
        for _ in 0..3 {
            at = delayed(start, delays, chance);
            if chance.below(100) < self.client.audience.presence(hour_shown(at, self.day.zone)) {
                break;
            }
        }
        at
    }

    /// When the team answers what came at `asked`: nights wait for the morning.
    pub(super) fn answered(&self, asked: Millis, delays: &[u64], chance: &mut Chance) -> Millis {
        let at = delayed(asked, delays, chance);
        let (hour, (opens, closes)) = (hour_shown(at, self.day.zone), (8, 20));
        let wait = if hour < opens {
            opens - hour
        } else if hour >= closes {
            24 + opens - hour
        } else {
            0
        };
        Millis(at.0 + wait * HOUR_MS)
    }

    /// A member of the team.
    pub(super) fn teammate(&self, chance: &mut Chance) -> Option<ActorKey> {
        let place = chance.rank(u64::try_from(self.client.team.len()).unwrap_or(0));
        let role = self.client.team.get(usize::try_from(place).unwrap_or(0))?;
        Some(ActorKey { native: format!("team-{}", place + 1), display: Some((*role).to_owned()) })
    }
}

fn delayed(start: Millis, delays: &[u64], chance: &mut Chance) -> Millis {
    let minutes = i64::try_from(chance.along(delays)).unwrap_or(0);
    Millis(start.0 + minutes * 60_000 + i64::try_from(chance.below(60_000)).unwrap_or(0))
}

/// A fact with nothing but what it must have.
pub(super) fn bare(kind: FactKind, native: String, at: Millis) -> Fact {
    Fact { kind, native, at, zone_rule: ZoneRule::Told, actor: None, post: None, reply_to: None, text: None, url: None }
}

/// Where the pieces of a day are written.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Written and not yet handed out.
    pub(super) ready: VecDeque<Piece>,
    /// The stretch told: what lies outside is dropped.
    pub(super) span: Span,
}

impl Sheet {
    /// Writes a fact if it lies in the stretch told.
    pub(super) fn fact(&mut self, fact: Fact) {
        if self.span.holds(fact.at) {
            self.ready.push_back(Piece::Fact(fact));
        }
    }
}
