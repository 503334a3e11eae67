//! From a row to the facts behind it: by post, by person of the team, by what posts are made of, by where visits came
//! from; and spaces of two clients under one word.

use super::{DAY, filled, import, like};
use crate::testing::{Got, NOW, TestApp};
use axum::http::StatusCode;
use model::{
    ActorKey, ContentType, Coverage, Fact, FactKind, Millis, Network, Piece, Post, Precision, Span, What, ZoneRule,
};
use store::desk::{Clients, Role};

fn post(native: &str, text: &str, content_type: ContentType) -> Piece {
    Piece::Post(Post {
        native: native.to_owned(),
        at: Millis(NOW.0 - 9 * DAY),
        precision: Precision::Exact,
        zone_rule: ZoneRule::Told,
        content_type,
        text: Some(text.to_owned()),
        url: None,
    })
}

fn about(kind: FactKind, n: i64, post: &str, by: Option<&str>) -> Piece {
    Piece::Fact(Fact {
        kind,
        native: format!("{kind} {n} {post}"),
        at: Millis(NOW.0 - 8 * DAY + n * 60_000),
        zone_rule: ZoneRule::Told,
        actor: by.map(|name| ActorKey { native: name.to_owned(), display: Some(name.to_owned()) }),
        post: Some(post.to_owned()),
        reply_to: None,
        text: Some(format!("{kind} {n} of {post}")),
        url: None,
    })
}

/// Two posts with three and one likes, and two replies of the team, one of them by nobody named.
async fn with_posts() -> TestApp {
    let mut app = TestApp::new().await;
    let client = app.state.store.create_client("Port", "Europe/Paris", NOW).await.unwrap();
    let span = Span { from: Millis(NOW.0 - 60 * DAY), to: NOW };
    let mut pieces = vec![post("a", "La brume se lève", ContentType::Photo), post("b", "Marée", ContentType::Video)];
    pieces.extend((0..3).map(|n| about(FactKind::Like, n, "a", Some("member"))));
    pieces.push(about(FactKind::Like, 9, "b", Some("member")));
    pieces.push(about(FactKind::Reply, 1, "a", Some("Ana")));
    pieces.push(about(FactKind::Reply, 2, "b", None));
    for kind in [FactKind::Like, FactKind::Reply, FactKind::Comment, FactKind::Share] {
        pieces.push(Piece::Coverage(Coverage { what: What::Facts(kind), span }));
    }
    import(&app, &client, "Mastodon", Network::Mastodon, "outbox.json", &[], pieces).await;
    app.person(Role::Viewer, Clients::All).await;
    app
}

/// The address in a row of the table.
fn facts_of(page: &Got, row: &str) -> String {
    let table = page.body.split("id=\"table\"").nth(1).unwrap();
    let line = table.split("<tr>").find(|line| line.contains(row)).unwrap_or_else(|| panic!("{row}: {table}"));
    line.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&")
}

/// The facts listed, in words.
fn listed(page: &Got) -> Vec<String> {
    let ends = |text: &str| text.split("</p>").next().unwrap_or_default().to_owned();
    page.body.split("<p>").map(ends).filter(|text| text.contains(" of a") || text.contains(" of b")).collect()
}

#[tokio::test]
async fn a_row_leads_to_the_facts_behind_it() {
    let mut app = with_posts().await;
    let cases: &[(&str, &str, &str, &[&str])] = &[
        ("likes?split=post", "La brume", "post=", &["like 2 of a", "like 1 of a", "like 0 of a"]),
        ("likes?split=post", "Marée", "post=", &["like 9 of b"]),
        ("likes?split=content_type", "Video", "content_type=video", &["like 9 of b"]),
        ("replies_sent?split=person", "Ana", "person=Ana", &["reply 1 of a"]),
        ("replies_sent?split=person", "Not specified", "person=unknown", &["reply 2 of b"]),
    ];
    for (address, row, narrowed, expected) in cases {
        let page = app.get(&format!("/measures/{address}")).await;
        let href = facts_of(&page, row);
        assert!(href.contains(narrowed), "{href}");
        let facts = app.get(&href).await;
        assert_eq!(
            (facts.status, listed(&facts).as_slice()),
            (StatusCode::OK, expected.map_owned().as_slice()),
            "{href}"
        );
        let lead = facts.body.split("class=\"lead\">").nth(1).unwrap().split(' ').next().unwrap();
        assert_eq!(lead, expected.len().to_string(), "the figure is that of the row: {href}");
        assert!(facts.body.contains("button-chip"), "what it is narrowed to is said and can be taken away");
    }
    let titled = app.get("/measures/likes?split=post").await;
    let href = facts_of(&titled, "La brume");
    assert!(app.get(&href).await.body.contains("“La brume se lève”"), "a post goes by its title");
    for wrong in ["post=x", "content_type=dance"] {
        assert_eq!(app.get(&format!("/measures/likes/facts?{wrong}")).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

/// Owned words, to compare lists.
trait Owned {
    fn map_owned(&self) -> Vec<String>;
}

impl Owned for [&str] {
    fn map_owned(&self) -> Vec<String> {
        self.iter().map(|text| (*text).to_owned()).collect()
    }
}

#[tokio::test]
async fn visits_of_a_channel_lead_to_their_origins() {
    let mut app = filled(Role::Viewer).await;
    let page = app.get("/measures/visits?split=channel").await;
    let facts = app.get(&facts_of(&page, "Organic social")).await;
    assert!(facts.body.contains(">X<") && !facts.body.contains("example.org"), "{}", facts.main());
}

#[tokio::test]
async fn two_clients_with_a_space_of_one_word_stay_apart() {
    let mut app = TestApp::new().await;
    // The newest like of each is today's, and the usual period ends yesterday.
    for (name, likes) in [("Acme", 3), ("Bolt", 5)] {
        let client = app.state.store.create_client(name, "Europe/Paris", NOW).await.unwrap();
        let span = Span { from: Millis(NOW.0 - 60 * DAY), to: NOW };
        let mut pieces: Vec<Piece> = (1..=likes).map(like).collect();
        pieces.push(Piece::Coverage(Coverage { what: What::Facts(FactKind::Like), span }));
        import(&app, &client, "Mastodon", Network::Mastodon, "outbox.json", &[], pieces).await;
    }
    app.person(Role::Viewer, Clients::All).await;
    let page = app.get("/measures/likes?split=space").await;
    for (row, client, n) in [("Mastodon · Acme", "acme", "2"), ("Mastodon · Bolt", "bolt", "4")] {
        let href = facts_of(&page, row);
        assert!(href.contains(&format!("space={client}%2Fmastodon")), "{href}");
        let facts = app.get(&href).await;
        assert!(facts.body.contains(&format!("class=\"lead\">{n} ")), "{href}: {}", facts.main());
    }
    // The picker of the top bar says it the same way.
    let chosen = app.get("/measures/likes?space=bolt%2Fmastodon").await;
    assert!(chosen.body.contains("value-large\">4<"), "{}", chosen.main());
}
