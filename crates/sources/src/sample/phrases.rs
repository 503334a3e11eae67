//! The words of the sample, in French: short, plausible, about nobody and no brand. They are data, not interface.

use super::chance::Chance;
use super::plan::Subject;
use model::{ContentType, FactKind};

// TRICKY: every word here stands after « de », « à » or « vers » in some frame: no masculine article, no plural, and
// no vowel at the start but behind an article, so that nothing has to contract.
const WALKS: &[&str] = &[
    "la pointe aux Goélands",
    "la plage du Grand Pré",
    "la tour du Guet",
    "la halle aux toiles",
    "la corniche",
    "la chapelle des Dunes",
    "la forêt de Fontclaire",
    "la vieille ville",
    "l’île aux Oiseaux",
    "l’anse du Moulin",
];
const TOWNS: &[&str] = &[
    "Mirelande",
    "Combe-Haute-sur-Aure",
    "Pont-d’Aure",
    "Saint-Elme-les-Bois",
    "Valombre",
    "Fontclaire",
    "Rochebelle",
    "Vieilleville",
    "Montbrune",
    "Castelmer",
];
const TRADES: &[&str] = &[
    "chargé de clientèle",
    "technicienne de maintenance",
    "développeuse",
    "comptable",
    "cheffe de projet",
    "logisticien",
    "monteur électricien",
    "conseillère en formation",
    "responsable qualité",
    "médecin du travail",
];

/// Openings and endings around a subject: `(before, after)`.
type Frame = (&'static str, &'static str);

const HOLIDAY_FRAMES: &[Frame] = &[
    ("Ce matin, la lumière sur ", " valait le détour. Et vous, vous préférez l’aube ou le soir\u{202f}?"),
    ("Idée de balade\u{a0}: ", ", deux heures à pied, accessible aux poussettes."),
    ("Ce week-end, visite guidée de ", ". Places limitées, réservation à l’office."),
    ("Votre plus belle photo de ", "\u{202f}? Partagez-la, nous publierons nos préférées."),
    ("Rappel\u{a0}: navette gratuite vers ", " tous les jours jusqu’à 20\u{a0}h."),
    ("Pluie annoncée\u{a0}: trois idées à l’abri autour de ", "."),
    ("Les coulisses de ", " racontées par celles et ceux qui en prennent soin."),
];
const NEWS_FRAMES: &[Frame] = &[
    ("Circulation\u{a0}: travaux à ", " jusqu’à vendredi, une déviation est en place."),
    ("Conseil municipal de ", "\u{a0}: ce qu’il faut retenir de la séance d’hier soir."),
    ("À ", ", la médiathèque élargit ses horaires dès lundi."),
    ("Météo\u{a0}: du vent attendu cet après-midi sur ", "."),
    ("Reportage\u{a0}: une journée avec les maraîchers de ", "."),
    ("Sport\u{a0}: le club de ", " se qualifie après un match serré."),
    ("Faut-il piétonniser le centre de ", "\u{202f}? Donnez votre avis."),
    ("Notre enquête\u{a0}: le prix de l’eau à ", " en cinq graphiques."),
];
const WORK_FRAMES: &[Frame] = &[
    ("Portrait de métier\u{a0}: ", ", un quotidien qui change chaque semaine."),
    ("Nous recrutons\u{a0}: ", ". Le poste, l’équipe et le salaire sont dans l’annonce."),
    ("Alternance\u{a0}: devenir ", " en deux ans, mode d’emploi."),
    ("Entretien réussi\u{a0}: nos conseils pour le poste de ", "."),
    ("Une journée avec notre ", ", en cinq photos."),
    ("Forum des métiers\u{a0}: venez rencontrer notre ", " jeudi à 14\u{a0}h."),
];

/// The first words of a post.
pub(super) fn post(subject: Subject, content_type: ContentType, chance: &mut Chance) -> String {
    let (frames, things) = match subject {
        Subject::Holidays => (HOLIDAY_FRAMES, WALKS),
        Subject::News => (NEWS_FRAMES, TOWNS),
        Subject::Work => (WORK_FRAMES, TRADES),
    };
    let (before, after) = chance.pick(frames).copied().unwrap_or_default();
    let thing = chance.pick(things).copied().unwrap_or_default();
    let mark = match content_type {
        ContentType::Video | ContentType::Reel => "[Vidéo] ",
        ContentType::Poll => "[Sondage] ",
        ContentType::Carousel => "[Album] ",
        _ => "",
    };
    format!("{mark}{before}{thing}{after}")
}

