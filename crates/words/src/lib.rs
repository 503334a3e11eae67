//! Text, as pure functions: what HTML says in plain words, who is mentioned, whether a name is cited, what an address
//! means once its decorations are off. No network, no clock, no knowledge of any service.

pub mod address;
pub mod html;
pub mod mention;

pub use html::{links, plain};
pub use mention::{cites, mentions};
