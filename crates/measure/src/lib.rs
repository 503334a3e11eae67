//! Numbers: from a question to an answer.
//!
//! `Ask` (words) → `Query` (typed) → reads of `History`, in UTC quarter-hours and service days → folded into local
//! periods by `frame` → one `Figure` per cell by an indicator's formula → `Answer`. This crate reads no database, draws
//! no picture and holds no sentence: messages live in `locales/*/measures.ftl`.

pub mod answer;
mod arrivals;
pub mod ask;
mod cell;
pub mod channel;
mod compare;
mod engagement;
mod evaluation;
pub mod fold;
pub mod frame;
mod group;
pub mod history;
pub mod indicator;
mod ledger;
mod material;
#[cfg(any(test, feature = "memory"))]
pub mod memory;
mod narrow;
mod number;
mod people;
mod quantity;
mod reply;
mod standing;
mod told;
mod unique;

pub use answer::Answer;
pub use ask::{Ask, AskError, Query};
pub use history::{History, HistoryError, Scope};
pub use narrow::UNKNOWN;
pub use reply::{AnswerError, answer_to, answers_to};
pub use told::Teller;
