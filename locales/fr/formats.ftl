# Ce qui a été vu dans un fichier : un message pour chaque remarque d’un format.

## Journaux d’accès
seen-log-combined = Journal combiné : chaque ligne indique la page d’où l’on vient et le navigateur.
seen-log-common = Journal commun : il n’indique ni la page d’où l’on vient ni le navigateur. L’origine des visites reste inconnue, les robots ne se distinguent pas des personnes, et toutes les personnes d’une même adresse comptent pour un seul visiteur.
seen-log-dialect = Journal tel que l’écrit { $dialect }.
seen-log-unknown = Cela ressemble à un journal d’accès, dans une variante que personne ici ne lit.
seen-log-no-referrer = Ce journal n’indique pas la page d’où l’on vient : l’origine des visites est inconnue, non pas nulle.
seen-log-no-agent = Ce journal n’indique pas le navigateur : les robots ne se distinguent pas des personnes, et toutes les personnes d’une même adresse comptent pour un seul visiteur.
seen-log-site = Le journal nomme le site en tête de chaque ligne : { $site }.
seen-log-summary = { $lines ->
    [one] { $lines } ligne venant
   *[other] { $lines } lignes venant
    } de { $addresses ->
    [one] { $addresses } adresse
   *[other] { $addresses } adresses
    } ; { $without_referrer } sans page d’origine, { $robots } de robots, { $assets } pour des images, des feuilles de style et d’autres éléments de pages. Restent { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
    } en { $visits ->
    [one] { $visits } visite
   *[other] { $visits } visites
    }.
seen-log-referrers = Lignes venant de réseaux, de moteurs de recherche, d’assistants et de messageries : { $known }. D’autres sites : { $others }. Du site lui-même : { $inner }.
seen-log-own-hosts = Pris pour le site lui-même, afin qu’aller d’une page à l’autre ne soit pas venir d’ailleurs : { $hosts }.
seen-log-own-hosts-unknown = Rien n’indique quel hôte est le site lui-même : nommez-le, pour que ses propres pages ne passent pas pour des sites référents.
seen-log-addresses-at-least = Plus de { $limit } adresses : le compte s’est arrêté là.

## Outils d’audience et liens entrants
seen-arrivals = Tableau de { $metric ->
    [visits] visites
   *[other] visiteurs
 } par { $by ->
    [channel] canal
   *[other] source
 } : { $sum } du { $from } au { $to }.
seen-arrivals-days = { $metric ->
    [visits] Visites
   *[other] Visiteurs
 } jour par jour du { $from } au { $to }.
seen-arrivals-undated = Rien ne dit de quels jours il s’agit : { $sum } { $metric ->
    [visits] visites
   *[other] visiteurs
 } sont donnés ici, et aucun chiffre n’a été pris.
seen-ga4-aside = { $count ->
    [one] Un tableau d’autre chose (pages, événements, pays) a été laissé de côté.
   *[other] { $count } tableaux d’autre chose (pages, événements, pays) ont été laissés de côté.
 }
seen-ga4-split = { $count ->
    [one] Un tableau par jour a une autre dimension : ses lignes sont des parties du site, et ont été laissées de côté. Exportez les jours seuls.
   *[other] { $count } tableaux par jour ont une autre dimension : leurs lignes sont des parties du site, et ont été laissées de côté. Exportez les jours seuls.
 }
seen-ga4-undated = { $count ->
    [one] Un tableau ne dit pas ses dates : il a été écarté.
   *[other] { $count } tableaux ne disent pas leurs dates : ils ont été écartés.
 }
seen-ga4-compared = { $count ->
    [one] Une ligne d’une période comparée a été écartée.
   *[other] { $count } lignes d’une période comparée ont été écartées.
 }
seen-matomo-aside = Ce rapport ne classe qu’une partie des visites ({ $rows } lignes) : aucun chiffre n’a été pris.
seen-matomo-visits = { $visits ->
    [one] Une visite, dite pour elle-même.
   *[other] { $visits } visites, dites une par une.
 }
seen-plausible-aside = Ces { $rows } lignes ne sont ni des canaux ni des sources : aucun chiffre n’a été pris.
seen-search-days = { $clicks } clics et { $impressions } impressions.
seen-search-aside = Par « { $dimension } » : { $clicks } clics et { $impressions } impressions sur toute la période, que le fichier ne date pas. Aucun chiffre n’a été pris.
seen-search-filters = Filtres de l’export : { $filters }.
seen-links-by-site = { $rows ->
    [one] Un site fait un lien vers celui-ci : { $links } pages d’origine, sans date. Aucun chiffre n’a été pris.
   *[other] { $rows } sites font un lien vers celui-ci : { $links } pages d’origine en tout, sans date. Aucun chiffre n’a été pris.
 }
