//! The `Expect:` comment of a feedparser test, where it is of a simple form: a title, a link, a number of entries.

use sources::feed::Feed;

/// What a file expects.
#[derive(Debug, PartialEq)]
pub enum Expect {
    FeedTitle(String),
    EntryTitle(usize, String),
    EntryLink(usize, String),
    FeedLink(String),
    Entries(usize),
}

impl Expect {
    /// The expectation of a file, if it is simple.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let text = sources_text(bytes);
        let (_, rest) = text.split_once("Expect:")?;
        let line = rest.lines().next()?.trim();
        let line = line.strip_prefix("not bozo and ").or_else(|| line.strip_prefix("bozo and ")).unwrap_or(line).trim();
        let (what, value) = line.split_once(" == ")?;
        if let Some(what) = what.strip_prefix("len(").and_then(|what| what.strip_suffix(')')) {
            return (what == "entries").then(|| value.parse().ok().map(Self::Entries))?;
        }
        let value = literal(value)?;
        match what {
            "feed['title']" | "feed['title_detail']['value']" => return Some(Self::FeedTitle(value)),
            "feed['link']" => return Some(Self::FeedLink(value)),
            _ => {}
        }
        let (at, key) = what.strip_prefix("entries[")?.split_once(']')?;
        match key {
            "['title']" | "['title_detail']['value']" => Some(Self::EntryTitle(at.parse().ok()?, value)),
            "['link']" => Some(Self::EntryLink(at.parse().ok()?, value)),
            _ => None,
        }
    }

    /// How many entries the expectation speaks of: `entries[1]` needs two.
    pub fn entries_needed(bytes: &[u8]) -> Option<usize> {
        let text = sources_text(bytes);
        let (_, rest) = text.split_once("Expect:")?;
        let numbers = rest.lines().next()?.split("entries[").skip(1);
        numbers.filter_map(|rest| rest.split(']').next()?.parse::<usize>().ok()).max().map(|last| last + 1)
    }

    /// Whether the feed is as expected. Titles are compared as plain text: feedparser keeps their HTML, Vigie does not.
    pub fn is_met(&self, feed: &Feed) -> bool {
        let plain = |text: &str| words::plain(&words::plain(text));
        match self {
            Self::FeedTitle(title) => plain(&feed.title) == plain(title),
            Self::EntryTitle(at, title) => {
                feed.entries.get(*at).is_some_and(|entry| plain(&entry.title) == plain(title))
            }
            Self::EntryLink(at, link) => {
                let same = |found: &str| found == link || url::Url::parse(found).ok() == url::Url::parse(link).ok();
                feed.entries.get(*at).and_then(|entry| entry.link.as_deref()).is_some_and(same)
            }
            Self::FeedLink(link) => feed.link.as_deref() == Some(link),
            Self::Entries(count) => feed.entries.len() == *count,
        }
    }

    /// What was found instead.
    pub fn found(&self, feed: &Feed) -> String {
        match self {
            Self::FeedTitle(_) => format!("{:?}", feed.title),
            Self::EntryTitle(at, _) => format!("{:?}", feed.entries.get(*at).map(|entry| &entry.title)),
            Self::EntryLink(at, _) => format!("{:?}", feed.entries.get(*at).and_then(|entry| entry.link.as_ref())),
            Self::FeedLink(_) => format!("{:?}", feed.link),
            Self::Entries(_) => feed.entries.len().to_string(),
        }
    }
}

/// The comment's text: without the zeros of wide encodings it is ASCII.
fn sources_text(bytes: &[u8]) -> String {
    let narrow: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    String::from_utf8_lossy(&narrow).into_owned()
}

/// A Python string literal alone.
fn literal(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix('u').unwrap_or(text);
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut chars = text.get(1..)?.chars();
    let mut value = String::new();
    loop {
        match chars.next()? {
            c if c == quote => break,
            '\\' => match chars.next()? {
                'n' => value.push('\n'),
                't' => value.push('\t'),
                'r' => value.push('\r'),
                mark @ ('x' | 'u') => {
                    let digits: String = chars.by_ref().take(if mark == 'x' { 2 } else { 4 }).collect();
                    value.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
                }
                other => value.push(other),
            },
            c => value.push(c),
        }
    }
    chars.next().is_none().then_some(value)
}
