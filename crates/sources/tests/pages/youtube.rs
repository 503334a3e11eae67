//! YouTube Studio: the table, its row of totals, the chart and the days of the channel, in both languages.

use crate::support::{NOW, Read, paris, read, refusal, shared};
use model::{Metric, Piece, Window};
use sources::Options;
use sources::open::{Limits, list_bytes};

const TABLE: &str = "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions click-through rate (%)\n\
Total,,,,115,3.5,1,2000,2.1\n\
aaaaaaaaaaa,\"Le port, à l’aube\",\"Mar 5, 2026\",60,100,3,4,1500,2\n\
bbbbbbbbbbb,Deux,\"Mar 9, 2026\",0:02:31,15,0.5,-3,500,3\n\
";

fn texts(test: &str, path: &str) -> Option<Read> {
    let bytes = shared(test, path)?;
    Some(read(path, &bytes, &paris()).unwrap())
}

#[test]
fn the_table() {
    let read = read("Table data.csv", TABLE.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("youtube-studio", 3));
    insta::assert_snapshot!(read.text(), @r#"
    post aaaaaaaaaaa at 2026-03-05T11:00:00Z assumed day video "Le port, à l’aube" "https://www.youtube.com/watch?v=aaaaaaaaaaa"
    fact post aaaaaaaaaaa at 2026-03-05T11:00:00Z assumed "" ""
    aaaaaaaaaaa video_views 100 level lifetime
    aaaaaaaaaaa impressions 1500 level lifetime
    aaaaaaaaaaa follows_from_post 4 level lifetime
    post bbbbbbbbbbb at 2026-03-09T11:00:00Z assumed day video "Deux" "https://www.youtube.com/watch?v=bbbbbbbbbbb"
    fact post bbbbbbbbbbb at 2026-03-09T11:00:00Z assumed "" ""
    bbbbbbbbbbb video_views 15 level lifetime
    bbbbbbbbbbb impressions 500 level lifetime
    bbbbbbbbbbb follows_from_post -3 level lifetime
    cover Facts(Post) 2026-03-04T23:00:00Z..2026-03-09T23:00:00Z
    cover Posts(Impressions) 2026-03-04T23:00:00Z..2026-03-09T23:00:00Z
    cover Posts(VideoViews) 2026-03-04T23:00:00Z..2026-03-09T23:00:00Z
    cover Posts(FollowsFromPost) 2026-03-04T23:00:00Z..2026-03-09T23:00:00Z
    seen days from=2026-03-05 to=2026-03-09
    seen youtube-since-publication
    seen zone-assumed zone=Europe/Paris
    seen blocks-left-out titles=Watch time (hours) · Impressions click-through rate (%)
    "#);
}

#[test]
fn the_period_of_a_folder_leaves_out_the_figures_of_older_videos() {
    let name = "Content 2026-03-08_2026-03-31 Chaîne/Table data.csv";
    let read = read(name, TABLE.as_bytes(), &Options { now: NOW, ..paris() }).unwrap();
    let text = read.text();
    assert!(text.contains("bbbbbbbbbbb video_views 15 level lifetime seen 2026-03-31T21:59:59.999Z"), "{text}");
    assert!(!text.contains("aaaaaaaaaaa video_views") && text.contains("seen older-posts count=1"), "{text}");
}

#[test]
fn the_total_is_never_counted_and_said_where_it_is_not_the_sum() {
    let apart = read("t.csv", TABLE.replacen("Total,,,,115", "Total,,,,120", 1).as_bytes(), &paris()).unwrap();
    assert_eq!(apart.sum(Metric::VideoViews).0, 115.0);
    let text = apart.text();
    assert!(text.contains("seen youtube-total-apart figures=Views 120 ≠ 115"), "{text}");
    assert!(!text.contains("cover Posts(VideoViews)") && text.contains("cover Posts(Impressions)"), "{text}");
    let without: String =
        TABLE.lines().filter(|line| !line.starts_with("Total")).map(|line| format!("{line}\n")).collect();
    let without = read("t.csv", without.as_bytes(), &paris()).unwrap();
    assert_eq!((without.sum(Metric::VideoViews).0, without.posts()), (115.0, 2));
    assert!(!without.text().contains("cover"), "nothing says that all videos are listed");
}

#[test]
fn a_video_without_date_waits_for_one() {
    let text = TABLE.replacen("Total,,,,115", "Total,,,,122", 1) + "ccccccccccc,Sans date,,61,7,0,,,\n";
    let read = read("t.csv", text.as_bytes(), &paris()).unwrap();
    assert_eq!((read.posts(), read.sum(Metric::VideoViews)), (2, (122.0, 3)));
    assert!(read.text().contains("seen undated-posts count=1") && !read.text().contains("cover"), "{}", read.text());
}

#[test]
fn days_of_the_channel() {
    let totals = |text: &str| read("Totaux.csv", text.as_bytes(), &paris()).unwrap();
    let net = totals("Date,Abonnés\n2026-01-05,\"1\u{202f}010\"\n2026-01-06,-2\n2026-01-07,\n");
    assert_eq!((net.format, net.sum(Metric::NetGrowth)), ("youtube-studio", (1008.0, 2)));
    assert!(net.text().starts_with("space net_growth 1010 flow 2026-01-05 America/Los_Angeles\n"), "{}", net.text());
    assert_eq!(totals("Date,Subscribers gained\n2026-01-05,4\n").sum(Metric::Gains), (4.0, 1));
    assert_eq!(totals("Date,Abonnés perdus\n2026-01-05,4\n").sum(Metric::Losses), (4.0, 1));
    assert_eq!(totals("Date,Vues\n2026-01-05,10\n").sum(Metric::VideoViews), (10.0, 1));
    let mean = totals("Date,Durée moyenne d’une vue\n2026-01-05,0:00:21\n");
    assert!(mean.pieces.is_empty() && mean.text().contains("seen blocks-left-out titles=Durée moyenne d’une vue"));
}

#[test]
fn the_chart_tells_its_videos_once() {
    let chart = "Date,Contenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues\n\
                 2026-01-05,aaaaaaaaaaa,\"Vidéo, un\",5 janv. 2026,60,10\n2026-01-06,aaaaaaaaaaa,\"Vidéo, un\",5 janv. 2026,60,12\n";
    let read = read("Données du graphique.csv", chart.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows, read.posts()), ("youtube-studio", 2, 1));
    assert!(read.pieces.iter().all(|piece| !matches!(piece, Piece::Observation(_))));
    assert!(read.seen().contains(&"youtube-chart".to_owned()));
}

