# The page that presents the API to people.

api-title = API
api-lead = The same figures, imports and journal, for your programs.
api-first = A first question
api-first-how = Every request carries a token. It does what you may do, and nothing more.
api-make-token = Make a token
api-addresses = Addresses
api-method = Method
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
