//! Access logs: a hand-made one to the last visit, damaged ones, and the real ones of the shared data.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "access_log/kept.rs"]
mod kept;

use kept::{Kept, data, told};
use model::{FactKind, Piece, What};
use proptest::prelude::*;
use sources::access_log::AccessLog;
use sources::{Options, Recognised, Refusal, Report, TroubleCode};

const SMALL: &str = include_str!("access_log/small.log");

fn read(bytes: &[u8]) -> (Option<Recognised>, Result<Report, Refusal>, Kept) {
    kept::read(&AccessLog, "access.log", bytes, &Options::default())
}

fn visits(kept: &Kept) -> Vec<String> {
    let visits = kept.pieces.iter().filter_map(|piece| match piece {
        Piece::Visit(v) => {
            let o = &v.origin;
            let from: Vec<&str> = [&o.referrer, &o.campaign_source, &o.campaign_medium, &o.click_id]
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect();
            let minutes = (v.last.0 - v.from.0) / 60_000;
            let address = v.visitor.split(' ').next().unwrap_or_default();
            Some(format!("{} {address} {} ×{} {minutes} min [{}]", v.from.0, v.landing, v.pages, from.join(" ")))
        }
        _ => None,
    });
    visits.collect()
}

#[test]
fn a_small_log_to_the_last_visit() {
    let (seen, report, kept) = read(SMALL.as_bytes());
    let report = report.unwrap();
    assert_eq!(seen.unwrap().sure, 95);
    assert_eq!(report.rows, 10);
    insta::assert_snapshot!(visits(&kept).join("\n"), @r#"
    1774741800000 203.0.113.1 /agenda ×2 2 min [infolettre email]
    1774741860000 2001:db8::7 /plage ×1 0 min [t.co]
    1774746600000 203.0.113.5 /plage ×1 0 min [carnet.example fbclid]
    1774748700000 203.0.113.1 / ×1 0 min [google.fr]
"#);
    let facts: Vec<_> = kept
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Fact(fact) => Some((fact.kind, fact.native.as_str(), fact.url.as_deref(), fact.at.0)),
            _ => None,
        })
        .collect();
    assert_eq!(
        facts,
        [(
            FactKind::Backlink,
            "https://carnet.example/2026/balade?a=1&b=2 /plage",
            Some("https://carnet.example/2026/balade?a=1&b=2"),
            1_774_746_600_000,
        )]
    );
    let covered: Vec<_> = kept
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Coverage(coverage) => Some((coverage.what, coverage.span.to.0 - coverage.span.from.0)),
            _ => None,
        })
        .collect();
    // From 23:50:00 to 01:45:00 UTC, the clock change between, and the second of the last line.
    assert_eq!(covered, [(What::Visits, 6_901_000), (What::Facts(FactKind::Backlink), 6_901_000)]);
    let summary = ["lines", "addresses", "without_referrer", "robots", "assets", "pages", "visits"];
    let summary = summary.map(|name| told(&report, "log-summary", name).unwrap());
    assert_eq!(summary, ["10", "5", "4", "3", "1", "5", "4"]);
    let referrers = ["known", "others", "inner"].map(|name| told(&report, "log-referrers", name).unwrap());
    assert_eq!(referrers, ["google 1, t.co 1", "carnet.example 2", "2"]);
    assert_eq!(told(&report, "log-own-hosts", "hosts"), Some("office.example"));
}

