//! Lays the seeds of fuzzing: every file given, and every text written in a test given, goes into the folder of each
//! format that recognises it. `fuzz/seeds` calls it:
//!
//! ```text
//! cargo run -p sources --example seeds -- FOLDER PATH…
//! ```

#[allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, reason = "shared with tests")]
#[path = "../tests/pages/books.rs"]
mod books;
#[path = "../tests/hostile/texts.rs"]
mod texts;

use sources::input::{self, Input};
use sources::open::{self, Limits};
use sources::registry::FORMATS;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// Larger files are cut: what makes a format is in its first lines.
const LONGEST: usize = 64 * 1024;

/// Files that cannot be cut (a workbook, an archive of blocks) are left out from here on.
const LONGEST_WHOLE: usize = 1024 * 1024;

/// A workbook of which no file lies anywhere: tests make it as they go.
const CREATOR: books::Sheets<'_> = &[
    ("DISCOVERY", &[&["Overall Performance", "7/30/2024 - 8/5/2024"], &["Impressions", "5120"]]),
    ("ENGAGEMENT", &[&["Date", "Impressions", "Engagements"], &["7/30/2024", "1200", "31"]]),
    (
        "TOP POSTS",
        &[
            &["Maximum of 50 posts available to include in this list"],
            &[],
            &["Post URL", "Post publish date", "Engagements", "", "Post URL", "Post publish date", "Impressions"],
            &["https://www.linkedin.com/feed/update/urn:li:activity:1", "7/31/2024", "25"],
        ],
    ),
    ("FOLLOWERS", &[&["Total followers on 8/5/2024:", "2713"], &[], &["Date", "New followers"], &["7/30/2024", "4"]]),
    ("DEMOGRAPHICS", &[&["Top Demographics", "Value", "Percentage"], &["Job titles", "Founder", "4%"]]),
];

/// Texts of tests shorter than this are words, not files.
const SHORTEST: usize = 40;

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args_os().skip(1).map(PathBuf::from);
    let folder = paths.next().ok_or("where to? give a folder, then files and folders")?;
    let mut laid = Laid { folder, counts: BTreeMap::new() };
    for path in paths {
        for part in open::list(&path, &Limits::default())? {
            let mut bytes = Vec::new();
            if part.open().is_ok_and(|input| input.take(1 << 26).read_to_end(&mut bytes).is_ok()) {
                laid.file(&part.name, &bytes)?;
            }
        }
    }
    laid.seed("creator.xlsx", &books::xlsx(CREATOR))?;
    for format in FORMATS {
        let id = format.manifest().id;
        println!("{:>5} {id}", laid.counts.get(id).copied().unwrap_or(0));
    }
    Ok(())
}

struct Laid {
    folder: PathBuf,
    counts: BTreeMap<&'static str, usize>,
}

impl Laid {
    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
        if Path::new(name).extension().is_some_and(|end| end == "rs") {
            let code = String::from_utf8_lossy(bytes).into_owned();
            return texts::literals(&code).into_iter().try_for_each(|text| self.seed("text", text.as_bytes()));
        }
        self.seed(name, bytes)
    }

    /// Puts it into the folder of each format that recognises it.
    fn seed(&mut self, name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
        let cut = cut(bytes);
        if cut.len() < SHORTEST {
            return Ok(());
        }
        let (peek, _) = input::peek(Input::from_bytes(name, cut.to_vec())?)?;
        for format in FORMATS.iter().filter(|format| format.recognise(&peek).is_some()) {
            let id = format.manifest().id;
            self.put(id, cut)?;
            match id {
                // Blocks whose addresses name a hash nobody checks: what is changed in them is still read.
                "bluesky-car" => self.put(id, &unchecked(cut))?,
                "access-log" if cut.len() < 4096 => {
                    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
                    packed.write_all(cut)?;
                    self.put(id, &packed.finish()?)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn put(&mut self, id: &'static str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
        let folder = self.folder.join(id);
        fs::create_dir_all(&folder)?;
        let path = folder.join(format!("seed-{}", blake3::hash(bytes).to_hex().get(..16).unwrap_or_default()));
        if !path.exists() {
            *self.counts.entry(id).or_default() += 1;
            fs::write(path, bytes)?;
        }
        Ok(())
    }
}

/// The beginning of a large text, up to a line end.
fn cut(bytes: &[u8]) -> &[u8] {
    let whole = bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0") || bytes.get(1) == Some(&0xa2);
    if bytes.len() <= LONGEST || (whole && bytes.len() <= LONGEST_WHOLE) {
        return bytes;
    }
    let start = bytes.get(..LONGEST).unwrap_or(bytes);
    let end = start.iter().rposition(|byte| *byte == b'\n').map_or(LONGEST, |place| place + 1);
    start.get(..end).unwrap_or(start)
}

/// The same blocks under addresses of another hash than SHA-256.
fn unchecked(bytes: &[u8]) -> Vec<u8> {
    const ADDRESS: [u8; 4] = [0x01, 0x71, 0x12, 0x20];
    let mut changed = bytes.to_vec();
    let mut at = 0;
    while let Some(window) = changed.get_mut(at..at + ADDRESS.len()) {
        if *window == ADDRESS {
            window.copy_from_slice(&[0x01, 0x71, 0x13, 0x20]);
        }
        at += 1;
    }
    changed
}
