### The measures room: overview, page of a measure, facts.

## Overview

measures-key-figures = Key figures
measures-compared = Compared with { $dates }.
measures-versus = vs { $before }
measures-table = Table
measures-definition = Definition
measures-see-facts = See the facts
measures-close = Close
measures-aside = No source for this period: { $names }
measures-add-source = Add a source
measures-note-acts = Write in the journal
measures-nothing-here = No figures for this period
    .why = No source says anything about these dates, or not for these spaces.
measures-see-all-time = See everything that is known

## The three layers

measures-layer-health = What the community does: coming and going, mentions, reactions, visits.
measures-layer-action = What the team does, read from the spaces or written in the journal.
measures-layer-results = What the organisation gets out of it.
measures-results-none = No result is measured here yet, and no figure is made up meanwhile. Three measures are to come, each with what it will need from you:
measures-results-goals = Goals
    .how = A target and a date, set beforehand; the measure will say how far along you are.
measures-results-conversions = Conversions from social media
    .how = Sign-ups, sales or applications, read from your analytics export, with the attribution rule named beside them.
measures-results-cost = Cost, and cost per reply
    .how = The time and budget you enter, set against replies and visits.
measures-results-meanwhile = Already there, the path from the community to the site:

## Nothing yet

measures-bare = Nothing on the horizon yet
    .how = Drop a first export and the measures appear in under a minute. No network key is needed.
measures-bare-sample = A filled sample, to try first:
measures-bare-import = Drop an export
measures-bare-note = Write in the journal
measures-bare-viewer = Ask one of the community managers to import a first file.

## Page of a measure

measures-by = Cut in time
measures-by-whole = In all
measures-by-hour = Hour
measures-by-day = Day
measures-by-week = Week
measures-by-month = Month
measures-by-quarter = Quarter
measures-by-year = Year
measures-split-none = Not split
measures-all-rows =
    { $n ->
        [one] Show the only row
       *[other] Show all { $n } rows
    }
measures-unit-count = a number
measures-unit-people = different people
measures-unit-percent = a percentage
measures-unit-ratio = a quotient
measures-definition-formula = Formula
measures-definition-unit = Unit
measures-definition-calculation = Calculation
measures-definition-window = Period
    .dates = { $dates }, { $zone } time
measures-definition-told-by = Where the figure comes from
measures-definition-sources = Sources
measures-definition-freshness = Freshness
measures-definition-sample = Sample
measures-definition-remarks = Caveats
measures-definition-note = Good to know

## Facts

measures-facts-title = { $name }: the facts
measures-facts-widen = Show all the facts
measures-facts-kinds = Kind of fact
measures-facts-all-kinds = All
measures-facts-member = A member of the community
measures-facts-team = The team
measures-facts-none = No fact is known one by one for this period.
measures-facts-by-post = See it post by post
measures-facts-range = { $first } to { $last } of { $total }
measures-facts-pages = More of the list
measures-facts-newer = Newer
measures-facts-older = Older
measures-facts-told = What tells the figure
measures-facts-told-nothing = No source tells this figure for this period.
measures-facts-beside = The facts listed are known one by one; the service counts in its own way, and the two may differ.
measures-facts-taken = Imported on
measures-facts-sources = See the sources
measures-origins = Where visits come from
    .about = The unknown part stays in the total.
measures-origins-referrer = Origin
measures-origins-share = Share
measures-origins-others =
    { $n ->
        [one] { $n } other origin
       *[other] { $n } other origins
    }

## One fact, in the singular

fact-follow = New follower
fact-unfollow = Unfollow
fact-like = Like
fact-share = Share
fact-comment = Comment
fact-reply_received = Reply received
fact-mention = Mention
fact-citation = Citation
fact-backlink = Backlink
fact-vote = Vote
fact-post = Post
fact-status = Status
fact-article = Article
fact-reply = Reply sent
fact-moderation = Moderation
fact-mail = Email
fact-call = Call
fact-meeting = Meeting
fact-event_attended = Event attended
fact-event_organised = Event organised
fact-intervention = Intervention

## Origins

referrer-none = No referring site
