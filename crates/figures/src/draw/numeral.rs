//! One figure as a big numeral; and the quiet frame that says that there is none.

use super::{Plot, hue};
use crate::card::remedy;
use crate::change::{Change, Tone};
use crate::grid::reading;
use crate::number::count;
use crate::size::Size;
use crate::status::{absence, status_text};
use crate::subject::Subject;
use ink::mark::{Anchor, Word};
use ink::text::{LEADING, Weight, size as letters, width, wrapped};
use ink::{Element, Hue};
use measure::answer::Status;

/// The numeral, its change, and its status when it is not whole.
pub fn draw(subject: &Subject<'_>, size: Size) -> Plot {
    let Some(row) = subject.series.rows.first() else { return nothing(subject, size) };
    let now = reading(Some(&row.figure));
    let Some(value) = now.value() else { return nothing(subject, size) };
    let text = subject.amount(value);
    let wanted = if size.width >= 480.0 { 72.0 } else { 56.0 };
    // A number too long for its card is set smaller, never cut.
    let letter = wanted * (size.width / width(&text, wanted, Weight::Strong)).min(1.0);
    let colour = hue(subject, value);
    let dress = if colour == Hue::Sea { "ink-word".to_owned() } else { format!("ink-label {}", colour.class()) };
    let mut y = letter;
    let mut marks = vec![Word::new(text, letter).dressed(dress).strong().on(0.0, y)];
    let mut say = |text: &str, dress: &str, marks: &mut Vec<Element>| {
        for line in wrapped(text, size.width, letters::BODY, Weight::Regular, 3) {
            y += letters::BODY * LEADING + 6.0;
            marks.push(Word::new(line, letters::BODY).dressed(dress).on(0.0, y));
        }
    };
    if let Some(change) = Change::of(row, subject.indicator(), subject.answer, subject.voice) {
        let dress = match change.tone {
            Tone::Good => "ink-label ink-gain",
            Tone::Bad => "ink-label ink-loss",
            Tone::Neutral => "ink-aside",
        };
        say(&change.text(), dress, &mut marks);
    }
    if row.figure.status != Status::Measured {
        say(&crate::value::capital(&status_text(row.figure.status, subject.voice)), "ink-aside", &mut marks);
    }
    Plot::of(marks, y + 8.0)
}

/// A dotted frame with what is known of the absence and what to do about it.
pub fn nothing(subject: &Subject<'_>, size: Size) -> Plot {
    let first = subject.series.rows.first().map_or(Status::Missing, |row| row.figure.status);
    let same = subject.series.rows.iter().all(|row| row.figure.status == first);
    let status = if same { first } else { Status::Missing };
    let mut lines = vec![(crate::value::capital(&absence(status, subject.voice)), Weight::Strong)];
    if !matches!(status, Status::Pending | Status::NotDefined) {
        let room = (size.width - 48.0).min(460.0);
        let advice = wrapped(&remedy(subject.indicator(), subject.voice), room, letters::BODY, Weight::Regular, 4);
        lines.extend(advice.into_iter().map(|line| (line, Weight::Regular)));
    }
    let step = letters::BODY * LEADING;
    let height = 56.0 + count(lines.len()) * step;
    let frame = Element::new("rect")
        .class("ink-missing")
        .set("x", 0.5)
        .set("y", 0.5)
        .set("width", size.width - 1.0)
        .set("height", height - 1.0);
    let mut marks = vec![frame];
    for (n, (line, weight)) in lines.into_iter().enumerate() {
        let word = Word::new(line, letters::BODY).anchored(Anchor::Middle);
        let word = if weight == Weight::Strong { word } else { word.dressed("ink-aside") };
        marks.push(word.on(size.width / 2.0, 28.0 + step * (count(n) + 0.8)));
    }
    Plot::of(marks, height)
}
