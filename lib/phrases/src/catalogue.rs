//! The messages of every language, checked once and then only read.
//! Not for the wording itself: the caller brings the texts.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::{Lang, Value, Voice, number};

/// Why a catalogue cannot be used. The file is the name the caller gave.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// The text is not Fluent.
    #[error("{lang}/{file}, line {line}: {reason}")]
    Syntax {
        /// Language of the file.
        lang: Lang,
        /// Name of the file.
        file: String,
        /// Line where the parser stopped, from 1.
        line: usize,
        /// The parser's words.
        reason: String,
    },
    /// Two messages of one language share a name.
    #[error("{lang}/{file}: the message {key:?} is defined twice in this language")]
    Duplicate {
        /// Language of the file.
        lang: Lang,
        /// The file with the second definition.
        file: String,
        /// Name of the message.
        key: String,
    },
    /// The Fluent library refused to start.
    #[error("{lang}: {reason}")]
    Setup {
        /// Language that could not be prepared.
        lang: Lang,
        /// The library's words.
        reason: String,
    },
}

/// Something asked of the catalogue that it could not give. The page was still written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Language asked for.
    pub lang: Lang,
    /// Message asked for.
    pub key: String,
    /// What went wrong, in words.
    pub reason: String,
}

/// The messages of every language. Cheap to clone; safe to share between threads.
#[derive(Clone)]
pub struct Phrases {
    inner: Arc<Inner>,
}

struct Inner {
    bundles: BTreeMap<Lang, FluentBundle<FluentResource>>,
    keys: BTreeMap<Lang, BTreeSet<String>>,
    faults: Mutex<BTreeSet<Fault>>,
}

/// Faults kept for inspection; a broken page asked a million times must not fill the memory.
const FAULTS_KEPT: usize = 1000;

impl Phrases {
    /// Checks and keeps the texts: one `(language, file name, Fluent text)` per file. A syntax error
    /// or a message defined twice in one language refuses the whole catalogue.
    pub fn new<'a>(entries: impl IntoIterator<Item = (Lang, &'a str, &'a str)>) -> Result<Self, CatalogueError> {
        let mut bundles = BTreeMap::new();
        for lang in Lang::ALL {
            bundles.insert(lang, new_bundle(lang)?);
        }
        let mut keys: BTreeMap<Lang, BTreeSet<String>> = BTreeMap::new();
        for (lang, file, text) in entries {
            let resource = parse(lang, file, text)?;
            keys.entry(lang).or_default().extend(message_names(&resource));
            if let Some(bundle) = bundles.get_mut(&lang) {
                bundle.add_resource(resource).map_err(|errors| refusal(lang, file, &errors))?;
            }
        }
        Ok(Self { inner: Arc::new(Inner { bundles, keys, faults: Mutex::default() }) })
    }

    /// The voice that speaks one language.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> Voice {
        Voice::new(self.clone(), lang)
    }

    /// The names of the messages of one language, sorted; attributes are not listed.
    pub fn keys(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.inner.keys.get(&lang).into_iter().flatten().map(String::as_str)
    }

    /// Whether a message exists in a language.
    #[must_use]
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.inner.keys.get(&lang).is_some_and(|keys| keys.contains(key))
    }

    /// Everything asked for and not found, or not given, since the catalogue was made (each once, at
    /// most a thousand). A test of pages ends by asserting that this is empty.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.inner.faults.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    fn note(&self, lang: Lang, key: &str, reason: String) {
        let mut faults = self.inner.faults.lock().unwrap_or_else(PoisonError::into_inner);
        if faults.len() < FAULTS_KEPT {
            faults.insert(Fault { lang, key: key.to_owned(), reason });
        }
    }

    pub(crate) fn format(&self, lang: Lang, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, attribute)| (name, Some(attribute)));
        let found = self.inner.bundles.get(&lang).and_then(|bundle| {
            let message = bundle.get_message(name)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            Some((bundle, pattern))
        });
        let Some((bundle, pattern)) = found else {
            self.note(lang, key, "no such message".to_owned());
            return format!("⟦{key}⟧");
        };
        let mut fluent_args = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent_args.set(*name, value.to_fluent());
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&fluent_args), &mut errors).into_owned();
        for error in errors {
            self.note(lang, key, error.to_string());
        }
        text
    }
}

fn new_bundle(lang: Lang) -> Result<FluentBundle<FluentResource>, CatalogueError> {
    let setup = |reason: String| CatalogueError::Setup { lang, reason };
    // British rules: the region changes nothing in plurals, and dates are ours.
    let locale = lang.code().parse().map_err(|error| setup(format!("{error:?}")))?;
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Isolating marks protect mixed left-to-right and right-to-left text; here they would only end up in copied text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Fr => |value: &FluentValue<'_>, _: &_| number_in(Lang::Fr, value),
        Lang::En => |value: &FluentValue<'_>, _: &_| number_in(Lang::En, value),
    }));
    bundle.add_builtins().map_err(|error| setup(error.to_string()))?;
    Ok(bundle)
}

