//! Lines of each dialect, as its servers write them, and what is none.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use proptest::prelude::*;

fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap()
}

/// Site, address, second, request, status, referrer, agent of each line.
fn read(log: &str) -> (Option<&'static str>, Vec<String>) {
    let mut dialect = find(log.lines().map(str::as_bytes), &paris()).dialect;
    let text = |bytes: Option<&[u8]>| bytes.map_or("?".to_owned(), |bytes| String::from_utf8_lossy(bytes).into_owned());
    let mut lines = Vec::new();
    for line in log.lines().map(str::as_bytes).filter(|line| !line.is_empty()) {
        if line.starts_with(b"#") {
            dialect.remark(line);
            continue;
        }
        let read = dialect.line(line).unwrap();
        let second = read.at.0.div_euclid(1000) % 86_400;
        lines.push(format!(
            "{} {} {:02}:{:02} {:?} {} {} {}",
            text(read.site),
            text(Some(read.address)),
            second / 3600,
            second / 60 % 60,
            text(Some(read.request)),
            read.status,
            text(read.referrer),
            text(read.agent),
        ));
    }
    (dialect.name(), lines)
}

#[test]
fn each_dialect_gives_the_same_line() {
    let cases = [
        (
            "#Version: 1.0\n#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query cs(User-Agent) cs(Referer) cs-host sc-status\n2026-03-01 10:00:00 203.0.113.9 GET /a x=1 Moz+(X;+Y) https://t.co/x site.example:443 200\n",
            Some("W3C"),
            r#"site.example 203.0.113.9 10:00 "GET /a?x=1" 200 https://t.co/x Moz (X; Y)"#,
        ),
        (
            "#Fields: date-local time-local c-ip cs-uri-stem sc-status cs(User-Agent)\n2026-03-01 10:00:00.363 - /a 304 \"Moz X\"\n",
            Some("W3C"),
            r#"? - 09:00 "GET /a" 304 ? Moz X"#,
        ),
        (
            "{\"ts\":1772359200.5,\"request\":{\"client_ip\":\"2001:db8::1\",\"method\":\"HEAD\",\"host\":\"site.example:8443\",\"uri\":\"/a?b\",\"headers\":{\"user-agent\":[\"Moz\"]}},\"status\":200}\n",
            Some("JSON"),
            r#"site.example 2001:db8::1 10:00 "HEAD /a?b" 200  Moz"#,
        ),
        (
            "{\"remote_addr\":\"203.0.113.9\",\"time_local\":\"01/Mar/2026:10:00:00 +0000\",\"request\":\"GET /a HTTP/1.1\",\"status\":\"404\"}\n",
            Some("JSON"),
            r#"? 203.0.113.9 10:00 "GET /a HTTP/1.1" 404 ? ?"#,
        ),
        (
            "h2 2026-03-01T10:00:00.5Z app/lb/1 203.0.113.9:2817 10.0.0.1:80 0 0 0 200 200 1 2 \"GET https://site.example:443/a HTTP/2.0\" \"Moz X\" A B\n",
            Some("Amazon ELB / ALB"),
            r#"site.example 203.0.113.9 10:00 "GET https://site.example:443/a HTTP/2.0" 200 ? Moz X"#,
        ),
        (
            "Mar  1 10:00:00 host haproxy[1]: 203.0.113.9:5500 [01/Mar/2026:10:00:00.584] in~ out/a 0/0/0/1/1 200 7 - - ---- 5/4/0/1/0 0/0 {a|b} \"GET /a HTTP/1.1\"\n",
            Some("HAProxy"),
            r#"? 203.0.113.9 09:00 "GET /a HTTP/1.1" 200 ? ?"#,
        ),
        (
            "0123abc site.example [01/Mar/2026:10:00:00 +0000] 203.0.113.9 - ID WEBSITE.GET.OBJECT a \"GET /a HTTP/1.1\" 200 - 3 3 1 1 \"https://t.co/\" \"Moz X\"\n",
            Some("Amazon S3"),
            r#"site.example 203.0.113.9 10:00 "GET /a HTTP/1.1" 200 https://t.co/ Moz X"#,
        ),
        (
            "203.0.113.9 - - [01/Mar/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 5\n",
            None,
            r#"? 203.0.113.9 10:00 "GET /a HTTP/1.1" 200 ? ?"#,
        ),
    ];
    for (log, name, expected) in cases {
        assert_eq!(read(log), (name, vec![expected.to_owned()]), "{log}");
    }
}

