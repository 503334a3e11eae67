//! No bytes make these formats panic, and no two formats claim the same file.

use crate::books::{xls, xlsx};
use crate::support::{Gather, paris};
use proptest::prelude::*;
use sources::Options;
use sources::input::{self, Input};
use sources::registry::FORMATS;

const IDS: [&str; 13] = [
    "linkedin-followers",
    "linkedin-visitors",
    "linkedin-content",
    "linkedin-creator",
    "youtube-studio",
    "tiktok-studio",
    "tiktok-videos",
    "mailchimp-members",
    "substack-members",
    "beehiiv-members",
    "beehiiv-posts",
    "ghost-members",
    "opml",
];

/// A file that each format reads, in the order of their names above, and some in another dress.
fn seeds() -> Vec<(usize, Vec<u8>)> {
    let followers: &[&[&str]] = &[
        &["Date", "Sponsored followers", "Organic followers", "Auto-invited followers", "Total followers"],
        &["03/14/2026", "3", "12", "2", "17"],
    ];
    let engagement: &[&[&str]] = &[&["Date", "Impressions", "Engagements"], &["7/30/2024", "1200", "31"]];
    let gained: &[&[&str]] =
        &[&["Total followers on 8/5/2024:", "2713"], &["Date", "New followers"], &["7/30/2024", "4"]];
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        (0, xls("New followers", followers)),
        (0, xlsx(&[("New followers", followers)])),
        (
            1,
            text(
                "Date,Overview page views (total),Total page views (total),Total unique visitors (total)\n03/14/2026,40,54,20\n",
            ),
        ),
        (
            2,
            text(
                "Described.\nDate,Impressions (total),Clicks (total),Reactions (total),Comments (total),Shares (total)\n03/14/2026,862,3,14,2,1\n",
            ),
        ),
        (3, xlsx(&[("ENGAGEMENT", engagement), ("FOLLOWERS", gained)])),
        (
            4,
            text(
                "Contenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues\nTotal,,,,\"2 281\"\naaa,\"Un\",5 janv. 2026,222,\"2 281\"\n",
            ),
        ),
        (4, text("Date,Average view duration\n2026-01-05,0:00:12\n")),
        (
            5,
            text(
                "\"Date\",\"Video Views\",\"Profile Views\",\"Likes\",\"Comments\",\"Shares\"\n\"August 31\",\"1\",\"2\",\"3\",\"4\",\"5\"\n",
            ),
        ),
        (5, text("\"Date\",\"Followers\",\"Difference in followers from previous day\"\n\"31 August\",\"1\",\"2\"\n")),
        (
            6,
            text(
                "Video title,Video link,Post time,Video views,Likes,Comments,Shares\nUn,https://www.tiktok.com/@o/video/12,August 31,1,2,3,4\n",
            ),
        ),
        (
            7,
            text(
                "Email Address,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,LEID,EUID\na@example.com,2,2026-01-01 10:00:00,,2026-02-01 10:00:00,,\n",
            ),
        ),
        (8, text("email,active_subscription,expiry,email_disabled,created_at\na@example.com,true,,false,2026-01-01\n")),
        (
            9,
            text(
                "email,First Name,status,tier,created_at,stripe_customer_id,unsubscribed_at\na@example.com,A,active,free,2023-03-24 10:23:10 UTC,,\n",
            ),
        ),
        (
            10,
            text(
                "id,web_title,status,audience,url,email_subject_line,content_html,created_at\ni,Un,confirmed,free,u,o,,2023-01-18 21:25:27\n",
            ),
        ),
        (
            11,
            text(
                "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at\nm,a@example.com,,,true,false,,2026-01-15T10:00:00.000Z,\n",
            ),
        ),
        (12, text("<opml version=\"2.0\"><body><outline text=\"a\" xmlUrl=\"https://a.example/feed\"/></body></opml>")),
    ]
}

#[test]
fn each_seed_is_claimed_by_its_format_above_all_others() {
    for (which, bytes) in seeds() {
        let (peek, _) = input::peek(Input::from_bytes("seed", bytes).unwrap()).unwrap();
        let mut sure: Vec<(u8, &str)> =
            FORMATS.iter().filter_map(|format| Some((format.recognise(&peek)?.sure, format.manifest().id))).collect();
        sure.sort_unstable();
        let (best, id) = sure.pop().unwrap();
        assert_eq!(id, IDS[which], "{sure:?}");
        assert!(sure.iter().all(|(other, _)| *other < best), "{id} at {best} against {sure:?}");
    }
}

fn feed(bytes: &[u8]) {
    for format in FORMATS.iter().filter(|format| IDS.contains(&format.manifest().id)) {
        let (peek, _) = input::peek(Input::from_bytes("seed", bytes.to_vec()).unwrap()).unwrap();
        let _ = format.recognise(&peek);
        for skip_bad in [false, true] {
            let mut input = Input::from_bytes("seed", bytes.to_vec()).unwrap();
            let _ = format.read(&mut input, &Options { skip_bad, ..paris() }, &mut Gather::default());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_a_format_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        feed(&bytes);
    }

    /// Bytes that begin like real files get further.
    #[test]
    fn no_damage_makes_a_format_panic(
        which in 0..16_usize, cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut bytes = seeds()[which].1.clone();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        bytes.truncate(cut.index(bytes.len()) + 1);
        feed(&bytes);
    }
}
