//! The mapping assistant.

use super::{BILLETS, drop_file, import, port};
use crate::testing::{MULTIPART, multipart};
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
    insta::assert_snapshot!(part.main(), @r##"
    <header class="page-head">
    <p class="eyebrow"><a href="/sources">Sources</a> <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> <a href="/sources/uploads/1">billets.csv</a></p>
    <h1>Name the columns</h1>
    <p class="lead">Say what each column holds. The mapping is kept, and found again for the next file with the same headers.</p>
    </header>
    <form class="stack" method="post" action="/sources/uploads/1/mapping?part=0" hx-post="/sources/uploads/1/mapping/look?part=0" hx-trigger="change" hx-target="#became" hx-swap="outerHTML">
    <input type="hidden" name="csrf" value="…">
    <input type="hidden" name="columns" value="4">
    <fieldset class="field">
    <legend>Each row is</legend>
    <label class="check"><input type="radio" name="rows" value="posts" checked> <span>a post <small>With its figures: likes, comments, people reached…</small></span></label>
    <label class="check"><input type="radio" name="rows" value="days"> <span>a day <small>With the space’s figures: new followers, views…</small></span></label>
    <label class="check"><input type="radio" name="rows" value="facts"> <span>an act <small>A call, a reply, a comment… with its date.</small></span></label>
    </fieldset>
    <h2>The columns</h2>
    <ul class="columns">
    <li>
    <label for="role-0">Jour</label>
    <input type="hidden" name="head-0" value="Jour">
    <select class="input" id="role-0" name="role-0">
    <option value="">Leave out</option>
    <optgroup label="The moment"><option value="at" selected>date or moment</option><option value="year">year</option><option value="month">month</option><option value="weekday">day of the week</option><option value="hour">hour</option></optgroup>
    <optgroup label="What it is about"><option value="id">id</option><option value="text">text</option><option value="url">address</option><option value="content_type">kind of content</option><option value="person">person</option><option value="kind">kind of act</option><option value="post">post it is about</option><option value="reply_to">message it answers</option></optgroup>
    <optgroup label="A figure"><option value="followers">followers</option><option value="gains">followers gained</option><option value="losses">followers lost</option><option value="net_growth">net growth</option><option value="likes">likes and reactions</option><option value="shares">shares</option><option value="comments">comments</option><option value="replies_received">replies received</option><option value="mentions">mentions</option><option value="engagements">interactions as the service counts them</option><option value="reach">people reached</option><option value="impressions">impressions</option><option value="video_views">video views</option><option value="profile_views">profile views</option><option value="link_clicks">clicks on links</option><option value="clicks">clicks</option><option value="saves">saves</option><option value="posts_published">posts published</option><option value="engaged_people">people who interacted</option><option value="replies_sent">replies sent</option><option value="negative_feedback">negative feedback</option><option value="follows_from_post">followers gained by a post</option><option value="media_views">media views</option><option value="visits">visits</option></optgroup>
    </select>
    <p>14/03/2026 · 15/03/2026</p>
    </li>
    <li>
    <label for="role-1">Titre</label>
    <input type="hidden" name="head-1" value="Titre">
    <select class="input" id="role-1" name="role-1">
    <option value="">Leave out</option>
    <optgroup label="The moment"><option value="at">date or moment</option><option value="year">year</option><option value="month">month</option><option value="weekday">day of the week</option><option value="hour">hour</option></optgroup>
    <optgroup label="What it is about"><option value="id">id</option><option value="text" selected>text</option><option value="url">address</option><option value="content_type">kind of content</option><option value="person">person</option><option value="kind">kind of act</option><option value="post">post it is about</option><option value="reply_to">message it answers</option></optgroup>
    <optgroup label="A figure"><option value="followers">followers</option><option value="gains">followers gained</option><option value="losses">followers lost</option><option value="net_growth">net growth</option><option value="likes">likes and reactions</option><option value="shares">shares</option><option value="comments">comments</option><option value="replies_received">replies received</option><option value="mentions">mentions</option><option value="engagements">interactions as the service counts them</option><option value="reach">people reached</option><option value="impressions">impressions</option><option value="video_views">video views</option><option value="profile_views">profile views</option><option value="link_clicks">clicks on links</option><option value="clicks">clicks</option><option value="saves">saves</option><option value="posts_published">posts published</option><option value="engaged_people">people who interacted</option><option value="replies_sent">replies sent</option><option value="negative_feedback">negative feedback</option><option value="follows_from_post">followers gained by a post</option><option value="media_views">media views</option><option value="visits">visits</option></optgroup>
    </select>
    <p>Fête du port · Marée basse</p>
    </li>
    <li>
    <label for="role-2">J’aime</label>
    <input type="hidden" name="head-2" value="J’aime">
    <select class="input" id="role-2" name="role-2">
    <option value="">Leave out</option>
    <optgroup label="The moment"><option value="at">date or moment</option><option value="year">year</option><option value="month">month</option><option value="weekday">day of the week</option><option value="hour">hour</option></optgroup>
    <optgroup label="What it is about"><option value="id">id</option><option value="text">text</option><option value="url">address</option><option value="content_type">kind of content</option><option value="person">person</option><option value="kind">kind of act</option><option value="post">post it is about</option><option value="reply_to">message it answers</option></optgroup>
    <optgroup label="A figure"><option value="followers">followers</option><option value="gains">followers gained</option><option value="losses">followers lost</option><option value="net_growth">net growth</option><option value="likes" selected>likes and reactions</option><option value="shares">shares</option><option value="comments">comments</option><option value="replies_received">replies received</option><option value="mentions">mentions</option><option value="engagements">interactions as the service counts them</option><option value="reach">people reached</option><option value="impressions">impressions</option><option value="video_views">video views</option><option value="profile_views">profile views</option><option value="link_clicks">clicks on links</option><option value="clicks">clicks</option><option value="saves">saves</option><option value="posts_published">posts published</option><option value="engaged_people">people who interacted</option><option value="replies_sent">replies sent</option><option value="negative_feedback">negative feedback</option><option value="follows_from_post">followers gained by a post</option><option value="media_views">media views</option><option value="visits">visits</option></optgroup>
    </select>
    <p>12 · n.c.</p>
    </li>
    <li>
    <label for="role-3">Humeur</label>
    <input type="hidden" name="head-3" value="Humeur">
    <select class="input" id="role-3" name="role-3">
    <option value="">Leave out</option>
    <optgroup label="The moment"><option value="at">date or moment</option><option value="year">year</option><option value="month">month</option><option value="weekday">day of the week</option><option value="hour">hour</option></optgroup>
    <optgroup label="What it is about"><option value="id">id</option><option value="text">text</option><option value="url">address</option><option value="content_type">kind of content</option><option value="person">person</option><option value="kind">kind of act</option><option value="post">post it is about</option><option value="reply_to">message it answers</option></optgroup>
    <optgroup label="A figure"><option value="followers">followers</option><option value="gains">followers gained</option><option value="losses">followers lost</option><option value="net_growth">net growth</option><option value="likes">likes and reactions</option><option value="shares">shares</option><option value="comments">comments</option><option value="replies_received">replies received</option><option value="mentions">mentions</option><option value="engagements">interactions as the service counts them</option><option value="reach">people reached</option><option value="impressions">impressions</option><option value="video_views">video views</option><option value="profile_views">profile views</option><option value="link_clicks">clicks on links</option><option value="clicks">clicks</option><option value="saves">saves</option><option value="posts_published">posts published</option><option value="engaged_people">people who interacted</option><option value="replies_sent">replies sent</option><option value="negative_feedback">negative feedback</option><option value="follows_from_post">followers gained by a post</option><option value="media_views">media views</option><option value="visits">visits</option></optgroup>
    </select>
    <p>bonne</p>
    </li>
    </ul>
    <details class="more">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> Dates</summary>
    <div class="form-row"><div class="field">
    <label for="date_format">Order of day and month</label>
    <select id="date_format" name="date_format" class="input"><option value="" selected>Found from the file</option><option value="day-first">Day first (31/12)</option><option value="month-first">Month first (12/31)</option></select>
    </div><div class="field">
    <label for="date_pattern">Or a pattern</label>
    <input id="date_pattern" name="date_pattern" class="input" aria-describedby="date_pattern-hint" type="text" value="">
    <p class="hint" id="date_pattern-hint">For example %d/%m/%Y %H:%M.</p>
    </div><div class="field">
    <label for="year">Year of every row</label>
    <input id="year" name="year" class="input" aria-describedby="year-hint" type="number" value="">
    <p class="hint" id="year-hint">When the columns give the month only.</p>
    </div><div class="field">
    <label for="weekday_one">Weekday number 1</label>
    <select id="weekday_one" name="weekday_one" class="input"><option value="" selected>Does not matter</option><option value="monday">Monday</option><option value="sunday">Sunday</option></select>
    </div><div class="field">
    <label for="zone">Time zone</label>
    <input id="zone" name="zone" class="input" aria-describedby="zone-hint" type="text" value="">
    <p class="hint" id="zone-hint">For times written without one. Leave empty for the client’s.</p>
    </div></div>
    </details>
    <details class="more">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> What is the same on every row</summary>
    <div class="form-row"><div class="field">
    <label for="network">Network</label>
    <select id="network" name="network" class="input"><option value="" selected>Chosen at import</option><option value="facebook">Facebook</option><option value="instagram">Instagram</option><option value="x">X</option><option value="linkedin">LinkedIn</option><option value="pinterest">Pinterest</option><option value="youtube">YouTube</option><option value="tiktok">TikTok</option><option value="threads">Threads</option><option value="mastodon">Mastodon</option><option value="bluesky">Bluesky</option><option value="googleplus">Google+</option><option value="blog">Blog</option><option value="site">Site</option><option value="forum">Forum</option><option value="newsletter">Newsletter</option><option value="chat">Chat</option><option value="journal">Journal</option><option value="other">Other</option></select>
    </div><div class="field">
    <label for="constant_content_type">Content type</label>
    <select id="constant_content_type" name="constant_content_type" class="input"><option value="" selected>Told by a column, or unknown</option><option value="unknown">Not specified</option><option value="status">Text</option><option value="photo">Photo</option><option value="video">Video</option><option value="link">Link</option><option value="reel">Reel</option><option value="carousel">Carousel</option><option value="story">Story</option><option value="poll">Poll</option><option value="article">Article</option><option value="audio">Audio</option><option value="event">Event</option><option value="boost">Repost</option></select>
    </div><div class="field">
    <label for="person">Person</label>
    <input id="person" name="person" class="input" type="text" value="">
    </div></div>
    </details>
    <details class="more">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> Where the table is, how it is written</summary>
    <div class="form-row"><div class="field">
    <label for="empty">Words that mean “no figure”</label>
    <input id="empty" name="empty" class="input" aria-describedby="empty-hint" type="text" value="">
    <p class="hint" id="empty-hint">Separated by semicolons: n/a; unknown. An empty cell never counts as zero.</p>
    </div><div class="field">
    <label for="header_row">Row of the headers</label>
    <input id="header_row" name="header_row" class="input" type="number" value="1">
    </div><div class="field">
    <label for="separator">Separator</label>
    <select id="separator" name="separator" class="input"><option value="" selected>Found from the file</option><option value="comma">Comma</option><option value="semicolon">Semicolon</option><option value="tab">Tab</option><option value="pipe">Vertical bar</option></select>
    </div><div class="field">
    <label for="encoding">Encoding</label>
    <select id="encoding" name="encoding" class="input"><option value="" selected>Found from the file</option><option value="utf-8">utf-8</option><option value="windows-1252">windows-1252</option><option value="iso-8859-15">iso-8859-15</option><option value="utf-16le">utf-16le</option><option value="macintosh">macintosh</option></select>
    </div><div class="field">
    <label for="sheet">Sheet of the workbook</label>
    <input id="sheet" name="sheet" class="input" aria-describedby="sheet-hint" type="text" value="">
    <p class="hint" id="sheet-hint">Leave empty for the first.</p>
    </div></div>
    </details>
    <section class="stack" id="became" aria-live="polite">
    <h2>What the first rows become</h2>
    <div class="flash flash-error"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#alert"/></svg><div><p><strong>line 3, J’aime</strong></p>
    <p>“n.c.” is not a number.</p><p class="muted">A spreadsheet turns 3.4 into a date. Export again and import the file without opening it, or skip bad lines.</p></div></div>
    </section>
    <div class="form"><div class="field">
    <label for="name">Name of the mapping</label>
    <input id="name" name="name" class="input" maxlength="200" type="text" value="billets">
    </div></div>
    <div class="button-row">
    <button class="button button-main">Keep this mapping</button>
    <button class="button" formaction="/sources/uploads/1/mapping/look?part=0"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#refresh"/></svg> See what it gives</button>
    <button class="button button-quiet" formaction="/sources/uploads/1/mapping/save?part=0"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#download"/></svg> Download</button>
    </div>
    </form>
    <section class="section">
    <div class="section-head"><h2>You have a mapping already</h2><p>The same TOML file as on the command line.</p></div>
    <form class="form" method="post" action="/sources/uploads/1/mapping/file?part=0" enctype="multipart/form-data">
    <input type="hidden" name="csrf" value="…">
    <div class="field"><label for="map">Mapping file</label><input class="input" type="file" id="map" name="map" accept=".toml" required></div>
    <div class="button-row"><button class="button"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#upload"/></svg> Load</button></div>
    </form>
    </section>
    "##);
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
