//! Search Console's performance report, in both languages.

use crate::support::{paris, read, refusal, shared};
use crate::{damaged, note, utf16, whole};
use model::Metric;
use sources::open::{Limits, list_bytes};

pub const DATES: &str =
    "Date,Clicks,Impressions,CTR,Position\n2026-04-28,108,7662,1.41%,7.29\n2026-04-27,\"1,072\",5089,1.41%,24.7\n";

#[test]
fn days_and_what_says_no_day() {
    let days = read("Dates.csv", DATES.as_bytes(), &paris()).unwrap();
    assert_eq!(days.format, "search-console");
    assert_eq!((whole(&days, Metric::Clicks), whole(&days, Metric::Impressions)), ((1180.0, 2), (12751.0, 2)));
    assert!(days.text().contains("space clicks 108 flow 2026-04-28 America/Los_Angeles"));
    let queries = "Top queries,Clicks,Impressions,CTR,Position\n\"example, review\",80,4000,2%,3.79\n";
    let queries = read("Queries.csv", queries.as_bytes(), &paris()).unwrap();
    assert!(queries.pieces.is_empty());
    assert_eq!(note(&queries, "search-aside", "clicks"), "80");
    let filters = read("Filters.csv", b"Filter,Value\nSearch type,Web\nDate,Last 3 months\n", &paris()).unwrap();
    assert_eq!(note(&filters, "search-filters", "filters"), "Search type: Web · Date: Last 3 months");
    // A site may have no appearance of its own in the results.
    let none = read("x.csv", b"Search Appearance,Clicks,Impressions,CTR,Position\n", &paris()).unwrap();
    assert_eq!(none.report.rows, 0);
}

#[test]
fn damaged_files_are_refused() {
    damaged(
        "Dates.csv",
        DATES,
        &[
            ("2026-04-27", "27/04", "line 3: Date: not-a-date"),
            ("2026-04-27", "2026-04-28", "line 3: contradiction"),
            ("108,7662", "108,", "line 2: Impressions: empty-value"),
            ("108,7662", "9108,7662", "line 2: contradiction"),
            (",5089,1.41%,24.7\n", ",50", "truncated"),
            ("Clicks,", "Hits,", "Clicks: missing-column"),
        ],
    );
    let headers = "Date,Clicks,Impressions,CTR,Position\n";
    assert!(refusal("Dates.csv", headers.as_bytes(), &paris()).contains("empty"));
    assert!(refusal("Dates.csv", DATES.replace(',', ";").as_bytes(), &paris()).contains("resaved"));
    assert_eq!(read("Dates.csv", &utf16(DATES), &paris()).unwrap().report.rows, 2);
}

#[test]
fn the_shared_french_zip() {
    let name = "exemple.fr-Performance-on-Search-2026-05-01.zip";
    let Some(bytes) = shared("the_shared_french_zip", &format!("shapes-synthetic/gsc-fr/{name}")) else { return };
    let parts = list_bytes(name, bytes, &Limits::default()).unwrap();
    assert_eq!(parts.len(), 7);
    let mut told = std::collections::BTreeMap::new();
    for part in &parts {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part.open().unwrap(), &mut bytes).unwrap();
        let read = read(&part.name, &bytes, &paris()).unwrap();
        assert_eq!(read.format, "search-console", "{}", part.name);
        told.insert(part.name.clone(), read);
    }
    let dates = &told["Dates.csv"];
    assert_eq!(whole(dates, Metric::Clicks).0, 9704.0);
    assert_eq!(whole(dates, Metric::Impressions).0, 361_562.0);
    // Clicks are the same by day, by device and by country; impressions are not.
    assert_eq!(note(&told["Appareils.csv"], "search-aside", "clicks"), "9704");
    assert_eq!(note(&told["Pays.csv"], "search-aside", "clicks"), "9704");
    assert_eq!(note(&told["Requêtes.csv"], "search-aside", "clicks"), "980");
    assert!(note(&told["Filtres.csv"], "search-filters", "filters").contains("Les 3 derniers mois"));
}