#[test]
fn a_new_header_changes_the_columns() {
    let log = "#Fields: date time c-ip cs-uri-stem sc-status\n2026-03-01 10:00:00 203.0.113.9 /a 200\n#Fields: time date sc-status cs-uri-stem c-ip\n10:05:00 2026-03-01 200 /b 203.0.113.9\n";
    assert_eq!(read(log).1.len(), 2);
    assert!(read(log).1[1].contains("10:05 \"GET /b\" 200"));
}

#[test]
fn a_header_without_a_column_that_visits_need_is_named() {
    let log = "#Fields: date time c-ip x-event c-referrer\n2026-03-01 10:00:00 203.0.113.9 play -\n";
    let found = find(log.lines().map(str::as_bytes), &paris());
    assert_eq!(found.dialect.lacks(), Some(("cs-uri-stem", "date time c-ip x-event c-referrer")));
}

#[test]
fn a_cut_or_damaged_line_names_its_column() {
    let alb = "https 2026-03-01T10:00:00Z app/lb/1 203.0.113.9:2817 10.0.0.1:80 0 0 0 200 200 1 2 \"GET https://a/ HTTP/1.1\" \"Moz X\" A B";
    let json = r#"{"ip":"203.0.113.9","date":"2026-03-01T10:00:00Z","path":"/a","status":200}"#;
    let haproxy = r#"host haproxy[1]: 203.0.113.9:5 [01/Mar/2026:10:00:00.584] in out/a 0/0 200 7 - - - 5/4 0/0 "GET /a HTTP/1.1""#;
    let bucket =
        r#"0a site [01/Mar/2026:10:00:00 +0000] 203.0.113.9 - I G k "GET /a HTTP/1.1" 200 - 3 3 1 1 "-" "Moz""#;
    let cases = [
        (alb, alb.split_once("z X").map_or("", |(before, _)| before), "user_agent", true),
        (alb, alb.split_once(" HTTP").map_or("", |(before, _)| before), "user_agent", true),
        (alb, alb.split_once(" \"GET").map_or("", |(before, _)| before), "request", true),
        (alb, &alb.replace("0 0 0 200", "0 0 0 2x0"), "elb_status_code", false),
        (json, json.split_once(",\"path").map_or("", |(before, _)| before), "JSON", true),
        (json, &json.replace("2026-03", "2026-13"), "time", false),
        (haproxy, haproxy.split_once(" HTTP").map_or("", |(before, _)| before), "request", true),
        (haproxy, haproxy.split_once(" 200").map_or("", |(before, _)| before), "status", true),
        (bucket, bucket.strip_suffix("oz\"").unwrap_or_default(), "user-agent", true),
        (bucket, &bucket.replace("/Mar/", "/Mai/"), "time", false),
    ];
    for (line, damaged, field, cut) in cases {
        let mut dialect = find(std::iter::once(line.as_bytes()), &paris()).dialect;
        let fault = dialect.line(damaged.as_bytes()).unwrap_err();
        assert_eq!((fault.field, fault.cut), (field, cut), "{damaged}");
    }
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let lines = [b"#Fields: date time c-ip cs-uri-stem sc-status".as_slice(), &bytes];
        let _ = find(lines.into_iter(), &paris());
    }

    #[test]
    fn damaged_lines_never_panic(which in 0_usize..4, at in 0_usize..200, byte in any::<u8>(), cut in 0_usize..220) {
        let lines = [
            "h2 2026-03-01T10:00:00.5Z app/lb/1 203.0.113.9:2817 10.0.0.1:80 0 0 0 200 200 1 2 \"GET https://site.example:443/a HTTP/2.0\" \"Moz X\" A B",
            r#"host haproxy[1]: 203.0.113.9:5 [01/Mar/2026:10:00:00.584] in out/a 0/0 200 7 - - - 5/4 0/0 "GET /a HTTP/1.1""#,
            r#"0a site [01/Mar/2026:10:00:00 +0000] 203.0.113.9 - I G k "GET /a HTTP/1.1" 200 - 3 3 1 1 "-" "Moz""#,
            r#"{"ip":"203.0.113.9","date":"2026-03-01T10:00:00Z","path":"/a","status":200}"#,
        ];
        let mut dialect = find(std::iter::once(lines[which].as_bytes()), &paris()).dialect;
        let mut line = lines[which].as_bytes().to_vec();
        if let Some(slot) = line.get_mut(at) { *slot = byte; }
        line.truncate(cut);
        let _ = dialect.line(&line);
    }
}
