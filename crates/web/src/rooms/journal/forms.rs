//! What people may enter: an act, read from a form or from JSON, with the moment in the client's zone.

use crate::forms::{Problems, Sent};
use crate::said::Said;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use model::{FactKind, Millis};
use store::desk::Client;
use store::history::journal::Entry;

/// The longest note: a sentence or two.
pub const LONGEST_TEXT: usize = 500;
/// The longest name of a person.
pub const LONGEST_NAME: usize = 120;
/// A year: who plans further ahead has mistyped.
const AHEAD_MS: i64 = 366 * 24 * 60 * 60 * 1000;
/// 1 January 1990, UTC: nothing older was ever noted here.
const FIRST_MS: i64 = 631_152_000_000;

/// The fields of an act as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The kind's word.
    pub kind: String,
    /// Local date and time, `2026-11-22T10:30`.
    pub at: String,
    /// Who did it.
    pub person: String,
    /// A few words.
    pub text: String,
    /// The client's slug.
    pub client: String,
}

impl Typed {
    /// What a form sent.
    pub fn of(sent: &Sent) -> Self {
        let text = |field: &str| sent.text(field).to_owned();
        Self { kind: text("kind"), at: text("at"), person: text("person"), text: text("text"), client: text("client") }
    }

    /// An entry as it would have been typed.
    pub fn from_entry(entry: &Entry, client: &str, at: &jiff::Zoned) -> Self {
        Self {
            kind: entry.kind.to_string(),
            at: local(at),
            person: entry.person.clone().unwrap_or_default(),
            text: entry.text.clone().unwrap_or_default(),
            client: client.to_owned(),
        }
    }

    /// The act, or what is wrong with which field. A moment that is left out is now; one that no clock showed (the
    /// hour skipped in spring) is the one an hour later.
    pub fn entry(&self, client: &Client, now: Millis) -> Result<Entry, Problems> {
        let mut problems = Problems::default();
        let kind = self.kind.parse::<FactKind>().ok().filter(|kind| FactKind::JOURNAL.contains(kind));
        if kind.is_none() {
            problems.add("kind", Said::new("journal-kind-wanted"));
        }
        let at = if self.at.is_empty() { Some(now) } else { moment(&self.at, &client.zone) };
        match at {
            None => problems.add("at", Said::new("journal-at-unreadable")),
            Some(at) if at.0 > now.0 + AHEAD_MS || at.0 < FIRST_MS => {
                problems.add("at", Said::new("journal-at-too-far"))
            }
            Some(_) => {}
        }
        for (field, value, longest) in [("person", &self.person, LONGEST_NAME), ("text", &self.text, LONGEST_TEXT)] {
            if value.chars().count() > longest {
                let n = i64::try_from(longest).unwrap_or(i64::MAX);
                problems.add(field, Said::new("field-too-long").with("n", n));
            }
        }
        let said = |value: &str| Some(value.to_owned()).filter(|value| !value.is_empty());
        match (kind, at) {
            (Some(kind), Some(at)) if problems.is_empty() => {
                Ok(Entry { kind, at, person: said(&self.person), text: said(&self.text) })
            }
            _ => Err(problems),
        }
    }
}

/// A moment as a `datetime-local` field holds it.
pub fn local(at: &jiff::Zoned) -> String {
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A local date and time in a zone, or a moment with its offset.
fn moment(text: &str, zone: &str) -> Option<Millis> {
    if let Ok(exact) = text.parse::<jiff::Timestamp>() {
        return Some(Millis(exact.as_millisecond()));
    }
    // A date alone would be taken for its midnight, and a time nobody meant.
    let local = text.contains('T').then(|| text.parse::<DateTime>().ok()).flatten()?;
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Some(Millis(local.to_zoned(zone).ok()?.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use model::ClientId;

    const NOW: Millis = Millis(1_795_338_000_000);

    fn paris() -> Client {
        let (slug, name, zone) = ("office".to_owned(), "Office".to_owned(), "Europe/Paris".to_owned());
        Client { id: ClientId(1), slug, name, zone, created_at: NOW, keep_raw_days: None }
    }

    fn typed(kind: &str, at: &str) -> Typed {
        Typed { kind: kind.to_owned(), at: at.to_owned(), ..Typed::default() }
    }

    #[test]
    fn moments_are_read_in_the_clients_zone() {
        for (at, expected) in [
            ("", Some(NOW.0)),
            ("2026-11-22T10:00", Some(NOW.0)),
            ("2026-11-22T10:00:30", Some(NOW.0 + 30_000)),
            ("2026-11-22T09:00:00Z", Some(NOW.0)),
            // Doubled in autumn: the first of the two. Skipped in spring: an hour later.
            ("2026-10-25T02:30", Some(1_792_888_200_000)),
            ("2026-03-29T02:30", Some(1_774_747_800_000)),
            ("2026-11-22", None),
            ("yesterday", None),
            ("1889-05-06T10:00", None),
            ("2029-01-01T10:00", None),
        ] {
            let read = typed("call", at).entry(&paris(), NOW).ok().map(|entry| entry.at.0);
            assert_eq!(read, expected, "{at}");
        }
    }

    #[test]
    fn what_is_typed_reads_back() {
        let entry =
            Typed { text: "harbour".to_owned(), ..typed("mail", "2026-11-22T10:00") }.entry(&paris(), NOW).unwrap();
        assert_eq!(
            (entry.kind, entry.person.as_deref(), entry.text.as_deref()),
            (FactKind::Mail, None, Some("harbour"))
        );
        let at = jiff::Timestamp::from_millisecond(entry.at.0).unwrap().in_tz("Europe/Paris").unwrap();
        assert_eq!(Typed::from_entry(&entry, "office", &at).entry(&paris(), NOW).unwrap(), entry);
    }

    #[test]
    fn each_fault_is_told_beside_its_field() {
        let faults = |typed: Typed| -> Vec<String> {
            let problems = typed.entry(&paris(), NOW).unwrap_err();
            problems.iter().map(|(field, said)| format!("{field} {}", said.key)).collect()
        };
        assert_eq!(faults(typed("", "x")), ["kind journal-kind-wanted", "at journal-at-unreadable"]);
        assert_eq!(faults(typed("like", "")), ["kind journal-kind-wanted"], "a like is no act of the team");
        assert_eq!(faults(Typed { text: "é".repeat(501), ..typed("call", "") }), ["text field-too-long"]);
        assert!(Typed { text: "é".repeat(500), ..typed("call", "") }.entry(&paris(), NOW).is_ok());
    }
}
