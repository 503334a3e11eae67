# Ce qui a été vu dans un fichier : un message pour chaque remarque d’un format.

## Journaux d’accès
seen-log-combined = Journal combiné : chaque ligne indique la page d’où l’on vient et le navigateur.
seen-log-common = Journal commun : il n’indique ni la page d’où l’on vient ni le navigateur. L’origine des visites reste inconnue, les robots ne se distinguent pas des personnes, et toutes les personnes d’une même adresse comptent pour un seul visiteur.
seen-log-site = Le journal nomme le site en tête de chaque ligne : { $site }.
seen-log-summary = { $lines } lignes venant de { $addresses } adresses ; { $without_referrer } sans page d’origine, { $robots } de robots, { $assets } pour des images, des feuilles de style et d’autres éléments de pages. Restent { $pages } pages en { $visits } visites.
seen-log-referrers = Lignes venant de réseaux, de moteurs de recherche, d’assistants et de messageries : { $known }. D’autres sites : { $others }. Du site lui-même : { $inner }.
seen-log-own-hosts = Pris pour le site lui-même, afin qu’aller d’une page à l’autre ne soit pas venir d’ailleurs : { $hosts }.
seen-log-own-hosts-unknown = Rien n’indique quel hôte est le site lui-même : nommez-le, pour que ses propres pages ne passent pas pour des sites référents.
seen-log-addresses-at-least = Plus de { $limit } adresses : le compte s’est arrêté là.

## Archive Mastodon
seen-mastodon-summary = { $posts } publications, dont { $replies } réponses à d’autres, et { $boosts } partages.
seen-mastodon-total = Le fichier annonce { $said } éléments et en contient { $found } : c’est son contenu qui est compté.
seen-mastodon-other = { $count } activités qui ne sont ni des publications ni des partages ont été laissées de côté.
seen-mastodon-actor = La fiche du compte : elle nomme { $name } et ne donne aucun chiffre.
seen-mastodon-left-aside = Ce que le compte a aimé ou mis de côté ({ $items } adresses) ne regarde que lui : rien n’a été pris.
seen-private-left-out = { $count } éléments que tout le monde ne peut pas lire ont été laissés de côté.

## Flux
seen-feed-summary = { $entries } entrées.
seen-feed-undated = { $count } entrées sans date lisible ont été laissées de côté : rien ne dit à quel jour elles appartiennent.

## Blogs et leurs commentaires
seen-blog-summary = { $articles } articles ; de la communauté, { $comments } commentaires et { $answers } réponses à l’équipe ; { $replies } réponses de l’équipe ; { $backlinks } liens venus d’ailleurs.
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
seen-mail-summary = { $messages } messages, dont { $answers } réponses ; { $different } messages différents.
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
seen-survey-summary = { $respondents } répondants, { $questions } questions. Jusqu’au bout : { $complete } ; arrêtés en chemin : { $incomplete }. Un outil qui ne le dit pas ne compte ni les uns ni les autres.
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
