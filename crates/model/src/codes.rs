//! One macro for closed lists that have a stable small number (stored) and a stable word (SQL, URL, JSON).
//! The number and the word never change once released; new entries are added at the end.

/// Why a word or a number is not one of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not a {list}")]
pub struct NotListed {
    /// The list's name, in English, as in the glossary.
    pub list: &'static str,
    /// What was given.
    pub given: String,
}

/// Declares an enum with `ALL`, `code()`, `from_code()`, `as_str()`, `FromStr`, `Display`, serde by word.
#[macro_export]
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident, $list:literal, { $($(#[$vmeta:meta])* $variant:ident = $code:literal, $word:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every entry, in the order of their codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable number stored in the database.
            pub const fn code(self) -> i16 { match self { $(Self::$variant => $code,)+ } }

            /// The entry of a stored number.
            pub const fn from_code(code: i16) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// The stable word used in SQL, URLs, JSON and on the command line.
            pub const fn as_str(self) -> &'static str { match self { $(Self::$variant => $word,)+ } }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.as_str()) }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::codes::NotListed;
            fn from_str(given: &str) -> Result<Self, Self::Err> {
                match given {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::codes::NotListed { list: $list, given: given.to_owned() }),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(self.as_str()) }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let given = String::deserialize(d)?;
                given.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
