# What was seen in a file: one message for each note of a format.

## Access logs
seen-log-combined = Combined log: each line says the referring page and the browser.
seen-log-common = Common log: it says neither the referring page nor the browser. Where visits came from is unknown, robots cannot be told from people, and the people of one address count as one visitor.
seen-log-dialect = Log as { $dialect } writes it.
seen-log-unknown = This looks like an access log, in a dialect nobody here reads.
seen-log-no-referrer = This log does not say the referring page: where visits came from is unknown, not “nowhere”.
seen-log-no-agent = This log does not say the browser: robots cannot be told from people, and the people of one address count as one visitor.
seen-log-site = The log names the site in front of each line: { $site }.
seen-log-summary = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
    } from { $addresses ->
    [one] { $addresses } address
   *[other] { $addresses } addresses
    }; { $without_referrer } without a referring page, { $robots } by robots, { $assets } for pictures, style sheets and other parts of pages. That leaves { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
    } in { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
    }.
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
seen-ga4-split = { $count ->
    [one] One table by day has another dimension: its rows are parts of the site, and were left out. Export the days alone.
   *[other] { $count } tables by day have another dimension: their rows are parts of the site, and were left out. Export the days alone.
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
seen-mastodon-summary = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
    }, { $replies } of them replies to others, and { $boosts ->
    [one] { $boosts } boost
   *[other] { $boosts } boosts
    }.
seen-mastodon-total = The file announces { $said } items and holds { $found }: what it holds was counted.
seen-mastodon-other = { $count ->
    [one] { $count } activity that is neither a post nor a boost was left out.
   *[other] { $count } activities that are neither posts nor boosts were left out.
    }
seen-mastodon-actor = The account’s description: it names { $name } and tells no figure.
seen-mastodon-left-aside = What the account liked or kept ({ $items } addresses) is its own business: nothing was taken.
seen-private-left-out = { $count ->
    [one] { $count } item that not everybody may read was left out.
   *[other] { $count } items that not everybody may read were left out.
    }

## Feeds
seen-feed-summary = { $entries ->
    [one] { $entries } entry.
   *[other] { $entries } entries.
    }
seen-feed-undated = { $count ->
    [one] { $count } entry without a readable date was left out: nothing says which day it belongs to.
   *[other] { $count } entries without a readable date were left out: nothing says which day they belong to.
    }

## Activity and archive of X
seen-x-archive-summary = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
    }, { $replies ->
    [one] { $replies } reply
   *[other] { $replies } replies
    } to others, and { $boosts ->
    [one] { $boosts } repost
   *[other] { $boosts } reposts
    }.
seen-x-owner-unknown = The file does not say which account it is of: answers to the account’s own tweets of another file count as replies, unless its name is given as one of the team’s.
seen-x-followers-undated = { $count ->
    [one] One follower, without the day it came: nothing was taken.
   *[other] { $count } followers, without the day each came: nothing was taken.
 }
seen-x-following-undated = { $count ->
    [one] One account followed, without a date: nothing was taken.
   *[other] { $count } accounts followed, without dates: nothing was taken.
 }
seen-x-likes-undated = { $count ->
    [one] One tweet that the account liked, without the day it did: nothing was taken.
   *[other] { $count } tweets that the account liked, without the day it did: nothing was taken.
 }
seen-x-account = The account’s description: it names { $name } and tells no figure.
seen-x-left-aside = The part “{ $name }” of the archive tells nothing that is measured: nothing was taken.
seen-x-messages = { $count ->
    [one] One private message was taken, without its text.
   *[other] { $count } private messages were taken, without their texts.
 }
seen-x-messages-owner-unknown = Nobody can tell which side of the conversations is the account’s: give its number as one of the team’s.

## Downloads of Instagram, Threads and Reddit
seen-followers-listed = { $count ->
    [one] One follower, with the moment it came. Those who left before the download are not in the list: gains are too low by as many.
   *[other] { $count } followers, each with the moment it came. Those who left before the download are not in the list: gains are too low by as many.
 }
seen-download-summary = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
    } and { $comments ->
    [one] { $comments } comment
   *[other] { $comments } comments
    } written.
