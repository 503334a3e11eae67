//! One line of an access log, as bytes: what every dialect reads into, and the reader of common and combined lines, with
//! or without the site's name in front. Nothing is copied: a line is read a million times a second.

use model::Millis;

/// What a line says, as far as Vigie reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// The site asked, where the log writes it in front.
    pub site: Option<&'a [u8]>,
    /// Address or name of the visitor's machine.
    pub address: &'a [u8],
    /// When.
    pub at: Millis,
    /// What was asked: `GET / HTTP/1.1`, or whatever bytes were sent.
    pub request: &'a [u8],
    /// The answer's status; 0 when the log writes `-`.
    pub status: u16,
    /// The referring page as written (`-` included); `None` in a log that has no such column.
    pub referrer: Option<&'a [u8]>,
    /// The user agent as written; `None` in a log that has no such column.
    pub agent: Option<&'a [u8]>,
}

/// Where a line stops being an access-log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The column, as server manuals call it.
    pub field: &'static str,
    /// Whether the line ends inside that column, as a cut file does.
    pub cut: bool,
}

const fn wrong(field: &'static str) -> Fault {
    Fault { field, cut: false }
}

/// Reads lines and remembers the last instant read: neighbours often share their second.
#[derive(Debug, Default)]
pub struct Reader {
    stamp: [u8; 26],
    at: Millis,
}

impl Reader {
    /// Reads one line, without its line end.
    pub fn line<'a>(&mut self, line: &'a [u8]) -> Result<Line<'a>, Fault> {
        let (names, rest) = split_at_time(line)?;
        let (site, address) = split_names(names)?;
        let (stamp, rest) = rest.split_first_chunk().ok_or(Fault { field: "time", cut: true })?;
        let at = self.instant(stamp).ok_or(wrong("time"))?;
        let rest = after_time(rest)?;
        let (request, rest) = quoted(rest, "request", |rest| matches!(rest, [b' ', b'0'..=b'9' | b'-', ..]))?;
        let (status, rest) = number(rest, "status")?;
        let status = u16::try_from(status.unwrap_or(0)).ok().filter(|code| *code < 1000).ok_or(wrong("status"))?;
        let (_, rest) = number(rest, "size")?;
        let (referrer, agent) = match rest {
            [b' ', b'"', ..] => browser(rest).map(|(referrer, agent)| (Some(referrer), Some(agent)))?,
            _ => (None, None),
        };
        Ok(Line { site, address, at, request, status, referrer, agent })
    }

    fn instant(&mut self, stamp: &[u8; 26]) -> Option<Millis> {
        if *stamp != self.stamp {
            self.at = instant(stamp)?;
            self.stamp = *stamp;
        }
        Some(self.at)
    }
}

/// Splits before the time, which is `[` and a date: `[` alone may stand in a user's name.
fn split_at_time(line: &[u8]) -> Result<(&[u8], &[u8]), Fault> {
    for at in memchr::memchr_iter(b'[', line) {
        let (names, rest) = line.split_at(at);
        let rest = rest.get(1..).unwrap_or_default();
        if matches!(rest, [_, _, b'/', _, _, _, b'/', ..]) {
            return Ok((names.strip_suffix(b" ").unwrap_or(names), rest));
        }
    }
    Err(Fault { field: "time", cut: memchr::memchr(b'"', line).is_none() })
}

/// Site and address out of `address ident user`, `site address ident user` or `address site user`.
fn split_names(names: &[u8]) -> Result<(Option<&[u8]>, &[u8]), Fault> {
    if let Some(address) = names.strip_suffix(b" - -").filter(|address| memchr::memchr(b' ', address).is_none()) {
        return if address.is_empty() { Err(wrong("address")) } else { Ok((None, address)) };
    }
    let mut words = names.splitn(4, |byte| *byte == b' ');
    let first = words.next().filter(|word| !word.is_empty()).ok_or(wrong("address"))?;
    let second = words.next().ok_or(wrong("ident"))?;
    if second == b"-" {
        return Ok((None, first));
    }
    let third = words.next();
    if is_address(first) && !is_address(second) && memchr::memchr(b'.', second).is_some() {
        return Ok((Some(without_port(second)), first));
    }
    if third == Some(b"-") && (is_address(second) || memchr::memchr(b'.', second).is_some()) {
        return Ok((Some(without_port(first)), second));
    }
    Ok((None, first))
}

fn is_address(word: &[u8]) -> bool {
    !word.is_empty() && word.iter().all(|b| b.is_ascii_hexdigit() || matches!(b, b'.' | b':'))
}

fn without_port(site: &[u8]) -> &[u8] {
    site.split(|byte| *byte == b':').next().unwrap_or(site)
}

