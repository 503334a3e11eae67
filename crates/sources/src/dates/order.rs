//! Which of day and month comes first, told from the cells of a file.

use super::digits::{date_part, numeric_parts, plain};
use crate::trouble::{Trouble, TroubleCode};

/// Which of day and month comes first in `03/04/2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 4 March.
    MonthFirst,
    /// 3 April.
    DayFirst,
}

/// What the cells of a file say about their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrderClues {
    month_first: Option<u64>,
    day_first: Option<u64>,
    seen: bool,
}

impl OrderClues {
    /// Looks at one cell, on this line; whether it needs the order to be read.
    pub fn see(&mut self, cell: &str, line: u64) -> bool {
        if plain(cell).is_some() {
            return false;
        }
        let Some((first, second, _)) = numeric_parts(date_part(cell)) else { return false };
        self.seen = true;
        if first > 12 {
            self.day_first.get_or_insert(line);
        }
        if second > 12 {
            self.month_first.get_or_insert(line);
        }
        true
    }

    /// Joins what the cells after these say.
    pub fn join(&mut self, after: Self) {
        self.month_first = self.month_first.or(after.month_first);
        self.day_first = self.day_first.or(after.day_first);
        self.seen |= after.seen;
    }

    /// The order that the first cell tells, whatever those after it say.
    pub fn first_told(&self) -> Option<Order> {
        match (self.month_first, self.day_first) {
            (Some(month), day) if day.is_none_or(|day| month < day) => Some(Order::MonthFirst),
            (month, Some(day)) if month.is_none_or(|month| day < month) => Some(Order::DayFirst),
            _ => None,
        }
    }

    /// The order, `None` when every date reads both ways; a trouble when two dates contradict each other.
    pub fn order(&self) -> Result<Option<Order>, Trouble> {
        match (self.month_first, self.day_first) {
            (None, None) => Ok(None),
            (Some(_), None) => Ok(Some(Order::MonthFirst)),
            (None, Some(_)) => Ok(Some(Order::DayFirst)),
            (Some(month), Some(day)) => {
                Err(Trouble::new(TroubleCode::NotADate).line(month.max(day)).with("other", &month.min(day).to_string()))
            }
        }
    }

    /// Whether any date of the file needs the order.
    pub const fn needed(&self) -> bool {
        self.seen
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_order_comes_from_the_whole_file() {
        let clues = |cells: &[&str]| {
            let mut clues = OrderClues::default();
            for (line, cell) in (2..).zip(cells) {
                clues.see(cell, line);
            }
            clues
        };
        assert_eq!(clues(&["03/04/2024", "12/25/2023"]).order().unwrap(), Some(Order::MonthFirst));
        assert_eq!(clues(&["03/04/2024", "25/12/2023"]).order().unwrap(), Some(Order::DayFirst));
        assert_eq!(clues(&["03/04/2024"]).order().unwrap(), None);
        let contradiction = clues(&["25/12/2023", "03/04/2024", "12/25/2023"]).order().unwrap_err();
        assert_eq!(contradiction.to_string(), "line 4: not-a-date (other: 2)");
        assert!(!clues(&["2024-01-02"]).needed());
    }
}
