//! Disqus · export: the XML file of all comments of a site.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::talk;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::xml::{Element, Elements};
use model::{FactKind, Metric, Network};
use normalise::Comments;

/// The export of a Disqus forum.
pub struct Disqus;

static MANIFEST: Manifest = Manifest {
    id: "disqus",
    name: "Disqus · export",
    network: Some(Network::Blog),
    sees: &[Sees::Facts(FactKind::Comment), Sees::Facts(FactKind::ReplyReceived), Sees::Facts(FactKind::Reply)],
    lacks: &[Metric::PostsPublished, Metric::Likes, Metric::Shares, Metric::Visits],
    never_kept: &["ipAddress", "email"],
    asks: &[Asks::Team],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// The most threads (pages) of one site.
const THREADS: usize = 1_000_000;

/// Kinds that an export tells in full.
const COVERED: &[FactKind] = &[FactKind::Comment, FactKind::ReplyReceived, FactKind::Reply];

impl Format for Disqus {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let ours = peek.text.contains("<disqus") && peek.text.contains("//disqus.com");
        ours.then_some(Recognised { sure: 97, network: Some(Network::Blog), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut comments = Comments::new(options);
        let mut rows = 0;
        let mut elements = Elements::open(input, wire::WANTED, wire::LEFT_OUT)?;
        while let Some(element) = elements.next()? {
            if element.name == "thread" {
                thread(&mut comments, &element, sink)?;
                continue;
            }
            rows += 1;
            let told = wire::Post::read(&element).and_then(|post| comments.post(&post));
            match told {
                Ok(piece) => piece.into_iter().try_for_each(|piece| sink.piece(piece))?,
                Err(fault) => sink.bad(trouble(fault, element.line))?,
            }
            sink.progress(elements.consumed(), rows);
        }
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).field("post").into());
        }
        comments.talk.coverage(COVERED).into_iter().try_for_each(|piece| sink.piece(piece))?;
        let mut seen = vec![talk::summary(&comments.talk)];
        seen.extend(talk::counted(&[("blog-unapproved", comments.out)]));
        Ok(Report { rows, seen })
    }
}

fn thread(comments: &mut Comments<'_>, element: &Element, sink: &mut dyn Sink) -> Result<(), Refusal> {
    match wire::Thread::read(element) {
        Ok(thread) => {
            if comments.thread(thread) > THREADS {
                let trouble = Trouble::new(TroubleCode::TooLarge).line(element.line).field("thread");
                return Err(trouble.with("limit", &THREADS.to_string()).into());
            }
            Ok(())
        }
        Err(fault) => sink.bad(trouble(fault, element.line)),
    }
}

fn trouble(fault: wire::Fault<'_>, line: u64) -> Trouble {
    let code = if fault.met.is_empty() { TroubleCode::EmptyValue } else { TroubleCode::NotADate };
    let trouble = Trouble::new(code).line(line).field(fault.field);
    if fault.met.is_empty() { trouble } else { trouble.with("value", fault.met) }
}
