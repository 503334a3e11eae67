//! Their text: how a message begins in the dialects of Android and of the iPhone, in any order of day, month and
//! year; and the messages of a file, each with the lines that follow its first one.

use jiff::civil::Time;

/// The three numbers of a date, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// First, second, third.
    pub parts: [i16; 3],
    /// Which of them has four digits, if any: that one is the year.
    pub long: Option<usize>,
    /// What parts them.
    pub separator: char,
}

/// The beginning of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header<'a> {
    /// The date.
    pub date: Numbers,
    /// The time of day.
    pub time: Time,
    /// Who wrote it; `None` in lines of the service.
    pub author: Option<&'a str>,
    /// What follows on this line.
    pub text: &'a str,
    /// The line is marked as the service's own or as standing for a file (U+200E before the text).
    pub marked: bool,
}

/// One message of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message<'a> {
    /// Its first line.
    pub line: u64,
    /// How it begins.
    pub header: Header<'a>,
    /// The lines after its first one, as they stand.
    pub more: &'a str,
}

/// What a file holds.
#[derive(Debug, Default)]
pub struct Chat<'a> {
    /// Its messages, in order.
    pub messages: Vec<Message<'a>>,
    /// Lines before the first message: the line of the first of them.
    pub stray: Option<u64>,
    /// The file ends inside the beginning of a message, at this line.
    pub cut: Option<u64>,
}

/// Takes the text apart.
pub fn chat(text: &str) -> Chat<'_> {
    let mut chat = Chat::default();
    let ended = text.ends_with('\n');
    let (mut at, mut more_from) = (0, 0);
    let mut lines = (1..).zip(text.split_inclusive('\n')).peekable();
    while let Some((number, line)) = lines.next() {
        let from = at;
        at += line.len();
        let line = line.trim_end_matches('\n').trim_end_matches('\r');
        if let Some(header) = header(line) {
            chat.messages.push(Message { line: number, header, more: "" });
            more_from = at;
        } else if lines.peek().is_none() && !ended && is_beginning(line) {
            chat.cut = Some(number);
        } else if let Some(message) = chat.messages.last_mut() {
            // One text and no list of lines: empty ones would take sixteen times what they do in the file.
            message.more = text.get(more_from..from + line.len()).unwrap_or_default();
        } else if !line.trim().is_empty() {
            chat.stray.get_or_insert(number);
        }
    }
    chat
}

/// Marks of writing direction, which stand anywhere and say nothing.
pub const fn is_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn unmarked(text: &str) -> &str {
    text.trim_matches(|c: char| is_mark(c) || c.is_whitespace())
}

/// How the line begins a message; `None` when it goes on with the one before.
pub fn header(line: &str) -> Option<Header<'_>> {
    let line = line.trim_start_matches(|c: char| is_mark(c) || c.is_whitespace());
    let first = line.chars().next()?;
    let (stamp, rest, strict) = if first == '[' {
        let (stamp, rest) = line.strip_prefix('[')?.split_once(']')?;
        (stamp, rest, false)
    } else if first.is_ascii_digit() {
        let (stamp, rest) = line.split_once(" - ").or_else(|| line.split_once(" – "))?;
        (stamp, rest, true)
    } else {
        return None;
    };
    let (date, time) = moment(stamp, strict)?;
    let (author, said) = author(rest);
    let marked = said.trim_start().starts_with(is_mark);
    Some(Header { date, time, author, text: said.trim_start_matches(|c: char| is_mark(c) || c == ' '), marked })
}

/// `Nom: texte`, or a line of the service.
fn author(rest: &str) -> (Option<&str>, &str) {
    /// Longer names are no names: a line of the service that quotes something with a colon.
    const LONGEST: usize = 100;
    let named = rest.split_once(": ").or_else(|| rest.strip_suffix(':').map(|name| (name, "")));
    match named {
        Some((name, text)) if name.chars().count() <= LONGEST && !name.contains(['"', '“', '«']) => {
            // Since 2023 a name that is not in the address book stands behind a tilde.
            let name = unmarked(unmarked(name).trim_start_matches('~'));
            if name.is_empty() { (None, rest) } else { (Some(name), text) }
        }
        _ => (None, rest),
    }
}

