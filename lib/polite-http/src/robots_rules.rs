//! The text of a robots.txt and what it permits: RFC 9309, pure.
//!
//! Written here because texting_robots 0.2.2 failed these cases of the tests below: a path and a rule that differ
//! only by percent-encoding, `Disallow:` beside `Disallow: /`, a version after the product token, a `$` inside a
//! rule, and one very long rule (which voids the whole file).

use std::time::Duration;

/// Longer delays are taken for this long: the file is not ours, the patience is.
const LONGEST_DELAY: Duration = Duration::from_secs(60);

/// The rules of one site for one program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rules {
    rules: Vec<Rule>,
    /// `Crawl-delay`, which the RFC leaves out and sites still write.
    pub(crate) delay: Option<Duration>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    allow: bool,
    /// Normalised, `*` for any run of bytes.
    pattern: Vec<u8>,
    /// The pattern ended in `$`.
    to_the_end: bool,
}

impl Rules {
    /// Reads a file for the program whose name in robots.txt is `product`. Never fails: what is not understood is
    /// not a rule.
    pub(crate) fn parse(text: &[u8], product: &str) -> Self {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let (mut ours, mut everyones) = (None::<Self>, Self::default());
        // Whom the group at hand addresses, and whether more names may still join it.
        let (mut to_us, mut to_everyone, mut naming) = (false, false, false);
        for line in text.split(|byte| matches!(byte, b'\n' | b'\r')) {
            let line = line.split(|byte| *byte == b'#').next().unwrap_or_default();
            let Some(colon) = line.iter().position(|byte| *byte == b':') else {
                continue;
            };
            let (key, value) = line.split_at(colon);
            let value = value.strip_prefix(b":").unwrap_or_default().trim_ascii();
            let key = key.trim_ascii().to_ascii_lowercase();
            let found = match key.as_slice() {
                b"user-agent" => {
                    if !naming {
                        (to_us, to_everyone, naming) = (false, false, true);
                    }
                    to_everyone |= value == b"*";
                    if product_token(value).eq_ignore_ascii_case(product.as_bytes()) {
                        to_us = true;
                        ours.get_or_insert_default();
                    }
                    continue;
                }
                b"allow" => Found::Rule(Rule::new(true, value)),
                b"disallow" => Found::Rule(Rule::new(false, value)),
                b"crawl-delay" => Found::Delay(seconds(value)),
                // Sitemap and all others belong to no group and end none.
                _ => continue,
            };
            naming &= !matches!(found, Found::Rule(_));
            if let Some(ours) = ours.as_mut().filter(|_| to_us) {
                ours.take(&found);
            }
            if to_everyone {
                everyones.take(&found);
            }
        }
        ours.unwrap_or(everyones)
    }

    /// Whether this path, with its query if any, may be read: the longest rule that matches decides, and `Allow`
    /// wins a tie.
    pub(crate) fn allow(&self, path_and_query: &str) -> bool {
        if path_and_query == "/robots.txt" {
            return true;
        }
        let path = normalised(path_and_query.as_bytes(), Side::Path);
        self.rules
            .iter()
            .filter(|rule| rule.matches(&path))
            .max_by_key(|rule| (rule.length(), rule.allow))
            .is_none_or(|rule| rule.allow)
    }

    fn take(&mut self, found: &Found) {
        match found {
            Found::Rule(rule) => self.rules.extend(rule.clone()),
            Found::Delay(delay) => self.delay = self.delay.or(*delay),
        }
    }
}

enum Found {
    Rule(Option<Rule>),
    Delay(Option<Duration>),
}

impl Rule {
    /// An empty rule is none at all.
    fn new(allow: bool, value: &[u8]) -> Option<Self> {
        let (value, to_the_end) = value.strip_suffix(b"$").map_or((value, false), |value| (value, true));
        let rule = Self { allow, pattern: normalised(value, Side::Pattern), to_the_end };
        (rule.length() > 0).then_some(rule)
    }

    fn length(&self) -> usize {
        self.pattern.len() + usize::from(self.to_the_end)
    }

    /// Greedy from the left: taking the earliest place of each piece never spoils a later one.
    fn matches(&self, path: &[u8]) -> bool {
        let mut pieces = self.pattern.split(|byte| *byte == b'*');
        let Some(mut rest) = pieces.next().and_then(|first| path.strip_prefix(first)) else {
            return false;
        };
        let mut pieces = pieces.peekable();
        if pieces.peek().is_none() {
            return !self.to_the_end || rest.is_empty();
        }
        while let Some(piece) = pieces.next() {
            if self.to_the_end && pieces.peek().is_none() {
                return rest.ends_with(piece);
            }
            match after(rest, piece) {
                Some(remaining) => rest = remaining,
                None => return false,
            }
        }
        true
    }
}

/// What follows the first place of `piece`.
fn after<'a>(text: &'a [u8], piece: &[u8]) -> Option<&'a [u8]> {
    if piece.is_empty() {
        return Some(text);
    }
    let place = text.windows(piece.len()).position(|window| window == piece)?;
    text.get(place + piece.len()..)
}

/// The name before any version: `Name` of `Name/1.0`.
fn product_token(value: &[u8]) -> &[u8] {
    value.split(|byte| *byte == b'/' || byte.is_ascii_whitespace()).next().unwrap_or_default()
}

fn seconds(value: &[u8]) -> Option<Duration> {
    let seconds: f64 = std::str::from_utf8(value).ok()?.parse().ok()?;
    Some(Duration::try_from_secs_f64(seconds).ok()?.min(LONGEST_DELAY))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Pattern,
    Path,
}

/// One spelling for both sides: unreserved characters bare, other bytes as `%XX` in capitals, and in a path the two
/// signs that are special in a pattern encoded too.
fn normalised(text: &[u8], side: Side) -> Vec<u8> {
    let mut written = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((byte, tail)) = rest.split_first() {
        rest = tail;
        if *byte == b'%'
            && let Some((code, tail)) = hex_pair(tail)
        {
            rest = tail;
            if code.is_ascii_alphanumeric() || matches!(code, b'-' | b'.' | b'_' | b'~') {
                written.push(code);
            } else {
                push_encoded(&mut written, code);
            }
            continue;
        }
        let special = *byte == b'$' || (*byte == b'*' && side == Side::Path);
        if special || !byte.is_ascii_graphic() {
            push_encoded(&mut written, *byte);
        } else {
            written.push(*byte);
        }
    }
    written
}

fn hex_pair(text: &[u8]) -> Option<(u8, &[u8])> {
    let (pair, tail) = text.split_first_chunk::<2>()?;
    let [high, low] = pair.map(|digit| char::from(digit).to_digit(16));
    Some((u8::try_from(high? * 16 + low?).ok()?, tail))
}

fn push_encoded(written: &mut Vec<u8>, byte: u8) {
    written.extend(format!("%{byte:02X}").into_bytes());
}

#[cfg(test)]
#[path = "robots_rules_tests.rs"]
mod tests;
