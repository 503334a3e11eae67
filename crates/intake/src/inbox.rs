//! The watched folder. What is dropped into `CLIENT/` or `CLIENT/SPACE/` is taken in, then moved below `done/`, or below
//! `refused/` with a text beside it that says why. Nothing is ever deleted, and nothing but this folder is touched.
//!
//! The folder is looked at again and again rather than listened to: that works on every disk, shared ones included, and
//! a file that is still being written is known by its growing from one look to the next.

use crate::order::Order;
use crate::outcome::Outcome;
use crate::take::{IntakeError, take_in};
use model::Millis;
use sources::open::{self, Limits};
use sources::{Options, Refusal, Trouble, TroubleCode};
use std::collections::{HashMap, VecDeque};
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};
use std::{fs, io};
use store::Store;
use store::desk::access::Viewer;

/// Where files go that were taken in.
pub const DONE: &str = "done";

/// Where files go that were not.
pub const REFUSED: &str = "refused";

/// The pause between two looks.
pub const EVERY: Duration = Duration::from_secs(2);

/// How deep folders are walked below the watched one.
const DEPTH: usize = 8;

/// Ends of names under which programs keep what they have not finished writing.
const UNFINISHED: &[&str] = &["part", "crdownload", "download", "tmp", "partial", "filepart"];

/// A watched folder.
#[derive(Debug)]
pub struct Inbox {
    watched: Arc<Watched>,
    /// What each file was like at the last look.
    met: HashMap<PathBuf, Stamp>,
}

/// What others may know of a watched folder: where it is, and what came of the last files dropped there.
#[derive(Debug)]
pub struct Watched {
    folder: PathBuf,
    last: Mutex<VecDeque<(Millis, Taken)>>,
}

/// How many files are remembered.
const REMEMBERED: usize = 20;

impl Watched {
    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The last files and when they were taken out, newest first.
    pub fn last(&self) -> Vec<(Millis, Taken)> {
        self.last.lock().map(|last| last.iter().rev().cloned().collect()).unwrap_or_default()
    }

    fn remember(&self, at: Millis, taken: Taken) {
        if let Ok(mut last) = self.last.lock() {
            last.push_back((at, taken));
            if last.len() > REMEMBERED {
                last.pop_front();
            }
        }
    }
}

/// What tells that a file has not changed.
type Stamp = (u64, Option<SystemTime>);

/// A file that was taken out of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its path below the watched folder.
    pub file: String,
    /// What became of each of its parts.
    pub outcomes: Vec<Outcome>,
    /// Whether it went to `done/`.
    pub done: bool,
}

/// Says in words what became of a part, for the text beside a refused file.
pub type Words = dyn Fn(&Outcome) -> String + Send + Sync;

impl Inbox {
    /// Watches a folder; makes it, and the folders for what was done and refused, where they are not there.
    pub fn open(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder.join(DONE))?;
        fs::create_dir_all(folder.join(REFUSED))?;
        let watched = Watched { folder: folder.to_owned(), last: Mutex::new(VecDeque::new()) };
        Ok(Self { watched: Arc::new(watched), met: HashMap::new() })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.watched.folder
    }

    /// What others may know of it.
    pub fn watched(&self) -> Arc<Watched> {
        Arc::clone(&self.watched)
    }

    /// One look: takes in the files that have not changed since the last one.
    pub async fn look(&mut self, store: &Store, now: Millis, words: &Words) -> Result<Vec<Taken>, IntakeError> {
        let (folder, before) = (self.folder().to_owned(), std::mem::take(&mut self.met));
        let listed = tokio::task::spawn_blocking(move || {
            let mut files = Vec::new();
            walk(&folder, Path::new(""), DEPTH, &mut files)?;
            files.sort();
            Ok::<_, io::Error>(files)
        });
        // A folder that is away for a moment (a shared disk) is looked at again later.
        let files = listed.await?.unwrap_or_else(|error| {
            tracing::warn!(%error, folder = %self.folder().display(), "the watched folder cannot be read");
            Vec::new()
        });
        self.met = files.iter().cloned().collect();
        let mut taken = Vec::new();
        for (file, stamp) in files {
            if before.get(&file) != Some(&stamp) {
                continue;
            }
            let one = self.take(store, &file, now).await?;
            self.met.remove(&file);
            if let Err(error) = put_away(self.folder(), &file, &one, words) {
                // Left where it is it would be taken in for ever: changing nothing, but for ever.
                tracing::error!(%error, file = one.file, "a file cannot be moved out of the watched folder");
                self.met.insert(file, (stamp.0, None));
            }
            self.watched.remember(now, one.clone());
            taken.push(one);
        }
        Ok(taken)
    }

    async fn take(&self, store: &Store, file: &Path, now: Millis) -> Result<Taken, IntakeError> {
        let name = file.to_string_lossy().into_owned();
        let refused = |trouble: Trouble| Taken {
            outcomes: vec![Outcome::refused(&name, "", trouble)],
            file: name.clone(),
            done: false,
        };
        let Some(order) = order(store, file, now).await? else {
            return Ok(refused(Trouble::new(TroubleCode::NoClient)));
        };
        let path = self.folder().join(file);
        let parts = tokio::task::spawn_blocking(move || open::list(&path, &Limits::default())).await?;
        let parts = match parts {
            Ok(parts) => parts,
            Err(Refusal(trouble)) => return Ok(refused(trouble)),
        };
        let mut outcomes = Vec::new();
        for part in &parts {
            outcomes.extend(take_in(store, &order, part, now, Arc::new(|_, _| {})).await?);
        }
        let done = outcomes.iter().any(Outcome::is_done) && outcomes.iter().all(|one| one.refused.is_none());
        Ok(Taken { file: name, outcomes, done })
    }
}

