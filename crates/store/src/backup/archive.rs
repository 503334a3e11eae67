//! The zip file of a backup, written and read on a blocking thread.

use super::{BackupError, MANIFEST, Manifest, SHAPE, entry_of};
use crate::secrets::KEY_FILE;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use tokio::sync::mpsc::Receiver;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What the writer is told, in this order: entries with their bytes, then `Seal`.
pub(super) enum Step {
    /// A new entry of this name.
    Entry(String),
    /// More bytes of it.
    Bytes(Vec<u8>),
    /// Everything was said. Without it the file is thrown away.
    Seal,
}

/// Writes the archive beside its place, and moves it there when it is whole and on the disk.
pub(super) fn write(path: &Path, mut steps: Receiver<Step>) -> Result<(), BackupError> {
    let beside = beside(path);
    let written = write_beside(&beside, &mut steps);
    let sealed = written.and_then(|sealed| {
        if sealed {
            std::fs::rename(&beside, path).map_err(|reason| file_error(path, reason))?;
        }
        Ok(sealed)
    });
    if !matches!(sealed, Ok(true)) {
        // What went wrong before is what people need to hear; a file left behind is overwritten next time.
        drop(std::fs::remove_file(&beside));
    }
    sealed.map(drop)
}

fn write_beside(beside: &Path, steps: &mut Receiver<Step>) -> Result<bool, BackupError> {
    let failed = |reason: std::io::Error| file_error(beside, reason);
    match std::fs::remove_file(beside) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(failed(e)),
        _ => {}
    }
    let mut zip = ZipWriter::new(BufWriter::new(create_private(beside).map_err(failed)?));
    while let Some(step) = steps.blocking_recv() {
        match step {
            // Tables may pass 4 GiB, which zip wants to know beforehand.
            Step::Entry(name) => {
                let options = SimpleFileOptions::default().large_file(true);
                zip.start_file(name, options).map_err(|e| failed(e.into()))?;
            }
            Step::Bytes(bytes) => zip.write_all(&bytes).map_err(failed)?,
            Step::Seal => {
                let file = zip.finish().map_err(|e| failed(e.into()))?;
                let file = file.into_inner().map_err(|e| failed(e.into_error()))?;
                file.sync_all().map_err(failed)?;
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

/// The backup holds the key: it is readable by its owner only.
#[cfg(unix)]
fn create_private(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create_private(path: &Path) -> std::io::Result<File> {
    File::create_new(path)
}

/// A backup opened for reading.
pub(super) struct Archive {
    path: PathBuf,
    zip: ZipArchive<BufReader<File>>,
}

impl Archive {
    /// Opens the file and reads what it says of itself; nothing is believed yet.
    pub fn open(path: &Path) -> Result<(Self, Manifest), BackupError> {
        let file = File::open(path).map_err(|reason| file_error(path, reason))?;
        let no_backup = |reason: String| BackupError::NotABackup { path: path.display().to_string(), reason };
        let zip = ZipArchive::new(BufReader::new(file)).map_err(|e| no_backup(e.to_string()))?;
        let mut archive = Self { path: path.to_owned(), zip };
        let mut text = Vec::new();
        archive.entry(MANIFEST)?.read_to_end(&mut text).map_err(|e| no_backup(e.to_string()))?;
        let manifest: Manifest = serde_json::from_slice(&text).map_err(|e| no_backup(e.to_string()))?;
        if manifest.shape != SHAPE {
            return Err(no_backup(format!("its shape is {}, this program knows {SHAPE}", manifest.shape)));
        }
        Ok((archive, manifest))
    }

    /// Compares every part with its checksum; gives the key.
    pub fn verify(&mut self, manifest: &Manifest) -> Result<Vec<u8>, BackupError> {
        for table in &manifest.tables {
            let name = entry_of(&table.name);
            let mut reader = self.entry(&name)?;
            let (mut hasher, mut rows, mut chunk) = (blake3::Hasher::new(), 0, vec![0; 1 << 16]);
            loop {
                let read = reader.read(&mut chunk).map_err(|_| damaged(&name, "cannot be read"))?;
                let bytes = chunk.get(..read).unwrap_or_default();
                if bytes.is_empty() {
                    break;
                }
                hasher.update(bytes);
                rows += bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
            }
            if hasher.finalize().to_hex().as_str() != table.checksum {
                return Err(damaged(&name, "does not agree with its checksum"));
            }
            if rows != table.rows {
                return Err(damaged(&name, "has another number of rows than the manifest says"));
            }
        }
        let mut key = Vec::new();
        self.entry(KEY_FILE)?.take(1024).read_to_end(&mut key).map_err(|_| damaged(KEY_FILE, "cannot be read"))?;
        if blake3::hash(&key).to_hex().as_str() != manifest.key {
            return Err(damaged(KEY_FILE, "does not agree with its checksum"));
        }
        Ok(key)
    }

    /// Reads a table line by line, until `take` has enough of it.
    pub fn lines(
        &mut self,
        table: &str,
        mut take: impl FnMut(&[u8]) -> Result<(), BackupError>,
    ) -> Result<(), BackupError> {
        let name = entry_of(table);
        let mut reader = BufReader::new(self.entry(&name)?);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).map_err(|_| damaged(&name, "cannot be read"))? > 0 {
            take(&line)?;
            line.clear();
        }
        Ok(())
    }

    fn entry(&mut self, name: &str) -> Result<impl Read, BackupError> {
        let path = self.path.display().to_string();
        self.zip.by_name(name).map_err(|e| BackupError::NotABackup { path, reason: format!("{name}: {e}") })
    }
}

pub(super) fn damaged(part: &str, reason: &'static str) -> BackupError {
    BackupError::Damaged { part: part.to_owned(), reason }
}

pub(super) fn file_error(path: &Path, reason: std::io::Error) -> BackupError {
    BackupError::File { path: path.display().to_string(), reason }
}
