//! The spaces of the human resources team: a network that tells totals only, small accounts known act by act.

use super::clients::{HEADLINES, PAGE, PICTURES};
use super::plan::{EMPTY, JOURNAL, SpacePlan};
use super::told::{Growth, Told};
use model::{Metric, Network};

/// The spaces, in the order in which they are shown.
pub(super) const HR_TEAM: &[SpacePlan] = &[
    SpacePlan {
        slug: "linkedin",
        name: "LinkedIn · Solenval",
        network: Network::Linkedin,
        told: Told {
            growth: Growth::LevelsOnly,
            per_post: &[Metric::Likes, Metric::Comments, Metric::Shares, Metric::Impressions, Metric::Clicks],
            zone: Some("UTC"),
            ..Told::NOTHING
        },
        followers: 3_100,
        gains: 9_000,
        losses: 2_600,
        posts: 700,
        types: PAGE,
        interactions: 62_000,
        parts: [830, 110, 60],
        ..EMPTY
    },
    SpacePlan {
        slug: "instagram",
        name: "Instagram · Solenval recrute",
        network: Network::Instagram,
        told: Told { growth: Growth::OneByOne, acts: true, ..Told::NOTHING },
        followers: 700,
        gains: 6_000,
        losses: 2_500,
        posts: 500,
        types: PICTURES,
        interactions: 42_000,
        parts: [890, 60, 50],
        ..EMPTY
    },
    SpacePlan {
        slug: "bluesky",
        name: "Bluesky · Solenval RH",
        network: Network::Bluesky,
        told: Told { growth: Growth::OneByOne, acts: true, ..Told::NOTHING },
        followers: 120,
        gains: 5_000,
        losses: 2_000,
        posts: 1_200,
        types: HEADLINES,
        interactions: 14_000,
        parts: [680, 150, 170],
        mentions: 2_000,
        citations: 500,
        ..EMPTY
    },
    SpacePlan {
        slug: "blog",
        name: "Le blog des métiers",
        network: Network::Blog,
        told: Told { acts: true, ..Told::NOTHING },
        posts: 250,
        interactions: 4_000,
        parts: [0, 1000, 0],
        backlinks: 150,
        visits: 6_000,
        ..EMPTY
    },
    SpacePlan {
        slug: "newsletter",
        name: "La lettre des carrières",
        network: Network::Newsletter,
        told: Told { growth: Growth::OneByOne, per_post: &[Metric::LinkClicks], ..Told::NOTHING },
        followers: 900,
        gains: 3_000,
        losses: 1_200,
        posts: 1_000,
        weekly: Some(1),
        interactions: 35_000,
        ..EMPTY
    },
    JOURNAL,
];
