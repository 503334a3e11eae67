# Sources: what is wrong with a file and what to do, what was seen in it, and the words of formats.
# The rooms' own sentences are elsewhere. An argument that a trouble does not have is `none`.

## Where
trouble-at-line = line { $line }
trouble-at-field = { $field }
trouble-at-line-field = line { $line }, { $field }

## What is wrong
trouble-unrecognised = { $encoding ->
    [binary] No format recognises this file: it is not text.
    [none] No format recognises this file.{ $headers ->
        [none] {""}
       *[other] {" "}It holds: { $headers }.
    }
   *[other] No format recognises this file. It was read as { $encoding }; it begins with: { $headers }.
 }
trouble-unrecognised-hint = Check that this is the file as the service gave it. If it is a table, say what its columns are (a mapping); if you know the format, name it.
trouble-ambiguous = The file can be understood in several ways: { $formats }.
trouble-ambiguous-hint = Choose one: name the format, or the network when the file speaks of several.
trouble-empty = There is nothing to read here.
trouble-empty-hint = Export again over a period in which something happened.
trouble-bad-encoding = { $encoding ->
    [none] These bytes are not text.
   *[other] These bytes are not { $encoding }.
 }
trouble-bad-encoding-hint = A spreadsheet has probably saved the file again. Export it once more and import it without opening it in between.
trouble-truncated = The file stops in the middle.
trouble-truncated-hint = The download or the copy was cut short: export again.
trouble-missing-column = This column is not in the file. { $headers ->
    [none] {""}
   *[other] Its columns: { $headers }.
 }
trouble-missing-column-hint = Export with all columns. If the service has renamed one, use a mapping and tell us.
trouble-cell-count = { $cells } cells on this line, { $headers } columns in the file.
trouble-cell-count-hint = A separator inside a text without quotes, or a line cut by hand. Correct the line, or skip bad lines.
trouble-not-a-number = “{ $value }” is not a number.
trouble-not-a-number-hint = A spreadsheet turns 3.4 into a date. Export again and import the file without opening it, or skip bad lines.
trouble-not-a-date = { $value ->
    [none] This date does not have day and month in the order of the date on line { $other }.
   *[other] “{ $value }” is not a date.
 }
trouble-not-a-date-hint = Dates must all be written in the same way. Export again and import the file without opening it.
trouble-rounded-id = “{ $value }” was an id: a spreadsheet has rounded it, and no one can tell which post it was.
trouble-rounded-id-hint = Export again and import the file without opening it in a spreadsheet.
trouble-requoted = Whole lines stand in quotes: a spreadsheet took them for one cell and saved them again.
trouble-requoted-hint = Export again and import the file without opening it in a spreadsheet.
trouble-malformed = { $reason ->
    [none] The file is damaged.
   *[other] The file is damaged: { $reason }.
 }
trouble-malformed-hint = Fetch the file again. If it fails again in the same place, the service has written it wrong.
trouble-too-large = { $limit ->
    [none] Larger than can be taken.
   *[other] Larger than can be taken (the limit is { $limit }).
 }
trouble-too-large-hint = Export over shorter periods. An archive that unpacks to far more than its size is refused on purpose.
trouble-empty-value = Nothing stands here, and something must.
trouble-empty-value-hint = Complete the line, or skip bad lines.
trouble-unknown-zone = No time zone is called “{ $zone }”.
trouble-unknown-zone-hint = Names look like Europe/Paris or America/Montreal.
trouble-ambiguous-dates = Every date of this file reads both ways: day then month, or month then day.
trouble-ambiguous-dates-hint = Export over a longer period, or say the order in a mapping.
trouble-mapping-needed = This table is not known. Its columns: { $headers }.
trouble-mapping-needed-hint = Say which column is what: on the page of sources, or with a mapping file.
trouble-bad-mapping = { $reason ->
    [toml] The mapping file cannot be read: { $value }.
    [no-column] The mapping says nothing about any column.
    [no-date] No column says when: one must be “at”, or month, weekday and hour.
    [no-part] With dates in parts, “{ $value }” is needed too.
    [weekday-one] Say which day of the week is 1: weekday_one is sunday or monday.
    [no-kind] Rows are acts, and nothing says which: a column “kind”, or a constant.
    [no-figure] Rows are days, and no column is a figure.
    [figure-of-fact] Rows are acts: a figure has no place among them.
    [header-empty] “{ $value }” has no header.
    [header-twice] This header stands twice in the mapping.
    [role-twice] Two columns are “{ $value }”.
    [format-not-date] Only a date has a format.
    [format] The pattern “{ $value }” does not give a year, a month and a day.
    [value-unknown] “{ $value }” is not in our list.
    [encoding] No encoding is called “{ $value }”.
    [header-row] Rows are counted from 1.
    [sheet] The workbook has no sheet “{ $value }”. Its sheets: { $headers }.
   *[other] The mapping has a fault.
 }
