//! One sheet of a workbook as a stream of rows: read on a thread of its own, in bounded batches, while the rows before
//! are taken in. An XLSX is never held as a whole, its packed bytes and its table of texts apart; the older kinds are.
//! Plain sheets are read by our own scanner, the others by the library, which also takes over where a sheet gets odd.

use super::out::Out;
use crate::mapping::Place;
use crate::open::{check_sizes, has_part};
use crate::table::batch::Batch;
use crate::table::{Filled, Row, unreadable};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::workbook::plain::{Asked, Take, Window, ask, unpack};
use crate::workbook::{self, Limits, malformed, push_text, sheet, told};
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::io::Cursor;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread::{Builder, JoinHandle};

/// Batches that may wait.
const WAITING: usize = 4;

/// The rows of a sheet that are not blank, as they come.
pub struct Sheet {
    batches: Receiver<Result<Batch, Refusal>>,
    back: Sender<Batch>,
    batch: Batch,
    at: usize,
    /// Whether what the archive holds is what it says: told at the end.
    whole: Option<JoinHandle<Result<(), Refusal>>>,
}

/// A file's bytes, read by two threads.
#[derive(Clone)]
struct Bytes(Arc<Vec<u8>>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Sheet {
    /// Begins to read the sheet that the mapping names, the first one otherwise.
    pub fn open(bytes: Vec<u8>, place: &Place, limits: &'static Limits) -> Result<Self, Refusal> {
        let bytes = Bytes(Arc::new(bytes));
        // Anything but XLSX is checked before it is opened: its reader holds it in memory.
        let streams = bytes.as_ref().starts_with(b"PK") && !has_part(bytes.as_ref(), "content.xml")?;
        let (mut cells, mut whole, mut plain) = (limits.cells, None, None);
        if streams {
            // The sizes that the archive tells bind whoever reads it; that its parts are undamaged is found meanwhile.
            cells = limits.cells_for(check_sizes(bytes.as_ref(), limits.unpacked)?);
            let wanted = place.sheet.as_deref();
            let asked = told(|| Ok(ask(bytes.as_ref(), |names| choose(names, wanted).ok()))).ok().flatten();
            let parts: Vec<usize> =
                asked.iter().flat_map(|asked| asked.texts.into_iter().chain([asked.sheet])).collect();
            let (to, chunks) = sync_channel(WAITING);
            let (back, used) = channel();
            plain = asked.map(|asked| (asked, Window::new(chunks, back)));
            let bytes = bytes.clone();
            whole = Some(spawn(move || unpack(bytes.as_ref(), limits.unpacked, &parts, to, &used))?);
        }
        let (to, batches) = sync_channel(WAITING);
        let (back, used) = channel();
        let wanted = place.sheet.clone();
        let mut out = Out::new(to, used, cells, limits.unpacked);
        spawn(move || {
            let read = told(|| {
                if streams {
                    stream(bytes, plain, wanted.as_deref(), &mut out)
                } else {
                    hand_out(&sheet(bytes.as_ref(), limits, |names| choose(names, wanted.as_deref()))?, &mut out)
                }
            });
            if let Err(refusal) = read {
                out.refuse(refusal);
            }
        })?;
        Ok(Self { batches, back, batch: Batch::default(), at: 0, whole })
    }

    /// The next row, into a row that was used before.
    pub fn next_into(&mut self, row: &mut Row) -> Result<Filled, Refusal> {
        while !self.batch.row_into(self.at, row) {
            if !self.more()? {
                return Ok(Filled::End);
            }
        }
        self.at += 1;
        Ok(Filled::Row)
    }

    /// The rows that come next; whether more may follow.
    pub fn fill(&mut self, batch: &mut Batch) -> Result<bool, Refusal> {
        if !self.batch.has(self.at) && !self.more()? {
            return Ok(false);
        }
        std::mem::swap(batch, &mut self.batch);
        batch.skip(std::mem::take(&mut self.at));
        Ok(true)
    }

    /// Takes the next batch; whether there was one.
    fn more(&mut self) -> Result<bool, Refusal> {
        self.at = 0;
        let Ok(batch) = self.batches.recv() else {
            self.batch.clear();
            return match self.whole.take().map(JoinHandle::join) {
                Some(Ok(Err(refusal))) => Err(refusal),
                Some(Err(_)) => Err(malformed(&"damaged records").into()),
                _ => Ok(false),
            };
        };
        // The reader may have ended.
        let _ = self.back.send(std::mem::replace(&mut self.batch, batch?));
        Ok(true)
    }
}

fn spawn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<JoinHandle<T>, Refusal> {
    Ok(Builder::new().spawn(work).map_err(|error| unreadable(&error))?)
}

/// The sheet that is wanted, the first one otherwise.
fn choose(names: &[String], wanted: Option<&str>) -> Result<String, Refusal> {
    match wanted {
        None => Ok(names.first().cloned().ok_or_else(|| Trouble::new(TroubleCode::Empty))?),
        Some(wanted) if names.iter().any(|name| name == wanted) => Ok(wanted.to_owned()),
        Some(wanted) => {
            let trouble = Trouble::new(TroubleCode::BadMapping).with("reason", "sheet").with("value", wanted);
            Err(trouble.with("headers", &names.join(" · ")).into())
        }
    }
}

fn hand_out(sheet: &workbook::Sheet, out: &mut Out) -> Result<(), Refusal> {
    for row in &sheet.rows {
        out.begin(u32::try_from(row.line.saturating_sub(1)).unwrap_or(u32::MAX))?;
        for (column, cell) in (0..).zip(&row.cells) {
            out.cell(column, |text| text.push_str(cell))?;
        }
    }
    out.end()
}

fn stream(bytes: Bytes, plain: Option<(Asked, Window)>, wanted: Option<&str>, out: &mut Out) -> Result<(), Refusal> {
    // Cells that were given already.
    let mut given = 0;
    if let Some((asked, window)) = plain {
        match workbook::plain::read(&asked, window, out)? {
            None => return out.end(),
            Some(met) => given = met,
        }
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| malformed(&error))?;
    let name = choose(&workbook.sheet_names(), wanted)?;
    let mut cells = match workbook.worksheet_cells_reader(&name) {
        Ok(cells) => cells,
        // A sheet that is one large figure.
        Err(XlsxError::NotAWorksheet(_)) => return out.end(),
        Err(error) => return Err(malformed(&error).into()),
    };
    while let Some(cell) = cells.next_cell().map_err(|error| malformed(&error))? {
        if given > 0 {
            given -= 1;
            continue;
        }
        if matches!(cell.get_value(), DataRef::Empty) {
            continue;
        }
        let (row, column) = cell.get_position();
        out.begin(row)?;
        out.cell(column, |text| push_text(cell.get_value(), text))?;
    }
    out.end()
}
