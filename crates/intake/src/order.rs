//! What a person asks for when they hand over files.

use model::{ClientId, Network, PersonId, SpaceId};
use sources::Options;

/// An order for one or several files.
#[derive(Debug, Clone)]
pub struct Order {
    /// The client, by name or slug; made when new.
    pub client: String,
    /// The space, by name or slug; without it the file's own word for it, or the network's name. Made when new.
    pub space: Option<String>,
    /// The client itself, where it is known: then its name is not looked up, so that no other client of a like name
    /// can be meant.
    pub client_id: Option<ClientId>,
    /// The space itself, where it is known.
    pub space_id: Option<SpaceId>,
    /// The kind of space, where the file does not say.
    pub network: Option<Network>,
    /// The format's id, where recognition is not wanted.
    pub format: Option<String>,
    /// How to read.
    pub options: Options,
    /// Who asks.
    pub person: Option<PersonId>,
    /// Read everything, store nothing.
    pub dry_run: bool,
}

impl Order {
    /// An order with nothing chosen but the client.
    pub fn new(client: &str, options: Options) -> Self {
        Self {
            client: client.to_owned(),
            space: None,
            client_id: None,
            space_id: None,
            network: None,
            format: None,
            options,
            person: None,
            dry_run: false,
        }
    }
}
