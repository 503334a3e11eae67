//! The sample organisation: an invented agency, three clients, two years of their spaces, made of nothing but a seed.
//! For demonstrations, tests and benchmarks; it never reads a file, a clock or the network, and looks at no history.
//!
//! Every day is drawn from the seed, the space and the date alone. So the same question always gives the same pieces,
//! and two samples with different ends agree wherever both speak. What is drawn is whole numbers only: all machines
//! agree too. One file per sort of thing: `crowd` followers, `posts` and `reactions`, `echoes` mentions and links,
//! `figures` what services tell, `visits`, `journal`; `clients` and one table per client say how busy they are.

mod chance;
mod clients;
mod crowd;
mod echoes;
mod figures;
mod hr_team;
mod journal;
mod newspaper;
mod phrases;
mod pieces;
mod plan;
mod posts;
mod reactions;
mod rhythm;
mod scene;
mod story;
mod told;
mod tourist_office;
mod visits;

pub use pieces::Pieces;
pub use told::{Growth, Told};

use jiff::ToSpan;
use jiff::civil::Date;
use model::Network;
use pieces::Setting;
use plan::{ClientPlan, SpacePlan, Stretch};

/// The organisation's name, in every language.
pub const ORGANISATION: &str = "Agence Horizon clair";

/// The seed of the sample that everybody sees.
pub const SEED: u64 = 2012;

/// Facts of two years at the usual size, measured; of them, those of the team, which do not grow with the rows asked for.
const USUAL: u64 = 300_000;
const TEAM: u64 = 31_600;

/// How large a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// About 300,000 facts.
    Usual,
    /// About so many facts (within a tenth, from 50,000 on): the same two years with larger communities.
    About(u64),
}

/// The sample organisation.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Its name.
    pub organisation: &'static str,
    /// First day told.
    pub from: Date,
    /// First day no longer told.
    pub end: Date,
    /// Its clients.
    pub clients: Vec<SampleClient>,
}

/// One client of it.
#[derive(Debug, Clone)]
pub struct SampleClient {
    /// Word in URLs.
    pub slug: &'static str,
    /// Its name in French.
    pub name_fr: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// Its IANA zone.
    pub zone: &'static str,
    /// Its spaces.
    pub spaces: Vec<SampleSpace>,
}

/// One space of a client.
#[derive(Debug, Clone)]
pub struct SampleSpace {
    /// Word in URLs, unique within the client.
    pub slug: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub network: Network,
    /// How its figures come.
    pub told: Told,
    /// First day told: later than the sample's where collection began late.
    pub from: Date,
    /// First day no longer told: earlier than the sample's where collection stopped.
    pub until: Date,
    client: &'static ClientPlan,
    plan: &'static SpacePlan,
    density: u64,
    key: u64,
}

/// The sample organisation over the two years before `end` (excluded).
pub fn sample(end: Date, rows: Rows) -> Sample {
    sample_of_seed(SEED, end, rows)
}

/// Another organisation of the same shape, for tests that want several.
pub fn sample_of_seed(seed: u64, end: Date, rows: Rows) -> Sample {
    let density = match rows {
        Rows::Usual => 1000,
        Rows::About(rows) => (rows.saturating_sub(TEAM) * 1000 / (USUAL - TEAM)).max(20),
    };
    let from = end.saturating_sub(2.years());
    let clients = clients::CLIENTS
        .iter()
        .map(|client| SampleClient {
            slug: client.slug,
            name_fr: client.name_fr,
            name_en: client.name_en,
            zone: client.zone,
            spaces: client.spaces.iter().map(|plan| space(seed, client, plan, (from, end), density)).collect(),
        })
        .collect();
    Sample { organisation: ORGANISATION, from, end, clients }
}

fn space(
    seed: u64,
    client: &'static ClientPlan,
    plan: &'static SpacePlan,
    (from, end): (Date, Date),
    density: u64,
) -> SampleSpace {
    let (from, until) = match plan.stretch {
        Stretch::Whole => (from, end),
        Stretch::Stopped => (from, end.saturating_sub(3.months())),
        Stretch::Recent => (end.saturating_sub(8.months()), end),
    };
    let key = chance::scramble(seed ^ chance::number_of(client.slug)) ^ chance::number_of(plan.slug);
    SampleSpace {
        slug: plan.slug,
        name: plan.name,
        network: plan.network,
        told: plan.told,
        from,
        until,
        client,
        plan,
        density,
        key,
    }
}

impl SampleSpace {
    /// Everything this space tells, day by day, in constant memory.
    pub fn pieces(&self) -> Pieces {
        let zone = jiff::tz::TimeZone::get(self.client.zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let setting = Setting { client: self.client, plan: self.plan, zone, density: self.density, key: self.key };
        Pieces::new(setting, self.from, self.until)
    }

    /// The roles of the client's team, as they sign their acts.
    pub fn team(&self) -> &'static [&'static str] {
        self.client.team
    }
}
