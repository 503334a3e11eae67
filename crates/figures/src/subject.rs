//! What a picture is about: one series of an answer, laid out as a grid, and the voice that speaks of it. Holds the few
//! judgements that shapes, titles and drawings share; the numbers' meaning is the indicator's.

use crate::grid::{Grid, Line, Sum};
use crate::period::{self, Against};
use crate::value;
use ink::Reading;
use measure::answer::{Answer, PeriodKey, Series};
use measure::indicator::{Across, Indicator, Unit};
use model::Grain;
use phrases::{Value, Voice};

/// One series, ready to be spoken of.
#[derive(Clone)]
pub struct Subject<'a> {
    /// The series.
    pub series: &'a Series,
    /// The answer it belongs to.
    pub answer: &'a Answer,
    /// Who speaks.
    pub voice: &'a Voice,
    /// Its rows.
    pub grid: Grid<'a>,
}

impl<'a> Subject<'a> {
    /// Lays a series out.
    pub fn of(series: &'a Series, answer: &'a Answer, voice: &'a Voice) -> Self {
        Self { series, answer, voice, grid: Grid::of(series, voice) }
    }

    /// The indicator.
    pub const fn indicator(&self) -> &'static Indicator {
        self.series.indicator
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.say(&self.indicator().name_key())
    }

    /// A message.
    pub fn say(&self, key: &str) -> String {
        self.voice.say(key)
    }

    /// A message with texts for arguments.
    pub fn tell(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Value<'_>)> = args.iter().map(|(name, text)| (*name, Value::from(*text))).collect();
        self.voice.say_with(key, &args)
    }

    /// A message that chooses a plural by `n`.
    pub fn number(&self, key: &str, n: usize) -> String {
        self.voice.say_with(key, &[("n", n.into())])
    }

    /// A value with its unit.
    pub fn amount(&self, value: f64) -> String {
        value::amount(value, self.indicator(), self.voice)
    }

    /// A reading with its unit; missing and partial are said.
    pub fn reading_text(&self, reading: Reading) -> String {
        value::reading_text(reading, self.indicator(), self.voice)
    }

    /// A counted noun for a number, else the name with the value.
    pub fn phrase(&self, value: f64) -> String {
        if value::is_rate(self.indicator()) || value < 0.0 {
            self.tell("figure-name-value", &[("name", &self.name()), ("value", &self.amount(value))])
        } else {
            value::counted(value, self.indicator(), self.voice)
        }
    }

    /// Whether values of several periods add up.
    pub fn adds_over_periods(&self) -> bool {
        self.indicator().across == Across::Sum
    }

    /// Whether values of several keys add up: things counted in each place, never people or quotients.
    pub fn adds_over_keys(&self) -> bool {
        self.indicator().unit == Unit::Count && matches!(self.indicator().across, Across::Sum | Across::Last)
    }

    /// Whether it is a quantity that accumulates period after period, and can be drawn from a base of zero.
    pub fn is_flow(&self) -> bool {
        matches!(self.indicator().across, Across::Sum | Across::Mean)
    }

    /// The length of the periods.
    pub fn grain(&self) -> Option<Grain> {
        self.grid.periods.first().map(|period| period::grain(period))
    }

    /// A period in a sentence: « le 12 mars ».
    pub fn when(&self, place: usize) -> String {
        self.period(place).map_or_else(String::new, |period| period::when(period, self.answer, self.voice))
    }

    /// A period as one end of a stretch.
    pub fn end_point(&self, place: usize) -> String {
        self.period(place).map_or_else(String::new, |period| period::end_point(period, self.answer, self.voice))
    }

    /// A period on its own.
    pub fn period_text(&self, place: usize) -> String {
        self.period(place).map_or_else(String::new, |period| period::period_text(period, self.voice))
    }

    fn period(&self, place: usize) -> Option<&'a PeriodKey> {
        self.grid.periods.get(place).copied()
    }

    /// The stretch as the complement of a count: « en 62 jours ».
    pub fn span(&self) -> String {
        period::span("in", self.answer, self.voice)
    }

    /// The stretch as the complement of a rate: « sur 62 jours ».
    pub fn over(&self) -> String {
        period::span("over", self.answer, self.voice)
    }

    /// What it is compared with, when rows carry it.
    pub fn against(&self) -> Option<Against> {
        let carried = self.series.rows.iter().any(|row| row.before.is_some());
        Against::of(self.answer).filter(|_| carried)
    }

    /// The only line of rows that are not split.
    pub fn single_line(&self) -> Option<&Line<'a>> {
        match self.grid.lines.as_slice() {
            [line] => Some(line),
            _ => None,
        }
    }

    /// The sum over all periods of a line.
    pub fn total(&self, line: &Line<'_>) -> Sum {
        Sum::of(line.readings())
    }
}
