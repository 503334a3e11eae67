//! One message: its headers that are read, and its text. Addresses of recipients, routes and attachments are never
//! looked at.

use mail_parser::{Message, MessageParser};
use model::Millis;

/// Longest text looked at, in characters.
const LONGEST: usize = 4_000;

/// A message.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mail {
    /// Its `Message-ID`, without brackets; `None` when it has none.
    pub id: Option<String>,
    /// Its `Date`; `None` when it has none that can be read.
    pub at: Option<Millis>,
    /// The writer's address.
    pub address: Option<String>,
    /// The writer's name.
    pub name: Option<String>,
    /// The message it answers.
    pub answers: Option<String>,
    /// The message that opened the discussion.
    pub root: Option<String>,
    /// Subject and first words, what it quotes apart.
    pub text: Option<String>,
    /// Whether it went through a list.
    pub is_of_list: bool,
    /// Whether it lies in somebody's own mailbox.
    pub is_of_mailbox: bool,
}

/// Reads a message. Whatever its bytes are, something can be said of it.
pub fn mail(bytes: &[u8]) -> Mail {
    let Some(message) = MessageParser::default().parse(bytes) else { return Mail::default() };
    let raw = |name: &'static str| message.header_raw(name).unwrap_or_default();
    let (references, answered) = (ids(raw("References")), ids(raw("In-Reply-To")));
    let (address, name) = writer(&message);
    let has = |names: &[&'static str]| names.iter().any(|name| message.header_raw(*name).is_some());
    Mail {
        id: one_id(raw("Message-ID")),
        at: at(raw("Date")),
        address,
        name,
        answers: answered.first().or(references.last()).cloned(),
        root: references.first().or(answered.first()).cloned(),
        text: text(&message),
        is_of_list: has(&["List-Id", "List-Post", "Mailing-List", "X-Mailing-List"]),
        is_of_mailbox: has(&["X-Gmail-Labels", "X-GM-THRID", "X-Mozilla-Status"]),
    }
}

/// The ids in a header: `<a@b> (somebody's message of today) <c@d>`.
fn ids(header: &str) -> Vec<String> {
    let id = |part: &str| {
        let (id, _) = part.split_once('>')?;
        (!id.is_empty() && !id.contains(char::is_whitespace)).then(|| id.to_owned())
    };
    header.split('<').skip(1).filter_map(id).collect()
}

/// An id with its brackets or without.
fn one_id(header: &str) -> Option<String> {
    let bare = header.trim();
    ids(header).into_iter().next().or_else(|| (!bare.is_empty() && !bare.contains(['<', ' '])).then(|| bare.to_owned()))
}

fn at(header: &str) -> Option<Millis> {
    let parser = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true);
    Some(Millis(parser.parse_timestamp(header.trim()).ok()?.as_millisecond()))
}

/// Who wrote it. Web archives hide addresses: `ada at example.org (Ada)`.
fn writer(message: &Message<'_>) -> (Option<String>, Option<String>) {
    let Some(from) = message.from().and_then(|from| from.first()) else { return (None, None) };
    let name = from.name.as_deref().unwrap_or_default().trim();
    let address = from.address.as_deref().unwrap_or_default().trim();
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    if address.is_empty()
        && let Some((hidden, rest)) =
            name.split_once('(').or(Some((name, ""))).filter(|(hidden, _)| hidden.contains(" at "))
    {
        let address = hidden.trim().replace(" at ", "@").to_lowercase();
        return (filled(&address), filled(rest.trim_end_matches(')').trim()));
    }
    (filled(&address.replace(" at ", "@").to_lowercase()), filled(name))
}

/// Subject and first words. What is quoted of others, and the signature, are not what was said.
fn text(message: &Message<'_>) -> Option<String> {
    let subject = message.subject().unwrap_or_default();
    let body = message.body_text(0).unwrap_or_default();
    let said =
        body.lines().take_while(|line| line.trim_end() != "--").filter(|line| !line.trim_start().starts_with('>'));
    let mut text = subject.trim().to_owned();
    for line in said {
        if text.len() > LONGEST {
            break;
        }
        text.push('\n');
        text.push_str(line.trim_end());
    }
    crate::talk::shortened(&text, LONGEST)
}

/// The name of a list, from its header: what stands before the address, or the address.
pub fn list_name(header: &str) -> Option<String> {
    let header = header.trim();
    let (name, rest) = header.split_once('<').unwrap_or((header, ""));
    let name = name.trim().trim_matches('"').trim();
    let name = if name.is_empty() { rest.split('>').next().unwrap_or_default().trim() } else { name };
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_headers() {
        assert_eq!(ids(" <a@b> (x's message of \"Sun\\, 16 Mar\")\n\t<c@d>"), ["a@b", "c@d"]);
        assert_eq!(ids(" <no id here>"), Vec::<String>::new());
        assert_eq!(one_id(" a@b "), Some("a@b".to_owned()));
        assert_eq!(one_id("  "), None);
    }

    #[test]
    fn a_date_that_is_none_is_not_guessed() {
        assert_eq!(at(" Wed, 01 Dec 2010 14:26:40 +0100"), Some(Millis(1_291_210_000_000)));
        assert_eq!(at(" Thu, 01 Dec 2010 14:26:40 +0100 (CET)"), Some(Millis(1_291_210_000_000)), "a wrong weekday");
        assert_eq!(at(" RANDOM_Wed, 21 Sep 2016 22:42:07 +0300"), None);
        assert_eq!(at("  "), None);
    }

    #[test]
    fn names_of_lists() {
        assert_eq!(list_name(" GNOME Desktop List <desktop.gnome.org>"), Some("GNOME Desktop List".to_owned()));
        assert_eq!(list_name("\"A list.\"\n\t<a.example.org>"), Some("A list.".to_owned()));
        assert_eq!(list_name("<a.example.org>"), Some("a.example.org".to_owned()));
        assert_eq!(list_name(""), None);
    }
}
