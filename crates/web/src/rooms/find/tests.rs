//! What the finder finds, and for whom.
#![allow(clippy::unwrap_used)]

use crate::testing::{NOW, TestApp};
use model::Network;
use store::desk::{Clients, Language, Role};

#[tokio::test]
async fn everything_with_a_name_is_found_in_both_languages() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    let client = app.state.store.create_client("Port de Brume", "Europe/Paris", NOW).await.unwrap();
    app.state.store.create_space(client.id, "Compte X", Network::X, NOW).await.unwrap();
    let all = app.get("/find").await.main();
    for href in [
        "/journal\"",
        "/settings/audit\"",
        "/measures/likes\"",
        "client=port-de-brume",
        "space=compte-x",
        "/sources/formats/x-overview\"",
    ] {
        assert!(all.contains(href), "{href}: {all}");
    }
    app.speak(Language::French);
    let found = app.get("/find?q=ABONN%C3%89S+perdus").await.main();
    assert!(found.contains("/measures/losses\"") && !found.contains("/measures/likes\""), "{found}");
    let kept = app.get("/find?q=pertes&client=port-de-brume&period=last-7-days").await.main();
    assert!(kept.contains("client=port-de-brume&#38;period=last-7-days") || !kept.contains("<li>"), "{kept}");
    assert!(app.get("/find?q=zzz").await.main().contains("Rien ne porte ce nom"));
}

#[tokio::test]
async fn what_somebody_may_not_see_is_not_found() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    let own = app.state.store.create_client("Port de Brume", "Europe/Paris", NOW).await.unwrap();
    app.state.store.create_client("Ville haute", "Europe/Paris", NOW).await.unwrap();
    app.person(Role::Viewer, Clients::Only(vec![own.id])).await;
    let all = app.get("/find").await.main();
    assert!(all.contains("Port de Brume") && !all.contains("Ville haute"), "{all}");
    assert!(!all.contains("/settings"), "{all}");
}
