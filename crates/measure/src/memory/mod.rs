//! A history in plain vectors: the reference that tests of `store` and of this crate compare with. It keeps raw
//! pieces and works every read out anew; nothing here is fast, and the program does not contain it.

pub mod naive;
pub mod random;
mod reads;
#[cfg(test)]
mod tests;

use crate::history::{ImportInfo, SpaceInfo};
use model::{ImportId, Metric, Millis, Network, Piece, SpaceId};

/// A history in plain vectors.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// The spaces.
    pub spaces: Vec<SpaceInfo>,
    /// The imports.
    pub imports: Vec<ImportInfo>,
    /// What was told: where, by which import, what; in the order of telling.
    pub pieces: Vec<(SpaceId, ImportId, Piece)>,
}

impl Memory {
    /// An empty history.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a space of client `client`, in that client's zone.
    pub fn add_space(&mut self, client: &str, slug: &str, network: Network, zone: &str) -> SpaceId {
        let id = SpaceId(i64::try_from(self.spaces.len()).unwrap_or_default() + 1);
        self.spaces.push(SpaceInfo {
            id,
            slug: slug.to_owned(),
            name: format!("Space {slug}"),
            network,
            client_slug: client.to_owned(),
            client_name: format!("Client {client}"),
            zone: zone.to_owned(),
        });
        id
    }

    /// Adds an import.
    pub fn add_import(&mut self, format: &str, at: Millis, lacks: &[Metric]) -> ImportId {
        let id = ImportId(i64::try_from(self.imports.len()).unwrap_or_default() + 1);
        self.imports.push(ImportInfo {
            id,
            format: format.to_owned(),
            name: format!("{format}.csv"),
            at,
            newest: None,
            lacks: lacks.to_vec(),
        });
        id
    }

    /// Takes a piece in.
    pub fn put(&mut self, space: SpaceId, import: ImportId, piece: Piece) {
        self.pieces.push((space, import, piece));
    }

    /// The ids of all spaces.
    pub fn scope(&self) -> crate::Scope {
        crate::Scope { spaces: self.spaces.iter().map(|space| space.id).collect() }
    }
}

/// The output of a future that never waits, as all reads of `Memory` are.
pub fn ready<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
