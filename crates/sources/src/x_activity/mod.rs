//! X · tweet activity: what Twitter Analytics exported until 2023, tweet by tweet or day by day.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::day_table;
use crate::input::Input;
use crate::table::{Columns, Rules, Table, headers};
use crate::trouble::Refusal;
use crate::x_content;
use model::{Metric, Network};

/// The old activity export of X.
pub struct XActivity;

static MANIFEST: Manifest = Manifest {
    id: "x-activity",
    name: "X · tweet activity (until 2023)",
    network: Some(Network::X),
    sees: &[
        Sees::Posts,
        Sees::Post(Metric::Impressions),
        Sees::Post(Metric::Likes),
        Sees::Post(Metric::Shares),
        Sees::Post(Metric::Comments),
        Sees::Post(Metric::Engagements),
        Sees::Post(Metric::FollowsFromPost),
        Sees::Post(Metric::ProfileViews),
        Sees::Post(Metric::LinkClicks),
        Sees::Post(Metric::MediaViews),
        Sees::Space(Metric::PostsPublished),
        Sees::Space(Metric::Impressions),
        Sees::Space(Metric::Likes),
        Sees::Space(Metric::Shares),
        Sees::Space(Metric::RepliesReceived),
        Sees::Space(Metric::Engagements),
        Sees::Space(Metric::ProfileViews),
        Sees::Space(Metric::LinkClicks),
        Sees::Space(Metric::MediaViews),
    ],
    lacks: &[Metric::Reach, Metric::Followers, Metric::Gains, Metric::Losses],
    never_kept: &["promoted …", "engagement rate", "app opens", "app installs", "dial phone", "email tweet"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for XActivity {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let headers = headers(peek);
        let tweets = Columns::find(wire::TWEETS, &headers);
        let days = Columns::find(wire::DAYS, &headers);
        let of_tweets =
            wire::SIGNATURE.iter().filter(|column| tweets.has(**column)).count() >= 2 && tweets.known() >= 6;
        let of_days = wire::is_by_day(&days) && days.known() >= 6;
        (of_tweets || of_days).then(|| Recognised {
            sure: 95,
            network: Some(Network::X),
            space: None,
            seen: Vec::new(),
        })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let range = wire::range_in_name(&input.name);
        let mut table = Table::open(input, Rules::default(), 1)?.last_cell_filled();
        table.as_the_service_writes()?;
        let by_day = Columns::find(wire::DAYS, table.headers());
        if wire::is_by_day(&by_day) {
            by_day.require(table.header_line())?;
            return day_table::read(&mut table, &by_day, sink, normalise::pieces);
        }
        let columns = Columns::find(wire::TWEETS, table.headers());
        columns.require(table.header_line())?;
        x_content::posts(&mut table, &columns, range, options, sink)
    }
}
