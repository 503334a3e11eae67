//! Visits as access logs show them, under the three rule sets.

use super::*;

fn origin(referrer: &str, source: &str, medium: &str, campaign: &str, click_id: &str) -> Origin {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Origin {
        told: true,
        referrer: some(referrer),
        campaign_source: some(source),
        campaign_medium: some(medium),
        campaign: some(campaign),
        click_id: some(click_id),
        channel: None,
    }
}

#[test]
fn the_first_rule_that_fits_wins() {
    use Channel::*;
    // referrer, utm_source, utm_medium, utm_campaign, click id → GA4, Matomo, Plausible
    let cases = [
        (("", "", "", "", ""), [Direct, Direct, Direct]),
        (("l.facebook.com", "", "", "", ""), [OrganicSocial, OrganicSocial, OrganicSocial]),
        (("t.co", "", "", "", ""), [OrganicSocial, OrganicSocial, OrganicSocial]),
        (("plus.url.google.com", "", "", "", ""), [OrganicSocial, OrganicSocial, OrganicSocial]),
        (("google.fr", "", "", "", ""), [OrganicSearch, OrganicSearch, OrganicSearch]),
        (("google.fr", "", "", "", "gclid"), [PaidSearch, Campaign, PaidSearch]),
        (("bing.com", "", "", "", "msclkid"), [PaidSearch, Campaign, PaidSearch]),
        (("chatgpt.com", "", "", "", ""), [Referral, AiAssistant, AiAssistant]),
        (("youtube.com", "", "", "", ""), [OrganicVideo, OrganicSocial, OrganicVideo]),
        (("mail.google.com", "", "", "", ""), [Referral, Referral, Email]),
        (("example.org", "", "", "", ""), [Referral, Referral, Referral]),
        (("amazon.fr", "", "", "", ""), [OrganicShopping, Referral, OrganicShopping]),
        (("", "facebook", "cpc", "", ""), [PaidSocial, Campaign, PaidSocial]),
        (("", "facebook_ads", "", "", ""), [Unassigned, Campaign, Referral]),
        (("", "newsletter", "email", "spring", ""), [Email, Campaign, Email]),
        (("", "newsletter", "", "spring", ""), [Unassigned, Campaign, Email]),
        (("", "partner", "affiliate", "", ""), [Affiliates, Campaign, Affiliates]),
        (("", "partner", "banner", "", ""), [Display, Campaign, Display]),
        (("", "partner", "paid-post", "", ""), [PaidOther, Campaign, PaidOther]),
        (("", "fb", "social", "", ""), [OrganicSocial, Campaign, OrganicSocial]),
        (("", "poster", "qr", "", ""), [Unassigned, Campaign, Referral]),
        (("", "google", "cpc", "cross-network", ""), [CrossNetwork, Campaign, CrossNetwork]),
        (("", "partner", "cpc", "summer-shop", ""), [PaidShopping, Campaign, PaidShopping]),
        (("", "partner", "", "workshop", ""), [Unassigned, Campaign, Referral]),
        (("", "app", "push", "", ""), [MobilePush, Campaign, MobilePush]),
        (("", "sms", "", "", ""), [Sms, Campaign, Sms]),
        (("", "podcast", "audio", "", ""), [Audio, Campaign, Audio]),
    ];
    for ((referrer, source, medium, campaign, click_id), expected) in cases {
        let origin = origin(referrer, source, medium, campaign, click_id);
        let got = [RuleSet::Ga4, RuleSet::Matomo, RuleSet::Plausible].map(|rules| sort(rules, &origin));
        assert_eq!(got, expected, "{origin:?}");
    }
}

#[test]
fn a_log_without_referrers_says_nothing() {
    let untold = Origin::default();
    for rules in RuleSet::ALL {
        assert_eq!(sort(*rules, &untold), Channel::Unknown);
    }
    let tagged = Origin { campaign_source: Some("facebook".into()), ..Origin::default() };
    assert_eq!(sort(RuleSet::Plausible, &tagged), Channel::OrganicSocial);
    let by_name = Origin { told: true, referrer: Some("google".into()), ..Origin::default() };
    assert_eq!((sort(RuleSet::Matomo, &by_name), &*referrer_of(&by_name)), (Channel::OrganicSearch, "google"));
    let by_tool = Origin { told: true, channel: Some("réseaux sociaux".into()), ..Origin::default() };
    assert_eq!((sort(RuleSet::Ga4, &by_tool), &*referrer_of(&by_tool)), (Channel::OrganicSocial, "unknown"));
    assert_eq!(&*referrer_of(&untold), "unknown");
    assert_eq!(&*referrer_of(&origin("", "", "", "", "")), "none");
    assert_eq!(&*referrer_of(&origin("t.co", "", "", "", "")), "x");
    assert_eq!(&*referrer_of(&origin("example.org", "", "", "", "")), "example.org");
}
