//! Making the facts of a space again from the files that were kept: after a rule has changed (a zone, a mapping, a format
//! read better), or to show that nothing has.

use crate::choices::Choices;
use crate::reader::{self, Read};
use crate::take::IntakeError;
use serde::Serialize;
use sources::input::{self, Input};
use sources::{Note, Trouble, TroubleCode, registry};
use std::io::Seek;
use std::path::Path;
use std::sync::Arc;
use store::Store;
use store::desk::client::Client;
use store::desk::space::Space;
use store::history::again::{Again, Contents, Kept};

/// What became of a space.
#[derive(Debug, Serialize)]
pub struct Normalised {
    /// The client's slug.
    pub client: String,
    /// The space's slug.
    pub space: String,
    /// Imports made again.
    pub imports: usize,
    /// What the space held.
    pub before: Contents,
    /// What it holds now, or would hold.
    pub after: Contents,
    /// Whether both are the same, row by row.
    pub same: bool,
}

/// A file that was taken in once and can no longer be read: nothing of the space was changed.
#[derive(Debug, Serialize)]
pub struct Unreadable {
    /// File name or address.
    pub file: String,
    /// Why.
    pub trouble: Trouble,
}

/// Makes a space again; with `keep` off, says what would come of it and changes nothing.
pub async fn normalise(
    store: &Store,
    client: &Client,
    space: &Space,
    keep: bool,
) -> Result<Result<Normalised, Unreadable>, IntakeError> {
    let mut again = store.begin_again(space.id).await?;
    let imports: Vec<Kept> = again.kept().to_vec();
    for kept in &imports {
        match one(again, kept, &client.zone, &store.folder).await? {
            Ok(next) => again = next,
            Err(trouble) => return Ok(Err(Unreadable { file: kept.name.clone(), trouble })),
        }
    }
    let (before, after) = again.finish(keep).await?;
    Ok(Ok(Normalised {
        client: client.slug.clone(),
        space: space.slug.clone(),
        imports: imports.len(),
        same: before == after,
        before,
        after,
    }))
}

/// A kept file up to this size is unpacked in memory, a larger one in the data folder while it is read.
const IN_MEMORY: usize = 32 * 1024 * 1024;

/// Makes one import again.
async fn one(mut again: Again, kept: &Kept, zone: &str, folder: &Path) -> Result<Result<Again, Trouble>, IntakeError> {
    let Some(format) = registry::by_id(&kept.format) else {
        return Ok(Err(Trouble::new(TroubleCode::Unrecognised)));
    };
    let choices: Choices = serde_json::from_str(&kept.choices)?;
    let options = match choices.options(zone, model::Millis(kept.at)) {
        Ok(options) => options,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let unreadable = |e: &std::io::Error| Trouble::new(TroubleCode::Unreadable).with("reason", &e.to_string());
    let mut file = tempfile::spooled_tempfile_in(IN_MEMORY, folder);
    again.file(kept, &mut file).await?;
    let size = file.stream_position().ok();
    let opened = file.rewind().and_then(|()| Input::from_reader(&kept.name, size, file)).and_then(input::peek);
    let (peek, input) = match opened {
        Ok(opened) => opened,
        Err(error) => return Ok(Err(unreadable(&error))),
    };
    let mut seen: Vec<Note> = format.recognise(&peek).map(|recognised| recognised.seen).unwrap_or_default();
    let (mut import, rest) = again.import(kept, &kept.choices, format.manifest().lacks).await?;
    let (mut batches, reading) = reader::start(format, input, options, Arc::new(|_, _| {}));
    while let Some(batch) = batches.recv().await {
        batch.write(&mut import).await?;
    }
    let Read { mut report, bad, bad_count } = match reading.await? {
        Ok(read) => read,
        Err(refusal) => return Ok(Err(refusal.0)),
    };
    seen.append(&mut report.seen);
    let (seen, bad) = (serde_json::to_string(&seen)?, serde_json::to_string(&bad)?);
    Ok(Ok(Again::done(import, rest, report.rows, bad_count, &seen, &bad).await?))
}
