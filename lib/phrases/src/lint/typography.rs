//! The French typographer's rules that a machine can check: apostrophes, quotation marks, spaces.
//! Not for English, where spacing needs no check.

/// Signs that French keeps apart from the word before by a space that does not break.
const HIGH_SIGNS: [char; 6] = [';', ':', '!', '?', '»', '%'];
/// Narrow and plain spaces that do not break.
const TIED: [char; 2] = ['\u{202f}', '\u{a0}'];

/// The faults of a French text, each with a few characters around it.
pub(super) fn french(text: &str) -> Vec<(&'static str, String)> {
    let chars: Vec<char> = text.chars().collect();
    let at = |index: usize| chars.get(index).copied();
    (0..chars.len())
        .filter_map(|index| {
            let before = index.checked_sub(1).and_then(at);
            let fault = fault(before, at(index)?, at(index + 1))?;
            let near = chars.iter().skip(index.saturating_sub(12)).take(20).collect();
            Some((fault, near))
        })
        .collect()
}

fn fault(before: Option<char>, sign: char, after: Option<char>) -> Option<&'static str> {
    match sign {
        '\'' => Some("straight apostrophe: write ’"),
        '"' => Some("straight quotation mark: write « »"),
        '.' if before == Some('.') && after == Some('.') => Some("three dots: write …"),
        '«' if after.is_some_and(|next| !TIED.contains(&next)) => Some("« without a narrow no-break space after it"),
        sign if HIGH_SIGNS.contains(&sign) => match before? {
            ' ' => Some("plain space before a high sign: write a no-break one"),
            before if TIED.contains(&before) => None,
            // « ?! », « 14:05 », « https:// », « :: » and the like are one sign or no sentence.
            before if HIGH_SIGNS.contains(&before) => None,
            _ if sign == ':' && after.is_some_and(|next| next != ' ') => None,
            _ if sign == '?' && after.is_some_and(|next| next.is_alphanumeric()) => None,
            _ => Some("no space before a high sign: write a no-break one"),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_found() {
        for text in [
            "l'espace",
            "dit \"oui",
            "Attendez...",
            "Vraiment ?",
            "Vraiment?",
            "Fait\u{202f}; puis : fini",
            "« Oui\u{202f}»",
            "«\u{202f}Oui »",
            "«Oui\u{202f}»",
            "12 %",
            "12%",
            "Attention!",
        ] {
            assert_eq!(french(text).len(), 1, "{text:?} gave {:?}", french(text));
        }
    }

    #[test]
    fn sound_french_passes() {
        for text in [
            "L’espace est prêt.",
            "Vraiment\u{202f}?",
            "Vraiment\u{202f}?!",
            "Trois choses\u{a0}: une, deux, trois",
            "«\u{202f}Oui\u{202f}»",
            "À 14:05, voyez https://example.org/?q=1",
            "12\u{202f}%",
            "Attendez…",
            "?",
            "",
        ] {
            assert_eq!(french(text), [], "{text:?}");
        }
    }
}
