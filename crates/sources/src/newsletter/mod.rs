//! What the lists of members of newsletters share: who joined and who left, and when. No service is known here.
//!
//! Addresses of people are keys and nothing else: the store hashes them, no note and no trouble names one.

use crate::contract::{Note, Options, Report, Sink};
use crate::dates;
use crate::input::Input;
use crate::table::{Columns, Label, Row, Rules, Table};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::{ActorKey, Coverage, Fact, FactKind, Millis, Piece, Span, What, ZoneRule};

/// A moment, and whether its zone is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub at: Millis,
    /// How it was told.
    pub zone_rule: ZoneRule,
}

/// One row of a list of members.
#[derive(Debug, Default)]
pub struct Member {
    /// The service's own id, or the address where there is none.
    pub key: String,
    /// When the person joined.
    pub joined: Option<Moment>,
    /// When the person left.
    pub left: Option<Moment>,
    /// The person has left, and nothing says when.
    pub gone: bool,
    /// The person has not confirmed yet, and is no member.
    pub pending: bool,
}

/// What is gathered over the whole list.
#[derive(Debug, Default)]
pub struct Members {
    joined: u64,
    left: u64,
    undated: u64,
    gone: u64,
    pending: u64,
    assumed: bool,
    span: Option<(Millis, Millis)>,
}

/// Reads a list of members: `read_row` is the service's, the rest is the same for all. `departures` says whether the
/// list dates them.
pub fn read_members<K: Copy + PartialEq>(
    input: &mut Input,
    labels: &'static [Label<K>],
    options: &Options,
    departures: impl Fn(&Columns<K>) -> bool,
    sink: &mut dyn Sink,
    mut read_row: impl FnMut(&Columns<K>, &Row, &TimeZone) -> Result<Member, Trouble>,
) -> Result<Report, Refusal> {
    let zone = dates::zone(&options.zone)?;
    let mut table = Table::open(input, Rules::default(), 1)?;
    table.as_the_service_writes()?;
    let columns = Columns::find(labels, table.headers());
    columns.require(table.header_line())?;
    let mut members = Members::default();
    let rows = table.each(sink, |row| Ok(members.pieces(read_row(&columns, row, &zone)?)))?;
    members.coverage(departures(&columns)).into_iter().try_for_each(|piece| sink.piece(piece))?;
    let mut seen = members.notes();
    if members.assumed && !options.zone_named {
        seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
    }
    if !departures(&columns) {
        seen.push(Note::new("gains-only", []));
    }
    Ok(Report { rows, seen })
}

impl Members {
    /// The acts of one member.
    pub fn pieces(&mut self, member: Member) -> Vec<Piece> {
        if member.pending {
            self.pending += 1;
            return Vec::new();
        }
        self.joined += u64::from(member.joined.is_some());
        self.left += u64::from(member.left.is_some());
        self.undated += u64::from(member.joined.is_none());
        self.gone += u64::from(member.gone && member.left.is_none());
        let acts = [(FactKind::Follow, member.joined), (FactKind::Unfollow, member.left)];
        let acts = acts.into_iter().filter_map(|(kind, moment)| Some((kind, moment?)));
        acts.map(|(kind, moment)| {
            let (from, to) = self.span.unwrap_or((moment.at, moment.at));
            self.span = Some((from.min(moment.at), to.max(moment.at)));
            self.assumed |= moment.zone_rule != ZoneRule::Told;
            Piece::Fact(act(kind, &member.key, moment))
        })
        .collect()
    }

    /// What the list tells of, from its first act to its last.
    fn coverage(&self, departures: bool) -> Vec<Piece> {
        let Some((from, to)) = self.span else { return Vec::new() };
        let span = Span { from, to: Millis(to.0.saturating_add(1)) };
        let kinds = [FactKind::Follow].into_iter().chain(departures.then_some(FactKind::Unfollow));
        kinds.map(|kind| Piece::Coverage(Coverage { what: What::Facts(kind), span })).collect()
    }

    fn notes(&self) -> Vec<Note> {
        let summary = [("joined", self.joined.to_string()), ("left", self.left.to_string())];
        let mut notes = vec![Note::new("members-summary", summary)];
        let counted =
            [("members-undated", self.undated), ("members-gone", self.gone), ("members-pending", self.pending)];
        notes.extend(
            counted
                .into_iter()
                .filter(|(_, count)| *count > 0)
                .map(|(code, n)| Note::new(code, [("count", n.to_string())])),
        );
        notes
    }
}

/// Joining or leaving. Its key holds no address: the same act told by two lists is one.
fn act(kind: FactKind, key: &str, moment: Moment) -> Fact {
    let hash = blake3::hash(format!("{key}\n{}", moment.at.0).as_bytes());
    Fact {
        kind,
        native: hash.to_hex().chars().take(32).collect(),
        at: moment.at,
        zone_rule: moment.zone_rule,
        actor: Some(ActorKey { native: key.to_owned(), display: None }),
        post: None,
        reply_to: None,
        text: None,
        url: None,
    }
}

/// A moment in a cell that may be empty: `2023-03-24 10:23:10 UTC`, `2023-03-24T10:23:10.000Z`, `2023-03-24 10:23:10`,
/// `2023-03-24`.
pub fn moment<K: Copy + PartialEq>(
    columns: &Columns<K>,
    row: &Row,
    key: K,
    zone: &TimeZone,
) -> Result<Option<Moment>, Trouble> {
    let Some(cell) = columns.text(row, key)? else { return Ok(None) };
    let told = cell.strip_suffix(" UTC").map_or_else(|| cell.clone(), |local| format!("{local} +0000"));
    if let Some(at) = dates::instant(&told) {
        return Ok(Some(Moment { at, zone_rule: ZoneRule::Told }));
    }
    let local = dates::moment(&cell, None).and_then(|(date, time)| dates::at_or_noon(date, time, zone));
    let not_a_date =
        || Trouble::new(TroubleCode::NotADate).line(row.line).field(columns.header(key)).with("value", &cell);
    local.map(|at| Some(Moment { at, zone_rule: ZoneRule::Assumed })).ok_or_else(not_a_date)
}

/// The person's key: the service's id, or the address in small letters.
pub fn key<K: Copy + PartialEq>(columns: &Columns<K>, row: &Row, id: Option<K>, address: K) -> Result<String, Trouble> {
    if let Some(id) = id
        && let Some(id) = columns.text(row, id)?
    {
        return Ok(id);
    }
    let empty = || Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(address));
    Ok(columns.text(row, address)?.ok_or_else(empty)?.to_lowercase())
}

/// Whether a cell says yes.
pub fn is_yes(cell: &str) -> bool {
    matches!(cell.trim().to_ascii_lowercase().as_str(), "true" | "yes" | "1")
}
