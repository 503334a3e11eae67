//! Small histories for the tests of indicators: one space, told line by line, then asked.

#![allow(clippy::unwrap_used)]
use crate::answer::{CAVEATS, Figure, Row, Status};
use crate::memory::{Memory, ready};
use crate::{Ask, Query, answer_to};
use jiff::Timestamp;
use jiff::civil::Date;
use model::{
    ActorKey, Breakdown, ContentType, Coverage, Fact, FactKind, ImportId, Metric, Millis, Network, Observation, Origin,
    Piece, Post, Precision, Shape, Side, SpaceId, Span, Subject, Visit, What, Window, ZoneRule,
};

/// A history being told.
pub(super) struct Story {
    memory: Memory,
    space: SpaceId,
    import: ImportId,
    now: Millis,
}

/// `2025-08-01T10:00` as an instant, UTC; a date alone is its midnight.
pub(super) fn at(text: &str) -> Millis {
    let text = if text.contains('T') { format!("{text}:00Z") } else { format!("{text}T00:00:00Z") };
    Millis(text.parse::<Timestamp>().unwrap().as_millisecond())
}

/// A story of one space, told on 1 January 2026.
pub(super) fn story(network: Network) -> Story {
    let mut memory = Memory::new();
    let space = memory.add_space("town", network.as_str(), network, "UTC");
    let import = memory.add_import("story", Millis(0), &[]);
    Story { memory, space, import, now: at("2026-01-01") }
}

impl Story {
    /// What follows is told of another space.
    pub fn and(mut self, network: Network) -> Self {
        let slug = format!("{network}-{}", self.memory.spaces.len());
        self.space = self.memory.add_space("town", &slug, network, "UTC");
        self
    }

    /// What follows is told by a source that lacks these figures.
    pub fn lacking(mut self, metrics: &[Metric]) -> Self {
        self.import = self.memory.add_import("lacking", Millis(1), metrics);
        self
    }

    pub fn now(mut self, now: &str) -> Self {
        self.now = at(now);
        self
    }

    fn tell(mut self, piece: Piece) -> Self {
        self.memory.put(self.space, self.import, piece);
        self
    }

    pub fn covered(self, what: What, from: &str, to: &str) -> Self {
        let span = Span { from: at(from), to: at(to) };
        self.tell(Piece::Coverage(Coverage { what, span }))
    }

    /// A fact by somebody, about nothing.
    pub fn fact(self, kind: FactKind, moment: &str, who: &str) -> Self {
        let native = format!("f{}", self.memory.pieces.len());
        let display = (kind.side() == Side::Team).then(|| who.to_owned());
        let actor = (!who.is_empty()).then(|| ActorKey { native: who.to_owned(), display });
        let fact = Fact {
            kind,
            native,
            at: at(moment),
            zone_rule: ZoneRule::Told,
            actor,
            post: None,
            reply_to: None,
            text: None,
            url: None,
        };
        self.tell(Piece::Fact(fact))
    }

    /// The service's figure of one day, in UTC days.
    pub fn day(self, metric: Metric, date: &str, value: f64) -> Self {
        self.day_in(metric, date, value, Some("UTC"))
    }

    pub fn day_in(self, metric: Metric, date: &str, value: f64, zone: Option<&str>) -> Self {
        let window = Window::Day { date: date.parse().unwrap(), zone: zone.map(str::to_owned) };
        let observation =
            Observation { subject: Subject::Space, metric, shape: Shape::Flow, value, window, observed_at: None };
        self.tell(Piece::Observation(observation))
    }

    /// The service's figure of several days.
    pub fn days(self, metric: Metric, from: &str, to: &str, value: f64) -> Self {
        let window = Window::Days { from: from.parse().unwrap(), to: to.parse().unwrap(), zone: Some("UTC".into()) };
        let observation =
            Observation { subject: Subject::Space, metric, shape: Shape::Flow, value, window, observed_at: None };
        self.tell(Piece::Observation(observation))
    }

    /// Followers read at a moment.
    pub fn followers(self, moment: &str, value: f64) -> Self {
        let observation = Observation {
            subject: Subject::Space,
            metric: Metric::Followers,
            shape: Shape::Level,
            value,
            window: Window::Moment,
            observed_at: Some(at(moment)),
        };
        self.tell(Piece::Observation(observation))
    }

