//! Reads a whole catalogue and names what a translator or a typographer would send back: messages
//! of one language only, variables that differ, references to nothing, faulty French spacing.
//! Not for style or spelling.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

use crate::Lang;

mod typography;

/// One thing to repair in a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Language of the message.
    pub lang: Lang,
    /// File of the message, as the caller named it.
    pub file: String,
    /// Message, or `message.attribute`, or `-term`.
    pub key: String,
    /// What is wrong with it.
    pub flaw: Flaw,
}

/// What can be wrong with a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Flaw {
    /// The file is not Fluent.
    #[error("is not readable: {0}")]
    Unreadable(String),
    /// The other language has no such message.
    #[error("is missing in {0}")]
    MissingIn(Lang),
    /// The other language's message takes other variables.
    #[error("takes {here:?}, and {there:?} in {other}")]
    OtherVariables {
        /// Variables of this message.
        here: BTreeSet<String>,
        /// The language compared with.
        other: Lang,
        /// Variables of its message.
        there: BTreeSet<String>,
    },
    /// It refers to a message or term nobody defines in its language.
    #[error("refers to {0:?}, which does not exist")]
    UnknownReference(String),
    /// French text against the typographer's rules.
    #[error("{fault}, near {near:?}")]
    Typography {
        /// The rule, in words.
        fault: &'static str,
        /// A few characters around the place.
        near: String,
    },
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}: {} {}", self.lang, self.file, self.key, self.flaw)
    }
}

/// What one pattern contains.
#[derive(Default)]
struct Read {
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
    typography: Vec<(&'static str, String)>,
}

/// Everything to repair in the catalogue, sorted; empty when it is sound.
#[must_use]
pub fn lint<'a>(entries: impl IntoIterator<Item = (Lang, &'a str, &'a str)>) -> Vec<Finding> {
    let mut findings = BTreeSet::new();
    let mut read: BTreeMap<(Lang, String), (&'a str, Read)> = BTreeMap::new();
    for (lang, file, text) in entries {
        match parser::parse(text) {
            Ok(resource) => {
                for entry in resource.body {
                    collect(lang, file, &entry, &mut read);
                }
            }
            Err((_, errors)) => {
                for error in errors {
                    let flaw = Flaw::Unreadable(error.to_string());
                    findings.insert(Finding { lang, file: file.to_owned(), key: String::new(), flaw });
                }
            }
        }
    }
    for ((lang, key), (file, contents)) in &read {
        let flaws = own_flaws(*lang, contents, &read).chain(flaws_against_others(*lang, key, contents, &read));
        findings.extend(flaws.map(|flaw| Finding { lang: *lang, file: (*file).to_owned(), key: key.clone(), flaw }));
    }
    findings.into_iter().collect()
}

type Catalogue<'a> = BTreeMap<(Lang, String), (&'a str, Read)>;

fn own_flaws<'r>(lang: Lang, contents: &'r Read, read: &'r Catalogue<'_>) -> impl Iterator<Item = Flaw> + 'r {
    let unknown = contents
        .references
        .iter()
        .filter(move |name| !read.contains_key(&(lang, (*name).clone())))
        .map(|name| Flaw::UnknownReference(name.clone()));
    let spacing = contents.typography.iter().map(|(fault, near)| Flaw::Typography { fault, near: near.clone() });
    unknown.chain(spacing)
}

fn flaws_against_others<'r>(
    lang: Lang,
    key: &'r str,
    contents: &'r Read,
    read: &'r Catalogue<'_>,
) -> impl Iterator<Item = Flaw> + 'r {
    // A term is a language's own convenience: the other may not need it.
    let others = if key.starts_with('-') { [].iter() } else { Lang::ALL.iter() };
    others.copied().filter(move |other| *other != lang).filter_map(move |other| {
        let Some((_, there)) = read.get(&(other, key.to_owned())) else {
            return Some(Flaw::MissingIn(other));
        };
        // Said once, on the first language of the pair.
        (lang < other && there.variables != contents.variables).then(|| Flaw::OtherVariables {
            here: contents.variables.clone(),
            other,
            there: there.variables.clone(),
        })
    })
}

fn collect<'a>(lang: Lang, file: &'a str, entry: &Entry<&str>, into: &mut Catalogue<'a>) {
    let (name, value, attributes) = match entry {
        Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
        Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => return,
    };
    for attribute in attributes {
        into.insert((lang, format!("{name}.{}", attribute.id.name)), (file, read_pattern(lang, &attribute.value)));
    }
    into.insert((lang, name), (file, value.map(|value| read_pattern(lang, value)).unwrap_or_default()));
}

