//! WhatsApp: every dialect, the order of day and month, who comes and goes.

use crate::support::{paris, refusal, shared};
use crate::told::{count, covers, facts, lines, note, ok, posts, private_too, refusal_of, team, when};
use model::FactKind;
use std::collections::BTreeMap;

const ANDROID: &str = "12/03/2025 09:14 - Les messages et les appels sont chiffrés de bout en bout.\n\
    12/03/2025 09:15 - Ana a créé le groupe « Le marché : l’équipe »\n\
    12/03/2025 09:15 - Ana a ajouté Léo, Zoé et Max\n\
    12/03/2025 à 09:20 - Ana: Bonjour à tous !\n\
    12/03/2025, 09:21 - Léo: Salut : ça va ?\n\
    deuxième ligne\n\
    \n\
    quatrième\n\
    12/03/2025, 09:21 - Léo: <Médias omis>\n\
    13/03/2025, 10:00 - Zoé a quitté le groupe\n\
    13/03/2025, 10:05 - Max: Zoé a quitté le groupe, on dirait\n\
    14/03/2025, 10:05 - \u{202a}+33 6 12 34 56 78\u{202c} a rejoint le groupe en utilisant un lien d’invitation\n";

#[test]
fn an_android_group_in_french_to_the_last_act() {
    let read = ok("Discussion WhatsApp avec Le marché.txt", ANDROID.as_bytes(), &team(&["Ana"]));
    assert_eq!((read.format, read.report.rows), ("whatsapp", 9));
    insta::assert_snapshot!(lines(&read), @"
    follow 1741767300000/Léo/0 by Léo under – to –: –
    follow 1741767300000/Zoé/0 by Zoé under – to –: –
    follow 1741767300000/Max/0 by Max under – to –: –
    status 1741767600000/Ana/0 by Ana under 1741767600000/Ana/0 to –: –
    comment 1741767660000/Léo/0 by Léo under – to –: Salut : ça va ? / deuxième ligne /  / quatrième
    comment 1741767660000/Léo/1 by Léo under – to –: –
    unfollow 1741856400000/Zoé/0 by Zoé under – to –: –
    comment 1741856700000/Max/0 by Max under – to –: Zoé a quitté le groupe, on dirait
    follow 1741943100000/+33 6 12 34 56 78/0 by +33 6 12 34 56 78 under – to –: –
    ");
    assert_eq!(posts(&read)[0].text.as_deref(), Some("Bonjour à tous !"));
    assert_eq!(when(facts(&read, FactKind::Status)[0]), "2025-03-12T08:20:00Z");
    assert_eq!(note(&read, "zone-assumed", "zone"), Some("Europe/Paris"));
    assert_eq!(note(&read, "service-lines-left-out", "count"), Some("2"));
    assert!(read.seen().contains(&"dates-day-first".to_owned()));
    assert!(covers(&read, FactKind::Follow) && covers(&read, FactKind::Unfollow));
    let (peek, _) = sources::input::peek(
        sources::input::Input::from_bytes("Discussion WhatsApp avec Le marché.txt", ANDROID.as_bytes().to_vec())
            .unwrap(),
    )
    .unwrap();
    let found = sources::recognise::recognise(&peek, None, None).unwrap();
    assert_eq!(found.recognised.space.as_deref(), Some("Le marché"));
}

const IPHONE: &str = "\u{feff}[3/12/25, 2:32:05\u{202f}PM] Market: \u{200e}Messages and calls are end-to-end encrypted.\r\n\
    [3/12/25, 2:32:06\u{202f}PM] Ana: Hi\r\n\
    \u{200e}[3/12/25, 2:33:00\u{202f}PM] Ana: \u{200e}image omitted\r\n\
    [3/13/25, 12:00:00\u{202f}AM] ~\u{202f}Leo: left or right?\r\n\
    \u{200e}[3/13/25, 9:00:00\u{202f}AM] Zoe: \u{200e}Zoe left\r\n\
    \u{200e}[3/13/25, 9:00:01\u{202f}AM] Ana: \u{200e}Ana added Max\r\n\
    [3/13/25, 9:00:02\u{202f}AM] Leo: Zoe left\r\n";

#[test]
fn an_iphone_group_in_english() {
    let read = ok("_chat.txt", IPHONE.as_bytes(), &paris());
    insta::assert_snapshot!(lines(&read), @"
    comment 1741786326000/Ana/0 by Ana under – to –: Hi
    comment 1741786380000/Ana/0 by Ana under – to –: –
    comment 1741820400000/Leo/0 by Leo under – to –: left or right?
    unfollow 1741852800000/Zoe/0 by Zoe under – to –: –
    follow 1741852801000/Max/0 by Max under – to –: –
    comment 1741852802000/Leo/0 by Leo under – to –: Zoe left
    ");
    assert!(read.seen().contains(&"dates-month-first".to_owned()));
    assert!(read.seen().contains(&"team-not-named".to_owned()));
}

#[test]
fn an_order_that_cannot_be_told_is_refused() {
    let chat = |dates: &[&str]| {
        let names = ["Ana", "Leo", "Zoe"];
        dates
            .iter()
            .zip(names.iter().cycle())
            .map(|(date, name)| format!("{date}, 10:00 - {name}: a\n"))
            .collect::<String>()
    };
    let order = |dates: &[&str]| {
        let read = ok("chat.txt", chat(dates).as_bytes(), &paris());
        read.seen().into_iter().find(|code| code.starts_with("dates-"))
    };
    let told = |code: &str| Some(code.to_owned());
    assert_eq!(order(&["05/03/2024", "13/03/2024", "14/03/2024"]), told("dates-day-first"));
    assert_eq!(order(&["03/05/2024", "03/13/2024", "03/14/2024"]), told("dates-month-first"));
    // Messages follow one another: as 1 February, 2 January, 3 January they would not.
    assert_eq!(order(&["02/01/2024", "01/02/2024", "01/03/2024"]), told("dates-day-first"));
    // No message comes from the future: it is November 2026.
    assert_eq!(order(&["01/12/2026", "02/11/2026", "03/11/2026"]), told("dates-month-first"));
    assert_eq!(order(&["01.02.2024", "02.02.2024", "03.02.2024"]), told("dates-day-first"), "points");
    assert_eq!(order(&["2024/02/01", "2024/02/02", "2024/02/03"]), None, "a year in front needs no word");
    assert_eq!(order(&["19/05/28", "19/05/29", "19/06/01"]), told("dates-year-first"));
    assert_eq!(order(&["19/28/05", "19/29/05", "19/01/06"]), told("dates-year-day-month"));
    let both = chat(&["01/02/2024", "02/02/2024", "03/02/2024"]);
    assert_eq!(refusal("chat.txt", both.as_bytes(), &paris()), "line 1: ambiguous-dates");
    let never = chat(&["13/02/2024", "14/02/2024", "02/15/2024"]);
    assert_eq!(refusal("chat.txt", never.as_bytes(), &paris()), "line 3: not-a-date (value: 2/15/2024)");
    assert_eq!(order(&["13/02/2024", "14/02/2024", "05/01/2024"]), told("dates-day-first"), "one came late");
    let future = chat(&["13/02/2024", "14/02/2024", "15/02/2027"]);
    assert_eq!(refusal("chat.txt", future.as_bytes(), &paris()), "line 3: not-a-date (value: 15/2/2027)");
}

#[test]
fn talks_between_two_people_are_refused_as_private() {
    let talk = "13/02/2024, 10:00 - Ana: a\n13/02/2024, 10:01 - Leo: b\n";
    assert_eq!(refusal("chat.txt", talk.as_bytes(), &paris()), "line 1: only-private (count: 2)");
    assert_eq!(count(&ok("chat.txt", talk.as_bytes(), &private_too()), FactKind::Comment), 2);
    let group = format!("{talk}13/02/2024, 10:02 - Ana added Max\n");
    assert_eq!(count(&ok("chat.txt", group.as_bytes(), &paris()), FactKind::Comment), 2);
}

#[test]
fn words_of_another_language_are_said_and_leave_departures_unknown() {
    let text = "13.02.24, 10:00 - Ana: a\n13.02.24, 10:01 - Leo: b\n13.02.24, 10:02 - Zoe: c\n13.02.24, 10:03 - Max hat die Gruppe verlassen\n";
    let read = ok("chat.txt", text.as_bytes(), &paris());
    assert_eq!(note(&read, "whatsapp-lines-unknown", "count"), Some("1"));
    assert!(!covers(&read, FactKind::Unfollow), "unknown, not zero");
}

#[test]
fn damaged_chats_are_refused() {
    let lines: Vec<&str> = ANDROID.lines().collect();
    let cut = format!("{}\n13/03/20", lines[..9].join("\n"));
    assert_eq!(refusal("chat.txt", cut.as_bytes(), &paris()), "line 10: truncated (value: 13/03/20)");
    let stray = format!("de la ligne d’avant\n{ANDROID}");
    assert_eq!(
        refusal_of("whatsapp", "chat.txt", stray.as_bytes(), &paris()),
        "line 1: bad-line (value: de la ligne d’avant)"
    );
    assert!(refusal("chat.txt", stray.as_bytes(), &paris()).contains("unrecognised"));
    let mut half = ANDROID.as_bytes()[..ANDROID.find("équipe").unwrap() + 1].to_vec();
    assert_eq!(refusal_of("whatsapp", "chat.txt", &half, &paris()), "line 2: truncated (encoding: UTF-8)");
    half.extend(b"x\n");
    assert_eq!(refusal_of("whatsapp", "chat.txt", &half, &paris()), "line 2: bad-encoding (encoding: UTF-8)");
    assert_eq!(
        refusal_of("whatsapp", "chat.txt", &crate::support::utf16(ANDROID), &paris()),
        "line 1: bad-encoding (encoding: UTF-16)"
    );
    assert_eq!(refusal_of("whatsapp", "chat.txt", b"", &paris()), "empty");
    let log = "2025-03-12 09:14:02 - INFO: started\n2025-03-12 09:14:03 - WARN: slow\n";
    assert!(refusal("app.log", log.as_bytes(), &paris()).contains("unrecognised"), "a log is no chat");
}

#[test]
fn every_header_format_met_in_the_wild() {
    let Some(bytes) = shared("every_header_format_met_in_the_wild", "whatsapp-whatstk/header_format_support.json")
    else {
        return;
    };
    let formats: Vec<serde_json::Value> = serde_json::from_slice(&bytes).unwrap();
    let mut read_in = BTreeMap::new();
    for format in formats {
        let format = format["format"].as_str().unwrap();
        // Days up to the 31st and several months: what two weeks of a real chat show.
        let days = [(28, 5, 19), (29, 5, 19), (31, 5, 19), (1, 6, 19), (13, 6, 19), (14, 6, 19)];
        let text: String = days
            .iter()
            .zip(["Ana", "Leo", "+33 6 12"].iter().cycle())
            .map(|((day, month, year), name)| {
                let line = format
                    .replace("%d", &format!("{day:02}"))
                    .replace("%m", &format!("{month:02}"))
                    .replace("%y", &format!("{year:02}"))
                    .replace("%H", "14")
                    .replace("%I", "02")
                    .replace("%M", "32")
                    .replace("%S", "05")
                    .replace("%p", "PM")
                    .replace("%name", name);
                format!("{line} texte\n")
            })
            .collect();
        let read = ok("chat.txt", text.as_bytes(), &paris());
        let instants: Vec<String> =
            facts(&read, FactKind::Comment).iter().map(|fact| when(fact)[..16].to_owned()).collect();
        let expected = ["05-28", "05-29", "05-31", "06-01", "06-13", "06-14"].map(|day| format!("2019-{day}T12:32"));
        assert_eq!(instants, expected, "{format}");
        *read_in.entry(read.seen().into_iter().find(|code| code.starts_with("dates-")).unwrap()).or_insert(0) += 1;
    }
    assert_eq!(read_in.values().sum::<i32>(), 96);
    assert_eq!(read_in.len(), 4, "{read_in:?}");
}

#[test]
fn the_lorem_chat() {
    let Some(bytes) = shared("the_lorem_chat", "whatsapp-whatstk/lorem.txt") else { return };
    let read = ok("lorem.txt", &bytes, &paris());
    let mut authors = BTreeMap::new();
    for fact in facts(&read, FactKind::Comment) {
        *authors.entry(fact.actor.as_ref().unwrap().native.as_str()).or_insert(0) += 1;
    }
    let expected = BTreeMap::from([("+1 123 456 789", 145), ("John", 124), ("Giuseppe", 118), ("Mary", 113)]);
    assert_eq!((read.report.rows, authors), (500, expected));
    assert!(read.seen().contains(&"dates-day-first".to_owned()));
    let keys: std::collections::BTreeSet<_> =
        facts(&read, FactKind::Comment).iter().map(|fact| fact.native.clone()).collect();
    assert_eq!(keys.len(), 500);
    let by_team = ok("lorem.txt", &bytes, &team(&["Mary", "John"]));
    assert_eq!((count(&by_team, FactKind::Status), count(&by_team, FactKind::Comment)), (237, 263));
}

#[test]
fn the_other_chats() {
    let Some(bytes) = shared("the_other_chats", "whatsapp-whatstk/pokemon.txt") else { return };
    let read = ok("pokemon.txt", &bytes, &paris());
    assert_eq!((read.report.rows, count(&read, FactKind::Comment)), (20, 18));
    assert_eq!(note(&read, "service-lines-left-out", "count"), Some("2"));
    let Some(bytes) = shared("the_other_chats", "shapes-synthetic/whatsapp-fr/_chat.txt") else { return };
    let read = ok("_chat.txt", &bytes, &team(&["Ana"]));
    insta::assert_snapshot!(lines(&read), @"
    status 1772439310000/Ana/0 by Ana under 1772439310000/Ana/0 to –: –
    comment 1772439404000/Bob/0 by Bob under – to –: Salut / deuxième ligne
    comment 1772439600000/Bob/0 by Bob under – to –: –
    unfollow 1772442000000/Chloé/0 by Chloé under – to –: –
    ");
    assert!(read.seen().contains(&"dates-day-first".to_owned()), "one day only: the French words of the phone tell");
}
