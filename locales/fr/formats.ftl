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
seen-mastodon-summary = { $posts } publications, dont { $replies } réponses à d’autres, et { $boosts } partages.
seen-mastodon-total = Le fichier annonce { $said } éléments et en contient { $found } : c’est son contenu qui est compté.
seen-mastodon-other = { $count } activités qui ne sont ni des publications ni des partages ont été laissées de côté.
seen-mastodon-actor = La fiche du compte : elle nomme { $name } et ne donne aucun chiffre.
seen-mastodon-left-aside = Ce que le compte a aimé ou mis de côté ({ $items } adresses) ne regarde que lui : rien n’a été pris.
seen-private-left-out = { $count } éléments que tout le monde ne peut pas lire ont été laissés de côté.

## Flux
seen-feed-summary = { $entries } entrées.
seen-feed-undated = { $count } entrées sans date lisible ont été laissées de côté : rien ne dit à quel jour elles appartiennent.
