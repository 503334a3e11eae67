//! What people send: the pairs of a form as they came, and what is wrong with them, as message keys.
//! Not for files: see `axum::extract::Multipart`.

use crate::error::Failure;
use crate::said::Said;
use crate::state::State;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use garde::Validate;
use store::StoreError;

mod keys;

/// The largest form without files, in bytes.
pub const LARGEST: usize = 256 * 1024;

/// The pairs of a form, as sent: what refills the form when something is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent(Vec<(String, String)>);

impl Sent {
    /// These pairs.
    pub const fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The pairs of an `application/x-www-form-urlencoded` text.
    pub fn parse(text: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(text).into_owned().collect())
    }

    /// A field's value without spaces around it; empty when it was not sent.
    pub fn text(&self, field: &str) -> &str {
        self.raw(field).trim()
    }

    /// A field's value as typed (passwords).
    pub fn raw(&self, field: &str) -> &str {
        self.0.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }

    /// A field's value when it is not empty.
    pub fn optional(&self, field: &str) -> Option<&str> {
        Some(self.text(field)).filter(|value| !value.is_empty())
    }

    /// Every value of a field that may be sent several times.
    pub fn all(&self, field: &str) -> Vec<&str> {
        self.0.iter().filter(|(name, _)| name == field).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a box was ticked.
    pub fn is_on(&self, field: &str) -> bool {
        !self.raw(field).is_empty()
    }
}

impl FromRequest<State> for Sent {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &State) -> Result<Self, Failure> {
        let bytes = Bytes::from_request(request, state).await.map_err(|refused| {
            Failure::of_status(axum::response::IntoResponse::into_response(refused).status())
                .unwrap_or(Failure::Malformed)
        })?;
        Ok(Self::parse(&bytes))
    }
}

/// What is wrong with a form, field by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<(String, Said)>);

impl Problems {
    /// One problem.
    pub fn one(field: &str, said: Said) -> Self {
        Self(vec![(field.to_owned(), said)])
    }

    /// One more problem.
    pub fn add(&mut self, field: &str, said: Said) {
        self.0.push((field.to_owned(), said));
    }

    /// Whether nothing is wrong.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first thing wrong with a field.
    pub fn of(&self, field: &str) -> Option<&Said> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, said)| said)
    }

    /// Everything, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Said)> {
        self.0.iter().map(|(field, said)| (field.as_str(), said))
    }

    /// `Err(Failure::Fields)` when something is wrong.
    pub fn refuse(self) -> Result<(), Failure> {
        if self.is_empty() { Ok(()) } else { Err(Failure::Fields(self)) }
    }

    /// What the store refused, as a problem of the field it names; `None` when no field is to blame.
    pub fn of_store(error: &StoreError) -> Option<Self> {
        let (field, key) = match error {
            StoreError::Taken(field) => (*field, "field-taken"),
            StoreError::Invalid { field: "role", .. } => ("role", "field-last-owner"),
            StoreError::Invalid { field: "email", .. } => ("email", "field-email"),
            StoreError::Invalid { field: "zone", .. } => ("zone", "field-zone"),
            StoreError::Invalid { field: "name", .. } => ("name", "field-name"),
            StoreError::Invalid { field: "password", .. } => ("password", "field-password"),
            _ => return None,
        };
        Some(Self::one(field, Said::new(key)))
    }
}

/// Checks a struct of sent fields against its own rules.
pub fn check<T: Validate<Context = ()>>(form: &T) -> Problems {
    let report = garde::i18n::with_i18n(keys::Keys, || form.validate());
    let Err(report) = report else { return Problems::default() };
    let problems = report.iter().map(|(path, error)| {
        let (key, n) =
            error.message().split_once('|').map_or((error.message(), None), |(key, n)| (key, n.parse().ok()));
        let said = n.map_or_else(|| Said::new(key), |n: i64| Said::new(key).with("n", n));
        (path.to_string(), said)
    });
    Problems(problems.collect())
}

/// A rule for `#[garde(custom(forms::zone))]`: an IANA zone.
pub fn zone(value: &str, (): &()) -> garde::Result {
    jiff::tz::TimeZone::get(value).map(drop).map_err(|_| garde::Error::new("field-zone"))
}

/// A rule for `#[garde(custom(forms::password))]`.
pub fn password(value: &str, (): &()) -> garde::Result {
    store::desk::password::check(&value.into()).map_err(|_| garde::Error::new("field-password"))
}

/// A rule for `#[garde(custom(forms::email))]`: what could be an address. The proof is that the mail arrives.
pub fn email(value: &str, (): &()) -> garde::Result {
    let could_be = value.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    if could_be { Ok(()) } else { Err(garde::Error::new("field-email")) }
}

/// A rule for `#[garde(custom(forms::filled))]`: not empty, and short enough for a name.
pub fn filled(value: &str, (): &()) -> garde::Result {
    match value.trim().chars().count() {
        0 => Err(garde::Error::new("field-empty")),
        1..=200 => Ok(()),
        _ => Err(garde::Error::new("field-too-long|200")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(garde::Validate)]
    struct Form {
        #[garde(custom(super::filled))]
        name: String,
        #[garde(length(chars, max = 3))]
        note: String,
        #[garde(custom(super::zone))]
        zone: String,
    }

    #[test]
    fn rules_speak_in_message_keys() {
        let form = Form { name: " ".to_owned(), note: "four".to_owned(), zone: "Europe/Atlantis".to_owned() };
        let problems = check(&form);
        assert_eq!(problems.of("name"), Some(&Said::new("field-empty")));
        assert_eq!(problems.of("note"), Some(&Said::new("field-too-long").with("n", 3)));
        assert_eq!(problems.of("zone"), Some(&Said::new("field-zone")));
        let form = Form { name: "é".repeat(200), note: String::new(), zone: "Europe/Paris".to_owned() };
        assert!(check(&form).is_empty());
    }

    #[test]
    fn a_form_gives_back_what_was_typed() {
        let sent = Sent::parse("name=+Ana+%26+Co+&client=1&client=2&password=+x+".as_bytes());
        assert_eq!((sent.text("name"), sent.raw("password"), sent.all("client")), ("Ana & Co", " x ", vec!["1", "2"]));
        assert_eq!((sent.optional("gone"), sent.is_on("client")), (None, true));
    }
}
