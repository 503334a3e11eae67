//! Random histories, the same for the same seed: spaces of several networks, posts, facts, daily flows, levels,
//! lifetime figures, visits and coverage with holes. For property tests over any implementation of `History`.

use super::Memory;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{
    ActorKey, Breakdown, ContentType, Coverage, Fact, FactKind, Grain, ImportId, Metric, Millis, Network, Observation,
    Origin, Piece, Post, Precision, Shape, Side, SpaceId, Span, Subject, Visit, What, Window, ZoneRule,
};

/// Zones whose rules differ: half hours, quarters, both hemispheres, a half-hour change, a skipped day's heir.
pub const ZONES: &[&str] = &[
    "UTC",
    "Europe/Paris",
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
    "Pacific/Chatham",
];

/// Chance that repeats itself: splitmix64.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Chance from a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from 0 to `below` - 1.
    pub fn below(&mut self, below: i64) -> i64 {
        let below = u64::try_from(below.max(1)).unwrap_or(1);
        i64::try_from(self.bits() % below).unwrap_or_default()
    }

    /// True `percent` times in a hundred.
    pub fn percent(&mut self, percent: i64) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub fn one<T: Copy>(&mut self, of: &[T], or: T) -> T {
        let at = usize::try_from(self.below(i64::try_from(of.len()).unwrap_or(1))).unwrap_or_default();
        of.get(at).copied().unwrap_or(or)
    }
}

/// Where and when a random history takes place.
#[derive(Debug, Clone)]
pub struct Stage {
    /// The first day.
    pub from: Date,
    /// How many days.
    pub days: i64,
    /// How many facts per space.
    pub facts: i64,
}

/// A random history.
pub fn history(seed: u64, stage: &Stage) -> Memory {
    let mut chance = Chance::new(seed);
    let mut memory = Memory::new();
    let lacks: &[&[Metric]] = &[&[], &[Metric::Losses]];
    for number in 0..4 {
        let client = if number < 2 { "north" } else { "south" };
        let network = match number {
            0 => Network::Facebook,
            1 => Network::Site,
            2 => chance.one(&[Network::X, Network::Mastodon], Network::X),
            _ => chance.one(&[Network::Instagram, Network::Journal, Network::Blog], Network::Blog),
        };
        let zone = chance.one(ZONES, "UTC");
        let space = memory.add_space(client, &format!("s{number}"), network, zone);
        let import = memory.add_import("random", Millis(0), chance.one(lacks, &[]));
        let mut told = Teller { memory: &mut memory, chance: &mut chance, stage, space, import };
        told.coverage();
        told.posts();
        told.facts();
        told.flows(zone);
        told.levels();
        told.visits();
        told.arrivals();
    }
    memory
}

struct Teller<'a> {
    memory: &'a mut Memory,
    chance: &'a mut Chance,
    stage: &'a Stage,
    space: SpaceId,
    import: ImportId,
}

