//! The API as programs use it, and its description.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::testing::{NOW, TestApp, api};
use axum::http::{Method, Request, StatusCode, header};
use model::Network;
use store::desk::{Clients, Role};

#[tokio::test]
async fn the_page_in_both_languages_lists_every_address() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let english = app.get("/api").await;
    for path in super::openapi().paths.paths.keys() {
        assert!(english.body.contains(&format!("/api/v1{path}</code>")), "{path}");
    }
    app.speak(store::desk::Language::French);
    let french = app.get("/api").await;
    assert!(french.body.contains("Répond à une question") && !french.body.contains("api-does-"), "{}", french.body);
}

#[tokio::test]
async fn the_description_is_whole() {
    let mut app = TestApp::new().await;
    let got = app.get("/api/v1/openapi.json").await;
    assert_eq!(got.status, StatusCode::OK);
    let description = got.json();
    assert_eq!(description["components"]["securitySchemes"]["token"]["scheme"], "bearer");
    for path in ["/ask", "/indicators", "/clients", "/spaces", "/me"] {
        let get = &description["paths"][path]["get"];
        assert!(get["summary"].as_str().is_some_and(|text| text.ends_with(['.', 's', 'o'])), "{path}: {get}");
        assert!(get["responses"]["200"].is_object(), "{path}");
    }
    let answers =
        description["paths"].as_object().unwrap().values().flat_map(|path| path.as_object().unwrap().values());
    for operation in answers {
        assert!(operation["operationId"].is_string() && operation["summary"].is_string(), "{operation}");
    }
}

#[tokio::test]
async fn without_a_token_nothing_is_told() {
    let mut app = TestApp::new().await;
    for bearer in ["Bearer vgi_wrong", "Bearer", "Basic YTpi", ""] {
        let got = app.send(api(Method::GET, "/api/v1/clients", bearer)).await;
        assert_eq!(got.status, StatusCode::UNAUTHORIZED, "{bearer}");
        assert_eq!(got.headers[header::CONTENT_TYPE], "application/problem+json");
        assert_eq!(got.headers[header::WWW_AUTHENTICATE], "Bearer");
        assert_eq!(got.json()["code"], "signed-out");
    }
}

#[tokio::test]
async fn a_session_reads_but_does_not_write() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    assert_eq!(app.get("/api/v1/clients").await.status, StatusCode::OK);
    let token = app.token("/account").await;
    for (method, path) in [(Method::POST, "/api/v1/journal"), (Method::POST, "/api/v1/imports")] {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("x-csrf-token", &token)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/json");
        let got = app.send_with(request, "{}".into()).await;
        assert_eq!((got.status, got.json()["code"].as_str()), (StatusCode::UNAUTHORIZED, Some("signed-out")), "{path}");
    }
}

