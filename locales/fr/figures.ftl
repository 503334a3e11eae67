### Ce que les figures disent : titres, légendes, repères, mots des listes fermées.
### $n choisit un pluriel ; $count est le même nombre, déjà écrit.

## Valeurs

figure-partial = { $value } (partiel)
figure-no-data = pas de donnée
figure-not-yet = pas encore connu
figure-not-defined = non défini
figure-name-value = { $name } : { $value }
status-measured = mesuré
status-partial = partiel
status-pending = en attente
status-missing = manquant
status-not_defined = non défini

## Ce que compte chaque indicateur

figure-followers =
    { $n ->
        [0] aucun abonné
        [one] { $count } abonné
       *[other] { $count } abonnés
    }
    .of = des abonnés
figure-gains =
    { $n ->
        [0] aucun nouvel abonné
        [one] { $count } nouvel abonné
       *[other] { $count } nouveaux abonnés
    }
    .of = des nouveaux abonnés
figure-losses =
    { $n ->
        [0] aucun abonné perdu
        [one] { $count } abonné perdu
       *[other] { $count } abonnés perdus
    }
    .of = des abonnés perdus
figure-net_growth =
    { $n ->
        [0] aucun abonné de plus
        [one] { $count } abonné de plus
       *[other] { $count } abonnés de plus
    }
    .of = de la croissance nette
figure-mentions =
    { $n ->
        [0] aucune mention
        [one] { $count } mention
       *[other] { $count } mentions
    }
    .of = des mentions
figure-replies_received =
    { $n ->
        [0] aucune réponse reçue
        [one] { $count } réponse reçue
       *[other] { $count } réponses reçues
    }
    .of = des réponses reçues
figure-citations =
    { $n ->
        [0] aucune citation
        [one] { $count } citation
       *[other] { $count } citations
    }
    .of = des citations
figure-likes =
    { $n ->
        [0] aucun j’aime
        [one] { $count } j’aime
       *[other] { $count } j’aime
    }
    .of = des j’aime
figure-shares =
    { $n ->
        [0] aucun partage
        [one] { $count } partage
       *[other] { $count } partages
    }
    .of = des partages
