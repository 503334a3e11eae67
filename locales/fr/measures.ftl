### Les mesures : noms, définitions, formules en mots, remarques, refus.
### Les nombres des remarques arrivent comme nombres, les dates déjà écrites.

## Couches et familles

layer-health = Santé de la communauté
layer-action = Action de l’équipe
layer-results = Résultats pour l’organisation
family-growth = Croissance
family-mentions = Mentions
family-content = Contenus
family-traffic = Trafic
family-publishing = Publication
family-communication = Actes de communication

## Croissance

indicator-followers = Abonnés
indicator-followers-short = Nombre d’abonnés à la fin de la période.
indicator-followers-formula = Le dernier relevé connu à la fin de la période, additionné sur les espaces.
indicator-followers-note = Une personne abonnée à deux espaces compte deux fois : rien ne permet de la reconnaître de l’un à l’autre.
indicator-gains = Nouveaux abonnés
indicator-gains-short = Personnes qui se sont abonnées pendant la période.
indicator-gains-formula = Somme des abonnements de chaque jour, donnés par le service ou comptés un par un.
indicator-gains-note = Une personne qui part puis revient compte à chaque retour.
indicator-losses = Abonnés perdus
indicator-losses-short = Personnes qui se sont désabonnées pendant la période.
indicator-losses-formula = Somme des désabonnements de chaque jour, donnés par le service ou comptés un par un.
indicator-losses-note = Beaucoup de services n’exportent que les arrivées. Les départs sont alors inconnus, ce qui ne veut pas dire nuls.
indicator-net-growth = Croissance nette
indicator-net-growth-short = Abonnés gagnés moins abonnés perdus.
indicator-net-growth-formula = La croissance nette donnée par le service ; à défaut, gains moins pertes ; à défaut, la différence de deux relevés d’abonnés.
indicator-net-growth-note = Une purge de faux comptes par le réseau se lit comme une perte ; elle n’est pas un échec de l’équipe.
indicator-growth-rate = Taux de croissance
indicator-growth-rate-short = Croissance nette en pourcentage des abonnés du début.
indicator-growth-rate-formula = 100 × croissance nette ÷ abonnés au début de la période.
indicator-growth-rate-note = Taux net. D’autres outils mettent les seuls gains au numérateur : leur taux est plus élevé et ne se compare pas à celui-ci.

## Mentions

indicator-mentions = Mentions
indicator-mentions-short = Messages qui nomment l’espace avec une arobase.
indicator-mentions-formula = Somme des mentions de chaque jour, données par le service ou comptées une par une.
indicator-mentions-note = Une mention peut être un éloge comme une plainte : le nombre ne dit pas le ton.
indicator-replies-received = Réponses reçues
indicator-replies-received-short = Réponses de la communauté à l’équipe.
indicator-replies-received-formula = Somme des réponses de chaque jour, données par le service ou comptées une par une.
indicator-replies-received-note = Ce que le service appelle « commentaire » est compté parmi les commentaires.
indicator-citations = Citations
indicator-citations-short = Messages et articles qui nomment le client sans arobase.
indicator-citations-formula = Nombre de citations trouvées par la veille.
indicator-citations-note = Dépend des sources suivies et des noms recherchés : une veille élargie commence une nouvelle série.

## Contenus

