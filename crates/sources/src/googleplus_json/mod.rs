//! Google+ Takeout, JSON: one file a post, `Google+ Stream/Posts/20181201 - ….json`.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Options, Peek, Recognised, Report, Sink, Tier};
use crate::document;
use crate::googleplus_html::{self, LACKS, SEES};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::Network;

static MANIFEST: Manifest = Manifest {
    id: "googleplus-json",
    name: "Google+ · Takeout (JSON)",
    network: Some(Network::Googleplus),
    sees: SEES,
    lacks: LACKS,
    never_kept: &["names of those who gave +1 or shared again", "location", "postAcl", "media"],
    asks: &[Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes.
const LIMIT: u64 = 16 << 20;

/// The format.
pub struct GoogleplusJson;

impl Format for GoogleplusJson {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = document::opening(peek).filter(|text| text.starts_with('{'))?;
        let keys = ["url", "creationTime", "author", "profilePageUrl"];
        let ours = keys.iter().all(|key| document::has_key(text, key)) && text.contains("plus.google.com/");
        ours.then_some(Recognised { sure: 95, network: Some(Network::Googleplus), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let bytes = input.read_all(LIMIT)?;
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return Err(Trouble::new(TroubleCode::BadEncoding).with("encoding", "UTF-16").into());
        }
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let text = std::str::from_utf8(text).map_err(|error| {
            let code = if error.error_len().is_none() { TroubleCode::Truncated } else { TroubleCode::BadEncoding };
            Trouble::new(code).with("encoding", "UTF-8")
        })?;
        let post = normalise::post(&document::read::<wire::Post>(text, 1)?)?;
        let report = googleplus_html::normalise::tell(&post, options, sink)?;
        sink.progress(input.consumed(), report.rows);
        Ok(report)
    }
}
