//! The acts of the dates looked at, day by day, with what they can be narrowed by.

use super::icon;
use crate::error::Failure;
use crate::page::Page;
use crate::rooms::journal::may_change;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use measure::fold::start_of_day;
use model::{FactKind, Millis, Span};
use store::desk::{Client, ScopeFilter};
use store::history::journal::{JournalPage, Kept};

/// The own word for a kind.
const KIND: &str = "kind";
/// The own word for a person.
const PERSON: &str = "person";
/// The own word for the part of a long list, from 1.
const PART: &str = "part";
/// Acts on one page.
const ON_A_PAGE: u32 = 50;

/// What the store answered.
pub struct Days {
    kept: Vec<Kept>,
    total: u64,
    part: u32,
    zone: String,
    /// Names to propose: the team's and those of the journal.
    pub people: Vec<String>,
    /// Names that stand in the journal.
    noted: Vec<String>,
    kind: Option<FactKind>,
}

impl Days {
    /// Reads the acts that the address asks for.
    pub async fn of(page: &Page, clients: &[Client]) -> Result<Self, Failure> {
        let view = &page.view;
        let client = clients.iter().find(|client| Some(&client.slug) == view.client.as_ref());
        let zone = view
            .zone
            .clone()
            .or_else(|| client.map(|client| client.zone.clone()))
            .unwrap_or_else(|| page.organisation.zone.clone());
        let kind = match view.own(KIND).filter(|word| !word.is_empty()) {
            Some(word) => Some(word.parse::<FactKind>().map_err(|_| Failure::NotFound)?),
            None => None,
        };
        let part: u32 = view.own(PART).and_then(|part| part.parse().ok()).filter(|part| *part > 0).unwrap_or(1);
        let list = JournalPage {
            kinds: kind.into_iter().filter(|kind| FactKind::JOURNAL.contains(kind)).collect(),
            people: view.own(PERSON).filter(|name| !name.is_empty()).map(str::to_owned).into_iter().collect(),
            span: span(view.dates_with_today(page.today(&zone)), &zone),
            offset: (part - 1).saturating_mul(ON_A_PAGE),
            limit: ON_A_PAGE,
        };
        let store = &page.state.store;
        let filter = ScopeFilter { clients: view.client.iter().cloned().collect(), ..ScopeFilter::default() };
        let scope = store.scope(&page.viewer, &filter).await?;
        let ((kept, total), noted, team) = tokio::try_join!(
            store.journal(&scope, &list),
            store.journal_people(&scope),
            store.people_of(&page.viewer)
        )?;
        let mut people: Vec<String> = team.into_iter().map(|person| person.name).chain(noted.iter().cloned()).collect();
        people.sort_unstable();
        people.dedup();
        Ok(Self { kept, total, part, zone, people, noted, kind })
    }
}

fn span((from, to): (Option<Date>, Option<Date>), zone: &str) -> Span {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let start = |date: Option<Date>, or: Millis| date.map_or(or, |date| start_of_day(date, &zone));
    Span { from: start(from, Span::ALWAYS.from), to: start(to, Span::ALWAYS.to) }
}

/// A line of a menu.
pub struct Choice {
    pub href: String,
    pub name: String,
    pub current: bool,
}

/// One act.
pub struct Line {
    pub icon: &'static str,
    pub title: String,
    pub about: String,
    pub time: String,
    /// Where it is changed, and where deleted, by who may.
    pub edit: Option<String>,
    pub strike: String,
    /// What a button without words says aloud.
    pub strike_name: String,
    /// The file it came from.
    pub file: Option<String>,
}

/// One day.
pub struct Day {
    pub name: String,
    /// How many acts; unknown where the page cuts the day.
    pub count: Option<String>,
    pub lines: Vec<Line>,
}

/// The list.
pub struct List {
    pub kind: String,
    pub kinds: Vec<Choice>,
    pub person: String,
    pub people: Vec<Choice>,
    pub total: String,
    pub days: Vec<Day>,
    pub range: String,
    pub newer: Option<String>,
    pub older: Option<String>,
}

