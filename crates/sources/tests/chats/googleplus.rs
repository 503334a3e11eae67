//! Google+ Takeout: pages and their JSON.

use crate::support::{folder, paris, refusal, shared};
use crate::told::{count, covered, facts, gathered, latin, lines, note, ok, posts, private_too, refusal_of, when};
use model::{ContentType, FactKind, Metric, What};
use std::collections::BTreeMap;

const HEAD: &str = r#"<html><head><meta charset="utf-8"><title>t</title><style>.main-content {margin: 0}.plus-oners{}.reshare-attribution {font-weight: bold}</style></head><body>"#;

fn page(visibility: &str) -> String {
    format!(
        r#"{HEAD}<div style="margin-bottom:1em;"><div style="display:flex"><img class="author-photo" src="x" alt="Office"><a href="https://plus.google.com/+Office" target="_blank" class="author">Office du tourisme</a> - <a target="_blank" href="https://plus.google.com/+Office/posts/AbC123">2014-03-30 10:00:00+0200</a><span> - Updated: 2014-03-31 10:00:00+0200</span></div><div class="main-content">Marché &amp; fête<br>à <a class="ot-anchor" href="https://a.example/">8 h</a><a class="location" href="x"><img><span>chez nous</span></a><div class="album"><a class="media-link" href="p"><img class="media" src="p.jpg"><p>légende</p></a></div></div><div class="visibility">{visibility}</div><div class="post-activity"><div class="plus-oners">+1'd by: <a href="https://plus.google.com/1">Léa</a>, <a href="https://plus.google.com/2">Max</a></div><div class="resharers">Reshared by: <a href="https://plus.google.com/3">Zoé</a></div></div><div class="comments"><div class="comment"><a target="_blank" href="https://plus.google.com/1" class="author">Léa</a><span class="time"> - 2014-03-30 11:00:00+0200</span><div class="comment-content">Oui !<br>Deux</div></div><div class="comment"><a href="https://plus.google.com/+Office" class="author">Office du tourisme</a><span class="time"> - 2014-03-30 12:00:00+0200</span><div class="comment-content">Merci <span class="proflinkWrapper">+<a class="proflink" href="https://plus.google.com/1" oid="1">Léa</a></span></div></div><div class="comment"><a href="https://plus.google.com/1" class="author">Léa</a><span class="time"> - 2014-03-30 11:00:00+0200</span><div class="comment-content"><a class="link-embed" href="x"><img class="media"></a></div></div></div></div></body></html>"#
    )
}

const JSON: &str = r#"{
  "url": "https://plus.google.com/+Office/posts/AbC123", "creationTime": "2014-03-30 10:00:00+0200", "updateTime": "2014-03-31 10:00:00+0200",
  "author": {"displayName": "Office du tourisme", "profilePageUrl": "https://plus.google.com/+Office", "resourceName": "users/9"},
  "content": "Marché &amp; fête<br>à 8 h", "album": {"media": [{"url": "p"}]},
  "comments": [
    {"creationTime": "2014-03-30 11:00:00+0200", "author": {"displayName": "Léa", "profilePageUrl": "https://plus.google.com/1"}, "content": "Oui !<br>Deux"},
    {"creationTime": "2014-03-30 12:00:00+0200", "author": {"displayName": "Office du tourisme", "profilePageUrl": "https://plus.google.com/+Office"}, "content": "Merci <b>Léa</b>"},
    {"creationTime": "2014-03-30 11:00:00+0200", "author": {"displayName": "Léa", "profilePageUrl": "https://plus.google.com/1"}, "content": ""}],
  "plusOnes": [{"plusOner": {"displayName": "Léa"}}, {"plusOner": {"displayName": "Max"}}],
  "reshares": [{"resharer": {"displayName": "Zoé"}}],
  "postAcl": {"visibleToStandardAcl": {"circles": [{"type": "CIRCLE_TYPE_PUBLIC", "displayName": "Tous"}]}}
}"#;

