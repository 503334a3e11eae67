//! Reddit: the download of an account.

use crate::support::{paris, read, refusal, shared};
use crate::{latin, requoted, told};

const POSTS: &str = "id,permalink,date,ip,subreddit,gildings,title,url,body\r\n\
    38focg,https://www.reddit.com/r/exemple/comments/38focg/titre/,2015-06-03 22:18:00 UTC,192.0.2.1,exemple,0,Un titre,/r/exemple/comments/38focg/,\"Corps, \"\"cité\"\"\nsuite\"\n\
    38focz,https://www.reddit.com/r/exemple/comments/38focz/lien/,2015-06-04 08:00:00 UTC,,exemple,0,Un lien,https://exemple.fr/a,\r\n\
    38fod0,https://www.reddit.com/r/exemple/comments/38fod0/x/,,,exemple,0,Sans date,,\n";

const COMMENTS: &str = "ID,Permalink,Date,IP,Subreddit,Gildings,Link,Parent,Body,Media\n\
    ck1fsao,https://www.reddit.com/r/exemple/comments/2em2io/ck1fsao/,2014-08-27 00:59:46 UTC,,exemple,0,https://www.reddit.com/r/exemple/comments/2em2io/,ck1bai1,Oui,\n\
    ck1fsap,https://www.reddit.com/r/exemple/comments/2em2io/ck1fsap/,2014-08-27 01:59:46 UTC,,exemple,0,https://www.reddit.com/r/exemple/comments/2em2io/,,Première,\n";

#[test]
fn posts_of_the_account() {
    let read = read("posts.csv", POSTS.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("reddit-download", 3));
    insta::assert_snapshot!(read.text(), @r#"
    post t3_38focg at 2015-06-03T22:18:00Z told exact status "Un titre\nCorps, \"cité\"\nsuite" "https://www.reddit.com/r/exemple/comments/38focg/titre/"
    fact status t3_38focg at 2015-06-03T22:18:00Z told "" ""
    post t3_38focz at 2015-06-04T08:00:00Z told exact link "Un lien" "https://www.reddit.com/r/exemple/comments/38focz/lien/"
    fact status t3_38focz at 2015-06-04T08:00:00Z told "" ""
    cover Facts(Status) 2015-06-03T22:18:00Z..2015-06-04T08:00:00.001Z
    seen download-summary posts=2 comments=0
    seen download-undated count=1
    "#);
}

#[test]
fn comments_answer_somebody() {
    let read = read("comments.csv", COMMENTS.as_bytes(), &paris()).unwrap();
    let answered: Vec<_> = read
        .pieces
        .iter()
        .filter_map(|piece| {
            if let model::Piece::Fact(fact) = piece {
                Some((fact.native.as_str(), fact.reply_to.as_deref()))
            } else {
                None
            }
        })
        .collect();
    assert_eq!(answered, [("t1_ck1fsao", Some("t1_ck1bai1")), ("t1_ck1fsap", Some("t3_2em2io"))]);
    assert_eq!(told(&read, "download-summary", "comments").as_deref(), Some("2"));
}

#[test]
fn private_messages_and_empty_files() {
    let messages = "id,permalink,thread_id,date,ip,from,to,subject,body\nk1,https://www.reddit.com/message/messages/k1,k0,2015-06-03 22:18:00 UTC,,ada,office,Bonjour,secret\n";
    let left = read("messages.csv", messages.as_bytes(), &paris()).unwrap();
    assert_eq!(
        (left.format, left.pieces.len(), told(&left, "private-left-out", "count").as_deref()),
        ("reddit-download", 0, Some("1"))
    );
    let header = POSTS.lines().next().unwrap();
    assert_eq!(read("posts.csv", format!("{header}\n").as_bytes(), &paris()).unwrap().seen(), ["download-list-empty"]);
    let headers_file = "id,permalink,date,ip,subreddit,gildings,url\n38focg,https://www.reddit.com/r/exemple/comments/38focg/titre/,2015-06-03 22:18:00 UTC,,exemple,0,/r/exemple/comments/38focg/\n";
    let read = read("post_headers.csv", headers_file.as_bytes(), &paris()).unwrap();
    assert!(read.text().starts_with("post t3_38focg at 2015-06-03T22:18:00Z told exact status"));
}

#[test]
fn nothing_of_the_address_is_kept() {
    let read = read("posts.csv", POSTS.as_bytes(), &paris()).unwrap();
    assert!(!format!("{:?}", read.pieces).contains("192.0.2.1"));
}

#[test]
fn damaged_files_are_refused() {
    let cases: [(Vec<u8>, &str); 8] = [
        (POSTS.split("suite").next().unwrap().into(), "line 2: truncated"),
        (COMMENTS.split("Première").next().unwrap().trim_end_matches(",,").into(), "line 3: Link: truncated"),
        (POSTS.replacen("38focz,", "3.80E+45,", 1).into(), "line 4: id: rounded-id (value: 3.80E+45)"),
        (POSTS.replacen("38focz,", ",", 1).into(), "line 4: id: empty-value"),
        (
            POSTS.replacen("2015-06-04 08:00:00 UTC", "04/06/2015", 1).into(),
            "line 4: date: not-a-date (value: 04/06/2015)",
        ),
        (COMMENTS.replacen("Date", "x", 1).into(), "line 1: date: missing-column (headers: ID · "),
        (COMMENTS.replace(',', ";").into(), "line 1: resaved (separator: semicolon)"),
        (requoted(COMMENTS).into(), "line 1: requoted"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("posts.csv", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    assert_eq!(refusal("comments.csv", &latin(COMMENTS), &paris()), "line 3: bad-encoding (encoding: UTF-8)");
    let undated = POSTS.replace("2015-06-03 22:18:00 UTC", "").replace("2015-06-04 08:00:00 UTC", "");
    assert_eq!(refusal("posts.csv", undated.as_bytes(), &paris()), "line 1: date: empty");
}

#[test]
fn shared_download() {
    let Some(posts) = shared("shared_download", "shapes-synthetic/reddit-gdpr/posts.csv") else { return };
    let posts = read("posts.csv", &posts, &paris()).unwrap();
    assert!(posts.text().starts_with("post t3_38focg at 2015-06-03T22:18:00Z told exact status"), "{}", posts.text());
    let Some(comments) = shared("shared_download", "shapes-synthetic/reddit-gdpr/comments.csv") else { return };
    let comments = read("comments.csv", &comments, &paris()).unwrap();
    assert!(comments.text().contains("fact reply t1_ck1fsao at 2014-08-27T00:59:46Z told"), "{}", comments.text());
}
