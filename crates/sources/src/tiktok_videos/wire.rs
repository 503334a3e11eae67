//! The columns of TikTok's tables of videos that are read (Business Suite and Studio), and one row of them.

use crate::figures::figures_in;
use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use model::Metric;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Title,
    Link,
    Posted,
    /// Recognises the file; not read.
    PlayTime,
    /// Recognises the file; not read.
    WatchTime,
    Figure(Metric),
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called, in English, French and Spanish. The French labels are those of TikTok's French pages; no
/// French file was met yet.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Title, false, &["Video title", "Titre de la vidéo", "Título del video", "Título del vídeo"]),
    label(Column::Link, true, &["Video link", "Lien de la vidéo", "Enlace del video", "Enlace del vídeo"]),
    label(Column::Posted, true, &["Post time", "Heure de publication", "Date de publication", "Hora de publicación"]),
    label(Column::PlayTime, false, &["Total play time", "Durée totale de lecture", "Tiempo de reproducción total"]),
    label(
        Column::WatchTime,
        false,
        &["Average watch time", "Durée moyenne de visionnage", "Tiempo de visualización promedio"],
    ),
    label(
        Column::Figure(Metric::VideoViews),
        true,
        &[
            "Video views",
            "Total views",
            "Vues de la vidéo",
            "Vues de vidéo",
            "Nombre total de vues",
            "Total des vues",
            "Visualizaciones totales",
            "Visualizaciones de video",
        ],
    ),
    label(
        Column::Figure(Metric::Likes),
        true,
        &[
            "Likes",
            "Total likes",
            "J'aime",
            "Nombre total de J'aime",
            "Total des J'aime",
            "Me gusta",
            "Me gusta totales",
            "Total de Me gusta",
        ],
    ),
    label(
        Column::Figure(Metric::Comments),
        true,
        &[
            "Comments",
            "Total comments",
            "Commentaires",
            "Nombre total de commentaires",
            "Total des commentaires",
            "Comentarios",
            "Comentarios totales",
            "Total de comentarios",
        ],
    ),
    label(
        Column::Figure(Metric::Shares),
        true,
        &[
            "Shares",
            "Total shares",
            "Partages",
            "Nombre total de partages",
            "Total des partages",
            "Compartidos",
            "Veces compartido",
            "Compartidos totales",
            "Total de veces compartido",
        ],
    ),
    label(
        Column::Figure(Metric::Saves),
        false,
        &[
            "Add to Favorites",
            "Ajouts aux favoris",
            "Ajouter aux favoris",
            "Añadidos a favoritos",
            "Añadir a favoritos",
        ],
    ),
    label(
        Column::Figure(Metric::Reach),
        false,
        &["Reached audience", "Audience touchée", "Audience atteinte", "Audiencia alcanzada"],
    ),
];

/// Whether these are the headers of a table of videos.
pub fn is_ours(columns: &Columns<Column>) -> bool {
    let frame = [Column::Title, Column::Link, Column::Posted].iter().filter(|column| columns.has(**column)).count();
    frame > 1 && columns.known() > 4
}

/// One video.
#[derive(Debug)]
pub struct VideoRow {
    pub line: u64,
    /// The number in its link.
    pub id: String,
    pub url: String,
    pub title: Option<String>,
    pub posted: String,
    pub figures: Vec<(Metric, f64)>,
}

impl VideoRow {
    /// Reads a row; empty cells give no figure.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        let url = needed(columns, row, Column::Link)?;
        let id = id_in_link(&url).ok_or_else(|| {
            Trouble::new(TroubleCode::BadLine).line(row.line).field(columns.header(Column::Link)).with("value", &url)
        })?;
        let figures =
            figures_in(columns, row, |column| if let Column::Figure(metric) = column { Some(metric) } else { None })?;
        Ok(Self {
            line: row.line,
            id: id.to_owned(),
            title: columns.text(row, Column::Title)?,
            posted: needed(columns, row, Column::Posted)?,
            figures,
            url,
        })
    }

    /// The moment that TikTok's numbers begin with: seconds, above thirty-two other bits.
    pub fn instant_in_id(&self) -> Option<model::Millis> {
        let id: u64 = self.id.parse().ok()?;
        i64::try_from(id >> 32).ok()?.checked_mul(1000).filter(|at| *at > 0).map(model::Millis)
    }
}

fn needed(columns: &Columns<Column>, row: &Row, column: Column) -> Result<String, Trouble> {
    let empty = || Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(column));
    columns.text(row, column)?.ok_or_else(empty)
}

/// `https://www.tiktok.com/@name/video/7301234567890123456` → the digits; pictures have `/photo/`.
fn id_in_link(link: &str) -> Option<&str> {
    let after = ["/video/", "/photo/"].iter().find_map(|part| link.split(part).nth(1))?;
    let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    after.get(..end).filter(|digits| !digits.is_empty())
}
