//! The spaces of the tourist office: gains without losses, an account purged of bots, a channel told for eight months only.

use super::clients::{META_ZONE, PAGE, PICTURES, SHORT_VIDEOS};
use super::plan::{EMPTY, JOURNAL, SpacePlan, Stretch};
use super::story::Story;
use super::told::{Growth, Told};
use model::{Metric, Network};

/// The spaces, in the order in which they are shown.
pub(super) const TOURIST_OFFICE: &[SpacePlan] = &[
    SpacePlan {
        slug: "facebook",
        name: "Facebook · Valombre",
        network: Network::Facebook,
        told: Told {
            growth: Growth::GainsOnly,
            per_post: &[
                Metric::Likes,
                Metric::Comments,
                Metric::Shares,
                Metric::Reach,
                Metric::Impressions,
                Metric::LinkClicks,
            ],
            zone: META_ZONE,
            ..Told::NOTHING
        },
        followers: 9_000,
        gains: 8_000,
        losses: 3_000,
        posts: 900,
        types: PAGE,
        interactions: 140_000,
        parts: [790, 90, 120],
        ..EMPTY
    },
    SpacePlan {
        slug: "instagram",
        name: "Instagram · Valombre",
        network: Network::Instagram,
        told: Told {
            growth: Growth::OneByOne,
            acts: true,
            per_day: &[Metric::Reach],
            zone: META_ZONE,
            ..Told::NOTHING
        },
        story: Story::Purge,
        followers: 2_400,
        gains: 13_000,
        losses: 5_500,
        posts: 950,
        types: PICTURES,
        interactions: 75_000,
        parts: [880, 65, 55],
        mentions: 3_000,
        ..EMPTY
    },
    SpacePlan {
        slug: "tiktok",
        name: "TikTok · Valombre",
        network: Network::Tiktok,
        told: Told {
            growth: Growth::GainsAndLosses,
            per_day: &[Metric::Likes, Metric::Comments, Metric::Shares, Metric::VideoViews, Metric::ProfileViews],
            ..Told::NOTHING
        },
        followers: 150,
        gains: 9_000,
        losses: 3_500,
        posts: 350,
        types: SHORT_VIDEOS,
        interactions: 260_000,
        parts: [900, 40, 60],
        ..EMPTY
    },
    SpacePlan {
        slug: "youtube",
        name: "YouTube · Valombre",
        network: Network::Youtube,
        told: Told {
            growth: Growth::GainsAndLosses,
            per_post: &[Metric::Likes, Metric::Comments, Metric::Shares, Metric::VideoViews],
            zone: META_ZONE,
            ..Told::NOTHING
        },
        stretch: Stretch::Recent,
        followers: 40,
        gains: 900,
        losses: 250,
        posts: 220,
        types: SHORT_VIDEOS,
        interactions: 48_000,
        parts: [850, 100, 50],
        ..EMPTY
    },
    SpacePlan {
        slug: "site",
        name: "valombre.example",
        network: Network::Site,
        visits: 30_000,
        backlinks: 250,
        ..EMPTY
    },
    SpacePlan {
        slug: "newsletter",
        name: "La lettre de Valombre",
        network: Network::Newsletter,
        told: Told { growth: Growth::OneByOne, per_post: &[Metric::LinkClicks], ..Told::NOTHING },
        followers: 2_600,
        gains: 7_000,
        losses: 3_200,
        posts: 1_000,
        weekly: Some(3),
        interactions: 60_000,
        ..EMPTY
    },
    JOURNAL,
];
