//! Who the invented agency works for: three clients and their teams. No person, place or brand here exists.

use super::hr_team::HR_TEAM;
use super::newspaper::NEWSPAPER;
use super::plan::{ClientPlan, Subject};
use super::rhythm::{HOLIDAY_MAKERS, NEWSROOM, OFFICE, READERS, WELCOME_DESK, WORKERS};
use super::tourist_office::TOURIST_OFFICE;
use model::ContentType;

/// The clients, in the order in which they are shown.
pub(super) const CLIENTS: &[ClientPlan] = &[
    ClientPlan {
        slug: "office-valombre",
        name_fr: "Office de tourisme de Valombre",
        name_en: "Valombre Tourist Office",
        zone: "Europe/Paris",
        subject: Subject::Holidays,
        audience: &HOLIDAY_MAKERS,
        desk: &WELCOME_DESK,
        team: &["Community manager 1", "Community manager 2", "Accueil", "Alternance"],
        spaces: TOURIST_OFFICE,
    },
    ClientPlan {
        slug: "courrier-mirelande",
        name_fr: "Le Courrier de Mirelande",
        name_en: "Le Courrier de Mirelande (regional newspaper)",
        zone: "Europe/Paris",
        subject: Subject::News,
        audience: &READERS,
        desk: &NEWSROOM,
        team: &["Community manager 1", "Community manager 2", "Rédaction", "Modération", "Édition du soir"],
        spaces: NEWSPAPER,
    },
    ClientPlan {
        slug: "rh-solenval",
        name_fr: "Équipe RH de Solenval",
        name_en: "Solenval HR team",
        zone: "Indian/Reunion",
        subject: Subject::Work,
        audience: &WORKERS,
        desk: &OFFICE,
        team: &["Community manager RH", "Recrutement", "Communication interne"],
        spaces: HR_TEAM,
    },
];

/// The day of Meta's services is cut in this zone.
pub(super) const META_ZONE: Option<&str> = Some("America/Los_Angeles");

/// What an account of pictures shows: type, weight, pull.
pub(super) const PICTURES: &[(ContentType, u64, u64)] = &[
    (ContentType::Photo, 45, 900),
    (ContentType::Carousel, 25, 1150),
    (ContentType::Reel, 22, 1400),
    (ContentType::Video, 8, 800),
];
/// Videos and nothing else.
pub(super) const SHORT_VIDEOS: &[(ContentType, u64, u64)] = &[(ContentType::Video, 1, 1000)];
/// What a page of a company shows.
pub(super) const PAGE: &[(ContentType, u64, u64)] = &[
    (ContentType::Photo, 45, 1100),
    (ContentType::Link, 28, 550),
    (ContentType::Video, 15, 1500),
    (ContentType::Status, 7, 800),
    (ContentType::Event, 5, 1000),
];
/// What a short-message account shows.
pub(super) const HEADLINES: &[(ContentType, u64, u64)] = &[
    (ContentType::Link, 58, 850),
    (ContentType::Status, 18, 1050),
    (ContentType::Photo, 16, 1300),
    (ContentType::Video, 5, 1500),
    (ContentType::Poll, 3, 1400),
];
