//! Discourse: topics, lists of topics, posts.

use crate::support::{paris, refusal, shared};
use crate::told::{count, covered, facts, gathered, latin, lines, note, ok, posts, private_too, refusal_of, team};
use model::{FactKind, Metric};
use sources::Options;

fn post(number: u8, user: &str, more: &str) -> String {
    format!(
        r#"{{"id": 40{number}, "name": "{}", "username": "{user}", "user_id": {}, "created_at": "2016-05-2{number}T17:03:59.465Z",
        "cooked": "<p>é{number} &amp;</p>", "post_number": {number}, "post_type": 1, "topic_id": 7, "actions_summary": []{more}}}"#,
        user.to_uppercase(),
        user.len()
    )
}

fn topic(posts: &[String], more: &str) -> String {
    format!(
        r#"{{"post_stream": {{"posts": [{}], "stream": [401]}}, "id": 7, "title": "Le marché", "posts_count": {},
        "archetype": "regular", "chunk_size": 20, "details": {{}}{more}}}"#,
        posts.join(",\n"),
        posts.len()
    )
}

fn small() -> String {
    topic(
        &[
            post(1, "ana", "").replace("[]", r#"[{"id": 2, "count": 5}, {"id": 4, "count": 1}]"#),
            post(2, "leo42", ""),
            post(3, "zoé-x7", r#", "reply_to_post_number": 2"#),
            post(4, "leo42", r#", "reply_to_post_number": 1, "reply_to_user": {"username": "ana"}"#),
            post(5, "ana", ""),
            post(6, "ana", "").replace("\"post_type\": 1", "\"post_type\": 3"),
            post(7, "ana", "").replace("\"post_type\": 1", "\"post_type\": 4"),
            post(8, "leo42", r#", "deleted_at": "2016-06-01T00:00:00Z""#),
        ],
        "",
    )
}

#[test]
fn a_topic_to_the_last_act() {
    let read = ok("1148.json", small().as_bytes(), &team(&["Ana"]));
    assert_eq!((read.format, read.report.rows), ("discourse", 8));
    insta::assert_snapshot!(lines(&read), @"
    status 7/1 by 3 under 7/1 to –: –
    comment 7/2 by 5 under 7/1 to –: é2 &
    comment 7/3 by 7 under 7/1 to 7/2: é3 &
    reply_received 7/4 by 5 under 7/1 to 7/1: é4 &
    reply 7/5 by 3 under 7/5 to 7/1: –
    ");
    assert_eq!(gathered(&read, Metric::Likes), [("7/1".to_owned(), 5.0), ("7/5".to_owned(), 0.0)]);
    assert_eq!(note(&read, "private-left-out", "count"), Some("1"));
    assert_eq!(note(&read, "service-lines-left-out", "count"), Some("2"));
    assert_eq!(posts(&read)[0].text.as_deref(), Some("é1 &"));
    // One topic says nothing of the days without a post in it.
    let days = covered(&read).iter().filter(|coverage| coverage.what == model::What::Facts(FactKind::Comment)).count();
    assert_eq!(days, 5);
    assert_eq!(count(&ok("1148.json", small().as_bytes(), &private_too()), FactKind::Comment), 6);
}

#[test]
fn a_topic_of_others_is_answered() {
    let read = ok("1148.json", small().as_bytes(), &team(&["leo42"]));
    assert_eq!((count(&read, FactKind::Status), count(&read, FactKind::Reply)), (0, 2));
    let opened = topic(&[post(1, "ana", ""), post(2, "ana", "")], "");
    let read = ok("1148.json", opened.as_bytes(), &team(&["ana"]));
    assert_eq!((count(&read, FactKind::Status), count(&read, FactKind::Reply)), (2, 0), "its own thread goes on");
}

#[test]
fn private_messages_are_refused() {
    let text = small().replace("\"regular\"", "\"private_message\"");
    assert_eq!(refusal("x.json", text.as_bytes(), &paris()), "only-private");
    assert_eq!(count(&ok("x.json", text.as_bytes(), &private_too()), FactKind::Comment), 6);
}

#[test]
fn lists_and_single_posts_have_the_keys_of_topics() {
    let list = r#"{"users": [{"id": 3, "username": "ana", "name": "ANA"}], "topic_list": {"per_page": 30, "topics": [
        {"id": 7, "title": "Le marché", "created_at": "2016-05-21T17:03:59.379Z", "archetype": "regular", "posters": [{"user_id": 3}]},
        {"id": 8, "title": "Entre nous", "created_at": "2016-05-21T17:03:59.379Z", "archetype": "private_message", "posters": []}]}}"#;
    let read = ok("latest.json", list.as_bytes(), &team(&["ana"]));
    assert_eq!(
        (facts(&read, FactKind::Status)[0].native.as_str(), note(&read, "private-left-out", "count")),
        ("7/1", Some("1"))
    );
    assert_eq!(note(&read, "discourse-topics", "count"), Some("2"));
    assert!(covered(&read).is_empty(), "what follows the first posts is not in a list");
    let alone = ok("2500.json", post(1, "ana", "").as_bytes(), &team(&["ana"]));
    assert_eq!(facts(&alone, FactKind::Status)[0].native, "7/1");
    let latest = format!(r#"{{"latest_posts": [{}, {}]}}"#, post(2, "leo42", ""), post(1, "ana", ""));
    assert_eq!(count(&ok("posts.json", latest.as_bytes(), &paris()), FactKind::Comment), 2);
}

#[test]
fn damaged_topics_are_refused() {
    let text = small();
    let cut = |at: &str| text.as_bytes()[..text.find(at).unwrap()].to_vec();
    let cases = [
        (cut("é3"), "line 3: posts: truncated"),
        (cut(", \"chunk_size\""), "line 9: posts: truncated"),
        (text.replacen("2016-05-22", "2016-25-22", 1).into_bytes(), "line 2: created_at: not-a-date"),
        (text.replacen("\"post_number\": 2,", "", 1).into_bytes(), "line 2: post_number: empty-value"),
        (text.replacen("\"topic_id\": 7", "\"topic_id\": \"7\"", 1).into_bytes(), "line 1: malformed"),
        (latin(&text), "line 1: posts: bad-encoding"),
        (topic(&[], r#", "cooked": 1, "post_number": 1, "created_at": 1"#).into_bytes(), "empty"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("x.json", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} instead of {expected}");
    }
    let said = refusal_of("discourse", "x.json", &crate::support::utf16(&text), &paris());
    assert_eq!(said, "bad-encoding (encoding: UTF-16)");
    let alone = post(1, "ana", "");
    let cut = &alone.as_bytes()[..alone.find("post_type").unwrap()];
    assert!(refusal("x.json", cut, &paris()).starts_with("line 1: truncated"));
    let skip = Options { skip_bad: true, ..paris() };
    let read = ok("x.json", text.replacen("2016-05-22", "2016-25-22", 1).as_bytes(), &skip);
    assert_eq!((read.report.rows, read.bad.len()), (8, 1));
}

#[test]
fn the_captures() {
    let get = |name: &str| shared("the_captures", &format!("perceval-captures/discourse/{name}.json"));
    let Some(topic) = get("discourse_topic_1148") else { return };
    let read = ok("discourse_topic_1148.json", &topic, &paris());
    // 22 posts in the topic, 20 in the file.
    assert_eq!((read.report.rows, note(&read, "discourse-more", "count")), (20, Some("2")));
    let said = count(&read, FactKind::Comment);
    let left = note(&read, "service-lines-left-out", "count").map_or(0, |count| count.parse().unwrap());
    assert_eq!(said + left, 20);
    let by_team = ok("discourse_topic_1148.json", &topic, &team(&["gorhill"]));
    assert_eq!(gathered(&by_team, Metric::Likes)[0], ("1148/1".to_owned(), 6.0));
    let of_team = count(&by_team, FactKind::Status) + count(&by_team, FactKind::Reply);
    assert_eq!(of_team + count(&by_team, FactKind::Comment) + count(&by_team, FactKind::ReplyReceived), said);
    for (name, rows) in
        [("discourse_topic_1149", 2), ("discourse_topic_1150", 2), ("discourse_posts", 4), ("discourse_post", 1)]
    {
        let read = ok(name, &get(name).unwrap(), &paris());
        assert_eq!(
            (read.format, read.report.rows, count(&read, FactKind::Comment)),
            ("discourse", rows, usize::try_from(rows).unwrap()),
            "{name}"
        );
    }
    assert_eq!(facts(&ok("x", &get("discourse_post").unwrap(), &paris()), FactKind::Comment)[0].native, "840/1");
    for (name, topics) in
        [("discourse_topics", 2), ("discourse_topics_pinned", 3), ("discourse_topics_last_posted_at_null", 2)]
    {
        let read = ok(name, &get(name).unwrap(), &paris());
        assert_eq!(note(&read, "discourse-topics", "count"), Some(topics.to_string().as_str()), "{name}");
    }
    assert_eq!(refusal("discourse_topics_empty", &get("discourse_topics_empty").unwrap(), &paris()), "empty");
}
