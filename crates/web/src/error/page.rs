//! What people and programs see of a failure: a page with a way out, a fragment in place, or a problem document
//! (RFC 9457) under `/api/`. Here failures of ours are logged, once.

use super::Failure;
use crate::frame::Alone;
use crate::rooms::Room;
use crate::said::{Arg, Said};
use crate::state::State;
use crate::visit::Visit;
use askama::Template;
use axum::extract::{Request, State as Extract};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use phrases::{Lang, Voice};
use serde_json::json;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "templates/error.html")]
struct ErrorPage {
    frame: Alone,
    why: String,
    hint: String,
    way_out: (String, String),
    status: u16,
}

#[derive(Template)]
#[template(path = "templates/error_part.html")]
struct ErrorPart {
    why: String,
    hint: String,
}

/// The middleware that dresses failures, ours and those of the router itself (404, 405, 413).
pub async fn dress(Extract(state): Extract<State>, request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Visit>().cloned();
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let response = next.run(request).await;
    let failure = response.extensions().get::<Arc<Failure>>().cloned();
    let is_bare =
        response.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    let failure = match failure {
        Some(failure) => failure,
        None if is_bare => match Failure::of_status(response.status()) {
            Some(failure) => Arc::new(failure),
            None => return response,
        },
        None => return response,
    };
    if let Failure::Broken(error) = &*failure {
        tracing::error!(%method, path = uri.path(), error = error.as_ref(), "a request failed");
    }
    if let Failure::Forbidden(deed) = &*failure {
        tracing::info!(%method, path = uri.path(), ?deed, "a role did not allow a request");
    }
    let lang = visit.as_ref().map_or(Lang::En, |visit| visit.lang);
    let voice = state.phrases.in_language(lang);
    let mut dressed = if uri.path().starts_with(crate::csrf::API) {
        problem(&failure, &voice)
    } else {
        page(&failure, visit.as_ref(), &voice)
    };
    *dressed.status_mut() = failure.status();
    // What the router said besides (Allow, Retry-After) stays.
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            dressed.headers_mut().append(name, value.clone());
        }
    }
    if matches!(*failure, Failure::SignedOut) {
        dressed.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Failure::TooMany(seconds) = &*failure {
        dressed.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds.unsigned_abs()));
    }
    dressed
}

/// What happened, and what to do.
fn words(failure: &Failure, voice: &Voice) -> (String, String, String) {
    let mut said = Said::new(format!("error-{}", failure.code()));
    if let Failure::TooMany(seconds) = failure {
        said.args.push(("seconds".to_owned(), Arg::Number(*seconds)));
    }
    let (title, hint) = (said.in_voice(voice), said.attribute(voice, "hint"));
    let why = match failure {
        Failure::Refused(reason) => reason.in_voice(voice),
        Failure::Fields(problems) => {
            let mut all = problems.iter().map(|(field, said)| format!("{field}: {}", said.in_voice(voice)));
            all.next().map(|first| all.fold(first, |text, next| format!("{text} {next}"))).unwrap_or_default()
        }
        _ => said.attribute(voice, "why"),
    };
    (title, why, hint)
}

fn problem(failure: &Failure, voice: &Voice) -> Response {
    let (title, why, hint) = words(failure, voice);
    let mut body = json!({
        "type": format!("/api#{}", failure.code()),
        "title": title,
        "status": failure.status().as_u16(),
        "code": failure.code(),
        "detail": why,
        "hint": hint,
    });
    let errors = match failure {
        Failure::Fields(problems) => problems
            .iter()
            .map(|(field, said)| json!({ "field": field, "code": said.key, "detail": said.in_voice(voice) }))
            .collect(),
        Failure::Refused(said) => vec![json!({ "code": said.key, "detail": said.in_voice(voice) })],
        _ => Vec::new(),
    };
    if let (Some(object), false) = (body.as_object_mut(), errors.is_empty()) {
        object.insert("errors".to_owned(), errors.into());
    }
    ([(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}

fn page(failure: &Failure, visit: Option<&Visit>, voice: &Voice) -> Response {
    let (title, why, hint) = words(failure, voice);
    let Some(visit) = visit else { return why.into_response() };
    let bare = format!("{title}. {why}");
    let rendered = if visit.fragment {
        ErrorPart { why: bare.clone(), hint }.render()
    } else {
        let way_out = if visit.person.is_some() {
            (Room::first().path(), voice.say("error-way-out"))
        } else {
            ("/sign-in".to_owned(), voice.say("error-way-in"))
        };
        ErrorPage { frame: Alone::of(visit, voice, &title), why, hint, way_out, status: failure.status().as_u16() }
            .render()
    };
    match rendered {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            tracing::error!(%error, "the page of an error could not be written");
            bare.into_response()
        }
    }
}
