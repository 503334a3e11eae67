//! X: the archive an account downloads.

use crate::support::{paris, read, refusal, shared};
use crate::{cut, told};
use model::{FactKind, Metric, Piece};
use sources::Options;

const TWEETS: &str = r#"window.YTD.tweets.part0 = [
  {"tweet": {"id_str": "1990000000000000005", "created_at": "Mon Dec 08 05:20:30 +0000 2025", "favorite_count": "15", "retweet_count": "5",
    "full_text": "Le marché &amp; la mer &lt;3", "extended_entities": {"media": [{"type": "photo"}]}}},
  {"tweet": {"id_str": "1990000000000000006", "created_at": "Mon Dec 08 06:20:30 +0000 2025", "favorite_count": "1", "retweet_count": "0",
    "full_text": "Suite du fil", "in_reply_to_status_id_str": "1990000000000000005", "in_reply_to_user_id_str": "42", "in_reply_to_screen_name": "office"}},
  {"tweet": {"id_str": "1990000000000000007", "created_at": "Mon Dec 08 07:20:30 +0000 2025", "favorite_count": "2", "retweet_count": "0",
    "full_text": "@lea oui !", "in_reply_to_status_id_str": "77", "in_reply_to_user_id_str": "7", "in_reply_to_screen_name": "lea"}},
  {"tweet": {"id_str": "1990000000000000008", "created_at": "Mon Dec 08 08:20:30 +0000 2025", "favorite_count": "900", "retweet_count": "90",
    "full_text": "RT @lea: à lire"}},
  {"tweet": {"id_str": "1990000000000000009", "created_at": "Tue Dec 09 08:20:30 +0000 2025",
    "full_text": "Fil d'un autre fichier", "in_reply_to_status_id_str": "12", "in_reply_to_user_id_str": "42", "in_reply_to_screen_name": "office"}}
];
"#;

