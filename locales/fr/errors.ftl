# What can go wrong, as a page, a problem of the API or a remark beside a field says it.

error-way-out = Revenir aux mesures
error-way-in = Aller à la page de connexion
error-number = Erreur
error-not-found = Cette page n’existe pas
    .why = L’adresse a pu changer, ou ce qu’elle désignait a été retiré.
    .hint = Vérifiez l’adresse, ou revenez aux mesures.
error-forbidden = Cela ne fait pas partie de votre rôle
    .why = Votre rôle ne permet pas ce qui a été demandé.
    .hint = Demandez à un propriétaire de le faire, ou de changer votre rôle.
error-signed-out = Vous n’êtes pas connecté
    .why = La demande est arrivée sans session ni jeton valable.
    .hint = Connectez-vous, ou envoyez un jeton créé dans Compte.
error-stale-form = Ce formulaire n’est plus à jour
    .why = Il a été ouvert avant une connexion ou une déconnexion, ou il vient d’un autre site. Rien n’a été changé.
    .hint = Revenez en arrière, rechargez la page et renvoyez le formulaire.
error-wrong-method = Cette adresse ne s’utilise pas ainsi
    .why = L’adresse existe, mais pas pour ce genre de demande.
    .hint = Ouvrez-la comme une page, ou consultez la référence de l’API.
error-too-large = C’est trop volumineux
    .why = L’envoi dépasse ce que cette page accepte. Rien n’a été gardé.
    .hint = Envoyez un fichier plus petit, ou passez par la ligne de commande : vigie import n’a pas cette limite.
error-malformed = Cette demande est illisible
    .why = Une partie manque ou n’a pas la bonne forme.
    .hint = Revenez en arrière et réessayez. Pour un programme : comparez avec la référence de l’API.
error-too-many = Trop d’essais
    .why = Attendez { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
     } avant le prochain.
    .hint = L’attente s’allonge à chaque échec et s’oublie après 15 minutes.
error-fields = Certains champs sont à revoir
    .hint = Corrigez les champs nommés, puis renvoyez.
error-refused = C’est impossible en l’état
    .hint = Changez ce qui est nommé ci-dessus, puis réessayez.
error-broken = Quelque chose a mal tourné ici
    .why = La faute est de notre côté. Votre saisie n’a peut-être pas été gardée.
    .hint = Réessayez dans un instant. Si cela revient, le journal du serveur dit pourquoi.
field-empty = Remplissez ce champ.
field-too-short =
    Écrivez au moins { $n ->
    [one] { $n } caractère
   *[other] { $n } caractères
 }.
field-too-long =
    Raccourcissez à { $n ->
    [one] { $n } caractère
   *[other] { $n } caractères
 } au plus.
field-too-small = Indiquez { $n } ou plus.
field-too-large = Indiquez { $n } ou moins.
field-malformed = Ceci n’a pas la forme attendue.
field-email = Indiquez une adresse e-mail, comme ana@example.org.
field-name = Indiquez un nom de 1 à 200 caractères.
field-password = Choisissez un mot de passe de 10 à 200 caractères.
field-wrong-password = Ce n’est pas votre mot de passe actuel.
field-zone = Indiquez un fuseau horaire, comme Europe/Paris.
field-taken = C’est déjà pris : choisissez autre chose.
field-last-owner = C’est le dernier propriétaire : nommez-en d’abord un autre.
