# What can go wrong, as a page, a problem of the API or a remark beside a field says it.

error-way-out = Back to the measures
error-way-in = Go to the sign-in page
error-number = Error
error-not-found = This page does not exist
    .why = The address may have changed, or what it named was removed.
    .hint = Check the address, or go back to the measures.
error-forbidden = This is not part of your role
    .why = Your role does not allow what was asked.
    .hint = Ask an owner to do it, or to change your role.
error-signed-out = You are not signed in
    .why = No valid session or token came with the request.
    .hint = Sign in, or send a token made in Account.
error-stale-form = This form is out of date
    .why = It was opened before you signed in or out, or it came from another site. Nothing was changed.
    .hint = Go back, reload the page and send the form again.
error-wrong-method = This address does not work that way
    .why = The address exists, but not for this kind of request.
    .hint = Open it as a page, or look at the API reference.
error-too-large = This is too large
    .why = What was sent is larger than this page takes. Nothing was kept.
    .hint = Send a smaller file, or use the command line: vigie import has no such limit.
error-malformed = This request cannot be read
    .why = A part of it is missing or has the wrong form.
    .hint = Go back and try again. Programs: compare with the API reference.
error-too-many = Too many tries
    .why = Wait { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
     } before the next one.
    .hint = The wait grows with each failure and is forgotten after 15 minutes.
error-fields = Some fields need another look
    .hint = Correct the fields named, then send again.
error-refused = This cannot be done
    .hint = Change what is named above, then try again.
error-broken = Something went wrong here
    .why = The fault is ours. What you entered may not have been kept.
    .hint = Try again in a moment. If it comes back, the log of the server says why.
field-empty = Fill in this field.
field-too-short =
    Write at least { $n ->
    [one] { $n } character
   *[other] { $n } characters
 }.
field-too-long =
    Shorten this to { $n ->
    [one] { $n } character
   *[other] { $n } characters
 } at most.
field-too-small = Enter { $n } or more.
field-too-large = Enter { $n } or less.
field-malformed = This does not have the expected form.
field-email = Enter an e-mail address, such as ana@example.org.
field-name = Enter a name of 1 to 200 characters.
field-password = Choose a password of 10 to 200 characters.
field-wrong-password = This is not your current password.
field-zone = Enter a time zone, such as Europe/Paris.
field-taken = This is taken already: choose another.
field-last-owner = This is the last owner: make somebody else an owner first.
