//! Traps 1 to 6: encodings, ids, columns, totals, empty cells, figures that are not exported.

use super::utf16;
use crate::books::xlsx;
use crate::{Vigie, told};

const FOLLOWS: &str = "sep=,\r\n\"Follows\"\r\n\"Date\",\"Primary\"\r\n\
                       \"2026-03-27T00:00:00\",\"7\"\r\n\"2026-03-30T01:00:00\",\"4\"\r\n";

#[test]
fn trap_1_utf16_with_sep_and_title_is_read_or_refused_never_empty() {
    let unmarked: Vec<u8> = utf16(FOLLOWS).split_off(2);
    let big_endian: Vec<u8> =
        [0xfe, 0xff].into_iter().chain(FOLLOWS.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for (name, bytes) in [
        ("as-exported.csv", utf16(FOLLOWS)),
        ("saved-as-utf-8.csv", FOLLOWS.as_bytes().to_vec()),
        ("tabs.csv", utf16(&FOLLOWS.replace("sep=,", "sep=\t").replace("\",\"", "\"\t\""))),
        ("big-endian.csv", big_endian),
    ] {
        let vigie = Vigie::new();
        let outcome = vigie.import_one_twice(&vigie.file(name, bytes), &["--network", "facebook"]);
        assert_eq!((&outcome["format"], vigie.value("gains", &[])), (&"meta-daily".into(), 11.0), "{name}");
    }
    let vigie = Vigie::new();
    let swapped: Vec<u8> = [0xfe, 0xff].into_iter().chain(unmarked.iter().copied()).collect();
    let mut cut = utf16(FOLLOWS);
    cut.truncate(cut.len() - 15);
    for (name, bytes) in [
        ("wrong-mark.csv", swapped),
        ("cut.csv", cut),
        ("title-only.csv", utf16("sep=,\r\n\"Follows\"\r\n")),
        ("headers-only.csv", utf16("sep=,\r\n\"Follows\"\r\n\"Date\",\"Primary\"\r\n")),
    ] {
        vigie.refusal(&vigie.file(name, bytes), &["--network", "facebook"]);
    }
    // Without the mark nobody can be sure: read right or refused.
    let file = vigie.file("without-mark.csv", unmarked);
    let out = vigie.try_run(&["import"], &["--client", "Office", "--network", "facebook", file.to_str().unwrap()]);
    assert!(out.status.code() == Some(1) || vigie.value("gains", &[]) == 11.0, "{out:?}");
}

const CONTENT: &str = "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks\n\
2029076127764840449,\"Wed, Mar 4, 2026\",Un,https://x.com/exemple/status/2029076127764840449,100,3,47,0,0,2,8,2,0,30,8,0,8\n\
2029076127764840451,\"Wed, Mar 4, 2026\",Deux,https://x.com/exemple/status/2029076127764840451,10,1,1,0,0,0,0,0,0,0,0,0,0\n";

#[test]
fn trap_2_ids_above_2_to_the_53_stay_apart() {
    let vigie = Vigie::new();
    // As floating-point numbers these two ids are one.
    assert_eq!(vigie.import_one_twice(&vigie.file("content.csv", CONTENT), &[])["posts"], 2);
    assert_eq!((vigie.value("posts_published", &[]), vigie.value("likes", &[])), (2.0, 4.0));
}

#[test]
fn trap_2_ids_rounded_by_a_spreadsheet_are_recovered_from_the_link_or_refused() {
    let vigie = Vigie::new();
    let rounded = CONTENT.replacen("2029076127764840449", "2.02908E+18", 1);
    let outcome = vigie.import_one_twice(&vigie.file("rounded.csv", &rounded), &[]);
    assert_eq!((&outcome["posts"], told(&outcome, "ids-recovered", "count")), (&2.into(), Some("1")));
    // The file as exported then brings nothing new: the id that was recovered is the right one.
    let whole = vigie.import(&[&vigie.file("content.csv", CONTENT)], &[]).remove(0);
    assert_eq!((&whole["posts"], &whole["facts"], &whole["observations"]), (&0.into(), &0.into(), &0.into()));
    let without_link = rounded.replacen("https://x.com/exemple/status/2029076127764840449", "", 1);
    let words = vigie.refusal(&vigie.file("no-link.csv", &without_link), &[]);
    assert!(words.contains("line 2") && words.contains("Post id") && words.contains("2.02908E+18"), "{words}");
    let meta = META.replace("12345678901234567", "6.49E+17");
    let words = vigie.refusal(&vigie.file("meta.csv", meta), &[]);
    assert!(words.contains("line 2") && words.contains("6.49E+17") && words.contains("spreadsheet"), "{words}");
}

const META: &str = "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves,Views\n\
12345678901234567,17841400000000001,exemple.port,Le port,Un,0,03/14/2026 08:05,https://www.instagram.com/p/1/,IG image,,Lifetime,700,520,61,2,1,4,3,700\n";

#[test]
fn trap_3_column_names_that_stand_twice_must_agree() {
    let vigie = Vigie::new();
    vigie.import_one_twice(&vigie.file("twice.csv", META), &[]);
    assert_eq!(vigie.value("impressions", &[]), 700.0, "once, not twice");
    let words = vigie.refusal(&vigie.file("apart.csv", META.replacen("3,700\n", "3,701\n", 1)), &[]);
    assert!(words.contains("line 2, Views") && words.contains("700") && words.contains("701"), "{words}");
}

const TABLE: &str = "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions click-through rate (%)\n\
Total,,,,115,3.5,1,2500,2.1\n\
aaaaaaaaaaa,Le port,\"Mar 5, 2026\",60,100,3,4,1500,2\n\
bbbbbbbbbbb,Deux,\"Mar 9, 2026\",0:02:31,15,0.5,-3,500,3\n";

#[test]
fn trap_4_a_total_that_is_not_the_sum_is_said_and_never_added() {
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&vigie.file("Table data.csv", TABLE), &["--space", "Chaîne"]);
    assert_eq!(told(&outcome, "youtube-total-apart", "figures"), Some("Impressions 2500 ≠ 2000"));
    assert_eq!((&outcome["posts"], vigie.value("impressions", &[])), (&2.into(), 2000.0));
    let report = "# ----\n# Report CSV Export\n# Start date: 20260701\n# End date: 20260703\n\
                  Session default channel group,Sessions\nGrand total,1200\nOrganic Search,600\nDirect,400\nOrganic Social,150\n";
    let vigie = Vigie::new();
    vigie.import_one_twice(&vigie.file("data-export.csv", report), &["--space", "Site"]);
    // The total is taken once, and what its rows do not tell is nobody's.
    assert_eq!(vigie.value("visits", &["--from", "2026-07-01", "--to", "2026-07-04"]), 1200.0);
    let channels = vigie.split("visits", "channel", &["--from", "2026-07-01", "--to", "2026-07-04"]);
    assert_eq!(channels.values().sum::<f64>(), 1200.0, "{channels:?}");
}

