//! Facebook Insights as workbooks: the same figures as in the text, and what stands in sheets of its own.

use crate::books::{xls, xlsx};
use crate::support::{paris, read, refusal};
use crate::told;
use model::Metric;

const DAYS: &[&[&str]] = &[
    &["Date", "Lifetime Total Likes", "Daily New Likes", "Daily Unlikes", "Daily Total Reach"],
    &[
        "",
        "Lifetime: The total number of people who have liked your Page. (Unique Users)",
        "Daily: new",
        "Daily: Unlikes",
        "Daily: …",
    ],
    &["09/01/14", "12015", "19", "4", "4842"],
    &["09/02/14", "12035", "20", "", "1427"],
];

const TOWNS: &[&[&str]] = &[&["Date", "Brest", "Paris"], &["", "Lifetime: towns", ""], &["09/01/14", "120", "80"]];

#[test]
fn the_old_binary_workbook_says_what_the_text_says() {
    let text: String = DAYS.iter().map(|row| row.join(",") + "\n").collect();
    let of_text = read("page.csv", text.as_bytes(), &paris()).unwrap();
    let of_book = read("page.xls", &xls("Key Metrics", DAYS), &paris()).unwrap();
    assert_eq!((of_book.format, of_book.report.rows), ("facebook-insights-page", 2));
    assert_eq!(of_book.text(), of_text.text());
}

#[test]
fn days_kept_as_numbers_of_a_spreadsheet() {
    let mut days = DAYS.to_vec();
    days[2] = &["41883", "12015", "19", "4", "4842"];
    days[3] = &["41884", "12035", "20", "", "1427"];
    let read = read("page.xls", &xls("Key Metrics", &days), &paris()).unwrap();
    assert_eq!(told(&read, "days", "from").as_deref(), Some("2014-09-01"));
    assert!(!read.seen().iter().any(|code| code.starts_with("dates-")), "no order was needed");
}

#[test]
fn sheets_by_town_are_counted_and_left_out_wherever_they_stand() {
    for sheets in [
        [("Key Metrics", DAYS), ("Lifetime Likes by City", TOWNS)],
        [("Lifetime Likes by City", TOWNS), ("Key Metrics", DAYS)],
    ] {
        let read = read("page.xlsx", &xlsx(&sheets), &paris()).unwrap();
        assert_eq!((read.sum(Metric::Gains), read.sum(Metric::Losses)), ((39.0, 2), (4.0, 1)));
        assert_eq!(told(&read, "sheets-left-out", "count").as_deref(), Some("1"));
    }
}

const POSTS: &[&[&str]] = &[
    &[
        "Post ID",
        "Permalink",
        "Post Message",
        "Type",
        "Posted",
        "Lifetime Post Total Reach",
        "Lifetime Post Total Impressions",
    ],
    &[
        "",
        "",
        "",
        "",
        "",
        "Lifetime: The total number of people your Page post was served to. (Unique Users)",
        "Lifetime: …",
    ],
    &[
        "517_3384",
        "https://www.facebook.com/exemple/posts/1",
        "Le marché",
        "Photo",
        "09/14/2014 03:05:12 AM",
        "900",
        "1500",
    ],
    &[
        "517_3385",
        "https://www.facebook.com/exemple/posts/2",
        "Horaires",
        "Link",
        "09/02/2014 11:30:00 PM",
        "400",
        "600",
    ],
];

