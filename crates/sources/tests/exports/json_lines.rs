//! JSON lines that nobody knows, through a mapping: what programs and network tools write.

use crate::support::{paris, read, refusal};
use model::Metric;
use proptest::prelude::*;
use sources::{Mapping, Options, input, preview};

const POSTS: &str = r#"{"id":"a1","created_at":"2026-03-14T07:05:00Z","text":"Fête du port","author":{"name":"Ana"},"public_metrics":{"likes":12,"comments":1},"media":[{"type":"photo"}]}

{"id":"a2","created_at":"2026-03-15T08:00:00Z","text":null,"public_metrics":{"comments":0,"likes":3},"media":[{"type":"photo"},{"type":"photo"}]}
{"created_at":"2026-03-16T08:00:00+01:00","id":9007199254740993,"saves":4,"text":"Trois"}
"#;

const MAPPING: &str = r#"
rows = "posts"
[[column]]
header = "id"
is = "id"
[[column]]
header = "created_at"
is = "at"
[[column]]
header = "Text"
is = "text"
[[column]]
header = "author.name"
is = "person"
[[column]]
header = "media.type"
is = "content_type"
values = { "photo, photo" = "carousel" }
[[column]]
header = "public_metrics.likes"
is = "likes"
[[column]]
header = "public_metrics.comments"
is = "comments"
[[column]]
header = "saves"
is = "saves"
"#;

fn with(mapping: &str) -> Options {
    Options { mapping: Some(Mapping::from_toml(mapping).unwrap()), ..paris() }
}

