//! The columns of X's posts export that are read, and one row of them.

use crate::figures::figures_in;
use crate::numbers::{self, NotId};
use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use model::Metric;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    PostId,
    Date,
    Text,
    Link,
    /// Recognises the file; not read.
    DetailExpands,
    /// Recognises the file; not read.
    PermalinkClicks,
    /// Recognises the file; not read.
    HashtagClicks,
    Figure(Metric),
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called. The French labels are those of X's French pages; no French file was met yet.
pub static LABELS: &[Label<Column>] = &[
    label(Column::PostId, true, &["Post id", "ID du post"]),
    label(Column::Date, true, &["Date"]),
    label(Column::Text, false, &["Post text", "Texte du post"]),
    label(Column::Link, false, &["Post Link", "Lien du post"]),
    label(Column::Figure(Metric::Impressions), true, &["Impressions", "Vues"]),
    label(Column::Figure(Metric::Likes), true, &["Likes", "J'aime", "Mentions J'aime"]),
    label(Column::Figure(Metric::Engagements), false, &["Engagements", "Engagement"]),
    label(Column::Figure(Metric::Saves), false, &["Bookmarks", "Signets"]),
    label(Column::Figure(Metric::FollowsFromPost), false, &["New follows", "Nouveaux abonnements", "Nouveaux abonnés"]),
    label(Column::Figure(Metric::Comments), true, &["Replies", "Réponses"]),
    label(Column::Figure(Metric::Shares), true, &["Reposts", "Republications"]),
    label(Column::Figure(Metric::ProfileViews), false, &["Profile visits", "Visites du profil", "Visites de profil"]),
    label(Column::Figure(Metric::LinkClicks), false, &["URL Clicks", "Clics sur l'URL"]),
    label(Column::DetailExpands, false, &["Detail Expands", "Développements des détails"]),
    label(Column::PermalinkClicks, false, &["Permalink Clicks", "Clics sur le permalien"]),
    label(Column::HashtagClicks, false, &["Hashtag Clicks", "Clics sur les hashtags"]),
];

/// Columns that, two together, no other export has.
pub static SIGNATURE: &[Column] = &[
    Column::PostId,
    Column::Text,
    Column::Link,
    Column::DetailExpands,
    Column::PermalinkClicks,
    Column::HashtagClicks,
];

/// One post.
#[derive(Debug)]
pub struct PostRow {
    pub line: u64,
    pub id: String,
    /// The id stands in the link and no more in its own column.
    pub recovered: bool,
    pub date: String,
    pub text: Option<String>,
    pub url: Option<String>,
    pub figures: Vec<(Metric, f64)>,
}

impl PostRow {
    /// Reads a row; `-` and empty cells give no figure.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        let url = columns.text(row, Column::Link)?;
        let (id, recovered) = id(columns, row, url.as_deref())?;
        let empty = || Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(Column::Date));
        let date = columns.text(row, Column::Date)?.ok_or_else(empty)?;
        let figures =
            figures_in(columns, row, |column| if let Column::Figure(metric) = column { Some(metric) } else { None })?;
        let text = columns.text(row, Column::Text)?;
        Ok(Self { line: row.line, id, recovered, date, text, url, figures })
    }

    /// The date cannot be read.
    pub fn not_a_date(&self, header: &str) -> Trouble {
        Trouble::new(TroubleCode::NotADate).line(self.line).field(header).with("value", &self.date)
    }
}

/// The post's id, from its column, or from the link where a spreadsheet has rounded it.
fn id(columns: &Columns<Column>, row: &Row, url: Option<&str>) -> Result<(String, bool), Trouble> {
    let written = columns.cell(row, Column::PostId)?.unwrap_or_default().trim();
    let trouble = |code| Trouble::new(code).line(row.line).field(columns.header(Column::PostId)).with("value", written);
    let linked = url.and_then(id_in_link);
    match (numbers::id(written), linked) {
        (Err(NotId::Empty), _) => Err(trouble(TroubleCode::EmptyValue)),
        (Err(NotId::Rounded), Some(linked)) => Ok((linked.to_owned(), true)),
        (Err(NotId::Rounded), None) => Err(trouble(TroubleCode::RoundedId)),
        (Ok(id), _) if !id.bytes().all(|byte| byte.is_ascii_digit()) => Err(trouble(TroubleCode::RoundedId)),
        (Ok(id), Some(linked)) if id == linked => Ok((linked.to_owned(), false)),
        (Ok(id), Some(linked)) if rounded_from(id, linked) => Ok((linked.to_owned(), true)),
        (Ok(_), Some(linked)) => Err(trouble(TroubleCode::Contradiction).with("expected", linked)),
        (Ok(id), None) if rounded_from(id, id) => Err(trouble(TroubleCode::RoundedId)),
        (Ok(id), None) => Ok((id.to_owned(), false)),
    }
}

/// `https://x.com/name/status/1868318316499468541` → the digits.
fn id_in_link(link: &str) -> Option<&str> {
    let after = link.split("/status/").nth(1)?;
    let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    after.get(..end).filter(|digits| !digits.is_empty())
}

/// Whether the id keeps fifteen digits of the whole one and zeros after them, as a spreadsheet leaves it.
fn rounded_from(id: &str, whole: &str) -> bool {
    const KEPT: usize = 15;
    let zeros = id.len() > KEPT + 1 && id.get(KEPT..).is_some_and(|rest| rest.bytes().all(|byte| byte == b'0'));
    zeros && id.len() == whole.len() && id.get(..KEPT - 1) == whole.get(..KEPT - 1)
}
