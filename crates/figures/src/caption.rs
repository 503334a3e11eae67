//! The words under a title and behind a picture: measure, unit, period and zone; the description read out to those who
//! do not see it; the note with sources at its foot.

use crate::finding::lowest_and_highest;
use crate::grid::Line;
use crate::period::stretch;
use crate::shape::Shape;
use crate::subject::Subject;
use measure::answer::SourceNote;
use measure::ask::Split;
use std::collections::BTreeSet;

/// Sources named at the foot of a picture; the others are counted.
const NAMED: usize = 3;

/// « Nouveaux abonnés · nombre par jour, par réseau · du 1 au 30 nov. 2026 · Europe/Paris ».
pub fn subtitle(subject: &Subject<'_>, shape: &Shape<'_>) -> String {
    let mut how = subject.say(&format!("figure-unit-{}", subject.indicator().unit));
    if *shape == Shape::Week {
        how = subject.say("figure-mean-by-hour");
    } else if let Some(grain) = subject.grain() {
        // A stand or a rate is not had per day: it is read day by day.
        how = if subject.is_flow() {
            format!("{how} {}", subject.say(&format!("figure-per-{grain}")))
        } else {
            format!("{how}, {}", subject.say(&format!("figure-each-{grain}")))
        };
    }
    for split in splits(subject) {
        how = format!("{how}, {}", subject.say(&format!("figure-by-{split}")));
    }
    let name = match shape {
        Shape::Mirrored { losses } => {
            let other = inside(&subject.say(&losses.indicator.name_key()));
            subject.tell("figure-two-names", &[("a", &subject.name()), ("b", &other)])
        }
        _ => subject.name(),
    };
    [name, how, stretch(subject.answer, subject.voice), subject.answer.zone.clone()].join(" · ")
}

/// A name inside a line, without its capital; one that starts with several capitals is an acronym and keeps them.
fn inside(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

/// The splits of the rows, in the order asked.
pub fn splits(subject: &Subject<'_>) -> Vec<Split> {
    subject.grid.lines.first().map_or_else(Vec::new, |line| line.keys.iter().map(|key| key.split).collect())
}

/// What is drawn, its extremes, its gaps, and where the exact values are.
pub fn description(subject: &Subject<'_>, shape: &Shape<'_>) -> String {
    let mut parts = vec![subject.say(match shape {
        Shape::Nothing => "figure-drawn-nothing",
        Shape::Numeral => "figure-drawn-numeral",
        Shape::Course | Shape::Lines => "figure-drawn-lines",
        Shape::Flow => "figure-drawn-bars",
        Shape::Mirrored { .. } => "figure-drawn-mirrored",
        Shape::Ranking => "figure-drawn-ranking",
        Shape::Panels => "figure-drawn-panels",
        Shape::Stacks => "figure-drawn-stacks",
        Shape::Week => "figure-drawn-week",
    })];
    parts.push(subtitle(subject, shape) + ".");
    if let (Some(line), true) = (subject.single_line(), subject.grid.periods.len() > 1) {
        parts.extend(extremes(subject, line));
    }
    let gaps = subject.grid.lines.iter().flat_map(Line::readings).filter(|one| one.value().is_none()).count();
    if gaps > 0 && subject.grid.any_known() {
        parts.push(subject.number("figure-values-missing", gaps));
    }
    if subject.grid.any_partial() {
        parts.push(subject.say("figure-some-partial"));
    }
    parts.push(subject.say("figure-see-table"));
    parts.join(" ")
}

fn extremes(subject: &Subject<'_>, line: &Line<'_>) -> Option<String> {
    let ((low_at, low), (high_at, high)) = lowest_and_highest(line)?;
    let args = [
        ("low", subject.amount(low)),
        ("low-when", subject.when(low_at)),
        ("high", subject.amount(high)),
        ("high-when", subject.when(high_at)),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Some(subject.tell("figure-extremes", &args))
}

/// The sources of the figures shown, and what was left out.
pub fn note(subject: &Subject<'_>, left_out: usize) -> String {
    let mut parts = Vec::new();
    if left_out > 0 {
        parts.push(subject.number("figure-left-out", left_out));
    }
    let used: BTreeSet<i64> = subject.series.rows.iter().flat_map(|row| row.figure.sources.iter().copied()).collect();
    let sources: Vec<&SourceNote> = subject.answer.sources.iter().filter(|source| used.contains(&source.id)).collect();
    let mut names: Vec<&str> = sources.iter().map(|source| file_name(&source.name)).collect();
    names.sort_unstable();
    names.dedup();
    if !names.is_empty() {
        let shown: Vec<&str> = names.iter().take(NAMED).copied().collect();
        let shown = shown.join(", ");
        let others = names.len().saturating_sub(NAMED);
        let args = [("n", names.len().into()), ("names", shown.as_str().into()), ("others", others.into())];
        let key = if others > 0 { "figure-sources-and-others" } else { "figure-sources" };
        parts.push(subject.voice.say_with(key, &args));
    }
    parts.join(" ")
}

/// The last part of a path or an address: folders of somebody's machine have no place in a picture.
fn file_name(name: &str) -> &str {
    let short = name.trim_end_matches(['/', '\\']);
    short.rsplit(['/', '\\']).next().filter(|last| !last.is_empty()).unwrap_or(name)
}
