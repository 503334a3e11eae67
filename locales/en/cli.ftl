# The command line.
cli-at = { $file }, { $place }
cli-trouble = { $place }: { $why }
cli-hint = hint: { $hint }
cli-taken-in = { $file }: { $format } into “{ $place }”. { $rows ->
        [one] One row
       *[other] { $rows } rows
    } read; new: { $posts ->
        [one] { $posts } post
       *[other] { $posts } posts
    }, { $facts ->
        [one] { $facts } fact
       *[other] { $facts } facts
    }, { $observations ->
        [one] { $observations } figure
       *[other] { $observations } figures
    }, { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }{ $answers ->
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
    } read. Would bring { $posts ->
        [one] { $posts } post
       *[other] { $posts } posts
    }, { $facts ->
        [one] { $facts } fact
       *[other] { $facts } facts
    }, { $observations ->
        [one] { $observations } figure
       *[other] { $observations } figures
    }, { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }{ $answers ->
        [0] {""}
       *[other] , { $answers } answers
    }; { $duplicates } known already. Nothing was stored.
cli-left-out = { $file }: not a file Vigie reads, left out.
cli-bad-lines = { $n ->
        [one] One bad line was skipped.
       *[other] { $n } bad lines were skipped.
    }
cli-not-a-filter = “{ $given }” is not a filter such as network=mastodon.
cli-absent = “{ $what }”: nothing of that name here.
cli-one-figure = An SVG shows one indicator: ask for one at a time.
cli-not-a-journal-kind = “{ $kind }” is not entered by hand. Choose one of: { $kinds }.
cli-not-a-time = “{ $given }” is not a time such as 2026-11-22T14:30.
cli-checked = Counted again: { $facts } facts, { $observations } figures, { $visits } visits and { $posts } posts in { $spaces } spaces.
cli-no-import = There is no import number { $import }: vigie imports lists them.
cli-undone = Import { $import } ({ $file }) is taken back; figures are what they were before it.
cli-held = { $posts } posts, { $facts } facts, { $observations } figures, { $visits } visits
cli-nothing-kept = { $place }: no file was kept, nothing to read again.
cli-made-again-same = { $place }: { $n ->
        [one] { $n } file read again
       *[other] { $n } files read again
    }, everything is as it was ({ $after }).
cli-made-again = { $place }: { $n ->
        [one] { $n } file read again
       *[other] { $n } files read again
    }. Before: { $before }. Now: { $after }.
cli-watching = Watching { $folder }: drop files into CLIENT/SPACE there.
cli-taken-in-or-left = { $file }: nothing was wrong with it.
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