indicator-likes = J’aime
indicator-likes-short = Mentions J’aime et réactions reçues.
indicator-likes-formula = Somme des J’aime de chaque jour ; à défaut, ceux des publications, au jour de leur parution.
indicator-likes-note = Compté au jour de la réaction quand le service le dit, au jour de la publication quand il ne donne qu’un total par publication.
indicator-shares = Partages
indicator-shares-short = Fois où un contenu a été relayé.
indicator-shares-formula = Somme des partages de chaque jour ; à défaut, ceux des publications, au jour de leur parution.
indicator-shares-note = Les partages privés (messageries, copies de lien) échappent à tous les services.
indicator-comments = Commentaires
indicator-comments-short = Commentaires reçus sous les publications.
indicator-comments-formula = Somme des commentaires de chaque jour ; à défaut, ceux des publications, au jour de leur parution.
indicator-comments-note = Beaucoup de commentaires sous une publication peuvent annoncer une crise aussi bien qu’un succès.
indicator-interactions = Interactions
indicator-interactions-short = J’aime, commentaires et partages réunis.
indicator-interactions-formula = J’aime + commentaires + partages.
indicator-interactions-note = Ni clics, ni enregistrements, ni vues : d’autres outils les ajoutent sous le même nom.
indicator-engagements = Total d’interactions du service
indicator-engagements-short = Le total d’interactions que le service calcule lui-même, à sa façon.
indicator-engagements-formula = Somme du total de chaque jour, tel que le service le donne ; à défaut, ceux des publications, au jour de leur parution.
indicator-engagements-note = Ce n’est pas « Interactions », que Vigie calcule partout de la même manière : selon les services, ce total contient aussi des clics, des enregistrements ou des visites du profil. Ne le comparez pas d’un réseau à l’autre.
indicator-engaged-people = Personnes ayant interagi
indicator-engaged-people-short = Personnes différentes ayant interagi, telles que le service les compte.
indicator-engaged-people-formula = Le nombre que le service donne pour exactement cette période ; à défaut, la somme de ceux des publications parues.
indicator-engaged-people-note = Des personnes différentes ne s’additionnent pas : celles d’un mois ne sont pas la somme de celles de ses jours. Un clic suffit souvent à être compté.
indicator-reach = Portée
indicator-reach-short = Personnes différentes qui ont vu quelque chose.
indicator-reach-formula = La portée donnée par le service pour exactement cette période ; à défaut, la somme des portées des publications parues.
indicator-reach-note = Estimée par le réseau. Des personnes différentes ne s’additionnent pas : la portée d’un mois n’est pas la somme de ses jours.
indicator-impressions = Impressions
indicator-impressions-short = Nombre d’affichages des contenus.
indicator-impressions-formula = Somme des affichages de chaque jour ; à défaut, ceux des publications, au jour de leur parution.
indicator-impressions-note = Une même personne compte à chaque affichage. La publicité y est souvent mêlée.
indicator-video-views = Vues de vidéos
indicator-video-views-short = Nombre de vues des vidéos, telles que le service les compte.
indicator-video-views-formula = Somme des vues de chaque jour ; à défaut, celles des publications, au jour de leur parution.
indicator-video-views-note = Chaque réseau décide à partir de quand une vidéo est vue : ne comparez pas un réseau à l’autre. Une même personne compte à chaque vue.
indicator-media-views = Vues de médias
indicator-media-views-short = Nombre de fois où les images, les sons et les vidéos des publications ont été vus ou lus.
indicator-media-views-formula = Somme des vues de chaque jour ; à défaut, celles des publications, au jour de leur parution.
indicator-media-views-note = Plus large que les vues de vidéos, que le service peut donner à part : n’additionnez pas les deux.
indicator-profile-views = Vues du profil
indicator-profile-views-short = Nombre de fois où le profil ou la page a été ouvert.
indicator-profile-views-formula = Somme des vues de chaque jour ; à défaut, celles que le service attribue aux publications, au jour de leur parution.
indicator-profile-views-note = Une même personne compte à chaque ouverture. Quand seules les publications le disent, les vues venues d’ailleurs manquent.
indicator-clicks = Clics
indicator-clicks-short = Tous les clics sur ce qui a été publié, tels que le service les compte.
indicator-clicks-formula = Somme des clics de chaque jour ; à défaut, ceux des publications, au jour de leur parution.
indicator-clicks-note = Contient les clics sur les liens, et souvent ceux qui ouvrent une image, un profil ou la suite d’un texte. Pour un site, ce sont les clics sur ses résultats dans le moteur de recherche.
indicator-link-clicks = Clics sur les liens
indicator-link-clicks-short = Clics sur les liens de ce qui a été publié.
indicator-link-clicks-formula = Somme des clics de chaque jour ; à défaut, ceux des publications, au jour de leur parution.
indicator-link-clicks-note = Un clic n’est pas une visite : la page peut ne pas s’ouvrir, le visiteur refuser la mesure. Lisez ce nombre à côté des visites.
indicator-saves = Enregistrements
indicator-saves-short = Fois où quelque chose a été gardé pour plus tard : enregistrements, signets, épingles.
indicator-saves-formula = Somme des enregistrements de chaque jour ; à défaut, ceux des publications, au jour de leur parution.
indicator-saves-note = Un geste privé : le nombre est connu, jamais qui l’a fait.
indicator-follows-from-post = Abonnements dus à une publication
indicator-follows-from-post-short = Abonnements que le service attribue à une publication.
indicator-follows-from-post-formula = Somme des abonnements que le service attribue à chaque publication, au jour de sa parution, ou à chaque jour s’il les donne ainsi.
indicator-follows-from-post-note = Ils sont déjà parmi les nouveaux abonnés : n’additionnez pas les deux. YouTube en retire les départs, et une vidéo peut y coûter des abonnés.
indicator-negative-feedback = Masquages et signalements
indicator-negative-feedback-short = Fois où quelqu’un a masqué ou signalé quelque chose.
indicator-negative-feedback-formula = Somme des masquages et signalements de chaque jour ; à défaut, ceux des publications, au jour de leur parution.
indicator-negative-feedback-note = Peu de services le disent. Un chiffre bas peut tenir à une portée faible : lisez-le à côté de la portée.
indicator-engagement-rate-reach = Taux d’engagement sur la portée
indicator-engagement-rate-reach-short = Interactions pour cent personnes atteintes par les mêmes publications.
indicator-engagement-rate-reach-formula = 100 × somme des interactions ÷ somme des portées, sur les publications qui donnent les deux.
indicator-engagement-rate-reach-note = Rapport de sommes, et non moyenne des taux. Au moins six taux circulent sous ce nom : ne le comparez ni à un autre outil ni d’un réseau à l’autre.
indicator-engagement-rate-followers = Taux d’engagement sur les abonnés
indicator-engagement-rate-followers-short = Interactions pour cent abonnés au moment de la publication.
indicator-engagement-rate-followers-formula = 100 × somme des interactions ÷ somme des abonnés au moment de chaque publication.
indicator-engagement-rate-followers-note = Baisse d’elle-même quand l’audience grandit. Le relevé d’abonnés retenu a 31 jours au plus.
indicator-interactions-per-post = Interactions par publication
indicator-interactions-per-post-short = Nombre moyen d’interactions d’une publication.
indicator-interactions-per-post-formula = Interactions ÷ publications, pour celles qui ont au moins sept jours.
indicator-interactions-per-post-note = Quelques publications font souvent l’essentiel du total : une moyenne ne décrit pas une publication ordinaire.
indicator-active-members = Membres actifs
indicator-active-members-short = Personnes différentes ayant fait au moins un geste.
indicator-active-members-formula = Nombre de personnes différentes ayant aimé, partagé, commenté, répondu, mentionné, cité ou voté.
indicator-active-members-note = Une personne active chaque jour compte une fois : les jours ne s’additionnent pas. Lire sans agir n’est pas compté.

