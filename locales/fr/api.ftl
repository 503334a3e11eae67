# The page that presents the API to people.

api-title = API
api-lead = Les mêmes chiffres, les mêmes imports et le même journal, pour vos programmes.
api-first = Une première question
api-first-how = Chaque demande porte un jeton. Il fait ce que vous pouvez faire, et rien de plus.
api-make-token = Créer un jeton
api-addresses = Adresses
api-address = Adresse
api-about = À propos
api-problems = Refus
api-problems-how = Un refus est un document « problem » (RFC 9457). Son code ne change pas.
api-code = Code
api-status = Statut
api-no-indicator = Aucun indicateur n’est demandé. Nommez-en un ou plusieurs : indicator=gains.
api-one-drawing = Un dessin montre un seul indicateur. Demandez-en un à la fois.
api-unknown-format = Il n’y a pas de format « { $given } » : json, csv ou svg.
api-unknown-word = Une question n’a pas de mot « { $given } ».

# What each address does: api-does-METHOD-PATH.
api-does-get-ask = Répond à une question, avec les mots de `vigie ask`.
api-does-get-clients = Liste les clients.
api-does-get-formats = Liste les formats lus : ce que chacun dit et ce qu’il ne peut pas dire.
api-does-get-imports = Liste les imports des espaces que vous voyez, du plus récent au plus ancien.
api-does-post-imports = Importe des fichiers ; répond par un résultat par fichier, comme `vigie import --json`. 422 quand un fichier a été refusé.
api-does-delete-imports-one = Annule un import et tout ce qu’il a apporté : pour les responsables, et pour la personne qui a importé le fichier.
api-does-get-indicators = Liste chaque indicateur : nom, définition, unité, découpages.
api-does-get-journal = Liste les actes du journal, du plus récent au plus ancien.
api-does-post-journal = Note un acte.
api-does-get-journal-one = Lit un acte.
api-does-delete-journal-one = Supprime un acte saisi à la main. La réponse est l’acte tel qu’il était : notez-le de nouveau pour le remettre.
api-does-patch-journal-one = Modifie un acte saisi à la main : seulement les champs donnés.
api-does-get-me = Dit au nom de qui parle un jeton, et ce que cette personne peut faire.
api-does-get-spaces = Liste les espaces de tous les clients que vous voyez.
