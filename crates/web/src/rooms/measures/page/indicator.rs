//! The page of an indicator: its figure, cut as one likes, the table of it, and what it means.

use super::card::{Remedy, remedy};
use super::definition::Definition;
use super::parts::{self, Choice, Drawing, Moved};
use super::rows::Rows;
use crate::error::{Answered, Failure};
use crate::frame::Frame;
use crate::page::{Page, show};
use crate::roles::Deed;
use crate::rooms::Room;
use crate::rooms::measures::api::{self, File};
use crate::rooms::measures::first_upper;
use crate::rooms::measures::question::{Asked, BY, Cut, SPLIT, WHOLE, grains};
use askama::Template;
use axum::extract::Path;
use figures::{card_sentence, status_text, value_text};
use measure::answer::Status;
use measure::indicator::{Indicator, find};
use phrases::Voice;

#[derive(Template)]
#[template(path = "rooms/measures/templates/indicator.html")]
struct IndicatorPage {
    frame: Frame,
    voice: Voice,
    layer: String,
    layer_href: String,
    back: String,
    name: String,
    value: String,
    known: bool,
    moved: Option<Moved>,
    status: &'static str,
    status_text: String,
    /// In plain words; none where the drawing's title says the same.
    sentence: Option<String>,
    /// What to do where nothing is known.
    remedy: Option<Remedy>,
    grains: Vec<Choice>,
    split: String,
    splits: Vec<Choice>,
    drawing: Option<Drawing>,
    rows: Option<Rows>,
    definition: Option<Definition>,
    panel: Option<Definition>,
}

/// `/measures/INDICATOR`, and with `.csv`, `.json`, `.svg` what that page shows as a file.
pub async fn indicator(page: Page, Path(name): Path<String>) -> Answered {
    page.require(Deed::SeeMeasures)?;
    let (id, file) = name.split_once('.').map_or((name.as_str(), None), |(id, kind)| (id, Some(kind)));
    let indicator = find(id).ok_or(Failure::NotFound)?;
    let file = file.map(|kind| File::of(kind).ok_or(Failure::NotFound)).transpose()?;
    let asked = Asked::of(&page, &whole(indicator)).await?;
    let cut = Cut::of(&page.view, indicator, asked.query().period)?;
    let figures = drawn(indicator, cut);
    if let Some(file) = file {
        let [drawn] = asked.answers(&page, [asked.cut(&figures, cut, true)]).await?;
        return api::file(&page, file, indicator, &drawn);
    }
    let questions = [asked.query().clone(), asked.cut(&figures, cut, true)];
    let [answer, drawn] = asked.answers(&page, questions).await?;
    let voice = &page.voice;
    let series = answer.series.first().ok_or(Failure::NotFound)?;
    let row = series.rows.first().ok_or(Failure::NotFound)?;
    let known = row.figure.value.is_some();
    let name = voice.say(&indicator.name_key());
    let close = page.view.without("panel").here(&page.path);
    let panel = page.view.own("panel") == Some("definition");
    // Beside the page the definition is always there; the panel is the same with an address of its own.
    let definition = |close: Option<String>| Definition::of(&page, indicator, &answer, close);
    let shown = page.view.without("panel");
    let drawing =
        drawn.series.first().filter(|_| known).map(|one| Drawing::of(one, &drawn, voice, parts::BESIDE, &shown));
    let sentence = card_sentence(series, &answer, voice);
    let is_said = |drawing: &Drawing| drawing.title.trim_end_matches('.') == sentence.trim_end_matches('.');
    show(&IndicatorPage {
        frame: page.frame(Room::Measures, &name).await?,
        voice: voice.clone(),
        layer: voice.say(&format!("layer-{}", indicator.layer)),
        layer_href: page.view.link(&format!("/measures#{}", indicator.layer)),
        back: page.view.link("/measures"),
        value: first_upper(&value_text(&row.figure, indicator, voice)),
        known,
        moved: Moved::of(row, indicator, &answer, voice).filter(|_| known),
        status: row.figure.status.as_str(),
        status_text: first_upper(&status_text(row.figure.status, voice)),
        remedy: remedy(&page, indicator).filter(|_| matches!(row.figure.status, Status::Missing)),
        sentence: if drawing.as_ref().is_some_and(is_said) { None } else { Some(sentence) },
        grains: grain_choices(&page, cut, asked.query().period),
        split: cut.split.map_or_else(|| voice.say("measures-split-none"), |split| split_name(split, voice)),
        splits: split_choices(&page, indicator, cut),
        drawing,
        rows: drawn.series.first().and_then(|series| Rows::of(&page, series, &drawn)),
        definition: definition(None).filter(|_| !panel),
        panel: panel.then(|| definition(Some(close))).flatten(),
        name,
    })
}

/// What the large figure and its sentence need: growth is told by who came and who left.
fn whole(indicator: &Indicator) -> Vec<&'static str> {
    match indicator.id {
        "net_growth" => vec!["net_growth", "gains", "losses"],
        _ => find(indicator.id).map(|indicator| indicator.id).into_iter().collect(),
    }
}

/// What is drawn: gains stand above losses.
fn drawn(indicator: &Indicator, cut: Cut) -> Vec<&'static str> {
    match indicator.id {
        "gains" if cut.grain.is_some() && cut.split.is_none() => vec!["gains", "losses"],
        _ => find(indicator.id).map(|indicator| indicator.id).into_iter().collect(),
    }
}

fn grain_choices(page: &Page, cut: Cut, period: model::Period) -> Vec<Choice> {
    let choice = |word: &str, current: bool| Choice {
        href: page.view.without("panel").with(BY, word).here(&page.path),
        name: page.voice.say(&format!("measures-by-{word}")),
        current,
    };
    let whole = cut.split.map(|_| choice(WHOLE, cut.grain.is_none()));
    whole.into_iter().chain(grains(period).map(|grain| choice(grain.as_str(), cut.grain == Some(grain)))).collect()
}

fn split_choices(page: &Page, indicator: &Indicator, cut: Cut) -> Vec<Choice> {
    let plain = page.view.without("panel").without(SPLIT).without(BY);
    let none = Choice {
        href: plain.here(&page.path),
        name: page.voice.say("measures-split-none"),
        current: cut.split.is_none(),
    };
    let one_client = page.view.client.is_some();
    let offered =
        indicator.splits.iter().copied().filter(|split| !(one_client && *split == measure::ask::Split::Client));
    let choice = |split| Choice {
        href: plain.with(SPLIT, measure::ask::Split::as_str(split)).here(&page.path),
        name: split_name(split, &page.voice),
        current: cut.split == Some(split),
    };
    std::iter::once(none).chain(offered.map(choice)).collect()
}

fn split_name(split: measure::ask::Split, voice: &Voice) -> String {
    first_upper(&voice.say(&format!("figure-by-{split}")))
}
