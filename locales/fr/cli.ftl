# La ligne de commande.
cli-at = { $file }, { $place }
cli-trouble = { $place } : { $why }
cli-hint = conseil : { $hint }
cli-taken-in = { $file } : { $format } dans « { $place } ». { $rows ->
        [one] { $rows } ligne lue
       *[other] { $rows } lignes lues
    } ; nouveautés : { $posts ->
        [one] { $posts } publication
       *[other] { $posts } publications
    }, { $facts ->
        [one] { $facts } fait
       *[other] { $facts } faits
    }, { $observations ->
        [one] { $observations } relevé
       *[other] { $observations } relevés
    }, { $visits ->
        [one] { $visits } visite
       *[other] { $visits } visites
    }{ $answers ->
        [0] {""}
       *[other] , { $answers } réponses
    } ; { $duplicates ->
        [one] { $duplicates } déjà connu
       *[other] { $duplicates } déjà connus
    }.
cli-nothing-new = { $file } : { $format } dans « { $place } ». { $rows ->
        [one] { $rows } ligne lue
       *[other] { $rows } lignes lues
    } ; rien de nouveau, { $duplicates ->
        [one] { $duplicates } déjà connu
       *[other] { $duplicates } déjà connus
    }.
cli-tried = { $file } : { $format }. { $rows ->
        [one] { $rows } ligne lue
       *[other] { $rows } lignes lues
    }. Apporterait { $posts ->
        [one] { $posts } publication
       *[other] { $posts } publications
    }, { $facts ->
        [one] { $facts } fait
       *[other] { $facts } faits
    }, { $observations ->
        [one] { $observations } relevé
       *[other] { $observations } relevés
    }, { $visits ->
        [one] { $visits } visite
       *[other] { $visits } visites
    }{ $answers ->
        [0] {""}
       *[other] , { $answers } réponses
    } ; { $duplicates ->
        [one] { $duplicates } déjà connu
       *[other] { $duplicates } déjà connus
    }. Rien n’a été enregistré.
cli-left-out = { $file } : ce n’est pas un fichier que Vigie sait lire, laissé de côté.
cli-bad-lines = { $n ->
        [one] { $n } ligne fautive a été sautée.
       *[other] { $n } lignes fautives ont été sautées.
    }
cli-not-a-filter = « { $given } » n’est pas un filtre tel que network=mastodon.
cli-absent = « { $what } » : rien de ce nom ici.
cli-one-figure = Un SVG montre un seul indicateur : demandez-en un à la fois.
cli-not-a-journal-kind = « { $kind } » ne se saisit pas à la main. Choisissez parmi : { $kinds }.
cli-not-a-time = « { $given } » n’est pas un moment tel que 2026-11-22T14:30.
cli-checked = Recompté : { $facts } faits, { $observations } relevés, { $visits } visites et { $posts } publications dans { $spaces } espaces.
cli-no-import = Il n’y a pas d’import numéro { $import } : « vigie imports » en donne la liste.
cli-undone = L’import { $import } ({ $file }) est repris ; les chiffres sont ce qu’ils étaient avant lui.
cli-held = { $posts } publications, { $facts } faits, { $observations } relevés, { $visits } visites
cli-nothing-kept = { $place } : aucun fichier n’a été gardé, rien à relire.
cli-made-again-same = { $place } : { $n ->
        [one] { $n } fichier relu
       *[other] { $n } fichiers relus
    }, tout est comme avant ({ $after }).
cli-made-again = { $place } : { $n ->
        [one] { $n } fichier relu
       *[other] { $n } fichiers relus
    }. Avant : { $before }. Maintenant : { $after }.
cli-watching = Dossier surveillé : { $folder } ; déposez-y des fichiers dans CLIENT/ESPACE.
cli-taken-in-or-left = { $file } : rien à lui reprocher.
cli-checked-answers = { $n } réponses à des enquêtes.
cli-backed-up = { $file } : { $rows } lignes. Le fichier contient les clés de cette installation : gardez-le aussi bien que les données.
cli-restored = { $rows } lignes sont de retour.
cli-link-once = Ce lien laisse entrer une personne, une fois, pendant un jour. Faites-le précéder de l’adresse de votre Vigie.
cli-nobody-yet = Personne ne peut encore entrer. Ajoutez-vous avec : vigie user add VOUS@EXEMPLE.ORG --data { $data }
cli-serving = À l’écoute sur { $address } (ctrl-c pour arrêter)
cli-demo-name = Propriétaire de l’exemple
cli-demo-link = Ouvrez ce lien pour entrer ; il sert une fois :
cli-filling = Remplissage de l’organisation d’exemple : trois clients, deux ans…
cli-filled = { $facts } faits et { $visits } visites en { $seconds } s.
table-period = Période
table-value = Valeur
table-n = n
table-status = État
table-before = Avant
