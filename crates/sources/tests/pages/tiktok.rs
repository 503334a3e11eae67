//! TikTok Studio, whose days have no year, and the tables of videos.

use crate::support::{NOW, paris, read, refusal};
use model::{Metric, Millis};
use sources::Options;

const OVERVIEW: &str = "\"Date\",\"Video Views\",\"Profile Views\",\"Likes\",\"Comments\",\"Shares\"\n\
\"December 30\",\"715\",\"25\",\"26\",\"7\",\"4\"\n\
\"December 31\",\"801\",\"13\",\"30\",\"2\",\"1\"\n\
\"January 1\",\"undefined\",\"\",\"12\",\"0\",\"0\"\n";
const HISTORY: &str = "\"Date\",\"Followers\",\"Difference in followers from previous day\"\n\
\"30 December\",\"1000\",\"12\"\n\
\"31 December\",\"1012\",\"-3\"\n\
\"1 January\",\"1009\",\"0\"\n";
const VIDEOS: &str = "\u{feff}Video title,Video link,Post time,Video views,Likes,Comments,Shares,Add to Favorites\n\
\"Le port,\nà l’aube\",https://www.tiktok.com/@office/video/7610000000000000000,2026/02/23 20:10,715,26,7,4,1\n\
Photos,https://www.tiktok.com/@office/photo/12,2026/02/24,10,1,0,,\n";

