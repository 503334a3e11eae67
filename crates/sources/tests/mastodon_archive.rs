//! Mastodon archives: a hand-made one to the last piece, damaged ones, and the masked one of the shared data.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "access_log/kept.rs"]
mod kept;

use kept::{Kept, data, told};
use model::{ContentType, FactKind, Piece, What};
use proptest::prelude::*;
use sources::mastodon_archive::MastodonArchive;
use sources::{Options, Recognised, Refusal, Report, TroubleCode};

const SMALL: &str = include_str!("mastodon_archive/outbox.json");

fn read(text: &str) -> (Option<Recognised>, Result<Report, Refusal>, Kept) {
    kept::read(&MastodonArchive, "outbox.json", text.as_bytes(), &Options::default())
}

fn lines(kept: &Kept) -> Vec<String> {
    let line = |piece: &Piece| match piece {
        Piece::Post(post) => {
            let words = post.text.as_deref().unwrap_or_default().replace('\n', " / ");
            format!(
                "post {} {} [{words}] {}",
                post.native.rsplit('/').next().unwrap(),
                post.content_type,
                post.url.as_deref().unwrap_or_default()
            )
        }
        Piece::Fact(fact) => format!("- {} {} → {}", fact.kind, fact.at.0, fact.reply_to.as_deref().unwrap_or("–")),
        Piece::Coverage(coverage) => format!("{:?} {} ms", coverage.what, coverage.span.to.0 - coverage.span.from.0),
        other => panic!("{other:?}"),
    };
    kept.pieces.iter().map(line).collect()
}

#[test]
fn a_small_archive_to_the_last_piece() {
    let (seen, report, kept) = read(SMALL);
    let seen = seen.unwrap();
    assert_eq!((seen.sure, seen.space.as_deref()), (95, Some("office@social.example")));
    let report = report.unwrap();
    assert_eq!(report.rows, 7);
    insta::assert_snapshot!(lines(&kept).join("\n"), @r#"
    post 1 photo [Le marché ouvre à 8 h. / Venez !] https://social.example/@office/1
    - status 1774740600000 → –
    post 2 status [Météo / Suite du fil.] https://social.example/@office/2
    - status 1774771200000 → https://social.example/users/office/statuses/1
    post 3 status [@lea oui] https://social.example/@office/3
    - reply 1774774800000 → https://autre.example/users/lea/statuses/7
    post activity boost [] https://autre.example/users/lea/statuses/8
    - post 1774778400000 → –
    post 6 poll [Mer ou campagne ?] https://social.example/users/office/statuses/6
    - status 1774861200500 → –
    Facts(Status) 120600501 ms
    Facts(Reply) 120600501 ms
    Facts(Post) 120600501 ms
    Facts(Article) 120600501 ms
"#);
    let summary = |name| told(&report, "mastodon-summary", name);
    assert_eq!((summary("posts"), summary("replies"), summary("boosts")), (Some("4"), Some("1"), Some("1")));
    assert_eq!(told(&report, "private-left-out", "count"), Some("1"));
    assert_eq!(told(&report, "mastodon-other", "count"), Some("1"));
    assert_eq!(
        (told(&report, "mastodon-total", "said"), told(&report, "mastodon-total", "found")),
        (Some("9"), Some("7"))
    );
}

#[test]
fn private_posts_come_when_asked() {
    let options = Options { include_private: true, ..Options::default() };
    let (_, report, kept) = kept::read(&MastodonArchive, "outbox.json", SMALL.as_bytes(), &options);
    assert_eq!(told(&report.unwrap(), "mastodon-summary", "posts"), Some("5"));
    assert!(lines(&kept).iter().any(|line| line.contains("Entre nous")));
}

#[test]
fn damaged_archives_are_refused_with_item_and_key() {
    let cut = |at: &str| SMALL[..SMALL.find(at).unwrap()].to_owned();
    let private = SMALL.replace("https://www.w3.org/ns/activitystreams#Public", "x").replace("as:Public", "x");
    let cases = [
        (
            "cut in the third item",
            cut("autre.example/users/lea/statuses/7"),
            TroubleCode::Truncated,
            Some(3),
            Some("orderedItems"),
        ),
        (
            "cut at its end",
            SMALL.trim_end().trim_end_matches('}').to_owned(),
            TroubleCode::Truncated,
            Some(8),
            Some("orderedItems"),
        ),
        (
            "a lost comma",
            SMALL.replacen("\"Note\", \"summary\": null,", "\"Note\" \"summary\": null,", 1),
            TroubleCode::Malformed,
            Some(1),
            Some("orderedItems"),
        ),
        ("a date", SMALL.replace("2026-03-29T10:00:00Z", "soon"), TroubleCode::NotADate, Some(4), Some("published")),
        (
            "no date",
            SMALL.replace("\"published\": \"2026-03-29T10:00:00Z\", ", ""),
            TroubleCode::EmptyValue,
            Some(4),
            Some("published"),
        ),
        (
            "no object",
            SMALL.replace("\"object\": \"https://autre.example/users/lea/statuses/8\"", "\"x\": 1"),
            TroubleCode::EmptyValue,
            Some(4),
            Some("object"),
        ),
        (
            "an address among items",
            SMALL.replace("\"orderedItems\": [", "\"orderedItems\": [{}, \"https://a.example\", "),
            TroubleCode::EmptyValue,
            Some(1),
            Some("id"),
        ),
        (
            "no items",
            "{\"type\": \"OrderedCollection\", \"orderedItems\": []}".to_owned(),
            TroubleCode::Empty,
            None,
            Some("orderedItems"),
        ),
        ("all private", private, TroubleCode::OnlyPrivate, None, None),
        ("no JSON", "x".to_owned(), TroubleCode::Malformed, Some(1), Some("orderedItems")),
        (
            "items that are no list",
            "{\"orderedItems\": {}}".to_owned(),
            TroubleCode::Malformed,
            Some(1),
            Some("orderedItems"),
        ),
    ];
    for (name, text, code, line, field) in cases {
        let Err(Refusal(trouble)) = read(&text).1 else { panic!("{name} was read") };
        assert_eq!((trouble.code, trouble.line, trouble.field.as_deref()), (code, line, field), "{name}: {trouble}");
    }
}

#[test]
fn other_encodings_are_refused_and_a_mark_is_not() {
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(SMALL.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut latin = SMALL.as_bytes().to_vec();
    let at = SMALL.find("Météo").unwrap() + 1;
    latin.splice(at..at + 2, [0xe9]);
    for bytes in [utf16, latin] {
        let Err(Refusal(trouble)) = kept::read(&MastodonArchive, "x", &bytes, &Options::default()).1 else { panic!() };
        assert_eq!(trouble.code, TroubleCode::BadEncoding, "{trouble}");
    }
    assert_eq!(read(&format!("\u{feff}{SMALL}")).1.unwrap().rows, 7);
}

#[test]
fn single_items_are_skipped_when_asked() {
    let options = Options { skip_bad: true, ..Options::default() };
    let text = SMALL.replace("2026-03-29T10:00:00Z", "soon");
    let (_, report, kept) = kept::read(&MastodonArchive, "outbox.json", text.as_bytes(), &options);
    assert_eq!(report.unwrap().rows, 7);
    assert_eq!(kept.bad.iter().map(|trouble| trouble.line).collect::<Vec<_>>(), [Some(4)]);
    assert!(!lines(&kept).iter().any(|line| line.contains("boost")));
}

#[test]
fn the_parts_beside_the_outbox() {
    let actor = r#"{"@context": "https://www.w3.org/ns/activitystreams", "id": "https://social.example/users/office", "type": "Person",
        "outbox": "outbox.json", "preferredUsername": "office", "publicKey": {"id": "x"}}"#;
    let (seen, report, kept) = read(actor);
    assert_eq!(seen.unwrap().space.as_deref(), Some("office@social.example"));
    assert_eq!(told(&report.unwrap(), "mastodon-actor", "name"), Some("office"));
    assert_eq!(kept.pieces, []);

    let likes = r#"{"@context": "https://www.w3.org/ns/activitystreams", "id": "likes.json", "type": "OrderedCollection",
        "orderedItems": ["https://a.example/1", "https://a.example/2"]}"#;
    for text in [likes.to_owned(), likes.replace("likes.json", "favourites")] {
        let (seen, report, kept) = read(&text);
        assert!(seen.is_some());
        assert_eq!(told(&report.unwrap(), "mastodon-left-aside", "items"), Some("2"));
        assert_eq!(kept.pieces, []);
    }
    for other in ["{\"a\": 1}", "[]", "<feed xmlns='https://www.w3.org/ns/activitystreams'/>"] {
        assert_eq!(read(other).0, None, "{other}");
    }
}

