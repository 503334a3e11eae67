### Le journal : ce que les réseaux ne voient pas.

journal-lead = Ce que les réseaux ne voient pas : courriels, appels, rencontres, événements.
journal-note = Noter un acte
journal-kind = Qu’avez-vous fait ?
journal-text = En quelques mots
journal-person = Par
journal-person-hint = Un membre de l’équipe, ou personne.
journal-at = Quand
journal-at-zone = Fuseau { $zone }.
journal-at-zone-of-client = À l’heure du client.
journal-client = Pour
journal-client-choose = Choisir un client
journal-note-button = Noter
journal-calendar = Importer un agenda ICS
journal-viewer = Votre rôle permet de lire le journal, pas d’y écrire.
journal-no-client = Un journal appartient à un client, et il n’y en a pas encore. Le premier import en crée un.
journal-first-import = Importer un premier fichier

journal-kind-wanted = Choisissez ce que vous avez fait.
journal-client-wanted = Choisissez pour quel client.
journal-at-unreadable = Cette date ne se lit pas. Écrivez-la comme 2026-11-22T10:30.
journal-at-too-far = Cette date est trop loin : de 1990 à un an d’ici.

journal-noted = { $kind } : noté le { $when }.
journal-changed = { $kind } : modifié, le { $when }.
journal-struck = { $kind } : supprimé, c’était le { $when }.
journal-undo = Annuler
journal-nothing-to-undo = Il n’y a plus rien à annuler : plus de dix minutes ont passé, ou c’est déjà fait.
flash-journal-undone = C’est annulé.

journal-acts =
    { $n ->
        [0] Aucun acte
        [one] { $n } acte
       *[other] { $n } actes
    }
journal-every-kind = Tous les actes
journal-everybody = Toute l’équipe
journal-none = Rien n’est noté pour ces dates.
journal-none-how = Notez-en un plus haut, en dix secondes, ou importez un agenda.
journal-imported = Importé
journal-pages = Suite du journal
journal-strike-what = Supprimer : { $what }

journal-edit = Modifier un acte
journal-entered-by = Saisi par { $name }.
journal-keep = Enregistrer
journal-back = Revenir au journal
journal-strike = Supprimer
journal-from-a-file = Cet acte vient d’un fichier : modifiez-le dans l’agenda, puis importez-le de nouveau.
journal-client-stays = Un acte reste chez son client : supprimez-le, puis notez-le chez l’autre.
