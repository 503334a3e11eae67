//! Access logs of Amazon's load balancers: classic (ELB) and application (ALB), which writes its sort of listener first.
//! They say the browser and never the referring page.

use super::fields::{Fields, site_of, status, without_port};
use super::moment;
use crate::access_log::wire::{Fault, Line};
use jiff::tz::TimeZone;

/// Columns counted from the time on.
const CLIENT: usize = 2;
const STATUS: usize = 7;
const REQUEST: usize = 11;
const AGENT: usize = 12;

/// What an application balancer's lines begin with.
const LISTENERS: [&[u8]; 6] = [b"http", b"https", b"h2", b"ws", b"wss", b"grpcs"];

/// A log under way.
#[derive(Debug, Default)]
pub struct Balancer {
    fields: Fields,
}

impl Balancer {
    /// Reads one line.
    pub fn line<'a>(&mut self, line: &'a [u8]) -> Result<Line<'a>, Fault> {
        self.fields.cut(line);
        let first = self.fields.get(line, 0).unwrap_or_default();
        let from = usize::from(LISTENERS.contains(&first));
        let cut = |field| Fault { field, cut: true };
        let wrong = |field| Fault { field, cut: false };
        let column = |at: usize, field| self.fields.get(line, from + at).ok_or(cut(field));
        let at = moment::any(column(0, "time")?, &TimeZone::UTC).filter(|moment| !moment.assumed);
        let at = at.ok_or(wrong("time"))?.at;
        let address = without_port(column(CLIENT, "client:port")?);
        let status = status(column(STATUS, "elb_status_code")?).ok_or(wrong("elb_status_code"))?;
        let request = column(REQUEST, "request")?;
        let agent = column(AGENT, "user_agent")?;
        if self.fields.is_open() {
            return Err(cut("user_agent"));
        }
        Ok(Line { site: site_of(request), address, at, request, status, referrer: None, agent: Some(agent) })
    }
}
