//! From a person's question to an answer: what they may see, in which zone, over which dates. The page, the API and
//! the command line ask through here.

use crate::db::Store;
use crate::desk::access::{ScopeFilter, Viewer};
use crate::error::StoreError;
use crate::on;
use async_recursion::async_recursion as boxed;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use measure::AnswerError;
use measure::answer::Answer;
use measure::ask::{Ask, AskError, Query};
use measure::history::{History, HistoryError, Scope};
use model::{Millis, Network};
use std::pin::Pin;

/// Why a question was not answered.
#[derive(Debug, thiserror::Error)]
pub enum Unanswered {
    /// The question has a fault.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// Something named in it is not there for this person, or the store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The history could not be read.
    #[error(transparent)]
    History(#[from] HistoryError),
}

/// A question understood, with what it may see.
#[derive(Debug, Clone)]
pub struct Understood {
    /// The typed question.
    pub query: Query,
    /// The spaces it may see.
    pub scope: Scope,
}

/// Answers being worked out.
pub type Answering<'a> = Pin<Box<dyn Future<Output = Result<Vec<Answer>, AnswerError>> + Send + 'a>>;

impl Store {
    /// Understands a question: the viewer's rights, the client's zone, the dates of which anything is known.
    #[boxed]
    pub async fn understand(&self, viewer: &Viewer, ask: &Ask, now: Millis) -> Result<Understood, Unanswered> {
        let scope = self.scope(viewer, &filter(ask)?).await?;
        let zones: std::collections::BTreeSet<String> =
            self.spaces(&scope).await?.into_iter().map(|space| space.zone).collect();
        let mut zones = zones.into_iter();
        // Clients of several zones share no midnight: their days are then cut in UTC unless a zone is named.
        let zone = match (zones.next(), zones.next()) {
            (Some(zone), None) => zone,
            _ => "UTC".to_owned(),
        };
        let known = self.known_dates(&scope, ask.zone.as_deref().unwrap_or(&zone)).await?;
        let query = Query::from_ask(ask, &zone, known, now)?;
        Ok(Understood { query, scope })
    }

    /// Understands and answers.
    #[boxed]
    pub async fn answer(&self, viewer: &Viewer, ask: &Ask, now: Millis) -> Result<Answer, Unanswered> {
        let Understood { query, scope } = self.understand(viewer, ask, now).await?;
        measure::answer_to(self, &scope, &query).await.map_err(|error| match error {
            AnswerError::Ask(error) => Unanswered::Ask(error),
            AnswerError::History(error) => Unanswered::History(error),
        })
    }

    /// Answers several questions about the same spaces; what they have in common is read once. Boxed, so that it is
    /// compiled here, once, and not again wherever it is awaited.
    pub fn answers<'a>(&'a self, scope: &'a Scope, queries: &'a [Query]) -> Answering<'a> {
        Box::pin(measure::answers_to(self, scope, queries))
    }

    /// First date known, and the first date after the last one.
    async fn known_dates(&self, scope: &Scope, zone: &str) -> Result<Option<(Date, Date)>, StoreError> {
        let span: (Option<i64>, Option<i64>) = on!(&self.db, pool => {
            let mut q = sqlx::QueryBuilder::new("select min(oldest_at), max(newest_at) from import where space_id in (null");
            for space in &scope.spaces {
                q.push(", ").push_bind(space.0);
            }
            q.push(")");
            q.build_query_as().fetch_one(pool).await
        })?;
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let date = |at: i64| Some(jiff::Timestamp::from_millisecond(at).ok()?.to_zoned(zone.clone()).date());
        let dates = span.0.and_then(date).zip(span.1.and_then(date).and_then(|last| last.tomorrow().ok()));
        Ok(dates)
    }
}

/// The part of the filters that says which spaces; `measure` applies the others.
fn filter(ask: &Ask) -> Result<ScopeFilter, AskError> {
    let mut filter = ScopeFilter::default();
    for (key, value) in &ask.filters {
        match key.as_str() {
            "client" => filter.clients.push(value.clone()),
            "space" => filter.spaces.push(value.clone()),
            "network" => {
                let network =
                    value.parse::<Network>().map_err(|_| AskError::UnknownFilter(format!("network={value}")))?;
                filter.networks.push(network);
            }
            _ => {}
        }
    }
    Ok(filter)
}
