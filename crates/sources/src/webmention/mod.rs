//! Webmentions as webmention.io hands them out (JF2): who answered, liked, shared or mentioned a page of the site.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Network};
use normalise::Taken;
use serde_json::Value;

/// The format.
pub struct Webmention;

static MANIFEST: Manifest = Manifest {
    id: "webmention",
    name: "Webmention · webmention.io",
    network: Some(Network::Blog),
    sees: &[
        Sees::Facts(FactKind::Comment),
        Sees::Facts(FactKind::Like),
        Sees::Facts(FactKind::Share),
        Sees::Facts(FactKind::Mention),
        Sees::Facts(FactKind::Backlink),
    ],
    lacks: &[],
    never_kept: &["author.photo", "content.html"],
    asks: &[Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes: a hundred thousand webmentions.
const LIMIT: u64 = 128 << 20;

impl Format for Webmention {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = peek.text.trim_start_matches('\u{feff}').trim_start();
        let ours = text.starts_with('{')
            && text.contains("\"children\"")
            && ((text.contains("\"wm-property\"") && text.contains("\"wm-target\""))
                || (text.contains("\"Webmentions\"") && peek.whole));
        ours.then(|| Recognised { sure: 95, network: Some(Network::Blog), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let bytes = input.read_all(LIMIT)?;
        let feed: Value = serde_json::from_slice(without_mark(&bytes)?).map_err(|error| trouble(&error))?;
        let children = feed.get("children").and_then(Value::as_array);
        let children = children.ok_or_else(|| Trouble::new(TroubleCode::Malformed).field("children"))?;
        if children.is_empty() {
            return Err(Trouble::new(TroubleCode::Empty).field("children").into());
        }
        let mut taken = Taken::default();
        for (line, child) in (1..).zip(children) {
            match wire::Entry::read(child).and_then(|entry| taken.take(&entry, options.include_private)) {
                Ok(piece) => piece.into_iter().try_for_each(|piece| sink.piece(piece))?,
                Err(wire::Fault { field, code }) => sink.bad(Trouble::new(code).line(line).field(field))?,
            }
            sink.progress(input.consumed(), line);
        }
        if taken.is_empty() && taken.private > 0 {
            return Err(Trouble::new(TroubleCode::OnlyPrivate).with("count", &taken.private.to_string()).into());
        }
        taken.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows: u64::try_from(children.len()).unwrap_or(u64::MAX), seen: taken.notes() })
    }
}

/// JSON is UTF-8; a mark in front of it is forgiven, UTF-16 is named.
fn without_mark(bytes: &[u8]) -> Result<&[u8], Refusal> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.get(1) == Some(&0) {
        return Err(Trouble::new(TroubleCode::BadEncoding).with("encoding", "UTF-16").into());
    }
    Ok(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
}

/// What the JSON reader stumbled over, at which line.
fn trouble(error: &serde_json::Error) -> Trouble {
    let reason = error.to_string();
    let code = TroubleCode::of_json(error);
    Trouble::new(code).line(u64::try_from(error.line()).unwrap_or(0)).with("reason", &reason)
}
