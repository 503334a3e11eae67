//! From words to a query: every word is checked, and the first that is wrong is named.

use super::{Ask, AskError, Compare, Query, ROW_LIMIT, RuleSet, Split};
use crate::fold::date_at;
use crate::frame::Frame;
use crate::indicator::{self, Indicator};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{Grain, Millis, Period};

impl Query {
    /// Understands a question.
    ///
    /// `default_zone` is used when the question names none; `known_span` (first date known about, first date after)
    /// when it leaves a date out: with nothing known, the 30 days up to `now`.
    pub fn from_ask(
        ask: &Ask,
        default_zone: &str,
        known_span: Option<(Date, Date)>,
        now: Millis,
    ) -> Result<Self, AskError> {
        let mut indicators: Vec<&'static Indicator> = Vec::new();
        for id in &ask.indicators {
            let found = indicator::find(id.trim()).ok_or_else(|| AskError::UnknownIndicator(id.clone()))?;
            if !indicators.contains(&found) {
                indicators.push(found);
            }
        }
        if indicators.is_empty() {
            return Err(AskError::UnknownIndicator(String::new()));
        }
        let zone_name = word(ask.zone.as_deref()).unwrap_or(default_zone);
        let zone = TimeZone::get(zone_name).map_err(|_| AskError::UnknownZone(zone_name.to_owned()))?;
        let zone_name = zone.iana_name().unwrap_or(zone_name).to_owned();

        let (grain, splits) = splits(&ask.by)?;
        let filters = filters(&ask.filters)?;
        for indicator in &indicators {
            let wanted = splits.iter().chain(filters.iter().map(|(split, _)| split));
            if let Some(split) = wanted.into_iter().find(|split| !indicator.splits.contains(split)) {
                return Err(AskError::NoSuchSplit { indicator: indicator.id.to_owned(), split: split.to_string() });
            }
        }
        let period = period(ask, known_span, date_at(now, &zone))?;
        let rows = Frame::count(period, grain).saturating_mul(indicators.len());
        if rows > ROW_LIMIT {
            return Err(AskError::TooManyRows { rows, limit: ROW_LIMIT });
        }
        let compare = word(ask.compare.as_deref())
            .map(|given| given.parse::<Compare>().map_err(|_| AskError::UnknownCompare(given.to_owned())))
            .transpose()?;
        let rules = word(ask.rules.as_deref())
            .map(|given| given.parse::<RuleSet>().map_err(|_| AskError::UnknownRules(given.to_owned())))
            .transpose()?
            .unwrap_or(RuleSet::Matomo);
        Ok(Self { indicators, period, grain, splits, filters, zone, zone_name, compare, rules, now })
    }
}

/// What was said, unless nothing was: forms send empty fields.
fn word(given: Option<&str>) -> Option<&str> {
    given.map(str::trim).filter(|given| !given.is_empty())
}

fn splits(by: &[String]) -> Result<(Option<Grain>, Vec<Split>), AskError> {
    let mut grain = None;
    let mut splits = Vec::new();
    for given in by.iter().map(|given| given.trim()).filter(|given| !given.is_empty()) {
        if let Ok(found) = given.parse::<Grain>() {
            if grain.is_some_and(|already| already != found) {
                return Err(AskError::TwoGrains);
            }
            grain = Some(found);
        } else {
            let split = given.parse::<Split>().map_err(|_| AskError::UnknownSplit(given.to_owned()))?;
            if !splits.contains(&split) {
                splits.push(split);
            }
        }
    }
    Ok((grain, splits))
}

fn filters(given: &[(String, String)]) -> Result<Vec<(Split, Vec<String>)>, AskError> {
    let mut filters: Vec<(Split, Vec<String>)> = Vec::new();
    for (key, value) in given {
        let split = key.trim().parse::<Split>().map_err(|_| AskError::UnknownFilter(key.clone()))?;
        match filters.iter_mut().find(|(known, _)| *known == split) {
            Some((_, values)) => values.push(value.trim().to_owned()),
            None => filters.push((split, vec![value.trim().to_owned()])),
        }
    }
    Ok(filters)
}

fn period(ask: &Ask, known_span: Option<(Date, Date)>, today: Date) -> Result<Period, AskError> {
    let date = |given: Option<&str>| {
        word(given).map(|given| given.parse::<Date>().map_err(|_| AskError::NotADate(given.to_owned()))).transpose()
    };
    let tomorrow = today.tomorrow().unwrap_or(today);
    let (first, after) = known_span.unwrap_or_else(|| (tomorrow.checked_sub(30.days()).unwrap_or(today), tomorrow));
    let (from, to) = (date(ask.from.as_deref())?, date(ask.to.as_deref())?);
    let period = match (from, to) {
        (Some(from), Some(to)) => Period { from, to },
        // A date left out never makes the stretch empty by itself: the other end moves with it.
        (Some(from), None) => Period { from, to: if from < after { after } else { from.tomorrow().unwrap_or(from) } },
        (None, Some(to)) => Period { from: if first < to { first } else { to.yesterday().unwrap_or(to) }, to },
        (None, None) => Period { from: first, to: after },
    };
    if period.from < period.to { Ok(period) } else { Err(AskError::EmptyPeriod { from: period.from, to: period.to }) }
}

#[cfg(test)]
mod tests;