#[test]
fn posts_replies_and_reposts() {
    let read = read("tweets.js", TWEETS.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("x-archive", 5));
    insta::assert_snapshot!(read.text(), @r#"
    1990000000000000005 likes 15 level lifetime
    1990000000000000005 shares 5 level lifetime
    post 1990000000000000005 at 2025-12-08T05:20:30Z told exact photo "Le marché & la mer <3" "https://x.com/i/status/1990000000000000005"
    fact post 1990000000000000005 at 2025-12-08T05:20:30Z told "" ""
    1990000000000000006 likes 1 level lifetime
    1990000000000000006 shares 0 level lifetime
    1990000000000000007 likes 2 level lifetime
    1990000000000000007 shares 0 level lifetime
    post 1990000000000000008 at 2025-12-08T08:20:30Z told exact boost "" "https://x.com/i/status/1990000000000000008"
    fact post 1990000000000000008 at 2025-12-08T08:20:30Z told "" ""
    post 1990000000000000006 at 2025-12-08T06:20:30Z told exact status "Suite du fil" "https://x.com/i/status/1990000000000000006"
    fact post 1990000000000000006 at 2025-12-08T06:20:30Z told "" ""
    post 1990000000000000007 at 2025-12-08T07:20:30Z told exact status "@lea oui !" "https://x.com/i/status/1990000000000000007"
    fact reply 1990000000000000007 at 2025-12-08T07:20:30Z told "" ""
    post 1990000000000000009 at 2025-12-09T08:20:30Z told exact status "Fil d'un autre fichier" "https://x.com/i/status/1990000000000000009"
    fact post 1990000000000000009 at 2025-12-09T08:20:30Z told "" ""
    cover Facts(Post) 2025-12-08T05:20:30Z..2025-12-09T08:20:30.001Z
    cover Facts(Reply) 2025-12-08T05:20:30Z..2025-12-09T08:20:30.001Z
    cover Posts(Likes) 2025-12-08T05:20:30Z..2025-12-09T08:20:30.001Z
    cover Posts(Shares) 2025-12-08T05:20:30Z..2025-12-09T08:20:30.001Z
    seen x-archive-summary posts=3 replies=1 boosts=1
    "#);
}

#[test]
fn the_account_may_be_named() {
    let alone = TWEETS
        .replace("\"in_reply_to_status_id_str\": \"1990000000000000005\"", "\"in_reply_to_status_id_str\": \"3\"");
    let unnamed = read("tweets.js", alone.as_bytes(), &paris()).unwrap();
    assert_eq!(told(&unnamed, "x-archive-summary", "replies").as_deref(), Some("3"));
    assert!(unnamed.seen().contains(&"x-owner-unknown".to_owned()));
    let options = Options { team: vec!["@Office".to_owned()], ..paris() };
    let named = read("tweets.js", alone.as_bytes(), &options).unwrap();
    assert_eq!(told(&named, "x-archive-summary", "replies").as_deref(), Some("1"));
}

#[test]
fn older_archives() {
    let tweet = "\nGrailbird.data.tweets_2014_09 = \n[ {\"id_str\": \"516\", \"created_at\": \"2014-09-30 18:20:30 +0000\", \"text\": \"Bonjour\",\
                 \"user\": {\"id_str\": \"42\"}, \"favorite_count\": 0}, {\"id_str\": \"517\", \"created_at\": \"2014-09-30 18:21:30 +0000\", \"text\": \"non\",\
                 \"user\": {\"id_str\": \"42\"}, \"retweeted_status\": {\"id_str\": \"1\"}},\
                 {\"id_str\": \"518\", \"created_at\": \"2014-09-30 18:22:30 +0000\", \"text\": \"fil\", \"in_reply_to_user_id_str\": \"42\", \"user\": {\"id_str\": \"42\"}} ]";
    let old = read("2014_09.js", tweet.as_bytes(), &paris()).unwrap();
    assert_eq!(told(&old, "x-archive-summary", "posts").as_deref(), Some("2"));
    assert_eq!(told(&old, "x-archive-summary", "boosts").as_deref(), Some("1"));
    let bare = "window.YTD.tweet.part0 = [ {\"id\": \"9\", \"created_at\": \"Sat Dec 06 18:20:30 +0000 2025\", \"full_text\": \"a\", \"favorite_count\": \"3\"} ]";
    assert_eq!(read("tweet.js", bare.as_bytes(), &paris()).unwrap().sum(Metric::Likes), (3.0, 1));
}

#[test]
fn the_other_files_are_recognised_and_left_alone() {
    let cases = [
        ("window.YTD.follower.part0 = [{\"follower\": {\"accountId\": \"1\"}}]", "x-followers-undated", "count", "1"),
        ("window.YTD.following.part0 = [{\"following\": {\"accountId\": \"1\"}}]", "x-following-undated", "count", "1"),
        ("window.YTD.like.part0 = [{\"like\": {\"tweetId\": \"1\"}}]", "x-likes-undated", "count", "1"),
        (
            "window.YTD.account.part0 = [{\"account\": {\"username\": \"office\", \"email\": \"a@b.example\"}}]",
            "x-account",
            "name",
            "office",
        ),
        (
            "window.__THAR_CONFIG = {\"userInfo\": {\"userName\": \"office\"}, \"dataTypes\": {}}",
            "x-account",
            "name",
            "office",
        ),
        ("window.YTD.deleted_tweets.part0 = [{\"tweet\": {}}]", "x-left-aside", "name", "deleted-tweets"),
    ];
    for (text, code, name, value) in cases {
        let read = read("part.js", text.as_bytes(), &paris()).unwrap();
        assert_eq!((read.format, read.pieces.len()), ("x-archive", 0), "{text}");
        assert_eq!(told(&read, code, name).as_deref(), Some(value), "{text}");
    }
    let empty = read("tweets.js", b"window.YTD.community_tweet.part0 = [ ]", &paris()).unwrap();
    assert_eq!(empty.seen(), ["download-list-empty"]);
}

const MESSAGES: &str = r#"window.YTD.direct_messages.part0 = [
  {"dmConversation": {"conversationId": "42-7", "messages": [
    {"messageCreate": {"id": "3", "senderId": "7", "recipientId": "42", "text": "merci", "createdAt": "2025-12-06T18:22:30.000Z"}},
    {"messageCreate": {"id": "2", "senderId": "42", "recipientId": "7", "text": "à 8 h", "createdAt": "2025-12-06T18:21:30.000Z"}},
    {"messageCreate": {"id": "1", "senderId": "7", "recipientId": "42", "text": "quand ?", "createdAt": "2025-12-06T18:20:30.000Z"}}]}},
  {"dmConversation": {"conversationId": "42-9", "messages": [
    {"messageCreate": {"id": "4", "senderId": "9", "recipientId": "42", "text": "bonjour", "createdAt": "2025-12-07T18:20:30.000Z"}}]}}
]"#;

