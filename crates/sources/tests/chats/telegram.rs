//! Telegram: exports of Telegram Desktop, of one chat and of an account, and captures of a bot.

use crate::support::{paris, refusal, shared};
use crate::told::{count, covers, facts, gathered, latin, lines, note, ok, posts, private_too, team, when};
use model::{FactKind, Metric};
use sources::Options;

const CHAT: &str = r#"{
 "name": "Les amis du marché", "type": "private_supergroup", "id": 77,
 "messages": [
  {"id": 1, "type": "service", "date": "2026-01-01T09:00:00", "date_unixtime": "1767254400", "actor": "Ana",
   "actor_id": "user1", "action": "create_group", "title": "x", "members": ["Ana", "Léo"], "text": ""},
  {"id": 2, "type": "message", "date": "2026-01-02T09:00:00", "date_unixtime": "1767340800", "from": "Ana",
   "from_id": "user1", "text": ["Le ", {"type": "bold", "text": "marché"}, " ouvre"], "photo": "p.jpg",
   "reactions": [{"type": "emoji", "count": 3, "emoji": "👍"}, {"type": "emoji", "count": 1, "emoji": "🎉"}]},
  {"id": 3, "type": "message", "date": "2026-01-02T10:00:00", "date_unixtime": "1767344400", "from": "Léo",
   "from_id": "user2", "text": "Merci", "reply_to_message_id": 2, "reactions": [{"type": "emoji", "count": 9, "emoji": "👍"}]},
  {"id": 4, "type": "message", "date": "2026-01-02T11:00:00", "date_unixtime": "1767348000", "from": "Ana",
   "from_id": "user1", "text": "De rien", "reply_to_message_id": 3},
  {"id": 5, "type": "message", "date": "2026-01-02T12:00:00", "date_unixtime": "1767351600", "from": null,
   "from_id": "user9", "text": ""},
  {"id": 6, "type": "service", "date": "2026-01-03T09:00:00", "date_unixtime": "1767427200", "actor": "Zoé",
   "actor_id": "user3", "action": "join_group_by_link", "inviter": "Group", "text": ""},
  {"id": 7, "type": "service", "date": "2026-01-04T09:00:00", "date_unixtime": "1767513600", "actor": "Léo",
   "actor_id": "user2", "action": "remove_members", "members": ["Léo"], "text": ""},
  {"id": 8, "type": "service", "date": "2026-01-05T09:00:00", "date_unixtime": "1767600000", "actor": "Ana",
   "actor_id": "user1", "action": "pin_message", "message_id": 2, "text": ""}
 ]
}"#;

#[test]
fn a_group_to_the_last_act() {
    let read = ok("result.json", CHAT.as_bytes(), &team(&["ana"]));
    assert_eq!((read.format, read.report.rows), ("telegram", 8));
    insta::assert_snapshot!(lines(&read), @"
    status 77/2 by user1 under 77/2 to –: –
    reply_received 77/3 by user2 under 77/2 to 77/2: Merci
    reply 77/4 by user1 under 77/4 to 77/3: –
    comment 77/5 by user9 under – to –: –
    follow 77/1/0 by user1 under – to –: –
    follow 77/1/1 by user2 under – to –: –
    follow 77/6 by user3 under – to –: –
    unfollow 77/7/0 by user2 under – to –: –
    ");
    assert_eq!(posts(&read)[0].text.as_deref(), Some("Le marché ouvre"));
    assert_eq!(posts(&read)[0].content_type, model::ContentType::Photo);
    // Reactions to the community's own messages have no place to go.
    assert_eq!(gathered(&read, Metric::Likes), [("77/2".to_owned(), 4.0)]);
    assert_eq!(when(facts(&read, FactKind::Status)[0]), "2026-01-02T08:00:00Z");
    let summary = |name| note(&read, "conversation-summary", name);
    assert_eq!(
        [summary("messages"), summary("team"), summary("replies"), summary("joins"), summary("leaves")],
        ["4", "2", "1", "3", "1"].map(Some)
    );
    assert_eq!(note(&read, "service-lines-left-out", "count"), Some("1"));
    for kind in [FactKind::Comment, FactKind::Status, FactKind::Reply, FactKind::Follow, FactKind::Unfollow] {
        assert!(covers(&read, kind), "{kind}");
    }
}

#[test]
fn without_a_team_everybody_is_the_community() {
    let read = ok("result.json", CHAT.as_bytes(), &paris());
    assert_eq!((count(&read, FactKind::Comment), posts(&read).len()), (4, 0));
    assert!(read.seen().contains(&"team-not-named".to_owned()), "{:?}", read.seen());
    assert!(!covers(&read, FactKind::Status), "a zero of the team would be false: nobody named it");
    assert_eq!(count(&ok("result.json", CHAT.as_bytes(), &team(&["user1"])), FactKind::Status), 1, "named by id");
}

#[test]
fn older_exports_have_local_times_and_numbers_for_ids() {
    let text = r#"{"name": "G", "type": "private_group", "id": 5, "messages": [
      {"id": 1, "type": "message", "date": "2019-07-01T12:00:00", "from": "Léo", "from_id": 4210, "text": "a"},
      {"id": 2, "type": "message", "date": "2019-12-01T12:00:00", "from": "Léo", "from_id": 4210, "text": "b"}]}"#;
    let read = ok("result.json", text.as_bytes(), &paris());
    let comments = facts(&read, FactKind::Comment);
    assert_eq!([when(comments[0]), when(comments[1])], ["2019-07-01T10:00:00Z", "2019-12-01T11:00:00Z"]);
    assert_eq!(comments[0].zone_rule, model::ZoneRule::Assumed);
    assert_eq!(comments[0].actor.as_ref().unwrap().native, "user4210");
    assert_eq!(note(&read, "zone-assumed", "zone"), Some("Europe/Paris"));
}

