### La salle des mesures : vue d’ensemble, page d’une mesure, faits.

## Vue d’ensemble

measures-key-figures = Chiffres principaux
measures-compared = En comparaison : { $dates }.
measures-versus = contre { $before }
measures-table = Tableau
measures-definition = Définition
measures-see-facts = Voir les faits
measures-close = Fermer
measures-aside = Sans source sur cette période : { $names }
measures-add-source = Ajouter une source
measures-note-acts = Noter au journal
measures-nothing-here = Aucun chiffre sur cette période
    .why = Les sources ne disent rien de ces dates, ou pas pour ces espaces.
measures-see-all-time = Voir tout ce qui est connu

## Les trois couches

measures-layer-health = Ce que fait la communauté : arrivées et départs, mentions, réactions, visites.
measures-layer-action = Ce que fait l’équipe, lu dans les espaces ou noté au journal.
measures-layer-results = Ce que l’organisation en retire.
measures-results-none = Aucun résultat n’est encore mesuré ici, et aucun chiffre n’est inventé en attendant. Trois mesures viendront, chacune avec ce qu’il faudra lui donner :
measures-results-goals = Objectifs
    .how = Un chiffre visé et une date, fixés d’avance ; la mesure dira où l’on en est.
measures-results-conversions = Conversions venues des réseaux
    .how = Inscriptions, ventes ou candidatures, lues dans l’export de votre outil d’audience, avec la règle d’attribution nommée à côté.
measures-results-cost = Coût, et coût par réponse
    .how = Le temps et le budget que vous indiquerez, rapportés aux réponses et aux visites.
measures-results-meanwhile = Dès maintenant, ce qui mène de la communauté au site :

## Rien encore

measures-bare = Rien à l’horizon pour l’instant
    .how = Déposez un premier export : les mesures paraissent en moins d’une minute. Aucune clé de réseau n’est nécessaire.
measures-bare-sample = Un exemple rempli, à essayer d’abord :
measures-bare-import = Déposer un export
measures-bare-note = Noter un acte au journal
measures-bare-viewer = Demandez à l’un des community managers d’importer un premier fichier.

## Page d’une mesure

measures-by = Découpage dans le temps
measures-by-whole = En tout
measures-by-hour = Heure
measures-by-day = Jour
measures-by-week = Semaine
measures-by-month = Mois
measures-by-quarter = Trimestre
measures-by-year = Année
measures-split-none = Sans répartition
measures-all-rows =
    { $n ->
        [one] Afficher la seule ligne
       *[other] Afficher les { $n } lignes
    }
measures-unit-count = un nombre
measures-unit-people = des personnes différentes
measures-unit-percent = un pourcentage
measures-unit-ratio = un quotient
measures-definition-formula = Formule
measures-definition-unit = Unité
measures-definition-calculation = Calcul
measures-definition-window = Période
    .dates = { $dates }, fuseau { $zone }
measures-definition-told-by = D’où vient le chiffre
measures-definition-sources = Sources
measures-definition-freshness = Fraîcheur
measures-definition-sample = Échantillon
measures-definition-remarks = Réserves
measures-definition-note = À savoir

## Faits

measures-facts-title = { $name } : les faits
measures-facts-widen = Montrer tous les faits
measures-facts-kinds = Nature des faits
measures-facts-all-kinds = Tous
measures-facts-member = Un membre de la communauté
measures-facts-team = L’équipe
measures-facts-none = Aucun fait n’est connu un par un sur cette période.
measures-facts-by-post = Voir publication par publication
measures-facts-range = { $first } à { $last } sur { $total }
measures-facts-pages = Suite de la liste
measures-facts-newer = Plus récents
measures-facts-older = Plus anciens
measures-facts-told = Ce qui donne le chiffre
measures-facts-told-nothing = Aucune source ne dit ce chiffre sur cette période.
measures-facts-beside = Les faits de la liste sont connus un par un ; le service compte à sa façon, et les deux peuvent différer.
measures-facts-taken = Importé le
measures-facts-sources = Voir les sources
measures-origins = D’où viennent les visites
    .about = La part inconnue reste dans le total.
measures-origins-referrer = Origine
measures-origins-share = Part
measures-origins-others =
    { $n ->
        [one] { $n } autre origine
       *[other] { $n } autres origines
    }

## Un fait, au singulier

fact-follow = Nouvel abonnement
fact-unfollow = Désabonnement
fact-like = J’aime
fact-share = Partage
fact-comment = Commentaire
fact-reply_received = Réponse reçue
fact-mention = Mention
fact-citation = Citation
fact-backlink = Lien entrant
fact-vote = Vote
fact-post = Publication
fact-status = Statut
fact-article = Article
fact-reply = Réponse envoyée
fact-moderation = Modération
fact-mail = Courriel
fact-call = Appel
fact-meeting = Rencontre
fact-event_attended = Événement suivi
fact-event_organised = Événement organisé
fact-intervention = Intervention

## Origines

referrer-none = Sans site d’origine
