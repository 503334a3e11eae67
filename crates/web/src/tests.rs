//! What holds for the interface as a whole: headers, assets, errors, the frame, and that every link leads somewhere.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::testing::{NOW, TestApp};
use axum::http::{Request, StatusCode, header};
use model::Network;
use std::collections::BTreeSet;
use store::desk::{Clients, Language, Organisation, Role, Theme};

#[tokio::test]
async fn every_answer_carries_the_headers() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    for path in ["/account", "/sign-in", "/nothing", "/api/v1/me", "/api/v1/nothing", "/assets/x/app.css", "/"] {
        let got = app.get(path).await;
        let header = |name: &str| got.headers.get(name).map_or("", |value| value.to_str().unwrap());
        let policy = header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{path}");
        let expected = [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("x-robots-tag", "noindex, nofollow"),
        ];
        for (name, value) in expected {
            assert_eq!(header(name), value, "{path}");
        }
        let kept = header("cache-control");
        assert!(
            if path.starts_with("/assets") { kept == "no-cache" } else { kept.contains("no-store") },
            "{path}: {kept}"
        );
        assert_eq!(header("strict-transport-security"), "", "never over plain HTTP");
    }
}

#[tokio::test]
async fn over_https_cookies_are_bound_to_the_host() {
    let app = TestApp::new().await;
    let state = crate::State { secure_cookies: true, ..app.state.clone() };
    let request = Request::get("/sign-in").body(axum::body::Body::empty()).unwrap();
    let response = tower::ServiceExt::oneshot(crate::app(state), request).await.unwrap();
    let set = response.headers()[header::SET_COOKIE].to_str().unwrap();
    assert!(set.starts_with("__Host-vigie_guest=") && set.ends_with("; Secure"), "{set}");
    assert_eq!(response.headers()[header::STRICT_TRANSPORT_SECURITY], "max-age=31536000");
}