#[test]
fn private_messages_only_when_asked_and_without_their_texts() {
    let read_with = |text: &str, options: &Options| read("direct-messages.js", text.as_bytes(), options).unwrap();
    let left = read_with(MESSAGES, &paris());
    assert_eq!((left.pieces.len(), told(&left, "private-left-out", "count").as_deref()), (0, Some("4")));
    let asked = Options { include_private: true, ..paris() };
    let taken = read_with(MESSAGES, &asked);
    insta::assert_snapshot!(taken.text(), @r#"
    fact comment dm:1 at 2025-12-06T18:20:30Z told "7" ""
    fact reply dm:2 at 2025-12-06T18:21:30Z told "" ""
    fact reply_received dm:3 at 2025-12-06T18:22:30Z told "7" ""
    fact comment dm:4 at 2025-12-07T18:20:30Z told "9" ""
    seen x-messages count=4
    "#);
    assert!(taken.pieces.iter().all(|piece| matches!(piece, Piece::Fact(fact) if fact.text.is_none())));
    let answer = taken.pieces.iter().find_map(|piece| match piece {
        Piece::Fact(fact) if fact.kind == FactKind::Reply => fact.reply_to.clone(),
        _ => None,
    });
    assert_eq!(answer.as_deref(), Some("dm:1"));
    let one = format!("{}]", &MESSAGES[..MESSAGES.rfind(",\n  {\"dmConversation\"").unwrap()]);
    assert_eq!(read_with(&one, &asked).seen(), ["private-left-out", "x-messages-owner-unknown"]);
    let named = Options { team: vec!["42".to_owned()], ..asked };
    assert_eq!(read_with(&one, &named).pieces.len(), 3);
}

#[test]
fn damaged_archives_are_refused() {
    let cases: [(Vec<u8>, &str); 7] = [
        (cut(TWEETS, "Suite du fil"), "line 2: truncated"),
        (cut(TWEETS, "\n];"), "line 6: truncated"),
        (cut(TWEETS, "= ["), "unrecognised"),
        (TWEETS.replacen("\"id_str\": \"1990000000000000006\",", "", 1).into(), "line 2: id_str: empty-value"),
        (
            TWEETS.replacen("Mon Dec 08 06:20:30 +0000 2025", "soon", 1).into(),
            "line 2: created_at: not-a-date (value: soon)",
        ),
        (TWEETS.replacen("\"full_text\": \"Suite du fil\",", "\"full_text\"", 1).into(), "line 2: malformed (reason: "),
        (TWEETS.replacen("];", "]; more", 1).into(), "line 6: malformed (reason: something follows the end)"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("tweets.js", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    let mut wrong = TWEETS.as_bytes().to_vec();
    let at = TWEETS.find("é &amp;").unwrap();
    wrong.splice(at..at + 2, [0xe9]);
    assert_eq!(refusal("tweets.js", &wrong, &paris()), "line 1: bad-encoding (encoding: UTF-8)");
    let deep = format!("window.YTD.tweets.part0 = [{}", "[".repeat(100_000));
    assert!(refusal("tweets.js", deep.as_bytes(), &paris()).contains("malformed"));
}

#[test]
fn a_bad_tweet_is_passed_over_when_asked() {
    let text = TWEETS.replacen("Mon Dec 08 06:20:30 +0000 2025", "soon", 1);
    let skip = Options { skip_bad: true, ..paris() };
    let read = read("tweets.js", text.as_bytes(), &skip).unwrap();
    assert_eq!((read.bad.len(), read.posts(), read.report.rows), (1, 4, 5));
}

#[test]
fn shared_shape() {
    let Some(bytes) = shared("shared_shape", "shapes-synthetic/twitter-archive-shape/data/tweets.js") else { return };
    let read = read("tweets.js", &bytes, &paris()).unwrap();
    assert_eq!((read.report.rows, read.posts()), (30, 30));
    assert_eq!(told(&read, "x-archive-summary", "posts").as_deref(), Some("25"));
    assert_eq!(told(&read, "x-archive-summary", "boosts").as_deref(), Some("5"));
    assert!(read.text().contains("n° 0 & suite"), "escapes are undone");
    assert!(read.text().contains("post 1990000000000000000 at 2025-12-06T18:20:30Z told exact"), "ids above 2^53");
}

#[test]
fn shared_parts() {
    let cases = [
        ("follower.js", "x-followers-undated", "count", "2"),
        ("following.js", "x-following-undated", "count", "2"),
        ("account.js", "x-account", "name", "simonw"),
        ("app.js", "x-left-aside", "name", "app"),
        ("saved-search.js", "x-left-aside", "name", "saved-search"),
        ("account-suspension.js", "x-left-aside", "name", "account-suspension"),
    ];
    for (name, code, argument, value) in cases {
        let Some(bytes) = shared("shared_parts", &format!("twitter-archive-dogsheep/zip_contents/{name}")) else {
            return;
        };
        let read = read(name, &bytes, &paris()).unwrap();
        assert_eq!((read.format, read.pieces.len()), ("x-archive", 0), "{name}");
        assert_eq!(told(&read, code, argument).as_deref(), Some(value), "{name}");
    }
}