/// What the folders above a file ask for: the client, then the space. A file in no client's folder belongs to the only
/// client there is; `None` where there are several, or none.
async fn order(store: &Store, file: &Path, now: Millis) -> Result<Option<Order>, IntakeError> {
    let zone = store.organisation().await?.zone;
    let folders: Vec<String> =
        file.parent().map(|parent| parent.components().filter_map(named).collect()).unwrap_or_default();
    let options = Options { zone, now, ..Options::default() };
    if let Some(client) = folders.first() {
        let mut order = Order::new(client, options);
        order.space = folders.get(1).cloned();
        return Ok(Some(order));
    }
    let clients = store.clients_of(&Viewer::system()).await?;
    let [only] = clients.as_slice() else { return Ok(None) };
    let mut order = Order::new(&only.name, options);
    order.client_id = Some(only.id);
    Ok(Some(order))
}

fn named(component: Component<'_>) -> Option<String> {
    match component {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    }
}

/// The files below a folder that somebody has dropped, with their stamps. Links are not followed: they would lead out.
fn walk(folder: &Path, below: &Path, depth: usize, files: &mut Vec<(PathBuf, Stamp)>) -> io::Result<()> {
    for entry in fs::read_dir(folder.join(below))? {
        let entry = entry?;
        let (kind, name) = (entry.file_type()?, entry.file_name());
        let path = below.join(&name);
        let own = below.as_os_str().is_empty() && (name == OsStr::new(DONE) || name == OsStr::new(REFUSED));
        if own || is_hidden(&name) {
            continue;
        }
        if kind.is_dir() && depth > 0 {
            walk(folder, &path, depth - 1, files)?;
        } else if kind.is_file() && !is_unfinished(&path) {
            let meta = entry.metadata()?;
            files.push((path, (meta.len(), meta.modified().ok())));
        }
    }
    Ok(())
}

fn is_hidden(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with('~') || name.eq_ignore_ascii_case("thumbs.db")
}

fn is_unfinished(path: &Path) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    end.is_some_and(|end| UNFINISHED.contains(&end.as_str()))
}

/// Moves a file below `done/` or `refused/`, under the folders it lay in, beside an earlier one of its name.
fn put_away(folder: &Path, file: &Path, taken: &Taken, words: &Words) -> io::Result<()> {
    let to = folder.join(if taken.done { DONE } else { REFUSED }).join(file.parent().unwrap_or_else(|| Path::new("")));
    fs::create_dir_all(&to)?;
    let free = free_name(&to, file.file_name().unwrap_or_default());
    if !taken.done {
        let mut text = free.clone().into_os_string();
        text.push(".txt");
        let said: Vec<String> = taken.outcomes.iter().map(words).collect();
        fs::write(text, said.join("\n") + "\n")?;
    }
    fs::rename(folder.join(file), free)
}

/// A name nobody has in the folder: `posts.csv`, `posts (2).csv`…
fn free_name(folder: &Path, name: &OsStr) -> PathBuf {
    let first = folder.join(name);
    let (stem, end) = (first.file_stem().unwrap_or_default().to_owned(), first.extension().map(OsStr::to_owned));
    let numbered = |n: u32| {
        let mut name = stem.clone();
        name.push(format!(" ({n})"));
        if let Some(end) = &end {
            name.push(".");
            name.push(end);
        }
        folder.join(name)
    };
    let mut free = first;
    let mut n = 1;
    while free.exists() {
        n += 1;
        free = numbered(n);
    }
    free
}
