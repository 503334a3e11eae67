//! WordPress exports.

use crate::lines::{count, left, lines, told};
use crate::support::{paris, read, refusal, shared};
use model::{FactKind, Network};
use sources::Options;

pub const SMALL: &str = r#"<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.4" created="2026-03-10 08:00" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Le Marché &amp; nous</title>
<link>https://marche.example</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://marche.example</wp:base_blog_url>
<wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[lea]]></wp:author_login><wp:author_email><![CDATA[Lea@marche.example]]></wp:author_email><wp:author_display_name><![CDATA[Léa D.]]></wp:author_display_name></wp:author>
<item>
<title>Réouverture</title><link>https://marche.example/reouverture/</link><dc:creator><![CDATA[lea]]></dc:creator>
<guid isPermaLink="false">https://marche.example/?p=7</guid>
<content:encoded><![CDATA[<p>Samedi, dès <b>8 h</b>.</p>]]></content:encoded>
<wp:post_id>7</wp:post_id><wp:post_date>2026-03-01 09:00:00</wp:post_date><wp:post_date_gmt>2026-03-01 08:00:00</wp:post_date_gmt>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>
<wp:postmeta><wp:meta_key>_secret</wp:meta_key><wp:meta_value><![CDATA[ligne <item> piégée]]></wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_id>11</wp:comment_id><wp:comment_author><![CDATA[Omar]]></wp:comment_author><wp:comment_author_email>omar@voisin.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
<wp:comment_date_gmt>2026-03-01 10:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[Bravo&nbsp;!]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>
<wp:comment><wp:comment_id>12</wp:comment_id><wp:comment_author><![CDATA[Léa]]></wp:comment_author><wp:comment_date_gmt>2026-03-01 10:05:00</wp:comment_date_gmt><wp:comment_content>Merci</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>11</wp:comment_parent><wp:comment_user_id>2</wp:comment_user_id></wp:comment>
<wp:comment><wp:comment_id>13</wp:comment_id><wp:comment_author><![CDATA[Omar]]></wp:comment_author><wp:comment_author_email>omar@voisin.example</wp:comment_author_email><wp:comment_date>2026-03-01 11:10:00</wp:comment_date><wp:comment_date_gmt>0000-00-00 00:00:00</wp:comment_date_gmt><wp:comment_content>À samedi</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type/><wp:comment_parent>12</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>14</wp:comment_id><wp:comment_author>Casino</wp:comment_author><wp:comment_date_gmt>2026-03-01 12:00:00</wp:comment_date_gmt><wp:comment_approved>spam</wp:comment_approved><wp:comment_type/></wp:comment>
<wp:comment><wp:comment_id>15</wp:comment_id><wp:comment_author>Le carnet d’Ana</wp:comment_author><wp:comment_author_url>https://ana.example/marche</wp:comment_author_url><wp:comment_date_gmt>2026-03-02 12:00:00</wp:comment_date_gmt><wp:comment_content>[…] ils rouvrent […]</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type></wp:comment>
<wp:comment><wp:comment_id>16</wp:comment_id><wp:comment_author>Le Marché</wp:comment_author><wp:comment_author_url>https://marche.example/suite/</wp:comment_author_url><wp:comment_date_gmt>2026-03-02 12:00:00</wp:comment_date_gmt><wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type></wp:comment>
</item>
<item><title>Brouillon</title><wp:post_id>8</wp:post_id><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Entre nous</title><guid>https://marche.example/?p=9</guid><wp:post_id>9</wp:post_id><wp:post_date_gmt>2026-03-03 08:00:00</wp:post_date_gmt><wp:status>private</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>À propos</title><wp:post_id>3</wp:post_id><wp:post_date_gmt>2020-01-01 08:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
<item><title>photo</title><wp:post_id>4</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
<item><title>Sans date</title><wp:post_id>5</wp:post_id><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
</channel>
</rss>
"#;

#[test]
fn a_small_export_to_the_last_piece() {
    let small = read("export.xml", SMALL.as_bytes(), &paris()).unwrap();
    assert_eq!((small.format, small.report.rows), ("wordpress", 6));
    assert_eq!(
        lines(&small),
        [
            "post https://marche.example/?p=7 article 2026-03-01T08:00:00Z told [Réouverture / Samedi, dès 8 h.] https://marche.example/reouverture/",
            "article https://marche.example/?p=7 2026-03-01T08:00:00Z told by lea under https://marche.example/?p=7 to - [-] https://marche.example/reouverture/",
            "comment comment 11 2026-03-01T10:00:00Z told by omar@voisin.example under https://marche.example/?p=7 to - [Bravo\u{a0}!] https://marche.example/reouverture/#comment-11",
            "reply comment 12 2026-03-01T10:05:00Z told by lea under https://marche.example/?p=7 to comment 11 [Merci] https://marche.example/reouverture/#comment-12",
            "reply_received comment 13 2026-03-01T10:10:00Z assumed by omar@voisin.example under https://marche.example/?p=7 to comment 12 [À samedi] https://marche.example/reouverture/#comment-13",
            "backlink comment 15 2026-03-02T12:00:00Z told by - under https://marche.example/?p=7 to - [[…] ils rouvrent […]] https://ana.example/marche",
            "all article 2026-03-01T08:00:00Z to 2026-03-02T12:00:00.001Z",
            "all comment 2026-03-01T08:00:00Z to 2026-03-02T12:00:00.001Z",
            "all reply_received 2026-03-01T08:00:00Z to 2026-03-02T12:00:00.001Z",
            "all reply 2026-03-01T08:00:00Z to 2026-03-02T12:00:00.001Z",
            "all backlink 2026-03-01T08:00:00Z to 2026-03-02T12:00:00.001Z",
        ]
    );
    let counted = [
        "private-left-out",
        "blog-unpublished",
        "blog-unapproved",
        "blog-pages",
        "blog-others",
        "blog-own-links",
        "blog-undated",
    ];
    assert_eq!(counted.map(|code| left(&small, code)), [Some("1"); 7]);
    assert!(small.seen().contains(&"zone-assumed".to_owned()));
    assert!(!lines(&small).join("").contains("192.0.2.7"));
}

