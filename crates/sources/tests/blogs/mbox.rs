//! Archives of mailing lists.

use crate::lines::{count, left, lines, told};
use crate::support::{paris, read, refusal, shared};
use model::{FactKind, Piece};
use sources::Options;

pub const SMALL: &str = "From lea@marche.example  Sun Mar  1 09:00:00 2026\nFrom: =?utf-8?q?L=C3=A9a?= <Lea@marche.example>\nDate: Sun, 01 Mar 2026 09:00:00 +0100\nSubject: [marche] =?ISO-8859-1?Q?R=E9ouverture?=\nMessage-ID: <1@marche.example>\nList-Id: Voisins du march\u{e9} <voisins.marche.example>\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nSamedi, dès 8 h.\n>From our stalls, fruit.\n-- \nLéa\n\nFrom omar at voisin.example  Sun Mar  1 10:00:00 2026\nFrom: omar at voisin.example (Omar)\nDate: Sun, 1 Mar 2026 10:00:00 +0000 (UTC)\nSubject: Re: [marche] Réouverture\nMessage-id: <2@voisin.example>\nIn-Reply-To: <1@marche.example> (Léa's message of \"Sun\")\nReferences: <1@marche.example>\n\n> Samedi, dès 8 h.\nBravo !\n\nFrom lea@marche.example  Sun Mar  1 11:00:00 2026\nFrom: lea@marche.example\nDate: Sun, 01 Mar 2026 11:00:00 +0000\nSubject: Re: [marche] Réouverture\nMessage-ID: <3@marche.example>\nReferences: <1@marche.example> <2@voisin.example>\n\nMerci\n\nFrom omar@voisin.example  Sun Mar  1 10:00:00 2026\nFrom: omar@voisin.example\nDate: Sun, 1 Mar 2026 10:00:00 +0000\nMessage-ID: <2@voisin.example>\nIn-Reply-To: <1@marche.example>\n\nBravo !\n\n";

#[test]
fn a_small_archive_with_its_team() {
    let options = Options { team: vec!["lea@marche.example".to_owned()], ..paris() };
    let small = read("marche.mbox", SMALL.as_bytes(), &options).unwrap();
    assert_eq!((small.format, small.report.rows), ("mbox", 4));
    assert_eq!(
        lines(&small)[..5],
        [
            "post 1@marche.example status 2026-03-01T08:00:00Z told [[marche] Réouverture / Samedi, dès 8 h. / From our stalls, fruit.] -",
            "status 1@marche.example 2026-03-01T08:00:00Z told by lea@marche.example under 1@marche.example to - [-] -",
            "reply_received 2@voisin.example 2026-03-01T10:00:00Z told by omar@voisin.example under 1@marche.example to 1@marche.example [Re: [marche] Réouverture / Bravo !] -",
            "reply 3@marche.example 2026-03-01T11:00:00Z told by lea@marche.example under 1@marche.example to 2@voisin.example [Re: [marche] Réouverture / Merci] -",
            "all comment 2026-03-01T08:00:00Z to 2026-03-01T11:00:00.001Z",
        ]
    );
    assert_eq!(lines(&small).len(), 8);
    assert_eq!((left(&small, "mail-duplicates"), told(&small, "mail-summary", "answers")), (Some("1"), Some("3")));
    // Without a team everybody is of the community, and nothing is said of what the team did.
    let anybody = read("marche.mbox", SMALL.as_bytes(), &paris()).unwrap();
    assert_eq!((count(&anybody, FactKind::Comment), lines(&anybody).len()), (3, 4));
}

#[test]
fn the_list_names_the_space() {
    let space = |text: &str| {
        let input = sources::input::Input::from_bytes("x", text.as_bytes().to_vec()).unwrap();
        let (peek, _) = sources::input::peek(input).unwrap();
        sources::recognise::recognise(&peek, None, None).unwrap().recognised.space
    };
    assert_eq!(space(SMALL).as_deref(), Some("Voisins du marché"));
    assert_eq!(space(&format!("{SMALL}{}", SMALL.replace("Voisins", "Autres"))), None, "two lists");
}

#[test]
fn letters_of_a_mailbox_are_private() {
    let letter = SMALL.replace("List-Id: Voisins du march\u{e9} <voisins.marche.example>", "X-Gmail-Labels: Inbox");
    let read_it =
        |include_private| read("All mail.mbox", letter.as_bytes(), &Options { include_private, ..paris() }).unwrap();
    assert_eq!((left(&read_it(false), "private-left-out"), count(&read_it(false), FactKind::Comment)), (Some("1"), 2));
    assert_eq!(count(&read_it(true), FactKind::Comment), 3);
    let alone = letter.split("From omar at").next().unwrap();
    assert_eq!(refusal("All mail.mbox", alone.as_bytes(), &paris()), "only-private (count: 1)");
}

