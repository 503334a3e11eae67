//! The overview, the page of an indicator, its facts, its files: what they say in both languages, and who gets them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::testing::{NOW, TestApp};
use axum::http::StatusCode;
use jiff::civil::date;
use model::{
    ActorKey, Coverage, Fact, FactKind, Metric, Millis, Network, Observation, Origin, Piece, Provenance, Shape, Span,
    Subject, Visit, What, Window, ZoneRule,
};
use store::desk::{Client, Clients, Language, Role};
use store::history::NewImport;

const DAY: i64 = 86_400_000;

async fn import(
    app: &TestApp,
    client: &Client,
    name: &str,
    network: Network,
    file: &str,
    lacks: &[Metric],
    pieces: Vec<Piece>,
) {
    let store = &app.state.store;
    let (space, _) = store.find_or_create_space(client.id, name, Some(network), NOW).await.unwrap();
    let new = NewImport {
        client: client.id,
        space: space.id,
        person: None,
        provenance: Provenance::Imported,
        format: "test",
        name: file,
        hash: "",
        lacks,
        at: NOW,
    };
    let mut import = store.begin_import(&new).await.unwrap();
    let rows = u64::try_from(pieces.len()).unwrap();
    import.write(pieces).await.unwrap();
    import.finish(rows, 0, "[]", "[]").await.unwrap();
}

fn told(metric: Metric, days_ago: i8, value: f64) -> Piece {
    let day = date(2026, 11, 22).checked_sub(jiff::Span::new().days(days_ago)).unwrap();
    Piece::Observation(Observation {
        subject: Subject::Space,
        metric,
        shape: Shape::Flow,
        value,
        window: Window::Day { date: day, zone: Some("Europe/Paris".to_owned()) },
        observed_at: None,
    })
}

fn like(n: i64) -> Piece {
    Piece::Fact(Fact {
        kind: FactKind::Like,
        native: format!("like {n}"),
        at: Millis(NOW.0 - n * DAY / 4),
        zone_rule: ZoneRule::Told,
        actor: Some(ActorKey { native: format!("member {}", n % 7), display: Some("Somebody".to_owned()) }),
        post: None,
        reply_to: None,
        text: (n == 1).then(|| "<b>bravo</b>".to_owned()),
        url: None,
    })
}

fn visit(n: i64, referrer: Option<&str>) -> Piece {
    Piece::Visit(Visit {
        visitor: format!("visitor {n}"),
        from: Millis(NOW.0 - n * DAY / 2),
        last: Millis(NOW.0 - n * DAY / 2),
        origin: Origin { told: true, referrer: referrer.map(str::to_owned), ..Origin::default() },
        landing: "/".to_owned(),
        pages: 1,
    })
}

/// One client with two spaces and a site: gains and losses told by day, likes one by one, visits.
async fn filled(role: Role) -> TestApp {
    let mut app = TestApp::new().await;
    let client = app.state.store.create_client("Office de tourisme", "Europe/Paris", NOW).await.unwrap();
    let days = (0..56).map(|day| told(Metric::Gains, day, f64::from(10 - day / 8)));
    let days: Vec<Piece> = days.chain((0..56).map(|day| told(Metric::Losses, day, 1.0))).collect();
    import(&app, &client, "TikTok", Network::Tiktok, "overview.csv", &[], days).await;
    let all = Span { from: Millis(NOW.0 - 60 * DAY), to: NOW };
    let mut likes: Vec<Piece> = (1..=120).map(like).collect();
    likes.push(Piece::Coverage(Coverage { what: What::Facts(FactKind::Like), span: all }));
    import(&app, &client, "Mastodon", Network::Mastodon, "outbox.json", &[], likes).await;
    let mut visits: Vec<Piece> = (1..=20)
        .map(|n| visit(n, [Some("t.co"), None, Some("example.org")][usize::try_from(n).unwrap() % 3]))
        .collect();
    visits.push(Piece::Coverage(Coverage { what: What::Visits, span: all }));
    import(&app, &client, "Site", Network::Site, "access.log", &[], visits).await;
    app.person(role, Clients::All).await;
    app
}

#[tokio::test]
async fn an_empty_place_says_what_to_do_first() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    insta::assert_snapshot!(app.get("/measures").await.main(), @"");
    app.person(Role::Viewer, Clients::All).await;
    app.speak(Language::French);
    insta::assert_snapshot!(app.get("/measures").await.main(), @"");
}

/// A page without its drawings: those are tested where they are drawn.
fn undrawn(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, drawing)) = rest.split_once("<svg id=") {
        text.push_str(before);
        text.push_str("<svg…>");
        rest = drawing.split_once("</svg>").map_or("", |(_, rest)| rest);
    }
    text + rest
}

/// The card of an indicator.
fn card(html: &str, id: &str) -> String {
    let (_, rest) =
        html.split_once(&format!("<article class=\"card\" id=\"{id}\">")).unwrap_or_else(|| panic!("no card {id}"));
    let card = undrawn(rest.split("</article>").next().unwrap());
    crate::testing::redacted(&card)
}

#[tokio::test]
async fn cards_say_value_change_and_what_to_do() {
    let mut app = filled(Role::CommunityManager).await;
    let english = app.get("/measures").await;
    insta::assert_snapshot!(card(&english.body, "gains"), @"");
    insta::assert_snapshot!(card(&english.body, "calls"), @"");
    app.speak(Language::French);
    let french = app.get("/measures?compare=none").await;
    insta::assert_snapshot!(card(&french.body, "net_growth"), @"");
    insta::assert_snapshot!(card(&french.body, "citations"), @"");
}

