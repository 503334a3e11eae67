//! Settings as owners and managers use them, and as others may not.
#![allow(clippy::unwrap_used)]

use crate::testing::{NOW, TestApp};
use axum::http::StatusCode;
use model::Network;
use store::desk::person::NewPerson;
use store::desk::{Act, Clients, Language, Role, Viewer};

/// Two clients, the first with one space; its id comes back.
async fn fill(app: &TestApp) -> model::ClientId {
    let store = &app.state.store;
    let acme = store.create_client("Acme", "Europe/Paris", NOW).await.unwrap();
    store.create_client("Bolt", "UTC", NOW).await.unwrap();
    store.create_space(acme.id, "Acme on X", Network::X, NOW).await.unwrap();
    acme.id
}

#[tokio::test]
async fn every_page_in_both_languages() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    fill(&app).await;
    let pages = [
        "/settings",
        "/settings/clients",
        "/settings/clients/acme",
        "/settings/clients/acme/delete",
        "/settings/clients/acme/spaces/acme-on-x",
        "/settings/clients/acme/spaces/acme-on-x/delete",
        "/settings/people",
        "/settings/people/1",
        "/settings/audit",
    ];
    for path in pages {
        for language in [Language::French, Language::English] {
            app.speak(language);
            let got = app.get(path).await;
            assert_eq!(got.status, StatusCode::OK, "{path}: {}", got.body);
        }
    }
    let clients = app.get("/settings/clients").await.main();
    insta::assert_snapshot!(clients.split("<section").next().unwrap(), @r#"
    <header class="page-head">
    <h1>Clients</h1>
    <p class="lead">Those whose communities you animate. Nothing passes from one to another.</p>
    </header>
    <div class="row"><nav class="switch" aria-label="Parts of the settings"><a href="/settings">Organisation</a><a href="/settings/clients" aria-current="page">Clients</a><a href="/settings/people">People</a><a href="/settings/audit">Log</a></nav></div>
    <ul class="list" data-list>
    <li><span class="list-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#people"/></svg></span><div class="list-main"><p><a href="/settings/clients/acme">Acme</a></p><p>1 space · Europe/Paris</p></div></li>
    <li><span class="list-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#people"/></svg></span><div class="list-main"><p><a href="/settings/clients/bolt">Bolt</a></p><p>0 spaces · UTC</p></div></li>
    </ul>
    "#);
    insta::assert_snapshot!(app.get("/settings/clients/acme/delete").await.main(), @r#"
    <header class="page-head">
    <p class="eyebrow"><a href="/settings/clients/acme">Back</a></p>
    <h1>Delete Acme?</h1>
    <p class="lead">There is no way back, except a backup made before.</p>
    </header>
    <div class="row"><nav class="switch" aria-label="Parts of the settings"><a href="/settings">Organisation</a><a href="/settings/clients" aria-current="page">Clients</a><a href="/settings/people">People</a><a href="/settings/audit">Log</a></nav></div>
    <div class="flash flash-warn"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#alert"/></svg><div>
    <p>This is lost:</p>
    <p>1 space</p>
    </div></div>
    <form class="form" method="post" action="/settings/clients/acme/delete">
    <input type="hidden" name="csrf" value="…">
    <div class="field">
    <label for="confirm">To confirm, type: Acme</label>
    <input id="confirm" name="confirm" class="input" autocomplete="off" required type="text" value="">
    </div>
    <div class="button-row"><button class="button button-loss"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#trash"/></svg> Delete this client</button><a class="button button-quiet" href="/settings/clients/acme">Keep it</a></div>
    </form>
    "#);
    insta::assert_snapshot!(app.get("/settings/people").await.main(), @r#"
    <header class="page-head">
    <h1>People</h1>
    <p class="lead">Those who sign in here, and what they may do.</p>
    </header>
    <div class="row"><nav class="switch" aria-label="Parts of the settings"><a href="/settings">Organisation</a><a href="/settings/clients">Clients</a><a href="/settings/people" aria-current="page">People</a><a href="/settings/audit">Log</a></nav></div>
    <ul class="list" data-list>
    <li><span class="list-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#person"/></svg></span><div class="list-main"><p><a href="/settings/people/1">Ana Petit</a></p><p>owner@example.org · Owner</p></div></li>
    </ul>
    <section class="setting">
    <header><h2>Add a person</h2><p>You get a link to send on. It signs them in once; they choose their password then.</p></header>
    <form class="form" method="post" action="/settings/people">
    <input type="hidden" name="csrf" value="…">
    <div class="field">
    <label for="name">Name</label>
    <input id="name" name="name" class="input" autocomplete="off" maxlength="200" required type="text" value="">
    </div>
    <div class="field">
    <label for="email">E-mail</label>
    <input id="email" name="email" class="input" autocomplete="off" required type="email" value="">
    </div>
    <div class="field">
    <label for="role">Role</label>
    <select id="role" name="role" class="input" aria-describedby="role-hint"><option value="owner">Owner</option><option value="manager">Manager</option><option value="community_manager" selected>Community manager</option><option value="viewer">Viewer</option></select>
    <p class="hint" id="role-hint">Owners do everything. Managers answer for spaces and imports. Community managers import and write the journal. Viewers read.</p>
    </div>
    <fieldset class="field">
    <legend>Works for</legend>
    <label class="check"><input type="checkbox" name="all" value="yes" checked> <span>Every client <small>Those to come included</small></span></label>
    <label class="check"><input type="checkbox" name="client" value="acme"> <span>Acme</span></label>
    <label class="check"><input type="checkbox" name="client" value="bolt"> <span>Bolt</span></label>
    </fieldset>
    <div class="button-row"><button class="button button-main">Add a person</button></div>
    </form>
    </section>
    "#);
    app.speak(Language::French);
    insta::assert_snapshot!(app.get("/settings/people/1").await.main(), @r#"
    <header class="page-head">
    <p class="eyebrow"><a href="/settings/people">Personnes</a></p>
    <h1>Ana Petit</h1>
    <p class="lead">owner@example.org</p>
    </header>
    <div class="row"><nav class="switch" aria-label="Parties des réglages"><a href="/settings">Organisation</a><a href="/settings/clients">Clients</a><a href="/settings/people" aria-current="page">Personnes</a><a href="/settings/audit">Journal d’audit</a></nav></div>
    <div>
    <section class="setting">
    <header><h2>Rôle et clients</h2></header>
    <form class="form" method="post" action="/settings/people/1">
    <input type="hidden" name="csrf" value="…">
    <div class="field">
    <label for="role">Rôle</label>
    <select id="role" name="role" class="input" aria-describedby="role-hint"><option value="owner" selected>Propriétaire</option><option value="manager">Responsable</option><option value="community_manager">Community manager</option><option value="viewer">Lecture seule</option></select>
    <p class="hint" id="role-hint">Les propriétaires font tout. Les responsables répondent des espaces et des imports. Les community managers importent et tiennent le journal. La lecture seule ne change rien.</p>
    </div>
    <fieldset class="field">
    <legend>Travaille pour</legend>
    <label class="check"><input type="checkbox" name="all" value="yes" checked> <span>Tous les clients <small>Y compris ceux à venir</small></span></label>
    <label class="check"><input type="checkbox" name="client" value="acme"> <span>Acme</span></label>
    <label class="check"><input type="checkbox" name="client" value="bolt"> <span>Bolt</span></label>
    </fieldset>
    <div class="button-row"><button class="button button-main">Garder</button></div>
    </form>
    </section>
    <section class="setting">
    <header><h2>Lien de connexion</h2><p>Pour qui a oublié son mot de passe. Il sert une fois, dans la journée ; rien d’autre ne change.</p></header>
    <form class="button-row" method="post" action="/settings/people/1/link">
    <input type="hidden" name="csrf" value="…">
    <button class="button"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#link"/></svg> Créer un lien</button>
    </form>
    </section>
    <section class="setting">
    <header><h2>Réinitialiser l’accès</h2><p>Pour qui a perdu une machine : son mot de passe, ses sessions et ses jetons prennent fin, et vous obtenez un lien pour recommencer.</p></header>
    <form class="button-row" method="post" action="/settings/people/1/reset">
    <input type="hidden" name="csrf" value="…">
    <button class="button"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#refresh"/></svg> Réinitialiser l’accès</button>
    </form>
    </section>
    <section class="setting">
    <header><h2>Fermer l’accès</h2><p>Cette personne ne peut plus se connecter. Son nom reste sur ce qu’elle a fait, et vous pourrez rouvrir l’accès.</p></header>
    <form class="button-row" method="post" action="/settings/people/1/disable">
    <input type="hidden" name="csrf" value="…">
    <button class="button button-loss">Fermer l’accès</button>
    </form>
    </section>
    </div>
    "#);
    insta::assert_snapshot!(app.get("/settings/audit").await.main(), @r#"
    <header class="page-head">
    <h1>Journal d’audit</h1>
    <p class="lead">Qui a fait quoi ici, pour la sûreté du lieu. Il s’efface au bout d’un an.</p>
    </header>
    <div class="row"><nav class="switch" aria-label="Parties des réglages"><a href="/settings">Organisation</a><a href="/settings/clients">Clients</a><a href="/settings/people">Personnes</a><a href="/settings/audit" aria-current="page">Journal d’audit</a></nav></div>
    <div class="table-frame" tabindex="0" role="region" aria-label="Journal d’audit">
    <table class="table">
    <thead><tr><th scope="col">Quand</th><th scope="col">Qui</th><th scope="col">Ce qui a été fait</th><th scope="col">Sur quoi</th></tr></thead>
    <tbody>
    <tr><td class="fixed">22 nov. 2026 à 10 h 00</td><td class="wording">Ana Petit</td><td class="wording">Journal d’audit lu</td><td class="wording"></td></tr>
    <tr><td class="fixed">22 nov. 2026 à 10 h 00</td><td class="wording">Ana Petit</td><td class="wording">Journal d’audit lu</td><td class="wording"></td></tr>
    <tr><td class="fixed">22 nov. 2026 à 10 h 00</td><td class="wording">Ana Petit</td><td class="wording">S’est connecté</td><td class="wording"></td></tr>
    </tbody>
    </table>
    </div>
    "#);
}

#[tokio::test]
async fn the_organisation_is_kept_for_everybody() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    let fields = [("name", "Le Phare"), ("language", "fr"), ("zone", "America/Lima"), ("rules", "plausible")];
    assert_eq!(app.post("/settings", "/settings", &fields).await.status, StatusCode::SEE_OTHER);
    let kept = app.state.store.organisation().await.unwrap();
    assert_eq!(
        (kept.name.as_str(), kept.zone.as_str(), kept.rules.as_str()),
        ("Le Phare", "America/Lima", "plausible")
    );
    let wrong = app.post("/settings", "/settings", &[("zone", "Europe/Atlantis")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("Indiquez un fuseau horaire"),
        "the organisation's language is spoken to who chose none"
    );
    app.cookies().clear();
    assert!(app.get("/sign-in").await.body.contains("<h1>Le Phare</h1>"));
}

#[tokio::test]
async fn a_client_is_added_renamed_and_deleted_by_its_name() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    let got = app.post("/settings/clients", "/settings/clients", &[("name", "Évian"), ("zone", "Europe/Paris")]).await;
    assert_eq!(got.location(), "/settings/clients/evian");
    app.post("/settings/clients/evian", "/settings/clients/evian", &[("name", "Évian-les-Bains"), ("zone", "UTC")])
        .await;
    let page = "/settings/clients/evian/delete";
    let wrong = app.post(page, page, &[("confirm", "Evian")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("This is not the name"));
    let got = app.post(page, page, &[("confirm", "Évian-les-Bains")]).await;
    assert_eq!(got.location(), "/settings/clients");
    assert_eq!(app.get("/settings/clients/evian").await.status, StatusCode::NOT_FOUND);
    let acts: Vec<_> =
        app.state.store.audit_page(&Viewer::system(), None, 3).await.unwrap().into_iter().map(|e| e.act).collect();
    assert_eq!(acts, [Act::ClientDeleted, Act::ClientChanged, Act::ClientCreated]);
}

#[tokio::test]
async fn a_clients_files_have_a_rule_and_are_read_again() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    fill(&app).await;
    let page = "/settings/clients/acme";
    app.post(page, "/settings/clients/acme/files", &[("keep_raw_days", "30")]).await;
    let days = async |app: &TestApp| {
        app.state.store.client_by_slug(&Viewer::system(), "acme").await.unwrap().unwrap().keep_raw_days
    };
    assert_eq!(days(&app).await, Some(30));
    app.post(page, "/settings/clients/acme/files", &[("keep_raw_days", "soon")]).await;
    assert_eq!(days(&app).await, Some(30), "what is no number changes nothing");
    assert!(app.get(page).await.body.contains("nothing was changed"));
    app.post(page, "/settings/clients/acme/files", &[("keep_raw_days", "")]).await;
    assert_eq!(days(&app).await, None);
    app.post(page, "/settings/clients/acme/again", &[]).await;
    assert!(app.get(page).await.body.contains("nothing to read again"));
}

#[tokio::test]
async fn a_space_is_added_changed_and_deleted() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    fill(&app).await;
    app.post("/settings/clients/acme", "/settings/clients/acme/spaces", &[("name", "Forum"), ("network", "forum")])
        .await;
    let path = "/settings/clients/acme/spaces/forum";
    app.post(path, path, &[("name", "Le forum"), ("network", "chat")]).await;
    let space = app.state.store.space_by_slug(&Viewer::system(), "acme", "forum").await.unwrap().unwrap();
    assert_eq!((space.name.as_str(), space.network), ("Le forum", Network::Chat));
    let delete = format!("{path}/delete");
    app.post(&delete, &delete, &[("confirm", "Le forum")]).await;
    assert!(app.state.store.space_by_slug(&Viewer::system(), "acme", "forum").await.unwrap().is_none());
}

#[tokio::test]
async fn a_person_is_added_with_a_link_and_shut_out() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    let acme = fill(&app).await;
    let fields = [("name", "Bo"), ("email", "bo@example.org"), ("role", "manager"), ("client", "acme")];
    let got = app.post("/settings/people", "/settings/people", &fields).await;
    assert_eq!(got.status, StatusCode::CREATED);
    assert!(got.body.contains("http://vigie.test/sign-in/link/"));
    let bo = app.state.store.person_by_email("bo@example.org").await.unwrap().unwrap();
    assert_eq!((bo.role, &bo.clients), (Role::Manager, &Clients::Only(vec![acme])));
    let again = app.post("/settings/people", "/settings/people", &fields).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        again.body.contains("This is taken already") && again.body.contains("value=\"Bo\""),
        "the form comes back filled in"
    );
    let none =
        app.post("/settings/people", "/settings/people", &[("name", "C"), ("email", "c@d"), ("role", "viewer")]).await;
    assert!(none.body.contains("Choose at least one client, or all of them."));
    let page = format!("/settings/people/{}", bo.id.0);
    app.post(&page, &page, &[("role", "viewer"), ("all", "yes")]).await;
    let changed = app.state.store.person(bo.id).await.unwrap().unwrap();
    assert_eq!((changed.role, changed.clients), (Role::Viewer, Clients::All));
    let reset = app.post(&page, &format!("{page}/reset"), &[]).await;
    assert_eq!(reset.status, StatusCode::CREATED);
    app.post(&page, &format!("{page}/disable"), &[]).await;
    assert!(app.state.store.person(bo.id).await.unwrap().unwrap().disabled_at.is_some());
    app.post(&page, &format!("{page}/enable"), &[]).await;
    assert!(app.state.store.person(bo.id).await.unwrap().unwrap().disabled_at.is_none());
}

