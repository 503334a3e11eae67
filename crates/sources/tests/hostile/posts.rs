//! Exports of very many posts: rows wait for a date that tells the order of day and month, and no longer.

use crate::support::{MB, Taken, read};
use sources::registry::by_id;
use std::fmt::Write as _;
use std::io::Cursor;

const META: &str = "Post ID,Page ID,Page name,Title,Publish time,Permalink,Post type,Date,Reach,Impressions,Reactions,Comments,Shares\n";
const INSIGHTS: &str = "Post ID,Permalink,Post Message,Type,Posted,Lifetime Post Total Reach,Lifetime Post Total Impressions,\
                        Lifetime Post Stories by action type - like,Countries\n";

/// So many bytes of rows, the number of each in it; the first ones of a day that reads both ways.
fn rows(head: &str, size: usize, row: impl Fn(usize, u32) -> String) -> String {
    let mut text = head.to_owned();
    for number in 0.. {
        let day = if number < 100 { 3 } else { 14 };
        write!(text, "{}", row(number, day)).unwrap();
        if text.len() > size {
            break;
        }
    }
    text
}

fn taken(format: &str, text: String) -> Taken {
    read(by_id(format).unwrap(), Cursor::new(text.into_bytes()))
}

#[test]
fn posts_are_not_held_once_the_order_of_their_dates_is_told() {
    let size = 2 * MB;
    let words = "La fête du port commence à dix heures ; venez nombreux : il y aura des crêpes et de la musique.";
    let meta = rows(META, size, |number, day| {
        let link = format!("https://www.facebook.com/exemple/posts/{number}");
        format!("1234567{number:08},998877,Port,{words},03/{day:02}/2026 08:05,{link},Photos,Lifetime,9,12,1,2,3\n")
    });
    let insights = rows(INSIGHTS, size, |number, day| {
        let link = format!("https://www.facebook.com/exemple/posts/{number}");
        format!("1234567{number:08},{link},{words},Photo,03/{day:02}/2015 07:05:00 AM,900,1200,10,\n")
    });
    for (format, text, most) in [("meta-posts", meta, 2 * MB), ("facebook-insights-posts", insights, 2 * MB)] {
        let taken = taken(format, text);
        assert!(taken.answer.is_ok() && taken.peak < most, "{format}: {} held: {}", taken.peak, taken.said());
    }
}

/// No date tells the order: the rows wait for the end, in little more than they take in the file.
#[test]
fn posts_whose_dates_read_both_ways_wait_end_to_end() {
    let text = rows(INSIGHTS, 2 * MB, |number, _| {
        format!(
            "1234567{number:08},https://f.example/{number},Bonjour,Photo,03/04/2015 07:05:00 AM,900,1200,10,France\n"
        )
    });
    let taken = taken("facebook-insights-posts", text);
    assert!(taken.answer.is_ok() && taken.peak < 6 * MB, "{} held: {}", taken.peak, taken.said());
}

#[test]
fn rows_of_next_to_empty_cells_are_not_held_in_many_times_their_size() {
    let head = "Date,Total page views (total),Total unique visitors (total)\n";
    let text = format!("{head}{}", format!("03/14/2026,1,1{}\n", ",".repeat(300)).repeat(3000));
    let read = taken("linkedin-visitors", text);
    assert_eq!((read.code(), read.peak < 8 * MB), ("too-large", true), "{} bytes held", read.peak);
}

#[test]
fn webmentions_are_held_one_by_one() {
    let one = "{\"type\":\"entry\",\"author\":{\"name\":\"Ada\"},\"wm-source\":\"https://e.example/x\",\"wm-target\":\"https://exemple.fr/\",\
               \"wm-received\":\"2026-02-09T10:00:00Z\",\"wm-property\":\"like-of\",\"wm-private\":false}";
    let text = format!("{{\"type\":\"feed\",\"children\":[{}{one}]}}", format!("{one},").repeat(20_000));
    let read = taken("webmention", text);
    assert_eq!((read.code(), read.peak < 12 * MB), ("read", true), "{} bytes held", read.peak);
}
