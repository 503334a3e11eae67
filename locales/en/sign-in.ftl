# Coming in: sign-in form, one-time links, first password.

sign-in-title = Sign in
sign-in-motto = A wide horizon, one signal at a time.
sign-in-email = E-mail
sign-in-password = Password
sign-in-enter = Sign in
sign-in-forgotten = Forgotten your password? Ask an owner for a one-time link.
sign-in-refused = This e-mail and this password do not go together. Check both, then try again.
sign-in-wait =
    Too many tries. Wait { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
 }, then try again.
sign-in-nobody = Nobody can sign in here yet.
    .hint = Add the first person from a terminal on this machine. The command prints a link that lets them in.
sign-in-link = This link signs you in once.
sign-in-link-spent = This link was used already, or is too old.
    .hint = Ask an owner for another one, or sign in with your password.
sign-in-choose = Choose a password
sign-in-choose-why = You will need it next time: the link worked once.
sign-in-new-password = New password
    .hint = 10 characters or more. A few words you will remember are best.
sign-in-keep = Save this password
sign-in-later = Later
flash-password-set = Your password is set.
