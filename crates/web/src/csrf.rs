//! Forms from elsewhere are refused: every unsafe request of a browser shows a token that only our own pages hold,
//! and says it comes from here. Not for bearer tokens: those never travel by themselves.

use crate::error::Failure;
use crate::visit::Visit;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use futures_util::StreamExt;
use store::StoreError;

/// The hidden field of every form. In a form with files it must come first.
pub const FIELD: &str = "csrf";
/// The header that scripts send.
pub const HEADER: &str = "x-csrf-token";
/// Where programs speak with a bearer token; cookies write nothing there.
pub const API: &str = "/api/";

/// How much of a form with files is read for its first field.
const HEAD: usize = 8 * 1024;

/// The token behind the browser's secret cookie. What pages show is this under a fresh mask each time, so that the
/// size of a compressed page tells nothing about it.
pub fn fresh(secret: &str) -> Result<String, StoreError> {
    let mask = store::secrets::random::<32>()?;
    let token = of(secret);
    let masked = mask.iter().zip(token).map(|(m, t)| m ^ t);
    Ok(BASE64_URL_SAFE_NO_PAD.encode(mask.iter().copied().chain(masked).collect::<Vec<u8>>()))
}

/// Whether what was sent is a token of this secret.
pub fn matches(secret: &str, sent: &str) -> bool {
    let Ok(bytes) = BASE64_URL_SAFE_NO_PAD.decode(sent) else { return false };
    let Some((mask, masked)) = bytes.split_first_chunk::<32>() else { return false };
    let Ok(masked) = <[u8; 32]>::try_from(masked) else { return false };
    let mut token = [0; 32];
    for (out, (m, x)) in token.iter_mut().zip(mask.iter().zip(masked)) {
        *out = m ^ x;
    }
    // blake3's own comparison takes the same time whatever differs.
    blake3::Hash::from_bytes(token) == blake3::Hash::from_bytes(of(secret))
}

fn of(secret: &str) -> [u8; 32] {
    blake3::derive_key("vigie csrf 1", secret.as_bytes())
}

/// The middleware. It runs after [`crate::visit`], before any handler.
pub async fn guard(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || request.uri().path().starts_with(API) {
        return next.run(request).await;
    }
    match admit(request).await {
        Ok(request) => next.run(request).await,
        Err(failure) => failure.into_response(),
    }
}

async fn admit(request: Request) -> Result<Request, Failure> {
    let secret = request.extensions().get::<Visit>().map(|visit| visit.secret.clone()).ok_or(Failure::StaleForm)?;
    if !from_here(request.headers()) {
        return Err(Failure::StaleForm);
    }
    if let Some(sent) = request.headers().get(HEADER).and_then(|value| value.to_str().ok()) {
        return if matches(&secret, sent) { Ok(request) } else { Err(Failure::StaleForm) };
    }
    let boundary = boundary(request.headers());
    let (parts, body) = request.into_parts();
    let (token, body) = match boundary {
        Some(boundary) => {
            let (head, body) = peek(body).await?;
            (first_field(&head, &boundary), body)
        }
        None => {
            let bytes = axum::body::to_bytes(body, crate::forms::LARGEST).await.map_err(|_| Failure::TooLarge)?;
            (crate::forms::Sent::parse(&bytes).optional(FIELD).map(str::to_owned), Body::from(bytes))
        }
    };
    match token {
        Some(sent) if matches(&secret, &sent) => Ok(Request::from_parts(parts, body)),
        _ => Err(Failure::StaleForm),
    }
}

/// What the browser itself says about where the form was. Old browsers and programs say nothing: the token decides.
fn from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (text("origin"), text("host")) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from.eq_ignore_ascii_case(host)),
        (Some(_), None) => false,
        (None, _) => true,
    }
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let (kind, parameters) = kind.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("boundary="))?;
    Some(boundary.trim_matches('"').to_owned())
}

/// Reads the beginning of a body and puts it back.
async fn peek(body: Body) -> Result<(Bytes, Body), Failure> {
    let mut rest = body.into_data_stream();
    let mut head = Vec::new();
    while head.len() < HEAD {
        match rest.next().await {
            Some(Ok(chunk)) => head.extend_from_slice(&chunk),
            Some(Err(_)) => return Err(Failure::Malformed),
            None => break,
        }
    }
    let head = Bytes::from(head);
    let first = futures_util::stream::iter([Ok(head.clone())]);
    Ok((head, Body::from_stream(first.chain(rest))))
}

/// The value of the token's field, if that is the first part.
fn first_field(head: &[u8], boundary: &str) -> Option<String> {
    let head = String::from_utf8_lossy(head);
    let part = head.strip_prefix("--")?.strip_prefix(boundary)?.strip_prefix("\r\n")?;
    let (about, rest) = part.split_once("\r\n\r\n")?;
    let named = about.to_ascii_lowercase().contains(&format!("form-data; name=\"{FIELD}\""));
    let (value, _) = rest.split_once("\r\n--")?;
    named.then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn each_page_shows_another_token_and_all_are_good() {
        let (one, two) = (fresh("secret").unwrap(), fresh("secret").unwrap());
        assert_ne!(one, two);
        assert!(matches("secret", &one) && matches("secret", &two));
        assert!(!matches("other", &one));
        for wrong in ["", "AAAA", "é", &one[1..], &format!("{one}AAAA")] {
            assert!(!matches("secret", wrong), "{wrong}");
        }
    }

    #[test]
    fn other_origins_are_told_apart() {
        let cases: &[(&[(&'static str, &str)], bool)] = &[
            (&[], true),
            (&[("sec-fetch-site", "same-origin"), ("origin", "http://proxy"), ("host", "inside")], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("origin", "http://vigie.test:7878"), ("host", "vigie.test:7878")], true),
            (&[("origin", "http://evil.test"), ("host", "vigie.test")], false),
            (&[("origin", "null"), ("host", "vigie.test")], false),
        ];
        for (pairs, fine) in cases {
            let headers = pairs.iter().map(|(n, v)| (n.parse().unwrap(), HeaderValue::from_str(v).unwrap())).collect();
            assert_eq!(from_here(&headers), *fine, "{pairs:?}");
        }
    }

    #[test]
    fn the_token_of_a_form_with_files_is_its_first_part() {
        let body = "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nTOKEN\r\n--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n--B--";
        assert_eq!(first_field(body.as_bytes(), "B").as_deref(), Some("TOKEN"));
        assert_eq!(first_field(body.as_bytes(), "C"), None);
        assert_eq!(first_field(body.replace("csrf", "other").as_bytes(), "B"), None);
        assert_eq!(first_field(b"--B\r\n", "B"), None);
    }
}
