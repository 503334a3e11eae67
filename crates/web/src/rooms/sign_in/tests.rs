//! Coming in and going out, as a browser does it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::testing::{NOW, TestApp};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use model::Millis;
use secrecy::{ExposeSecret, SecretString};
use store::desk::person::NewPerson;
use store::desk::{Act, Clients, Language, Role, Viewer};

const PASSWORD: &str = "correct horse battery";

async fn with_password(app: &TestApp) -> store::desk::Person {
    let new = NewPerson { email: "ana@example.org", name: "Ana Petit", role: Role::Owner, clients: Clients::All };
    let person = app.state.store.add_person(&new, NOW).await.unwrap();
    app.state.store.set_password(person.id, &SecretString::from(PASSWORD)).await.unwrap();
    person
}

#[tokio::test]
async fn the_first_start_says_what_to_do() {
    let mut app = TestApp::new().await;
    let got = app.get("/sign-in").await;
    insta::assert_snapshot!(got.main(), @r#"
    <header><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#mark"/></svg><h1>Vigie</h1><p>A wide horizon, one signal at a time.</p></header>
    <div class="flash"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#info"/></svg><div><p>Nobody can sign in here yet.</p><p>Add the first person from a terminal on this machine. The command prints a link that lets them in.</p><p><code>vigie user add</code></p></div></div>
    "#);
    app.speak(Language::French);
    assert!(app.get("/sign-in").await.body.contains("Personne ne peut encore se connecter ici."));
}

#[tokio::test]
async fn the_form_in_both_languages() {
    let mut app = TestApp::new().await;
    with_password(&app).await;
    insta::assert_snapshot!(app.get("/sign-in?next=/account").await.main(), @r#"
    <header><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#mark"/></svg><h1>Vigie</h1><p>A wide horizon, one signal at a time.</p></header>
    <form class="form" method="post" action="/sign-in?lang=en">
    <input type="hidden" name="csrf" value="…">
    <input type="hidden" name="next" value="/account">
    <div class="field">
    <label for="email">E-mail</label>
    <input id="email" name="email" class="input" autocomplete="username" required type="email" value="">
    </div>
    <div class="field">
    <label for="password">Password</label>
    <input id="password" name="password" class="input" autocomplete="current-password" required type="password">
    </div>
    <button class="button button-main">Sign in</button>
    </form>
    <p class="muted">Forgotten your password? Ask an owner for a one-time link.</p>
    "#);
    insta::assert_snapshot!(app.get("/sign-in?lang=fr").await.main(), @r#"
    <header><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#mark"/></svg><h1>Vigie</h1><p>Le large, un signal à la fois.</p></header>
    <form class="form" method="post" action="/sign-in?lang=fr">
    <input type="hidden" name="csrf" value="…">
    <input type="hidden" name="next" value="">
    <div class="field">
    <label for="email">Adresse e-mail</label>
    <input id="email" name="email" class="input" autocomplete="username" required type="email" value="">
    </div>
    <div class="field">
    <label for="password">Mot de passe</label>
    <input id="password" name="password" class="input" autocomplete="current-password" required type="password">
    </div>
    <button class="button button-main">Se connecter</button>
    </form>
    <p class="muted">Mot de passe oublié ? Demandez un lien à usage unique à un propriétaire.</p>
    "#);
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_the_form_and_back() {
    let mut app = TestApp::new().await;
    with_password(&app).await;
    let got = app.get("/account?client=a").await;
    assert_eq!((got.status, got.location()), (StatusCode::SEE_OTHER, "/sign-in?next=%2Faccount%3Fclient%3Da"));
    let fields = [("email", "Ana@Example.org "), ("password", PASSWORD), ("next", "/account?client=a")];
    let got = app.post("/sign-in", "/sign-in", &fields).await;
    assert_eq!((got.status, got.location()), (StatusCode::SEE_OTHER, "/account?client=a"));
    assert_eq!(app.get("/account").await.status, StatusCode::OK);
    assert_eq!(app.get("/sign-in").await.location(), "/measures");
}

#[tokio::test]
async fn unknown_wrong_and_shut_out_are_answered_alike() {
    let mut app = TestApp::new().await;
    let person = with_password(&app).await;
    let other = NewPerson { email: "owner@example.org", name: "B", role: Role::Owner, clients: Clients::All };
    app.state.store.add_person(&other, NOW).await.unwrap();
    let unknown = app.post("/sign-in", "/sign-in", &[("email", "who@example.org"), ("password", PASSWORD)]).await;
    let wrong = app.post("/sign-in", "/sign-in", &[("email", "ana@example.org"), ("password", "something else")]).await;
    app.state.store.disable_person(person.id, NOW).await.unwrap();
    let out = app.post("/sign-in", "/sign-in", &[("email", "ana@example.org"), ("password", PASSWORD)]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    let same = |body: String| body.replace("who@example.org", "ana@example.org");
    assert_eq!(same(unknown.main()), wrong.main());
    assert_eq!(wrong.main(), out.main());
    let log = app.state.store.audit_page(&Viewer::system(), None, 9).await.unwrap();
    assert_eq!(log.iter().filter(|entry| entry.act == Act::SignInFailed && entry.what != PASSWORD).count(), 3);
}

#[tokio::test]
async fn after_five_failures_even_the_right_password_waits() {
    let mut app = TestApp::new().await;
    with_password(&app).await;
    for _ in 0..5 {
        app.post("/sign-in", "/sign-in", &[("email", "ana@example.org"), ("password", "wrong")]).await;
    }
    let got = app.post("/sign-in", "/sign-in", &[("email", "ana@example.org"), ("password", PASSWORD)]).await;
    assert_eq!((got.status, got.headers[header::RETRY_AFTER].to_str().unwrap()), (StatusCode::TOO_MANY_REQUESTS, "15"));
    assert!(got.body.contains("Wait 15 seconds"), "{}", got.body);
}

#[tokio::test]
async fn a_link_is_used_by_its_button_not_by_who_looks() {
    let mut app = TestApp::new().await;
    let new = NewPerson { email: "ana@example.org", name: "Ana Petit", role: Role::Owner, clients: Clients::All };
    let person = app.state.store.add_person(&new, NOW).await.unwrap();
    let secret = app.state.store.make_sign_in_link(person.id, Millis(NOW.0 + 1000)).await.unwrap();
    let path = format!("/sign-in/link/{}", secret.expose_secret());
    insta::assert_snapshot!(app.get(&path).await.main(), @r#"
    <header><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#mark"/></svg><h1>Vigie</h1><p>A wide horizon, one signal at a time.</p></header>
    <p>This link signs you in once.</p>
    <form class="form" method="post" action="/sign-in/link/…">
    <input type="hidden" name="csrf" value="…">
    <button class="button button-main">Sign in</button>
    </form>
    "#);
    app.get(&path).await;
    let got = app.post(&path, &path, &[]).await;
    assert_eq!(
        (got.status, got.location()),
        (StatusCode::SEE_OTHER, "/sign-in/password"),
        "who has no password is offered one"
    );
    insta::assert_snapshot!(app.get("/sign-in/password").await.main(), @r#"
    <header><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#mark"/></svg><h1>Choose a password</h1><p>You will need it next time: the link worked once.</p></header>
    <form class="form" method="post" action="/sign-in/password">
    <input type="hidden" name="csrf" value="…">
    <input type="hidden" name="username" value="ana@example.org" autocomplete="username">
    <div class="field">
    <label for="password">New password</label>
    <input id="password" name="password" class="input" autocomplete="new-password" required aria-describedby="password-hint" type="password">
    <p class="hint" id="password-hint">10 characters or more. A few words you will remember are best.</p>
    </div>
    <button class="button button-main">Save this password</button>
    <a class="button button-quiet" href="/measures">Later</a>
    </form>
    "#);
    let short = app.post("/sign-in/password", "/sign-in/password", &[("password", "short")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.body.contains("Choose a password of 10 to 200 characters."));
    let got = app.post("/sign-in/password", "/sign-in/password", &[("password", PASSWORD)]).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER);
    assert!(app.get("/account").await.body.contains("Your password is set."));
    assert!(!app.get("/account").await.body.contains("Your password is set."), "a message is shown once");
    app.cookies().clear();
    let spent = app.post(&path, &path, &[]).await;
    assert_eq!(spent.status, StatusCode::UNPROCESSABLE_ENTITY);
    insta::assert_snapshot!(spent.main(), @r#"
    <header><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#mark"/></svg><h1>Vigie</h1><p>A wide horizon, one signal at a time.</p></header>
    <div class="flash flash-error" role="alert"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#alert"/></svg><div><p>This link was used already, or is too old.</p><p>Ask an owner for another one, or sign in with your password.</p></div></div>
    <a class="button button-main" href="/sign-in">Go to the sign-in page</a>
    "#);
}

#[tokio::test]
async fn signing_in_gives_a_new_session_and_signing_out_ends_it() {
    let mut app = TestApp::new().await;
    let person = with_password(&app).await;
    app.sign_in(&person).await;
    let first = app.cookies()["vigie_session"].clone();
    app.sign_in(&person).await;
    let second = app.cookies()["vigie_session"].clone();
    assert_ne!(first, second);
    assert_eq!(app.state.store.load_session(&first, NOW).await.unwrap(), None, "the one before is over");
    let got = app.post("/account", "/sign-out", &[]).await;
    assert_eq!(got.location(), "/sign-in");
    app.cookies().insert("vigie_session".to_owned(), second);
    assert_eq!(app.get("/account").await.status, StatusCode::SEE_OTHER, "the cookie alone opens nothing");
}

#[tokio::test]
async fn cookies_say_what_they_must() {
    let mut app = TestApp::new().await;
    with_password(&app).await;
    let got = app.get("/sign-in").await;
    let set = got.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(set.starts_with("vigie_guest=") && set.ends_with("; Path=/; HttpOnly; SameSite=Lax"), "{set}");
    let fields = [("email", "ana@example.org"), ("password", PASSWORD)];
    let got = app.post("/sign-in", "/sign-in", &fields).await;
    let set = got.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(
        set.starts_with("vigie_session=") && set.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000"),
        "{set}"
    );
}

#[tokio::test]
async fn forms_without_their_token_or_from_elsewhere_change_nothing() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    let token = app.token("/account").await;
    let form = "application/x-www-form-urlencoded";
    let cases = [
        ("", "same-origin"),
        ("csrf=", "same-origin"),
        ("csrf=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "same-origin"),
        (&format!("csrf={token}"), "cross-site"),
        (&format!("csrf={token}"), "same-site"),
    ];
    for (body, site) in cases {
        let request = Request::post("/sign-out").header(header::CONTENT_TYPE, form).header("sec-fetch-site", site);
        let got = app.send_with(request, Body::from(body.to_owned())).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{body} {site}");
        assert!(got.body.contains("This form is out of date"));
    }
    assert_eq!(app.get("/account").await.status, StatusCode::OK, "still signed in");
    let by_header = Request::post("/account/theme").header(header::CONTENT_TYPE, form).header("x-csrf-token", token);
    assert_eq!(app.send_with(by_header, Body::from("theme=dark")).await.status, StatusCode::SEE_OTHER);
    let someone_elses = crate::csrf::fresh("another session").unwrap();
    let request = Request::post("/sign-out").header("x-csrf-token", someone_elses);
    assert_eq!(app.send(request).await.status, StatusCode::FORBIDDEN);
}
