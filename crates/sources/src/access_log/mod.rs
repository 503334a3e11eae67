//! Access logs of web servers, proxies and load balancers, plain or packed: visits with their origin, and backlinks.
//!
//! Streams: a gigabyte takes the memory of its tables, which are all bounded, and nothing of a line is kept but what
//! becomes a visit. How each server writes its lines is `dialect`'s business.

mod agents;
mod dialect;
mod normalise;
mod origin;
mod own;
mod referrer;
mod request;
mod visits;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use dialect::Dialect;
use jiff::tz::TimeZone;
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

/// The format.
pub struct AccessLog;

impl Format for AccessLog {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        // TRICKY: the text, not the bytes: a log saved as UTF-16 is still one, and is refused by its name.
        let text = peek.text.trim_start_matches('\u{feff}');
        let lines = || text.lines().map(str::as_bytes);
        let dialect::Found { mut dialect, lines: looked_at, read } = dialect::find(lines(), &TimeZone::UTC);
        if dialect.lacks().is_some() || (read == 0 && matches!(dialect, Dialect::W3c(_))) {
            return Some(recognised(60, None, dialect.name().map(named).into_iter().collect()));
        }
        // The last line may be cut by the peek.
        if read == 0 || read * 2 < looked_at - usize::from(looked_at > 1) {
            return lines().any(asks_for_a_page).then(|| recognised(20, None, vec![Note::new("log-unknown", [])]));
        }
        let (mut site, mut told) = (None, (false, false));
        for line in lines().filter(|line| !line.trim_ascii().is_empty()).take(dialect::LOOKED_AT) {
            if line.starts_with(b"#") {
                dialect.remark(line);
            } else if let Ok(line) = dialect.line(line) {
                told = (told.0 || line.referrer.is_some(), told.1 || line.agent.is_some());
                site = site.or_else(|| line.site.map(|site| String::from(own::bare(site))));
            }
        }
        let mut seen: Vec<Note> = dialect.name().map(named).into_iter().collect();
        match normalise::lacking(told.0, told.1) {
            Some(lacking) => seen.push(lacking),
            None if seen.is_empty() => seen.push(Note::new("log-combined", [])),
            None => {}
        }
        if let Some(site) = &site {
            seen.push(Note::new("log-site", [("site", site.clone())]));
        }
        Some(recognised(if read + 1 >= looked_at { 95 } else { 80 }, site, seen))
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
        let zone = dates::zone(&options.zone)?;
        let mut found = dialect::find(sample.split(|byte| *byte == b'\n').map(trimmed), &zone);
        if let Some((column, headers)) = found.dialect.lacks() {
            return Err(Trouble::new(TroubleCode::MissingColumn).field(column).with("headers", headers).into());
        }
        let mut log = Log::new(options, own_hosts(&sample, &mut found.dialect));
        if found.dialect.assumed_zone() {
            log.assume_zone();
        }
        let mut lines = Lines { log, dialect: found.dialect, number: 0, rows: 0, good: false };
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
        let mut seen: Vec<Note> = lines.dialect.name().map(named).into_iter().collect();
        seen.extend(lines.log.notes());
        if lines.dialect.assumed_zone() {
            seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        Ok(Report { rows: lines.rows, seen })
    }
}

fn recognised(sure: u8, space: Option<String>, seen: Vec<Note>) -> Recognised {
    Recognised { sure, network: Some(Network::Site), space, seen }
}

fn named(dialect: &str) -> Note {
    Note::new("log-dialect", [("dialect", dialect.to_owned())])
}

/// Whether a line holds `"GET /… HTTP/1.1" 200`: a log of a dialect that nobody here reads is refused at its line, not
/// passed over as a text of any sort.
fn asks_for_a_page(line: &[u8]) -> bool {
    let asked = memchr::memmem::find(line, b"\"GET /").or_else(|| memchr::memmem::find(line, b"\"POST /"));
    let rest = asked.and_then(|at| line.get(at..)).unwrap_or_default();
    let version = memchr::memmem::find(rest, b" HTTP/").and_then(|at| rest.get(at..)).unwrap_or_default();
    matches!(version, [_, _, _, _, _, _, _, b'.', _, b'"', b' ', b'1'..=b'5', b'0'..=b'9', b'0'..=b'9', ..])
}

/// The log with its line numbers.
struct Lines {
    log: Log,
    dialect: Dialect,
    number: u64,
    rows: u64,
    good: bool,
}

impl Lines {
    /// Takes one line; `last` is a line that the file ends without ending it.
    fn take(&mut self, line: &[u8], last: bool, sink: &mut dyn Sink) -> Result<(), Refusal> {
        self.number += 1;
        let line = trimmed(line);
        match line {
            [b'#', ..] => {
                // Header lines, and what people write between lines.
                if self.dialect.remark(line) {
                    self.log.forget_columns();
                }
                return Ok(());
            }
            [b' ' | b'\t', ..] if line.trim_ascii().is_empty() => return Ok(()),
            [] => return Ok(()),
            _ => {}
        }
        self.rows += 1;
        if line.len() > LONGEST {
            return self.too_long(line, sink);
        }
        let code = |cut: bool| if last && cut { TroubleCode::Truncated } else { TroubleCode::BadLine };
        match self.dialect.line(line) {
            Ok(read) if self.log.fits(&read) => {
                self.good = true;
                self.log.line(&read, sink)
            }
            Ok(read) => {
                let cut = read.referrer.is_none();
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
