### What figures say: titles, captions, labels, words of closed lists.
### $n chooses a plural; $count is the same number, already written.

## Values

figure-partial = { $value } (partial)
figure-no-data = no data
figure-not-yet = not known yet
figure-not-defined = not defined
figure-name-value = { $name }: { $value }
status-measured = measured
status-partial = partial
status-pending = pending
status-missing = missing
status-not_defined = not defined

## What each indicator counts

figure-followers =
    { $n ->
        [0] no followers
        [one] { $count } follower
       *[other] { $count } followers
    }
    .of = of followers
figure-gains =
    { $n ->
        [0] no new followers
        [one] { $count } new follower
       *[other] { $count } new followers
    }
    .of = of new followers
figure-losses =
    { $n ->
        [0] no lost followers
        [one] { $count } lost follower
       *[other] { $count } lost followers
    }
    .of = of lost followers
figure-net_growth =
    { $n ->
        [0] no net new followers
        [one] { $count } net new follower
       *[other] { $count } net new followers
    }
    .of = of net growth
figure-mentions =
    { $n ->
        [0] no mentions
        [one] { $count } mention
       *[other] { $count } mentions
    }
    .of = of mentions
figure-replies_received =
    { $n ->
        [0] no replies received
        [one] { $count } reply received
       *[other] { $count } replies received
    }
    .of = of replies received
figure-citations =
    { $n ->
        [0] no citations
        [one] { $count } citation
       *[other] { $count } citations
    }
    .of = of citations
figure-likes =
    { $n ->
        [0] no likes
        [one] { $count } like
       *[other] { $count } likes
    }
    .of = of likes
figure-shares =
    { $n ->
        [0] no shares
        [one] { $count } share
       *[other] { $count } shares
    }
    .of = of shares
figure-comments =
    { $n ->
        [0] no comments
        [one] { $count } comment
       *[other] { $count } comments
    }
    .of = of comments
figure-interactions =
    { $n ->
        [0] no interactions
        [one] { $count } interaction
       *[other] { $count } interactions
    }
    .of = of interactions
figure-engagements =
    { $n ->
        [0] no interactions by the service’s count
        [one] { $count } interaction by the service’s count
       *[other] { $count } interactions by the service’s count
    }
    .of = of interactions by the service’s count
figure-engaged_people =
    { $n ->
        [0] nobody interacted
        [one] { $count } person who interacted
       *[other] { $count } people who interacted
    }
figure-reach =
    { $n ->
        [0] nobody reached
        [one] { $count } person reached
       *[other] { $count } people reached
    }
figure-impressions =
    { $n ->
        [0] no impressions
        [one] { $count } impression
       *[other] { $count } impressions
    }
    .of = of impressions
figure-video_views =
    { $n ->
        [0] no video views
        [one] { $count } video view
       *[other] { $count } video views
    }
    .of = of video views
figure-media_views =
    { $n ->
        [0] no media views
        [one] { $count } media view
       *[other] { $count } media views
    }
    .of = of media views
figure-profile_views =
    { $n ->
        [0] no profile views
        [one] { $count } profile view
       *[other] { $count } profile views
    }
    .of = of profile views
figure-clicks =
    { $n ->
        [0] no clicks
        [one] { $count } click
       *[other] { $count } clicks
    }
    .of = of clicks
figure-link_clicks =
    { $n ->
        [0] no link clicks
        [one] { $count } link click
       *[other] { $count } link clicks
    }
    .of = of link clicks
figure-saves =
    { $n ->
        [0] no saves
        [one] { $count } save
       *[other] { $count } saves
    }
    .of = of saves
figure-follows_from_post =
    { $n ->
        [0] no follows due to a post
        [one] { $count } follow due to a post
       *[other] { $count } follows due to a post
    }
    .of = of follows due to a post
figure-negative_feedback =
    { $n ->
        [0] no hides or reports
        [one] { $count } hide or report
       *[other] { $count } hides and reports
    }
    .of = of hides and reports
figure-active_members =
    { $n ->
        [0] no active members
        [one] { $count } active member
       *[other] { $count } active members
    }
figure-visits =
    { $n ->
        [0] no visits
        [one] { $count } visit
       *[other] { $count } visits
    }
    .of = of visits
