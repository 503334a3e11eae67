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

## Audience tools and backlinks
seen-arrivals = Table of { $metric ->
    [visits] visits
   *[other] visitors
 } by { $by ->
    [channel] channel
   *[other] source
 }: { $sum } from { $from } to { $to }.
seen-arrivals-days = { $metric ->
    [visits] Visits
   *[other] Visitors
 } day by day from { $from } to { $to }.
seen-arrivals-undated = Nothing says which days this is about: { $sum } { $metric ->
    [visits] visits
   *[other] visitors
 } are told here, and no figure was taken.
seen-ga4-aside = { $count ->
    [one] One table of other things (pages, events, countries) was left aside.
   *[other] { $count } tables of other things (pages, events, countries) were left aside.
 }
seen-ga4-undated = { $count ->
    [one] One table says no days: it was left out.
   *[other] { $count } tables say no days: they were left out.
 }
seen-ga4-compared = { $count ->
    [one] One row of a compared period was left out.
   *[other] { $count } rows of a compared period were left out.
 }
seen-matomo-aside = This report sorts only a part of the visits ({ $rows } rows): no figure was taken.
seen-matomo-visits = { $visits ->
    [one] One visit, told by itself.
   *[other] { $visits } visits, told one by one.
 }
seen-plausible-aside = These { $rows } rows are neither channels nor sources: no figure was taken.
seen-search-days = { $clicks } clicks and { $impressions } impressions.
seen-search-aside = By “{ $dimension }”: { $clicks } clicks and { $impressions } impressions over the whole window, which the file does not date. No figure was taken.
seen-search-filters = Filters of the export: { $filters }.
seen-links-by-site = { $rows ->
    [one] One site links here: { $links } linking pages, without a date. No figure was taken.
   *[other] { $rows } sites link here: { $links } linking pages in all, without a date. No figure was taken.
 }
seen-links-by-target = { $rows ->
    [one] One page is linked to: { $links } links, without a date. No figure was taken.
   *[other] { $rows } pages are linked to: { $links } links in all, without a date. No figure was taken.
 }
seen-links-last-crawled = The day of each link is the one on which Google last saw the page; when the link appeared is not said.
seen-links-lost = { $count ->
    [one] One of these links has disappeared since.
   *[other] { $count } of these links have disappeared since.
 }
seen-webmention-received = { $count ->
    [one] One page gives its date in a way that cannot be read: the moment it was received stands.
   *[other] { $count } pages give their date in a way that cannot be read: the moment each was received stands.
 }
seen-webmention-others = Left out, because they are no acts known here: { $kinds }.

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
