//! What people choose for an import, and what must hold of it. The same choices come from the page, where they are
//! kept with the upload, and from the API.

use crate::forms::{Problems, Sent};
use crate::roles::{self, Deed};
use crate::said::Said;
use jiff::tz::TimeZone;
use model::{ClientId, Network, SpaceId};
use serde::{Deserialize, Serialize};
use sources::Mapping;
use store::desk::{Client, Clients, Space, Viewer};

/// Stands for something new in a choice of place: `port-de-brume/+` is a new space, `+/` a new client.
pub const NEW: &str = "+";

/// What a person chose.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// The address it was fetched from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Where it goes: `CLIENT/SPACE`, `CLIENT/` (as each file says), `CLIENT/+`, `+/`. Empty until chosen.
    pub place: String,
    /// The new client's name.
    pub new_client: String,
    /// The new space's name.
    pub new_space: String,
    /// The kind of space, where no file says it.
    pub network: Option<Network>,
    /// The format to read with, where recognition is not wanted.
    pub format: Option<String>,
    /// The zone of local times, where it is not the client's.
    pub zone: Option<String>,
    /// Skip bad lines.
    pub skip_bad: bool,
    /// Also what was not public.
    pub include_private: bool,
    /// Written by others.
    pub by_others: bool,
    /// Hosts of the client's own sites.
    pub own_hosts: Vec<String>,
    /// Names of the team's people, as the source writes them.
    pub team: Vec<String>,
    /// Read, store nothing (API).
    #[serde(skip)]
    pub dry_run: bool,
    /// The mapping for every table of the upload (API; on the page mappings are kept apart).
    #[serde(skip)]
    pub mapping: Option<Mapping>,
}

impl Choices {
    /// What the page's form sent.
    pub fn of(sent: &Sent, address: Option<String>) -> Self {
        Self {
            address,
            place: sent.text("place").to_owned(),
            new_client: sent.text("new_client").to_owned(),
            new_space: sent.text("new_space").to_owned(),
            network: sent.optional("network").and_then(|word| word.parse().ok()),
            format: sent.optional("format").map(str::to_owned),
            zone: sent.optional("zone").map(str::to_owned),
            skip_bad: sent.is_on("skip_bad"),
            include_private: sent.is_on("include_private"),
            by_others: sent.is_on("by_others"),
            own_hosts: hosts(sent.text("own_hosts")),
            team: names(sent.text("team")),
            dry_run: false,
            mapping: None,
        }
    }

    /// The client named, and what stands behind the stroke: a space, [`NEW`], or nothing.
    pub fn named(&self) -> Option<(&str, &str)> {
        self.place.split_once('/')
    }
}

/// Hosts as people list them.
pub fn hosts(text: &str) -> Vec<String> {
    text.split([',', ';', ' ', '\n']).map(str::trim).filter(|host| !host.is_empty()).map(str::to_lowercase).collect()
}

