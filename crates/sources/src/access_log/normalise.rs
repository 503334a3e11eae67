//! A line of the log → visits, backlinks and the counts that the summary tells.

use super::agents::Agents;
use super::origin::origin;
use super::own::bare;
use super::referrer::Referrers;
use super::request::{Request, Sort, was_shown};
use super::visits::{Seen, Visits, landing};
use super::wire::Line;
use crate::contract::{Note, Options, Sink};
use crate::trouble::Refusal;
use foldhash::HashSet;
use foldhash::fast::RandomState;
use model::{Coverage, Fact, FactKind, Millis, Piece, Span, Visit, What, ZoneRule};
use std::fmt::Write as _;
use std::hash::BuildHasher;

/// Addresses told apart; beyond, the summary says "at least". They are kept as 64-bit hashes: among two million, the
/// chance that two share one is below one in four million.
const LIMIT_ADDRESSES: usize = 2_000_000;
/// Backlinks remembered as given out; those met after may be given out again, and the store knows them.
const LIMIT_LINKS: usize = 500_000;
/// How many parties the summary names.
const NAMED: usize = 20;

/// Which of the two columns that say who came and from where a log writes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Columns {
    referrer: bool,
    agent: bool,
}

/// A log under way.
#[derive(Debug)]
pub struct Log {
    agents: Agents,
    referrers: Referrers,
    visits: Visits,
    over: Vec<Visit>,
    hasher: RandomState,
    addresses: HashSet<u64>,
    links: HashSet<u64>,
    last_site: Vec<u8>,
    columns: Option<Columns>,
    tells: Columns,
    zone_rule: ZoneRule,
    span: Option<(Millis, Millis)>,
    lines: u64,
    robots: u64,
    assets: u64,
    pages: u64,
}

impl Log {
    /// With the site's own hosts: those the person named and those found in the log.
    pub fn new(options: &Options, found: impl IntoIterator<Item = Box<str>>) -> Self {
        let named = options
            .own_hosts
            .iter()
            .map(|host| words::address::host(host).map_or_else(|| bare(host.as_bytes()), String::into_boxed_str));
        Self {
            agents: Agents::default(),
            referrers: Referrers::new(named.chain(found)),
            visits: Visits::default(),
            over: Vec::new(),
            hasher: RandomState::default(),
            addresses: HashSet::default(),
            links: HashSet::default(),
            last_site: Vec::new(),
            columns: None,
            tells: Columns::default(),
            zone_rule: ZoneRule::Told,
            span: None,
            lines: 0,
            robots: 0,
            assets: 0,
            pages: 0,
        }
    }

    /// Whether the line has the columns of the lines before it.
    pub fn fits(&mut self, line: &Line<'_>) -> bool {
        let columns = Columns { referrer: line.referrer.is_some(), agent: line.agent.is_some() };
        let known = *self.columns.get_or_insert(columns);
        self.tells.referrer |= known.referrer;
        self.tells.agent |= known.agent;
        known == columns
    }

    /// The lines that follow may have other columns: the log says which.
    pub const fn forget_columns(&mut self) {
        self.columns = None;
    }

    /// The log writes local times without zone.
    pub const fn assume_zone(&mut self) {
        self.zone_rule = ZoneRule::Assumed;
    }

    /// Takes one line in.
    pub fn line(&mut self, line: &Line<'_>, sink: &mut dyn Sink) -> Result<(), Refusal> {
        self.lines += 1;
        let (from, to) = self.span.unwrap_or((line.at, line.at));
        self.span = Some((from.min(line.at), to.max(line.at)));
        if self.addresses.len() <= LIMIT_ADDRESSES {
            self.addresses.insert(self.hasher.hash_one(line.address));
        }
        self.site(line.site);
        let agent = line.agent.unwrap_or_default();
        let referrer = line.referrer.and_then(|referrer| self.referrers.count(referrer));
        // A log that names no program: its robots cannot be told.
        if line.agent.is_some() && self.agents.is_robot(agent) {
            self.robots += 1;
            return Ok(());
        }
        let request = Request::read(line.request);
        if request.sort == Sort::Asset {
            self.assets += 1;
        }
        if request.sort != Sort::Page || !was_shown(line.status) {
            return Ok(());
        }
        self.pages += 1;
        let seen = Seen { address: line.address, agent, at: line.at, path: request.path };
        let host = referrer.and_then(|referrer| referrer.host.as_deref());
        self.visits.page(seen, || origin(line.referrer.is_some(), host, request.query), &mut self.over);
        for visit in self.over.drain(..) {
            sink.piece(Piece::Visit(visit))?;
        }
        let Some(page) = referrer.and_then(|referrer| referrer.page.as_deref()) else { return Ok(()) };
        let link = self.hasher.hash_one((page, request.path));
        if self.links.len() > LIMIT_LINKS || self.links.insert(link) {
            sink.piece(Piece::Fact(backlink(page, request.path, line.at, self.zone_rule)))?;
        }
        Ok(())
    }