trouble-bad-mapping-hint = The guide shows a whole mapping, line by line.
trouble-unreadable = { $reason ->
    [none] The file cannot be read.
   *[other] The file cannot be read: { $reason }.
 }
trouble-unreadable-hint = Check that it exists and that you may open it.
trouble-store-failed = What was read could not be kept.
trouble-store-failed-hint = Nothing of this file is stored. Check the free space of the disk and try again.
trouble-cancelled = You stopped the import.
trouble-cancelled-hint = Nothing of this file is stored.
trouble-bad-line = { $value ->
    [none] This line is not like the others.
   *[other] This line is not like the others: “{ $value }”.
 }
trouble-bad-line-hint = Correct the line, or skip bad lines.
trouble-duplicate-column = { $first ->
    [none] This column stands twice in the file.
   *[other] This column stands twice and says “{ $first }”, then “{ $second }”.
 }
trouble-duplicate-column-hint = Take one of the two out, or rename it.
trouble-only-private = Everything in this file is private.
trouble-only-private-hint = Private items are only taken when you ask for them.
trouble-not-fetched = { $reason ->
    [none] The address could not be fetched.
   *[other] The address could not be fetched: { $reason }.
 }
trouble-not-fetched-hint = Open it in a browser. If it works there, try again in a few minutes.
trouble-contradiction = { $expected ->
    [none] “{ $value }” contradicts another line of the file.
   *[other] The file says { $value } where its own figures make { $expected }.
 }
trouble-contradiction-hint = Export again. If it comes back, skip bad lines: the line stays out and is listed.
trouble-resaved = { $separator ->
    [semicolon] The cells are parted by semicolons: a spreadsheet has saved the file again.
    [tab] The cells are parted by tabulations: a spreadsheet has saved the file again.
   *[other] The cells are not parted as the service does it: a spreadsheet has saved the file again.
 }
trouble-resaved-hint = Nobody can tell what else it changed (dates, ids). Export again and import the file without opening it.
trouble-wrong-network = The file speaks of { $file }, and this space is of { $space }.
trouble-wrong-network-hint = Choose another space, or let the import make one.
trouble-no-client = It lies in no client’s folder, and there is not just one client it could be for.
trouble-no-client-hint = Put it into a folder that bears the client’s name: INBOX/Client/Space/file.
trouble-no-object = This line is no JSON object: it goes wrong at character { $column }.
trouble-no-object-hint = Each line must be one object, from its opening brace to its closing one. Correct the line, or skip bad lines.
trouble-list-of-feeds = { $count ->
    [none] This is a list of feeds to follow: it tells no figure.
    [one] This is a list of one feed to follow ({ $feeds }): it tells no figure.
   *[other] This is a list of { $count } feeds to follow ({ $feeds }): it tells no figure.
 }
trouble-list-of-feeds-hint = It is made for the watch, which follows what others write. To measure one of these sites, import the address of its feed.

## What was seen
seen-text = Text in { $encoding }; cells parted by { $separator ->
    [comma] commas
    [semicolon] semicolons
    [tab] tabulations
   *[other] bars
 }.
seen-workbook = A spreadsheet workbook.
seen-json-lines = JSON lines: an object a line.
seen-keys-unmet = No line of the file has: { $headers }.
seen-headers = A table nobody knows. Its columns: { $headers }.
seen-encoding-guessed = The encoding is a guess ({ $encoding }): look at the accents before you trust the texts.
seen-days = From { $from } to { $to }.
seen-metric = It holds: { $title }.
seen-metric-days = { $title }: from { $from } to { $to }.
seen-day-zone-unknown = The service does not say in which time zone it cuts days.
seen-zone-assumed = Times are written without a zone: they were taken as those of { $zone }.
seen-dates-month-first = Dates were read month first (03/04 is 4 March).
seen-dates-day-first = Dates were read day first (03/04 is 3 April).
seen-days-within-month-unknown = { $count ->
    [one] For one post the day is not known: it stands at the first such weekday of its month.
   *[other] For { $count } posts the day is not known: each stands at the first such weekday of its month.
 }
