//! The facts behind a figure, newest first; beside them, what tells the figure when it is not told fact by fact: the
//! service's files, and for visits where they came from.

use super::origins::Origins;
use super::parts::path;
use crate::error::{Answered, Failure};
use crate::frame::Frame;
use crate::page::{Page, show};
use crate::roles::Deed;
use crate::rooms::Room;
use crate::rooms::measures::first_upper;
use crate::rooms::measures::question::{Asked, narrowed};
use crate::view::View;
use askama::Template;
use axum::extract::Path;
use figures::{clipped, key_text, network_text, status_text, value_text};
use jiff::civil::Date;
use measure::History;
use measure::answer::{Answer, Figure, Key, Row, SourceNote};
use measure::ask::{Query, Split};
use measure::fold::start_of_day;
use measure::history::{FactPage, FactRow, SpaceInfo};
use measure::indicator::{Indicator, find};
use model::{FactKind, Millis, PostId, Side, Span};

/// The own word for a filter by kind of fact.
pub const KIND: &str = "kind";
/// The own word for the part of a long list, from 1.
const PART: &str = "part";
/// Facts on one page.
const ON_A_PAGE: u32 = 50;
/// Letters of a text shown in a list.
const LETTERS: usize = 140;

/// The facts of one local day.
struct Day {
    name: String,
    facts: Vec<FactLine>,
}

/// One fact for people.
struct FactLine {
    icon: &'static str,
    what: String,
    who: String,
    space: String,
    text: Option<String>,
    url: Option<String>,
    when: String,
}

/// Earlier and later parts of a long list.
struct Parts {
    range: String,
    newer: Option<String>,
    older: Option<String>,
}

/// What the list is narrowed to, and the address without it.
struct Narrowing {
    name: String,
    href: String,
}

/// A file that tells the figure.
struct SourceLine {
    name: String,
    taken: String,
}

#[derive(Template)]
#[template(path = "rooms/measures/templates/facts.html")]
struct Facts {
    frame: Frame,
    measures: String,
    indicator: String,
    indicator_href: String,
    title: String,
    lead: String,
    told: Vec<String>,
    narrowings: Vec<Narrowing>,
    kinds: Vec<super::parts::Choice>,
    days: Vec<Day>,
    counted: bool,
    /// The service tells the figure; the facts known one by one may make another sum.
    beside: bool,
    parts: Option<Parts>,
    posts: Option<String>,
    sources: Vec<SourceLine>,
    sources_href: String,
    origins: Option<Origins>,
}

/// `/measures/INDICATOR/facts`
pub async fn facts(page: Page, Path(id): Path<String>) -> Answered {
    page.require(Deed::SeeMeasures)?;
    let indicator = find(&id).ok_or(Failure::NotFound)?;
    let asked = Asked::of(&page, &[indicator.id]).await?;
    let wanted = wanted(&page.view, indicator)?;
    let part: u32 = page.view.own(PART).and_then(|part| part.parse().ok()).filter(|part| *part > 0).unwrap_or(1);
    let list = FactPage {
        kinds: wanted.clone(),
        offset: (part - 1).saturating_mul(ON_A_PAGE),
        limit: ON_A_PAGE,
        ..narrowest(&page.view, asked.query())?
    };
    let store = &page.state.store;
    let read = async { store.facts(asked.scope(), &list).await.map_err(Failure::broken) };
    let spaces = async { History::spaces(store, asked.scope()).await.map_err(Failure::broken) };
    let answers = async {
        let whole = if list.post.is_some() { asked.by_post() } else { asked.query().clone() };
        if indicator.needs.visits {
            asked.answers(&page, [whole, asked.origins()]).await.map(|[answer, origins]| (answer, Some(origins)))
        } else {
            asked.answers(&page, [whole]).await.map(|[answer]| (answer, None))
        }
    };
    let ((answer, origins), (rows, total), spaces) = tokio::try_join!(answers, read, spaces)?;
    let rows_of = answer.series.first().map_or(&[][..], |series| series.rows.as_slice());
    let is_post = |row: &&Row| list.post.is_none_or(|post| row.keys.iter().any(|key| key.id == post.0.to_string()));
    let row = rows_of.iter().find(is_post).ok_or(Failure::NotFound)?;
    let figure = &row.figure;
    let narrowings = narrowings(&page, row);
    let (voice, name) = (&page.voice, page.voice.say(&indicator.name_key()));
    let title = voice.say_with("measures-facts-title", &[("name", name.as_str().into())]);
    let zone = answer.zone.as_str();
    let by_post = indicator.splits.contains(&Split::Post) && indicator.needs.sheets && list.post.is_none();
    show(&Facts {
        frame: page.frame(Room::Measures, &title).await?,
        measures: page.view.link("/measures"),
        indicator_href: page.view.link(&path(indicator.id)),
        lead: lead(&page, figure, indicator, &answer),
        told: figure.told_by.iter().map(|teller| first_upper(&voice.say(&format!("told-by-{teller}")))).collect(),
        narrowings,
        kinds: kind_choices(&page, indicator, &wanted),
        days: days(&rows, &spaces, &page, zone),
        counted: indicator.kinds().next().is_some(),
        beside: total > 0
            && figure.told_by.iter().any(|teller| !matches!(*teller, "counted" | "journal" | "posts_counted")),
        parts: parts(&page, part, total),
        posts: by_post.then(|| page.view.link(&format!("{}?split=post", path(indicator.id)))),
        sources: sources(&page, figure, &answer.sources, zone),
        sources_href: page.view.link("/sources"),
        origins: origins.and_then(|answer| Origins::of(&answer, voice)),
        indicator: name,
        title,
    })
}