## Trafic

indicator-visits = Visites
indicator-visits-short = Visites du site.
indicator-visits-formula = Visites données jour par jour par l’outil d’audience ; à défaut, comptées dans le journal d’accès (une pause de trente minutes ouvre une nouvelle visite) ; à défaut, somme du tableau de l’outil par canal ou par source.
indicator-visits-note = Les robots reconnus sont écartés. Deux personnes derrière une même adresse, avec le même navigateur, n’en font qu’une.
indicator-visitors = Visiteurs
indicator-visitors-short = Personnes différentes venues sur le site, telles que l’outil d’audience les compte, ou sur la page, telles que son réseau les compte.
indicator-visitors-formula = Le nombre que l’outil d’audience ou le réseau donne pour exactement cette période.
indicator-visitors-note = Des personnes différentes ne s’additionnent pas : les visiteurs d’un mois ne sont pas la somme de ceux de ses jours. Une personne qui vient avec deux appareils en fait deux.
indicator-page-views = Pages vues
indicator-page-views-short = Nombre de pages du site affichées, telles que l’outil d’audience les compte.
indicator-page-views-formula = Somme des pages vues de chaque jour, données par l’outil d’audience.
indicator-page-views-note = Une même personne compte à chaque page. Une hausse peut dire un site plus lu, ou une page plus difficile à trouver : lisez-la à côté des visites.
indicator-social-share = Part des réseaux sociaux
indicator-social-share-short = Part des visites qui viennent des réseaux sociaux.
indicator-social-share-formula = 100 × visites venues de réseaux sociaux ÷ visites dont l’origine est connue par le journal d’accès ou, les jours qu’il ne couvre pas, par l’outil d’audience.
indicator-social-share-note = C’est un minimum : une visite venue d’une application ou d’une messagerie arrive souvent sans dire d’où. La publicité est comptée à part.
indicator-backlinks = Liens entrants
indicator-backlinks-short = Liens posés par d’autres vers le site.
indicator-backlinks-formula = Nombre de liens, au jour où chacun a été vu pour la première fois.
indicator-backlinks-note = On ne voit que les liens des sources suivies, jamais tous ceux du web.

## Action

