//! The finding of one figure.

use super::{versus, weakened};
use crate::grid::{Sum, reading};
use crate::period::{date_in_sentence, last_day};
use crate::subject::Subject;
use crate::value::{self, capital};
use measure::indicator::Across;

/// « 409 nouveaux abonnés en 62 jours, 12,5 % de plus que les 62 jours précédents ».
pub fn title(subject: &Subject<'_>) -> String {
    let Some(row) = subject.series.rows.first() else { return String::new() };
    let now = reading(Some(&row.figure));
    let Some(value) = now.value() else { return String::new() };
    let mut title = statement(subject, value);
    let before = reading(row.before.as_deref());
    let whole = !now.is_partial() && !before.is_partial();
    if let (Some(before), Some(against), true) = (before.value(), subject.against(), whole)
        && let Some(versus) = versus(subject, value, before, against)
    {
        title = subject.tell("figure-title-versus", &[("title", &title), ("versus", &versus)]);
    }
    weakened(subject, title, &Sum::of([now]))
}

/// A value over the whole stretch.
pub fn statement(subject: &Subject<'_>, value: f64) -> String {
    let indicator = subject.indicator();
    if indicator.id == "net_growth" {
        net(subject, value)
    } else if value::is_rate(indicator) {
        subject.tell(
            "figure-title-rate",
            &[("name", &subject.name()), ("value", &subject.amount(value)), ("span", &subject.over())],
        )
    } else if indicator.across == Across::Last {
        let date = date_in_sentence(last_day(subject.answer), subject.voice);
        capital(&subject.tell("figure-title-level", &[("what", &subject.phrase(value)), ("date", &date)]))
    } else {
        capital(&subject.tell("figure-title-flow", &[("what", &subject.phrase(value)), ("span", &subject.span())]))
    }
}

/// « 402 abonnés gagnés de plus que perdus en 62 jours ».
pub fn net(subject: &Subject<'_>, net: f64) -> String {
    let count = subject.amount(net);
    let count = count.trim_start_matches(['+', '\u{2212}']);
    let key = if net > 0.0 {
        "figure-net-gained"
    } else if net < 0.0 {
        "figure-net-lost"
    } else {
        "figure-net-even"
    };
    let args = [("n", value::plural(net)), ("count", count.into()), ("span", subject.span().into())];
    subject.voice.say_with(key, &args)
}
