//! Webmentions as webmention.io hands them out (JF2): who answered, liked, shared or mentioned a page of the site.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::document::{self, Listener, Pace, Turn};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Network};
use normalise::Taken;
use serde_json::Value;
use std::cell::Cell;

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
        let pace = Pace::of(input);
        let mut children = Children { taken: Taken::default(), met: Cell::new(false), options, sink, pace };
        let rows = document::walk(input, LIMIT, &mut children)?;
        let Children { taken, met, sink, .. } = children;
        if !met.get() {
            return Err(Trouble::new(TroubleCode::Malformed).field(CHILDREN).into());
        }
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).field(CHILDREN).into());
        }
        if taken.is_empty() && taken.private > 0 {
            return Err(Trouble::new(TroubleCode::OnlyPrivate).with("count", &taken.private.to_string()).into());
        }
        sink.progress(input.consumed(), rows);
        taken.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows, seen: taken.notes() })
    }
}

/// The key of the list of webmentions.
const CHILDREN: &str = "children";

/// Takes them one by one.
struct Children<'a> {
    taken: Taken,
    /// Whether the list was met.
    met: Cell<bool>,
    options: &'a Options,
    sink: &'a mut dyn Sink,
    pace: Pace,
}

impl Listener for Children<'_> {
    fn turn(&self, path: &str) -> Turn {
        if path != CHILDREN {
            return Turn::Pass;
        }
        self.met.set(true);
        Turn::Items
    }

    fn item(&mut self, path: &str, json: &str, number: u64) -> Result<(), Refusal> {
        if path != CHILDREN {
            return Err(Trouble::new(TroubleCode::Malformed).field(CHILDREN).into());
        }
        let child: Value = document::read(json, number)?;
        match wire::Entry::read(&child).and_then(|entry| self.taken.take(&entry, self.options.include_private)) {
            Ok(piece) => piece.into_iter().try_for_each(|piece| self.sink.piece(piece))?,
            Err(wire::Fault { field, code }) => self.sink.bad(Trouble::new(code).line(number).field(field))?,
        }
        self.pace.tell(self.sink, number);
        Ok(())
    }

    fn told(&mut self, _: &str, _: &str) -> Result<(), Refusal> {
        Ok(())
    }

    fn list(&self) -> &'static str {
        CHILDREN
    }
}
