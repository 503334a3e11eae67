//! From a query to its answer: read, fold, group, apply the formulas; once more for the dates compared with.

use crate::answer::{Answer, Figure, Row, Series, SourceNote, Status};
use crate::ask::{AskError, Query, ROW_LIMIT, Split};
use crate::cell::RowGround;
use crate::compare::compared;
use crate::evaluation::{Evaluation, Stretch};
use crate::fold::start_of_day;
use crate::frame::Frame;
use crate::group::{Group, groups};
use crate::history::{History, HistoryError, ImportInfo, Scope};
use crate::indicator::Indicator;
use crate::material::Material;
use model::{Period, Span};
use std::collections::BTreeSet;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// The question cannot be answered as it is put.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// The history could not be read.
    #[error(transparent)]
    History(#[from] HistoryError),
}

/// Answers a question over the spaces of the scope. Deterministic: the same history gives the same rows in the same
/// order.
pub async fn answer_to<H: History>(history: &H, scope: &Scope, query: &Query) -> Result<Answer, AnswerError> {
    let stretches = Stretches::read(history, scope, std::slice::from_ref(query)).await?;
    answer(query, &stretches)
}

/// Answers several questions, in order. What they have in common (a page asks for the same dates cut in several ways)
/// is read once.
pub async fn answers_to<H: History>(history: &H, scope: &Scope, queries: &[Query]) -> Result<Vec<Answer>, AnswerError> {
    let stretches = Stretches::read(history, scope, queries).await?;
    queries.iter().map(|query| answer(query, &stretches)).collect()
}

/// The stretches that questions look at.
struct Stretches<'q>(Vec<(&'q Query, Period, Stretch)>);

impl<'q> Stretches<'q> {
    async fn read<H: History>(history: &H, scope: &Scope, queries: &'q [Query]) -> Result<Self, HistoryError> {
        let mut asked: Vec<(&Query, Period, Vec<&'static Indicator>, bool)> = Vec::new();
        for query in queries {
            for period in std::iter::once(query.period).chain(before(query)) {
                let by_post = query.splits.contains(&Split::Post);
                match asked.iter_mut().find(|(first, known, ..)| *known == period && alike(first, query)) {
                    Some((_, _, indicators, labelled)) => {
                        indicators.extend(&query.indicators);
                        *labelled |= by_post;
                    }
                    None => asked.push((query, period, query.indicators.clone(), by_post)),
                }
            }
        }
        let mut read = Vec::with_capacity(asked.len());
        for (query, period, indicators, labelled) in asked {
            let span = Span { from: start_of_day(period.from, &query.zone), to: start_of_day(period.to, &query.zone) };
            let needs = indicators.iter().map(|indicator| &indicator.needs);
            let material = Material::gather(history, scope, period, span, needs, labelled).await?;
            read.push((query, period, Stretch::new(query, material)));
        }
        Ok(Self(read))
    }

    fn evaluation<'a>(&'a self, query: &'a Query, period: Period) -> Option<Evaluation<'a>> {
        let (_, _, stretch) = self.0.iter().find(|(first, known, _)| *known == period && alike(first, query))?;
        Some(Evaluation::new(query, Frame::new(period, query.grain, &query.zone), stretch))
    }
}

/// Whether two questions look at the same things, however they cut them.
fn alike(a: &Query, b: &Query) -> bool {
    a.filters == b.filters && a.zone_name == b.zone_name && a.rules == b.rules
}

/// The dates compared with.
fn before(query: &Query) -> Option<Period> {
    query.compare.map(|compare| compared(query.period, compare))
}

fn answer(query: &Query, stretches: &Stretches<'_>) -> Result<Answer, AnswerError> {
    let unread = || HistoryError("a stretch was not read".to_owned());
    let now = stretches.evaluation(query, query.period).ok_or_else(unread)?;
    let dates = before(query);
    let before = dates.and_then(|period| stretches.evaluation(query, period));
    let mut series = Vec::with_capacity(query.indicators.len());
    let mut room = ROW_LIMIT;
    for indicator in &query.indicators {
        let groups = groups(&now, indicator);
        let columns = now.frame.columns.len();
        let rows: usize = groups.iter().map(|group| if group.only.is_some() { 1 } else { columns }).sum();
        if rows > room {
            return Err(AskError::TooManyRows { rows: rows + ROW_LIMIT - room, limit: ROW_LIMIT }.into());
        }
        room -= rows;
        series.push(rows_of(indicator, &groups, &now, before.as_ref()));
    }
    let sources = sources(&series, &now.material().imports);
    Ok(Answer {
        series,
        from: query.period.from,
        to: query.period.to,
        compared: dates.map(|period| (period.from, period.to)),
        zone: query.zone_name.clone(),
        sources,
    })
}

fn rows_of(
    indicator: &'static Indicator,
    groups: &[Group],
    now: &Evaluation<'_>,
    before: Option<&Evaluation<'_>>,
) -> Series {
    let mut rows = Vec::new();
    for group in groups {
        let ground = RowGround::new(now, group, indicator);
        // The spaces of both evaluations are the same, in the same order; a post has no past.
        let of_posts = group.narrow.post.is_some() || now.filters.posts;
        let past = before.filter(|_| !of_posts).map(|before| RowGround::new(before, group, indicator));
        for (at, column) in now.frame.columns.iter().enumerate() {
            if group.only.is_some_and(|only| only.column != at) {
                continue;
            }
            let before = past.as_ref().and_then(|past| {
                let column = past.evaluation.frame.columns.get(at)?;
                Some(Box::new((indicator.formula)(&past.cell(at, column))))
            });
            rows.push(Row {
                period: column.key.clone(),
                keys: group.keys.clone(),
                figure: (indicator.formula)(&ground.cell(at, column)),
                before,
            });
        }
    }
    let status = overall(rows.iter().map(|row| row.figure.status));
    Series { indicator, status, rows }
}

/// The status of a series: that of its rows where they agree (pending ones aside), partial where some are measured and
/// others not, missing where there is none.
fn overall(statuses: impl Iterator<Item = Status>) -> Status {
    let found: BTreeSet<Status> = statuses.collect();
    let mut found: Vec<Status> = found.into_iter().collect();
    if found.len() > 1 {
        found.retain(|status| *status != Status::Pending);
    }
    match found.as_slice() {
        [] => Status::Missing,
        [one] => *one,
        several if several.contains(&Status::Measured) || several.contains(&Status::Partial) => Status::Partial,
        _ => Status::Missing,
    }
}

fn sources(series: &[Series], imports: &[ImportInfo]) -> Vec<SourceNote> {
    let figures = series.iter().flat_map(|series| &series.rows).flat_map(|row| {
        let before: Option<&Figure> = row.before.as_deref();
        std::iter::once(&row.figure).chain(before)
    });
    let used: BTreeSet<i64> = figures.flat_map(|figure| figure.sources.iter().copied()).collect();
    let note = |import: &ImportInfo| SourceNote {
        id: import.id.0,
        format: import.format.clone(),
        name: import.name.clone(),
        at: import.at.0,
    };
    let mut notes: Vec<SourceNote> = imports.iter().filter(|import| used.contains(&import.id.0)).map(note).collect();
    notes.sort_by_key(|note| note.id);
    notes.dedup_by_key(|note| note.id);
    notes
}