fn number_in(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            let least = number.options.minimum_fraction_digits.unwrap_or(0);
            let most = number.options.maximum_fraction_digits.unwrap_or(3).max(least);
            Some(number::trimmed(lang, number.value, least, most))
        }
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

fn parse(lang: Lang, file: &str, text: &str) -> Result<FluentResource, CatalogueError> {
    FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let (at, reason) =
            errors.first().map_or((0, "unreadable".to_owned()), |error| (error.pos.start, error.kind.to_string()));
        let line = 1 + text.get(..at).unwrap_or(text).matches('\n').count();
        CatalogueError::Syntax { lang, file: file.to_owned(), line, reason }
    })
}

fn message_names(resource: &FluentResource) -> Vec<String> {
    resource
        .entries()
        .filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect()
}

fn refusal(lang: Lang, file: &str, errors: &[FluentError]) -> CatalogueError {
    match errors.first() {
        Some(FluentError::Overriding { id, .. }) => {
            CatalogueError::Duplicate { lang, file: file.to_owned(), key: id.clone() }
        }
        Some(other) => CatalogueError::Setup { lang, reason: other.to_string() },
        None => CatalogueError::Setup { lang, reason: format!("{file} was refused without a reason") },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const FR: &str = "\
new-followers = { $n ->
    [0] Aucun abonné de plus
    [one] { $n } abonné de plus
   *[other] { $n } abonnés de plus
 }
greeting = Bonjour { $name }
field = Adresse
    .hint = Celle de la page
exact = { NUMBER($n, minimumFractionDigits: 2) }
";

    fn french() -> Voice {
        Phrases::new([(Lang::Fr, "test.ftl", FR)]).unwrap().in_language(Lang::Fr)
    }

    #[test]
    fn plurals_and_numbers_follow_the_language() {
        let voice = french();
        for (n, expected) in [
            (0.0, "Aucun abonné de plus"),
            (1.0, "1 abonné de plus"),
            (1.5, "1,5 abonné de plus"),
            (2.0, "2 abonnés de plus"),
            (12_345.0, "12\u{202f}345 abonnés de plus"),
        ] {
            assert_eq!(voice.say_with("new-followers", &[("n", Value::Number(n))]), expected);
        }
        assert_eq!(voice.say_with("exact", &[("n", 3_u32.into())]), "3,00");
    }

    #[test]
    fn texts_and_attributes_have_no_isolating_marks() {
        let voice = french();
        assert_eq!(voice.say_with("greeting", &[("name", "Ana".into())]), "Bonjour Ana");
        assert_eq!(voice.say("field.hint"), "Celle de la page");
        assert!(voice.phrases().faults().is_empty());
    }

    #[test]
    fn a_missing_message_or_argument_shows_and_is_recorded() {
        let voice = french();
        assert_eq!(voice.say("nowhere"), "⟦nowhere⟧");
        assert_eq!(voice.say("field.nowhere"), "⟦field.nowhere⟧");
        assert_eq!(voice.say("greeting"), "Bonjour {$name}");
        let keys: Vec<_> = voice.phrases().faults().into_iter().map(|fault| fault.key).collect();
        assert_eq!(keys, ["field.nowhere", "greeting", "nowhere"]);
    }

    #[test]
    fn duplicates_and_syntax_errors_name_the_file() {
        let duplicate = Phrases::new([(Lang::En, "a.ftl", "yes = Yes\n"), (Lang::En, "b.ftl", "yes = Aye\n")]);
        assert_eq!(
            duplicate.err().unwrap().to_string(),
            "en/b.ftl: the message \"yes\" is defined twice in this language"
        );
        let broken = Phrases::new([(Lang::Fr, "c.ftl", "one = Un\ntwo Deux\n")]);
        assert_eq!(broken.err().unwrap().to_string(), "fr/c.ftl, line 2: Expected a token starting with \"=\"");
    }

    #[test]
    fn the_same_key_in_two_languages_is_no_duplicate() {
        let phrases = Phrases::new([(Lang::Fr, "a.ftl", "yes = Oui\n"), (Lang::En, "a.ftl", "yes = Yes\n")]).unwrap();
        assert_eq!(phrases.in_language(Lang::En).say("yes"), "Yes");
        assert_eq!(phrases.in_language(Lang::Fr).say("yes"), "Oui");
        assert_eq!(phrases.keys(Lang::Fr).collect::<Vec<_>>(), ["yes"]);
        assert!(phrases.has(Lang::En, "yes") && !phrases.has(Lang::En, "no"));
    }
}
