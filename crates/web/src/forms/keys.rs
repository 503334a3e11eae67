//! Rules of validation answered by message keys instead of English sentences. Not the sentences: `errors.ftl`.

use garde::i18n::{I18n, InvalidCreditCard, InvalidEmail, InvalidPhoneNumber, InvalidUrl, IpKind};
use std::borrow::Cow;
use std::fmt::Display;

/// `key`, or `key|n` where the sentence needs the limit.
pub struct Keys;

type Key = Cow<'static, str>;

const MALFORMED: Key = Cow::Borrowed("field-malformed");

impl I18n for Keys {
    fn length_lower_than(&self, min: usize) -> Key {
        format!("field-too-short|{min}").into()
    }
    fn length_greater_than(&self, max: usize) -> Key {
        format!("field-too-long|{max}").into()
    }
    fn range_lower_than(&self, min: &dyn Display) -> Key {
        format!("field-too-small|{min}").into()
    }
    fn range_greater_than(&self, max: &dyn Display) -> Key {
        format!("field-too-large|{max}").into()
    }
    fn required_not_set(&self) -> Key {
        "field-empty".into()
    }
    fn email_invalid(&self, _: InvalidEmail) -> Key {
        "field-email".into()
    }
    fn credit_card_invalid(&self, _: InvalidCreditCard) -> Key {
        MALFORMED
    }
    fn pattern_no_match(&self, _: &dyn Display) -> Key {
        MALFORMED
    }
    fn contains_missing(&self, _: &dyn Display) -> Key {
        MALFORMED
    }
    fn url_invalid(&self, _: InvalidUrl) -> Key {
        MALFORMED
    }
    fn prefix_missing(&self, _: &dyn Display) -> Key {
        MALFORMED
    }
    fn suffix_missing(&self, _: &dyn Display) -> Key {
        MALFORMED
    }
    fn phone_number_invalid(&self, _: InvalidPhoneNumber) -> Key {
        MALFORMED
    }
    fn ip_invalid(&self, _: IpKind) -> Key {
        MALFORMED
    }
    fn matches_field_mismatch(&self, _: &dyn Display) -> Key {
        MALFORMED
    }
    fn ascii_invalid(&self) -> Key {
        MALFORMED
    }
    fn alphanumeric_invalid(&self) -> Key {
        MALFORMED
    }
}
