//! The same for programs.

use super::{BILLETS, X, zip};
use crate::testing::{Got, MULTIPART, TestApp, api, multipart};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use store::desk::{Clients, Role};

async fn owner() -> (TestApp, String) {
    let mut app = TestApp::new().await;
    let person = app.person(Role::Owner, Clients::All).await;
    let bearer = app.bearer(&person).await;
    (app, bearer)
}

async fn send(app: &mut TestApp, bearer: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Got {
    let request = api(Method::POST, "/api/v1/imports", bearer).header("content-type", MULTIPART);
    app.send_with(request, Body::from(multipart(None, fields, files))).await
}

#[tokio::test]
async fn a_program_imports_lists_and_undoes() {
    let (mut app, bearer) = owner().await;
    let fields = [("client", "Port de Brume"), ("space", "Compte X")];
    let got = send(&mut app, &bearer, &fields, &[("file", "x.csv", X)]).await;
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    let outcome = &got.json()[0];
    assert_eq!(
        (outcome["format"].as_str(), outcome["client"].as_str(), outcome["space"].as_str()),
        (Some("x-overview"), Some("port-de-brume"), Some("compte-x"))
    );
    assert_eq!((outcome["bad"].as_array().map(Vec::len), outcome["duplicates"].as_u64()), (Some(0), Some(0)));
    let again = send(&mut app, &bearer, &fields, &[("file", "x.csv", X)]).await.json();
    assert_eq!(
        (again[0]["observations"].as_u64(), again[0]["duplicates"].as_u64()),
        (Some(0), outcome["observations"].as_u64())
    );
    let listed = app.send(api(Method::GET, "/api/v1/imports?client=port-de-brume", &bearer)).await.json();
    assert_eq!(listed.as_array().map(Vec::len), Some(2));
    assert_eq!(listed[1]["file"], "x.csv");
    let undone = app.send(api(Method::DELETE, "/api/v1/imports/1", &bearer)).await;
    assert_eq!(undone.status, StatusCode::NO_CONTENT);
    // Files of programs leave nothing behind.
    assert_eq!(std::fs::read_dir(app.state.store.folder.join("incoming")).unwrap().count(), 0);
}

#[tokio::test]
async fn refusals_are_outcomes_and_wrong_fields_are_problems() {
    let (mut app, bearer) = owner().await;
    let refused = send(&mut app, &bearer, &[("client", "Port")], &[("file", "t.csv", BILLETS)]).await;
    assert_eq!(
        (refused.status, refused.json()[0]["refused"]["code"].as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, Some("mapping-needed"))
    );
    let map = "rows = \"posts\"\n[table]\nempty = [\"n.c.\"]\n[[column]]\nheader = \"Jour\"\nis = \"at\"\n[[column]]\nheader = \"Titre\"\nis = \"text\"\n";
    let mapped = send(
        &mut app,
        &bearer,
        &[("client", "Port"), ("map", map), ("network", "blog"), ("dry_run", "true")],
        &[("file", "t.csv", BILLETS)],
    )
    .await;
    assert_eq!(
        (mapped.status, mapped.json()[0]["posts"].as_u64(), mapped.json()[0]["dry_run"].as_bool()),
        (StatusCode::OK, Some(2), Some(true))
    );
    for (fields, field) in [
        (&[("client", "")][..], "client"),
        (&[("client", "Port"), ("zone", "Europe/Atlantis")], "zone"),
        (&[("client", "Port"), ("as", "fax")], "as"),
        (&[("client", "Port"), ("network", "fax")], "network"),
        (&[("client", "Port"), ("map", "rows = 1")], "map"),
    ] {
        let got = send(&mut app, &bearer, fields, &[("file", "x.csv", X)]).await;
        assert_eq!(
            (got.status, got.json()["errors"][0]["field"].as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, Some(field)),
            "{}",
            got.body
        );
    }
    let none = send(&mut app, &bearer, &[("client", "Port")], &[]).await;
    assert_eq!(none.json()["errors"][0]["field"], "file");
}

#[tokio::test]
async fn a_zip_gives_one_outcome_for_each_part() {
    let (mut app, bearer) = owner().await;
    let both = zip(&[("a.csv", X), ("b.txt", b"nothing\n")]);
    let got = send(&mut app, &bearer, &[("client", "Port")], &[("file", "both.zip", &both)]).await;
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    assert_eq!((got.json()[0]["file"].as_str(), got.json()[1]["left_out"].as_bool()), (Some("a.csv"), Some(true)));
}

#[tokio::test]
async fn programs_meet_the_same_walls() {
    let (mut app, bearer) = owner().await;
    send(&mut app, &bearer, &[("client", "Port")], &[("file", "x.csv", X)]).await;
    let port = app.state.store.client_by_slug(&store::desk::Viewer::system(), "port").await.unwrap().unwrap().id;
    let other = app.state.store.create_client("Ville", "Europe/Paris", crate::testing::NOW).await.unwrap().id;
    let manager = app.person(Role::Manager, Clients::Only(vec![other])).await;
    let (manager, viewer) = (app.bearer(&manager).await, app.person(Role::Viewer, Clients::Only(vec![port])).await);
    let viewer = app.bearer(&viewer).await;
    // A client behind the wall and a client that is not there are answered alike.
    for client in ["Port", "Nowhere"] {
        let got = send(&mut app, &manager, &[("client", client)], &[("file", "x.csv", X)]).await;
        assert_eq!(
            (got.status, got.json()["errors"][0]["field"].as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, Some("client"))
        );
    }
    assert_eq!(app.send(api(Method::DELETE, "/api/v1/imports/1", &manager)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.send(api(Method::DELETE, "/api/v1/imports/1", &viewer)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        send(&mut app, &viewer, &[("client", "Port")], &[("file", "x.csv", X)]).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(app.send(api(Method::GET, "/api/v1/imports", &manager)).await.json(), serde_json::json!([]));
}

#[tokio::test]
async fn formats_are_listed() {
    let (mut app, bearer) = owner().await;
    let formats = app.send(api(Method::GET, "/api/v1/formats", &bearer)).await.json();
    assert_eq!(formats.as_array().map(Vec::len), Some(sources::registry::FORMATS.len()));
    assert!(formats[0]["sees"].is_array() && formats[0]["help"].is_null());
}
