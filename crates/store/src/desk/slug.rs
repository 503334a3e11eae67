//! Slugs: the word of a client or a space in addresses and on the command line. Plain ASCII, made of the name.

/// Longest slug made of a name; a number behind it may add a few characters.
const LONGEST: usize = 60;

/// The slug of a name: `Office de tourisme d’Évian` gives `office-de-tourisme-d-evian`. Empty when the name holds
/// neither letter nor digit.
pub fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for letter in deunicode::deunicode(name).chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(LONGEST);
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// What a list of names is sorted by: letters without accent or case, the same on both engines.
pub(super) fn sort_key(name: &str) -> String {
    deunicode::deunicode(name).to_lowercase()
}

/// Slugs to try one after the other: the name's own, then with each of the given words behind, then numbered.
pub(super) fn candidates(name: &str, fallback: &str, behind: &str) -> impl Iterator<Item = String> + use<> {
    let first = match slug_of(name) {
        slug if slug.is_empty() => fallback.to_owned(),
        slug => slug,
    };
    let second = if behind.is_empty() { None } else { Some(format!("{first}-{behind}")) };
    let numbered = second.clone().unwrap_or_else(|| first.clone());
    std::iter::once(first).chain(second).chain((2_u32..).map(move |n| format!("{numbered}-{n}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_become_words_of_addresses() {
        let cases = [
            ("Office de tourisme d’Évian", "office-de-tourisme-d-evian"),
            ("  L'Œuvre & Cie !  ", "l-oeuvre-cie"),
            ("Zażółć", "zazolc"),
            ("Straße 12", "strasse-12"),
            ("北京", "bei-jing"),
            ("???", ""),
            ("", ""),
        ];
        for (name, slug) in cases {
            assert_eq!(slug_of(name), slug, "{name}");
        }
    }

    #[test]
    fn a_taken_slug_gets_the_network_then_a_number() {
        let spaces: Vec<_> = candidates("Acme", "space", "x").take(4).collect();
        assert_eq!(spaces, ["acme", "acme-x", "acme-x-2", "acme-x-3"]);
        let clients: Vec<_> = candidates("!", "client", "").take(3).collect();
        assert_eq!(clients, ["client", "client-2", "client-3"]);
    }

    proptest! {
        #[test]
        fn any_name_gives_a_plain_short_word(name in ".*") {
            let slug = slug_of(&name);
            prop_assert!(slug.len() <= LONGEST);
            prop_assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
            prop_assert_eq!(slug_of(&slug), slug);
        }
    }
}
