//! The mapping assistant.

use super::{BILLETS, drop_file, import, port};
use crate::testing::{MULTIPART, NOW, multipart};
use axum::body::Body;
use axum::http::{Request, StatusCode};

/// What the assistant's form sends for the table.
const CHOSEN: &[(&str, &str)] = &[
    ("name", "Billets"),
    ("rows", "posts"),
    ("columns", "4"),
    ("head-0", "Jour"),
    ("role-0", "at"),
    ("head-1", "Titre"),
    ("role-1", "text"),
    ("head-2", "J’aime"),
    ("role-2", "likes"),
    ("head-3", "Humeur"),
    ("role-3", ""),
    ("empty", "n.c."),
    ("network", "blog"),
];

#[tokio::test]
async fn an_unknown_table_is_named_kept_and_known_again() {
    let mut app = port().await;
    let upload = drop_file(&mut app, "billets.csv", BILLETS).await;
    let page = app.get(&upload).await.main();
    assert!(page.contains("Columns to name") && !page.contains("button-main\">Import<"), "{page}");
    let assistant = format!("{upload}/mapping?part=0");
    let columns = app.get(&assistant).await.main();
    for proposed in ["value=\"at\" selected", "value=\"text\" selected", "value=\"likes\" selected", "<p>bonne</p>"] {
        assert!(columns.contains(proposed), "{proposed}: {columns}");
    }
    let kept = app.post(&assistant, &assistant, CHOSEN).await;
    assert_eq!((kept.status, kept.location()), (StatusCode::SEE_OTHER, upload.as_str()), "{}", kept.body);
    let page = app.get(&upload).await.main();
    assert!(page.contains("The mapping “Billets” is kept") && page.contains("<strong>Billets</strong>"), "{page}");
    import(&mut app, &upload, &[("place", "port-de-brume/+"), ("new_space", "Le billet")]).await;
    let done = app.get(&upload).await.main();
    assert!(done.contains("<div><dt>Posts</dt><dd>2</dd></div>"), "{done}");
    let spaces = app.state.store.spaces_of(&store::desk::Viewer::system()).await.unwrap();
    assert_eq!((spaces[0].name.as_str(), spaces[0].network), ("Le billet", model::Network::Blog));
    // The next file with the same headers needs no assistant, and its only blog is proposed.
    let next = drop_file(&mut app, "avril.csv", BILLETS).await;
    let page = app.get(&next).await.body;
    assert!(
        page.contains("<strong>Billets</strong>") && page.contains("value=\"port-de-brume/le-billet\" selected"),
        "{page}"
    );
}

#[tokio::test]
async fn a_mapping_of_one_client_is_found_where_no_client_is_chosen() {
    let mut app = port().await;
    app.state.store.create_client("Ville haute", "Europe/Paris", NOW).await.unwrap();
    let sent =
        app.upload("/sources", "/sources/uploads", &[("client", "port-de-brume")], &[("file", "a.csv", BILLETS)]);
    let upload = sent.await.location().to_owned();
    let assistant = format!("{upload}/mapping?part=0");
    app.post(&assistant, &assistant, CHOSEN).await;
    // Dropped under all clients: its reading is known, and so is whose it was.
    let next = drop_file(&mut app, "b.csv", BILLETS).await;
    let page = app.get(&next).await.body;
    assert!(page.contains("<strong>Billets</strong>"), "{page}");
    assert!(page.contains("value=\"port-de-brume/\" selected"), "{page}");
    // For another client it reads all the same.
    import(&mut app, &next, &[("place", "ville-haute/+"), ("new_space", "Le billet")]).await;
    assert!(app.get(&next).await.main().contains("<div><dt>Posts</dt><dd>2</dd></div>"));
    // Who does not see that client does not see its mapping.
    let store = &app.state.store;
    let high = store.client_by_slug(&store::desk::Viewer::system(), "ville-haute").await.unwrap().unwrap().id;
    app.person(store::desk::Role::CommunityManager, store::desk::Clients::Only(vec![high])).await;
    let unknown = drop_file(&mut app, "c.csv", BILLETS).await;
    assert!(app.get(&unknown).await.main().contains("Columns to name"));
}

#[tokio::test]
async fn a_guess_that_lacks_something_is_no_error_yet() {
    let mut app = port().await;
    let upload = drop_file(&mut app, "x.csv", b"Jour;Humeur\n14/03/2026;bonne\n15/03/2026;\n").await;
    let assistant = format!("{upload}/mapping?part=0");
    let first = app.get(&assistant).await.main();
    assert!(first.contains("class=\"flash\"") && !first.contains("flash-error"), "{first}");
    let kept = app.post(&assistant, &assistant, &[("rows", "days"), ("columns", "2"), ("head-0", "Jour")]).await;
    assert!(kept.main().contains("flash-error"), "{}", kept.main());
}

