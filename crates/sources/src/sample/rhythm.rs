//! When people are there: weights by local hour, weekday and month, and the slow growth over years.
//! Weights of weekdays and months are thousandths of an ordinary day and average 1000.

use super::chance::Chance;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::Millis;

/// An hour in milliseconds.
pub(super) const HOUR_MS: i64 = 3_600_000;

/// The day from which every count is taken, so that two samples with different ends agree where both speak.
pub(super) const ANCHOR: Date = Date::constant(2020, 1, 1);

/// How an audience, or a team, spreads over the clock and the calendar.
#[derive(Debug)]
pub(super) struct Rhythm {
    /// Weight of each local hour, 0 to 100.
    pub(super) hours: [u64; 24],
    /// Monday to Sunday, thousandths.
    pub(super) weekdays: [u64; 7],
    /// January to December, thousandths.
    pub(super) months: [u64; 12],
}

/// Holiday makers: evenings, weekends, summer.
pub(super) const HOLIDAY_MAKERS: Rhythm = Rhythm {
    hours: [10, 5, 3, 2, 2, 4, 12, 25, 40, 48, 55, 60, 78, 70, 55, 50, 52, 60, 75, 90, 100, 92, 60, 28],
    weekdays: [850, 850, 900, 950, 1050, 1200, 1200],
    months: [500, 550, 700, 950, 1100, 1300, 1900, 1950, 1100, 800, 550, 600],
};

/// Readers of the news: early mornings, a second wave at noon, a third on the way home.
pub(super) const READERS: Rhythm = Rhythm {
    hours: [8, 4, 3, 4, 10, 32, 78, 100, 94, 70, 48, 46, 68, 58, 38, 34, 38, 50, 60, 54, 46, 40, 28, 15],
    weekdays: [1100, 1080, 1080, 1080, 1060, 800, 800],
    months: [1050, 1050, 1050, 1000, 1000, 950, 850, 800, 1050, 1100, 1050, 1050],
};

/// People at work: weekdays, office hours, little in August.
pub(super) const WORKERS: Rhythm = Rhythm {
    hours: [2, 1, 1, 1, 2, 6, 20, 52, 88, 100, 86, 70, 82, 86, 70, 60, 62, 68, 46, 26, 22, 18, 10, 4],
    weekdays: [1250, 1350, 1350, 1300, 1050, 350, 350],
    months: [1150, 1050, 1100, 1000, 950, 1000, 650, 450, 1250, 1200, 1150, 1050],
};

/// The team of the tourist office: every day of the week, busier before and during the season.
pub(super) const WELCOME_DESK: Rhythm = Rhythm {
    hours: [0, 0, 0, 0, 0, 0, 0, 4, 30, 80, 100, 90, 60, 30, 50, 60, 70, 90, 60, 20, 4, 0, 0, 0],
    weekdays: [1100, 1100, 1100, 1100, 1100, 800, 700],
    months: [750, 800, 900, 1050, 1150, 1200, 1300, 1250, 1050, 950, 800, 800],
};

/// The newsroom: from before dawn to late evening.
pub(super) const NEWSROOM: Rhythm = Rhythm {
    hours: [0, 0, 0, 0, 2, 20, 90, 100, 80, 60, 55, 60, 70, 40, 40, 45, 60, 80, 60, 40, 25, 15, 4, 0],
    weekdays: [1050, 1050, 1050, 1050, 1050, 900, 850],
    months: [1000; 12],
};

/// The human resources team: Monday to Friday.
pub(super) const OFFICE: Rhythm = Rhythm {
    hours: [0, 0, 0, 0, 0, 0, 0, 10, 80, 100, 90, 70, 30, 50, 70, 70, 60, 30, 4, 0, 0, 0, 0, 0],
    weekdays: [1390, 1400, 1400, 1400, 1350, 40, 20],
    months: [1100, 1050, 1050, 1000, 950, 1000, 800, 550, 1150, 1150, 1150, 1050],
};

impl Rhythm {
    /// How busy that day is, in thousandths of an ordinary one.
    pub(super) fn pace(&self, date: Date) -> u64 {
        let weekday = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
        self.weekdays.get(weekday).copied().unwrap_or(1000) * self.season(date) / 1000
    }

