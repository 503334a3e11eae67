//! What every fuzz target shares: a format fed with anything, held to what Vigie promises of it. It may refuse; it may
//! not crash, take longer than a second for each megabyte, or hold more memory than ten times the input.

pub mod bounds;
mod grown;
pub mod meter;
pub mod mutate;

use model::{Millis, Piece};
use sources::input::{self, Input};
use sources::mapping::{Mapping, Place};
use sources::{Format, Options, Peek, Refusal, Sink, Trouble, preview, registry};

/// The program that takes its format from the environment.
const ANY: &str = "any";

/// Before the first input: a panic that the reader itself catches is no crash, and what is loaded once (zones, tables)
/// is loaded.
pub fn begin(target: &str) -> &'static dyn Format {
    std::panic::set_hook(Box::new(|panic| eprintln!("{panic}")));
    let named = std::env::var("VIGIE_FUZZ_FORMAT");
    let id = if target == ANY { named.expect("VIGIE_FUZZ_FORMAT names a format") } else { target.to_owned() };
    let format = registry::by_id(&id).expect("a format of that name");
    read(format, b"");
    format
}

/// One input, as it is and, for one in some hundreds, grown to a megabyte.
pub fn feed(format: &dyn Format, data: &[u8]) {
    bounds::hold(format, data, "as it is");
    grown::feed(format, data);
}

/// Takes everything, keeps nothing.
struct Nowhere;

impl Sink for Nowhere {
    fn piece(&mut self, _: Piece) -> Result<(), Refusal> {
        Ok(())
    }

    fn bad(&mut self, _: Trouble) -> Result<(), Refusal> {
        Ok(())
    }

    fn progress(&mut self, _: u64, _: u64) {}
}

/// Recognises and reads, as an import does, whatever the recognition says; once for each network the file speaks of.
pub(crate) fn read(format: &dyn Format, data: &[u8]) {
    let Some((peek, mut input)) = open(data) else { return };
    let networks = format.networks(&peek);
    let mut options = Options {
        zone: "Europe/Paris".to_owned(),
        skip_bad: true,
        include_private: true,
        team: vec!["office".to_owned()],
        network: networks.first().copied().filter(|_| networks.len() > 1),
        mapping: (format.manifest().id == sources::mapped::ID).then(|| propose(&peek, data)),
        now: Millis(1_780_000_000_000),
        ..Options::default()
    };
    let _ = format.read(&mut input, &options, &mut Nowhere);
    drop(input);
    for network in networks.into_iter().skip(1) {
        options.network = Some(network);
        let Some((_, mut again)) = open(data) else { return };
        let _ = format.read(&mut again, &options, &mut Nowhere);
    }
}

fn open(data: &[u8]) -> Option<(Peek, Input)> {
    Input::from_bytes("file", data.to_vec()).and_then(input::peek).ok()
}

/// The mapping that the assistant would propose: without one, a table nobody knows is refused at once.
fn propose(peek: &Peek, data: &[u8]) -> Mapping {
    let mut seen = preview::preview(peek, 20);
    if sources::mapped::grid::is_workbook(data)
        && let Some((_, mut input)) = open(data)
        && let Ok(sheet) = preview::preview_table(&mut input, &Place::default(), 20)
    {
        seen = sheet;
    }
    sources::mapping::propose(&seen.headers, &seen.rows)
}
