//! Blogger backups, in the older form and in the one of Takeout.

use crate::lines::{count, left, lines};
use crate::support::{paris, read, shared};
use model::FactKind;
use sources::Options;

pub const TAKEOUT: &str = r#"<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
  <id>tag:blogger.com,1999:blog-42</id>
  <title>Carnet du marché</title>
  <entry>
    <id>tag:blogger.com,1999:blog-42.post-3</id>
    <blogger:parent>tag:blogger.com,1999:blog-42.post-1</blogger:parent><blogger:inReplyTo>tag:blogger.com,1999:blog-42.post-2</blogger:inReplyTo>
    <blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>
    <author><name>Omar</name><uri></uri><blogger:type>ANONYMOUS</blogger:type></author>
    <content type='html'>À samedi</content><published>2026-03-01T10:10:00Z</published><blogger:trashed/>
  </entry>
  <entry>
    <id>tag:blogger.com,1999:blog-42.post-2</id>
    <blogger:parent>tag:blogger.com,1999:blog-42.post-1</blogger:parent><blogger:inReplyTo/>
    <blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>
    <author><name>Léa</name><uri>https://www.blogger.com/profile/7</uri><blogger:type>BLOGGER</blogger:type></author>
    <content type='html'>Venez&lt;br/&gt;nombreux</content><published>2026-03-01T10:05:00Z</published><blogger:trashed/>
  </entry>
  <entry>
    <id>tag:blogger.com,1999:blog-42.post-1</id>
    <blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>
    <author><name>Léa</name><uri>https://www.blogger.com/profile/7</uri><blogger:type>BLOGGER</blogger:type></author>
    <title>Réouverture</title><content type='html'>&lt;p&gt;Samedi.&lt;/p&gt;</content>
    <blogger:created>2026-02-28T10:00:00Z</blogger:created><published>2026-03-01T09:00:00+01:00</published>
    <link/><blogger:trashed/>
  </entry>
  <entry>
    <id>tag:blogger.com,1999:blog-42.post-4</id>
    <blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status><title>Plus tard</title><published>2026-03-04T09:00:00Z</published>
  </entry>
  <entry>
    <id>tag:blogger.com,1999:blog-42.post-5</id>
    <blogger:parent>tag:blogger.com,1999:blog-42.post-4</blogger:parent><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>
    <content type='html'>Sous un brouillon</content><published>2026-03-05T09:00:00Z</published>
  </entry>
  <entry>
    <id>tag:blogger.com,1999:blog-42.post-6</id>
    <blogger:parent>tag:blogger.com,1999:blog-42.post-1</blogger:parent><blogger:type>COMMENT</blogger:type><blogger:status>SPAM_COMMENT</blogger:status>
    <content type='html'>Casino</content><published>2026-03-05T09:00:00Z</published>
  </entry>
</feed>
"#;

#[test]
fn a_takeout_in_any_order() {
    let told = read("feed.atom", TAKEOUT.as_bytes(), &paris()).unwrap();
    assert_eq!((told.format, told.report.rows), ("blogger", 6));
    let post = "tag:blogger.com,1999:blog-42.post-1";
    assert_eq!(
        lines(&told)[..5],
        [
            format!("post {post} article 2026-03-01T08:00:00Z told [Réouverture / Samedi.] -"),
            format!(
                "article {post} 2026-03-01T08:00:00Z told by https://www.blogger.com/profile/7 under {post} to - [-] -"
            ),
            format!(
                "reply tag:blogger.com,1999:blog-42.post-2 2026-03-01T10:05:00Z told by https://www.blogger.com/profile/7 under {post} to - [Venez / nombreux] -"
            ),
            format!(
                "reply_received tag:blogger.com,1999:blog-42.post-3 2026-03-01T10:10:00Z told by name Omar under {post} to tag:blogger.com,1999:blog-42.post-2 [À samedi] -"
            ),
            "all article 2026-03-01T08:00:00Z to 2026-03-01T10:10:00.001Z".to_owned(),
        ]
    );
    assert_eq!((left(&told, "blog-unpublished"), left(&told, "blog-unapproved")), (Some("1"), Some("2")));
}

#[test]
fn settings_are_no_articles() {
    let Some(bytes) = shared("settings_are_no_articles", "blogger/pelican-bloggerexport.xml") else { return };
    let told = read("blog.xml", &bytes, &paris()).unwrap();
    assert_eq!((told.format, told.report.rows), ("blogger", 64));
    assert_eq!(left(&told, "blog-settings"), Some("59"), "58 settings and 1 template");
    // Of two posts and two pages, one each is a draft.
    assert_eq!(
        (count(&told, FactKind::Article), left(&told, "blog-unpublished"), left(&told, "blog-pages")),
        (1, Some("2"), Some("1"))
    );
    assert_eq!(count(&told, FactKind::Comment), 1);
    assert!(lines(&told)[2].contains("under tag:blogger.com,1999:blog-6303278419262689239.post-1858599377741856733"));
    let team = Options { team: vec!["Thomas Isidore Noël Sankara".to_owned()], ..paris() };
    assert_eq!(count(&read("blog.xml", &bytes, &team).unwrap(), FactKind::Reply), 1);
}

#[test]
fn an_answer_to_a_comment_is_told_by_its_link() {
    let Some(bytes) = shared("an_answer_to_a_comment", "blogger/pelican-bloggerexport.xml") else { return };
    let text = String::from_utf8(bytes).unwrap().replace(
        "<thr:in-reply-to",
        "<link rel=\"related\" href=\"https://www.blogger.com/feeds/6303278419262689239/1858599377741856733/comments/default/77\"/><thr:in-reply-to",
    );
    let told = read("blog.xml", text.as_bytes(), &paris()).unwrap();
    assert!(
        lines(&told)[2].contains(" to tag:blogger.com,1999:blog-6303278419262689239.post-77 "),
        "{}",
        lines(&told)[2]
    );
}
