//! WordPress · export: the WXR file of *Tools → Export*, versions 1.0 to 1.2, with its comments, pingbacks and
//! trackbacks.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::xml::{Element, Elements};
use model::{FactKind, Metric, Network};
use normalise::Blog;

/// The export of a WordPress blog.
pub struct Wordpress;

static MANIFEST: Manifest = Manifest {
    id: "wordpress",
    name: "WordPress · export (WXR)",
    network: Some(Network::Blog),
    sees: &[
        Sees::Posts,
        Sees::Facts(FactKind::Article),
        Sees::Facts(FactKind::Comment),
        Sees::Facts(FactKind::ReplyReceived),
        Sees::Facts(FactKind::Reply),
        Sees::Facts(FactKind::Backlink),
    ],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers, Metric::Likes, Metric::Shares, Metric::Visits],
    never_kept: &["comment_author_IP", "comment_author_email (hashed)", "post_password", "postmeta", "commentmeta"],
    asks: &[Asks::Private, Asks::Team],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Kinds that an export tells in full; of links from elsewhere, those that were announced.
const COVERED: &[FactKind] =
    &[FactKind::Article, FactKind::Comment, FactKind::ReplyReceived, FactKind::Reply, FactKind::Backlink];

impl Format for Wordpress {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = peek.text.trim_start();
        let ours = text.starts_with('<') && text.contains("<rss") && text.contains("//wordpress.org/export/");
        if !ours {
            return None;
        }
        let title = text.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        let title = title.map(|(title, _)| title.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>"));
        let space = title.map(words::plain).filter(|title| !title.is_empty());
        Some(Recognised { sure: 97, network: Some(Network::Blog), space, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let mut blog = Blog::new(options, &zone);
        let mut rows = 0;
        let mut elements = Elements::open(input, wire::WANTED, wire::LEFT_OUT)?;
        while let Some(element) = elements.next()? {
            match element.name.as_str() {
                "wp:author" => blog.author(wire::Author::read(&element)),
                "wp:base_blog_url" => blog.address(element.text()),
                _ => {
                    rows += 1;
                    item(&mut blog, &element, sink)?;
                    sink.progress(elements.consumed(), rows);
                }
            }
        }
        finish(&blog, rows, options, sink)
    }
}

fn item(blog: &mut Blog<'_>, element: &Element, sink: &mut dyn Sink) -> Result<(), Refusal> {
    let item = match wire::Item::read(element) {
        Ok(item) => item,
        Err(fault) => return sink.bad(trouble(&fault, element.line)),
    };
    let (pieces, faults) = blog.item(&item);
    for (line, fault) in faults {
        sink.bad(trouble(&fault, if line == 0 { element.line } else { line }))?;
    }
    pieces.into_iter().try_for_each(|piece| sink.piece(piece))
}

fn trouble(fault: &wire::Fault<'_>, line: u64) -> Trouble {
    let code = if fault.met.is_empty() { TroubleCode::EmptyValue } else { TroubleCode::NotADate };
    let trouble = Trouble::new(code).line(line).field(fault.field);
    if fault.met.is_empty() { trouble } else { trouble.with("value", fault.met) }
}

fn finish(blog: &Blog<'_>, rows: u64, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
    let (talk, left) = (&blog.talk, &blog.left);
    if rows == 0 {
        return Err(Trouble::new(TroubleCode::Empty).field("item").into());
    }
    if talk.is_empty() && left.private > 0 {
        return Err(Trouble::new(TroubleCode::OnlyPrivate).with("count", &left.private.to_string()).into());
    }
    talk.coverage(COVERED).into_iter().try_for_each(|piece| sink.piece(piece))?;
    let mut seen = vec![crate::talk::summary(talk)];
    let counted = [
        ("private-left-out", left.private),
        ("blog-unpublished", left.unpublished),
        ("blog-unapproved", left.unapproved),
        ("blog-pages", left.pages),
        ("blog-others", left.others),
        ("blog-own-links", left.own_links),
        ("blog-undated", left.undated),
    ];
    seen.extend(crate::talk::counted(&counted));
    if left.zone_assumed && !options.zone_named {
        seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
    }
    Ok(Report { rows, seen })
}
