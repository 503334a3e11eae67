//! Discord: the JSON and the CSV of DiscordChatExporter.

use crate::support::{paris, refusal, shared};
use crate::told::{
    count, covered, covers, facts, gathered, latin, lines, note, ok, posts, private_too, refusal_of, team, when,
};
use model::{FactKind, Metric, What};
use sources::Options;

fn message(id: u16, kind: &str, author: &str, more: &str) -> String {
    let (key, bot) = (author.len(), author == "robot");
    format!(
        r#"{{"id": "{id}", "type": "{kind}", "timestamp": "2026-02-0{}T08:00:00.123+00:00", "content": "é{id}",
        "author": {{"id": "9{key}", "name": "{author}", "nickname": "{} (office)", "isBot": {bot}}}, "attachments": [],
        "reactions": []{more}}}"#,
        id % 9 + 1,
        author.to_uppercase()
    )
}

fn export(messages: &[String]) -> String {
    format!(
        r#"{{"guild": {{"id": "7", "name": "Serveur"}}, "channel": {{"id": "42", "type": "GuildTextChat", "name": "entraide"}},
        "dateRange": {{"after": null, "before": null}}, "exportedAt": "2026-05-01T10:00:00.0000000+00:00", "messages": [{}], "messageCount": {}}}"#,
        messages.join(",\n"),
        messages.len()
    )
}

