//! Beehiiv · subscribers: who joined a newsletter and when, and who left.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::newsletter::read_members;
use crate::table::{Columns, headers};
use crate::trouble::Refusal;
use model::{FactKind, Metric, Network};

/// The subscribers export of Beehiiv.
pub struct BeehiivMembers;

static MANIFEST: Manifest = Manifest {
    id: "beehiiv-members",
    name: "Beehiiv · subscribers",
    network: Some(Network::Newsletter),
    sees: &[Sees::Facts(FactKind::Follow), Sees::Facts(FactKind::Unfollow)],
    lacks: &[Metric::Followers],
    never_kept: &["email (kept as a hash)", "First Name", "Last Name", "tier", "stripe_customer_id"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for BeehiivMembers {
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
