//! How each source of a space is: when it was last fed, what stretch it tells about, whether it is time to feed it
//! again. Says nothing about figures; `measure` has its own freshness for those.

use model::Millis;
use store::history::ImportRow;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Exports are made by the week or the month: what tells about last week is up to date, beyond five weeks a month
/// is missing.
const FRESH: i64 = 8 * DAY;
const DUE: i64 = 35 * DAY;

/// How fresh a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It tells about these days.
    Fresh,
    /// Time to feed it again.
    Due,
    /// A month or more is missing.
    Late,
    /// What it tells has no date.
    Undated,
}

impl Freshness {
    /// By the newest moment told.
    pub const fn of(newest: Option<Millis>, now: Millis) -> Self {
        let Some(newest) = newest else { return Self::Undated };
        match now.0 - newest.0 {
            age if age <= FRESH => Self::Fresh,
            age if age <= DUE => Self::Due,
            _ => Self::Late,
        }
    }

    /// Its word, in messages `sources-freshness-WORD`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Due => "due",
            Self::Late => "late",
            Self::Undated => "undated",
        }
    }

    /// Classes of its chip.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Fresh => "chip chip-gain",
            Self::Due => "chip chip-signal",
            Self::Late => "chip chip-loss",
            Self::Undated => "chip",
        }
    }

    /// Icon of its chip.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Fresh => "check",
            Self::Due => "clock",
            Self::Late => "alert",
            Self::Undated => "info",
        }
    }
}

/// One format that feeds a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The format's id.
    pub format: String,
    /// How many imports.
    pub imports: usize,
    /// When the last one was.
    pub last: Millis,
    /// The oldest and the newest moment told.
    pub span: Option<(Millis, Millis)>,
}

impl Source {
    /// The sources of a space, from its imports; the one fed last comes first.
    pub fn of(imports: &[ImportRow]) -> Vec<Self> {
        let mut sources: Vec<Self> = Vec::new();
        for row in imports {
            let span = row.oldest_at.zip(row.newest_at).map(|(oldest, newest)| (Millis(oldest), Millis(newest)));
            match sources.iter_mut().find(|source| source.format == row.format) {
                Some(source) => {
                    source.imports += 1;
                    source.last = source.last.max(Millis(row.at));
                    source.span = match (source.span, span) {
                        (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
                        (one, other) => one.or(other),
                    };
                }
                None => sources.push(Self { format: row.format.clone(), imports: 1, last: Millis(row.at), span }),
            }
        }
        sources.sort_by_key(|source| std::cmp::Reverse(source.last));
        sources
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(format: &str, at: i64, told: Option<(i64, i64)>) -> ImportRow {
        ImportRow {
            id: 1,
            space_id: 1,
            person_id: None,
            format: format.to_owned(),
            name: String::new(),
            at,
            rows_read: 0,
            posts: 0,
            facts: 0,
            observations: 0,
            visits: 0,
            answers: 0,
            duplicates: 0,
            bad: 0,
            seen: "[]".to_owned(),
            bad_lines: "[]".to_owned(),
            oldest_at: told.map(|(from, _)| from),
            newest_at: told.map(|(_, to)| to),
        }
    }

    #[test]
    fn a_week_is_fresh_and_five_are_late() {
        let now = Millis(100 * DAY);
        for (newest, expected) in [
            (Some(100), Freshness::Fresh),
            (Some(92), Freshness::Fresh),
            (Some(91), Freshness::Due),
            (Some(65), Freshness::Due),
            (Some(64), Freshness::Late),
            (None, Freshness::Undated),
        ] {
            assert_eq!(Freshness::of(newest.map(|day| Millis(day * DAY)), now), expected, "{newest:?}");
        }
    }

    #[test]
    fn imports_of_one_format_are_one_source() {
        let rows = [row("feed", 9, None), row("x-overview", 8, Some((3, 7))), row("x-overview", 5, Some((1, 4)))];
        let sources = Source::of(&rows);
        assert_eq!(sources.len(), 2);
        assert_eq!((sources[0].format.as_str(), sources[0].span), ("feed", None));
        assert_eq!((sources[1].imports, sources[1].span), (2, Some((Millis(1), Millis(7)))));
    }
}
