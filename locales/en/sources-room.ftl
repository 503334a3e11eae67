# The sources room: drop a file, check it, import it, take it back; health of sources; help on formats.

## The room
sources-lead = Where figures come from, what each source can see, and when it is due for more.
sources-drop = Drop an export
    .hint = X, Meta, TikTok, Mastodon, access logs, calendars, feeds, or any CSV, TSV, workbook or JSON lines; a zip too. Nothing is kept until you say so.
sources-sending = Sending the file
sources-read = Read the file
sources-address = Or the address of a feed (RSS, Atom, JSON Feed)
sources-read-address = Read the address
sources-no-file = No file was chosen. Choose one, or drop it here.
sources-too-many-files = More than { $n } files at once: put them in a zip.
sources-several-files = { $first } and { $n ->
    [one] { $n } more
   *[other] { $n } more
 }
sources-address-needed = An address begins with https:// or http://.
sources-not-fetched = { $why } { $hint }
sources-uploads = Waiting
    .hint = A dropped file waits for a week, then it is forgotten.
sources-upload-waiting = To check
sources-upload-running = Running
sources-upload-done = Imported
sources-upload-refused = Refused
sources-upload-interrupted = Interrupted
sources-health = Health of sources
    .hint = How far each one’s story reaches.
sources-health-empty = No source yet. Drop a first export: measures appear in less than a minute, and no network key is needed.
sources-space-empty = Nothing imported yet
sources-freshness-fresh = Up to date
sources-freshness-due = Due
sources-freshness-late = Late
sources-freshness-undated = Undated
sources-freshness-empty = Empty
sources-watched = Watched folder
    .hint = Drop files on the server into a folder named after the client, then one named after the space; they are taken in and moved to “done”, or to “refused” with the reason beside them:
sources-watched-done = Taken in
sources-watched-refused = Refused
sources-imports = Latest imports
    .hint = Any of them can be undone as a whole.
sources-formats = Formats
    .hint = What each file tells, what it cannot tell, where to find it.
sources-search = Search formats
sources-search-do = Search
sources-formats-found = { $n ->
    [0] No format
    [one] { $n } format
   *[other] { $n } formats
 }
sources-formats-none = Nothing answers to these words. A table nobody knows is read through a mapping: drop it, and say what its columns are.
sources-in-short = In short
sources-any-network = Any
sources-fact-tells = Tells
sources-fact-lacks = Does not tell
sources-fact-never-kept = Never kept
sources-fact-tier = Tier
sources-fact-id = On the command line
sources-format-sample = Sample
sources-tells-whole = Holds { $what }.
sources-tells-daily = By day: { $what }.
sources-tells-per-post = By post: { $what }.
sources-tells-facts = One by one: { $what }.
sources-lacks = Does not tell: { $what }.

## Checking
sources-step-drop = Drop
sources-step-check = Check
sources-step-import = Import
sources-check = Check before importing
sources-interrupted = Vigie stopped during this import.
    .hint = Nothing of it was kept. The file is still here: you can start again.
sources-last-try = The last try was refused
    .hint = Nothing of a refused file is kept. Change the choices below, or drop a fresh export.
sources-seen = What was recognised
    .hint = By its content, never by its name.
sources-unknown = Unknown file
sources-chip-known = Recognised
sources-chip-columns = Columns to name
sources-chip-left-out = Left out
sources-chip-refused = Needs mending
sources-chip-imported = Imported
sources-chip-nothing-new = Nothing new
sources-more-parts = { $n ->
    [one] And { $n } more file, read when you import.
   *[other] And { $n } more files, read when you import.
 }
sources-columns-needed = Nobody knows this table. Say what its columns are; your answer will serve for the next ones.
sources-columns-say = Name the columns
sources-columns-kept = Read through the mapping
sources-columns-change = Change it
sources-format-help = What this format tells, and what it cannot
sources-preview = Preview of
sources-count-rows = Rows read
sources-count-posts = Posts
sources-count-facts = Facts
sources-count-observations = Figures
sources-count-visits = Visits
sources-count-answers = Answers
sources-count-duplicates = Known already
sources-count-bad = Bad lines
sources-bad-skipped = { $n ->
    [one] { $n } bad line skipped
   *[other] { $n } bad lines skipped
 }
sources-bad-list = The bad lines
sources-bad-where = Where
sources-bad-why = Why
sources-choices = Where to import it
sources-otherwise = Otherwise
sources-place = Space
sources-place-choose = Choose…
sources-place-auto = { $client }, the space the file names
sources-place-new = { $client }, a new space…
sources-place-needed = Choose where these figures go.
sources-new-client = A new client…
sources-new-place = New space or new client
sources-new-client-name = Name of the new client
sources-new-space-name = Name of the new space
sources-network = Network
    .hint = The file does not say which network it speaks of.
sources-network-told = The one the file names
sources-network-of-space = The one of the space chosen
sources-network-unknown = No network has that name.
sources-more-choices = More choices
sources-format = Read as
sources-format-recognised = As recognised
sources-format-unknown = No format has that name.
sources-zone = Time zone
    .hint = For times written without one. Leave empty for the client’s.
