//! `measures.ftl` holds a message for everything this crate names, in both languages, and nothing else.

#![allow(clippy::unwrap_used)]
use jiff::civil::date;
use measure::answer::CAVEATS;
use measure::ask::RuleSet;
use measure::indicator::{ALL, Family, Layer, Sample};
use measure::{AskError, Teller};
use model::Metric;
use std::collections::BTreeSet;

fn expected() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for indicator in ALL {
        keys.extend([indicator.name_key(), indicator.short_key(), indicator.formula_key(), indicator.note_key()]);
    }
    keys.extend(Layer::ALL.iter().map(|layer| format!("layer-{layer}")));
    keys.extend(Family::ALL.iter().map(|family| format!("family-{family}")));
    keys.extend(Sample::ALL.iter().map(|sample| format!("sample-{sample}")));
    keys.extend(Teller::ALL.iter().map(|teller| format!("told-by-{teller}")));
    keys.extend(Metric::ALL.iter().map(|metric| format!("metric-{metric}")));
    keys.extend(RuleSet::ALL.iter().flat_map(|rules| [format!("rules-{rules}"), format!("rules-{rules}-note")]));
    keys.extend(CAVEATS.iter().map(|code| format!("caveat-{code}")));
    let given = String::new;
    let errors = [
        AskError::UnknownIndicator(given()),
        AskError::UnknownSplit(given()),
        AskError::TwoGrains,
        AskError::NoSuchSplit { indicator: given(), split: given() },
        AskError::NotADate(given()),
        AskError::EmptyPeriod { from: date(2026, 1, 2), to: date(2026, 1, 1) },
        AskError::UnknownZone(given()),
        AskError::UnknownFilter(given()),
        AskError::UnknownCompare(given()),
        AskError::UnknownRules(given()),
        AskError::TooManyRows { rows: 2, limit: 1 },
    ];
    keys.extend(errors.iter().map(|error| error.code().to_owned()));
    keys
}

#[test]
fn both_languages_say_everything_and_nothing_else() {
    for (language, text) in [
        ("fr", include_str!("../../../locales/fr/measures.ftl")),
        ("en", include_str!("../../../locales/en/measures.ftl")),
    ] {
        let said = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        let said: BTreeSet<String> = said.map(|line| line.split_once(" =").unwrap().0.to_owned()).collect();
        let expected = expected();
        assert_eq!(expected.difference(&said).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in {language}");
        assert_eq!(said.difference(&expected).collect::<Vec<_>>(), Vec::<&String>::new(), "unused in {language}");
    }
}

#[test]
fn indicators_are_listed_once_and_found_by_their_id() {
    let ids: BTreeSet<&str> = ALL.iter().map(|indicator| indicator.id).collect();
    assert_eq!(ids.len(), ALL.len());
    for indicator in ALL {
        assert_eq!(measure::indicator::find(indicator.id), Some(*indicator));
    }
    assert_eq!(measure::indicator::find("moon"), None);
}
