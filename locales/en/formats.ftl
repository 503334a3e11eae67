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

## LinkedIn
seen-net-only = This file gives, for each day, the followers gained less those lost, not the two apart: a day may be negative.
seen-older-posts = { $count ->
    [one] One post appeared before the period of the file, which tells only a part of what it gathered: its figures were left out.
   *[other] { $count } posts appeared before the period of the file, which tells only a part of what they gathered: their figures were left out.
 }

## YouTube Studio
seen-youtube-since-publication = The file does not say over which period its figures were counted: they count as gathered since publication. Choose *Lifetime* in YouTube Studio when you export.
seen-youtube-total-apart = YouTube’s own total is not the sum of the videos listed ({ $figures }): only the videos are counted, and videos that were removed or cut off the list are missing.
seen-youtube-chart = The chart repeats its videos on each day: they were taken once, without these figures. The days of the channel are in the file of totals.
seen-undated-posts = { $count ->
    [one] One video has no date of publication: what it gathered belongs to no day and is not counted.
   *[other] { $count } videos have no date of publication: what they gathered belongs to no day and is not counted.
 }

## TikTok
seen-year-anchored = The days are written without a year. The last one was taken as the latest possible: from { $from } to { $to }. If the file is older, put the date of the export in its name (Overview_2026-01-31.csv) and import it again.

## Newsletters
seen-members-summary = { $joined } joined, { $left } left. People who are in none of the lists imported are not counted.
seen-members-undated = { $count ->
    [one] For one person nothing says when they joined: not counted as gained.
   *[other] For { $count } people nothing says when they joined: not counted as gained.
 }
seen-members-gone = { $count ->
    [one] One person no longer gets the newsletter, and nothing says since when: not counted as lost.
   *[other] { $count } people no longer get the newsletter, and nothing says since when: not counted as lost.
 }
seen-members-pending = { $count ->
    [one] One person has not confirmed yet: not counted.
   *[other] { $count } people have not confirmed yet: not counted.
 }
seen-drafts-left-out = { $count ->
    [one] One issue that was not sent was left out.
   *[other] { $count } issues that were not sent were left out.
 }

## OPML
seen-opml-feeds = A list of { $count } feeds to follow: { $feeds }.
