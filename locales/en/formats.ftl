# What was seen in a file: one message for each note of a format.

## Access logs
seen-log-combined = Combined log: each line says the referring page and the browser.
seen-log-common = Common log: it says neither the referring page nor the browser. Where visits came from is unknown, robots cannot be told from people, and the people of one address count as one visitor.
seen-log-site = The log names the site in front of each line: { $site }.
seen-log-summary = { $lines } lines from { $addresses } addresses; { $without_referrer } without a referring page, { $robots } by robots, { $assets } for pictures, style sheets and other parts of pages. That leaves { $pages } pages in { $visits } visits.
seen-log-referrers = Lines that come from networks, search engines, assistants and mail: { $known }. From other sites: { $others }. From the site itself: { $inner }.
seen-log-own-hosts = Taken as the site itself, so that going from page to page is not coming from elsewhere: { $hosts }.
seen-log-own-hosts-unknown = Nothing shows which host is the site itself: name it, so that its own pages are not taken for referring sites.
seen-log-addresses-at-least = More than { $limit } addresses: they were not counted further.

## Mastodon archive
seen-mastodon-summary = { $posts } posts, { $replies } of them replies to others, and { $boosts } boosts.
seen-mastodon-total = The file announces { $said } items and holds { $found }: what it holds was counted.
seen-mastodon-other = { $count } activities that are neither posts nor boosts were left out.
seen-mastodon-actor = The account’s description: it names { $name } and tells no figure.
seen-mastodon-left-aside = What the account liked or kept ({ $items } addresses) is its own business: nothing was taken.
seen-private-left-out = { $count } items that not everybody may read were left out.

## Feeds
seen-feed-summary = { $entries } entries.
seen-feed-undated = { $count } entries without a readable date were left out: nothing says which day they belong to.

## Conversations: Telegram, WhatsApp, Discord, Slack, Discourse
seen-conversation-summary = { $messages } messages, { $team } of them by the team ({ $replies } answers to others); { $joins } people joined, { $leaves } left.
seen-team-not-named = Nobody was named as the team: every message counts as the community’s.
seen-bots-left-out = { $count ->
    [one] One message of a robot was left out.
   *[other] { $count } messages of robots were left out.
 }
seen-service-lines-left-out = { $count ->
    [one] One line that nobody said (of the service, or taken away) was left out.
   *[other] { $count } lines that nobody said (of the service, or taken away) were left out.
 }
seen-whatsapp-lines-unknown = { $count ->
    [one] One line of WhatsApp is in words that are not known here: who joined or left may be missing.
   *[other] { $count } lines of WhatsApp are in words that are not known here: who joined or left may be missing.
 }
seen-dates-year-first = Dates were read year first (24/03/04 is 4 March 2024).
seen-dates-year-day-month = Dates were read year, day, month (24/03/04 is 3 April 2024).
seen-discord-csv = The CSV says neither who answers whom, nor who is a robot, nor who joins: the exporter’s JSON does.
seen-discord-total = The file announces { $said } messages and holds { $found }: what it holds was counted.
seen-slack-channel = Channel: { $channel }.
seen-slack-channel-unknown = Nothing says which channel this is: import the export as a whole, so that no message counts twice.
seen-slack-list = { $what ->
    [users] The list of members ({ $count }): names and addresses are not taken.
    [channels] The list of channels ({ $count }): it tells no figure.
   *[other] The log of integrations ({ $count } lines): it tells no figure.
 }
seen-discourse-topics = A list of { $count } topics: the first post of each was taken, what follows is not in the file. Nothing is known of the days as a whole.
seen-discourse-more = { $count ->
    [one] One post of the topic is not in the file: the forum gives twenty at a time.
   *[other] { $count } posts of the topic are not in the file: the forum gives twenty at a time.
 }

## Bluesky repository
seen-bluesky-summary = { $posts } posts, { $replies } of them replies to others, and { $boosts } reposts.
seen-bluesky-own-acts = The account gave { $likes } likes and follows { $follows } accounts: its acts on others, which no indicator counts. They were not taken.
seen-bluesky-other = { $count ->
    [one] One record of another sort (profile, list, a sort no longer in use) was left out.
   *[other] { $count } records of other sorts (profile, lists, sorts no longer in use) were left out.
 }
seen-bluesky-older-blocks = { $count } blocks belong to older states of the account: deleted or changed since, they were not taken.

## Google+ Takeout
seen-googleplus-summary = One post with { $comments } comments by others, { $replies } answers by its owner, { $likes } times +1 and { $shares } reshares. Neither +1 nor reshares have a date: they count on the day of the post.
