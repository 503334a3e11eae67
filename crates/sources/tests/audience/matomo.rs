//! Matomo: reports with raw and translated names, and the visits log.

use crate::support::{paris, read, refusal, shared};
use crate::{damaged, note, table, utf16, whole};
use model::{Breakdown, Metric, Piece, What};

pub const SUMMARY: &str =
    "date,nb_uniq_visitors,nb_visits,nb_actions,bounce_rate\n2010-01-03,2,2,2,100%\n2010-01-04,0,0,0,0%\n";

const FRENCH: &str = "Nom,Visiteurs uniques,Visites,Actions,Taux de rebond\n\
    Entrées directes,40,50,90,60%\nMoteurs de recherche,30,34,80,40%\nRéseaux sociaux,9,10,12,80%\nSites web,5,6,9,50%\n";

#[test]
fn days_and_weeks() {
    let days = read("x.csv", SUMMARY.as_bytes(), &paris()).unwrap();
    assert_eq!((days.format, days.report.rows), ("matomo-csv", 2));
    assert_eq!((whole(&days, Metric::Visits), whole(&days, Metric::Visitors)), ((2.0, 2), (2.0, 2)));
    assert_eq!(whole(&days, Metric::PageViews), (0.0, 0), "actions are no page views");
    for named in ["nb_pageviews", "Pageviews", "Vues de page"] {
        let days = read("x.csv", SUMMARY.replace("nb_actions", named).as_bytes(), &paris()).unwrap();
        assert_eq!(whole(&days, Metric::PageViews), (2.0, 2), "{named}");
    }
    let week = SUMMARY
        .replace("2010-01-03,", "\"2009-12-28,2010-01-03\",")
        .replace("2010-01-04,", "\"2010-01-04,2010-01-10\",");
    assert!(
        read("x.csv", week.as_bytes(), &paris()).unwrap().text().contains("space visits 2 flow 2009-12-28..2010-01-04")
    );
}

#[test]
fn channel_types_in_french_dated_by_the_name() {
    let name = "Exporter _ Type de canal _ janvier 2010.csv";
    let dated = read(name, &utf16(FRENCH), &paris()).unwrap();
    let expected = ["entrées directes 50", "moteurs de recherche 34", "réseaux sociaux 10", "sites web 6"];
    assert_eq!(table(&dated, Breakdown::Channel, Metric::Visits), expected);
    assert_eq!(
        (note(&dated, "arrivals", "from"), note(&dated, "arrivals", "to")),
        ("2010-01-01".into(), "2010-01-31".into())
    );
    // Without days, no day is invented.
    let undated = read("export.csv", FRENCH.as_bytes(), &paris()).unwrap();
    assert!(undated.pieces.is_empty());
    assert_eq!(note(&undated, "arrivals-undated", "sum"), "100");
}

#[test]
fn damaged_files_are_refused() {
    damaged(
        "x.csv",
        SUMMARY,
        &[
            ("2010-01-04", "yesterday", "line 3: date: not-a-date"),
            (",0,0,0,0%", ",0,many,0,0%", "line 3: nb_visits: not-a-number"),
            ("2010-01-04", "2010-01-03", "line 3: date: contradiction"),
            ("2010-01-04,0,0,0,0%\n", "2010-01-04,0", "truncated"),
            ("2010-01-03,2,2,2,100%\n2010-01-04,0,0,0,0%\n", "", "empty"),
        ],
    );
    let latin: Vec<u8> = FRENCH.chars().map(|c| u8::try_from(c).unwrap()).collect();
    assert!(refusal("x.csv", &latin, &paris()).contains("bad-encoding"));
    let mut odd = utf16(FRENCH);
    odd.truncate(101);
    assert!(read("x.csv", &odd, &paris()).is_err());
}

#[test]
fn the_shared_reports() {
    let file = |name: &str| {
        shared("the_shared_reports", &format!("matomo-csv/test_csvExport{name}.csv"))
            .map(|bytes| (name.to_owned(), bytes))
    };
    for name in ["_xp0__VisitsSummary.get_day", "_xp1_inner0_trans-en__VisitsSummary.get_day"] {
        let Some((name, bytes)) = file(name) else { return };
        assert!(bytes.starts_with(&[0xff, 0xfe]), "UTF-16 with its mark by default");
        let summary = read(&name, &bytes, &paris()).unwrap();
        assert_eq!((summary.format, summary.report.rows, summary.pieces.len()), ("matomo-csv", 1, 0));
        assert_eq!(note(&summary, "arrivals-undated", "sum"), "2");
        // The same report under the name that Matomo's page gives it.
        let dated = read("Export _ Visits Summary _ January 3, 2010.csv", &bytes, &paris()).unwrap();
        assert_eq!((whole(&dated, Metric::Visits), whole(&dated, Metric::Visitors)), ((2.0, 1), (2.0, 1)));
    }
    let Some((name, contents)) = file("_xp1_inner0_trans-en__Contents.getContentNames_day") else { return };
    let contents = read(&name, &contents, &paris()).unwrap();
    assert_eq!((contents.pieces.len(), note(&contents, "matomo-aside", "rows")), (0, "6".to_owned()));
}

#[test]
fn the_shared_log_of_visits() {
    let Some(bytes) =
        shared("the_shared_log_of_visits", "matomo-csv/test_csvExport__Live.getLastVisitsDetails_day.csv")
    else {
        return;
    };
    let read = read("visits.csv", &bytes, &paris()).unwrap();
    assert_eq!((read.report.rows, note(&read, "matomo-visits", "visits")), (2, "2".to_owned()));
    let visits: Vec<_> = read
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Visit(visit) => Some((visit.from.0 / 1000, visit.last.0 / 1000, visit.origin.told, visit.pages)),
            _ => None,
        })
        .collect();
    assert_eq!(visits, [(1_262_519_553, 1_262_519_823, true, 1), (1_262_517_753, 1_262_518_023, true, 1)]);
    assert!(read.pieces.iter().any(|piece| matches!(piece, Piece::Coverage(covered) if covered.what == What::Visits)));
}

#[test]
fn where_the_visits_of_the_log_came_from() {
    let text = "idVisit,visitorId,firstActionTimestamp,lastActionTimestamp,referrerType,referrerName,referrerUrl,actions\n\
        1,a,1262519553,1262519823,social,Facebook,https://m.facebook.com/x,3\n\
        2,b,1262519554,1262519554,search,Google,,1\n\
        3,c,1262519555,1262519555,campaign,Printemps,,1\n\
        4,d,1262519556,1262519556,website,Blog.Example,,1\n";
    let log = read("log.csv", text.as_bytes(), &paris()).unwrap();
    let origins: Vec<_> = log
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Visit(visit) => {
                Some(visit.origin.referrer.clone().or_else(|| visit.origin.campaign.clone()).unwrap())
            }
            _ => None,
        })
        .collect();
    assert_eq!(origins, ["m.facebook.com", "google", "printemps", "blog.example"]);
    let backwards = text.replace("1262519553,1262519823", "1262519823,1262519553");
    assert!(
        refusal("log.csv", backwards.as_bytes(), &paris()).starts_with("line 2: lastActionTimestamp: contradiction")
    );
}
