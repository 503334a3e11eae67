//! Instagram: the download of an account.

use crate::support::{paris, read, refusal, shared};
use crate::{cut, told};
use model::{ContentType, FactKind, Piece};
use sources::Options;

const FOLLOWERS: &str = r#"[
  {"title": "", "media_list_data": [], "string_list_data": [{"href": "https://www.instagram.com/ada", "value": "ada", "timestamp": 1700000000}]},
  {"title": "lea", "media_list_data": [], "string_list_data": [{"href": "https://www.instagram.com/_u/lea", "timestamp": 1700003600}]},
  {"title": "", "string_list_data": [{"href": "https://www.instagram.com/zoe", "value": "zoe", "timestamp": 0}]}
]"#;

const POSTS: &str = r#"[
  {"media": [{"uri": "media/posts/202311/0.jpg", "creation_timestamp": 1700000000, "title": "L\u00c3\u00a9gende \u00e2\u0080\u0094 \u00f0\u009f\u0091\u008f"}]},
  {"media": [{"uri": "media/posts/202311/1.jpg", "creation_timestamp": 1700086400, "title": ""}, {"uri": "media/posts/202311/2.mp4", "creation_timestamp": 1700086400}],
   "title": "Deux", "creation_timestamp": 1700086500},
  {"media": [{"uri": "media/posts/202311/3.mp4", "creation_timestamp": 1700086500, "title": "Film"}]}
]"#;

const COMMENTS: &str = r#"[
  {"media_list_data": [{"uri": ""}], "string_map_data": {"Comment": {"value": "Tr\u00c3\u00a8s r\u00c3\u00a9ussi"}, "Media Owner": {"value": "ada"}, "Time": {"timestamp": 1700000000}}},
  {"media_list_data": [{"uri": ""}], "string_map_data": {"Commentaire": {"value": "Merci"}, "Propri\u00c3\u00a9taire": {"value": "lea"}, "Heure": {"timestamp": 1700000000}}},
  {"media_list_data": [], "string_map_data": {"Comment": {"value": "sans date"}}}
]"#;

