# The page that presents the API to people.

api-title = API
api-lead = The same figures, imports and journal, for your programs.
api-first = A first question
api-first-how = Every request carries a token. It does what you may do, and nothing more.
api-make-token = Make a token
api-addresses = Addresses
api-address = Address
api-about = About
api-problems = Refusals
api-problems-how = A refusal is a problem document (RFC 9457). Its code does not change.
api-code = Code
api-status = Status
api-no-indicator = No indicator was asked for. Name one or more: indicator=gains.
api-one-drawing = A drawing shows one indicator. Ask for one at a time.
api-unknown-format = There is no format “{ $given }”: json, csv or svg.
api-unknown-word = A question has no word “{ $given }”.

# What each address does: api-does-METHOD-PATH.
api-does-get-ask = Answers a question, in the words of `vigie ask`.
api-does-get-clients = Lists the clients.
api-does-get-formats = Lists the formats that are read: what each tells and what it cannot.
api-does-get-imports = Lists the imports of the spaces you see, newest first.
api-does-post-imports = Takes files in; answers with one outcome per file, as `vigie import --json` does. 422 when a file was refused.
api-does-delete-imports-one = Takes an import back with all it brought: for managers, and for whoever took the file in.
api-does-get-indicators = Lists every indicator: name, definition, unit, splits.
api-does-get-journal = Lists the acts of the journal, newest first.
api-does-post-journal = Notes an act.
api-does-get-journal-one = Reads one act.
api-does-delete-journal-one = Deletes an act entered by hand. The answer is the act as it was: note it again to put it back.
api-does-patch-journal-one = Changes an act entered by hand: only the fields that are given.
api-does-get-me = Says who a token speaks for, and what they may do.
api-does-get-spaces = Lists the spaces of every client you see.
