//! Messages → acts of the community and of the team.

use super::order::Order;
use super::phrases::{self, Told};
use super::wire::Message;
use crate::conversation::{self, Conversation, Moment};
use crate::trouble::{Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::ActorKey;
use std::collections::HashMap;

/// What a message is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sort<'a> {
    /// Somebody says something.
    Said(&'a str),
    /// A line of the service.
    Service(Told<'a>),
}

/// What a message is. On an iPhone lines of the service stand under a name too, marked as the phone's own words.
pub fn sort<'a>(message: &Message<'a>, group: Option<&str>) -> Sort<'a> {
    let header = &message.header;
    let Some(author) = header.author else { return Sort::Service(phrases::told(header.text)) };
    if phrases::is_encryption_notice(header.text) {
        return Sort::Service(Told::Notice);
    }
    let marked = header.marked && message.more.is_empty();
    if marked && (group == Some(author) || !matches!(phrases::told(header.text), Told::Notice | Told::Unknown)) {
        return Sort::Service(phrases::told(header.text));
    }
    Sort::Said(author)
}

/// When a message was sent.
pub fn moment(message: &Message<'_>, order: Order, zone: &TimeZone) -> Result<Moment, Trouble> {
    let header = &message.header;
    let when = order.date(header.date).and_then(|date| Moment::assumed(date, header.time, zone));
    when.ok_or_else(|| Trouble::new(TroubleCode::NotADate).line(message.line))
}

/// Keys for what has no id: who, when as the phone writes it, and which one of those of that moment.
#[derive(Debug, Default)]
pub struct Keys(HashMap<[u8; 16], u32>);

impl Keys {
    /// The next key of that person at that moment.
    pub fn next(&mut self, who: &str, when: Moment) -> String {
        let base = format!("{}/{who}", when.at.0);
        let mut short = [0; 16];
        blake3::Hasher::new().update(base.as_bytes()).finalize_xof().fill(&mut short);
        let met = self.0.entry(short).and_modify(|met| *met += 1).or_insert(0);
        format!("{base}/{met}")
    }
}

/// Somebody, by the name in the exporting person's address book or by the number.
pub fn actor(name: &str) -> ActorKey {
    ActorKey { native: name.to_owned(), display: Some(name.to_owned()) }
}

/// What somebody says.
pub fn message(
    message: &Message<'_>,
    author: &str,
    when: Moment,
    key: String,
    talk: &Conversation<'_>,
) -> conversation::Message {
    let mut text = message.header.text.to_owned();
    for line in message.more.lines() {
        text.push('\n');
        text.push_str(line);
    }
    conversation::Message {
        author: Some(actor(author)),
        of_team: talk.is_team([author]),
        text: phrases::said(&text).map(str::to_owned),
        ..conversation::Message::new(key, when)
    }
}
