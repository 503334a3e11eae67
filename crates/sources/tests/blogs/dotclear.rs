//! Dotclear flat files.

use crate::lines::{count, left, lines};
use crate::support::{paris, read, refusal};
use model::FactKind;
use sources::Options;

pub const SMALL: &str = r#"///DOTCLEAR|2.25.3|single

[category cat_id,blog_id,cat_title]
"1","default","Marché"

[post post_id,blog_id,user_id,post_dt,post_tz,post_password,post_type,post_url,post_title,post_excerpt_xhtml,post_content_xhtml,post_status]
"7","default","lea","2026-03-01 09:00:00","Europe/Paris","","post","2026/03/01/reouverture","Réouverture \"enfin\"","","<p>Samedi,\ndès <b>8 h</b>.</p>","1"
"8","default","lea","2026-03-02 09:00:00","Europe/Paris","","post","x","Brouillon","","","-2"
"9","default","lea","2026-03-03 09:00:00","Europe/Paris","secret","post","x","Entre nous","","","1"
"10","default","lea","2020-01-01 09:00:00","Europe/Paris","","page","a-propos","À propos","","","1"
"11","default","lea","2026-03-04 09:00:00","","","post","y","Sans fuseau","","","1"

[comment comment_id,post_id,comment_dt,comment_tz,comment_author,comment_email,comment_site,comment_content,comment_ip,comment_status,comment_trackback]
"1","7","2026-03-01 10:00:00","UTC","Omar","Omar@voisin.example","","<p>Bravo&nbsp;!</p>","192.0.2.7","1","0"
"2","7","2026-03-01 11:05:00","Europe/Paris","Léa","lea@marche.example","","<p>Merci</p>","","1","0"
"3","7","2026-03-02 12:00:00","UTC","Carnet d’Ana","","https://ana.example/marche","<p>Ils rouvrent</p>","","1","1"
"4","7","2026-03-02 12:00:00","UTC","Casino","","","x","","-2","0"
"5","9","2026-03-03 12:00:00","UTC","Omar","omar@voisin.example","","x","","1","0"
"6","8","2026-03-03 12:00:00","UTC","Omar","omar@voisin.example","","x","","1","0"
"#;

#[test]
fn a_small_flat_file_to_the_last_piece() {
    let options = Options { team: vec!["Léa".to_owned()], ..paris() };
    let small = read("backup.txt", SMALL.as_bytes(), &options).unwrap();
    assert_eq!((small.format, small.report.rows), ("dotclear", 12));
    assert_eq!(
        lines(&small)[..7],
        [
            "post post 7 article 2026-03-01T08:00:00Z told [Réouverture \"enfin\" / Samedi, dès 8 h.] -",
            "article post 7 2026-03-01T08:00:00Z told by lea under post 7 to - [-] -",
            "post post 11 article 2026-03-04T08:00:00Z assumed [Sans fuseau] -",
            "article post 11 2026-03-04T08:00:00Z assumed by lea under post 11 to - [-] -",
            "comment comment 1 2026-03-01T10:00:00Z told by omar@voisin.example under post 7 to - [Bravo\u{a0}!] -",
            "reply comment 2 2026-03-01T10:05:00Z told by lea@marche.example under post 7 to - [Merci] -",
            "backlink comment 3 2026-03-02T12:00:00Z told by - under post 7 to - [Ils rouvrent] https://ana.example/marche",
        ]
    );
    let counted = ["private-left-out", "blog-unpublished", "blog-unapproved", "blog-pages"];
    assert_eq!(counted.map(|code| left(&small, code)), [Some("2"), Some("1"), Some("2"), Some("1")]);
    assert!(!lines(&small).join("").contains("192.0.2.7"));
}

#[test]
fn a_whole_installation_tells_who_writes() {
    let users = "[user user_id,user_pwd,user_email]\n\"lea\",\"x\",\"lea@marche.example\"\n\n[category";
    let text = SMALL.replacen("[category", users, 1).replacen("|single", "|full", 1);
    let full = read("backup.txt", text.as_bytes(), &paris()).unwrap();
    assert_eq!((count(&full, FactKind::Reply), count(&full, FactKind::Comment)), (1, 1));
    let private = Options { include_private: true, ..paris() };
    let all = read("backup.txt", text.as_bytes(), &private).unwrap();
    assert_eq!((count(&all, FactKind::Article), count(&all, FactKind::Comment)), (3, 2));
}

#[test]
fn damaged_rows_are_told_by_line_and_table() {
    let cases = [
        (SMALL.trim_end().trim_end_matches("\"0\"").to_owned(), "line 19: comment: truncated"),
        (SMALL.trim_end().trim_end_matches("\",\"1\",\"0\"").to_owned(), "line 19: comment: truncated"),
        (
            SMALL.replacen("\"1\",\"7\",\"2026", "\"1\";\"7\",\"2026", 1),
            "line 14: comment: bad-line (value: \"1\";\"7\",\"2026",
        ),
        (SMALL.replacen(",\"-2\",\"0\"", ",\"-2\"", 1), "line 17: comment: cell-count (cells: 10) (headers: 11)"),
        (SMALL.replacen("2026-03-01 10:00:00", "hier", 1), "line 14: comment_dt: not-a-date (value: hier)"),
        (SMALL.replacen("\"7\",\"default\"", "\"\",\"default\"", 1), "line 7: post_id: empty-value"),
        ("///DOTCLEAR|2.25.3|single\n\n[post post_id]\n".to_owned(), "empty"),
        (SMALL.replacen("[comment comment_id", "[commentcomment_id", 1), "line 13: malformed (reason: "),
    ];
    for (text, said) in cases {
        let refused = refusal("backup.txt", text.as_bytes(), &paris());
        assert!(refused.starts_with(said), "{refused}, not {said}");
    }
    let latin = encoding_rs::WINDOWS_1252.encode(SMALL).0.into_owned();
    assert_eq!(refusal("backup.txt", &latin, &paris()), "line 4: bad-encoding (encoding: UTF-8)");
}