/// A sheet of acts or people: the columns that tell which post, then kinds of act.
fn kinds<'a>(described: &'a str, figures: [[&'a str; 3]; 2]) -> Vec<Vec<&'a str>> {
    let [one, two] = figures;
    vec![
        vec!["Post ID", "Permalink", "Posted", "share", "like", "comment"],
        vec!["", "", "", described, described, described],
        [vec!["517_3385", "https://www.facebook.com/exemple/posts/2", "09/02/2014 11:30:00 PM"], one.to_vec()].concat(),
        [vec!["517_3384", "https://www.facebook.com/exemple/posts/1", "09/14/2014 03:05:12 AM"], two.to_vec()].concat(),
    ]
}

fn book(people: &[Vec<&str>], acts: Option<&[Vec<&str>]>) -> Vec<u8> {
    let slices = |rows: &[Vec<&'static str>]| -> Vec<&'static [&'static str]> {
        rows.iter().map(|row| -> &'static [&'static str] { row.clone().leak() }).collect()
    };
    let own = |rows: &[Vec<&str>]| -> Vec<Vec<&'static str>> {
        rows.iter().map(|row| row.iter().map(|cell| -> &'static str { cell.to_string().leak() }).collect()).collect()
    };
    let people = slices(&own(people));
    let acts = acts.map(|acts| slices(&own(acts)));
    let mut sheets: Vec<(&str, &[&[&str]])> =
        vec![("Key Metrics", POSTS), ("Lifetime Talking About This(...", &people)];
    if let Some(acts) = &acts {
        sheets.push(("Lifetime Post Stories by act...", acts));
    }
    xlsx(&sheets)
}

const PEOPLE: &str =
    "Lifetime: The number of unique people who created a story by interacting with your Page post. (Unique Users)";
const ACTS: &str = "Lifetime: The number of stories created about your Page post, by action type. (Total Count)";

#[test]
fn likes_comments_and_shares_stand_in_sheets_of_their_own() {
    let people = kinds(PEOPLE, [["", "5", "1"], ["2", "19", "3"]]);
    let read_of = |bytes: Vec<u8>| read("posts.xlsx", &bytes, &paris()).unwrap();
    let of_people = read_of(book(&people, None));
    assert_eq!((of_people.format, of_people.report.rows, of_people.posts()), ("facebook-insights-posts", 2, 2));
    let sums = [Metric::Likes, Metric::Comments, Metric::Shares, Metric::Reach].map(|metric| of_people.sum(metric));
    assert_eq!(sums, [(24.0, 2), (4.0, 2), (2.0, 1), (1300.0, 2)], "empty is not zero");
    assert!(!of_people.seen().contains(&"insights-without-reactions".to_owned()));
    // Where acts are counted too, they are read and not the people.
    let acts = kinds(ACTS, [["", "6", "1"], ["2", "20", "4"]]);
    let of_acts = read_of(book(&people, Some(&acts)));
    let sums = [Metric::Likes, Metric::Comments, Metric::Shares].map(|metric| of_acts.sum(metric).0);
    assert_eq!(sums, [26.0, 5.0, 2.0]);
    assert!(of_acts.text().contains("3384 likes 20 level lifetime"), "{}", of_acts.text());
    assert_eq!(told(&of_acts, "sheets-left-out", "count").as_deref(), Some("1"));
}

#[test]
fn key_figures_alone_say_that_reactions_are_elsewhere() {
    let read = read("posts.xls", &xls("Key Metrics", POSTS), &paris()).unwrap();
    assert!(read.seen().contains(&"insights-without-reactions".to_owned()));
    assert_eq!(read.posts(), 2);
}

#[test]
fn damaged_workbooks_are_refused() {
    let mut days = DAYS.to_vec();
    days[3] = &["09/02/14", "12035", "twenty", "", "1427"];
    let refused = |rows: &[&[&str]]| refusal("page.xls", &xls("Key Metrics", rows), &paris());
    assert_eq!(refused(&days), "line 4: Daily New Likes: not-a-number (value: twenty)");
    days[3] = &["2014", "12035", "20", "", "1427"];
    assert_eq!(refused(&days), "line 4: Date: not-a-date (value: 2014)");
    days[3] = DAYS[2];
    assert_eq!(refused(&days), "line 4: Date: contradiction (value: 09/01/14)");
    assert_eq!(refused(&DAYS[..2]), "line 1: empty");
    let mut posts = POSTS.to_vec();
    posts[2] = &[
        "3.38E+18",
        "https://www.facebook.com/exemple/posts/1",
        "Le marché",
        "Photo",
        "09/14/2014 03:05:12 AM",
        "900",
        "1500",
    ];
    let refused = refusal("posts.xls", &xls("Key Metrics", &posts), &paris());
    assert!(refused.starts_with("line 3: Post ID: rounded-id"), "{refused}");
    let twice = kinds(ACTS, [["", "6", "1"], ["2", "20", "4"]]);
    let mut twice = twice;
    twice.push(vec!["517_3384", "", "", "2", "21", "4"]);
    let refused =
        refusal("posts.xlsx", &book(&kinds(PEOPLE, [["", "5", "1"], ["2", "19", "3"]]), Some(&twice)), &paris());
    assert_eq!(refused, "line 5: like: contradiction (value: 21) (expected: 20)");
}
