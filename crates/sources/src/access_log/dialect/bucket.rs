//! Server access logs of Amazon S3, for sites served from a bucket: the bucket's name is the site's.

use super::fields::{Fields, status};
use crate::access_log::wire::{self, Fault, Line};

/// Columns after the time.
const ADDRESS: usize = 0;
const REQUEST: usize = 5;
const STATUS: usize = 6;
const REFERRER: usize = 12;
const AGENT: usize = 13;

/// A log under way.
#[derive(Debug, Default)]
pub struct Bucket {
    fields: Fields,
}

impl Bucket {
    /// Reads one line: `owner bucket [10/Feb/2012:16:42:07 -0500] address requester id operation key "request" 200 …`.
    pub fn line<'a>(&mut self, line: &'a [u8]) -> Result<Line<'a>, Fault> {
        let wrong = |field| Fault { field, cut: false };
        let cut = |field| Fault { field, cut: true };
        let open = memchr::memchr(b'[', line).ok_or(cut("time"))?;
        let (names, rest) = line.split_at(open);
        let mut names = names.trim_ascii_end().split(|byte| *byte == b' ');
        names.next().filter(|owner| !owner.is_empty()).ok_or(wrong("bucket owner"))?;
        let bucket = names.next().filter(|bucket| !bucket.is_empty()).ok_or(wrong("bucket"))?;
        if names.next().is_some() {
            return Err(wrong("bucket"));
        }
        let (stamp, rest) = rest.get(1..).and_then(<[u8]>::split_first_chunk::<26>).ok_or(cut("time"))?;
        let at = wire::instant(stamp).ok_or(wrong("time"))?;
        let rest = rest.strip_prefix(b"] ").ok_or(wrong("time"))?;
        self.fields.cut(rest);
        let column = |at: usize, field| self.fields.get(rest, at).ok_or(cut(field));
        let address = column(ADDRESS, "remote IP")?;
        let request = column(REQUEST, "request-URI")?;
        let status = status(column(STATUS, "HTTP status")?).ok_or(wrong("HTTP status"))?;
        let referrer = column(REFERRER, "referer")?;
        let agent = column(AGENT, "user-agent")?;
        if self.fields.is_open() {
            return Err(cut("user-agent"));
        }
        Ok(Line { site: Some(bucket), address, at, request, status, referrer: Some(referrer), agent: Some(agent) })
    }
}
