//! One language, ready to speak: the single handle a page or a command carries.
//! Not where anything is decided: each method points to the file that knows.

use jiff::{SignedDuration, Timestamp, Zoned, civil::Date, civil::Time, civil::Weekday};

use crate::{Lang, Phrases, Value, date, elapsed, number};

/// Speaks one language. Cheap to clone.
#[derive(Clone)]
pub struct Voice {
    phrases: Phrases,
    lang: Lang,
}

impl Voice {
    pub(crate) const fn new(phrases: Phrases, lang: Lang) -> Self {
        Self { phrases, lang }
    }

    /// The language spoken.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The catalogue behind the voice.
    #[must_use]
    pub const fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The message `key`, or `key.attribute`. A missing one is shown as `⟦key⟧` and recorded.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message `key` with its arguments.
    #[must_use]
    pub fn say_with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.phrases.format(self.lang, key, args)
    }

    /// A number with a fixed count of decimals: « 1 402,5 », "1,402.5".
    #[must_use]
    pub fn number(&self, value: f64, decimals: usize) -> String {
        number::fixed(self.lang, value, decimals)
    }

    /// A whole number: « 106 060 », "106,060".
    #[must_use]
    pub fn count(&self, value: i64) -> String {
        number::count(self.lang, value)
    }

    /// A change, always with its sign; zero has none: "+402", "−7", "0".
    #[must_use]
    pub fn signed(&self, value: f64, decimals: usize) -> String {
        number::signed(self.lang, value, decimals)
    }

    /// A ratio as a percentage: 0.0417 is « 4,2 % », "4.2%".
    #[must_use]
    pub fn percent(&self, ratio: f64, decimals: usize) -> String {
        number::percent(self.lang, ratio, decimals)
    }

    /// A relative change as a percentage with its sign: « +12,5 % ».
    #[must_use]
    pub fn signed_percent(&self, ratio: f64, decimals: usize) -> String {
        number::signed_percent(self.lang, ratio, decimals)
    }

    /// The difference of two ratios, in percentage points: « +1,2 pt ».
    #[must_use]
    pub fn points(&self, ratio_difference: f64, decimals: usize) -> String {
        number::points(self.lang, ratio_difference, decimals)
    }

    /// A large number shortened for an axis or a chip: « 1,2 M », "1.2M". Whole below 10 000.
    #[must_use]
    pub fn compact(&self, value: i64) -> String {
        number::compact(self.lang, value)
    }

    /// A size in decimal units: « 1,5 Mo », "1.5 MB".
    #[must_use]
    pub fn bytes(&self, bytes: u64) -> String {
        number::bytes(self.lang, bytes)
    }

    /// « 22 nov. 2026 », "22 Nov 2026".
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        date::short(self.lang, date)
    }

    /// « dimanche 1er novembre 2026 », "Sunday 1 November 2026".
    #[must_use]
    pub fn date_long(&self, date: Date) -> String {
        date::long(self.lang, date)
    }

    /// « 22 nov. », "22 Nov".
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        date::day(self.lang, date)
    }

    /// « novembre 2026 », "November 2026".
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        date::month(self.lang, date)
    }

    /// « nov. 2026 », "Nov 2026".
    #[must_use]
    pub fn month_short(&self, date: Date) -> String {
        date::month_short(self.lang, date)
    }

    /// « nov. », "Nov": for an axis or a calendar strip. Months are 1 to 12.
    #[must_use]
    pub fn month_name_short(&self, month: i8) -> &'static str {
        date::month_abbreviation(self.lang, month)
    }

    /// « T4 2026 », "Q4 2026".
    #[must_use]
    pub fn quarter(&self, date: Date) -> String {
        date::quarter(self.lang, date)
    }

    /// The ISO 8601 week: « sem. 47 », "week 47".
    #[must_use]
    pub fn week(&self, date: Date) -> String {
        date::week(self.lang, date)
    }

    /// The ISO 8601 week with its year: « sem. 53 de 2026 », "week 53 of 2026".
    #[must_use]
    pub fn week_of_year(&self, date: Date) -> String {
        date::week_of_year(self.lang, date)
    }

    /// « dimanche », "Sunday".
    #[must_use]
    pub fn weekday(&self, weekday: Weekday) -> &'static str {
        date::weekday(self.lang, weekday)
    }

    /// « dim. », "Sun".
    #[must_use]
    pub fn weekday_short(&self, weekday: Weekday) -> &'static str {
        date::weekday_abbreviation(self.lang, weekday)
    }

    /// A full hour, as on an axis: « 14 h », "14:00".
    #[must_use]
    pub fn hour(&self, hour: i8) -> String {
        date::hour(self.lang, hour)
    }

    /// « 14 h 05 », "14:05".
    #[must_use]
    pub fn time(&self, time: Time) -> String {
        date::time(self.lang, time)
    }

    /// « 22 nov. 2026 à 14 h 05 », "22 Nov 2026 at 14:05", in the zone the moment carries.
    #[must_use]
    pub fn moment(&self, moment: &Zoned) -> String {
        date::moment(self.lang, moment)
    }

    /// Days from `first` to `last`, both included: « du 1 au 30 nov. 2026 », "1 to 30 Nov 2026".
    #[must_use]
    pub fn range(&self, first: Date, last: Date) -> String {
        date::range(self.lang, first, last)
    }

    /// How fresh something is: « il y a 3 h », "3 h ago"; « dans 2 jours » when it is to come.
    #[must_use]
    pub fn ago(&self, moment: Timestamp, now: Timestamp) -> String {
        elapsed::ago(self.lang, moment, now)
    }

    /// How long something takes, with its two largest units: « 2 h 5 min », "1 d 4 h", "340 ms".
    #[must_use]
    pub fn duration(&self, duration: SignedDuration) -> String {
        elapsed::duration(self.lang, duration)
    }
}