impl Teller<'_> {
    fn put(&mut self, piece: Piece) {
        self.memory.put(self.space, self.import, piece);
    }

    fn instant(&mut self) -> Millis {
        let start = crate::fold::start_of_day(self.stage.from, &TimeZone::UTC);
        Millis(start.0 + self.chance.below(self.stage.days * crate::fold::DAY_MS))
    }

    fn day(&mut self) -> Date {
        let days = self.chance.below(self.stage.days);
        self.stage.from.checked_add(days.days()).unwrap_or(self.stage.from)
    }

    fn coverage(&mut self) {
        let mut what: Vec<What> = FactKind::ALL.iter().copied().map(What::Facts).collect();
        what.extend(
            [Metric::Likes, Metric::Comments, Metric::Shares, Metric::Impressions, Metric::LinkClicks].map(What::Posts),
        );
        what.push(What::Visits);
        for what in what {
            for _ in 0..self.chance.below(3) {
                let (a, b) = (self.instant(), self.instant());
                self.put(Piece::Coverage(Coverage { what, span: Span { from: a.min(b), to: Millis(a.max(b).0 + 1) } }));
            }
        }
    }

    fn posts(&mut self) {
        for number in 0..12 {
            let native = format!("{}-p{number}", self.space.0);
            let at = self.instant();
            let content_type =
                self.chance.one(&[ContentType::Photo, ContentType::Video, ContentType::Status], ContentType::Link);
            self.put(Piece::Post(Post {
                native: native.clone(),
                at,
                zone_rule: ZoneRule::Told,
                precision: Precision::Exact,
                content_type,
                text: Some(format!("post {number}")),
                url: None,
            }));
            for metric in [
                Metric::Likes,
                Metric::Comments,
                Metric::Shares,
                Metric::Impressions,
                Metric::LinkClicks,
                Metric::Reach,
            ] {
                if self.chance.percent(60) {
                    let value = f64::from(u32::try_from(self.chance.below(50)).unwrap_or_default());
                    self.put(Piece::Observation(Observation {
                        subject: Subject::Post(native.as_str().into()),
                        metric,
                        shape: Shape::Level,
                        value,
                        window: Window::Lifetime,
                        observed_at: Some(Millis(at.0 + 9 * crate::fold::DAY_MS)),
                    }));
                }
            }
        }
    }

    fn facts(&mut self) {
        for number in 0..self.stage.facts {
            let kind = self.chance.one(FactKind::ALL, FactKind::Like);
            let actor = if kind.side() == Side::Team {
                let name = self.chance.one(&["Ada", "Grace", ""], "");
                (!name.is_empty())
                    .then(|| ActorKey { native: format!("{}-{name}", self.space.0), display: Some(name.to_owned()) })
            } else {
                Some(ActorKey { native: format!("{}-a{}", self.space.0, self.chance.below(15)), display: None })
            };
            let about = kind.side() == Side::Community && self.chance.percent(50);
            let post = about.then(|| format!("{}-p{}", self.space.0, self.chance.below(12)));
            let at = self.instant();
            self.put(Piece::Fact(Fact {
                kind,
                native: format!("{}-f{number}", self.space.0),
                at,
                zone_rule: ZoneRule::Told,
                actor,
                post,
                reply_to: None,
                text: None,
                url: None,
            }));
        }
    }

    fn flows(&mut self, zone: &str) {
        let zone = self.chance.percent(70).then(|| zone.to_owned());
        for metric in [
            Metric::Gains,
            Metric::Losses,
            Metric::Likes,
            Metric::Mentions,
            Metric::Impressions,
            Metric::LinkClicks,
            Metric::PostsPublished,
            Metric::Visits,
        ] {
            if !self.chance.percent(40) {
                continue;
            }
            let mut days: Vec<Date> = (0..self.stage.days).map(|_| self.day()).collect();
            days.sort_unstable();
            days.dedup();
            for date in days {
                let value = f64::from(u32::try_from(self.chance.below(20)).unwrap_or_default());
                self.put(Piece::Observation(Observation {
                    subject: Subject::Space,
                    metric,
                    shape: Shape::Flow,
                    value,
                    window: Window::Day { date, zone: zone.clone() },
                    observed_at: None,
                }));
            }
        }
    }

    fn levels(&mut self) {
        for _ in 0..self.chance.below(6) {
            let value = f64::from(u32::try_from(self.chance.below(1000)).unwrap_or_default());
            let at = self.instant();
            self.put(Piece::Observation(Observation {
                subject: Subject::Space,
                metric: Metric::Followers,
                shape: Shape::Level,
                value,
                window: Window::Moment,
                observed_at: Some(at),
            }));
        }
    }

    /// Tables of an audience tool: days and whole weeks, sorted one way or both, visits or visitors.
    fn arrivals(&mut self) {
        let mut windows: Vec<Window> =
            (0..self.stage.days / 3).map(|_| Window::Day { date: self.day(), zone: None }).collect();
        let day = |window: &Window| if let Window::Day { date, .. } = window { Some(*date) } else { None };
        windows.sort_by_key(day);
        windows.dedup();
        let monday = crate::frame::bounds(self.stage.from, Grain::Week).0;
        for week in 0..3 {
            let from = monday.checked_add((7 * week).days()).unwrap_or(monday);
            let to = from.checked_add(7.days()).unwrap_or(from);
            windows.push(Window::Days { from, to, zone: Some("UTC".to_owned()) });
        }
        for window in windows {
            for by in [Breakdown::Channel, Breakdown::Source] {
                if self.chance.percent(40) {
                    let metric = if self.chance.percent(70) { Metric::Visits } else { Metric::Visitors };
                    self.table(by, metric, &window);
                }
            }
        }
    }

    fn table(&mut self, by: Breakdown, metric: Metric, window: &Window) {
        let some = |text: &str| Some(text.to_owned());
        let origins = match by {
            Breakdown::Channel => ["organic social", "paid social", "direct", "entrées directes", "(other)"]
                .map(|word| Origin { told: true, channel: some(word), ..Origin::default() }),
            Breakdown::Source => [
                Origin { told: true, ..Origin::default() },
                Origin { told: true, referrer: some("facebook.com"), ..Origin::default() },
                Origin { told: true, referrer: some("example.org"), ..Origin::default() },
                Origin {
                    told: true,
                    campaign_source: some("news"),
                    campaign_medium: some("email"),
                    ..Origin::default()
                },
                Origin { told: true, channel: some("(other)"), ..Origin::default() },
            ],
        };
        for origin in origins {
            if self.chance.percent(70) {
                let value = f64::from(u32::try_from(self.chance.below(30)).unwrap_or_default());
                self.put(Piece::Observation(Observation {
                    subject: Subject::Origin(by, origin),
                    metric,
                    shape: Shape::Flow,
                    value,
                    window: window.clone(),
                    observed_at: None,
                }));
            }
        }
    }

    fn visits(&mut self) {
        let told = self.chance.percent(80);
        for number in 0..self.stage.facts / 4 {
            let from = self.instant();
            let host = self.chance.one(&["facebook.com", "google.fr", "example.org", "chatgpt.com", ""], "");
            let referrer = (told && !host.is_empty()).then(|| host.to_owned());
            self.put(Piece::Visit(Visit {
                visitor: format!("v{number}"),
                from,
                last: from,
                origin: Origin { told, referrer, ..Origin::default() },
                landing: "/".to_owned(),
                pages: 1,
            }));
        }
    }
}
