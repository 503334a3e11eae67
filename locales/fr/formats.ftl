# Ce qui a été vu dans un fichier : un message pour chaque remarque d’un format.

## Journaux d’accès
seen-log-combined = Journal combiné : chaque ligne indique la page d’où l’on vient et le navigateur.
seen-log-common = Journal commun : il n’indique ni la page d’où l’on vient ni le navigateur. L’origine des visites reste inconnue, les robots ne se distinguent pas des personnes, et toutes les personnes d’une même adresse comptent pour un seul visiteur.
seen-log-dialect = Journal tel que l’écrit { $dialect }.
seen-log-unknown = Cela ressemble à un journal d’accès, dans une variante que personne ici ne lit.
seen-log-no-referrer = Ce journal n’indique pas la page d’où l’on vient : l’origine des visites est inconnue, non pas nulle.
seen-log-no-agent = Ce journal n’indique pas le navigateur : les robots ne se distinguent pas des personnes, et toutes les personnes d’une même adresse comptent pour un seul visiteur.
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
