//! Google Analytics 4's default channel group, in its order (support.google.com/analytics/answer/9756891).
//!
//! Its rules speak of a source and a medium. Without tags, the medium is *organic* when the referrer is a search
//! engine, *referral* when it is another site, *(none)* when there is no referrer; a `gclid` stands for google / cpc.
//! It knows no assistants: they are referrals. Google's lists of sources are not published in a usable form; our own
//! table takes their place.

use super::{Channel, Rule, Trace};
use model::referrer::Kind;

pub(crate) const RULES: &[Rule] = &[
    // Source is (direct) and medium is (not set) or (none).
    Rule {
        channel: Channel::Direct,
        fits: |trace| trace.source.is_empty() && !trace.tagged && trace.click_id.is_none(),
    },
    // The campaign's name contains "cross-network".
    Rule { channel: Channel::CrossNetwork, fits: |trace| trace.campaign.contains("cross-network") },
    // A shop, or a campaign that speaks of shopping, with a paid medium.
    Rule { channel: Channel::PaidShopping, fits: |trace| shopping(trace) && trace.is_paid() },
    // A search engine with a paid medium; Google's own click id.
    Rule {
        channel: Channel::PaidSearch,
        fits: |trace| {
            (trace.is(Kind::Search) && trace.is_paid()) || matches!(trace.click_id, Some("gclid" | "msclkid"))
        },
    },
    // A social network with a paid medium.
    Rule { channel: Channel::PaidSocial, fits: |trace| trace.is_social() && trace.is_paid() },
    // A video site with a paid medium.
    Rule { channel: Channel::PaidVideo, fits: |trace| trace.is_video() && trace.is_paid() },
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
    // A search engine, or the medium "organic".
    Rule { channel: Channel::OrganicSearch, fits: |trace| trace.is(Kind::Search) || trace.medium == "organic" },
    // Source or medium is a word for mail.
    Rule { channel: Channel::Email, fits: |trace| mail(trace.medium) || mail(trace.source) },
    // The medium is "affiliate".
    Rule { channel: Channel::Affiliates, fits: |trace| trace.medium == "affiliate" },
    // The medium is "referral", "app" or "link": that of any untagged visit from another site.
    Rule {
        channel: Channel::Referral,
        fits: |trace| {
            matches!(trace.medium, "referral" | "app" | "link") || (!trace.tagged && !trace.source.is_empty())
        },
    },
    // The medium is "audio".
    Rule { channel: Channel::Audio, fits: |trace| trace.medium == "audio" },
    // Source or medium is "sms".
    Rule { channel: Channel::Sms, fits: |trace| trace.medium == "sms" || trace.source == "sms" },
    // The medium ends with "push" or contains "mobile" or "notification", or the source is "firebase".
    Rule { channel: Channel::MobilePush, fits: |trace| trace.is_push() },
];

fn shopping(trace: &Trace<'_>) -> bool {
    trace.is(Kind::Shop) || trace.is_shopping_campaign()
}

fn mail(word: &str) -> bool {
    matches!(word, "email" | "e-mail" | "e_mail" | "e mail")
}
