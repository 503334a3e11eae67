//! How a person asked for a file to be read, as it is kept beside the import: reading the file again asks the same.

use model::Network;
use serde::{Deserialize, Serialize};
use sources::{Mapping, Options, Trouble};

/// The choices worth keeping. What was left to the client's rules (its zone) stays left to them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// The zone named for this very file.
    pub zone: Option<String>,
    /// Bad lines were skipped.
    pub skip_bad: bool,
    /// What was not public was taken too.
    pub include_private: bool,
    /// The file was written by others.
    pub by_others: bool,
    /// Hosts of the client's own sites.
    pub own_hosts: Vec<String>,
    /// Names of the team's people.
    pub team: Vec<String>,
    /// The kind of the space that was fed.
    pub network: Option<Network>,
    /// The mapping, as its file would be.
    pub mapping: Option<String>,
}

impl Choices {
    /// What is worth keeping of an order's options.
    pub fn of(options: &Options) -> Result<Self, Trouble> {
        Ok(Self {
            zone: options.zone_named.then(|| options.zone.clone()),
            skip_bad: options.skip_bad,
            include_private: options.include_private,
            by_others: options.by_others,
            own_hosts: options.own_hosts.clone(),
            team: options.team.clone(),
            network: options.network,
            mapping: options.mapping.as_ref().map(Mapping::to_toml).transpose()?,
        })
    }

    /// The options for reading again, in a client's zone unless one was named.
    pub fn options(&self, zone: &str, now: model::Millis) -> Result<Options, Trouble> {
        Ok(Options {
            zone: self.zone.clone().unwrap_or_else(|| zone.to_owned()),
            zone_named: self.zone.is_some(),
            skip_bad: self.skip_bad,
            include_private: self.include_private,
            by_others: self.by_others,
            own_hosts: self.own_hosts.clone(),
            team: self.team.clone(),
            network: self.network,
            mapping: self.mapping.as_deref().map(Mapping::from_toml).transpose()?,
            now,
        })
    }
}