#[test]
fn trap_5_empty_is_not_zero() {
    // Pinterest lags behind: its last days are empty.
    let vigie = Vigie::new();
    let pins = "Analytics overview\n2026-05-25 - 2026-05-28\nContent types,Organic\nDevices,All\n\nDate,Impressions\n\
                2026-05-25,0\n2026-05-26,3\n2026-05-27,\n2026-05-28,\n";
    let outcome = vigie.import_one_twice(&vigie.file("overview.csv", pins), &["--space", "Pins"]);
    assert_eq!((&outcome["observations"], told(&outcome, "days-empty", "count")), (&2.into(), Some("2")));
    assert_eq!(vigie.value("impressions", &["--from", "2026-05-25", "--to", "2026-05-26"]), 0.0);
    vigie.missing("impressions", &["--from", "2026-05-27", "--to", "2026-05-28"], "no-source");

    // TikTok writes `NAN` and `undefined`.
    let vigie = Vigie::new();
    let days = "Date,Video views,Reached audience,Profile views,Likes,Shares,Comments,Phone number clicks ,Leads submission,Net growth,New followers,Lost followers\n\
                2026/03/01,10,5,1,1,0,0,0,0,1,2,1\n2026/03/02,NAN,NAN,NAN,NAN,NAN,NAN,NAN,NAN,NAN,NAN,NAN\n";
    vigie.import_one_twice(&vigie.file("tiktok.csv", days), &["--space", "TikTok"]);
    let losses = vigie.figure("losses", &["--from", "2026-03-01", "--to", "2026-03-03"]);
    assert_eq!((losses["value"].as_f64(), &losses["status"]), (Some(1.0), &"partial".into()), "{losses}");
    vigie.missing("losses", &["--from", "2026-03-02", "--to", "2026-03-03"], "no-source");

    // Plausible leaves rates empty where nobody came: the visits of that day are zero all the same.
    let vigie = Vigie::new();
    let visitors = "date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration\n\
                    2026-03-01,1,1,1,1.0,100,0\n2026-03-02,0,0,0,0.0,,\n2026-03-03,,,,,,\n";
    vigie.import_one_twice(&vigie.file("visitors.csv", visitors), &["--space", "Site"]);
    assert_eq!(vigie.value("visits", &["--from", "2026-03-02", "--to", "2026-03-03"]), 0.0);
    assert_eq!(vigie.figure("visits", &["--from", "2026-03-03", "--to", "2026-03-04"])["status"], "missing");

    // A mapping says which word means "not observed".
    let vigie = Vigie::new();
    let map = vigie.file(
        "map.toml",
        "rows = \"posts\"\nnetwork = \"facebook\"\n[table]\nempty = [\"-1\"]\n\
         [[column]]\nheader = \"Item\"\nis = \"id\"\n[[column]]\nheader = \"Day\"\nis = \"at\"\n[[column]]\nheader = \"Shares\"\nis = \"shares\"\n",
    );
    let news = vigie.file("news.csv", "Item,Day,Shares\n1,2026-03-01,4\n2,2026-03-01,0\n3,2026-03-01,-1\n");
    vigie.import_one_twice(&news, &["--space", "News", "--map", map.to_str().unwrap()]);
    let shares = vigie.figure("shares", &[]);
    assert_eq!((shares["value"].as_f64(), &shares["n"]), (Some(4.0), &2.into()), "{shares}");
}