#[tokio::test]
async fn assets_are_kept_for_ever_under_their_hash() {
    let mut app = TestApp::new().await;
    let page = app.get("/sign-in").await;
    let mut found = 0;
    for piece in page.body.split('"').filter(|piece| piece.starts_with("/assets/")) {
        let path = piece.split('#').next().unwrap();
        let got = app.get(path).await;
        assert_eq!(
            (got.status, got.headers[header::CACHE_CONTROL].to_str().unwrap()),
            (StatusCode::OK, "public, max-age=31536000, immutable")
        );
        assert!(!got.body.is_empty(), "{path}");
        found += 1;
    }
    assert!(found >= 3, "{}", page.body);
    assert_eq!(app.get("/assets/x/../../Cargo.toml").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn pages_say_which_links_may_be_fetched_ahead() {
    let mut app = TestApp::new().await;
    let page = app.get("/sign-in").await;
    let rules = page.headers["speculation-rules"].to_str().unwrap().trim_matches('"').to_owned();
    let got = app.get(&rules).await;
    assert_eq!(got.headers[header::CONTENT_TYPE], "application/speculationrules+json");
    let said = got.json();
    let unsaid = said["prefetch"][0]["where"]["and"].to_string();
    // Reading the log is written down: nobody reads it by passing over a link.
    assert!(unsaid.contains("/settings/audit*") && unsaid.contains("data-no-prefetch"), "{unsaid}");
    assert!(!got.headers.contains_key("speculation-rules"), "pages alone");
}

#[tokio::test]
async fn pages_are_compressed() {
    let mut app = TestApp::new().await;
    let got = app.send(Request::get("/sign-in").header(header::ACCEPT_ENCODING, "gzip")).await;
    assert_eq!(got.headers[header::CONTENT_ENCODING], "gzip");
}

#[tokio::test]
async fn an_error_is_a_page_with_a_way_out() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let got = app.get("/nothing").await;
    assert_eq!(got.status, StatusCode::NOT_FOUND);
    insta::assert_snapshot!(got.main(), @r#"
    <header><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#mark"/></svg><h1>This page does not exist</h1><p>The address may have changed, or what it named was removed.</p></header>
    <p>Check the address, or go back to the measures.</p>
    <a class="button button-main" href="/measures">Back to the measures</a>
    "#);
    app.speak(Language::French);
    insta::assert_snapshot!(app.get("/account?from=hier").await.main(), @r#"
    <header><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#mark"/></svg><h1>C’est impossible en l’état</h1><p>« hier » n’est pas une date telle que 2026-11-22.</p></header>
    <p>Changez ce qui est nommé ci-dessus, puis réessayez.</p>
    <a class="button button-main" href="/measures">Revenir aux mesures</a>
    "#);
    let got = app.fragment("/nothing").await;
    insta::assert_snapshot!(got.main(), @r#"<svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#alert"/></svg><div><p>Cette page n’existe pas. L’adresse a pu changer, ou ce qu’elle désignait a été retiré.</p><p>Vérifiez l’adresse, ou revenez aux mesures.</p></div></div>"#);
    let got = app.send(Request::delete("/account")).await;
    assert_eq!(got.status, StatusCode::FORBIDDEN, "no form of ours deletes");
    let got = app.post("/account", "/", &[]).await;
    assert_eq!(got.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(got.body.contains("Cette adresse ne s’utilise pas ainsi"));
}

#[tokio::test]
async fn a_form_too_large_is_refused() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let long = "x".repeat(crate::forms::LARGEST + 1);
    let got = app.post("/account", "/account/profile", &[("name", &long)]).await;
    assert_eq!(got.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn the_frame_says_where_one_is() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    let before = app.state.store.organisation().await.unwrap();
    app.state.store.set_organisation(&before, &Organisation { sample: true, ..before.clone() }).await.unwrap();
    let page = app.get("/account").await.body;
    assert!(page.contains("<title>Account · Vigie</title>") && page.contains("<html lang=\"en\">"));
    assert!(page.contains("These figures are made up for the demonstration."));
    let (_, rail) = page.split_once("<div class=\"rail-rooms\">").unwrap();
    insta::assert_snapshot!(crate::testing::redacted(rail.split("</div>").next().unwrap()), @r#"
    <a class="rail-room" href="/measures" data-go="m"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#measures"/></svg> Measures</a>
    <a class="rail-room" href="/journal" data-go="j"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#journal"/></svg> Journal</a>
    <a class="rail-room" href="/sources" data-go="s"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#sources"/></svg> Sources</a>
    <a class="rail-room" href="/settings" data-go="r"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#settings"/></svg> Settings</a>
    <a class="rail-room" href="/account" data-go="a" aria-current="page"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#account"/></svg> Account</a>
    "#);
    let viewer = TestApp::signed_in(Role::Viewer).await.get("/account").await.body;
    assert!(!viewer.contains("href=\"/settings\""), "no room where nothing can be done");
}

#[tokio::test]
async fn the_theme_of_a_person_is_on_every_page() {
    let mut app = TestApp::new().await;
    let person = app.person(Role::Viewer, Clients::All).await;
    app.state.store.set_person_theme(person.id, Theme::Dark).await.unwrap();
    for path in ["/account", "/nothing"] {
        assert!(app.get(path).await.body.contains("<html lang=\"en\" data-theme=\"dark\">"), "{path}");
    }
}

#[tokio::test]
async fn a_page_fetched_ahead_does_not_eat_the_message() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    app.post("/account", "/account/profile", &[("name", "Ana"), ("theme", "auto")]).await;
    app.send(Request::get("/account").header("sec-purpose", "prefetch")).await;
    assert!(app.get("/account").await.body.contains("Your choices are saved."));
    assert!(!app.get("/account").await.body.contains("Your choices are saved."));
}

/// Two clients with a few spaces.
async fn fill(app: &TestApp) {
    let store = &app.state.store;
    for name in ["Acme", "Bolt"] {
        let client = store.create_client(name, "Europe/Paris", NOW).await.unwrap();
        store.create_space(client.id, "X", Network::X, NOW).await.unwrap();
        store.create_space(client.id, "Site", Network::Site, NOW).await.unwrap();
    }
}

#[tokio::test]
async fn choices_of_the_top_bar_live_in_the_address() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    fill(&app).await;
    let page = app.get("/measures?client=acme&period=this-year&compare=year").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("href=\"/account?client=acme&#38;period=this-year&#38;compare=year\""),
        "rooms carry the view"
    );
    assert!(
        page.body.contains("<span>Acme</span>")
            && page.body.contains("<span>This year</span>")
            && page.body.contains("<span>vs a year earlier</span>")
    );
    assert!(page.body.contains("name=\"space\" value=\"site\""));
    assert_eq!(app.get("/measures?client=nobody").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/measures?client=acme&space=nowhere").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/measures?period=someday").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// Follows every link that a role is shown, in both languages. Whatever a page offers must be there, and keep the
/// rules of `testing/rules.rs`.
#[tokio::test]
async fn every_link_leads_somewhere() {
    for role in Role::ALL {
        let mut app = TestApp::signed_in(*role).await;
        fill(&app).await;
        for language in [Language::French, Language::English] {
            app.speak(language);
            let (mut seen, mut next) = (BTreeSet::new(), vec!["/account".to_owned()]);
            while let Some(path) = next.pop() {
                let got = app.get(&path).await;
                let fine = got.status.is_success() || got.status == StatusCode::SEE_OTHER;
                assert!(fine, "{role} {path}: {} {}", got.status, got.main());
                // Pages differ by what they look at in many ways: one of each kind is enough.
                for link in got.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                    let link = link.replace("&#38;", "&");
                    let plain = link.split('#').next().unwrap_or_default().to_owned();
                    let kind = plain.split('?').next().unwrap_or_default().to_owned();
                    if plain.starts_with('/') && !plain.starts_with("/assets/") && seen.insert(kind) {
                        next.push(plain);
                    }
                }
            }
            assert!(seen.len() > 5, "{role}: {seen:?}");
        }
    }
}