seen-links-by-target = { $rows ->
    [one] Une page est visée : { $links } liens, sans date. Aucun chiffre n’a été pris.
   *[other] { $rows } pages sont visées : { $links } liens en tout, sans date. Aucun chiffre n’a été pris.
 }
seen-links-last-crawled = Le jour de chaque lien est celui où Google a vu la page pour la dernière fois ; quand le lien est apparu, rien ne le dit.
seen-links-lost = { $count ->
    [one] Un de ces liens a disparu depuis.
   *[other] { $count } de ces liens ont disparu depuis.
 }
seen-webmention-received = { $count ->
    [one] Une page écrit sa date d’une façon illisible : le moment de sa réception est retenu.
   *[other] { $count } pages écrivent leur date d’une façon illisible : le moment de leur réception est retenu.
 }
seen-webmention-others = Écartés, faute d’être des actes connus ici : { $kinds }.

## Archive Mastodon
seen-mastodon-summary = { $posts ->
    [one] { $posts } publication
   *[other] { $posts } publications
    }, dont { $replies ->
    [one] { $replies } réponse
   *[other] { $replies } réponses
    } à d’autres, et { $boosts ->
    [one] { $boosts } partage
   *[other] { $boosts } partages
    }.
seen-mastodon-total = Le fichier annonce { $said } éléments et en contient { $found } : c’est son contenu qui est compté.
seen-mastodon-other = { $count ->
    [one] { $count } activité qui n’est ni une publication ni un partage a été laissée de côté.
   *[other] { $count } activités qui ne sont ni des publications ni des partages ont été laissées de côté.
    }
seen-mastodon-actor = La fiche du compte : elle nomme { $name } et ne donne aucun chiffre.
seen-mastodon-left-aside = Ce que le compte a aimé ou mis de côté ({ $items } adresses) ne regarde que lui : rien n’a été pris.
seen-private-left-out = { $count ->
    [one] { $count } élément que tout le monde ne peut pas lire a été laissé de côté.
   *[other] { $count } éléments que tout le monde ne peut pas lire ont été laissés de côté.
    }

## Flux
seen-feed-summary = { $entries ->
    [one] { $entries } entrée.
   *[other] { $entries } entrées.
    }
seen-feed-undated = { $count ->
    [one] { $count } entrée sans date lisible a été laissée de côté : rien ne dit à quel jour elle appartient.
   *[other] { $count } entrées sans date lisible ont été laissées de côté : rien ne dit à quel jour elles appartiennent.
    }

## Activité et archive de X
seen-x-archive-summary = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
    }, { $replies ->
    [one] { $replies } réponse
   *[other] { $replies } réponses
    } à d’autres et { $boosts ->
    [one] { $boosts } repost
   *[other] { $boosts } reposts
    }.
seen-x-owner-unknown = Le fichier ne dit pas de quel compte il vient : les réponses du compte à ses propres tweets d’un autre fichier comptent comme réponses, sauf si son nom est donné parmi ceux de l’équipe.
seen-x-followers-undated = { $count ->
    [one] Un abonné, sans le jour de son arrivée : rien n’a été pris.
   *[other] { $count } abonnés, sans le jour de leur arrivée : rien n’a été pris.
 }
seen-x-following-undated = { $count ->
    [one] Un compte suivi, sans date : rien n’a été pris.
   *[other] { $count } comptes suivis, sans date : rien n’a été pris.
 }
seen-x-likes-undated = { $count ->
    [one] Un tweet que le compte a aimé, sans dire quand : rien n’a été pris.
   *[other] { $count } tweets que le compte a aimés, sans dire quand : rien n’a été pris.
 }
seen-x-account = La description du compte : elle nomme { $name } et ne donne aucun chiffre.
seen-x-left-aside = La partie « { $name } » de l’archive ne dit rien qui se mesure : rien n’a été pris.
seen-x-messages = { $count ->
    [one] Un message privé a été pris, sans son texte.
   *[other] { $count } messages privés ont été pris, sans leurs textes.
 }
seen-x-messages-owner-unknown = Rien ne dit de quel côté des conversations se trouve le compte : donnez son numéro parmi ceux de l’équipe.

## Téléchargements d’Instagram, de Threads et de Reddit
seen-followers-listed = { $count ->
    [one] Un abonné, avec le moment de son arrivée. Ceux qui sont partis avant le téléchargement n’y sont plus : il manque autant de gains.
   *[other] { $count } abonnés, chacun avec le moment de son arrivée. Ceux qui sont partis avant le téléchargement n’y sont plus : il manque autant de gains.
 }