#[test]
fn the_title_names_the_space() {
    let input = sources::input::Input::from_bytes("x", SMALL.as_bytes().to_vec()).unwrap();
    let (peek, _) = sources::input::peek(input).unwrap();
    let found = sources::recognise::recognise(&peek, None, None).unwrap().recognised;
    assert_eq!((found.space.as_deref(), found.network), (Some("Le Marché & nous"), Some(Network::Blog)));
}

#[test]
fn private_articles_come_when_asked_and_names_of_the_team_count() {
    let options = Options { include_private: true, team: vec!["omar".to_owned()], ..paris() };
    let small = read("export.xml", SMALL.as_bytes(), &options).unwrap();
    assert_eq!((count(&small, FactKind::Article), left(&small, "private-left-out")), (2, None));
    assert_eq!((count(&small, FactKind::Reply), count(&small, FactKind::Comment)), (3, 0));
    let only = SMALL.replace("<wp:status>publish</wp:status>", "<wp:status>private</wp:status>");
    assert_eq!(refusal("export.xml", only.as_bytes(), &paris()), "only-private (count: 8)");
}

#[test]
fn the_theme_unit_test() {
    let Some(bytes) = shared("the_theme_unit_test", "wxr/theme-unit-test-data.xml") else { return };
    let public = read("export.xml", &bytes, &paris()).unwrap();
    assert_eq!((public.format, public.report.rows), ("wordpress", 186));
    let kinds = [FactKind::Article, FactKind::Comment, FactKind::Reply, FactKind::ReplyReceived, FactKind::Backlink];
    assert_eq!(kinds.map(|kind| count(&public, kind)), [55, 19, 5, 1, 4]);
    // One article and the comment under it need a password; three comments wait.
    assert_eq!((left(&public, "private-left-out"), left(&public, "blog-unapproved")), (Some("2"), Some("3")));
    assert_eq!((left(&public, "blog-unpublished"), left(&public, "blog-pages")), (Some("2"), Some("21")));
    assert_eq!(left(&public, "blog-others"), Some("107"), "70 menu items and 37 attachments");
    let all = read("export.xml", &bytes, &Options { include_private: true, ..paris() }).unwrap();
    assert_eq!(kinds.map(|kind| count(&all, kind)), [56, 20, 5, 1, 4]);
    assert_eq!(20 + 5 + 1 + 4, 30, "all approved comments, 2 trackbacks and 2 pingbacks among them");
    let pages: Vec<String> = lines(&all).into_iter().filter(|line| line.starts_with("backlink")).collect();
    assert!(
        pages.iter().all(|line| line.contains(" https") || line.contains("http://tellyworth.wordpress.com/")),
        "{pages:?}"
    );
    let natives: std::collections::BTreeSet<&str> = all
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            model::Piece::Post(post) => Some(post.native.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(natives.len(), 56, "copied articles share a guid, not a key");
}

#[test]
fn the_other_exports() {
    let cases = [
        ("small-export.xml", 11, Ok([5, 1])),
        ("valid-wxr-1.0.xml", 6, Ok([3, 1])),
        ("valid-wxr-1.1.xml", 2, Ok([1, 1])),
        ("missing-version-tag.xml", 0, Err("item: empty")),
        ("malformed.xml", 0, Err("line 90: malformed (reason: ")),
        ("test-serialized-comment-meta.xml", 1, Ok([0, 0])),
        ("wxr-utf-8-challenges.xml", 1, Ok([1, 0])),
        ("crazy-cdata.xml", 1, Ok([1, 0])),
        ("cdata-edge.xml", 1, Ok([0, 0])),
    ];
    for (file, rows, expected) in cases {
        let Some(bytes) = shared("the_other_exports", &format!("wxr/{file}")) else { return };
        match expected {
            Ok(counts) => {
                let told = read(file, &bytes, &paris()).unwrap();
                let kinds = [FactKind::Article, FactKind::Comment].map(|kind| count(&told, kind));
                assert_eq!((told.format, told.report.rows, kinds), ("wordpress", rows, counts), "{file}");
            }
            Err(said) => {
                let refused = refusal(file, &bytes, &paris());
                assert!(refused.starts_with(said), "{file}: {refused}");
            }
        }
    }
    let Some(bytes) = shared("the_other_exports", "wxr/small-export.xml") else { return };
    let small = read("x", &bytes, &paris()).unwrap();
    assert_eq!(told(&small, "blog-summary", "articles"), Some("5"));
}

#[test]
fn other_encodings() {
    let latin = SMALL.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"").replace(['…', '’'], "");
    let bytes = encoding_rs::WINDOWS_1252.encode(&latin).0.into_owned();
    let declared = read("export.xml", &bytes, &paris()).unwrap();
    assert!(lines(&declared)[0].contains("[Réouverture / Samedi"), "{:?}", lines(&declared)[0]);
    let utf16 = crate::support::utf16(SMALL);
    assert_eq!(read("export.xml", &utf16, &paris()).unwrap().report.rows, 6);
}
