//! OPML: what the reader finds, what listparser's own tests expect of it, and how the import refuses it.

use crate::support::{folder, paris, refusal, shared};
use sources::input::{self, Input};
use sources::opml::{List, read};
use sources::recognise::recognise;

const LIST: &str = "<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><head><title>Veille</title><ownerEmail>moi@example.com</ownerEmail></head><body>\n\
<outline text=\"Presse\"><outline text=\"Le Port\" type=\"rss\" xmlUrl=\"https://port.example/feed\" htmlUrl=\"https://port.example/\"/></outline>\n\
<outline title=\"Sans texte\" XMLURL=\" https://autre.example/atom \" category=\"/mer/plage,vent\"/>\n\
<outline text=\"Le Port\" xmlUrl=\"https://port.example/feed\" category=\"marché\"/>\n\
</body></opml>";

#[test]
fn feeds_with_their_folders() {
    let list = read(LIST.as_bytes()).unwrap();
    assert_eq!(list.title.as_deref(), Some("Veille"));
    let feeds: Vec<String> = list
        .feeds
        .iter()
        .map(|feed| format!("{} {} {:?} {:?}", feed.title, feed.url, feed.page, feed.folders))
        .collect();
    insta::assert_snapshot!(feeds.join("\n"), @r#"
    Le Port https://port.example/feed Some("https://port.example/") [["Presse"], ["marché"]]
    Sans texte https://autre.example/atom None [["mer", "plage"], ["vent"]]
    "#);
    assert!(!format!("{list:?}").contains("moi@example.com"));
}

#[test]
fn the_import_says_what_it_is_for_and_stores_nothing() {
    let (peek, _) = input::peek(Input::from_bytes("veille.opml", LIST.into()).unwrap()).unwrap();
    let found = recognise(&peek, None, None).unwrap();
    assert_eq!(found.format.manifest().id, "opml");
    let note = &found.recognised.seen[0];
    assert_eq!(
        (note.code.as_str(), note.args[0].1.as_str(), note.args[1].1.as_str()),
        ("opml-feeds", "2", "Le Port · Sans texte")
    );
    let said = refusal("veille.opml", LIST.as_bytes(), &paris());
    assert_eq!(said, "list-of-feeds (count: 2) (feeds: Le Port · Sans texte)");
}

#[test]
fn damaged() {
    let say = |text: &str| refusal("veille.opml", text.as_bytes(), &paris());
    assert_eq!(say("<opml><body><outline text=\"x\"/></body></opml>"), "outline: empty");
    let cut = say(&LIST[..LIST.len() - 60]);
    assert!(cut.starts_with("line 5: truncated"), "{cut}");
    let deep = format!("<opml><body>{}</body></opml>", "<outline text=\"x\">".repeat(100));
    assert_eq!(say(&deep), "too-large (limit: 64)");
    let latin = encoding_rs::WINDOWS_1252.encode(LIST).0.into_owned();
    assert_eq!(refusal("veille.opml", &latin, &paris()), "line 5: bad-encoding (encoding: UTF-8)");
    assert_eq!(read(b"<html></html>").unwrap_err().to_string(), "malformed (reason: not OPML)");
    let lol = "<!DOCTYPE opml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><opml><body><outline text=\"&b;\" xmlUrl=\"u\"/></body></opml>";
    assert_eq!(read(lol.as_bytes()).unwrap().feeds[0].url, "u", "entities of the file itself are not expanded");
}

/// What an expectation is about: the part of the list, and which entry.
fn value(list: &List, path: &str) -> Option<String> {
    let entry = |at: &str| at.parse::<usize>().ok();
    let (part, rest) = path.split_once('[')?;
    let (at, key) = rest.split_once(']')?;
    let at = entry(at)?;
    let key = key.trim_start_matches("['").trim_end_matches("']");
    match (part, key) {
        ("feeds", "title") => list.feeds.get(at).map(|feed| feed.title.clone()),
        ("feeds", "url") => list.feeds.get(at).map(|feed| feed.url.clone()),
        ("lists", "title") => list.lists.get(at).map(|other| other.0.clone()),
        ("lists", "url") => list.lists.get(at).map(|other| other.1.clone()),
        ("opportunities", "title") => list.pages.get(at).map(|page| page.0.clone()),
        ("opportunities", "url") => list.pages.get(at).map(|page| page.1.clone()),
        _ => None,
    }
}

/// Whether an expectation of listparser holds; `None` for what this reader does not tell (dates, owners, versions).
fn holds(list: &List, expectation: &str) -> Option<bool> {
    let text = expectation.replace('"', "'").replace("result['feeds']", "feeds").replace("result['lists']", "lists");
    let text = text.replace("result['opportunities']", "opportunities").replace("result['meta']['title']", "title");
    let quoted = |text: &str| Some(text.trim().strip_prefix('\'')?.strip_suffix('\'')?.to_owned());
    let folders = |all: bool| {
        let folders = list.feeds.first()?.folders.clone();
        Some(folders.into_iter().filter(|path| all || path.len() == 1).collect::<Vec<_>>())
    };
    if let Some((left, right)) = text.split_once(" in feeds[0]") {
        let path: Vec<String> =
            left.trim_matches(['[', ']']).split(',').map(|part| part.trim().trim_matches('\'').to_owned()).collect();
        return Some(folders(right == "['categories']")?.contains(&path));
    }
    let (left, right) = text.split_once(" == ")?;
    if let Some(of) = left.strip_prefix("len(").and_then(|left| left.strip_suffix(')')) {
        let length = match of {
            "feeds" => list.feeds.len(),
            "lists" => list.lists.len(),
            "opportunities" => list.pages.len(),
            "feeds[0]['tags']" => folders(false)?.len(),
            "feeds[0]['categories']" => folders(true)?.len(),
            _ => return None,
        };
        return Some(right.parse() == Ok(length));
    }
    match (left, quoted(right)) {
        ("title", Some(expected)) => Some(list.title.as_deref() == Some(expected.as_str())),
        ("feeds[0]['categories'][0]", _) => Some(format!("{:?}", folders(true)?.first()?).replace('"', "'") == right),
        ("feeds[0]['tags']", _) => Some(format!("{:?}", folders(false)?.concat()).replace('"', "'") == right),
        (_, Some(expected)) if !right.contains('[') => value(list, left).map(|value| value == expected),
        _ if right.starts_with("feeds[") => Some(value(list, left)? == value(list, right)?),
        _ => None,
    }
}

#[test]
fn shared_lists_meet_their_expectations() {
    if shared("shared_lists", "listparser-opml/SOURCE.md").is_none() {
        return;
    }
    let (mut files, mut kept, mut unknown, mut lists) = (0, 0, Vec::new(), 0);
    let mut folders = vec![folder().join("listparser-opml")];
    while let Some(inside) = folders.pop() {
        for entry in std::fs::read_dir(inside).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|extension| extension != "xml") {
                continue;
            }
            files += 1;
            let bytes = std::fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let Ok(list) = read(&bytes) else {
                assert!(
                    path.components().any(|part| part.as_os_str() == "rdf") || path.ends_with("unknown-namespace.xml"),
                    "{path:?}"
                );
                continue;
            };
            lists += 1;
            for line in text.lines().filter_map(|line| line.trim().strip_prefix("Eval: ")) {
                match holds(&list, line) {
                    Some(held) => {
                        assert!(held, "{path:?}: {line}: {list:?}");
                        kept += 1;
                    }
                    None => unknown.push(line.to_owned()),
                }
            }
        }
    }
    unknown.retain(|line| !line.contains("bozo"));
    let beyond = ["created", "modified", "author", "version", "'title' not in"];
    let odd: Vec<&String> = unknown.iter().filter(|line| !beyond.iter().any(|word| line.contains(word))).collect();
    assert!(odd.is_empty(), "{odd:?}");
    assert_eq!(files, 110, "111 with their licence");
    assert!(lists > 75 && kept > 80, "{lists} lists, {kept} expectations");
}
