//! Who may do what, and the wall between clients.

use super::{BILLETS, X, drop_file, import, port};
use crate::testing::{NOW, TestApp};
use axum::http::StatusCode;
use store::desk::{Clients, Role};

#[tokio::test]
async fn a_viewer_looks_and_imports_nothing() {
    let mut app = port().await;
    let upload = drop_file(&mut app, "x.csv", X).await;
    import(&mut app, &upload, &[("place", "port-de-brume/")]).await;
    app.person(Role::Viewer, Clients::All).await;
    let room = app.get("/sources").await;
    assert!(room.status == StatusCode::OK && !room.body.contains("data-drop"), "{}", room.body);
    assert!(!app.get("/sources/imports/1").await.body.contains("/undo"));
    assert_eq!(app.get("/sources/imports/1/undo").await.status, StatusCode::FORBIDDEN);
    let sent = app.upload("/account", "/sources/uploads", &[], &[("file", "x.csv", X)]).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
}

/// A second client that the community manager of the first does not see.
async fn two_clients() -> (TestApp, model::ClientId) {
    let mut app = port().await;
    app.state.store.create_client("Ville haute", "Europe/Paris", NOW).await.unwrap();
    let port =
        app.state.store.client_by_slug(&store::desk::Viewer::system(), "port-de-brume").await.unwrap().unwrap().id;
    app.person(Role::CommunityManager, Clients::Only(vec![port])).await;
    (app, port)
}

#[tokio::test]
async fn a_community_manager_imports_into_their_clients_only() {
    let (mut app, _) = two_clients().await;
    let upload = drop_file(&mut app, "x.csv", X).await;
    let page = app.get(&upload).await.body;
    assert!(
        page.contains("Port de Brume") && !page.contains("Ville haute") && !page.contains("A new client"),
        "{page}"
    );
    for place in ["ville-haute/", "+/"] {
        let got =
            app.post(&upload, &format!("{upload}/import"), &[("place", place), ("new_client", "Ville haute")]).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{place}");
    }
    import(&mut app, &upload, &[("place", "port-de-brume/")]).await;
    // Who took it in may take it back.
    let undone = app.post("/sources/imports/1/undo", "/sources/imports/1/undo", &[]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_others_imported_is_theirs_or_a_managers_to_undo() {
    let mut app = port().await;
    let upload = drop_file(&mut app, "x.csv", X).await;
    import(&mut app, &upload, &[("place", "port-de-brume/")]).await;
    app.person(Role::CommunityManager, Clients::All).await;
    assert_eq!(app.get("/sources/imports/1/undo").await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post("/account", "/sources/imports/1/undo", &[]).await.status, StatusCode::FORBIDDEN);
    app.person(Role::Manager, Clients::All).await;
    assert_eq!(app.get("/sources/imports/1/undo").await.status, StatusCode::OK);
}

#[tokio::test]
async fn nothing_is_seen_through_the_wall() {
    let mut app = port().await;
    let other = app.state.store.create_client("Ville haute", "Europe/Paris", NOW).await.unwrap();
    let imported = drop_file(&mut app, "x.csv", X).await;
    import(&mut app, &imported, &[("place", "port-de-brume/")]).await;
    let waiting = drop_file(&mut app, "billets.csv", BILLETS).await;
    app.person(Role::Manager, Clients::Only(vec![other.id])).await;
    let room = app.get("/sources").await.body;
    assert!(!room.contains("x.csv") && !room.contains("billets.csv") && !room.contains("Port de Brume"), "{room}");
    for path in [imported.as_str(), waiting.as_str(), "/sources/imports/1", "/sources/imports/1/undo"] {
        assert_eq!(app.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let assistant = format!("{waiting}/mapping?part=0");
    assert_eq!(app.get(&assistant).await.status, StatusCode::NOT_FOUND);
}