const HOLIDAY_COMMENTS: &[&str] = &[
    "Magnifique, on y était la semaine dernière\u{202f}!",
    "Est-ce ouvert le dimanche\u{202f}?",
    "Quels sont les horaires de la navette\u{202f}?",
    "Les chiens sont-ils acceptés\u{202f}?",
    "Merci pour l’idée, on y va demain.",
    "Y a-t-il un parking à proximité\u{202f}?",
    "Mon endroit préféré.",
    "Un souvenir d’enfance…",
    "Accessible en fauteuil\u{202f}?",
    "Dommage pour le monde en août.",
];
const NEWS_COMMENTS: &[&str] = &[
    "Enfin une bonne nouvelle.",
    "Avez-vous la source de ce chiffre\u{202f}?",
    "Et pour les riverains, rien n’est prévu\u{202f}?",
    "Merci pour ce reportage.",
    "L’article est-il réservé aux abonnés\u{202f}?",
    "Il manque l’avis de l’opposition.",
    "J’habite à côté, je confirme.",
    "Une coquille dans le deuxième paragraphe.",
    "On en parle depuis dix ans…",
    "Bravo à toute l’équipe\u{202f}!",
];
const CRISIS_COMMENTS: &[&str] = &[
    "Ce titre est trompeur, corrigez-le.",
    "Je me désabonne.",
    "Où est le droit de réponse\u{202f}?",
    "Vous devez une explication à vos lecteurs.",
    "Très déçu par cet article.",
    "Pourquoi avoir supprimé mon commentaire\u{202f}?",
    "La rédaction peut-elle publier ses sources\u{202f}?",
];
const WORK_COMMENTS: &[&str] = &[
    "Le poste est-il ouvert aux débutants\u{202f}?",
    "Félicitations à toute l’équipe\u{202f}!",
    "Y a-t-il du télétravail\u{202f}?",
    "Candidature envoyée.",
    "Quelle est la date limite\u{202f}?",
    "J’y ai fait mon stage, excellente ambiance.",
    "Prenez-vous des alternants en septembre\u{202f}?",
    "Merci pour la transparence sur le salaire.",
];

/// A comment or a mention.
pub(super) fn comment(subject: Subject, angry: bool, chance: &mut Chance) -> &'static str {
    let list = match subject {
        _ if angry && chance.hit(750) => CRISIS_COMMENTS,
        Subject::Holidays => HOLIDAY_COMMENTS,
        Subject::News => NEWS_COMMENTS,
        Subject::Work => WORK_COMMENTS,
    };
    chance.pick(list).copied().unwrap_or_default()
}

/// An answer of the team.
pub(super) fn answer(subject: Subject, chance: &mut Chance) -> &'static str {
    let list: &[&str] = match subject {
        Subject::Holidays => &[
            "Bonjour, oui, tous les jours de 9\u{a0}h à 18\u{a0}h.",
            "Merci\u{202f}! Bonne balade.",
            "Bonjour, le plan d’accès est sur notre site.",
            "Bonjour, l’office vous répond aussi par téléphone.",
        ],
        Subject::News => &[
            "Bonjour, la source est citée en fin d’article.",
            "Merci, c’est corrigé.",
            "Bonjour, la rédaction a lu votre message.",
            "Bonjour, l’article est en accès libre jusqu’à ce soir.",
        ],
        Subject::Work => &[
            "Bonjour, oui, le poste est ouvert aux débutants.",
            "Merci pour votre intérêt\u{202f}!",
            "Bonjour, les candidatures sont ouvertes jusqu’au 30.",
            "Bonjour, écrivez-nous en message privé.",
        ],
    };
    chance.pick(list).copied().unwrap_or_default()
}

/// What people say to an answer.
pub(super) fn thanks(chance: &mut Chance) -> &'static str {
    const LIST: &[&str] =
        &["Merci\u{202f}!", "Parfait, merci pour la réponse.", "D’accord, c’est noté.", "Et le week-end\u{202f}?"];
    chance.pick(LIST).copied().unwrap_or_default()
}

/// Why something was moderated.
pub(super) fn moderation(chance: &mut Chance) -> &'static str {
    const LIST: &[&str] = &["Propos injurieux", "Hors sujet répété", "Publicité", "Donnée personnelle publiée"];
    chance.pick(LIST).copied().unwrap_or_default()
}

/// How others speak of the client.
pub(super) fn citation(subject: Subject, chance: &mut Chance) -> &'static str {
    let list: &[&str] = match subject {
        Subject::Holidays => &["Trois jours à Valombre, notre carnet", "Où marcher à l’automne\u{202f}?"],
        Subject::News => {
            &["Selon Le Courrier de Mirelande", "Revue de presse de la semaine", "Un article local à lire"]
        }
        Subject::Work => &["Les employeurs qui recrutent à La Réunion", "Marque employeur\u{a0}: un exemple"],
    };
    chance.pick(list).copied().unwrap_or_default()
}

/// A line of the journal.
pub(super) fn note(kind: FactKind, chance: &mut Chance) -> Option<&'static str> {
    let list: &[&str] = match kind {
        FactKind::Mail => {
            &["Demande de visuel", "Réponse à un abonné", "Relance d’un partenaire", "Envoi du planning de publication"]
        }
        FactKind::Call => &["Point avec le service", "Appel d’un partenaire", "Précision demandée avant publication"],
        FactKind::Meeting => &["Comité éditorial", "Point hebdomadaire", "Préparation du mois prochain"],
        FactKind::EventAttended => &["Salon professionnel", "Rencontre entre gestionnaires de communauté"],
        FactKind::EventOrganised => &["Rencontre avec les abonnés", "Atelier photo", "Portes ouvertes"],
        FactKind::Intervention => {
            &["Réponse dans un forum", "Commentaire sur un blog partenaire", "Participation à une discussion"]
        }
        _ => &[],
    };
    chance.pick(list).copied()
}