    /// A photo with lifetime figures.
    pub fn post(self, native: &str, moment: &str, told: &[(Metric, f64)]) -> Self {
        self.post_of(ContentType::Photo, native, moment, told)
    }

    pub fn post_of(mut self, content_type: ContentType, native: &str, moment: &str, told: &[(Metric, f64)]) -> Self {
        let native = native.to_owned();
        self = self.tell(Piece::Post(Post {
            native: native.clone(),
            at: at(moment),
            zone_rule: ZoneRule::Told,
            precision: Precision::Exact,
            content_type,
            text: None,
            url: None,
        }));
        for (metric, value) in told {
            self = self.tell(Piece::Observation(Observation {
                subject: Subject::Post(native.as_str().into()),
                metric: *metric,
                shape: Shape::Level,
                value: *value,
                window: Window::Lifetime,
                observed_at: None,
            }));
        }
        self
    }

    /// A visit from a host; `""` for none, `"-"` when the log writes no referrers.
    pub fn visit(self, moment: &str, host: &str) -> Self {
        let referrer = (!host.is_empty() && host != "-").then(|| host.to_owned());
        let origin = Origin { told: host != "-", referrer, ..Origin::default() };
        let from = at(moment);
        self.tell(Piece::Visit(Visit { visitor: "v".into(), from, last: from, origin, landing: "/".into(), pages: 1 }))
    }

    /// An audience tool's table of a window (`to` excluded), sorted by its channels.
    pub fn channels(mut self, metric: Metric, from: &str, to: &str, rows: &[(&str, f64)]) -> Self {
        for (word, value) in rows {
            let origin = Origin { told: true, channel: Some((*word).to_owned()), ..Origin::default() };
            self = self.arrivals(Breakdown::Channel, origin, metric, (from, to), *value);
        }
        self
    }

    /// An audience tool's table of a window, sorted by referring host; `""` for none.
    pub fn sources(mut self, from: &str, to: &str, rows: &[(&str, f64)]) -> Self {
        for (host, value) in rows {
            let referrer = (!host.is_empty()).then(|| (*host).to_owned());
            let origin = Origin { told: true, referrer, ..Origin::default() };
            self = self.arrivals(Breakdown::Source, origin, Metric::Visits, (from, to), *value);
        }
        self
    }

    fn arrivals(self, by: Breakdown, origin: Origin, metric: Metric, (from, to): (&str, &str), value: f64) -> Self {
        let (from, to): (Date, Date) = (from.parse().unwrap(), to.parse().unwrap());
        let zone = Some("UTC".to_owned());
        let window = if from.tomorrow().unwrap() == to {
            Window::Day { date: from, zone }
        } else {
            Window::Days { from, to, zone }
        };
        let subject = Subject::Origin(by, origin);
        self.tell(Piece::Observation(Observation {
            subject,
            metric,
            shape: Shape::Flow,
            value,
            window,
            observed_at: None,
        }))
    }

    /// The one figure of a stretch of UTC days.
    pub fn ask(&self, indicator: &str, from: &str, to: &str) -> Figure {
        self.rows(indicator, from, to, &[]).into_iter().next().unwrap().figure
    }

    /// The rows of a question.
    pub fn rows(&self, indicator: &str, from: &str, to: &str, by: &[&str]) -> Vec<Row> {
        let ask = Ask {
            indicators: vec![indicator.to_owned()],
            from: Some(from.to_owned()),
            to: Some(to.to_owned()),
            by: by.iter().map(|by| (*by).to_owned()).collect(),
            ..Ask::default()
        };
        let query = Query::from_ask(&ask, "UTC", None, self.now).unwrap();
        ready(answer_to(&self.memory, &self.memory.scope(), &query)).unwrap().series.remove(0).rows
    }
}

/// Status, value and codes of the caveats: what most tests look at.
pub(super) fn short(figure: &Figure) -> (Status, Option<f64>, Vec<&'static str>) {
    assert!(figure.caveats.iter().all(|caveat| CAVEATS.contains(&caveat.code)), "unlisted: {:?}", figure.caveats);
    (figure.status, figure.value, figure.caveats.iter().map(|caveat| caveat.code).collect())
}
