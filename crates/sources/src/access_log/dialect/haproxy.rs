//! HAProxy's log as the system's log writes it: its HTTP lines, in the server's own time.
//! It says neither referring page nor browser, unless captured without names, which cannot be told apart.

use super::fields::{Fields, status, without_port};
use super::moment;
use crate::access_log::wire::{Fault, Line};
use jiff::tz::TimeZone;

/// A log under way.
#[derive(Debug)]
pub struct Haproxy {
    zone: TimeZone,
    fields: Fields,
}

impl Haproxy {
    /// Times are taken as those of this zone.
    pub fn new(zone: TimeZone) -> Self {
        Self { zone, fields: Fields::default() }
    }

    /// Reads one line: `… address:port [25/Sep/2018:06:05:27.584] frontend backend/server timers status … "request"`.
    pub fn line<'a>(&mut self, line: &'a [u8]) -> Result<Line<'a>, Fault> {
        let wrong = |field| Fault { field, cut: false };
        let cut = |field| Fault { field, cut: true };
        let mut parts = None;
        for at in memchr::memchr_iter(b'[', line) {
            let (before, rest) = line.split_at(at);
            let stamp = rest.get(1..).and_then(<[u8]>::split_first_chunk::<24>);
            if let Some((stamp, after)) = stamp
                && after.starts_with(b"] ")
                && let Some(at) = moment::haproxy(stamp, &self.zone)
            {
                parts = Some((before, at, after.get(2..).unwrap_or_default()));
                break;
            }
        }
        let (before, at, after) = parts.ok_or(wrong("time"))?;
        let address = before.trim_ascii_end().rsplit(|byte| *byte == b' ').next().unwrap_or_default();
        if address.is_empty() {
            return Err(wrong("client address"));
        }
        self.fields.cut(after);
        let status = self.fields.get(after, 3).ok_or(cut("status"))?;
        let status = status_of(status).ok_or(wrong("status"))?;
        let from = memchr::memchr(b'"', after).ok_or(cut("request"))?;
        let quoted = after.get(from + 1..).unwrap_or_default();
        let to = memchr::memrchr(b'"', quoted).ok_or(cut("request"))?;
        let request = quoted.get(..to).unwrap_or_default();
        Ok(Line { site: None, address: without_port(address), at, request, status, referrer: None, agent: None })
    }
}

/// HAProxy writes -1 for a request that was given up.
fn status_of(word: &[u8]) -> Option<u16> {
    if word == b"-1" { Some(0) } else { status(word) }
}
