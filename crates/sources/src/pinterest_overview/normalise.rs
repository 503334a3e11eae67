//! Pinterest's days → daily figures of the space, and what people should know of the rest of the file.

use super::wire::{Day, Overview};
use crate::contract::Note;
use crate::figures::day_flow;
use model::Piece;

/// The figures of one day. Pinterest does not say in which zone it cuts days.
pub fn pieces(day: &Day) -> Vec<Piece> {
    day.figures.iter().map(|(metric, value)| day_flow(*metric, *value, day.date, None)).collect()
}

/// What people should know. The best boards and pins count a period, not a lifetime: nothing is kept of them.
pub fn notes(overview: &Overview) -> Vec<Note> {
    let (from, to) = overview.range;
    let days = |title: &String| {
        Note::new("metric-days", [("title", title.clone()), ("from", from.to_string()), ("to", to.to_string())])
    };
    let mut notes: Vec<Note> = overview.titles.iter().map(days).collect();
    notes.push(Note::new("day-zone-unknown", []));
    if overview.empty > 0 {
        notes.push(Note::new("days-empty", [("count", overview.empty.to_string())]));
    }
    if !overview.left_out.is_empty() {
        notes.push(Note::new("blocks-left-out", [("titles", overview.left_out.join(" · "))]));
    }
    for (title, ranked) in overview.ranked.iter().filter(|(_, ranked)| ranked.lines > 0) {
        let twice = ranked.lines.saturating_sub(u64::try_from(ranked.links.len()).unwrap_or(ranked.lines));
        notes.push(Note::new(
            "pinterest-best",
            [
                ("title", title.clone()),
                ("lines", ranked.lines.to_string()),
                ("sum", ranked.sum.to_string()),
                ("twice", twice.to_string()),
            ],
        ));
    }
    notes
}
