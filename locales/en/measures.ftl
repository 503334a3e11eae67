### Measures: names, definitions, formulas in words, remarks, refusals.
### Numbers of remarks arrive as numbers, dates already written.

## Layers and families

layer-health = Health of the community
layer-action = The team’s action
layer-results = Results for the organisation
family-growth = Growth
family-mentions = Mentions
family-content = Content
family-traffic = Traffic
family-publishing = Publishing
family-communication = Acts of communication

## Growth

indicator-followers = Followers
indicator-followers-short = Number of followers at the end of the period.
indicator-followers-formula = The last reading known at the end of the period, added up over spaces.
indicator-followers-note = Somebody who follows two spaces counts twice: nothing tells that they are the same person.
indicator-gains = New followers
indicator-gains-short = People who began to follow during the period.
indicator-gains-formula = Sum of each day’s new followers, told by the service or counted one by one.
indicator-gains-note = Somebody who leaves and comes back counts each time they come back.
indicator-losses = Lost followers
indicator-losses-short = People who stopped following during the period.
indicator-losses-formula = Sum of each day’s departures, told by the service or counted one by one.
indicator-losses-note = Many services export arrivals only. Departures are then unknown, which does not mean there were none.
indicator-net-growth = Net growth
indicator-net-growth-short = Followers gained minus followers lost.
indicator-net-growth-formula = The service’s own net growth; failing that, gains minus losses; failing that, the difference of two readings of followers.
indicator-net-growth-note = When a network purges fake accounts it reads as a loss; it is no failure of the team.
indicator-growth-rate = Growth rate
indicator-growth-rate-short = Net growth in percent of the followers at the beginning.
indicator-growth-rate-formula = 100 × net growth ÷ followers at the beginning of the period.
indicator-growth-rate-note = A net rate. Other tools put gains alone on top: theirs is higher and cannot be compared with this one.

## Mentions

indicator-mentions = Mentions
indicator-mentions-short = Messages that name the space with an @.
indicator-mentions-formula = Sum of each day’s mentions, told by the service or counted one by one.
indicator-mentions-note = A mention may be praise or complaint: the number does not tell the tone.
indicator-replies-received = Replies received
indicator-replies-received-short = The community’s replies to the team.
indicator-replies-received-formula = Sum of each day’s replies, told by the service or counted one by one.
indicator-replies-received-note = What the service calls a comment is counted among comments.
indicator-citations = Citations
indicator-citations-short = Messages and articles that name the client without an @.
indicator-citations-formula = Number of citations found by the watch.
indicator-citations-note = Depends on the sources watched and the names looked for: a wider watch begins a new series.

## Content

