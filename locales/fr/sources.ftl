# Sources : ce qui ne va pas dans un fichier et que faire, ce qu’on y a vu, et les mots des formats.
# Les phrases des pages sont ailleurs. Un argument qu’un trouble n’a pas vaut `none`.

## Où
trouble-at-line = ligne { $line }
trouble-at-field = { $field }
trouble-at-line-field = ligne { $line }, { $field }

## Ce qui ne va pas
trouble-unrecognised = { $encoding ->
    [binary] Aucun format ne reconnaît ce fichier : ce n’est pas du texte.
    [none] Aucun format ne reconnaît ce fichier.{ $headers ->
        [none] {""}
       *[other] {" "}On y trouve : { $headers }.
    }
   *[other] Aucun format ne reconnaît ce fichier. Il a été lu comme { $encoding } ; il commence par : { $headers }.
 }
trouble-unrecognised-hint = Vérifiez que c’est bien le fichier tel que le service l’a donné. Si c’est un tableau, dites ce que sont ses colonnes (une correspondance) ; si vous connaissez le format, nommez-le.
trouble-ambiguous = Le fichier peut se comprendre de plusieurs façons : { $formats }.
trouble-ambiguous-hint = Choisissez : nommez le format, ou le réseau quand le fichier parle de plusieurs.
trouble-empty = Il n’y a rien à lire ici.
trouble-empty-hint = Refaites l’export sur une période où il s’est passé quelque chose.
trouble-bad-encoding = { $encoding ->
    [none] Ces octets ne sont pas du texte.
   *[other] Ces octets ne sont pas de l’{ $encoding }.
 }
trouble-bad-encoding-hint = Un tableur a sans doute réenregistré le fichier. Refaites l’export et importez-le sans l’ouvrir entre-temps.
trouble-truncated = Le fichier s’arrête au milieu.
trouble-truncated-hint = Le téléchargement ou la copie s’est interrompu : refaites l’export.
trouble-missing-column = Cette colonne n’est pas dans le fichier. { $headers ->
    [none] {""}
   *[other] Ses colonnes : { $headers }.
 }
trouble-missing-column-hint = Exportez avec toutes les colonnes. Si le service en a renommé une, passez par une correspondance et signalez-le.
trouble-cell-count = { $cells } cellules sur cette ligne, { $headers } colonnes dans le fichier.
trouble-cell-count-hint = Un séparateur dans un texte sans guillemets, ou une ligne coupée à la main. Corrigez la ligne, ou ignorez les lignes fautives.
trouble-not-a-number = « { $value } » n’est pas un nombre.
trouble-not-a-number-hint = Un tableur change 3.4 en date. Refaites l’export et importez le fichier sans l’ouvrir, ou ignorez les lignes fautives.
trouble-not-a-date = { $value ->
    [none] Cette date n’a pas le jour et le mois dans le même ordre que celle de la ligne { $other }.
   *[other] « { $value } » n’est pas une date.
 }
trouble-not-a-date-hint = Les dates doivent toutes s’écrire de la même façon. Refaites l’export et importez le fichier sans l’ouvrir.
trouble-rounded-id = « { $value } » était un identifiant : un tableur l’a arrondi, et plus personne ne peut dire de quelle publication il s’agit.
trouble-rounded-id-hint = Refaites l’export et importez le fichier sans l’ouvrir dans un tableur.
trouble-requoted = Des lignes entières sont entre guillemets : un tableur les a prises pour une seule cellule et réenregistrées.
trouble-requoted-hint = Refaites l’export et importez le fichier sans l’ouvrir dans un tableur.
trouble-malformed = { $reason ->
    [none] Le fichier est abîmé.
   *[other] Le fichier est abîmé : { $reason }.
 }
trouble-malformed-hint = Récupérez le fichier à nouveau. S’il échoue encore au même endroit, c’est le service qui l’a mal écrit.
trouble-too-large = { $limit ->
    [none] Plus grand que ce qui peut être pris.
   *[other] Plus grand que ce qui peut être pris (la limite est { $limit }).
 }
