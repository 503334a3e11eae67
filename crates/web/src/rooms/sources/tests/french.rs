//! The journey in French, page by page.

use super::{X, drop_file, import, port};
use store::desk::Language;

#[tokio::test]
async fn an_export_in_french() {
    let mut app = port().await;
    app.speak(Language::French);
    let upload = drop_file(&mut app, "account_overview_analytics.csv", X).await;
    insta::assert_snapshot!(app.get(&upload).await.main(), @r#"
    <header class="page-head">
    <p class="eyebrow"><a href="/sources">Sources</a></p>
    <h1>Vérifier avant d’importer</h1>
    <p class="lead">account_overview_analytics.csv · 243 o</p>
    <ol class="steps"><li data-done>Déposer</li><li aria-current="step">Vérifier</li><li>Importer</li></ol>
    </header>
    <section class="section">
    <div class="section-head"><h2>Ce qui a été reconnu</h2><p>D’après le contenu, jamais d’après le nom.</p></div>
    <article class="box stack">
    <div class="head-row">
    <div class="stack">
    <h3 class="network"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#x"/></svg> X · account overview</h3>
    <p class="muted">account_overview_analytics.csv · 243 o · Texte en UTF-8 ; cellules séparées par des virgules.</p>
    </div>
    <span class="chip chip-gain"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#check"/></svg> Reconnu</span>
    </div>
    <dl class="tally">
    <div><dt>Lignes lues</dt><dd>2</dd></div>
    <div><dt>Relevés</dt><dd>23</dd></div>
    </dl>
    <ul class="notes">
    <li>Le service ne dit pas dans quel fuseau horaire il découpe les jours.</li>
    <li>Du 3 mars 2026 au 4 mars 2026.</li>
    </ul>
    <div class="table-frame" tabindex="0" role="region" aria-label="Aperçu de account_overview_analytics.csv">
    <table class="table table-raw">
    <thead><tr><th scope="col">Date</th><th scope="col" class="number">Impressions</th><th scope="col" class="number">Likes</th><th scope="col" class="number">Engagements</th><th scope="col" class="number">Bookmarks</th><th scope="col" class="number">Shares</th><th scope="col" class="number">New follows</th><th scope="col" class="number">Unfollows</th><th scope="col" class="number">Replies</th><th scope="col" class="number">Reposts</th><th scope="col" class="number">Profile visits</th><th scope="col" class="number">Create Post</th><th scope="col" class="number">Video views</th><th scope="col" class="number">Media views</th></tr></thead>
    <tbody>
    <tr><td>Wed, Mar 4, 2026</td><td class="number">120</td><td class="number">5</td><td class="number">14</td><td class="number">1</td><td class="number">0</td><td class="number">2</td><td class="number">1</td><td class="number">3</td><td class="number">1</td><td class="number">6</td><td class="number">2</td><td class="number">0</td><td class="number">0</td></tr>
    <tr><td>Tue, Mar 3, 2026</td><td class="number">1,250</td><td class="number">40</td><td></td><td class="number">2</td><td class="number">1</td><td class="number">0</td><td class="number">0</td><td class="number">4</td><td class="number">7</td><td class="number">30</td><td class="number">1</td><td class="number">12</td><td class="number">15</td></tr>
    </tbody>
    </table>
    </div>
    <p><a href="/sources/formats/x-overview">Ce que dit ce format, et ce qu’il ne peut pas dire</a></p>
    </article>
    </section>
    <section class="section">
    <div class="section-head"><h2>Où l’importer</h2></div>
    <form class="form" method="post" action="/sources/uploads/1/import">
    <input type="hidden" name="csrf" value="…">
    <div class="field">
    <label for="place">Espace</label>
    <select class="input" id="place" name="place">
    <option value="">Choisissez…</option>
    <optgroup label="Port de Brume">
    <option value="port-de-brume/" selected>Port de Brume, l’espace que dit le fichier</option>
    <option value="port-de-brume/+">Port de Brume, nouvel espace…</option>
    </optgroup>
    <option value="+/">Nouveau client…</option>
    </select>
    </div>
    <details class="more">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> Nouvel espace ou nouveau client</summary>
    <div class="stack">
    <div class="field">
    <label for="new_client">Nom du nouveau client</label>
    <input id="new_client" name="new_client" class="input" maxlength="200" type="text" value="">
    </div>
    <div class="field">
    <label for="new_space">Nom du nouvel espace</label>
    <input id="new_space" name="new_space" class="input" maxlength="200" type="text" value="">
    </div>
    <div class="field">
    <label for="network">Réseau</label>
    <select id="network" name="network" class="input"><option value="" selected>Celui que dit le fichier</option><option value="facebook">Facebook</option><option value="instagram">Instagram</option><option value="x">X</option><option value="linkedin">LinkedIn</option><option value="pinterest">Pinterest</option><option value="youtube">YouTube</option><option value="tiktok">TikTok</option><option value="threads">Threads</option><option value="mastodon">Mastodon</option><option value="bluesky">Bluesky</option><option value="googleplus">Google+</option><option value="blog">Blog</option><option value="site">Site</option><option value="forum">Forum</option><option value="newsletter">Lettre d’information</option><option value="chat">Messagerie</option><option value="journal">Journal</option><option value="other">Autre</option></select>
    </div>
    </div>
    </details>
    <details class="more">
    <summary><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chevron-right"/></svg> Autres choix</summary>
    <div class="stack">
    <label class="check"><input type="checkbox" name="skip_bad" value="on"> <span>Sauter les lignes fautives <small>Elles sont comptées et listées. Sinon, une seule fait refuser le fichier.</small></span></label>
    <div class="field">
    <label for="zone">Fuseau horaire</label>
    <input id="zone" name="zone" class="input" aria-describedby="zone-hint" type="text" value="">
    <p class="hint" id="zone-hint">Pour les heures écrites sans fuseau. Laissez vide pour celui du client.</p>
    </div>
    <div class="field">
    <label for="format">Lire comme</label>
    <select id="format" name="format" class="input"><option value="" selected>Comme reconnu</option><option value="x-overview">X · account overview</option><option value="x-content">X · content</option><option value="x-activity">X · tweet activity (until 2023)</option><option value="x-video">X · video overview</option><option value="x-archive">X · archive</option><option value="meta-posts">Meta Business Suite · posts</option><option value="meta-daily">Meta Business Suite · daily metrics</option><option value="meta-audience">Meta Business Suite · audience</option><option value="facebook-insights-page">Facebook Insights · page (2011–2018)</option><option value="facebook-insights-posts">Facebook Insights · posts (2011–2018)</option><option value="instagram-download">Instagram · download</option><option value="threads-download">Threads · download</option><option value="pinterest-overview">Pinterest · analytics overview</option><option value="reddit-download">Reddit · download</option><option value="linkedin-followers">LinkedIn page · followers</option><option value="linkedin-visitors">LinkedIn page · visitors</option><option value="linkedin-content">LinkedIn page · content</option><option value="linkedin-creator">LinkedIn member · content</option><option value="youtube-studio">YouTube Studio</option><option value="tiktok-business">TikTok · Business Suite</option><option value="tiktok-studio">TikTok Studio</option><option value="tiktok-videos">TikTok · videos</option><option value="mailchimp-members">Mailchimp · audience</option><option value="substack-members">Substack · subscribers</option><option value="beehiiv-members">Beehiiv · subscribers</option><option value="beehiiv-posts">Beehiiv · posts</option><option value="ghost-members">Ghost · members</option><option value="ics">iCalendar (ICS)</option><option value="access-log">Web server · access log</option><option value="ga4">Google Analytics 4 · report</option><option value="matomo-csv">Matomo · report</option><option value="plausible-csv">Plausible · dashboard export</option><option value="search-console">Google Search Console · performance</option><option value="gsc-links">Google Search Console · links</option><option value="ahrefs-backlinks">Ahrefs · backlinks</option><option value="webmention">Webmention · webmention.io</option><option value="feed">RSS · Atom · JSON Feed</option><option value="opml">OPML · list of feeds</option><option value="mastodon-archive">Mastodon · archive</option><option value="bluesky-car">Bluesky · repository (CAR)</option><option value="googleplus-html">Google+ · Takeout (HTML)</option><option value="googleplus-json">Google+ · Takeout (JSON)</option><option value="telegram">Telegram · result.json</option><option value="whatsapp">WhatsApp · chat.txt</option><option value="discord">Discord · DiscordChatExporter</option><option value="slack">Slack · export</option><option value="discourse">Discourse · JSON</option><option value="stackexchange">Stack Exchange · API</option><option value="wordpress">WordPress · export (WXR)</option><option value="blogger">Blogger · backup</option><option value="dotclear">Dotclear · export</option><option value="disqus">Disqus · export</option><option value="commento">Commento · export</option><option value="mbox">Mailing list · mbox</option><option value="limesurvey">LimeSurvey · export</option><option value="google-forms">Google Forms · answers</option><option value="surveymonkey">SurveyMonkey · export</option><option value="surveygizmo">SurveyGizmo · Alchemer · export</option><option value="mapped">CSV · TSV · XLSX · JSON Lines</option></select>
    </div>
    <div class="button-row"><button class="button" formaction="/sources/uploads/1/choices"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#refresh"/></svg> Relire avec ces choix</button></div>
    </div>
    </details>
    <div class="button-row">
    <button class="button button-main">Importer</button>
    <button class="button button-quiet" formaction="/sources/uploads/1/forget">Ne rien garder</button>
    </div>
    </form>
    </section>
    "#);
    import(&mut app, &upload, &[("place", "port-de-brume/")]).await;
    insta::assert_snapshot!(app.get(&upload).await.main(), @r#"
    <header class="page-head">
    <p class="eyebrow"><a href="/sources">Sources</a></p>
    <h1>23 nouveautés importées</h1>
    <p class="lead">account_overview_analytics.csv</p>
    <ol class="steps"><li data-done>Déposer</li><li data-done>Vérifier</li><li data-done>Importer</li></ol>
    <div class="button-row">
    <a class="button button-main" href="/measures?client=port-de-brume&#38;period=all"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#measures"/></svg> Voir les mesures</a>
    <a class="button" href="/sources"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#upload"/></svg> Déposer un autre fichier</a>
    </div>
    </header>
    <section class="section">
    <h2>Fichier par fichier</h2>
    <article class="box stack">
    <div class="head-row">
    <div class="stack">
    <h3>account_overview_analytics.csv</h3>
    <p class="muted">X · account overview</p>
    </div>
    <span class="chip chip-gain"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#check"/></svg> Importé</span>
    </div>
    <dl class="tally">
    <div><dt>Lignes lues</dt><dd>2</dd></div>
    <div><dt>Relevés</dt><dd>23</dd></div>
    </dl>
    <ul class="notes">
    <li>Le service ne dit pas dans quel fuseau horaire il découpe les jours.</li>
    <li>Du 3 mars 2026 au 4 mars 2026.</li>
    </ul>
    <p><a href="/sources/imports/1">Voir cet import, ou l’annuler</a></p>
    </article>
    </section>
    "#);
    insta::assert_snapshot!(app.get("/sources").await.main(), @r#"
    <header class="page-head">
    <h1>Sources</h1>
    <p class="lead">D’où viennent les chiffres, ce que chaque source peut voir, et s’il est temps de la nourrir.</p>
    </header>
    <div class="stack">
    <form class="drop" data-drop method="post" action="/sources/uploads" enctype="multipart/form-data">
    <input type="hidden" name="csrf" value="…">
    <input type="hidden" name="client" value="">
    <svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#upload"/></svg>
    <h2><label for="file">Déposez un export</label></h2>
    <p>X, Meta, TikTok, Mastodon, journaux d’accès, agendas, flux, ou n’importe quel CSV, TSV, classeur ou JSON ligne à ligne ; un zip aussi. Rien n’est gardé avant votre accord.</p>
    <input type="file" id="file" name="file" multiple required>
    <progress class="progress" max="1" value="0" aria-label="Envoi du fichier" hidden></progress>
    <button class="button" type="submit">Lire le fichier</button>
    </form>
    <form class="form" method="post" action="/sources/addresses">
    <input type="hidden" name="csrf" value="…">
    <input type="hidden" name="client" value="">
    <div class="form-row">
    <div class="field">
    <label for="address">Ou l’adresse d’un flux (RSS, Atom, JSON Feed)</label>
    <input id="address" name="address" class="input" required type="url" value="">
    </div>
    <button class="button" type="submit">Lire l’adresse</button>
    </div>
    </form>
    </div>
    <section class="section" id="health">
    <div class="section-head"><h2>Santé des sources</h2><p>Jusqu’où va ce que chacune raconte.</p></div>
    <div class="stack">
    <ul class="list" data-list>
    <li><span class="list-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#x"/></svg></span>
    <div class="list-main"><p><a href="/measures?client=port-de-brume&#38;space=x">X</a></p><p>X · account overview · du 3 au 4 mars 2026</p><p>Ne dit pas : abonnés, personnes touchées.</p></div>
    <div class="list-end"><span>à l’instant</span><span class="chip chip-loss"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#alert"/></svg> En retard</span></div></li>
    </ul>
    </div>
    </section>
    <section class="section" id="imports">
    <div class="section-head"><h2>Derniers imports</h2><p>Chacun peut être annulé en entier.</p></div>
    <ul class="list" data-list>
    <li><span class="list-icon"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#x"/></svg></span><div class="list-main"><p><a href="/sources/imports/1">account_overview_analytics.csv</a></p><p>Port de Brume · X · 23 relevés</p></div><div class="list-end"><span>à l’instant</span></div></li>
    </ul>
    </section>
    <section class="section" id="formats">
    <div class="section-head"><h2>Formats</h2><p>Ce que chaque fichier dit, ce qu’il ne peut pas dire, où le trouver.</p></div>
    <form class="form" action="/sources/formats" role="search">
    <div class="form-row">
    <div class="field">
    <label for="q">Chercher un format</label>
    <input id="q" name="q" class="input" type="search" value="">
    </div>
    <button class="button"><svg class="icon" aria-hidden="true"><use href="/assets/…/icons.svg#search"/></svg> Chercher</button>
    </div>
    </form>
    <ul class="row">
    <li><a class="chip" href="/sources/formats/x-overview"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#x"/></svg> X · account overview</a></li>
    <li><a class="chip" href="/sources/formats/x-content"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#x"/></svg> X · content</a></li>
    <li><a class="chip" href="/sources/formats/x-activity"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#x"/></svg> X · tweet activity (until 2023)</a></li>
    <li><a class="chip" href="/sources/formats/x-video"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#x"/></svg> X · video overview</a></li>
    <li><a class="chip" href="/sources/formats/x-archive"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#x"/></svg> X · archive</a></li>
    <li><a class="chip" href="/sources/formats/meta-posts"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#table"/></svg> Meta Business Suite · posts</a></li>
    <li><a class="chip" href="/sources/formats/meta-daily"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#table"/></svg> Meta Business Suite · daily metrics</a></li>
    <li><a class="chip" href="/sources/formats/meta-audience"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#table"/></svg> Meta Business Suite · audience</a></li>
    <li><a class="chip" href="/sources/formats/facebook-insights-page"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#facebook"/></svg> Facebook Insights · page (2011–2018)</a></li>
    <li><a class="chip" href="/sources/formats/facebook-insights-posts"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#facebook"/></svg> Facebook Insights · posts (2011–2018)</a></li>
    <li><a class="chip" href="/sources/formats/instagram-download"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#instagram"/></svg> Instagram · download</a></li>
    <li><a class="chip" href="/sources/formats/threads-download"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#threads"/></svg> Threads · download</a></li>
    <li><a class="chip" href="/sources/formats/pinterest-overview"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#pinterest"/></svg> Pinterest · analytics overview</a></li>
    <li><a class="chip" href="/sources/formats/reddit-download"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#forum"/></svg> Reddit · download</a></li>
    <li><a class="chip" href="/sources/formats/linkedin-followers"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#linkedin"/></svg> LinkedIn page · followers</a></li>
    <li><a class="chip" href="/sources/formats/linkedin-visitors"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#linkedin"/></svg> LinkedIn page · visitors</a></li>
    <li><a class="chip" href="/sources/formats/linkedin-content"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#linkedin"/></svg> LinkedIn page · content</a></li>
    <li><a class="chip" href="/sources/formats/linkedin-creator"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#linkedin"/></svg> LinkedIn member · content</a></li>
    <li><a class="chip" href="/sources/formats/youtube-studio"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#youtube"/></svg> YouTube Studio</a></li>
    <li><a class="chip" href="/sources/formats/tiktok-business"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#tiktok"/></svg> TikTok · Business Suite</a></li>
    <li><a class="chip" href="/sources/formats/tiktok-studio"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#tiktok"/></svg> TikTok Studio</a></li>
    <li><a class="chip" href="/sources/formats/tiktok-videos"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#tiktok"/></svg> TikTok · videos</a></li>
    <li><a class="chip" href="/sources/formats/mailchimp-members"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#newsletter"/></svg> Mailchimp · audience</a></li>
    <li><a class="chip" href="/sources/formats/substack-members"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#newsletter"/></svg> Substack · subscribers</a></li>
    <li><a class="chip" href="/sources/formats/beehiiv-members"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#newsletter"/></svg> Beehiiv · subscribers</a></li>
    <li><a class="chip" href="/sources/formats/beehiiv-posts"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#newsletter"/></svg> Beehiiv · posts</a></li>
    <li><a class="chip" href="/sources/formats/ghost-members"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#newsletter"/></svg> Ghost · members</a></li>
    <li><a class="chip" href="/sources/formats/ics"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#journal"/></svg> iCalendar (ICS)</a></li>
    <li><a class="chip" href="/sources/formats/access-log"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#site"/></svg> Web server · access log</a></li>
    <li><a class="chip" href="/sources/formats/ga4"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#site"/></svg> Google Analytics 4 · report</a></li>
    <li><a class="chip" href="/sources/formats/matomo-csv"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#site"/></svg> Matomo · report</a></li>
    <li><a class="chip" href="/sources/formats/plausible-csv"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#site"/></svg> Plausible · dashboard export</a></li>
    <li><a class="chip" href="/sources/formats/search-console"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#site"/></svg> Google Search Console · performance</a></li>
    <li><a class="chip" href="/sources/formats/gsc-links"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#site"/></svg> Google Search Console · links</a></li>
    <li><a class="chip" href="/sources/formats/ahrefs-backlinks"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#site"/></svg> Ahrefs · backlinks</a></li>
    <li><a class="chip" href="/sources/formats/webmention"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#blog"/></svg> Webmention · webmention.io</a></li>
    <li><a class="chip" href="/sources/formats/feed"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#table"/></svg> RSS · Atom · JSON Feed</a></li>
    <li><a class="chip" href="/sources/formats/opml"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#table"/></svg> OPML · list of feeds</a></li>
    <li><a class="chip" href="/sources/formats/mastodon-archive"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#mastodon"/></svg> Mastodon · archive</a></li>
    <li><a class="chip" href="/sources/formats/bluesky-car"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#bluesky"/></svg> Bluesky · repository (CAR)</a></li>
    <li><a class="chip" href="/sources/formats/googleplus-html"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#googleplus"/></svg> Google+ · Takeout (HTML)</a></li>
    <li><a class="chip" href="/sources/formats/googleplus-json"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#googleplus"/></svg> Google+ · Takeout (JSON)</a></li>
    <li><a class="chip" href="/sources/formats/telegram"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chat"/></svg> Telegram · result.json</a></li>
    <li><a class="chip" href="/sources/formats/whatsapp"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chat"/></svg> WhatsApp · chat.txt</a></li>
    <li><a class="chip" href="/sources/formats/discord"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chat"/></svg> Discord · DiscordChatExporter</a></li>
    <li><a class="chip" href="/sources/formats/slack"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#chat"/></svg> Slack · export</a></li>
    <li><a class="chip" href="/sources/formats/discourse"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#forum"/></svg> Discourse · JSON</a></li>
    <li><a class="chip" href="/sources/formats/stackexchange"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#forum"/></svg> Stack Exchange · API</a></li>
    <li><a class="chip" href="/sources/formats/wordpress"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#blog"/></svg> WordPress · export (WXR)</a></li>
    <li><a class="chip" href="/sources/formats/blogger"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#blog"/></svg> Blogger · backup</a></li>
    <li><a class="chip" href="/sources/formats/dotclear"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#blog"/></svg> Dotclear · export</a></li>
    <li><a class="chip" href="/sources/formats/disqus"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#blog"/></svg> Disqus · export</a></li>
    <li><a class="chip" href="/sources/formats/commento"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#blog"/></svg> Commento · export</a></li>
    <li><a class="chip" href="/sources/formats/mbox"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#forum"/></svg> Mailing list · mbox</a></li>
    <li><a class="chip" href="/sources/formats/limesurvey"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#other"/></svg> LimeSurvey · export</a></li>
    <li><a class="chip" href="/sources/formats/google-forms"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#other"/></svg> Google Forms · answers</a></li>
    <li><a class="chip" href="/sources/formats/surveymonkey"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#other"/></svg> SurveyMonkey · export</a></li>
    <li><a class="chip" href="/sources/formats/surveygizmo"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#other"/></svg> SurveyGizmo · Alchemer · export</a></li>
    <li><a class="chip" href="/sources/formats/mapped"><svg class="icon icon-small" aria-hidden="true"><use href="/assets/…/icons.svg#table"/></svg> CSV · TSV · XLSX · JSON Lines</a></li>
    </ul>
    </section>
    "#);
}
