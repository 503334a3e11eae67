//! The dialects of access logs: which one a log is in, told from its first lines, and one way to read a line of any.
//!
//! Each dialect reads into the same [`Line`]; what it does not write (referring page, browser) is `None` there: unknown,
//! never "none". A line a dialect cannot read is a [`Fault`] naming the column.

mod balancer;
mod bucket;
mod fields;
mod haproxy;
mod json;
mod moment;
mod w3c;

use super::wire::{self, Fault, Line};
use balancer::Balancer;
use bucket::Bucket;
use haproxy::Haproxy;
use jiff::tz::TimeZone;
use json::Json;
use w3c::W3c;

/// Lines looked at to tell the dialect.
pub const LOOKED_AT: usize = 50;

/// A dialect under way: it remembers what its header lines say.
#[derive(Debug)]
pub enum Dialect {
    /// Common and combined, with or without the site in front: Apache, nginx, most hosts.
    Ncsa(wire::Reader),
    /// W3C extended: IIS, CloudFront, NetScaler, Incapsula, SHOUTcast.
    W3c(Box<W3c>),
    /// One JSON object a line: Caddy, Traefik, nginx.
    Json(Box<Json>),
    /// Amazon load balancers.
    Balancer(Balancer),
    /// HAProxy, as the system's own log writes it.
    Haproxy(Haproxy),
    /// Amazon S3 buckets that serve a site.
    Bucket(Bucket),
}

impl Dialect {
    /// Reads one line, without its line end.
    #[inline]
    pub fn line<'a>(&'a mut self, line: &'a [u8]) -> Result<Line<'a>, Fault> {
        match self {
            Self::Ncsa(reader) => reader.line(line),
            Self::W3c(reader) => reader.line(line),
            Self::Json(reader) => reader.line(line),
            Self::Balancer(reader) => reader.line(line),
            Self::Haproxy(reader) => reader.line(line),
            Self::Bucket(reader) => reader.line(line),
        }
    }

    /// Takes a line that begins with `#`; whether the lines after it have other columns than those before.
    pub fn remark(&mut self, line: &[u8]) -> bool {
        match self {
            Self::W3c(reader) => reader.remark(line),
            _ => false,
        }
    }

    /// A column without which no visit can be told and that this log does not write, with those it writes.
    pub fn lacks(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::W3c(reader) => reader.lacks(),
            _ => None,
        }
    }

    /// Its name, the same in every language; `None` for common and combined, which have notes of their own.
    pub const fn name(&self) -> Option<&'static str> {
        match self {
            Self::Ncsa(_) => None,
            Self::W3c(_) => Some("W3C"),
            Self::Json(_) => Some("JSON"),
            Self::Balancer(_) => Some("Amazon ELB / ALB"),
            Self::Haproxy(_) => Some("HAProxy"),
            Self::Bucket(_) => Some("Amazon S3"),
        }
    }

    /// Whether it has met local times without a zone, which were taken as those of the zone given.
    pub const fn assumed_zone(&self) -> bool {
        match self {
            Self::W3c(reader) => reader.assumed_zone(),
            Self::Json(reader) => reader.assumed_zone(),
            Self::Haproxy(_) => true,
            Self::Ncsa(_) | Self::Balancer(_) | Self::Bucket(_) => false,
        }
    }
}

/// What the first lines of a text tell.
#[derive(Debug)]
pub struct Found {
    /// The dialect that reads most of them, ready to read from the first line again.
    pub dialect: Dialect,
    /// Lines looked at.
    pub lines: usize,
    /// Of these, lines it reads.
    pub read: usize,
}

/// The dialect of a text, from its first lines; local times without zone are taken as those of `zone`.
pub fn find<'a>(lines: impl Iterator<Item = &'a [u8]>, zone: &TimeZone) -> Found {
    let lines: Vec<&[u8]> = lines.filter(|line| !line.trim_ascii().is_empty()).take(LOOKED_AT).collect();
    let candidates = [
        Dialect::Ncsa(wire::Reader::default()),
        Dialect::W3c(Box::new(W3c::new(zone.clone()))),
        Dialect::Json(Box::new(Json::new(zone.clone(), &lines))),
        Dialect::Balancer(Balancer::default()),
        Dialect::Haproxy(Haproxy::new(zone.clone())),
        Dialect::Bucket(Bucket::default()),
    ];
    let mut best: Option<Found> = None;
    for dialect in candidates {
        let found = tried(dialect, &lines);
        if best.as_ref().is_none_or(|best| best.read < found.read) {
            best = Some(found);
        }
    }
    let fallback = || Found { dialect: Dialect::Ncsa(wire::Reader::default()), lines: lines.len(), read: 0 };
    let best = best.unwrap_or_else(fallback);
    // A W3C log whose header lacks a column reads no line, and is refused by that column's name.
    let mut w3c = Dialect::W3c(Box::new(W3c::new(zone.clone())));
    if best.read == 0 && lines.iter().any(|line| w3c.remark(line)) {
        return Found { dialect: w3c, ..best };
    }
    best
}

fn tried(mut dialect: Dialect, lines: &[&[u8]]) -> Found {
    let mut found = (0, 0);
    for line in lines {
        if line.starts_with(b"#") {
            dialect.remark(line);
            continue;
        }
        found.0 += 1;
        found.1 += usize::from(dialect.line(line).is_ok());
    }
    Found { dialect, lines: found.0, read: found.1 }
}

#[cfg(test)]
mod tests;
