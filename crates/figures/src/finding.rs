//! The title of a picture: what the rows show, in one sentence. Each shape has its own way of finding; all keep to one
//! rule: a sentence is said only when every number it needs is there, else a weaker one is said.

mod course;
mod parts;
mod single;

use crate::grid::Sum;
use crate::period::Against;
use crate::shape::Shape;
use crate::subject::Subject;
use crate::value;
use measure::answer::Status;

pub use course::lowest_and_highest;
use single::net;

/// The finding.
pub fn title(subject: &Subject<'_>, shape: &Shape<'_>) -> String {
    match shape {
        Shape::Nothing => nothing(subject),
        Shape::Numeral => single::title(subject),
        Shape::Course => course::title(subject),
        Shape::Flow => course::flow(subject),
        Shape::Mirrored { losses } => course::mirrored(subject, losses),
        Shape::Ranking => parts::ranking(subject),
        Shape::Lines | Shape::Panels | Shape::Stacks => parts::over_periods(subject),
        Shape::Week => course::week(subject),
    }
}

/// Says plainly that there is nothing, and of which sort.
fn nothing(subject: &Subject<'_>) -> String {
    let name = subject.name();
    let all = |status: Status| {
        !subject.series.rows.is_empty() && subject.series.rows.iter().all(|row| row.figure.status == status)
    };
    let key = if subject.series.rows.is_empty() {
        "figure-title-no-rows"
    } else if all(Status::Pending) {
        "figure-title-not-yet"
    } else if all(Status::NotDefined) {
        "figure-title-not-defined"
    } else {
        "figure-title-nothing"
    };
    subject.tell(key, &[("name", &name), ("span", &subject.over())])
}

/// A sentence about a sum with what weakens it: places without data, else a partial figure.
fn weakened(subject: &Subject<'_>, title: String, sum: &Sum) -> String {
    if sum.gaps > 0 && subject.grain().is_some() {
        let grain = subject.grain().map_or("", model::Grain::as_str);
        return remarked(subject, &title, &gaps(subject, sum.gaps, grain));
    }
    if sum.partial || sum.gaps > 0 { remarked(subject, &title, &subject.say("figure-partly-measured")) } else { title }
}

/// A sentence about several values, none of them a sum, with what weakens it: that some are partial.
fn weakened_values(subject: &Subject<'_>, title: String, some_partial: bool) -> String {
    if some_partial { remarked(subject, &title, &subject.say("figure-partial-values")) } else { title }
}

/// « 3 jours sans donnée »; with `key` for the grain, « 3 valeurs manquantes ».
fn gaps(subject: &Subject<'_>, n: usize, grain: &str) -> String {
    subject.voice.say_with("figure-gaps", &[("n", n.into()), ("grain", grain.into())])
}

fn remarked(subject: &Subject<'_>, title: &str, remark: &str) -> String {
    subject.tell("figure-title-remark", &[("title", title), ("remark", remark)])
}

/// How a value stands to the one compared with: « 12,5 % de plus que les 28 jours précédents ». Nothing when a base of
/// zero or a change of sign leaves no honest quotient.
fn versus(subject: &Subject<'_>, now: f64, before: f64, against: Against) -> Option<String> {
    let than = against.text("than", subject.voice);
    if now == before {
        return Some(subject.tell("figure-as-much", &[("to", &against.text("as", subject.voice))]));
    }
    let key = if now > before { "figure-more" } else { "figure-less" };
    let by = if value::is_rate(subject.indicator()) {
        rate_difference(subject, now - before)
    } else if value::is_change(subject.indicator()) {
        return None;
    } else if before > 0.0 && now >= 0.0 {
        value::relative(now / before - 1.0, subject.voice)
    } else {
        return None;
    };
    Some(subject.tell(key, &[("by", &by), ("than", &than)]))
}

/// A difference of rates: points for percentages, the plain difference for quotients.
fn rate_difference(subject: &Subject<'_>, difference: f64) -> String {
    if subject.indicator().unit == measure::indicator::Unit::Percent {
        value::points(difference, subject.voice)
    } else {
        subject.amount(difference.abs())
    }
}

#[cfg(test)]
mod tests;
