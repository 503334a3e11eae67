//! Stack Exchange: pages of questions.

use crate::support::{paris, refusal, shared};
use crate::told::{count, covered, gathered, latin, lines, ok, refusal_of, team};
use model::{FactKind, Metric, What};
use sources::Options;

const PAGE: &str = r#"{"items": [{"question_id": 1, "title": "Où est le marché ?", "body_markdown": "Dites.", "creation_date": 1459908076,
   "owner": {"user_id": 3, "display_name": "Léa"}, "link": "https://site.example/q/1", "up_vote_count": 4,
   "comments": [{"comment_id": 9, "post_id": 1, "creation_date": 1459909111, "owner": {"user_id": 2, "display_name": "Max"}, "body": "<b>oui</b>"}],
   "answers": [{"answer_id": 2, "creation_date": 1459975066, "owner": {"user_id": 7, "display_name": "Ana"}, "up_vote_count": 6, "body": "<p>Là</p>",
     "comments": [{"comment_id": 10, "creation_date": 1459976000, "owner": {"user_type": "does_not_exist", "display_name": "user8"}, "body": "merci"}]}]}
  ], "has_more": false, "quota_max": 300}"#;

#[test]
fn a_page_to_the_last_act() {
    let read = ok("page.json", PAGE.as_bytes(), &team(&["ana"]));
    assert_eq!((read.format, read.report.rows), ("stackexchange", 1));
    insta::assert_snapshot!(lines(&read), @"
    comment post 1 by 3 under – to –: Où est le marché ? / Dites.
    comment comment 9 by 2 under – to post 1: oui
    reply post 2 by 7 under post 2 to post 1: –
    reply_received comment 10 by – under post 2 to post 2: merci
    ");
    assert_eq!(gathered(&read, Metric::Likes), [("post 2".to_owned(), 6.0)]);
    // One day (UTC) is seen, from its first word to its last.
    let days = covered(&read).iter().filter(|coverage| coverage.what == What::Facts(FactKind::Comment)).count();
    assert_eq!(days, 1);
}

#[test]
fn damaged_pages_are_refused() {
    let cut = |at: &str| PAGE.as_bytes()[..PAGE.find(at).unwrap()].to_vec();
    let cases = [
        (cut("merci"), "line 1: items: truncated"),
        (cut(", \"has_more\""), "line 2: items: truncated"),
        (cut("\"quota_max\""), "line 2: items: truncated"),
        (
            PAGE.replacen("\"creation_date\": 1459908076", "\"creation_date\": \"soon\"", 1).into_bytes(),
            "line 1: malformed",
        ),
        (PAGE.replacen("\"creation_date\": 1459975066, ", "", 1).into_bytes(), "line 1: creation_date: empty-value"),
        (latin(PAGE), "line 1: items: bad-encoding"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("page.json", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} instead of {expected}");
    }
    assert_eq!(refusal_of("stackexchange", "x", br#"{"items": []}"#, &paris()), "empty");
    let skip = Options { skip_bad: true, ..paris() };
    let text = PAGE.replacen("{\"items\": [", "{\"items\": [{\"question_id\": 5},", 1);
    let read = ok("page.json", text.as_bytes(), &skip);
    assert_eq!((read.report.rows, read.bad.len(), count(&read, FactKind::Comment)), (2, 1, 4));
}

#[test]
fn the_captures() {
    for (name, questions) in
        [("question", 1), ("question_page", 2), ("question_page_2", 2), ("question_backoff_page", 2)]
    {
        let path = format!("perceval-captures/stackexchange/stackexchange_{name}");
        let Some(bytes) = shared("the_captures", &path) else { return };
        let read = ok(name, &bytes, &paris());
        // One answer and one comment each; pages repeat the ids of their parts.
        assert_eq!(
            (read.format, read.report.rows, count(&read, FactKind::Comment)),
            ("stackexchange", questions, 3 * usize::try_from(questions).unwrap())
        );
    }
}
