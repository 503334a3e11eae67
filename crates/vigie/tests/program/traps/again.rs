//! Traps 8 and 9: the same thing told again, and files that a spreadsheet saved.

use super::{latin, requoted, utf16};
use crate::{Vigie, new_things, told};

fn outbox(total: u32, ids: &[u32]) -> String {
    let items: Vec<String> = ids
        .iter()
        .map(|id| {
            format!(
                r#"{{"id":"https://social.example/users/office/statuses/{id}/activity","type":"Create","actor":"https://social.example/users/office",
                "published":"2026-03-{id:02}T08:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],"cc":[],
                "object":{{"id":"https://social.example/users/office/statuses/{id}","type":"Note","content":"<p>{id}</p>"}}}}"#
            )
        })
        .collect();
    format!(
        r#"{{"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":{total},"orderedItems":[{}]}}"#,
        items.join(",")
    )
}

#[test]
fn trap_8_the_number_of_items_an_archive_claims_does_not_matter() {
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&vigie.file("outbox.json", outbox(9, &[1, 2, 3])), &[]);
    assert_eq!(
        (told(&outcome, "mastodon-total", "said"), told(&outcome, "mastodon-total", "found")),
        (Some("9"), Some("3"))
    );
    assert_eq!(vigie.value("posts_published", &[]), 3.0);
}

#[test]
fn trap_8_files_that_overlap_count_each_thing_once() {
    let vigie = Vigie::new();
    vigie.import_one_twice(&vigie.file("outbox.json", outbox(3, &[1, 2, 3])), &[]);
    let later = vigie.import_one_twice(&vigie.file("outbox-april.json", outbox(4, &[2, 3, 4, 5])), &[]);
    assert_eq!((&later["posts"], &later["facts"]), (&2.into(), &2.into()));
    assert_eq!(vigie.value("posts_published", &[]), 5.0);
    // Days told by two exports: the newest says what the day was, and it is not added.
    let head = "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views\n";
    let day = |day: u8, gains: u8| format!("\"Mar {day}, 2026\",10,1,2,0,0,{gains},1,0,0,0,1,0,0\n");
    let vigie = Vigie::new();
    vigie.import_one_twice(&vigie.file("a.csv", [head, &day(3, 4), &day(2, 5)].concat()), &["--space", "X"]);
    vigie.import_one_twice(&vigie.file("b.csv", [head, &day(4, 6), &day(3, 7)].concat()), &["--space", "X"]);
    assert_eq!(vigie.value("gains", &[]), 5.0 + 7.0 + 6.0);
}

#[test]
fn trap_8_posts_and_messages_that_stand_twice_count_once() {
    let mail = |id: &str, day: u8| {
        format!(
            "From x@example.org Mon Mar  2 08:00:00 2026\nFrom: Ana <ana@example.org>\nDate: Mon, {day} Mar 2026 08:00:00 +0100\n\
             Message-ID: <{id}@example.org>\nSubject: Ordre du jour\n\nBonjour\n\n"
        )
    };
    let vigie = Vigie::new();
    let list = [mail("1", 2), mail("2", 9), mail("1", 2)].concat();
    let outcome = vigie.import_one_twice(&vigie.file("liste.mbox", list), &["--space", "Liste"]);
    assert_eq!((&outcome["rows_read"], &outcome["facts"]), (&3.into(), &2.into()));
    assert_eq!(vigie.value("comments", &[]), 2.0);
}

/// An export, a header of it, a cell of its second line, and how to import it.
struct Export {
    name: &'static str,
    text: &'static str,
    more: &'static [&'static str],
}

const EXPORTS: &[Export] = &[
    Export {
        name: "overview.csv",
        text: "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views\n\
               \"Tue, Mar 3, 2026\",10,1,2,0,0,4,1,0,0,0,1,0,0\n\"Mon, Mar 2, 2026\",20,2,3,0,0,5,0,0,0,0,0,0,0\n",
        more: &["--space", "X"],
    },
    Export {
        name: "posts.csv",
        text: "Post ID,Page ID,Page name,Description,Publish time,Post type,Date,Reach,Reactions,Comments,Shares\n\
               3384426593579622,1,Office,\"Été, déjà\",03/14/2026 03:05,Photos,Lifetime,901,20,3,2\n",
        more: &[],
    },
    Export {
        name: "Table data.csv",
        text: "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions click-through rate (%)\n\
               aaaaaaaaaaa,\"Le port, à l'aube\",\"Mar 5, 2026\",60,100,3,4,1500,2\n",
        more: &["--space", "Chaîne"],
    },
];

#[test]
fn trap_9_rows_quoted_again_are_refused_with_their_line() {
    for export in EXPORTS {
        let vigie = Vigie::new();
        let words = vigie.refusal(&vigie.file(export.name, requoted(export.text)), export.more);
        assert!(words.contains("line 1") && words.contains("quote"), "{words}");
        assert!(
            new_things(&vigie.import(&[&vigie.file("whole.csv", export.text)], export.more)[0]) > 0,
            "the export itself is read"
        );
    }
}

#[test]
fn trap_9_semicolons_are_refused_with_their_line() {
    for export in EXPORTS {
        // A spreadsheet writes `;` between cells and takes off the quotes that commas needed.
        let mut quoted = false;
        let saved: String = export
            .text
            .chars()
            .filter_map(|c| {
                quoted ^= c == '"';
                match c {
                    '"' => None,
                    ',' if !quoted => Some(';'),
                    c => Some(c),
                }
            })
            .collect();
        let vigie = Vigie::new();
        let words = vigie.refusal(&vigie.file(export.name, saved), export.more);
        assert!(words.contains("line 1") && words.contains("spreadsheet"), "{words}");
    }
}

#[test]
fn trap_9_windows_1252_is_refused_with_its_line() {
    for export in EXPORTS.iter().filter(|export| !export.text.is_ascii()) {
        let vigie = Vigie::new();
        let words = vigie.refusal(&vigie.file(export.name, latin(export.text)), export.more);
        assert!(words.contains("line 2") && words.contains("UTF-8"), "{words}");
    }
}

#[test]
fn trap_9_percentages_turned_into_dates_are_refused_with_line_and_column() {
    // 3.4 % of women of 25 to 34 became "3 April" once saved; so did a count written 3.4.
    let vigie = Vigie::new();
    let audience =
        "\"Age & gender\"\r\n\"\",\"Women\",\"Men\"\r\n\"18-24\",\"3-Apr\",\"2.1%\"\r\n\"25-34\",\"3.4%\",\"1%\"\r\n";
    vigie.refusal(&vigie.file("Audience.csv", utf16(&format!("sep=,\r\n{audience}"))), &["--network", "facebook"]);
    for (cell, dated) in [(",901,", ",3-Apr,"), (",901,", ",03/04/2026,"), (",901,", ",\"avr. 03\",")] {
        let words = vigie.refusal(&vigie.file("posts.csv", EXPORTS[1].text.replace(cell, dated)), &[]);
        assert!(words.contains("line 2, Reach"), "{words}");
    }
}
