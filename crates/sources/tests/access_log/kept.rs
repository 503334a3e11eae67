//! A sink that keeps what it is given, and the shared data's folder.

use model::Piece;
use sources::input::{Input, peek};
use sources::{Format, Options, Recognised, Refusal, Report, Sink, Trouble};
use std::path::PathBuf;

/// What a format handed out.
#[derive(Debug, Default)]
pub struct Kept {
    pub pieces: Vec<Piece>,
    pub bad: Vec<Trouble>,
    skip_bad: bool,
}

impl Sink for Kept {
    fn piece(&mut self, piece: Piece) -> Result<(), Refusal> {
        self.pieces.push(piece);
        Ok(())
    }

    fn bad(&mut self, trouble: Trouble) -> Result<(), Refusal> {
        if !self.skip_bad {
            return Err(trouble.into());
        }
        self.bad.push(trouble);
        Ok(())
    }

    fn progress(&mut self, _bytes: u64, _rows: u64) {}
}

/// Reads bytes as a person's file would be read: looked at, then read.
pub fn read(
    format: &dyn Format,
    name: &str,
    bytes: &[u8],
    options: &Options,
) -> (Option<Recognised>, Result<Report, Refusal>, Kept) {
    let input = Input::from_bytes(name, bytes.to_vec()).expect("bytes are readable");
    let mut kept = Kept { skip_bad: options.skip_bad, ..Kept::default() };
    match peek(input) {
        Ok((seen, mut input)) => {
            let report = format.read(&mut input, options, &mut kept);
            (format.recognise(&seen), report, kept)
        }
        Err(error) => panic!("{name}: {error}"),
    }
}

/// A note's argument.
#[allow(dead_code)]
pub fn told<'a>(report: &'a Report, code: &str, name: &str) -> Option<&'a str> {
    let note = report.seen.iter().find(|note| note.code == code)?;
    note.args.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// The folder of shared data; `None`, said in one line, where it is absent.
pub fn data(test: &str, folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("VIGIE_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let folder = root.join(folder);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{test}: VIGIE_DATA not found at {}", root.display());
    println!("skipped: {test}: VIGIE_DATA not found");
    None
}
