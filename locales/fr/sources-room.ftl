# La salle des sources : déposer un fichier, vérifier, importer, reprendre ; santé des sources ; aide des formats.

## La salle
sources-lead = D’où viennent les chiffres, ce que chaque source peut voir, et s’il est temps de la nourrir.
sources-drop = Déposez un export
    .hint = X, Meta, TikTok, Mastodon, journaux d’accès, agendas, flux, ou n’importe quel CSV, TSV, classeur ou JSON ligne à ligne ; un zip aussi. Rien n’est gardé avant votre accord.
sources-sending = Envoi du fichier
sources-read = Lire le fichier
sources-address = Ou l’adresse d’un flux (RSS, Atom, JSON Feed)
sources-read-address = Lire l’adresse
sources-no-file = Aucun fichier n’a été choisi. Choisissez-en un, ou déposez-le ici.
sources-too-many-files = Plus de { $n } fichiers à la fois : rassemblez-les dans un zip.
sources-several-files = { $first } et { $n ->
    [one] { $n } autre
   *[other] { $n } autres
 }
sources-address-needed = Une adresse commence par https:// ou http://.
sources-not-fetched = { $why } { $hint }
sources-uploads = En attente
    .hint = Un dépôt attend une semaine, puis il est oublié.
sources-upload-waiting = À vérifier
sources-upload-running = En cours
sources-upload-done = Importé
sources-upload-refused = Refusé
sources-upload-interrupted = Interrompu
sources-health = Santé des sources
    .hint = Jusqu’où va ce que chacune raconte.
sources-health-empty = Encore aucune source. Déposez un premier export : les mesures paraissent en moins d’une minute, sans aucune clé de réseau.
sources-space-empty = Encore rien d’importé
sources-freshness-fresh = À jour
sources-freshness-due = À renouveler
sources-freshness-late = En retard
sources-freshness-undated = Sans date
sources-freshness-empty = Vide
sources-watched = Dossier surveillé
    .hint = Déposez les fichiers sur le serveur dans un dossier au nom du client, puis dans un autre au nom de l’espace ; ils sont importés et rangés dans « done », ou dans « refused » avec la raison à côté :
sources-watched-done = Importé
sources-watched-refused = Refusé
sources-imports = Derniers imports
    .hint = Chacun peut être annulé en entier.
sources-formats = Formats
    .hint = Ce que chaque fichier dit, ce qu’il ne peut pas dire, où le trouver.
sources-search = Chercher un format
sources-search-do = Chercher
sources-formats-found = { $n ->
    [0] Aucun format
    [one] { $n } format
   *[other] { $n } formats
 }
sources-formats-none = Rien ne répond à ces mots. Un tableau que personne ne connaît se lit par une correspondance : déposez-le, et dites ce que sont ses colonnes.
sources-in-short = En bref
sources-any-network = Tous
sources-fact-tells = Dit
sources-fact-lacks = Ne dit pas
sources-fact-never-kept = Jamais gardé
sources-fact-tier = Niveau
sources-fact-id = En ligne de commande
sources-format-sample = Échantillon
sources-tells-whole = On y trouve : { $what }.
sources-tells-daily = Par jour : { $what }.
sources-tells-per-post = Par publication : { $what }.
sources-tells-facts = Un par un : { $what }.
sources-lacks = Ne dit pas : { $what }.

## Vérifier
sources-step-drop = Déposer
sources-step-check = Vérifier
sources-step-import = Importer
sources-check = Vérifier avant d’importer
sources-interrupted = Vigie s’est arrêté pendant cet import.
    .hint = Rien n’en a été gardé. Le fichier est toujours là : vous pouvez recommencer.
sources-last-try = Le dernier essai a été refusé
    .hint = D’un fichier refusé, rien n’est gardé. Changez les choix plus bas, ou déposez un fichier refait.
sources-seen = Ce qui a été reconnu
    .hint = D’après le contenu, jamais d’après le nom.