#[test]
fn windows_line_ends_a_missing_last_one_and_a_mark_change_nothing() {
    let (_, _, expected) = read(SMALL.as_bytes());
    let variants = [
        SMALL.replace('\n', "\r\n").into_bytes(),
        SMALL.trim_end().as_bytes().to_vec(),
        format!("\u{feff}{SMALL}").into_bytes(),
        SMALL.replace('\n', "\n\n").into_bytes(),
        gzip(SMALL.as_bytes()),
    ];
    for variant in variants {
        let (seen, report, kept) = read(&variant);
        assert_eq!(report.unwrap().rows, 10);
        assert_eq!(kept.pieces, expected.pieces);
        assert!(seen.is_some());
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn damaged_logs_are_refused_with_line_and_field() {
    let line = |number: usize, from: &str, to: &str| {
        let mut lines: Vec<String> = SMALL.lines().map(str::to_owned).collect();
        lines[number - 1] = lines[number - 1].replacen(from, to, 1);
        (lines.join("\n") + "\n").into_bytes()
    };
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(SMALL.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let packed = gzip(SMALL.repeat(200).as_bytes());
    let cut_at = |text: &str| SMALL.as_bytes()[..SMALL.rfind(text).unwrap() + text.len()].to_vec();
    let cases = [
        ("empty", Vec::new(), TroubleCode::Empty, None, None),
        ("blank", b"\n\n".to_vec(), TroubleCode::Empty, None, None),
        ("a date", line(3, "29/Mar", "31/Feb"), TroubleCode::BadLine, Some(3), Some("time")),
        ("a status", line(4, " 304 ", " 3x4 "), TroubleCode::BadLine, Some(4), Some("status")),
        ("a lost quote", line(2, "\"GET", "GET"), TroubleCode::BadLine, Some(2), Some("request")),
        (
            "another dialect",
            line(5, " \"-\" \"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)\"", ""),
            TroubleCode::BadLine,
            Some(5),
            Some("referrer"),
        ),
        ("utf-16", utf16, TroubleCode::BadEncoding, None, None),
        ("cut in the agent", cut_at("rv:115"), TroubleCode::Truncated, Some(10), Some("user agent")),
        ("cut in the referrer", cut_at("google"), TroubleCode::Truncated, Some(10), Some("referrer")),
        ("cut after the size", cut_at(" 200 -"), TroubleCode::Truncated, Some(10), Some("referrer")),
        ("cut in the request", cut_at("HEAD"), TroubleCode::Truncated, Some(10), Some("request")),
        ("cut in the time", cut_at("03:45"), TroubleCode::Truncated, Some(10), Some("time")),
        ("a cut gzip", packed[..packed.len() / 2].to_vec(), TroubleCode::Truncated, None, None),
        ("an endless line", [SMALL.as_bytes(), &vec![b'x'; 5 << 20]].concat(), TroubleCode::TooLarge, Some(11), None),
    ];
    for (name, bytes, code, line, field) in cases {
        let (_, report, _) = read(&bytes);
        let Err(Refusal(trouble)) = report else { panic!("{name} was read") };
        assert_eq!((trouble.code, trouble.line, trouble.field.as_deref()), (code, line, field), "{name}");
    }
}

#[test]
fn bad_lines_are_skipped_when_asked() {
    let mut text = SMALL.to_owned();
    text.insert_str(0, "garbage\n");
    text.push_str(&"y".repeat(300 * 1024));
    text.push('\n');
    text.push_str(SMALL.lines().next_back().unwrap());
    let options = Options { skip_bad: true, ..Options::default() };
    let (_, report, kept) = kept::read(&AccessLog, "access.log", text.as_bytes(), &options);
    assert_eq!(report.unwrap().rows, 13);
    let bad: Vec<_> = kept.bad.iter().map(|trouble| (trouble.line, trouble.code)).collect();
    assert_eq!(bad, [(Some(1), TroubleCode::BadLine), (Some(12), TroubleCode::TooLarge)]);
}

#[test]
fn other_texts_are_not_taken_for_logs() {
    for text in
        ["Date,Likes\n2026-01-01,3\n", "{\"a\": 1}", "<rss></rss>", "", "He wrote \"GET /out HTTP/1.1\" on the wall.\n"]
    {
        assert_eq!(read(text.as_bytes()).0, None, "{text}");
    }
}

#[test]
fn the_sites_own_hosts_may_be_named() {
    let options = Options {
        own_hosts: vec!["https://www.Carnet.example/".to_owned(), "office.example".to_owned()],
        ..Options::default()
    };
    let (_, report, kept) = kept::read(&AccessLog, "access.log", SMALL.as_bytes(), &options);
    assert_eq!(told(&report.unwrap(), "log-own-hosts", "hosts"), Some("carnet.example, office.example"));
    assert!(!kept.pieces.iter().any(|piece| matches!(piece, Piece::Fact(_))));
}

#[test]
fn the_log_of_17_may_2015() {
    let Some(folder) = data("the_log_of_17_may_2015", "access-logs") else { return };
    let bytes = std::fs::read(folder.join("semicomplete_2015-05-17.combined.log.gz")).unwrap();
    let (seen, report, kept) = read(&bytes);
    let report = report.unwrap();
    assert_eq!(seen.unwrap().sure, 95);
    assert_eq!(report.rows, 1632);
    let summary = |name| told(&report, "log-summary", name).unwrap();
    assert_eq!((summary("lines"), summary("addresses"), summary("without_referrer")), ("1632", "341", "752"));
    let known = told(&report, "log-referrers", "known").unwrap();
    assert!(known.split(", ").any(|party| party == "google 104"), "{known}");
    assert!(known.split(", ").any(|party| party == "t.co 1"), "{known}");
    assert_eq!(told(&report, "log-own-hosts", "hosts"), Some("semicomplete.com"));
    assert_eq!(told(&report, "log-referrers", "inner"), Some("740"));
    println!("{:#?}", report.seen);
    let visits: Vec<_> = kept
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Visit(visit) => Some(visit),
            _ => None,
        })
        .collect();
    assert_eq!(summary("visits"), visits.len().to_string());
    assert!(visits.iter().all(|visit| visit.origin.told && visit.pages > 0));
    assert!(visits.iter().all(|visit| visit.origin.referrer.as_deref() != Some("semicomplete.com")));
    let pages: u32 = visits.iter().map(|visit| visit.pages).sum();
    assert_eq!(summary("pages"), pages.to_string());
    let again = read(&bytes).2;
    assert_eq!(again.pieces, kept.pieces, "the same file gives the same pieces");
}

#[test]
fn nasas_log_knows_no_referrer() {
    let Some(folder) = data("nasas_log_knows_no_referrer", "access-logs") else { return };
    let bytes = std::fs::read(folder.join("NASA_access_log_Aug95.head1930.log")).unwrap();
    // This copy was cut into blocks by somebody's program: in some places one line became two.
    let Err(Refusal(trouble)) = read(&bytes).1 else { panic!("a broken line was read") };
    assert_eq!(
        (trouble.code, trouble.line, trouble.field.as_deref()),
        (TroubleCode::BadLine, Some(38), Some("request"))
    );
    let options = Options { skip_bad: true, ..Options::default() };
    let (seen, report, kept) = kept::read(&AccessLog, "NASA.log", &bytes, &options);
    let report = report.unwrap();
    println!("NASA: {} bad lines of {}", kept.bad.len(), report.rows);
    assert_eq!(report.rows, 1930);
    assert!(kept.bad.len() < 110, "{}", kept.bad.len());
    assert!(seen.unwrap().seen.iter().any(|note| note.code == "log-common"));
    assert!(report.seen.iter().any(|note| note.code == "log-common"));
    let mut visits = 0;
    for piece in &kept.pieces {
        match piece {
            Piece::Visit(visit) => {
                visits += 1;
                assert!(!visit.origin.told && visit.origin.referrer.is_none());
            }
            Piece::Coverage(coverage) => assert_eq!(coverage.what, What::Visits, "nothing is known of backlinks"),
            other => panic!("{other:?}"),
        }
    }
    assert!(visits > 100, "{visits}");
}

/// The share of known robots that are told from people; those missed pose as browsers.
#[test]
fn robots_found_among_the_known_ones() {
    let Some(folder) = data("robots_found_among_the_known_ones", "crawler-user-agents") else { return };
    let list: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join("crawler-user-agents.json")).unwrap()).unwrap();
    let line = |agent: &str| {
        let agent = agent.replace('\\', "\\\\").replace('"', "\\\"");
        format!("203.0.113.1 - - [29/Mar/2026:00:50:00 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"{agent}\"\n")
    };
    let mut missed = Vec::new();
    let mut all = 0;
    for pattern in list.as_array().unwrap() {
        for agent in pattern["instances"].as_array().unwrap() {
            all += 1;
            let (_, report, _) = read(line(agent.as_str().unwrap()).as_bytes());
            if told(&report.unwrap(), "log-summary", "robots") != Some("1") {
                missed.push(agent.as_str().unwrap());
            }
        }
    }
    let found = all - missed.len();
    println!("robots found: {found} of {all}; missed, for instance:");
    for agent in missed.iter().take(12) {
        println!("  {agent}");
    }
    assert!(found * 1000 >= all * 960, "{found} of {all}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000), skip_bad in any::<bool>()) {
        let _ = kept::read(&AccessLog, "x", &bytes, &Options { skip_bad, ..Options::default() });
    }

    #[test]
    fn damaged_logs_never_panic(at in 0..SMALL.len(), byte in any::<u8>(), cut in 0..SMALL.len()) {
        let mut bytes = SMALL.as_bytes().to_vec();
        bytes[at] = byte;
        bytes.truncate(cut);
        let _ = kept::read(&AccessLog, "x", &bytes, &Options { skip_bad: true, ..Options::default() });
    }
}
