# Coming in: sign-in form, one-time links, first password.

sign-in-title = Se connecter
sign-in-motto = Le large, un signal à la fois.
sign-in-email = Adresse e-mail
sign-in-password = Mot de passe
sign-in-enter = Se connecter
sign-in-forgotten = Mot de passe oublié ? Demandez un lien à usage unique à un propriétaire.
sign-in-refused = Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux, puis réessayez.
sign-in-wait =
    Trop d’essais. Attendez { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
 }, puis réessayez.
sign-in-nobody = Personne ne peut encore se connecter ici.
    .hint = Ajoutez la première personne depuis un terminal de cette machine. La commande affiche un lien qui lui ouvre la porte.
sign-in-link = Ce lien vous connecte une seule fois.
sign-in-link-spent = Ce lien a déjà servi, ou il est trop ancien.
    .hint = Demandez-en un autre à un propriétaire, ou connectez-vous avec votre mot de passe.
sign-in-choose = Choisissez un mot de passe
sign-in-choose-why = Vous en aurez besoin la prochaine fois : le lien n’a servi qu’une fois.
sign-in-new-password = Nouveau mot de passe
    .hint = 10 caractères au moins. Quelques mots faciles à retenir conviennent bien.
sign-in-keep = Garder ce mot de passe
sign-in-later = Plus tard
flash-password-set = Votre mot de passe est choisi.