indicator-posts-published = Publications
indicator-posts-published-short = Publications, statuts et articles de l’équipe.
indicator-posts-published-formula = Le nombre donné par le service ; à défaut, les publications comptées une par une.
indicator-posts-published-note = Les republications comptent ; répartissez par type de contenu pour les distinguer. Publier plus n’est pas publier mieux : lisez ce nombre avec les interactions par publication.
indicator-replies-sent = Réponses envoyées
indicator-replies-sent-short = Réponses de l’équipe à la communauté.
indicator-replies-sent-formula = Somme des réponses de chaque jour, données par le service ou comptées une par une.
indicator-replies-sent-note = Répondre beaucoup ne dit pas répondre vite ni bien.
indicator-mails = Courriels
indicator-mails-short = Courriels envoyés par l’équipe.
indicator-mails-formula = Nombre de courriels saisis dans le journal.
indicator-mails-note = Saisi à la main : ce qui n’est pas noté n’est pas compté.
indicator-calls = Appels
indicator-calls-short = Appels téléphoniques de l’équipe.
indicator-calls-formula = Nombre d’appels saisis dans le journal.
indicator-calls-note = Saisi à la main : ce qui n’est pas noté n’est pas compté.
indicator-meetings = Rencontres
indicator-meetings-short = Rencontres et rendez-vous en personne.
indicator-meetings-formula = Nombre de rencontres saisies dans le journal ou lues dans un agenda.
indicator-meetings-note = Saisi à la main ou lu dans un agenda : ce qui n’y est pas n’est pas compté.
indicator-events-attended = Événements suivis
indicator-events-attended-short = Événements auxquels l’équipe a participé.
indicator-events-attended-formula = Nombre d’événements suivis, saisis dans le journal ou lus dans un agenda.
indicator-events-attended-note = Saisi à la main ou lu dans un agenda : ce qui n’y est pas n’est pas compté.
indicator-events-organised = Événements organisés
indicator-events-organised-short = Événements organisés par l’équipe.
indicator-events-organised-formula = Nombre d’événements organisés, saisis dans le journal ou lus dans un agenda.
indicator-events-organised-note = Saisi à la main ou lu dans un agenda : ce qui n’y est pas n’est pas compté.
indicator-interventions = Interventions
indicator-interventions-short = Interventions de l’équipe dans les espaces d’autrui.
indicator-interventions-formula = Nombre d’interventions saisies dans le journal.
indicator-interventions-note = Saisi à la main : ce qui n’est pas noté n’est pas compté.

## Ce que compte n

sample-told = { $n ->
        [one] { $n } jour, fait ou publication
       *[other] { $n } jours, faits ou publications
    }
sample-facts = { $n ->
        [one] { $n } fait
       *[other] { $n } faits
    }
sample-posts = { $n ->
        [one] { $n } publication
       *[other] { $n } publications
    }
sample-readings = { $n ->
        [one] { $n } relevé
       *[other] { $n } relevés
    }
sample-people = { $n ->
        [one] { $n } personne
       *[other] { $n } personnes
    }
sample-visits = { $n ->
        [one] { $n } visite
       *[other] { $n } visites
    }

## Qui l’a dit

told-by-service_daily = chiffre du service, jour par jour
told-by-service_window = chiffre du service pour la période
told-by-counted = compté un par un
told-by-journal = saisi dans le journal
told-by-post_lifetime = total de chaque publication, au jour de parution
told-by-posts_counted = publications comptées
told-by-level = relevé
told-by-level_difference = différence de deux relevés
told-by-gains_minus_losses = gains moins pertes
told-by-audience_tool = tableau de l’outil d’audience, par origine

## Chiffres que disent les sources

metric-followers = abonnés
metric-gains = nouveaux abonnés
metric-losses = abonnés perdus
metric-net_growth = croissance nette
metric-likes = J’aime
metric-shares = partages
metric-comments = commentaires
metric-replies_received = réponses reçues
metric-mentions = mentions
metric-engagements = total d’interactions du service
metric-reach = portée
metric-impressions = impressions
metric-video_views = vues de vidéos
metric-profile_views = vues du profil
metric-link_clicks = clics sur les liens
metric-clicks = clics
metric-saves = enregistrements
metric-posts_published = publications
metric-engaged_people = personnes ayant interagi
metric-replies_sent = réponses envoyées
metric-negative_feedback = masquages et signalements
metric-follows_from_post = abonnements dus à une publication
metric-media_views = vues de médias
metric-visits = visites
metric-visitors = visiteurs
metric-page_views = pages vues

## Jeux de règles des canaux

