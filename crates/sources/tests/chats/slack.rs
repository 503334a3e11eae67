//! Slack: day files of an export, and pages of the API.

use crate::support::{paris, refusal, shared};
use crate::told::{count, covers, facts, gathered, latin, lines, note, ok, posts, private_too, refusal_of, team};
use model::{FactKind, Metric};
use sources::Options;
use sources::open::{Limits, list_bytes};

const DAY: &str = r#"[
  {"type": "message", "subtype": "channel_join", "user": "U3", "text": "<@U3> has joined the channel", "ts": "1452837318.000002"},
  {"type": "message", "user": "U1", "text": "Le marché &amp; la fête : <https://a.example|ici>", "ts": "1452837320.000003",
   "thread_ts": "1452837320.000003", "reply_count": 2, "reactions": [{"name": "tada", "count": 2, "users": ["U2", "U3"]}],
   "user_profile": {"name": "ana", "display_name": "Ana", "real_name": "Ana Exemple"}},
  {"type": "message", "user": "U2", "text": "Merci <@U1>", "ts": "1452837330.000004", "thread_ts": "1452837320.000003",
   "parent_user_id": "U1"},
  {"type": "message", "user": "U1", "text": "De rien", "ts": "1452837340.000005", "thread_ts": "1452837320.000003",
   "parent_user_id": "U1", "user_profile": {"name": "ana"}},
  {"type": "message", "subtype": "bot_message", "bot_id": "B1", "text": "build", "ts": "1452837350.000006"},
  {"type": "message", "user": "U9", "bot_id": "B2", "text": "app", "ts": "1452837351.000006"},
  {"type": "message", "user": "USLACKBOT", "text": "reminder", "ts": "1452837352.000006"},
  {"type": "message", "subtype": "channel_topic", "user": "U1", "text": "set", "ts": "1452837360.000007"},
  {"type": "message", "subtype": "me_message", "user": "U2", "text": "danse", "ts": "1452837370.000008"},
  {"type": "message", "subtype": "channel_leave", "user": "U3", "text": "<@U3> has left the channel", "ts": "1452837380.000009"}
]"#;

