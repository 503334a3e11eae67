# The account: what is somebody's own.

account-title = Account
account-profile = You
account-name = Name
account-language = Language
account-language-browser = As my browser
account-theme = Theme
account-password = Password
account-password-how = Changing it signs you out everywhere else.
account-current-password = Current password
account-new-password = New password
account-change-password = Change password
account-sessions = Signed in elsewhere
account-sessions-how = A machine you no longer have, a browser you forgot to leave: end those sessions from here.
account-end-sessions = End my other sessions
account-tokens = API tokens
account-tokens-how = A token lets a program do what you may do. It is shown only once.
account-tokens-api = About the API
account-token-name = What is it for?
    .hint = For example: Monday spreadsheet.
account-token-made = Copy this token now: it will not be shown again.
account-token-used = Used { $ago }
account-token-unused = Never used
account-token-revoked = Revoked { $ago }
account-revoke = Revoke
account-make-token = Make a token
flash-profile-kept = Your choices are saved.
flash-password-changed = Your password is changed. Your other sessions are over.
flash-sessions-ended =
    { $n ->
    [0] There was no other session.
    [one] { $n } other session ended.
   *[other] { $n } other sessions ended.
 }
flash-token-revoked = The token “{ $name }” no longer works.
