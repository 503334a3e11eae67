//! Channels: which way a visit came, under one of three published rule sets. The neutral facts of a visit
//! (`model::Origin`) are kept; the rules are applied when asked, so that they can be compared.
//!
//! Each rule set is an ordered list of rules, the first that fits wins. What is a network, a search engine, an
//! assistant or a mail host is our own table (`model::referrer`), the same for all three.

mod ga4;
mod matomo;
mod plausible;
mod told;

use crate::ask::RuleSet;
use crate::narrow::UNKNOWN;
use model::Origin;
use model::referrer::{Kind, Party, named, who};
use std::sync::Arc;

model::coded!(
    /// A channel. Each rule set uses some of them; the words are the rule sets' own where they agree.
    Channel, "channel", {
        /// Nothing says where the visit came from.
        Direct = 1, "direct";
        /// A search engine, unpaid.
        OrganicSearch = 2, "organic_search";
        /// A search engine, paid.
        PaidSearch = 3, "paid_search";
        /// A social network, unpaid.
        OrganicSocial = 4, "organic_social";
        /// A social network, paid.
        PaidSocial = 5, "paid_social";
        /// A video site, unpaid.
        OrganicVideo = 6, "organic_video";
        /// A video site, paid.
        PaidVideo = 7, "paid_video";
        /// A shop, unpaid.
        OrganicShopping = 8, "organic_shopping";
        /// A shop, paid.
        PaidShopping = 9, "paid_shopping";
        /// An assistant that answers in sentences.
        AiAssistant = 10, "ai_assistant";
        /// A mail or newsletter.
        Email = 11, "email";
        /// A link on another site.
        Referral = 12, "referral";
        /// A partner paid by result.
        Affiliates = 13, "affiliates";
        /// A banner.
        Display = 14, "display";
        /// Paid, of no better known sort.
        PaidOther = 15, "paid_other";
        /// An audio platform.
        Audio = 16, "audio";
        /// A text message.
        Sms = 17, "sms";
        /// A notification on a phone.
        MobilePush = 18, "mobile_push";
        /// An advertisement served on several networks.
        CrossNetwork = 19, "cross_network";
        /// A campaign, whatever its means (Matomo).
        Campaign = 20, "campaign";
        /// Tagged in a way that no rule knows (GA4).
        Unassigned = 21, "unassigned";
        /// The log writes no referrers: nothing can be said.
        Unknown = 22, "unknown";
    }
);

impl Channel {
    /// Whether it counts in the social share.
    pub const fn is_social(self) -> bool {
        matches!(self, Self::OrganicSocial)
    }

    /// Whether it is social, paid: told apart.
    pub const fn is_paid_social(self) -> bool {
        matches!(self, Self::PaidSocial)
    }
}

/// A rule: the channel it gives, and when.
pub(crate) struct Rule {
    /// What a visit that fits is.
    pub channel: Channel,
    /// Whether a visit fits.
    pub fits: fn(&Trace<'_>) -> bool,
}

/// What rules may ask about a visit; everything lower case.
pub(crate) struct Trace<'a> {
    /// `utm_source`, or else the referring host; empty when there is none.
    pub source: &'a str,
    /// `utm_medium`; empty when there is none.
    pub medium: &'a str,
    /// `utm_campaign`; empty when there is none.
    pub campaign: &'a str,
    /// The click id in the address.
    pub click_id: Option<&'a str>,
    /// Whether the visit carries campaign tags.
    pub tagged: bool,
    /// Who the source is.
    pub party: Option<Party>,
    /// Who the referring host is, whatever the tags say.
    pub referrer: Option<Party>,
}

impl<'a> Trace<'a> {
    fn of(origin: &'a Origin) -> Self {
        let host = origin.referrer.as_deref().unwrap_or_default();
        let source = origin.campaign_source.as_deref().unwrap_or(host);
        let referrer = party_of(host);
        let party = match origin.campaign_source.as_deref() {
            None => referrer,
            Some(source) => who(source).or_else(|| named(source)),
        };
        Self {
            source,
            medium: origin.campaign_medium.as_deref().unwrap_or_default(),
            campaign: origin.campaign.as_deref().unwrap_or_default(),
            click_id: origin.click_id.as_deref(),
            tagged: origin.campaign_source.is_some() || origin.campaign_medium.is_some() || origin.campaign.is_some(),
            party,
            referrer,
        }
    }

