//! An HTTP client that is careful where it goes and polite once there.
//!
//! It reads pages (GET) from hosts a user named: it refuses addresses that are not on the public internet, asks
//! robots.txt, keeps a pace per host, waits when told to, gives up in bounded time and memory, and can record what
//! it met on a tape that tests replay. It does not crawl, does not write, keeps no cookie and runs no script.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use polite_http::{Client, Policy, Request};
//!
//! let client = Client::new(Policy::new("Quill/1.0 (+https://quill.example/about)"))?;
//! let page = client.get("https://www.example.org/").await?;
//! let again = Request::new(page.url.as_str()).unless_etag(page.etag.unwrap_or_default());
//! if client.fetch(&again).await?.not_modified {
//!     println!("nothing new");
//! }
//! # Ok(())
//! # }
//! ```

mod address;
mod client;
mod exchange;
mod guard;
mod line;
mod pacing;
mod policy;
mod refusal;
mod request;
mod resolver;
mod retry;
mod robots;
mod robots_rules;
mod secrets;
mod tape;
mod tls;

pub use address::{AddressClass, special_class};
pub use client::Client;
pub use guard::{Guard, NotHostAndPort};
pub use line::NotReady;
pub use policy::{Chance, Clock, Pace, Policy, SystemChance, SystemClock, Transport};
pub use refusal::{Barrier, Denial, Refusal};
pub use request::{Page, Request};
pub use resolver::{Addresses, Lookup, SystemLookup};
