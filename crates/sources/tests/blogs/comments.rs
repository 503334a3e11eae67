//! Comments kept outside the blog: Disqus and Commento.

use crate::lines::{count, left, lines};
use crate::support::{paris, read, refusal, shared};
use model::FactKind;
use sources::Options;

pub const DISQUS: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><forum>marche</forum></category>
<thread dsq:id="10"><id>k</id><link>https://marche.example/reouverture/</link><title>Réouverture</title><createdAt>2026-03-01T08:00:00Z</createdAt><author><email>lea@marche.example</email><name>Léa</name></author><ipAddress>192.0.2.7</ipAddress><isDeleted>false</isDeleted></thread>
<thread dsq:id="11"><id/><link>https://marche.example/vieux/</link><isDeleted>true</isDeleted></thread>
<thread dsq:id="12"><id/><link>https://marche.example/vide/</link><isDeleted>false</isDeleted></thread>
<post dsq:id="100"><message><![CDATA[<p>Bravo&nbsp;!</p>]]></message><createdAt>2026-03-01T10:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><email>omar@voisin.example</email><name>Omar</name><username>omar75</username></author><ipAddress>192.0.2.8</ipAddress><thread dsq:id="10"/></post>
<post dsq:id="101"><message>Merci</message><createdAt>2026-03-01T10:05:00Z</createdAt><author><name>Léa D.</name><username>lea</username></author><thread dsq:id="10"/><parent dsq:id="100"/></post>
<post dsq:id="102"><message>À samedi</message><createdAt>2026-03-01T10:10:00Z</createdAt><author><name>Omar</name></author><thread dsq:id="10"/><parent dsq:id="101"/></post>
<post dsq:id="103"><message>Casino</message><createdAt>2026-03-01T10:20:00Z</createdAt><isSpam>true</isSpam><author/><thread dsq:id="10"/></post>
<post dsq:id="104"><message>Vieux</message><createdAt>2026-03-01T10:30:00Z</createdAt><author/><thread dsq:id="11"/></post>
</disqus>
"#;

pub const COMMENTO: &str = r#"{"version": 1, "comments": [
 {"commentHex": "c3", "domain": "marche.example", "url": "/a", "commenterHex": "p1", "markdown": "À samedi", "parentHex": "c2", "state": "approved", "creationDate": "2026-03-01T10:10:00Z", "deleted": false},
 {"commentHex": "c1", "domain": "marche.example", "url": "/a", "commenterHex": "anonymous", "markdown": "", "html": "<p>Bravo</p>", "parentHex": "root", "state": "approved", "creationDate": "2026-03-01T10:00:00.5Z", "deleted": false},
 {"commentHex": "c2", "domain": "marche.example", "url": "/a", "commenterHex": "p2", "markdown": "Merci", "parentHex": "c1", "state": "approved", "creationDate": "2026-03-01T10:05:00Z", "deleted": false},
 {"commentHex": "c4", "domain": "marche.example", "url": "/a", "commenterHex": "p1", "markdown": "x", "parentHex": "root", "state": "flagged", "creationDate": "2026-03-01T10:05:00Z", "deleted": false},
 {"commentHex": "c5", "domain": "marche.example", "url": "/a", "commenterHex": "p1", "markdown": "x", "parentHex": "root", "state": "approved", "creationDate": "2026-03-01T10:05:00Z", "deleted": true}
], "commenters": [
 {"commenterHex": "p1", "email": "omar@voisin.example", "name": "Omar", "isModerator": false},
 {"commenterHex": "p2", "email": "lea@marche.example", "name": "Léa", "isModerator": true}
]}
"#;

#[test]
fn a_small_disqus_export() {
    let options = Options { team: vec!["@lea".to_owned()], ..paris() };
    let small = read("disqus.xml", DISQUS.as_bytes(), &options).unwrap();
    assert_eq!((small.format, small.report.rows), ("disqus", 5));
    assert_eq!(
        lines(&small)[..4],
        [
            "comment 100 2026-03-01T10:00:00Z told by omar75 under https://marche.example/reouverture/ to - [Bravo\u{a0}!] https://marche.example/reouverture/#comment-100",
            "reply 101 2026-03-01T10:05:00Z told by lea under https://marche.example/reouverture/ to 100 [Merci] https://marche.example/reouverture/#comment-101",
            "reply_received 102 2026-03-01T10:10:00Z told by name Omar under https://marche.example/reouverture/ to 101 [À samedi] https://marche.example/reouverture/#comment-102",
            "all comment 2026-03-01T10:00:00Z to 2026-03-01T10:10:00.001Z",
        ]
    );
    assert_eq!(left(&small, "blog-unapproved"), Some("2"));
    let all = lines(&small).join("");
    assert!(!all.contains("192.0.2") && !all.contains("omar@"), "{all}");
}

#[test]
fn real_disqus_exports() {
    let skip = Options { skip_bad: true, ..paris() };
    // Each ends with a post whose attribute has no quotes: it is listed. One post is spam.
    for (file, comments, out) in
        [("disqus.xml", 4, "1"), ("disqus-deleted-post.xml", 3, "2"), ("disqus-deleted-thread.xml", 2, "3")]
    {
        let Some(bytes) = shared("real_disqus_exports", &format!("comments-remark42/{file}")) else { return };
        let told = read(file, &bytes, &skip).unwrap();
        assert_eq!((told.format, told.report.rows), ("disqus", 6), "{file}");
        assert_eq!((count(&told, FactKind::Comment), left(&told, "blog-unapproved")), (comments, Some(out)), "{file}");
        assert_eq!(told.bad.iter().map(|trouble| trouble.line).collect::<Vec<_>>(), [Some(135)], "{file}");
        assert_eq!(refusal(file, &bytes, &paris()), "line 135: thread dsq:id: empty-value");
    }
}

#[test]
fn a_small_commento_export() {
    let small = read("commento.json", COMMENTO.as_bytes(), &paris()).unwrap();
    assert_eq!((small.format, small.report.rows), ("commento", 5));
    assert_eq!(
        lines(&small)[..3],
        [
            "reply_received c3 2026-03-01T10:10:00Z told by p1 under https://marche.example/a to c2 [À samedi] https://marche.example/a#commento-c3",
            "comment c1 2026-03-01T10:00:00.5Z told by - under https://marche.example/a to - [Bravo] https://marche.example/a#commento-c1",
            "reply c2 2026-03-01T10:05:00Z told by p2 under https://marche.example/a to c1 [Merci] https://marche.example/a#commento-c2",
        ]
    );
    assert_eq!(left(&small, "blog-unapproved"), Some("2"));
}

#[test]
fn a_real_commento_export() {
    let Some(bytes) = shared("a_real_commento_export", "comments-remark42/commento.json") else { return };
    let told = read("commento.json", &bytes, &paris()).unwrap();
    assert_eq!((told.format, told.report.rows, count(&told, FactKind::Comment)), ("commento", 3, 3));
    let pages: Vec<String> = lines(&told)[..3]
        .iter()
        .map(|line| line.split(" under ").nth(1).unwrap().split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        pages,
        ["https://example.com/blog/post/2", "https://example.com/blog/post/1", "https://example.com/blog/post/1"]
    );
}