/// `12/03/2025 à 09:14`, `3/12/25, 2:32:05 PM`. `strict`: without brackets around it, a date that begins with its
/// year needs a comma, for so do lines of many logs.
fn moment(stamp: &str, strict: bool) -> Option<(Numbers, Time)> {
    /// No stamp is longer.
    const LONGEST: usize = 48;
    let stamp = unmarked(stamp);
    if stamp.len() > LONGEST {
        return None;
    }
    let (date, rest) = stamp.split_once([',', ' ', '\u{a0}', '\u{202f}'])?;
    let comma = stamp.get(date.len()..).is_some_and(|rest| rest.starts_with(','));
    let date = numbers(date)?;
    if strict && !comma && date.long == Some(0) {
        return None;
    }
    let rest = rest.trim_start_matches(|c: char| c == ',' || c.is_whitespace() || is_mark(c));
    let rest = ["à ", "at ", "um ", "a las "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    Some((date, time(rest)?))
}

fn numbers(text: &str) -> Option<Numbers> {
    let separator = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = [0; 3];
    let mut long = None;
    let mut count = 0;
    for (place, part) in text.trim_end_matches('.').split(separator).enumerate() {
        let digits = part.len();
        if !matches!(digits, 1 | 2 | 4) || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        if digits == 4 && long.replace(place).is_some() {
            return None;
        }
        *parts.get_mut(place)? = part.parse().ok()?;
        count += 1;
    }
    (count == 3 && long != Some(1)).then_some(Numbers { parts, long, separator })
}

/// `09:14`, `14:32:05`, `2:32 PM`, `2:32 p. m.`, `09.14`.
fn time(text: &str) -> Option<Time> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(text.len());
    let (clock, half) = text.split_at_checked(end)?;
    let mut parts = clock.split([':', '.']);
    let mut next =
        || parts.next().filter(|part| (1..=2).contains(&part.len())).and_then(|part| part.parse::<i8>().ok());
    let (hour, minute) = (next()?, next()?);
    let second = match parts.next() {
        Some(part) => part.parse().ok()?,
        None => 0,
    };
    if parts.next().is_some() {
        return None;
    }
    let half: String = half.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_ascii_lowercase();
    let hour = match half.as_str() {
        "" => hour,
        "am" if hour == 12 => 0,
        "am" => hour,
        "pm" if hour < 12 => hour + 12,
        "pm" => hour,
        _ => return None,
    };
    Time::new(hour, minute, second, 0).ok()
}

/// Whether the line may be the first half of a header: `[02/03/2026 09:1`.
fn is_beginning(line: &str) -> bool {
    let line = line.trim_start_matches(is_mark);
    let (stamp, bracket) = line.strip_prefix('[').map_or((line, false), |rest| (rest, true));
    let of_a_stamp = |c: char| c.is_ascii_digit() || c.is_whitespace() || "/.-:,àatAPMapm".contains(c);
    let digits = stamp.chars().filter(char::is_ascii_digit).count();
    (bracket || digits >= 3) && stamp.chars().all(of_a_stamp)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn headers_of_every_phone() {
        let cases = [
            ("12/03/2025 09:14 - Ana: texte", "12 3 2025 09:14:00 Ana|texte"),
            ("12/03/2025 à 09:20 - Ana: texte", "12 3 2025 09:20:00 Ana|texte"),
            ("12/03/2025, 09:14 - Ana: texte", "12 3 2025 09:14:00 Ana|texte"),
            ("[12/03/2025, 14:32:05] Ana: texte", "12 3 2025 14:32:05 Ana|texte"),
            ("[12/03/2025 14:32:05] Ana: texte", "12 3 2025 14:32:05 Ana|texte"),
            ("\u{200e}[12/03/2025 14:32:05] Ana: \u{200e}image absente", "12 3 2025 14:32:05 Ana|image absente marked"),
            ("\u{feff}3/12/25, 2:32 PM - Ana: text", "3 12 25 14:32:00 Ana|text"),
            ("3/12/25, 2:32\u{202f}PM - Ana: text", "3 12 25 14:32:00 Ana|text"),
            ("3/12/25, 12:05 a. m. - Ana: texto", "3 12 25 00:05:00 Ana|texto"),
            ("15.04.2016, 15:04 - Ana: Text", "15 4 2016 15:04:00 Ana|Text"),
            ("2025-03-12, 15:04 - Ana: text", "2025 3 12 15:04:00 Ana|text"),
            ("12/03/2025, 09:14 - ~\u{202f}Ana: texte", "12 3 2025 09:14:00 Ana|texte"),
            ("12/03/2025, 09:14 - \u{202a}+33 6 12\u{202c}: texte", "12 3 2025 09:14:00 +33 6 12|texte"),
            ("12/03/2025, 09:14 - Ana:", "12 3 2025 09:14:00 Ana|"),
            (
                "12/03/2025, 09:14 - Ana a créé le groupe « Un : deux »",
                "12 3 2025 09:14:00 –|Ana a créé le groupe « Un : deux »",
            ),
        ];
        for (line, expected) in cases {
            let header = header(line).unwrap();
            let [a, b, c] = header.date.parts;
            let marked = if header.marked { " marked" } else { "" };
            let said = format!("{a} {b} {c} {} {}|{}{marked}", header.time, header.author.unwrap_or("–"), header.text);
            assert_eq!(said, expected, "{line}");
        }
    }

    #[test]
    fn other_lines_go_on() {
        let lines = [
            "",
            "deuxième ligne",
            "12 - douze",
            "12/03 - demain",
            "2025-03-12 09:14 - INFO: started",
            "12/03/2025 25:14 - Ana: texte",
            "[sic] voir",
            "12/03/2025 09:14:15:16 - Ana: x",
            "1/2/3/4, 09:14 - Ana: x",
        ];
        for line in lines {
            assert_eq!(header(line), None, "{line}");
        }
    }

    #[test]
    fn a_file_that_stops_inside_a_header_is_cut() {
        let cut = |text: &str| chat(text).cut;
        assert_eq!(cut("12/03/2025 09:14 - Ana: a\n12/03/20"), Some(2));
        assert_eq!(cut("12/03/2025 09:14 - Ana: a\n[02/03/2026 09:1"), Some(2));
        assert_eq!(cut("12/03/2025 09:14 - Ana: a\n[02/03/2026 09:1\n"), None);
        assert_eq!(cut("12/03/2025 09:14 - Ana: a\nd'accord"), None);
    }
}
