//! One JSON object a line: Caddy, Traefik, and nginx under names that each administrator chooses.
//! Keys are found by any of their known names, at the top or inside Caddy's `request`.

use super::fields::without_port;
use super::moment;
use crate::access_log::wire::{Fault, Line};
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

const ADDRESS: &[&str] =
    &["client_ip", "ClientHost", "remote_ip", "remote_addr", "ip", "clientip", "client", "http_x_forwarded_for"];
const TIME: &[&str] =
    &["StartUTC", "StartLocal", "time_iso8601", "time_local", "date", "timestamp", "@timestamp", "ts", "msec", "time"];
const PATH: &[&str] = &["uri", "request_uri", "RequestPath", "path", "url"];
const METHOD: &[&str] = &["method", "request_method", "RequestMethod"];
const STATUS: &[&str] = &["status", "DownstreamStatus", "OriginStatus"];
const SITE: &[&str] = &["host", "http_host", "RequestHost", "server_name", "vhost"];
const REFERRER: &[&str] =
    &["referrer", "referer", "http_referer", "http_referrer", "request_Referer", "request_referer", "Referer"];
const AGENT: &[&str] = &["user_agent", "http_user_agent", "request_User-Agent", "agent", "User-Agent"];

/// A log under way: the values of its last line.
#[derive(Debug)]
pub struct Json {
    zone: TimeZone,
    /// Whether any line looked at writes a referring page, and a browser: a key may be left out of a line that has none.
    tells: (bool, bool),
    assumed: bool,
    site: Option<String>,
    address: String,
    request: String,
    referrer: String,
    agent: String,
}

impl Json {
    /// Looks at the first lines for what they tell.
    pub fn new(zone: TimeZone, sample: &[&[u8]]) -> Self {
        let mut tells = (false, false);
        for line in sample.iter().filter(|line| line.starts_with(b"{")) {
            let Ok(entry) = serde_json::from_slice::<Map<String, Value>>(line) else { continue };
            // Caddy writes every header that was sent: one that is not there was not sent.
            let headers = inner(&entry).is_some_and(|request| request.contains_key("headers"));
            tells.0 |= headers || text(&entry, REFERRER).is_some();
            tells.1 |= headers || text(&entry, AGENT).is_some();
        }
        let empty = String::new;
        Self {
            zone,
            tells,
            assumed: false,
            site: None,
            address: empty(),
            request: empty(),
            referrer: empty(),
            agent: empty(),
        }
    }

    /// Whether a time without zone was met.
    pub const fn assumed_zone(&self) -> bool {
        self.assumed
    }

    /// Reads one line.
    pub fn line(&mut self, line: &[u8]) -> Result<Line<'_>, Fault> {
        let entry: Map<String, Value> = serde_json::from_slice(line)
            .map_err(|error| Fault { field: "JSON", cut: error.classify() == serde_json::error::Category::Eof })?;
        let wrong = |field| Fault { field, cut: false };
        let time = text(&entry, TIME).ok_or(wrong("time"))?;
        let moment = moment::any(time.as_bytes(), &self.zone).ok_or(wrong("time"))?;
        self.assumed |= moment.assumed;
        self.address = text(&entry, ADDRESS).ok_or(wrong("client_ip"))?;
        let status = text(&entry, STATUS).ok_or(wrong("status"))?;
        let status = status.parse().ok().filter(|code| *code < 1000_u16).ok_or(wrong("status"))?;
        self.request = match text(&entry, &["request"]) {
            Some(request) => request,
            None => {
                let path = text(&entry, PATH).ok_or(wrong("uri"))?;
                format!("{} {path}", text(&entry, METHOD).as_deref().unwrap_or("GET"))
            }
        };
        self.site = text(&entry, SITE).filter(|site| !matches!(site.as_str(), "" | "-"));
        self.referrer = text(&entry, REFERRER).or_else(|| header(&entry, "Referer")).unwrap_or_default();
        self.agent = text(&entry, AGENT).or_else(|| header(&entry, "User-Agent")).unwrap_or_default();
        Ok(Line {
            site: self.site.as_deref().map(|site| without_port(site.as_bytes())),
            address: without_port(self.address.as_bytes()),
            at: moment.at,
            request: self.request.as_bytes(),
            status,
            referrer: self.tells.0.then_some(self.referrer.as_bytes()),
            agent: self.tells.1.then_some(self.agent.as_bytes()),
        })
    }
}

/// Caddy's description of the request.
fn inner(entry: &Map<String, Value>) -> Option<&Map<String, Value>> {
    entry.get("request")?.as_object()
}

/// The first of these keys that has a text or a number, at the top or in the request's description.
fn text(entry: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    [Some(entry), inner(entry)].into_iter().flatten().find_map(|place| {
        keys.iter().find_map(|key| match place.get(*key)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        })
    })
}

/// A header that Caddy wrote, whatever the case of its name.
fn header(entry: &Map<String, Value>, name: &str) -> Option<String> {
    let headers = inner(entry)?.get("headers")?.as_object()?;
    let (_, values) = headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    Some(values.as_array()?.first()?.as_str()?.to_owned())
}