trouble-too-large-hint = Exportez sur des périodes plus courtes. Une archive qui se déplie bien au-delà de sa taille est refusée exprès.
trouble-empty-value = Il n’y a rien ici, et il faut quelque chose.
trouble-empty-value-hint = Complétez la ligne, ou ignorez les lignes fautives.
trouble-unknown-zone = Aucun fuseau horaire ne s’appelle « { $zone } ».
trouble-unknown-zone-hint = Les noms ressemblent à Europe/Paris ou America/Montreal.
trouble-ambiguous-dates = Toutes les dates de ce fichier se lisent dans les deux sens : jour puis mois, ou mois puis jour.
trouble-ambiguous-dates-hint = Exportez sur une période plus longue, ou dites l’ordre dans une correspondance.
trouble-mapping-needed = Ce tableau n’est pas connu. Ses colonnes : { $headers }.
trouble-mapping-needed-hint = Dites ce qu’est chaque colonne : dans la page des sources, ou par un fichier de correspondance.
trouble-bad-mapping = { $reason ->
    [toml] Le fichier de correspondance ne peut pas être lu : { $value }.
    [no-column] La correspondance ne dit rien d’aucune colonne.
    [no-date] Aucune colonne ne dit quand : il en faut une pour « at », ou le mois, le jour de la semaine et l’heure.
    [no-part] Avec des dates en morceaux, il faut aussi « { $value } ».
    [weekday-one] Dites quel jour de la semaine vaut 1 : weekday_one est sunday (dimanche) ou monday (lundi).
    [no-kind] Les lignes sont des actes, et rien ne dit lesquels : il faut une colonne « kind », ou une constante.
    [no-figure] Les lignes sont des jours, et aucune colonne n’est un chiffre.
    [figure-of-fact] Les lignes sont des actes : un chiffre n’y a pas sa place.
    [header-empty] « { $value } » n’a pas d’en-tête.
    [header-twice] Cet en-tête figure deux fois dans la correspondance.
    [role-twice] Deux colonnes sont « { $value } ».
    [format-not-date] Seule une date a un format.
    [format] Le modèle « { $value } » ne donne pas une année, un mois et un jour.
    [value-unknown] « { $value } » n’est pas dans notre liste.
    [encoding] Aucun encodage ne s’appelle « { $value } ».
    [header-row] Les lignes se comptent à partir de 1.
    [sheet] Le classeur n’a pas de feuille « { $value } ». Ses feuilles : { $headers }.
   *[other] La correspondance a un défaut.
 }
trouble-bad-mapping-hint = Le guide montre une correspondance entière, ligne par ligne.
trouble-unreadable = { $reason ->
    [none] Le fichier ne peut pas être lu.
   *[other] Le fichier ne peut pas être lu : { $reason }.
 }
trouble-unreadable-hint = Vérifiez qu’il existe et que vous avez le droit de l’ouvrir.
trouble-store-failed = Ce qui a été lu n’a pas pu être gardé.
trouble-store-failed-hint = Rien de ce fichier n’est conservé. Vérifiez la place sur le disque et recommencez.
trouble-cancelled = Vous avez arrêté l’import.
trouble-cancelled-hint = Rien de ce fichier n’est conservé.
trouble-bad-line = { $value ->
    [none] Cette ligne n’est pas comme les autres.
   *[other] Cette ligne n’est pas comme les autres : « { $value } ».
 }
trouble-bad-line-hint = Corrigez la ligne, ou ignorez les lignes fautives.
trouble-duplicate-column = { $first ->
    [none] Cette colonne figure deux fois dans le fichier.
   *[other] Cette colonne figure deux fois et dit « { $first } », puis « { $second } ».
 }
trouble-duplicate-column-hint = Retirez l’une des deux, ou renommez-la.
trouble-only-private = Tout est privé dans ce fichier.
trouble-only-private-hint = Les éléments privés ne sont pris que si vous le demandez.
trouble-not-fetched = { $reason ->
    [none] L’adresse n’a pas pu être lue.
   *[other] L’adresse n’a pas pu être lue : { $reason }.
 }
trouble-not-fetched-hint = Ouvrez-la dans un navigateur. Si elle y fonctionne, réessayez dans quelques minutes.
trouble-contradiction = { $expected ->
    [none] « { $value } » contredit une autre ligne du fichier.
   *[other] Le fichier dit { $value } là où ses propres chiffres font { $expected }.
 }
trouble-contradiction-hint = Refaites l’export. Si cela revient, ignorez les lignes fautives : la ligne reste dehors et elle est listée.
trouble-resaved = { $separator ->
    [semicolon] Les cellules sont séparées par des points-virgules : un tableur a réenregistré le fichier.
    [tab] Les cellules sont séparées par des tabulations : un tableur a réenregistré le fichier.
   *[other] Les cellules ne sont pas séparées comme le fait le service : un tableur a réenregistré le fichier.
 }
