//! Striking secrets out of what is kept or shown: URLs in messages, everything on a tape.
//!
//! It knows the secrets it was given (credentials among the headers, telling query parameters, values a caller
//! declared) and strikes them wherever they stand. In answers it also strikes the parameters and JSON fields that
//! are credentials by name. It cannot recognise a secret that has neither a known value nor a telling name.

use url::{Url, form_urlencoded};

/// What stands in place of a secret.
pub(crate) const STRUCK: &str = "STRUCK";
/// Shorter values would be struck out of innocent words.
const SHORTEST_SECRET: usize = 4;

/// Names that are credentials anywhere, lower case, without `_`, `-` and `.`.
const CREDENTIAL_NAMES: &[&str] = &[
    "accesstoken",
    "apikey",
    "apitoken",
    "appsecret",
    "appsecretproof",
    "authtoken",
    "bearertoken",
    "clientsecret",
    "idtoken",
    "oauthtoken",
    "passwd",
    "password",
    "privatetoken",
    "refreshtoken",
    "sessiontoken",
    "xamzcredential",
    "xamzsecuritytoken",
    "xamzsignature",
    "xapikey",
    "xgoogsignature",
];

/// Names that are credentials in a URL, and everyday words elsewhere.
const URL_CREDENTIAL_NAMES: &[&str] = &[
    "appkey",
    "auth",
    "authorization",
    "code",
    "jsessionid",
    "jwt",
    "key",
    "pass",
    "phpsessid",
    "pwd",
    "secret",
    "session",
    "sessionid",
    "sid",
    "sig",
    "signature",
    "token",
];

/// Request headers whose values say nothing about who asks.
const HARMLESS_HEADERS: &[&str] = &["accept", "accept-language", "if-modified-since", "if-none-match", "range"];

/// The secrets of one request.
#[derive(Debug, Clone, Default)]
pub(crate) struct Secrets {
    values: Vec<String>,
}

impl Secrets {
    /// Remembers a value, as it is and as it looks inside a URL.
    pub(crate) fn learn(&mut self, value: &str) {
        let encoded: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
        for form in [value.to_owned(), encoded] {
            if form.len() >= SHORTEST_SECRET && form != STRUCK && !self.values.contains(&form) {
                self.values.push(form);
            }
        }
        // The longest first, so that a secret that contains another leaves no remainder.
        self.values.sort_by_key(|value| std::cmp::Reverse(value.len()));
    }

    /// Remembers what a request header carries: `Bearer x`, `a=x; b=y`, `x`.
    pub(crate) fn learn_header(&mut self, name: &str, value: &str) {
        if is_harmless_header(name) {
            return;
        }
        self.learn(value);
        if let Some((_, credential)) = value.split_once(' ') {
            self.learn(credential.trim());
        }
        for (_, cookie) in value.split(';').filter_map(|pair| pair.split_once('=')) {
            self.learn(cookie.trim());
        }
    }

    /// Remembers the credentials among the query parameters of a URL.
    pub(crate) fn learn_url(&mut self, url: &Url) {
        for (name, value) in url.query_pairs() {
            if is_url_credential(&name) {
                self.learn(&value);
            }
        }
    }

    /// The URL without credentials, user name and fragment.
    pub(crate) fn strike_url(&self, url: &Url) -> String {
        let mut struck = url.clone();
        struck.set_fragment(None);
        // Both fail only on URLs that cannot carry credentials.
        let _ = struck.set_username("");
        let _ = struck.set_password(None);
        self.strike_known(&strike_parameters(struck.as_str(), is_url_credential))
    }

    /// A header value of an answer, which may hold URLs.
    pub(crate) fn strike_header(&self, value: &str) -> String {
        self.strike_known(&strike_parameters(value, is_url_credential))
    }

    /// A request header: its value, unless it says nothing.
    pub(crate) fn strike_request_header(name: &str, value: &str) -> String {
        if is_harmless_header(name) { value.to_owned() } else { STRUCK.to_owned() }
    }

    /// A text body.
    pub(crate) fn strike_text(&self, text: &str) -> String {
        let text = strike_parameters(text, is_credential);
        self.strike_known(&strike_json_fields(&text))
    }

    /// A body that is not text: known values only.
    pub(crate) fn strike_bytes(&self, bytes: &[u8]) -> Vec<u8> {
        self.values.iter().fold(bytes.to_vec(), |bytes, value| replace_bytes(&bytes, value.as_bytes()))
    }

    fn strike_known(&self, text: &str) -> String {
        self.values.iter().fold(text.to_owned(), |text, value| text.replace(value.as_str(), STRUCK))
    }
}

fn is_harmless_header(name: &str) -> bool {
    HARMLESS_HEADERS.iter().any(|harmless| name.eq_ignore_ascii_case(harmless))
}

fn bare(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-' | '.')).map(|c| c.to_ascii_lowercase()).collect()
}

fn is_credential(name: &str) -> bool {
    CREDENTIAL_NAMES.contains(&bare(name).as_str())
}

fn is_url_credential(name: &str) -> bool {
    is_credential(name) || URL_CREDENTIAL_NAMES.contains(&bare(name).as_str())
}

