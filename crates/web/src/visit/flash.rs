//! One message that survives the redirect after an act: a cookie, shown on the next page and gone.
//! Never a secret: those are shown by the answer itself.

use super::cookie::{self, Cookie};
use crate::said::Said;
use axum::http::HeaderMap;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// It was done.
    Done,
    /// Worth knowing.
    Note,
    /// It was done, with a reserve.
    Warn,
    /// It was not done.
    Error,
}

impl Tone {
    /// Classes of its box.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "flash flash-done",
            Self::Note => "flash",
            Self::Warn => "flash flash-warn",
            Self::Error => "flash flash-error",
        }
    }

    /// Its icon.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Done => "check",
            Self::Note => "info",
            Self::Warn | Self::Error => "alert",
        }
    }

    /// How it is told to those who listen.
    pub const fn live(self) -> &'static str {
        match self {
            Self::Error => "alert",
            _ => "status",
        }
    }
}

/// A message about the last act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence: a key that begins with `flash-`.
    pub said: Said,
}

/// A message waits this long for its page, in seconds.
const LASTS: i64 = 300;

impl Flash {
    /// The cookie that carries it to the next page.
    pub fn cookie(&self, secure: bool) -> Cookie {
        let text = serde_json::to_vec(self).unwrap_or_default();
        Cookie::flash(BASE64_URL_SAFE_NO_PAD.encode(text), LASTS, secure)
    }
}

/// The message that waits. Whatever is no message of ours is let be.
pub(super) fn read(headers: &HeaderMap, secure: bool) -> Option<Flash> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cookie::flash(headers, secure)?).ok()?;
    serde_json::from_slice(&bytes).ok().filter(|flash: &Flash| flash.said.key.starts_with("flash-"))
}

/// The cookie that takes the message away.
pub(super) fn spent(secure: bool) -> Cookie {
    Cookie::flash(String::new(), 0, secure)
}
