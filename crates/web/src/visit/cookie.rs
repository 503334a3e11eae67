//! The three cookies: a session's id, a guest's secret, one message. All `HttpOnly`, `SameSite=Lax`, for the whole
//! site; under HTTPS also `Secure`, and bound to this very host by their name.

use axum::http::{HeaderMap, HeaderValue, header};

const SESSION: [&str; 2] = ["vigie_session", "__Host-vigie_session"];
const GUEST: [&str; 2] = ["vigie_guest", "__Host-vigie_guest"];
const FLASH: [&str; 2] = ["vigie_flash", "__Host-vigie_flash"];

/// A cookie to set.
#[derive(Debug, Clone)]
pub struct Cookie {
    name: &'static str,
    value: String,
    /// Seconds; `None`: until the browser closes.
    lasts: Option<i64>,
    secure: bool,
}

impl Cookie {
    /// The cookie of a session; an empty id takes it away.
    pub(super) fn session(id: &str, lasts_ms: i64, secure: bool) -> Self {
        Self { name: named(SESSION, secure), value: id.to_owned(), lasts: Some(lasts_ms / 1000), secure }
    }

    pub(super) fn guest(secret: &str, secure: bool) -> Self {
        Self { name: named(GUEST, secure), value: secret.to_owned(), lasts: None, secure }
    }

    pub(super) fn flash(value: String, lasts: i64, secure: bool) -> Self {
        Self { name: named(FLASH, secure), value, lasts: Some(lasts), secure }
    }

    pub(super) const fn name(&self) -> &'static str {
        self.name
    }

    /// Adds the cookie to a response.
    pub fn put(&self, headers: &mut HeaderMap) {
        let lasts = self.lasts.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
        let secure = if self.secure { "; Secure" } else { "" };
        let text = format!("{}={}; Path=/; HttpOnly; SameSite=Lax{lasts}{secure}", self.name, self.value);
        // Values are base64: always a valid header.
        if let Ok(value) = HeaderValue::from_str(&text) {
            headers.append(header::SET_COOKIE, value);
        }
    }
}

const fn named(names: [&'static str; 2], secure: bool) -> &'static str {
    let [plain, bound] = names;
    if secure { bound } else { plain }
}

pub(super) fn session(headers: &HeaderMap, secure: bool) -> Option<String> {
    find(headers, named(SESSION, secure)).map(str::to_owned)
}

pub(super) fn guest(headers: &HeaderMap, secure: bool) -> Option<String> {
    find(headers, named(GUEST, secure)).map(str::to_owned)
}

pub(super) fn flash(headers: &HeaderMap, secure: bool) -> Option<&str> {
    find(headers, named(FLASH, secure))
}

fn find<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let pairs =
        headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|text| text.split(';'));
    let mut found = pairs
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(known, value)| *known == name && !value.is_empty());
    found.next().map(|(_, value)| value)
}