    /// Closes what is open and says what is covered.
    pub fn finish(&mut self, sink: &mut dyn Sink) -> Result<(), Refusal> {
        self.visits.finish(&mut self.over);
        for visit in self.over.drain(..) {
            sink.piece(Piece::Visit(visit))?;
        }
        let Some((from, to)) = self.span else { return Ok(()) };
        // The log tells seconds: its last one is inside.
        let span = Span { from, to: Millis(to.0.saturating_add(1000)) };
        sink.piece(Piece::Coverage(Coverage { what: What::Visits, span }))?;
        if self.tells.referrer {
            sink.piece(Piece::Coverage(Coverage { what: What::Facts(FactKind::Backlink), span }))?;
        }
        Ok(())
    }

    /// What was seen, for people.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = vec![Note::new(
            "log-summary",
            [
                ("lines", self.lines.to_string()),
                ("addresses", self.addresses.len().min(LIMIT_ADDRESSES).to_string()),
                ("without_referrer", if self.tells.referrer { self.referrers.none } else { self.lines }.to_string()),
                ("robots", self.robots.to_string()),
                ("assets", self.assets.to_string()),
                ("pages", self.pages.to_string()),
                ("visits", self.visits.closed.to_string()),
            ],
        )];
        if self.addresses.len() > LIMIT_ADDRESSES {
            notes.push(Note::new("log-addresses-at-least", [("limit", LIMIT_ADDRESSES.to_string())]));
        }
        notes.extend(lacking(self.tells.referrer, self.tells.agent));
        if !self.tells.referrer {
            return notes;
        }
        let parties = self.referrers.parties();
        notes.push(Note::new(
            "log-referrers",
            [
                ("known", named(&parties.known)),
                ("others", named(&parties.others)),
                ("inner", self.referrers.inner.to_string()),
            ],
        ));
        let own = self.referrers.own();
        if own.is_empty() {
            notes.push(Note::new("log-own-hosts-unknown", []));
        } else {
            notes.push(Note::new("log-own-hosts", [("hosts", own.get(..NAMED).unwrap_or(&own).join(", "))]));
        }
        notes
    }

    fn site(&mut self, site: Option<&[u8]>) {
        if let Some(site) = site.filter(|site| *site != self.last_site) {
            self.last_site = site.to_vec();
            self.referrers.add_own(&bare(site));
        }
    }
}

/// What a log that lacks one of these columns, or both, cannot tell.
pub fn lacking(referrer: bool, agent: bool) -> Option<Note> {
    match (referrer, agent) {
        (true, true) => None,
        (false, false) => Some(Note::new("log-common", [])),
        (false, true) => Some(Note::new("log-no-referrer", [])),
        (true, false) => Some(Note::new("log-no-agent", [])),
    }
}

/// Somebody's page that links to one of ours, known since a reader came along it.
fn backlink(page: &str, path: &[u8], at: Millis, zone_rule: ZoneRule) -> Fact {
    let path = landing(path);
    Fact {
        kind: FactKind::Backlink,
        native: format!("{page} {path}"),
        at,
        zone_rule,
        actor: None,
        post: None,
        reply_to: None,
        text: Some(path),
        url: Some(page.to_owned()),
    }
}

/// `google 104, t.co 1`; `—` when there is none.
fn named(parties: &[(String, u64)]) -> String {
    let mut text = String::new();
    for (name, lines) in parties.iter().take(NAMED) {
        let comma = if text.is_empty() { "" } else { ", " };
        let _ = write!(text, "{comma}{name} {lines}");
    }
    if text.is_empty() { "—".to_owned() } else { text }
}
