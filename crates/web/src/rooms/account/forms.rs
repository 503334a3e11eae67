//! What people may change about themselves.

use crate::forms::{self, Problems, Sent};
use garde::Validate;
use store::desk::{Language, Theme};

/// Name, language and theme.
#[derive(Debug, Validate)]
pub struct Profile {
    /// Their name.
    #[garde(custom(forms::filled))]
    pub name: String,
    /// The language chosen; `None`: as the browser asks.
    #[garde(skip)]
    pub language: Option<Language>,
    /// The theme.
    #[garde(skip)]
    pub theme: Theme,
}

impl Profile {
    /// What was sent; words that are on no list count as not chosen.
    pub fn of(sent: &Sent) -> Self {
        Self {
            name: sent.text("name").to_owned(),
            language: sent.text("language").parse().ok(),
            theme: sent.text("theme").parse().unwrap_or(Theme::Auto),
        }
    }
}

/// A new password.
#[derive(Debug, Validate)]
pub struct NewPassword<'a> {
    /// The new one.
    #[garde(custom(forms::password))]
    pub password: &'a str,
}

/// A new token's name.
#[derive(Debug, Validate)]
pub struct NewToken {
    /// What it is for.
    #[garde(custom(forms::filled))]
    pub token: String,
}

/// What is wrong with which of the room's forms.
#[derive(Debug, Default)]
pub struct Wrong {
    /// Name, language, theme: what was sent with what is wrong.
    pub profile: Option<(Profile, Problems)>,
    /// Password.
    pub password: Problems,
    /// Token: its name with what is wrong.
    pub token: Option<(String, Problems)>,
}