#[test]
fn linux_kernel_lists() {
    let Some(bytes) = shared("linux_kernel_lists", "lkml-mbox/lkml.mbox") else { return };
    let lkml = read("lkml.mbox", &bytes, &paris()).unwrap();
    assert_eq!((lkml.format, lkml.report.rows), ("mbox", 210));
    assert_eq!(
        (told(&lkml, "mail-summary", "answers"), told(&lkml, "mail-summary", "different")),
        (Some("205"), Some("176"))
    );
    assert_eq!(
        (left(&lkml, "mail-duplicates"), left(&lkml, "mail-undated"), left(&lkml, "mail-without-id")),
        (Some("34"), None, None)
    );
    assert_eq!(count(&lkml, FactKind::Comment), 176);
    let answers = lkml.pieces.iter().filter(|piece| matches!(piece, Piece::Fact(fact) if fact.reply_to.is_some()));
    assert_eq!(answers.count(), 171);
    assert_eq!(lines(&lkml).last().unwrap(), "all comment 2009-11-22T00:11:00Z to 2011-02-14T18:35:37.001Z");
    let team = Options { team: vec!["Joe Perches".to_owned()], ..paris() };
    let with_team = read("lkml.mbox", &bytes, &team).unwrap();
    let kinds = [FactKind::Status, FactKind::Reply, FactKind::ReplyReceived, FactKind::Comment];
    assert_eq!(kinds.map(|kind| count(&with_team, kind)).iter().sum::<usize>(), 176);
    assert!(count(&with_team, FactKind::Reply) > 0 && count(&with_team, FactKind::ReplyReceived) > 0);
}

#[test]
fn captured_archives() {
    let cases = [
        ("mbox_complex.mbox", 2, 2),
        ("mbox_multipart.mbox", 2, 2),
        ("mbox_single.mbox", 1, 1),
        ("mbox_iso8859_encoding.mbox", 1, 1),
        ("mbox_unixfrom_encoding.mbox", 1, 1),
        ("mbox_unknown_encoding.mbox", 1, 1),
        ("mbox_no_fields.mbox", 6, 1),
    ];
    for (file, rows, comments) in cases {
        let Some(bytes) = shared("captured_archives", &format!("perceval-captures/mbox/{file}")) else { return };
        let told = read(file, &bytes, &paris()).unwrap();
        assert_eq!(
            (told.format, told.report.rows, count(&told, FactKind::Comment)),
            ("mbox", rows, comments),
            "{file}"
        );
    }
    let Some(bytes) = shared("captured_archives", "perceval-captures/mbox/mbox_no_fields.mbox") else { return };
    let told = read("x", &bytes, &paris()).unwrap();
    let counted = ["mail-duplicates", "mail-without-id", "mail-undated"].map(|code| left(&told, code));
    assert_eq!(counted, [Some("1"), Some("1"), Some("3")], "six in all");
    assert!(lines(&told)[0].contains(" by goran@domain.com "), "{}", lines(&told)[0]);
    let Some(bytes) = shared("captured_archives", "perceval-captures/mbox/mbox_multipart.mbox") else { return };
    let parts = lines(&read("x", &bytes, &paris()).unwrap()).join("\n");
    assert!(!parts.contains("<html") && !parts.contains("Content-Type"), "{parts}");
    let Some(bytes) = shared("captured_archives", "perceval-captures/mbox/mbox_complex.mbox") else { return };
    let complex = lines(&read("x", &bytes, &paris()).unwrap()).join("\n");
    assert!(complex.contains("Ubuntu packaging stuff—it'd be worth"), "quoted-printable UTF-8: {complex}");
}

#[test]
fn damaged_archives() {
    let cut = |at: &str| SMALL[..SMALL.find(at).unwrap()].to_owned();
    let only_nameless =
        "From a@b.c  Sun Mar  1 09:00:00 2026\nFrom: a@b.c\nDate: Sun, 01 Mar 2026 09:00:00 +0100\n\nx\n\n";
    let cases = [
        (cut("Merci"), "line 26: truncated"),
        (cut("rci"), "line 26: truncated"),
        (cut("References: <1@marche.example> <2"), "line 26: truncated"),
        (only_nameless.to_owned(), "Message-ID: empty-value"),
        (
            only_nameless.replace("Date: Sun, 01 Mar 2026 09:00:00 +0100", "Message-ID: <x@y>\nDate: demain"),
            "Date: empty-value",
        ),
    ];
    for (text, said) in cases {
        if said == "line 26: truncated" && text.ends_with("\n\n") {
            // Cut between lines of a text: what is there is whole, and nobody can tell.
            assert_eq!(read("x", text.as_bytes(), &paris()).unwrap().report.rows, 3);
            continue;
        }
        assert_eq!(refusal("x.mbox", text.as_bytes(), &paris()), said);
    }
    let utf16 = crate::support::utf16(SMALL);
    let forced = |bytes: Vec<u8>| {
        let mut input = sources::input::Input::from_bytes("x", bytes).unwrap();
        let mut sink = crate::support::Gather::default();
        sources::Format::read(&sources::mbox::Mbox, &mut input, &paris(), &mut sink).unwrap_err().to_string()
    };
    assert_eq!(forced(utf16), "line 1: bad-encoding (encoding: UTF-16)");
    assert_eq!(forced(b"hello\n".to_vec()), "line 1: From : malformed (reason: hello)");
    assert_eq!(forced(Vec::new()), "empty");
}
