//! What a message may be given: a text or a number. Not for dates: write them first with the
//! [`Voice`](crate::Voice), so that the sentence receives them ready.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// One argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// A text, put into the sentence as it is.
    Text(Cow<'a, str>),
    /// A number: chooses the plural, and is written with the language's separators.
    Number(f64),
}

impl<'a> Value<'a> {
    pub(crate) fn to_fluent(&self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(text.clone()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

/// A count as a floating number. Counts above 2⁵³ lose their last digits, which no reader misses.
pub(crate) fn float(count: i64) -> f64 {
    #[expect(clippy::as_conversions, reason = "the standard library has no other way from i64 to f64")]
    let float = count as f64;
    float
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(float(number))
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(float(i64::try_from(number).unwrap_or(i64::MAX)))
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(float(i64::try_from(number).unwrap_or(i64::MAX)))
    }
}
