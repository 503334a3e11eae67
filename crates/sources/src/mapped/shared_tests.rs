//! However the work is shared out, a table reads as it does row by row.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::ahead::Share;
use super::grid::Grid;
use super::*;
use crate::mapping::{ColumnIs, Place, Role};
use crate::table::batch::Batch;
use crate::table::{Next, Row};
use model::{Metric, Piece};
use proptest::prelude::*;

/// A row as read: its line and cells, or what is wrong with it.
type Told = Result<(u64, Vec<String>), Trouble>;

fn input(bytes: &[u8]) -> Input {
    Input::from_bytes("table.csv", bytes.to_vec()).unwrap()
}

fn row_by_row(bytes: &[u8]) -> Result<Vec<Told>, Refusal> {
    let mut input = input(bytes);
    let mut grid = Grid::open(&mut input, &Place::default(), &[])?;
    let mut rows = Vec::new();
    loop {
        match grid.next()? {
            Next::End => return Ok(rows),
            Next::Row(row) => rows.push(Ok((row.line, row.cells))),
            Next::Bad(trouble) => rows.push(Err(trouble)),
        }
    }
}

fn by_batches(bytes: &[u8], limit: usize) -> Result<Vec<Told>, Refusal> {
    let mut input = input(bytes);
    let mut grid = Grid::open(&mut input, &Place::default(), &[])?;
    let shape = grid.shape().cloned().unwrap();
    let (mut rows, mut batch, mut row) = (Vec::new(), Batch::default(), Row::default());
    loop {
        batch.clear();
        let more = grid.fill(limit, &mut batch, &mut row)?;
        batch.cut(&shape)?;
        rows.extend(batch.rows().map(|row| match row {
            Ok(cells) => Ok((cells.line, cells.iter().map(str::to_owned).collect())),
            Err(trouble) => Err(trouble.clone()),
        }));
        if !more {
            return Ok(rows);
        }
    }
}

#[derive(Default)]
struct All {
    pieces: Vec<Piece>,
    bad: Vec<Trouble>,
    skip_bad: bool,
}

impl Sink for All {
    fn piece(&mut self, piece: Piece) -> Result<(), Refusal> {
        self.pieces.push(piece);
        Ok(())
    }

    fn bad(&mut self, trouble: Trouble) -> Result<(), Refusal> {
        self.bad.push(trouble.clone());
        if self.skip_bad { Ok(()) } else { Err(trouble.into()) }
    }

    fn progress(&mut self, _bytes: u64, _rows: u64) {}
}

fn mapping() -> Mapping {
    let column = |header: &str, is| ColumnIs { header: header.to_owned(), is, format: None, values: [].into() };
    let columns =
        vec![column("Date", Role::At), column("Text", Role::Text), column("Likes", Role::Figure(Metric::Likes))];
    Mapping { name: "any".to_owned(), columns, ..Mapping::default() }
}

fn pieces(bytes: &[u8], skip_bad: bool, share: Share) -> (Result<Report, Refusal>, Vec<Piece>, Vec<Trouble>) {
    let mut sink = All { skip_bad, ..All::default() };
    let options = Options { mapping: Some(mapping()), ..Options::default() };
    let report = Mapped.shared(&mut input(bytes), &options, &mut sink, share);
    (report, sink.pieces, sink.bad)
}

/// Cells as exports have them, quotes, line breaks and dates of every sort among them.
fn cell() -> impl Strategy<Value = String> {
    const ANY: &[&str] = &[
        "",
        " ",
        "a",
        "12",
        "1 234",
        "no number",
        "été",
        "\"a,b\"",
        "\"a\nb\"",
        "\"a\r\n\"\"b\"\"\"",
        "a\"b",
        "\"a\"b",
        "\"\"",
        "2024-01-31",
        "2024-01-31 10:15",
        "2024-01-31T10:15:08",
        "2024-13-01",
        "\u{a0}x\u{a0}",
        "a\r",
        "€",
    ];
    prop::sample::select(ANY).prop_map(str::to_owned)
}

