//! LinkedIn pages: followers, visitors and content, as workbooks and as text.

use crate::books::{xls, xlsx};
use crate::support::{Read, paris, read, refusal, shared};
use model::{Metric, Piece, Precision};

const FOLLOWERS: &[&[&str]] = &[
    &["Date", "Sponsored followers", "Organic followers", "Auto-invited followers", "Total followers"],
    &["03/01/2026", "3", "12", "2", "17"],
    &["03/02/2026", "0", "-4", "1", "-3"],
    &["03/03/2026", "0", "", "", ""],
];
const PLACES: &[&[&str]] = &[&["Location", "Total followers"], &["Lyon, France", "120"]];

const NOTE: &str = "Aggregated engagement metrics for your organic and sponsored posts.";
const METRICS: &[&[&str]] = &[
    &[NOTE],
    &[
        "Date",
        "Impressions (organic)",
        "Impressions (sponsored)",
        "Impressions (total)",
        "Unique impressions (organic)",
        "Clicks (total)",
        "Reactions (total)",
        "Comments (total)",
        "Reposts (total)",
        "Engagement rate (total)",
    ],
    &["03/01/2026", "862", "0", "862", "603", "3", "14", "2", "1", "0.023202"],
    &["03/02/2026", "135", "200", "335", "94", "8", "10", "6", "1", "0.074627"],
];
const POSTS: &[&[&str]] = &[
    &[NOTE],
    &[
        "Post title",
        "Post link",
        "Post type",
        "Campaign name",
        "Posted by",
        "Created date",
        "Audience",
        "Impressions",
        "Clicks",
        "Likes",
        "Comments",
        "Reposts",
        "Follows",
        "Content Type",
    ],
    &[
        "Le port\nà l’écoute",
        "https://www.linkedin.com/feed/update/urn:li:activity:7434230000000000000",
        "Organic",
        "",
        "Office",
        "03/02/2026",
        "All followers",
        "862",
        "3",
        "14",
        "2",
        "1",
        "0",
        "Video",
    ],
    &[
        "Le port\nà l’écoute",
        "https://www.linkedin.com/feed/update/urn:li:activity:7434230000000000000",
        "Sponsored",
        "Été",
        "Office",
        "03/02/2026",
        "",
        "200",
        "5",
        "1",
        "0",
        "0",
        "2",
        "Video",
    ],
    &[
        "Deux",
        "https://www.linkedin.com/feed/update/urn:li:share:12",
        "Organic",
        "",
        "Office",
        "03/01/2026",
        "",
        "10",
        "",
        "1",
        "0",
        "0",
        "",
        "Newsletter",
    ],
];