#[tokio::test]
async fn the_overview_finds_draws_and_sorts() {
    let mut app = filled(Role::Viewer).await;
    let page = app.get("/measures").await;
    let (head, rest) = page.body.split_once("</h1>").unwrap();
    insta::assert_snapshot!(head.split_once("<h1>").unwrap().1, @"");
    let layers: Vec<&str> = rest.split("<h2 id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(layers, ["health-name", "action-name", "results-name"]);
    assert_eq!(rest.matches("<article class=\"card\"").count(), measure::indicator::ALL.len());
    assert!(
        rest.contains("figure-wide\"><svg id=\"drawing-gains-wide\""),
        "growth is drawn as who comes and who leaves"
    );
    // Another key figure takes its place, as a page and as a part of one.
    let part = app.fragment("/measures/key-figure?show=interactions").await;
    assert!(part.body.contains("drawing-interactions-wide") && !part.body.contains("<html"));
    assert_eq!(app.get("/measures/key-figure?show=reach").await.location(), "/measures?show=reach");
}

#[tokio::test]
async fn the_definition_opens_beside_either_page() {
    let mut app = filled(Role::Viewer).await;
    app.speak(Language::French);
    let page = app.get("/measures/net_growth?panel=definition").await;
    let (_, panel) = page.body.split_once("<aside class=\"panel\"").unwrap();
    insta::assert_snapshot!(crate::testing::redacted(panel.split("</aside>").next().unwrap()), @"");
    let over = app.get("/measures?definition=gains&compare=none").await;
    assert!(over.body.contains("href=\"/measures?compare=none#gains\" data-close"), "{}", undrawn(&over.main()));
    let from = axum::http::Request::get("/measures/gains/definition")
        .header("hx-request", "true")
        .header("hx-current-url", "http://vigie.test/measures?show=reach&definition=gains");
    let part = app.send(from).await;
    assert!(part.body.contains("href=\"/measures?show=reach#gains\" data-close"), "{}", part.body);
    assert_eq!(app.get("/measures/gains/definition").await.location(), "/measures/gains?panel=definition");
}

#[tokio::test]
async fn a_figure_is_cut_sorted_and_handed_out() {
    let mut app = filled(Role::Viewer).await;
    let page = app.get("/measures/likes?by=week&sort=-2").await;
    let (_, table) = page.body.split_once("<table").unwrap();
    insta::assert_snapshot!(crate::testing::redacted(table.split("</table>").next().unwrap()), @"");
    let by_space = app.get("/measures/likes?split=space").await;
    assert!(by_space.body.contains("href=\"/measures/likes/facts?space=mastodon\""), "{}", undrawn(&by_space.main()));

    let csv = app.get("/measures/likes.csv?by=week&compare=none").await;
    assert_eq!(csv.headers["content-disposition"], "attachment; filename=\"likes-2026-10-26-2026-11-22.csv\"");
    assert_eq!(csv.body.lines().count(), 5, "{}", csv.body);
    let json = app.get("/measures/likes.json?by=whole").await.json();
    assert_eq!(json["indicators"][0]["rows"][0]["value"], 109);
    let svg = app.get("/measures/likes.svg?by=week").await;
    assert!(svg.headers["content-type"] == "image/svg+xml" && svg.body.starts_with("<svg"));

    for wrong in ["/measures/luck", "/measures/likes.doc", "/measures/luck/facts", "/measures/likes/facts?kind=dance"] {
        assert_eq!(app.get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    for wrong in ["/measures/likes?by=fortnight", "/measures/likes?split=channel", "/measures?period=someday"] {
        assert_eq!(app.get(wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}

#[tokio::test]
async fn facts_stand_behind_the_figure() {
    let mut app = filled(Role::Viewer).await;
    let likes = app.get("/measures/likes/facts").await;
    assert!(likes.body.contains("1 to 50 of 109"), "{}", likes.main());
    assert!(
        likes.body.contains("&#60;b&#62;bravo") && !likes.body.contains("Somebody"),
        "members of the community stay nameless"
    );
    assert!(app.get("/measures/likes/facts?part=3").await.body.contains("101 to 109 of 109"));
    app.speak(Language::French);
    let gains = app.get("/measures/gains/facts").await;
    insta::assert_snapshot!(gains.main(), @"");
    let visits = app.get("/measures/visits/facts").await;
    let (_, table) = visits.body.split_once("<tbody>").unwrap();
    insta::assert_snapshot!(crate::testing::redacted(table.split("</table>").next().unwrap()), @"");
}

#[tokio::test]
async fn another_clients_figures_are_not_there() {
    let mut app = filled(Role::Owner).await;
    let other = app.state.store.create_client("Autre", "Europe/Paris", NOW).await.unwrap();
    app.person(Role::CommunityManager, Clients::Only(vec![other.id])).await;
    assert!(app.get("/measures").await.body.contains("Nothing on the horizon yet"));
    for hidden in [
        "/measures?client=office-de-tourisme",
        "/measures/likes.csv?client=office-de-tourisme",
        "/measures/likes/facts?space=mastodon",
    ] {
        assert_eq!(app.get(hidden).await.status, StatusCode::NOT_FOUND, "{hidden}");
    }
}