figure-visitors =
    { $n ->
        [0] no visitors
        [one] { $count } visitor
       *[other] { $count } visitors
    }
figure-page_views =
    { $n ->
        [0] no page views
        [one] { $count } page view
       *[other] { $count } page views
    }
    .of = of page views
figure-backlinks =
    { $n ->
        [0] no backlinks
        [one] { $count } backlink
       *[other] { $count } backlinks
    }
    .of = of backlinks
figure-posts_published =
    { $n ->
        [0] no posts published
        [one] { $count } post published
       *[other] { $count } posts published
    }
    .of = of posts published
figure-replies_sent =
    { $n ->
        [0] no replies sent
        [one] { $count } reply sent
       *[other] { $count } replies sent
    }
    .of = of replies sent
figure-mails =
    { $n ->
        [0] no emails sent
        [one] { $count } email sent
       *[other] { $count } emails sent
    }
    .of = of emails sent
figure-calls =
    { $n ->
        [0] no calls
        [one] { $count } call
       *[other] { $count } calls
    }
    .of = of calls
figure-meetings =
    { $n ->
        [0] no meetings
        [one] { $count } meeting
       *[other] { $count } meetings
    }
    .of = of meetings
figure-events_attended =
    { $n ->
        [0] no events attended
        [one] { $count } event attended
       *[other] { $count } events attended
    }
    .of = of events attended
figure-events_organised =
    { $n ->
        [0] no events organised
        [one] { $count } event organised
       *[other] { $count } events organised
    }
    .of = of events organised
figure-interventions =
    { $n ->
        [0] no interventions
        [one] { $count } intervention
       *[other] { $count } interventions
    }
    .of = of interventions

## Periods

figure-hour-of-day = { $day } at { $hour }
figure-when-hour = on { $label }
figure-when-day = on { $label }
figure-when-week = in the week of { $label }
figure-when-month = in { $label }
figure-when-quarter = in { $label }
figure-when-year = in { $label }
figure-span-months = from { $first } to { $last }
figure-end-hour = { $label }
figure-end-day = { $label }
figure-end-week = the week of { $label }
figure-end-month = { $label }
figure-end-quarter = { $label }
figure-end-year = { $label }
figure-in-days =
    { $n ->
        [one] in { $n } day
       *[other] in { $n } days
    }
figure-over-days =
    { $n ->
        [one] over { $n } day
       *[other] over { $n } days
    }
figure-to-previous =
    { $n ->
        [one] compared with the previous day
       *[other] compared with the previous { $n } days
    }
figure-than-previous =
    { $n ->
        [one] than the previous day
       *[other] than in the previous { $n } days
    }
figure-as-previous =
    { $n ->
        [one] the previous day
       *[other] in the previous { $n } days
    }
figure-label-previous =
    { $n ->
        [one] previous day
       *[other] previous { $n } days
    }
figure-to-year-before = compared with the same period a year earlier
figure-than-year-before = than a year earlier
figure-as-year-before = a year earlier
figure-label-year-before = a year earlier

## Titles

figure-title-no-rows = { $name }: nothing to show { $span }
figure-title-nothing = { $name }: no data { $span }
figure-title-not-yet = { $name }: no value yet { $span }
figure-title-not-defined = { $name }: not defined { $span }
figure-title-remark = { $title } ({ $remark })
figure-partial-values = some values are partial
figure-partly-measured = partial figure
figure-title-versus = { $title }, { $versus }
figure-more = { $by } more { $than }
figure-less = { $by } less { $than }
figure-as-much = as much as { $to }
figure-title-rate = { $name }: { $value } { $span }
figure-title-level = { $what } on { $date }
figure-title-flow = { $what } { $span }
figure-net-gained =
    { $n ->
        [1] { $count } more follower gained than lost { $span }
       *[other] { $count } more followers gained than lost { $span }
    }
figure-net-lost =
    { $n ->
        [1] { $count } more follower lost than gained { $span }
       *[other] { $count } more followers lost than gained { $span }
    }
