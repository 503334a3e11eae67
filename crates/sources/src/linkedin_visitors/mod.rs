//! LinkedIn page · visitors: how often the page was looked at and by how many people, day by day.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::linkedin::{Export, each_day};
use crate::trouble::Refusal;
use model::{Metric, Network};
use wire::Column;

/// The visitors export of a LinkedIn page.
pub struct LinkedinVisitors;

static MANIFEST: Manifest = Manifest {
    id: "linkedin-visitors",
    name: "LinkedIn page · visitors",
    network: Some(Network::Linkedin),
    sees: &[Sees::Space(Metric::ProfileViews), Sees::Space(Metric::Visitors)],
    lacks: &[],
    never_kept: &["Location", "Job function", "Seniority", "Industry", "Company size"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for LinkedinVisitors {
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
            let views = under.columns.count(row, Column::Views)?;
            Ok(normalise::pieces(date, views, under.columns.count(row, Column::Visitors)?))
        })?;
        let mut seen = days.notes();
        let others = export.others(&[under.name]);
        if !others.is_empty() {
            seen.push(Note::new("blocks-left-out", [("titles", others.join(" · "))]));
        }
        Ok(Report { rows: days.rows, seen })
    }
}