seen-gains-only = This file gives the followers gained, not those lost.
seen-followers-at-import = The number of followers has no date in the file: it counts as seen at the moment of the import.
seen-network-unknown = The file does not say of which network it speaks.
seen-other-network-left-out = Of the other network, left out this time: { $titles }.
seen-blocks-left-out = Not taken: { $titles }.
seen-sheets-left-out = { $count ->
    [one] One other sheet of the workbook (by country, by town, by kind of act…) was left out.
   *[other] { $count } other sheets of the workbook (by country, by town, by kind of act…) were left out.
    }
seen-posts-unavailable = { $count ->
    [one] For one post Meta gives no data: the person who exported has no access to it.
   *[other] For { $count } posts Meta gives no data: the person who exported has no access to them.
 }
seen-several-spaces = The file mixes several pages or accounts: { $names }. All of it goes to one space.
seen-types-unknown = Kinds of post not met before: { $types }. They count as unknown.
seen-ids-recovered = { $count ->
    [one] One id had been rounded by a spreadsheet; it was taken from the link.
   *[other] { $count } ids had been rounded by a spreadsheet; they were taken from the links.
 }
seen-times-from-ids = { $count ->
    [one] The time of one post comes from its id, which holds it to the millisecond.
   *[other] The times of { $count } posts come from their ids, which hold them to the millisecond.
 }
seen-times-unknown = { $count ->
    [one] For one post only the day is known.
   *[other] For { $count } posts only the day is known.
 }
seen-cancelled-left-out = { $count ->
    [one] One cancelled event was left out.
   *[other] { $count } cancelled events were left out.
 }
seen-future-left-out = { $count ->
    [one] One event has not taken place yet: it was left out.
   *[other] { $count } events have not taken place yet: they were left out.
 }
seen-not-acts-left-out = { $count ->
    [one] One birthday or day off was left out.
   *[other] { $count } birthdays and days off were left out.
 }
seen-recurrences-cut = An event recurs more than { $limit } times: the first ones were taken.
seen-recurrences-early = An event recurs since before { $year }: of its dates before that year the first alone was taken.

## Networks
network-facebook = Facebook
network-instagram = Instagram
network-x = X
network-linkedin = LinkedIn
network-pinterest = Pinterest
network-youtube = YouTube
network-tiktok = TikTok
network-threads = Threads
network-mastodon = Mastodon
network-bluesky = Bluesky
network-googleplus = Google+
network-blog = Blog
network-site = Site
network-forum = Forum
network-newsletter = Newsletter
network-chat = Chat
network-journal = Journal
network-other = Other

## Formats
tier-bronze = Bronze
tier-silver = Silver
tier-gold = Gold
sees-posts = the posts themselves
sees-visits = visits and where they come from
sees-answers = answers to surveys, one by one
sees-figure-followers = followers
sees-figure-gains = followers gained
sees-figure-losses = followers lost
sees-figure-net_growth = net growth
sees-figure-likes = likes and reactions
sees-figure-shares = shares
sees-figure-comments = comments
sees-figure-replies_received = replies received
sees-figure-mentions = mentions
sees-figure-engagements = interactions as the service counts them
sees-figure-reach = people reached
sees-figure-impressions = impressions
sees-figure-video_views = video views
sees-figure-profile_views = profile views
sees-figure-link_clicks = clicks on links
sees-figure-clicks = clicks
sees-figure-saves = saves
sees-figure-posts_published = posts published
sees-figure-engaged_people = people who interacted
sees-figure-replies_sent = replies sent
sees-figure-negative_feedback = negative feedback
sees-figure-follows_from_post = followers gained by a post
sees-figure-media_views = media views
sees-figure-visits = visits
sees-figure-visitors = visitors
sees-figure-page_views = page views
sees-fact-follow = follows
sees-fact-unfollow = unfollows
sees-fact-like = likes
sees-fact-share = shares
sees-fact-comment = comments
sees-fact-reply_received = replies received
sees-fact-mention = mentions
sees-fact-citation = citations
sees-fact-backlink = backlinks
sees-fact-vote = votes
sees-fact-post = posts
sees-fact-status = statuses
sees-fact-article = articles
sees-fact-reply = replies
sees-fact-moderation = acts of moderation
sees-fact-mail = mails
sees-fact-call = calls
sees-fact-meeting = meetings
sees-fact-event_attended = events attended
sees-fact-event_organised = events organised
sees-fact-intervention = interventions

## Columns of a mapping
role-id = id
role-at = date or moment
role-year = year
role-month = month
role-weekday = day of the week
role-hour = hour
role-text = text
role-url = address
role-content_type = kind of content
role-person = person
role-kind = kind of act
role-post = post it is about
role-reply_to = message it answers
