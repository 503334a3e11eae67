//! No file breaks a reader, whatever is done to it; and each file is one format's alone.

use crate::support::{paris, read};
use crate::{blogger, comments, dotclear, mbox, surveys, wordpress};
use proptest::prelude::*;
use sources::Options;
use sources::input::{Input, peek};
use sources::registry::FORMATS;

fn samples() -> [(&'static str, &'static str); 10] {
    [
        ("wordpress", wordpress::SMALL),
        ("disqus", comments::DISQUS),
        ("commento", comments::COMMENTO),
        ("blogger", blogger::TAKEOUT),
        ("dotclear", dotclear::SMALL),
        ("mbox", mbox::SMALL),
        ("limesurvey", surveys::LIMESURVEY),
        ("google-forms", surveys::GOOGLE),
        ("surveymonkey", surveys::MONKEY),
        ("surveygizmo", surveys::GIZMO),
    ]
}

#[test]
fn no_two_formats_tie() {
    for (id, text) in samples() {
        let (peek, _) = peek(Input::from_bytes("file", text.as_bytes().to_vec()).unwrap()).unwrap();
        let mut sure: Vec<(u8, &str)> =
            FORMATS.iter().filter_map(|format| Some((format.recognise(&peek)?.sure, format.manifest().id))).collect();
        sure.sort_unstable();
        assert_eq!(sure.last().map(|best| best.1), Some(id), "{sure:?}");
        assert!(sure.iter().rev().nth(1).is_none_or(|second| second.0 < sure[sure.len() - 1].0), "{sure:?}");
    }
}

#[test]
fn each_note_of_these_formats_has_its_words() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let codes = [
        "blog-summary",
        "blog-unpublished",
        "blog-unapproved",
        "blog-pages",
        "blog-others",
        "blog-settings",
        "blog-own-links",
        "blog-undated",
        "mail-duplicates",
        "mail-without-id",
        "mail-undated",
    ];
    for language in ["en", "fr"] {
        let words = std::fs::read_to_string(root.join(language).join("formats.ftl")).unwrap();
        for code in codes {
            assert!(words.contains(&format!("\nseen-{code} =")), "{language}: {code}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for format in FORMATS {
            let mut input = Input::from_bytes("x", bytes.clone()).unwrap();
            let mut sink = crate::support::Gather::default();
            let _ = format.read(&mut input, &paris(), &mut sink);
        }
    }

    #[test]
    fn damaged_files_never_panic(
        which in 0..10_usize,
        at in 0..10_000_usize,
        with in proptest::collection::vec(any::<u8>(), 0..4),
        cut in any::<bool>(),
        skip_bad in any::<bool>(),
    ) {
        let text = samples()[which].1;
        let place = text.len() * at / 10_000;
        let mut bytes = text.as_bytes().to_vec();
        let end = (place + with.len()).min(bytes.len());
        bytes.splice(place..end, with);
        if cut {
            bytes.truncate(place);
        }
        let _ = read("file", &bytes, &Options { skip_bad, ..paris() });
    }
}
