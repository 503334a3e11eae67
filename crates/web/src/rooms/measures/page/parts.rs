//! What several pages of the room show: a change, a drawing with its words and downloads, a link of a switch.

use crate::page::Page;
use crate::view::View;
use figures::{Change, Direction, Output, Picture, Size, Tone};
use measure::answer::{Answer, Row, Series};
use measure::indicator::Indicator;
use phrases::Voice;

/// Where an indicator's pages are.
pub fn path(id: &str) -> String {
    format!("/measures/{id}")
}

/// The width of a page's content, in pixels: a drawing that fills it keeps the size of its words.
pub const WHOLE_WIDTH: f64 = 1104.0;
/// The same beside a column of definitions.
pub const BESIDE: f64 = 768.0;

/// A change against the figure compared with.
pub struct Moved {
    /// Classes.
    pub class: &'static str,
    /// The arrow, unless nothing can be said.
    pub icon: Option<&'static str>,
    /// How much, with its sign.
    pub amount: String,
    /// Compared with what.
    pub against: String,
    /// The figure compared with.
    pub before: String,
    /// The same in the fewest words: « contre 639 ».
    pub versus: String,
}

impl Moved {
    /// The change of a row; `None` without comparison.
    pub fn of(row: &Row, indicator: &Indicator, answer: &Answer, voice: &Voice) -> Option<Self> {
        let change = Change::of(row, indicator, answer, voice)?;
        let before =
            row.before.as_ref().map_or_else(String::new, |before| figures::value_text(before, indicator, voice));
        Some(Self {
            class: match change.tone {
                Tone::Good => "change change-gain",
                Tone::Bad => "change change-loss",
                Tone::Neutral => "change",
            },
            icon: match change.direction {
                Direction::Up => Some("arrow-up"),
                Direction::Down => Some("arrow-down"),
                Direction::Level => Some("equal"),
                Direction::Unknown => None,
            },
            versus: voice.say_with("measures-versus", &[("before", before.as_str().into())]),
            before,
            amount: change.amount,
            against: change.against,
        })
    }
}

/// A drawing with its words, its table and its downloads.
pub struct Drawing {
    /// The finding.
    pub title: String,
    /// Measure and period.
    pub subtitle: String,
    /// Sources; may be empty.
    pub note: String,
    /// For a wide place.
    pub wide: String,
    /// For a phone.
    pub narrow: String,
    /// Where its table is; `None` where the table stands below.
    pub table: Option<String>,
    /// The figures for a spreadsheet.
    pub csv: String,
    /// The figures for a program.
    pub json: String,
    /// The drawing as a file.
    pub svg: String,
}

impl Drawing {
    /// Draws a series in two sizes. `shown` is what the downloads hold: exactly this.
    pub fn of(series: &Series, answer: &Answer, voice: &Voice, wide: f64, shown: &View) -> Self {
        let id = format!("drawing-{}", series.indicator.id);
        let draw = |size: Size, place: &str| Picture::of(series, answer, voice, size).named(&format!("{id}-{place}"));
        let picture = draw(Size { width: wide, height: 300.0 }, "wide");
        let file = |kind: &str| shown.here(&format!("{}.{kind}", path(series.indicator.id)));
        Self {
            title: picture.title().to_owned(),
            subtitle: picture.subtitle().to_owned(),
            note: picture.note().to_owned(),
            wide: picture.svg(Output::Page),
            narrow: draw(Size { width: 358.0, height: 230.0 }, "narrow").svg(Output::Page),
            table: None,
            csv: file("csv"),
            json: file("json"),
            svg: file("svg"),
        }
    }
}

/// One of several alternatives.
pub struct Choice {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub name: String,
    /// Whether it is the one in force.
    pub current: bool,
}

/// Whether anything was ever taken in for what the page looks at.
pub async fn is_bare(page: &Page, scope: &measure::Scope) -> Result<bool, crate::error::Failure> {
    use measure::History;
    Ok(page.state.store.imports(scope).await.map_err(crate::error::Failure::broken)?.is_empty())
}
