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
    insta::assert_snapshot!(check, @r#"
    <header class="page-head">
    <p class="eyebrow"><a href="/sources">Sources</a></p>
    <h1>Check before importing</h1>
    <p class="lead">account_overview_analytics.csv · 243 B</p>
    <ol class="steps"><li data-done>Drop</li><li aria-current="step">Check</li><li>Import</li></ol>
    </header>
    <section class="section">
    <div class="section-head"><h2>What was recognised</h2><p>By its content, never by its name.</p></div>
    <article class="box stack">
    <div class="head-row">
    <div class="stack">
    <h3 class="network"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#x"/></svg> X · account overview</h3>
    <p class="muted">account_overview_analytics.csv · 243 B · Text in UTF-8; cells parted by commas.</p>
    </div>
    <span class="chip chip-gain"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#check"/></svg> Recognised</span>
    </div>
    <dl class="tally">
    <div><dt>Rows read</dt><dd>2</dd></div>
    <div><dt>Figures</dt><dd>23</dd></div>
    </dl>
    <ul class="notes">
    <li>The service does not say in which time zone it cuts days.</li>
    <li>From 3 Mar 2026 to 4 Mar 2026.</li>
    </ul>
    <div class="table-frame" tabindex="0" role="region" aria-label="Preview of account_overview_analytics.csv">
    <table class="table table-raw">
    <thead><tr><th scope="col">Date</th><th scope="col" class="number">Impressions</th><th scope="col" class="number">Likes</th><th scope="col" class="number">Engagements</th><th scope="col" class="number">Bookmarks</th><th scope="col" class="number">Shares</th><th scope="col" class="number">New follows</th><th scope="col" class="number">Unfollows</th><th scope="col" class="number">Replies</th><th scope="col" class="number">Reposts</th><th scope="col" class="number">Profile visits</th><th scope="col" class="number">Create Post</th><th scope="col" class="number">Video views</th><th scope="col" class="number">Media views</th></tr></thead>
    <tbody>
    <tr><td>Wed, Mar 4, 2026</td><td class="number">120</td><td class="number">5</td><td class="number">14</td><td class="number">1</td><td class="number">0</td><td class="number">2</td><td class="number">1</td><td class="number">3</td><td class="number">1</td><td class="number">6</td><td class="number">2</td><td class="number">0</td><td class="number">0</td></tr>
    <tr><td>Tue, Mar 3, 2026</td><td class="number">1,250</td><td class="number">40</td><td></td><td class="number">2</td><td class="number">1</td><td class="number">0</td><td class="number">0</td><td class="number">4</td><td class="number">7</td><td class="number">30</td><td class="number">1</td><td class="number">12</td><td class="number">15</td></tr>
    </tbody>
    </table>
    </div>
    <p><a href="/sources/formats/x-overview">What this format tells, and what it cannot</a></p>
    </article>
    </section>
    <section class="section">
    <div class="section-head"><h2>Where to import it</h2></div>
    <form class="form" method="post" action="/sources/uploads/1/import">
    <input type="hidden" name="csrf" value="…">
    <div class="field">
    <label for="place">Space</label>
    <select class="input" id="place" name="place">
    <option value="">Choose…</option>
    <optgroup label="Port de Brume">
    <option value="port-de-brume/" selected>Port de Brume, the space the file names</option>
    <option value="port-de-brume/+">Port de Brume, a new space…</option>
    </optgroup>
    <option value="+/">A new client…</option>
    </select>
    </div>
    <details class="more">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> New space or new client</summary>
    <div class="stack">
    <div class="field">
    <label for="new_client">Name of the new client</label>
    <input id="new_client" name="new_client" class="input" maxlength="200" type="text" value="">
    </div>
    <div class="field">
    <label for="new_space">Name of the new space</label>
    <input id="new_space" name="new_space" class="input" maxlength="200" type="text" value="">
    </div>
    <div class="field">
    <label for="network">Network</label>
    <select id="network" name="network" class="input"><option value="" selected>The one the file names</option><option value="facebook">Facebook</option><option value="instagram">Instagram</option><option value="x">X</option><option value="linkedin">LinkedIn</option><option value="pinterest">Pinterest</option><option value="youtube">YouTube</option><option value="tiktok">TikTok</option><option value="threads">Threads</option><option value="mastodon">Mastodon</option><option value="bluesky">Bluesky</option><option value="googleplus">Google+</option><option value="blog">Blog</option><option value="site">Site</option><option value="forum">Forum</option><option value="newsletter">Newsletter</option><option value="chat">Chat</option><option value="journal">Journal</option><option value="other">Other</option></select>
    </div>
    </div>
    </details>
    <details class="more">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> More choices</summary>
    <div class="stack">
    <label class="check"><input type="checkbox" name="skip_bad" value="on"> <span>Skip bad lines <small>They are counted and listed. Otherwise a single one refuses the file.</small></span></label>
    <div class="field">
    <label for="zone">Time zone</label>
    <input id="zone" name="zone" class="input" aria-describedby="zone-hint" type="text" value="">
    <p class="hint" id="zone-hint">For times written without one. Leave empty for the client’s.</p>
    </div>
    <div class="field">
    <label for="format">Read as</label>
    <select id="format" name="format" class="input"><option value="" selected>As recognised</option><option value="x-overview">X · account overview</option><option value="x-content">X · content</option><option value="x-activity">X · tweet activity (until 2023)</option><option value="x-video">X · video overview</option><option value="x-archive">X · archive</option><option value="meta-posts">Meta Business Suite · posts</option><option value="meta-daily">Meta Business Suite · daily metrics</option><option value="meta-audience">Meta Business Suite · audience</option><option value="facebook-insights-page">Facebook Insights · page (2011–2018)</option><option value="facebook-insights-posts">Facebook Insights · posts (2011–2018)</option><option value="instagram-download">Instagram · download</option><option value="threads-download">Threads · download</option><option value="pinterest-overview">Pinterest · analytics overview</option><option value="reddit-download">Reddit · download</option><option value="linkedin-followers">LinkedIn page · followers</option><option value="linkedin-visitors">LinkedIn page · visitors</option><option value="linkedin-content">LinkedIn page · content</option><option value="linkedin-creator">LinkedIn member · content</option><option value="youtube-studio">YouTube Studio</option><option value="tiktok-business">TikTok · Business Suite</option><option value="tiktok-studio">TikTok Studio</option><option value="tiktok-videos">TikTok · videos</option><option value="mailchimp-members">Mailchimp · audience</option><option value="substack-members">Substack · subscribers</option><option value="beehiiv-members">Beehiiv · subscribers</option><option value="beehiiv-posts">Beehiiv · posts</option><option value="ghost-members">Ghost · members</option><option value="ics">iCalendar (ICS)</option><option value="access-log">Web server · access log</option><option value="ga4">Google Analytics 4 · report</option><option value="matomo-csv">Matomo · report</option><option value="plausible-csv">Plausible · dashboard export</option><option value="search-console">Google Search Console · performance</option><option value="gsc-links">Google Search Console · links</option><option value="ahrefs-backlinks">Ahrefs · backlinks</option><option value="webmention">Webmention · webmention.io</option><option value="feed">RSS · Atom · JSON Feed</option><option value="opml">OPML · list of feeds</option><option value="mastodon-archive">Mastodon · archive</option><option value="bluesky-car">Bluesky · repository (CAR)</option><option value="googleplus-html">Google+ · Takeout (HTML)</option><option value="googleplus-json">Google+ · Takeout (JSON)</option><option value="telegram">Telegram · result.json</option><option value="whatsapp">WhatsApp · chat.txt</option><option value="discord">Discord · DiscordChatExporter</option><option value="slack">Slack · export</option><option value="discourse">Discourse · JSON</option><option value="stackexchange">Stack Exchange · API</option><option value="wordpress">WordPress · export (WXR)</option><option value="blogger">Blogger · backup</option><option value="dotclear">Dotclear · export</option><option value="disqus">Disqus · export</option><option value="commento">Commento · export</option><option value="mbox">Mailing list · mbox</option><option value="limesurvey">LimeSurvey · export</option><option value="google-forms">Google Forms · answers</option><option value="surveymonkey">SurveyMonkey · export</option><option value="surveygizmo">SurveyGizmo · Alchemer · export</option><option value="mapped">CSV · TSV · XLSX · JSON Lines</option></select>
    </div>
    <div class="button-row"><button class="button" formaction="/sources/uploads/1/choices"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#refresh"/></svg> Read again with these choices</button></div>
    </div>
    </details>
    <div class="button-row">
    <button class="button button-main">Import</button>
    <button class="button button-quiet" formaction="/sources/uploads/1/forget">Keep nothing</button>
    </div>
    </form>
    </section>
    "#);
    import(&mut app, &upload, &[("place", "port-de-brume/")]).await;
    insta::assert_snapshot!(app.get(&upload).await.main(), @r#"
    <header class="page-head">
    <p class="eyebrow"><a href="/sources">Sources</a></p>
    <h1>23 new items imported</h1>
    <p class="lead">account_overview_analytics.csv</p>
    <ol class="steps"><li data-done>Drop</li><li data-done>Check</li><li data-done>Import</li></ol>
    <div class="button-row">
    <a class="button button-main" href="/measures?client=port-de-brume&#38;period=all"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#measures"/></svg> See the measures</a>
    <a class="button" href="/sources"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#upload"/></svg> Drop another file</a>
    </div>
    </header>
    <section class="section">
    <h2>File by file</h2>
    <article class="box stack">
    <div class="head-row">
    <div class="stack">
    <h3>account_overview_analytics.csv</h3>
    <p class="muted">X · account overview</p>
    </div>
    <span class="chip chip-gain"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#check"/></svg> Imported</span>
    </div>
    <dl class="tally">
    <div><dt>Rows read</dt><dd>2</dd></div>
    <div><dt>Figures</dt><dd>23</dd></div>
    </dl>
    <ul class="notes">
    <li>The service does not say in which time zone it cuts days.</li>
    <li>From 3 Mar 2026 to 4 Mar 2026.</li>
    </ul>
    <p><a href="/sources/imports/1">See this import, or undo it</a></p>
    </article>
    </section>
    "#);
    let room = app.get("/sources").await.main();
    assert!(
        room.contains("account_overview_analytics.csv") && room.contains("Does not tell: followers, people reached."),
        "{room}"
    );
    insta::assert_snapshot!(app.get("/sources/imports/1").await.main(), @r#"
    <header class="page-head">
    <p class="eyebrow"><a href="/sources">Sources</a> <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> <a href="/sources#imports">Latest imports</a></p>
    <h1>account_overview_analytics.csv</h1>
    <p class="lead">Port de Brume · X · 22 Nov 2026 at 10:00</p>
    </header>
    <div class="box stack">
    <p class="network"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#x"/></svg> <strong>X · account overview</strong></p>
    <dl class="tally">
    <div><dt>Rows read</dt><dd>2</dd></div>
    <div><dt>Figures</dt><dd>23</dd></div>
    </dl>
    <p>The file tells about 3 to 4 Mar 2026.</p>
    <ul class="notes">
    <li>The service does not say in which time zone it cuts days.</li>
    <li>From 3 Mar 2026 to 4 Mar 2026.</li>
    </ul>
    <div class="button-row">
    <a class="button" href="/measures?client=port-de-brume&#38;space=x&#38;period=all"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#measures"/></svg> See the measures</a>
    <a class="button button-quiet" href="/sources/imports/1/undo" data-no-prefetch><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#undo"/></svg> Undo this import</a>
    </div>
    </div>
    "#);
    insta::assert_snapshot!(app.get("/sources/imports/1/undo").await.main(), @r#"
    <header class="page-head">
    <p class="eyebrow"><a href="/sources">Sources</a> <svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> <a href="/sources/imports/1">account_overview_analytics.csv</a></p>
    <h1>Undo this import?</h1>
    <p class="lead">Everything this file brought goes away, and measures return to what they were. To have it back, import the file again.</p>
    </header>
    <div class="box stack">
    <p><strong>account_overview_analytics.csv</strong> · Port de Brume · X · 22 Nov 2026 at 10:00</p>
    <dl class="tally">
    <div><dt>Rows read</dt><dd>2</dd></div>
    <div><dt>Figures</dt><dd>23</dd></div>
    </dl>
    <p>What an earlier import had told already stays.</p>
    <form class="button-row" method="post" action="/sources/imports/1/undo">
    <input type="hidden" name="csrf" value="…">
    <button class="button button-loss"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#undo"/></svg> Undo the import</button>
    <a class="button button-quiet" href="/sources/imports/1">Keep it</a>
    </form>
    </div>
    "#);
    let undone = app.post("/sources/imports/1/undo", "/sources/imports/1/undo", &[]).await;
    assert_eq!((undone.status, undone.location()), (StatusCode::SEE_OTHER, "/sources"));
    let room = app.get("/sources").await.main();
    assert!(room.contains("is undone") && room.contains("Nothing imported yet"), "{room}");
    assert_eq!(app.get("/sources/imports/1").await.status, StatusCode::NOT_FOUND);
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
