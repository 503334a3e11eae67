//! Ids as newtypes, so that a space is never taken for a post.
//!
//! Clients, spaces, actors, posts and imports have small integer ids: they are the dictionaries the
//! history points to millions of times (ADR 0003). Facts and observations have deterministic 128-bit ids,
//! so that importing the same file twice changes nothing.

use serde::{Deserialize, Serialize};

macro_rules! small_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    };
}

small_id!(
    /// A brand, person or institution whose communities are animated; the wall nothing crosses.
    ClientId
);
small_id!(
    /// One place on the social web that belongs to a client.
    SpaceId
);
small_id!(
    /// Who did something: dictionary id, pseudonymous for members of the community.
    ActorId
);
small_id!(
    /// Something the team published, or something others published that facts point to.
    PostId
);
small_id!(
    /// One file taken in, one run of a connector, or the journal.
    ImportId
);
small_id!(
    /// Somebody who signs in.
    PersonId
);

/// Which of its kind a native id belongs to: keeps a fact and an observation with equal keys apart.
const FACT: &str = "vigie fact 1";
const OBSERVATION: &str = "vigie observation 1";
const ANSWER: &str = "vigie answer 1";

macro_rules! hashed_id {
    ($(#[$meta:meta])* $name:ident, $context:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// The id made of the given parts. Parts are length-prefixed: `("ab","c")` differs from `("a","bc")`.
            pub fn of(parts: &[&[u8]]) -> Self {
                let mut hasher = blake3::Hasher::new_derive_key($context);
                for part in parts {
                    hasher.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
                    hasher.update(part);
                }
                let mut id = [0; 16];
                hasher.finalize_xof().fill(&mut id);
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::codes::NotListed;
            fn from_str(given: &str) -> Result<Self, Self::Err> {
                let wrong = || $crate::codes::NotListed { list: "32-digit hexadecimal id", given: given.to_owned() };
                let mut id = [0; 16];
                if given.len() != 32 || !given.is_ascii() { return Err(wrong()); }
                for (byte, at) in id.iter_mut().zip((0..).step_by(2)) {
                    let digits = given.get(at..at + 2).ok_or_else(wrong)?;
                    *byte = u8::from_str_radix(digits, 16).map_err(|_| wrong())?;
                }
                Ok(Self(id))
            }
        }
    };
}

hashed_id!(
    /// A fact's deterministic id: space, kind and the source's own key of the act.
    FactId, FACT
);
hashed_id!(
    /// An observation's deterministic id: subject, metric, window, format and value.
    ObservationId, OBSERVATION
);
hashed_id!(
    /// An answer's deterministic id: space, survey, respondent, question, choice and what was said.
    AnswerId, ANSWER
);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(FactId::of(&[b"ab", b"c"]), FactId::of(&[b"a", b"bc"]));
        assert_ne!(FactId::of(&[b"a"]).0, ObservationId::of(&[b"a"]).0);
    }

    #[test]
    fn an_id_reads_back_from_its_text() {
        let id = FactId::of(&[b"x"]);
        assert_eq!(id.to_string().parse::<FactId>().unwrap(), id);
        assert!("zz".parse::<FactId>().is_err());
    }
}
