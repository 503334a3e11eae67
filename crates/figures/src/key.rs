//! The words of split keys: closed lists through messages, names as they are.

use measure::answer::Key;
use measure::ask::Split;
use model::Network;
use phrases::Voice;

/// Letters of a post's title in a row.
const TITLE: usize = 64;

/// What people call a key.
#[must_use]
pub fn key_text(key: &Key, voice: &Voice) -> String {
    let list = match key.split {
        Split::Network => "network",
        Split::Kind => "kind",
        Split::ContentType => "content-type",
        Split::Channel => "channel",
        // A host may belong to a network or be unknown; both have words, hosts have their own name.
        Split::Referrer => "referrer",
        Split::Client | Split::Space | Split::Post | Split::Person => "",
    };
    // Only letters may name a message: a host or a title never reaches the catalogue.
    let is_word =
        !key.id.is_empty() && key.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if is_word && !list.is_empty() {
        for message in [format!("{list}-{}", key.id), format!("network-{}", key.id)] {
            if voice.phrases().has(voice.lang(), &message) {
                return voice.say(&message);
            }
        }
    }
    if key.split == Split::Post && !key.label.trim().is_empty() {
        let title: String = clipped(&key.label, TITLE);
        return voice.say_with("key-post", &[("title", title.as_str().into())]);
    }
    let is_unknown = key.id == "unknown" && key.label == key.id;
    if is_unknown || key.label.trim().is_empty() { voice.say("key-unknown") } else { key.label.clone() }
}

/// The first letters of a text on one line, cut between two words where it is cut.
#[must_use]
pub fn clipped(text: &str, letters: usize) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        let wanted = line.chars().count() + usize::from(!line.is_empty()) + word.chars().count();
        if wanted > letters {
            if line.is_empty() {
                line.extend(word.chars().take(letters));
            }
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The name of a network: « Facebook », "blog".
#[must_use]
pub fn network_text(network: Network, voice: &Voice) -> String {
    voice.say(&format!("network-{network}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{key, voice};
    use phrases::Lang;

    #[test]
    fn closed_lists_have_words_and_names_stay() {
        for (split, id, label, fr, en) in [
            (Split::Network, "x", "x", "X", "X"),
            (Split::Network, "site", "site", "Site", "Site"),
            (Split::ContentType, "photo", "photo", "Photo", "Photo"),
            (Split::Channel, "organic_search", "organic_search", "Moteurs de recherche", "Organic search"),
            (Split::Kind, "reply_received", "reply_received", "Réponses reçues", "Replies received"),
            (Split::Referrer, "example.org", "example.org", "example.org", "example.org"),
            (Split::Referrer, "facebook", "facebook", "Facebook", "Facebook"),
            (Split::Person, "unknown", "unknown", "Non précisé", "Not specified"),
            (Split::Space, "x", "Port de Brume", "Port de Brume", "Port de Brume"),
            (Split::Post, "7", "La brume se lève", "«\u{202f}La brume se lève\u{202f}»", "“La brume se lève”"),
        ] {
            assert_eq!(key_text(&key(split, id, label), &voice(Lang::Fr)), fr);
            assert_eq!(key_text(&key(split, id, label), &voice(Lang::En)), en);
        }
    }

    #[test]
    fn a_text_is_cut_between_two_words() {
        for (text, letters, line) in [
            ("La brume  se\nlève", 16, "La brume se lève"),
            ("La brume se lève", 15, "La brume se…"),
            ("Anticonstitutionnellement", 8, "Anticons…"),
            ("", 8, ""),
        ] {
            assert_eq!(clipped(text, letters), line);
        }
    }

    #[test]
    fn every_entry_of_every_list_has_words() {
        let voice = voice(Lang::Fr);
        let words = (Network::ALL.iter().map(|one| format!("network-{one}")))
            .chain(model::FactKind::ALL.iter().map(|one| format!("kind-{one}")))
            .chain(model::ContentType::ALL.iter().map(|one| format!("content-type-{one}")))
            .chain(Split::ALL.iter().map(|one| format!("split-{one}")));
        for word in words {
            assert!(voice.phrases().has(Lang::Fr, &word), "{word}");
        }
    }
}
