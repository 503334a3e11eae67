//! Reddit · download of one's own data: `posts.csv` and `comments.csv`. The account is the team's.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::table::{Columns, Rules, Table, headers};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Account;
use wire::{Column, Entry, Sort};

/// The download of a Reddit account.
pub struct RedditDownload;

static MANIFEST: Manifest = Manifest {
    id: "reddit-download",
    name: "Reddit · download",
    network: Some(Network::Forum),
    sees: &[Sees::Posts, Sees::Facts(FactKind::Status), Sees::Facts(FactKind::Reply)],
    lacks: &[
        Metric::Followers,
        Metric::Gains,
        Metric::Losses,
        Metric::Likes,
        Metric::Comments,
        Metric::RepliesReceived,
        Metric::Impressions,
    ],
    never_kept: &["ip", "gildings", "media", "messages.csv"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for RedditDownload {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        wire::sort(&columns)?;
        Some(Recognised { sure: 95, network: Some(Network::Forum), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut table = Table::open(input, Rules::default(), 1)?;
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        let sort = wire::sort(&columns).unwrap_or(Sort::Posts);
        columns.require(table.header_line())?;
        let mut account = Account::default();
        let read = table.each(sink, |row| {
            if sort == Sort::Messages {
                account.private += 1;
                return Ok(Vec::new());
            }
            Ok(account.pieces(&Entry::read(sort, &columns, row)?))
        });
        let rows = match read {
            // Of an account that never wrote, Reddit sends the headers alone.
            Err(Refusal(trouble)) if trouble.code == TroubleCode::Empty && trouble.line.is_some() => 0,
            other => other?,
        };
        if rows == 0 {
            return Ok(Report { rows, seen: vec![Note::new("download-list-empty", [])] });
        }
        if sort != Sort::Messages && account.is_empty() {
            return Err(Trouble::new(TroubleCode::Empty)
                .line(table.header_line())
                .field(columns.header(Column::Date))
                .into());
        }
        account.coverage().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows, seen: account.notes() })
    }
}