#[test]
fn overview_over_new_year() {
    let read = read("Overview.csv", OVERVIEW.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("tiktok-studio", 3));
    insta::assert_snapshot!(read.text(), @r#"
    space video_views 715 flow 2025-12-30 ?
    space profile_views 25 flow 2025-12-30 ?
    space likes 26 flow 2025-12-30 ?
    space comments 7 flow 2025-12-30 ?
    space shares 4 flow 2025-12-30 ?
    space video_views 801 flow 2025-12-31 ?
    space profile_views 13 flow 2025-12-31 ?
    space likes 30 flow 2025-12-31 ?
    space comments 2 flow 2025-12-31 ?
    space shares 1 flow 2025-12-31 ?
    space likes 12 flow 2026-01-01 ?
    space comments 0 flow 2026-01-01 ?
    space shares 0 flow 2026-01-01 ?
    seen day-zone-unknown
    seen year-anchored from=2025-12-30 to=2026-01-01
    "#);
}

#[test]
fn the_difference_is_to_the_following_day() {
    let read_history = |text: &str| read("FollowerHistory.csv", text.as_bytes(), &paris()).unwrap();
    insta::assert_snapshot!(read_history(HISTORY).text(), @r#"
    space followers 1000 level 2025-12-30 ?
    space followers 1012 level 2025-12-31 ?
    space followers 1009 level 2026-01-01 ?
    space net_growth 12 flow 2025-12-31 ?
    space net_growth -3 flow 2026-01-01 ?
    seen day-zone-unknown
    seen year-anchored from=2025-12-30 to=2026-01-01
    "#);
    // As the header says it, should TikTok come to mean it.
    let as_headed = HISTORY
        .replace("\"1000\",\"12\"", "\"1000\",\"5\"")
        .replace("\"1012\",\"-3\"", "\"1012\",\"12\"")
        .replace("\"1009\",\"0\"", "\"1009\",\"-3\"");
    assert_eq!(read_history(&as_headed).sum(Metric::NetGrowth), (9.0, 2));
    let missing = HISTORY.replace("\"1012\",\"-3\"", "\"undefined\",\"undefined\"");
    assert_eq!(read_history(&missing).sum(Metric::NetGrowth), (0.0, 0));
    let wrong = HISTORY.replace("\"1000\",\"12\"", "\"1000\",\"99\"");
    assert_eq!(
        refusal("FollowerHistory.csv", wrong.as_bytes(), &paris()),
        "line 3: Difference in followers from previous day: contradiction (value: 99) (expected: 12)"
    );
}

#[test]
fn years_are_anchored_on_the_name_or_on_the_day_of_the_import() {
    let ends = |name: &str, text: &str, now: Millis| {
        let options = Options { now, ..paris() };
        let read = read(name, text.as_bytes(), &options).unwrap();
        let note = read.report.seen.iter().find(|note| note.code == "year-anchored").unwrap();
        note.args.iter().find(|(name, _)| name == "to").unwrap().1.clone()
    };
    assert_eq!(ends("Overview.csv", OVERVIEW, NOW), "2026-01-01");
    assert_eq!(ends("Overview_2024-01-15.csv", OVERVIEW, NOW), "2024-01-01");
    let newest_first: String = {
        let mut lines: Vec<&str> = OVERVIEW.lines().collect();
        lines[1..].reverse();
        lines.join("\n") + "\n"
    };
    assert_eq!(ends("Overview.csv", &newest_first, NOW), "2026-01-01");
    let leap = OVERVIEW
        .replace("December 30", "February 28")
        .replace("December 31", "February 29")
        .replace("January 1", "March 1");
    assert_eq!(ends("Overview.csv", &leap, NOW), "2024-03-01");
    let unknown = Options { now: Millis(0), ..paris() };
    assert_eq!(refusal("Overview.csv", OVERVIEW.as_bytes(), &unknown), "Date: ambiguous-dates");
}

#[test]
fn french_days_and_labels() {
    let overview = "\"Date\",\"Vues de vidéos\",\"Vues du profil\",\"J’aime\",\"Commentaires\",\"Partages\"\n\"31 août\",\"1\u{202f}715\",\"25\",\"26\",\"7\",\"4\"\n\"1er septembre\",\"2\",\"25\",\"26\",\"7\",\"4\"\n";
    let read_one = |text: &str| read("Vue.csv", text.as_bytes(), &paris()).unwrap();
    let read_overview = read_one(overview);
    assert_eq!((read_overview.format, read_overview.sum(Metric::VideoViews)), ("tiktok-studio", (1717.0, 2)));
    assert!(read_overview.text().contains("space likes 26 flow 2026-09-01 ?"));
    let history = "Date,Abonnés,Différence d’abonnés par rapport à la veille\n31 août,10,2\n1er sept.,12,0\n";
    assert_eq!(read_one(history).sum(Metric::NetGrowth), (2.0, 1));
}

#[test]
fn videos_of_business_suite() {
    let read = read("videos.csv", VIDEOS.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("tiktok-videos", 2));
    insta::assert_snapshot!(read.text(), @r#"
    post 7610000000000000000 at 2026-02-23T10:06:38Z told exact video "Le port,\nà l’aube" "https://www.tiktok.com/@office/video/7610000000000000000"
    fact post 7610000000000000000 at 2026-02-23T10:06:38Z told "" ""
    7610000000000000000 video_views 715 level lifetime
    7610000000000000000 likes 26 level lifetime
    7610000000000000000 comments 7 level lifetime
    7610000000000000000 shares 4 level lifetime
    7610000000000000000 saves 1 level lifetime
    post 12 at 2026-02-24T11:00:00Z assumed day photo "Photos" "https://www.tiktok.com/@office/photo/12"
    fact post 12 at 2026-02-24T11:00:00Z assumed "" ""
    12 video_views 10 level lifetime
    12 likes 1 level lifetime
    12 comments 0 level lifetime
    cover Facts(Post) 2026-02-22T23:00:00Z..2026-02-24T23:00:00Z
    cover Posts(Likes) 2026-02-22T23:00:00Z..2026-02-24T23:00:00Z
    cover Posts(Shares) 2026-02-22T23:00:00Z..2026-02-24T23:00:00Z
    cover Posts(Comments) 2026-02-22T23:00:00Z..2026-02-24T23:00:00Z
    cover Posts(VideoViews) 2026-02-22T23:00:00Z..2026-02-24T23:00:00Z
    cover Posts(Saves) 2026-02-22T23:00:00Z..2026-02-24T23:00:00Z
    seen days from=2026-02-23 to=2026-02-24
    seen times-from-ids count=1
    seen times-unknown count=1
    seen zone-assumed zone=Europe/Paris
    "#);
}

#[test]
fn videos_of_studio_in_english_spanish_and_french() {
    let english = "Time,Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views,Total play time,Average watch time,Watched full video,Add to favorites\n\
                   60,Un,https://www.tiktok.com/@office/video/7610000000000000000,February 23,26,7,4,715,9h,3s,40%,1\n\
                   60,Deux,https://www.tiktok.com/@office/video/12,November 30,1,0,0,2,1h,3s,40%,0\n";
    let read_one = |text: &str| read("Content.csv", text.as_bytes(), &paris()).unwrap();
    let studio = read_one(english);
    assert_eq!(
        (studio.format, studio.sum(Metric::VideoViews), studio.sum(Metric::Saves).0),
        ("tiktok-videos", (717.0, 2), 1.0)
    );
    let text = studio.text();
    assert!(text.contains("post 7610000000000000000 at 2026-02-23T"), "the number tells the year: {text}");
    assert!(text.contains("post 12 at 2025-11-30T11:00:00Z assumed day video"), "the last 30 November: {text}");
    assert!(text.contains("seen year-anchored"), "{text}");
    let spanish = "Título del video,Enlace del video,Hora de publicación,Me gusta totales,Comentarios totales,Veces compartido,Visualizaciones totales\n\
                   Uno,https://www.tiktok.com/@office/video/12,16 de septiembre,26,7,4,715\n";
    let spanish = read_one(spanish);
    assert_eq!((spanish.format, spanish.sum(Metric::VideoViews).0), ("tiktok-videos", 715.0));
    assert!(spanish.text().contains("at 2026-09-16T"), "{}", spanish.text());
    let french = "Titre de la vidéo,Lien de la vidéo,Heure de publication,Vues de vidéo,J’aime,Commentaires,Partages,Ajouts aux favoris\n\
                  Un,https://www.tiktok.com/@office/video/12,2026-09-16 08:05,715,26,7,4,1\n";
    let french = read_one(french);
    assert!(french.text().contains("post 12 at 2026-09-16T06:05:00Z assumed exact video \"Un\""), "{}", french.text());
}

#[test]
fn damaged() {
    let overview = |text: String| refusal("Overview.csv", text.as_bytes(), &paris());
    assert_eq!(
        overview(OVERVIEW.replace("December 31", "December 32")),
        "line 3: Date: not-a-date (value: December 32)"
    );
    assert_eq!(overview(OVERVIEW.replace("December 31", "December 30")), "line 3: Date: contradiction (value: 12-30)");
    assert_eq!(
        overview(OVERVIEW.replace("\"801\"", "\"8-janv\"")),
        "line 3: Video Views: not-a-number (value: 8-janv)"
    );
    assert_eq!(overview(OVERVIEW[..OVERVIEW.len() - 8].to_owned()), "line 4: Comments: truncated");
    assert_eq!(overview(OVERVIEW.replace(',', ";")), "line 1: resaved (separator: semicolon)");
    let videos = |text: String| refusal("videos.csv", text.as_bytes(), &paris());
    assert_eq!(
        videos(VIDEOS.replacen("/photo/12", "/photo/", 1)),
        "line 4: Video link: bad-line (value: https://www.tiktok.com/@office/photo/)"
    );
    assert_eq!(videos(VIDEOS.replacen("2026/02/24", "hier", 1)), "line 4: Post time: not-a-date (value: hier)");
    assert_eq!(videos(VIDEOS[..VIDEOS.len() - 6].to_owned()), "line 4: Likes: truncated");
    let latin = encoding_rs::WINDOWS_1252.encode(VIDEOS.trim_start_matches('\u{feff}')).0.into_owned();
    assert_eq!(refusal("videos.csv", &latin, &paris()), "line 3: bad-encoding (encoding: UTF-8)");
}
