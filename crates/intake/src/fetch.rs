//! An address in place of a file: fetched once, through the guarded client.

use polite_http::{Client, Guard, Policy, Refusal as Unfetched, Request};
use sources::{Refusal, Trouble, TroubleCode};

/// A feed or an export of more than this is no feed.
const LIMIT: usize = 64 * 1024 * 1024;

/// How the program names itself to the servers it asks.
const AGENT: &str = concat!("Vigie/", env!("CARGO_PKG_VERSION"));

/// Hosts inside the guard's walls that the operator lets through: `host:port`, separated by commas.
const ALLOWED: &str = "VIGIE_ALLOW_HOSTS";

/// Fetches what a person named. Not asked of robots.txt: the person asked for this very address.
pub async fn fetch(address: &str) -> Result<(String, Vec<u8>), Refusal> {
    let refused =
        |why: String| Refusal(Trouble::new(TroubleCode::NotFetched).with("address", address).with("reason", &why));
    let mut policy = Policy::new(AGENT);
    policy.max_bytes = LIMIT;
    if let Ok(hosts) = std::env::var(ALLOWED) {
        let hosts = hosts.split(',').map(str::trim).filter(|host| !host.is_empty());
        policy.guard = Guard::allowing(hosts).map_err(|e| refused(e.to_string()))?;
    }
    let client = Client::new(policy).map_err(|e| refused(e.to_string()))?;
    let page =
        client.fetch(&Request::new(address).ignoring_robots()).await.map_err(|e: Unfetched| refused(e.to_string()))?;
    Ok((address.to_owned(), page.body))
}
