//! Every file of the zoo of access logs, with its counts; and logs packed as servers pack them.

use crate::support::{self, Read, paris, read};
use model::{Piece, What};
use sources::access_log::AccessLog;
use sources::input::{self, Input};
use sources::{Format as _, Options, TroubleCode};

/// Lines, lines without referring page, robots, parts of pages, pages, visits: what the summary tells.
fn summary(read: &Read) -> [u64; 6] {
    let note = read.report.seen.iter().find(|note| note.code == "log-summary").unwrap();
    ["lines", "without_referrer", "robots", "assets", "pages", "visits"]
        .map(|wanted| note.args.iter().find(|(name, _)| name == wanted).unwrap().1.parse().unwrap())
}

fn codes(read: &Read) -> Vec<String> {
    read.report
        .seen
        .iter()
        .filter(|note| !matches!(note.code.as_str(), "log-summary" | "log-referrers" | "log-own-hosts"))
        .map(|note| note.args.iter().fold(note.code.clone(), |text, (_, value)| format!("{text} {value}")))
        .collect()
}

/// Name, counts (lines, without referrer, robots, parts of pages, pages, visits), what else was seen.
type Case = (&'static str, [u64; 6], &'static [&'static str]);

/// Redirections are no pages: many of these files hold nothing else. A log that writes no referring page says so.
const ZOO: &[Case] = &[
    ("alb.log", [1, 1, 0, 0, 1, 1], &["log-dialect Amazon ELB / ALB", "log-no-referrer"]),
    ("amazon_cloudfront_web.log", [1, 0, 0, 0, 1, 1], &["log-dialect W3C"]),
    ("caddy_json.log", [3, 1, 0, 2, 1, 1], &["log-dialect JSON"]),
    ("common.log", [1, 1, 0, 0, 0, 0], &["log-common"]),
    ("common.log.bz2", [1, 1, 0, 0, 0, 0], &["log-common"]),
    ("common.log.gz", [1, 1, 0, 0, 0, 0], &["log-common"]),
    ("common_complete.log", [1, 1, 0, 0, 0, 0], &[]),
    ("common_encoding_big5.log", [1, 1, 0, 0, 0, 0], &[]),
    ("common_vhost.log", [1, 1, 0, 0, 0, 0], &["log-common"]),
    // The second request went over TCP: a line of the log, no page, and its `-` for a browser is no person's.
    ("elb.log", [2, 2, 1, 0, 1, 1], &["log-dialect Amazon ELB / ALB", "log-no-referrer"]),
    ("gandi.log", [2, 1, 0, 0, 1, 1], &[]),
    ("haproxy.log", [1, 1, 0, 0, 0, 0], &["log-dialect HAProxy", "log-common", "zone-assumed Europe/Paris"]),
    ("icecast2.log", [1, 1, 0, 0, 0, 0], &["log-own-hosts-unknown"]),
    ("iis.log", [1, 1, 0, 0, 1, 1], &["log-dialect W3C"]),
    ("iis_custom.log", [3, 2, 0, 0, 1, 1], &["log-dialect W3C", "zone-assumed Europe/Paris"]),
    ("incapsula_w3c.log", [2, 2, 0, 0, 1, 1], &["log-dialect W3C"]),
    ("logs_to_tests.log", [4, 1, 1, 0, 3, 1], &["log-own-hosts-unknown"]),
    ("ncsa_extended.log", [1, 1, 0, 0, 0, 0], &["log-own-hosts-unknown"]),
    ("netscaler.log", [1, 1, 0, 0, 0, 0], &["log-dialect W3C", "log-own-hosts-unknown"]),
    ("nginx_json.log", [2, 0, 0, 0, 2, 1], &["log-dialect JSON"]),
    ("ovh.log", [1, 1, 0, 0, 0, 0], &[]),
    ("s3.log", [1, 1, 0, 0, 1, 1], &["log-dialect Amazon S3"]),
    // A media player is no browser.
    ("shoutcast.log", [1, 1, 1, 0, 0, 0], &["log-dialect W3C", "log-no-referrer"]),
    ("splitted_date_and_time.log", [1, 1, 1, 0, 0, 0], &["log-dialect W3C", "log-no-referrer"]),
    ("static_ignores.log", [4, 4, 0, 3, 1, 1], &[]),
    ("traefik_json.log", [1, 0, 1, 0, 0, 0], &["log-dialect JSON"]),
];

/// Dialects nobody reads, and the name under which each is refused.
const REFUSED: &[(&str, &str)] = &[
    ("amazon_cloudfront_rtmp.log", "sc-status: missing-column"),
    ("custom_regex_custom_date.log", "line 1: time: bad-line"),
];

fn zoo(test: &str, name: &str) -> Option<Vec<u8>> {
    support::shared(test, &format!("access-logs/matomo-log-formats/{name}"))
}

#[test]
fn every_file_of_the_zoo() {
    for (name, counts, seen) in ZOO {
        let Some(bytes) = zoo("every_file_of_the_zoo", name) else { return };
        let read = read(name, &bytes, &paris()).unwrap();
        assert_eq!((read.format, summary(&read), codes(&read)), ("access-log", *counts, text(seen)), "{name}");
        assert!(read.bad.is_empty());
        let tells = !seen.iter().any(|note| matches!(*note, "log-common" | "log-no-referrer"));
        for piece in &read.pieces {
            match piece {
                Piece::Visit(visit) => assert_eq!(visit.origin.told, tells, "{name}"),
                Piece::Coverage(covered) => assert!(tells || covered.what == What::Visits, "{name}"),
                _ => {}
            }
        }
    }
}

fn text(seen: &[&str]) -> Vec<String> {
    seen.iter().map(|note| (*note).to_owned()).collect()
}

#[test]
fn the_zoo_holds_no_file_without_a_test() {
    let folder = support::folder().join("access-logs/matomo-log-formats");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "VIGIE_DATA not found");
        eprintln!("skipped: the_zoo_holds_no_file_without_a_test: VIGIE_DATA not found");
        return;
    };
    let mut there: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let mut tested: Vec<&str> = ZOO.iter().map(|case| case.0).chain(REFUSED.iter().map(|case| case.0)).collect();
    there.sort_unstable();
    tested.sort_unstable();
    assert_eq!(there, tested);
}