/// The facts that the address narrows the list to. What is said of a post is all that ever came of it, as the post's
/// own figure is; else only what lies within the dates counts.
fn narrowest(view: &View, query: &Query) -> Result<FactPage, Failure> {
    let (period, zone) = (query.period, &query.zone);
    let from = start_of_day(period.from, zone);
    let mut list = FactPage {
        kinds: Vec::new(),
        post: None,
        person: None,
        content_type: None,
        span: Span { from, to: start_of_day(period.to, zone) },
        offset: 0,
        limit: 0,
    };
    for (split, value) in narrowed(view) {
        match split {
            Split::Post => {
                list.post = Some(PostId(value.parse().map_err(|_| Failure::NotFound)?));
                list.span.to = Millis(i64::MAX);
            }
            Split::Person => list.person = Some(value.to_owned()),
            Split::ContentType => list.content_type = Some(value.parse().map_err(|_| Failure::NotFound)?),
            // The scope of the question is cut by the others, or no fact is listed for them.
            Split::Client | Split::Space | Split::Network | Split::Kind | Split::Channel | Split::Referrer => {}
        }
    }
    Ok(list)
}

/// What the list is narrowed to, in words: a post by its title, which its row knows.
fn narrowings(page: &Page, row: &Row) -> Vec<Narrowing> {
    let narrowing = |(split, value): (Split, &str)| {
        let told = row.keys.iter().find(|key| key.split == split && key.id == value).cloned();
        let key = told.unwrap_or_else(|| Key { split, id: value.to_owned(), label: value.to_owned() });
        let name = format!("{} · {}", page.voice.say(&format!("split-{split}")), key_text(&key, &page.voice));
        Narrowing { name, href: page.view.without(split.as_str()).without(PART).here(&page.path) }
    };
    narrowed(&page.view).map(narrowing).collect()
}

/// The kinds of fact to list: all of the indicator's, or the one the address names.
fn wanted(view: &View, indicator: &Indicator) -> Result<Vec<FactKind>, Failure> {
    let mut kinds: Vec<FactKind> = indicator.kinds().collect();
    kinds.sort_unstable();
    kinds.dedup();
    if let Some(word) = view.own(KIND).filter(|word| !word.is_empty()) {
        let kind: FactKind = word.parse().map_err(|_| Failure::NotFound)?;
        kinds.retain(|known| *known == kind);
    }
    Ok(kinds)
}

