//! Newsletters: who joined, who left, what was sent; and never an address in a word.

use crate::support::{Read, paris, read, refusal, shared};
use model::{FactKind, Piece};

const SUBSTACK: &str = "email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at\n\
Free.Reader@example.com,false,,other,false,2026-01-01,\n\
paid@example.com,true,2027-01-01,monthly,true,2026-02-03T08:00:00.000Z,2026-06-01\n";
const GHOST: &str = "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers\r\n\
m1,supporter@example.com,Une,\"VIP, early\",true,true,,2026-01-15T10:00:00.000Z,,,\r\n\
m2,quiet@example.com,Deux,,false,false,,2026-02-01T12:30:00.000Z,,,\r\n";
const CLEANED: &str = "Adresse e-mail,Prénom,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,CLEAN_TIME,LEID,EUID,NOTES\n\
c1@example.com,Une,1,2026-02-05 19:28:23,,2026-02-05 19:30:00,,2026-03-23 17:30:05,,,\n\
c2@example.com,,1,,,2026-02-12 10:54:27,,,8,eu2,\n";

fn acts(read: &Read, kind: FactKind) -> usize {
    read.pieces.iter().filter(|piece| matches!(piece, Piece::Fact(fact) if fact.kind == kind)).count()
}

fn keys(read: &Read) -> Vec<String> {
    let natives = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Fact(fact) => Some(format!("{} {}", fact.kind, fact.native)),
        _ => None,
    });
    natives.collect()
}

fn one(name: &str, text: &str) -> Read {
    read(name, text.as_bytes(), &paris()).unwrap()
}

/// Nothing that is shown or stored in clear names a person.
fn is_discreet(read: &Read) {
    for piece in &read.pieces {
        if let Piece::Fact(fact) = piece {
            let shown = [&fact.text, &fact.url, &fact.post, &fact.reply_to];
            assert!(!fact.native.contains('@') && shown.iter().all(|part| part.is_none()));
            assert!(fact.actor.as_ref().is_some_and(|actor| actor.display.is_none()));
        }
    }
    assert!(!format!("{:?}", read.report).contains('@'));
}

