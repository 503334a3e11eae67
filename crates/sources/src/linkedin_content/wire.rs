//! The columns of LinkedIn's content export that are read: its table of days and its table of posts.

use crate::figures::figures_in;
use crate::linkedin::{Under, native};
use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use model::{ContentType, Metric};

/// A column of the table of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Daily {
    Date,
    /// Impressions that were paid for: with them, the organic people reached are not all people reached.
    Sponsored,
    /// People reached without paying.
    Reached,
    Figure(Metric),
}

/// A column of the table of posts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Title,
    Link,
    /// Organic or sponsored.
    Type,
    Created,
    /// Recognises the file; not read.
    Campaign,
    /// Recognises the file; not read.
    PostedBy,
    /// Recognises the file; not read.
    Audience,
    Content,
    Figure(Metric),
}

const fn daily(key: Daily, required: bool, names: &'static [&'static str]) -> Label<Daily> {
    Label { key, required, names }
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// The table of days, in English, French and Portuguese. No French file was met yet: its labels are those of
/// LinkedIn's French pages.
pub static DAYS: &[Label<Daily>] = &[
    daily(Daily::Date, true, &["Date", "Data"]),
    daily(Daily::Figure(Metric::Impressions), true, &["Impressions (total)", "Impressões (total)"]),
    daily(
        Daily::Sponsored,
        false,
        &["Impressions (sponsored)", "Impressions (sponsorisées)", "Impressões (patrocinadas)"],
    ),
    daily(
        Daily::Reached,
        false,
        &[
            "Unique impressions (organic)",
            "Impressions uniques (organiques)",
            "Impressions uniques (naturelles)",
            "Impressões únicas (orgânicas)",
        ],
    ),
    daily(Daily::Figure(Metric::Clicks), true, &["Clicks (total)", "Clics (total)", "Cliques (total)"]),
    daily(Daily::Figure(Metric::Likes), true, &["Reactions (total)", "Réactions (total)", "Reações (total)"]),
    daily(Daily::Figure(Metric::Comments), true, &["Comments (total)", "Commentaires (total)", "Comentários (total)"]),
    daily(
        Daily::Figure(Metric::Shares),
        true,
        &[
            "Reposts (total)",
            "Shares (total)",
            "Republications (total)",
            "Partages (total)",
            "Compartilhamentos (total)",
        ],
    ),
];

/// The table of posts, in the same languages.
pub static POSTS: &[Label<Column>] = &[
    label(Column::Title, false, &["Post title", "Titre du post", "Titre de la publication", "Título da publicação"]),
    label(Column::Link, true, &["Post link", "Lien du post", "Lien de la publication", "Link da publicação"]),
    label(Column::Type, false, &["Post type", "Type de post", "Type de publication", "Tipo de publicação"]),
    label(Column::Created, true, &["Created date", "Date de création", "Criação", "Data de criação"]),
    label(Column::Campaign, false, &["Campaign name", "Nom de la campagne", "Nome da campanha"]),
    label(Column::PostedBy, false, &["Posted by", "Publié par", "Publicada por"]),
    label(Column::Audience, false, &["Audience", "Público"]),
    label(Column::Content, false, &["Content Type", "Type de contenu", "Tipo de conteúdo"]),
    label(Column::Figure(Metric::Impressions), true, &["Impressions", "Impressões"]),
    label(
        Column::Figure(Metric::VideoViews),
        false,
        &[
            "Views (Excluding offsite video views)",
            "Views",
            "Vues (hors vues vidéo hors site)",
            "Vues",
            "Visualizações",
        ],
    ),
    label(Column::Figure(Metric::Clicks), false, &["Clicks", "Clics", "Cliques"]),
    label(Column::Figure(Metric::Likes), true, &["Likes", "Reactions", "J'aime", "Réactions", "Gostaram", "Reações"]),
    label(Column::Figure(Metric::Comments), true, &["Comments", "Commentaires", "Comentários"]),
    label(
        Column::Figure(Metric::Shares),
        true,
        &["Reposts", "Shares", "Republications", "Partages", "Compartilhamentos"],
    ),
    label(
        Column::Figure(Metric::FollowsFromPost),
        false,
        &["Follows", "Abonnements", "Nouveaux abonnés", "Seguidores"],
    ),
];

/// Whether the headers are those of the table of days.
pub fn is_days(columns: &Columns<Daily>) -> bool {
    let figures = [Metric::Impressions, Metric::Clicks, Metric::Likes, Metric::Comments, Metric::Shares];
    figures.iter().filter(|metric| columns.has(Daily::Figure(**metric))).count() > 2
}

/// Whether the headers are those of the table of posts.
pub fn is_posts(columns: &Columns<Column>) -> bool {
    let ours = [Column::Link, Column::Created, Column::Campaign, Column::PostedBy, Column::Audience, Column::Type];
    ours.iter().filter(|column| columns.has(**column)).count() > 3
}

/// One day.
#[derive(Debug)]
pub struct Day {
    pub figures: Vec<(Metric, f64)>,
}

impl Day {
    /// Reads a row. People reached are told where nothing was paid for: LinkedIn gives the organic ones only.
    pub fn read(columns: &Columns<Daily>, row: &Row) -> Result<Self, Trouble> {
        let mut figures = Vec::new();
        for column in columns.present() {
            if let Daily::Figure(metric) = column
                && let Some(value) = columns.count(row, column)?
            {
                figures.push((metric, value));
            }
        }
        let paid = columns.count(row, Daily::Sponsored)?.unwrap_or(0.0) > 0.0;
        let reached = columns.count(row, Daily::Reached)?.filter(|_| !paid);
        figures.extend(reached.map(|reached| (Metric::Reach, reached)));
        Ok(Self { figures })
    }
}

/// One post, or its paid part.
#[derive(Debug)]
pub struct PostRow {
    pub line: u64,
    /// `urn:li:activity:7721071328160919333`, or the link where it holds none.
    pub native: String,
    pub url: String,
    pub kind: String,
    pub title: Option<String>,
    pub created: String,
    pub content: String,
    pub figures: Vec<(Metric, f64)>,
}

impl PostRow {
    /// Reads a row; empty cells give no figure.
    pub fn read(under: &Under<'_, Column>, row: &Row) -> Result<Self, Trouble> {
        let columns = &under.columns;
        let needed = |column| {
            let empty = || Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(column));
            columns.text(row, column)?.ok_or_else(empty)
        };
        let url = needed(Column::Link)?;
        let figures =
            figures_in(columns, row, |column| if let Column::Figure(metric) = column { Some(metric) } else { None })?;
        Ok(Self {
            line: row.line,
            native: native(&url).to_owned(),
            created: needed(Column::Created)?,
            kind: columns.text(row, Column::Type)?.unwrap_or_default(),
            title: columns.text(row, Column::Title)?,
            content: columns.text(row, Column::Content)?.unwrap_or_default(),
            figures,
            url,
        })
    }
}

/// What a post is made of; `None` for a word not met before. A link with its preview is an *article* for LinkedIn.
pub fn content_type(word: &str) -> Option<ContentType> {
    Some(match crate::table::columns::fold(word).as_str() {
        "" => ContentType::Unknown,
        "video" | "vídeo" | "live video" => ContentType::Video,
        "image" | "imagem" | "photo" => ContentType::Photo,
        "multi-image" | "multi image" | "document" | "documento" | "carousel" | "carrousel" => ContentType::Carousel,
        "article" | "artigo" | "link" | "lien" => ContentType::Link,
        "text" | "texte" | "texto" => ContentType::Status,
        "poll" | "sondage" | "enquete" => ContentType::Poll,
        "event" | "evenement" | "evento" => ContentType::Event,
        _ => return None,
    })
}