seen-download-summary = { $posts ->
    [one] { $posts } publication
   *[other] { $posts } publications
    } et { $comments ->
    [one] { $comments } commentaire écrit
   *[other] { $comments } commentaires écrits
    }.
seen-threads-texts = { $count ->
    [one] { $count } texte
   *[other] { $count } textes
    }. Le téléchargement ne distingue pas les publications des réponses : tous comptent comme statuts.
seen-download-undated = { $count ->
    [one] Un élément sans date a été laissé de côté : rien ne dit de quel jour il est.
   *[other] { $count } éléments sans date ont été laissés de côté : rien ne dit de quel jour ils sont.
 }
seen-unfollowed-by-account = { $count ->
    [one] Un compte que celui-ci a cessé de suivre : c’est son propre geste, pas une perte. Rien n’a été pris.
   *[other] { $count } comptes que celui-ci a cessé de suivre : ce sont ses propres gestes, pas des pertes. Rien n’a été pris.
 }
seen-download-left-aside = { $count ->
    [one] Un élément qui ne regarde que le compte a été laissé de côté.
   *[other] { $count } éléments qui ne regardent que le compte (qui il suit, ce qu’il aime) ont été laissés de côté.
 }
seen-download-list-empty = Cette partie du téléchargement est une liste vide : il n’y avait rien à prendre.

## Pinterest, Facebook Insights, audience de Meta
seen-days-empty = { $count ->
    [one] Un jour n’a pas encore de chiffre : il manque, il ne vaut pas zéro.
   *[other] { $count } jours n’ont pas encore de chiffre : ils manquent, ils ne valent pas zéro.
 }
seen-pinterest-best = { $title } : { $lines } lignes, { $sum } en tout{ $twice ->
    [0] {""}
    [one] , dont une citée deux fois
   *[other] , dont { $twice } citées deux fois
 }. Elles ne comptent que cette période : rien n’en a été gardé.
seen-audience-not-kept = Les parts d’âges, de villes et de pays ne disent pas de combien de personnes elles sont et ne sont jamais gardées : { $titles }.
seen-audience-without-followers = Le fichier ne donne pas le nombre d’abonnés : il n’y avait rien à prendre.
seen-insights-without-reactions = Cet export n’a ni mentions J’aime, ni commentaires, ni partages : ils sont dans une autre feuille de l’export.

## Conversations : Telegram, WhatsApp, Discord, Slack, Discourse
seen-conversation-summary = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
    }, dont { $team } de l’équipe ({ $replies ->
    [one] { $replies } réponse
   *[other] { $replies } réponses
    } à d’autres) ; { $joins ->
    [one] { $joins } arrivée
   *[other] { $joins } arrivées
    }, { $leaves ->
    [one] { $leaves } départ
   *[other] { $leaves } départs
    }.
seen-team-not-named = Personne n’a été nommé comme membre de l’équipe : tous les messages comptent comme ceux de la communauté.
seen-bots-left-out = { $count ->
    [one] Un message de robot a été laissé de côté.
   *[other] { $count } messages de robots ont été laissés de côté.
 }
seen-service-lines-left-out = { $count ->
    [one] Une ligne que personne n’a dite (du service, ou retirée) a été laissée de côté.
   *[other] { $count } lignes que personne n’a dites (du service, ou retirées) ont été laissées de côté.
 }
seen-whatsapp-lines-unknown = { $count ->
    [one] Une ligne de WhatsApp est dans des mots inconnus ici : des arrivées ou des départs peuvent manquer.
   *[other] { $count } lignes de WhatsApp sont dans des mots inconnus ici : des arrivées ou des départs peuvent manquer.
 }
seen-dates-year-first = Les dates ont été lues l’année d’abord (24/03/04 est le 4 mars 2024).
seen-dates-year-day-month = Les dates ont été lues année, jour, mois (24/03/04 est le 3 avril 2024).
seen-discord-csv = Le CSV ne dit ni qui répond à qui, ni qui est un robot, ni qui arrive : le JSON du même outil le dit.
seen-discord-total = Le fichier annonce { $said } messages et en contient { $found } : c’est son contenu qui est compté.
seen-slack-channel = Canal : { $channel }.
seen-slack-channel-unknown = Rien ne dit de quel canal il s’agit : importez l’export entier, pour qu’aucun message ne compte deux fois.
seen-slack-list = { $what ->
    [users] La liste des membres ({ $count }) : les noms et les adresses ne sont pas pris.
    [channels] La liste des canaux ({ $count }) : elle ne donne aucun chiffre.
   *[other] Le journal des intégrations ({ $count } lignes) : il ne donne aucun chiffre.
 }