sources-unknown = Fichier inconnu
sources-chip-known = Reconnu
sources-chip-columns = Colonnes à nommer
sources-chip-left-out = Laissé de côté
sources-chip-refused = À corriger
sources-chip-imported = Importé
sources-chip-nothing-new = Rien de nouveau
sources-more-parts = { $n ->
    [one] Et { $n } autre fichier, qui sera lu à l’import.
   *[other] Et { $n } autres fichiers, qui seront lus à l’import.
 }
sources-columns-needed = Personne ne connaît ce tableau. Dites ce que sont ses colonnes ; la réponse servira pour les suivants.
sources-columns-say = Nommer les colonnes
sources-columns-kept = Lu par la correspondance
sources-columns-change = La changer
sources-format-help = Ce que dit ce format, et ce qu’il ne peut pas dire
sources-preview = Aperçu de
sources-count-rows = Lignes lues
sources-count-posts = Publications
sources-count-facts = Faits
sources-count-observations = Relevés
sources-count-visits = Visites
sources-count-answers = Réponses
sources-count-duplicates = Déjà connus
sources-count-bad = Lignes fautives
sources-bad-skipped = { $n ->
    [one] { $n } ligne fautive sautée
   *[other] { $n } lignes fautives sautées
 }
sources-bad-list = Les lignes fautives
sources-bad-where = Où
sources-bad-why = Pourquoi
sources-choices = Où l’importer
sources-otherwise = Autrement
sources-place = Espace
sources-place-choose = Choisissez…
sources-place-auto = { $client }, l’espace que dit le fichier
sources-place-new = { $client }, nouvel espace…
sources-place-needed = Choisissez où vont ces chiffres.
sources-new-client = Nouveau client…
sources-new-place = Nouvel espace ou nouveau client
sources-new-client-name = Nom du nouveau client
sources-new-space-name = Nom du nouvel espace
sources-network = Réseau
    .hint = Le fichier ne dit pas de quel réseau il parle.
sources-network-told = Celui que dit le fichier
sources-network-of-space = Celui de l’espace choisi
sources-network-unknown = Aucun réseau ne porte ce nom.
sources-more-choices = Autres choix
sources-format = Lire comme
sources-format-recognised = Comme reconnu
sources-format-unknown = Aucun format ne porte ce nom.
sources-zone = Fuseau horaire
    .hint = Pour les heures écrites sans fuseau. Laissez vide pour celui du client.
sources-team = Noms de votre équipe dans cette source
    .hint = Tels que la source les écrit, séparés par des virgules. Ce qu’ils ont écrit compte comme le travail de l’équipe, le reste comme la voix de la communauté.
sources-own-hosts = Adresses du site lui-même
    .hint = Par exemple exemple.fr, www.exemple.fr. Laissez vide pour les trouver dans le journal.
sources-skip-bad = Sauter les lignes fautives
    .hint = Elles sont comptées et listées. Sinon, une seule fait refuser le fichier.
sources-include-private = Prendre aussi ce qui n’était pas public
    .hint = Laissé de côté d’habitude.
sources-by-others = Écrit par d’autres
    .hint = Les entrées comptent comme des citations, pas comme vos publications.
sources-read-again = Relire avec ces choix
sources-import = Importer
sources-forget = Ne rien garder
flash-upload-forgotten = Le fichier est oublié. Rien n’en a été gardé.

## L’import
sources-running = Import en cours
sources-progress = { $share } · { $rows ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
 }
sources-progress-rows = { $rows ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
 }
sources-may-leave = Vous pouvez quitter cette page : l’import continue, et vous le retrouverez dans les sources.
sources-done = { $n ->
    [one] { $n } nouveauté importée
   *[other] { $n } nouveautés importées
 }
sources-done-nothing = Rien de nouveau dans ce fichier
sources-what-came = Fichier par fichier
sources-see-measures = Voir les mesures
sources-see-import = Voir cet import, ou l’annuler
sources-drop-another = Déposer un autre fichier
sources-brought-posts = { $n ->
    [one] { $n } publication
   *[other] { $n } publications
 }
sources-brought-facts = { $n ->
    [one] { $n } fait
   *[other] { $n } faits
 }
sources-brought-observations = { $n ->
    [one] { $n } relevé
   *[other] { $n } relevés
 }
