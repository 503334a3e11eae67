//! One-time links: a page with one button, so that programs that look ahead at links do not use them up.

use super::page::let_in;
use crate::csrf;
use crate::error::Answered;
use crate::frame::Alone;
use crate::page::{go, show_as};
use crate::rooms::Room;
use crate::state::State;
use crate::visit::Visit;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State as Extract};
use axum::http::StatusCode;
use secrecy::SecretString;

#[derive(Template)]
#[template(path = "rooms/sign_in/templates/link.html")]
struct Offer {
    frame: Alone,
    csrf: String,
    secret: String,
    spent: bool,
}

/// The page of a link; whether the link is good is not looked at.
pub async fn offer(
    Extract(state): Extract<State>,
    Extension(visit): Extension<Visit>,
    Path(secret): Path<String>,
) -> Answered {
    page(&state, &visit, StatusCode::OK, secret, false)
}

/// Uses the link up.
pub async fn follow(
    Extract(state): Extract<State>,
    Extension(visit): Extension<Visit>,
    Path(secret): Path<String>,
) -> Answered {
    let used = state.store.use_sign_in_link(&SecretString::from(secret.as_str()), state.now()).await?;
    let person = match used {
        Some(id) => state.store.person(id).await?.filter(|person| person.disabled_at.is_none()),
        None => None,
    };
    let Some(person) = person else { return page(&state, &visit, StatusCode::UNPROCESSABLE_ENTITY, secret, true) };
    let next = if person.has_password { Room::first().path() } else { "/sign-in/password".to_owned() };
    let mut response = go(&next);
    let_in(&state, &visit, &person).await?.put(response.headers_mut());
    Ok(response)
}

fn page(state: &State, visit: &Visit, status: StatusCode, secret: String, spent: bool) -> Answered {
    let voice = visit.voice(state);
    // Secrets are base64url: whatever else stands in the address is none of ours and stays out of the page.
    let secret = secret.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let frame = Alone::of(visit, &voice, &voice.say("sign-in-title"));
    show_as(status, &Offer { frame, csrf: csrf::fresh(&visit.secret)?, secret, spent })
}
