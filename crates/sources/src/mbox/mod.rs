//! Mailing list · mbox: the archive of a list, as Mailman, Google Groups and mail programs write it.

mod normalise;
mod stream;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::talk;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::List;
use std::collections::BTreeSet;
use stream::Messages;

/// The archive of a mailing list.
pub struct Mbox;

static MANIFEST: Manifest = Manifest {
    id: "mbox",
    name: "Mailing list · mbox",
    network: Some(Network::Forum),
    sees: &[
        Sees::Posts,
        Sees::Facts(FactKind::Status),
        Sees::Facts(FactKind::Comment),
        Sees::Facts(FactKind::ReplyReceived),
        Sees::Facts(FactKind::Reply),
    ],
    lacks: &[Metric::Followers, Metric::Gains, Metric::Losses, Metric::Impressions, Metric::Likes],
    never_kept: &["From (hashed)", "To", "Cc", "Received", "attachments"],
    asks: &[Asks::Private, Asks::Team],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// The most messages of one archive: the key of each is held, so that none counts twice.
const MESSAGES: usize = 5_000_000;

impl Format for Mbox {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let mut lines = peek.text.lines();
        let begins = lines.next().is_some_and(|line| stream::parts(line.as_bytes()));
        let header = lines.next().and_then(|line| line.split_once(':'));
        let ours = begins && header.is_some_and(|(name, _)| !name.is_empty() && !name.contains(char::is_whitespace));
        ours.then(|| Recognised { sure: 96, network: Some(Network::Forum), space: list(peek), seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut list = List::new(options);
        let mut rows = 0;
        let mut messages = Messages::open(input)?;
        while let Some(raw) = messages.next()? {
            rows += 1;
            if raw.is_cut {
                sink.bad(Trouble::new(TroubleCode::Truncated).line(raw.line))?;
            } else {
                list.mail(wire::mail(&raw.bytes)).into_iter().try_for_each(|piece| sink.piece(piece))?;
            }
            if list.met() > MESSAGES {
                return Err(Trouble::new(TroubleCode::TooLarge)
                    .line(raw.line)
                    .with("limit", &MESSAGES.to_string())
                    .into());
            }
            sink.progress(messages.consumed(), rows);
        }
        let counted = &list.counted;
        if list.talk.is_empty() {
            return Err(nothing(counted).into());
        }
        list.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        let told = [
            ("messages", rows.to_string()),
            ("answers", counted.answers.to_string()),
            ("different", list.met().to_string()),
        ];
        let mut seen = vec![Note::new("mail-summary", told)];
        let left = [
            ("private-left-out", counted.private),
            ("mail-duplicates", counted.duplicates),
            ("mail-without-id", counted.without_id),
            ("mail-undated", counted.undated),
        ];
        seen.extend(talk::counted(&left));
        Ok(Report { rows, seen })
    }
}

/// Why nothing could be told of any message.
fn nothing(counted: &normalise::Counted) -> Trouble {
    match counted {
        counted if counted.private > 0 => {
            Trouble::new(TroubleCode::OnlyPrivate).with("count", &counted.private.to_string())
        }
        counted if counted.without_id > 0 => Trouble::new(TroubleCode::EmptyValue).field("Message-ID"),
        counted if counted.undated > 0 => Trouble::new(TroubleCode::EmptyValue).field("Date"),
        _ => Trouble::new(TroubleCode::Empty),
    }
}

/// The list's name, when all messages seen are of one.
fn list(peek: &Peek) -> Option<String> {
    let mut names = BTreeSet::new();
    let mut lines = peek.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(header) = line.get(..8).filter(|name| name.eq_ignore_ascii_case("list-id:")).and(line.get(8..)) {
            let folded = lines.peek().filter(|next| next.starts_with([' ', '\t'])).copied().unwrap_or_default();
            names.extend(wire::list_name(&format!("{header}{folded}")));
        }
    }
    if names.len() == 1 { names.into_iter().next() } else { None }
}