#[tokio::test]
async fn the_last_owner_stays() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    let got = app.post("/settings/people/1", "/settings/people/1", &[("role", "viewer"), ("all", "yes")]).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.body.contains("This is the last owner"));
    let got = app.post("/settings/people/1", "/settings/people/1/disable", &[]).await;
    assert_eq!(got.location(), "/settings/people/1");
    assert!(app.get("/settings/people/1").await.body.contains("This is the last owner"));
}

/// Every address of the room with what each role gets: owner, manager, community manager, viewer.
#[tokio::test]
async fn who_may_enter_where() {
    let mut table = String::new();
    let gets = [
        "/settings",
        "/settings/clients",
        "/settings/clients/acme",
        "/settings/clients/acme/delete",
        "/settings/people",
        "/settings/people/1",
        "/settings/audit",
    ];
    let posts = [
        "/settings",
        "/settings/clients",
        "/settings/clients/acme",
        "/settings/clients/acme/delete",
        "/settings/clients/acme/spaces",
        "/settings/clients/acme/spaces/acme-on-x",
        "/settings/clients/acme/spaces/acme-on-x/delete",
        "/settings/people",
        "/settings/people/1",
        "/settings/people/1/link",
        "/settings/people/1/reset",
        "/settings/people/1/disable",
        "/settings/people/1/enable",
    ];
    let mut rows: Vec<(String, Vec<u16>)> = Vec::new();
    for role in Role::ALL {
        let mut app = TestApp::new().await;
        let new = NewPerson { email: "first@example.org", name: "First", role: Role::Owner, clients: Clients::All };
        app.state.store.add_person(&new, NOW).await.unwrap();
        fill(&app).await;
        app.person(*role, Clients::All).await;
        let mut answers = Vec::new();
        for path in gets {
            answers.push((format!("GET {path}"), app.get(path).await.status.as_u16()));
        }
        for path in posts {
            answers.push((format!("POST {path}"), app.post("/account", path, &[]).await.status.as_u16()));
        }
        for (at, (name, status)) in answers.into_iter().enumerate() {
            match rows.get_mut(at) {
                Some((_, statuses)) => statuses.push(status),
                None => rows.push((name, vec![status])),
            }
        }
    }
    for (name, statuses) in rows {
        let statuses: Vec<String> = statuses.iter().map(u16::to_string).collect();
        table.push_str(&format!("{} {name}\n", statuses.join(" ")));
    }
    insta::assert_snapshot!(table, @r#"
    200 303 403 403 GET /settings
    200 200 403 403 GET /settings/clients
    200 200 403 403 GET /settings/clients/acme
    200 403 403 403 GET /settings/clients/acme/delete
    200 403 403 403 GET /settings/people
    200 403 403 403 GET /settings/people/1
    200 200 403 403 GET /settings/audit
    422 403 403 403 POST /settings
    422 403 403 403 POST /settings/clients
    422 403 403 403 POST /settings/clients/acme
    422 403 403 403 POST /settings/clients/acme/delete
    422 422 403 403 POST /settings/clients/acme/spaces
    422 422 403 403 POST /settings/clients/acme/spaces/acme-on-x
    422 422 403 403 POST /settings/clients/acme/spaces/acme-on-x/delete
    422 403 403 403 POST /settings/people
    422 403 403 403 POST /settings/people/1
    201 403 403 403 POST /settings/people/1/link
    201 403 403 403 POST /settings/people/1/reset
    303 403 403 403 POST /settings/people/1/disable
    303 403 403 403 POST /settings/people/1/enable
    "#);
}

#[tokio::test]
async fn nobody_sees_over_the_wall() {
    let mut app = TestApp::new().await;
    let acme = fill(&app).await;
    app.person(Role::Manager, Clients::Only(vec![acme])).await;
    assert_eq!(app.get("/settings/clients/acme").await.status, StatusCode::OK);
    assert_eq!(app.get("/settings/clients/bolt").await.status, StatusCode::NOT_FOUND);
    assert!(!app.get("/settings/clients").await.body.contains("Bolt"));
    let mut app = TestApp::new().await;
    let acme = fill(&app).await;
    app.person(Role::Owner, Clients::Only(vec![acme])).await;
    let people = app.get("/settings/people").await.status;
    assert_eq!(people, StatusCode::FORBIDDEN, "who sees one client could give themselves the others");
}