/// Names as people list them: a comma, a semicolon or a new line between two, since a name may hold spaces.
pub fn names(text: &str) -> Vec<String> {
    text.split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Where an import goes.
#[derive(Debug, Clone)]
pub struct Destination {
    /// The client, when it is there.
    pub client_id: Option<ClientId>,
    /// Its name.
    pub client: String,
    /// The zone of local times.
    pub zone: String,
    /// The space's name; `None`: as each file says.
    pub space: Option<String>,
    /// The space, when it is there.
    pub space_id: Option<SpaceId>,
    /// The client's spaces.
    pub spaces: Vec<Space>,
}

/// What somebody may choose from.
#[derive(Debug, Clone)]
pub struct Reach {
    /// The clients they see.
    pub clients: Vec<Client>,
    /// The spaces they see.
    pub spaces: Vec<Space>,
    /// Whether they may make a client: who sees all of them only, since an import into a client of that name, hidden
    /// from them, would go through the wall.
    pub new_client: bool,
    /// The organisation's zone.
    pub zone: String,
}

impl Reach {
    /// What a viewer may choose from.
    pub async fn of(store: &store::Store, viewer: &Viewer, zone: &str) -> Result<Self, store::StoreError> {
        Ok(Self {
            clients: store.clients_of(viewer).await?,
            spaces: store.spaces_of(viewer).await?,
            new_client: roles::may(viewer.role, Deed::ManageClients) && viewer.clients == Clients::All,
            zone: zone.to_owned(),
        })
    }

    /// The spaces of a client.
    pub fn spaces_of(&self, client: ClientId) -> Vec<Space> {
        self.spaces.iter().filter(|space| space.client == client).cloned().collect()
    }

    /// Where choices lead, or what is wrong with them. Words are those of the page's fields.
    pub fn settle(&self, choices: &Choices) -> Result<Destination, Problems> {
        let mut problems = Problems::default();
        if let Some(zone) = &choices.zone
            && TimeZone::get(zone).is_err()
        {
            problems.add("zone", Said::new("field-zone"));
        }
        if let Some(format) = &choices.format
            && sources::registry::by_id(format).is_none()
        {
            problems.add("format", Said::new("sources-format-unknown"));
        }
        let found = self.place(choices, &mut problems);
        match found {
            Some(mut to) if problems.is_empty() => {
                if let Some(zone) = &choices.zone {
                    to.zone.clone_from(zone);
                }
                Ok(to)
            }
            _ => Err(problems),
        }
    }

    fn place(&self, choices: &Choices, problems: &mut Problems) -> Option<Destination> {
        let mut fail = |field: &str, key: &str| {
            problems.add(field, Said::new(key));
            None
        };
        let Some((client, space)) = choices.named() else { return fail("place", "sources-place-needed") };
        if client == NEW {
            if !self.new_client {
                return fail("place", "sources-place-needed");
            }
            if choices.new_client.is_empty() {
                return fail("new_client", "field-empty");
            }
            let space = Some(choices.new_space.clone()).filter(|name| !name.is_empty());
            let (client, zone) = (choices.new_client.clone(), self.zone.clone());
            return Some(Destination { client_id: None, client, zone, space, space_id: None, spaces: Vec::new() });
        }
        let Some(client) = self.clients.iter().find(|known| known.slug == client) else {
            return fail("place", "sources-place-needed");
        };
        let spaces = self.spaces_of(client.id);
        let known = spaces.iter().find(|known| known.slug == space);
        let (space, space_id) = match (space, known) {
            ("", _) => (None, None),
            (NEW, _) if choices.new_space.is_empty() => return fail("new_space", "field-empty"),
            (NEW, _) => (Some(choices.new_space.clone()), None),
            (_, Some(known)) => (Some(known.name.clone()), Some(known.id)),
            (_, None) => return fail("place", "sources-place-needed"),
        };
        let (client_id, zone) = (Some(client.id), client.zone.clone());
        Some(Destination { client_id, client: client.name.clone(), zone, space, space_id, spaces })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Millis;

    fn reach(new_client: bool) -> Reach {
        let client = Client {
            id: ClientId(1),
            slug: "port".to_owned(),
            name: "Port de Brume".to_owned(),
            zone: "Europe/Paris".to_owned(),
            created_at: Millis(0),
            keep_raw_days: None,
        };
        let space = Space {
            id: SpaceId(7),
            client: ClientId(1),
            client_slug: "port".to_owned(),
            client_name: client.name.clone(),
            slug: "x".to_owned(),
            name: "Compte X".to_owned(),
            network: Network::X,
            created_at: Millis(0),
        };
        Reach { clients: vec![client], spaces: vec![space], new_client, zone: "UTC".to_owned() }
    }

    fn choices(place: &str, client: &str, space: &str) -> Choices {
        Choices {
            place: place.to_owned(),
            new_client: client.to_owned(),
            new_space: space.to_owned(),
            ..Choices::default()
        }
    }

    #[test]
    fn a_place_is_found_or_told_to_be_missing() {
        /// The client, the space's name, the space.
        type Found = (Option<i64>, Option<&'static str>, Option<i64>);
        let cases: &[(Choices, bool, Result<Found, &str>)] = &[
            (choices("port/x", "", ""), false, Ok((Some(1), Some("Compte X"), Some(7)))),
            (choices("port/", "", ""), false, Ok((Some(1), None, None))),
            (choices("port/+", "", "Blog"), false, Ok((Some(1), Some("Blog"), None))),
            (choices("port/+", "", ""), false, Err("new_space")),
            (choices("port/gone", "", ""), false, Err("place")),
            (choices("other/x", "", ""), true, Err("place")),
            (choices("", "", ""), true, Err("place")),
            (choices("+/", "Ville", ""), true, Ok((None, None, None))),
            (choices("+/", "Ville", "Blog"), true, Ok((None, Some("Blog"), None))),
            (choices("+/", "", ""), true, Err("new_client")),
            (choices("+/", "Ville", ""), false, Err("place")),
        ];
        for (choices, new_client, expected) in cases {
            let settled = reach(*new_client).settle(choices);
            let got = settled
                .as_ref()
                .map(|to| (to.client_id.map(|id| id.0), to.space.as_deref(), to.space_id.map(|id| id.0)));
            match (got, expected) {
                (Ok(got), Ok(expected)) => assert_eq!(got, *expected, "{choices:?}"),
                (Err(problems), Err(field)) => assert!(problems.of(field).is_some(), "{choices:?}: {problems:?}"),
                (got, expected) => panic!("{choices:?}: {got:?}, not {expected:?}"),
            }
        }
    }

    #[test]
    fn zones_and_formats_must_exist() {
        let mut wrong = choices("port/x", "", "");
        wrong.zone = Some("Europe/Atlantis".to_owned());
        wrong.format = Some("fax".to_owned());
        let problems = reach(false).settle(&wrong).expect_err("two faults");
        assert!(problems.of("zone").is_some() && problems.of("format").is_some());
        wrong.zone = Some("America/Montreal".to_owned());
        wrong.format = None;
        assert_eq!(reach(false).settle(&wrong).expect("fine").zone, "America/Montreal");
    }

    #[test]
    fn hosts_are_listed_as_people_do() {
        assert_eq!(
            hosts("Port.example, www.port.example\nblog.example"),
            ["port.example", "www.port.example", "blog.example"]
        );
    }
}
