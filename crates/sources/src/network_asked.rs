//! Which network a file of several is read for.

use crate::contract::Options;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::Network;

/// The network asked for, else the one that the file names; `None` where it names none. A file of several needs to know
/// which one is wanted.
pub fn network(options: &Options, named: &[Network]) -> Result<Option<Network>, Refusal> {
    match (options.network, named) {
        (Some(wanted), _) => Ok(Some(wanted)),
        (None, []) => Ok(None),
        (None, [only]) => Ok(Some(*only)),
        (None, several) => {
            let names: Vec<&str> = several.iter().map(|network| network.as_str()).collect();
            Err(Trouble::new(TroubleCode::Ambiguous).with("formats", &names.join(" · ")).into())
        }
    }
}
