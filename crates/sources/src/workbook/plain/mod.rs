//! XLSX the way nearly every program writes it, read in one pass by a scanner of our own: three times as fast as the
//! library, whose reader must be ready for anything.
//!
//! The scanner knows few forms and guesses nothing. Whatever else it meets (prefixes, comments, rich texts, a cell out
//! of its row) it calls odd and stops at the row before: `calamine` takes over from there, and says what is wrong if
//! something is. So a sheet reads the same either way, which a property test holds. `unpack` unpacks on a thread of its
//! own, `asked` finds what sheets and styles are, `texts` holds the table of texts, `cells` reads the sheet.

mod asked;
mod cells;
mod markup;
mod notation;
#[cfg(test)]
mod tests;
mod texts;
mod unpack;
mod window;

pub(crate) use asked::{Asked, ask};
pub(crate) use unpack::unpack;
pub(crate) use window::Window;

use crate::trouble::Refusal;

/// Takes the cells of a sheet in, row by row. Neither is counted from one.
pub(crate) trait Take {
    /// Cells of this row follow.
    fn begin(&mut self, row: u32) -> Result<(), Refusal>;
    /// One of them.
    fn cell(&mut self, column: u32, write: impl FnOnce(&mut String)) -> Result<(), Refusal>;
    /// What was given of this row is not meant; it may come again.
    fn forget(&mut self, row: u32);
}

/// Why the scanner stopped.
enum Stop {
    /// It met what it does not know.
    Odd,
    /// Nobody may read on.
    Refused(Refusal),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Reads the sheet. `None` when it is read whole; otherwise after how many of its cells it becomes odd.
pub(crate) fn read(asked: &Asked, mut window: Window, out: &mut impl Take) -> Result<Option<u64>, Refusal> {
    let mut met = 0;
    let mut all = || {
        let texts = if asked.texts.is_some() { texts::Texts::read(&mut window)? } else { texts::Texts::default() };
        cells::read(asked, &texts, &mut window, &mut met, out)
    };
    match all() {
        Ok(()) => Ok(None),
        Err(Stop::Odd) => Ok(Some(met)),
        Err(Stop::Refused(refusal)) => Err(refusal),
    }
}
