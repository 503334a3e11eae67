//! Keeping a file beside what was read from it, so that facts can be made again: piece by piece, whatever its size.

use crate::take::IntakeError;
use sources::open::Part;
use std::io::{self, Read};
use store::StoreError;
use store::history::{Import, PIECE, Packed};
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

/// What a file holds, as far as keeping it needs to know.
#[derive(Debug, Clone)]
pub struct Content {
    /// Hash of its bytes, hexadecimal.
    pub hash: String,
    /// How many there are.
    size: u64,
}

impl Content {
    /// Reads the file through, off the async threads. `None` when it cannot be read: its reader will say why.
    pub async fn of(part: &Part) -> Result<Option<Self>, IntakeError> {
        let part = part.clone();
        let content = spawn_blocking(move || {
            let mut hasher = blake3::Hasher::new();
            hasher.update_reader(part.open().ok()?).ok()?;
            Some(Self { hash: hasher.finalize().to_hex().to_string(), size: hasher.count() })
        });
        Ok(content.await?)
    }
}

/// Keeps the file in the transaction of its import, unless it is there already or the client's rule is to keep none.
///
/// A log that was written to in the meantime is kept as far as it went when its content was taken; of a file that holds
/// something else by now nothing is.
pub async fn keep(import: &mut Import, part: &Part, content: &Content) -> Result<(), IntakeError> {
    if !import.wants_raw(&content.hash).await? {
        return Ok(());
    }
    let (sender, mut pieces) = mpsc::channel(1);
    let (part, size) = (part.clone(), content.size);
    let packing = spawn_blocking(move || pack(&part, size, &sender));
    let mut place = 0;
    while let Some(piece) = pieces.recv().await {
        import.keep_raw(&content.hash, place, piece?).await?;
        place += 1;
    }
    if packing.await?.ok().as_ref() != Some(&content.hash) {
        tracing::warn!("the file changed while it was taken in: it is not kept");
        import.drop_raw(&content.hash).await?;
    }
    Ok(())
}

/// Packs the first `size` bytes piece by piece; gives their hash.
fn pack(part: &Part, size: u64, pieces: &mpsc::Sender<Result<Packed, StoreError>>) -> io::Result<String> {
    let changed = |_| io::Error::from(io::ErrorKind::NotFound);
    let mut input = part.open().map_err(changed)?.take(size);
    let mut hasher = blake3::Hasher::new();
    let mut piece = Vec::with_capacity(PIECE);
    loop {
        piece.clear();
        (&mut input).take(u64::try_from(PIECE).unwrap_or(u64::MAX)).read_to_end(&mut piece)?;
        hasher.update(&piece);
        // The other end hangs up when it cannot store: what went wrong is told there.
        if piece.is_empty() || pieces.blocking_send(Packed::of(&piece)).is_err() {
            return Ok(hasher.finalize().to_hex().to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use model::{ClientId, Millis, Network, Provenance, SpaceId};
    use sources::open::{Limits, list_bytes};
    use store::Store;
    use store::history::NewImport;

    const NOW: Millis = Millis(1_780_000_000_000);

    fn part(bytes: &[u8]) -> Part {
        list_bytes("a.txt", bytes.to_vec(), &Limits::default()).unwrap().remove(0)
    }

    /// Keeps the file that is there in the end, as far as the one that was there first allows; gives back what is kept.
    async fn kept(first: &[u8], in_the_end: &[u8]) -> Option<Vec<u8>> {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let (client, _) = store.find_or_create_client("Office", "UTC", NOW).await.unwrap();
        let (space, _) = store.find_or_create_space(client.id, "Site", Some(Network::Site), NOW).await.unwrap();
        let content = Content::of(&part(first)).await.unwrap().unwrap();
        let new = import_of(client.id, space.id, &content.hash);
        let mut import = store.begin_import(&new).await.unwrap();
        keep(&mut import, &part(in_the_end), &content).await.unwrap();
        import.finish(0, 0, "[]", "[]").await.unwrap();
        let mut again = store.begin_again(space.id).await.unwrap();
        let kept = again.kept().first().cloned()?;
        let mut bytes = Vec::new();
        again.file(&kept, &mut bytes).await.unwrap();
        Some(bytes)
    }

    const fn import_of(client: ClientId, space: SpaceId, hash: &str) -> NewImport<'_> {
        NewImport {
            client,
            space,
            person: None,
            provenance: Provenance::Imported,
            format: "access_log",
            name: "a.txt",
            hash,
            choices: "{}",
            lacks: &[],
            at: NOW,
        }
    }

    #[tokio::test]
    async fn a_file_of_any_size_comes_back_as_it_was() {
        for size in [1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 7] {
            let bytes: Vec<u8> = (0..size).map(|at| u8::try_from(at % 251).unwrap()).collect();
            assert!(kept(&bytes, &bytes).await.unwrap() == bytes, "{size} bytes");
        }
    }

    #[tokio::test]
    async fn a_log_that_grows_is_kept_as_far_as_it_was_and_another_file_not() {
        assert_eq!(kept(b"one\ntwo\n", b"one\ntwo\nthree\n").await.unwrap(), b"one\ntwo\n");
        assert_eq!(kept(b"one\ntwo\n", b"one\nsix\n").await, None);
        assert_eq!(kept(b"one\ntwo\n", b"one\n").await, None);
    }
}
