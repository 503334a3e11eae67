//! What a page looks at: client, spaces, dates, comparison, zone, rules. All of it lives in the address, so that any
//! view is a link; every link between rooms carries it.

use jiff::ToSpan;
use jiff::civil::Date;
use measure::ask::{Ask, AskError, Compare, RuleSet};
use url::form_urlencoded;

model::coded!(
    /// A period that has a name.
    Named, "period", {
        /// The seven whole days before today.
        Last7Days = 1, "last-7-days";
        /// The four weeks before today.
        Last28Days = 2, "last-28-days";
        /// The ninety days before today.
        Last90Days = 3, "last-90-days";
        /// Since the first of the month, today included.
        ThisMonth = 4, "this-month";
        /// The month before.
        LastMonth = 5, "last-month";
        /// Since the first of January, today included.
        ThisYear = 6, "this-year";
        /// The twelve months before today.
        Last12Months = 7, "last-12-months";
        /// Everything that is known.
        All = 8, "all";
    }
);

impl Named {
    /// The period of an address that names none.
    pub const USUAL: Self = Self::Last28Days;

    /// First date, and first date after; `None` for everything.
    ///
    /// A stretch of so many days ends yesterday: with a day that is not over in it, every figure would be partial and
    /// every comparison unfair.
    pub fn dates(self, today: Date) -> Option<(Date, Date)> {
        let end = today.tomorrow().unwrap_or(today);
        let back = |span: jiff::Span| today.checked_sub(span).unwrap_or(today);
        let month = today.first_of_month();
        Some(match self {
            Self::Last7Days => (back(7.days()), today),
            Self::Last28Days => (back(28.days()), today),
            Self::Last90Days => (back(90.days()), today),
            Self::ThisMonth => (month, end),
            Self::LastMonth => (month.checked_sub(1.month()).unwrap_or(month), month),
            Self::ThisYear => (today.first_of_year(), end),
            Self::Last12Months => (back(12.months()), today),
            Self::All => return None,
        })
    }
}

/// The dates looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// A named period.
    Named(Named),
    /// From a date, included, to a date, excluded; either may be left open.
    Dates(Option<Date>, Option<Date>),
}

/// What a page looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The client's slug; `None`: every client the person sees.
    pub client: Option<String>,
    /// Slugs of spaces; empty: all.
    pub spaces: Vec<String>,
    /// The dates.
    pub window: Window,
    /// What to compare with.
    pub compare: Option<Compare>,
    /// The zone, where it is not the client's.
    pub zone: Option<String>,
    /// The rules that sort visits, where they are not the organisation's.
    pub rules: Option<RuleSet>,
    /// Whatever else the room of this address understands. Pickers keep it, links to other rooms do not.
    pub rest: Vec<(String, String)>,
}

impl Default for View {
    fn default() -> Self {
        let window = Window::Named(Named::USUAL);
        Self {
            client: None,
            spaces: Vec::new(),
            window,
            compare: Some(Compare::Previous),
            zone: None,
            rules: None,
            rest: Vec::new(),
        }
    }
}

