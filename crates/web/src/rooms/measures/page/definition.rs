//! What an indicator means and what its figure rests on: beside its page, or in the side panel.

use super::parts::path;
use crate::error::{Answered, Failure};
use crate::page::{Page, go, show};
use crate::roles::Deed;
use crate::rooms::measures::first_upper;
use crate::rooms::measures::question::Asked;
use askama::Template;
use axum::extract::Path;
use axum::http::HeaderMap;
use figures::caveat_text;
use measure::answer::{Answer, Figure};
use measure::indicator::{Indicator, find};
use model::Millis;
use std::collections::BTreeSet;

/// A definition. With `close` it is a side panel, which that address closes.
#[derive(Template)]
#[template(path = "rooms/measures/templates/definition.html")]
pub struct Definition {
    name: String,
    short: String,
    rows: Vec<(String, Vec<String>)>,
    facts: String,
    facts_name: String,
    title: String,
    close: Option<String>,
    close_name: String,
}

impl Definition {
    /// The definition of an indicator, with what the answer says its figure rests on.
    pub fn of(page: &Page, indicator: &'static Indicator, answer: &Answer, close: Option<String>) -> Option<Self> {
        let voice = &page.voice;
        let series = answer.series.iter().find(|series| series.indicator == indicator)?;
        let figure = &series.rows.first()?.figure;
        let mut rows = vec![
            ("formula", vec![voice.say(&indicator.formula_key())]),
            ("unit", vec![first_upper(&voice.say(&format!("measures-unit-{}", indicator.unit)))]),
            ("calculation", calculation(figure, page)),
            ("window", vec![first_upper(&window(page, answer))]),
            ("told-by", told_by(figure, page)),
            ("sources", sources(figure, answer)),
            ("freshness", figure.freshness.map(|at| first_upper(&page.ago(Millis(at)))).into_iter().collect()),
            ("sample", vec![sample(figure, indicator, page)]),
            (
                "remarks",
                figure
                    .caveats
                    .iter()
                    .map(|caveat| caveat_text(caveat, voice))
                    .collect::<BTreeSet<_>>()
                    .into_iter()
                    .collect(),
            ),
        ];
        if voice.phrases().has(voice.lang(), &indicator.note_key()) {
            rows.push(("note", vec![voice.say(&indicator.note_key())]));
        }
        rows.retain(|(_, texts)| !texts.is_empty());
        Some(Self {
            name: voice.say(&indicator.name_key()),
            short: voice.say(&indicator.short_key()),
            rows: rows
                .into_iter()
                .map(|(key, texts)| (voice.say(&format!("measures-definition-{key}")), texts))
                .collect(),
            facts: page.view.link(&format!("{}/facts", path(indicator.id))),
            facts_name: voice.say("measures-see-facts"),
            title: voice.say("measures-definition"),
            close,
            close_name: voice.say("measures-close"),
        })
    }
}

/// `/measures/INDICATOR/definition`: the panel alone, for a script that puts it beside the page it is on.
pub async fn definition(page: Page, Path(id): Path<String>, headers: HeaderMap) -> Answered {
    page.require(Deed::SeeMeasures)?;
    let indicator = find(&id).ok_or(Failure::NotFound)?;
    if !page.fragment {
        return Ok(go(&page.view.with("panel", "definition").here(&path(indicator.id))));
    }
    let asked = Asked::of(&page, &[indicator.id]).await?;
    let [answer] = asked.answers(&page, [asked.query().clone()]).await?;
    let close = close(&headers, indicator.id).unwrap_or_else(|| page.view.link(&path(indicator.id)));
    show(&Definition::of(&page, indicator, &answer, Some(close)).ok_or(Failure::NotFound)?)
}

/// The address that closes the panel: the page it was opened on, without it, at the card it was opened from.
fn close(headers: &HeaderMap, id: &str) -> Option<String> {
    let from = headers.get("hx-current-url")?.to_str().ok()?;
    let (_, rest) = from.split_once("://")?;
    let (path, query) = rest.split_once('/').map(|(_, path)| path.split_once('?').unwrap_or((path, "")))?;
    let path = path.split('#').next().filter(|path| *path == "measures")?;
    let query = query.split('#').next().unwrap_or_default();
    let view = crate::view::View::parse(query).ok()?;
    Some(view.without(super::card::DEFINITION).here(&format!("/{path}#{id}")))
}

fn calculation(figure: &Figure, page: &Page) -> Vec<String> {
    let number = |value: f64| page.voice.number(value, usize::from(value.fract() != 0.0));
    let both = figure.numerator.zip(figure.denominator);
    both.map(|(up, down)| format!("{} ÷ {}", number(up), number(down))).into_iter().collect()
}

fn window(page: &Page, answer: &Answer) -> String {
    let dates = page.voice.range(answer.from, answer.to.yesterday().unwrap_or(answer.to));
    page.voice
        .say_with("measures-definition-window.dates", &[("dates", dates.into()), ("zone", answer.zone.as_str().into())])
}

fn told_by(figure: &Figure, page: &Page) -> Vec<String> {
    figure.told_by.iter().map(|teller| first_upper(&page.voice.say(&format!("told-by-{teller}")))).collect()
}

/// The files behind a figure: the newest few by name, the others counted by their presence.
fn sources(figure: &Figure, answer: &Answer) -> Vec<String> {
    let mut names: Vec<&str> = answer
        .sources
        .iter()
        .filter(|source| figure.sources.contains(&source.id))
        .map(|source| source.name.as_str())
        .collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(str::to_owned).collect()
}

fn sample(figure: &Figure, indicator: &Indicator, page: &Page) -> String {
    page.voice.say_with(&format!("sample-{}", indicator.sample), &[("n", figure.n.into())])
}