#[test]
fn a_page_to_the_last_act() {
    let read = ok("20140330 - Marche.html", page("Shared with: Public").as_bytes(), &paris());
    assert_eq!((read.format, read.report.rows), ("googleplus-html", 4));
    insta::assert_snapshot!(lines(&read), @"
    status AbC123 by – under AbC123 to –: –
    comment AbC123/1/1396170000000/0 by 1 under AbC123 to AbC123: Oui ! / Deux
    reply AbC123/+Office/1396173600000/0 by – under – to AbC123: –
    comment AbC123/1/1396170000000/1 by 1 under AbC123 to AbC123: –
    ");
    let post = posts(&read)[0];
    assert_eq!((post.text.as_deref(), post.content_type), (Some("Marché & fête\nà 8 h"), ContentType::Photo));
    assert_eq!(when(facts(&read, FactKind::Status)[0]), "2014-03-30T08:00:00Z");
    assert_eq!(gathered(&read, Metric::Likes), [("AbC123".to_owned(), 2.0)]);
    assert_eq!(gathered(&read, Metric::Shares), [("AbC123".to_owned(), 1.0)]);
    let moments = covered(&read).iter().filter(|coverage| coverage.what == What::Facts(FactKind::Comment)).count();
    assert_eq!(moments, 3, "the moments of one post, and no day in between");
}

#[test]
fn both_forms_of_a_post_have_the_same_keys() {
    let html = ok("20140330 - Marche.html", page("Shared with: Public").as_bytes(), &paris());
    let json = ok("20140330 - Marche.json", JSON.as_bytes(), &paris());
    assert_eq!((json.format, json.report.rows), ("googleplus-json", 4));
    assert_eq!(lines(&json), lines(&html));
    assert_eq!(json.pieces, html.pieces);
}

#[test]
fn what_is_not_public_is_left_out() {
    for visible in ["Shared with: Public, Ana", "Partagé avec\u{a0}: Public", "Partagé avec : Publique"] {
        assert_eq!(posts(&ok("x.html", page(visible).as_bytes(), &paris())).len(), 1, "{visible}");
    }
    for hidden in ["Shared with: Your circles", "Partagé avec\u{a0}: Vos cercles", "Shared to the community Public"] {
        assert_eq!(refusal("x.html", page(hidden).as_bytes(), &paris()), "only-private (count: 1)", "{hidden}");
        assert_eq!(posts(&ok("x.html", page(hidden).as_bytes(), &private_too())).len(), 1);
    }
    let circles = JSON.replace("CIRCLE_TYPE_PUBLIC", "CIRCLE_TYPE_YOUR_CIRCLES");
    let community = JSON.replace("visibleToStandardAcl", "communityAcl");
    for hidden in [circles, community] {
        assert_eq!(refusal("x.json", hidden.as_bytes(), &paris()), "only-private (count: 1)");
    }
    let said = JSON.replace(r#""postAcl": {"#, r#""postAcl": {"isPublic": true, "#).replace("CIRCLE_TYPE_PUBLIC", "x");
    assert_eq!(posts(&ok("x.json", said.as_bytes(), &paris())).len(), 1);
}

#[test]
fn what_a_post_is_made_of() {
    let html = |from: &str, to: &str| {
        let page = page("Shared with: Public").replace(from, to);
        posts(&ok("x.html", page.as_bytes(), &paris()))[0].content_type
    };
    let album =
        r#"<div class="album"><a class="media-link" href="p"><img class="media" src="p.jpg"><p>légende</p></a></div>"#;
    assert_eq!(html(album, ""), ContentType::Status);
    assert_eq!(html(album, r#"<a class="link-embed" href="x"><h3>Titre</h3></a>"#), ContentType::Link);
    assert_eq!(html(album, r#"<div class="video-placeholder"></div>"#), ContentType::Video);
    assert_eq!(html(album, r#"<div class="poll-choice"></div>"#), ContentType::Poll);
    assert_eq!(
        html(
            "</div><div class=\"visibility\">",
            "</div><div><a class=\"reshare-attribution\">y</a>z</div><div class=\"visibility\">"
        ),
        ContentType::Boost
    );
    let json = |from: &str, to: &str| posts(&ok("x.json", JSON.replace(from, to).as_bytes(), &paris()))[0].content_type;
    let album = r#""album": {"media": [{"url": "p"}]}"#;
    assert_eq!(json(album, r#""location": {}"#), ContentType::Status);
    assert_eq!(json(album, r#""link": {"title": "t", "url": "u"}"#), ContentType::Link);
    assert_eq!(json(album, r#""media": {"contentType": "video/*"}"#), ContentType::Video);
    assert_eq!(json(album, r#""media": {"contentType": "image/*"}"#), ContentType::Photo);
    assert_eq!(json(album, r#""poll": {"choices": []}"#), ContentType::Poll);
    assert_eq!(json(album, r#""resharedPost": {"url": "u"}"#), ContentType::Boost);
}

#[test]
fn damaged_posts_are_refused() {
    let text = page("Shared with: Public");
    let cut = |at: &str| text.as_bytes()[..text.find(at).unwrap()].to_vec();
    let cases = [
        (cut("Reshared by"), "line 1: truncated"),
        (cut("</html>"), "line 1: truncated"),
        (cut("ché &amp; fête").into_iter().chain(*b"\xc3").collect(), "line 1: truncated (encoding: UTF-8)"),
        (
            text.replacen("2014-03-30 10", "2014-02-30 10", 1).into_bytes(),
            "line 1: date: not-a-date (value: 2014-02-30 10:00:00+0200)",
        ),
        (text.replacen(" - 2014-03-30 12:00:00+0200", "", 1).into_bytes(), "line 1: comment: empty-value"),
        (text.replacen("/posts/AbC123", "", 1).into_bytes(), "line 1: permalink: empty-value"),
        (text.replacen("href=\"https://plus.google.com/+Office\"", "", 1).into_bytes(), "line 1: author: empty-value"),
        (latin(&text), "line 1: bad-encoding (encoding: UTF-8)"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refusal("x.html", &bytes, &paris()), expected);
    }
    assert_eq!(refusal_of("googleplus-html", "x.html", b" ", &paris()), "empty");
    let cut = |at: &str| JSON.as_bytes()[..JSON.find(at).unwrap()].to_vec();
    let cases = [
        (cut("\"plusOnes\""), "line 1: truncated"),
        (JSON.replacen("2014-03-30 10", "2014-02-30 10", 1).into_bytes(), "creationTime: not-a-date"),
        (JSON.replacen("2014-03-30 12", "2014-02-30 12", 1).into_bytes(), "comments[].creationTime: not-a-date"),
        (JSON.replacen("\"url\"", "\"uri\"", 1).into_bytes(), "line 1: url: empty-value"),
        (latin(JSON), "bad-encoding"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("x.json", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} instead of {expected}");
    }
    assert_eq!(
        refusal_of("googleplus-json", "x.json", &crate::support::utf16(JSON), &paris()),
        "bad-encoding (encoding: UTF-16)"
    );
}

#[test]
fn other_pages_are_not_google_plus() {
    let read = refusal("x.html", format!("{HEAD}<p>https://plus.google.com/</p></body></html>").as_bytes(), &paris());
    assert!(read.contains("unrecognised"), "{read}");
}

#[test]
fn the_masked_posts() {
    let path = folder().join("googleplus-takeout/Google+ Stream/Posts");
    if shared("the_masked_posts", "googleplus-takeout/SOURCE.md").is_none() {
        return;
    }
    let mut files: Vec<_> = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut comments, mut with_comments, mut likes, mut shares, mut boosts) = (0, 0, 0.0, 0.0, 0);
    let (mut replies, mut said, mut days, mut types) = (0, 0, Vec::new(), BTreeMap::new());
    let mut wordless = Vec::new();
    for file in &files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let read = ok(&name, &std::fs::read(file).unwrap(), &paris());
        let under = count(&read, FactKind::Comment) + count(&read, FactKind::Reply);
        comments += under;
        with_comments += usize::from(under > 0);
        replies += count(&read, FactKind::Reply);
        said += note(&read, "googleplus-summary", "comments").unwrap().parse::<usize>().unwrap();
        likes += gathered(&read, Metric::Likes)[0].1;
        shares += gathered(&read, Metric::Shares)[0].1;
        let post = posts(&read)[0];
        boosts += usize::from(post.content_type == ContentType::Boost);
        *types.entry(post.content_type.as_str()).or_insert(0) += 1;
        let at = jiff::Timestamp::from_millisecond(post.at.0)
            .unwrap()
            .to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles").unwrap());
        let day = at.date().to_string().replace('-', "");
        assert!(name.starts_with(&day), "{name} of {day}");
        wordless.extend(post.text.is_none().then(|| name.clone()));
        days.push(day);
    }
    // Pictures without a word, and a place where the owner was: places are not kept.
    assert!(wordless.len() < 10 && wordless.iter().all(|name| name.contains("Moda")), "{wordless:?}");
    days.sort();
    assert_eq!((files.len(), comments, with_comments, likes, boosts), (70, 41, 18, 42.0, 4));
    assert_eq!((days[0].as_str(), days[69].as_str()), ("20110814", "20171208"));
    assert_eq!((replies + said, shares), (41, 1.0));
    assert!(types["link"] > 40, "{types:?}");
}

#[test]
fn every_key_of_the_json_was_met_in_an_archive() {
    let Some(bytes) =
        shared("every_key_of_the_json_was_met_in_an_archive", "googleplus-takeout/unique_keys_in_takeout_posts.txt")
    else {
        return;
    };
    let known: Vec<String> = String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect();
    let value: serde_json::Value = serde_json::from_str(JSON).unwrap();
    let mut keys = Vec::new();
    walk(&value, "", &mut keys);
    assert!(keys.len() > 20);
    for key in keys {
        assert!(known.contains(&key), "{key}");
    }
}

fn walk(value: &serde_json::Value, path: &str, keys: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                keys.push(below.clone());
                walk(value, &below, keys);
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| walk(value, &format!("{path}[]"), keys)),
        _ => {}
    }
}
