//! Meta's audience blocks → the number of followers of one space, and what people should know of the rest.

use super::wire::{Block, Holds};
use crate::contract::{Note, Options};
use crate::network_asked;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::{Metric, Network, Observation, Piece, Shape, Subject, Window};

/// What a file tells to one space.
#[derive(Debug)]
pub struct Told {
    pub pieces: Vec<Piece>,
    pub notes: Vec<Note>,
}

/// The networks whose followers the file counts, Facebook first; without any count, those it names.
pub fn networks(blocks: &[Block]) -> Vec<Network> {
    let counted = blocks.iter().filter(|block| matches!(block.holds, Holds::Followers(_)));
    let mut networks: Vec<Network> = counted.filter_map(|block| block.network).collect();
    if networks.is_empty() {
        networks.extend(blocks.iter().filter(|block| block.is_known()).filter_map(|block| block.network));
    }
    networks.sort();
    networks.dedup();
    networks
}

/// Takes the blocks of the network asked. A file of two networks needs to know which one is wanted.
pub fn told(blocks: &[Block], options: &Options, zone: &TimeZone) -> Result<Told, Refusal> {
    if !blocks.iter().any(Block::is_known) {
        let titles: Vec<&str> = blocks.iter().map(|block| block.title.as_str()).collect();
        return Err(Trouble::new(TroubleCode::Unrecognised).with("headers", &titles.join(" · ")).into());
    }
    let network = network_asked::network(options, &networks(blocks))?;
    let (ours, others): (Vec<&Block>, Vec<&Block>) =
        blocks.iter().partition(|block| block.network.is_none() || block.network == network);
    let level = ours.iter().find_map(|block| match block.holds {
        Holds::Followers(value) => value,
        Holds::Shares | Holds::Unknown => None,
    });
    let titles = |blocks: &[&Block]| blocks.iter().map(|block| block.title.clone()).collect::<Vec<_>>().join(" · ");
    let shares: Vec<&Block> =
        ours.iter().copied().filter(|block| !matches!(block.holds, Holds::Followers(_))).collect();
    let mut notes =
        vec![Note::new(if level.is_some() { "followers-at-import" } else { "audience-without-followers" }, [])];
    if !shares.is_empty() {
        notes.push(Note::new("audience-not-kept", [("titles", titles(&shares))]));
    }
    if !others.is_empty() {
        notes.push(Note::new("other-network-left-out", [("titles", titles(&others))]));
    }
    Ok(Told { pieces: level.and_then(|value| followers(value, options, zone)).into_iter().collect(), notes })
}

/// The number has no date: it is how things stand on the day of the import, so that taking the same file in twice
/// that day tells it once.
fn followers(value: f64, options: &Options, zone: &TimeZone) -> Option<Piece> {
    let now = jiff::Timestamp::from_millisecond(options.now.0).ok()?;
    Some(Piece::Observation(Observation {
        subject: Subject::Space,
        metric: Metric::Followers,
        shape: Shape::Level,
        value,
        window: Window::Day { date: now.to_zoned(zone.clone()).date(), zone: None },
        observed_at: Some(options.now),
    }))
}
