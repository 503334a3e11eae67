//! An answer: what one respondent of a survey said to one question, or to one choice of it.

use crate::fact::ZoneRule;
use crate::time::Millis;
use serde::{Deserialize, Serialize};

/// One answer, as a source tells it. Never a name, a mail address or an address on the network.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Answer {
    /// Key of the survey: the same for every export of it, whatever the file is called.
    pub survey: String,
    /// Key of the respondent within the survey. The store keeps a keyed hash of it and nothing else.
    pub respondent: String,
    /// The question, as it was asked.
    pub question: String,
    /// The choice or line of the question that this answers, where the question has several.
    pub choice: Option<String>,
    /// Place of the question in the survey, from 1: the order in which it was asked.
    pub position: u32,
    /// What was answered, as written. What was not answered has no answer.
    pub value: String,
    /// When the answers were sent, if the source says.
    pub submitted_at: Option<Millis>,
    /// How that instant was told.
    pub zone_rule: ZoneRule,
    /// Whether the respondent went to the end, if the source says.
    pub complete: Option<bool>,
}
