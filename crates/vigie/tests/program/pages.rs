//! Exports of pages, channels and newsletters from the command line: imported twice, then asked.

use crate::books::{xls, xlsx};
use crate::{Vigie, caveats, real, text, told};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Files imported twice into one space.
fn import_twice(vigie: &Vigie, files: &[PathBuf], space: &str) -> Vec<Value> {
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    vigie.import_twice(&files, &["--space", space])
}

#[test]
fn linkedin_page() {
    let Some(folder) = real("linkedin_page", "shapes-synthetic/linkedin-page") else { return };
    let vigie = Vigie::new();
    let files =
        ["followers", "visitors", "content"].map(|kind| folder.join(format!("exemple_{kind}_1780000000000.xls")));
    let outcomes = import_twice(&vigie, &files, "Page");
    let formats: Vec<&str> = outcomes.iter().map(|outcome| outcome["format"].as_str().unwrap()).collect();
    assert_eq!(formats, ["linkedin-followers", "linkedin-visitors", "linkedin-content"]);
    assert_eq!((&outcomes[1]["observations"], &outcomes[2]["posts"]), (&120.into(), &20.into()));
    assert_eq!(vigie.value("net_growth", &[]), 502.0);
    assert_eq!(vigie.value("impressions", &[]), 32_039.0);
    assert_eq!(vigie.value("profile_views", &[]), 1745.0);
    assert_eq!(["clicks", "follows_from_post"].map(|asked| vigie.value(asked, &[])), [731.0, 40.0]);
    assert_eq!(vigie.value("posts_published", &[]), 20.0);
    // People are told of each day, and those of sixty days are not their sum.
    assert_eq!(vigie.split("visitors", "day", &[]).into_values().sum::<f64>(), 1963.0);
    let all = vigie.figure("visitors", &[]);
    assert!(all["value"].is_null() && caveats(&all).contains(&"reach-not-additive"), "{all}");
    // Gains and losses are not told apart: they are missing, not zero.
    vigie.missing("gains", &[], "not-exported");
    vigie.missing("losses", &[], "not-exported");
}

/// What LinkedIn calls the total of a day's new followers is gained less lost, organic and sponsored ones likewise: it
/// is net growth, may be negative, and tells neither gains nor losses.
#[test]
fn linkedin_total_of_new_followers_is_net() {
    let book = xls(
        "New followers",
        &[
            &["Date", "Sponsored followers", "Organic followers", "Auto-invited followers", "Total followers"],
            &["08/03/2026", "2", "5", "1", "8"],
            &["08/04/2026", "0", "-4", "1", "-3"],
            &["08/05/2026", "0", "0", "0", "0"],
        ],
    );
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&vigie.file("page_followers_1786000000000.xls", book), &["--space", "Page"]);
    assert!(outcome["seen"].to_string().contains("net-only"), "{outcome}");
    let days = vigie.split("net_growth", "day", &["--from", "2026-08-03", "--to", "2026-08-06"]);
    assert_eq!(days.into_values().collect::<Vec<_>>(), [8.0, -3.0, 0.0]);
    for unknown in ["gains", "losses"] {
        vigie.missing(unknown, &[], "not-exported");
    }
}

#[test]
fn youtube_studio() {
    let Some(folder) = real("youtube_studio", "youtube-studio-shape") else { return };
    let vigie = Vigie::new();
    let basic = import_twice(&vigie, &[folder.join("basic/Table data.csv")], "Chaîne");
    let seen = basic[0]["seen"].to_string();
    assert!(seen.contains("Views 61685 ≠ 61503") && seen.contains("Subscribers 281 ≠ 316"), "{seen}");
    assert_eq!((vigie.value("video_views", &[]), vigie.value("follows_from_post", &[])), (61_503.0, 316.0));
    assert_eq!((&basic[0]["rows_read"], &basic[0]["posts"]), (&25.into(), &24.into()));
    let audience = Vigie::new();
    let outcome = import_twice(&audience, &[folder.join("audience/Table data.csv")], "Chaîne");
    assert_eq!((&outcome[0]["rows_read"], &outcome[0]["posts"]), (&72.into(), &68.into()));
    assert!(!outcome[0]["seen"].to_string().contains("Views 46333"), "46333 is the sum");
    // Three videos without a date, 26 views, belong to no day.
    assert_eq!(audience.value("video_views", &[]), 46_333.0 - 26.0);
    let days = import_twice(&audience, &[folder.join("daily")], "Jours");
    let rows: Vec<u64> = days.iter().map(|outcome| outcome["rows_read"].as_u64().unwrap()).collect();
    assert_eq!(rows, [1100, 1097]);
}

#[test]
fn youtube_studio_in_french() {
    let Some(folder) = real("youtube_studio_in_french", "shapes-synthetic/youtube-studio-fr") else { return };
    let vigie = Vigie::new();
    let outcomes = import_twice(&vigie, &[folder.join("Contenu 2026-01-05_2026-04-30.zip")], "Chaîne");
    assert!(outcomes.iter().all(|outcome| outcome["format"] == "youtube-studio"), "{outcomes:?}");
    assert_eq!(vigie.value("impressions", &[]), 436_375.0);
    let alone = Vigie::new();
    let table = import_twice(&alone, &[folder.join("Données du tableau.csv")], "Chaîne");
    assert_eq!((&table[0]["rows_read"], &table[0]["posts"]), (&13.into(), &12.into()), "the total is no video");
    assert_eq!(told(&table[0], "youtube-total", "figures"), None, "and it is the sum");
    assert_eq!(alone.value("impressions", &[]), 436_375.0);
    assert_eq!((alone.value("video_views", &[]), alone.value("follows_from_post", &[])), (59_469.0, 176.0));
    // The video of the chart was published on the day of the first one of the table.
    assert_eq!(vigie.value("posts_published", &[]), 13.0);
}

