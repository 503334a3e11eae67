//! Commento · export: the JSON file of all comments of a site.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::talk;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Comments;

/// The export of a site's comments on Commento.
pub struct Commento;

static MANIFEST: Manifest = Manifest {
    id: "commento",
    name: "Commento · export",
    network: Some(Network::Blog),
    sees: &[Sees::Facts(FactKind::Comment), Sees::Facts(FactKind::ReplyReceived), Sees::Facts(FactKind::Reply)],
    lacks: &[Metric::PostsPublished, Metric::Likes, Metric::Shares, Metric::Visits],
    never_kept: &["email", "link", "photo", "score"],
    asks: &[Asks::Team],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes: people come after the comments, so that the whole file is held.
const LIMIT: u64 = 128 * 1024 * 1024;

/// Kinds that an export tells in full.
const COVERED: &[FactKind] = &[FactKind::Comment, FactKind::ReplyReceived, FactKind::Reply];

impl Format for Commento {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = peek.text.trim_start();
        let has = |key: &str| text.contains(&format!("\"{key}\""));
        let ours = text.starts_with('{') && has("comments") && has("commentHex") && has("commenterHex");
        ours.then_some(Recognised { sure: 96, network: Some(Network::Blog), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let bytes = input.read_all(LIMIT)?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        if let Err(error) = std::str::from_utf8(bytes)
            && error.error_len().is_some()
        {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = 1 + u64::try_from(before.iter().filter(|byte| **byte == b'\n').count()).unwrap_or(0);
            return Err(Trouble::new(TroubleCode::BadEncoding).line(line).with("encoding", "UTF-8").into());
        }
        let export: wire::Export = serde_json::from_slice(bytes).map_err(|error| trouble(&error))?;
        let mut comments = Comments::new(options, export.commenters);
        comments.learn(&export.comments);
        let mut rows = 0;
        for comment in &export.comments {
            rows += 1;
            match comments.comment(comment) {
                Ok(piece) => piece.into_iter().try_for_each(|piece| sink.piece(piece))?,
                Err(fault) => {
                    let code = if fault.met.is_empty() { TroubleCode::EmptyValue } else { TroubleCode::NotADate };
                    let trouble = Trouble::new(code).line(rows).field(fault.field);
                    sink.bad(if fault.met.is_empty() { trouble } else { trouble.with("value", fault.met) })?;
                }
            }
            sink.progress(input.consumed(), rows);
        }
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).field("comments").into());
        }
        comments.talk.coverage(COVERED).into_iter().try_for_each(|piece| sink.piece(piece))?;
        let mut seen = vec![talk::summary(&comments.talk)];
        seen.extend(talk::counted(&[("blog-unapproved", comments.out)]));
        Ok(Report { rows, seen })
    }
}

/// What the JSON reader stumbled over, on which line.
fn trouble(error: &serde_json::Error) -> Trouble {
    let code = if error.is_eof() { TroubleCode::Truncated } else { TroubleCode::Malformed };
    let line = u64::try_from(error.line()).unwrap_or(0);
    Trouble::new(code).line(line).field("comments").with("reason", &error.to_string())
}