#[test]
fn objects_in_objects_lists_and_keys_that_only_some_lines_have() {
    let read = read("posts.jsonl", POSTS.as_bytes(), &with(MAPPING)).unwrap();
    assert_eq!((read.format, read.report.rows), ("mapped", 3));
    insta::assert_snapshot!(read.text(), @r#"
    post a1 at 2026-03-14T07:05:00Z told exact photo "Fête du port" ""
    fact post a1 at 2026-03-14T07:05:00Z told "Ana" ""
    a1 likes 12 level lifetime
    a1 comments 1 level lifetime
    post a2 at 2026-03-15T08:00:00Z told exact carousel "" ""
    fact post a2 at 2026-03-15T08:00:00Z told "" ""
    a2 likes 3 level lifetime
    a2 comments 0 level lifetime
    post 9007199254740993 at 2026-03-16T07:00:00Z told exact unknown "Trois" ""
    fact post 9007199254740993 at 2026-03-16T07:00:00Z told "" ""
    9007199254740993 saves 4 level lifetime
    cover Facts(Post) 2026-03-13T23:00:00Z..2026-03-16T23:00:00Z
    cover Posts(Likes) 2026-03-13T23:00:00Z..2026-03-16T23:00:00Z
    cover Posts(Comments) 2026-03-13T23:00:00Z..2026-03-16T23:00:00Z
    cover Posts(Saves) 2026-03-13T23:00:00Z..2026-03-16T23:00:00Z
    seen days from=2026-03-14 to=2026-03-16
    "#);
}

#[test]
fn shown_and_proposed_before_anything_is_read() {
    let opened = input::Input::from_bytes("posts.jsonl", POSTS.as_bytes().to_vec()).unwrap();
    let (peek, mut opened) = input::peek(opened).unwrap();
    let seen = preview::preview(&peek, 2);
    assert_eq!(seen.note.code, "json-lines");
    assert_eq!(
        seen.headers,
        [
            "id",
            "created_at",
            "text",
            "author.name",
            "public_metrics.likes",
            "public_metrics.comments",
            "media.type",
            "saves"
        ]
    );
    assert_eq!(seen.rows[1], ["a2", "2026-03-15T08:00:00Z", "", "", "3", "0", "photo, photo", ""]);
    assert_eq!(preview::preview_table(&mut opened, &Default::default(), 2).unwrap(), seen);
    assert!(refusal("posts.jsonl", POSTS.as_bytes(), &paris()).starts_with("mapping-needed (headers: id · created_at"));
}

#[test]
fn a_key_that_comes_late_is_found_and_one_that_never_comes_is_missing() {
    let line =
        |n: usize| format!("{{\"at\":\"2026-03-14T07:05:00Z\",\"id\":\"p{n}\",\"text\":\"{}\"}}\n", "x".repeat(100));
    let mut text: String = (0..2000).map(line).collect();
    let mapping = "rows = \"posts\"\n[[column]]\nheader = \"id\"\nis = \"id\"\n[[column]]\nheader = \"at\"\nis = \"at\"\n\
                   [[column]]\nheader = \"figures.likes\"\nis = \"likes\"\n";
    let missing = refusal("posts.jsonl", text.as_bytes(), &with(mapping));
    assert_eq!(missing, "figures.likes: missing-column (headers: at · id · text)");
    text.push_str("{\"at\":\"2026-03-14T07:05:00Z\",\"id\":\"last\",\"figures\":{\"likes\":7}}\n");
    assert_eq!(read("posts.jsonl", text.as_bytes(), &with(mapping)).unwrap().sum(Metric::Likes), (7.0, 1));
}

#[test]
fn what_there_is_none_of_may_be_left_out() {
    let first = POSTS.lines().next().unwrap();
    let read = read("posts.jsonl", format!("{first}\n{first}\n").as_bytes(), &with(MAPPING)).unwrap();
    assert_eq!((read.sum(Metric::Likes), read.sum(Metric::Saves)), ((24.0, 2), (0.0, 0)));
    let unmet = read.report.seen.iter().find(|note| note.code == "keys-unmet").unwrap();
    assert_eq!(unmet.args, [("headers".to_owned(), "saves".to_owned())]);
    let without_date = POSTS.replace("created_at", "made_at");
    assert!(
        refusal("posts.jsonl", without_date.as_bytes(), &with(MAPPING)).starts_with("line 1: created_at: empty-value")
    );
}

#[test]
fn what_is_wrong_is_told_at_its_line() {
    let likes =
        "rows = \"days\"\n[[column]]\nheader = \"day\"\nis = \"at\"\n[[column]]\nheader = \"reach\"\nis = \"reach\"\n";
    let day = |n: usize| format!("{{\"day\":\"2026-03-{n:02}\",\"reach\":{n}}}\n");
    let with_third = |third: &str| format!("{}{}{third}", day(1), day(2)).into_bytes();
    let told = |third: &str| refusal("days.jsonl", &with_third(third), &with(likes));
    insta::assert_snapshot!(told("{\"day\":\"2026-03-03\" \"reach\":3}\n"), @"line 3: no-object (column: 21)");
    insta::assert_snapshot!(told("[1, 2]\n"), @"line 3: no-object (column: 1)");
    insta::assert_snapshot!(told("{\"day\":\"2026-03-03\"} {}\n"), @"line 3: no-object (column: 22)");
    insta::assert_snapshot!(told("{\"day\":\"2026-03-0"), @"line 3: truncated");
    insta::assert_snapshot!(told("{\"day\":\"2026-03-03\",\"reach\":\"many\"}\n"), @"line 3: reach: not-a-number (value: many)");
    let mut bytes = with_third("{\"day\":\"2026-03-03\",\"reach\":\"");
    bytes.extend(b"\xe9\"}\n");
    insta::assert_snapshot!(refusal("days.jsonl", &bytes, &with(likes)), @"line 3: bad-encoding (encoding: UTF-8)");
    let skipped = Options { skip_bad: true, ..with(likes) };
    let read = read("days.jsonl", &with_third("{\"day\":\n"), &skipped).unwrap();
    assert_eq!((read.report.rows, read.bad.len(), read.sum(Metric::Reach)), (3, 1, (3.0, 2)));
}

#[test]
fn an_id_beyond_what_json_numbers_hold_is_refused_and_not_rounded() {
    let mapping =
        "rows = \"posts\"\n[[column]]\nheader = \"id\"\nis = \"id\"\n[[column]]\nheader = \"at\"\nis = \"at\"\n";
    let line = "{\"id\":1234567890123456789012345,\"at\":\"2026-03-14T07:05:00Z\"}\n".repeat(2);
    insta::assert_snapshot!(refusal("posts.jsonl", line.as_bytes(), &with(mapping)), @"line 1: id: rounded-id (value: 1.2345678901234568e24)");
}

#[test]
fn a_lone_document_and_other_kinds_of_json_are_not_json_lines() {
    for text in ["{\"a\":1,\"b\":2}\n", "{\n  \"a\": 1\n}\n", "[{\"a\":1},\n{\"a\":2}]\n", "{\"a\":1}\nnot\n"] {
        let told = refusal("file.json", text.as_bytes(), &paris());
        assert!(told.starts_with("unrecognised"), "{text}: {told}");
    }
}

#[test]
fn deep_and_endless_objects_are_refused() {
    let mapping =
        "rows = \"days\"\n[[column]]\nheader = \"day\"\nis = \"at\"\n[[column]]\nheader = \"a\"\nis = \"reach\"\n";
    let good = "{\"day\":\"2026-03-01\",\"a\":1}\n";
    let deep = format!("{good}{}", "{\"a\":".repeat(100_000));
    insta::assert_snapshot!(refusal("deep.jsonl", deep.as_bytes(), &with(mapping)), @"line 2: no-object (column: 636)");
    let long = format!("{good}{{\"a\":\"{}", "x".repeat(9 << 20));
    insta::assert_snapshot!(refusal("long.jsonl", long.as_bytes(), &with(mapping)), @"line 2: too-large (limit: 8388608)");
    let cell = format!("{good}{{\"a\":\"{}\"}}\n", "x".repeat(2 << 20));
    insta::assert_snapshot!(refusal("cell.jsonl", cell.as_bytes(), &with(mapping)), @"line 2: too-large (limit: 1048576)");
    let list = format!("{good}{{\"a\":[{}0]}}\n", "0,".repeat(600_000));
    insta::assert_snapshot!(refusal("list.jsonl", list.as_bytes(), &with(mapping)), @"line 2: too-large (limit: 1048576)");
}

proptest! {
    /// The same table written as CSV and as JSON lines tells the same.
    #[test]
    fn as_a_table_tells(
        rows in prop::collection::vec((0_u32..1_000_000, "[a-zé \"{},;:\\\\]{0,12}", prop::option::of(0_u32..100)), 1..40)
    ) {
        let mapping = "rows = \"posts\"\n[[column]]\nheader = \"id\"\nis = \"id\"\n[[column]]\nheader = \"at\"\nis = \"at\"\n\
                       [[column]]\nheader = \"text\"\nis = \"text\"\n[[column]]\nheader = \"likes\"\nis = \"likes\"\n";
        let (mut csv, mut json) = ("id,at,text,likes\n".to_owned(), String::new());
        for (place, (id, text, likes)) in rows.iter().enumerate() {
            let (at, shown) = ("2026-03-14T07:05:00Z", likes.map_or(String::new(), |likes| likes.to_string()));
            csv.push_str(&format!("{id}-{place},{at},\"{}\",{shown}\n", text.replace('"', "\"\"")));
            let value = serde_json::json!({ "id": format!("{id}-{place}"), "at": at, "text": text, "likes": likes });
            json.push_str(&format!("{value}\n"));
        }
        let options = with(mapping);
        let (csv, json) = (read("a.csv", csv.as_bytes(), &options), read("a.jsonl", json.as_bytes(), &options));
        prop_assert_eq!(csv.unwrap().pieces, json.unwrap().pieces);
    }
}
