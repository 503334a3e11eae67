//! Dotclear · export: the flat file of *Import/Export*, of one blog or of a whole installation.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::encoding::Sniffed;
use crate::input::Input;
use crate::table::lines::Lines;
use crate::talk;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Blog;
use wire::{Broken, Row, Section};

/// The flat file of a Dotclear blog.
pub struct Dotclear;

static MANIFEST: Manifest = Manifest {
    id: "dotclear",
    name: "Dotclear · export",
    network: Some(Network::Blog),
    sees: &[
        Sees::Posts,
        Sees::Facts(FactKind::Article),
        Sees::Facts(FactKind::Comment),
        Sees::Facts(FactKind::Reply),
        Sees::Facts(FactKind::Backlink),
    ],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers, Metric::Likes, Metric::Shares, Metric::Visits],
    never_kept: &["comment_ip", "comment_email (hashed)", "post_password", "setting", "user_pwd"],
    asks: &[Asks::Private, Asks::Team],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// The first line of every flat file: `///DOTCLEAR|2.25.3|single`.
const MAGIC: &str = "///DOTCLEAR|";

/// Kinds that an export tells in full; of links from elsewhere, those that were announced.
const COVERED: &[FactKind] = &[FactKind::Article, FactKind::Comment, FactKind::Reply, FactKind::Backlink];

impl Format for Dotclear {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let ours = peek.text.trim_start_matches('\u{feff}').starts_with(MAGIC);
        ours.then_some(Recognised { sure: 98, network: Some(Network::Blog), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let mut blog = Blog::new(options, &zone);
        let meter = input.meter();
        let utf8 = Sniffed { encoding: encoding_rs::UTF_8, bom_len: 0, guessed: false };
        let mut lines = Lines::new(Box::new(input), utf8, false)?;
        let (mut section, mut rows) = (Section::default(), 0);
        let mut begun = false;
        while let Some(line) = lines.next()? {
            let text = line.text.trim_end_matches(['\r', '\n']);
            if !begun {
                if !text.trim_start_matches('\u{feff}').starts_with(MAGIC) {
                    return Err(Trouble::new(TroubleCode::Malformed).line(1).with("reason", MAGIC).into());
                }
                begun = true;
                continue;
            }
            if text.trim().is_empty() {
                continue;
            }
            if text.starts_with('[') {
                let Some(next) = Section::read(text) else {
                    let code = if line.ended { TroubleCode::Malformed } else { TroubleCode::Truncated };
                    return Err(Trouble::new(code).line(line.number).with("reason", text).into());
                };
                section = next;
            } else {
                rows += 1;
                if let Err(trouble) = row(&mut blog, &section, text, sink)? {
                    // A last line that is cut is a cut file, whatever may be passed over.
                    let cut = !line.ended && trouble.code == TroubleCode::Truncated;
                    let trouble = trouble.line(line.number);
                    if cut {
                        return Err(trouble.into());
                    }
                    sink.bad(trouble)?;
                }
                sink.progress(meter.consumed(), rows);
            }
        }
        finish(&blog, rows, options, sink)
    }
}

/// Reads one row; the inner trouble is of that row alone.
fn row(
    blog: &mut Blog<'_>,
    section: &Section,
    text: &str,
    sink: &mut dyn Sink,
) -> Result<Result<(), Trouble>, Refusal> {
    let cells = match wire::cells(text) {
        Ok(cells) => cells,
        Err(Broken::Cut) => return Ok(Err(Trouble::new(TroubleCode::Truncated).field(&section.table))),
        Err(Broken::Separator) => {
            return Ok(Err(Trouble::new(TroubleCode::BadLine).field(&section.table).with("value", text)));
        }
    };
    if cells.len() != section.width() {
        let trouble = Trouble::new(TroubleCode::CellCount).field(&section.table);
        let trouble = trouble.with("cells", &cells.len().to_string());
        return Ok(Err(trouble.with("headers", &section.width().to_string())));
    }
    match blog.row(&Row { section, cells }) {
        Ok(pieces) => pieces.into_iter().try_for_each(|piece| sink.piece(piece)).map(Ok),
        Err(fault) => {
            let code = if fault.met.is_empty() { TroubleCode::EmptyValue } else { TroubleCode::NotADate };
            let trouble = Trouble::new(code).field(fault.field);
            Ok(Err(if fault.met.is_empty() { trouble } else { trouble.with("value", &fault.met) }))
        }
    }
}

fn finish(blog: &Blog<'_>, rows: u64, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
    if rows == 0 {
        return Err(Trouble::new(TroubleCode::Empty).into());
    }
    let left = &blog.left;
    if blog.talk.is_empty() && left.private > 0 {
        return Err(Trouble::new(TroubleCode::OnlyPrivate).with("count", &left.private.to_string()).into());
    }
    blog.talk.coverage(COVERED).into_iter().try_for_each(|piece| sink.piece(piece))?;
    let mut seen = vec![talk::summary(&blog.talk)];
    let counted = [
        ("private-left-out", left.private),
        ("blog-unpublished", left.unpublished),
        ("blog-unapproved", left.unapproved),
        ("blog-pages", left.pages),
        ("blog-undated", left.undated),
    ];
    seen.extend(talk::counted(&counted));
    if left.zone_assumed && !options.zone_named {
        seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
    }
    Ok(Report { rows, seen })
}
