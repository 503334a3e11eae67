//! Trap 7: dates that say less than a date, or say it in two ways.

use super::utf16;
use crate::{Vigie, told};
use serde_json::Value;

fn notes(outcome: &Value) -> String {
    outcome["seen"].to_string()
}

#[test]
fn trap_7_dates_without_year_are_anchored_and_cross_the_new_year() {
    let vigie = Vigie::new();
    let days = "\"Date\",\"Followers\",\"Difference in followers from previous day\"\n\
                \"30 December\",\"1000\",\"12\"\n\"31 December\",\"1012\",\"-3\"\n\"1 January\",\"1009\",\"undefined\"\n";
    let outcome = vigie.import_one_twice(&vigie.file("FollowerHistory_2026-01-02.csv", days), &["--space", "TikTok"]);
    assert!(notes(&outcome).contains(r#"["from","2025-12-30"],["to","2026-01-01"]"#), "{outcome}");
    // The difference written on a day is the one to the day after.
    assert_eq!(vigie.value("net_growth", &["--from", "2025-12-31", "--to", "2026-01-01"]), 12.0);
}

#[test]
fn trap_7_nth_day_counts_from_the_start_of_its_own_table() {
    let vigie = Vigie::new();
    let report = "# ----\n# Report CSV Export\n# Start date: 20260330\n# End date: 20260401\nNth day,Sessions\n0000,5\n0001,4\n0002,3\n";
    vigie.import_one_twice(&vigie.file("data-export.csv", report), &["--space", "Site"]);
    assert_eq!(vigie.value("visits", &["--from", "2026-04-01", "--to", "2026-04-02"]), 3.0);
    let words = vigie.refusal(&vigie.file("beyond.csv", report.replace("0002,3", "0009,3")), &["--space", "Site"]);
    assert!(words.contains("Nth day") && words.contains("0009"), "{words}");
}

const DAYS: &str = "Jour;Abonnés\n03/04/2026;5\n04/04/2026;6\n";
const MAP: &str = "rows = \"days\"\nnetwork = \"facebook\"\nspace = \"Page\"\n[[column]]\nheader = \"Jour\"\nis = \"at\"\n\
                   [[column]]\nheader = \"Abonnés\"\nis = \"gains\"\n";

#[test]
fn trap_7_day_and_month_are_told_apart_stated_or_asked() {
    // Nothing in the file tells: it is asked.
    let vigie = Vigie::new();
    let map = vigie.file("map.toml", MAP);
    let days = vigie.file("days.csv", DAYS);
    let words = vigie.refusal(&days, &["--map", map.to_str().unwrap()]);
    assert!(words.contains("day") && words.contains("month"), "{words}");
    // Once said, it is read so.
    let said = vigie.file("said.toml", MAP.replace("is = \"at\"\n", "is = \"at\"\nformat = \"day-first\"\n"));
    vigie.import_one_twice(&days, &["--map", said.to_str().unwrap()]);
    assert_eq!(vigie.value("gains", &["--from", "2026-04-03", "--to", "2026-04-04"]), 5.0);
    // A day above twelve tells for the whole file.
    let vigie = Vigie::new();
    let map = vigie.file("map.toml", MAP);
    vigie.import_one_twice(&vigie.file("days.csv", format!("{DAYS}13/04/2026;7\n")), &["--map", map.to_str().unwrap()]);
    assert_eq!(vigie.value("gains", &["--from", "2026-04-03", "--to", "2026-04-04"]), 5.0);
    // A service that writes the month first: read so, and stated.
    let vigie = Vigie::new();
    let posts = "Post ID,Page ID,Page name,Publish time,Post type,Date,Reach,Reactions,Comments,Shares\n\
                 3384426593579622,1,Office,03/04/2026 03:05,Photos,Lifetime,901,20,3,2\n";
    let outcome = vigie.import_one_twice(&vigie.file("posts.csv", posts), &[]);
    assert!(notes(&outcome).contains("dates-month-first"), "{outcome}");
    assert_eq!(vigie.value("posts_published", &["--from", "2026-03-04", "--to", "2026-03-05"]), 1.0);
    // A talk whose days can be read both ways is refused; one whose days cannot is read and says so.
    let talk = |days: [&str; 3]| -> String {
        days.iter().zip(["Ana", "Leo", "Max"]).map(|(day, who)| format!("{day}, 10:00 - {who}: a\n")).collect()
    };
    let vigie = Vigie::new();
    vigie.refusal(&vigie.file("both.txt", talk(["03/04/2024", "03/04/2024", "03/04/2024"])), &["--space", "Groupe"]);
    let told = vigie.import_one_twice(
        &vigie.file("chat.txt", talk(["13/02/2024", "14/02/2024", "15/02/2024"])),
        &["--space", "Groupe"],
    );
    assert!(notes(&told).contains("dates-day-first"), "{told}");
}

#[test]
fn trap_7_serials_of_a_spreadsheet_are_dates_in_a_survey_and_refused_elsewhere() {
    let vigie = Vigie::new();
    let survey = "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,LastName,Custom Data,Do you animate a community?,Where?,\n\
                  ,,,,,,,,,Response,Facebook,Mastodon\n1,9,46168.5,46168.51,,,,,,Yes,Facebook,\n2,9,46169.25,46169.26,,,,,,No,,\n";
    let outcome = vigie.import_one_twice(&vigie.file("results.csv", survey), &[]);
    assert_eq!((&outcome["format"], &outcome["answers"]), (&"surveymonkey".into(), &3.into()), "{outcome}");
    let overview = "Analytics overview\n2026-05-25 - 2026-05-26\nContent types,Organic\nDevices,All\n\nDate,Impressions\n46167,0\n46168,3\n";
    let words = vigie.refusal(&vigie.file("overview.csv", overview), &["--space", "Pins"]);
    assert!(words.contains("line 7, Date") && words.contains("46167"), "{words}");
}

#[test]
fn trap_7_french_months_are_read() {
    let table = "Contenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues,Durée de visionnage (heures),Abonnés,Impressions,Taux de clics par impression (%)\n\
                 aaaaaaaaaaa,Le port,28 sept. 2026,60,\"1\u{202f}100\",\"3,5\",4,\"1\u{202f}500\",\"2,1\"\n\
                 bbbbbbbbbbb,Deux,1 août 2026,151,15,\"0,5\",-3,500,3\n";
    let vigie = Vigie::new();
    vigie.import_one_twice(&vigie.file("Données du tableau.csv", table), &["--space", "Chaîne"]);
    for (from, to) in [("2026-09-28", "2026-09-29"), ("2026-08-01", "2026-08-02")] {
        assert_eq!(vigie.value("posts_published", &["--from", from, "--to", to]), 1.0, "{from}");
    }
    assert_eq!(vigie.split("impressions", "post", &[]).values().sum::<f64>(), 2000.0);
}

#[test]
fn trap_7_local_times_take_the_clients_zone_and_say_so() {
    let posts = "Post ID,Page ID,Page name,Publish time,Post type,Date,Reach,Reactions,Comments,Shares\n\
                 3384426593579622,1,Office,03/14/2026 23:30,Photos,Lifetime,901,20,3,2\n";
    let day = ["--from", "2026-03-14", "--to", "2026-03-15", "--zone", "Europe/Paris"];
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&vigie.file("posts.csv", posts), &[]);
    assert_eq!(told(&outcome, "zone-assumed", "zone"), Some("Europe/Paris"));
    assert_eq!(vigie.value("posts_published", &day), 1.0);
    // Named for this file, it is no longer assumed: half past eleven in Montréal is the next morning in Paris.
    let vigie = Vigie::new();
    let run = ["--client", "Office", "--json", "--zone", "America/Montreal"];
    let out = vigie.run(&["import"], &[&run[..], &[vigie.file("posts.csv", posts).to_str().unwrap()]].concat());
    assert!(!out.contains("zone-assumed"), "{out}");
    assert_eq!(vigie.figure("posts_published", &day)["value"].as_f64().unwrap_or_default(), 0.0);
}

#[test]
fn trap_7_clock_changes_move_no_day() {
    // Meta shifts the hour it writes when summer time begins: the day stays.
    let follows = "sep=,\r\n\"Follows\"\r\n\"Date\",\"Primary\"\r\n\"2026-03-28T00:00:00\",\"7\"\r\n\
                   \"2026-03-29T00:00:00\",\"1\"\r\n\"2026-03-30T01:00:00\",\"4\"\r\n";
    let vigie = Vigie::new();
    vigie.import_one_twice(&vigie.file("Follows.csv", utf16(follows)), &["--network", "facebook"]);
    let days = vigie.split("gains", "day", &["--from", "2026-03-28", "--to", "2026-03-31"]);
    assert_eq!(days.into_values().collect::<Vec<_>>(), [7.0, 1.0, 4.0]);
    // 29 March 2026 has 23 hours in Paris, 25 October has 25: each visit falls into its own local day.
    let line = |n: u8, at: &str| {
        format!(
            "203.0.113.{n} - - [{at} +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0\"\n"
        )
    };
    let log: String = [
        (1, "28/Mar/2026:22:59:00"),
        (2, "28/Mar/2026:23:00:00"),
        (3, "29/Mar/2026:21:59:00"),
        (4, "29/Mar/2026:22:00:00"),
        (5, "24/Oct/2026:21:59:00"),
        (6, "24/Oct/2026:22:00:00"),
        (7, "25/Oct/2026:22:59:00"),
        (8, "25/Oct/2026:23:00:00"),
    ]
    .map(|(n, at)| line(n, at))
    .concat();
    let vigie = Vigie::new();
    vigie.import_one_twice(&vigie.file("access.log", log), &["--space", "Site"]);
    for day in ["2026-03-29", "2026-10-25"] {
        let (from, to) = (day, format!("{}{}", &day[..8], day[8..].parse::<u8>().unwrap() + 1));
        assert_eq!(vigie.value("visits", &["--from", from, "--to", &to]), 2.0, "{day}");
    }
}
