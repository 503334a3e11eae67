//! Mailchimp · audience: who joined an audience and when, who left it, whose address no longer works.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::newsletter::read_members;
use crate::table::{Columns, headers};
use crate::trouble::Refusal;
use model::{FactKind, Metric, Network};

/// The audience export of Mailchimp: subscribed, unsubscribed or cleaned.
pub struct MailchimpMembers;

static MANIFEST: Manifest = Manifest {
    id: "mailchimp-members",
    name: "Mailchimp · audience",
    network: Some(Network::Newsletter),
    sees: &[Sees::Facts(FactKind::Follow), Sees::Facts(FactKind::Unfollow)],
    lacks: &[Metric::Followers],
    never_kept: &[
        "Email Address (kept as a hash)",
        "First Name",
        "Last Name",
        "OPTIN_IP",
        "CONFIRM_IP",
        "LATITUDE",
        "LONGITUDE",
        "NOTES",
        "TAGS",
    ],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for MailchimpMembers {
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
