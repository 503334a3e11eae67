//! Who follows a space, who leaves it and who acts in it, without a list of people: followers are numbered as they
//! come, two by two; of each pair one may leave, oldest pairs first, and the other stays and is the one who acts.
//! So nobody leaves twice, leaves before coming, or acts after leaving.

use super::chance::{Chance, scramble};
use super::plan::SpacePlan;
use super::scene::{Purpose, Scene, Sheet, bare};
use super::told::Growth;
use model::{ActorKey, FactKind};

/// The followers of a space at the start of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Crowd {
    key: u64,
    /// How many have ever come, bots apart.
    joined: u64,
    /// How many have left, bots apart.
    lost: u64,
    /// How many bots have ever come.
    bots: u64,
    /// How many bots were removed.
    purged: u64,
}

/// What a day changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turnover {
    joined: u64,
    lost: u64,
    bots: u64,
    purged: u64,
}

impl Turnover {
    /// Everybody who came.
    pub(super) const fn gains(&self) -> u64 {
        self.joined + self.bots
    }

    /// Everybody who left.
    pub(super) const fn losses(&self) -> u64 {
        self.lost + self.purged
    }
}

impl Crowd {
    /// The followers on the anchor day.
    pub(super) const fn at_anchor(plan: &SpacePlan, density: u64, key: u64) -> Self {
        Self { key, joined: plan.followers * density / 1000, lost: 0, bots: 0, purged: 0 }
    }

    /// How many follow.
    pub(super) const fn level(&self) -> u64 {
        self.joined - self.lost + self.bots - self.purged
    }

    /// What the day changes.
    pub(super) fn turnover(&self, scene: &Scene) -> Turnover {
        let mut chance = scene.chance(Purpose::Turnover, 0);
        let joined = chance.count(scene.amount(scene.plan.gains));
        let leaving = chance.count(scene.amount(scene.plan.losses) * scene.mood.losses / 1000);
        let bots = chance.count(scene.plan.story.bots_arriving(scene.day.date) * scene.density / 1000);
        let purged = if scene.plan.story.purges(scene.day.date) { self.bots - self.purged } else { 0 };
        Turnover { joined, lost: leaving.min((self.joined / 2).saturating_sub(self.lost)), bots, purged }
    }

    /// The day is over.
    pub(super) const fn apply(&mut self, day: &Turnover) {
        self.joined += day.joined;
        self.lost += day.lost;
        self.bots += day.bots;
        self.purged += day.purged;
    }

    /// Writes each follow and unfollow of the day, where the space tells them.
    pub(super) fn write(&self, day: &Turnover, scene: &Scene, sheet: &mut Sheet) {
        if scene.plan.told.growth != Growth::OneByOne {
            return;
        }
        let mut chance = scene.chance(Purpose::Followers, 0);
        let mut act = |kind, native: String, who: String, night: bool| {
            let at = if night {
                let within = i64::try_from(chance.below(9_000_000)).unwrap_or(0);
                scene.day.clock(2, within)
            } else {
                scene.day.moment(scene.client.audience, &mut chance)
            };
            let actor = Some(ActorKey { native: who, display: None });
            sheet.fact(model::Fact { actor, ..bare(kind, native, at) });
        };
        for number in self.joined..self.joined + day.joined {
            act(FactKind::Follow, format!("f{number}"), member(number), false);
        }
        for number in self.bots..self.bots + day.bots {
            act(FactKind::Follow, format!("fb{number}"), format!("b{number}"), false);
        }
        for pair in self.lost..self.lost + day.lost {
            act(FactKind::Unfollow, format!("u{pair}"), member(2 * pair + self.who_leaves(pair)), false);
        }
        for number in self.purged..self.purged + day.purged {
            act(FactKind::Unfollow, format!("ub{number}"), format!("b{number}"), true);
        }
    }

    /// Which of a pair is the one who leaves some day: 0 or 1.
    const fn who_leaves(&self, pair: u64) -> u64 {
        scramble(self.key ^ pair) & 1
    }

    /// The follower of that rank, or a passer-by where there are not so many.
    fn of_rank(&self, rank: u64, chance: &mut Chance) -> ActorKey {
        let native =
            if rank < self.joined / 2 { member(2 * rank + 1 - self.who_leaves(rank)) } else { passer_by(chance) };
        ActorKey { native, display: None }
    }

    /// Somebody who acts: mostly the faithful few, sometimes any follower, now and then a passer-by.
    pub(super) fn somebody(&self, chance: &mut Chance) -> ActorKey {
        let pairs = self.joined / 2;
        match chance.below(1000) {
            0..120 => ActorKey { native: passer_by(chance), display: None },
            120..320 => {
                let rank = chance.below(pairs);
                self.of_rank(rank, chance)
            }
            _ => {
                let rank = chance.rank(pairs);
                self.of_rank(rank, chance)
            }
        }
    }

    /// So many different people, the faithful few first.
    pub(super) fn several(&self, wanted: u64, chance: &mut Chance, mut each: impl FnMut(&mut Chance, ActorKey)) {
        chance.distinct_ranks(wanted, self.joined / 2, |chance, rank| {
            let actor = self.of_rank(rank, chance);
            each(chance, actor);
        });
    }
}

fn member(number: u64) -> String {
    format!("m{number}")
}

fn passer_by(chance: &mut Chance) -> String {
    format!("p{}", chance.below(4_000_000_000))
}