#[test]
fn the_masked_archive() {
    let Some(folder) = data("the_masked_archive", "mastodon-archive-scrubbed") else { return };
    let bytes = std::fs::read(folder.join("outbox.json")).unwrap();
    let (seen, report, kept) = kept::read(&MastodonArchive, "outbox.json", &bytes, &Options::default());
    let report = report.unwrap();
    assert_eq!(report.rows, 1511);
    let summary = |name| told(&report, "mastodon-summary", name);
    assert_eq!((summary("posts"), summary("replies"), summary("boosts")), (Some("1185"), Some("171"), Some("326")));
    assert_eq!(told(&report, "mastodon-total", "said"), Some("1557"));
    assert_eq!(told(&report, "private-left-out", "count"), None, "the masked archive has public items only");
    let boosts = kept
        .pieces
        .iter()
        .filter(|piece| matches!(piece, Piece::Post(post) if post.content_type == ContentType::Boost));
    assert_eq!(boosts.count(), 326);
    let count =
        |kind| kept.pieces.iter().filter(|piece| matches!(piece, Piece::Fact(fact) if fact.kind == kind)).count();
    assert_eq!((count(FactKind::Status), count(FactKind::Reply), count(FactKind::Post)), (1014, 171, 326));
    let spans: Vec<_> = kept
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Coverage(coverage) if coverage.what == What::Facts(FactKind::Status) => Some(coverage.span),
            _ => None,
        })
        .collect();
    let day = |millis: model::Millis| jiff::Timestamp::from_millisecond(millis.0).unwrap().to_string()[..10].to_owned();
    assert_eq!(
        spans.iter().map(|span| (day(span.from), day(span.to))).collect::<Vec<_>>(),
        [("2021-05-11".to_owned(), "2023-01-24".to_owned())]
    );

    let actor = std::fs::read(folder.join("actor.json")).unwrap();
    let (named, report, _) = kept::read(&MastodonArchive, "actor.json", &actor, &Options::default());
    assert_eq!(report.unwrap().rows, 1);
    assert_eq!(named.unwrap().space, seen.unwrap().space);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..500)) {
        let _ = kept::read(&MastodonArchive, "x", &bytes, &Options::default());
    }

    #[test]
    fn damaged_archives_never_panic(at in 0..SMALL.len(), byte in any::<u8>(), cut in 0..SMALL.len(), skip_bad in any::<bool>()) {
        let mut bytes = SMALL.as_bytes().to_vec();
        bytes[at] = byte;
        if cut % 2 == 0 {
            bytes.truncate(cut);
        }
        let _ = kept::read(&MastodonArchive, "x", &bytes, &Options { skip_bad, ..Options::default() });
    }
}
