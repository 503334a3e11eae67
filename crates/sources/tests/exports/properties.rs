//! Properties: a table reads back whatever its dialect, and no bytes make any format panic.

use crate::support::{Gather, paris};
use proptest::prelude::*;
use sources::Options;
use sources::input::{self, Input};
use sources::registry::FORMATS;
use sources::table::{Next, Rules, Separator, Table};

/// How a table is written.
#[derive(Debug, Clone, Copy)]
struct Written {
    separator: Separator,
    encoding: usize,
    always_quoted: bool,
    windows: bool,
    told: bool,
    last_line_ended: bool,
}

fn written() -> impl Strategy<Value = Written> {
    let separators = [Separator::Comma, Separator::Semicolon, Separator::Tab];
    (0..3_usize, 0..4_usize, any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        move |(separator, encoding, always_quoted, windows, told, last_line_ended)| Written {
            separator: separators[separator],
            encoding,
            always_quoted,
            windows,
            told,
            last_line_ended,
        },
    )
}

/// Written by another hand than ours: the `csv` crate.
fn write(table: &[Vec<String>], how: Written) -> Vec<u8> {
    let separator = how.separator.char();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(separator).unwrap())
        .quote_style(if how.always_quoted { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary })
        .terminator(if how.windows { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') })
        .from_writer(Vec::new());
    for row in table {
        writer.write_record(row).unwrap();
    }
    let mut text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let line_end = if how.windows { "\r\n" } else { "\n" };
    if !how.last_line_ended {
        text.truncate(text.len() - line_end.len());
    }
    if how.told {
        text.insert_str(0, &format!("sep={separator}{line_end}"));
    }
    match how.encoding {
        0 => text.into_bytes(),
        1 => format!("\u{feff}{text}").into_bytes(),
        2 => [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        _ => [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
    }
}

/// A table of two to five columns with named headers. The first row of cells is plain, so that the separator can
/// be found when the file does not tell it.
fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2..6_usize).prop_flat_map(|width| {
        let cell = prop_oneof!["[a-z0-9 ]{0,8}", "[\\PC\"\r\n,;\t]{0,12}", Just("é\u{202f}!".to_owned())];
        let row = prop::collection::vec(cell, width);
        prop::collection::vec(row, 1..8).prop_map(move |mut rows| {
            for (number, row) in rows.iter_mut().enumerate() {
                row[0] = format!("r{number}{}", row[0]);
            }
            let headers = (0..width).map(|number| format!("header {number}")).collect();
            rows.insert(0, headers);
            rows
        })
    })
}

proptest! {
    #[test]
    fn a_table_reads_back_the_same_cells(table in table(), how in written()) {
        let mut input = Input::from_bytes("t.csv", write(&table, how)).unwrap();
        let rules = Rules { separator: Some(how.separator), ..Rules::default() };
        let mut reader = Table::open(&mut input, rules, 1).unwrap();
        prop_assert_eq!(reader.headers(), &table[0][..]);
        let mut read = Vec::new();
        loop {
            match reader.next().unwrap() {
                Next::Row(row) => read.push(row.cells),
                Next::Bad(trouble) => prop_assert!(false, "{}", trouble),
                Next::End => break,
            }
        }
        prop_assert_eq!(&read[..], &table[1..]);
    }

    #[test]
    fn lines_are_those_of_the_file(rows in prop::collection::vec(("[a-z]{1,4}", "[a-z\n]{0,6}"), 1..10)) {
        let mut text = "one,two\n".to_owned();
        let mut expected = Vec::new();
        for (first, second) in &rows {
            expected.push(u64::try_from(text.matches('\n').count()).unwrap() + 1);
            text.push_str(&format!("{first},\"{second}\"\n"));
        }
        let mut input = Input::from_bytes("t.csv", text.into_bytes()).unwrap();
        let mut reader = Table::open(&mut input, Rules::default(), 1).unwrap();
        let mut lines = Vec::new();
        while let Next::Row(row) = reader.next().unwrap() {
            lines.push(row.line);
        }
        prop_assert_eq!(lines, expected);
    }

    #[test]
    fn no_bytes_make_a_format_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        feed(&bytes);
    }

    /// Bytes that begin like real files get further.
    #[test]
    fn no_damage_makes_a_format_panic(
        which in 0..SEEDS.len(), cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut bytes = SEEDS[which].to_vec();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        bytes.truncate(cut.index(bytes.len()) + 1);
        feed(&bytes);
    }
}

const SEEDS: &[&[u8]] = &[
    include_bytes!("../x_overview/account_overview_analytics.csv"),
    include_bytes!("../x_content/account_analytics_content_2026-03-01_2026-03-31.csv"),
    include_bytes!("../tiktok_business/overview.csv"),
    include_bytes!("../meta_posts/instagram.csv"),
    include_bytes!("../meta_daily/Follows.csv"),
    include_bytes!("../meta_daily/Audience.csv"),
    include_bytes!("../mapped/billets.csv"),
    include_bytes!("../ics/agenda.ics"),
];

/// Every format, with and without skipping bad lines. What comes out is of no interest here.
fn feed(bytes: &[u8]) {
    let mapping = sources::Mapping::from_toml(
        "[[column]]\nheader = \"Jour\"\nis = \"at\"\n[[column]]\nheader = \"Partages\"\nis = \"shares\"",
    )
    .unwrap();
    for format in FORMATS {
        let (peek, _) = input::peek(Input::from_bytes("seed", bytes.to_vec()).unwrap()).unwrap();
        let _ = (format.recognise(&peek), format.networks(&peek));
        for skip_bad in [false, true] {
            let options = Options { skip_bad, mapping: Some(mapping.clone()), ..paris() };
            let mut input = Input::from_bytes("seed", bytes.to_vec()).unwrap();
            let _ = format.read(&mut input, &options, &mut Gather::default());
        }
        let _ = sources::preview::preview(&peek, 20);
    }
}
