//! The overview: key figures with one drawing, then a card for each indicator, layer by layer. Also the key figures
//! alone, for a script that changes the drawing in place.

use super::card::{Card, DEFINITION};
use super::definition::Definition;
use super::parts::{Drawing, Moved, WHOLE_WIDTH, is_bare, path};
use crate::error::Answered;
use crate::frame::Frame;
use crate::page::{Page, go, show};
use crate::roles::Deed;
use crate::rooms::Room;
use crate::rooms::measures::first_upper;
use crate::rooms::measures::question::{Asked, BY, Cut};
use crate::view::{Named, View, Window};
use askama::Template;
use figures::{card_sentence, value_text};
use measure::answer::{Answer, Series};
use measure::indicator::{ALL, Family, Layer, find};
use phrases::Voice;

/// The own word for the key figure that is drawn.
const SHOW: &str = "show";

/// The figures above the drawing.
const KEYS: [&str; 5] = ["net_growth", "interactions", "reach", "social_share", "replies_sent"];

/// The indicators whose sentence may be the title of the page, the first that has a value.
const FINDINGS: [&str; 5] = ["net_growth", "interactions", "visits", "posts_published", "followers"];

/// A key figure.
struct Key {
    /// Its anchor: a script that changes the drawing in place gives the focus back by it.
    id: &'static str,
    href: String,
    part: String,
    name: String,
    value: String,
    known: bool,
    moved: Option<Moved>,
    current: bool,
}

/// Key figures and their drawing: a part of the page with an address of its own.
#[derive(Template)]
#[template(path = "rooms/measures/templates/key_figures.html")]
struct KeyFigures {
    voice: Voice,
    versus: String,
    keys: Vec<Key>,
    drawing: Option<Drawing>,
}

struct FamilyCards {
    word: &'static str,
    name: String,
    cards: Vec<Card>,
    aside: Option<Aside>,
}

/// The cards of what no source speaks of, folded so that they do not hide those that say something.
struct Aside {
    about: String,
    cards: Vec<Card>,
    open: bool,
}

/// A family of which nothing is known still shows so many cards: they say what to do.
const TEACHING: usize = 3;

struct LayerCards {
    word: &'static str,
    name: String,
    about: String,
    families: Vec<FamilyCards>,
}

#[derive(Template)]
#[template(path = "rooms/measures/templates/overview.html")]
struct Overview {
    frame: Frame,
    eyebrow: String,
    title: String,
    figures: KeyFigures,
    layers: Vec<LayerCards>,
    all_time: Option<String>,
    panel: Option<Definition>,
}

#[derive(Template)]
#[template(path = "rooms/measures/templates/bare.html")]
struct Bare {
    frame: Frame,
    import: Option<String>,
    note: Option<String>,
}

/// `/measures`
pub async fn overview(page: Page) -> Answered {
    page.require(Deed::SeeMeasures)?;
    let ids: Vec<&str> = ALL.iter().map(|indicator| indicator.id).collect();
    let asked = Asked::of(&page, &ids).await?;
    let cut = Cut::usual(asked.query().period);
    let shown = shown(&page);
    // The figures, their course, the drawing; beside them, whether anything is there at all.
    let questions = [asked.query().clone(), asked.cut(&ids, cut, false), asked.cut(drawn(shown), cut, true)];
    let ([answer, course, drawn], bare) =
        tokio::try_join!(asked.answers(&page, questions), is_bare(&page, asked.scope()))?;
    let frame = page.frame(Room::Measures, &page.voice.say("room-measures")).await?;
    if bare {
        let link = |deed: Deed, room: Room| page.may(deed).then(|| page.view.link(&room.path()));
        return show(&Bare {
            import: link(Deed::Import, Room::Sources),
            note: link(Deed::WriteJournal, Room::Journal),
            frame,
        });
    }
    let (title, found) = title(&page, &answer);
    let always = || View { window: Window::Named(Named::All), ..page.view.clone() }.here("/measures");
    let all_time = (!found).then(always);
    let panel = match page.view.own(DEFINITION).and_then(find) {
        Some(indicator) => {
            let close = page.view.without(DEFINITION).here(&format!("/measures#{}", indicator.id));
            Definition::of(&page, indicator, &answer, Some(close))
        }
        None => None,
    };
    show(&Overview {
        eyebrow: eyebrow(&page, &frame, &answer),
        title,
        figures: key_figures(&page, shown, &answer, &drawn),
        layers: layers(&page, &answer, &course),
        all_time,
        panel,
        frame,
    })
}

/// `/measures/key-figure`: the key figures and the drawing alone.
pub async fn key_figure(page: Page) -> Answered {
    page.require(Deed::SeeMeasures)?;
    if !page.fragment {
        return Ok(go(&page.view.here("/measures")));
    }
    let shown = shown(&page);
    let asked = Asked::of(&page, &KEYS).await?;
    let cut = Cut::usual(asked.query().period);
    let questions = [asked.query().clone(), asked.cut(drawn(shown), cut, true)];
    let [answer, drawn] = asked.answers(&page, questions).await?;
    show(&key_figures(&page, shown, &answer, &drawn))
}

/// The key figure the address names, or the first.
fn shown(page: &Page) -> &'static str {
    let wanted = page.view.own(SHOW);
    KEYS.into_iter().find(|id| Some(*id) == wanted).unwrap_or("net_growth")
}

