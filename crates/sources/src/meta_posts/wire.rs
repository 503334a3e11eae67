//! The columns of Meta's posts exports that are read (Facebook 2023 and 2025, Instagram), and one row of them.
//!
//! Their set and order change from one export to the next: everything is found by label.

use crate::numbers::{self, NotId};
use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use model::{ContentType, Metric, Network};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    PostId,
    PageId,
    PageName,
    AccountId,
    AccountName,
    AccountUsername,
    Title,
    Description,
    PublishTime,
    Permalink,
    PostType,
    DataComment,
    Date,
    /// Reactions, comments and shares together, as Meta adds them up.
    Total,
    /// What replaced the impressions in 2024.
    Views,
    Figure(Metric),
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called. French labels are those met in French tools that read these files, and Meta's French
/// pages; no French file was met yet.
pub static LABELS: &[Label<Column>] = &[
    label(Column::PostId, true, &["Post ID", "Identifiant de publication", "ID de la publication"]),
    label(Column::PageId, false, &["Page ID", "Identifiant de Page", "ID de la Page"]),
    label(Column::PageName, false, &["Page name", "Nom de la Page"]),
    label(Column::AccountId, false, &["Account ID", "Identifiant de compte", "ID du compte"]),
    label(Column::AccountName, false, &["Account name", "Nom du compte"]),
    label(Column::AccountUsername, false, &["Account username", "Nom d'utilisateur du compte"]),
    label(Column::Title, false, &["Title", "Titre"]),
    label(Column::Description, false, &["Description"]),
    label(Column::PublishTime, true, &["Publish time", "Heure de publication", "Date de publication"]),
    label(Column::Permalink, false, &["Permalink", "Permalien"]),
    label(Column::PostType, false, &["Post type", "Type de publication"]),
    label(Column::DataComment, false, &["Data comment", "Commentaire sur les données"]),
    label(Column::Date, false, &["Date"]),
    label(
        Column::Total,
        false,
        &[
            "Reactions, Comments and Shares",
            "Réactions, commentaires et partages",
            "Mentions J'aime et réactions, commentaires et partages",
        ],
    ),
    label(Column::Views, false, &["Views", "Vues"]),
    label(
        Column::Figure(Metric::Likes),
        false,
        &["Reactions", "Likes", "Réactions", "Mentions J'aime", "Mentions J'aime et réactions"],
    ),
    label(Column::Figure(Metric::Comments), false, &["Comments", "Commentaires"]),
    label(Column::Figure(Metric::Shares), false, &["Shares", "Partages"]),
    label(
        Column::Figure(Metric::Reach),
        false,
        &["Reach", "Couverture", "Couverture Instagram", "Couverture de la Page Facebook"],
    ),
    label(Column::Figure(Metric::Impressions), false, &["Impressions"]),
    label(Column::Figure(Metric::Clicks), false, &["Total clicks", "Nombre total de clics", "Total des clics"]),
    label(Column::Figure(Metric::LinkClicks), false, &["Link Clicks", "Clics sur un lien", "Clics sur le lien"]),
    label(Column::Figure(Metric::Saves), false, &["Saves", "Enregistrements"]),
    label(Column::Figure(Metric::FollowsFromPost), false, &["Follows", "Abonnements", "Followers"]),
    label(
        Column::Figure(Metric::NegativeFeedback),
        false,
        &["Negative feedback from users: Hide all", "Avis négatifs des utilisateurs : Tout masquer"],
    ),
];

/// Columns that, three together, no other export has.
pub static SIGNATURE: &[Column] = &[
    Column::PostId,
    Column::PageId,
    Column::PageName,
    Column::AccountId,
    Column::AccountUsername,
    Column::PublishTime,
    Column::PostType,
    Column::DataComment,
];

/// Facebook by its pages, Instagram by its accounts.
pub fn network(columns: &Columns<Column>) -> Option<Network> {
    if columns.has(Column::PageId) || columns.has(Column::PageName) {
        return Some(Network::Facebook);
    }
    (columns.has(Column::AccountId) || columns.has(Column::AccountUsername)).then_some(Network::Instagram)
}

/// An export without reactions or without reach is not the posts export.
pub fn require_figures(columns: &Columns<Column>, header_line: u64) -> Result<(), Trouble> {
    let needed = [Metric::Likes, Metric::Comments, Metric::Shares, Metric::Reach].map(Column::Figure);
    let Some(absent) = needed.into_iter().find(|column| !columns.has(*column)) else { return Ok(()) };
    Err(Trouble::new(TroubleCode::MissingColumn)
        .line(header_line)
        .field(columns.header(absent))
        .with("headers", &columns.headers().join(" · ")))
}

