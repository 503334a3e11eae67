//! The tape: exchanges written to a JSON file with their secrets struck out, and answered again from it.
//!
//! For tests of connectors against pages that were really served. A tape holds answers only: a lost connection is
//! not recorded. The whole file is written again after each exchange, which suits tapes of some hundred pages.

use crate::exchange::{Answer, Ask, Failure};
use crate::secrets::Secrets;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The only layout of the file so far.
const VERSION: u32 = 1;

#[derive(Debug, Serialize, Deserialize)]
struct Tape {
    version: u32,
    exchanges: Vec<Recorded>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Recorded {
    request: RecordedRequest,
    response: RecordedResponse,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct RecordedRequest {
    method: String,
    url: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    headers: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct RecordedResponse {
    status: u16,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: RecordedBody,
}

/// Text where it can be read, base64 elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RecordedBody {
    Text(String),
    Base64(String),
}

impl Default for RecordedBody {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl RecordedBody {
    fn struck(body: &[u8], secrets: &Secrets) -> Self {
        match std::str::from_utf8(body) {
            Ok(text) => Self::Text(secrets.strike_text(text)),
            Err(_) => Self::Base64(BASE64.encode(secrets.strike_bytes(body))),
        }
    }

    fn bytes(self) -> Result<Vec<u8>, base64::DecodeError> {
        match self {
            Self::Text(text) => Ok(text.into_bytes()),
            Self::Base64(text) => BASE64.decode(text),
        }
    }
}

/// Writes a tape.
pub(crate) struct Recorder {
    path: PathBuf,
    tape: tokio::sync::Mutex<Tape>,
}

impl Recorder {
    /// Begins a tape at `path` and overwrites what was there, so that an unwritable place shows at once.
    pub(crate) fn new(path: &Path) -> io::Result<Self> {
        let tape = Tape { version: VERSION, exchanges: Vec::new() };
        std::fs::write(path, serde_json::to_vec_pretty(&tape)?)?;
        Ok(Self { path: path.to_owned(), tape: tokio::sync::Mutex::new(tape) })
    }

    pub(crate) async fn add(&self, ask: &Ask<'_>, answer: &Answer, secrets: &Secrets) -> Result<(), Failure> {
        let headers = ask.headers.iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes());
            (name.to_string(), Secrets::strike_request_header(name.as_str(), &value))
        });
        let recorded = Recorded {
            request: RecordedRequest {
                method: "GET".to_owned(),
                url: secrets.strike_url(ask.url),
                headers: headers.collect(),
            },
            response: RecordedResponse {
                status: answer.status,
                headers: answer
                    .headers
                    .iter()
                    .map(|(name, value)| (name.clone(), secrets.strike_header(value)))
                    .collect(),
                body: RecordedBody::struck(&answer.body, secrets),
            },
        };
        // Held while writing, so that two exchanges cannot write over each other.
        let mut tape = self.tape.lock().await;
        tape.exchanges.push(recorded);
        self.write(&tape).await.map_err(|error| Failure::Tape(format!("the tape cannot be written ({error})")))
    }

    async fn write(&self, tape: &Tape) -> io::Result<()> {
        let part = self.path.with_extension("part");
        tokio::fs::write(&part, serde_json::to_vec_pretty(tape)?).await?;
        tokio::fs::rename(&part, &self.path).await
    }
}

/// Answers from a tape.
pub(crate) struct Player {
    left: Mutex<Vec<Recorded>>,
}

impl Player {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let tape: Tape = serde_json::from_slice(&std::fs::read(path)?)?;
        if tape.version != VERSION {
            let what = format!("tape version {} is not known, only {VERSION}", tape.version);
            return Err(io::Error::new(io::ErrorKind::InvalidData, what));
        }
        Ok(Self { left: Mutex::new(tape.exchanges) })
    }

    /// The first answer to this URL that was not given yet.
    pub(crate) fn answer(&self, ask: &Ask<'_>, secrets: &Secrets) -> Result<Answer, Failure> {
        let url = secrets.strike_url(ask.url);
        let recorded = {
            let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
            let place = left.iter().position(|recorded| recorded.request.url == url);
            place.map(|place| left.remove(place))
        };
        let Some(Recorded { response, .. }) = recorded else {
            return Err(Failure::Tape("the tape holds no further answer to it".to_owned()));
        };
        let body = response.body.bytes();
        let body = body.map_err(|error| Failure::Tape(format!("its answer on the tape is damaged ({error})")))?;
        Ok(Answer { status: response.status, headers: response.headers, body })
    }
}
