//! Blogger · backup: the Atom file of *Settings → Back up content*, and `feed.atom` of Google Takeout.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::talk;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::xml::Elements;
use model::{FactKind, Metric, Network};
use normalise::Blog;

/// The backup of a Blogger blog.
pub struct Blogger;

static MANIFEST: Manifest = Manifest {
    id: "blogger",
    name: "Blogger · backup",
    network: Some(Network::Blog),
    sees: &[
        Sees::Posts,
        Sees::Facts(FactKind::Article),
        Sees::Facts(FactKind::Comment),
        Sees::Facts(FactKind::ReplyReceived),
        Sees::Facts(FactKind::Reply),
    ],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers, Metric::Likes, Metric::Shares, Metric::Visits],
    never_kept: &["settings", "template", "email"],
    asks: &[Asks::Team],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// What only a backup holds: the feed of a blog on Blogger has none of it.
const MARKS: &[&str] = &[
    "blogger/2008/kind#settings",
    "blogger/2008/kind#template",
    "/archive\" rel=\"self\"",
    ".archive</id>",
    "schemas.google.com/blogger/2018",
];

/// The most comments of one blog: they are held until its end.
const COMMENTS: usize = 200_000;

/// Kinds that a backup tells in full.
const COVERED: &[FactKind] = &[FactKind::Article, FactKind::Comment, FactKind::ReplyReceived, FactKind::Reply];

impl Format for Blogger {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = peek.text.trim_start();
        let atom = text.starts_with('<') && text.contains("http://www.w3.org/2005/Atom");
        if !atom || !MARKS.iter().any(|mark| text.contains(mark)) {
            return None;
        }
        let title = text.split_once("<title").and_then(|(_, rest)| rest.split_once('>')?.1.split_once("</title>"));
        let space = title.map(|(title, _)| words::plain(title)).map(|title| title.trim().to_owned());
        let space = space.filter(|title| !title.is_empty());
        Some(Recognised { sure: 97, network: Some(Network::Blog), space, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut blog = Blog::new(options);
        let mut rows = 0;
        let mut elements = Elements::open(input, wire::WANTED, wire::LEFT_OUT)?;
        while let Some(element) = elements.next()? {
            if element.name == "author" {
                blog.owner(wire::Author::read(&element));
                continue;
            }
            rows += 1;
            match wire::Entry::read(&element).and_then(|entry| blog.entry(&entry)) {
                Ok(pieces) => pieces.into_iter().try_for_each(|piece| sink.piece(piece))?,
                Err(fault) => sink.bad(trouble(fault, element.line))?,
            }
            if blog.waiting() > COMMENTS {
                let trouble = Trouble::new(TroubleCode::TooLarge).line(element.line).field("entry");
                return Err(trouble.with("limit", &COMMENTS.to_string()).into());
            }
            sink.progress(elements.consumed(), rows);
        }
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).field("entry").into());
        }
        blog.comments().into_iter().try_for_each(|piece| sink.piece(piece))?;
        blog.talk.coverage(COVERED).into_iter().try_for_each(|piece| sink.piece(piece))?;
        let left = &blog.left;
        let mut seen = vec![talk::summary(&blog.talk)];
        let counted = [
            ("blog-settings", left.settings),
            ("blog-unpublished", left.unpublished),
            ("blog-unapproved", left.unapproved),
            ("blog-pages", left.pages),
        ];
        seen.extend(talk::counted(&counted));
        Ok(Report { rows, seen })
    }
}

fn trouble(fault: wire::Fault<'_>, line: u64) -> Trouble {
    let code = if fault.met.is_empty() { TroubleCode::EmptyValue } else { TroubleCode::NotADate };
    let trouble = Trouble::new(code).line(line).field(fault.field);
    if fault.met.is_empty() { trouble } else { trouble.with("value", fault.met) }
}