indicator-likes = Likes
indicator-likes-short = Likes and reactions received.
indicator-likes-formula = Sum of each day’s likes; failing that, those of the posts, on the day each came out.
indicator-likes-note = Counted on the day of the reaction where the service tells it, on the day of the post where it gives one total per post.
indicator-shares = Shares
indicator-shares-short = Times that something was passed on.
indicator-shares-formula = Sum of each day’s shares; failing that, those of the posts, on the day each came out.
indicator-shares-note = Private sharing (messengers, copied links) escapes every service.
indicator-comments = Comments
indicator-comments-short = Comments received under posts.
indicator-comments-formula = Sum of each day’s comments; failing that, those of the posts, on the day each came out.
indicator-comments-note = Many comments under one post may announce a crisis as well as a success.
indicator-interactions = Interactions
indicator-interactions-short = Likes, comments and shares together.
indicator-interactions-formula = Likes + comments + shares.
indicator-interactions-note = No clicks, saves or views: other tools add them under the same name.
indicator-engagements = The service’s total of interactions
indicator-engagements-short = The total of interactions that the service works out itself, in its own way.
indicator-engagements-formula = Sum of each day’s total as the service gives it; failing that, those of the posts, on the day each came out.
indicator-engagements-note = Not “Interactions”, which Vigie works out in the same way everywhere: depending on the service, this total also holds clicks, saves or profile visits. Do not compare it between networks.
indicator-engaged-people = People who interacted
indicator-engaged-people-short = Different people who interacted, as the service counts them.
indicator-engaged-people-formula = The number that the service gives for exactly this period; failing that, the sum of those of the posts that came out.
indicator-engaged-people-note = Different people do not add up: a month’s are not the sum of its days. Often a click is enough to be counted.
indicator-reach = Reach
indicator-reach-short = Different people who saw something.
indicator-reach-formula = The reach that the service gives for exactly this period; failing that, the sum of the reach of the posts that came out.
indicator-reach-note = Estimated by the network. Different people do not add up: a month’s reach is not the sum of its days.
indicator-impressions = Impressions
indicator-impressions-short = Times that content was shown.
indicator-impressions-formula = Sum of each day’s impressions; failing that, those of the posts, on the day each came out.
indicator-impressions-note = The same person counts each time. Paid promotion is often mixed in.
indicator-video-views = Video views
indicator-video-views-short = Times that videos were viewed, as the service counts them.
indicator-video-views-formula = Sum of each day’s views; failing that, those of the posts, on the day each came out.
indicator-video-views-note = Each network decides from when on a video is viewed: do not compare networks. The same person counts each time.
indicator-media-views = Media views
indicator-media-views-short = Times that the pictures, sounds and videos of posts were seen or played.
indicator-media-views-formula = Sum of each day’s views; failing that, those of the posts, on the day each came out.
indicator-media-views-note = Wider than video views, which the service may give apart: do not add the two up.
indicator-profile-views = Profile views
indicator-profile-views-short = Times that the profile or the page was opened.
indicator-profile-views-formula = Sum of each day’s views; failing that, those that the service attributes to posts, on the day each came out.
indicator-profile-views-note = The same person counts each time. Where only posts tell it, views that came by other ways are missing.
indicator-clicks = Clicks
indicator-clicks-short = All clicks on what was published, as the service counts them.
indicator-clicks-formula = Sum of each day’s clicks; failing that, those of the posts, on the day each came out.
indicator-clicks-note = Holds clicks on links, and often those that open a picture, a profile or the rest of a text. For a site, these are clicks on its results in the search engine.
indicator-link-clicks = Link clicks
indicator-link-clicks-short = Clicks on the links of what was published.
indicator-link-clicks-formula = Sum of each day’s clicks; failing that, those of the posts, on the day each came out.
indicator-link-clicks-note = A click is not a visit: the page may not open, the visitor may refuse to be measured. Read it beside visits.
indicator-saves = Saves
indicator-saves-short = Times that something was kept for later: saves, bookmarks, pins.
indicator-saves-formula = Sum of each day’s saves; failing that, those of the posts, on the day each came out.
indicator-saves-note = A private gesture: the number is known, never who made it.
indicator-follows-from-post = Follows due to a post
indicator-follows-from-post-short = Follows that the service attributes to a post.
indicator-follows-from-post-formula = Sum of the follows that the service attributes to each post, on the day it came out, or to each day if it gives them so.
indicator-follows-from-post-note = They are among new followers already: do not add the two up. YouTube takes departures off, and a video may cost subscribers there.
indicator-negative-feedback = Hides and reports
indicator-negative-feedback-short = Times that somebody hid or reported something.
indicator-negative-feedback-formula = Sum of each day’s hides and reports; failing that, those of the posts, on the day each came out.
indicator-negative-feedback-note = Few services tell it. A low figure may come from a low reach: read it beside the reach.
indicator-engagement-rate-reach = Engagement rate by reach
indicator-engagement-rate-reach-short = Interactions per hundred people reached by the same posts.
indicator-engagement-rate-reach-formula = 100 × sum of interactions ÷ sum of reach, over the posts that tell both.
indicator-engagement-rate-reach-note = A ratio of sums, not a mean of rates. At least six rates go by this name: do not compare it with another tool or between networks.
indicator-engagement-rate-followers = Engagement rate by followers
indicator-engagement-rate-followers-short = Interactions per hundred followers at the time of posting.
indicator-engagement-rate-followers-formula = 100 × sum of interactions ÷ sum of the followers there were when each post came out.
indicator-engagement-rate-followers-note = Falls by itself as the audience grows. The reading of followers used is at most 31 days old.
indicator-interactions-per-post = Interactions per post
indicator-interactions-per-post-short = Mean number of interactions of a post.
indicator-interactions-per-post-formula = Interactions ÷ posts, for those at least seven days old.
indicator-interactions-per-post-note = A few posts often make most of the total: a mean does not describe an ordinary post.
indicator-active-members = Active members
indicator-active-members-short = Different people who did at least one thing.
indicator-active-members-formula = Number of different people who liked, shared, commented, replied, mentioned, cited or voted.
indicator-active-members-note = Somebody active every day counts once: days do not add up. Reading without acting is not counted.

## Traffic

