//! Damaged and hostile files: refused with their line, nothing told of what is wrong.

use crate::support::{paris, read, refusal};
use crate::{blogger, comments, wordpress};
use sources::Options;

#[test]
fn truncated_exports() {
    let cut = |text: &str, at: &str| text[..text.find(at).unwrap()].to_owned();
    let cases = [
        (cut(wordpress::SMALL, "Samedi, dès"), "line 14: truncated"),
        (cut(wordpress::SMALL, "</channel>"), "line 31: channel: truncated"),
        (cut(wordpress::SMALL, "wp:post_type>post"), "line 16: truncated"),
        (cut(comments::DISQUS, "</disqus>"), "line 12: disqus: truncated"),
        (cut(comments::DISQUS, "<thread dsq:id=\"10\"/>"), "line 7: post: truncated"),
        (cut(blogger::TAKEOUT, "<content type='html'>Venez"), "line 17: entry: truncated"),
        (cut(comments::COMMENTO, "Merci"), "line 4: comments: truncated (reason: "),
    ];
    for (text, said) in cases {
        let refused = refusal("export", text.as_bytes(), &Options { skip_bad: true, ..paris() });
        assert!(refused.starts_with(said), "{refused}, not {said}");
    }
}

#[test]
fn wrongly_encoded_exports() {
    let latin = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let cases = [
        (latin(wordpress::SMALL), "line 6: bad-encoding (encoding: UTF-8)"),
        (latin(comments::DISQUS), "line 4: bad-encoding (encoding: UTF-8)"),
        (latin(blogger::TAKEOUT), "line 4: bad-encoding (encoding: UTF-8)"),
        (latin(comments::COMMENTO), "line 2: bad-encoding (encoding: UTF-8)"),
    ];
    for (bytes, said) in cases {
        assert_eq!(refusal("export", &bytes, &paris()), said);
    }
}

#[test]
fn a_document_type_is_refused_and_with_it_a_billion_laughs() {
    let laughs = "<!DOCTYPE rss [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;\">]>\n<rss";
    let text = wordpress::SMALL.replacen("<rss", laughs, 1);
    assert_eq!(refusal("export.xml", text.as_bytes(), &paris()), "line 3: malformed (reason: <!DOCTYPE>)");
    let text = wordpress::SMALL.replacen("Merci", "&lol;", 1);
    assert_eq!(refusal("export.xml", text.as_bytes(), &paris()), "line 20: malformed (reason: &lol;)");
    let text = wordpress::SMALL.replacen("Merci", "&lt;b&gt;Merci&#233;&amp;", 1);
    let told = crate::lines::lines(&read("export.xml", text.as_bytes(), &paris()).unwrap());
    assert!(told[3].contains("[Mercié&]"), "{}", told[3]);
}

#[test]
fn deep_and_long_files_are_refused() {
    let deep = wordpress::SMALL.replacen("<title>", &"<x>".repeat(100_000), 1);
    assert_eq!(refusal("export.xml", deep.as_bytes(), &paris()), "line 6: too-large (limit: 64)");
    let inside = wordpress::SMALL.replacen("<wp:post_id>7", &format!("{}<wp:post_id>7", "<x>".repeat(1000)), 1);
    assert_eq!(refusal("export.xml", inside.as_bytes(), &paris()), "line 15: too-large (limit: 64)");
    let long = wordpress::SMALL.replacen("Samedi", &"x".repeat(33 << 20), 1);
    assert_eq!(refusal("export.xml", long.as_bytes(), &paris()), "line 14: too-large (limit: 33554432)");
    // An article of a megabyte is no attack: its first words are kept.
    let article = wordpress::SMALL.replacen("Samedi", &"Samedi ".repeat(150_000), 1);
    assert_eq!(read("export.xml", article.as_bytes(), &paris()).unwrap().report.rows, 6);
}

#[test]
fn bad_items_are_listed_when_asked() {
    let skip = Options { skip_bad: true, ..paris() };
    let cases = [
        (
            wordpress::SMALL.replacen("2026-03-01 08:00:00", "dimanche", 1),
            vec!["line 11: wp:post_date_gmt: not-a-date (value: dimanche)"],
        ),
        (
            wordpress::SMALL.replacen("2026-03-01 10:05:00", "dimanche", 1),
            vec!["line 20: wp:comment_date_gmt: not-a-date (value: dimanche)"],
        ),
        (wordpress::SMALL.replacen("<wp:post_id>3</wp:post_id>", "", 1), vec!["line 28: wp:post_id: empty-value"]),
        (
            comments::DISQUS.replacen("2026-03-01T10:05:00Z", "hier", 1),
            vec!["line 8: createdAt: not-a-date (value: hier)"],
        ),
        (
            comments::COMMENTO.replacen("2026-03-01T10:05:00Z", "hier", 1),
            vec!["line 3: creationDate: not-a-date (value: hier)"],
        ),
        (
            blogger::TAKEOUT.replacen("<published>2026-03-01T10:05:00Z</published>", "", 1),
            vec!["line 12: published: empty-value"],
        ),
    ];
    for (text, expected) in cases {
        let listed = read("export", text.as_bytes(), &skip).unwrap();
        let said: Vec<String> = listed.bad.iter().map(ToString::to_string).collect();
        assert_eq!(said, expected);
        assert_eq!(refusal("export", text.as_bytes(), &paris()), expected[0]);
    }
}

#[test]
fn empty_exports() {
    let cases = [
        ("<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel/></rss>", "item: empty"),
        ("<disqus xmlns=\"http://disqus.com\"></disqus>", "post: empty"),
        (
            "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'/>",
            "entry: empty",
        ),
        ("{\"comments\": [], \"x\": [\"commentHex\", \"commenterHex\"]}", "comments: empty"),
    ];
    for (text, said) in cases {
        assert_eq!(refusal("export", text.as_bytes(), &paris()), said);
    }
}
