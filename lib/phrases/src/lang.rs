//! The two languages, and the choice between them from what a browser asks for.
//! Not for regional variants: French is written as in France, English as in Britain.

use std::{fmt, str::FromStr};

/// A language people are spoken to in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

/// What was asked for is none of the languages spoken here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown language {0:?}: expected \"fr\" or \"en\"")]
pub struct UnknownLang(pub String);

impl Lang {
    /// Every language, in the order a menu shows them.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The two-letter code, as in a URL, a folder name or the `lang` attribute.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language's name in itself, as a menu must show it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
        }
    }

    /// The best language for an `Accept-Language` header (RFC 9110, section 12.5.4), or `None` when
    /// the header accepts neither. Among equal weights the first named wins; `*` means French.
    ///
    /// ```
    /// use phrases::Lang;
    /// assert_eq!(Lang::from_accept_language("de, en-GB;q=0.8, fr;q=0.5"), Some(Lang::En));
    /// assert_eq!(Lang::from_accept_language("de"), None);
    /// ```
    #[must_use]
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for part in header.split(',') {
            let mut fields = part.split(';');
            let range = fields.next().unwrap_or_default().trim();
            let lang = match range {
                "*" => Self::Fr,
                tag => match tag.parse() {
                    Ok(lang) => lang,
                    Err(UnknownLang(_)) => continue,
                },
            };
            let weight = fields
                .find_map(|field| field.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            if weight > 0.0 && best.is_none_or(|(_, heaviest)| weight > heaviest) {
                best = Some((lang, weight));
            }
        }
        best.map(|(lang, _)| lang)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads a language tag by its primary part: `fr`, `fr-CA`, `EN_us`.
    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.code()))
            .ok_or_else(|| UnknownLang(tag.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::*;

    #[test]
    fn negotiates_as_browsers_ask() {
        for (header, expected) in [
            ("fr", Some(Lang::Fr)),
            ("fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7", Some(Lang::Fr)),
            ("en-US,en;q=0.9,fr;q=0.8", Some(Lang::En)),
            ("en;q=0.3, fr;q=0.31", Some(Lang::Fr)),
            ("en, fr", Some(Lang::En)),
            ("de-DE, *;q=0.5", Some(Lang::Fr)),
            ("fr;q=0, en;q=0.1", Some(Lang::En)),
            ("fr;q=nonsense, en;q=0.1", Some(Lang::En)),
            ("FR-ca", Some(Lang::Fr)),
            ("frisian", None),
            ("de, it", None),
            ("", None),
        ] {
            assert_eq!(Lang::from_accept_language(header), expected, "{header:?}");
        }
    }

    #[test]
    fn an_unknown_language_is_named_in_the_error() {
        let error = "pt-BR".parse::<Lang>().expect_err("Portuguese is not spoken here");
        assert_eq!(error.to_string(), "unknown language \"pt-BR\": expected \"fr\" or \"en\"");
    }
}
