//! The sign-in form, and the way out.

use crate::csrf;
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::forms::Sent;
use crate::frame::Alone;
use crate::page::{go, show_as};
use crate::rooms::Room;
use crate::state::State;
use crate::visit::{self, Visit};
use askama::Template;
use axum::Extension;
use axum::extract::{Query, State as Extract};
use axum::http::{HeaderValue, StatusCode, header};
use phrases::Lang;
use secrecy::SecretString;
use serde::Deserialize;
use store::desk::{Act, NewAuditEntry, Person, Viewer};

#[derive(Template)]
#[template(path = "rooms/sign_in/templates/sign_in.html")]
struct SignIn {
    frame: Alone,
    csrf: String,
    organisation: String,
    next: String,
    lang: &'static str,
    other: (Lang, String),
    email: Field,
    password: Field,
    refused: Option<String>,
    nobody: bool,
}

/// What the address of the form may say.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    next: String,
}

/// The form; who is signed in already goes on.
pub async fn form(
    Extract(state): Extract<State>,
    Extension(visit): Extension<Visit>,
    Query(wanted): Query<Wanted>,
) -> Answered {
    if visit.person.is_some() {
        return Ok(go(&local(&wanted.next)));
    }
    again(&state, &visit, StatusCode::OK, &wanted.next, "", None).await
}

/// E-mail and password. The same answer whether the person is unknown, shut out, or the password wrong.
pub async fn enter(Extract(state): Extract<State>, Extension(visit): Extension<Visit>, sent: Sent) -> Answered {
    let (email, next) = (sent.text("email"), sent.text("next"));
    if let Some(until) = state.attempts.wait_until(email, visit.address, state.now()) {
        let seconds = (until.0 - state.now().0).max(1000) / 1000;
        let said = visit.voice(&state).say_with("sign-in-wait", &[("seconds", seconds.into())]);
        let mut response = again(&state, &visit, StatusCode::TOO_MANY_REQUESTS, next, email, Some(said)).await?;
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds.unsigned_abs()));
        return Ok(response);
    }
    // Asked before the outcome is known, so that both outcomes take the same time.
    let known = state.store.person_by_email(email).await?;
    let password = SecretString::from(sent.raw("password"));
    let Some(person) = state.store.verify_password(email, &password).await? else {
        state.attempts.failed(email, visit.address, state.now());
        // What was typed is not written down: people type passwords into the wrong field.
        let what = known.as_ref().map_or("", |person| person.name.as_str());
        let entry = NewAuditEntry { person: None, client: None, act: Act::SignInFailed, what };
        state.store.audit(&entry, state.now()).await?;
        let said = visit.voice(&state).say("sign-in-refused");
        return again(&state, &visit, StatusCode::UNPROCESSABLE_ENTITY, next, email, Some(said)).await;
    };
    state.attempts.succeeded(email, visit.address);
    let mut response = go(&local(next));
    let_in(&state, &visit, &person).await?.put(response.headers_mut());
    Ok(response)
}

/// Signs out.
pub async fn leave(Extract(state): Extract<State>, Extension(visit): Extension<Visit>) -> Answered {
    let cookie = visit::sign_out(&state, &visit).await?;
    if let Some(person) = &visit.person {
        let entry = NewAuditEntry { person: Some(person.id), client: None, act: Act::SignedOut, what: "" };
        state.store.audit(&entry, state.now()).await?;
    }
    let mut response = go("/sign-in");
    cookie.put(response.headers_mut());
    Ok(response)
}

/// A session for somebody who showed who they are, with its line in the audit log.
pub(super) async fn let_in(state: &State, visit: &Visit, person: &Person) -> Result<visit::Cookie, Failure> {
    let cookie = visit::sign_in(state, visit, person).await?;
    let entry = NewAuditEntry { person: Some(person.id), client: None, act: Act::SignedIn, what: "" };
    state.store.audit(&entry, state.now()).await?;
    Ok(cookie)
}

async fn again(
    state: &State,
    visit: &Visit,
    status: StatusCode,
    next: &str,
    email: &str,
    refused: Option<String>,
) -> Answered {
    let voice = visit.voice(state);
    let nobody = state.store.people_of(&Viewer::system()).await?.is_empty();
    let other = if visit.lang == Lang::Fr { Lang::En } else { Lang::Fr };
    let mut words = url::form_urlencoded::Serializer::new(String::new());
    words.append_pair("lang", other.code());
    if !next.is_empty() {
        words.append_pair("next", next);
    }
    let other_href = format!("/sign-in?{}", words.finish());
    show_as(
        status,
        &SignIn {
            frame: Alone::of(visit, &voice, &voice.say("sign-in-title")),
            csrf: csrf::fresh(&visit.secret)?,
            organisation: visit.organisation.name.clone(),
            next: next.to_owned(),
            lang: visit.lang.code(),
            other: (other, other_href),
            email: Field::text("email", voice.say("sign-in-email"), email)
                .kind("email")
                .autocomplete("username")
                .required(),
            password: Field::text("password", voice.say("sign-in-password"), "")
                .kind("password")
                .autocomplete("current-password")
                .required(),
            refused,
            nobody,
        },
    )
}

/// Where to go after signing in: a path of ours, never another site.
pub(super) fn local(next: &str) -> String {
    let ours = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\r', '\n', '\t'])
        && !next.starts_with("/sign-");
    if ours { next.to_owned() } else { Room::first().path() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_on_is_always_ours() {
        for ours in ["/measures?client=a", "/account#tokens"] {
            assert_eq!(local(ours), ours);
        }
        for theirs in ["", "https://evil.test", "//evil.test", "/\\evil.test", "/\t/evil.test", "measures", "/sign-out"]
        {
            assert_eq!(local(theirs), Room::first().path(), "{theirs}");
        }
    }
}
