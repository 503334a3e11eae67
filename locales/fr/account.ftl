# The account: what is somebody's own.

account-title = Compte
account-profile = Vous
account-name = Nom
account-language = Langue
account-language-browser = Comme mon navigateur
account-theme = Thème
account-password = Mot de passe
account-password-how = Le changer vous déconnecte partout ailleurs.
account-current-password = Mot de passe actuel
account-new-password = Nouveau mot de passe
account-change-password = Changer le mot de passe
account-sessions = Connecté ailleurs
account-sessions-how = Une machine que vous n’avez plus, un navigateur resté ouvert : mettez fin à ces sessions d’ici.
account-end-sessions = Fermer mes autres sessions
account-tokens = Jetons d’API
account-tokens-how = Un jeton permet à un programme de faire ce que vous pouvez faire. Il n’est montré qu’une fois.
account-tokens-api = À propos de l’API
account-token-name = À quoi servira-t-il ?
    .hint = Par exemple : tableur du lundi.
account-token-made = Copiez ce jeton maintenant : il ne sera plus montré.
account-token-used = Utilisé { $ago }
account-token-unused = Jamais utilisé
account-token-revoked = Révoqué { $ago }
account-revoke = Révoquer
account-make-token = Créer un jeton
flash-profile-kept = Vos choix sont gardés.
flash-password-changed = Votre mot de passe est changé. Vos autres sessions sont fermées.
flash-sessions-ended =
    { $n ->
    [0] Il n’y avait pas d’autre session.
    [one] { $n } autre session fermée.
   *[other] { $n } autres sessions fermées.
 }
flash-token-revoked = Le jeton « { $name } » ne fonctionne plus.
