//! A card of the overview: one indicator with its value, its change, its course, what it is worth, in one sentence.

use super::parts::{Moved, path};
use crate::page::Page;
use crate::roles::Deed;
use crate::rooms::Room;
use crate::rooms::measures::first_upper;
use figures::{Output, Size, card_sentence, sparkline, status_text, value_text};
use measure::answer::{Answer, Figure, Series, Status};
use measure::indicator::{Family, Indicator};

/// The own word of an address for the definition that is open beside the overview.
pub const DEFINITION: &str = "definition";

/// What a missing figure asks somebody to do.
pub struct Remedy {
    /// Where.
    pub href: String,
    /// What.
    pub name: String,
}

/// A card.
pub struct Card {
    /// Its anchor.
    pub id: &'static str,
    /// The indicator's name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The status's word, for its class.
    pub status: &'static str,
    /// The status for people.
    pub status_text: String,
    /// The value, or why there is none.
    pub value: String,
    /// Whether there is one.
    pub known: bool,
    /// The small line.
    pub spark: Option<String>,
    /// The change.
    pub moved: Option<Moved>,
    /// In plain words.
    pub sentence: String,
    /// What to do where nothing is known.
    pub remedy: Option<Remedy>,
    /// The page with the definition beside it.
    pub definition: String,
    /// The definition alone, for a script.
    pub definition_part: String,
    /// The facts behind it.
    pub facts: Option<String>,
    /// Whether no source at all speaks of it, now or in the dates compared with: it may stand aside.
    pub silent: bool,
}

impl Card {
    /// The card of a series: the figure of the whole, and its course over time.
    pub fn of(page: &Page, series: &Series, answer: &Answer, course: Option<&Series>) -> Option<Self> {
        let (indicator, voice, view) = (series.indicator, &page.voice, &page.view);
        let row = series.rows.first()?;
        let known = row.figure.value.is_some();
        let nothing = matches!(row.figure.status, Status::Missing);
        let plain = view.without(DEFINITION);
        Some(Self {
            id: indicator.id,
            name: voice.say(&indicator.name_key()),
            href: plain.link(&path(indicator.id)),
            status: row.figure.status.as_str(),
            status_text: first_upper(&status_text(row.figure.status, voice)),
            value: if known {
                value_text(&row.figure, indicator, voice)
            } else {
                first_upper(&value_text(&row.figure, indicator, voice))
            },
            known,
            spark: course.filter(|_| known).and_then(|course| spark(course, page)),
            moved: Moved::of(row, indicator, answer, voice).filter(|_| known),
            sentence: card_sentence(series, answer, voice),
            remedy: if nothing { remedy(page, indicator) } else { None },
            definition: view.with(DEFINITION, indicator.id).here(&format!("/measures#{}", indicator.id)),
            definition_part: plain.link(&format!("{}/definition", path(indicator.id))),
            facts: (!nothing).then(|| plain.link(&format!("{}/facts", path(indicator.id)))),
            silent: is_silent(&row.figure) && row.before.as_deref().is_none_or(is_silent),
        })
    }
}

/// Whether no source speaks of a figure. One that a source is known to lack is told beside the others: it says why.
fn is_silent(figure: &Figure) -> bool {
    figure.status == Status::Missing && figure.caveats.iter().all(|caveat| caveat.code == "no-source")
}

/// The small line, where there are at least two points to join.
fn spark(course: &Series, page: &Page) -> Option<String> {
    let points = course.rows.iter().filter(|row| row.figure.value.is_some()).count();
    let drawn = || sparkline(course, &page.voice, Size { width: 120.0, height: 40.0 }).svg(Output::Page);
    // The class that gives it its place on a card stands on the drawing itself.
    (points > 1).then(|| drawn().replacen("class=\"ink\"", "class=\"spark ink ink-sea\"", 1))
}

/// What somebody may do about a figure that is missing.
pub fn remedy(page: &Page, indicator: &Indicator) -> Option<Remedy> {
    let (room, key, deed) = match indicator.family {
        Family::Communication => (Room::Journal, "measures-note-acts", Deed::WriteJournal),
        _ => (Room::Sources, "measures-add-source", Deed::Import),
    };
    page.may(deed).then(|| Remedy { href: page.view.link(&room.path()), name: page.voice.say(key) })
}