sources-team = Names of your team in this source
    .hint = As the source writes them, with commas between. What they wrote counts as the team’s work, the rest as the community’s.
sources-own-hosts = Addresses of the site itself
    .hint = For example example.org, www.example.org. Leave empty to find them in the log.
sources-skip-bad = Skip bad lines
    .hint = They are counted and listed. Otherwise a single one refuses the file.
sources-include-private = Also take what was not public
    .hint = Usually left out.
sources-by-others = Written by others
    .hint = Entries count as citations, not as your posts.
sources-read-again = Read again with these choices
sources-import = Import
sources-forget = Keep nothing
flash-upload-forgotten = The file is forgotten. Nothing of it was kept.

## Importing
sources-running = Importing
sources-progress = { $share } · { $rows ->
    [one] { $rows } row read
   *[other] { $rows } rows read
 }
sources-progress-rows = { $rows ->
    [one] { $rows } row read
   *[other] { $rows } rows read
 }
sources-may-leave = You can leave this page: the import goes on, and you will find it again under Sources.
sources-done = { $n ->
    [one] { $n } new item imported
   *[other] { $n } new items imported
 }
sources-done-nothing = Nothing new in this file
sources-what-came = File by file
sources-see-measures = See the measures
sources-see-import = See this import, or undo it
sources-drop-another = Drop another file
sources-brought-posts = { $n ->
    [one] { $n } post
   *[other] { $n } posts
 }
sources-brought-facts = { $n ->
    [one] { $n } fact
   *[other] { $n } facts
 }
sources-brought-observations = { $n ->
    [one] { $n } figure
   *[other] { $n } figures
 }
sources-brought-visits = { $n ->
    [one] { $n } visit
   *[other] { $n } visits
 }
sources-brought-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
 }
sources-brought-nothing = nothing new
sources-covers = The file tells about { $range }.
sources-undo = Undo this import
sources-undo-ask = Undo this import?
sources-undo-what = Everything this file brought goes away, and measures return to what they were. To have it back, import the file again.
sources-undo-keeps = What an earlier import had told already stays.
sources-undo-do = Undo the import
sources-undo-not = Keep it
flash-import-undone = The import of { $name } is undone: measures are as before.

## Naming the columns
sources-mapping = Name the columns
sources-mapping-lead = Say what each column holds. The mapping is kept, and found again for the next file with the same headers.
sources-rows = Each row is
sources-rows-posts = a post
    .hint = With its figures: likes, comments, people reached…
sources-rows-days = a day
    .hint = With the space’s figures: new followers, views…
sources-rows-facts = an act
    .hint = A call, a reply, a comment… with its date.
sources-columns = The columns
sources-role-none = Leave out
sources-roles-time = The moment
sources-roles-about = What it is about
sources-roles-figures = A figure
sources-words-of = The words of “{ $header }”
sources-word-itself = As it is
sources-dates = Dates
sources-date-format = How dates are written
    .none = Found from the file
sources-date-day-first = Day first (31/12)
sources-date-month-first = Month first (12/31)
sources-date-epoch = Seconds or milliseconds since 1970
sources-date-pattern = Or a pattern
    .hint = For example %d/%m/%Y %H:%M.
sources-constant-year = Year of every row
    .hint = When the columns give the month only.
sources-weekday-one = Weekday number 1
    .none = Does not matter
sources-weekday-monday = Monday
sources-weekday-sunday = Sunday
sources-constants = What is the same on every row
sources-mapping-network = Network
    .none = Chosen at import
sources-constant-type = Content type
    .none = Told by a column, or unknown
sources-constant-kind = Kind of act
    .none = Told by a column
sources-constant-person = Person
sources-table-place = Where the table is, how it is written
sources-empty = Words that mean “no figure”
    .hint = Separated by semicolons: n/a; unknown. An empty cell never counts as zero.
sources-header-row = Row of the headers
sources-separator = Separator
    .none = Found from the file
sources-separator-comma = Comma
sources-separator-semicolon = Semicolon
sources-separator-tab = Tab
sources-separator-pipe = Vertical bar
sources-encoding = Encoding
    .none = Found from the file
sources-sheet = Sheet of the workbook
    .hint = Leave empty for the first.
sources-became = What the first rows become
sources-became-nothing = Nothing yet: say at least which column gives the date.
sources-became-what = What
sources-became-when = When
sources-became-text = Text
sources-became-figures = Figures
sources-became-day = Day
sources-became-figure = { $figure }: { $value }
sources-mapping-name = Name of the mapping
sources-mapping-keep = Keep this mapping
sources-mapping-look = See what it gives
sources-mapping-save = Download
sources-mapping-file = You have a mapping already
    .hint = The same TOML file as on the command line.
sources-mapping-file-field = Mapping file
sources-mapping-load = Load
flash-mapping-kept = The mapping “{ $name }” is kept. Check, then import.
