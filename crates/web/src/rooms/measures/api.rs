//! What a page of the room shows, as a file: the same answer, through the same functions as `/api/v1/ask` and the
//! command line.

use crate::error::Answered;
use crate::page::Page;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use figures::{Output, Picture, Size};
use measure::Answer;
use measure::indicator::Indicator;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
    /// The drawing.
    Svg,
}

impl File {
    /// The kind behind the dot.
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }

    const fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => ("csv", "text/csv; charset=utf-8"),
            Self::Json => ("json", "application/json"),
            Self::Svg => ("svg", "image/svg+xml"),
        }
    }
}

/// The file of an answer, named after the indicator and its dates.
pub fn file(page: &Page, file: File, indicator: &Indicator, answer: &Answer) -> Answered {
    let (word, kind) = file.parts();
    let body = match file {
        File::Csv => answer.to_csv(),
        File::Json => answer.to_json().to_string(),
        File::Svg => {
            let draw = |series| Picture::of(series, answer, &page.voice, Size::WIDE).svg(Output::File);
            answer.series.first().map_or_else(String::new, draw)
        }
    };
    let last = answer.to.yesterday().unwrap_or(answer.to);
    let name = format!("attachment; filename=\"{}-{}-{last}.{word}\"", indicator.id, answer.from);
    // Ids and dates are plain letters and digits: always a valid header.
    let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, name)], body)
        .into_response())
}
