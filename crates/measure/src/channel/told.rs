//! The channels of audience tools, by the words their exports write, in English and in French: GA4, Plausible, Matomo.
//! A word that is not here is a group somebody made: nothing says what it holds.

use super::Channel;

/// Each channel and its words, lower case, accents as written.
const WORDS: &[(Channel, &[&str])] = &[
    (
        Channel::Direct,
        &[
            "direct",
            "direct / none",
            "direct entry",
            "direct visits",
            "accès direct",
            "entrées directes",
            "entrée directe",
            "(none)",
        ],
    ),
    (
        Channel::OrganicSearch,
        &[
            "organic search",
            "search engines",
            "search engine",
            "search",
            "recherche organique",
            "recherche naturelle",
            "moteurs de recherche",
            "moteur de recherche",
        ],
    ),
    (Channel::PaidSearch, &["paid search", "recherche payante", "réseau de recherche payant"]),
    (
        Channel::OrganicSocial,
        &[
            "organic social",
            "social",
            "social networks",
            "social network",
            "réseaux sociaux",
            "réseau social",
            "réseaux sociaux organiques",
            "social organique",
        ],
    ),
    (Channel::PaidSocial, &["paid social", "réseaux sociaux payants", "social payant"]),
    (Channel::OrganicVideo, &["organic video", "vidéo organique", "vidéos organiques"]),
    (Channel::PaidVideo, &["paid video", "vidéo payante", "vidéos payantes"]),
    (Channel::OrganicShopping, &["organic shopping", "shopping organique"]),
    (Channel::PaidShopping, &["paid shopping", "shopping payant"]),
    (
        Channel::AiAssistant,
        &["ai assistants", "ai assistant", "assistants ia", "assistant ia", "assistants d'ia", "assistants d’ia"],
    ),
    (Channel::Email, &["email", "e-mail", "e-mails", "courriel", "courriels"]),
    (
        Channel::Referral,
        &[
            "referral",
            "referrals",
            "websites",
            "website",
            "site",
            "sites web",
            "site web",
            "sites référents",
            "site référent",
            "renvois",
        ],
    ),
    (Channel::Affiliates, &["affiliates", "affiliate", "affiliés", "affiliation"]),
    (Channel::Display, &["display", "bannières"]),
    (Channel::PaidOther, &["paid other", "autres canaux payants", "autre payant"]),
    (Channel::Audio, &["audio"]),
    (Channel::Sms, &["sms"]),
    (
        Channel::MobilePush,
        &["mobile push notifications", "mobile push", "notifications push sur mobile", "notifications push mobiles"],
    ),
    (Channel::CrossNetwork, &["cross-network", "multi-réseaux", "multiréseau"]),
    (Channel::Campaign, &["campaigns", "campaign", "campagnes", "campagne"]),
];

/// The channel of a word; `Unassigned` when nobody knows it.
pub fn channel(word: &str) -> Channel {
    let word = word.trim();
    WORDS.iter().find(|(_, words)| words.contains(&word)).map_or(Channel::Unassigned, |(channel, _)| *channel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages() {
        let cases = [
            ("organic social", Channel::OrganicSocial),
            ("réseaux sociaux", Channel::OrganicSocial),
            ("direct entry", Channel::Direct),
            ("entrées directes", Channel::Direct),
            ("moteurs de recherche", Channel::OrganicSearch),
            ("websites", Channel::Referral),
            ("campagnes", Channel::Campaign),
            ("ai assistants", Channel::AiAssistant),
            ("(other)", Channel::Unassigned),
            ("unassigned", Channel::Unassigned),
            ("notre groupe du printemps", Channel::Unassigned),
        ];
        for (word, expected) in cases {
            assert_eq!(channel(word), expected, "{word}");
        }
    }

    #[test]
    fn a_word_stands_once() {
        let mut all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        let words = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), words);
    }
}
