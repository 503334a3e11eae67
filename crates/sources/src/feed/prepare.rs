//! Old and careless feeds, put into the words that `feed-rs` knows: RSS 0.90 to 0.94, RSS without version, Atom 0.3.
//! Only names and versions are touched, never what the feed says.

use std::borrow::Cow;

/// Namespaces of dialects that differ in nothing we read.
const NAMESPACES: &[(&str, &str)] = &[
    ("http://purl.org/atom/ns#", "http://www.w3.org/2005/Atom"),
    ("http://example.com/newformat#", "http://www.w3.org/2005/Atom"),
    ("http://example.com/necho", "http://www.w3.org/2005/Atom"),
    ("http://purl.org/echo/", "http://www.w3.org/2005/Atom"),
    ("http://purl.org/pie/", "http://www.w3.org/2005/Atom"),
    ("http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0/"),
    ("http://channel.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0/"),
    ("http://my.netscape.com/publish/formats/rss-0.9.dtd", "http://purl.org/rss/1.0/"),
    ("http://backend.userland.com/rss2", "http://purl.org/rss/1.0/"),
    ("http://backend.userland.com/RSS2", "http://purl.org/rss/1.0/"),
    ("http://blogs.law.harvard.edu/tech/rss", "http://purl.org/rss/1.0/"),
    ("http://purl.org/net/rss1.1#", "http://purl.org/rss/1.0/"),
];

/// Elements of Atom 0.3 and what Atom 1.0 calls them.
const ATOM_03: &[(&str, &str)] =
    &[("issued", "published"), ("modified", "updated"), ("created", "published"), ("tagline", "subtitle")];

/// Types that say in a longer way what Atom says in one word, and that would make `feed-rs` give the feed up.
const TYPES: &[(&str, &str)] = &[("text/plain", "text"), ("application/xhtml+xml", "xhtml"), ("", "text")];

/// The name of the root element, without prefix: `rss`, `feed`, `RDF`.
pub fn root(xml: &str) -> Option<&str> {
    let (name, _, _) = root_tag(xml)?;
    name.split(':').next_back()
}

/// Whether that root is a feed's.
pub fn is_feed(root: &str) -> bool {
    matches!(root, "rss" | "feed" | "RDF")
}

/// Whether the root element is never closed: the file was cut.
pub fn is_cut(xml: &str) -> bool {
    match root_tag(xml) {
        Some((name, _, end)) => {
            let (tag, rest) = xml.split_at_checked(end).unwrap_or((xml, ""));
            !tag.ends_with("/>") && !rest.contains(&format!("</{name}"))
        }
        None => !xml.contains('>'),
    }
}

/// The same feed, as `feed-rs` reads it: declaration off (the text is UTF-8 by now), versions and names of today. Taken
/// and given back rather than copied: a large feed is held once.
pub fn prepare(mut xml: String) -> String {
    let Some((name, start, end)) = root_tag(&xml) else { return xml };
    let (Some(tag), Some(rest)) = (xml.get(start..end), xml.get(end..)) else { return xml };
    let mut tag = Cow::Borrowed(tag);
    for (old, new) in NAMESPACES {
        tag = replaced(tag, &format!("\"{old}\""), &format!("\"{new}\""));
        tag = replaced(tag, &format!("'{old}'"), &format!("\"{new}\""));
    }
    let old_atom = name == "feed" && attribute(&tag, "version").is_some();
    if name == "rss" && !matches!(attribute(&tag, "version"), Some("2.0" | "0.91" | "0.92")) {
        tag = Cow::Owned(with_version(&tag));
    }
    let mut rest = Cow::Borrowed(rest);
    if old_atom {
        for (old, new) in ATOM_03 {
            rest = replaced(rest, &format!("<{old}>"), &format!("<{new}>"));
            rest = replaced(rest, &format!("<{old} "), &format!("<{new} "));
            rest = replaced(rest, &format!("</{old}>"), &format!("</{new}>"));
        }
    }
    if name.ends_with("feed") || name.ends_with("entry") {
        for (old, new) in TYPES {
            rest = replaced(rest, &format!("type=\"{old}\""), &format!("type=\"{new}\""));
            rest = replaced(rest, &format!("type='{old}'"), &format!("type='{new}'"));
        }
    }
    match (tag, rest) {
        (Cow::Borrowed(_), Cow::Borrowed(_)) => {
            xml.drain(..start);
            xml
        }
        (Cow::Owned(tag), Cow::Borrowed(_)) => {
            xml.replace_range(..end, &tag);
            xml
        }
        (tag, Cow::Owned(mut whole)) => {
            whole.insert_str(0, &tag);
            whole
        }
    }
}

/// The text with `new` for `old`; the same one where there is no `old`.
fn replaced<'a>(text: Cow<'a, str>, old: &str, new: &str) -> Cow<'a, str> {
    if text.contains(old) { Cow::Owned(text.replace(old, new)) } else { text }
}

