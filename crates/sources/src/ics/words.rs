//! What kind of act an event is, from its categories, else from the words of its title, in both languages.

use crate::table::columns::fold;
use model::FactKind;

/// Stems of words and what they say. The first that a word begins with wins; phrases stand before their words.
const WORDS: &[(&str, Act)] = &[
    ("anniversaire", Act::None),
    ("birthday", Act::None),
    ("conge", Act::None),
    ("vacances", Act::None),
    ("holiday", Act::None),
    ("jour ferie", Act::None),
    ("ferie", Act::None),
    ("absen", Act::None),
    ("out of office", Act::None),
    ("day off", Act::None),
    ("rtt", Act::None),
    ("telephon", Act::Is(FactKind::Call)),
    ("phone", Act::Is(FactKind::Call)),
    ("appel", Act::Is(FactKind::Call)),
    ("call", Act::Is(FactKind::Call)),
    ("coup de fil", Act::Is(FactKind::Call)),
    ("mailing", Act::Is(FactKind::Mail)),
    ("courriel", Act::Is(FactKind::Mail)),
    ("event organised", Act::Is(FactKind::EventOrganised)),
    ("event organized", Act::Is(FactKind::EventOrganised)),
    ("evenement organise", Act::Is(FactKind::EventOrganised)),
    ("nous organisons", Act::Is(FactKind::EventOrganised)),
    ("organisation", Act::Is(FactKind::EventOrganised)),
    ("hosting", Act::Is(FactKind::EventOrganised)),
    ("portes ouvertes", Act::Is(FactKind::EventOrganised)),
    ("intervention", Act::Is(FactKind::Intervention)),
    ("salon", Act::Is(FactKind::EventAttended)),
    ("conference", Act::Is(FactKind::EventAttended)),
    ("colloque", Act::Is(FactKind::EventAttended)),
    ("meetup", Act::Is(FactKind::EventAttended)),
    ("festival", Act::Is(FactKind::EventAttended)),
    ("webinar", Act::Is(FactKind::EventAttended)),
    ("webinaire", Act::Is(FactKind::EventAttended)),
    ("trade fair", Act::Is(FactKind::EventAttended)),
    ("evenement", Act::Is(FactKind::EventAttended)),
    ("event attended", Act::Is(FactKind::EventAttended)),
    ("event", Act::Is(FactKind::EventAttended)),
    ("reunion", Act::Is(FactKind::Meeting)),
    ("rendez-vous", Act::Is(FactKind::Meeting)),
    ("rdv", Act::Is(FactKind::Meeting)),
    ("meeting", Act::Is(FactKind::Meeting)),
];

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// An act of that kind.
    Is(FactKind),
    /// No act at all: a birthday, a day off.
    None,
}

/// What the event is; a meeting when nothing says otherwise.
pub fn act(categories: &[String], summary: &str) -> Act {
    let by_category = categories.iter().find_map(|category| {
        let exact = category.parse().ok().filter(|kind| FactKind::JOURNAL.contains(kind));
        exact.map(Act::Is).or_else(|| by_words(category))
    });
    by_category.or_else(|| by_words(summary)).unwrap_or(Act::Is(FactKind::Meeting))
}

fn by_words(text: &str) -> Option<Act> {
    let folded = fold(text);
    let begins = |stem: &str| {
        folded.match_indices(stem).any(|(at, _)| {
            let before = folded.get(..at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric())
        })
    };
    WORDS.iter().find(|(stem, _)| begins(stem)).map(|(_, act)| *act)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_by_category_then_by_title() {
        let cases: [(&[&str], &str, Act); 10] = [
            (&[], "Comité éditorial", Act::Is(FactKind::Meeting)),
            (&[], "Appel avec la mairie", Act::Is(FactKind::Call)),
            (&[], "Rappel des règles", Act::Is(FactKind::Meeting)),
            (&[], "Phone the printer", Act::Is(FactKind::Call)),
            (&[], "Salon du livre", Act::Is(FactKind::EventAttended)),
            (&[], "Journée portes ouvertes", Act::Is(FactKind::EventOrganised)),
            (&[], "PErson #2's birthday", Act::None),
            (&[], "Congés d’été", Act::None),
            (&["call"], "Salon du livre", Act::Is(FactKind::Call)),
            (&["Work", "Événement organisé"], "Réunion", Act::Is(FactKind::EventOrganised)),
        ];
        for (categories, summary, expected) in cases {
            let categories: Vec<String> = categories.iter().map(|&category| category.to_owned()).collect();
            assert_eq!(act(&categories, summary), expected, "{categories:?} {summary}");
        }
    }
}
