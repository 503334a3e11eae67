//! Meta Business Suite: audience.

use crate::support::{NOW, paris, read, refusal, shared, utf16};
use crate::{latin, requoted};
use model::{Metric, Millis, Network};
use sources::Options;
use sources::input::{self, Input};
use sources::recognise::recognise;

const OLDER: &str = "sep=\t\t\t\r\nFacebook followers\t\t\t\r\nFB_PAGE\tFOLLOW\tUNIQUE_USERS\t\r\n30222\t\t\t\r\n\t\t\t\r\n\
    Instagram followers\t\t\t\r\nIG_ACCOUNT\tFOLLOW\tUNIQUE_USERS\t\r\n3098\t\t\t\r\n\t\t\t\r\n\
    Facebook followers by top cities\t\t\t\r\nTop cities\tValue\t\t\r\nLviv\t Lviv Oblast\t Ukraine\t8.7%\r\nKyiv\t Ukraine\t15.3%\t\r\n";

const NEWER: &str = "sep=,\n\"Age & gender\"\n\"Age\",\"Women\",\"Men\"\n\"18-24\",\"2.5%\",\"0.3%\"\n\n\"Top cities\"\n\"Lyon, France\",\"4%\"\n\n\"Top countries\"\n\"France\",\"90%\"\n";

fn of(network: Network) -> Options {
    Options { network: Some(network), ..paris() }
}

#[test]
fn the_number_of_followers_of_each_network() {
    let bytes = utf16(OLDER);
    let (peek, _) = input::peek(Input::from_bytes("Audience.csv", bytes.clone()).unwrap()).unwrap();
    let found = recognise(&peek, None, None).unwrap();
    assert_eq!(found.format.networks(&peek), [Network::Facebook, Network::Instagram]);
    assert_eq!(refusal("Audience.csv", &bytes, &paris()), "ambiguous (formats: facebook · instagram)");
    insta::assert_snapshot!(read("Audience.csv", &bytes, &of(Network::Facebook)).unwrap().text(), @r#"
    space followers 30222 level 2026-11-22 ? seen 2026-11-22T11:00:00Z
    seen followers-at-import
    seen audience-not-kept titles=Facebook followers by top cities
    seen other-network-left-out titles=Instagram followers
    "#);
    insta::assert_snapshot!(read("Audience.csv", &bytes, &of(Network::Instagram)).unwrap().text(), @r#"
    space followers 3098 level 2026-11-22 ? seen 2026-11-22T11:00:00Z
    seen followers-at-import
    seen other-network-left-out titles=Facebook followers · Facebook followers by top cities
    "#);
}

/// Taken in twice on one day, the number is told once: it stands on the day, not on the second.
#[test]
fn the_same_day_tells_the_same() {
    let at = |now: Millis| {
        let options = Options { now, ..of(Network::Facebook) };
        read("Audience.csv", &utf16(OLDER), &options).unwrap().text().split(" seen ").next().unwrap().to_owned()
    };
    assert_eq!(at(NOW), at(Millis(NOW.0 + 3_600_000)));
}

#[test]
fn shares_alone_are_named_and_never_kept() {
    for text in
        [NEWER.to_owned(), NEWER.replace("Age & gender", "Âge et genre").replace("Top cities", "Principales villes")]
    {
        let read = read("Audience.csv", &utf16(&text), &of(Network::Instagram)).unwrap();
        assert_eq!((read.format, read.report.rows, read.pieces.len()), ("meta-audience", 1, 0), "{text}");
        assert_eq!(read.seen(), ["audience-without-followers", "audience-not-kept"]);
    }
}

#[test]
fn french_titles() {
    let text = OLDER
        .replace("Facebook followers\t", "Abonnés Facebook\t")
        .replace("Instagram followers\t", "Abonnés Instagram\t");
    let read = read("Audience.csv", &utf16(&text), &of(Network::Facebook)).unwrap();
    assert_eq!((read.format, read.sum(Metric::Followers)), ("meta-audience", (30222.0, 1)));
}

#[test]
fn damaged_files_are_refused() {
    let comma = "sep=,\n\"Facebook followers\"\n\"FB_PAGE\",\"FOLLOW\",\"UNIQUE_USERS\"\n\"30222\"\n";
    let cases: [(Vec<u8>, &str); 5] = [
        (utf16(&OLDER[..OLDER.find("30222").unwrap() + 3]), "line 4: truncated"),
        (utf16(&comma[..comma.find("\"30222").unwrap()]), "line 2: truncated"),
        (utf16(&comma.replace("30222", "30-févr")), "line 4: not-a-number (value: 30-févr)"),
        (utf16(&requoted(comma).replacen("\"sep=,\"", "sep=,", 1)), "line 3: requoted"),
        (
            comma.replacen("sep=,\n", "", 1).replace(',', ";").replace('"', "").into(),
            "line 1: resaved (separator: semicolon)",
        ),
    ];
    for (bytes, expected) in cases {
        let said = refusal("Audience.csv", &bytes, &of(Network::Facebook));
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    let wrong = latin(&NEWER.replace("Lyon", "Orléans"));
    assert_eq!(refusal("Audience.csv", &wrong, &of(Network::Facebook)), "line 7: bad-encoding (encoding: UTF-8)");
}

#[test]
fn shared_audience() {
    let Some(bytes) = shared("shared_audience", "meta-business-suite-shape/Audience.csv") else { return };
    for (network, followers) in [(Network::Facebook, 30222.0), (Network::Instagram, 3098.0)] {
        let read = read("Audience.csv", &bytes, &of(network)).unwrap();
        assert_eq!((read.format, read.sum(Metric::Followers)), ("meta-audience", (followers, 1)));
        assert_eq!(read.pieces.len(), 1, "no age, no town");
    }
}