    /// Whether the source is of this kind.
    pub fn is(&self, kind: Kind) -> bool {
        self.party.is_some_and(|party| party.kind == kind)
    }

    /// Whether the source is this party.
    pub fn is_named(&self, name: &str) -> bool {
        self.party.is_some_and(|party| party.name == name)
    }

    /// Whether the medium says that the visit was paid for: it contains `cp`, begins with `paid`, or is `ppc` or
    /// `retargeting` (GA4 help, "default channel group"; the same in Plausible).
    pub fn is_paid(&self) -> bool {
        self.medium.contains("cp") || self.medium.starts_with("paid") || matches!(self.medium, "ppc" | "retargeting")
    }

    /// Whether the campaign's name speaks of shopping: the word *shopping*, or *shop* where a word may begin or
    /// after an *e* (as in *e-shop*, *eshop*).
    pub fn is_shopping_campaign(&self) -> bool {
        let begins = |at: usize| match self.campaign.get(..at).and_then(|before| before.chars().next_back()) {
            None | Some('e') => true,
            Some(before) => !before.is_ascii_lowercase(),
        };
        self.campaign.contains("shopping") || self.campaign.match_indices("shop").any(|(at, _)| begins(at))
    }

    /// Whether the medium is one of the words for social networks (GA4 help).
    pub fn is_social_medium(&self) -> bool {
        matches!(self.medium, "social" | "social-network" | "social-media" | "sm" | "social network" | "social media")
    }

    /// Whether the medium is one of the words for banners (GA4 help).
    pub fn is_display(&self) -> bool {
        matches!(self.medium, "display" | "banner" | "expandable" | "interstitial" | "cpm")
    }

    /// Whether the source is a video site. GA4 keeps these apart from social networks, and Plausible follows it.
    pub fn is_video(&self) -> bool {
        const VIDEO: &[&str] = &["YouTube", "Vimeo", "Dailymotion", "Twitch", "TED", "Wistia", "Vevo", "Netflix"];
        self.party.is_some_and(|party| VIDEO.contains(&party.name))
    }

    /// Whether the source is a social network that is no video site.
    pub fn is_social(&self) -> bool {
        self.is(Kind::Network) && !self.is_video()
    }

    /// Whether medium or source end in the way of notifications (GA4 help).
    pub fn is_push(&self) -> bool {
        self.medium.ends_with("push")
            || self.medium.contains("mobile")
            || self.medium.contains("notification")
            || self.source == "firebase"
    }
}

/// Who a referring host is. Audience tools write a name where logs have a host: `google`, `hacker news`.
fn party_of(host: &str) -> Option<Party> {
    who(host).or_else(|| if host.contains('.') { None } else { named(host) })
}

/// The channel of a visit. What an audience tool sorted stays where the tool put it. A log that writes no referrers tells nothing, unless tags do.
pub fn sort(rules: RuleSet, origin: &Origin) -> Channel {
    if let Some(word) = &origin.channel {
        return told::channel(word);
    }
    let trace = Trace::of(origin);
    if !origin.told && !trace.tagged && trace.click_id.is_none() {
        return Channel::Unknown;
    }
    let (rules, otherwise) = match rules {
        RuleSet::Ga4 => (ga4::RULES, Channel::Unassigned),
        RuleSet::Matomo => (matomo::RULES, Channel::Direct),
        RuleSet::Plausible => (plausible::RULES, Channel::Direct),
    };
    rules.iter().find(|rule| (rule.fits)(&trace)).map_or(otherwise, |rule| rule.channel)
}

/// Who sent a visit, for rows by referrer: the party's word if the host is known, or else the host itself;
/// `none` when the browser sent none, `unknown` when the log writes none or a tool does not say.
pub fn referrer_of(origin: &Origin) -> Arc<str> {
    match origin.referrer.as_deref() {
        Some(host) => party_of(host).map_or_else(|| Arc::from(host), |party| Arc::from(party.word())),
        None if origin.channel.is_some() => Arc::from(UNKNOWN),
        None if origin.told => Arc::from("none"),
        None => Arc::from(UNKNOWN),
    }
}

#[cfg(test)]
mod tests;