#[test]
fn followers_with_their_moment() {
    let read = read("followers_1.json", FOLLOWERS.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("instagram-download", 3));
    insta::assert_snapshot!(read.text(), @r#"
    fact follow follow:ada:1700000000000 at 2023-11-14T22:13:20Z told "ada" ""
    fact follow follow:lea:1700003600000 at 2023-11-14T23:13:20Z told "lea" ""
    cover Facts(Follow) 2023-11-14T22:13:20Z..2023-11-14T23:13:20.001Z
    seen followers-listed count=3
    seen download-undated count=1
    "#);
}

#[test]
fn posts_are_mended_and_have_keys_of_their_own() {
    let read = read("posts_1.json", POSTS.as_bytes(), &paris()).unwrap();
    insta::assert_snapshot!(read.text(), @r#"
    post post:1700000000 at 2023-11-14T22:13:20Z told exact photo "Légende — 👏" ""
    fact post post:1700000000 at 2023-11-14T22:13:20Z told "" ""
    post post:1700086500 at 2023-11-15T22:15:00Z told exact carousel "Deux" ""
    fact post post:1700086500 at 2023-11-15T22:15:00Z told "" ""
    post post:1700086500:2 at 2023-11-15T22:15:00Z told exact video "Film" ""
    fact post post:1700086500:2 at 2023-11-15T22:15:00Z told "" ""
    cover Facts(Post) 2023-11-14T22:13:20Z..2023-11-15T22:15:00.001Z
    seen download-summary posts=3 comments=0
    "#);
}

#[test]
fn comments_whatever_the_language_of_their_labels() {
    let read = read("post_comments_1.json", COMMENTS.as_bytes(), &paris()).unwrap();
    insta::assert_snapshot!(read.text(), @r#"
    fact reply comment:1700000000 at 2023-11-14T22:13:20Z told "" "Très réussi"
    fact reply comment:1700000000:2 at 2023-11-14T22:13:20Z told "" "Merci"
    cover Facts(Reply) 2023-11-14T22:13:20Z..2023-11-14T22:13:20.001Z
    seen download-summary posts=0 comments=2
    seen download-undated count=1
    "#);
}

#[test]
fn stories_reels_and_archived_posts() {
    let list = |key: &str, item: &str| format!("{{\"{key}\": [{item}]}}");
    let story = list("ig_stories", r#"{"uri": "media/stories/1.jpg", "creation_timestamp": 1700000000, "title": ""}"#);
    let reel = list(
        "ig_reels_media",
        r#"{"media": [{"uri": "media/reels/1.mp4", "creation_timestamp": 1700000000, "title": "a"}]}"#,
    );
    for (text, expected) in [(&story, ContentType::Story), (&reel, ContentType::Reel)] {
        let read = read("content.json", text.as_bytes(), &paris()).unwrap();
        let types: Vec<_> = read
            .pieces
            .iter()
            .filter_map(|piece| if let Piece::Post(post) = piece { Some(post.content_type) } else { None })
            .collect();
        assert_eq!(types, [expected]);
    }
    let archived = list(
        "ig_archived_post_media",
        r#"{"media": [{"uri": "a.jpg", "creation_timestamp": 1700000000, "title": "a"}]}"#,
    );
    assert_eq!(refusal("archived_posts.json", archived.as_bytes(), &paris()), "only-private");
    let asked = Options { include_private: true, ..paris() };
    assert_eq!(read("archived_posts.json", archived.as_bytes(), &asked).unwrap().posts(), 1);
}

/// Whom the account itself stopped following is no loss; what concerns it alone is left out; messages are private.
#[test]
fn what_is_not_the_communitys_is_left_alone() {
    let unfollowed = FOLLOWERS.replacen('[', "{\"relationships_unfollowed_users\": [", 1) + "}";
    let cases = [
        (unfollowed.as_str(), "unfollowed-by-account", "3"),
        (
            r#"{"relationships_following": [{"title": "ada", "string_list_data": [{"timestamp": 1700000000}]}]}"#,
            "download-left-aside",
            "1",
        ),
        (r#"{"likes_media_likes": [{"title": "ada", "string_list_data": []}]}"#, "download-left-aside", "1"),
        (
            r#"{"participants": [{"name": "Ada"}], "messages": [{"sender_name": "Ada", "timestamp_ms": 1700000000000, "content": "a"}], "title": "Ada"}"#,
            "private-left-out",
            "1",
        ),
    ];
    for (text, code, count) in cases {
        let read = read("part.json", text.as_bytes(), &paris()).unwrap();
        assert_eq!((read.format, read.pieces.len()), ("instagram-download", 0), "{text}");
        let told = if code == "private-left-out" {
            told(&read, code, "count").map(|_| "1".to_owned())
        } else {
            told(&read, code, "count")
        };
        assert_eq!(told.as_deref(), Some(count), "{text}");
    }
    let empty = read("part.json", br#"{"relationships_unfollowed_users": []}"#, &paris()).unwrap();
    assert_eq!(empty.seen(), ["download-list-empty"]);
}

#[test]
fn damaged_downloads_are_refused() {
    let cases: [(Vec<u8>, &str); 5] = [
        (cut(FOLLOWERS, "\"title\": \"lea\""), "line 2: truncated"),
        (cut(FOLLOWERS, "\n]"), "line 4: truncated"),
        (
            POSTS
                .replacen(
                    "{\"media\": [{\"uri\": \"media/posts/202311/3",
                    "{\"x\": [{\"uri\": \"media/posts/202311/3",
                    1,
                )
                .into(),
            "line 3: media: empty-value",
        ),
        (
            FOLLOWERS.replacen("\"value\": \"ada\", ", "", 1).replacen("https://www.instagram.com/ada", "", 1).into(),
            "line 1: value: empty-value",
        ),
        (COMMENTS.replacen("}}},", "}}", 1).into(), "line 1: malformed (reason: "),
    ];
    for (bytes, expected) in cases {
        let said = refusal("part.json", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    let mut wrong = FOLLOWERS.replacen("\"title\": \"\"", "\"title\": \"é\"", 1).into_bytes();
    let at = wrong.windows(2).position(|two| two == "é".as_bytes()).unwrap();
    wrong.splice(at..at + 2, [0xe9]);
    assert_eq!(refusal("part.json", &wrong, &paris()), "line 1: bad-encoding (encoding: UTF-8)");
    let deep = format!("[{{\"string_list_data\": {}", "[".repeat(100_000));
    assert!(refusal("part.json", deep.as_bytes(), &paris()).contains("malformed"));
}

#[test]
fn shared_download() {
    let folder = "shapes-synthetic/instagram-download";
    let cases = [
        ("connections/followers_and_following/followers_1.json", FactKind::Follow, 40),
        ("your_instagram_activity/comments/post_comments_1.json", FactKind::Reply, 13),
        ("your_instagram_activity/content/posts_1.json", FactKind::Post, 10),
        ("connections/followers_and_following/following.json", FactKind::Follow, 0),
        ("connections/followers_and_following/recently_unfollowed_profiles.json", FactKind::Unfollow, 0),
    ];
    for (path, kind, expected) in cases {
        let Some(bytes) = shared("shared_download", &format!("{folder}/{path}")) else { return };
        let read = read(path, &bytes, &paris()).unwrap();
        let facts = read.pieces.iter().filter(|piece| matches!(piece, Piece::Fact(fact) if fact.kind == kind)).count();
        assert_eq!((read.format, facts), ("instagram-download", expected), "{path}");
    }
    let Some(bytes) =
        shared("shared_download", &format!("{folder}/your_instagram_activity/comments/post_comments_1.json"))
    else {
        return;
    };
    assert!(read("comments.json", &bytes, &paris()).unwrap().text().contains("Très réussi n° 0 👏"));
    let Some(bytes) = shared("shared_download", &format!("{folder}/your_instagram_activity/content/posts_1.json"))
    else {
        return;
    };
    assert!(read("posts.json", &bytes, &paris()).unwrap().text().contains("Légende é à ç #0"));
}
