//! The drawings, one file per shape, all from (0, 0) to the width given. They place marks of `ink` and word labels;
//! what is worth drawing was decided before.

mod axes;
mod course;
pub mod cut;
mod flow;
mod lines;
mod mirrored;
mod numeral;
mod panels;
mod ranking;
mod stacks;
mod top;
mod week;

use crate::shape::Shape;
use crate::size::Size;
use crate::subject::Subject;
use ink::{Element, Hue};

/// A plot without the words around it.
#[derive(Debug, Clone)]
pub struct Plot {
    /// What is drawn.
    pub marks: Vec<Element>,
    /// How high it is.
    pub height: f64,
    /// How many keys are not shown, nor added up under "others".
    pub left_out: usize,
}

impl Plot {
    fn of(marks: Vec<Element>, height: f64) -> Self {
        Self { marks, height, left_out: 0 }
    }
}

/// Draws a series in its shape.
pub fn draw(subject: &Subject<'_>, shape: &Shape<'_>, size: Size) -> Plot {
    match shape {
        Shape::Nothing => numeral::nothing(subject, size),
        Shape::Numeral => numeral::draw(subject, size),
        Shape::Course => course::draw(subject, size),
        Shape::Flow => flow::draw(subject, size),
        Shape::Mirrored { losses } => mirrored::draw(subject, losses, size),
        Shape::Ranking => ranking::draw(subject, size),
        Shape::Lines => lines::draw(subject, size),
        Shape::Panels => panels::draw(subject, size),
        Shape::Stacks => stacks::draw(subject, size),
        Shape::Week => week::draw(subject, size),
    }
}

/// The hue of a single series at a value: losses and changes have theirs.
fn hue(subject: &Subject<'_>, value: f64) -> Hue {
    match subject.indicator().id {
        "losses" => Hue::Loss,
        "net_growth" | "growth_rate" if value < 0.0 => Hue::Loss,
        "net_growth" | "growth_rate" => Hue::Gain,
        _ => Hue::Sea,
    }
}