impl View {
    /// Reads the part of an address behind `?`. What it does not understand among its own words is an error, never
    /// another period than the one asked for.
    pub fn parse(query: &str) -> Result<Self, AskError> {
        let mut view = Self::default();
        let (mut from, mut to) = (None, None);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            match name.as_ref() {
                // An empty choice of a form is the usual one.
                "client" | "space" | "period" | "from" | "to" | "until" | "compare" | "zone" | "rules"
                    if value.is_empty() => {}
                "client" => view.client = Some(value.to_owned()),
                "space" => view.spaces.push(value.to_owned()),
                "period" => {
                    let named = value.parse().map_err(|_| AskError::NotADate(value.to_owned()))?;
                    view.window = Window::Named(named);
                }
                "from" => from = Some(date(value)?),
                "to" => to = Some(date(value)?),
                // People name the last day, programs the day after: the form of dates sends this one.
                "until" => to = Some(date(value)?.tomorrow().map_err(|_| AskError::NotADate(value.to_owned()))?),
                "compare" if value == "none" => view.compare = None,
                "compare" => {
                    view.compare = Some(value.parse().map_err(|_| AskError::UnknownCompare(value.to_owned()))?)
                }
                "zone" => {
                    jiff::tz::TimeZone::get(value).map_err(|_| AskError::UnknownZone(value.to_owned()))?;
                    view.zone = Some(value.to_owned());
                }
                "rules" => view.rules = Some(value.parse().map_err(|_| AskError::UnknownRules(value.to_owned()))?),
                "lang" => {}
                _ => view.rest.push((name.into_owned(), value.to_owned())),
            }
        }
        if from.is_some() || to.is_some() {
            view.window = Window::Dates(from, to);
        }
        if let (Some(from), Some(to)) = (from, to)
            && from >= to
        {
            return Err(AskError::EmptyPeriod { from, to });
        }
        Ok(view)
    }

    /// First date and first date after, as far as the window says.
    pub fn dates(&self, today: Date) -> (Option<Date>, Option<Date>) {
        match self.window {
            Window::Named(named) => named.dates(today).unzip(),
            Window::Dates(from, to) => (from, to),
        }
    }

    /// The same, up to and with today, for what is entered by hand and counts from its first minute.
    pub fn dates_with_today(&self, today: Date) -> (Option<Date>, Option<Date>) {
        let (from, to) = self.dates(today);
        let ends_yesterday = matches!(self.window, Window::Named(_)) && to == Some(today);
        (from, if ends_yesterday { today.tomorrow().ok() } else { to })
    }

    /// The question about these indicators that this view asks.
    pub fn ask(&self, indicators: &[&str], today: Date, usual_rules: RuleSet) -> Ask {
        let (from, to) = self.dates(today);
        let mut filters: Vec<(String, String)> =
            self.client.iter().map(|slug| ("client".to_owned(), slug.clone())).collect();
        filters.extend(self.spaces.iter().map(|slug| ("space".to_owned(), slug.clone())));
        Ask {
            indicators: indicators.iter().map(|id| (*id).to_owned()).collect(),
            from: from.map(|date| date.to_string()),
            to: to.map(|date| date.to_string()),
            by: Vec::new(),
            filters,
            zone: self.zone.clone(),
            // What has no beginning has nothing before it.
            compare: self.compare.filter(|_| from.is_some()).map(|compare| compare.as_str().to_owned()),
            rules: Some(self.rules.unwrap_or(usual_rules).as_str().to_owned()),
        }
    }

    /// A link to another page that looks at the same.
    pub fn link(&self, path: &str) -> String {
        address(path, &self.pairs())
    }

    /// A link within the room: what only this room understands stays too.
    pub fn here(&self, path: &str) -> String {
        address(path, &[self.pairs(), self.rest.clone()].concat())
    }

    /// The same view with one more word of the room's own, in place of an earlier one.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut view = self.without(name);
        view.rest.push((name.to_owned(), value.to_owned()));
        view
    }

    /// The same view without a word of the room's own.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let mut view = self.clone();
        view.rest.retain(|(known, _)| known != name);
        view
    }

    /// A word of the room's own.
    pub fn own(&self, name: &str) -> Option<&str> {
        self.rest.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The words of the address; what is usual is left out.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        let mut add = |name: &str, value: &str| pairs.push((name.to_owned(), value.to_owned()));
        if let Some(client) = &self.client {
            add("client", client);
        }
        for space in &self.spaces {
            add("space", space);
        }
        match self.window {
            Window::Named(Named::USUAL) => {}
            Window::Named(named) => add("period", named.as_str()),
            Window::Dates(from, to) => {
                from.iter().for_each(|date| add("from", &date.to_string()));
                to.iter().for_each(|date| add("to", &date.to_string()));
            }
        }
        match self.compare {
            Some(Compare::Previous) => {}
            Some(compare) => add("compare", compare.as_str()),
            None => add("compare", "none"),
        }
        if let Some(zone) = &self.zone {
            add("zone", zone);
        }
        if let Some(rules) = self.rules {
            add("rules", rules.as_str());
        }
        pairs
    }

    /// Hidden fields for a form that chooses some of the words itself.
    pub fn fields_but(&self, chosen: &[&str]) -> Vec<(String, String)> {
        [self.pairs(), self.rest.clone()]
            .concat()
            .into_iter()
            .filter(|(name, _)| !chosen.contains(&name.as_str()))
            .collect()
    }
}

fn date(text: &str) -> Result<Date, AskError> {
    text.parse().map_err(|_| AskError::NotADate(text.to_owned()))
}

fn address(path: &str, pairs: &[(String, String)]) -> String {
    if pairs.is_empty() {
        return path.to_owned();
    }
    let query: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let (path, anchor) =
        path.split_once('#').map_or((path, String::new()), |(path, anchor)| (path, format!("#{anchor}")));
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}{query}{anchor}")
}

#[cfg(test)]
mod tests;