indicator-visits = Visits
indicator-visits-short = Visits to the site.
indicator-visits-formula = Visits told by the audience tool day by day; failing that, counted from the access log (a pause of thirty minutes begins a new visit); failing that, the sum of the tool’s table by channel or by source.
indicator-visits-note = Known robots are left out. Two people behind one address with the same browser make one.
indicator-visitors = Visitors
indicator-visitors-short = Different people who came to the site, as the audience tool counts them, or to the page, as its network does.
indicator-visitors-formula = The number that the audience tool or the network gives for exactly this period.
indicator-visitors-note = Different people do not add up: a month’s visitors are not the sum of its days. Somebody who comes with two devices makes two.
indicator-page-views = Page views
indicator-page-views-short = Pages of the site that were shown, as the audience tool counts them.
indicator-page-views-formula = Sum of each day’s page views, told by the audience tool.
indicator-page-views-note = The same person counts for each page. A rise may mean a site that is read more, or a page that is harder to find: read it beside visits.
indicator-social-share = Social share
indicator-social-share-short = Share of visits that come from social networks.
indicator-social-share-formula = 100 × visits from social networks ÷ visits whose origin is told: by the access log, or on the days it does not cover by the audience tool.
indicator-social-share-note = A lower bound: a visit from an app or a messenger often arrives without saying where from. Advertising is counted apart.
indicator-backlinks = Backlinks
indicator-backlinks-short = Links that others made to the site.
indicator-backlinks-formula = Number of links, on the day each was first seen.
indicator-backlinks-note = Only links of the sources watched are seen, never all those of the web.

## Action

indicator-posts-published = Posts published
indicator-posts-published-short = The team’s posts, statuses and articles.
indicator-posts-published-formula = The number the service gives; failing that, posts counted one by one.
indicator-posts-published-note = Reposts count too; split by content type to tell them apart. Posting more is not posting better: read this number with interactions per post.
indicator-replies-sent = Replies sent
indicator-replies-sent-short = The team’s replies to the community.
indicator-replies-sent-formula = Sum of each day’s replies, told by the service or counted one by one.
indicator-replies-sent-note = Replying a lot does not mean replying fast or well.
indicator-mails = Emails
indicator-mails-short = Emails sent by the team.
indicator-mails-formula = Number of emails entered in the journal.
indicator-mails-note = Entered by hand: what is not noted is not counted.
indicator-calls = Calls
indicator-calls-short = The team’s phone calls.
indicator-calls-formula = Number of calls entered in the journal.
indicator-calls-note = Entered by hand: what is not noted is not counted.
indicator-meetings = Meetings
indicator-meetings-short = Meetings in person.
indicator-meetings-formula = Number of meetings entered in the journal or read from a calendar.
indicator-meetings-note = Entered by hand or read from a calendar: what is not there is not counted.
indicator-events-attended = Events attended
indicator-events-attended-short = Events the team took part in.
indicator-events-attended-formula = Number of events attended, entered in the journal or read from a calendar.
indicator-events-attended-note = Entered by hand or read from a calendar: what is not there is not counted.
indicator-events-organised = Events organised
indicator-events-organised-short = Events the team organised.
indicator-events-organised-formula = Number of events organised, entered in the journal or read from a calendar.
indicator-events-organised-note = Entered by hand or read from a calendar: what is not there is not counted.
indicator-interventions = Interventions
indicator-interventions-short = The team’s interventions in other people’s spaces.
indicator-interventions-formula = Number of interventions entered in the journal.
indicator-interventions-note = Entered by hand: what is not noted is not counted.

## What n counts

sample-told = { $n ->
        [one] { $n } day, event or post
       *[other] { $n } days, events or posts
    }
sample-facts = { $n ->
        [one] { $n } event
       *[other] { $n } events
    }
sample-posts = { $n ->
        [one] { $n } post
       *[other] { $n } posts
    }
sample-readings = { $n ->
        [one] { $n } reading
       *[other] { $n } readings
    }
sample-people = { $n ->
        [one] { $n } person
       *[other] { $n } people
    }
sample-visits = { $n ->
        [one] { $n } visit
       *[other] { $n } visits
    }

## Who told it

told-by-service_daily = the service’s own figure, day by day
told-by-service_window = the service’s own figure for the period
told-by-counted = counted one by one
told-by-journal = entered in the journal
told-by-post_lifetime = each post’s total, on the day it came out
told-by-posts_counted = posts counted
told-by-level = reading
told-by-level_difference = difference of two readings
told-by-gains_minus_losses = gains minus losses
told-by-audience_tool = the audience tool’s own table by origin

