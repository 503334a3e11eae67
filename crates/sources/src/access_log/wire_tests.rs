//! Lines as servers write them, odd ones included, and lines that are none.

#![allow(clippy::unwrap_used)]
use super::*;
use proptest::prelude::*;

const TAIL: &str = r#"[17/May/2015:10:05:03 +0200] "GET /a HTTP/1.1" 200 20 "-" "Mozilla/5.0""#;

fn read(line: &str) -> Result<Line<'_>, Fault> {
    Reader::default().line(line.as_bytes())
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn who_asked_what_site() {
    let cases = [
        ("203.0.113.9 - -", None, "203.0.113.9"),
        ("2001:db8::1 - -", None, "2001:db8::1"),
        ("203.0.113.9 - Jean [2] Dupont", None, "203.0.113.9"),
        ("203.0.113.9 ident.example user", Some("ident.example"), "203.0.113.9"),
        ("host.example - -", None, "host.example"),
        ("www.example.org 203.0.113.9 - -", Some("www.example.org"), "203.0.113.9"),
        ("www.example.org:443 2001:db8::1 - me too", Some("www.example.org"), "2001:db8::1"),
        ("203.0.113.9 www.example.org -", Some("www.example.org"), "203.0.113.9"),
        ("203.0.113.9 identd user", None, "203.0.113.9"),
    ];
    for (names, site, address) in cases {
        let line = format!("{names} {TAIL}");
        let line = read(&line).unwrap();
        assert_eq!((line.site.map(text), text(line.address)), (site, address), "{names}");
        assert_eq!(line.at, Millis(1_431_849_903_000));
    }
}

#[test]
fn what_was_asked() {
    let cases = [
        (r#""GET / HTTP/1.0" 200 5"#, "GET / HTTP/1.0", 200, None),
        (r#""-" 408 -"#, "-", 408, None),
        (r#""GET /a" 304 -"#, "GET /a", 304, None),
        (r#""\x16\x03\x01\x02" 400 226 "-" "-""#, r"\x16\x03\x01\x02", 400, Some(("-", "-"))),
        (
            r#""GET /?q=\"a b\" HTTP/1.1" 200 5 "http://x/\"y\"" "a \"b\" c""#,
            r#"GET /?q=\"a b\" HTTP/1.1"#,
            200,
            Some((r#"http://x/\"y\""#, r#"a \"b\" c"#)),
        ),
        (r#""GET /"careless" HTTP/1.0" 404 -"#, r#"GET /"careless" HTTP/1.0"#, 404, None),
        (r#""GET / HTTP/1.1" 200 5 "-" "A" "more" 0.12"#, "GET / HTTP/1.1", 200, Some(("-", "A"))),
        (r#""GET / HTTP/1.1" 200 5 "" """#, "GET / HTTP/1.1", 200, Some(("", ""))),
        (r#"(0 s) "GET / HTTP/1.1" 301 368"#, "GET / HTTP/1.1", 301, None),
        (r#""GET /\\" 200 5 "-" "A""#, r"GET /\\", 200, Some(("-", "A"))),
    ];
    for (rest, request, status, browser) in cases {
        let line = format!("203.0.113.9 - - [17/May/2015:10:05:03 +0000] {rest}");
        let line = read(&line).unwrap();
        assert_eq!(text(line.request), request);
        assert_eq!(line.status, status);
        assert_eq!(line.referrer.map(text).zip(line.agent.map(text)), browser, "{rest}");
    }
}

#[test]
fn bytes_of_any_encoding_are_read() {
    let line = b"203.0.113.9 - - [17/May/2015:10:05:03 +0000] \"GET /\xb5\xc4\xff HTTP/1.0\" 200 5";
    assert_eq!(Reader::default().line(line).unwrap().request, b"GET /\xb5\xc4\xff HTTP/1.0");
}

#[test]
fn what_is_no_line() {
    let start = "203.0.113.9 - - [17/May/2015:10:05:03 +0000]";
    let cases = [
        ("hello".to_owned(), "time", true),
        ("#Fields: date time \"x\"".to_owned(), "time", false),
        ("203.0.113.9 - - [32/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 5".to_owned(), "time", false),
        ("203.0.113.9 - - [17/Mai/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 5".to_owned(), "time", false),
        ("203.0.113.9 - - [17/May/2015:10:0".to_owned(), "time", true),
        (start.to_owned(), "time", true),
        (format!("{start} \"GET /"), "request", true),
        (format!("{start} \"GET /\""), "request", true),
        (format!("{start} \"GET /\" 20x 5"), "status", false),
        (format!("{start} \"GET /\" 2000 5"), "status", false),
        (format!("{start} \"GET /\" 200"), "size", true),
        (format!("{start} \"GET /\" 200 5k"), "size", false),
        (format!("{start} \"GET /\" 200 5 \"http://"), "referrer", true),
        (format!("{start} \"GET /\" 200 5 \"-\" \"Mozil"), "user agent", true),
        (" - - [17/May/2015:10:05:03 +0000] \"GET /\" 200 5".to_owned(), "address", false),
    ];
    for (line, field, cut) in cases {
        assert_eq!(read(&line), Err(Fault { field, cut }), "{line}");
    }
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Reader::default().line(&bytes);
    }

    #[test]
    fn a_damaged_line_never_panics(at in 0_usize..80, byte in any::<u8>(), cut in 0_usize..100) {
        let mut line = format!("203.0.113.9 - - {TAIL}").into_bytes();
        line[at] = byte;
        line.truncate(cut);
        let _ = Reader::default().line(&line);
    }

    #[test]
    fn a_line_reads_back(path in "/[a-z0-9/%._-]{0,40}", status in 100_u16..600, second in 0_u32..86_400) {
        let (h, m, s) = (second / 3600, second / 60 % 60, second % 60);
        let line = format!("203.0.113.9 - - [17/May/2015:{h:02}:{m:02}:{s:02} +0000] \"GET {path} HTTP/1.1\" {status} 5 \"-\" \"A\"");
        let request = format!("GET {path} HTTP/1.1");
        let line = read(&line).unwrap();
        prop_assert_eq!(text(line.request), request);
        prop_assert_eq!(line.status, status);
        prop_assert_eq!(line.at.0, 1_431_820_800_000 + i64::from(second) * 1000);
    }
}
