//! Visits to sites and blogs, with where they came from: about a third without a referrer, as logs really are.
//! Hosts named here are facts about the web (search engines, networks, assistants); the others end in `.example`.

use super::plan::Subject;
use super::scene::{Purpose, Scene, Sheet};
use model::{Millis, Origin, Piece, Visit};

/// One way in.
#[derive(Debug)]
struct Door {
    /// Visits of a thousand.
    weight: u64,
    referrer: Option<&'static str>,
    /// `utm_source` and `utm_medium`.
    tags: Option<(&'static str, &'static str)>,
    /// `utm_campaign`.
    campaign: Option<&'static str>,
    click_id: Option<&'static str>,
    /// Whether it carries more people on days of crisis.
    social: bool,
}

const fn plain(weight: u64, referrer: &'static str) -> Door {
    Door { weight, referrer: Some(referrer), tags: None, campaign: None, click_id: None, social: false }
}

const fn social(weight: u64, referrer: &'static str) -> Door {
    Door { social: true, ..plain(weight, referrer) }
}

const DOORS: &[Door] = &[
    Door { weight: 272, referrer: None, tags: None, campaign: None, click_id: None, social: false },
    plain(215, "google.com"),
    plain(36, "bing.com"),
    plain(24, "qwant.com"),
    plain(20, "ecosia.org"),
    plain(31, "duckduckgo.com"),
    social(40, "facebook.com"),
    Door { tags: Some(("facebook", "social")), campaign: Some("publications"), ..social(34, "l.facebook.com") },
    Door { tags: Some(("instagram", "social")), campaign: Some("publications"), ..social(24, "l.instagram.com") },
    social(23, "t.co"),
    social(17, "linkedin.com"),
    social(12, "mastodon.social"),
    social(11, "bsky.app"),
    social(11, "youtube.com"),
    plain(15, "chatgpt.com"),
    plain(7, "perplexity.ai"),
    plain(5, "copilot.microsoft.com"),
    Door {
        weight: 42,
        referrer: None,
        tags: Some(("newsletter", "email")),
        campaign: Some("lettre"),
        click_id: None,
        social: false,
    },
    plain(9, "mail.google.com"),
    plain(6, "outlook.live.com"),
    plain(27, "fr.wikipedia.org"),
    plain(26, "annuaire-regional.example"),
    plain(21, "blog-voisin.example"),
    plain(14, "partenaires.example"),
    Door {
        tags: Some(("google", "cpc")),
        campaign: Some("saison"),
        click_id: Some("gclid"),
        ..plain(31, "google.com")
    },
    Door {
        tags: Some(("facebook", "paid_social")),
        campaign: Some("saison"),
        click_id: Some("fbclid"),
        ..social(27, "l.facebook.com")
    },
];

/// Writes the visits of the day.
pub(super) fn write(scene: &Scene, sheet: &mut Sheet) {
    let mut chance = scene.chance(Purpose::Visits, 0);
    // Word of a crisis brings readers, though far fewer than it brings comments.
    let curiosity = 1000 + scene.mood.mentions.saturating_sub(1000) / 8;
    for _ in 0..chance.count(scene.amount(scene.plan.visits) * curiosity / 1000) {
        let from = scene.day.moment(scene.client.audience, &mut chance);
        let door = chance
            .weighted(DOORS, |door| if door.social { door.weight * curiosity / 1000 } else { door.weight })
            .and_then(|place| DOORS.get(place));
        let pages = 1 + chance.rank(9);
        let stay = (0..pages - 1).map(|_| 8_000 + chance.below(240_000)).sum::<u64>();
        let visitor = format!("v{}", chance.rank(40_000 * scene.density / 1000 + 1));
        let landing = landing(scene.client.subject).get(usize::try_from(chance.rank(8)).unwrap_or(0));
        let (Some(door), Some(landing)) = (door, landing) else { continue };
        let visit = Visit {
            visitor,
            from,
            last: Millis(from.0 + i64::try_from(stay).unwrap_or(0)),
            origin: door.origin(),
            landing: (*landing).to_owned(),
            pages: u32::try_from(pages).unwrap_or(1),
        };
        if sheet.span.holds(visit.from) {
            sheet.ready.push_back(Piece::Visit(visit));
        }
    }
}

impl Door {
    fn origin(&self) -> Origin {
        let owned = |word: &str| word.to_owned();
        Origin {
            told: true,
            referrer: self.referrer.map(owned),
            campaign_source: self.tags.map(|(source, _)| owned(source)),
            campaign_medium: self.tags.map(|(_, medium)| owned(medium)),
            campaign: self.campaign.map(owned),
            click_id: self.click_id.map(owned),
            channel: None,
        }
    }
}

/// First pages, the most visited first.
const fn landing(subject: Subject) -> &'static [&'static str; 8] {
    match subject {
        Subject::Holidays => {
            &["/", "/agenda", "/plages", "/randonnees", "/hebergements", "/marches", "/venir", "/musee"]
        }
        Subject::News => &["/", "/a-la-une", "/communes", "/sport", "/culture", "/meteo", "/elections", "/avis"],
        Subject::Work => {
            &["/", "/offres", "/metiers", "/alternance", "/temoignages", "/candidature", "/stages", "/valeurs"]
        }
    }
}