figure-comments =
    { $n ->
        [0] aucun commentaire
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
    .of = des commentaires
figure-interactions =
    { $n ->
        [0] aucune interaction
        [one] { $count } interaction
       *[other] { $count } interactions
    }
    .of = des interactions
figure-engagements =
    { $n ->
        [0] aucune interaction selon le service
        [one] { $count } interaction selon le service
       *[other] { $count } interactions selon le service
    }
    .of = des interactions selon le service
figure-engaged_people =
    { $n ->
        [0] personne n’a interagi
        [one] { $count } personne ayant interagi
       *[other] { $count } personnes ayant interagi
    }
figure-reach =
    { $n ->
        [0] aucune personne touchée
        [one] { $count } personne touchée
       *[other] { $count } personnes touchées
    }
figure-impressions =
    { $n ->
        [0] aucune impression
        [one] { $count } impression
       *[other] { $count } impressions
    }
    .of = des impressions
figure-video_views =
    { $n ->
        [0] aucune vue de vidéo
        [one] { $count } vue de vidéo
       *[other] { $count } vues de vidéos
    }
    .of = des vues de vidéos
figure-media_views =
    { $n ->
        [0] aucune vue de média
        [one] { $count } vue de média
       *[other] { $count } vues de médias
    }
    .of = des vues de médias
figure-profile_views =
    { $n ->
        [0] aucune vue du profil
        [one] { $count } vue du profil
       *[other] { $count } vues du profil
    }
    .of = des vues du profil
figure-clicks =
    { $n ->
        [0] aucun clic
        [one] { $count } clic
       *[other] { $count } clics
    }
    .of = des clics
figure-link_clicks =
    { $n ->
        [0] aucun clic sur un lien
        [one] { $count } clic sur un lien
       *[other] { $count } clics sur les liens
    }
    .of = des clics sur les liens
figure-saves =
    { $n ->
        [0] aucun enregistrement
        [one] { $count } enregistrement
       *[other] { $count } enregistrements
    }
    .of = des enregistrements
figure-follows_from_post =
    { $n ->
        [0] aucun abonnement dû à une publication
        [one] { $count } abonnement dû à une publication
       *[other] { $count } abonnements dus à une publication
    }
    .of = des abonnements dus à une publication
figure-negative_feedback =
    { $n ->
        [0] aucun masquage ni signalement
        [one] { $count } masquage ou signalement
       *[other] { $count } masquages et signalements
    }
    .of = des masquages et signalements
figure-active_members =
    { $n ->
        [0] aucun membre actif
        [one] { $count } membre actif
       *[other] { $count } membres actifs
    }
figure-visits =
    { $n ->
        [0] aucune visite
        [one] { $count } visite
       *[other] { $count } visites
    }
    .of = des visites
figure-visitors =
    { $n ->
        [0] aucun visiteur
        [one] { $count } visiteur
       *[other] { $count } visiteurs
    }
figure-page_views =
    { $n ->
        [0] aucune page vue
        [one] { $count } page vue
       *[other] { $count } pages vues
    }
    .of = des pages vues
figure-backlinks =
    { $n ->
        [0] aucun lien entrant
        [one] { $count } lien entrant
       *[other] { $count } liens entrants
    }
    .of = des liens entrants
figure-posts_published =
    { $n ->
        [0] aucune publication
        [one] { $count } publication
       *[other] { $count } publications
    }
    .of = des publications
figure-replies_sent =
    { $n ->
        [0] aucune réponse envoyée
        [one] { $count } réponse envoyée
       *[other] { $count } réponses envoyées
    }
    .of = des réponses envoyées
figure-mails =
    { $n ->
        [0] aucun e-mail envoyé
        [one] { $count } e-mail envoyé
       *[other] { $count } e-mails envoyés
    }
    .of = des e-mails envoyés
figure-calls =
    { $n ->
        [0] aucun appel
        [one] { $count } appel
       *[other] { $count } appels
    }
    .of = des appels
figure-meetings =
    { $n ->
        [0] aucun rendez-vous
        [one] { $count } rendez-vous
       *[other] { $count } rendez-vous
    }
    .of = des rendez-vous
figure-events_attended =
    { $n ->
        [0] aucun événement suivi
        [one] { $count } événement suivi
       *[other] { $count } événements suivis
    }
    .of = des événements suivis
figure-events_organised =
    { $n ->
        [0] aucun événement organisé
        [one] { $count } événement organisé
       *[other] { $count } événements organisés
    }
    .of = des événements organisés
figure-interventions =
    { $n ->
        [0] aucune intervention
        [one] { $count } intervention
       *[other] { $count } interventions
    }
    .of = des interventions

## Périodes

figure-hour-of-day = { $day } à { $hour }
figure-when-hour = le { $label }
figure-when-day = le { $label }
figure-when-week = la semaine du { $label }
figure-when-month = en { $label }
figure-when-quarter = au { $label }
figure-when-year = en { $label }
figure-span-months = entre { $first } et { $last }
figure-end-hour = le { $label }
figure-end-day = le { $label }
figure-end-week = la semaine du { $label }
figure-end-month = { $label }
figure-end-quarter = le { $label }
figure-end-year = { $label }
figure-in-days =
    { $n ->
        [one] en { $n } jour
       *[other] en { $n } jours
    }
figure-over-days =
    { $n ->
        [one] sur { $n } jour
       *[other] sur { $n } jours
    }
figure-to-previous =
    { $n ->
        [one] par rapport au jour précédent
       *[other] par rapport aux { $n } jours précédents
    }
figure-than-previous =
    { $n ->
        [one] que le jour précédent
       *[other] que les { $n } jours précédents
    }
figure-as-previous =
    { $n ->
        [one] que le jour précédent
       *[other] que les { $n } jours précédents
    }
figure-label-previous =
    { $n ->
        [one] jour précédent
       *[other] { $n } jours précédents
    }
figure-to-year-before = par rapport à la même période un an plus tôt
figure-than-year-before = qu’un an plus tôt
figure-as-year-before = qu’un an plus tôt
figure-label-year-before = un an plus tôt

## Titres

figure-title-no-rows = { $name } : rien à montrer { $span }
figure-title-nothing = { $name } : aucune donnée { $span }
figure-title-not-yet = { $name } : pas encore de valeur { $span }
figure-title-not-defined = { $name } : non défini { $span }
figure-title-remark = { $title } ({ $remark })
figure-partial-values = certaines valeurs sont partielles
figure-partly-measured = chiffre partiel
figure-title-versus = { $title }, { $versus }
figure-more = { $by } de plus { $than }
figure-less = { $by } de moins { $than }
figure-as-much = autant { $to }
figure-title-rate = { $name } : { $value } { $span }
figure-title-level = { $what } au { $date }
figure-title-flow = { $what } { $span }
figure-net-gained =
    { $n ->
        [1] { $count } abonné gagné de plus que perdu { $span }
       *[other] { $count } abonnés gagnés de plus que perdus { $span }
    }
figure-net-lost =
    { $n ->
        [1] { $count } abonné perdu de plus que gagné { $span }
       *[other] { $count } abonnés perdus de plus que gagnés { $span }
    }
figure-net-even = Autant d’abonnés gagnés que perdus { $span }
figure-title-once = { $what } { $when }
figure-title-steady = { $name } : stable à { $value } { $span }
figure-title-rose = { $name } en hausse : de { $from } à { $to } ({ $change }) entre { $start } et { $end }
figure-title-fell = { $name } en baisse : de { $from } à { $to } ({ $change }) entre { $start } et { $end }
figure-title-peak = { $name } : le plus haut { $when }, à { $value }
figure-title-fastest = Les abonnés ont augmenté de { $value } { $when }, la plus forte hausse de la période
figure-title-of-which = { $title }, dont { $value } { $when }
figure-title-both = { $gains } et { $losses } { $span }
figure-title-hour = L’heure la plus forte : { $day } à { $hour }, avec { $what } en moyenne
figure-title-of-key = { $key } : { $what }
figure-title-at = { $title } { $when }
figure-title-plain = { $what }
figure-title-share = { $key } : { $share } { $of }
figure-title-leads = { $name } : { $key } en tête avec { $value }, devant { $second } avec { $next }
figure-title-two-lead = { $name } : { $a } et { $b } en tête, à égalité avec { $value }
figure-title-many-lead = { $name } : { $n } en tête, à égalité avec { $value }
figure-gaps =
    { $grain ->
        [hour]
            { $n ->
                [one] { $n } heure sans donnée
               *[other] { $n } heures sans donnée
            }
       *[day]
            { $n ->
                [one] { $n } jour sans donnée
               *[other] { $n } jours sans donnée
            }
        [week]
            { $n ->
                [one] { $n } semaine sans donnée
               *[other] { $n } semaines sans donnée
            }
        [month]
            { $n ->
                [one] { $n } mois sans donnée
               *[other] { $n } mois sans donnée
            }
        [quarter]
            { $n ->
                [one] { $n } trimestre sans donnée
               *[other] { $n } trimestres sans donnée
            }
        [year]
            { $n ->
                [one] { $n } année sans donnée
               *[other] { $n } années sans donnée
            }
        [key]
            { $n ->
                [one] { $n } valeur manquante
               *[other] { $n } valeurs manquantes
            }
    }

## Sous-titres et descriptions

figure-unit-count = nombre
figure-unit-people = personnes différentes
figure-unit-percent = en %
figure-unit-ratio = quotient
figure-per-hour = par heure
figure-per-day = par jour
figure-per-week = par semaine
figure-per-month = par mois
figure-per-quarter = par trimestre
figure-per-year = par an
figure-each-hour = heure par heure
figure-each-day = jour par jour
figure-each-week = semaine par semaine
figure-each-month = mois par mois
figure-each-quarter = trimestre par trimestre
figure-each-year = année par année
figure-mean-by-hour = moyenne par heure de la semaine
figure-by-client = par client
figure-by-space = par espace
figure-by-network = par réseau
figure-by-kind = par nature de fait
figure-by-post = par publication
figure-by-content_type = par type de contenu
figure-by-person = par membre de l’équipe
figure-by-channel = par canal
figure-by-referrer = par site référent
figure-two-names = { $a } et { $b }
figure-drawn-nothing = Cadre vide.
figure-drawn-numeral = Un seul chiffre.
figure-drawn-lines = Courbe.
figure-drawn-bars = Barres, une par période.
figure-drawn-mirrored = Barres : les gains au-dessus de zéro, les pertes au-dessous.
figure-drawn-ranking = Barres couchées, la plus longue en haut.
figure-drawn-panels = Petites courbes, une par ligne du tableau croisé, à la même échelle.
figure-drawn-stacks = Barres empilées.
figure-drawn-week = Carte des heures : les jours de la semaine en lignes, les heures en colonnes, la teinte pour la moyenne.
figure-extremes = Le plus bas : { $low } { $low-when } ; le plus haut : { $high } { $high-when }.
figure-some-partial = Des valeurs sont partielles.
figure-see-table = Le tableau donne chaque valeur.
figure-values-missing =
    { $n ->
        [one] { $n } valeur manque et n’est pas dessinée.
       *[other] { $n } valeurs manquent et ne sont pas dessinées.
    }
figure-left-out =
    { $n ->
        [one] { $n } autre ligne n’est pas montrée.
       *[other] { $n } autres lignes ne sont pas montrées.
    }
figure-sources =
    { $n ->
        [one] Source : { $names }.
       *[other] Sources : { $names }.
    }
figure-sources-and-others =
    { $others ->
        [one] Sources : { $names } et { $others } autre.
       *[other] Sources : { $names } et { $others } autres.
    }

## Repères dans le dessin

figure-key-partial = partiel
figure-key-missing = pas de donnée
figure-total = Total
figure-others =
    { $n ->
        [one] { $n } autre
       *[other] { $n } autres
    }
figure-mean-of =
    { $n ->
        [one] { $day }, { $hour } : { $value } (une seule heure connue)
       *[other] { $day }, { $hour } : { $value } en moyenne de { $n } heures
    }

## Tableaux

figure-column-hour = Heure
figure-column-day = Jour
figure-column-week = Semaine
figure-column-month = Mois
figure-column-quarter = Trimestre
figure-column-year = Année
figure-column-status = État
split-client = Client
split-space = Espace
split-network = Réseau
split-kind = Nature
split-post = Publication
split-content_type = Type de contenu
split-person = Personne
split-channel = Canal
split-referrer = Site référent

## Évolutions et cartes

figure-unchanged = stable
figure-no-comparison = pas de comparaison possible { $to }
figure-card-missing = Pas de donnée sur cette période.
figure-card-not-yet = Trop tôt pour le dire : la période n’est pas finie, ou les publications reçoivent encore des réactions.
figure-card-not-defined = Pas de valeur définie sur cette période : il n’y a rien à quoi la rapporter.
figure-remedy-journal = Notez vos e-mails, appels, rendez-vous et événements dans le Journal, ou importez un agenda ICS.
figure-remedy-log = Importez le journal d’accès du site ou l’export de son outil d’audience.
figure-remedy-audience = Importez l’export d’audience du réseau, ou un relevé de ses abonnés.
figure-remedy-audience-tool = Importez l’export, jour par jour, de l’outil d’audience du site.
figure-remedy-statistics = Importez les statistiques qu’exporte le réseau, par jour ou par publication.
figure-remedy-posts = Importez l’export des publications du réseau, ou l’archive du compte.
figure-spark-none = Pas assez de données pour une courbe.
figure-turnover =
    { $net } { $n ->
        [one] abonné
       *[other] abonnés
    } { $span } : { $gained }, { $lost }
figure-arrivals =
    { $n ->
        [0] aucune arrivée
        [one] { $count } arrivée
       *[other] { $count } arrivées
    }
figure-departures =
    { $n ->
        [0] aucun départ
        [one] { $count } départ
       *[other] { $count } départs
    }
figure-quotient-engagement_rate_reach =
    { $value } { $span } : { $up-n ->
        [one] { $up } interaction
       *[other] { $up } interactions
    } pour { $down-n ->
        [one] { $down } personne touchée
       *[other] { $down } personnes touchées
    }
figure-quotient-interactions_per_post =
    { $value } { $span } : { $up-n ->
        [one] { $up } interaction
       *[other] { $up } interactions
    } pour { $down-n ->
        [one] { $down } publication
       *[other] { $down } publications
    }
figure-quotient-social_share =
    { $value } { $span } : { $up-n ->
        [one] { $up } visite venue des réseaux sociaux
       *[other] { $up } visites venues des réseaux sociaux
    } pour { $down-n ->
        [one] { $down } visite en tout
       *[other] { $down } visites en tout
    }
figure-quotient-growth_rate =
    { $value } { $span } : { $up-n ->
        [one] { $up } abonné
       *[other] { $up } abonnés
    } pour { $down-n ->
        [one] { $down } abonné au départ
       *[other] { $down } abonnés au départ
    }
figure-spark =
    De { $first } à { $last } ; entre { $low } et { $high }.{ $missing ->
        [0] {""}
        [one] {" "}{ $missing } valeur manque.
       *[other] {" "}{ $missing } valeurs manquent.
    }
key-post = « { $title } »
key-unknown = Non précisé

## Natures de faits

kind-follow = Nouveaux abonnés
kind-unfollow = Désabonnements
kind-like = J’aime
kind-share = Partages
kind-comment = Commentaires
kind-reply_received = Réponses reçues
kind-mention = Mentions
kind-citation = Citations
kind-backlink = Liens entrants
kind-vote = Votes
kind-post = Publications
kind-status = Statuts
kind-article = Articles
kind-reply = Réponses envoyées
kind-moderation = Modérations
kind-mail = E-mails
kind-call = Appels
kind-meeting = Rendez-vous
kind-event_attended = Événements suivis
kind-event_organised = Événements organisés
kind-intervention = Interventions

## Types de contenu

content-type-unknown = Non précisé
content-type-status = Texte
content-type-photo = Photo
content-type-video = Vidéo
content-type-link = Lien
content-type-reel = Reel
content-type-carousel = Carrousel
content-type-story = Story
content-type-poll = Sondage
content-type-article = Article
content-type-audio = Audio
content-type-event = Événement
content-type-boost = Repartage

## Canaux

channel-direct = Accès direct
channel-organic_search = Moteurs de recherche
channel-paid_search = Recherche payante
channel-organic_social = Réseaux sociaux
channel-paid_social = Réseaux sociaux, payant
channel-organic_video = Sites vidéo
channel-paid_video = Vidéo payante
channel-organic_shopping = Sites marchands
channel-paid_shopping = Sites marchands, payant
channel-ai_assistant = Assistants d’IA
channel-email = E-mail
channel-referral = Autres sites
channel-affiliates = Affiliation
channel-display = Bannières
channel-paid_other = Autre payant
channel-audio = Audio
channel-sms = SMS
channel-mobile_push = Notifications mobiles
channel-cross_network = Multi-réseau
channel-campaign = Campagnes
channel-unassigned = Non classé
channel-unknown = Origine inconnue