seen-threads-texts = { $count ->
    [one] { $count } text
   *[other] { $count } texts
    }. The download does not tell posts from answers: all count as statuses.
seen-download-undated = { $count ->
    [one] One item without a date was left out: nothing says which day it belongs to.
   *[other] { $count } items without a date were left out: nothing says which day they belong to.
 }
seen-unfollowed-by-account = { $count ->
    [one] One account that this account stopped following: its own act, not a loss. Nothing was taken.
   *[other] { $count } accounts that this account stopped following: its own acts, not losses. Nothing was taken.
 }
seen-download-left-aside = { $count ->
    [one] One item that concerns the account alone was left out.
   *[other] { $count } items that concern the account alone (whom it follows, what it likes) were left out.
 }
seen-download-list-empty = This part of the download is an empty list: there was nothing to take.

## Pinterest, Facebook Insights, audience of Meta
seen-days-empty = { $count ->
    [one] One day has no figure yet: it is missing, not zero.
   *[other] { $count } days have no figure yet: they are missing, not zero.
 }
seen-pinterest-best = { $title }: { $lines } lines, { $sum } together{ $twice ->
    [0] {""}
    [one] , one of them listed twice
   *[other] , { $twice } of them listed twice
 }. They count this period only: nothing was kept of them.
seen-audience-not-kept = Shares of ages, towns and countries say nothing of how many people they are of and are never kept: { $titles }.
seen-audience-without-followers = The file does not give the number of followers: there was nothing to take.
seen-insights-without-reactions = This export has neither likes nor comments nor shares: they stand in another sheet of the export.

## Conversations: Telegram, WhatsApp, Discord, Slack, Discourse
seen-conversation-summary = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
    }, { $team } of them by the team ({ $replies ->
    [one] { $replies } answer
   *[other] { $replies } answers
    } to others); { $joins ->
    [one] { $joins } person
   *[other] { $joins } people
    } joined, { $leaves } left.
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
seen-bluesky-summary = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
    }, { $replies } of them replies to others, and { $boosts ->
    [one] { $boosts } repost
   *[other] { $boosts } reposts
    }.
seen-bluesky-own-acts = The account gave { $likes ->
    [one] { $likes } like
   *[other] { $likes } likes
    } and follows { $follows ->
    [one] { $follows } account
   *[other] { $follows } accounts
    }: its acts on others, which no indicator counts. They were not taken.
seen-bluesky-other = { $count ->
    [one] One record of another sort (profile, list, a sort no longer in use) was left out.
   *[other] { $count } records of other sorts (profile, lists, sorts no longer in use) were left out.
 }
seen-bluesky-older-blocks = { $count ->
    [one] { $count } block belongs to older states of the account: deleted or changed since, it was not taken.
   *[other] { $count } blocks belong to older states of the account: deleted or changed since, they were not taken.
    }

## Google+ Takeout
seen-googleplus-summary = One post with { $comments ->
    [one] { $comments } comment
   *[other] { $comments } comments
    } by others, { $replies ->
    [one] { $replies } answer
   *[other] { $replies } answers
    } by its owner, { $likes ->
    [one] { $likes } time
   *[other] { $likes } times
    } +1 and { $shares ->
    [one] { $shares } reshare
   *[other] { $shares } reshares
    }. Neither +1 nor reshares have a date: they count on the day of the post.

## Blogs and their comments
seen-blog-summary = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
    }; of the community { $comments ->
    [one] { $comments } comment
   *[other] { $comments } comments
    } and { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
    } to the team; { $replies ->
    [one] { $replies } reply
   *[other] { $replies } replies
    } of the team; { $backlinks ->
    [one] { $backlinks } link
   *[other] { $backlinks } links
    } from elsewhere.
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
seen-mail-summary = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
    }, { $answers } of them answers; { $different } different ones.
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
seen-survey-summary = { $respondents ->
    [one] { $respondents } respondent
   *[other] { $respondents } respondents
    }, { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
    }. Went to the end: { $complete }; stopped on the way: { $incomplete }. A tool that does not say it counts neither.
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