/// « 409 · du 1 au 28 nov. 2026 · mesuré ».
fn lead(page: &Page, figure: &Figure, indicator: &Indicator, answer: &Answer) -> String {
    let dates = page.voice.range(answer.from, answer.to.yesterday().unwrap_or(answer.to));
    [first_upper(&value_text(figure, indicator, &page.voice)), dates, status_text(figure.status, &page.voice)]
        .join(" · ")
}

fn kind_choices(page: &Page, indicator: &Indicator, wanted: &[FactKind]) -> Vec<super::parts::Choice> {
    let mut kinds: Vec<FactKind> = indicator.kinds().collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.len() < 2 {
        return Vec::new();
    }
    let plain = page.view.without(PART).without(KIND);
    let every = super::parts::Choice {
        href: plain.here(&page.path),
        name: page.voice.say("measures-facts-all-kinds"),
        current: wanted.len() > 1,
    };
    let choice = |kind: FactKind| super::parts::Choice {
        href: plain.with(KIND, kind.as_str()).here(&page.path),
        name: page.voice.say(&format!("kind-{kind}")),
        current: wanted == [kind],
    };
    std::iter::once(every).chain(kinds.into_iter().map(choice)).collect()
}

/// Groups facts, which come newest first, by local day.
fn days(rows: &[FactRow], spaces: &[SpaceInfo], page: &Page, zone: &str) -> Vec<Day> {
    let mut days: Vec<(Date, Vec<FactLine>)> = Vec::new();
    for row in rows {
        let date = page.zoned(row.at, zone).date();
        let line = line(row, spaces, page, zone);
        match days.last_mut() {
            Some((last, facts)) if *last == date => facts.push(line),
            _ => days.push((date, vec![line])),
        }
    }
    days.into_iter().map(|(date, facts)| Day { name: first_upper(&page.voice.date_long(date)), facts }).collect()
}

fn line(row: &FactRow, spaces: &[SpaceInfo], page: &Page, zone: &str) -> FactLine {
    let voice = &page.voice;
    let space = spaces.iter().find(|space| space.id == row.space);
    let who = match (&row.person, row.kind.side()) {
        (Some(name), _) => name.clone(),
        (None, Side::Community) => voice.say("measures-facts-member"),
        (None, Side::Team) => voice.say("measures-facts-team"),
    };
    FactLine {
        icon: space.map_or("info", |space| space.network.as_str()),
        what: voice.say(&format!("fact-{}", row.kind)),
        who,
        space: space.map_or_else(String::new, |space| match space.name.as_str() {
            "" => network_text(space.network, voice),
            name => name.to_owned(),
        }),
        text: row.text.as_ref().or(row.post.as_ref()).map(|text| clipped(text, LETTERS)),
        url: row.url.clone().filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        when: voice.time(page.zoned(row.at, zone).time()),
    }
}

fn parts(page: &Page, part: u32, total: u64) -> Option<Parts> {
    let (size, voice) = (u64::from(ON_A_PAGE), &page.voice);
    if total <= size {
        return None;
    }
    let first = u64::from(part - 1) * size + 1;
    let last = (first + size - 1).min(total);
    let count = |n: u64| voice.count(i64::try_from(n).unwrap_or(i64::MAX));
    let to = |part: u32| page.view.with(PART, &part.to_string()).here(&page.path);
    let args = [("first", count(first).into()), ("last", count(last).into()), ("total", count(total).into())];
    Some(Parts {
        range: voice.say_with("measures-facts-range", &args),
        newer: (part > 1).then(|| to(part - 1)),
        older: (last < total).then(|| to(part + 1)),
    })
}

fn sources(page: &Page, figure: &Figure, notes: &[SourceNote], zone: &str) -> Vec<SourceLine> {
    let used =
        notes.iter().filter(|note| figure.sources.contains(&note.id) && note.format != store::history::journal::FORMAT);
    let mut lines: Vec<SourceLine> = used
        .map(|note| SourceLine {
            name: note.name.clone(),
            taken: page.voice.moment(&page.zoned(Millis(note.at), zone)),
        })
        .collect();
    // Parts of one archive come at one moment under one name.
    lines.dedup_by(|one, other| one.name == other.name && one.taken == other.taken);
    lines
}
