# Settings: the organisation, its clients, spaces and people, the log of who did what.

settings-title = Réglages
settings-lead = Ils valent pour toute l’organisation.
settings-parts = Parties des réglages
settings-organisation = Organisation
settings-organisation-how = Son nom paraît sur la page de connexion.
settings-name = Nom
settings-language = Langue
    .hint = Pour ceux qui n’en ont choisi aucune dans leur compte.
settings-language-browser = Celle du navigateur de chacun
settings-zone = Fuseau horaire
    .hint = Les jours et les mois commencent à minuit dans ce fuseau.
settings-rules = Origine des visites
settings-rules-how = Trois jeux de règles publiés classent les visites par canal.
settings-rules-legend = Jeu de règles
settings-clients = Clients
settings-clients-lead = Ceux dont vous animez les communautés. Rien ne passe de l’un à l’autre.
settings-client-about =
    { $n ->
    [one] { $n } espace
   *[other] { $n } espaces
 } · { $zone }
settings-no-client = Aucun client pour l’instant. Ajoutez le premier ici, ou importez un fichier : l’import le créera.
settings-add-client = Ajouter un client
settings-client = Nom et fuseau
settings-client-how = Son mot dans les adresses et sur la ligne de commande ne change pas :
settings-files = Fichiers tels qu’ils sont venus
settings-files-how = Les fichiers sont gardés à côté de ce qui en a été lu, pour être relus quand une règle a changé (un fuseau, une correspondance, une lecture améliorée). Les enquêtes ne sont jamais gardées sous forme de fichiers.
settings-raw-days = Jours de conservation des fichiers
    .hint = Vide : aussi longtemps que ce qui en a été lu. 0 : pas du tout.
settings-read-again = Relire les fichiers
settings-spaces = Espaces
settings-spaces-how = Ses pages, ses comptes et ses sites, où qu’ils soient.
settings-no-space = Aucun espace pour l’instant.
settings-add-space = Ajouter un espace
settings-space = Nom et réseau
settings-network = Réseau
settings-delete-client = Effacer ce client
settings-delete-client-how = Ses espaces, leur histoire et son journal sont perdus. La page suivante dit combien.
settings-delete-space = Effacer cet espace
settings-delete-space-how = Toute son histoire est perdue. La page suivante dit combien.
settings-delete-title = Effacer { $name } ?
settings-delete-why = Il n’y a pas de retour possible, sauf par une sauvegarde faite avant.
settings-lost = Voici ce qui est perdu :
settings-lost-nothing = Il ne contient encore rien.
settings-lost-spaces =
    { $n ->
    [one] { $n } espace
   *[other] { $n } espaces
 }
settings-lost-imports =
    { $n ->
    [one] { $n } import
   *[other] { $n } imports
 }
settings-lost-posts =
    { $n ->
    [one] { $n } publication
   *[other] { $n } publications
 }
settings-lost-facts =
    { $n ->
    [one] { $n } fait
   *[other] { $n } faits
 }
settings-lost-figures =
    { $n ->
    [one] { $n } relevé
   *[other] { $n } relevés
 }
settings-lost-visits =
    { $n ->
    [one] { $n } ligne de visites
   *[other] { $n } lignes de visites
 }
settings-confirm = Pour confirmer, écrivez : { $name }
settings-keep-it = Ne rien effacer
settings-back = Retour
settings-people = Personnes
settings-people-lead = Celles et ceux qui se connectent ici, et ce qu’ils peuvent faire.
settings-person-disabled = accès fermé
settings-add-person = Ajouter une personne
settings-add-person-how = Vous obtenez un lien à transmettre. Il connecte une seule fois ; la personne choisit alors son mot de passe.
settings-email = Adresse e-mail
settings-role = Rôle
    .hint = Les propriétaires font tout. Les responsables répondent des espaces et des imports. Les community managers importent et tiennent le journal. La lecture seule ne change rien.
settings-works-for = Travaille pour
settings-all-clients = Tous les clients
    .hint = Y compris ceux à venir