#[test]
fn what_nobody_reads_is_refused_by_name() {
    for (name, refused) in REFUSED {
        let Some(bytes) = zoo("what_nobody_reads_is_refused_by_name", name) else { return };
        let refusal = support::refusal(name, &bytes, &paris());
        assert!(refusal.starts_with(refused), "{name}: {refusal}");
    }
}

#[test]
fn what_the_zoo_says_of_visitors_and_origins() {
    let visits = |name: &str| -> Option<Vec<String>> {
        let bytes = zoo("what_the_zoo_says_of_visitors_and_origins", name)?;
        let visits = read(name, &bytes, &paris()).unwrap().pieces.into_iter().filter_map(|piece| match piece {
            Piece::Visit(visit) => Some(format!(
                "{} {} [{}] {}",
                jiff::Timestamp::from_millisecond(visit.from.0).unwrap(),
                visit.landing,
                visit.origin.referrer.as_deref().unwrap_or("-"),
                visit.visitor.rsplit(' ').next().unwrap()
            )),
            _ => None,
        });
        Some(visits.collect())
    };
    // Escaped once or twice, with plus signs, in quotes: a browser's name comes out the same.
    let cases = [
        ("amazon_cloudfront_web.log", "2014-05-23T01:13:11Z /view/my/file.html [-] Safari/534.17"),
        ("iis.log", "2012-04-01T00:00:13Z /foo/bar [-] Firefox/3.6.7"),
        ("iis_custom.log", "2012-08-15T15:00:00.363Z /Products/theProduct [example.com] Safari/537.36"),
        ("incapsula_w3c.log", "2017-06-28T07:26:35Z /page.php [-] Safari/537.36"),
        ("nginx_json.log", "2013-10-10T14:52:00Z /piwik.php [clearcode.cc] Safari/537.17"),
        ("elb.log", "2015-05-13T23:39:43.945Z /path/index.html [-] Safari/535.11"),
        ("caddy_json.log", "2023-12-23T23:17:54.815Z /beta/ [-] Firefox/121.0"),
    ];
    for (name, expected) in cases {
        let Some(found) = visits(name) else { return };
        assert_eq!(found, [expected], "{name}");
    }
}