#[tokio::test]
async fn a_fault_stands_beside_its_column() {
    let mut app = port().await;
    let upload = drop_file(&mut app, "billets.csv", BILLETS).await;
    let assistant = format!("{upload}/mapping?part=0");
    let mut wrong: Vec<(&str, &str)> = CHOSEN.to_vec();
    wrong[10] = ("role-3", "text");
    let got = app.post(&assistant, &assistant, &wrong).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.body.contains("name=\"role-3\" aria-invalid=\"true\""), "{}", got.body);
    assert!(got.main().contains("<strong>Humeur</strong>"), "{}", got.main());
}

#[tokio::test]
async fn choices_are_seen_before_they_are_kept() {
    let mut app = port().await;
    let upload = drop_file(&mut app, "billets.csv", BILLETS).await;
    let (assistant, look) = (format!("{upload}/mapping?part=0"), format!("{upload}/mapping/look?part=0"));
    let whole = app.post(&assistant, &look, CHOSEN).await;
    assert!(whole.body.contains("<h1>Name the columns</h1>"));
    let mut sent: Vec<(&str, &str)> = CHOSEN.to_vec();
    sent[8] = ("role-2", "content_type");
    let token = app.token(&assistant).await;
    let form: String =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("csrf", &token).extend_pairs(&sent).finish();
    let request = Request::post(&look)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("hx-request", "true")
        .header("hx-request-type", "partial");
    let part = app.send_with(request, Body::from(form)).await;
    insta::assert_snapshot!(part.main(), @r#"
    <fieldset class="field">
    <legend>The words of “J’aime”</legend>
    <input type="hidden" name="words-2" value="2">
    <div class="form-row">
    <div><input type="hidden" name="word-2-0" value="12"><div class="field">
    <label for="means-2-0">12</label>
    <select id="means-2-0" name="means-2-0" class="input"><option value="" selected>As it is</option><option value="unknown">Not specified</option><option value="status">Text</option><option value="photo">Photo</option><option value="video">Video</option><option value="link">Link</option><option value="reel">Reel</option><option value="carousel">Carousel</option><option value="story">Story</option><option value="poll">Poll</option><option value="article">Article</option><option value="audio">Audio</option><option value="event">Event</option><option value="boost">Repost</option></select>
    </div></div>
    <div><input type="hidden" name="word-2-1" value="n.c."><div class="field">
    <label for="means-2-1">n.c.</label>
    <select id="means-2-1" name="means-2-1" class="input"><option value="" selected>As it is</option><option value="unknown">Not specified</option><option value="status">Text</option><option value="photo">Photo</option><option value="video">Video</option><option value="link">Link</option><option value="reel">Reel</option><option value="carousel">Carousel</option><option value="story">Story</option><option value="poll">Poll</option><option value="article">Article</option><option value="audio">Audio</option><option value="event">Event</option><option value="boost">Repost</option></select>
    </div></div>
    </div>
    </fieldset>
    <h2>What the first rows become</h2>
    <div class="flash flash-error"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#alert"/></svg><div><p><strong>line 2, J’aime</strong></p>
    <p>This line is not like the others: “12”.</p><p class="muted">Correct the line, or skip bad lines.</p></div></div>
    </section>
    "#);
    // Nothing was kept.
    assert!(app.get(&upload).await.main().contains("Columns to name"));
}

#[tokio::test]
async fn a_mapping_leaves_and_comes_as_a_file() {
    let mut app = port().await;
    let upload = drop_file(&mut app, "billets.csv", BILLETS).await;
    let assistant = format!("{upload}/mapping?part=0");
    let saved = app.post(&assistant, &format!("{upload}/mapping/save?part=0"), CHOSEN).await;
    insta::assert_snapshot!(saved.body, @r#"
    name = "Billets"
    rows = "posts"
    network = "blog"

    [table]
    empty = ["n.c."]

    [[column]]
    header = "Jour"
    is = "at"

    [[column]]
    header = "Titre"
    is = "text"

    [[column]]
    header = "J’aime"
    is = "likes"
    "#);
    let load = format!("{upload}/mapping/file?part=0");
    let loaded = app.upload(&assistant, &load, &[], &[("map", "billets.toml", saved.body.as_bytes())]).await;
    assert_eq!(loaded.status, StatusCode::OK);
    assert!(loaded.body.contains("<option value=\"blog\" selected>"), "{}", loaded.body);
    let refused = app.upload(&assistant, &load, &[], &[("map", "x.toml", b"rows = \"pages\"\n")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.main().contains("line 1"), "{}", refused.main());
    // A form of another browser is refused before its file is read.
    let request = Request::post(&load).header("content-type", MULTIPART);
    assert_eq!(app.send_with(request, Body::from(multipart(None, &[], &[]))).await.status, StatusCode::FORBIDDEN);
}