    /// How busy that month is, in thousandths.
    pub(super) fn season(&self, date: Date) -> u64 {
        let month = usize::try_from(date.month()).unwrap_or(1).saturating_sub(1);
        self.months.get(month).copied().unwrap_or(1000)
    }

    /// How present people are at that local hour, 0 to 100.
    pub(super) fn presence(&self, hour: i64) -> u64 {
        usize::try_from(hour).ok().and_then(|hour| self.hours.get(hour)).copied().unwrap_or(0)
    }
}

/// Days since the anchor; 0 before it.
pub(super) fn day_number(date: Date) -> u64 {
    u64::try_from(date.duration_since(ANCHOR).as_hours() / 24).unwrap_or(0)
}

/// The slow growth of everything, 8 points of an ordinary day a year: thousandths, about 1000 at the end of 2025.
pub(super) fn growth(date: Date) -> u64 {
    530 + day_number(date) * 80 / 365
}

/// One local day of a zone, 23, 24 or 25 hours long.
#[derive(Debug)]
pub(super) struct LocalDay<'a> {
    /// The day.
    pub(super) date: Date,
    /// Its zone.
    pub(super) zone: &'a TimeZone,
    /// Its first instant.
    start: i64,
    /// Whether it has 24 hours.
    plain: bool,
}

impl<'a> LocalDay<'a> {
    /// That day in that zone.
    pub(super) fn new(date: Date, zone: &'a TimeZone) -> Self {
        let start = midnight(date, zone).0;
        let length = midnight(date.tomorrow().unwrap_or(date), zone).0 - start;
        Self { date, zone, start, plain: length == 24 * HOUR_MS }
    }

    /// A moment of the day at which such people are there.
    pub(super) fn moment(&self, rhythm: &Rhythm, chance: &mut Chance) -> Millis {
        let hour = chance.weighted(&rhythm.hours, |weight| *weight).unwrap_or(12);
        let within = i64::try_from(chance.below(3_600_000)).unwrap_or(0);
        self.clock(i64::try_from(hour).unwrap_or(12), within)
    }

    /// The instant at which clocks show that hour of the day, and so many milliseconds after.
    pub(super) fn clock(&self, hour: i64, within: i64) -> Millis {
        let shown = if self.plain {
            None
        } else {
            let hour = i8::try_from(hour).unwrap_or(12).clamp(0, 23);
            self.zone.to_timestamp(self.date.at(hour, 0, 0, 0)).ok()
        };
        Millis(shown.map_or(self.start + hour * HOUR_MS, Timestamp::as_millisecond) + within)
    }
}

/// The first instant of a local day.
pub(super) fn midnight(date: Date, zone: &TimeZone) -> Millis {
    Millis(zone.to_timestamp(date.at(0, 0, 0, 0)).map_or(0, Timestamp::as_millisecond))
}

/// The hour that clocks of the zone show at that instant.
pub(super) fn hour_shown(at: Millis, zone: &TimeZone) -> i64 {
    let offset = Timestamp::from_millisecond(at.0).map_or(0, |instant| zone.to_offset(instant).seconds());
    (at.0 + i64::from(offset) * 1000).rem_euclid(24 * HOUR_MS) / HOUR_MS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_average_an_ordinary_day() {
        for rhythm in [&HOLIDAY_MAKERS, &READERS, &WORKERS, &WELCOME_DESK, &NEWSROOM, &OFFICE] {
            assert_eq!(rhythm.weekdays.iter().sum::<u64>(), 7_000, "{rhythm:?}");
            assert_eq!(rhythm.months.iter().sum::<u64>(), 12_000, "{rhythm:?}");
            assert_eq!(rhythm.hours.iter().max(), Some(&100), "{rhythm:?}");
        }
    }

    #[test]
    fn hours_are_those_shown_by_clocks_on_days_of_change_too() {
        let paris = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
        for date in [Date::constant(2026, 3, 29), Date::constant(2026, 10, 25), Date::constant(2026, 7, 1)] {
            let day = LocalDay::new(date, &paris);
            for hour in [0, 1, 4, 12, 23] {
                assert_eq!(hour_shown(day.clock(hour, 60_000), &paris), hour, "{date} {hour}");
            }
        }
    }
}
