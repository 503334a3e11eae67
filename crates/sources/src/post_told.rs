//! A post as one row of a table tells it: with the act of publishing it and what it gathered since.

use crate::figures::{first_words, published};
use crate::trouble::Refusal;
use model::{
    ActorKey, ContentType, Fact, FactKind, Metric, Millis, Observation, Piece, Post, Precision, Shape, Subject, Window,
    ZoneRule,
};
use std::borrow::Cow;

/// Bytes of a text that is surely kept whole.
const SHORT: usize = 280;

/// A post, lent: whoever keeps none of it makes nothing of it. A table may have millions.
#[derive(Debug, Clone, Copy)]
pub struct PostTold<'r> {
    /// The source's own key.
    pub native: &'r str,
    /// When it was published.
    pub at: Millis,
    /// How the instant was told.
    pub zone_rule: ZoneRule,
    /// How finely it is known.
    pub precision: Precision,
    /// What it is made of.
    pub content_type: ContentType,
    /// Its text, whole.
    pub text: Option<&'r str>,
    /// Where it can be seen.
    pub url: Option<&'r str>,
    /// Who of the team published it.
    pub by: Option<&'r str>,
    /// What it gathered so far; followers as they were when it was published.
    pub figures: &'r [(Metric, f64)],
}

impl<'r> PostTold<'r> {
    /// What publishing it is.
    pub const fn act(&self) -> FactKind {
        published(self.content_type)
    }

    /// Its first words.
    pub fn words(&self) -> Option<Cow<'r, str>> {
        // Bytes are no fewer than characters: most texts need not be counted.
        self.text.map(|text| if text.len() <= SHORT { Cow::Borrowed(text) } else { first_words(text).into() })
    }

    /// The moment at which a figure of it stood as told; `None`: what it gathered so far.
    pub const fn moment(&self, metric: Metric) -> Option<Millis> {
        match metric {
            // How many followers there were when the post was published: a stand, not what the post gathered.
            Metric::Followers => Some(self.at),
            _ => None,
        }
    }

    /// The same in pieces: the post, the act, each figure.
    pub fn pieces(&self, give: &mut dyn FnMut(Piece) -> Result<(), Refusal>) -> Result<(), Refusal> {
        let Self { native, at, zone_rule, precision, content_type, .. } = *self;
        give(Piece::Post(Post {
            native: native.to_owned(),
            at,
            zone_rule,
            precision,
            content_type,
            text: self.words().map(Cow::into_owned),
            url: self.url.map(str::to_owned),
        }))?;
        give(Piece::Fact(Fact {
            kind: self.act(),
            native: native.to_owned(),
            at,
            zone_rule,
            actor: self.by.map(|name| ActorKey { native: name.to_owned(), display: Some(name.to_owned()) }),
            post: Some(native.to_owned()),
            reply_to: None,
            text: None,
            url: self.url.map(str::to_owned),
        }))?;
        let subject = Subject::Post(native.into());
        for (metric, value) in self.figures.iter().copied() {
            let observed_at = self.moment(metric);
            let window = observed_at.map_or(Window::Lifetime, |_| Window::Moment);
            let (subject, shape) = (subject.clone(), Shape::Level);
            give(Piece::Observation(Observation { subject, metric, shape, value, window, observed_at }))?;
        }
        Ok(())
    }
}
