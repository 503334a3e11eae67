//! Posts told whole: each with the act of publishing it and what it gathered, as a row of a table tells them. A table may
//! have millions, so that many lie in one text and two lists instead of several pieces each.

use model::{
    ActorKey, ContentType, Fact, FactKind, Metric, Millis, Observation, Piece, Post, Precision, Shape, Subject, Window,
    ZoneRule,
};
use std::ops::Range;

/// A figure of a post told whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// Which.
    pub metric: Metric,
    /// Its value.
    pub value: f64,
    /// When it stood so; `None`: what the post gathered since it came out.
    pub moment: Option<Millis>,
}

/// A post told whole, lent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Told<'a> {
    /// The source's own key, of the post and of the act.
    pub native: &'a str,
    /// When it was published.
    pub at: Millis,
    /// How the instant was told.
    pub zone_rule: ZoneRule,
    /// How finely it is known.
    pub precision: Precision,
    /// What it is made of.
    pub content_type: ContentType,
    /// What publishing it is.
    pub act: FactKind,
    /// Its first words.
    pub text: Option<&'a str>,
    /// Where it can be seen.
    pub url: Option<&'a str>,
    /// Who published it.
    pub by: Option<&'a str>,
    /// What it gathered.
    pub figures: &'a [Figure],
}

impl Told<'_> {
    /// The same in pieces.
    pub fn pieces(&self) -> impl Iterator<Item = Piece> {
        let Self { native, at, zone_rule, precision, content_type, act, text, url, by, figures } = *self;
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let post = Post {
            native: native.to_owned(),
            at,
            zone_rule,
            precision,
            content_type,
            text: owned(text),
            url: owned(url),
        };
        let fact = Fact {
            kind: act,
            native: native.to_owned(),
            at,
            zone_rule,
            actor: by.map(|name| ActorKey { native: name.to_owned(), display: Some(name.to_owned()) }),
            post: Some(native.to_owned()),
            reply_to: None,
            text: None,
            url: owned(url),
        };
        let figures = figures.iter().map(move |figure| {
            Piece::Observation(Observation {
                subject: Subject::Post(native.into()),
                metric: figure.metric,
                shape: Shape::Level,
                value: figure.value,
                window: figure.moment.map_or(Window::Lifetime, |_| Window::Moment),
                observed_at: figure.moment,
            })
        });
        [Piece::Post(post), Piece::Fact(fact)].into_iter().chain(figures)
    }
}

/// Posts told whole, one after the other.
#[derive(Debug, Default)]
pub struct ToldPosts {
    text: String,
    figures: Vec<Figure>,
    rows: Vec<Row>,
}

/// One of them: its texts and figures by their places.
#[derive(Debug)]
struct Row {
    native: Range<usize>,
    at: Millis,
    zone_rule: ZoneRule,
    precision: Precision,
    content_type: ContentType,
    act: FactKind,
    text: Option<Range<usize>>,
    url: Option<Range<usize>>,
    by: Option<Range<usize>>,
    figures: Range<usize>,
}

impl ToldPosts {
    /// Adds one.
    pub fn push(&mut self, told: &Told<'_>) {
        let from = self.figures.len();
        self.figures.extend_from_slice(told.figures);
        let row = Row {
            native: self.keep(told.native),
            at: told.at,
            zone_rule: told.zone_rule,
            precision: told.precision,
            content_type: told.content_type,
            act: told.act,
            text: told.text.map(|text| self.keep(text)),
            url: told.url.map(|url| self.keep(url)),
            by: told.by.map(|by| self.keep(by)),
            figures: from..self.figures.len(),
        };
        self.rows.push(row);
    }

    /// PostgreSQL keeps no NUL in text, and no source means one.
    fn keep(&mut self, text: &str) -> Range<usize> {
        let from = self.text.len();
        self.text.extend(text.split('\0'));
        from..self.text.len()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many figures they have together.
    pub const fn figures(&self) -> usize {
        self.figures.len()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Told<'_>> {
        // Places were made by `push`: none is missing.
        let text = |place: &Range<usize>| self.text.get(place.clone()).unwrap_or_default();
        self.rows.iter().map(move |row| Told {
            native: text(&row.native),
            at: row.at,
            zone_rule: row.zone_rule,
            precision: row.precision,
            content_type: row.content_type,
            act: row.act,
            text: row.text.as_ref().map(text),
            url: row.url.as_ref().map(text),
            by: row.by.as_ref().map(text),
            figures: self.figures.get(row.figures.clone()).unwrap_or_default(),
        })
    }
}
