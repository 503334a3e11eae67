//! Who comes: the session behind the cookie, the person, their language; read once for each request.
//!
//! Sessions are our own rather than a middleware's: a session exists only once somebody is signed in, it names its
//! person in its own column (so that shutting somebody out ends it), and its cookie is a random id of 256 bits of
//! which the database keeps a hash. That leaves nothing for a general session layer to do.

use crate::error::Failure;
use crate::said::Said;
use crate::state::State;
use axum::extract::{ConnectInfo, Request, State as Extract};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use phrases::{Lang, Voice};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use store::StoreError;
use store::desk::{Language, Organisation, Person, Session};

mod cookie;
pub mod flash;

pub use cookie::Cookie;
pub use flash::{Flash, Tone};

/// A session lives this long after its last use.
pub const SESSION_LASTS_MS: i64 = 30 * 24 * 60 * 60 * 1000;
/// A use prolongs it at most once a day: a read must not cost a write each time.
const PROLONGED_EVERY_MS: i64 = 24 * 60 * 60 * 1000;

/// What is known of a request before any room sees it.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The browser's secret: the session's id, or a guest's. Tokens of forms are made of it.
    pub secret: String,
    /// The session's id.
    pub session: Option<String>,
    /// Who is signed in.
    pub person: Option<Person>,
    /// What holds for everybody here.
    pub organisation: Organisation,
    /// The language to speak.
    pub lang: Lang,
    /// Where it comes from.
    pub address: IpAddr,
    /// What the last act has to say.
    pub flash: Option<Flash>,
    /// A script asks for a part of a page.
    pub fragment: bool,
}

impl Visit {
    /// The voice that speaks the visitor's language.
    pub fn voice(&self, state: &State) -> Voice {
        state.phrases.in_language(self.lang)
    }
}

/// Paths that are the same for everybody and need no visit.
const ANONYMOUS: [&str; 2] = ["/assets/", "/favicon.ico"];

/// The middleware: outermost but for headers and logs.
pub async fn read(Extract(state): Extract<State>, request: Request, next: Next) -> Response {
    if ANONYMOUS.iter().any(|path| request.uri().path().starts_with(path)) {
        return next.run(request).await;
    }
    // TRICKY: a reference to the whole request held over an await would make the future unfit for threads.
    let (mut parts, body) = request.into_parts();
    let (visit, mut cookies) = match visit(&state, &parts).await {
        Ok(found) => found,
        // Nobody is known yet, so nothing can be dressed: said here, in as few words as possible.
        Err(error) => {
            tracing::error!(%error, path = parts.uri.path(), "a visit could not be read");
            return (StatusCode::INTERNAL_SERVER_ERROR, "500").into_response();
        }
    };
    let shown = visit.flash.is_some() && !visit.fragment && !is_prefetch(&parts.headers);
    parts.extensions.insert(visit);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if shown && response.status() == StatusCode::OK && is_html(&response) {
        cookies.push(flash::spent(state.secure_cookies));
    }
    for cookie in cookies {
        // A handler's own word on a cookie (signed in, signed out) comes last and wins.
        if !sets(&response, cookie.name()) {
            cookie.put(response.headers_mut());
        }
    }
    response.headers_mut().append(header::VARY, HeaderValue::from_static("cookie, accept-language, hx-request"));
    response
}