#[test]
fn in_a_channel_only_its_owner_speaks() {
    let text = CHAT.replace("private_supergroup", "public_channel");
    let read = ok("result.json", text.as_bytes(), &paris());
    assert_eq!((count(&read, FactKind::Status), count(&read, FactKind::Comment)), (4, 0));
    assert!(facts(&read, FactKind::Status).iter().all(|fact| fact.actor.is_none()));
    assert!(covers(&read, FactKind::Status) && !read.seen().contains(&"team-not-named".to_owned()));
}

#[test]
fn talks_between_two_people_are_left_out() {
    let talk = CHAT.replace("private_supergroup", "personal_chat");
    assert_eq!(refusal("result.json", talk.as_bytes(), &paris()), "only-private (count: 8)");
    assert_eq!(count(&ok("result.json", talk.as_bytes(), &private_too()), FactKind::Comment), 4);
    // The sort of chat may stand behind the messages, when another program has sorted the keys.
    let sorted =
        talk.replace("\"type\": \"personal_chat\",", "").replace("\n ]\n}", "\n ], \"type\": \"personal_chat\"}");
    assert_eq!(
        refusal("result.json", sorted.as_bytes(), &paris()),
        "line 9: messages: only-private".replace("line 9: messages: ", "")
    );
}

#[test]
fn an_export_of_the_account_gives_what_everybody_can_find() {
    let message = r#"{"id": 1, "type": "message", "date_unixtime": "1767340800", "from": "Léo", "from_id": "user2", "text": "a"}"#;
    let chat =
        |id: u8, kind: &str| format!(r#"{{"name": "C{id}", "type": "{kind}", "id": {id}, "messages": [{message}]}}"#);
    let list: Vec<String> =
        ["public_supergroup", "private_group", "personal_chat", "saved_messages", "public_supergroup"]
            .into_iter()
            .zip(1..)
            .map(|(kind, id)| chat(id, kind))
            .collect();
    let text = format!(
        r#"{{"about": "x", "personal_information": {{"user_id": 1}}, "chats": {{"about": "y", "list": [{}]}}, "left_chats": {{"list": [{}]}}}}"#,
        list.join(","),
        chat(9, "public_supergroup")
    );
    let read = ok("result.json", text.as_bytes(), &paris());
    let keys: Vec<&str> = facts(&read, FactKind::Comment).iter().map(|fact| fact.native.as_str()).collect();
    assert_eq!(keys, ["1/1", "5/1"]);
    assert_eq!(note(&read, "private-left-out", "count"), Some("3"));
    assert_eq!(note(&read, "several-spaces", "names"), Some("C1 · C5"));
}

#[test]
fn damaged_exports_are_refused() {
    let cut = |at: &str| &CHAT.as_bytes()[..CHAT.find(at).unwrap()];
    let cases: [(Vec<u8>, &str); 8] = [
        (cut("De rien").to_vec(), "line 4: messages: truncated"),
        (CHAT.trim_end().trim_end_matches('}').as_bytes().to_vec(), "line 9: messages: truncated"),
        (CHAT.replacen("\"id\": 3, ", "\"id\": 3 ", 1).into_bytes(), "line 3: messages: malformed"),
        (
            CHAT.replacen("\"1767344400\"", "\"soon\"", 1).into_bytes(),
            "line 3: date_unixtime: not-a-date (value: soon)",
        ),
        (CHAT.replacen("\"id\": 5, ", "", 1).into_bytes(), "line 5: id: empty-value"),
        (CHAT.replacen("\"text\": \"Merci\"", "\"text\": 5", 1).into_bytes(), "line 3: malformed"),
        (CHAT.split("\"messages\"").next().unwrap().to_owned().into_bytes(), "unrecognised"),
        (latin(&CHAT.replace(['👍', '🎉'], "")), "line 1: messages: bad-encoding"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("result.json", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} instead of {expected}");
    }
    let undated =
        CHAT.replace("\"date_unixtime\": \"1767344400\", ", "").replace("\"date\": \"2026-01-02T10:00:00\", ", "");
    assert_eq!(refusal("result.json", undated.as_bytes(), &paris()), "line 3: date: empty-value");
    let empty = r#"{"name": "G", "type": "private_group", "id": 5, "messages": [], "x": {"from_id": 1}}"#;
    assert_eq!(refusal("result.json", empty.as_bytes(), &paris()), "empty");
    let utf16 = crate::support::utf16(CHAT);
    let said = crate::told::refusal_of("telegram", "result.json", &utf16, &paris());
    assert_eq!(said, "bad-encoding (encoding: UTF-16)");
}

#[test]
fn a_message_of_nine_megabytes_is_refused() {
    let text = CHAT.replacen("Merci", &"a".repeat(9 << 20), 1);
    assert_eq!(refusal("result.json", text.as_bytes(), &paris()), "line 3: messages: too-large (limit: 8388608)");
}

#[test]
fn single_messages_are_skipped_when_asked() {
    let skip = Options { skip_bad: true, ..paris() };
    let text = CHAT.replacen("\"text\": \"Merci\"", "\"text\": 5", 1);
    let read = ok("result.json", text.as_bytes(), &skip);
    assert_eq!((read.report.rows, read.bad.len(), read.bad[0].line), (8, 1, Some(3)));
    assert_eq!(count(&read, FactKind::Comment), 3);
}

#[test]
fn the_synthetic_export() {
    let Some(bytes) = shared("the_synthetic_export", "shapes-synthetic/telegram-export/result.json") else { return };
    let read = ok("result.json", &bytes, &paris());
    assert_eq!(read.report.rows, 120);
    assert_eq!(count(&read, FactKind::Comment), 118);
    assert_eq!((count(&read, FactKind::Follow), count(&read, FactKind::Unfollow)), (2, 1));
    // The one removed is named without an id, and wrote elsewhere in the file.
    assert_eq!(facts(&read, FactKind::Unfollow)[0].actor.as_ref().unwrap().native, "user300");
    let by_team = ok("result.json", &bytes, &team(&["Ana", "Canal lié"]));
    let openings = count(&by_team, FactKind::Status);
    assert_eq!(openings + count(&by_team, FactKind::Reply), 18 + 32);
    assert_eq!(count(&by_team, FactKind::Comment) + count(&by_team, FactKind::ReplyReceived), 118 - 50);
    // Messages answered in the file: the kinds above rest on it.
    assert_eq!(facts(&read, FactKind::Comment).iter().filter(|fact| fact.reply_to.is_some()).count(), 23);
}

#[test]
fn the_captures_of_a_bot() {
    let folder = "perceval-captures/telegram";
    let Some(bytes) = shared("the_captures_of_a_bot", &format!("{folder}/telegram_messages.json")) else { return };
    let read = ok("telegram_messages.json", &bytes, &team(&["alvaro"]));
    assert_eq!((read.report.rows, count(&read, FactKind::Comment), count(&read, FactKind::Status)), (3, 2, 1));
    assert_eq!(facts(&read, FactKind::Comment)[0].actor.as_ref().unwrap().native, "user8");
    assert_eq!(facts(&read, FactKind::Comment)[0].native, "1/31");
    assert_eq!(note(&read, "several-spaces", "names"), Some("A new group · Testing Telegram Bots"));
    let Some(empty) = shared("the_captures_of_a_bot", &format!("{folder}/telegram_messages_empty.json")) else {
        return;
    };
    assert!(refusal("telegram_messages_empty.json", &empty, &paris()).contains("unrecognised"));
}

#[test]
fn a_bot_sees_who_comes_and_goes() {
    let update = |message: &str| {
        format!(
            r#"{{"update_id": 1, "message": {{"date": 1767340800, "chat": {{"id": -1001292716582, "title": "G", "type": "supergroup"}}, {message}}}}}"#
        )
    };
    let user = |id: u8, bot: bool| format!(r#"{{"id": {id}, "is_bot": {bot}, "first_name": "P{id}"}}"#);
    let items = [
        update(&format!(r#""message_id": 1, "new_chat_members": [{}, {}]"#, user(1, false), user(2, true))),
        update(&format!(r#""message_id": 2, "left_chat_member": {}"#, user(1, false))),
        update(&format!(r#""message_id": 3, "from": {}, "text": "I am a robot""#, user(2, true))),
        update(&format!(r#""message_id": 4, "from": {}, "text": "a", "reply_to_message": {{"message_id": 3, "from": {}}}"#, user(3, false), user(4, false))),
        r#"{"update_id": 2, "edited_message": {"message_id": 4}}"#.to_owned(),
        r#"{"update_id": 3, "message": {"message_id": 9, "date": 1, "chat": {"id": 4, "type": "private"}, "text": "psst"}}"#.to_owned(),
    ];
    let text = format!(r#"{{"ok": true, "result": [{}]}}"#, items.join(","));
    let read = ok("updates.json", text.as_bytes(), &team(&["P4"]));
    insta::assert_snapshot!(lines(&read), @"
    follow 1292716582/1/0 by user1 under – to –: –
    unfollow 1292716582/2/0 by user1 under – to –: –
    reply_received 1292716582/4 by user3 under 1292716582/3 to 1292716582/3: a
    ");
    assert_eq!(note(&read, "bots-left-out", "count"), Some("2"));
    assert_eq!(note(&read, "private-left-out", "count"), Some("1"));
}