/// The root element's name, and where its tag begins and ends.
fn root_tag(xml: &str) -> Option<(&str, usize, usize)> {
    let mut at = 0;
    loop {
        at += xml.get(at..)?.find('<')?;
        let rest = xml.get(at..)?;
        let skip = |end: &str| rest.find(end).map(|found| found + end.len());
        at += match rest.as_bytes() {
            [b'<', b'?', ..] => skip("?>")?,
            [b'<', b'!', b'-', b'-', ..] => skip("-->")?,
            [b'<', b'!', ..] => declaration_end(rest)?,
            [b'<', first, ..] if first.is_ascii_alphabetic() => {
                let name = rest.get(1..)?.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
                return Some((name, at, at + tag_end(rest)?));
            }
            _ => 1,
        };
    }
}

/// The end of a `<!DOCTYPE …>`, which may hold declarations of its own in brackets.
fn declaration_end(rest: &str) -> Option<usize> {
    let close = rest.find('>')?;
    match rest.find('[') {
        Some(open) if open < close => {
            let inner = rest.get(open..)?.find(']')? + open;
            Some(inner + rest.get(inner..)?.find('>')? + 1)
        }
        _ => Some(close + 1),
    }
}

/// The end of a tag: the first `>` outside quotes.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.char_indices().find_map(|(at, c)| match (quote, c) {
        (None, '>') => Some(at + 1),
        (None, '"' | '\'') => {
            quote = Some(c);
            None
        }
        (Some(open), c) if open == c => {
            quote = None;
            None
        }
        _ => None,
    })
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (start, end) = attribute_range(tag, name)?;
    tag.get(start..end)
}

/// Where the attribute's value stands, quotes apart.
fn attribute_range(tag: &str, name: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let at = from + tag.get(from..)?.find(name)?;
        from = at + name.len();
        let before = tag.get(..at)?.chars().next_back()?;
        let rest = tag.get(from..)?;
        let value = rest.trim_start().strip_prefix('=').map(str::trim_start);
        if let Some(value) = value.filter(|_| before.is_whitespace()) {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let start = tag.len() - value.len() + 1;
            return Some((start, start + tag.get(start..)?.find(quote)?));
        }
    }
}

/// The 0.9x are beginnings of 2.0: whatever version is claimed, that is how it is read.
fn with_version(tag: &str) -> String {
    let mut tag = tag.to_owned();
    match attribute_range(&tag, "version") {
        Some((start, end)) => tag.replace_range(start..end, "2.0"),
        None => tag = tag.replacen("<rss", "<rss version=\"2.0\"", 1),
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dialects_become_what_is_known() {
        let cases = [
            (
                "<?xml version='1.0'?>\n<!-- <rss> --><rss version=\"0.94\"><channel/></rss>",
                "<rss version=\"2.0\"><channel/></rss>",
            ),
            ("<rss><channel/></rss>", "<rss version=\"2.0\"><channel/></rss>"),
            ("<rss version='2.0'></rss>", "<rss version='2.0'></rss>"),
            (
                "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss  version = '2.0.1' xmlns:a=\"x>y\"></rss>",
                "<rss  version = '2.0' xmlns:a=\"x>y\"></rss>",
            ),
            (
                "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><issued>2004</issued></entry></feed>",
                "<feed version=\"0.3\" xmlns=\"http://www.w3.org/2005/Atom\"><entry><published>2004</published></entry></feed>",
            ),
            (
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title type=\"text/plain\">a</title></feed>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title type=\"text\">a</title></feed>",
            ),
        ];
        for (given, expected) in cases {
            assert_eq!(prepare(given.to_owned()), expected);
        }
    }

    /// Found by fuzzing: a feed was held nine times over.
    #[test]
    fn what_is_known_is_not_copied() {
        for known in
            ["<?xml version=\"1.0\"?><rss version=\"2.0\"></rss>", "<feed><title type=\"text\">a</title></feed>"]
        {
            let text = known.to_owned();
            let place = text.as_ptr();
            let prepared = prepare(text);
            assert_eq!(prepared.as_ptr(), place, "{known}");
        }
    }

    #[test]
    fn a_cut_feed_is_seen() {
        let cases = [
            ("<rss><channel>", true),
            ("<rss", true),
            ("<rss></rss>", false),
            ("<rdf:RDF><a/></rdf:RDF>\n<!-- x -->", false),
            ("<feed/>", false),
        ];
        for (xml, cut) in cases {
            assert_eq!(is_cut(xml), cut, "{xml}");
        }
        assert_eq!(root("<?xml?><rdf:RDF x='1'>"), Some("RDF"));
        assert_eq!(root("plain"), None);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[<>!?/='\"a-z\\[\\]é -]{0,60}") {
            let _ = (root(&text), is_cut(&text), prepare(text.clone()));
            let rss = format!("<rss {text}");
            let _ = (root(&rss), is_cut(&rss), prepare(rss.clone()));
        }
    }
}