fn is_name_byte(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// Strikes the value of each `?name=value` and `&name=value` whose name `is_secret` knows, in any text.
fn strike_parameters(text: &str, is_secret: fn(&str) -> bool) -> String {
    let mut struck = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('=') {
        struck.push_str(before);
        struck.push('=');
        let start = before.trim_end_matches(is_name_byte);
        let name = before.strip_prefix(start).unwrap_or_default();
        // `\u0026` is how JSON writes `&`, and `;` ends the `&amp;` of HTML.
        let name = match name.strip_prefix("u0026") {
            Some(name) if start.ends_with('\\') => Some(name),
            _ => start.ends_with(['?', '&', ';']).then_some(name),
        };
        rest = after;
        if name.is_some_and(is_secret) {
            let end = after.find(|c: char| c.is_whitespace() || "&\"'<>\\#,;)".contains(c)).unwrap_or(after.len());
            struck.push_str(STRUCK);
            rest = after.get(end..).unwrap_or_default();
        }
    }
    struck.push_str(rest);
    struck
}

/// Strikes the text value of each `"name": "value"` whose name is a credential.
fn strike_json_fields(text: &str) -> String {
    let mut struck = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(':') {
        struck.push_str(before);
        struck.push(':');
        rest = after;
        let field = before.trim_end().strip_suffix('"');
        let name = field.and_then(|field| field.rsplit_once('"')).map(|(_, name)| name);
        let value = after.trim_start();
        if name.is_some_and(is_credential)
            && let Some(value) = value.strip_prefix('"')
        {
            struck.push('"');
            struck.push_str(STRUCK);
            rest = value.get(end_of_json_text(value)..).unwrap_or_default();
        }
    }
    struck.push_str(rest);
    struck
}

/// Where the closing quotation mark stands.
fn end_of_json_text(text: &str) -> usize {
    let mut escaped = false;
    text.find(|c| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    })
    .unwrap_or(text.len())
}

fn replace_bytes(bytes: &[u8], secret: &[u8]) -> Vec<u8> {
    let mut replaced = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        if let Some(after) = rest.strip_prefix(secret) {
            replaced.extend_from_slice(STRUCK.as_bytes());
            rest = after;
        } else {
            replaced.push(*first);
            rest = after;
        }
    }
    replaced
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed parse is a failed test")]
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("https://a.example/p?page=2&access_token=abcd&x=1", "https://a.example/p?page=2&access_token=STRUCK&x=1")]
    #[case("https://a.example/p?Key=abcd", "https://a.example/p?Key=STRUCK")]
    #[case("https://a.example/p?api-key=abcd#top", "https://a.example/p?api-key=STRUCK")]
    #[case("https://a.example/p?monkey=abcd", "https://a.example/p?monkey=abcd")]
    #[case("https://me:word@a.example/p", "https://a.example/p")]
    #[case("https://a.example/bot123:declared/list", "https://a.example/botSTRUCK/list")]
    fn urls_are_struck(#[case] url: &str, #[case] expected: &str) {
        let mut secrets = Secrets::default();
        secrets.learn("123:declared");
        assert_eq!(secrets.strike_url(&Url::parse(url).unwrap()), expected);
    }

    #[rstest]
    #[case(r#"{"access_token": "abc\"d", "name": "x"}"#, r#"{"access_token":"STRUCK", "name": "x"}"#)]
    #[case(r#"{"refreshToken":"abc"}"#, r#"{"refreshToken":"STRUCK"}"#)]
    #[case(
        r#"{"next":"https:\/\/g.example\/?limit=2\u0026access_token=abc\u0026after=Q"}"#,
        r#"{"next":"https:\/\/g.example\/?limit=2\u0026access_token=STRUCK\u0026after=Q"}"#
    )]
    #[case(r#"<a href="/x?a=1&amp;password=hunter2">"#, r#"<a href="/x?a=1&amp;password=STRUCK">"#)]
    #[case("see f.example/?q=key=value, token: yes", "see f.example/?q=key=value, token: yes")]
    #[case("seen the value s3cr3t there", "seen the value STRUCK there")]
    #[case("encoded a%2Fb%3D%3D too", "encoded STRUCK too")]
    fn bodies_are_struck(#[case] body: &str, #[case] expected: &str) {
        let mut secrets = Secrets::default();
        secrets.learn_header("Authorization", "Bearer s3cr3t");
        secrets.learn("a/b==");
        assert_eq!(secrets.strike_text(body), expected);
    }

    #[test]
    fn header_credentials_are_learned_and_harmless_headers_are_not() {
        let mut secrets = Secrets::default();
        secrets.learn_header("Cookie", "a=first1; b=second2");
        secrets.learn_header("X-Api-Key", "third3");
        secrets.learn_header("Accept", "application/json");
        assert_eq!(
            secrets.strike_text("first1 second2 third3 application/json"),
            "STRUCK STRUCK STRUCK application/json"
        );
        assert_eq!(secrets.strike_bytes(b"\xff first1 \xfe"), b"\xff STRUCK \xfe");
    }

    proptest! {
        #[test]
        fn a_known_secret_never_survives(secret in "[a-z0-9/+=]{8,20}", before in ".{0,30}", after in ".{0,30}") {
            let mut secrets = Secrets::default();
            secrets.learn(&secret);
            let struck = secrets.strike_text(&format!("{before}{secret}{after}"));
            prop_assert!(!struck.contains(&secret), "{}", struck);
        }
    }
}