const LINE: &str = "203.0.113.1 - - [29/Mar/2026:00:50:00 +0100] \"GET /a HTTP/1.1\" 200 5 \"https://t.co/x\" \"Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0\"\n";

fn bzip2(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut packer = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

#[test]
fn packed_logs_are_read_and_cut_ones_refused() {
    let plain = LINE.repeat(500);
    let expected = read("a.log", plain.as_bytes(), &paris()).unwrap().pieces;
    // zstd's frames may be followed by others, and hold things to skip.
    let skipped = [[0x50, 0x2a, 0x4d, 0x18].as_slice(), &3_u32.to_le_bytes(), b"abc"].concat();
    let half = plain.len() / 2;
    let packed = [
        bzip2(plain.as_bytes()),
        [bzip2(&plain.as_bytes()[..half]), bzip2(&plain.as_bytes()[half..])].concat(),
        zstd(plain.as_bytes()),
        [zstd(&plain.as_bytes()[..half]), skipped, zstd(&plain.as_bytes()[half..])].concat(),
    ];
    for bytes in packed {
        assert_eq!(read("a.log", &bytes, &paris()).unwrap().pieces, expected);
        let cut = Input::from_bytes("a.log", bytes[..bytes.len() - 20].to_vec()).unwrap();
        let refused = match input::peek(cut) {
            Err(error) => input::refused(&error),
            Ok((_, mut cut)) => AccessLog.read(&mut cut, &paris(), &mut support::Gather::default()).unwrap_err(),
        };
        assert_eq!(refused.0.code, TroubleCode::Truncated, "{refused}");
    }
}

#[test]
fn damaged_lines_of_other_dialects_are_refused_or_counted() {
    let log = "#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)\n\
        2026-03-01 10:00:00 203.0.113.9 GET /a 200 Mozilla/5.0+(X11;+Linux+x86_64;+rv:115.0)+Gecko/20100101+Firefox/115.0\n\
        2026-03-01 10:00:01 203.0.113.9 GET /b 2x0 Mozilla/5.0+(X11;+Linux+x86_64;+rv:115.0)+Gecko/20100101+Firefox/115.0\n\
        2026-03-01 10:00:02 203.0.113.9 GET /c 200 Mozilla/5.0+(X11;+Linux+x86_64;+rv:115.0)+Gecko/20100101+Firefox/115.0\n";
    assert!(support::refusal("u_ex.log", log.as_bytes(), &paris()).starts_with("line 3: sc-status: bad-line"));
    let read_on = read("u_ex.log", log.as_bytes(), &Options { skip_bad: true, ..paris() }).unwrap();
    assert_eq!((read_on.report.rows, read_on.bad.len(), summary(&read_on)[4]), (3, 1, 2));
    let cut = log
        .trim_end()
        .strip_suffix(" 200 Mozilla/5.0+(X11;+Linux+x86_64;+rv:115.0)+Gecko/20100101+Firefox/115.0")
        .unwrap();
    let refused = read("u_ex.log", cut.replace("2x0", "200").as_bytes(), &paris());
    assert_eq!(refused.err().unwrap().0.code, TroubleCode::Truncated);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(log.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read("u_ex.log", &wide, &paris()).err().unwrap().0.code, TroubleCode::BadEncoding);
}
