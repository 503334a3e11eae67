# The page that presents the API to people.

api-title = API
api-lead = Les mêmes chiffres, les mêmes imports et le même journal, pour vos programmes.
api-first = Une première question
api-first-how = Chaque demande porte un jeton. Il fait ce que vous pouvez faire, et rien de plus.
api-make-token = Créer un jeton
api-addresses = Adresses
api-method = Méthode
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
