//! Google+ Takeout, HTML: one page a post, `Google+ Stream/Posts/20110907 - ….html`. The network closed in 2019; its
//! archives are all that is left.

pub mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};

static MANIFEST: Manifest = Manifest {
    id: "googleplus-html",
    name: "Google+ · Takeout (HTML)",
    network: Some(Network::Googleplus),
    sees: SEES,
    lacks: LACKS,
    never_kept: &["names of those who gave +1 or shared again", "locations", "pictures"],
    asks: &[Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// What a Takeout tells, in either form.
pub const SEES: &[Sees] = &[
    Sees::Posts,
    Sees::Facts(FactKind::Status),
    Sees::Facts(FactKind::Post),
    Sees::Facts(FactKind::Reply),
    Sees::Facts(FactKind::Comment),
    Sees::Post(Metric::Likes),
    Sees::Post(Metric::Shares),
];

/// What it does not tell.
pub const LACKS: &[Metric] =
    &[Metric::Followers, Metric::Gains, Metric::Losses, Metric::Mentions, Metric::Impressions, Metric::Reach];

/// Largest page read, in bytes: a post with its 500 comments has less than one megabyte.
const LIMIT: u64 = 16 << 20;

/// The format.
pub struct GoogleplusHtml;

impl Format for GoogleplusHtml {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = peek.text.trim_start_matches('\u{feff}').trim_start();
        let page = text.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("<html>"));
        let marks = ["https://plus.google.com/", "class=\"main-content\"", ".plus-oner", ".reshare-attribution"];
        let known = marks.iter().filter(|mark| text.contains(**mark)).count();
        // The style sheet alone stands in every page; older ones lack some of its rules.
        (page && text.contains("class=\"author\"") && known >= 3).then(|| Recognised {
            sure: 95,
            network: Some(Network::Googleplus),
            space: None,
            seen: Vec::new(),
        })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let bytes = input.read_all(LIMIT)?;
        let html = text(&bytes)?;
        if html.trim().is_empty() {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        let post = wire::post(html)?;
        let report = normalise::tell(&post, options, sink)?;
        sink.progress(input.consumed(), report.rows);
        Ok(report)
    }
}

/// The text, which the Takeout writes in UTF-8.
fn text(bytes: &[u8]) -> Result<&str, Trouble> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let code = if error.error_len().is_none() { TroubleCode::Truncated } else { TroubleCode::BadEncoding };
        Trouble::new(code).line(1).with("encoding", "UTF-8")
    })
}
