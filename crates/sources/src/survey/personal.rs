//! What is never kept of a respondent: columns that ask who they are, and addresses written into any answer.

use crate::table::columns::fold;
use std::net::IpAddr;

/// Questions and columns that are a name, an address or a number, word for word.
const WHO: &[&str] = &[
    "name",
    "your name",
    "full name",
    "first name",
    "last name",
    "surname",
    "username",
    "user name",
    "nom",
    "votre nom",
    "nom complet",
    "nom de famille",
    "prenom",
    "votre prenom",
    "nom et prenom",
    "prenom et nom",
    "nom, prenom",
    "nom d'utilisateur",
    "email",
    "your email",
    "e-mail",
    "your e-mail",
    "mail",
    "mel",
    "courriel",
    "votre email",
    "votre e-mail",
    "votre mail",
    "votre courriel",
    "phone",
    "phone number",
    "telephone",
    "numero de telephone",
    "ip",
    "ipaddr",
    "token",
    "jeton",
    "access code",
    "code d'acces",
];

/// Words that only stand where an address is asked for.
const ADDRESS: &[&str] = &[
    "email address",
    "e-mail address",
    "mail address",
    "ip address",
    "adresse mail",
    "adresse email",
    "adresse e-mail",
    "adresse electronique",
    "adresse de courriel",
    "adresse courriel",
    "adresse de messagerie",
    "adresse ip",
];

/// Whether a column asks who the respondent is.
pub fn asks_who(header: &str) -> bool {
    let folded = fold(header);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    WHO.contains(&bare) || ADDRESS.iter().any(|words| folded.contains(words)) || bare.starts_with("custom data")
}

/// What stands for an address that was taken out.
const TAKEN_OUT: &str = "[…]";

/// The text without addresses of mail and of the network, and whether there were any.
pub fn without_addresses(text: &str) -> (String, bool) {
    if !text.contains(['@', '.', ':']) {
        return (text.to_owned(), false);
    }
    let (mut kept, mut found) = (String::with_capacity(text.len()), false);
    for piece in text.split_inclusive(|c: char| !is_of_address(c)) {
        let end = piece.find(|c: char| !is_of_address(c)).unwrap_or(piece.len());
        let (word, rest) = piece.split_at_checked(end).unwrap_or((piece, ""));
        let bare = word.trim_matches(['.', ':', '-', '_']);
        if is_mail(bare) || (bare.contains(['.', ':']) && bare.parse::<IpAddr>().is_ok()) {
            found = true;
            kept.push_str(&word.replacen(bare, TAKEN_OUT, 1));
        } else {
            kept.push_str(word);
        }
        kept.push_str(rest);
    }
    (kept, found)
}

fn is_of_address(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '@' | '.' | '_' | '-' | '+' | '%' | ':')
}

/// `ada@example.org`, and `mailto:ada@example.org`.
fn is_mail(word: &str) -> bool {
    let Some((before, host)) = word.split_once('@') else { return false };
    let local = before.rsplit(':').next().unwrap_or_default();
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    !local.is_empty() && !name.is_empty() && end.chars().count() >= 2 && end.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_ask_who() {
        for header in [
            "Name",
            "Prénom :",
            "NOM, PRÉNOM",
            "E-mail",
            "Adresse e-mail",
            "Quelle est votre adresse électronique ?",
            "IP Address",
            "Custom Data 1",
            "Nom d’utilisateur",
        ] {
            assert!(asks_who(header), "{header}");
        }
        for header in [
            "How often do you send e-mail newsletters?",
            "Nom de domaine",
            "Which tools do you name first?",
            "Combien de messages par téléphone ?",
        ] {
            assert!(!asks_who(header), "{header}");
        }
    }

    #[test]
    fn addresses_are_taken_out_of_answers() {
        let cases = [
            ("write to ada@example.org, please", "write to […], please", true),
            ("(mailto:ada.l+x@mail.example.org).", "([…]).", true),
            ("from 192.168.1.12 and 2001:db8::1", "from […] and […]", true),
            ("@ada on X, ada@home", "@ada on X, ada@home", false),
            ("https://medium.example/@ada/text.html", "https://medium.example/@ada/text.html", false),
            ("version 3.11, at 10:30", "version 3.11, at 10:30", false),
            ("été 2026", "été 2026", false),
        ];
        for (text, expected, found) in cases {
            assert_eq!(without_addresses(text), (expected.to_owned(), found), "{text}");
        }
    }
}