## Figures that sources tell

metric-followers = followers
metric-gains = new followers
metric-losses = lost followers
metric-net_growth = net growth
metric-likes = likes
metric-shares = shares
metric-comments = comments
metric-replies_received = replies received
metric-mentions = mentions
metric-engagements = the service’s total of interactions
metric-reach = reach
metric-impressions = impressions
metric-video_views = video views
metric-profile_views = profile views
metric-link_clicks = clicks on links
metric-clicks = clicks
metric-saves = saves
metric-posts_published = posts published
metric-engaged_people = people who interacted
metric-replies_sent = replies sent
metric-negative_feedback = hides and reports
metric-follows_from_post = follows due to a post
metric-media_views = media views
metric-visits = visits
metric-visitors = visitors
metric-page_views = page views

## Rule sets of channels

rules-ga4 = Google Analytics 4
rules-matomo = Matomo
rules-plausible = Plausible
rules-ga4-note = The default channels of Google Analytics 4. It knows no assistants: their visits are referrals.
rules-matomo-note = Matomo’s channel types. A visit tagged with a campaign is a campaign, wherever it comes from.
rules-plausible-note = Plausible’s channels: the order of Google Analytics 4, with assistants and mail apart.

## Remarks

caveat-no-source = No source tells it. Import a file or connect a source that does.
caveat-not-yet = The period has not begun.
caveat-gains-only = This source exports arrivals, not departures: losses are unknown.
caveat-not-exported = The source imported does not hold this figure ({ $metric }).
caveat-days-only = Told by day: nothing says at what hour.
caveat-days-told = { $asked ->
        [one] { $told } day known of { $asked }.
       *[other] { $told } days known of { $asked }, over all spaces.
    }
caveat-spaces-untold = { $told ->
        [one] { $told } space of { $asked } tells it.
       *[other] { $told } spaces of { $asked } tell it.
    }
caveat-cells-missing = { $n ->
        [one] { $n } empty cell in the files: missing, not zero.
       *[other] { $n } empty cells in the files: missing, not zero.
    }
caveat-part-missing = The sum lacks this part, which nothing tells: { $metric }.
caveat-zone-of-day = Days are the service’s own, in the zone { $zone }.
caveat-zone-unknown = The service does not say in which zone it cuts days.
caveat-window-open = The period is not over.
caveat-part-days = Some days are covered in part only.
caveat-day-not-known = The exact day of some posts is not known.
caveat-stale-level = Last reading before the period: { $date }.
caveat-reach-summed-over-posts = Added up over posts: a person counts once for each post.
caveat-reach-not-additive = Known by day only: different people do not add up. Ask for it by day.
caveat-people-counted-per-space = A person counts once per space.
caveat-posts-pending = { $n ->
        [one] { $n } post less than seven days old is left out: it still collects reactions.
       *[other] { $n } posts less than seven days old are left out: they still collect reactions.
    }
caveat-post-not-here = None of these posts came out in this period: a post’s figures are those of its whole life, on the day it came out.
caveat-unknown-share = { $percent }% of visits do not say where they come from: this is a lower bound.
caveat-referrers-not-logged = The access log does not write where visits come from: their origin is unknown.
caveat-channels-of-tool = Visits are in the channels where the audience tool put them, whatever rules were chosen.
caveat-visitors-for-visits = The audience tool tells visitors by origin, not visits: somebody who came by two ways counts in both.
caveat-paid-social-apart = { $n ->
        [one] { $n } paid visit from social networks is counted apart.
       *[other] { $n } paid visits from social networks are counted apart.
    }

## Questions refused

ask-unknown-indicator = There is no indicator “{ $given }”.
ask-unknown-split = Cannot split by “{ $given }”.
ask-two-grains = One length at a time: hour, day, week, month, quarter or year.
ask-no-such-split = The indicator “{ $indicator }” cannot be split or filtered by “{ $split }”.
ask-not-a-date = “{ $given }” is not a date such as 2026-11-22.
ask-empty-period = The period ends ({ $to }) before it begins ({ $from }).
ask-unknown-zone = “{ $given }” is not a time zone such as Europe/Paris.
ask-unknown-filter = Cannot filter by “{ $given }”.
ask-unknown-compare = Cannot compare with “{ $given }”: choose previous or year.
ask-unknown-rules = There is no rule set “{ $given }”: choose ga4, matomo or plausible.
ask-too-many-rows = The answer would have { $rows } rows, and at most { $limit } fit: ask for longer periods, fewer days or fewer splits.