/// What is drawn for a key figure: growth shows itself in who comes and who leaves.
fn drawn(shown: &'static str) -> &'static [&'static str] {
    match shown {
        "net_growth" => &["net_growth", "gains", "losses"],
        "interactions" => &["interactions"],
        "reach" => &["reach"],
        "social_share" => &["social_share"],
        _ => &["replies_sent"],
    }
}

fn series<'a>(answer: &'a Answer, id: &str) -> Option<&'a Series> {
    answer.series.iter().find(|series| series.indicator.id == id)
}

/// The finding of the page, and whether there is one.
fn title(page: &Page, answer: &Answer) -> (String, bool) {
    let known = |series: &&Series| series.rows.first().is_some_and(|row| row.figure.value.is_some());
    match FINDINGS.iter().find_map(|id| series(answer, id).filter(known)) {
        Some(series) => (card_sentence(series, answer, &page.voice).trim_end_matches('.').to_owned(), true),
        None => (page.voice.say("measures-nothing-here"), false),
    }
}

fn eyebrow(page: &Page, frame: &Frame, answer: &Answer) -> String {
    let last = answer.to.yesterday().unwrap_or(answer.to);
    format!("{} · {}", frame.bar.client, page.voice.range(answer.from, last))
}

fn key_figures(page: &Page, shown: &str, answer: &Answer, drawn: &Answer) -> KeyFigures {
    let voice = &page.voice;
    let view = page.view.without(DEFINITION);
    let keys = KEYS.iter().filter_map(|id| {
        let series = series(answer, id)?;
        let row = series.rows.first()?;
        let known = row.figure.value.is_some();
        let chosen = view.with(SHOW, id);
        Some(Key {
            id: series.indicator.id,
            href: chosen.here("/measures"),
            part: chosen.here("/measures/key-figure"),
            name: voice.say(&series.indicator.name_key()),
            value: first_upper(&value_text(&row.figure, series.indicator, voice)),
            known,
            moved: Moved::of(row, series.indicator, answer, voice).filter(|moved| known && moved.icon.is_some()),
            current: *id == shown,
        })
    });
    let known = |series: &&Series| series.rows.iter().any(|row| row.figure.value.is_some());
    let both = ["gains", "losses"].iter().all(|id| series(drawn, id).filter(known).is_some());
    let picture = if shown == "net_growth" && both { series(drawn, "gains") } else { drawn.series.first() };
    let drawing = picture.map(|picture| {
        let by = usual_word(answer);
        let exact = view.without(SHOW).with(BY, &by);
        let mut drawing = Drawing::of(picture, drawn, voice, WHOLE_WIDTH, &exact);
        drawing.table = Some(exact.here(&format!("{}#table", path(picture.indicator.id))));
        drawing
    });
    KeyFigures { voice: voice.clone(), versus: compared(answer, page), keys: keys.collect(), drawing }
}

/// The word of the usual grain.
fn usual_word(answer: &Answer) -> String {
    let period = model::Period { from: answer.from, to: answer.to };
    Cut::usual(period).grain.map_or_else(String::new, |grain| grain.to_string())
}

/// What all changes of the page compare with; empty without comparison.
fn compared(answer: &Answer, page: &Page) -> String {
    let Some((from, to)) = answer.compared else { return String::new() };
    let dates = page.voice.range(from, to.yesterday().unwrap_or(to));
    page.voice.say_with("measures-compared", &[("dates", dates.into())])
}

/// Cards that stand aside, by their names; open where the definition of one of them is.
fn aside(page: &Page, cards: Vec<Card>) -> Aside {
    let names: Vec<&str> = cards.iter().map(|card| card.name.as_str()).collect();
    let about = page.voice.say_with("measures-aside", &[("names", names.join(", ").into())]);
    let open = page.view.own(DEFINITION).is_some_and(|id| cards.iter().any(|card| card.id == id));
    Aside { about, cards, open }
}

fn layers(page: &Page, answer: &Answer, course: &Answer) -> Vec<LayerCards> {
    let voice = &page.voice;
    let family = |layer: Layer, family: Family| {
        let of = |series: &&Series| series.indicator.layer == layer && series.indicator.family == family;
        let card = |one: &Series| Card::of(page, one, answer, series(course, one.indicator.id));
        let all: Vec<Card> = answer.series.iter().filter(of).filter_map(card).collect();
        let (mut silent, mut cards): (Vec<Card>, Vec<Card>) = all.into_iter().partition(|card| card.silent);
        if cards.is_empty() {
            cards.extend(silent.drain(..silent.len().min(TEACHING)));
        }
        (!cards.is_empty()).then(|| FamilyCards {
            word: family.as_str(),
            name: voice.say(&format!("family-{family}")),
            cards,
            aside: (!silent.is_empty()).then(|| aside(page, silent)),
        })
    };
    Layer::ALL
        .iter()
        .map(|layer| LayerCards {
            word: layer.as_str(),
            name: voice.say(&format!("layer-{layer}")),
            about: voice.say(&format!("measures-layer-{layer}")),
            families: Family::ALL.iter().filter_map(|each| family(*layer, *each)).collect(),
        })
        .collect()
}