sources-brought-visits = { $n ->
    [one] { $n } visite
   *[other] { $n } visites
 }
sources-brought-answers = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
 }
sources-brought-nothing = rien de nouveau
sources-covers = Ce que le fichier raconte : { $range }.
sources-undo = Annuler cet import
sources-undo-ask = Annuler cet import ?
sources-undo-what = Tout ce que ce fichier a apporté s’en va, et les mesures redeviennent ce qu’elles étaient. Pour le retrouver, il faudra l’importer de nouveau.
sources-undo-keeps = Ce qu’un import plus ancien disait déjà reste en place.
sources-undo-do = Annuler l’import
sources-undo-not = Le garder
flash-import-undone = L’import de { $name } est annulé : les mesures sont comme avant.

## Nommer les colonnes
sources-mapping = Nommer les colonnes
sources-mapping-lead = Dites ce que contient chaque colonne. La correspondance est gardée, et retrouvée au prochain fichier qui aura les mêmes en-têtes.
sources-rows = Chaque ligne est
sources-rows-posts = une publication
    .hint = Avec ses chiffres : j’aime, commentaires, personnes touchées…
sources-rows-days = un jour
    .hint = Avec les chiffres de l’espace : abonnés gagnés, vues…
sources-rows-facts = un acte
    .hint = Un appel, une réponse, un commentaire… avec sa date.
sources-columns = Les colonnes
sources-role-none = Ne pas lire
sources-roles-time = Le moment
sources-roles-about = Ce dont il s’agit
sources-roles-figures = Un chiffre
sources-words-of = Les mots de « { $header } »
sources-word-itself = Tel quel
sources-dates = Les dates
sources-date-format = Comment les dates sont écrites
    .none = À trouver dans le fichier
sources-date-day-first = Le jour d’abord (31/12)
sources-date-month-first = Le mois d’abord (12/31)
sources-date-epoch = Secondes ou millisecondes depuis 1970
sources-date-pattern = Ou un modèle
    .hint = Par exemple %d/%m/%Y %H:%M.
sources-constant-year = Année de toutes les lignes
    .hint = Quand les colonnes ne donnent que le mois.
sources-weekday-one = Jour de la semaine n° 1
    .none = Sans objet
sources-weekday-monday = Lundi
sources-weekday-sunday = Dimanche
sources-constants = Ce qui est pareil sur toutes les lignes
sources-mapping-network = Réseau
    .none = Choisi à l’import
sources-constant-type = Type de contenu
    .none = Dit par une colonne, ou inconnu
sources-constant-kind = Type d’acte
    .none = Dit par une colonne
sources-constant-person = Personne
sources-table-place = Où est le tableau, comment il est écrit
sources-empty = Mots qui veulent dire « pas de chiffre »
    .hint = Séparés par un point-virgule : n.c. ; inconnu. Une cellule vide ne vaut jamais zéro.
sources-header-row = Ligne des en-têtes
sources-separator = Séparateur
    .none = À trouver dans le fichier
sources-separator-comma = Virgule
sources-separator-semicolon = Point-virgule
sources-separator-tab = Tabulation
sources-separator-pipe = Barre verticale
sources-encoding = Encodage
    .none = À trouver dans le fichier
sources-sheet = Feuille du classeur
    .hint = Laissez vide pour la première.
sources-became = Ce que deviennent les premières lignes
sources-became-nothing = Rien encore : dites au moins quelle colonne donne la date.
sources-became-what = Quoi
sources-became-when = Quand
sources-became-text = Texte
sources-became-figures = Chiffres
sources-became-day = Jour
sources-became-figure = { $figure } : { $value }
sources-mapping-name = Nom de la correspondance
sources-mapping-keep = Garder cette correspondance
sources-mapping-look = Voir ce que cela donne
sources-mapping-save = Télécharger
sources-mapping-file = Vous avez déjà une correspondance
    .hint = Le même fichier TOML qu’en ligne de commande.
sources-mapping-file-field = Fichier de correspondance
sources-mapping-load = Charger
flash-mapping-kept = La correspondance « { $name } » est gardée. Vérifiez, puis importez.
