//! No bytes make these formats panic, whatever was done to a good file; and reading twice gives the same.

use crate::support::{Gather, paris};
use proptest::prelude::*;
use sources::Options;
use sources::input::Input;
use sources::registry;

const FORMATS: [&str; 9] = [
    "bluesky-car",
    "discord",
    "discourse",
    "googleplus-html",
    "googleplus-json",
    "slack",
    "stackexchange",
    "telegram",
    "whatsapp",
];

/// Beginnings that lead deep into the formats.
const SEEDS: [&str; 7] = [
    r#"{"name": "G", "type": "private_group", "id": 5, "messages": [{"id": 1, "type": "message", "date_unixtime": "1", "from_id": "user1", "text": ["a", {"type": "b", "text": "c"}]}]}"#,
    r#"[{"type": "message", "user": "U1", "text": "<@U2|a> <b", "ts": "1452837320.000003", "thread_ts": "1452837320.000001"}]"#,
    r#"{"guild": {"id": "1"}, "channel": {"id": "2"}, "messages": [{"id": "1", "type": "Reply", "timestamp": "2026-02-01T08:00:00Z", "author": {"id": "1"}, "reference": {}}]}"#,
    r#"{"topic_id": 1, "post_number": 2, "created_at": "2026-02-01T08:00:00Z", "cooked": "<p>a"}"#,
    "<html><style>.plus-oner .reshare-attribution</style><a class=\"author\" href=\"https://plus.google.com/1\">x</a><div class=\"main-content\"><div class=\"comment\"><span class=\"time\">2011-09-07 05:14:36-0700</span></div></div></html>",
    "[02/03/2026 09:14:05] Ana: a\n\u{200e}[02/03/2026 09:14:06] Bob: \u{200e}Bob a quitté le groupe\n",
    "AuthorID,Author,Date,Content,Attachments,Reactions\n1,a,01/02/2026 10:00 PM,\"x\",,👍 (2)\n",
];

fn read(format: &str, bytes: &[u8], skip_bad: bool) {
    let mut input = Input::from_bytes("general/2016-01-14.json", bytes.to_vec()).unwrap();
    let options = Options { skip_bad, include_private: true, ..paris() };
    let _ = registry::by_id(format).unwrap().read(&mut input, &options, &mut Gather::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), skip_bad in any::<bool>()) {
        for format in FORMATS {
            read(format, &bytes, skip_bad);
        }
    }

    #[test]
    fn damaged_files_never_panic(
        seed in 0..SEEDS.len(), at in any::<proptest::sample::Index>(), byte in any::<u8>(), cut in any::<proptest::sample::Index>(), skip_bad in any::<bool>()
    ) {
        let mut bytes = SEEDS[seed].as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if byte % 2 == 0 {
            bytes.truncate(cut.index(bytes.len()));
        }
        for format in FORMATS {
            read(format, &bytes, skip_bad);
        }
    }
}

/// A megabyte of the worst that each format can be given ends soon, and not in the stack.
#[test]
fn nests_and_repetitions_end() {
    let nest = "[".repeat(500_000);
    let cases = [
        nest.clone(),
        format!("{{\"messages\": [{nest}"),
        format!("{{\"chats\": {nest}"),
        format!("{{\"post_stream\": {}", "{\"post_stream\":".repeat(50_000)),
        format!("<html>{}", "<div class=\"comment\">".repeat(50_000)),
        "[02/03/2026 09:14:05] ".repeat(50_000),
        "[02/03/2026 09:14:05] A: b\n".repeat(40_000),
        format!("[{}]", "{},".repeat(100_000)),
        "\"".repeat(1_000_000),
    ];
    let started = std::time::Instant::now();
    for text in &cases {
        for format in FORMATS {
            read(format, text.as_bytes(), true);
        }
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
