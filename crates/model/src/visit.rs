//! A visit: one person's uninterrupted stay on a site, as an access log shows it.
//!
//! Requests of one visitor (address and user agent, hashed at once) that follow each other within 30 minutes
//! are one visit; where it came from is the origin of its first page.

use crate::time::Millis;
use serde::{Deserialize, Serialize};

/// The pause that ends a visit: 30 minutes, as Matomo, Plausible and GA4 do.
pub const PAUSE_MS: i64 = 30 * 60 * 1000;

/// Where a visit came from, as neutral facts. Which *channel* that is depends on the rule set chosen by the
/// reader (GA4, Matomo, Plausible) and is decided by `measure` when asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Origin {
    /// Whether the source writes referrers at all. `false`: nothing can be said, the visit is *unknown*.
    pub told: bool,
    /// Host of the referring page, lower case, without `www.`; `None` when the browser sent none.
    pub referrer: Option<String>,
    /// `utm_source`, lower case.
    pub campaign_source: Option<String>,
    /// `utm_medium`, lower case.
    pub campaign_medium: Option<String>,
    /// `utm_campaign`, lower case.
    pub campaign: Option<String>,
    /// The click id met in the address: `gclid`, `msclkid`, `fbclid`…
    pub click_id: Option<String>,
    /// The channel in the words of the audience tool that sorted the visits, lower case; only where a tool tells them
    /// sorted already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
}

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Address and user agent together; the store keeps a keyed hash only.
    pub visitor: String,
    /// First request.
    pub from: Millis,
    /// Last request.
    pub last: Millis,
    /// Where it came from.
    pub origin: Origin,
    /// Path of the first page, without query.
    pub landing: String,
    /// Pages seen.
    pub pages: u32,
}
