//! Meta's blocks → daily figures of one space; which blocks belong to it.

use super::wire::Block;
use crate::contract::{Note, Options};
use crate::figures::{day_flow, day_level};
use crate::network_asked;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{Metric, Network, Piece};

/// The blocks that the space gets, and those that it does not.
pub struct Taken<'a> {
    taken: Vec<&'a Block>,
    other_network: Vec<&'a Block>,
    unknown: Vec<&'a Block>,
    network: Option<Network>,
}

/// The network of a block. Meta leaves it out of the title of one network when the other's block beside it has
/// it: `Follows` next to `Instagram follows` is Facebook's.
fn network_of(block: &Block, blocks: &[Block]) -> Option<Network> {
    if block.network.is_some() {
        return block.network;
    }
    let sibling = blocks.iter().find(|other| other.metric == block.metric && other.network.is_some())?;
    match sibling.network {
        Some(Network::Instagram) => Some(Network::Facebook),
        Some(Network::Facebook) => Some(Network::Instagram),
        _ => None,
    }
}

/// The networks that a file speaks of, Facebook first.
pub fn networks(blocks: &[Block]) -> Vec<Network> {
    let known = blocks.iter().filter(|block| block.metric.is_some());
    let mut networks: Vec<Network> = known.filter_map(|block| network_of(block, blocks)).collect();
    networks.sort();
    networks.dedup();
    networks
}

impl<'a> Taken<'a> {
    /// Sorts the blocks. A file of two networks needs to know which one is wanted.
    pub fn choose(blocks: &'a [Block], options: &Options) -> Result<Self, Refusal> {
        let network = network_asked::network(options, &networks(blocks))?;
        let mut chosen = Self { taken: Vec::new(), other_network: Vec::new(), unknown: Vec::new(), network };
        for block in blocks {
            let of = network_of(block, blocks);
            if block.metric.is_none() {
                chosen.unknown.push(block);
            } else if of.is_some() && of != network {
                chosen.other_network.push(block);
            } else {
                chosen.taken.push(block);
            }
        }
        if chosen.taken.iter().all(|block| block.days.is_empty()) {
            let titles: Vec<&str> = blocks.iter().map(|block| block.title.as_str()).collect();
            let code = if chosen.taken.is_empty() { TroubleCode::Unrecognised } else { TroubleCode::Empty };
            return Err(Trouble::new(code).with("headers", &titles.join(" · ")).into());
        }
        Ok(chosen)
    }

    /// The figures.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for block in &self.taken {
            let Some(metric) = block.metric else { continue };
            let of_day = if metric == Metric::Followers { day_level } else { day_flow };
            pieces.extend(block.days.iter().map(|(date, value)| of_day(metric, *value, *date, None)));
        }
        pieces
    }

    /// What people should know of the file.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        for block in &self.taken {
            if let (Some((from, _)), Some((to, _))) =
                (block.days.iter().min_by_key(|d| d.0), block.days.iter().max_by_key(|d| d.0))
            {
                let days = [("title", block.title.clone()), ("from", from.to_string()), ("to", to.to_string())];
                notes.push(Note::new("metric-days", days));
            }
        }
        if self.taken.iter().any(|block| !block.days.is_empty()) {
            notes.push(Note::new("day-zone-unknown", []));
        }
        if self.taken.iter().any(|block| block.metric == Some(Metric::Gains)) {
            notes.push(Note::new("gains-only", []));
        }
        if self.network.is_none() {
            notes.push(Note::new("network-unknown", []));
        }
        for (code, blocks) in [("other-network-left-out", &self.other_network), ("blocks-left-out", &self.unknown)] {
            if !blocks.is_empty() {
                let titles: Vec<&str> = blocks.iter().map(|block| block.title.as_str()).collect();
                notes.push(Note::new(code, [("titles", titles.join(" · "))]));
            }
        }
        notes
    }
}