#[test]
fn trap_6_gains_without_losses_say_that_losses_are_not_exported() {
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&vigie.file("Follows.csv", utf16(FOLLOWS)), &["--network", "facebook"]);
    assert!(outcome["seen"].to_string().contains("gains-only"), "{outcome}");
    assert_eq!(vigie.value("gains", &[]), 11.0);
    vigie.missing("losses", &[], "gains-only");
    assert_eq!(vigie.figure("net_growth", &[])["status"], "missing");
    // A member's workbook: the same.
    let vigie = Vigie::new();
    let book = xlsx(&[
        ("ENGAGEMENT", &[&["Date", "Impressions", "Engagements"], &["7/30/2024", "1200", "31"]]),
        (
            "FOLLOWERS",
            &[
                &["Total followers on 8/5/2024:", "2713"],
                &[],
                &["Date", "New followers"],
                &["7/30/2024", "4"],
                &["7/31/2024", "0"],
            ],
        ),
    ]);
    let outcome =
        vigie.import_one_twice(&vigie.file("Content_2024-07-30_2024-08-05_name.xlsx", book), &["--space", "Profil"]);
    assert_eq!(outcome["format"], "linkedin-creator");
    assert_eq!(vigie.value("gains", &["--from", "2024-07-30", "--to", "2024-08-01"]), 4.0);
    vigie.missing("losses", &["--from", "2024-07-30", "--to", "2024-08-01"], "gains-only");
}
