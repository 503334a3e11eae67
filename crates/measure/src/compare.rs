//! The stretch of dates that a figure is compared with.

use crate::ask::Compare;
use crate::fold::day_number;
use jiff::ToSpan;
use jiff::civil::Date;
use model::Period;

/// The dates to compare with.
///
/// *Previous*: the stretch of the same length just before; whole calendar months (and so quarters and years) are
/// compared with as many calendar months. *Year*: the same dates a year before; 29 February becomes the 28th, and
/// a stretch that ends with February ends with February.
pub fn compared(period: Period, compare: Compare) -> Period {
    match compare {
        Compare::Previous => previous(period),
        Compare::Year => {
            let last = period.to.yesterday().unwrap_or(period.to);
            Period { from: year_before(period.from), to: year_before(last).tomorrow().unwrap_or(last) }
        }
    }
}

fn previous(period: Period) -> Period {
    let back = if period.from.day() == 1 && period.to.day() == 1 {
        let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
        (months(period.to) - months(period.from)).months()
    } else {
        (day_number(period.to) - day_number(period.from)).days()
    };
    Period { from: period.from.checked_sub(back).unwrap_or(Date::MIN), to: period.from }
}

fn year_before(date: Date) -> Date {
    date.checked_sub(1.year()).unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn stretches_before_and_a_year_before() {
        let cases = [
            // period, previous, year before
            ("2026-11-01/2026-12-01", "2026-10-01/2026-11-01", "2025-11-01/2025-12-01"),
            ("2026-03-01/2026-04-01", "2026-02-01/2026-03-01", "2025-03-01/2025-04-01"),
            ("2026-01-01/2026-04-01", "2025-10-01/2026-01-01", "2025-01-01/2025-04-01"),
            ("2026-01-01/2027-01-01", "2025-01-01/2026-01-01", "2025-01-01/2026-01-01"),
            ("2026-11-10/2026-11-17", "2026-11-03/2026-11-10", "2025-11-10/2025-11-17"),
            ("2024-02-01/2024-02-29", "2024-01-04/2024-02-01", "2023-02-01/2023-03-01"),
            ("2024-02-01/2024-03-01", "2024-01-01/2024-02-01", "2023-02-01/2023-03-01"),
            ("2024-02-29/2024-03-02", "2024-02-27/2024-02-29", "2023-02-28/2023-03-02"),
            ("2025-02-01/2025-03-01", "2025-01-01/2025-02-01", "2024-02-01/2024-02-29"),
        ];
        let period = |text: &str| {
            let (from, to) = text.split_once('/').unwrap();
            Period { from: from.parse().unwrap(), to: to.parse().unwrap() }
        };
        for (given, before, year) in cases {
            assert_eq!(compared(period(given), Compare::Previous), period(before), "previous of {given}");
            assert_eq!(compared(period(given), Compare::Year), period(year), "year before {given}");
        }
    }
}
