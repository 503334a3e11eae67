//! The stream of a space: one local day after the other, each written, handed out and forgotten, so that two years of
//! millions of acts take the memory of one day.

use super::crowd::Crowd;
use super::plan::{ClientPlan, SpacePlan};
use super::rhythm::{ANCHOR, LocalDay, midnight};
use super::scene::{Scene, Sheet};
use super::told::covered;
use super::{echoes, figures, journal, posts, visits};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{Coverage, Network, Piece, Span};
use std::collections::VecDeque;

/// Everything one space tells, day by day, as an iterator.
#[derive(Debug)]
pub struct Pieces {
    setting: Setting,
    crowd: Crowd,
    today: Date,
    until: Date,
    sheet: Sheet,
}

/// What stays the same from day to day.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) client: &'static ClientPlan,
    pub(super) plan: &'static SpacePlan,
    pub(super) zone: TimeZone,
    /// Size of the communities, in thousandths of the usual sample.
    pub(super) density: u64,
    /// Keys every draw of the space.
    pub(super) key: u64,
}

impl Setting {
    fn day(&self, date: Date) -> Scene<'_> {
        Scene {
            client: self.client,
            plan: self.plan,
            day: LocalDay::new(date, &self.zone),
            mood: self.plan.story.mood(date),
            density: self.density,
            key: self.key,
        }
    }
}

impl Pieces {
    pub(super) fn new(setting: Setting, from: Date, until: Date) -> Self {
        let span = Span { from: midnight(from, &setting.zone), to: midnight(until, &setting.zone) };
        let coverage = covered(setting.plan).into_iter().map(|what| Piece::Coverage(Coverage { what, span }));
        let mut sheet = Sheet { ready: VecDeque::from_iter(coverage), span };
        let mut crowd = Crowd::at_anchor(setting.plan, setting.density, setting.key);
        for date in ANCHOR.series(1.day()).take_while(|date| *date < from) {
            let turnover = crowd.turnover(&setting.day(date));
            crowd.apply(&turnover);
        }
        let eve = from.yesterday().unwrap_or(from);
        figures::level(&setting.day(eve), eve, &crowd, &mut sheet);
        Self { setting, crowd, today: from, until, sheet }
    }

    fn write_a_day(&mut self) {
        let tomorrow = self.today.tomorrow().unwrap_or(self.until);
        let (scene, sheet, plan) = (self.setting.day(self.today), &mut self.sheet, self.setting.plan);
        let turnover = self.crowd.turnover(&scene);
        self.crowd.write(&turnover, &scene, sheet);
        posts::write(&scene, &self.crowd, sheet);
        echoes::write(&scene, &self.crowd, sheet);
        if plan.network == Network::Journal {
            journal::write(&scene, sheet);
        }
        if plan.visits > 0 {
            visits::write(&scene, sheet);
        }
        self.crowd.apply(&turnover);
        figures::of_day(&scene, &turnover, &self.crowd, tomorrow >= self.until, sheet);
        self.today = tomorrow;
    }
}

impl Iterator for Pieces {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        while self.sheet.ready.is_empty() && self.today < self.until {
            self.write_a_day();
        }
        self.sheet.ready.pop_front()
    }
}
