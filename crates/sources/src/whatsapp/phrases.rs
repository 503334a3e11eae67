//! What WhatsApp itself writes into a chat, in English and in French: who joined, who left, what stands for a file.

/// What a line of the service tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told<'a> {
    /// These people joined; the exporting person's own name is not known: `None`.
    Joined(Vec<Option<&'a str>>),
    /// These people left or were removed.
    Left(Vec<Option<&'a str>>),
    /// Something else that is known: encryption, subject, picture.
    Notice,
    /// Something that is not known.
    Unknown,
}

/// A way to say that people came or went, around their names.
struct Phrase {
    joined: bool,
    verb: &'static str,
    whom: Whom,
}

/// Whom a phrase concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whom {
    /// The one named before the verb.
    Before,
    /// Those named after it.
    After,
    /// The exporting person.
    Me,
}

const fn phrase(joined: bool, verb: &'static str, whom: Whom) -> Phrase {
    Phrase { joined, verb, whom }
}

/// The verbs, those that hold another first.
const PHRASES: &[Phrase] = &[
    phrase(true, " a rejoint le groupe", Whom::Before),
    phrase(true, " a rejoint en utilisant", Whom::Before),
    phrase(true, " a rejoint via", Whom::Before),
    phrase(true, " avez rejoint", Whom::Before),
    phrase(true, " a été ajouté", Whom::Before),
    phrase(true, " avez été ajouté", Whom::Before),
    phrase(true, " vous a ajouté", Whom::Me),
    phrase(true, " a ajouté ", Whom::After),
    phrase(true, " avez ajouté ", Whom::After),
    phrase(true, " joined", Whom::Before),
    phrase(true, " was added", Whom::Before),
    phrase(true, " were added", Whom::Before),
    phrase(true, " added you", Whom::Me),
    phrase(true, " added ", Whom::After),
    phrase(false, " a quitté", Whom::Before),
    phrase(false, " avez quitté", Whom::Before),
    phrase(false, " a été retiré", Whom::Before),
    phrase(false, " avez été retiré", Whom::Before),
    phrase(false, " a été supprimé", Whom::Before),
    phrase(false, " a retiré ", Whom::After),
    phrase(false, " avez retiré ", Whom::After),
    phrase(false, " a supprimé ", Whom::After),
    phrase(false, " was removed", Whom::Before),
    phrase(false, " were removed", Whom::Before),
    phrase(false, " removed you", Whom::Me),
    phrase(false, " removed ", Whom::After),
    phrase(false, " left", Whom::Before),
];

/// Words of other notices.
const NOTICES: &[&str] = &[
    "chiffré",
    "end-to-end encrypt",
    "a créé le groupe",
    "created group",
    "created this group",
    "a changé",
    "avez changé",
    "a modifié",
    "changed",
    "a supprimé le message",
    "code de sécurité",
    "security code",
    "administrateur",
    "admin",
    "éphémères",
    "disappearing",
    "a épinglé",
    "pinned a message",
    "appel manqué",
    "missed voice call",
    "missed video call",
];

/// Words that only the French interface writes.
const FRENCH: &[&str] = &[
    "chiffré",
    "a quitté",
    "a rejoint",
    "a ajouté",
    "a été ajouté",
    "a créé le groupe",
    "Médias omis",
    " absente",
    " absent",
];

/// What stands for a file that was not exported, or for a message taken back.
const PLACEHOLDERS: &[&str] = &[
    "<médias omis>",
    "<média omis>",
    "<media omitted>",
    "image absente",
    "photo absente",
    "vidéo absente",
    "audio omis",
    "gif retiré",
    "sticker omis",
    "autocollant omis",
    "document omis",
    "image omitted",
    "video omitted",
    "audio omitted",
    "gif omitted",
    "sticker omitted",
    "document omitted",
    "contact card omitted",
    "null",
    "ce message a été supprimé",
    "ce message a été supprimé.",
    "vous avez supprimé ce message",
    "vous avez supprimé ce message.",
    "this message was deleted",
    "this message was deleted.",
    "you deleted this message",
    "you deleted this message.",
];

/// What is added behind a text that was changed.
const EDITED: &[&str] = &["<Ce message a été modifié>", "<Ce message a été modifié.>", "<This message was edited>"];

