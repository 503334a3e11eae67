//! Pinterest · analytics overview: one metric a day, and the best boards and pins of the period, in one file.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::table::{Next, Row, Rows, Rules, Separator, dialect, split_sample};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{Metric, Network};
use wire::{Line, Reader};

/// The overview export of Pinterest.
pub struct PinterestOverview;

static MANIFEST: Manifest = Manifest {
    id: "pinterest-overview",
    name: "Pinterest · analytics overview",
    network: Some(Network::Pinterest),
    sees: &[
        Sees::Space(Metric::Impressions),
        Sees::Space(Metric::Engagements),
        Sees::Space(Metric::Clicks),
        Sees::Space(Metric::LinkClicks),
        Sees::Space(Metric::Saves),
        Sees::Space(Metric::Reach),
        Sees::Space(Metric::EngagedPeople),
        Sees::Space(Metric::VideoViews),
    ],
    lacks: &[Metric::Followers, Metric::Gains, Metric::Losses],
    never_kept: &["Top Boards", "Top Pins", "Engagement rate", "Age", "Gender"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// How many lines the beginning of the file may take before its days.
const HEAD: usize = 40;

impl Format for PinterestOverview {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = dialect::separator_and_body(&peek.text).1;
        // Whichever the separator a spreadsheet left: reading then refuses the file by its name.
        [',', ';', '\t'].into_iter().find_map(|separator| {
            let mut reader = Reader::default();
            for cells in split_sample(text, separator, HEAD) {
                // A bad line says nothing about what the file is.
                let _ = reader.take(&Row { line: 0, cells, ended: true });
            }
            let (range, titles) = reader.begun()?;
            let mut seen: Vec<Note> = titles.into_iter().map(|title| Note::new("metric", [("title", title)])).collect();
            seen.push(Note::new("days", [("from", range.0.to_string()), ("to", range.1.to_string())]));
            Some(Recognised { sure: 95, network: Some(Network::Pinterest), space: None, seen })
        })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut rows = Rows::open(input, Rules::default())?;
        let dialect = rows.dialect();
        if dialect.separator != Separator::Comma && !dialect.separator_told {
            let trouble = Trouble::new(TroubleCode::Resaved).line(1);
            return Err(trouble.with("separator", dialect.separator.as_str()).into());
        }
        let mut reader = Reader::default();
        let mut count = 0;
        let mut days = 0;
        loop {
            let line = match rows.next()? {
                Next::End => break,
                Next::Bad(trouble) => Err(trouble),
                Next::Row(row) => reader.take(&row),
            };
            match line {
                Ok(Line::Other) => continue,
                Ok(Line::Ranked) => {}
                Ok(Line::Day(day)) => {
                    days += 1;
                    normalise::pieces(&day).into_iter().try_for_each(|piece| sink.piece(piece))?;
                }
                Err(trouble) => sink.bad(trouble)?,
            }
            count += 1;
            sink.progress(rows.consumed(), count);
        }
        if days == 0 {
            return Err(Trouble::new(TroubleCode::Empty).field("Date").into());
        }
        Ok(Report { rows: count, seen: normalise::notes(&reader.finish()?) })
    }
}
