//! Threads: the download of an account.

use crate::cut;
use crate::support::{paris, read, refusal, shared};
use model::{FactKind, Piece};

const TEXTS: &str = r#"{"text_post_app_text_posts": [
  {"media": [{"uri": "", "creation_timestamp": 1710000000, "title": "Fil n\u00c2\u00b0 0 \u00e2\u0080\u0094 \u00c3\u00a0 lire"}]},
  {"media": [{"uri": "media/1.jpg", "creation_timestamp": 1710000000, "title": "Photo"}]},
  {"media": [{"uri": "", "title": "sans date"}]}
]}"#;

#[test]
fn texts_of_the_account() {
    let read = read("threads_and_replies.json", TEXTS.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("threads-download", 3));
    insta::assert_snapshot!(read.text(), @r#"
    fact status text:1710000000 at 2024-03-09T16:00:00Z told "" ""
    post text:1710000000 at 2024-03-09T16:00:00Z told exact status "Fil n° 0 — à lire" ""
    fact status text:1710000000:2 at 2024-03-09T16:00:00Z told "" ""
    post text:1710000000:2 at 2024-03-09T16:00:00Z told exact photo "Photo" ""
    cover Facts(Status) 2024-03-09T16:00:00Z..2024-03-09T16:00:00.001Z
    seen threads-texts count=2
    seen download-undated count=1
    "#);
}

#[test]
fn what_concerns_the_account_alone_is_left_aside() {
    let text = r#"{"text_post_app_text_post_app_following": [{"string_list_data": [{"value": "ada", "timestamp": 1700000000}]}]}"#;
    let read = read("following.json", text.as_bytes(), &paris()).unwrap();
    assert_eq!((read.pieces.len(), read.seen()), (0, vec!["download-left-aside".to_owned()]));
}

#[test]
fn damaged_downloads_are_refused() {
    let cases: [(Vec<u8>, &str); 3] = [
        (cut(TEXTS, "media/1.jpg"), "line 2: text_post_app_text_posts: truncated"),
        (TEXTS.trim_end_matches('}').into(), "line 4: text_post_app_text_posts: truncated"),
        (
            TEXTS.replacen("{\"media\": [{\"uri\": \"media", "{\"x\": [{\"uri\": \"media", 1).into(),
            "line 2: media: empty-value",
        ),
    ];
    for (bytes, expected) in cases {
        let said = refusal("part.json", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(TEXTS.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(refusal("part.json", &wide, &paris()), "bad-encoding (encoding: UTF-16)");
}

#[test]
fn shared_download() {
    for (path, kind, expected) in
        [("followers.json", FactKind::Follow, 10), ("threads_and_replies.json", FactKind::Status, 15)]
    {
        let Some(bytes) = shared("shared_download", &format!("shapes-synthetic/threads-download/threads/{path}"))
        else {
            return;
        };
        let read = read(path, &bytes, &paris()).unwrap();
        let facts = read.pieces.iter().filter(|piece| matches!(piece, Piece::Fact(fact) if fact.kind == kind)).count();
        assert_eq!((read.format, facts), ("threads-download", expected), "{path}");
        assert!(expected == 10 || read.text().contains("Fil n° 14 — à lire"));
    }
}
