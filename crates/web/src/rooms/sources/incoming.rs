//! Files on their way in: written to a folder of their own under `incoming/` in the data folder as they arrive, piece
//! by piece, never held whole in memory. What is not kept on purpose is removed.

use crate::error::Failure;
use crate::forms::{Problems, Sent};
use crate::said::Said;
use axum::extract::Multipart;
use axum::extract::multipart::Field;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use std::path::{Path, PathBuf};
use tokio::io::AsyncWriteExt;

/// The largest upload, all its files together.
pub const LARGEST: u64 = 2 << 30;

/// The most files in one upload; a zip holds more.
const MOST_FILES: usize = 200;

/// The largest field that is no file: a mapping is a few kilobytes.
const LARGEST_FIELD: usize = 256 * 1024;

/// Where uploads wait, inside the data folder.
const FOLDER: &str = "incoming";

/// A folder that goes when it is dropped, unless it is kept.
#[derive(Debug)]
pub struct Folder {
    whole: PathBuf,
    path: String,
    kept: bool,
}

impl Folder {
    /// A new, empty one.
    pub async fn make(data: &Path) -> Result<Self, Failure> {
        let name = BASE64_URL_SAFE_NO_PAD.encode(store::secrets::random::<15>()?);
        let path = format!("{FOLDER}/{name}");
        let whole = data.join(&path);
        tokio::fs::create_dir_all(&whole).await.map_err(Failure::broken)?;
        Ok(Self { whole, path, kept: false })
    }

    /// Where it is.
    pub fn whole(&self) -> &Path {
        &self.whole
    }

    /// Writes a file that is small enough to be held.
    pub async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        tokio::fs::write(self.whole.join(file_name(name)), bytes).await.map_err(Failure::broken)
    }

    /// Keeps it; its path inside the data folder comes back.
    pub fn keep(mut self) -> String {
        self.kept = true;
        std::mem::take(&mut self.path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.kept {
            let _ = std::fs::remove_dir_all(&self.whole);
        }
    }
}

/// Removes the folder of an upload; one that is gone is no fault.
pub async fn remove(data: &Path, path: &str) {
    let inside = path.starts_with(FOLDER) && !path.contains("..");
    if inside
        && let Err(error) = tokio::fs::remove_dir_all(data.join(path)).await
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, path, "an upload could not be removed");
    }
}

/// What a form with files brought.
#[derive(Debug)]
pub struct Received {
    /// The folder with the files.
    pub folder: Folder,
    /// The files' own names.
    pub names: Vec<String>,
    /// Their size together.
    pub size: u64,
    /// The other fields.
    pub sent: Sent,
}

/// Receives a form with files.
pub async fn receive(data: &Path, mut form: Multipart) -> Result<Received, Failure> {
    let folder = Folder::make(data).await?;
    let (mut names, mut size, mut pairs) = (Vec::<String>::new(), 0, Vec::new());
    while let Some(field) = form.next_field().await.map_err(|_| Failure::Malformed)? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(file_name) {
            // A browser sends an empty file without name when none was chosen.
            Some(own) if own.is_empty() => {}
            Some(own) => {
                if names.len() >= MOST_FILES {
                    let said = Said::new("sources-too-many-files").with("n", 200);
                    return Err(Failure::Fields(Problems::one("file", said)));
                }
                let own = unused(&own, &names);
                size += write(field, &folder.whole.join(&own), LARGEST - size).await?;
                names.push(own);
            }
            None => pairs.push((name, text(field).await?)),
        }
    }
    Ok(Received { folder, names, size, sent: Sent::of(pairs) })
}

/// Writes one file as it arrives; its size comes back.
async fn write(mut field: Field<'_>, to: &Path, limit: u64) -> Result<u64, Failure> {
    let file = tokio::fs::File::create(to).await.map_err(Failure::broken)?;
    let mut file = tokio::io::BufWriter::with_capacity(256 * 1024, file);
    let mut size = 0;
    while let Some(chunk) = field.chunk().await.map_err(|_| Failure::Malformed)? {
        size += u64::try_from(chunk.len()).unwrap_or(u64::MAX);
        if size > limit {
            return Err(Failure::TooLarge);
        }
        file.write_all(&chunk).await.map_err(Failure::broken)?;
    }
    file.flush().await.map_err(Failure::broken)?;
    Ok(size)
}

async fn text(mut field: Field<'_>) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| Failure::Malformed)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > LARGEST_FIELD {
            return Err(Failure::TooLarge);
        }
    }
    String::from_utf8(bytes).map_err(|_| Failure::Malformed)
}

/// A file's own name, harmless as a name in a folder of ours: no path, not hidden, not endless.
fn file_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !c.is_control()).collect();
    let plain = plain.trim().trim_start_matches('.');
    let cut = plain.len().saturating_sub(160);
    // The end says what kind of file it is.
    plain.get(plain.ceil_char_boundary(cut)..).unwrap_or_default().to_owned()
}

/// Another name where one file of that name is there already.
fn unused(name: &str, taken: &[String]) -> String {
    let folded = name.to_lowercase();
    if !taken.iter().any(|known| known.to_lowercase() == folded) {
        return name.to_owned();
    }
    (2_usize..)
        .map(|n| format!("{n}-{name}"))
        .find(|other| !taken.iter().any(|known| known.to_lowercase() == other.to_lowercase()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_folder() {
        for (given, kept) in [
            ("export.csv", "export.csv"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\ana\\Été 2026.csv", "Été 2026.csv"),
            (".hidden", "hidden"),
            ("..", ""),
            ("a\nb.csv", "ab.csv"),
        ] {
            assert_eq!(file_name(given), kept);
        }
        let long = format!("{}.csv", "é".repeat(300));
        assert!(file_name(&long).len() <= 160 && file_name(&long).ends_with(".csv"));
    }

    #[test]
    fn two_files_of_one_name_are_two_files() {
        let taken = ["a.csv".to_owned(), "2-A.csv".to_owned()];
        assert_eq!(unused("A.csv", &taken), "3-A.csv");
        assert_eq!(unused("b.csv", &taken), "b.csv");
    }

    #[test]
    fn what_is_not_kept_goes() {
        let data = tempfile::tempdir().expect("a folder");
        let whole = data.path().join("incoming/x");
        std::fs::create_dir_all(&whole).expect("a folder");
        drop(Folder { whole: whole.clone(), path: "incoming/x".to_owned(), kept: false });
        assert!(!whole.exists());
    }
}
