//! The overview, the page of an indicator, its facts, its files: what they say in both languages, and who gets them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod narrowed;

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
        choices: "{}",
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
    insta::assert_snapshot!(app.get("/measures").await.main(), @r#"
    <section class="empty">
    <svg class="icon empty-mark" aria-hidden="true"><use href="/assets/…/icons.svg#mark"/></svg>
    <h1>Nothing on the horizon yet</h1>
    <p>Drop a first export and the measures appear in under a minute. No network key is needed.</p>
    <div class="button-row"><a class="button button-main" href="/sources"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#upload"/></svg> Drop an export</a><a class="button" href="/journal"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#journal"/></svg> Write in the journal</a></div>
    <p>A filled sample, to try first: <code>vigie demo</code></p>
    </section>
    "#);
    app.person(Role::Viewer, Clients::All).await;
    app.speak(Language::French);
    insta::assert_snapshot!(app.get("/measures").await.main(), @r#"
    <section class="empty">
    <svg class="icon empty-mark" aria-hidden="true"><use href="/assets/…/icons.svg#mark"/></svg>
    <h1>Rien à l’horizon pour l’instant</h1>
    <p>Déposez un premier export : les mesures paraissent en moins d’une minute. Aucune clé de réseau n’est nécessaire.</p>
    <p>Demandez à l’un des community managers d’importer un premier fichier.</p>
    </section>
    "#);
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
    insta::assert_snapshot!(card(&english.body, "gains"), @r##"
    <div class="card-head"><h3><a href="/measures/gains">New followers</a></h3> <span class="status status-partial">Partial</span></div>
    <div class="card-body">
    <p class="value">241</p><svg…>
    <p class="versus"><span class="change change-gain"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#arrow-up"/></svg> +70.9%</span> <span aria-hidden="true">vs 141</span><span class="aloud">compared with the previous 28 days</span></p>
    </div>
    <p class="sentence">241 new followers in 28 days (partial figure)</p>
    <p class="card-links"><a href="/measures?definition=gains#gains" hx-get="/measures/gains/definition" hx-target="#panel" hx-push-url="/measures?definition=gains#gains">Definition<span class="aloud"> (New followers)</span></a> <a href="/measures/gains/facts">See the facts<span class="aloud"> (New followers)</span></a></p>
    "##);
    insta::assert_snapshot!(card(&english.body, "calls"), @r##"
    <div class="card-head"><h3><a href="/measures/calls">Calls</a></h3> <span class="status status-missing">Missing</span></div>
    <div class="card-body">
    <p class="value value-none">No data</p>
    </div>
    <p class="sentence">No data for this period. Enter your emails, calls, meetings and events in the Journal, or import an ICS calendar.</p>
    <p class="card-links"><a href="/journal">Write in the journal</a> <a href="/measures?definition=calls#calls" hx-get="/measures/calls/definition" hx-target="#panel" hx-push-url="/measures?definition=calls#calls">Definition<span class="aloud"> (Calls)</span></a></p>
    "##);
    app.speak(Language::French);
    let french = app.get("/measures?compare=none").await;
    insta::assert_snapshot!(card(&french.body, "net_growth"), @r##"
    <div class="card-head"><h3><a href="/measures/net_growth?compare=none">Croissance nette</a></h3> <span class="status status-partial">Partiel</span></div>
    <div class="card-body">
    <p class="value">+213</p><svg…>
    </div>
    <p class="sentence">213 abonnés gagnés de plus que perdus en 28 jours (chiffre partiel)</p>
    <p class="card-links"><a href="/measures?compare=none&#38;definition=net_growth#net_growth" hx-get="/measures/net_growth/definition?compare=none" hx-target="#panel" hx-push-url="/measures?compare=none&#38;definition=net_growth#net_growth">Définition<span class="aloud"> (Croissance nette)</span></a> <a href="/measures/net_growth/facts?compare=none">Voir les faits<span class="aloud"> (Croissance nette)</span></a></p>
    "##);
    insta::assert_snapshot!(card(&french.body, "citations"), @r##"
    <div class="card-head"><h3><a href="/measures/citations?compare=none">Citations</a></h3> <span class="status status-missing">Manquant</span></div>
    <div class="card-body">
    <p class="value value-none">Pas de donnée</p>
    </div>
    <p class="sentence">Pas de donnée sur cette période. Importez l’export des publications du réseau, ou l’archive du compte.</p>
    <p class="card-links"><a href="/sources?compare=none">Ajouter une source</a> <a href="/measures?compare=none&#38;definition=citations#citations" hx-get="/measures/citations/definition?compare=none" hx-target="#panel" hx-push-url="/measures?compare=none&#38;definition=citations#citations">Définition<span class="aloud"> (Citations)</span></a></p>
    "##);
}

#[tokio::test]
async fn the_overview_finds_draws_and_sorts() {
    let mut app = filled(Role::Viewer).await;
    let page = app.get("/measures").await;
    let (head, rest) = page.body.split_once("</h1>").unwrap();
    insta::assert_snapshot!(head.split_once("<h1>").unwrap().1, @r#"213 more followers gained than lost in 28 days (partial figure)"#);
    let layers: Vec<&str> = rest.split("<h2 id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(layers.get(..3), Some(["health-name", "action-name", "results-name"].as_slice()));
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
async fn what_no_source_tells_stands_aside() {
    let mut app = filled(Role::Viewer).await;
    let aside = |body: &str| -> Vec<String> {
        let parts = body.split("<details class=\"more\"").skip(1);
        parts.map(|part| part.split("</details>").next().unwrap().to_owned()).collect()
    };
    let about = |part: &str| {
        let (_, summary) = part.split_once("</svg> ").unwrap();
        summary.split("</summary>").next().unwrap().to_owned()
    };
    let page = app.get("/measures").await;
    let parts = aside(&page.body);
    insta::assert_snapshot!(parts.iter().map(|part| about(part)).collect::<Vec<_>>().join("\n"), @"
    No source for this period: Followers, Growth rate
    No source for this period: Shares, Comments, The service’s total of interactions, People who interacted, Reach, Impressions, Video views, Media views, Profile views, Clicks, Link clicks, Saves, Follows due to a post, Hides and reports, Engagement rate by reach, Engagement rate by followers, Interactions per post
    No source for this period: Visitors, Page views, Backlinks
    No source for this period: Events attended, Events organised, Interventions
    ");
    assert!(parts.iter().all(|part| !part.starts_with(" open")), "folded until somebody opens them");
    // The definition of one of them is at hand: so is its card.
    let page = app.get("/measures?definition=saves").await;
    let open: Vec<String> = aside(&page.body).into_iter().filter(|part| part.starts_with(" open")).collect();
    assert_eq!(open.len(), 1);
    assert!(open[0].contains("<article class=\"card\" id=\"saves\""), "{}", open[0]);
    app.speak(Language::French);
    let page = app.get("/measures").await;
    insta::assert_snapshot!(about(aside(&page.body).last().unwrap()), @"Sans source sur cette période : Événements suivis, Événements organisés, Interventions");
}

#[tokio::test]
async fn the_definition_opens_beside_either_page() {
    let mut app = filled(Role::Viewer).await;
    app.speak(Language::French);
    let page = app.get("/measures/net_growth?panel=definition").await;
    let (_, panel) = page.body.split_once("<aside class=\"panel\"").unwrap();
    insta::assert_snapshot!(crate::testing::redacted(panel.split("</aside>").next().unwrap()), @r#"
    aria-labelledby="panel-title">
    <header class="panel-head"><h2 id="panel-title">Croissance nette</h2><a class="button button-quiet button-icon" href="/measures/net_growth" data-close><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#close"/></svg><span class="aloud">Fermer</span></a></header>
    <div class="panel-body">
    <p>Abonnés gagnés moins abonnés perdus.</p>
    <dl class="facts">
    <div><dt>Formule</dt><dd>La croissance nette donnée par le service ; à défaut, gains moins pertes ; à défaut, la différence de deux relevés d’abonnés.</dd></div>
    <div><dt>Unité</dt><dd>Un nombre</dd></div>
    <div><dt>Période</dt><dd>Du 25 oct. au 21 nov. 2026, fuseau Europe/Paris</dd></div>
    <div><dt>D’où vient le chiffre</dt><dd>Gains moins pertes</dd></div>
    <div><dt>Sources</dt><dd>overview.csv</dd></div>
    <div><dt>Fraîcheur</dt><dd>À l’instant</dd></div>
    <div><dt>Échantillon</dt><dd>56 jours, faits ou publications</dd></div>
    <div><dt>Réserves</dt><dd>1 espace sur 2 le dit.</dd><dd>28 jours connus sur 56, tous espaces réunis.</dd></div>
    <div><dt>À savoir</dt><dd>Une purge de faux comptes par le réseau se lit comme une perte ; elle n’est pas un échec de l’équipe.</dd></div>
    </dl>
    <a class="button" href="/measures/net_growth/facts">Voir les faits</a>
    </div>
    "#);
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
    insta::assert_snapshot!(crate::testing::redacted(table.split("</table>").next().unwrap()), @r#"
    class="table">
    <thead><tr><th scope="col"><a href="/measures/likes?by=week&#38;sort=1#table" data-no-prefetch>Week</a></th><th scope="col" class="number" aria-sort="descending"><a href="/measures/likes?by=week&#38;sort=2#table" data-no-prefetch>Likes</a></th><th scope="col" class="number"><a href="/measures/likes?by=week&#38;sort=-3#table" data-no-prefetch>Previous 28 days</a></th><th scope="col"><a href="/measures/likes?by=week&#38;sort=4#table" data-no-prefetch>Status</a></th></tr></thead>
    <tbody data-list>
    <tr><th scope="row" class="fixed"><a href="/measures/likes/facts?from=2026-10-26&#38;to=2026-11-02">week 44 of 2026</a></th><td class="number">28</td><td class="number">0</td><td>partial</td></tr>
    <tr><th scope="row" class="fixed"><a href="/measures/likes/facts?from=2026-11-02&#38;to=2026-11-09">week 45 of 2026</a></th><td class="number">28</td><td class="number">0</td><td>partial</td></tr>
    <tr><th scope="row" class="fixed"><a href="/measures/likes/facts?from=2026-11-09&#38;to=2026-11-16">week 46 of 2026</a></th><td class="number">28</td><td class="number">0</td><td>partial</td></tr>
    <tr><th scope="row" class="fixed"><a href="/measures/likes/facts?from=2026-11-16&#38;to=2026-11-22">week 47 of 2026</a></th><td class="number">24</td><td class="number">7</td><td>partial</td></tr>
    <tr><th scope="row" class="fixed"><a href="/measures/likes/facts?from=2026-10-25&#38;to=2026-10-26">week 43 of 2026</a></th><td class="number">4</td><td class="number">0</td><td>partial</td></tr>
    </tbody>
    "#);
    let by_space = app.get("/measures/likes?split=space").await;
    assert!(by_space.body.contains("href=\"/measures/likes/facts?space=mastodon\""), "{}", undrawn(&by_space.main()));

    let csv = app.get("/measures/likes.csv?by=week&compare=none").await;
    assert_eq!(csv.headers["content-disposition"], "attachment; filename=\"likes-2026-10-25-2026-11-21.csv\"");
    assert_eq!(csv.body.lines().count(), 6, "{}", csv.body);
    let json = app.get("/measures/likes.json?by=whole").await.json();
    assert_eq!(json["indicators"][0]["rows"][0]["value"], 112);
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
    assert!(likes.body.contains("1 to 50 of 112"), "{}", likes.main());
    let month = app.get("/measures/likes/facts?period=this-month").await;
    assert!(
        month.body.contains("&#60;b&#62;bravo") && !month.body.contains("Somebody"),
        "members of the community stay nameless"
    );
    assert!(app.get("/measures/likes/facts?part=3").await.body.contains("101 to 112 of 112"));
    app.speak(Language::French);
    let gains = app.get("/measures/gains/facts").await;
    insta::assert_snapshot!(gains.main(), @r#"
    <header class="page-head">
    <p class="eyebrow"><a href="/measures">Mesures</a> <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> <a href="/measures/gains">Nouveaux abonnés</a></p>
    <h1>Nouveaux abonnés : les faits</h1>
    <p class="lead">241 · du 25 oct. au 21 nov. 2026 · partiel</p>
    </header>
    <div class="beside">
    <div class="section">
    <div class="box stack">
    <p>Aucun fait n’est connu un par un sur cette période.</p>
    </div>
    </div>
    <aside class="stack" aria-labelledby="told">
    <h2 id="told">Ce qui donne le chiffre</h2>
    <p>Chiffre du service, jour par jour</p>
    <dl class="facts">
    <div><dt>Importé le 22 nov. 2026 à 10 h 00</dt><dd>overview.csv</dd></div>
    </dl>
    <a class="button" href="/sources">Voir les sources</a>
    </aside>
    </div>
    "#);
    let visits = app.get("/measures/visits/facts").await;
    let (_, table) = visits.body.split_once("<tbody>").unwrap();
    insta::assert_snapshot!(crate::testing::redacted(table.split("</table>").next().unwrap()), @r#"
    <tr><th scope="row">Sans site d’origine</th><td>Accès direct</td><td class="number">7</td><td class="number">35 %</td></tr>
    <tr><th scope="row">example.org</th><td>Autres sites</td><td class="number">7</td><td class="number">35 %</td></tr>
    <tr><th scope="row">X</th><td>Réseaux sociaux</td><td class="number">6</td><td class="number">30 %</td></tr>
    </tbody>
    <tfoot><tr><th scope="row">Total</th><td></td><td class="number">20</td><td></td></tr></tfoot>
    "#);
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
