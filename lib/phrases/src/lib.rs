//! What a program says to people, in French and in English: messages, numbers, dates, durations.
//!
//! The caller brings the messages as [Fluent](https://projectfluent.org) texts; this crate checks
//! them, chooses plurals, and writes figures the way each language's typographers do. It holds no
//! message of any product, reads no file and asks for no ambient clock or zone.
//!
//! ```
//! use phrases::{Lang, Phrases, Value};
//!
//! let phrases = Phrases::new([(
//!     Lang::Fr,
//!     "growth.ftl",
//!     "gained = { $n ->\n    [one] { $n } abonné de plus\n   *[other] { $n } abonnés de plus\n }",
//! )])?;
//! let voice = phrases.in_language(Lang::Fr);
//! assert_eq!(voice.say_with("gained", &[("n", Value::Number(1402.0))]), "1\u{202f}402 abonnés de plus");
//! assert_eq!(voice.percent(0.0417, 1), "4,2\u{202f}%");
//! # Ok::<(), phrases::CatalogueError>(())
//! ```

mod catalogue;
mod date;
mod elapsed;
mod lang;
mod lint;
mod number;
mod value;
mod voice;

pub use catalogue::{CatalogueError, Fault, Phrases};
pub use lang::Lang;
pub use lint::{Finding, Flaw, lint};
pub use value::Value;
pub use voice::Voice;
