//! From what a page looks at to answers: one understanding of rights, zone and dates, then as few reads as the page
//! needs, at once. Nothing here is shown.

use crate::error::Failure;
use crate::page::Page;
use crate::view::View;
use jiff::civil::Date;
use measure::ask::{Ask, Query, Split};
use measure::frame::Frame;
use measure::history::Scope;
use measure::indicator::{Indicator, find};
use measure::{Answer, AnswerError, HistoryError};
use model::{Grain, Period};
use store::ask::Understood;

/// The own word of an address for the length of periods.
pub const BY: &str = "by";
/// The word that stands for the period as a whole.
pub const WHOLE: &str = "whole";
/// The own word for the split.
pub const SPLIT: &str = "split";
/// The own words that narrow a figure: rows lead to their facts with them.
pub const NARROWINGS: [Split; 6] =
    [Split::Network, Split::ContentType, Split::Person, Split::Post, Split::Channel, Split::Referrer];

/// Most periods a figure of a page shows: above, points are closer than eyes can part.
const MOST_PERIODS: usize = 800;

/// A question understood, which may be put in several ways without reading rights and zones again.
pub struct Asked {
    scope: Scope,
    query: Query,
}

impl Asked {
    /// Understands what the page looks at.
    pub async fn of(page: &Page, indicators: &[&str]) -> Result<Self, Failure> {
        let ask = ask(page, indicators).await?;
        let Understood { query, scope } = page.state.store.understand(&page.viewer, &ask, page.now()).await?;
        Ok(Self { scope, query })
    }

    /// The spaces it sees.
    pub const fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The question.
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// The same question for other indicators, cut in another way.
    pub fn cut(&self, indicators: &[&str], cut: Cut, compare: bool) -> Query {
        Query {
            indicators: indicators.iter().filter_map(|id| find(id)).collect(),
            grain: cut.grain,
            splits: cut.split.into_iter().collect(),
            compare: self.query.compare.filter(|_| compare),
            ..self.query.clone()
        }
    }

    /// The question post by post.
    pub fn by_post(&self) -> Query {
        Query { grain: None, splits: vec![Split::Post], compare: None, ..self.query.clone() }
    }

    /// The question of where visits came from: by channel and by who referred.
    pub fn origins(&self) -> Query {
        let splits = vec![Split::Channel, Split::Referrer];
        let indicators = find("visits").into_iter().collect();
        Query { indicators, grain: None, splits, compare: None, ..self.query.clone() }
    }

    /// The answers to questions of a page, in order, worked out on a task of their own.
    pub async fn answers<const N: usize>(&self, page: &Page, queries: [Query; N]) -> Result<[Answer; N], Failure> {
        let (store, scope) = (page.state.store.clone(), self.scope.clone());
        let worked = tokio::spawn(async move { store.answers(&scope, &queries).await });
        let answers = worked.await.map_err(Failure::broken)?.map_err(|error| match error {
            AnswerError::Ask(error) => error.into(),
            AnswerError::History(error) => Failure::broken(error),
        })?;
        let short = || Failure::broken(HistoryError("fewer answers than questions".to_owned()));
        answers.try_into().map_err(|_| short())
    }
}

/// The page's question in words.
pub async fn ask(page: &Page, indicators: &[&str]) -> Result<Ask, Failure> {
    let mut ask = page.view.ask(indicators, today(page).await?, page.organisation.rules);
    ask.filters.extend(narrowed(&page.view).map(|(split, value)| (split.as_str().to_owned(), value.to_owned())));
    Ok(ask)
}

/// What the address narrows figures to.
pub fn narrowed(view: &View) -> impl Iterator<Item = (Split, &str)> {
    NARROWINGS
        .into_iter()
        .filter_map(|split| Some((split, view.own(split.as_str()).filter(|value| !value.is_empty())?)))
}

/// Today where the page looks: in the zone asked for, the client's, or the organisation's.
pub async fn today(page: &Page) -> Result<Date, Failure> {
    let zone = match (&page.view.zone, &page.view.client) {
        (Some(zone), _) => zone.clone(),
        (None, Some(slug)) => page.state.store.client_by_slug(&page.viewer, slug).await?.ok_or(Failure::NotFound)?.zone,
        (None, None) => page.organisation.zone.clone(),
    };
    Ok(page.today(&zone))
}