/// What follows `]`: a space, and for some hosts the time it took in brackets.
fn after_time(rest: &[u8]) -> Result<&[u8], Fault> {
    let rest = rest.strip_prefix(b"] ").ok_or(Fault { field: "time", cut: rest.len() < 2 })?;
    match rest {
        [b'(', ..] => {
            let end = memchr::memchr(b')', rest).ok_or(wrong("request"))?;
            rest.get(end + 2..).ok_or(wrong("request"))
        }
        _ => Ok(rest),
    }
}

/// The two columns that the combined log adds.
fn browser(rest: &[u8]) -> Result<(&[u8], &[u8]), Fault> {
    let rest = rest.get(1..).unwrap_or_default();
    let (referrer, rest) = quoted(rest, "referrer", |rest| matches!(rest, [b' ', b'"', ..]))?;
    let rest = rest.get(1..).unwrap_or_default();
    let (agent, _) = quoted(rest, "user agent", |rest| matches!(rest, [] | [b' ', ..]))?;
    Ok((referrer, agent))
}

/// A quoted column. A quote inside it is escaped, or, from careless servers, not: the column ends where what may
/// follow it follows.
fn quoted<'a>(
    bytes: &'a [u8],
    field: &'static str,
    may_follow: impl Fn(&[u8]) -> bool,
) -> Result<(&'a [u8], &'a [u8]), Fault> {
    let inner = bytes.strip_prefix(b"\"").ok_or(Fault { field, cut: bytes.is_empty() })?;
    let mut from = 0;
    while let Some(found) = memchr::memchr2(b'"', b'\\', inner.get(from..).unwrap_or_default()) {
        let at = from + found;
        let (content, rest) = inner.split_at(at);
        match rest {
            [b'"', rest @ ..] if may_follow(rest) => return Ok((content, rest)),
            [b'\\', _, ..] => from = at + 2,
            _ => from = at + 1,
        }
    }
    Err(Fault { field, cut: true })
}

/// A space and a number or `-`.
fn number<'a>(bytes: &'a [u8], field: &'static str) -> Result<(Option<u64>, &'a [u8]), Fault> {
    let bytes = bytes.strip_prefix(b" ").ok_or(Fault { field, cut: bytes.is_empty() })?;
    // A few digits: stepping through them is faster than looking for their end.
    let end = bytes.iter().position(|byte| *byte == b' ').unwrap_or(bytes.len());
    let (word, rest) = bytes.split_at(end);
    match word {
        b"-" => Ok((None, rest)),
        [] => Err(Fault { field, cut: rest.is_empty() }),
        _ => digits(word).map(|number| (Some(number), rest)).ok_or(wrong(field)),
    }
}

fn digits(word: &[u8]) -> Option<u64> {
    word.iter().try_fold(0_u64, |sum, byte| {
        byte.is_ascii_digit().then(|| sum.saturating_mul(10).saturating_add(u64::from(byte - b'0')))
    })
}

/// `17/May/2015:10:05:03 +0200`
pub fn instant(stamp: &[u8; 26]) -> Option<Millis> {
    let [
        d1,
        d2,
        b'/',
        m1,
        m2,
        m3,
        b'/',
        y1,
        y2,
        y3,
        y4,
        b':',
        h1,
        h2,
        b':',
        i1,
        i2,
        b':',
        s1,
        s2,
        b' ',
        sign,
        zh1,
        zh2,
        zm1,
        zm2,
    ] = *stamp
    else {
        return None;
    };
    let two = |a: u8, b: u8| digits(&[a, b]).and_then(|n| i8::try_from(n).ok());
    let year = i16::try_from(digits(&[y1, y2, y3, y4])?).ok()?;
    let month = month([m1, m2, m3])?;
    // A leap second belongs to the minute it ends.
    let second = two(s1, s2)?.min(59);
    let local = jiff::civil::DateTime::new(year, month, two(d1, d2)?, two(h1, h2)?, two(i1, i2)?, second, 0).ok()?;
    let offset = i32::from(two(zh1, zh2)?) * 3600 + i32::from(two(zm1, zm2)?) * 60;
    let offset = match sign {
        b'+' => offset,
        b'-' => -offset,
        _ => return None,
    };
    let instant = jiff::tz::Offset::from_seconds(offset).ok()?.to_timestamp(local).ok()?;
    Some(Millis(instant.as_millisecond()))
}

fn month(name: [u8; 3]) -> Option<i8> {
    Some(match &name {
        b"Jan" => 1,
        b"Feb" => 2,
        b"Mar" => 3,
        b"Apr" => 4,
        b"May" => 5,
        b"Jun" => 6,
        b"Jul" => 7,
        b"Aug" => 8,
        b"Sep" => 9,
        b"Oct" => 10,
        b"Nov" => 11,
        b"Dec" => 12,
        _ => return None,
    })
}

#[cfg(test)]
#[path = "wire_tests.rs"]
mod tests;
