//! One sheet of a workbook as a stream of rows: read on a thread of its own, in bounded batches, while the rows before
//! are taken in. An XLSX is never held as a whole, its packed bytes and its table of texts apart; the older kinds are.

use crate::mapping::Place;
use crate::open::{check_sizes, check_workbook, has_part};
use crate::table::batch::Batch;
use crate::table::{CELL_LIMIT, Filled, Row, unreadable};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::workbook::{self, Limits, malformed, push_text, sheet, told};
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::io::Cursor;
use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{Builder, JoinHandle};

/// Batches that may wait.
const WAITING: usize = 4;
/// Bytes of text in a batch, about.
const BATCH: usize = 64 * 1024;

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
        let (mut cells, mut whole) = (limits.cells, None);
        if streams {
            // The sizes that the archive tells bind whoever reads it; that its parts are undamaged is found meanwhile.
            cells = limits.cells_for(check_sizes(bytes.as_ref(), limits.unpacked)?);
            let bytes = bytes.clone();
            whole = Some(spawn(move || check_workbook(bytes.as_ref(), limits.unpacked).map(drop))?);
        }
        let (to, batches) = sync_channel(WAITING);
        let (back, used) = channel();
        let wanted = place.sheet.clone();
        let mut out =
            Out { to, used, batch: Batch::default(), places: Vec::new(), row: None, cells, text: limits.unpacked };
        spawn(move || {
            let read = told(|| {
                if streams {
                    stream(bytes, wanted.as_deref(), &mut out)
                } else {
                    hand_out(&sheet(bytes.as_ref(), limits, |names| choose(names, wanted.as_deref()))?, &mut out)
                }
            });
            if let Err(refusal) = read {
                // Nobody listens any more when the rows are no longer wanted.
                let _ = out.to.send(Err(refusal));
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

fn stream(bytes: Bytes, wanted: Option<&str>, out: &mut Out) -> Result<(), Refusal> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| malformed(&error))?;
    let name = choose(&workbook.sheet_names(), wanted)?;
    let mut cells = match workbook.worksheet_cells_reader(&name) {
        Ok(cells) => cells,
        // A sheet that is one large figure.
        Err(XlsxError::NotAWorksheet(_)) => return out.end(),
        Err(error) => return Err(malformed(&error).into()),
    };
    while let Some(cell) = cells.next_cell().map_err(|error| malformed(&error))? {
        if matches!(cell.get_value(), DataRef::Empty) {
            continue;
        }
        let (row, column) = cell.get_position();
        out.begin(row)?;
        out.cell(column, |text| push_text(cell.get_value(), text))?;
    }
    out.end()
}

/// Rows under way to whoever takes them in.
struct Out {
    to: SyncSender<Result<Batch, Refusal>>,
    used: Receiver<Batch>,
    batch: Batch,
    /// The row begun, and where its cells are written.
    row: Option<u32>,
    places: Vec<Range<usize>>,
    /// What is left to give out.
    cells: usize,
    text: u64,
}

impl Out {
    /// Cells of this row follow; those of the row before are complete.
    fn begin(&mut self, row: u32) -> Result<(), Refusal> {
        match self.row {
            Some(begun) if begun == row => return Ok(()),
            // Rows are in order in what any spreadsheet program writes, and are given out as they come.
            Some(begun) if begun > row => return Err(malformed(&"rows out of order").line(line(row)).into()),
            _ => {}
        }
        self.close();
        if self.batch.is_full(BATCH) {
            self.send()?;
        }
        self.row = Some(row);
        Ok(())
    }

    fn cell(&mut self, column: u32, write: impl FnOnce(&mut String)) -> Result<(), Refusal> {
        let Some(row) = self.row else { return Ok(()) };
        let too_large = |limit: &str| Trouble::new(TroubleCode::TooLarge).line(line(row)).with("limit", limit);
        let place = usize::try_from(column).unwrap_or(usize::MAX);
        let wider = place.saturating_add(1).saturating_sub(self.places.len());
        self.cells = self.cells.checked_sub(wider).ok_or_else(|| too_large("cells"))?;
        if wider > 0 {
            self.places.resize(place + 1, 0..0);
        }
        let written = self.batch.write(write);
        if written.len() > CELL_LIMIT {
            return Err(too_large(&CELL_LIMIT.to_string()).into());
        }
        let length = u64::try_from(written.len()).unwrap_or(u64::MAX);
        self.text = self.text.checked_sub(length).ok_or_else(|| too_large("text"))?;
        if let Some(cell) = self.places.get_mut(place) {
            *cell = written;
        }
        Ok(())
    }

    /// Keeps the row begun, unless it is blank.
    fn close(&mut self) {
        if let Some(row) = self.row
            && !self.batch.is_blank(&self.places)
        {
            self.batch.push_places(line(row), &self.places);
        }
        self.places.clear();
    }

    fn end(&mut self) -> Result<(), Refusal> {
        self.close();
        if self.batch.is_empty() { Ok(()) } else { self.send() }
    }

    fn send(&mut self) -> Result<(), Refusal> {
        let mut next = self.used.try_recv().unwrap_or_default();
        next.clear();
        let full = std::mem::replace(&mut self.batch, next);
        // The other end hangs up when it wants no more rows.
        self.to.send(Ok(full)).map_err(|_| Trouble::new(TroubleCode::Cancelled).into())
    }
}

fn line(row: u32) -> u64 {
    u64::from(row) + 1
}
