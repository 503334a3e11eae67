//! Feeds: hand-made ones to the last piece, damaged ones, and the 875 of feedparser.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "feed/expect.rs"]
mod expect;
#[path = "access_log/kept.rs"]
mod kept;

use expect::Expect;
use jiff::tz::TimeZone;
use kept::{Kept, data, told};
use model::{Millis, Piece};
use proptest::prelude::*;
use sources::feed::FeedFile;
use sources::{Options, Recognised, Refusal, Report, TroubleCode};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const BLOG: &str = include_str!("feed/blog.xml");
const PLANET: &str = include_str!("feed/planet.atom");
const JSON: &str = include_str!("feed/feed.json");

fn paris() -> Options {
    Options { zone: "Europe/Paris".to_owned(), now: Millis(1), ..Options::default() }
}

fn read(bytes: &[u8], options: &Options) -> (Option<Recognised>, Result<Report, Refusal>, Kept) {
    kept::read(&FeedFile, "feed", bytes, options)
}

fn lines(kept: &Kept) -> String {
    let line = |piece: &Piece| match piece {
        Piece::Post(post) => format!(
            "post {} {} {} {:?} {:?} [{}] {}",
            post.native,
            post.content_type,
            post.at.0,
            post.precision,
            post.zone_rule,
            post.text.as_deref().unwrap_or_default().replace('\n', " / "),
            post.url.as_deref().unwrap_or_default()
        ),
        Piece::Fact(fact) => format!(
            "- {} {} by {} [{}] {}",
            fact.kind,
            fact.native,
            fact.actor.as_ref().map_or("–", |actor| &actor.native),
            fact.text.as_deref().unwrap_or_default().replace('\n', " / "),
            fact.url.as_deref().unwrap_or_default()
        ),
        Piece::Observation(seen) => {
            format!("- {:?} {} = {} at {:?}", seen.subject, seen.metric, seen.value, seen.observed_at)
        }
        Piece::Coverage(coverage) => format!("{:?} {} ms", coverage.what, coverage.span.to.0 - coverage.span.from.0),
        other => panic!("{other:?}"),
    };
    kept.pieces.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_feed_of_ours_tells_articles() {
    let (seen, report, kept) = read(BLOG.as_bytes(), &paris());
    let seen = seen.unwrap();
    assert_eq!((seen.sure, seen.space.as_deref()), (90, Some("Carnet de l’office")));
    let report = report.unwrap();
    assert_eq!((report.rows, told(&report, "feed-undated", "count")), (3, Some("1")));
    assert_eq!(told(&report, "zone-assumed", "zone"), Some("Europe/Paris"));
    insta::assert_snapshot!(lines(&kept), @r#"
    post carnet-12 article 1774744200000 Exact Told [Balade & marché / Vu la plage et ailleurs.] https://carnet.example/2026/balade/?utm_source=flux
    - article carnet-12 by – [] https://carnet.example/2026/balade/?utm_source=flux
    - Post("carnet-12") comments = 3 at Some(Millis(1774850400000))
    post https://carnet.example/2026/port audio 1774652400000 Day Assumed [Le port à l’écoute] https://carnet.example/2026/port
    - article https://carnet.example/2026/port by – [] https://carnet.example/2026/port
    Facts(Article) 91800001 ms
"#);
}

#[test]
fn a_feed_of_others_tells_citations_and_backlinks() {
    let options = Options { by_others: true, own_hosts: vec!["office.example".to_owned()], ..paris() };
    insta::assert_snapshot!(lines(&read(BLOG.as_bytes(), &options).2), @r#"
    - citation https://carnet.example/2026/balade by carnet.example léa [Balade & marché / Vu la plage et ailleurs.] https://carnet.example/2026/balade/?utm_source=flux
    - backlink https://carnet.example/2026/balade /plage by – [/plage] https://carnet.example/2026/balade
    - citation https://carnet.example/2026/port by carnet.example carnet de l’office [Le port à l’écoute] https://carnet.example/2026/port
"#);
}

#[test]
fn atom_and_json_feeds() {
    let (seen, report, kept) = read(PLANET.as_bytes(), &paris());
    assert_eq!((seen.unwrap().space.as_deref(), report.unwrap().rows), (Some("Le port"), 1));
    insta::assert_snapshot!(lines(&kept), @r#"
    post tag:port.example,2026:1 video 1774767600000 Exact Told [Film du carénage / Une heure à quai.] https://port.example/film
    - article tag:port.example,2026:1 by – [] https://port.example/film
    - Post("tag:port.example,2026:1") comments = 0 at Some(Millis(1774778400000))
    Facts(Article) 1 ms
"#);
    let (seen, report, kept) = read(JSON.as_bytes(), &paris());
    assert_eq!((seen.unwrap().space.as_deref(), report.unwrap().rows), (Some("Atelier"), 1));
    insta::assert_snapshot!(lines(&kept), @r#"
    post 7 article 1774767600000 Exact Told [Sept / Un & deux] https://atelier.example/7
    - article 7 by – [] https://atelier.example/7
    Facts(Article) 1 ms
"#);
}

#[test]
fn every_encoding_says_the_same() {
    let (_, _, expected) = read(BLOG.as_bytes(), &paris());
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(BLOG.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let wide: Vec<u8> = BLOG.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
    let latin = encoding_rs::WINDOWS_1252.encode(&BLOG.replace("UTF-8", "windows-1252")).0.into_owned();
    for bytes in [little, wide, latin, format!("\u{feff}{BLOG}").into_bytes()] {
        let (seen, report, kept) = read(&bytes, &paris());
        assert_eq!(report.unwrap().rows, 3);
        assert_eq!(kept.pieces, expected.pieces);
        assert_eq!(seen.unwrap().space.as_deref(), Some("Carnet de l’office"));
    }
}

#[test]
fn damaged_feeds_are_refused() {
    let latin = encoding_rs::WINDOWS_1252.encode(BLOG).0.into_owned();
    let cases = [
        ("cut", BLOG.as_bytes()[..BLOG.find("Le port").unwrap()].to_vec(), TroubleCode::Truncated, None),
        (
            "cut at its end",
            BLOG.trim_end().trim_end_matches("</rss>").as_bytes().to_vec(),
            TroubleCode::Truncated,
            None,
        ),
        ("a lost tag", BLOG.replacen("</item>", "", 1).into_bytes(), TroubleCode::Malformed, None),
        ("another encoding than told", latin, TroubleCode::BadEncoding, Some(9)),
        ("no channel", b"<rss version='2.0'></rss>".to_vec(), TroubleCode::Empty, None),
        (
            "no entry",
            b"<rss version='2.0'><channel><title>x</title></channel></rss>".to_vec(),
            TroubleCode::Empty,
            None,
        ),
        ("cut JSON", JSON.as_bytes()[..JSON.len() - 9].to_vec(), TroubleCode::Truncated, Some(2)),
        ("bad JSON", JSON.replace("\"items\": [", "\"items\": [,").into_bytes(), TroubleCode::Malformed, Some(2)),
        ("a page", b"<html><body>Not a feed</body></html>".to_vec(), TroubleCode::Malformed, None),
        ("nothing", Vec::new(), TroubleCode::Empty, None),
    ];
    for (name, bytes, code, line) in cases {
        let Err(Refusal(trouble)) = read(&bytes, &paris()).1 else { panic!("{name} was read") };
        assert_eq!((trouble.code, trouble.line), (code, line), "{name}: {trouble}");
    }
    let skip = Options { skip_bad: true, ..paris() };
    let (_, report, kept) = read(&encoding_rs::WINDOWS_1252.encode(BLOG).0, &skip);
    assert_eq!((report.unwrap().rows, kept.bad.len()), (3, 1));
    // Found by fuzzing: what is hardly text at all was held in three times its size, and copied.
    let wild = [b"<rss><channel><title>".as_slice(), &[0xfe; 500], b"</title></channel></rss>"].concat();
    let Err(Refusal(trouble)) = read(&wild, &skip).1 else { panic!("it was read") };
    assert_eq!((trouble.code, trouble.line), (TroubleCode::BadEncoding, Some(1)));
}

#[test]
fn exports_that_look_like_feeds_are_left_to_their_formats() {
    for text in [
        "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'><channel/></rss>",
        "<html></html>",
        "<opml version='2.0'></opml>",
        "{\"a\": 1}",
        "Date,Likes",
        "",
    ] {
        assert_eq!(read(text.as_bytes(), &paris()).0, None, "{text}");
    }
}

#[test]
fn what_makes_the_parser_panic_is_a_refusal() {
    let long = BLOG.replacen("<item>", "<item xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><itunes:duration>99999999999999999999:00:00</itunes:duration>", 1);
    let Err(Refusal(trouble)) = read(long.as_bytes(), &paris()).1 else {
        panic!("read: the guard is not needed any more")
    };
    assert_eq!(trouble.code, TroubleCode::Malformed);
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "xml") {
            found.push(path);
        }
    }
}

/// None crashes, none is slow; of the simple expectations written in them, the share that is met is printed.
#[test]
fn the_875_feeds_of_feedparser() {
    let Some(folder) = data("the_875_feeds_of_feedparser", "feedparser-tests") else { return };
    let mut found = Vec::new();
    files(&folder, &mut found);
    found.sort();
    assert_eq!(found.len(), 875);
    let (mut asked, mut met, mut parsed, mut with_entries, mut entries_there) = (0, 0, 0, 0, 0);
    let mut failed = Vec::new();
    let mut unread = std::collections::BTreeMap::new();
    for path in &found {
        let bytes = std::fs::read(path).unwrap();
        let begin = Instant::now();
        let feed = sources::feed::read(&bytes, &TimeZone::UTC);
        let _ = read(&bytes, &Options { skip_bad: true, ..paris() });
        assert!(begin.elapsed() < Duration::from_secs(1), "{} takes {:?}", path.display(), begin.elapsed());
        parsed += usize::from(feed.is_ok());
        if let Err(trouble) = &feed {
            let family = path.parent().and_then(Path::file_name).unwrap_or_default().display().to_string();
            *unread.entry(format!("{family}: {}", trouble.code)).or_insert(0) += 1;
        }
        if let Some(needed) = Expect::entries_needed(&bytes) {
            with_entries += 1;
            entries_there += usize::from(feed.as_ref().is_ok_and(|feed| feed.entries.len() >= needed));
        }
        let Some(expect) = Expect::of(&bytes) else { continue };
        asked += 1;
        let ok = feed.as_ref().is_ok_and(|feed| expect.is_met(feed));
        met += usize::from(ok);
        if !ok {
            let name = path.strip_prefix(&folder).unwrap_or(path).display().to_string();
            failed.push(format!(
                "{name}: {expect:?}, found {}",
                feed.map_or_else(|trouble| trouble.to_string(), |feed| expect.found(&feed))
            ));
        }
    }
    println!(
        "feedparser: {parsed} of 875 read; entries there: {entries_there} of {with_entries}; title, entries, links as expected: {met} of {asked}"
    );
    println!("  not read: {unread:?}");
    for line in &failed {
        println!("  {line}");
    }
    assert!(asked > 100 && with_entries > 400, "{asked} {with_entries}");
    assert!(met * 1000 >= asked * 800, "{met} of {asked}");
    assert!(entries_there * 1000 >= with_entries * 950, "{entries_there} of {with_entries}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..500)) {
        let _ = read(&bytes, &paris());
    }

    #[test]
    fn damaged_feeds_never_panic(at in 0..PLANET.len(), byte in any::<u8>(), cut in 0..PLANET.len(), whole in any::<bool>()) {
        for feed in [PLANET, BLOG, JSON] {
            let mut bytes = feed.as_bytes().to_vec();
            if let Some(slot) = bytes.get_mut(at) {
                *slot = byte;
            }
            if !whole {
                bytes.truncate(cut);
            }
            let _ = read(&bytes, &Options { skip_bad: true, ..paris() });
        }
    }
}
