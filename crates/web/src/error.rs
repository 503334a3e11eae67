//! What can go wrong in a request, as people and programs are told it: a stable code, a status, a sentence.
//! How it looks is in `error/page.rs`.

pub mod page;

use crate::forms::Problems;
use crate::roles::Deed;
use crate::said::Said;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use measure::ask::AskError;
use std::sync::Arc;
use store::StoreError;
use store::ask::Unanswered;

/// What a handler answers.
pub type Answered = Result<Response, Failure>;

/// Why a request was not answered.
#[derive(Debug)]
pub enum Failure {
    /// Nothing of that address, or nothing for this person: the two are not told apart.
    NotFound,
    /// This person's role does not allow it.
    Forbidden(Deed),
    /// Nobody is signed in. Pages lead to the sign-in page instead.
    SignedOut,
    /// The form is not one we gave to this browser, or comes from another site.
    StaleForm,
    /// The address exists, this method does not.
    WrongMethod,
    /// The body is larger than this address takes.
    TooLarge,
    /// The request cannot be read.
    Malformed,
    /// Too many tries; the seconds to wait.
    TooMany(i64),
    /// Fields that cannot be kept. Pages show their form again instead.
    Fields(Problems),
    /// It was understood and cannot be done: why, in a sentence of ours.
    Refused(Said),
    /// Something of ours failed; the person is not to blame and is told nothing of the inside.
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

impl Failure {
    /// The stable code: the message key is `error-CODE`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Forbidden(_) => "forbidden",
            Self::SignedOut => "signed-out",
            Self::StaleForm => "stale-form",
            Self::WrongMethod => "wrong-method",
            Self::TooLarge => "too-large",
            Self::Malformed => "malformed",
            Self::TooMany(_) => "too-many",
            Self::Fields(_) => "fields",
            Self::Refused(_) => "refused",
            Self::Broken(_) => "broken",
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden(_) | Self::StaleForm => StatusCode::FORBIDDEN,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Fields(_) | Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The failure behind a status that axum itself answered.
    pub(crate) fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::WrongMethod,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            status if status.is_client_error() => Self::Malformed,
            status if status.is_server_error() => Self::Broken(format!("status {status}").into()),
            _ => return None,
        })
    }

    /// Something of ours failed.
    pub fn broken(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Broken(Box::new(error))
    }
}

impl IntoResponse for Failure {
    /// Bare: the page or the problem document is written by [`page::dress`], which knows language and address.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Absent(_) => Self::NotFound,
            StoreError::Taken(_) | StoreError::Invalid { .. } => match Problems::of_store(&error) {
                Some(problems) => Self::Fields(problems),
                None => Self::broken(error),
            },
            error => Self::broken(error),
        }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::broken(error)
    }
}

impl From<Unanswered> for Failure {
    fn from(error: Unanswered) -> Self {
        match error {
            Unanswered::Ask(error) => error.into(),
            Unanswered::Store(error) => error.into(),
            Unanswered::History(error) => Self::broken(error),
        }
    }
}

impl From<AskError> for Failure {
    fn from(error: AskError) -> Self {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let given = |key: &str, given: &str| Said::new(key).with("given", given);
        Self::Refused(match &error {
            AskError::UnknownIndicator(id) => given("ask-unknown-indicator", id),
            AskError::UnknownSplit(split) => given("ask-unknown-split", split),
            AskError::TwoGrains => Said::new("ask-two-grains"),
            AskError::NoSuchSplit { indicator, split } => {
                Said::new("ask-no-such-split").with("indicator", indicator.as_str()).with("split", split.as_str())
            }
            AskError::NotADate(date) => given("ask-not-a-date", date),
            AskError::EmptyPeriod { from, to } => {
                Said::new("ask-empty-period").with("from", from.to_string()).with("to", to.to_string())
            }
            AskError::UnknownZone(zone) => given("ask-unknown-zone", zone),
            AskError::UnknownFilter(filter) => given("ask-unknown-filter", filter),
            AskError::UnknownCompare(compare) => given("ask-unknown-compare", compare),
            AskError::UnknownRules(rules) => given("ask-unknown-rules", rules),
            AskError::TooManyRows { rows, limit } => {
                Said::new("ask-too-many-rows").with("rows", count(*rows)).with("limit", count(*limit))
            }
        })
    }
}

/// A handler panicked: a failure of ours like any other.
pub fn of_panic(panic: Box<dyn std::any::Any + Send>) -> Response {
    let text =
        panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    Failure::Broken(text.unwrap_or_else(|| "a handler panicked".to_owned()).into()).into_response()
}