rules-ga4 = Google Analytics 4
rules-matomo = Matomo
rules-plausible = Plausible
rules-ga4-note = Les canaux par défaut de Google Analytics 4. Il ne connaît pas les assistants : leurs visites sont des recommandations.
rules-matomo-note = Les types de canaux de Matomo. Une visite marquée d’une campagne est une campagne, d’où qu’elle vienne.
rules-plausible-note = Les canaux de Plausible : l’ordre de Google Analytics 4, avec les assistants et les messageries à part.

## Remarques

caveat-no-source = Aucune source ne le dit. Importez un fichier ou reliez une source qui le contient.
caveat-not-yet = La période n’a pas commencé.
caveat-gains-only = Cette source exporte les arrivées, pas les départs : les pertes sont inconnues.
caveat-not-exported = La source importée ne contient pas ce chiffre ({ $metric }).
caveat-days-only = Donné par jour : rien ne dit à quelle heure.
caveat-days-told = { $asked ->
        [one] { $told } jour connu sur { $asked }.
       *[other] { $told } jours connus sur { $asked }, tous espaces réunis.
    }
caveat-spaces-untold = { $told ->
        [one] { $told } espace sur { $asked } le dit.
       *[other] { $told } espaces sur { $asked } le disent.
    }
caveat-cells-missing = { $n ->
        [one] { $n } case vide dans les fichiers : manquante, et non nulle.
       *[other] { $n } cases vides dans les fichiers : manquantes, et non nulles.
    }
caveat-part-missing = Somme sans cette part, que rien ne dit : { $metric }.
caveat-zone-of-day = Les jours sont ceux du service, dans le fuseau { $zone }.
caveat-zone-unknown = Le service ne dit pas dans quel fuseau il découpe les jours.
caveat-window-open = La période n’est pas terminée.
caveat-part-days = Certains jours ne sont couverts qu’en partie.
caveat-day-not-known = Le jour exact de certaines publications n’est pas connu.
caveat-stale-level = Dernier relevé avant la période : { $date }.
caveat-reach-summed-over-posts = Somme sur les publications : une personne y est comptée une fois par publication.
caveat-reach-not-additive = Connu jour par jour seulement : des personnes différentes ne s’additionnent pas. Demandez-le par jour.
caveat-people-counted-per-space = Une personne est comptée une fois par espace.
caveat-posts-pending = { $n ->
        [one] { $n } publication de moins de sept jours n’est pas comptée : elle réunit encore des réactions.
       *[other] { $n } publications de moins de sept jours ne sont pas comptées : elles réunissent encore des réactions.
    }
caveat-post-not-here = Aucune de ces publications n’est parue sur cette période : les chiffres d’une publication sont ceux de toute sa vie, au jour de sa parution.
caveat-unknown-share = { $percent } % des visites ne disent pas d’où elles viennent : c’est un minimum.
caveat-referrers-not-logged = Le journal d’accès n’indique pas d’où viennent les visites : l’origine est inconnue.
caveat-channels-of-tool = Les visites sont dans les canaux où l’outil d’audience les a mises, quelles que soient les règles choisies.
caveat-visitors-for-visits = L’outil d’audience donne par origine des visiteurs, pas des visites : qui est venu par deux voies compte dans chacune.
caveat-paid-social-apart = { $n ->
        [one] { $n } visite payée venue de réseaux sociaux est comptée à part.
       *[other] { $n } visites payées venues de réseaux sociaux sont comptées à part.
    }

## Questions refusées

ask-unknown-indicator = Il n’y a pas d’indicateur « { $given } ».
ask-unknown-split = On ne peut pas répartir par « { $given } ».
ask-two-grains = Une seule durée à la fois : heure, jour, semaine, mois, trimestre ou année.
ask-no-such-split = L’indicateur « { $indicator } » ne se répartit pas par « { $split } » et ne se filtre pas ainsi.
ask-not-a-date = « { $given } » n’est pas une date telle que 2026-11-22.
ask-empty-period = La période finit ({ $to }) avant de commencer ({ $from }).
ask-unknown-zone = « { $given } » n’est pas un fuseau tel que Europe/Paris.
ask-unknown-filter = On ne peut pas filtrer par « { $given } ».
ask-unknown-compare = On ne peut pas comparer avec « { $given } » : choisissez previous (période précédente) ou year (un an avant).
ask-unknown-rules = Il n’y a pas de jeu de règles « { $given } » : choisissez ga4, matomo ou plausible.
ask-too-many-rows = La réponse aurait { $rows } lignes, et { $limit } au plus tiennent : demandez des périodes plus longues, moins de jours ou moins de répartitions.
