//! Matomo's channel types (github.com/matomo-org/matomo, plugin Referrers): direct, campaign, search engine, social
//! network, AI assistant, website. Campaign tags win over the referrer; Matomo knows nothing of media.

use super::{Channel, Rule};
use model::referrer::Kind;

pub(crate) const RULES: &[Rule] = &[
    // Any campaign tag, whatever the referrer; a paid click id is one.
    Rule {
        channel: Channel::Campaign,
        fits: |trace| trace.tagged || matches!(trace.click_id, Some("gclid" | "msclkid")),
    },
    // The referring host is an assistant's.
    Rule {
        channel: Channel::AiAssistant,
        fits: |trace| trace.referrer.is_some_and(|party| party.kind == Kind::Assistant),
    },
    // The referring host is a social network's.
    Rule {
        channel: Channel::OrganicSocial,
        fits: |trace| trace.referrer.is_some_and(|party| party.kind == Kind::Network),
    },
    // The referring host is a search engine's.
    Rule {
        channel: Channel::OrganicSearch,
        fits: |trace| trace.referrer.is_some_and(|party| party.kind == Kind::Search),
    },
    // Any other referring host.
    Rule { channel: Channel::Referral, fits: |trace| !trace.source.is_empty() },
];
