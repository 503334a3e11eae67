//! Ghost · members: who joined a newsletter and when.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::newsletter::read_members;
use crate::table::{Columns, headers};
use crate::trouble::Refusal;
use model::{FactKind, Metric, Network};

/// The members export of Ghost.
pub struct GhostMembers;

static MANIFEST: Manifest = Manifest {
    id: "ghost-members",
    name: "Ghost · members",
    network: Some(Network::Newsletter),
    sees: &[Sees::Facts(FactKind::Follow)],
    lacks: &[Metric::Losses, Metric::Followers],
    never_kept: &["email", "name", "note", "labels", "tiers", "stripe_customer_id"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for GhostMembers {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let ours = wire::is_ours(&Columns::find(wire::LABELS, &headers(peek)));
        ours.then_some(Recognised { sure: 95, network: Some(Network::Newsletter), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        read_members(input, wire::LABELS, options, wire::dates_departures, sink, normalise::member)
    }
}