figure-net-even = As many followers gained as lost { $span }
figure-title-once = { $what } { $when }
figure-title-steady = { $name } held steady at { $value } { $span }
figure-title-rose = { $name } rose from { $from } to { $to } ({ $change }) between { $start } and { $end }
figure-title-fell = { $name } fell from { $from } to { $to } ({ $change }) between { $start } and { $end }
figure-title-peak = { $name } peaked at { $value } { $when }
figure-title-fastest = Followers grew by { $value } { $when }, the fastest of the period
figure-title-of-which = { $title }, { $value } of them { $when }
figure-title-both = { $gains } and { $losses } { $span }
figure-title-hour = Busiest hour: { $day } at { $hour }, with { $what } on average
figure-title-of-key = { $key }: { $what }
figure-title-at = { $title } { $when }
figure-title-plain = { $what }
figure-title-share = { $key } made up { $share } { $of }
figure-title-leads = { $name }: { $key } leads with { $value }, ahead of { $second } with { $next }
figure-title-two-lead = { $name }: { $a } and { $b } lead together with { $value }
figure-title-many-lead = { $name }: { $n } share the lead with { $value }
figure-gaps =
    { $grain ->
        [hour]
            { $n ->
                [one] { $n } hour without data
               *[other] { $n } hours without data
            }
       *[day]
            { $n ->
                [one] { $n } day without data
               *[other] { $n } days without data
            }
        [week]
            { $n ->
                [one] { $n } week without data
               *[other] { $n } weeks without data
            }
        [month]
            { $n ->
                [one] { $n } month without data
               *[other] { $n } months without data
            }
        [quarter]
            { $n ->
                [one] { $n } quarter without data
               *[other] { $n } quarters without data
            }
        [year]
            { $n ->
                [one] { $n } year without data
               *[other] { $n } years without data
            }
        [key]
            { $n ->
                [one] { $n } value missing
               *[other] { $n } values missing
            }
    }

## Subtitles and descriptions

figure-unit-count = count
figure-unit-people = different people
figure-unit-percent = in %
figure-unit-ratio = ratio
figure-per-hour = per hour
figure-per-day = per day
figure-per-week = per week
figure-per-month = per month
figure-per-quarter = per quarter
figure-per-year = per year
figure-each-hour = hour by hour
figure-each-day = day by day
figure-each-week = week by week
figure-each-month = month by month
figure-each-quarter = quarter by quarter
figure-each-year = year by year
figure-mean-by-hour = mean by hour of the week
figure-by-client = by client
figure-by-space = by space
figure-by-network = by network
figure-by-kind = by kind of event
figure-by-post = by post
figure-by-content_type = by content type
figure-by-person = by team member
figure-by-channel = by channel
figure-by-referrer = by referrer
figure-two-names = { $a } and { $b }
figure-drawn-nothing = Empty frame.
figure-drawn-numeral = A single figure.
figure-drawn-lines = Line chart.
figure-drawn-bars = Bars, one per period.
figure-drawn-mirrored = Bars: gains above zero, losses below.
figure-drawn-ranking = Horizontal bars, the longest on top.
figure-drawn-panels = Small line charts on one scale, one per key.
figure-drawn-stacks = Stacked bars.
figure-drawn-week = Heat map: days of the week down, hours across, the shade for the mean.
figure-extremes = Lowest: { $low } { $low-when }; highest: { $high } { $high-when }.
figure-some-partial = Some values are partial.
figure-see-table = The table gives every value.
figure-values-missing =
    { $n ->
        [one] { $n } value is missing and not drawn.
       *[other] { $n } values are missing and not drawn.
    }
figure-left-out =
    { $n ->
        [one] { $n } other is not shown.
       *[other] { $n } others are not shown.
    }
figure-sources =
    { $n ->
        [one] Source: { $names }.
       *[other] Sources: { $names }.
    }
figure-sources-and-others =
    { $others ->
        [one] Sources: { $names } and { $others } other.
       *[other] Sources: { $names } and { $others } others.
    }

## Labels in the drawing

figure-key-partial = partial
figure-key-missing = no data
figure-total = Total
figure-others =
    { $n ->
        [one] { $n } other
       *[other] { $n } others
    }
figure-mean-of =
    { $n ->
        [one] { $day }, { $hour }: { $value } (a single hour known)
       *[other] { $day }, { $hour }: { $value } on average over { $n } hours
    }

## Tables

figure-column-hour = Hour
figure-column-day = Day
figure-column-week = Week
figure-column-month = Month
figure-column-quarter = Quarter
figure-column-year = Year
figure-column-status = Status
split-client = Client
split-space = Space
split-network = Network
split-kind = Kind
split-post = Post
split-content_type = Content type
split-person = Person
split-channel = Channel
split-referrer = Referrer

