//! The order of day and month of a file's dates: told by the mapping, or by the first date that reads one way only.
//! Every later date is held against it.

use super::wire::Bound;
use crate::contract::Note;
use crate::dates::{Order, OrderClues};
use crate::trouble::{Trouble, TroubleCode};

/// What is settled so far.
pub struct Settling<'b> {
    /// The column, when the file must say it.
    open: Option<&'b str>,
    /// The order, once it is known.
    pub order: Option<Order>,
    clues: OrderClues,
}

impl<'b> Settling<'b> {
    /// Nothing but what the mapping says.
    pub fn of(bound: &'b Bound<'_>) -> Self {
        Self { open: bound.open_order(), order: bound.told_order(), clues: OrderClues::default() }
    }

    /// Takes in what the next dates say. A trouble when one contradicts another; the order then is what the dates
    /// before it told.
    pub fn see(&mut self, clues: OrderClues) -> Result<(), Trouble> {
        let Some(field) = self.open.filter(|_| clues.needed()) else { return Ok(()) };
        self.clues.join(clues);
        self.order = self.order.or(self.clues.first_told());
        self.clues.order().map(drop).map_err(|trouble| trouble.field(field))
    }

    /// Whether a date was met that nobody can read yet.
    pub const fn is_waiting(&self) -> bool {
        self.open.is_some() && self.clues.needed() && self.order.is_none()
    }

    /// The file has ended.
    pub fn settle(&self) -> Result<(), Trouble> {
        match self.open.filter(|_| self.is_waiting()) {
            Some(field) => Err(Trouble::new(TroubleCode::AmbiguousDates).field(field)),
            None => Ok(()),
        }
    }

    /// What was settled, for people.
    pub fn note(&self) -> Option<Note> {
        let code = match self.order.filter(|_| self.open.is_some())? {
            Order::DayFirst => "dates-day-first",
            Order::MonthFirst => "dates-month-first",
        };
        Some(Note::new(code, []))
    }
}