async fn visit(state: &State, request: &Parts) -> Result<(Visit, Vec<Cookie>), StoreError> {
    let (headers, now, secure) = (&request.headers, state.now(), state.secure_cookies);
    let mut cookies = Vec::new();
    let mut session = None;
    let mut person = None;
    if let Some(id) = cookie::session(headers, secure)
        && let Some(mut kept) = state.store.load_session(&id, now).await?
        && let Some(whose) = kept.person
        && let Some(found) = state.store.person(whose).await?
        && found.disabled_at.is_none()
    {
        if kept.expires_at.0 - now.0 < SESSION_LASTS_MS - PROLONGED_EVERY_MS {
            kept.expires_at = model::Millis(now.0 + SESSION_LASTS_MS);
            state.store.save_session(&id, &kept).await?;
            cookies.push(Cookie::session(&id, SESSION_LASTS_MS, secure));
        }
        (session, person) = (Some(id), Some(found));
    }
    let secret = match (&session, cookie::guest(headers, secure)) {
        (Some(id), _) => id.clone(),
        (None, Some(guest)) => guest,
        (None, None) => {
            let guest = new_id()?;
            cookies.push(Cookie::guest(&guest, secure));
            guest
        }
    };
    let organisation = state.store.organisation().await?;
    let lang = language(request, person.as_ref(), &organisation);
    let visit = Visit {
        secret,
        session,
        person,
        organisation,
        lang,
        address: address(request, secure),
        flash: flash::read(headers, secure),
        fragment: headers.contains_key("hx-request")
            && headers.get("hx-request-type").is_none_or(|kind| kind != "full"),
    };
    Ok((visit, cookies))
}

/// The person's choice; the choice made on the sign-in page; the organisation's; what the browser asks for; English.
fn language(request: &Parts, person: Option<&Person>, organisation: &Organisation) -> Lang {
    let chosen = |language: Language| match language {
        Language::French => Lang::Fr,
        Language::English => Lang::En,
    };
    let in_address = || {
        let query = request.uri.query()?;
        url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "lang")?.1.parse().ok()
    };
    let asked = || Lang::from_accept_language(request.headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?);
    person
        .and_then(|person| person.language)
        .map(chosen)
        .or_else(in_address)
        .or_else(|| organisation.language.map(chosen))
        .or_else(asked)
        .unwrap_or(Lang::En)
}

/// The visitor's address. Behind our own proxy it is the last one that the proxy wrote down.
fn address(request: &Parts, behind_proxy: bool) -> IpAddr {
    let peer =
        request.extensions.get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
    let near = match peer.to_canonical() {
        IpAddr::V4(v4) => v4.is_loopback() || v4.is_private(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local(),
    };
    let told = || {
        request
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .next_back()?
            .to_str()
            .ok()?
            .rsplit(',')
            .next()?
            .trim()
            .parse()
            .ok()
    };
    if behind_proxy && near { told().unwrap_or(peer) } else { peer }
}

/// A browser fetches ahead: the page may never be looked at.
fn is_prefetch(headers: &HeaderMap) -> bool {
    ["sec-purpose", "purpose"]
        .iter()
        .any(|name| headers.get(*name).is_some_and(|value| value.as_bytes().starts_with(b"prefetch")))
}

fn is_html(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn sets(response: &Response, name: &str) -> bool {
    let begins =
        |value: &HeaderValue| value.to_str().is_ok_and(|v| v.split_once('=').is_some_and(|(set, _)| set == name));
    response.headers().get_all(header::SET_COOKIE).iter().any(begins)
}

fn new_id() -> Result<String, StoreError> {
    Ok(BASE64_URL_SAFE_NO_PAD.encode(store::secrets::random::<32>()?))
}

/// Signs somebody in: a session of a new id; the one that was there before is over.
pub async fn sign_in(state: &State, visit: &Visit, person: &Person) -> Result<Cookie, Failure> {
    if let Some(old) = &visit.session {
        state.store.delete_session(old).await?;
    }
    let id = new_id()?;
    let expires_at = model::Millis(state.now().0 + SESSION_LASTS_MS);
    let session = Session { person: Some(person.id), data: "{}".to_owned(), expires_at };
    if !state.store.create_session(&id, &session).await? {
        return Err(Failure::Refused(Said::new("error-broken")));
    }
    Ok(Cookie::session(&id, SESSION_LASTS_MS, state.secure_cookies))
}

/// Signs out: the session is over, the cookie goes.
pub async fn sign_out(state: &State, visit: &Visit) -> Result<Cookie, Failure> {
    if let Some(id) = &visit.session {
        state.store.delete_session(id).await?;
    }
    Ok(Cookie::session("", 0, state.secure_cookies))
}
