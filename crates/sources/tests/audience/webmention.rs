//! Webmentions: what each property becomes, what stays private, what has no date.

use crate::support::{Read, paris, read, refusal, shared};
use crate::{damaged, note, utf16};
use model::{FactKind, Piece};
use sources::Options;

pub const MENTIONS: &str = r#"{"type":"feed","name":"Webmentions","children":[
{"type":"entry","author":{"type":"card","name":"Ada","photo":"","url":"https://ada.example/"},"url":"https://ada.example/1","published":"2026-02-08T03:38:09+01:00","wm-received":"2026-02-08T03:40:12Z","wm-id":900,"wm-source":"https://ada.example/1","wm-target":"https://exemple.fr/billet?utm_source=x","wm-property":"like-of","wm-private":false},
{"type":"entry","author":{"name":"","url":""},"published":null,"wm-received":"2026-02-09T10:00:00Z","wm-id":901,"wm-source":"https://bob.example/r","wm-target":"https://exemple.fr/billet","content":{"html":"<p>Très juste</p>","text":"Très juste"},"wm-property":"in-reply-to","wm-private":false},
{"type":"entry","published":"hier","wm-received":"2026-02-10T10:00:00Z","wm-id":902,"wm-source":"https://c.example/x","wm-target":"https://exemple.fr/","wm-property":"mention-of"},
{"type":"entry","wm-received":"2026-02-11T10:00:00Z","wm-id":903,"wm-source":"https://d.example/x","wm-target":"https://exemple.fr/","wm-property":"bookmark-of","wm-private":true},
{"type":"entry","wm-received":"2026-02-12T10:00:00Z","wm-id":904,"wm-source":"https://e.example/x","wm-target":"https://exemple.fr/","wm-property":"rsvp"}]}
"#;

fn acts(read: &Read) -> Vec<String> {
    let acts = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Fact(fact) => {
            let at = jiff::Timestamp::from_millisecond(fact.at.0).unwrap();
            let actor = fact.actor.as_ref().map_or("", |actor| actor.native.as_str());
            let text = fact.text.as_deref().unwrap_or("");
            Some(
                format!("{} {} {at} {actor} {} {text}", fact.kind, fact.native, fact.post.as_deref().unwrap_or(""))
                    .trim_end()
                    .to_owned(),
            )
        }
        _ => None,
    });
    acts.collect()
}

#[test]
fn what_each_property_becomes() {
    let public = read("mentions.jf2", MENTIONS.as_bytes(), &paris()).unwrap();
    assert_eq!((public.format, public.report.rows), ("webmention", 5));
    assert_eq!(
        acts(&public),
        [
            "like 900 2026-02-08T02:38:09Z https://ada.example/ https://exemple.fr/billet",
            "comment 901 2026-02-09T10:00:00Z bob.example https://exemple.fr/billet Très juste",
            "mention 902 2026-02-10T10:00:00Z c.example https://exemple.fr/",
        ]
    );
    assert_eq!(note(&public, "private-left-out", "count"), "1");
    assert_eq!(note(&public, "webmention-received", "count"), "1");
    assert_eq!(note(&public, "webmention-others", "kinds"), "rsvp");
    let all = Options { include_private: true, ..paris() };
    assert!(
        acts(&read("mentions.jf2", MENTIONS.as_bytes(), &all).unwrap())
            .iter()
            .any(|act| act.starts_with("backlink 903"))
    );
}

#[test]
fn damaged_files_are_refused() {
    damaged(
        "mentions.jf2",
        MENTIONS,
        &[
            ("\"wm-received\":\"2026-02-09T10:00:00Z\"", "\"wm-received\":\"soon\"", "line 2: wm-received: not-a-date"),
            ("\"wm-target\":\"https://exemple.fr/billet\",", "", "line 2: wm-target: empty-value"),
            ("\"wm-id\":902,", "\"wm-id\":902", "line 3: children: malformed"),
            ("]}\n", "", "truncated"),
        ],
    );
    let private = MENTIONS
        .replace("\"wm-private\":false", "\"wm-private\":true")
        .replace("\"wm-property\":\"mention-of\"", "\"wm-property\":\"rsvp\"");
    assert!(refusal("mentions.jf2", private.as_bytes(), &paris()).starts_with("only-private"));
    assert!(
        refusal("mentions.jf2", br#"{"type":"feed","name":"Webmentions","children":[]}"#, &paris()).contains("empty")
    );
    assert!(refusal("mentions.jf2", &utf16(MENTIONS), &paris()).starts_with("bad-encoding"));
    let deep = format!("{{\"name\":\"Webmentions\",\"children\":[{}{}]}}", "[".repeat(10_000), "]".repeat(10_000));
    assert!(refusal("mentions.jf2", deep.as_bytes(), &paris()).contains("malformed"));
    let skipped = Options { skip_bad: true, ..paris() };
    let partly = MENTIONS.replace("\"wm-property\":\"like-of\"", "\"wm-property\":\"\"");
    let partly = read("mentions.jf2", partly.as_bytes(), &skipped).unwrap();
    assert_eq!((partly.bad.len(), acts(&partly).len()), (1, 2));
}

#[test]
fn the_shared_file_hides_what_is_private() {
    let Some(folder) = std::fs::read_dir(crate::support::folder().join("shapes-synthetic/webmention-jf2")).ok() else {
        return drop(shared("the_shared_file_hides_what_is_private", "shapes-synthetic/webmention-jf2/x"));
    };
    for entry in folder {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let read = read("mentions.json", &bytes, &paris()).unwrap();
        assert_eq!(
            acts(&read),
            [
                "share 900 2026-02-08T03:38:09Z https://alice.example/ https://exemple.fr/billet",
                "comment 901 2026-02-09T10:00:00Z https://bob.example/ https://exemple.fr/billet Très juste",
            ]
        );
        assert_eq!(note(&read, "private-left-out", "count"), "1");
        let comment = read.pieces.iter().find_map(|piece| match piece {
            Piece::Fact(fact) if fact.kind == FactKind::Comment => fact.reply_to.clone(),
            _ => None,
        });
        assert_eq!(comment.as_deref(), Some("https://exemple.fr/billet"));
    }
}
