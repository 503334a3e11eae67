//! Plausible's channels, in its order (github.com/plausible/analytics, module Acquisition): GA4's order with channels of
//! its own for assistants, mail hosts counted as mail, paid clicks told by their id, and nothing unassigned:
//! whatever has a source is a referral, the rest is direct.

use super::{Channel, Rule, Trace};
use model::referrer::Kind;

pub(crate) const RULES: &[Rule] = &[
    // The campaign's name contains "cross-network".
    Rule { channel: Channel::CrossNetwork, fits: |trace| trace.campaign.contains("cross-network") },
    // A shop, or a campaign that speaks of shopping, with a paid medium.
    Rule { channel: Channel::PaidShopping, fits: |trace| shopping(trace) && trace.is_paid() },
    // A search engine with a paid medium or an advertising source; Google or Bing with their own click id.
    Rule {
        channel: Channel::PaidSearch,
        fits: |trace| {
            (trace.is(Kind::Search) && paid(trace))
                || (trace.is_named("Google") && trace.click_id == Some("gclid"))
                || (trace.is_named("Bing") && trace.click_id == Some("msclkid"))
        },
    },
    // A social network with a paid medium or an advertising source.
    Rule { channel: Channel::PaidSocial, fits: |trace| trace.is_social() && paid(trace) },
    // A video site with a paid medium or an advertising source.
    Rule { channel: Channel::PaidVideo, fits: |trace| trace.is_video() && paid(trace) },
    // The medium is a word for banners.
    Rule { channel: Channel::Display, fits: |trace| trace.is_display() },
    // Any other paid medium.
    Rule { channel: Channel::PaidOther, fits: |trace| trace.is_paid() },
    // A shop, or a campaign that speaks of shopping.
    Rule { channel: Channel::OrganicShopping, fits: shopping },
    // A social network, or a medium that says so.
    Rule { channel: Channel::OrganicSocial, fits: |trace| trace.is_social() || trace.is_social_medium() },
    // A video site, or a medium that contains "video".
    Rule { channel: Channel::OrganicVideo, fits: |trace| trace.is_video() || trace.medium.contains("video") },
    // An assistant.
    Rule { channel: Channel::AiAssistant, fits: |trace| trace.is(Kind::Assistant) },
    // A search engine.
    Rule { channel: Channel::OrganicSearch, fits: |trace| trace.is(Kind::Search) },
    // A mail host, or a source or medium that contains a word for mail.
    Rule {
        channel: Channel::Email,
        fits: |trace| trace.is(Kind::Mail) || mail(trace.medium) || (trace.tagged && mail(trace.source)),
    },
    // The medium is "affiliate".
    Rule { channel: Channel::Affiliates, fits: |trace| trace.medium == "affiliate" },
    // The medium is "audio".
    Rule { channel: Channel::Audio, fits: |trace| trace.medium == "audio" },
    // Source or medium is "sms".
    Rule { channel: Channel::Sms, fits: |trace| trace.medium == "sms" || trace.source == "sms" },
    // The medium ends with "push" or contains "mobile" or "notification", or the source is "firebase".
    Rule { channel: Channel::MobilePush, fits: |trace| trace.is_push() },
    // Anything with a source.
    Rule {
        channel: Channel::Referral,
        fits: |trace| matches!(trace.medium, "referral" | "app" | "link") || !trace.source.is_empty(),
    },
];

fn shopping(trace: &Trace<'_>) -> bool {
    trace.is(Kind::Shop) || trace.is_shopping_campaign()
}

/// A paid medium, or a `utm_source` that is itself the name of an advertising product.
fn paid(trace: &Trace<'_>) -> bool {
    let advertising = |source: &str| {
        source == "adwords"
            || ["ads", "ad"]
                .iter()
                .any(|word| source.strip_suffix(word).is_some_and(|before| before.ends_with(['-', '_'])))
    };
    trace.is_paid() || (trace.tagged && advertising(trace.source))
}

fn mail(word: &str) -> bool {
    ["email", "e-mail", "e_mail", "e mail", "newsletter"].iter().any(|tag| word.contains(tag))
}