#[test]
fn shared_audience() {
    let Some(read) = texts("shared_audience", "youtube-studio-shape/audience/Table data.csv") else { return };
    assert_eq!((read.report.rows, read.posts()), (72, 68), "three videos have no date");
    assert_eq!(read.sum(Metric::VideoViews), (46_333.0, 71));
    assert!(!read.text().contains("youtube-total-apart figures=Views"), "46333 is the sum");
}

#[test]
fn shared_basic() {
    let Some(read) = texts("shared_basic", "youtube-studio-shape/basic/Table data.csv") else { return };
    assert_eq!(
        (read.report.rows, read.sum(Metric::VideoViews).0, read.sum(Metric::FollowsFromPost).0),
        (25, 61_503.0, 316.0)
    );
    let text = read.text();
    assert!(text.contains("Views 61685 ≠ 61503") && text.contains("Subscribers 281 ≠ 316"), "{text}");
}

#[test]
fn shared_days() {
    let Some(chart) = texts("shared_days", "youtube-studio-shape/daily/Chart data.csv") else { return };
    assert_eq!((chart.format, chart.report.rows, chart.posts()), ("youtube-studio", 1100, 2));
    let totals = texts("shared_days", "youtube-studio-shape/daily/Totals.csv").unwrap();
    assert_eq!((totals.format, totals.report.rows, totals.pieces.len()), ("youtube-studio", 1097, 0));
    assert!(totals.text().contains("Average view duration"));
}

#[test]
fn shared_french() {
    let folder = "shapes-synthetic/youtube-studio-fr";
    let Some(table) = texts("shared_french", &format!("{folder}/Données du tableau.csv")) else { return };
    let sums = [Metric::VideoViews, Metric::Impressions, Metric::FollowsFromPost].map(|metric| table.sum(metric).0);
    assert_eq!((sums, table.posts()), ([59_469.0, 436_375.0, 176.0], 12));
    assert!(!table.seen().contains(&"youtube-total-apart".to_owned()));
    let zip = shared("shared_french", &format!("{folder}/Contenu 2026-01-05_2026-04-30.zip")).unwrap();
    let parts = list_bytes("Contenu.zip", zip, &Limits::default()).unwrap();
    assert_eq!(parts.len(), 3);
    for part in parts {
        let bytes = part.open().unwrap().read_all(1 << 20).unwrap();
        let read = read(&part.name, &bytes, &paris()).unwrap();
        assert_eq!(read.format, "youtube-studio", "{}", part.name);
        let days = read
            .pieces
            .iter()
            .filter(|piece| matches!(piece, Piece::Observation(o) if matches!(o.window, Window::Day { .. })));
        assert_eq!(days.count(), if part.name == "Totaux.csv" { 2 } else { 0 });
    }
}

#[test]
fn damaged() {
    let say = |text: String| refusal("Table data.csv", text.as_bytes(), &paris());
    assert_eq!(say(TABLE.replacen("Mar 9, 2026", "mars", 1)), "line 4: Video publish time: not-a-date (value: mars)");
    assert_eq!(say(TABLE.replacen(",15,", ",15-janv,", 1)), "line 4: Views: not-a-number (value: 15-janv)");
    assert_eq!(
        say(TABLE.replacen("bbbbbbbbbbb", "aaaaaaaaaaa", 1)),
        "line 4: Content: contradiction (value: aaaaaaaaaaa)"
    );
    assert_eq!(say(TABLE.replacen("bbbbbbbbbbb", "", 1)), "line 4: Content: empty-value");
    assert_eq!(say(TABLE[..TABLE.len() - 8].to_owned()), "line 4: Subscribers: truncated");
    assert_eq!(say(TABLE.replace(',', ";")), "line 1: resaved (separator: semicolon)");
    let latin = encoding_rs::WINDOWS_1252.encode(TABLE).0.into_owned();
    assert_eq!(refusal("Table data.csv", &latin, &paris()), "line 3: bad-encoding (encoding: UTF-8)");
}