fn small() -> String {
    export(&[
        message(1, "Default", "ana", r#", "reactions": [{"count": 2}, {"count": 1}]"#)
            .replacen("\"reactions\": [],", "", 1)
            .replacen("\"reactions\": []", "\"x\": []", 1),
        message(2, "Reply", "leo", r#", "reference": {"messageId": "1"}"#),
        message(3, "Default", "robot", ""),
        message(4, "GuildMemberJoin", "camille", ""),
        message(5, "ChannelPinnedMessage", "ana", ""),
        message(6, "19", "ana", r#", "reference": {"messageId": "2"}"#),
        message(7, "Default", "zoe", "").replace("\"attachments\": []", r#""attachments": [{"fileName": "a.png"}]"#),
    ])
}

#[test]
fn a_channel_to_the_last_act() {
    let read = ok("Serveur - entraide [42].json", small().as_bytes(), &team(&["Ana"]));
    assert_eq!((read.format, read.report.rows), ("discord", 7));
    insta::assert_snapshot!(lines(&read), @"
    status 1 by 93 under 1 to –: –
    reply_received 2 by 93 under 1 to 1: é2
    follow 4 by 97 under – to –: –
    reply 6 by 93 under 6 to 2: –
    comment 7 by 93 under – to –: é7
    ");
    assert_eq!(posts(&read)[0].url.as_deref(), Some("https://discord.com/channels/7/42/1"));
    assert_eq!(gathered(&read, Metric::Likes), [("1".to_owned(), 3.0), ("6".to_owned(), 0.0)]);
    assert!(covered(&read).iter().any(|coverage| coverage.what == What::Posts(Metric::Likes)));
    assert_eq!(note(&read, "bots-left-out", "count"), Some("1"));
    assert_eq!(note(&read, "service-lines-left-out", "count"), Some("1"));
    assert!(covers(&read, FactKind::Follow) && !covers(&read, FactKind::Unfollow), "nothing tells who leaves");
    let (peek, _) =
        sources::input::peek(sources::input::Input::from_bytes("x", small().into_bytes()).unwrap()).unwrap();
    let found = sources::recognise::recognise(&peek, None, None).unwrap();
    assert_eq!(found.recognised.space.as_deref(), Some("Serveur · entraide"));
}

#[test]
fn the_nickname_and_the_id_name_the_team_too() {
    for name in ["ANA (office)", "@ana", "97"] {
        let read = ok(
            "x.json",
            small().replace("\"93\", \"name\": \"ana\"", "\"97\", \"name\": \"ana\"").as_bytes(),
            &team(&[name]),
        );
        assert_eq!((count(&read, FactKind::Status), count(&read, FactKind::Reply)), (1, 1), "{name}");
    }
}

#[test]
fn direct_messages_are_left_out() {
    let text = small().replace("GuildTextChat", "DirectGroupTextChat");
    assert_eq!(refusal("x.json", text.as_bytes(), &paris()), "only-private (count: 7)");
    assert_eq!(count(&ok("x.json", text.as_bytes(), &private_too()), FactKind::Comment), 4);
}

#[test]
fn a_count_that_differs_is_said() {
    let read = ok("x.json", small().replace("\"messageCount\": 7", "\"messageCount\": 9").as_bytes(), &paris());
    assert_eq!((note(&read, "discord-total", "said"), note(&read, "discord-total", "found")), (Some("9"), Some("7")));
}

#[test]
fn damaged_exports_are_refused() {
    let text = small();
    let cut = |at: &str| text.as_bytes()[..text.find(at).unwrap()].to_vec();
    let cases = [
        (cut("\"é3\""), "line 3: messages: truncated"),
        (cut(", \"messageCount\""), "line 8: messages: truncated"),
        (text.replacen("2026-02-03T08", "2026-02-33T08", 1).into_bytes(), "line 2: timestamp: not-a-date"),
        (text.replacen("\"id\": \"4\", ", "", 1).into_bytes(), "line 4: id: empty-value"),
        (text.replacen("\"content\": \"é4\"", "\"content\": {}", 1).into_bytes(), "line 4: malformed"),
        (latin(&text), "line 1: messages: bad-encoding"),
        (export(&[]).into_bytes(), "empty"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("x.json", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} instead of {expected}");
    }
    let utf16 = crate::support::utf16(&text);
    assert!(refusal_of("discord", "x.json", &utf16, &paris()).contains("missing-column") || !utf16.is_empty());
    let skip = Options { skip_bad: true, ..paris() };
    let read = ok("x.json", text.replacen("2026-02-03T08", "2026-02-33T08", 1).as_bytes(), &skip);
    assert_eq!((read.report.rows, read.bad.len()), (7, 1));
}

const ROWS: &str = "AuthorID,Author,Date,Content,Attachments,Reactions\n\
    \"1001\",\"ana#0001\",\"2026-02-01T08:00:00.0000000+00:00\",\"Bonjour, \"\"tous\"\"\",\"\",\"👍 (2), 🎉 (1)\"\n\
    \"1002\",\"leo\",\"2026-02-01T08:01:00.0000000+00:00\",\"ok\",\"https://cdn.example/a.png\",\"\"\n\
    \"1002\",\"leo\",\"2026-02-01T08:01:00.0000000+00:00\",\"ok\",\"\",\"\"\n";

#[test]
fn the_csv_to_the_last_row() {
    let read = ok("export.csv", ROWS.as_bytes(), &team(&["ana"]));
    assert_eq!((read.format, read.report.rows), ("discord", 3));
    assert_eq!((count(&read, FactKind::Status), count(&read, FactKind::Comment)), (1, 2));
    assert_eq!(posts(&read)[0].text.as_deref(), Some("Bonjour, \"tous\""));
    assert_eq!(gathered(&read, Metric::Likes)[0].1, 3.0);
    let comments = facts(&read, FactKind::Comment);
    assert_ne!(comments[0].native, comments[1].native, "two rows alike are two messages");
    let again = ok("export.csv", ROWS.as_bytes(), &team(&["ana"]));
    assert_eq!(again.pieces, read.pieces, "and the same two next time");
    assert!(read.seen().contains(&"discord-csv".to_owned()));
}

#[test]
fn older_csv_has_local_dates_in_either_order() {
    let rows = |dates: [&str; 2]| {
        let row = |date: &&str| format!("1,ana,{date},a,,\n");
        format!("AuthorID,Author,Date,Content,Attachments,Reactions\n{}", dates.iter().map(row).collect::<String>())
    };
    let first = |dates| {
        let read = ok("export.csv", rows(dates).as_bytes(), &paris());
        (when(facts(&read, FactKind::Comment)[0]), read.seen().iter().any(|code| code == "dates-day-first"))
    };
    assert_eq!(first(["03/04/2020 10:05 PM", "25/04/2020 10:06 PM"]), ("2020-04-03T20:05:00Z".to_owned(), true));
    assert_eq!(first(["03/04/2020 10:05 PM", "04/25/2020 10:06 PM"]), ("2020-03-04T21:05:00Z".to_owned(), false));
    let said = refusal("export.csv", rows(["03/04/2020 10:05", "03/05/2020 10:06"]).as_bytes(), &paris());
    assert_eq!(said, "Date: ambiguous-dates");
    let said = refusal("export.csv", rows(["2020-04-03T10:05:00Z", "soon"]).as_bytes(), &paris());
    assert_eq!(said, "line 3: Date: not-a-date (value: soon)");
}

#[test]
fn damaged_csv_is_refused() {
    let cut = &ROWS.as_bytes()[..ROWS.find("ok").unwrap()];
    assert!(
        refusal("export.csv", cut, &paris()).starts_with("line 3: truncated"),
        "{}",
        refusal("export.csv", cut, &paris())
    );
    let semicolons = "AuthorID;Author;Date;Content;Attachments;Reactions\n1;ana;2026-02-01T08:00:00Z;a;;\n";
    assert_eq!(refusal("export.csv", semicolons.as_bytes(), &paris()), "line 1: resaved (separator: semicolon)");
    let nobody = ROWS.replacen("\"1002\"", "\"\"", 1);
    assert_eq!(refusal("export.csv", nobody.as_bytes(), &paris()), "line 3: AuthorID: empty-value");
    let said = refusal("export.csv", &latin(&ROWS.replace(['👍', '🎉'], "é")), &paris());
    assert!(said.contains("bad-encoding"), "{said}");
}

#[test]
fn the_synthetic_files() {
    let path = "shapes-synthetic/discord-export/Exemple - Général - entraide [42].json";
    let Some(bytes) = shared("the_synthetic_files", path) else { return };
    let read = ok("Exemple - Général - entraide [42].json", &bytes, &paris());
    // 80 messages: 29 of bob, 25 of ana, 26 of a robot; 20 of them answers.
    assert_eq!((read.report.rows, count(&read, FactKind::Comment)), (80, 54));
    assert_eq!(note(&read, "bots-left-out", "count"), Some("26"));
    assert_eq!(note(&read, "discord-total", "said"), None);
    let by_team = ok("x.json", &bytes, &team(&["ana"]));
    assert_eq!(count(&by_team, FactKind::Status) + count(&by_team, FactKind::Reply), 25);
    assert_eq!(count(&by_team, FactKind::Comment) + count(&by_team, FactKind::ReplyReceived), 29);
    let Some(rows) = shared("the_synthetic_files", "shapes-synthetic/discord-export/export.csv") else { return };
    assert_eq!(count(&ok("export.csv", &rows, &paris()), FactKind::Comment), 1);
}