/// The name of the page or account on this row.
pub fn space(columns: &Columns<Column>, row: &Row) -> Option<String> {
    [Column::PageName, Column::AccountName, Column::AccountUsername]
        .into_iter()
        .find_map(|column| columns.text(row, column).ok().flatten())
}

/// The content type of Meta's post types; `None` for a type not met yet.
pub fn content_type(post_type: &str) -> Option<ContentType> {
    let folded = crate::table::columns::fold(post_type);
    let bare = folded.strip_prefix("ig ").unwrap_or(&folded);
    Some(match bare {
        "" | "n/a" => ContentType::Unknown,
        "photo" | "photos" | "image" | "images" => ContentType::Photo,
        "text" | "texte" | "status" | "statut" => ContentType::Status,
        "link" | "links" | "lien" | "liens" => ContentType::Link,
        "video" | "videos" | "live" => ContentType::Video,
        "reel" | "reels" => ContentType::Reel,
        "carousel" | "carrousel" | "album" => ContentType::Carousel,
        "story" | "stories" => ContentType::Story,
        "event" | "evenement" => ContentType::Event,
        _ => return None,
    })
}

/// One post, or one day of a post.
#[derive(Debug)]
pub struct PostRow {
    pub line: u64,
    pub id: String,
    pub space: Option<String>,
    pub text: Option<String>,
    pub url: Option<String>,
    pub post_type: String,
    /// As written: the order of day and month is not known yet.
    pub published: String,
    /// `Lifetime`, or the day that the figures are of.
    pub date: String,
    pub figures: Vec<(Metric, f64)>,
}

/// What a row is.
pub enum Read {
    /// A post.
    Post(Box<PostRow>),
    /// A post to which Meta says the exporting person has no access.
    Unavailable,
}

impl PostRow {
    /// Reads a row; empty cells give no figure.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Read, Trouble> {
        let at = |column| Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(column));
        let written = columns.cell(row, Column::PostId)?.unwrap_or_default();
        let id = match numbers::id(written) {
            Ok(id) => id.to_owned(),
            Err(NotId::Rounded) => {
                let trouble = Trouble::new(TroubleCode::RoundedId).line(row.line);
                return Err(trouble.field(columns.header(Column::PostId)).with("value", written));
            }
            Err(NotId::Empty) if columns.text(row, Column::DataComment)?.is_some() => return Ok(Read::Unavailable),
            Err(NotId::Empty) => return Err(at(Column::PostId)),
        };
        let published = columns.text(row, Column::PublishTime)?.ok_or_else(|| at(Column::PublishTime))?;
        let figures = Self::figures(columns, row)?;
        let description = columns.text(row, Column::Description)?;
        let text = description.or(columns.text(row, Column::Title)?);
        Ok(Read::Post(Box::new(Self {
            line: row.line,
            id,
            space: space(columns, row),
            text,
            url: columns.text(row, Column::Permalink)?,
            post_type: columns.text(row, Column::PostType)?.unwrap_or_default(),
            published,
            date: columns.text(row, Column::Date)?.unwrap_or_default(),
            figures,
        })))
    }

    fn figures(columns: &Columns<Column>, row: &Row) -> Result<Vec<(Metric, f64)>, Trouble> {
        let mut figures = Vec::new();
        for column in columns.present() {
            let metric = match column {
                Column::Figure(metric) => metric,
                Column::Views if !columns.has(Column::Figure(Metric::Impressions)) => Metric::Impressions,
                _ => continue,
            };
            if let Some(value) = columns.count(row, column)? {
                figures.push((metric, value));
            }
        }
        let of = |wanted| figures.iter().find(|(metric, _)| *metric == wanted).map(|(_, value)| *value);
        let parts = [of(Metric::Likes), of(Metric::Comments), of(Metric::Shares)];
        if let (Some(total), [Some(likes), Some(comments), Some(shares)]) = (columns.count(row, Column::Total)?, parts)
            && (likes + comments + shares - total).abs() > 0.5
        {
            return Err(Trouble::new(TroubleCode::Contradiction)
                .line(row.line)
                .field(columns.header(Column::Total))
                .with("value", &total.to_string())
                .with("expected", &(likes + comments + shares).to_string()));
        }
        Ok(figures)
    }
}
