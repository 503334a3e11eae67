//! What is told of one quantity in one cell: the sum, what it rests on, what is missing, who told it;
//! and how that becomes a figure with its status and caveats.

use crate::answer::{Caveat, Figure, Status};
use model::ImportId;

model::coded!(
    /// How a figure was told.
    Teller, "teller", {
        /// The service's own figure of a day.
        ServiceDaily = 0, "service_daily";
        /// The service's own figure of exactly this window.
        ServiceWindow = 1, "service_window";
        /// Facts or visits counted one by one.
        Counted = 2, "counted";
        /// Acts entered in the journal.
        Journal = 3, "journal";
        /// Lifetime figures of posts, on the day of publication.
        PostLifetime = 4, "post_lifetime";
        /// Posts themselves, counted.
        PostsCounted = 5, "posts_counted";
        /// A stand read at a moment.
        Level = 6, "level";
        /// The difference of two stands.
        LevelDifference = 7, "level_difference";
        /// Gains minus losses.
        GainsMinusLosses = 8, "gains_minus_losses";
        /// Visits by origin, as the audience tool sorts them.
        AudienceTool = 9, "audience_tool";
    }
);

model::coded!(
    /// A remark without arguments, or whose argument is kept elsewhere.
    Remark, "remark", {
        /// The window is not over.
        WindowOpen = 0, "window-open";
        /// A day is covered in part only.
        PartDays = 1, "part-days";
        /// Told by day: says nothing of hours.
        DaysOnly = 2, "days-only";
        /// Posts whose day is not known exactly.
        DayNotKnown = 3, "day-not-known";
        /// The service does not say in which zone it cuts days.
        ZoneUnknown = 4, "zone-unknown";
        /// Reach added up over posts: people are counted more than once.
        ReachSummedOverPosts = 5, "reach-summed-over-posts";
        /// Unique people cannot be added up over days.
        ReachNotAdditive = 6, "reach-not-additive";
        /// People are counted once per space.
        PeopleCountedPerSpace = 7, "people-counted-per-space";
        /// The log writes no referrers.
        ReferrersNotLogged = 8, "referrers-not-logged";
        /// Channels are the audience tool's own, whatever the rules asked.
        ChannelsOfTool = 9, "channels-of-tool";
        /// The audience tool tells visitors by origin, not visits.
        VisitorsForVisits = 10, "visitors-for-visits";
    }
);

/// A small set of entries of a closed list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Set(u16);

impl Set {
    /// Adds the entry of this code.
    pub fn add(&mut self, code: i16) {
        self.0 |= 1 << code;
    }
    /// Whether it holds the entry of this code.
    pub const fn has(self, code: i16) -> bool {
        self.0 >> code & 1 == 1
    }
    /// Adds all entries of another.
    pub const fn merge(&mut self, other: Self) {
        self.0 |= other.0;
    }
    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A few imports, each once. Most cells rest on one: it needs no allocation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Imports {
    first: Option<ImportId>,
    others: Vec<ImportId>,
}

impl Imports {
    /// Adds one.
    pub fn add(&mut self, import: ImportId) {
        match self.first {
            None => self.first = Some(import),
            Some(first) if first == import || self.others.contains(&import) => {}
            Some(_) => self.others.push(import),
        }
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = ImportId> {
        self.first.iter().chain(&self.others).copied()
    }
}

/// What is told of one quantity in one cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// The sum of what is told.
    pub value: f64,
    /// Facts counted, days told by the service, posts with the figure, or readings.
    pub n: u64,
    /// Days (hours) told, over all spaces.
    pub told: u32,
    /// Days (hours) that could be told by now, over all spaces.
    pub asked: u32,
    /// Days (hours) still to come.
    pub ahead: u32,
    /// Spaces that tell anything.
    pub spaces_told: u32,
    /// Spaces expected to.
    pub spaces_asked: u32,
    /// Empty cells: posts known without this figure.
    pub gaps: u32,
    /// Who told it.
    pub by: Set,
    /// What to remark.
    pub remarks: Set,
    /// Zones of the service that differ from the zone asked: bits of the evaluation's list.
    pub zones: u64,
    /// The newest moment known about.
    pub freshest: Option<i64>,
    /// The imports used.
    pub imports: Imports,
}

impl Told {
    /// Notes an import once.
    pub fn credit_import(&mut self, import: ImportId) {
        self.imports.add(import);
    }

