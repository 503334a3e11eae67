//! Who a text speaks of: `@mentions`, and names cited without `@`.

/// The handles mentioned with `@`, without the sign, in order, each once: `ada`, `ada@social.example`.
/// An e-mail address is not a mention.
pub fn mentions(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut rest = text;
    let mut before = None;
    while let Some(at) = rest.find('@') {
        let (head, tail) = rest.split_at(at);
        before = head.chars().next_back().or(before);
        let tail = tail.get(1..).unwrap_or_default();
        let handle = handle(tail);
        if !handle.is_empty() && !before.is_some_and(is_of_word) && !found.contains(&handle) {
            found.push(handle);
        }
        rest = tail.get(handle.len()..).unwrap_or_default();
        before = handle.chars().next_back().or(Some('@'));
    }
    found
}

/// Whether the text cites the name as whole words, whatever the case; `@name` and addresses containing it do not count.
pub fn cites(text: &str, name: &str) -> bool {
    let name = name.trim().to_lowercase();
    if name.is_empty() {
        return false;
    }
    let text = text.to_lowercase();
    text.match_indices(&name).any(|(at, hit)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let mut after = text.get(at + hit.len()..).unwrap_or_default().chars();
        let next = after.next();
        // TRICKY: "vigie.example" is an address, "vigie." ends a sentence.
        let domain = next == Some('.') && after.next().is_some_and(char::is_alphanumeric);
        !before.is_some_and(|c| is_of_word(c) || matches!(c, '@' | '/' | '.' | '#'))
            && !next.is_some_and(|c| is_of_word(c) || c == '@')
            && !domain
    })
}

/// The handle at the beginning of what follows an `@`, with its server when one follows.
fn handle(text: &str) -> &str {
    let user = run(text, |c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
    if user.is_empty() {
        return user;
    }
    let server = text
        .get(user.len()..)
        .and_then(|rest| rest.strip_prefix('@'))
        .map(|rest| run(rest, |c| c.is_alphanumeric() || matches!(c, '-' | '.')));
    match server {
        Some(server) if server.contains('.') => text.get(..user.len() + 1 + server.len()).unwrap_or(user),
        _ => user,
    }
}

/// The longest beginning made of such characters, without the full stops and hyphens that end a sentence.
fn run(text: &str, of: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !of(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default().trim_end_matches(['.', '-'])
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn mentions_are_found() {
        let cases: [(&str, &[&str]); 8] = [
            ("merci @ada !", &["ada"]),
            ("@ada@social.example and @bob.", &["ada@social.example", "bob"]),
            ("mail ada@social.example", &[]),
            ("@ada @ada", &["ada"]),
            ("(@ada_l-2)", &["ada_l-2"]),
            ("@ alone @", &[]),
            ("@@ada", &["ada"]),
            ("é@ada", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(mentions(text), expected, "{text}");
        }
    }

    #[test]
    fn a_citation_is_a_whole_word_without_at() {
        let cases = [
            ("J’aime Vigie.", "vigie", true),
            ("L’Office de Tourisme d’Ys", "office de tourisme", true),
            ("@vigie", "vigie", false),
            ("https://vigie.example/a", "vigie", false),
            ("vigies", "vigie", false),
            ("Vigie et @vigie", "vigie", true),
            ("", "vigie", false),
            ("vigie", "", false),
        ];
        for (text, name, expected) in cases {
            assert_eq!(cites(text, name), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_mention_stands_in_the_text(text in "[@a-z. é_]{0,60}") {
            for handle in mentions(&text) {
                let with_sign = format!("@{handle}");
                prop_assert!(text.contains(&with_sign));
            }
        }
    }
}