fn read_pattern(lang: Lang, pattern: &Pattern<&str>) -> Read {
    let mut read = Read::default();
    walk_pattern(lang, pattern, &mut read);
    read
}

fn walk_pattern(lang: Lang, pattern: &Pattern<&str>, read: &mut Read) {
    // A placeable stands for a word: `{ $n } :` must be judged with something before the colon.
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(&unescaped(value));
            }
            PatternElement::Placeable { expression } => {
                text.push('x');
                walk_expression(lang, expression, read);
            }
        }
    }
    if lang == Lang::Fr {
        read.typography.extend(typography::french(&text));
    }
}

fn unescaped(literal: &str) -> String {
    let mut text = String::new();
    fluent_syntax::unicode::unescape_unicode(&mut text, literal).map_or_else(|_| literal.to_owned(), |()| text)
}

fn walk_expression(lang: Lang, expression: &Expression<&str>, read: &mut Read) {
    match expression {
        Expression::Select { selector, variants } => {
            walk_inline(lang, selector, read);
            for variant in variants {
                walk_pattern(lang, &variant.value, read);
            }
        }
        Expression::Inline(inline) => walk_inline(lang, inline, read),
    }
}

fn walk_inline(lang: Lang, inline: &InlineExpression<&str>, read: &mut Read) {
    let arguments = match inline {
        InlineExpression::VariableReference { id } => {
            read.variables.insert(id.name.to_owned());
            None
        }
        InlineExpression::MessageReference { id, attribute } => {
            let name = attribute.as_ref().map_or(id.name.to_owned(), |part| format!("{}.{}", id.name, part.name));
            read.references.insert(name);
            None
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            read.references.insert(format!("-{}", id.name));
            arguments.as_ref()
        }
        InlineExpression::FunctionReference { arguments, .. } => Some(arguments),
        InlineExpression::Placeable { expression } => {
            walk_expression(lang, expression, read);
            None
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => None,
    };
    for argument in arguments.into_iter().flat_map(|arguments| &arguments.positional) {
        walk_inline(lang, argument, read);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(fr: &str, en: &str) -> Vec<String> {
        lint([(Lang::Fr, "x.ftl", fr), (Lang::En, "x.ftl", en)]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_sound_catalogue_has_no_finding() {
        let fr = "\
-marque = Vigie
hello = Bonjour { $name }\u{202f}: { $n ->
    [one] une arrivée
   *[other] { $n } arrivées
 } dans { -marque }
see = { hello }
    .title = Voir « {\"\\u202F\"}tout{\"\\u202F\"} »
";
        let en = "hello = Hello { $name }: { NUMBER($n) } arrivals\nsee = { hello }\n    .title = See it all\n";
        let fr = fr.replace("« {", "«{").replace("} »", "}»");
        assert_eq!(findings(&fr, en), Vec::<String>::new());
    }

    #[test]
    fn languages_must_agree_on_messages_attributes_and_variables() {
        assert_eq!(
            findings("a = { $n } de { $m }\nb = Oui\n    .hint = Aide\n", "a = { $n }\nb = Yes\nc = Only\n"),
            [
                "fr/x.ftl: a takes {\"m\", \"n\"}, and {\"n\"} in en",
                "fr/x.ftl: b.hint is missing in en",
                "en/x.ftl: c is missing in fr",
            ]
        );
    }

    #[test]
    fn a_reference_must_lead_somewhere() {
        assert_eq!(
            findings("a = { -brand } { b }\n", "a = Brand\n"),
            [
                "fr/x.ftl: a refers to \"-brand\", which does not exist",
                "fr/x.ftl: a refers to \"b\", which does not exist",
            ]
        );
    }

    #[test]
    fn french_spacing_is_checked_in_every_variant_and_around_placeables() {
        let found = findings("a = { $n ->\n    [one] Une ?\n   *[other] { $n } : plusieurs\n }\n", "a = { $n }\n");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|line| line.contains("plain space before")));
    }

    #[test]
    fn unreadable_files_are_findings_too() {
        let found = findings("a Oui\n", "");
        assert!(found.first().is_some_and(|line| line.contains("is not readable")), "{found:?}");
    }
}
