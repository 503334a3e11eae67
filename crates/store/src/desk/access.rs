//! Who is asking, and the one place where what they ask is cut down to the clients they work for.

use crate::db::Store;
use crate::error::StoreError;
use crate::on;
use crate::row;
use async_recursion::async_recursion as boxed;
use measure::history::Scope;
use model::{ClientId, Network, PersonId, SpaceId};
use serde::{Deserialize, Serialize};

model::coded!(
    /// What somebody is here. What a role may do is decided by the interface, in one place.
    Role, "role", {
        /// Runs this Vigie: people, clients, settings.
        Owner = 1, "owner";
        /// Answers for clients: spaces, sources, reports.
        Manager = 2, "manager";
        /// Does the daily work.
        CommunityManager = 3, "community_manager";
        /// Reads.
        Viewer = 4, "viewer";
    }
);

/// Which clients somebody works for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clients {
    /// Every client, those to come included.
    All,
    /// These and no other.
    Only(Vec<ClientId>),
}

/// Who is asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// The person; `None` for the command line, where whoever can read the data folder sees all of it.
    pub person: Option<PersonId>,
    /// Their role.
    pub role: Role,
    /// The clients they see.
    pub clients: Clients,
}

impl Viewer {
    /// The command line and the night jobs.
    pub fn system() -> Self {
        Self { person: None, role: Role::Owner, clients: Clients::All }
    }

    /// Whether this client exists for them.
    pub fn sees(&self, client: ClientId) -> bool {
        match &self.clients {
            Clients::All => true,
            Clients::Only(ids) => ids.contains(&client),
        }
    }

    /// The first argument of every statement that uses [`walled!`]: `*`, or `,1,5,`.
    pub(super) fn wall(&self) -> String {
        match &self.clients {
            Clients::All => "*".to_owned(),
            Clients::Only(ids) => ids.iter().fold(",".to_owned(), |list, id| format!("{list}{},", id.0)),
        }
    }

    /// The person's id as an argument; no row carries the 0 of the command line.
    pub(super) fn person_or_none(&self) -> i64 {
        self.person.map_or(0, |person| person.0)
    }
}

/// The wall between clients, as a condition of a statement whose `$1` is [`Viewer::wall`]. One text for both engines,
/// and a column without client passes for nobody but those who see all.
macro_rules! walled {
    ($column:literal) => {
        concat!("($1 = '*' or $1 like '%,' || ", $column, " || ',%')")
    };
}
pub(super) use walled;

/// What a question is limited to, in words as typed. Empty lists limit nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScopeFilter {
    /// Client slugs.
    pub clients: Vec<String>,
    /// Space slugs, or `client/space` where two clients have a space of the same slug.
    pub spaces: Vec<String>,
    /// Kinds of space.
    pub networks: Vec<Network>,
}

row! {
    /// A space with what is needed to choose it.
    struct Seen {
        id: i64,
        slug: String,
        network: i64,
        client_slug: String,
    }
}

impl Seen {
    fn answers_to(&self, wanted: &str) -> bool {
        match wanted.split_once('/') {
            Some((client, space)) => self.client_slug == client && self.slug == space,
            None => self.slug == wanted,
        }
    }
}

impl Store {
    /// The spaces a question may see: those of the viewer's clients that the filter names.
    ///
    /// `Absent("client")` or `Absent("space")` when one that was named is not there *for this viewer*; whether it is
    /// there for somebody else cannot be told from the answer.
    #[boxed]
    pub async fn scope(&self, viewer: &Viewer, filter: &ScopeFilter) -> Result<Scope, StoreError> {
        let wall = viewer.wall();
        if !filter.clients.is_empty() {
            let known: Vec<String> = on!(&self.db, pool => sqlx::query_scalar(
                concat!("select slug from client where ", walled!("id"))).bind(&wall).fetch_all(pool).await)?;
            if filter.clients.iter().any(|slug| !known.contains(slug)) {
                return Err(StoreError::Absent("client"));
            }
        }
        let mut seen: Vec<Seen> = on!(&self.db, pool => sqlx::query_as(concat!(
            "select space.id, space.slug, space.network, client.slug as client_slug
             from space join client on client.id = space.client_id where ", walled!("client.id"), " order by space.id"))
            .bind(&wall).fetch_all(pool).await)?;
        seen.retain(|space| filter.clients.is_empty() || filter.clients.contains(&space.client_slug));
        if filter.spaces.iter().any(|wanted| !seen.iter().any(|space| space.answers_to(wanted))) {
            return Err(StoreError::Absent("space"));
        }
        let spaces = seen
            .iter()
            .filter(|space| filter.spaces.is_empty() || filter.spaces.iter().any(|wanted| space.answers_to(wanted)))
            .filter(|space| {
                filter.networks.is_empty() || filter.networks.iter().any(|n| i64::from(n.code()) == space.network)
            })
            .map(|space| SpaceId(space.id))
            .collect();
        Ok(Scope { spaces })
    }
}
