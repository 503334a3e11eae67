//! The spaces of the regional newspaper: gains and losses by day, a crisis, an account whose collection stopped.

use super::clients::{HEADLINES, META_ZONE, PAGE};
use super::plan::{EMPTY, JOURNAL, SpacePlan, Stretch};
use super::story::Story;
use super::told::{Growth, Told};
use model::{Metric, Network};

/// The spaces, in the order in which they are shown.
pub(super) const NEWSPAPER: &[SpacePlan] = &[
    SpacePlan {
        slug: "x",
        name: "X · Le Courrier",
        network: Network::X,
        told: Told {
            growth: Growth::GainsAndLosses,
            per_day: &[
                Metric::Likes,
                Metric::Comments,
                Metric::Shares,
                Metric::Engagements,
                Metric::Impressions,
                Metric::ProfileViews,
            ],
            zone: Some("UTC"),
            ..Told::NOTHING
        },
        story: Story::Crisis,
        followers: 21_000,
        gains: 14_000,
        losses: 9_500,
        posts: 9_000,
        types: HEADLINES,
        interactions: 24_000,
        parts: [640, 150, 210],
        mentions: 11_500,
        ..EMPTY
    },
    SpacePlan {
        slug: "facebook",
        name: "Facebook · Le Courrier",
        network: Network::Facebook,
        told: Told {
            growth: Growth::GainsOnly,
            per_post: &[Metric::Likes, Metric::Comments, Metric::Shares, Metric::Reach, Metric::Impressions],
            zone: META_ZONE,
            ..Told::NOTHING
        },
        story: Story::Crisis,
        followers: 32_000,
        gains: 15_000,
        losses: 8_000,
        posts: 4_000,
        types: PAGE,
        interactions: 120_000,
        parts: [650, 220, 130],
        ..EMPTY
    },
    SpacePlan {
        slug: "mastodon",
        name: "Mastodon · Le Courrier",
        network: Network::Mastodon,
        told: Told { growth: Growth::OneByOne, acts: true, ..Told::NOTHING },
        story: Story::Crisis,
        followers: 1_200,
        gains: 11_000,
        losses: 4_600,
        posts: 6_000,
        types: HEADLINES,
        interactions: 8_700,
        parts: [560, 190, 250],
        mentions: 4_500,
        citations: 1_500,
        ..EMPTY
    },
    SpacePlan {
        slug: "threads",
        name: "Threads · Le Courrier",
        network: Network::Threads,
        told: Told { growth: Growth::OneByOne, acts: true, ..Told::NOTHING },
        stretch: Stretch::Stopped,
        followers: 900,
        gains: 9_000,
        losses: 3_900,
        posts: 2_500,
        types: HEADLINES,
        interactions: 12_000,
        parts: [800, 120, 80],
        mentions: 1_500,
        ..EMPTY
    },
    SpacePlan {
        slug: "site",
        name: "courrier-mirelande.example",
        network: Network::Site,
        visits: 46_000,
        backlinks: 900,
        citations: 2_000,
        ..EMPTY
    },
    SpacePlan {
        slug: "blog",
        name: "Les coulisses de la rédaction",
        network: Network::Blog,
        told: Told { acts: true, ..Told::NOTHING },
        posts: 400,
        interactions: 5_000,
        parts: [0, 1000, 0],
        backlinks: 200,
        visits: 6_000,
        ..EMPTY
    },
    SpacePlan {
        slug: "newsletter",
        name: "La matinale du Courrier",
        network: Network::Newsletter,
        told: Told { growth: Growth::OneByOne, per_post: &[Metric::LinkClicks], ..Told::NOTHING },
        story: Story::Crisis,
        followers: 6_500,
        gains: 16_000,
        losses: 7_800,
        posts: 1_000,
        interactions: 380_000,
        ..EMPTY
    },
    JOURNAL,
];
