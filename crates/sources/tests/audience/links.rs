//! Backlinks: Search Console's tables of links, Ahrefs' list.

use crate::support::{Read, paris, read, refusal, shared};
use crate::{damaged, note, utf16};
use model::{FactKind, Piece, What};

pub const LATEST: &str = "Linking page,Last crawled\nhttps://Blog.example/2026/a/,2026-03-29\nhttps://other.example/b?utm_source=x,2026-03-01\n";
pub const SITES: &str = "Site,Linking pages,Target pages\nsmall.example.org,3,1\nbig-blog.example.com,\"1,240\",12\n";
pub const AHREFS: &str = "Referring page title,Referring page URL,Domain rating,Target URL,Anchor,First seen,Last seen,Lost\n\
    \"Une balade, au bord de l'eau\",https://carnet.example/2026/balade?a=1,12,https://www.exemple.fr/plage,la plage,2026-01-05 14:30:00,2026-03-01 10:00:00,\n\
    Old page,https://old.example/x,3,https://www.exemple.fr/,site,2025-06-01,2025-09-01,2025-09-02\n";

fn facts(read: &Read) -> Vec<String> {
    let facts = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Fact(fact) => {
            assert_eq!(fact.kind, FactKind::Backlink);
            let at = jiff::Timestamp::from_millisecond(fact.at.0).unwrap();
            Some(format!("{at} {} {}", fact.zone_rule, fact.native))
        }
        _ => None,
    });
    facts.collect()
}

fn covers_backlinks(read: &Read) -> bool {
    read.pieces.iter().any(|piece| matches!(piece, Piece::Coverage(c) if c.what == What::Facts(FactKind::Backlink)))
}

#[test]
fn linking_pages_stand_on_the_day_google_saw_them() {
    let latest = read("latest.csv", LATEST.as_bytes(), &paris()).unwrap();
    assert_eq!(latest.format, "gsc-links");
    assert_eq!(
        facts(&latest),
        [
            "2026-03-29T19:00:00Z service https://blog.example/2026/a",
            "2026-03-01T20:00:00Z service https://other.example/b",
        ]
    );
    assert!(covers_backlinks(&latest) && latest.seen().contains(&"links-last-crawled".to_owned()));
    let french = LATEST.replace("Linking page,Last crawled", "Page d’origine,Dernière exploration");
    assert_eq!(facts(&read("derniers-liens.csv", french.as_bytes(), &paris()).unwrap()), facts(&latest));
}

#[test]
fn counts_without_a_day_are_told_and_no_figure() {
    let sites = read("sites.csv", SITES.as_bytes(), &paris()).unwrap();
    assert!(sites.pieces.is_empty());
    assert_eq!(
        (note(&sites, "links-by-site", "rows"), note(&sites, "links-by-site", "links")),
        ("2".into(), "1243".into())
    );
    let targets = "Target page,Incoming links,Linking sites\nhttps://exemple.fr/,7,3\n";
    let targets = read("targets.csv", targets.as_bytes(), &paris()).unwrap();
    assert_eq!(note(&targets, "links-by-target", "links"), "7");
    let Some(shared) = shared("counts_without_a_day", "shapes-synthetic/gsc-links/top-linking-sites.csv") else {
        return;
    };
    let shared = read("top-linking-sites.csv", &shared, &paris()).unwrap();
    assert_eq!(
        (note(&shared, "links-by-site", "rows"), note(&shared, "links-by-site", "links")),
        ("3".into(), "1330".into())
    );
}

#[test]
fn a_link_is_dated_by_the_day_it_was_first_seen() {
    let links = read("backlinks.csv", AHREFS.as_bytes(), &paris()).unwrap();
    assert_eq!(links.format, "ahrefs-backlinks");
    // The key of a link is the one that access logs give it.
    assert_eq!(
        facts(&links),
        [
            "2026-01-05T13:30:00Z assumed https://carnet.example/2026/balade?a=1 /plage",
            "2025-06-01T10:00:00Z assumed https://old.example/x /",
        ]
    );
    assert!(covers_backlinks(&links));
    assert_eq!(note(&links, "links-lost", "count"), "1");
    let tabs: String = AHREFS
        .lines()
        .map(|line| {
            let cells = line.replace("\"Une balade, au bord de l'eau\"", "Une balade");
            cells.replace(',', "\t") + "\r\n"
        })
        .collect();
    assert_eq!(facts(&read("backlinks.csv", &utf16(&tabs), &paris()).unwrap()), facts(&links));
}

#[test]
fn damaged_files_are_refused() {
    damaged(
        "latest.csv",
        LATEST,
        &[
            ("2026-03-29", "29/03", "line 2: Last crawled: not-a-date"),
            ("https://other.example/b?utm_source=x", "other", "line 3: Linking page: malformed"),
            (",2026-03-01\n", ",", "truncated"),
        ],
    );
    damaged("sites.csv", SITES, &[("small.example.org,3", "small.example.org,", "line 2: Linking pages: empty-value")]);
    damaged(
        "backlinks.csv",
        AHREFS,
        &[
            ("2026-01-05 14:30:00", "soon", "line 2: First seen: not-a-date"),
            ("https://old.example/x", "", "line 3: Referring page URL: empty-value"),
            (",site,2025-06-01,2025-09-01,2025-09-02\n", ",site", "truncated"),
        ],
    );
    let saved = AHREFS.replace(',', ";");
    assert!(refusal("backlinks.csv", saved.as_bytes(), &paris()).contains("resaved"));
    let latin: Vec<u8> = AHREFS.replace("balade,", "balade é,").chars().map(|c| u8::try_from(c).unwrap()).collect();
    assert!(refusal("backlinks.csv", &latin, &paris()).contains("bad-encoding"));
}
