//! A whole interface in a test: a store on SQLite in a folder of its own, a clock that stands still, a browser that
//! keeps cookies and sends forms with their token. Requests go through every layer; no port is opened.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use crate::{State, app};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use model::clock::Frozen;
use model::{Clock, Millis};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Store;
use store::desk::person::NewPerson;
use store::desk::{Clients, Language, Person, Role};
use tower::ServiceExt;

/// 22 November 2026, 09:00 UTC.
pub const NOW: Millis = Millis(1_795_338_000_000);

/// The interface under test.
pub struct TestApp {
    pub state: State,
    router: Router,
    cookies: BTreeMap<String, String>,
    language: &'static str,
    _folder: tempfile::TempDir,
}

/// What came back.
#[derive(Debug)]
pub struct Got {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub body: String,
}

impl Got {
    /// Where it sends the browser.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).expect(&self.body)
    }

    /// What is inside `<main>`, with tokens, hashes and secrets struck out: for snapshots.
    pub fn main(&self) -> String {
        let inside = self.body.split_once("<main").map_or(self.body.as_str(), |(_, rest)| rest);
        let inside = inside.split_once("</main>").map_or(inside, |(main, _)| main);
        let inside = inside.split_once('>').map_or(inside, |(_, main)| main);
        redacted(inside)
    }
}

/// Strikes out what differs from run to run, and drops empty lines and indentation.
pub fn redacted(html: &str) -> String {
    let mut text = String::new();
    for line in html.lines().map(str::trim).filter(|line| !line.is_empty()) {
        text.push_str(line);
        text.push('\n');
    }
    for (before, after) in
        [("name=\"csrf\" value=\"", "\""), ("/assets/", "/"), ("vgi_", "<"), ("/sign-in/link/", "\"<")]
    {
        let mut rest = text.as_str();
        let mut out = String::new();
        while let Some((kept, found)) = rest.split_once(before) {
            let end = found.find(|c| after.contains(c)).unwrap_or(found.len());
            out.push_str(kept);
            out.push_str(before);
            out.push('…');
            rest = &found[end..];
        }
        out.push_str(rest);
        text = out;
    }
    text
}

impl TestApp {
    /// An empty organisation; nobody is signed in; the browser asks for English.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let clock: Arc<dyn Clock> = Arc::new(Frozen(NOW));
        let state = State::new(store, clock, false).unwrap();
        let router = app(state.clone());
        Self { state, router, cookies: BTreeMap::new(), language: "en", _folder: folder }
    }

    /// An organisation with one person of a role who sees every client, signed in.
    pub async fn signed_in(role: Role) -> Self {
        let mut app = Self::new().await;
        app.person(role, Clients::All).await;
        app
    }

    /// Adds a person of a role and signs them in (through a one-time link, as people do).
    pub async fn person(&mut self, role: Role, clients: Clients) -> Person {
        let email = format!("{role}@example.org");
        let store = &self.state.store;
        let person =
            store.add_person(&NewPerson { email: &email, name: "Ana Petit", role, clients }, NOW).await.unwrap();
        self.sign_in(&person).await;
        person
    }

    /// Signs somebody in.
    pub async fn sign_in(&mut self, person: &Person) {
        use secrecy::ExposeSecret;
        let link = self.state.store.make_sign_in_link(person.id, Millis(NOW.0 + 1000)).await.unwrap();
        let path = format!("/sign-in/link/{}", link.expose_secret());
        let got = self.post(&path, &path, &[]).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    }

    /// The language the browser asks for, and that of everybody who chose none.
    pub fn speak(&mut self, language: Language) {
        self.language = language.as_str();
    }

    /// Fetches a page.
    pub async fn get(&mut self, path: &str) -> Got {
        self.send(Request::get(path)).await
    }

    /// Fetches the part of a page that a script asks for.
    pub async fn fragment(&mut self, path: &str) -> Got {
        self.send(Request::get(path).header("hx-request", "true").header("hx-request-type", "partial")).await
    }

    /// Sends a form found on the page `on` (its token is taken from there).
    pub async fn post(&mut self, on: &str, path: &str, fields: &[(&str, &str)]) -> Got {
        let token = self.token(on).await;
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &token).extend_pairs(fields);
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send_with(request, Body::from(form.finish())).await
    }

    /// Sends files (`(field, file name, content)`) with fields, from a form on the page `on`.
    pub async fn upload(
        &mut self,
        on: &str,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Got {
        let token = self.token(on).await;
        let body = multipart(Some(&token), fields, files);
        let request =
            Request::post(path).header(header::CONTENT_TYPE, MULTIPART).header("sec-fetch-site", "same-origin");
        self.send_with(request, Body::from(body)).await
    }

    /// The token of the first form of a page.
    pub async fn token(&mut self, on: &str) -> String {
        let page = self.get(on).await;
        let (_, rest) =
            page.body.split_once("name=\"csrf\" value=\"").unwrap_or_else(|| panic!("no form on {on}: {}", page.body));
        rest.split('"').next().unwrap().to_owned()
    }

    /// A token of the API for a person.
    pub async fn bearer(&self, person: &Person) -> String {
        use secrecy::ExposeSecret;
        let (_, secret) = self.state.store.make_token(person.id, "test", NOW).await.unwrap();
        format!("Bearer {}", secret.expose_secret())
    }

    /// Sends any request without body, with the browser's cookies.
    pub async fn send(&mut self, request: axum::http::request::Builder) -> Got {
        self.send_with(request, Body::empty()).await
    }

    /// Sends any request, with the browser's cookies.
    pub async fn send_with(&mut self, request: axum::http::request::Builder, body: Body) -> Got {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = request.header(header::HOST, "vigie.test");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if !request.headers_ref().unwrap().contains_key(header::ACCEPT_LANGUAGE) {
            request = request.header(header::ACCEPT_LANGUAGE, self.language);
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = set.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let got =
            Got { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() };
        self.check(&got);
        got
    }

    /// Cookies as the browser holds them.
    pub fn cookies(&mut self) -> &mut BTreeMap<String, String> {
        &mut self.cookies
    }

    /// What holds for every page, whoever asks: see `testing/rules.rs`.
    fn check(&self, got: &Got) {
        let kind = got.headers.get(header::CONTENT_TYPE).map_or("", |value| value.to_str().unwrap());
        if kind.starts_with("text/html") {
            rules::check(&got.body);
        }
        assert_eq!(self.state.phrases.faults(), []);
    }
}

/// The content type of [`multipart`].
pub const MULTIPART: &str = "multipart/form-data; boundary=XXBOUNDARYXX";

/// A body with files, the token first.
pub fn multipart(token: Option<&str>, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in token.map(|token| ("csrf", token)).iter().chain(fields) {
        body.extend(
            format!("--XXBOUNDARYXX\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    for (name, file, content) in files {
        body.extend(
            format!("--XXBOUNDARYXX\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n")
                .bytes(),
        );
        body.extend_from_slice(content);
        body.extend(b"\r\n");
    }
    body.extend(b"--XXBOUNDARYXX--\r\n");
    body
}

/// A request to the API with a bearer token.
pub fn api(method: Method, path: &str, bearer: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header(header::AUTHORIZATION, bearer)
}

mod rules;
