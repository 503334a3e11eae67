//! The columns of the posts export that are read, and one row of it.
//!
//! The same figure may stand as a count of acts (`Post Stories`) and as a count of people (`Talking About This`): the
//! count of acts is read where it is there. French labels follow Facebook's French pages; no French file was met yet.

use crate::numbers::{self, NotId};
use crate::table::{Columns, Label, Row, columns::fold};
use crate::trouble::{Trouble, TroubleCode};
use model::{ContentType, Metric};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    PostId,
    Permalink,
    Message,
    Type,
    Posted,
    /// A figure; of two of the same metric, the lower number is read.
    Figure(Metric, u8),
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

const fn figure(metric: Metric, rank: u8, names: &'static [&'static str]) -> Label<Column> {
    Label { key: Column::Figure(metric, rank), required: false, names }
}

/// What they are called.
pub static LABELS: &[Label<Column>] = &[
    label(Column::PostId, true, &["Post ID", "Identifiant de la publication", "ID de la publication"]),
    label(Column::Permalink, false, &["Permalink", "Permalien"]),
    label(Column::Message, false, &["Post Message", "Message de la publication"]),
    label(Column::Type, false, &["Type"]),
    label(Column::Posted, true, &["Posted", "Publié", "Publié le"]),
    label(
        Column::Figure(Metric::Reach, 0),
        true,
        &["Lifetime Post Total Reach", "Portée totale de la publication", "Portée totale de la publication à vie"],
    ),
    figure(
        Metric::Impressions,
        0,
        &[
            "Lifetime Post Total Impressions",
            "Total des impressions de la publication",
            "Total des impressions de la publication à vie",
        ],
    ),
    figure(Metric::EngagedPeople, 0, &["Lifetime Engaged Users", "Personnes actives", "Utilisateurs engagés à vie"]),
    figure(Metric::Likes, 0, &["Lifetime Post Stories by action type - like"]),
    figure(Metric::Likes, 1, &["Lifetime Talking About This (Post) by action type - like", "like"]),
    figure(Metric::Comments, 0, &["Lifetime Post Stories by action type - comment"]),
    figure(Metric::Comments, 1, &["Lifetime Talking About This (Post) by action type - comment", "comment"]),
    figure(Metric::Shares, 0, &["Lifetime Post Stories by action type - share"]),
    figure(Metric::Shares, 1, &["Lifetime Talking About This (Post) by action type - share", "share"]),
    figure(Metric::Clicks, 0, &["Lifetime Post Consumptions", "Consommations de la publication à vie"]),
    figure(Metric::LinkClicks, 0, &["Lifetime Post Consumptions by type - link clicks"]),
    figure(Metric::LinkClicks, 1, &["link clicks"]),
    figure(Metric::VideoViews, 0, &["Lifetime Total Video Views"]),
    figure(Metric::NegativeFeedback, 0, &["Lifetime Negative Feedback from Users"]),
    figure(Metric::NegativeFeedback, 1, &["Lifetime Negative feedback", "Avis négatifs à vie"]),
];

/// Columns that, three together, no other export has.
static SIGNATURE: &[Column] = &[Column::PostId, Column::Permalink, Column::Message, Column::Posted];

/// Whether a column counts likes, comments or shares: the export of the key figures alone does not.
pub const fn is_reaction(column: Column) -> bool {
    matches!(column, Column::Figure(Metric::Likes | Metric::Comments | Metric::Shares, _))
}

/// Whether the headers are those of this export. Published tables without ids carry the same names of figures: they
/// are not the export.
pub fn is_ours(headers: &[String]) -> bool {
    let columns = Columns::find(LABELS, headers);
    let signed = SIGNATURE.iter().filter(|column| columns.has(**column)).count();
    signed > 2 && columns.has(Column::Figure(Metric::Reach, 0))
}

/// One post.
#[derive(Debug)]
pub struct PostRow {
    pub line: u64,
    pub id: String,
    pub text: Option<String>,
    pub url: Option<String>,
    pub post_type: String,
    /// As written: the order of day and month is not known yet.
    pub posted: String,
    pub figures: Vec<(Metric, f64)>,
}

impl PostRow {
    /// Reads a row; empty cells give no figure.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        let trouble = |code, column| Trouble::new(code).line(row.line).field(columns.header(column));
        let written = columns.cell(row, Column::PostId)?.unwrap_or_default();
        let id = numbers::id(written).map_err(|why| match why {
            NotId::Empty => trouble(TroubleCode::EmptyValue, Column::PostId),
            NotId::Rounded => trouble(TroubleCode::RoundedId, Column::PostId).with("value", written),
        })?;
        let posted = columns.text(row, Column::Posted)?;
        let posted = posted.ok_or_else(|| trouble(TroubleCode::EmptyValue, Column::Posted))?;
        let mut figures: Vec<(Metric, f64)> = Vec::new();
        for column in columns.present() {
            let Column::Figure(metric, rank) = column else { continue };
            if rank > 0 && columns.has(Column::Figure(metric, 0)) {
                continue;
            }
            figures.extend(columns.count(row, column)?.map(|value| (metric, value)));
        }
        Ok(Self {
            line: row.line,
            id: bare(id).to_owned(),
            text: columns.text(row, Column::Message)?,
            url: columns.text(row, Column::Permalink)?,
            post_type: columns.text(row, Column::Type)?.unwrap_or_default(),
            posted,
            figures,
        })
    }
}

/// The post's number without the page's in front, as Meta's newer exports write it: the same post told twice is one.
pub fn bare(id: &str) -> &str {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match id.split_once('_') {
        Some((page, post)) if digits(page) && digits(post) => post,
        _ => id,
    }
}

/// The content type of Facebook's post types; `None` for a type not met yet.
pub fn content_type(post_type: &str) -> Option<ContentType> {
    Some(match fold(post_type).as_str() {
        "" | "other" | "autre" => ContentType::Unknown,
        "photo" => ContentType::Photo,
        "status" | "statut" => ContentType::Status,
        "link" | "lien" => ContentType::Link,
        "video" | "sharedvideo" => ContentType::Video,
        "event" | "evenement" => ContentType::Event,
        "offer" | "offre" | "question" => ContentType::Unknown,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_lose_the_page_in_front() {
        for (written, expected) in [("123_456", "456"), ("456", "456"), ("123_4a", "123_4a"), ("_4", "_4")] {
            assert_eq!(bare(written), expected);
        }
    }
}
