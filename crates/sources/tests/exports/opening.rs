//! Folders and archives: what they hold, and the bombs among them.

use sources::open::{Limits, list, list_bytes};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn archive(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn names_and_texts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let parts = list_bytes("export.zip", bytes, &Limits::default()).unwrap();
    let text = |part: &sources::open::Part| {
        let mut text = String::new();
        part.open().unwrap().read_to_string(&mut text).unwrap();
        text
    };
    parts.iter().map(|part| (part.name.clone(), text(part))).collect()
}

fn refused(bytes: Vec<u8>, limits: &Limits) -> String {
    list_bytes("export.zip", bytes, limits).unwrap_err().to_string()
}

#[test]
fn a_folder_is_walked_in_order_without_hidden_files() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("b")).unwrap();
    for (name, text) in [("c.csv", "3"), ("b/a.csv", "2"), ("a.csv", "1"), (".hidden", "0"), ("b/.DS_Store", "0")] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let parts = list(folder.path(), &Limits::default()).unwrap();
    let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["a.csv", "b/a.csv", "c.csv"]);
    assert!(parts.iter().all(|part| part.among_others));
    let alone = list(&folder.path().join("a.csv"), &Limits::default()).unwrap();
    assert!(!alone[0].among_others);
    assert_eq!(list(&folder.path().join("z"), &Limits::default()).unwrap_err().0.code.as_str(), "unreadable");
}

#[test]
fn parts_of_an_archive_are_read_as_streams() {
    let inner = archive(&[("deep.csv", b"x")], CompressionMethod::Deflated);
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        let outer = archive(
            &[
                ("b.csv", b"two"),
                ("a/a.csv", b"one"),
                ("__MACOSX/a.csv", b"no"),
                (".hidden", b"no"),
                ("in.zip", &inner),
            ],
            method,
        );
        let expected = [("a/a.csv", "one"), ("b.csv", "two"), ("in.zip/deep.csv", "x")];
        let expected: Vec<(String, String)> = expected.map(|(n, t)| (n.to_owned(), t.to_owned())).into();
        assert_eq!(names_and_texts(outer), expected);
    }
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![0; 20 * 1024 * 1024];
    let bomb = archive(&[("zeros", &zeros)], CompressionMethod::Deflated);
    assert_eq!(refused(bomb.clone(), &Limits::default()), "export.zip: too-large (limit: 200)");
    let small = Limits { total: 1000, ..Limits::default() };
    assert_eq!(refused(bomb, &small), "export.zip: too-large (limit: 1000)");
    let many: Vec<String> = (0..20).map(|n| format!("{n}.csv")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
    let few = Limits { parts: 10, ..Limits::default() };
    assert_eq!(refused(archive(&many, CompressionMethod::Stored), &few), "export.zip: too-large (limit: 10)");
    let mut nest = archive(&[("a", b"x")], CompressionMethod::Stored);
    for _ in 0..2 {
        nest = archive(&[("in.zip", &nest)], CompressionMethod::Stored);
    }
    assert_eq!(refused(nest, &Limits::default()), "in.zip: too-large (limit: 2)");
}

#[test]
fn a_damaged_archive_is_refused() {
    let mut bytes = archive(&[("a.csv", b"some text to read")], CompressionMethod::Stored);
    let cut = bytes[..bytes.len() - 30].to_vec();
    assert!(refused(cut, &Limits::default()).starts_with("export.zip: malformed"));
    let at = bytes.windows(4).position(|window| window == b"text").unwrap();
    bytes[at] = b'T';
    let part = &list_bytes("export.zip", bytes, &Limits::default()).unwrap()[0];
    let mut text = String::new();
    assert!(part.open().unwrap().read_to_string(&mut text).is_err(), "the sum of the part is wrong");
}

#[test]
fn an_archive_that_lies_about_its_size_is_stopped() {
    let mut bytes = archive(&[("a.csv", &[b'a'; 5000])], CompressionMethod::Deflated);
    let lie = |bytes: &mut Vec<u8>, at: usize| bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    let central = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    lie(&mut bytes, central + 24);
    let part = &list_bytes("export.zip", bytes, &Limits::default()).unwrap()[0];
    let read = part.open().and_then(|mut input| input.read_all(1_000_000));
    assert!(read.is_err(), "more comes out than was said");
}

/// Each export is known by its content, and nobody else's file is taken for one: over all the shared data.
#[test]
fn shared_files_are_not_taken_for_one_another() {
    let name = "shared_files_are_not_taken_for_one_another";
    if crate::support::shared(name, "x-analytics-shape/SOURCE.md").is_none() {
        return;
    }
    let parts = list(&crate::support::folder(), &Limits::default()).unwrap();
    let homes = [
        ("x-overview", "x-analytics-shape/"),
        ("x-content", "shapes-synthetic/x-analytics/"),
        ("meta-posts", "meta-business-suite-shape/"),
        ("meta-daily", "meta-business-suite-shape/"),
        ("tiktok-business", "tiktok-business-shape/"),
        ("ics", "ics-icaljs/"),
    ];
    let mut met = std::collections::BTreeMap::new();
    for part in parts {
        let Ok((peek, _)) = sources::input::peek(part.open().unwrap()) else { continue };
        let Ok(found) = sources::recognise::recognise(&peek, None, None) else { continue };
        let id = found.format.manifest().id;
        if let Some((_, home)) = homes.iter().find(|(format, _)| *format == id) {
            assert!(part.name.starts_with(home), "{} was taken for {id}", part.name);
        }
        *met.entry(id).or_insert(0) += 1;
    }
    let counts = homes.map(|(id, _)| met.get(id).copied().unwrap_or(0));
    assert_eq!(counts, [1, 1, 1, 6, 2, 18], "{met:?}");
}