fn date() -> impl Strategy<Value = String> {
    const PLAIN: &[&str] = &["2024-01-31", "2024-02-01 10:15", "2024-02-01T10:15:08", "2024-02-30"];
    const OTHER: &[&str] =
        &["01/02/2024", "03/04/2024 08:00", "31/01/2024", "2024-01-31T10:00:00Z", "Aug 26, 2025", "soon", ""];
    prop_oneof![
        12 => prop::sample::select(&PLAIN[..3]),
        1 => prop::sample::select(PLAIN),
        3 => prop::sample::select(OTHER),
        1 => Just("01/31/2024"),
    ]
    .prop_map(str::to_owned)
}

fn line_end() -> impl Strategy<Value = &'static str> {
    prop_oneof![8 => Just("\n"), 3 => Just("\r\n"), 1 => Just("\n\n"), 1 => Just("\r\r\n"), 1 => Just("\r")]
}

/// A table of three columns whose rows are nearly all as wide.
fn table() -> impl Strategy<Value = String> {
    let wide = (date(), cell(), cell()).prop_map(|(date, text, likes)| format!("{date},{text},{likes}"));
    let odd = prop::collection::vec(cell(), 0..5).prop_map(|cells| cells.join(","));
    let line = (prop_oneof![9 => wide, 1 => odd], line_end()).prop_map(|(row, end)| row + end);
    (prop::collection::vec(line, 0..60), line_end(), any::<bool>()).prop_map(|(lines, end, whole)| {
        let mut text = format!("Date,Text,Likes{end}{}", lines.concat());
        if !whole {
            text.pop();
        }
        text
    })
}

fn encoded(text: &str, how: u8) -> Vec<u8> {
    match how {
        0 => [&[0xff, 0xfe][..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat(),
        1 => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        2 => text.replace('\n', "\r").into_bytes(),
        3 => ["\u{feff}", text].concat().into_bytes(),
        4 => [text.as_bytes(), b"2024-01-31,\xe9\xe9\xff,1\n"].concat(),
        _ => text.as_bytes().to_vec(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn batches_of_any_size_hold_the_rows_of_the_table(text in table(), how in 0_u8..8, limit in 1_usize..400) {
        let bytes = encoded(&text, how);
        prop_assert_eq!(by_batches(&bytes, limit), row_by_row(&bytes));
    }

    #[test]
    fn pieces_are_the_same_however_the_work_is_shared(
        text in table(), how in 0_u8..8, batch in 1_usize..400, workers in 1_usize..4, skip_bad in any::<bool>()
    ) {
        let bytes = encoded(&text, how);
        let (alone, pieces_alone, bad_alone) = pieces(&bytes, skip_bad, Share { workers: 1, batch: usize::MAX });
        let (shared, pieces, bad) = pieces(&bytes, skip_bad, Share { workers, batch });
        // What was read before a refusal hangs on the batches: nobody keeps it.
        prop_assert_eq!(shared.is_ok(), alone.is_ok());
        if shared.is_ok() {
            prop_assert_eq!((shared, pieces, bad), (alone, pieces_alone, bad_alone));
        }
    }
}

#[test]
fn a_long_table_is_whole_and_in_order_whoever_works_on_it() {
    let mut text = String::from("Date,Text,Likes\n");
    for number in 0..20_000 {
        let quoted = if number % 7 == 0 { "\"a\n,b\"" } else { "a" };
        text += &format!("2024-01-{:02},{quoted},{number}\n", number % 31 + 1);
    }
    for workers in 1..=4 {
        let (report, pieces, bad) = pieces(text.as_bytes(), false, Share { workers, batch: 4096 });
        assert_eq!((report.unwrap().rows, bad.len()), (20_000, 0));
        let likes = pieces.iter().filter_map(|piece| match piece {
            Piece::Observation(told) => Some(told.value),
            _ => None,
        });
        assert!(likes.eq((0..20_000).map(f64::from)), "{workers}");
    }
}

#[test]
fn what_is_larger_than_anybodys_is_refused_at_its_line() {
    let wide = format!("Date,Text\na,b\n{}\nc,d\n", ",".repeat(20_000));
    let long = format!("Date,Text\na,b\n{},b\nc,d\n", "x".repeat(1024 * 1024 + 1));
    for text in [wide, long] {
        let refused = by_batches(text.as_bytes(), 1 << 20).unwrap_err();
        assert_eq!(refused, row_by_row(text.as_bytes()).unwrap_err());
        assert_eq!(refused.0.line, Some(3));
    }
}
