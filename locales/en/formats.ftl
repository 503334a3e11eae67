# What was seen in a file: one message for each note of a format.

## Access logs
seen-log-combined = Combined log: each line says the referring page and the browser.
seen-log-common = Common log: it says neither the referring page nor the browser. Where visits came from is unknown, robots cannot be told from people, and the people of one address count as one visitor.
seen-log-dialect = Log as { $dialect } writes it.
seen-log-unknown = This looks like an access log, in a dialect nobody here reads.
seen-log-no-referrer = This log does not say the referring page: where visits came from is unknown, not “nowhere”.
seen-log-no-agent = This log does not say the browser: robots cannot be told from people, and the people of one address count as one visitor.
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
