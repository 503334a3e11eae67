//! Periods of the calendar: the grains a figure can be cut into. Folding instants into them is `measure`'s work.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::coded!(
    /// How long one period is. Weeks begin on Monday (ISO 8601).
    Grain, "grain", {
        /// One local hour: 23, 24 or 25 to a day.
        Hour = 1, "hour";
        /// One local day.
        Day = 2, "day";
        /// Monday to Sunday.
        Week = 3, "week";
        /// A calendar month.
        Month = 4, "month";
        /// Three calendar months.
        Quarter = 5, "quarter";
        /// A calendar year.
        Year = 6, "year";
    }
);

/// Local dates asked about: `from` included, `to` excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// First day inside.
    pub from: Date,
    /// First day after.
    pub to: Date,
}
