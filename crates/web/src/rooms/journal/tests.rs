//! Acts entered, listed, changed, deleted, undone; who may; what a program gets.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::testing::{NOW, TestApp, api};
use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use model::{FactKind, Millis};
use store::desk::person::NewPerson;
use store::desk::{Client, Clients, Language, Role};
use store::history::journal::Entry;

const HOUR: i64 = 3_600_000;

async fn office(app: &TestApp) -> Client {
    app.state.store.create_client("Office de tourisme", "Europe/Paris", NOW).await.unwrap()
}

async fn note(app: &TestApp, client: &Client, kind: FactKind, hours_ago: i64, text: &str) -> String {
    let store = &app.state.store;
    let journal = store.journal_of(client.id, NOW).await.unwrap().id;
    let entry = Entry {
        kind,
        at: Millis(NOW.0 - hours_ago * HOUR),
        person: Some("Bo".to_owned()),
        text: Some(text.to_owned()),
    };
    store.note(client.id, journal, None, &entry, NOW).await.unwrap().to_string()
}

/// The ids of the acts that can be opened, in the order of the page.
fn listed(html: &str) -> Vec<String> {
    let links = html.split("<p><a href=\"/journal/").skip(1);
    links.map(|rest| rest.split(['"', '?']).next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn an_act_is_entered_and_taken_back() {
    let mut app = TestApp::signed_in(Role::CommunityManager).await;
    office(&app).await;
    let fields = [
        ("client", "office-de-tourisme"),
        ("kind", "call"),
        ("at", "2026-11-22T09:30"),
        ("person", "Ana Petit"),
        ("text", "Le port"),
    ];
    let got = app.post("/journal", "/journal", &fields).await;
    assert_eq!((got.status, got.location()), (StatusCode::SEE_OTHER, "/journal"));
    let page = app.get("/journal").await;
    assert!(page.body.contains("Call: noted on 22\u{a0}Nov 2026 at 09:30."), "{}", page.main());
    assert!(page.body.contains("Le port") && page.body.contains("Call · Ana Petit"), "{}", page.main());
    let ids = listed(&page.body);
    assert_eq!(ids.len(), 1);

    // Changed: undone, it is what it was.
    let changed = [("kind", "meeting"), ("at", "2026-11-21T09:30"), ("person", ""), ("text", "La criée")];
    let path = format!("/journal/{}", ids[0]);
    assert_eq!(app.post(&path, &path, &changed).await.status, StatusCode::SEE_OTHER);
    let page = app.get("/journal").await;
    assert!(page.body.contains("La criée") && !page.body.contains("Le port"));
    assert_eq!(app.post("/journal", "/journal/undo", &[]).await.location(), "/journal");
    let page = app.get("/journal").await;
    assert!(page.body.contains("Undone.") && page.body.contains("Le port") && !page.body.contains("La criée"));
    assert_eq!(listed(&page.body), ids, "the same entry has the same id");

    // Deleted: undone, it is back, and nothing is left to undo.
    assert_eq!(app.post("/journal", &format!("{path}/strike"), &[]).await.status, StatusCode::SEE_OTHER);
    let page = app.get("/journal").await;
    assert!(
        listed(&page.body).is_empty() && page.body.contains("Call: deleted, it was on 22\u{a0}Nov 2026 at 09:30."),
        "{}",
        page.main()
    );
    app.post("/journal", "/journal/undo", &[]).await;
    assert_eq!(listed(&app.get("/journal").await.body), ids);
    let again = app.post("/journal", "/journal/undo", &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_page_in_both_languages() {
    let mut app = TestApp::signed_in(Role::Manager).await;
    let client = office(&app).await;
    note(&app, &client, FactKind::Call, 1, "Point sur le programme d’hiver").await;
    note(&app, &client, FactKind::EventOrganised, 30, "Visite du phare").await;
    let english = app.get("/journal?client=office-de-tourisme").await;
    insta::assert_snapshot!(english.main(), @r#"
    <header class="page-head">
    <h1>Journal</h1>
    <p class="lead">What the networks do not see: emails, calls, meetings, events.</p>
    </header>
    <section class="box" aria-labelledby="note">
    <h2 class="aloud" id="note">Note an act</h2>
    <form class="stack" method="post" action="/journal?client=office-de-tourisme"><input type="hidden" name="csrf" value="…"><input type="hidden" name="client" value="office-de-tourisme">
    <fieldset class="field">
    <legend>What did you do?</legend>
    <div class="kinds">
    <label class="kind"><input type="radio" name="kind" value="mail" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#mail"/></svg> Email</label>
    <label class="kind"><input type="radio" name="kind" value="call" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#phone"/></svg> Call</label>
    <label class="kind"><input type="radio" name="kind" value="meeting" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#handshake"/></svg> Meeting</label>
    <label class="kind"><input type="radio" name="kind" value="event_attended" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#ticket"/></svg> Event attended</label>
    <label class="kind"><input type="radio" name="kind" value="event_organised" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#megaphone"/></svg> Event organised</label>
    <label class="kind"><input type="radio" name="kind" value="intervention" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#comment"/></svg> Intervention</label>
    </div>
    </fieldset>
    <div class="field">
    <label for="text">In a few words</label>
    <input id="text" name="text" class="input" maxlength="500" type="text" value="">
    </div>
    <div class="form-row">
    <div class="field">
    <label for="person">By</label>
    <input class="input" id="person" name="person" list="people" value="Ana Petit" autocomplete="off" aria-describedby="person-hint">
    <datalist id="people"><option value="Ana Petit"></option><option value="Bo"></option></datalist>
    <p class="hint" id="person-hint">Somebody of the team, or nobody.</p>
    </div>
    <div class="field">
    <label for="at">When</label>
    <input id="at" name="at" class="input" aria-describedby="at-hint" type="datetime-local" value="2026-11-22T10:00">
    <p class="hint" id="at-hint">Europe/Paris time.</p>
    </div>
    </div>
    <div class="button-row"><button class="button button-main">Note it</button><a class="button button-quiet" href="/sources?client=office-de-tourisme"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#calendar"/></svg> Import an ICS calendar</a></div>
    </form>
    </section>
    <section class="section" aria-labelledby="acts">
    <div class="head-row">
    <h2 id="acts">2 acts</h2>
    <div class="row">
    <details class="picker">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#filter"/></svg><span>All acts</span> <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-down"/></svg></summary>
    <div class="menu">
    <a href="/journal?client=office-de-tourisme" aria-current="true">All acts <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#check"/></svg></a>
    <a href="/journal?client=office-de-tourisme&#38;kind=mail">Email</a>
    <a href="/journal?client=office-de-tourisme&#38;kind=call">Call</a>
    <a href="/journal?client=office-de-tourisme&#38;kind=meeting">Meeting</a>
    <a href="/journal?client=office-de-tourisme&#38;kind=event_attended">Event attended</a>
    <a href="/journal?client=office-de-tourisme&#38;kind=event_organised">Event organised</a>
    <a href="/journal?client=office-de-tourisme&#38;kind=intervention">Intervention</a>
    </div>
    </details>
    <details class="picker">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#person"/></svg><span>Everybody</span> <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-down"/></svg></summary>
    <div class="menu">
    <a href="/journal?client=office-de-tourisme" aria-current="true">Everybody <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#check"/></svg></a>
    <a href="/journal?client=office-de-tourisme&#38;person=Bo">Bo</a>
    </div>
    </details>
    </div>
    </div>
    <section class="stack">
    <div class="section-head"><h3>Sunday 22 November 2026</h3><p>1 act</p></div>
    <ul class="list" data-list>
    <li><span class="list-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#phone"/></svg></span><div class="list-main"><p><a href="/journal/a8b632ff30522d35d3a9161ba01196ae?client=office-de-tourisme">Point sur le programme d’hiver</a></p><p>Call · Bo</p></div><div class="list-end"><span>09:00</span><form method="post" action="/journal/a8b632ff30522d35d3a9161ba01196ae/strike?client=office-de-tourisme"><input type="hidden" name="csrf" value="…"><button class="button button-quiet button-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#trash"/></svg><span class="aloud">Delete: Point sur le programme d’hiver</span></button></form></div></li>
    </ul>
    </section>
    <section class="stack">
    <div class="section-head"><h3>Saturday 21 November 2026</h3><p>1 act</p></div>
    <ul class="list" data-list>
    <li><span class="list-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#megaphone"/></svg></span><div class="list-main"><p><a href="/journal/af3f0ea6b9ff736eaba6cf704c6fe991?client=office-de-tourisme">Visite du phare</a></p><p>Event organised · Bo</p></div><div class="list-end"><span>04:00</span><form method="post" action="/journal/af3f0ea6b9ff736eaba6cf704c6fe991/strike?client=office-de-tourisme"><input type="hidden" name="csrf" value="…"><button class="button button-quiet button-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#trash"/></svg><span class="aloud">Delete: Visite du phare</span></button></form></div></li>
    </ul>
    </section>
    </section>
    "#);
    app.speak(Language::French);
    let french = app.get("/journal?client=office-de-tourisme").await;
    insta::assert_snapshot!(french.main(), @r#"
    <header class="page-head">
    <h1>Journal</h1>
    <p class="lead">Ce que les réseaux ne voient pas : courriels, appels, rencontres, événements.</p>
    </header>
    <section class="box" aria-labelledby="note">
    <h2 class="aloud" id="note">Noter un acte</h2>
    <form class="stack" method="post" action="/journal?client=office-de-tourisme"><input type="hidden" name="csrf" value="…"><input type="hidden" name="client" value="office-de-tourisme">
    <fieldset class="field">
    <legend>Qu’avez-vous fait ?</legend>
    <div class="kinds">
    <label class="kind"><input type="radio" name="kind" value="mail" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#mail"/></svg> Courriel</label>
    <label class="kind"><input type="radio" name="kind" value="call" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#phone"/></svg> Appel</label>
    <label class="kind"><input type="radio" name="kind" value="meeting" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#handshake"/></svg> Rencontre</label>
    <label class="kind"><input type="radio" name="kind" value="event_attended" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#ticket"/></svg> Événement suivi</label>
    <label class="kind"><input type="radio" name="kind" value="event_organised" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#megaphone"/></svg> Événement organisé</label>
    <label class="kind"><input type="radio" name="kind" value="intervention" required><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#comment"/></svg> Intervention</label>
    </div>
    </fieldset>
    <div class="field">
    <label for="text">En quelques mots</label>
    <input id="text" name="text" class="input" maxlength="500" type="text" value="">
    </div>
    <div class="form-row">
    <div class="field">
    <label for="person">Par</label>
    <input class="input" id="person" name="person" list="people" value="Ana Petit" autocomplete="off" aria-describedby="person-hint">
    <datalist id="people"><option value="Ana Petit"></option><option value="Bo"></option></datalist>
    <p class="hint" id="person-hint">Un membre de l’équipe, ou personne.</p>
    </div>
    <div class="field">
    <label for="at">Quand</label>
    <input id="at" name="at" class="input" aria-describedby="at-hint" type="datetime-local" value="2026-11-22T10:00">
    <p class="hint" id="at-hint">Fuseau Europe/Paris.</p>
    </div>
    </div>
    <div class="button-row"><button class="button button-main">Noter</button><a class="button button-quiet" href="/sources?client=office-de-tourisme"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#calendar"/></svg> Importer un agenda ICS</a></div>
    </form>
    </section>
    <section class="section" aria-labelledby="acts">
    <div class="head-row">
    <h2 id="acts">2 actes</h2>
    <div class="row">
    <details class="picker">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#filter"/></svg><span>Tous les actes</span> <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-down"/></svg></summary>
    <div class="menu">
    <a href="/journal?client=office-de-tourisme" aria-current="true">Tous les actes <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#check"/></svg></a>
    <a href="/journal?client=office-de-tourisme&#38;kind=mail">Courriel</a>
    <a href="/journal?client=office-de-tourisme&#38;kind=call">Appel</a>
    <a href="/journal?client=office-de-tourisme&#38;kind=meeting">Rencontre</a>
    <a href="/journal?client=office-de-tourisme&#38;kind=event_attended">Événement suivi</a>
    <a href="/journal?client=office-de-tourisme&#38;kind=event_organised">Événement organisé</a>
    <a href="/journal?client=office-de-tourisme&#38;kind=intervention">Intervention</a>
    </div>
    </details>
    <details class="picker">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#person"/></svg><span>Toute l’équipe</span> <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-down"/></svg></summary>
    <div class="menu">
    <a href="/journal?client=office-de-tourisme" aria-current="true">Toute l’équipe <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#check"/></svg></a>
    <a href="/journal?client=office-de-tourisme&#38;person=Bo">Bo</a>
    </div>
    </details>
    </div>
    </div>
    <section class="stack">
    <div class="section-head"><h3>Dimanche 22 novembre 2026</h3><p>1 acte</p></div>
    <ul class="list" data-list>
    <li><span class="list-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#phone"/></svg></span><div class="list-main"><p><a href="/journal/a8b632ff30522d35d3a9161ba01196ae?client=office-de-tourisme">Point sur le programme d’hiver</a></p><p>Appel · Bo</p></div><div class="list-end"><span>9 h 00</span><form method="post" action="/journal/a8b632ff30522d35d3a9161ba01196ae/strike?client=office-de-tourisme"><input type="hidden" name="csrf" value="…"><button class="button button-quiet button-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#trash"/></svg><span class="aloud">Supprimer : Point sur le programme d’hiver</span></button></form></div></li>
    </ul>
    </section>
    <section class="stack">
    <div class="section-head"><h3>Samedi 21 novembre 2026</h3><p>1 acte</p></div>
    <ul class="list" data-list>
    <li><span class="list-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#megaphone"/></svg></span><div class="list-main"><p><a href="/journal/af3f0ea6b9ff736eaba6cf704c6fe991?client=office-de-tourisme">Visite du phare</a></p><p>Événement organisé · Bo</p></div><div class="list-end"><span>4 h 00</span><form method="post" action="/journal/af3f0ea6b9ff736eaba6cf704c6fe991/strike?client=office-de-tourisme"><input type="hidden" name="csrf" value="…"><button class="button button-quiet button-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#trash"/></svg><span class="aloud">Supprimer : Visite du phare</span></button></form></div></li>
    </ul>
    </section>
    </section>
    "#);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    office(&app).await;
    app.state.store.create_client("Journal", "Europe/Paris", NOW).await.unwrap();
    let got = app
        .post("/journal", "/journal", &[("kind", ""), ("at", "soon"), ("person", "Ana"), ("text", "kept <words>")])
        .await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.body.contains("Choose which client it was for."), "{}", got.main());
    let got = app
        .post("/journal", "/journal", &[("client", "journal"), ("kind", ""), ("at", "soon"), ("text", "kept <words>")])
        .await;
    assert!(got.body.contains("Choose what you did.") && got.body.contains("This date cannot be read."));
    assert!(got.body.contains("kept &#60;words&#62;"), "{}", got.main());
    assert!(
        app.get("/journal?kind=like").await.body.contains("0 acts")
            || app.get("/journal?kind=like").await.status == StatusCode::OK
    );
    assert_eq!(app.get("/journal?kind=dance").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/journal?client=nobody").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_list_is_narrowed_and_cut_into_parts() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    let client = office(&app).await;
    for hours in 0..55 {
        let kind = if hours % 5 == 0 { FactKind::Mail } else { FactKind::Call };
        note(&app, &client, kind, hours, &format!("act {hours}")).await;
    }
    let page = app.get("/journal").await;
    assert!(page.body.contains("55 acts") && page.body.contains("1 to 50 of 55"), "{}", page.main());
    assert_eq!(listed(&page.body).len(), 50);
    let rest = app.get("/journal?part=2").await;
    assert_eq!(listed(&rest.body).len(), 5);
    assert!(rest.body.contains("51 to 55 of 55"));
    assert_eq!(listed(&app.get("/journal?kind=mail").await.body).len(), 11);
    assert_eq!(listed(&app.get("/journal?kind=mail&person=Nobody").await.body).len(), 0);
    // Local days: 22 November in Paris began an hour before UTC's.
    assert_eq!(listed(&app.get("/journal?from=2026-11-22").await.body).len(), 11);
}

#[tokio::test]
async fn roles_and_walls() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let client = office(&app).await;
    let id = note(&app, &client, FactKind::Call, 1, "of the command line").await;
    let page = app.get("/journal").await;
    assert!(page.body.contains("Your role lets you read") && listed(&page.body).is_empty());
    assert_eq!(
        app.post("/account", "/journal", &[("client", "office-de-tourisme"), ("kind", "call")]).await.status,
        StatusCode::FORBIDDEN
    );

    let other = app.state.store.create_client("Autre", "Europe/Paris", NOW).await.unwrap();
    let store = &app.state.store;
    let new = NewPerson {
        email: "bo@example.org",
        name: "Bo",
        role: Role::CommunityManager,
        clients: Clients::Only(vec![client.id]),
    };
    let bo = store.add_person(&new, NOW).await.unwrap();
    let hidden = note(&app, &other, FactKind::Call, 1, "behind the wall").await;
    app.sign_in(&bo).await;
    // Others' entries are read, not changed; what is behind the wall is not there.
    assert_eq!(app.get(&format!("/journal/{id}")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.get(&format!("/journal/{hidden}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.post("/journal", &format!("/journal/{hidden}/strike"), &[]).await.status, StatusCode::NOT_FOUND);
    assert!(!app.get("/journal").await.body.contains("behind the wall"));
    let got = app.post("/journal", "/journal", &[("client", "autre"), ("kind", "call")]).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn programs_do_the_same() {
    let mut app = TestApp::new().await;
    office(&app).await;
    let ana = app.person(Role::CommunityManager, Clients::All).await;
    let bearer = app.bearer(&ana).await;
    let json = |method, path: &str| api(method, path, &bearer).header(header::CONTENT_TYPE, "application/json");

    let body = r#"{"kind":"meeting","at":"2026-11-22T09:30","text":"harbour"}"#;
    let made = app.send_with(json(Method::POST, "/api/v1/journal"), Body::from(body)).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let mut told = made.json();
    let id = told["id"].as_str().unwrap().to_owned();
    told["id"] = "…".into();
    insta::assert_snapshot!(told, @r#"{"at":"2026-11-22T08:30:00Z","by_hand":true,"changeable":true,"client":"office-de-tourisme","id":"…","kind":"meeting","person":"Ana Petit","text":"harbour","url":null}"#);

    let listed =
        app.send(api(Method::GET, "/api/v1/journal?kind=meeting&from=2026-11-22&to=2026-11-23", &bearer)).await.json();
    assert_eq!((listed["total"].as_u64(), listed["acts"][0]["text"].as_str()), (Some(1), Some("harbour")));
    let changed = app
        .send_with(json(Method::PATCH, &format!("/api/v1/journal/{id}")), Body::from(r#"{"text":"port"}"#))
        .await
        .json();
    assert_eq!((changed["text"].as_str(), changed["at"].as_str()), (Some("port"), Some("2026-11-22T08:30:00Z")));
    let id = changed["id"].as_str().unwrap();
    let gone = app.send(api(Method::DELETE, &format!("/api/v1/journal/{id}"), &bearer)).await;
    assert_eq!((gone.status, gone.json()["text"].as_str()), (StatusCode::OK, Some("port")));
    assert_eq!(
        app.send(api(Method::GET, &format!("/api/v1/journal/{id}"), &bearer)).await.status,
        StatusCode::NOT_FOUND
    );

    for (body, field) in [(r#"{"kind":"dance"}"#, "kind"), (r#"{"kind":"call","at":"soon"}"#, "at")] {
        let refused = app.send_with(json(Method::POST, "/api/v1/journal"), Body::from(body)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(field), "{}", refused.body);
    }
}
