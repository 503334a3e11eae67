# Settings: the organisation, its clients, spaces and people, the log of who did what.

settings-title = Settings
settings-lead = They hold for the whole organisation.
settings-parts = Parts of the settings
settings-organisation = Organisation
settings-organisation-how = Its name stands on the sign-in page.
settings-name = Name
settings-language = Language
    .hint = For those who chose none in their account.
settings-language-browser = As each browser asks
settings-zone = Time zone
    .hint = Days and months begin at midnight in this zone.
settings-rules = Origin of visits
settings-rules-how = Three published rule sets sort visits into channels.
settings-rules-legend = Rule set
settings-clients = Clients
settings-clients-lead = Those whose communities you animate. Nothing passes from one to another.
settings-client-about =
    { $n ->
    [one] { $n } space
   *[other] { $n } spaces
 } · { $zone }
settings-no-client = No client yet. Add the first one here, or import a file: the import makes it.
settings-add-client = Add a client
settings-client = Name and zone
settings-client-how = Its word in addresses and on the command line stays the same:
settings-files = Files as they came
settings-files-how = Files are kept beside what was read from them, so that they can be read again after a rule has changed (a zone, a mapping, a better reading). Surveys are never kept as files.
settings-raw-days = Days that files are kept
    .hint = Empty: as long as what was read from them. 0: not at all.
settings-read-again = Read the files again
settings-spaces = Spaces
settings-spaces-how = Its pages, accounts and sites, wherever they are.
settings-no-space = No space yet.
settings-add-space = Add a space
settings-space = Name and network
settings-network = Network
settings-delete-client = Delete this client
settings-delete-client-how = Its spaces, their history and its journal are lost. The next page says how much.
settings-delete-space = Delete this space
settings-delete-space-how = Its whole history is lost. The next page says how much.
settings-delete-title = Delete { $name }?
settings-delete-why = There is no way back, except a backup made before.
settings-lost = This is lost:
settings-lost-nothing = It holds nothing yet.
settings-lost-spaces =
    { $n ->
    [one] { $n } space
   *[other] { $n } spaces
 }
settings-lost-imports =
    { $n ->
    [one] { $n } import
   *[other] { $n } imports
 }
settings-lost-posts =
    { $n ->
    [one] { $n } post
   *[other] { $n } posts
 }
settings-lost-facts =
    { $n ->
    [one] { $n } fact
   *[other] { $n } facts
 }
settings-lost-figures =
    { $n ->
    [one] { $n } figure
   *[other] { $n } figures
 }
settings-lost-visits =
    { $n ->
    [one] { $n } row of visits
   *[other] { $n } rows of visits
 }
settings-confirm = To confirm, type: { $name }
settings-keep-it = Keep it
settings-back = Back
settings-people = People
settings-people-lead = Those who sign in here, and what they may do.
settings-person-disabled = shut out
settings-add-person = Add a person
settings-add-person-how = You get a link to send on. It signs them in once; they choose their password then.
settings-email = E-mail
settings-role = Role
    .hint = Owners do everything. Managers answer for spaces and imports. Community managers import and write the journal. Viewers read.
settings-works-for = Works for
settings-all-clients = Every client
    .hint = Those to come included
settings-rights = Role and clients
settings-link = Sign-in link
settings-link-how = For somebody who forgot their password. It works once, within a day; nothing else changes.
settings-make-link = Make a link
settings-link-made = Copy this link now: it is shown once and works once, within a day. It is for
settings-reset = Reset access
settings-reset-how = For somebody who lost a machine: their password, sessions and tokens end, and you get a link to begin again.
settings-disable = Shut out
settings-disable-how = They can no longer sign in. Their name stays on what they did, and you can let them in again.
settings-enable = Let in again
settings-enable-how = They sign in with a new link or their password.
settings-audit = Log
settings-audit-lead = Who did what here, for the security of the place. It is forgotten after a year.
settings-audit-at = When
settings-audit-who = Who
settings-audit-act = What was done
settings-audit-what = To what
settings-audit-somebody = Somebody who is gone
settings-audit-nobody = Command line, or nobody signed in
settings-audit-act-gone = An act deleted since · { $client }
settings-audit-pages = Pages
settings-audit-newest = Newest
settings-audit-older = Older
field-no-client = Choose at least one client, or all of them.
field-confirm = This is not the name: { $name }
flash-settings-kept = The settings are saved.
flash-client-added = { $name } is added.
flash-raw-days-wrong = That is not a number of days from 0 to 36,500: nothing was changed.
flash-read-again-same = { $files ->
        [0] No file of this client was kept: nothing to read again.
        [one] One file read again: everything is as it was.
       *[other] { $files } files read again: everything is as it was.
    }
flash-read-again = { $files ->
        [one] One file read again
       *[other] { $files } files read again
    }; { $spaces ->
        [one] one space has changed.
       *[other] { $spaces } spaces have changed.
    }
flash-file-unreadable = { $file } can no longer be read: { $space } stays as it was.
flash-client-kept = { $name } is saved.
flash-client-deleted = { $name } is deleted, with everything it held.
flash-space-added = { $name } is added.
flash-space-kept = { $name } is saved.
flash-space-deleted = { $name } is deleted, with its history.
flash-person-kept = Role and clients of { $name } are saved.
flash-person-disabled = { $name } can no longer sign in.
flash-person-enabled = { $name } can sign in again.
flash-last-owner = This is the last owner: make somebody else an owner first.
act-signed-in = Signed in
act-sign-in-failed = Sign-in failed
act-signed-out = Signed out
act-link-made = Sign-in link made
act-password-changed = Password changed
act-token-made = Token made
act-token-revoked = Token revoked
act-person-added = Person added
act-person-changed = Role or clients changed
act-person-reset = Access reset
act-person-disabled = Access closed
act-person-enabled = Access opened again
act-client-created = Client added
act-client-changed = Client changed
act-client-deleted = Client deleted
act-space-created = Space added
act-space-changed = Space changed
act-space-deleted = Space deleted
act-file-imported = File imported
act-import-undone = Import undone
act-note-entered = Act entered in the journal
act-note-changed = Act of the journal changed
act-note-deleted = Act of the journal deleted
act-mapping-kept = Mapping kept
act-mapping-deleted = Mapping deleted
act-settings-changed = Settings changed
act-backup-made = Backup made
act-backup-restored = Backup restored
act-log-read = Log read
