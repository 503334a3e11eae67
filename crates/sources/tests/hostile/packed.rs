//! Bombs: a little that unpacks to a lot, in one stream, in archives, in archives inside archives.

use crate::support::{MB, Stream, measured, read};
use sources::open::{Limits, list_bytes};
use sources::registry::by_id;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A gigabyte of one letter in less than two megabytes: a thousand members.
fn gzip_bomb(head: &[u8]) -> Vec<u8> {
    let member = |bytes: &[u8]| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    };
    [member(head), member(&[b'a'; MB]).repeat(1000)].concat()
}

fn bzip2_bomb(head: &[u8]) -> Vec<u8> {
    let member = |bytes: &[u8]| {
        let mut packed = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    };
    [member(head), member(&[b'a'; MB]).repeat(1000)].concat()
}

/// A frame of zstd: the window as a power of two, then blocks: as they are, or one byte many times.
fn zstd_bomb(window: u8, head: &[u8]) -> Vec<u8> {
    let block = |kind: usize, size: usize| (kind << 1 | size << 3).to_le_bytes()[..3].to_vec();
    let again = [block(1, 128 << 10), vec![b'a']].concat();
    let begun = [0x28, 0xb5, 0x2f, 0xfd, 0x00, (window - 10) << 3];
    [&begun[..], &block(0, head.len()), head, &again.repeat(8000)].concat()
}

const TABLE: &str = "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,\
                     Profile visits,Create Post,Video views,Media views\n";

#[test]
fn packed_bombs_are_refused_in_every_kind_of_reader() {
    let heads = [
        ("x-overview", TABLE),
        (
            "telegram",
            "{\"name\": \"x\", \"type\": \"public_channel\", \"id\": 1, \"messages\": [{\"id\": 1, \"text\": \"",
        ),
        ("instagram-download", "[{\"media\": [{\"title\": \""),
        ("mastodon-archive", "{\"orderedItems\": [{\"id\": \""),
        ("commento", "{\"comments\": [{\"commentHex\": \""),
        ("wordpress", "<rss><channel><item><title>"),
        ("feed", "<rss><channel><item><title>"),
        ("opml", "<opml><body><outline text=\""),
        ("googleplus-html", "<html><body>"),
        ("mbox", "From a Wed Dec  1 08:26:40 2010\nSubject: "),
        ("ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:"),
        ("whatsapp", "12/03/2025, 09:14 - Ada: "),
        ("bluesky-car", "\u{7f}"),
        ("access-log", "127.0.0.1 - - [17/May/2015:10:05:03 +0000] \"GET /"),
    ];
    for (id, head) in heads {
        let format = by_id(id).unwrap();
        for (packing, bytes) in [("gzip", gzip_bomb(head.as_bytes())), ("zstd", zstd_bomb(20, head.as_bytes()))] {
            let size = bytes.len();
            let taken = read(format, Cursor::new(bytes));
            let (said, held) = (taken.said(), taken.peak);
            assert!(taken.answer.is_err(), "{id}, {packing}: {said}");
            assert!(held < 420 * MB, "{id}, {packing}: {held} bytes held of {size}: {said}");
        }
    }
    let taken = read(by_id("x-overview").unwrap(), Cursor::new(bzip2_bomb(TABLE.as_bytes())));
    assert_eq!((taken.code(), taken.peak < 60 * MB), ("too-large", true), "{} bytes held", taken.peak);
}

#[test]
fn a_window_larger_than_memory_is_refused() {
    for window in [28, 36, 41] {
        let taken = read(by_id("x-overview").unwrap(), Cursor::new(zstd_bomb(window, b"Date,Impressions,Likes\n")));
        assert!(taken.answer.is_err() && taken.peak < 4 * MB, "{window}: {} bytes held: {}", taken.peak, taken.said());
    }
}

#[test]
fn lengths_without_end_are_refused() {
    let car = by_id("bluesky-car").unwrap();
    for part in [[0xff], [0x01], [0x80], [0x7f]] {
        let taken = read(car, Stream::new(b"", &part, 20 * MB));
        assert!(taken.answer.is_err() && taken.peak < 60 * MB, "{part:?}: {} held: {}", taken.peak, taken.said());
    }
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*name, packed).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn archives_inside_an_archive_are_held_together() {
    let mut state = 1_u64;
    let noise = std::iter::repeat_with(|| {
        // Marsaglia's generator: nothing to compress.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    });
    let noise: Vec<u8> = noise.take(2 * MB).collect();
    let inner = archive(&[("a.csv", &noise)]);
    let outer = archive(&[("1.zip", &inner), ("2.zip", &inner), ("3.zip", &inner)]);
    let limits = Limits { nested: 2 * inner.len() as u64 + 10, ..Limits::default() };
    let (answer, peak, _) = measured(|| list_bytes("export.zip", outer.clone(), &limits).map(|parts| parts.len()));
    let said = answer.unwrap_err().to_string();
    assert!(said.starts_with("3.zip: too-large"), "{said}");
    assert!(peak < 4 * outer.len(), "{peak} bytes held");
    assert_eq!(list_bytes("export.zip", outer, &Limits::default()).unwrap().len(), 3);
}