impl List {
    /// Words for what was read.
    pub fn of(page: &Page, clients: &[Client], days: Days) -> Self {
        let (voice, view) = (&page.voice, page.view.without(PART));
        let kind_name = |kind: FactKind| voice.say(&format!("fact-{kind}"));
        let every_kind = voice.say("journal-every-kind");
        let everybody = voice.say("journal-everybody");
        let first = |href: String, name: &str, current| Choice { href, name: name.to_owned(), current };
        let kinds = std::iter::once(first(view.without(KIND).here("/journal"), &every_kind, days.kind.is_none()))
            .chain(FactKind::JOURNAL.iter().map(|kind| {
                first(view.with(KIND, kind.as_str()).here("/journal"), &kind_name(*kind), days.kind == Some(*kind))
            }))
            .collect();
        let person = view.own(PERSON).filter(|name| !name.is_empty());
        let people = std::iter::once(first(view.without(PERSON).here("/journal"), &everybody, person.is_none()))
            .chain(
                days.noted
                    .iter()
                    .map(|name| first(view.with(PERSON, name).here("/journal"), name, person == Some(name.as_str()))),
            )
            .collect();
        let (start, end) =
            (u64::from(days.part - 1) * u64::from(ON_A_PAGE), u64::from(days.part) * u64::from(ON_A_PAGE));
        let count = |n: u64| voice.count(i64::try_from(n).unwrap_or(i64::MAX));
        let to = |part: u32| view.with(PART, &part.to_string()).here("/journal");
        let range = [
            ("first", count(start + 1).into()),
            ("last", count(end.min(days.total)).into()),
            ("total", count(days.total).into()),
        ];
        Self {
            kind: days.kind.map_or(every_kind.clone(), kind_name),
            kinds,
            person: person.map_or(everybody.clone(), str::to_owned),
            people,
            total: voice.say_with("journal-acts", &[("n", days.total.into())]),
            range: if days.total > u64::from(ON_A_PAGE) {
                voice.say_with("measures-facts-range", &range)
            } else {
                String::new()
            },
            newer: (days.part > 1).then(|| to(days.part - 1)),
            older: (end < days.total).then(|| to(days.part + 1)),
            days: by_day(page, clients, &days, start > 0, end < days.total),
        }
    }
}

/// Groups acts, which come newest first, by local day. `before` and `after`: whether the page cuts the list there.
fn by_day(page: &Page, clients: &[Client], days: &Days, before: bool, after: bool) -> Vec<Day> {
    let mut found: Vec<(Date, Vec<Line>)> = Vec::new();
    for kept in &days.kept {
        let date = page.zoned(kept.entry.at, &days.zone).date();
        let line = line(page, clients, kept, &days.zone);
        match found.last_mut() {
            Some((last, lines)) if *last == date => lines.push(line),
            _ => found.push((date, vec![line])),
        }
    }
    let last = found.len().saturating_sub(1);
    let counted = |at: usize, n: usize| {
        let cut = (before && at == 0) || (after && at == last);
        (!cut).then(|| page.voice.say_with("journal-acts", &[("n", n.into())]))
    };
    let day = |(at, (date, lines)): (usize, (Date, Vec<Line>))| Day {
        name: crate::rooms::measures::first_upper(&page.voice.date_long(date)),
        count: counted(at, lines.len()),
        lines,
    };
    found.into_iter().enumerate().map(day).collect()
}

fn line(page: &Page, clients: &[Client], kept: &Kept, zone: &str) -> Line {
    let (voice, entry) = (&page.voice, &kept.entry);
    let kind = voice.say(&format!("fact-{}", entry.kind));
    let several = clients.len() > 1 && page.view.client.is_none();
    let client = several.then(|| kept.client_name.clone());
    // The title says the words noted; without any, the kind takes their place.
    let about = entry.text.as_ref().map(|_| kind.clone()).into_iter().chain(entry.person.clone()).chain(client);
    let about: Vec<String> = about.collect();
    let change = may_change(kept, Some(page.person.id), |deed| page.may(deed));
    let title = entry.text.clone().unwrap_or(kind);
    Line {
        icon: icon(entry.kind),
        strike_name: voice.say_with("journal-strike-what", &[("what", title.as_str().into())]),
        title,
        about: about.join(" · "),
        time: voice.time(page.zoned(entry.at, zone).time()),
        edit: change.then(|| page.view.here(&format!("/journal/{}", kept.id))),
        strike: page.view.here(&format!("/journal/{}/strike", kept.id)),
        file: (!kept.is_by_hand()).then(|| kept.file.clone()),
    }
}
