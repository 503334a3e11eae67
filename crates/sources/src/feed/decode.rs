//! Bytes of a feed → text: by the byte-order mark, by the zeros of UTF-16 and UTF-32, by the XML declaration, else UTF-8.

use crate::encoding::declared;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A feed as text.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte-order mark.
    pub text: String,
    /// The encoding found.
    pub encoding: &'static str,
    /// The line, from 1, of the first bytes that are no text in that encoding.
    pub wrong: Option<u64>,
}

/// Decodes the whole feed.
pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some((big, body)) = utf32(bytes) {
        return from_utf32(body, big);
    }
    let (encoding, body) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, bytes.get(length..).unwrap_or_default()),
        None => (without_mark(bytes), bytes),
    };
    let (text, wrong) = encoding.decode_without_bom_handling(body);
    let wrong = wrong.then(|| {
        let before = text.split('\u{fffd}').next().unwrap_or_default();
        1 + u64::try_from(before.matches('\n').count()).unwrap_or(0)
    });
    Decoded { text: text.into_owned(), encoding: encoding.name(), wrong }
}

fn without_mark(bytes: &[u8]) -> &'static Encoding {
    match bytes {
        [b'<', 0, _, ..] | [b'{', 0, _, ..] => UTF_16LE,
        [0, b'<', _, ..] | [0, b'{', _, ..] => UTF_16BE,
        _ => declared(bytes).unwrap_or(UTF_8),
    }
}

/// Whether this is UTF-32, big-endian or not, and what follows the mark.
fn utf32(bytes: &[u8]) -> Option<(bool, &[u8])> {
    match bytes {
        [0, 0, 0xfe, 0xff, rest @ ..] => Some((true, rest)),
        [0xff, 0xfe, 0, 0, rest @ ..] => Some((false, rest)),
        [0, 0, 0, b'<', ..] => Some((true, bytes)),
        [b'<', 0, 0, 0, ..] => Some((false, bytes)),
        _ => None,
    }
}

/// `encoding_rs` knows what browsers know, and they gave UTF-32 up.
fn from_utf32(body: &[u8], big: bool) -> Decoded {
    let (mut text, mut line, mut wrong) = (String::with_capacity(body.len() / 4), 1, None);
    let mut units = body.chunks_exact(4);
    for unit in units.by_ref() {
        let unit = unit.try_into().unwrap_or([0; 4]);
        let code = if big { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) };
        match char::from_u32(code) {
            Some(c) => text.push(c),
            None => {
                wrong.get_or_insert(line);
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
        line += u64::from(code == u32::from('\n'));
    }
    if !units.remainder().is_empty() {
        wrong.get_or_insert(line);
    }
    Decoded { text, encoding: if big { "UTF-32BE" } else { "UTF-32LE" }, wrong }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FEED: &str = "<?xml version=\"1.0\"?>\n<rss>é€𝄞</rss>";

    fn wide<const N: usize>(text: &str, of: impl Fn(char) -> Vec<[u8; N]>) -> Vec<u8> {
        text.chars().flat_map(of).flatten().collect()
    }

    #[test]
    fn every_width_reads_the_same() {
        let u16s = |c: char| c.encode_utf16(&mut [0; 2]).to_vec();
        let cases = [
            (FEED.as_bytes().to_vec(), "UTF-8"),
            (format!("\u{feff}{FEED}").into_bytes(), "UTF-8"),
            (wide(FEED, |c| u16s(c).iter().map(|u| u.to_le_bytes()).collect()), "UTF-16LE"),
            (wide(&format!("\u{feff}{FEED}"), |c| u16s(c).iter().map(|u| u.to_be_bytes()).collect()), "UTF-16BE"),
            (wide(FEED, |c| vec![u32::from(c).to_le_bytes()]), "UTF-32LE"),
            (wide(&format!("\u{feff}{FEED}"), |c| vec![u32::from(c).to_be_bytes()]), "UTF-32BE"),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(decode(&bytes), Decoded { text: FEED.to_owned(), encoding, wrong: None });
        }
    }

    #[test]
    fn the_declaration_is_believed_but_not_about_width() {
        let cases: [(&[u8], &str, &str, Option<u64>); 5] = [
            (b"<?xml version='1.0' encoding='iso-8859-1'?>\xe9", "é", "windows-1252", None),
            (b"<?xml version=\"1.0\" encoding = \"koi8-r\" ?>\xc1", "а", "KOI8-R", None),
            ("<?xml version='1.0' encoding='utf-16'?>é".as_bytes(), "é", "UTF-8", None),
            ("<?xml version='1.0' encoding='no-such'?>é".as_bytes(), "é", "UTF-8", None),
            (b"<rss>\n\xe9</rss>", "\u{fffd}", "UTF-8", Some(2)),
        ];
        for (bytes, holds, encoding, wrong) in cases {
            let decoded = decode(bytes);
            assert!(decoded.text.contains(holds), "{}", decoded.text);
            assert_eq!((decoded.encoding, decoded.wrong), (encoding, wrong));
        }
    }

    proptest! {
        #[test]
        fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }
    }
}