## Changes and cards

figure-unchanged = unchanged
figure-no-comparison = no comparison possible { $to }
figure-card-missing = No data for this period.
figure-card-not-yet = Too early to tell: the period is not over, or posts are still collecting reactions.
figure-card-not-defined = No defined value for this period: there is nothing to measure it against.
figure-remedy-journal = Enter your emails, calls, meetings and events in the Journal, or import an ICS calendar.
figure-remedy-log = Import the site’s access log or an export from its analytics tool.
figure-remedy-audience = Import the network’s audience export, or a reading of its followers.
figure-remedy-audience-tool = Import an export from the site’s analytics tool, day by day.
figure-remedy-statistics = Import the statistics that the network exports, by day or by post.
figure-remedy-posts = Import the network’s export of posts, or the account’s archive.
figure-spark-none = Not enough data for a line.
figure-turnover =
    { $net } { $n ->
        [one] follower
       *[other] followers
    } { $span }: { $gained }, { $lost }
figure-arrivals =
    { $n ->
        [0] nobody joined
       *[other] { $count } joined
    }
figure-departures =
    { $n ->
        [0] nobody left
       *[other] { $count } left
    }
figure-quotient-engagement_rate_reach =
    { $value } { $span }: { $up-n ->
        [one] { $up } interaction
       *[other] { $up } interactions
    } for { $down-n ->
        [one] { $down } person reached
       *[other] { $down } people reached
    }
figure-quotient-interactions_per_post =
    { $value } { $span }: { $up-n ->
        [one] { $up } interaction
       *[other] { $up } interactions
    } for { $down-n ->
        [one] { $down } post
       *[other] { $down } posts
    }
figure-quotient-social_share =
    { $value } { $span }: { $up-n ->
        [one] { $up } visit from social networks
       *[other] { $up } visits from social networks
    } for { $down-n ->
        [one] { $down } visit in all
       *[other] { $down } visits in all
    }
figure-quotient-growth_rate =
    { $value } { $span }: { $up-n ->
        [one] { $up } net new follower
       *[other] { $up } net new followers
    } for { $down-n ->
        [one] { $down } follower at the start
       *[other] { $down } followers at the start
    }
figure-spark =
    From { $first } to { $last }; between { $low } and { $high }.{ $missing ->
        [0] {""}
        [one] {" "}{ $missing } value is missing.
       *[other] {" "}{ $missing } values are missing.
    }
key-post = “{ $title }”
key-unknown = Not specified

## Kinds of event

kind-follow = New followers
kind-unfollow = Unfollows
kind-like = Likes
kind-share = Shares
kind-comment = Comments
kind-reply_received = Replies received
kind-mention = Mentions
kind-citation = Citations
kind-backlink = Backlinks
kind-vote = Votes
kind-post = Posts
kind-status = Statuses
kind-article = Articles
kind-reply = Replies sent
kind-moderation = Moderation acts
kind-mail = Emails
kind-call = Calls
kind-meeting = Meetings
kind-event_attended = Events attended
kind-event_organised = Events organised
kind-intervention = Interventions

## Content types

content-type-unknown = Not specified
content-type-status = Text
content-type-photo = Photo
content-type-video = Video
content-type-link = Link
content-type-reel = Reel
content-type-carousel = Carousel
content-type-story = Story
content-type-poll = Poll
content-type-article = Article
content-type-audio = Audio
content-type-event = Event
content-type-boost = Repost

## Channels

channel-direct = Direct
channel-organic_search = Organic search
channel-paid_search = Paid search
channel-organic_social = Organic social
channel-paid_social = Paid social
channel-organic_video = Organic video
channel-paid_video = Paid video
channel-organic_shopping = Organic shopping
channel-paid_shopping = Paid shopping
channel-ai_assistant = AI assistants
channel-email = Email
channel-referral = Referral
channel-affiliates = Affiliates
channel-display = Display
channel-paid_other = Other paid
channel-audio = Audio
channel-sms = SMS
channel-mobile_push = Mobile push
channel-cross_network = Cross-network
channel-campaign = Campaigns
channel-unassigned = Unassigned
channel-unknown = Unknown origin