settings-rights = Rôle et clients
settings-link = Lien de connexion
settings-link-how = Pour qui a oublié son mot de passe. Il sert une fois, dans la journée ; rien d’autre ne change.
settings-make-link = Créer un lien
settings-link-made = Copiez ce lien maintenant : il n’est montré qu’une fois et sert une seule fois, dans la journée. Il est pour
settings-reset = Réinitialiser l’accès
settings-reset-how = Pour qui a perdu une machine : son mot de passe, ses sessions et ses jetons prennent fin, et vous obtenez un lien pour recommencer.
settings-disable = Fermer l’accès
settings-disable-how = Cette personne ne peut plus se connecter. Son nom reste sur ce qu’elle a fait, et vous pourrez rouvrir l’accès.
settings-enable = Rouvrir l’accès
settings-enable-how = Elle se connecte avec un nouveau lien ou son mot de passe.
settings-audit = Journal d’audit
settings-audit-lead = Qui a fait quoi ici, pour la sûreté du lieu. Il s’efface au bout d’un an.
settings-audit-at = Quand
settings-audit-who = Qui
settings-audit-act = Ce qui a été fait
settings-audit-what = Sur quoi
settings-audit-somebody = Quelqu’un qui n’est plus là
settings-audit-nobody = Ligne de commande, ou personne de connecté
settings-audit-act-gone = Un acte supprimé depuis · { $client }
settings-audit-pages = Pages
settings-audit-newest = Les plus récents
settings-audit-older = Plus anciens
field-no-client = Choisissez au moins un client, ou tous.
field-confirm = Ce n’est pas le nom : { $name }
flash-settings-kept = Les réglages sont gardés.
flash-client-added = { $name } est ajouté.
flash-raw-days-wrong = Ce n’est pas un nombre de jours de 0 à 36 500 : rien n’a été changé.
flash-read-again-same = { $files ->
        [0] Aucun fichier de ce client n’a été gardé : rien à relire.
        [one] Un fichier relu : tout est comme avant.
       *[other] { $files } fichiers relus : tout est comme avant.
    }
flash-read-again = { $files ->
        [one] Un fichier relu
       *[other] { $files } fichiers relus
    } ; { $spaces ->
        [one] un espace a changé.
       *[other] { $spaces } espaces ont changé.
    }
flash-file-unreadable = { $file } ne se lit plus : { $space } reste comme il était.
flash-client-kept = { $name } est gardé.
flash-client-deleted = { $name } est effacé, avec tout ce qu’il contenait.
flash-space-added = { $name } est ajouté.
flash-space-kept = { $name } est gardé.
flash-space-deleted = { $name } est effacé, avec son histoire.
flash-person-kept = Le rôle et les clients de { $name } sont gardés.
flash-person-disabled = { $name } ne peut plus se connecter.
flash-person-enabled = { $name } peut de nouveau se connecter.
flash-last-owner = C’est le dernier propriétaire : nommez-en d’abord un autre.
act-signed-in = S’est connecté
act-sign-in-failed = Connexion refusée
act-signed-out = S’est déconnecté
act-link-made = Lien de connexion créé
act-password-changed = Mot de passe changé
act-token-made = Jeton créé
act-token-revoked = Jeton révoqué
act-person-added = Personne ajoutée
act-person-changed = Rôle ou clients changés
act-person-reset = Accès réinitialisé
act-person-disabled = Accès fermé
act-person-enabled = Accès rouvert
act-client-created = Client ajouté
act-client-changed = Client modifié
act-client-deleted = Client effacé
act-space-created = Espace ajouté
act-space-changed = Espace modifié
act-space-deleted = Espace effacé
act-file-imported = Fichier importé
act-import-undone = Import annulé
act-note-entered = Acte noté au journal
act-note-changed = Acte du journal modifié
act-note-deleted = Acte du journal effacé
act-mapping-kept = Correspondance gardée
act-mapping-deleted = Correspondance effacée
act-settings-changed = Réglages changés
act-backup-made = Sauvegarde faite
act-backup-restored = Sauvegarde restaurée
act-log-read = Journal d’audit lu
