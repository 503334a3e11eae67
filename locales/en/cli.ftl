# The command line.
cli-at = { $file }, { $place }
cli-trouble = { $place }: { $why }
cli-hint = hint: { $hint }
cli-taken-in = { $file }: { $format } into “{ $place }”. { $rows ->
        [one] One row
       *[other] { $rows } rows
    } read; new: { $posts } posts, { $facts } facts, { $observations } figures, { $visits } visits{ $answers ->
        [0] {""}
       *[other] , { $answers } answers
    }; { $duplicates } known already.
cli-nothing-new = { $file }: { $format } into “{ $place }”. { $rows ->
        [one] One row
       *[other] { $rows } rows
    } read; nothing new, { $duplicates } known already.
cli-tried = { $file }: { $format }. { $rows ->
        [one] One row
       *[other] { $rows } rows
    } read. Would bring { $posts } posts, { $facts } facts, { $observations } figures, { $visits } visits{ $answers ->
        [0] {""}
       *[other] , { $answers } answers
    }; { $duplicates } known already. Nothing was stored.
cli-left-out = { $file }: not a file Vigie reads, left out.
cli-bad-lines = { $n ->
        [one] One bad line was skipped.
       *[other] { $n } bad lines were skipped.
    }
cli-not-a-filter = “{ $given }” is not a filter such as network=mastodon.
cli-absent = There is no { $what } of that name here.
cli-one-figure = An SVG shows one indicator: ask for one at a time.
cli-not-a-journal-kind = “{ $kind }” is not entered by hand. Choose one of: { $kinds }.
cli-not-a-time = “{ $given }” is not a time such as 2026-11-22T14:30.
cli-checked = Counted again: { $facts } facts, { $observations } figures, { $visits } visits and { $posts } posts in { $spaces } spaces.
cli-checked-answers = { $n } answers to surveys.
cli-backed-up = { $file }: { $rows } rows. The file holds the keys of this installation: keep it as safe as the data.
cli-restored = { $rows } rows are back.
cli-link-once = This link lets one person in, once, within a day. Put the address of your Vigie before it.
cli-nobody-yet = Nobody can sign in yet. Add yourself with: vigie user add YOU@EXAMPLE.ORG --data { $data }
cli-serving = Serving at { $address } (ctrl-c to stop)
cli-demo-name = Sample owner
cli-demo-link = Open this link to enter; it works once:
cli-filling = Filling the sample organisation: three clients, two years…
cli-filled = { $facts } facts and { $visits } visits in { $seconds } s.
table-period = Period
table-value = Value
table-n = n
table-status = Status
table-before = Before