/// What a line of the service tells.
pub fn told(text: &str) -> Told<'_> {
    let text = text.trim().trim_end_matches('.');
    let notice = NOTICES.iter().any(|notice| text.contains(notice));
    let found = PHRASES.iter().find_map(|phrase| {
        let (before, after) = text.split_once(phrase.verb)?;
        // Names stand in front; a whole sentence in front of a verb is something else.
        let sensible = before.chars().count() <= 100 && !before.contains(['"', '“', '«']);
        sensible.then_some((phrase, before, after))
    });
    match found {
        Some((phrase, before, after)) if !notice => {
            let names = match phrase.whom {
                Whom::Before => vec![person(before)],
                Whom::After => people(after),
                Whom::Me => vec![None],
            };
            if names.is_empty() {
                return Told::Unknown;
            }
            if phrase.joined { Told::Joined(names) } else { Told::Left(names) }
        }
        _ if notice => Told::Notice,
        _ => Told::Unknown,
    }
}

/// `Ana, Bob et Chloé`.
fn people(names: &str) -> Vec<Option<&str>> {
    let parts = names.split(", ").flat_map(|part| part.split(" et ")).flat_map(|part| part.split(" and "));
    parts.map(str::trim).filter(|name| !name.is_empty()).map(person).collect()
}

/// Somebody, or the exporting person.
fn person(name: &str) -> Option<&str> {
    let name = name.trim_matches(|c: char| super::wire::is_mark(c) || c.is_whitespace() || c == '~');
    let own = matches!(name, "You" | "you" | "Vous" | "vous") || name.is_empty();
    (!own).then_some(name)
}

/// Whether only the French interface writes this.
pub fn is_french(text: &str) -> bool {
    FRENCH.iter().any(|words| text.contains(words))
}

/// Whether the text is WhatsApp's own first line, under the name of the group.
pub fn is_encryption_notice(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("end-to-end encrypted") && text.starts_with("messages")
        || text.contains("chiffrés de bout en bout") && text.starts_with("les messages")
}

/// What was said, without what the service adds; `None` when it stands for a file or a message taken back.
pub fn said(text: &str) -> Option<&str> {
    let mut text = text.trim();
    for edited in EDITED {
        text = text.strip_suffix(edited).unwrap_or(text).trim_end();
    }
    let bare = text.trim_matches(|c: char| super::wire::is_mark(c) || c.is_whitespace()).to_lowercase();
    (!bare.is_empty() && !PLACEHOLDERS.contains(&bare.as_str())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_came_and_who_went() {
        let joined = |names: &[&'static str]| Told::Joined(names.iter().map(|name| Some(*name)).collect());
        let left = |names: &[&'static str]| Told::Left(names.iter().map(|name| Some(*name)).collect());
        let cases = [
            ("Chloé a quitté le groupe", left(&["Chloé"])),
            ("Chloé a quitté", left(&["Chloé"])),
            ("Chloé left", left(&["Chloé"])),
            ("Ana a ajouté Bob", joined(&["Bob"])),
            ("Ana a ajouté Bob, Chloé et Zoé", joined(&["Bob", "Chloé", "Zoé"])),
            ("Ana added Bob and Chloé.", joined(&["Bob", "Chloé"])),
            ("Ana removed Bob", left(&["Bob"])),
            ("Ana a retiré Bob", left(&["Bob"])),
            ("Bob a rejoint le groupe à l’aide d’un lien d’invitation", joined(&["Bob"])),
            ("\u{202a}+33 6 12\u{202c} joined using this group's invite link", joined(&["+33 6 12"])),
            ("Bob was added", joined(&["Bob"])),
            ("Bob a été ajouté(e)", joined(&["Bob"])),
            ("You added Bob", joined(&["Bob"])),
            ("Vous avez retiré Bob", left(&["Bob"])),
            ("Ana vous a ajouté(e)", Told::Joined(vec![None])),
            ("Vous avez quitté le groupe", Told::Left(vec![None])),
            ("You left", Told::Left(vec![None])),
            ("Les messages et les appels sont chiffrés de bout en bout.", Told::Notice),
            ("Ana a créé le groupe « Ceux qui ont quitté »", Told::Notice),
            ("Ana changed the subject from \"a\" to \"b left\"", Told::Notice),
            ("Ana ha abandonado el grupo", Told::Unknown),
        ];
        for (text, expected) in cases {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn placeholders_say_nothing() {
        let cases = [
            ("<Médias omis>", None),
            ("\u{200e}image absente", None),
            ("This message was deleted", None),
            ("oui <This message was edited>", Some("oui")),
            (" bonjour ", Some("bonjour")),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