#[tokio::test]
async fn what_is_seen_is_what_the_person_sees() {
    let mut app = TestApp::new().await;
    let store = app.state.store.clone();
    let acme = store.create_client("Acme", "Europe/Paris", NOW).await.unwrap();
    let bolt = store.create_client("Bolt", "UTC", NOW).await.unwrap();
    store.create_space(acme.id, "Acme on X", Network::X, NOW).await.unwrap();
    store.create_space(bolt.id, "Bolt", Network::Site, NOW).await.unwrap();
    let person = app.person(Role::Manager, Clients::Only(vec![acme.id])).await;
    app.cookies().clear();
    let bearer = app.bearer(&person).await;
    let me = app.send(api(Method::GET, "/api/v1/me", &bearer)).await.json();
    insta::assert_json_snapshot!(me, @r#"
    {
      "all_clients": false,
      "email": "manager@example.org",
      "may": {
        "import": true,
        "manage_clients": false,
        "manage_spaces": true,
        "undo_import": true,
        "write_journal": true
      },
      "name": "Ana Petit",
      "role": "manager"
    }
    "#);
    let clients = app.send(api(Method::GET, "/api/v1/clients", &bearer)).await.json();
    insta::assert_json_snapshot!(clients, @r#"
    {
      "clients": [
        {
          "name": "Acme",
          "slug": "acme",
          "zone": "Europe/Paris"
        }
      ]
    }
    "#);
    let spaces = app.send(api(Method::GET, "/api/v1/spaces", &bearer)).await.json();
    insta::assert_json_snapshot!(spaces, @r#"
    {
      "spaces": [
        {
          "client": "acme",
          "name": "Acme on X",
          "network": "x",
          "slug": "acme-on-x"
        }
      ]
    }
    "#);
    let over = app.send(api(Method::GET, "/api/v1/ask?indicator=gains&client=bolt", &bearer)).await;
    assert_eq!((over.status, over.json()["code"].as_str()), (StatusCode::NOT_FOUND, Some("not-found")));
}

#[tokio::test]
async fn a_question_is_answered_as_json_csv_and_a_drawing() {
    let mut app = TestApp::new().await;
    let acme = app.state.store.create_client("Acme", "Europe/Paris", NOW).await.unwrap();
    app.state.store.create_space(acme.id, "Acme on X", Network::X, NOW).await.unwrap();
    let person = app.person(Role::Viewer, Clients::All).await;
    let bearer = app.bearer(&person).await;
    let question = "/api/v1/ask?indicator=gains,losses&client=Acme&from=2026-11-01&to=2026-11-22";
    let got = app.send(api(Method::GET, question, &bearer)).await;
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    let answer = got.json();
    assert_eq!(
        (answer["zone"].as_str(), answer["indicators"][1]["id"].as_str()),
        (Some("Europe/Paris"), Some("losses"))
    );
    assert!(answer["indicators"][0]["rows"][0]["value"].is_null(), "missing is missing");
    let csv = app.send(api(Method::GET, question, &bearer).header(header::ACCEPT, "text/html, text/csv;q=0.9")).await;
    assert_eq!(csv.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    let two = app.send(api(Method::GET, &format!("{question}&format=svg"), &bearer)).await;
    assert_eq!(
        (two.status, two.json()["errors"][0]["code"].as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, Some("api-one-drawing"))
    );
    let svg = app
        .send(api(Method::GET, "/api/v1/ask?indicator=gains&from=2026-11-01&to=2026-11-22&by=day&format=svg", &bearer))
        .await;
    assert!(svg.body.starts_with("<svg") || svg.body.starts_with("<?xml"), "{}", svg.body);
}

#[tokio::test]
async fn a_question_with_a_fault_is_told_which() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let cases = [
        ("", "api-no-indicator"),
        ("indicator=gians", "ask-unknown-indicator"),
        ("indicator=gains&by=mood", "ask-unknown-split"),
        ("indicator=gains&by=day,week", "ask-two-grains"),
        ("indicator=gains&from=tomorrow", "ask-not-a-date"),
        ("indicator=gains&from=2026-02-01&to=2026-01-01", "ask-empty-period"),
        ("indicator=gains&zone=Mars/Base", "ask-unknown-zone"),
        ("indicator=gains&where=network", "ask-unknown-filter"),
        ("indicator=gains&compare=neighbours", "ask-unknown-compare"),
        ("indicator=visits&rules=mine", "ask-unknown-rules"),
        ("indicator=gains&form=csv", "api-unknown-word"),
        ("indicator=gains&format=pdf", "api-unknown-format"),
    ];
    for (query, code) in cases {
        let got = app.get(&format!("/api/v1/ask?{query}")).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert_eq!(got.json()["errors"][0]["code"], code, "{query}");
    }
}

#[tokio::test]
async fn every_indicator_has_its_words() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    for language in [store::desk::Language::French, store::desk::Language::English] {
        app.speak(language);
        let list = app.get("/api/v1/indicators").await.json();
        assert_eq!(list["indicators"].as_array().unwrap().len(), measure::indicator::ALL.len());
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_document() {
    let mut app = TestApp::signed_in(Role::Viewer).await;
    let got = app.get("/api/v1/nothing").await;
    assert_eq!((got.status, got.json()["code"].as_str()), (StatusCode::NOT_FOUND, Some("not-found")));
    let got = app.send(Request::delete("/api/v1/clients")).await;
    assert_eq!((got.status, got.json()["code"].as_str()), (StatusCode::METHOD_NOT_ALLOWED, Some("wrong-method")));
    assert_eq!(got.headers[header::ALLOW], "GET,HEAD");
}
