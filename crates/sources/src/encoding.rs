//! Which encoding a text is in: by its byte-order mark, by the zeros of UTF-16, by being valid UTF-8, else a guess.
//!
//! Says nothing about separators or columns (`table`), and never repairs: a guess is marked as one.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes are looked at to tell UTF-16 without a mark.
const UTF16_SAMPLE: usize = 1024;

/// How far an XML declaration is looked for.
const DECLARATION: usize = 1024;

/// What was found out about the encoding.
#[derive(Debug, Clone, Copy)]
pub struct Sniffed {
    /// The encoding.
    pub encoding: &'static Encoding,
    /// How many bytes the byte-order mark takes; 0 without one.
    pub bom_len: usize,
    /// The bytes fit no better encoding; Windows-1252 is what Western spreadsheets write.
    pub guessed: bool,
}

/// Finds the encoding from the first bytes; `whole` says that there are no others.
pub fn sniff(bytes: &[u8], whole: bool) -> Sniffed {
    if let Some((encoding, bom_len)) = Encoding::for_bom(bytes) {
        return Sniffed { encoding, bom_len, guessed: false };
    }
    let sure = |encoding| Sniffed { encoding, bom_len: 0, guessed: false };
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return sure(encoding);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => sure(UTF_8),
        // The sample stops in the middle of a character, or the file does: in both cases this is UTF-8.
        Err(error) if error.error_len().is_none() => sure(UTF_8),
        Err(_) if mostly_utf8(bytes, whole) => sure(UTF_8),
        Err(_) => Sniffed { encoding: WINDOWS_1252, bom_len: 0, guessed: true },
    }
}

/// What `<?xml … encoding="…"?>` says. A declaration that can be read byte by byte is not in UTF-16, whatever it says.
pub fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(bytes.get(..DECLARATION).unwrap_or(bytes));
    let declaration = start.trim_start().strip_prefix("<?xml")?;
    let (declaration, _) = declaration.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = value.get(1..)?.split(quote).next()?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// The text of the bytes, with a replacement character where they are wrong.
pub fn decode_lossy(bytes: &[u8], sniffed: Sniffed) -> String {
    let body = bytes.get(sniffed.bom_len..).unwrap_or_default();
    sniffed.encoding.decode_without_bom_handling(body).0.into_owned()
}

/// Headers are mostly ASCII: in UTF-16 every other byte is then zero.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(UTF16_SAMPLE))?;
    let pairs = sample.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 2 > pairs && even * 20 < pairs {
        Some(UTF_16LE)
    } else if even * 2 > pairs && odd * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether the text is UTF-8 with a few damaged bytes, so that the damage is reported at its line.
fn mostly_utf8(bytes: &[u8], whole: bool) -> bool {
    let (mut good, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    let allowed = usize::from(!whole);
    good > wrong.saturating_sub(allowed) * 4
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_is_found() {
        let text = "Date,Primary\n2024-01-01,1\n";
        let with_bom = [&[0xff, 0xfe], utf16(text, u16::to_le_bytes).as_slice()].concat();
        let cases: [(Vec<u8>, &str, usize, bool); 7] = [
            (text.into(), "UTF-8", 0, false),
            (["\u{feff}".as_bytes(), text.as_bytes()].concat(), "UTF-8", 3, false),
            (with_bom, "UTF-16LE", 2, false),
            (utf16(text, u16::to_le_bytes), "UTF-16LE", 0, false),
            (utf16(text, u16::to_be_bytes), "UTF-16BE", 0, false),
            (b"Libell\xe9,Valeur\n".to_vec(), "windows-1252", 0, true),
            ("é".as_bytes().first().map(|b| vec![b'a', *b]).unwrap(), "UTF-8", 0, false),
        ];
        for (bytes, name, bom_len, guessed) in cases {
            let found = sniff(&bytes, true);
            assert_eq!((found.encoding.name(), found.bom_len, found.guessed), (name, bom_len, guessed), "{bytes:?}");
        }
    }

    #[test]
    fn one_damaged_byte_in_utf8_does_not_make_it_windows_1252() {
        let mut bytes = "été à la plage, forêt, dîner".as_bytes().to_vec();
        bytes.push(0xe9);
        bytes.extend_from_slice(b" fin");
        assert!(!sniff(&bytes, true).guessed);
    }
}
