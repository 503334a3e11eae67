//! What is asked and what comes back.
//!
//! Only GET: the library reads. A page is a 2xx answer or a 304; every other answer is a [`crate::Refusal`].

use std::time::Duration;
use url::Url;

/// One GET.
#[derive(Clone, Default)]
pub struct Request {
    pub(crate) url: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) etag: Option<String>,
    pub(crate) modified_since: Option<String>,
    pub(crate) secrets: Vec<String>,
    pub(crate) ignore_robots: bool,
}

impl Request {
    /// Asks for this URL.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), ..Self::default() }
    }

    /// Asks for the page only if it no longer carries this `ETag`.
    #[must_use]
    pub fn unless_etag(mut self, etag: impl Into<String>) -> Self {
        self.etag = Some(etag.into());
        self
    }

    /// Asks for the page only if it changed after this date, written as the server's `Last-Modified` gave it.
    #[must_use]
    pub fn modified_since(mut self, date: impl Into<String>) -> Self {
        self.modified_since = Some(date.into());
        self
    }

    /// Adds a header, such as `Authorization` or `Accept`. It is not sent to another origin after a redirect.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Declares a value to strike out of messages and tapes wherever it stands, such as a token inside the path.
    /// Header values and query parameters with telling names are struck without being declared.
    #[must_use]
    pub fn striking(mut self, secret: impl Into<String>) -> Self {
        self.secrets.push(secret.into());
        self
    }

    /// Does not ask robots.txt: for an API, or a feed that a person named and subscribed to.
    #[must_use]
    pub fn ignoring_robots(mut self) -> Self {
        self.ignore_robots = true;
        self
    }
}

/// An answer worth reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it was found, after redirects.
    pub url: Url,
    /// 200 to 299, or 304.
    pub status: u16,
    /// The answer to a conditional request is "unchanged": the body is empty and the caller's copy is good.
    pub not_modified: bool,
    /// `Content-Type`, as sent.
    pub content_type: Option<String>,
    /// `ETag`, for [`Request::unless_etag`] next time.
    pub etag: Option<String>,
    /// `Last-Modified`, for [`Request::modified_since`] next time.
    pub last_modified: Option<String>,
    /// `Retry-After`, when the server sends one even with a good answer.
    pub retry_after: Option<Duration>,
    /// `Link`, where APIs say which page comes next.
    pub link: Option<String>,
    /// The body, decompressed.
    pub body: Vec<u8>,
}
