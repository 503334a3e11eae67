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

## Blogs and their comments
seen-blog-summary = { $articles } articles; of the community { $comments } comments and { $answers } answers to the team; { $replies } replies of the team; { $backlinks } links from elsewhere.
seen-blog-unpublished = { $count ->
    [one] One draft, scheduled or discarded article was left out.
   *[other] { $count } drafts, scheduled or discarded articles were left out.
 }
seen-blog-unapproved = { $count ->
    [one] One comment that waits, is spam or was deleted was left out.
   *[other] { $count } comments that wait, are spam or were deleted were left out.
 }
seen-blog-pages = { $count ->
    [one] One page that stands still is no article: its comments alone were taken.
   *[other] { $count } pages that stand still are no articles: their comments alone were taken.
 }
seen-blog-others = { $count ->
    [one] One picture, menu or other part of the site is no article.
   *[other] { $count } pictures, menus and other parts of the site are no articles.
 }
seen-blog-settings = { $count ->
    [one] One setting or template was left alone.
   *[other] { $count } settings and templates were left alone.
 }
seen-blog-own-links = { $count ->
    [one] One link of the blog to itself was left out.
   *[other] { $count } links of the blog to itself were left out.
 }
seen-blog-undated = { $count ->
    [one] One article or comment has no date: it was left out.
   *[other] { $count } articles or comments have no date: they were left out.
 }

## Mailing lists
seen-mail-summary = { $messages } messages, { $answers } of them answers; { $different } different ones.
seen-mail-duplicates = { $count ->
    [one] One message stands there twice: it counts once.
   *[other] { $count } messages stand there again: each counts once.
 }
seen-mail-without-id = { $count ->
    [one] One message has no Message-ID: it was left out.
   *[other] { $count } messages have no Message-ID: they were left out.
 }
seen-mail-undated = { $count ->
    [one] One message has no readable date: it was left out.
   *[other] { $count } messages have no readable date: they were left out.
 }

## Surveys
seen-survey-summary = { $respondents } respondents, { $questions } questions. Went to the end: { $complete }; stopped on the way: { $incomplete }. A tool that does not say it counts neither.
seen-survey-title = Its title: { $title }.
seen-survey-personal-left-out = Columns that say who answered were not kept: { $columns }.
seen-survey-redacted = { $count ->
    [one] In one answer an address was taken out.
   *[other] In { $count } answers addresses were taken out.
 }
seen-survey-blank = { $count ->
    [one] One row is empty.
   *[other] { $count } rows are empty.
 }
