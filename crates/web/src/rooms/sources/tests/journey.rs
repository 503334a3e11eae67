//! From a file to figures and back.

use super::{BILLETS, X, drop_file, import, port, zip};
use crate::testing::TestApp;
use axum::http::StatusCode;
use store::desk::{Language, Role, UploadId};

#[tokio::test]
async fn an_export_is_checked_imported_and_undone() {
    let mut app = port().await;
    let upload = drop_file(&mut app, "account_overview_analytics.csv", X).await;
    assert_eq!(upload, "/sources/uploads/1");
    let check = app.get(&upload).await.main();
    insta::assert_snapshot!("check_en", check);
    import(&mut app, &upload, &[("place", "port-de-brume/")]).await;
    insta::assert_snapshot!("done_en", app.get(&upload).await.main());
    let room = app.get("/sources").await.main();
    assert!(
        room.contains("account_overview_analytics.csv") && room.contains("Does not tell: followers, people reached."),
        "{room}"
    );
    insta::assert_snapshot!("import_en", app.get("/sources/imports/1").await.main());
    insta::assert_snapshot!("undo_en", app.get("/sources/imports/1/undo").await.main());
    let undone = app.post("/sources/imports/1/undo", "/sources/imports/1/undo", &[]).await;
    assert_eq!((undone.status, undone.location()), (StatusCode::SEE_OTHER, "/sources"));
    let room = app.get("/sources").await.main();
    assert!(room.contains("is undone") && room.contains("Nothing imported yet"), "{room}");
    assert_eq!(app.get("/sources/imports/1").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_same_in_french() {
    let mut app = port().await;
    app.speak(Language::French);
    let upload = drop_file(&mut app, "account_overview_analytics.csv", X).await;
    insta::assert_snapshot!("check_fr", app.get(&upload).await.main());
    import(&mut app, &upload, &[("place", "port-de-brume/")]).await;
    insta::assert_snapshot!("done_fr", app.get(&upload).await.main());
    insta::assert_snapshot!("room_fr", app.get("/sources").await.main());
}

#[tokio::test]
async fn the_second_time_nothing_is_new_and_its_space_is_proposed() {
    let mut app = port().await;
    let first = drop_file(&mut app, "x.csv", X).await;
    import(&mut app, &first, &[("place", "port-de-brume/")]).await;
    let second = drop_file(&mut app, "x.csv", X).await;
    let page = app.get(&second).await.body;
    assert!(page.contains("<option value=\"port-de-brume/x\" selected>X · X</option>"), "{page}");
    import(&mut app, &second, &[("place", "port-de-brume/x")]).await;
    assert!(app.get(&second).await.main().contains("Nothing new in this file"));
}

#[tokio::test]
async fn files_go_when_they_were_taken_in() {
    let mut app = port().await;
    let folder = app.state.store.folder.join("incoming");
    let waiting = || std::fs::read_dir(&folder).map_or(0, Iterator::count);
    let upload = drop_file(&mut app, "x.csv", X).await;
    assert_eq!(waiting(), 1);
    import(&mut app, &upload, &[("place", "port-de-brume/")]).await;
    assert_eq!(waiting(), 0);
    let other = drop_file(&mut app, "x.csv", X).await;
    let forgotten = app.post(&other, &format!("{other}/forget"), &[]).await;
    assert_eq!((forgotten.status, waiting()), (StatusCode::SEE_OTHER, 0));
    assert_eq!(app.get(&other).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_damaged_file_is_refused_with_line_and_field_and_may_be_tried_again() {
    let mut app = port().await;
    let damaged = String::from_utf8(X.to_vec()).unwrap();
    let mut lines: Vec<String> = damaged.lines().map(str::to_owned).collect();
    let last = lines.len() - 1;
    let (date, rest) = lines[last].rsplit_once(',').map(|(date, _)| (date.to_owned(), "lots")).unwrap();
    lines[last] = format!("{date},{rest}");
    let text = format!("{}\n", lines.join("\n"));
    let upload = drop_file(&mut app, "damaged.csv", text.as_bytes()).await;
    let page = app.get(&upload).await.main();
    assert!(
        page.contains("Needs mending") && page.contains(&format!("line {}", last + 1)) && page.contains("lots"),
        "{page}"
    );
    import(&mut app, &upload, &[("place", "port-de-brume/")]).await;
    let page = app.get(&upload).await.main();
    assert!(page.contains("The last try was refused"), "{page}");
    assert!(app.get("/sources").await.main().contains("Refused"));
    // Nothing of it was kept, not even the space it would have made.
    assert!(app.state.store.spaces_of(&store::desk::Viewer::system()).await.unwrap().is_empty());
    import(&mut app, &upload, &[("place", "port-de-brume/"), ("skip_bad", "on")]).await;
    let page = app.get(&upload).await.main();
    assert!(page.contains("1 bad line skipped") && page.contains("“lots” is not a number"), "{page}");
}

#[tokio::test]
async fn a_zip_of_two_is_two_files() {
    let mut app = port().await;
    let both = zip(&[("exports/x.csv", X), ("exports/read me.txt", b"exported by hand\n")]);
    let upload = drop_file(&mut app, "exports.zip", &both).await;
    let page = app.get(&upload).await.main();
    assert!(
        page.contains("exports/x.csv") && page.contains("exports/read me.txt") && page.contains("Left out"),
        "{page}"
    );
    import(&mut app, &upload, &[("place", "port-de-brume/+"), ("new_space", "Compte X")]).await;
    let page = app.get(&upload).await.main();
    assert!(page.contains("Imported") && page.contains("Left out"), "{page}");
}

#[tokio::test]
async fn several_files_dropped_together_wait_together() {
    let mut app = port().await;
    let files: [(&str, &str, &[u8]); 2] = [("file", "x.csv", X), ("file", "x.csv", BILLETS)];
    let got = app.upload("/sources", "/sources/uploads", &[], &files).await;
    let page = app.get(got.location()).await.main();
    assert!(page.contains("x.csv and 1 more") && page.contains("2-x.csv"), "{page}");
}

#[tokio::test]
async fn an_import_needs_its_place() {
    let mut app = TestApp::signed_in(Role::Owner).await;
    let upload = drop_file(&mut app, "x.csv", X).await;
    let page = app.get(&upload).await.body;
    assert!(page.contains("<option value=\"+/\" selected>A new client…</option>"), "{page}");
    let got = app.post(&upload, &format!("{upload}/import"), &[("place", "+/"), ("zone", "Europe/Atlantis")]).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.body.contains("id=\"new_client-error\"") && got.body.contains("id=\"zone-error\""), "{}", got.body);
    import(&mut app, &upload, &[("place", "+/"), ("new_client", "Ville haute")]).await;
    let clients = app.state.store.clients_of(&store::desk::Viewer::system()).await.unwrap();
    assert_eq!(clients.iter().map(|client| client.name.as_str()).collect::<Vec<_>>(), ["Ville haute"]);
}

#[tokio::test]
async fn nothing_chosen_is_said_beside_the_field() {
    let mut app = port().await;
    let got = app.upload("/sources", "/sources/uploads", &[], &[("file", "", b"")]).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.body.contains("id=\"file-error\""));
    let got = app.post("/sources", "/sources/addresses", &[("address", "ftp://example.org")]).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.body.contains("An address begins with https://") && got.body.contains("value=\"ftp://example.org\""));
}

#[tokio::test]
async fn an_import_cut_by_a_restart_says_so_and_starts_again() {
    let mut app = port().await;
    let upload = drop_file(&mut app, "x.csv", X).await;
    assert!(app.state.store.start_upload(UploadId(1)).await.unwrap());
    let running = app.get(&upload).await;
    assert!(
        running.body.contains("http-equiv=\"refresh\"") && running.main().contains("hx-trigger=\"every 1s\""),
        "{}",
        running.body
    );
    assert_eq!(app.fragment("/sources/uploads/1/progress").await.status, StatusCode::OK);
    super::super::begin(&app.state).await.unwrap();
    let page = app.get(&upload).await.main();
    assert!(page.contains("Vigie stopped during this import"), "{page}");
    let over = app.fragment("/sources/uploads/1/progress").await;
    assert_eq!(over.headers.get("hx-refresh").map(axum::http::HeaderValue::as_bytes), Some(b"true".as_slice()));
    import(&mut app, &upload, &[("place", "port-de-brume/")]).await;
    assert!(app.get(&upload).await.main().contains("new items imported"));
}

#[tokio::test]
async fn formats_are_found_by_words_and_explained_in_both_languages() {
    let mut app = port().await;
    let found = app.get("/sources/formats?q=mastodon").await.main();
    assert!(
        found.contains("/sources/formats/mastodon-archive") && !found.contains("/sources/formats/x-content"),
        "{found}"
    );
    assert!(app.get("/sources/formats?q=fax+machine").await.main().contains("No format"));
    assert!(app.get("/sources/formats/access-log").await.main().contains("<h1>Web server access logs</h1>"));
    assert_eq!(app.get("/sources/formats/fax").await.status, StatusCode::NOT_FOUND);
    app.speak(Language::French);
    let help = app.get("/sources/formats/access-log").await.main();
    assert!(
        help.contains("<h1>Journaux d’accès d’un serveur web</h1>") && help.contains("<h2>Ce qu’il dit</h2>"),
        "{help}"
    );
}
