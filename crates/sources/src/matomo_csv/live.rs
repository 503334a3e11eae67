//! Matomo's visits log (`Live.getLastVisitsDetails`): one row a visit, with its moments and where it came from.

use crate::arrivals::by_source;
use crate::contract::{Note, Report, Sink};
use crate::table::{Columns, Label, Row, Table};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{Coverage, Millis, Origin, Piece, Span, Visit, What};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Visit,
    Visitor,
    Address,
    First,
    Last,
    Type,
    Name,
    Url,
    Actions,
    Landing,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called: Matomo does not translate this report.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Visit, true, &["idVisit"]),
    label(Column::Visitor, false, &["visitorId", "fingerprint"]),
    label(Column::Address, false, &["visitIp"]),
    label(Column::First, true, &["firstActionTimestamp"]),
    label(Column::Last, true, &["lastActionTimestamp"]),
    label(Column::Type, true, &["referrerType"]),
    label(Column::Name, false, &["referrerName"]),
    label(Column::Url, false, &["referrerUrl"]),
    label(Column::Actions, false, &["actions"]),
    label(Column::Landing, false, &["actionDetails_0_url"]),
];

/// Reads the log.
pub fn read(table: &mut Table<'_>, columns: &Columns<Column>, sink: &mut dyn Sink) -> Result<Report, Refusal> {
    let mut span: Option<(Millis, Millis)> = None;
    let rows = table.each(sink, |row| {
        let visit = visit(columns, row)?;
        let (from, to) = span.unwrap_or((visit.from, visit.last));
        span = Some((from.min(visit.from), to.max(visit.last)));
        Ok(vec![Piece::Visit(visit)])
    })?;
    let mut seen = Vec::new();
    if let Some((from, to)) = span {
        // The log tells seconds: its last one is inside.
        let span = Span { from, to: Millis(to.0.saturating_add(1000)) };
        sink.piece(Piece::Coverage(Coverage { what: What::Visits, span }))?;
        seen.push(Note::new("matomo-visits", [("visits", rows.to_string())]));
    }
    Ok(Report { rows, seen })
}

fn visit(columns: &Columns<Column>, row: &Row) -> Result<Visit, Trouble> {
    let text = |column| columns.text(row, column).map(Option::unwrap_or_default);
    let moment = |column| {
        let seconds = columns.count(row, column)?;
        let seconds = seconds.and_then(|seconds| jiff::SignedDuration::try_from_secs_f64(seconds).ok());
        let at = seconds.and_then(|seconds| jiff::Timestamp::from_duration(seconds).ok());
        let wrong = || Trouble::new(TroubleCode::NotADate).line(row.line).field(columns.header(column));
        at.map(|at| Millis(at.as_millisecond())).ok_or_else(wrong)
    };
    let (from, last) = (moment(Column::First)?, moment(Column::Last)?);
    if last < from {
        let trouble = Trouble::new(TroubleCode::Contradiction).line(row.line);
        return Err(trouble.field(columns.header(Column::Last)).with("value", &text(Column::Last)?));
    }
    let landing = text(Column::Landing)?;
    let path = landing.split_once("://").map_or(landing.as_str(), |(_, rest)| rest);
    let path = path.find('/').and_then(|at| path.get(at..)).unwrap_or_default();
    Ok(Visit {
        visitor: format!("{} {}", text(Column::Visitor)?, text(Column::Address)?),
        from,
        last,
        origin: origin(&text(Column::Type)?, &text(Column::Name)?, &text(Column::Url)?),
        landing: path.split(['?', '#']).next().unwrap_or_default().chars().take(500).collect(),
        pages: text(Column::Actions)?.parse().unwrap_or(1),
    })
}

/// Matomo's own sorting of the visit: a campaign's name, the referring page, or the name of a network or engine.
fn origin(kind: &str, name: &str, url: &str) -> Origin {
    let told = Origin { told: true, ..Origin::default() };
    match kind {
        "direct" => told,
        "campaign" => Origin { campaign: Some(name.to_lowercase()).filter(|name| !name.is_empty()), ..told },
        _ => {
            let host = words::address::host(url);
            host.map_or_else(|| by_source(name, ""), |host| Origin { referrer: Some(host), ..told })
        }
    }
}
