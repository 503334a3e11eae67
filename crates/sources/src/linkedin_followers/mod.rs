//! LinkedIn page · followers: the followers that each day gained, less those it lost.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::linkedin::{Export, each_day};
use crate::trouble::Refusal;
use model::{Metric, Network};
use wire::Column;

/// The followers export of a LinkedIn page.
pub struct LinkedinFollowers;

static MANIFEST: Manifest = Manifest {
    id: "linkedin-followers",
    name: "LinkedIn page · followers",
    network: Some(Network::Linkedin),
    sees: &[Sees::Space(Metric::NetGrowth)],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers],
    never_kept: &["Location", "Job function", "Seniority", "Industry", "Company size"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for LinkedinFollowers {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        Export::seen(peek).under(wire::LABELS, wire::is_ours)?;
        Some(Recognised { sure: 95, network: Some(Network::Linkedin), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let export = Export::read(input)?;
        let under = export.require(wire::LABELS, wire::is_ours)?;
        let days = each_day(&under, Column::Date, sink, |row, date| {
            Ok(normalise::pieces(date, under.columns.count(row, Column::Total)?))
        })?;
        let mut seen = days.notes();
        seen.push(Note::new("net-only", []));
        let others = export.others(&[under.name]);
        if !others.is_empty() {
            seen.push(Note::new("blocks-left-out", [("titles", others.join(" · "))]));
        }
        Ok(Report { rows: days.rows, seen })
    }
}
