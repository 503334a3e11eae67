//! Shortens and wraps text to a width. Lines break at ordinary spaces only: a no-break space keeps « 12 % »
//! and « Qui ? » whole.

use super::width::{Weight, clings, width};

const ELLIPSIS: char = '…';

/// Quotation marks that stay when what they hold is shortened.
const QUOTES: [(&str, &str); 2] = [("«\u{202f}", "\u{202f}»"), ("“", "”")];

/// The text if it fits in `room`, else its beginning followed by an ellipsis, cut between two words where that keeps
/// most of it; empty when not even the ellipsis fits. Quotation marks around it stay.
#[must_use]
pub fn truncated(text: &str, room: f64, size: f64, weight: Weight) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    for (open, close) in QUOTES {
        let Some(inside) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) else { continue };
        let left = room - width(open, size, weight) - width(close, size, weight);
        let inside = shortened(inside, left, size, weight);
        let quoted = format!("{open}{inside}{close}");
        if !inside.is_empty() && width(&quoted, size, weight) <= room {
            return quoted;
        }
    }
    shortened(text, room, size, weight)
}

fn shortened(text: &str, room: f64, size: f64, weight: Weight) -> String {
    let ellipsis = ELLIPSIS.to_string();
    if width(&ellipsis, size, weight) > room {
        return String::new();
    }
    let mut best = ellipsis;
    for (cut, c) in text.char_indices() {
        if clings(c) {
            continue;
        }
        let kept = text.get(..cut).unwrap_or_default().trim_end();
        let candidate = format!("{kept}{ELLIPSIS}");
        if width(&candidate, size, weight) > room {
            break;
        }
        best = candidate;
    }
    let whole = best.trim_end_matches(ELLIPSIS);
    let ends_inside = text.get(whole.len()..).is_some_and(|rest| !rest.starts_with([' ', '\n', '\t']));
    match whole.rfind([' ', '\n', '\t']).map(|cut| whole.get(..cut).unwrap_or_default().trim_end()) {
        Some(words) if ends_inside && words.chars().count() * 5 >= whole.chars().count() * 3 => {
            format!("{words}{ELLIPSIS}")
        }
        _ => best,
    }
}

/// The text on as many lines of `room` as it needs, at most `lines` (at least one); what does not fit ends
/// in an ellipsis. A word longer than a line is shortened.
#[must_use]
pub fn wrapped(text: &str, room: f64, size: f64, weight: Weight, lines: usize) -> Vec<String> {
    let words: Vec<&str> = text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect();
    let mut out: Vec<String> = Vec::new();
    let mut rest = words.as_slice();
    while let [first, others @ ..] = rest {
        if out.len() + 1 >= lines.max(1) {
            out.push(truncated(&rest.join(" "), room, size, weight));
            break;
        }
        let mut line = (*first).to_owned();
        rest = others;
        while let [next, others @ ..] = rest {
            let longer = format!("{line} {next}");
            if width(&longer, size, weight) > room {
                break;
            }
            line = longer;
            rest = others;
        }
        out.push(truncated(&line, room, size, weight));
    }
    out
}

/// Like [`wrapped`], with lines of similar length: for titles, where a lone last word looks like a mistake.
#[must_use]
pub fn balanced(text: &str, room: f64, size: f64, weight: Weight, lines: usize) -> Vec<String> {
    let widest = wrapped(text, room, size, weight, lines);
    let cut = |set: &[String]| set.iter().any(|line| line.ends_with(ELLIPSIS));
    if widest.len() < 2 || cut(&widest) {
        return widest;
    }
    let mut best = widest;
    // Twelve steps from full to half the room: finer gains nothing an eye can see.
    for step in 1..=12u8 {
        let narrower = room * (1.0 - f64::from(step) / 24.0);
        let tried = wrapped(text, narrower, size, weight, lines);
        if tried.len() != best.len() || cut(&tried) {
            break;
        }
        best = tried;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const R: Weight = Weight::Regular;

    #[test]
    fn long_text_ends_in_an_ellipsis() {
        for (text, room, expected) in [
            ("Office de tourisme", 200.0, "Office de tourisme"),
            ("Office de tourisme", 80.0, "Office de…"),
            ("Office de tourisme", 64.0, "Office de…"),
            ("Anticonstitutionnel", 60.0, "Anticons…"),
            ("La Préfecture", 64.0, "La Préfe…"),
            ("«\u{202f}Office de tourisme\u{202f}»", 90.0, "«\u{202f}Office de…\u{202f}»"),
            ("“Office de tourisme”", 90.0, "“Office de…”"),
            ("“Office”", 12.0, "…"),
            ("Office", 10.0, "…"),
            ("Office", 5.0, ""),
            ("", 5.0, ""),
            // The accent stays with its letter.
            ("e\u{301}e\u{301}e\u{301}", 17.0, "e\u{301}…"),
        ] {
            assert_eq!(truncated(text, room, 12.0, R), expected, "{text} in {room}");
        }
    }

    #[test]
    fn lines_break_at_spaces_only() {
        assert_eq!(
            wrapped("Part des visites\u{a0}: 12\u{a0}% du total", 100.0, 12.0, R, 4),
            ["Part des visites\u{a0}:", "12\u{a0}% du total"]
        );
        assert_eq!(wrapped("one two three four five", 50.0, 12.0, R, 2), ["one two", "three…"]);
        assert!(wrapped("  ", 50.0, 12.0, R, 2).is_empty());
    }

    #[test]
    fn titles_are_balanced() {
        let title = "Followers grew in each of the nine weeks after the summer campaign began";
        let room = 430.0;
        let greedy = wrapped(title, room, 14.0, R, 3);
        let even = balanced(title, room, 14.0, R, 3);
        let last = |set: &[String]| set.last().map_or(0.0, |l| width(l, 14.0, R));
        assert_eq!(greedy.len(), even.len());
        assert!(last(&even) > last(&greedy));
        assert_eq!(even.join(" "), title);
    }

    proptest! {
        #[test]
        fn what_is_shortened_fits(text in "\\PC{0,40}", room in 0.0f64..300.0, size in 6.0f64..40.0) {
            prop_assert!(width(&truncated(&text, room, size, R), size, R) <= room);
        }

        #[test]
        fn wrapped_lines_fit_and_lose_nothing_when_there_is_room(text in "[a-zé ]{0,80}", room in 90.0f64..300.0) {
            let lines = wrapped(&text, room, 12.0, R, 1000);
            prop_assert!(lines.iter().all(|l| width(l, 12.0, R) <= room));
            let words: Vec<&str> = text.split(' ').filter(|w| !w.is_empty()).collect();
            if words.iter().all(|w| width(w, 12.0, R) <= room) {
                prop_assert_eq!(lines.join(" "), words.join(" "));
            }
            prop_assert!(wrapped(&text, room, 12.0, R, 2).len() <= 2);
        }
    }
}