trouble-resaved-hint = Nul ne peut dire ce qu’il a changé d’autre (dates, identifiants). Refaites l’export et importez le fichier sans l’ouvrir.
trouble-wrong-network = Le fichier parle de { $file }, et cet espace est de { $space }.
trouble-wrong-network-hint = Choisissez un autre espace, ou laissez l’import en créer un.
trouble-no-client = Il n’est dans le dossier d’aucun client, et il n’y a pas qu’un seul client à qui il pourrait revenir.
trouble-no-client-hint = Placez-le dans un dossier qui porte le nom du client : BOÎTE/Client/Espace/fichier.
trouble-no-object = Cette ligne n’est pas un objet JSON : elle cloche au caractère { $column }.
trouble-no-object-hint = Chaque ligne doit être un objet entier, de l’accolade ouvrante à la fermante. Corrigez-la, ou ignorez les lignes fautives.
trouble-list-of-feeds = { $count ->
    [none] C’est une liste de flux à suivre : elle ne donne aucun chiffre.
    [one] C’est une liste d’un seul flux à suivre ({ $feeds }) : elle ne donne aucun chiffre.
   *[other] C’est une liste de { $count } flux à suivre ({ $feeds }) : elle ne donne aucun chiffre.
 }
trouble-list-of-feeds-hint = Elle est faite pour la veille, qui suit ce que les autres écrivent. Pour mesurer l’un de ces sites, importez l’adresse de son flux.

## Ce qui a été vu
seen-text = Texte en { $encoding } ; cellules séparées par { $separator ->
    [comma] des virgules
    [semicolon] des points-virgules
    [tab] des tabulations
   *[other] des barres
 }.
seen-workbook = Un classeur de tableur.
seen-json-lines = Du JSON ligne à ligne : un objet par ligne.
seen-keys-unmet = Aucune ligne du fichier n’a : { $headers }.
seen-headers = Un tableau que personne ne connaît. Ses colonnes : { $headers }.
seen-encoding-guessed = L’encodage est deviné ({ $encoding }) : regardez les accents avant de vous fier aux textes.
seen-days = Du { $from } au { $to }.
seen-metric = On y trouve : { $title }.
seen-metric-days = { $title } : du { $from } au { $to }.
seen-day-zone-unknown = Le service ne dit pas dans quel fuseau horaire il découpe les jours.
seen-zone-assumed = Les heures sont écrites sans fuseau : elles ont été prises pour celles de { $zone }.
seen-dates-month-first = Les dates ont été lues le mois d’abord (03/04 est le 4 mars).
seen-dates-day-first = Les dates ont été lues le jour d’abord (03/04 est le 3 avril).
seen-days-within-month-unknown = { $count ->
    [one] Le jour d’une publication n’est pas connu : elle est placée au premier jour de semaine voulu de son mois.
   *[other] Le jour de { $count } publications n’est pas connu : chacune est placée au premier jour de semaine voulu de son mois.
 }
seen-gains-only = Ce fichier donne les abonnés gagnés, pas les abonnés perdus.
seen-followers-at-import = Le nombre d’abonnés n’est pas daté dans le fichier : il compte comme vu au moment de l’import.
seen-network-unknown = Le fichier ne dit pas de quel réseau il parle.
seen-other-network-left-out = De l’autre réseau, laissé de côté cette fois : { $titles }.
seen-blocks-left-out = Non repris : { $titles }.
seen-sheets-left-out = { $count ->
    [one] Une autre feuille du classeur (par pays, par ville, par sorte de geste…) n’a pas été reprise.
   *[other] { $count } autres feuilles du classeur (par pays, par ville, par sorte de geste…) n’ont pas été reprises.
    }
seen-posts-unavailable = { $count ->
    [one] Meta ne donne rien sur une publication : la personne qui a exporté n’y a pas accès.
   *[other] Meta ne donne rien sur { $count } publications : la personne qui a exporté n’y a pas accès.
 }