/// How a figure is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cut {
    /// Into periods.
    pub grain: Option<Grain>,
    /// By something else.
    pub split: Option<Split>,
}

impl Cut {
    /// Into the periods that suit the dates.
    pub fn usual(period: Period) -> Self {
        Self { grain: Some(usual_grain(period)), split: None }
    }

    /// What the address says; what it leaves out is what suits: periods without a split, the whole with one.
    pub fn of(view: &View, indicator: &Indicator, period: Period) -> Result<Self, Failure> {
        use measure::AskError::{NoSuchSplit, UnknownSplit};
        let split = match view.own(SPLIT).filter(|word| !word.is_empty()) {
            Some(word) => Some(word.parse::<Split>().map_err(|_| UnknownSplit(word.to_owned()))?),
            None => None,
        };
        if let Some(split) = split.filter(|split| !indicator.splits.contains(split)) {
            return Err(NoSuchSplit { indicator: indicator.id.to_owned(), split: split.to_string() }.into());
        }
        let grain = match view.own(BY).filter(|word| !word.is_empty()) {
            Some(WHOLE) => None,
            Some(word) => Some(word.parse::<Grain>().map_err(|_| UnknownSplit(word.to_owned()))?),
            None if split.is_some() => None,
            None => Some(usual_grain(period)),
        };
        Ok(Self { grain, split })
    }
}

/// The periods that show a course: neither three points nor three hundred.
fn usual_grain(period: Period) -> Grain {
    match Frame::count(period, Some(Grain::Day)) {
        ..=2 => Grain::Hour,
        3..=92 => Grain::Day,
        93..=800 => Grain::Week,
        _ => Grain::Month,
    }
}

/// The grains that cut these dates into at least two periods and into no more than a figure can show.
pub fn grains(period: Period) -> impl Iterator<Item = Grain> {
    let days = Frame::count(period, Some(Grain::Day));
    Grain::ALL.iter().copied().filter(move |grain| match grain {
        Grain::Hour => days * 24 <= MOST_PERIODS,
        Grain::Day => (2..=MOST_PERIODS).contains(&days),
        Grain::Week => days >= 8,
        Grain::Month => days >= 32,
        Grain::Quarter => days >= 93,
        Grain::Year => days >= 367,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;

    #[test]
    fn dates_are_cut_into_periods_one_can_see() {
        for (days, usual, offered) in [
            (1, Grain::Hour, "hour"),
            (2, Grain::Hour, "hour day"),
            (7, Grain::Day, "hour day"),
            (28, Grain::Day, "hour day week"),
            (92, Grain::Day, "day week month"),
            (365, Grain::Week, "day week month quarter"),
            (731, Grain::Week, "day week month quarter year"),
            (2000, Grain::Month, "week month quarter year"),
        ] {
            let from = date(2024, 1, 1);
            let period = Period { from, to: from + days.days() };
            let words: Vec<&str> = grains(period).map(Grain::as_str).collect();
            assert_eq!((usual_grain(period), words.join(" ").as_str()), (usual, offered), "{days} days");
        }
    }

    #[test]
    fn the_address_says_how_a_figure_is_cut() {
        let period = Period { from: date(2026, 11, 1), to: date(2026, 11, 29) };
        let likes = find("likes").map(|likes| (likes, period));
        let cut = |query: &str| {
            let (indicator, period) = likes?;
            Cut::of(&View::parse(query).ok()?, indicator, period).ok()
        };
        let (day, network) = (Some(Grain::Day), Some(Split::Network));
        assert_eq!(cut(""), Some(Cut { grain: day, split: None }));
        assert_eq!(cut("split=network"), Some(Cut { grain: None, split: network }));
        assert_eq!(cut("split=network&by=day"), Some(Cut { grain: day, split: network }));
        assert_eq!(cut("by=whole"), Some(Cut::default()));
        assert_eq!(cut("by=fortnight"), None);
        assert_eq!(cut("split=channel"), None, "likes have no channel");
    }
}
