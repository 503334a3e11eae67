//! Calendar (ICS): meetings, calls and events of the team, as acts of the journal.

mod normalise;
mod recurrence;
mod wire;
mod words;
mod zones;

use crate::contract::{Asks, Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::encoding;
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Network};

/// A calendar file.
pub struct Ics;

/// The largest calendar accepted: it is held in memory, changes to single dates may stand anywhere in it.
const LIMIT: u64 = 32 * 1024 * 1024;

static MANIFEST: Manifest = Manifest {
    id: "ics",
    name: "iCalendar (ICS)",
    network: Some(Network::Journal),
    sees: &[
        Sees::Facts(FactKind::Meeting),
        Sees::Facts(FactKind::Call),
        Sees::Facts(FactKind::EventAttended),
        Sees::Facts(FactKind::EventOrganised),
        Sees::Facts(FactKind::Mail),
        Sees::Facts(FactKind::Intervention),
    ],
    lacks: &[],
    never_kept: &["ATTENDEE", "ORGANIZER", "DESCRIPTION", "LOCATION", "GEO", "CONTACT"],
    asks: &[Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for Ics {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let first = peek.lines().find(|line| !line.trim().is_empty())?;
        first.trim().eq_ignore_ascii_case("BEGIN:VCALENDAR").then(|| Recognised {
            sure: 98,
            network: Some(Network::Journal),
            space: None,
            seen: Vec::new(),
        })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = crate::dates::zone(&options.zone)?;
        let bytes = input.read_all(LIMIT)?;
        let text = decode(&bytes)?;
        let calendar = wire::read(&text, &zone)?;
        let mut acts = normalise::Acts::new(&calendar, &zone, options);
        for event in &calendar.events {
            match event {
                Ok(event) => acts.hand_out(event, sink)?,
                Err(trouble) => sink.bad(trouble.clone())?,
            }
        }
        let rows = u64::try_from(calendar.events.len()).unwrap_or(u64::MAX);
        sink.progress(input.consumed(), rows);
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        if acts.only_private() {
            return Err(Trouble::new(TroubleCode::OnlyPrivate).into());
        }
        acts.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows, seen: acts.notes() })
    }
}

/// Calendars are UTF-8 by their standard; anything else is refused at its line.
fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    let sniffed = encoding::sniff(bytes, true);
    if sniffed.encoding != encoding_rs::UTF_8 && !sniffed.guessed {
        return Ok(encoding::decode_lossy(bytes, sniffed));
    }
    let body = bytes.get(sniffed.bom_len..).unwrap_or_default();
    match std::str::from_utf8(body) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let before = body.get(..error.valid_up_to()).unwrap_or_default();
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let trouble = Trouble::new(TroubleCode::BadEncoding).line(u64::try_from(line).unwrap_or(u64::MAX));
            Err(trouble.with("encoding", "UTF-8").into())
        }
    }
}
