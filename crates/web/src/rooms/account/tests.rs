//! The account's pages and forms.
#![allow(clippy::unwrap_used)]

use crate::testing::{NOW, TestApp, api};
use axum::http::{Method, StatusCode};
use secrecy::SecretString;
use store::desk::{Act, Language, Role, Session, Theme, Viewer};

const OLD: &str = "correct horse battery";
const NEW: &str = "staple horse battery";

#[tokio::test]
async fn the_page_in_both_languages() {
    let mut app = TestApp::signed_in(Role::CommunityManager).await;
    insta::assert_snapshot!(app.get("/account").await.main(), @r#"
    <header class="page-head">
    <h1>Account</h1>
    <p class="lead">community_manager@example.org · Community manager</p>
    </header>
    <div>
    <section class="setting">
    <header><h2>You</h2></header>
    <form class="form" method="post" action="/account/profile">
    <input type="hidden" name="csrf" value="…">
    <div class="field">
    <label for="name">Name</label>
    <input id="name" name="name" class="input" autocomplete="name" maxlength="200" required type="text" value="Ana Petit">
    </div>
    <div class="field">
    <label for="language">Language</label>
    <select id="language" name="language" class="input"><option value="" selected>As my browser</option><option value="fr">Français</option><option value="en">English</option></select>
    </div>
    <div class="field">
    <label for="theme">Theme</label>
    <select id="theme" name="theme" class="input"><option value="auto" selected>As my device</option><option value="light">Light</option><option value="dark">Dark</option></select>
    </div>
    <div class="button-row"><button class="button button-main">Save</button></div>
    </form>
    </section>
    <section class="setting">
    <header><h2>Password</h2><p>Changing it signs you out everywhere else.</p></header>
    <form class="form" method="post" action="/account/password">
    <input type="hidden" name="csrf" value="…">
    <input type="hidden" name="username" value="community_manager@example.org" autocomplete="username">
    <div class="field">
    <label for="password">New password</label>
    <input id="password" name="password" class="input" autocomplete="new-password" required aria-describedby="password-hint" type="password">
    <p class="hint" id="password-hint">10 characters or more. A few words you will remember are best.</p>
    </div>
    <div class="button-row"><button class="button button-main">Change password</button></div>
    </form>
    </section>
    <section class="setting">
    <header><h2>Signed in elsewhere</h2><p>A machine you no longer have, a browser you forgot to leave: end those sessions from here.</p></header>
    <div class="button-row">
    <form method="post" action="/account/sessions/end">
    <input type="hidden" name="csrf" value="…">
    <button class="button">End my other sessions</button>
    </form>
    <form method="post" action="/sign-out">
    <input type="hidden" name="csrf" value="…">
    <button class="button"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#logout"/></svg> Sign out</button>
    </form>
    </div>
    </section>
    <section class="setting" id="tokens">
    <header><h2>API tokens</h2><p>A token lets a program do what you may do. It is shown only once. <a href="/api">About the API</a></p></header>
    <div class="stack">
    <form class="form" method="post" action="/account/tokens">
    <input type="hidden" name="csrf" value="…">
    <div class="field">
    <label for="token">What is it for?</label>
    <input id="token" name="token" class="input" maxlength="200" required aria-describedby="token-hint" type="text" value="">
    <p class="hint" id="token-hint">For example: Monday spreadsheet.</p>
    </div>
    <div class="button-row"><button class="button"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#plus"/></svg> Make a token</button></div>
    </form>
    </div>
    </section>
    </div>
    "#);
    app.speak(Language::French);
    insta::assert_snapshot!(app.get("/account").await.main(), @r#"
    <header class="page-head">
    <h1>Compte</h1>
    <p class="lead">community_manager@example.org · Community manager</p>
    </header>
    <div>
    <section class="setting">
    <header><h2>Vous</h2></header>
    <form class="form" method="post" action="/account/profile">
    <input type="hidden" name="csrf" value="…">
    <div class="field">
    <label for="name">Nom</label>
    <input id="name" name="name" class="input" autocomplete="name" maxlength="200" required type="text" value="Ana Petit">
    </div>
    <div class="field">
    <label for="language">Langue</label>
    <select id="language" name="language" class="input"><option value="" selected>Comme mon navigateur</option><option value="fr">Français</option><option value="en">English</option></select>
    </div>
    <div class="field">
    <label for="theme">Thème</label>
    <select id="theme" name="theme" class="input"><option value="auto" selected>Comme mon appareil</option><option value="light">Clair</option><option value="dark">Sombre</option></select>
    </div>
    <div class="button-row"><button class="button button-main">Garder</button></div>
    </form>
    </section>
    <section class="setting">
    <header><h2>Mot de passe</h2><p>Le changer vous déconnecte partout ailleurs.</p></header>
    <form class="form" method="post" action="/account/password">
    <input type="hidden" name="csrf" value="…">
    <input type="hidden" name="username" value="community_manager@example.org" autocomplete="username">
    <div class="field">
    <label for="password">Nouveau mot de passe</label>
    <input id="password" name="password" class="input" autocomplete="new-password" required aria-describedby="password-hint" type="password">
    <p class="hint" id="password-hint">10 caractères au moins. Quelques mots faciles à retenir conviennent bien.</p>
    </div>
    <div class="button-row"><button class="button button-main">Changer le mot de passe</button></div>
    </form>
    </section>
    <section class="setting">
    <header><h2>Connecté ailleurs</h2><p>Une machine que vous n’avez plus, un navigateur resté ouvert : mettez fin à ces sessions d’ici.</p></header>
    <div class="button-row">
    <form method="post" action="/account/sessions/end">
    <input type="hidden" name="csrf" value="…">
    <button class="button">Fermer mes autres sessions</button>
    </form>
    <form method="post" action="/sign-out">
    <input type="hidden" name="csrf" value="…">
    <button class="button"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#logout"/></svg> Se déconnecter</button>
    </form>
    </div>
    </section>
    <section class="setting" id="tokens">
    <header><h2>Jetons d’API</h2><p>Un jeton permet à un programme de faire ce que vous pouvez faire. Il n’est montré qu’une fois. <a href="/api">À propos de l’API</a></p></header>
    <div class="stack">
    <form class="form" method="post" action="/account/tokens">
    <input type="hidden" name="csrf" value="…">
    <div class="field">
    <label for="token">À quoi servira-t-il ?</label>
    <input id="token" name="token" class="input" maxlength="200" required aria-describedby="token-hint" type="text" value="">
    <p class="hint" id="token-hint">Par exemple : tableur du lundi.</p>
    </div>
    <div class="button-row"><button class="button"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#plus"/></svg> Créer un jeton</button></div>
    </form>
    </div>
    </section>
    </div>
    "#);
}

#[tokio::test]
async fn name_language_and_theme_are_kept() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let got = app
        .post("/account", "/account/profile", &[("name", " Zoé Martin "), ("language", "fr"), ("theme", "dark")])
        .await;
    assert_eq!((got.status, got.location()), (StatusCode::SEE_OTHER, "/account"));
    let page = app.get("/account").await;
    assert!(page.body.contains("<html lang=\"fr\" data-theme=\"dark\">"));
    assert!(page.body.contains("Vos choix sont gardés.") && page.body.contains("value=\"Zoé Martin\""));
}

#[tokio::test]
async fn an_empty_name_comes_back_with_its_error_beside_it() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let got = app.post("/account", "/account/profile", &[("name", ""), ("theme", "light")]).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    let expected = r#"aria-invalid="true" aria-describedby="name-error" type="text" value="">"#;
    assert!(got.body.contains(expected), "{}", got.body);
    assert!(got.body.contains("Fill in this field."));
    assert!(got.body.contains(r#"<option value="light" selected>"#), "what was chosen stays");
}

#[tokio::test]
async fn the_theme_switch_goes_back_to_the_page_it_was_on() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let got = app.post("/account", "/account/theme", &[("theme", "light")]).await;
    assert_eq!(got.location(), "/account");
    let person = app.state.store.people_of(&Viewer::system()).await.unwrap().pop().unwrap();
    assert_eq!(person.theme, Theme::Light);
    assert_eq!(app.post("/account", "/account/theme", &[("theme", "neon")]).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_password_changes_with_the_current_one_and_ends_other_sessions() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let store = app.state.store.clone();
    let person = store.people_of(&Viewer::system()).await.unwrap().pop().unwrap();
    store.set_password(person.id, &SecretString::from(OLD)).await.unwrap();
    let other = Session { person: Some(person.id), data: "{}".to_owned(), expires_at: model::Millis(NOW.0 + 1000) };
    assert!(store.create_session("other", &other).await.unwrap());
    let wrong = app.post("/account", "/account/password", &[("current", NEW), ("password", NEW)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("This is not your current password."));
    let short = app.post("/account", "/account/password", &[("current", OLD), ("password", "short")]).await;
    assert!(short.body.contains("Choose a password of 10 to 200 characters."));
    let done = app.post("/account", "/account/password", &[("current", OLD), ("password", NEW)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert_eq!(store.load_session("other", NOW).await.unwrap(), None);
    assert_eq!(app.get("/account").await.status, StatusCode::OK, "this session goes on");
    assert!(store.verify_password(&person.email, &SecretString::from(NEW)).await.unwrap().is_some());
    let log = store.audit_page(&Viewer::system(), None, 1).await.unwrap();
    assert_eq!(log.first().unwrap().act, Act::PasswordChanged);
}

#[tokio::test]
async fn a_token_is_shown_once_works_and_is_revoked() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let got = app.post("/account", "/account/tokens", &[("token", "Monday")]).await;
    assert_eq!(got.status, StatusCode::CREATED);
    let (_, rest) = got.body.split_once("<code class=\"secret\">").unwrap();
    let bearer = format!("Bearer {}", rest.split('<').next().unwrap());
    assert!(bearer.starts_with("Bearer vgi_"));
    assert!(!app.get("/account").await.body.contains("vgi_"));
    app.cookies().clear();
    let me = app.send(api(Method::GET, "/api/v1/me", &bearer)).await;
    assert_eq!((me.status, me.json()["name"].as_str()), (StatusCode::OK, Some("Ana Petit")));
    let person = app.state.store.people_of(&Viewer::system()).await.unwrap().pop().unwrap();
    app.sign_in(&person).await;
    let id = app.state.store.tokens_of(person.id).await.unwrap().pop().unwrap().id.0;
    let got = app.post("/account", &format!("/account/tokens/{id}/revoke"), &[]).await;
    assert_eq!(got.location(), "/account#tokens");
    assert!(app.get("/account").await.body.contains("Revoked"));
    let me = app.send(api(Method::GET, "/api/v1/me", &bearer)).await;
    assert_eq!((me.status, me.json()["code"].as_str()), (StatusCode::UNAUTHORIZED, Some("signed-out")));
    let other = app.post("/account", "/account/tokens/999/revoke", &[]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn other_sessions_are_ended_and_counted() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    app.post("/account", "/account/sessions/end", &[]).await;
    assert!(app.get("/account").await.body.contains("There was no other session."));
}