#[test]
fn mailchimp_in_french() {
    let read = one("cleaned.csv", CLEANED);
    assert_eq!((read.format, read.report.rows), ("mailchimp-members", 2));
    insta::assert_snapshot!(read.text(), @r#"
    fact follow 136b626f690fd5ef98e43bd75946fa1e at 2026-02-05T18:30:00Z assumed "c1@example.com" ""
    fact unfollow 28e8650fabe4638fdd4a57c02755aa58 at 2026-03-23T16:30:05Z assumed "c1@example.com" ""
    fact follow 8d2589fc43c0ba021ebf762d013a0811 at 2026-02-12T09:54:27Z assumed "eu2" ""
    cover Facts(Follow) 2026-02-05T18:30:00Z..2026-03-23T16:30:05.001Z
    cover Facts(Unfollow) 2026-02-05T18:30:00Z..2026-03-23T16:30:05.001Z
    seen members-summary joined=2 left=1
    seen members-gone count=1
    seen zone-assumed zone=Europe/Paris
    "#);
    is_discreet(&read);
}

#[test]
fn substack() {
    let read = one("email_list.csv", SUBSTACK);
    assert_eq!((read.format, read.report.rows), ("substack-members", 2));
    insta::assert_snapshot!(read.text(), @r#"
    fact follow 244d8b55c7699b10b684edd8be39ca7d at 2026-01-01T11:00:00Z assumed "free.reader@example.com" ""
    fact follow 089edbcf20ffed009cd711c249bd71d2 at 2026-02-03T08:00:00Z told "paid@example.com" ""
    cover Facts(Follow) 2026-01-01T11:00:00Z..2026-02-03T08:00:00.001Z
    seen members-summary joined=2 left=0
    seen members-gone count=1
    seen zone-assumed zone=Europe/Paris
    seen gains-only
    "#);
    is_discreet(&read);
}

#[test]
fn ghost() {
    let read = one("members.csv", GHOST);
    assert_eq!((read.format, read.report.rows), ("ghost-members", 2));
    insta::assert_snapshot!(read.text(), @r#"
    fact follow 0e9459b5f081e164c7d4ab4adb0b66e1 at 2026-01-15T10:00:00Z told "m1" ""
    fact follow bfab664be759c68125d59ea52d5b840d at 2026-02-01T12:30:00Z told "m2" ""
    cover Facts(Follow) 2026-01-15T10:00:00Z..2026-02-01T12:30:00.001Z
    seen members-summary joined=2 left=0
    seen members-gone count=1
    seen gains-only
    "#);
    is_discreet(&read);
    assert!(!format!("{:?}", read.pieces).contains('@'), "Ghost's own id is the key");
}

#[test]
fn the_same_act_in_two_lists_is_one() {
    let joined = one(
        "a.csv",
        "Email Address,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,EUID\nA@example.com,2,2026-01-01 10:00:00,2026-01-01 10:00:00,,\n",
    );
    let left = one(
        "b.csv",
        "Email Address,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,LEID,EUID\na@example.com,2,2026-01-01 10:00:00,2026-01-01 10:00:00,2026-02-01 10:00:00,,\n",
    );
    assert_eq!((joined.report.rows, left.report.rows), (1, 1));
    assert_eq!(keys(&joined)[0], keys(&left)[0]);
    let again = one(
        "c.csv",
        "Email Address,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,EUID\na@example.com,2,2026-03-01 10:00:00,2026-03-01 10:00:00,,\n",
    );
    assert_ne!(keys(&joined)[0], keys(&again)[0], "coming back is another act");
}

#[test]
fn shared_mailchimp() {
    let list = |kind| {
        let bytes = shared("shared_mailchimp", &format!("newsletter-ghost-migrate/mg-mailchimp-members__{kind}.csv"))?;
        Some(read(&format!("{kind}.csv"), &bytes, &paris()).unwrap())
    };
    let Some(subscribed) = list("subscribed") else { return };
    let (unsubscribed, cleaned) = (list("unsubscribed").unwrap(), list("cleaned").unwrap());
    let counts = [&subscribed, &unsubscribed, &cleaned].map(|read| {
        is_discreet(read);
        assert_eq!(read.format, "mailchimp-members");
        (acts(read, FactKind::Follow), acts(read, FactKind::Unfollow))
    });
    assert_eq!(counts, [(5, 0), (5, 5), (5, 5)]);
    assert!(subscribed.seen().contains(&"gains-only".to_owned()));
    assert!(cleaned.text().contains("cover Facts(Unfollow)") && !subscribed.text().contains("cover Facts(Unfollow)"));
}

#[test]
fn shared_beehiiv() {
    let Some(bytes) = shared("shared_beehiiv", "newsletter-ghost-migrate/mg-beehiiv-members__members.csv") else {
        return;
    };
    let members = read("members.csv", &bytes, &paris()).unwrap();
    assert_eq!((members.format, members.report.rows), ("beehiiv-members", 9));
    assert_eq!((acts(&members, FactKind::Follow), acts(&members, FactKind::Unfollow)), (8, 1));
    let text = members.text();
    assert!(text.contains("seen members-pending count=1") && text.contains("seen members-gone count=2"), "{text}");
    assert!(text.contains("at 2023-03-24T10:23:10Z told"), "{text}");
    is_discreet(&members);
    let posts = shared("shared_beehiiv", "newsletter-ghost-migrate/mg-beehiiv__posts.csv").unwrap();
    let posts = read("posts.csv", &posts, &paris()).unwrap();
    assert_eq!((posts.format, posts.report.rows, posts.posts()), ("beehiiv-posts", 2, 2));
    assert_eq!(acts(&posts, FactKind::Article), 2);
}

#[test]
fn issues_and_drafts() {
    let text = "id,web_title,status,audience,url,email_subject_line,content_html,created_at\n\
                i1,Un,confirmed,free,https://lettre.example/p/un,Objet,\"<p>Un\ndeux</p>\",2026-01-18 21:25:27\n\
                i2,Deux,draft,free,,Objet,,2026-01-19 21:25:27\n";
    let issues = one("posts.csv", text);
    insta::assert_snapshot!(issues.text(), @r#"
    post i1 at 2026-01-18T20:25:27Z assumed exact article "Un" "https://lettre.example/p/un"
    fact article i1 at 2026-01-18T20:25:27Z assumed "" ""
    cover Facts(Article) 2026-01-18T20:25:27Z..2026-01-18T20:25:27.001Z
    seen drafts-left-out count=1
    seen zone-assumed zone=Europe/Paris
    "#);
}

#[test]
fn damaged_lists_are_refused_without_an_address() {
    let cases = [
        ("m.csv", CLEANED.replacen("2026-03-23 17:30:05", "lundi", 1), "line 2: CLEAN_TIME: not-a-date (value: lundi)"),
        ("m.csv", CLEANED.replacen("c1@example.com", "", 1), "line 2: Adresse e-mail: empty-value"),
        ("m.csv", CLEANED.replacen("OPTIN_TIME", "Foo", 1), "line 1: OPTIN_TIME: missing-column"),
        ("m.csv", CLEANED[..CLEANED.len() - 20].to_owned(), "line 3: CONFIRM_TIME: truncated"),
        ("m.csv", CLEANED.replace(',', ";"), "line 1: resaved (separator: semicolon)"),
        ("s.csv", SUBSTACK.replacen("2026-01-01", "janvier", 1), "line 2: created_at: not-a-date (value: janvier)"),
        ("s.csv", SUBSTACK.replacen("created_at", "joined", 1), "line 1: created_at: missing-column"),
        ("s.csv", SUBSTACK[..SUBSTACK.len() - 40].to_owned(), "line 3: email_disabled: truncated"),
        (
            "g.csv",
            GHOST.replacen("2026-02-01T12:30:00.000Z", "hier", 1),
            "line 3: created_at: not-a-date (value: hier)",
        ),
        ("g.csv", GHOST.replacen("m1,supporter@example.com", ",", 1), "line 2: email: empty-value"),
    ];
    for (name, text, expected) in cases {
        let said = refusal(name, text.as_bytes(), &paris());
        assert!(said.starts_with(expected) && !said.contains('@'), "{said}");
    }
    let latin = encoding_rs::WINDOWS_1252.encode(CLEANED).0.into_owned();
    assert_eq!(refusal("m.csv", &latin, &paris()), "line 1: bad-encoding (encoding: UTF-8)");
}
