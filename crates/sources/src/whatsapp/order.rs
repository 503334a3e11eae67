//! Which of day, month and year comes first, told from the whole file: every date must exist, none may lie in the
//! future or before WhatsApp, and messages follow one another in time.

use super::wire::{Chat, Numbers};
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;
use model::Millis;

/// The order of the three numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 12/03/2025 is 12 March.
    DayFirst,
    /// 12/03/2025 is 3 December.
    MonthFirst,
    /// 25/03/12 is 12 March 2025.
    YearFirst,
    /// 25/03/12 is 3 December 2025.
    YearDayMonth,
}

impl Order {
    const ALL: [Self; 4] = [Self::DayFirst, Self::MonthFirst, Self::YearFirst, Self::YearDayMonth];

    /// The code of the note that states it.
    pub const fn note(self) -> &'static str {
        match self {
            Self::DayFirst => "dates-day-first",
            Self::MonthFirst => "dates-month-first",
            Self::YearFirst => "dates-year-first",
            Self::YearDayMonth => "dates-year-day-month",
        }
    }

    /// The day that the numbers are in this order.
    pub fn date(self, numbers: Numbers) -> Option<Date> {
        let [first, second, third] = numbers.parts;
        let (year_place, year, month, day) = match self {
            Self::DayFirst => (2, third, second, first),
            Self::MonthFirst => (2, third, first, second),
            Self::YearFirst => (0, first, second, third),
            Self::YearDayMonth => (0, first, third, second),
        };
        if numbers.long.is_some_and(|place| place != year_place) {
            return None;
        }
        let year = if year < 100 { 2000 + year } else { year };
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }
}

/// WhatsApp opened in 2009.
const FIRST_YEAR: i16 = 2009;
/// How far a message may stand before the one above it: a phone that was away sends late.
const LATE_DAYS: i32 = 2;

/// An order that is still possible.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    order: Order,
    /// The newest date so far.
    newest: Option<Date>,
    /// How many messages stand long after a newer one.
    backward: u32,
}

/// The order of this file. `french`: lines of the service are in French, whose phones write the day first.
pub fn find(chat: &Chat<'_>, french: bool, now: Millis) -> Result<Order, Trouble> {
    let today = jiff::Timestamp::from_millisecond(now.0).ok().filter(|_| now.0 > 0);
    let last = today.and_then(|now| now.to_zoned(jiff::tz::TimeZone::UTC).date().tomorrow().ok());
    let mut left: Vec<Candidate> =
        Order::ALL.iter().map(|order| Candidate { order: *order, newest: None, backward: 0 }).collect();
    for message in &chat.messages {
        let numbers = message.header.date;
        left.retain_mut(|candidate| {
            let Some(date) = candidate.order.date(numbers) else { return false };
            let newest = candidate.newest.map_or(date, |newest| newest.max(date));
            candidate.backward += u32::from((newest - date).get_days() > LATE_DAYS);
            candidate.newest = Some(newest);
            date.year() >= FIRST_YEAR && last.is_none_or(|last| date <= last)
        });
        if left.is_empty() {
            return Err(contradiction(message.line, numbers));
        }
    }
    // Messages follow one another. A few may be late in a file of many: the order that makes many more of them late
    // is not the one.
    let fewest = left.iter().map(|candidate| candidate.backward).min().unwrap_or(0);
    left.retain(|candidate| candidate.backward <= fewest.saturating_mul(3));
    let left: Vec<Order> = left.iter().map(|candidate| candidate.order).collect();
    settle(&left, chat, french)
}

fn contradiction(line: u64, numbers: Numbers) -> Trouble {
    let [first, second, third] = numbers.parts;
    let separator = numbers.separator;
    Trouble::new(TroubleCode::NotADate)
        .line(line)
        .with("value", &format!("{first}{separator}{second}{separator}{third}"))
}

/// Of the orders that are possible, the one that is meant.
fn settle(left: &[Order], chat: &Chat<'_>, french: bool) -> Result<Order, Trouble> {
    let possible = |order: Order| left.contains(&order);
    let same = |one: Order, other: Order| {
        chat.messages.iter().all(|message| one.date(message.header.date) == other.date(message.header.date))
    };
    if let [only] = left {
        return Ok(*only);
    }
    let (day, month) = (possible(Order::DayFirst), possible(Order::MonthFirst));
    // No phone writes the month before the day and parts them by points or hyphens.
    let slashes = chat.messages.iter().all(|message| message.header.date.separator == '/');
    if day && (french || !slashes || (month && same(Order::DayFirst, Order::MonthFirst) && left.len() == 2)) {
        return Ok(Order::DayFirst);
    }
    let (year, odd) = (possible(Order::YearFirst), possible(Order::YearDayMonth));
    let full = chat.messages.iter().all(|message| message.header.date.long == Some(0));
    // A year in full and in front is followed by the month.
    if year && odd && full {
        return Ok(Order::YearFirst);
    }
    let line = chat.messages.first().map_or(1, |message| message.line);
    Err(Trouble::new(TroubleCode::AmbiguousDates).line(line))
}
