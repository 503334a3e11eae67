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
seen-members-summary = { $joined } arrivées, { $left } départs. Les personnes qui ne sont dans aucune des listes importées ne sont pas comptées.
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
