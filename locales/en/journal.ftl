### The journal: what the networks do not see.

journal-lead = What the networks do not see: emails, calls, meetings, events.
journal-note = Note an act
journal-kind = What did you do?
journal-text = In a few words
journal-person = By
journal-person-hint = Somebody of the team, or nobody.
journal-at = When
journal-at-zone = { $zone } time.
journal-at-zone-of-client = In the client’s time.
journal-client = For
journal-client-choose = Choose a client
journal-note-button = Note it
journal-calendar = Import an ICS calendar
journal-viewer = Your role lets you read the journal, not write in it.
journal-no-client = A journal belongs to a client, and there is none yet. The first import makes one.
journal-first-import = Import a first file

journal-kind-wanted = Choose what you did.
journal-client-wanted = Choose which client it was for.
journal-at-unreadable = This date cannot be read. Write it like 2026-11-22T10:30.
journal-at-too-far = This date is too far away: from 1990 to a year from now.

journal-noted = { $kind }: noted on { $when }.
journal-changed = { $kind }: changed, on { $when }.
journal-struck = { $kind }: deleted, it was on { $when }.
journal-undo = Undo
journal-nothing-to-undo = There is nothing left to undo: more than ten minutes have passed, or it is done already.
flash-journal-undone = Undone.

journal-acts =
    { $n ->
        [0] No acts
        [one] { $n } act
       *[other] { $n } acts
    }
journal-every-kind = All acts
journal-everybody = Everybody
journal-none = Nothing is noted for these dates.
journal-none-how = Note one above, in ten seconds, or import a calendar.
journal-imported = Imported
journal-pages = More of the journal
journal-strike-what = Delete: { $what }

journal-edit = Change an act
journal-entered-by = Entered by { $name }.
journal-keep = Save
journal-back = Back to the journal
journal-strike = Delete
journal-from-a-file = This act comes from a file: change it in the calendar, then import it again.
journal-client-stays = An act stays with its client: delete it, then note it for the other.