seen-discourse-topics = Une liste de { $count } sujets : le premier message de chacun a été pris, la suite n’est pas dans le fichier. Rien n’est connu des jours entiers.
seen-discourse-more = { $count ->
    [one] Un message du sujet n’est pas dans le fichier : le forum les donne par vingt.
   *[other] { $count } messages du sujet ne sont pas dans le fichier : le forum les donne par vingt.
 }

## Dépôt Bluesky
seen-bluesky-summary = { $posts ->
    [one] { $posts } publication
   *[other] { $posts } publications
    }, dont { $replies ->
    [one] { $replies } réponse
   *[other] { $replies } réponses
    } à d’autres, et { $boosts ->
    [one] { $boosts } partage
   *[other] { $boosts } partages
    }.
seen-bluesky-own-acts = Le compte a donné { $likes ->
    [one] { $likes } mention J’aime
   *[other] { $likes } mentions J’aime
    } et suit { $follows ->
    [one] { $follows } compte
   *[other] { $follows } comptes
    } : ce sont ses actes envers d’autres, qu’aucun indicateur ne compte. Ils n’ont pas été pris.
seen-bluesky-other = { $count ->
    [one] Un enregistrement d’une autre sorte (profil, liste, sorte abandonnée) a été laissé de côté.
   *[other] { $count } enregistrements d’autres sortes (profil, listes, sortes abandonnées) ont été laissés de côté.
 }
seen-bluesky-older-blocks = { $count ->
    [one] { $count } bloc appartient à d’anciens états du compte : supprimé ou changé depuis, il n’a pas été pris.
   *[other] { $count } blocs appartiennent à d’anciens états du compte : supprimés ou changés depuis, ils n’ont pas été pris.
    }

## Takeout de Google+
seen-googleplus-summary = Une publication avec { $comments ->
    [one] { $comments } commentaire d’une autre personne
   *[other] { $comments } commentaires d’autres personnes
    }, { $replies ->
    [one] { $replies } réponse
   *[other] { $replies } réponses
    } de son auteur, { $likes } fois +1 et { $shares ->
    [one] { $shares } repartage
   *[other] { $shares } repartages
    }. Ni les +1 ni les repartages n’ont de date : ils comptent au jour de la publication.

## Blogs et leurs commentaires
seen-blog-summary = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
    } ; de la communauté, { $comments ->
    [one] { $comments } commentaire
   *[other] { $comments } commentaires
    } et { $answers ->
    [one] { $answers } réponse
   *[other] { $answers } réponses
    } à l’équipe ; { $replies ->
    [one] { $replies } réponse
   *[other] { $replies } réponses
    } de l’équipe ; { $backlinks ->
    [one] { $backlinks } lien venu
   *[other] { $backlinks } liens venus
    } d’ailleurs.
seen-blog-unpublished = { $count ->
    [one] Un article en brouillon, programmé ou mis à la corbeille a été laissé de côté.
   *[other] { $count } articles en brouillon, programmés ou mis à la corbeille ont été laissés de côté.
 }
seen-blog-unapproved = { $count ->
    [one] Un commentaire en attente, indésirable ou supprimé a été laissé de côté.
   *[other] { $count } commentaires en attente, indésirables ou supprimés ont été laissés de côté.
 }
seen-blog-pages = { $count ->
    [one] Une page fixe n’est pas un article : seuls ses commentaires ont été pris.
   *[other] { $count } pages fixes ne sont pas des articles : seuls leurs commentaires ont été pris.
 }
seen-blog-others = { $count ->
    [one] Une image, un menu ou un autre élément du site n’est pas un article.
   *[other] { $count } images, menus et autres éléments du site ne sont pas des articles.
 }
seen-blog-settings = { $count ->
    [one] Un réglage ou modèle a été laissé tranquille.
   *[other] { $count } réglages et modèles ont été laissés tranquilles.
 }
seen-blog-own-links = { $count ->
    [one] Un lien du blog vers lui-même a été laissé de côté.
   *[other] { $count } liens du blog vers lui-même ont été laissés de côté.
 }
seen-blog-undated = { $count ->
    [one] Un article ou commentaire n’a pas de date : il a été laissé de côté.
   *[other] { $count } articles ou commentaires n’ont pas de date : ils ont été laissés de côté.
 }

## Listes de diffusion
seen-mail-summary = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
    }, dont { $answers ->
    [one] { $answers } réponse
   *[other] { $answers } réponses
    } ; { $different ->
    [one] { $different } message différent
   *[other] { $different } messages différents
    }.