seen-several-spaces = Le fichier mêle plusieurs pages ou comptes : { $names }. Tout va dans un seul espace.
seen-types-unknown = Types de publication encore jamais rencontrés : { $types }. Ils comptent comme inconnus.
seen-ids-recovered = { $count ->
    [one] Un identifiant avait été arrondi par un tableur ; il a été repris du lien.
   *[other] { $count } identifiants avaient été arrondis par un tableur ; ils ont été repris des liens.
 }
seen-times-from-ids = { $count ->
    [one] L’heure d’une publication vient de son identifiant, qui la contient à la milliseconde.
   *[other] L’heure de { $count } publications vient de leurs identifiants, qui la contiennent à la milliseconde.
 }
seen-times-unknown = { $count ->
    [one] D’une publication, seul le jour est connu.
   *[other] De { $count } publications, seul le jour est connu.
 }
seen-cancelled-left-out = { $count ->
    [one] Un événement annulé a été laissé de côté.
   *[other] { $count } événements annulés ont été laissés de côté.
 }
seen-future-left-out = { $count ->
    [one] Un événement n’a pas encore eu lieu : il a été laissé de côté.
   *[other] { $count } événements n’ont pas encore eu lieu : ils ont été laissés de côté.
 }
seen-not-acts-left-out = { $count ->
    [one] Un anniversaire ou jour de congé a été laissé de côté.
   *[other] { $count } anniversaires et jours de congé ont été laissés de côté.
 }
seen-recurrences-cut = Un événement se répète plus de { $limit } fois : les premières ont été prises.
seen-recurrences-early = Un événement se répète depuis avant { $year } : de ses dates d’avant cette année, la première seule a été prise.

## Réseaux
network-facebook = Facebook
network-instagram = Instagram
network-x = X
network-linkedin = LinkedIn
network-pinterest = Pinterest
network-youtube = YouTube
network-tiktok = TikTok
network-threads = Threads
network-mastodon = Mastodon
network-bluesky = Bluesky
network-googleplus = Google+
network-blog = Blog
network-site = Site
network-forum = Forum
network-newsletter = Lettre d’information
network-chat = Messagerie
network-journal = Journal
network-other = Autre

## Formats
tier-bronze = Bronze
tier-silver = Argent
tier-gold = Or
sees-posts = les publications elles-mêmes
sees-visits = les visites et leur origine
sees-answers = les réponses aux enquêtes, une par une
sees-figure-followers = abonnés
sees-figure-gains = abonnés gagnés
sees-figure-losses = abonnés perdus
sees-figure-net_growth = croissance nette
sees-figure-likes = j’aime et réactions
sees-figure-shares = partages
sees-figure-comments = commentaires
sees-figure-replies_received = réponses reçues
sees-figure-mentions = mentions
sees-figure-engagements = interactions au sens du service
sees-figure-reach = personnes touchées
sees-figure-impressions = impressions
sees-figure-video_views = vues de vidéos
sees-figure-profile_views = vues du profil
sees-figure-link_clicks = clics sur les liens
sees-figure-clicks = clics
sees-figure-saves = enregistrements
sees-figure-posts_published = publications
sees-figure-engaged_people = personnes ayant interagi
sees-figure-replies_sent = réponses envoyées
sees-figure-negative_feedback = avis négatifs
sees-figure-follows_from_post = abonnés gagnés par une publication
sees-figure-media_views = vues de médias
sees-figure-visits = visites
sees-figure-visitors = visiteurs
sees-figure-page_views = pages vues
sees-fact-follow = abonnements
sees-fact-unfollow = désabonnements
sees-fact-like = j’aime
sees-fact-share = partages
sees-fact-comment = commentaires
sees-fact-reply_received = réponses reçues
sees-fact-mention = mentions
sees-fact-citation = citations
sees-fact-backlink = liens entrants
sees-fact-vote = votes
sees-fact-post = publications
sees-fact-status = statuts
sees-fact-article = articles
sees-fact-reply = réponses
sees-fact-moderation = actes de modération
sees-fact-mail = courriels
sees-fact-call = appels
sees-fact-meeting = réunions
sees-fact-event_attended = événements suivis
sees-fact-event_organised = événements organisés
sees-fact-intervention = interventions

## Colonnes d’une correspondance
role-id = identifiant
role-at = date ou moment
role-year = année
role-month = mois
role-weekday = jour de la semaine
role-hour = heure
role-text = texte
role-url = adresse
role-content_type = type de contenu
role-person = personne
role-kind = type d’acte
role-post = publication concernée
role-reply_to = message auquel il répond
