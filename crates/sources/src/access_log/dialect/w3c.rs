//! W3C extended logs: a `#Fields:` line names the columns, and may come again with others.
//! IIS, CloudFront, NetScaler, Incapsula and SHOUTcast write it, each with its own columns and its own way with spaces.

use super::fields::{Fields, status, without_port};
use super::moment;
use crate::access_log::wire::{Fault, Line};
use jiff::tz::TimeZone;
use std::borrow::Cow;

/// Where the columns that are read stand.
#[derive(Debug, Default, Clone, Copy)]
struct Places {
    date: Option<usize>,
    time: Option<usize>,
    address: Option<usize>,
    method: Option<usize>,
    stem: Option<usize>,
    query: Option<usize>,
    status: Option<usize>,
    referrer: Option<usize>,
    agent: Option<usize>,
    site: Option<usize>,
    /// The day is the server's, not UTC.
    local: bool,
}

/// A log under way.
#[derive(Debug)]
pub struct W3c {
    zone: TimeZone,
    places: Option<Places>,
    header: String,
    fields: Fields,
    request: Vec<u8>,
    agent: Vec<u8>,
}

impl W3c {
    /// Before its first line.
    pub fn new(zone: TimeZone) -> Self {
        Self {
            zone,
            places: None,
            header: String::new(),
            fields: Fields::default(),
            request: Vec::new(),
            agent: Vec::new(),
        }
    }

    /// Takes a header line; whether it names columns.
    pub fn remark(&mut self, line: &[u8]) -> bool {
        let Some(names) = line.strip_prefix(b"#Fields:") else { return false };
        let header = String::from_utf8_lossy(names);
        self.places = Some(places(&header));
        self.header = header.split_whitespace().collect::<Vec<_>>().join(" ");
        true
    }

    /// The first column that a visit needs and the header does not name, with those it names.
    pub fn lacks(&self) -> Option<(&'static str, &str)> {
        let places = self.places?;
        let absent = |column: Option<usize>| column.is_none();
        let name = match places {
            Places { date, .. } if absent(date) => "date",
            Places { time, .. } if absent(time) => "time",
            Places { address, .. } if absent(address) => "c-ip",
            Places { stem, .. } if absent(stem) => "cs-uri-stem",
            Places { status, .. } if absent(status) => "sc-status",
            _ => return None,
        };
        Some((name, &self.header))
    }

    /// Whether the days are the server's own.
    pub const fn assumed_zone(&self) -> bool {
        matches!(self.places, Some(Places { local: true, .. }))
    }

    /// Reads one line.
    pub fn line<'a>(&'a mut self, line: &'a [u8]) -> Result<Line<'a>, Fault> {
        let places = self.places.ok_or(Fault { field: "#Fields", cut: false })?;
        self.fields.cut(line);
        let cut = self.fields.is_open();
        let column = |place: Option<usize>, field: &'static str| {
            let place = place.ok_or(Fault { field, cut: false })?;
            self.fields.get(line, place).ok_or(Fault { field, cut: true })
        };
        let wrong = |field| Fault { field, cut };
        let date = column(places.date, "date")?;
        let time = column(places.time, "time")?;
        let zone = if places.local { &self.zone } else { &TimeZone::UTC };
        let at = moment::civil(date, time, zone).ok_or(wrong("time"))?;
        let address = without_port(column(places.address, "c-ip")?);
        let stem = column(places.stem, "cs-uri-stem")?;
        let status = status(column(places.status, "sc-status")?).ok_or(wrong("sc-status"))?;
        let method = places.method.map(|place| column(Some(place), "cs-method")).transpose()?.unwrap_or(b"GET");
        let query = places.query.map(|place| column(Some(place), "cs-uri-query")).transpose()?;
        let referrer = places.referrer.map(|place| column(Some(place), "cs(Referer)")).transpose()?;
        let agent = places.agent.map(|place| column(Some(place), "cs(User-Agent)")).transpose()?;
        let site = places.site.map(|place| column(Some(place), "cs-host")).transpose()?;
        if cut {
            return Err(Fault { field: "cs(User-Agent)", cut });
        }
        let (host, path) = target(stem);
        self.request.clear();
        self.request.extend_from_slice(method);
        self.request.push(b' ');
        self.request.extend_from_slice(path);
        if let Some(query) = query.filter(|query| !matches!(*query, b"" | b"-")) {
            self.request.push(b'?');
            self.request.extend_from_slice(query);
        }
        let agent = match agent {
            None => None,
            Some(agent) => {
                self.agent.clear();
                self.agent.extend_from_slice(&spaced(agent));
                Some(self.agent.as_slice())
            }
        };
        Ok(Line {
            site: site.filter(|site| !matches!(*site, b"" | b"-")).map(without_port).or(host),
            address,
            at,
            request: &self.request,
            status,
            referrer,
            agent,
        })
    }
}

/// Columns by their names. Where a log names the site twice, the name that readers typed goes first.
fn places(header: &str) -> Places {
    let names: Vec<String> = header
        .split_whitespace()
        .map(|name| name.chars().filter(char::is_ascii).collect::<String>().to_ascii_lowercase())
        .collect();
    let place = |wanted: &[&str]| wanted.iter().find_map(|wanted| names.iter().position(|name| name == wanted));
    Places {
        date: place(&["date", "date-local"]),
        time: place(&["time", "time-local"]),
        address: place(&["c-ip"]),
        method: place(&["cs-method"]),
        stem: place(&["cs-uri-stem", "cs-uri"]),
        query: place(&["cs-uri-query"]),
        status: place(&["sc-status", "c-status"]),
        referrer: place(&["cs(referer)", "cs(referrer)", "cs-referer", "cs-referrer"]),
        agent: place(&["cs(user-agent)", "cs-user-agent"]),
        site: place(&["x-host-header", "cs-host", "cs(host)"]),
        local: place(&["date"]).is_none(),
    }
}

/// Host and path of what was asked: `/path`, `https://host/path`, or `host/path` as Incapsula writes it.
fn target(stem: &[u8]) -> (Option<&[u8]>, &[u8]) {
    let rest = memchr::memmem::find(stem, b"://").and_then(|at| stem.get(at + 3..)).unwrap_or(stem);
    match memchr::memchr(b'/', rest) {
        None | Some(0) => (None, rest),
        Some(at) => (rest.get(..at).map(without_port), rest.get(at..).unwrap_or_default()),
    }
}

/// A browser's name with its spaces: servers write them as `+`, as `%20`, or (CloudFront) as `%2520`.
fn spaced(agent: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr2(b' ', b'%', agent).is_none() {
        return match memchr::memchr(b'+', agent) {
            None => Cow::Borrowed(agent),
            Some(_) => agent.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect(),
        };
    }
    let once = unescaped(agent);
    if memchr::memchr(b'%', &once).is_some() { Cow::Owned(unescaped(&once)) } else { Cow::Owned(once) }
}

fn unescaped(text: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        let escaped = match (first, after) {
            (b'%', [a, b, ..]) => hexadecimal(*a).zip(hexadecimal(*b)).map(|(a, b)| a * 16 + b),
            _ => None,
        };
        plain.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    plain
}

const fn hexadecimal(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
