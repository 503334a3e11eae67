//! Access logs of a web server, common and combined, plain or gzip: visits with their origin, and backlinks.
//!
//! Streams: a gigabyte takes the memory of its tables, which are all bounded, and nothing of a line is kept but what
//! becomes a visit. Other dialects (W3C, JSON) are other formats.

mod agents;
mod normalise;
mod origin;
mod own;
mod referrer;
mod request;
mod visits;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Network};
use normalise::Log;
use own::{own_hosts, trimmed};
use std::io::{self, BufRead, Read};

static MANIFEST: Manifest = Manifest {
    id: "access-log",
    name: "Web server · access log",
    network: Some(Network::Site),
    sees: &[Sees::Visits, Sees::Facts(FactKind::Backlink)],
    lacks: &[],
    never_kept: &["remote address", "user name", "user agent", "query string"],
    asks: &[Asks::OwnHosts],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Longest line read, in bytes: servers cut requests at 8 KB, and a line holds three such columns.
const LONGEST: usize = 256 * 1024;
/// How much of a bad line is shown, in bytes.
const EXCERPT: usize = 400;
/// Lines looked at to recognise the file.
const LOOKED_AT: usize = 50;

/// The format.
pub struct AccessLog;

impl Format for AccessLog {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let mut reader = wire::Reader::default();
        // TRICKY: the text, not the bytes: a log saved as UTF-16 is still one, and is refused by its name.
        let lines: Vec<_> = peek.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
        let read: Vec<_> =
            lines.iter().filter_map(|line| reader.line(line.trim_start_matches('\u{feff}').as_bytes()).ok()).collect();
        // The last line may be cut by the peek.
        if read.is_empty() || read.len() * 2 < lines.len() - usize::from(lines.len() > 1) {
            return None;
        }
        let combined = read.iter().any(|line| line.browser.is_some());
        let mut seen = vec![Note::new(if combined { "log-combined" } else { "log-common" }, [])];
        let site = read.first().and_then(|line| line.site).map(|site| String::from(own::bare(site)));
        if let Some(site) = &site {
            seen.push(Note::new("log-site", [("site", site.clone())]));
        }
        let sure = if read.len() + 1 >= lines.len() { 95 } else { 80 };
        Some(Recognised { sure, network: Some(Network::Site), space: site, seen })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut sample = Vec::new();
        input.take(own::SAMPLE).read_to_end(&mut sample).map_err(|error| refusal(&error))?;
        if sample.starts_with(&[0xff, 0xfe]) || sample.starts_with(&[0xfe, 0xff]) {
            return Err(Trouble::new(TroubleCode::BadEncoding).with("encoding", "UTF-16").into());
        }
        if sample.starts_with(b"\xef\xbb\xbf") {
            sample.drain(..3);
        }
        let log = Log::new(options, own_hosts(&sample));
        let mut lines = Lines { log, reader: wire::Reader::default(), number: 0, rows: 0, good: false };
        let mut bytes = io::Cursor::new(sample).chain(input);
        let mut carry = Vec::new();
        let mut overlong = false;
        loop {
            let buffer = bytes.fill_buf().map_err(|error| refusal(&error))?;
            if buffer.is_empty() {
                break;
            }
            let read = buffer.len();
            let mut rest = buffer;
            while let Some(end) = memchr::memchr(b'\n', rest) {
                let (line, after) = rest.split_at(end);
                rest = after.get(1..).unwrap_or_default();
                if carry.is_empty() && !overlong {
                    lines.take(line, false, sink)?;
                } else {
                    carry.extend_from_slice(line);
                    lines.take_carried(&carry, overlong, false, sink)?;
                    carry.clear();
                    overlong = false;
                }
            }
            overlong |= carry.len() + rest.len() > LONGEST;
            if !overlong {
                carry.extend_from_slice(rest);
            }
            bytes.consume(read);
            sink.progress(bytes.get_ref().1.consumed(), lines.rows);
        }
        if !carry.is_empty() || overlong {
            lines.take_carried(&carry, overlong, true, sink)?;
        }
        if !lines.good {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        lines.log.finish(sink)?;
        Ok(Report { rows: lines.rows, seen: lines.log.notes() })
    }
}

/// The log with its line numbers.
struct Lines {
    log: Log,
    reader: wire::Reader,
    number: u64,
    rows: u64,
    good: bool,
}

impl Lines {
    /// Takes one line; `last` is a line that the file ends without ending it.
    fn take(&mut self, line: &[u8], last: bool, sink: &mut dyn Sink) -> Result<(), Refusal> {
        self.number += 1;
        let line = trimmed(line);
        if line.is_empty() {
            return Ok(());
        }
        self.rows += 1;
        if line.len() > LONGEST {
            return self.too_long(line, sink);
        }
        let code = |cut: bool| if last && cut { TroubleCode::Truncated } else { TroubleCode::BadLine };
        match self.reader.line(line) {
            Ok(read) if self.log.fits(&read) => {
                self.good = true;
                self.log.line(&read, sink)
            }
            Ok(read) => {
                let cut = read.browser.is_none();
                self.bad(Trouble::new(code(cut)).field("referrer"), line, sink)
            }
            Err(fault) => self.bad(Trouble::new(code(fault.cut)).field(fault.field), line, sink),
        }
    }

    /// Takes a line gathered from several buffers, which may have proved too long to be one.
    fn take_carried(&mut self, line: &[u8], overlong: bool, last: bool, sink: &mut dyn Sink) -> Result<(), Refusal> {
        if !overlong {
            return self.take(line, last, sink);
        }
        self.number += 1;
        self.rows += 1;
        self.too_long(line, sink)
    }

    fn too_long(&self, line: &[u8], sink: &mut dyn Sink) -> Result<(), Refusal> {
        self.bad(Trouble::new(TroubleCode::TooLarge).with("limit", &LONGEST.to_string()), line, sink)
    }

    fn bad(&self, trouble: Trouble, line: &[u8], sink: &mut dyn Sink) -> Result<(), Refusal> {
        sink.bad(trouble.line(self.number).with("value", &String::from_utf8_lossy(line.get(..EXCERPT).unwrap_or(line))))
    }
}

/// A gzip that ends too early is a cut file; anything else is unreadable.
fn refusal(error: &io::Error) -> Refusal {
    let code = match error.kind() {
        io::ErrorKind::UnexpectedEof => TroubleCode::Truncated,
        _ => TroubleCode::Unreadable,
    };
    Trouble::new(code).with("reason", &error.to_string()).into()
}
