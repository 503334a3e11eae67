//! The list of rooms: which exist, in which order the rail shows them, what their addresses are.

use crate::roles::{self, Deed};
use crate::state::State;
use axum::Router;
use store::desk::Role;

pub mod account;
pub mod find;
pub mod journal;
pub mod measures;
pub mod settings;
pub mod sign_in;
pub mod sources;

/// A room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Figures.
    Measures,
    /// Acts entered by hand.
    Journal,
    /// Where figures come from.
    Sources,
    /// What holds for everybody.
    Settings,
    /// One's own.
    Account,
}

/// Which choices of the top bar mean something in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// The client.
    pub client: bool,
    /// The spaces.
    pub spaces: bool,
    /// The dates.
    pub period: bool,
    /// The comparison.
    pub compare: bool,
}

impl Room {
    /// The rooms that are there, in the order of the rail.
    pub const ALL: &'static [Self] = &[Self::Measures, Self::Journal, Self::Sources, Self::Settings, Self::Account];

    /// The word of its address, its icon and its messages (`room-WORD`).
    pub const fn word(self) -> &'static str {
        match self {
            Self::Measures => "measures",
            Self::Journal => "journal",
            Self::Sources => "sources",
            Self::Settings => "settings",
            Self::Account => "account",
        }
    }

    /// The key that goes there, behind `g`. The same in both languages: fingers do not translate.
    pub const fn key(self) -> char {
        match self {
            Self::Measures => 'm',
            Self::Journal => 'j',
            Self::Sources => 's',
            Self::Settings => 'r',
            Self::Account => 'a',
        }
    }

    /// Its address.
    pub fn path(self) -> String {
        format!("/{}", self.word())
    }

    /// Whether a role has anything to do there; the rail shows no other.
    pub const fn open_to(self, role: Role) -> bool {
        match self {
            Self::Measures => roles::may(role, Deed::SeeMeasures),
            Self::Journal => roles::may(role, Deed::SeeJournal),
            Self::Sources => roles::may(role, Deed::SeeSources),
            Self::Settings => roles::may(role, Deed::ManageSpaces),
            Self::Account => true,
        }
    }

    /// Which choices of the top bar it takes.
    pub const fn choices(self) -> Choices {
        match self {
            Self::Measures => Choices { client: true, spaces: true, period: true, compare: true },
            Self::Journal => Choices { client: true, spaces: false, period: true, compare: false },
            Self::Sources => Choices { client: true, spaces: false, period: false, compare: false },
            Self::Settings | Self::Account => Choices { client: false, spaces: false, period: false, compare: false },
        }
    }

    /// Where people arrive.
    pub fn first() -> Self {
        Self::ALL.first().copied().unwrap_or(Self::Account)
    }
}

/// Every room's pages.
pub fn router() -> Router<State> {
    Router::new()
        .merge(sign_in::router())
        .merge(account::router())
        .merge(find::router())
        .merge(measures::router())
        .merge(journal::router())
        .merge(sources::router())
        .merge(settings::router())
}