fn csv(rows: &[&[&str]]) -> String {
    let width = rows.iter().map(|row| row.len()).max().unwrap();
    let quoted = |cell: &str| {
        let special = cell.contains([',', '"', '\n']);
        if special { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
    };
    let line = |row: &&[&str]| {
        let cells: Vec<String> = (0..width).map(|at| quoted(row.get(at).copied().unwrap_or_default())).collect();
        cells.join(",") + "\n"
    };
    rows.iter().map(line).collect()
}

fn read_as(format: &str, bytes: &[u8]) -> Read {
    let read = read("export", bytes, &paris()).unwrap();
    assert_eq!(read.format, format);
    read
}

#[test]
fn followers() {
    let books = [xlsx(&[("New followers", FOLLOWERS), ("Location", PLACES)]), xls("New followers", FOLLOWERS)];
    insta::assert_snapshot!(read_as("linkedin-followers", &books[0]).text(), @r#"
    space net_growth 17 flow 2026-03-01 ?
    space net_growth -3 flow 2026-03-02 ?
    seen dates-month-first
    seen days from=2026-03-01 to=2026-03-03
    seen day-zone-unknown
    seen net-only
    seen blocks-left-out titles=Location
    "#);
    let days = "space net_growth 17 flow 2026-03-01 ?\nspace net_growth -3 flow 2026-03-02 ?\n";
    for bytes in [books[1].clone(), csv(FOLLOWERS).into_bytes(), csv(FOLLOWERS).replace(',', ";").into_bytes()] {
        assert!(read_as("linkedin-followers", &bytes).text().starts_with(days));
    }
}

#[test]
fn content() {
    let book = xlsx(&[("Metrics", METRICS), ("All posts", POSTS)]);
    let read = read("page_content_1780000000000.xlsx", &book, &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("linkedin-content", 5));
    insta::assert_snapshot!(read.text(), @r#"
    space impressions 862 flow 2026-03-01 ?
    space clicks 3 flow 2026-03-01 ?
    space likes 14 flow 2026-03-01 ?
    space comments 2 flow 2026-03-01 ?
    space shares 1 flow 2026-03-01 ?
    space reach 603 flow 2026-03-01 ?
    space impressions 335 flow 2026-03-02 ?
    space clicks 8 flow 2026-03-02 ?
    space likes 10 flow 2026-03-02 ?
    space comments 6 flow 2026-03-02 ?
    space shares 1 flow 2026-03-02 ?
    post urn:li:activity:7434230000000000000 at 2026-03-02T13:35:53.314Z told exact video "Le port\nà l’écoute" "https://www.linkedin.com/feed/update/urn:li:activity:7434230000000000000"
    fact post urn:li:activity:7434230000000000000 at 2026-03-02T13:35:53.314Z told "" ""
    urn:li:activity:7434230000000000000 likes 15 level lifetime seen 2026-05-28T20:26:40Z
    urn:li:activity:7434230000000000000 shares 1 level lifetime seen 2026-05-28T20:26:40Z
    urn:li:activity:7434230000000000000 comments 2 level lifetime seen 2026-05-28T20:26:40Z
    urn:li:activity:7434230000000000000 impressions 1062 level lifetime seen 2026-05-28T20:26:40Z
    urn:li:activity:7434230000000000000 clicks 8 level lifetime seen 2026-05-28T20:26:40Z
    urn:li:activity:7434230000000000000 follows_from_post 2 level lifetime seen 2026-05-28T20:26:40Z
    post urn:li:share:12 at 2026-03-01T11:00:00Z assumed day unknown "Deux" "https://www.linkedin.com/feed/update/urn:li:share:12"
    fact post urn:li:share:12 at 2026-03-01T11:00:00Z assumed "" ""
    urn:li:share:12 likes 1 level lifetime seen 2026-05-28T20:26:40Z
    urn:li:share:12 shares 0 level lifetime seen 2026-05-28T20:26:40Z
    urn:li:share:12 comments 0 level lifetime seen 2026-05-28T20:26:40Z
    urn:li:share:12 impressions 10 level lifetime seen 2026-05-28T20:26:40Z
    cover Posts(Likes) 2026-02-28T23:00:00Z..2026-03-02T23:00:00Z
    cover Posts(Shares) 2026-02-28T23:00:00Z..2026-03-02T23:00:00Z
    cover Posts(Comments) 2026-02-28T23:00:00Z..2026-03-02T23:00:00Z
    cover Posts(Impressions) 2026-02-28T23:00:00Z..2026-03-02T23:00:00Z
    cover Posts(Clicks) 2026-02-28T23:00:00Z..2026-03-02T23:00:00Z
    cover Posts(FollowsFromPost) 2026-02-28T23:00:00Z..2026-03-02T23:00:00Z
    cover Facts(Post) 2026-02-28T23:00:00Z..2026-03-02T23:00:00Z
    seen dates-month-first
    seen days from=2026-03-01 to=2026-03-02
    seen day-zone-unknown
    seen times-from-ids count=1
    seen times-unknown count=1
    seen types-unknown types=Newsletter
    seen zone-assumed zone=Europe/Paris
    "#);
}

#[test]
fn content_saved_as_text_with_line_breaks_in_its_headers() {
    let broken = METRICS[1].iter().map(|header| header.replace(" (total)", "\n(total)").replace("Reposts", "Shares"));
    let broken: Vec<String> = broken.collect();
    let headers: Vec<&str> = broken.iter().map(String::as_str).collect();
    let text = csv(&[METRICS[0], &headers, METRICS[2], METRICS[3]]);
    let read = read_as("linkedin-content", text.as_bytes());
    assert_eq!((read.sum(Metric::Impressions), read.sum(Metric::Shares).0), ((1197.0, 2), 2.0));
    assert_eq!(read.sum(Metric::Reach), (603.0, 1), "with paid impressions the organic people are not all people");
    let posts = read_as("linkedin-content", csv(POSTS).as_bytes());
    assert_eq!((posts.posts(), posts.sum(Metric::Impressions)), (2, (1072.0, 2)));
}

#[test]
fn the_order_of_day_and_month_is_told_by_days_that_follow_each_other() {
    let days = |cells: &[&str]| {
        let rows: String = cells.iter().map(|cell| format!("{cell},0,1,0,1\n")).collect();
        read_as("linkedin-followers", format!("{}\n{rows}", FOLLOWERS[0].join(",")).as_bytes()).text()
    };
    let spread = days(&["03/01/2026", "03/02/2026", "03/03/2026"]);
    assert!(spread.contains("2026-03-02") && spread.contains("seen dates-month-first"), "{spread}");
    let french = days(&["01/03/2026", "02/03/2026", "03/03/2026"]);
    assert!(french.contains("2026-03-02") && french.contains("seen dates-day-first"), "{french}");
    let above = days(&["13/03/2026", "02/03/2026"]);
    assert!(above.contains("2026-03-13") && above.contains("2026-03-02"), "{above}");
    let contradiction = format!("{}\n13/03/2026,0,1,0,1\n03/14/2026,0,1,0,1\n", FOLLOWERS[0].join(","));
    assert_eq!(refusal("f.csv", contradiction.as_bytes(), &paris()), "line 3: Date: not-a-date (other: 2)");
}

#[test]
fn serial_numbers_of_a_workbook_are_days() {
    let rows: &[&[&str]] = &[FOLLOWERS[0], &["46082", "0", "1", "0", "1"]];
    assert!(read_as("linkedin-followers", &xlsx(&[("x", rows)])).text().contains("2026-03-01"));
    assert_eq!(refusal("f.csv", csv(rows).as_bytes(), &paris()), "line 2: Date: not-a-date (value: 46082)");
}

#[test]
fn french_and_portuguese_labels() {
    let followers = "Date,Abonnés sponsorisés,Abonnés organiques,Abonnés invités automatiquement,Total des abonnés\n\
                     03/14/2026,1,2,0,3\n";
    assert_eq!(read_as("linkedin-followers", followers.as_bytes()).sum(Metric::NetGrowth), (3.0, 1));
    let followers = "Data,Seguidores patrocinados,Seguidores orgânicos,Seguidores convidados automaticamente,Total de seguidores\n\
                     07/20/2026,0,-1,0,-1\n07/21/2026,0,4,1,5\n";
    assert_eq!(read_as("linkedin-followers", followers.as_bytes()).sum(Metric::NetGrowth), (4.0, 2));
    let visitors = "Date,Vues de la page Vue d’ensemble (total),Total des vues de page (total),Total des visiteurs uniques (total)\n\
                    03/14/2026,40,54,20\n";
    let told = read_as("linkedin-visitors", visitors.as_bytes());
    assert_eq!((told.sum(Metric::ProfileViews), told.sum(Metric::Visitors)), ((54.0, 1), (20.0, 1)));
    let visitors = "Data,Visualizações da página Visão geral (total),Total de visualizações da página (total),Total de visitantes únicos (total)\n\
                    07/20/2026,40,54,20\n";
    let told = read_as("linkedin-visitors", visitors.as_bytes());
    assert_eq!((told.sum(Metric::ProfileViews), told.sum(Metric::Visitors)), ((54.0, 1), (20.0, 1)));
    let days = "Date,Impressions (sponsorisées),Impressions (total),Impressions uniques (organiques),Clics (total),Réactions (total),Commentaires (total),Republications (total)\n\
                03/14/2026,0,862,603,3,14,2,1\n";
    let read = read_as("linkedin-content", days.as_bytes());
    let told = [Metric::Impressions, Metric::Reach, Metric::Clicks, Metric::Likes, Metric::Comments, Metric::Shares];
    assert_eq!(told.map(|metric| read.sum(metric).0), [862.0, 603.0, 3.0, 14.0, 2.0, 1.0]);
    let posts = "Titre de la publication,Lien de la publication,Type de publication,Nom de la campagne,Publié par,Date de création,Impressions,Clics,J’aime,Commentaires,Republications,Type de contenu\n\
                 Un,https://www.linkedin.com/feed/update/urn:li:activity:1,Organique,,Office,03/14/2026,10,1,2,3,4,Sondage\n";
    let read = read_as("linkedin-content", posts.as_bytes());
    assert!(
        read.text().starts_with("post urn:li:activity:1 at 2026-03-14T11:00:00Z assumed day poll \"Un\""),
        "{}",
        read.text()
    );
    let posts = "Título da publicação,Link da publicação,Tipo de publicação,Nome da campanha,Publicada por,Criação,Público,Impressões,Cliques,Gostaram,Comentários,Compartilhamentos,Seguidores,Tipo de conteúdo\n\
                 Um,https://www.linkedin.com/feed/update/urn:li:activity:1,Orgânica,,Office,03/14/2026,,10,1,2,3,4,5,Imagem\n";
    let read = read_as("linkedin-content", posts.as_bytes());
    assert_eq!((read.sum(Metric::Shares).0, read.sum(Metric::FollowsFromPost).0), (4.0, 5.0));
}

#[test]
fn shared_page() {
    let folder = "shapes-synthetic/linkedin-page";
    let file = |kind| format!("exemple_{kind}_1780000000000.xls");
    let Some(followers) = shared("shared_page", &format!("{folder}/{}", file("followers"))) else { return };
    let followers = read(&file("followers"), &followers, &paris()).unwrap();
    assert_eq!((followers.format, followers.report.rows), ("linkedin-followers", 60));
    assert_eq!(followers.sum(Metric::NetGrowth), (502.0, 60));
    assert!(
        followers
            .text()
            .contains("seen blocks-left-out titles=Location · Job function · Seniority · Industry · Company size")
    );
    let visitors = shared("shared_page", &format!("{folder}/{}", file("visitors"))).unwrap();
    let visitors = read(&file("visitors"), &visitors, &paris()).unwrap();
    assert_eq!((visitors.format, visitors.sum(Metric::ProfileViews)), ("linkedin-visitors", (1745.0, 60)));
    assert_eq!(visitors.sum(Metric::Visitors), (1963.0, 60));
    let content = shared("shared_page", &format!("{folder}/{}", file("content"))).unwrap();
    let content = read(&file("content"), &content, &paris()).unwrap();
    assert_eq!((content.format, content.report.rows, content.posts()), ("linkedin-content", 80, 20));
    let days = content.pieces.iter().filter_map(|piece| match piece {
        Piece::Observation(o) if o.metric == Metric::Impressions && o.subject == model::Subject::Space => Some(o.value),
        _ => None,
    });
    assert_eq!(days.sum::<f64>(), 32_039.0);
    let by_day =
        content.pieces.iter().filter(|piece| matches!(piece, Piece::Post(post) if post.precision == Precision::Day));
    assert_eq!(by_day.count(), 20, "the invented ids hold no moment near their day");
    // A workbook cut anywhere gives nothing.
    let whole = shared("shared_page", &format!("{folder}/{}", file("content"))).unwrap();
    for cut in [whole.len() / 3, whole.len() / 2, whole.len() - 600] {
        let said = refusal(&file("content"), &whole[..cut], &paris());
        assert!(said.contains("malformed") || said.contains("mapping-needed"), "{cut}: {said}");
    }
}