#[test]
fn a_day_to_the_last_act() {
    let read = ok("general/2016-01-14.json", DAY.as_bytes(), &team(&["ana"]));
    assert_eq!((read.format, read.report.rows), ("slack", 10));
    insta::assert_snapshot!(lines(&read), @"
    follow general/1452837318.000002 by U3 under – to –: –
    status general/1452837320.000003 by U1 under general/1452837320.000003 to –: –
    reply_received general/1452837330.000004 by U2 under general/1452837320.000003 to general/1452837320.000003: Merci @U1
    reply general/1452837340.000005 by U1 under general/1452837340.000005 to general/1452837320.000003: –
    comment general/1452837370.000008 by U2 under – to –: danse
    unfollow general/1452837380.000009 by U3 under – to –: –
    ");
    assert_eq!(posts(&read)[0].text.as_deref(), Some("Le marché & la fête : ici"));
    assert_eq!(gathered(&read, Metric::Likes), [("general/1452837320.000003".to_owned(), 2.0)]);
    assert_eq!(note(&read, "bots-left-out", "count"), Some("3"));
    assert_eq!(note(&read, "service-lines-left-out", "count"), Some("1"));
    assert_eq!(note(&read, "slack-channel", "channel"), Some("general"));
    assert!(covers(&read, FactKind::Follow) && covers(&read, FactKind::Unfollow));
}

#[test]
fn a_thread_of_the_team_is_known_by_its_ids() {
    let day = DAY.replace(r#","user_profile": {"name": "ana"}"#, "");
    let answer: String = format!("[{}]", day.split("},\n  {").nth(2).map(|inside| format!("{{{inside}}}")).unwrap());
    let read = ok("general/2016-01-15.json", answer.as_bytes(), &team(&["U1"]));
    assert_eq!(count(&read, FactKind::ReplyReceived), 1, "{}", lines(&read));
    assert_eq!(count(&ok("general/2016-01-15.json", answer.as_bytes(), &team(&["U8"])), FactKind::Comment), 1);
}

#[test]
fn without_its_folder_the_channel_is_unknown() {
    let read = ok("2016-01-14.json", DAY.as_bytes(), &paris());
    assert!(read.seen().contains(&"slack-channel-unknown".to_owned()));
    assert_eq!(facts(&read, FactKind::Follow)[0].native, "/1452837318.000002");
}

#[test]
fn talks_of_a_few_people_are_left_out() {
    for folder in ["D0BMQB6JE", "mpdm-ana--leo-1"] {
        let name = format!("{folder}/2016-01-14.json");
        assert_eq!(refusal(&name, DAY.as_bytes(), &paris()), "only-private (count: 10)");
        assert_eq!(count(&ok(&name, DAY.as_bytes(), &private_too()), FactKind::Comment), 4);
    }
}

#[test]
fn the_lists_beside_the_messages_tell_no_figure() {
    let lists = [
        (
            r#"[{"id": "U1", "team_id": "T1", "name": "ana", "profile": {"real_name": "Ana"}, "is_bot": false}]"#,
            "users",
        ),
        (r#"[{"id": "C1", "name": "general", "created": 1, "creator": "U1", "members": ["U1"]}]"#, "channels"),
        (r#"[{"id": "D1", "created": 1, "members": ["U1", "U2"]}]"#, "channels"),
        (r#"[{"user_id": "U1", "date": "1", "change_type": "added", "service_type": "x"}]"#, "integrations"),
    ];
    for (text, what) in lists {
        let read = ok("list.json", text.as_bytes(), &paris());
        assert_eq!((read.pieces.len(), note(&read, "slack-list", "what")), (0, Some(what)));
    }
}

#[test]
fn damaged_days_are_refused() {
    let cut = |at: &str| DAY.as_bytes()[..DAY.find(at).unwrap()].to_vec();
    let cases = [
        (cut("De rien"), "line 4: messages: truncated"),
        (cut("\n]"), "line 11: messages: truncated"),
        (
            DAY.replacen("\"ts\": \"1452837330.000004\"", "\"ts\": \"soon\"", 1).into_bytes(),
            "line 3: ts: not-a-date (value: soon)",
        ),
        (DAY.replacen("\"ts\": \"1452837330.000004\", ", "", 1).into_bytes(), "line 3: ts: empty-value"),
        (DAY.replacen("\"text\": \"danse\"", "\"text\": [1]", 1).into_bytes(), "line 9: malformed"),
        (latin(DAY), "line 2: messages: bad-encoding"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("general/2016-01-14.json", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} instead of {expected}");
    }
    assert_eq!(refusal_of("slack", "general/2016-01-14.json", b"[]", &paris()), "empty");
    let said = refusal_of("slack", "general/2016-01-14.json", &crate::support::utf16(DAY), &paris());
    assert_eq!(said, "bad-encoding (encoding: UTF-16)");
    let skip = Options { skip_bad: true, ..paris() };
    let read = ok("general/2016-01-14.json", DAY.replacen("\"text\": \"danse\"", "\"text\": [1]", 1).as_bytes(), &skip);
    assert_eq!((read.report.rows, read.bad.len()), (10, 1));
}

#[test]
fn the_export_of_a_workspace() {
    let Some(bytes) = shared("the_export_of_a_workspace", "slack-export-viewer/testarchive.zip") else { return };
    let parts = list_bytes("testarchive.zip", bytes, &Limits::default()).unwrap();
    let (mut rows, mut bots, mut other) = (0, 0, 0);
    let (mut said, mut joined, mut left, mut lists) = (0, 0, 0, 0);
    let mut instants = Vec::new();
    for part in &parts {
        let mut input = part.open().unwrap();
        let text = input.read_all(1 << 20).unwrap();
        let read = ok(&part.name, &text, &paris());
        assert_eq!(read.format, "slack", "{}", part.name);
        if note(&read, "slack-list", "what").is_some() {
            lists += 1;
            continue;
        }
        let number = |code| note(&read, code, "count").map_or(0, |count| count.parse::<u64>().unwrap());
        rows += read.report.rows;
        bots += number("bots-left-out");
        other += number("service-lines-left-out");
        said += count(&read, FactKind::Comment);
        joined += count(&read, FactKind::Follow);
        left += count(&read, FactKind::Unfollow);
        instants.extend(facts(&read, FactKind::Comment).iter().map(|fact| crate::told::when(fact)));
        let folder = part.name.split('/').next().unwrap();
        assert_eq!(note(&read, "slack-channel", "channel"), Some(folder));
    }
    // 158 messages: 49 of people, 94 of robots, 8 arrivals; 3 + 3 + 1 lines of the service (robots added, files).
    assert_eq!((rows, said, bots, joined, left, other, lists), (158, 49, 94, 8, 0, 7, 3));
    instants.sort();
    assert!(instants[0].starts_with("2016-01-15T05:5") && instants[48].as_str() < "2016-03-30", "{instants:?}");
}

#[test]
fn the_captures_of_the_api() {
    let folder = "perceval-captures/slack";
    let Some(bytes) = shared("the_captures_of_the_api", &format!("{folder}/slack_history.json")) else { return };
    let read = ok("slack_history.json", &bytes, &paris());
    assert_eq!((read.report.rows, count(&read, FactKind::Comment), count(&read, FactKind::Follow)), (7, 4, 1));
    for other in ["slack_error", "slack_history_empty", "slack_info", "slack_members1"] {
        let Some(bytes) = shared("the_captures_of_the_api", &format!("{folder}/{other}.json")) else { return };
        assert!(refusal(other, &bytes, &paris()).contains("unrecognised"), "{other}");
    }
}