    /// Notes who told it.
    pub fn by(&mut self, teller: Teller) {
        self.by.add(teller.code());
    }

    /// Adds a remark.
    pub fn remark(&mut self, remark: Remark) {
        self.remarks.add(remark.code());
    }

    /// Notes a moment known about.
    pub fn known_at(&mut self, at: i64) {
        self.freshest = self.freshest.max(Some(at));
    }

    /// Takes over all but the value and the counts of days: for figures made of several told ones.
    pub fn credit(&mut self, other: &Self) {
        self.gaps += other.gaps;
        self.by.0 |= other.by.0;
        self.remarks.0 |= other.remarks.0;
        self.zones |= other.zones;
        self.freshest = self.freshest.max(other.freshest);
        for import in other.imports.iter() {
            self.credit_import(import);
        }
    }

    /// Adds another space's share.
    pub fn add_space(&mut self, other: &Self) {
        self.value += other.value;
        self.n += other.n;
        self.told += other.told;
        self.asked += other.asked;
        self.ahead += other.ahead;
        self.spaces_told += other.spaces_told;
        self.spaces_asked += other.spaces_asked;
        self.credit(other);
    }

    /// Whether anything is told.
    pub const fn any(&self) -> bool {
        self.told > 0
    }

    /// What it is worth.
    pub const fn status(&self) -> Status {
        if self.told == 0 {
            if self.asked == 0 && self.ahead > 0 { Status::Pending } else { Status::Missing }
        } else if self.told < self.asked || self.spaces_told < self.spaces_asked || self.gaps > 0 {
            Status::Partial
        } else {
            Status::Measured
        }
    }

    /// The figure, with the caveats that follow from the counts; `zones` is the evaluation's list.
    pub fn figure(&self, zones: &[String]) -> Figure {
        let status = self.status();
        let mut sources: Vec<i64> = self.imports.iter().map(|import| import.0).collect();
        sources.sort_unstable();
        Figure {
            value: self.any().then_some(self.value),
            status,
            n: self.n,
            numerator: None,
            denominator: None,
            freshness: self.freshest,
            sources,
            told_by: Teller::ALL
                .iter()
                .filter(|teller| self.by.has(teller.code()))
                .map(|teller| teller.as_str())
                .collect(),
            caveats: self.caveats(status, zones),
        }
    }

    fn caveats(&self, status: Status, zones: &[String]) -> Vec<Caveat> {
        let mut caveats = Vec::new();
        if status == Status::Pending {
            caveats.push(Caveat { code: "not-yet", args: Vec::new() });
        }
        if self.any() && self.spaces_told < self.spaces_asked {
            caveats.push(Caveat {
                code: "spaces-untold",
                args: vec![("told", self.spaces_told.to_string()), ("asked", self.spaces_asked.to_string())],
            });
        }
        if self.any() && self.told < self.asked {
            caveats.push(Caveat {
                code: "days-told",
                args: vec![("told", self.told.to_string()), ("asked", self.asked.to_string())],
            });
        }
        if self.gaps > 0 {
            caveats.push(Caveat { code: "cells-missing", args: vec![("n", self.gaps.to_string())] });
        }
        for (bit, zone) in zones.iter().enumerate().take(64) {
            if self.zones >> bit & 1 == 1 {
                caveats.push(Caveat { code: "zone-of-day", args: vec![("zone", zone.clone())] });
            }
        }
        for remark in Remark::ALL.iter().filter(|remark| self.remarks.has(remark.code())) {
            caveats.push(Caveat { code: remark.as_str(), args: Vec::new() });
        }
        caveats
    }
}