/// Facebook Insights as people had it from 2011 on: a workbook, the reactions to posts in a sheet of their own.
#[test]
fn facebook_insights_workbooks() {
    let days: &[&[&str]] = &[
        &["Date", "Lifetime Total Likes", "Daily New Likes", "Daily Unlikes", "Daily Total Reach"],
        &[
            "",
            "Lifetime: The total number of people who have liked your Page. (Unique Users)",
            "Daily: …",
            "Daily: …",
            "Daily: …",
        ],
        &["09/01/14", "12015", "19", "4", "4842"],
        &["09/02/14", "12031", "20", "4", "1427"],
    ];
    let posts: &[&[&str]] = &[
        &["Post ID", "Permalink", "Post Message", "Type", "Posted", "Lifetime Post Total Reach"],
        &["", "", "", "", "", "Lifetime: The total number of people your Page post was served to. (Unique Users)"],
        &[
            "517_3384",
            "https://www.facebook.com/exemple/posts/1",
            "Le marché",
            "Photo",
            "09/01/2014 03:05:12 AM",
            "900",
        ],
    ];
    let stories: &[&[&str]] = &[
        &["Post ID", "Permalink", "Posted", "share", "like", "comment"],
        &[
            "",
            "",
            "",
            "Lifetime: The number of stories created about your Page post, by action type. (Total Count)",
            "",
            "",
        ],
        &["517_3384", "https://www.facebook.com/exemple/posts/1", "09/01/2014 03:05:12 AM", "2", "20", "4"],
    ];
    let vigie = Vigie::new();
    let page = vigie.file("Facebook Insights Data Export - Exemple.xls", xls("Key Metrics", days));
    vigie.import_one_twice(&page, &["--space", "Page"]);
    let book = xlsx(&[("Key Metrics", posts), ("Lifetime Post Stories by act...", stories)]);
    vigie.import_one_twice(&vigie.file("Facebook Insights Data Export (Post Level).xlsx", book), &["--space", "Page"]);
    assert_eq!(
        ["gains", "losses"].map(|asked| vigie.value(asked, &["--from", "2014-09-01", "--to", "2014-09-03"])),
        [39.0, 8.0]
    );
    assert_eq!(vigie.value("interactions", &["--from", "2014-09-01", "--to", "2014-09-02"]), 26.0);
}

#[test]
fn mailchimp_lists() {
    let Some(folder) = real("mailchimp_lists", "newsletter-ghost-migrate") else { return };
    let vigie = Vigie::new();
    let files =
        ["subscribed", "unsubscribed", "cleaned"].map(|kind| folder.join(format!("mg-mailchimp-members__{kind}.csv")));
    let outcomes = import_twice(&vigie, &files, "Lettre");
    assert!(outcomes.iter().all(|outcome| outcome["format"] == "mailchimp-members"), "{outcomes:?}");
    assert!(!format!("{outcomes:?}").contains("@example"), "no address is told");
    assert_eq!(vigie.value("gains", &[]), 15.0);
    assert_eq!(vigie.value("losses", &[]), 10.0);
    assert_eq!(vigie.value("net_growth", &[]), 5.0);
}

#[test]
fn beehiiv() {
    let Some(folder) = real("beehiiv", "newsletter-ghost-migrate") else { return };
    let vigie = Vigie::new();
    let files = ["mg-beehiiv-members__members.csv", "mg-beehiiv__posts.csv"].map(|name| folder.join(name));
    import_twice(&vigie, &files, "Lettre");
    assert_eq!(vigie.value("gains", &[]), 8.0);
    assert_eq!(vigie.value("losses", &[]), 1.0);
    assert_eq!(vigie.value("posts_published", &[]), 2.0);
}

#[test]
fn days_of_tiktok_studio() {
    let vigie = Vigie::new();
    let file = vigie.folder.path().join("FollowerHistory_2026-01-02.csv");
    let days = "\"Date\",\"Followers\",\"Difference in followers from previous day\"\n\
                \"30 December\",\"1000\",\"12\"\n\"31 December\",\"1012\",\"-3\"\n\"1 January\",\"1009\",\"undefined\"\n";
    std::fs::write(&file, days).unwrap();
    let outcomes = import_twice(&vigie, &[file], "TikTok");
    assert!(outcomes[0]["seen"].to_string().contains(r#"["to","2026-01-01"]"#), "{outcomes:?}");
    assert_eq!(vigie.value("followers", &["--to", "2026-01-03"]), 1009.0);
    assert_eq!(vigie.value("net_growth", &["--from", "2026-01-01", "--to", "2026-01-02"]), -3.0);
}

#[test]
fn a_list_of_feeds_says_what_it_is_for() {
    let vigie = Vigie::new();
    let file = vigie.folder.path().join("veille.opml");
    let list =
        "<opml version=\"2.0\"><body><outline text=\"Le Port\" xmlUrl=\"https://port.example/feed\"/></body></opml>";
    std::fs::write(&file, list).unwrap();
    let out = vigie.try_run(&["import"], &["--client", "Office", file.to_str().unwrap()]);
    let words = text(&out.stderr);
    assert_eq!(out.status.code(), Some(1), "{words}");
    assert!(words.contains("Le Port") && words.contains("watch") && words.contains("hint:"), "{words}");
}