seen-mail-duplicates = { $count ->
    [one] Un message s’y trouve deux fois : il compte une fois.
   *[other] { $count } messages s’y trouvent de nouveau : chacun compte une fois.
 }
seen-mail-without-id = { $count ->
    [one] Un message n’a pas de Message-ID : il a été laissé de côté.
   *[other] { $count } messages n’ont pas de Message-ID : ils ont été laissés de côté.
 }
seen-mail-undated = { $count ->
    [one] Un message n’a pas de date lisible : il a été laissé de côté.
   *[other] { $count } messages n’ont pas de date lisible : ils ont été laissés de côté.
 }

## Enquêtes
seen-survey-summary = { $respondents ->
    [one] { $respondents } répondant
   *[other] { $respondents } répondants
    }, { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
    }. Jusqu’au bout : { $complete } ; arrêtés en chemin : { $incomplete }. Un outil qui ne le dit pas ne compte ni les uns ni les autres.
seen-survey-title = Son titre : { $title }.
seen-survey-personal-left-out = Les colonnes qui disent qui a répondu n’ont pas été gardées : { $columns }.
seen-survey-redacted = { $count ->
    [one] Dans une réponse, une adresse a été retirée.
   *[other] Dans { $count } réponses, des adresses ont été retirées.
 }
seen-survey-blank = { $count ->
    [one] Une ligne est vide.
   *[other] { $count } lignes sont vides.
 }

## LinkedIn
seen-net-only = Ce fichier donne, pour chaque jour, les abonnés gagnés moins les abonnés perdus, et non les deux à part : un jour peut être négatif.
seen-older-posts = { $count ->
    [one] Une publication est antérieure à la période du fichier, qui ne dit qu’une partie de ce qu’elle a reçu : ses chiffres ont été laissés de côté.
   *[other] { $count } publications sont antérieures à la période du fichier, qui ne dit qu’une partie de ce qu’elles ont reçu : leurs chiffres ont été laissés de côté.
 }

## YouTube Studio
seen-youtube-since-publication = Le fichier ne dit pas sur quelle période ses chiffres ont été comptés : ils valent comme reçus depuis la publication. Choisissez *Depuis la création* dans YouTube Studio au moment d’exporter.
seen-youtube-total-apart = Le total que donne YouTube n’est pas la somme des vidéos de la liste ({ $figures }) : seules les vidéos sont comptées ; celles qui ont été supprimées ou coupées de la liste manquent.
seen-youtube-chart = Le graphique répète ses vidéos à chaque jour : elles ont été prises une fois, sans ces chiffres. Les jours de la chaîne sont dans le fichier des totaux.
seen-undated-posts = { $count ->
    [one] Une vidéo n’a pas de date de publication : ce qu’elle a reçu n’appartient à aucun jour et n’est pas compté.
   *[other] { $count } vidéos n’ont pas de date de publication : ce qu’elles ont reçu n’appartient à aucun jour et n’est pas compté.
 }

## TikTok
seen-year-anchored = Les jours sont écrits sans année. Le dernier a été pris au plus tard possible : du { $from } au { $to }. Si le fichier est plus ancien, mettez la date de l’export dans son nom (Overview_2026-01-31.csv) et importez-le de nouveau.

## Newsletters
seen-members-summary = { $joined ->
    [one] { $joined } arrivée
   *[other] { $joined } arrivées
    }, { $left ->
    [one] { $left } départ
   *[other] { $left } départs
    }. Les personnes qui ne sont dans aucune des listes importées ne sont pas comptées.
seen-members-undated = { $count ->
    [one] Pour une personne, rien ne dit quand elle est arrivée : elle ne compte pas parmi les gains.
   *[other] Pour { $count } personnes, rien ne dit quand elles sont arrivées : elles ne comptent pas parmi les gains.
 }
seen-members-gone = { $count ->
    [one] Une personne ne reçoit plus la newsletter, et rien ne dit depuis quand : elle ne compte pas parmi les pertes.
   *[other] { $count } personnes ne reçoivent plus la newsletter, et rien ne dit depuis quand : elles ne comptent pas parmi les pertes.
 }
seen-members-pending = { $count ->
    [one] Une personne n’a pas encore confirmé : elle n’est pas comptée.
   *[other] { $count } personnes n’ont pas encore confirmé : elles ne sont pas comptées.
 }
seen-drafts-left-out = { $count ->
    [one] Un numéro qui n’a pas été envoyé a été laissé de côté.
   *[other] { $count } numéros qui n’ont pas été envoyés ont été laissés de côté.
 }

## OPML
seen-opml-feeds = Une liste de { $count } flux à suivre : { $feeds }.
