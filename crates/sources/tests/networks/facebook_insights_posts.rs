//! Facebook Insights, post level.

use crate::support::{paris, read, refusal, shared};
use crate::{latin, requoted};
use model::Metric;
use sources::Options;
use sources::input::{self, Input};
use sources::recognise::recognise;

const POSTS: &str = "\
Post ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting,Lifetime Post Total Reach,Lifetime Post organic reach,Lifetime Post Total Impressions,Lifetime Engaged Users,Lifetime Post Consumptions,Lifetime Talking About This (Post) by action type - like,Lifetime Post Stories by action type - like,Lifetime Post Stories by action type - comment,Lifetime Post Stories by action type - share,Lifetime Negative feedback\n\
,,,,,,,,Lifetime: The total number of people your Page post was served to. (Unique Users),Lifetime: …,Lifetime: …,Lifetime: …,Lifetime: …,Lifetime: …,Lifetime: …,Lifetime: …,Lifetime: …,Lifetime: …\n\
517935376972151_3384426593579622,https://www.facebook.com/exemple/posts/1,\"Le marché\n ouvre, \"\"enfin\"\"\",Photo,,,09/14/2014 03:05:12 AM,,900,700,1500,40,30,19,20,3,2,1\n\
517935376972151_3384426593579623,https://www.facebook.com/exemple/posts/2,Horaires,SharedVideo,,,09/02/2014 11:30:00 PM,,400,,600,10,,,,,,\n";

#[test]
fn posts_and_what_they_gathered() {
    let read = read("posts.csv", POSTS.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("facebook-insights-posts", 2));
    insta::assert_snapshot!(read.text(), @r#"
    post 3384426593579622 at 2014-09-14T01:05:12Z assumed exact photo "Le marché\n ouvre, \"enfin\"" "https://www.facebook.com/exemple/posts/1"
    fact post 3384426593579622 at 2014-09-14T01:05:12Z assumed "" ""
    3384426593579622 reach 900 level lifetime
    3384426593579622 impressions 1500 level lifetime
    3384426593579622 engaged_people 40 level lifetime
    3384426593579622 likes 20 level lifetime
    3384426593579622 comments 3 level lifetime
    3384426593579622 shares 2 level lifetime
    3384426593579622 clicks 30 level lifetime
    3384426593579622 negative_feedback 1 level lifetime
    post 3384426593579623 at 2014-09-02T21:30:00Z assumed exact video "Horaires" "https://www.facebook.com/exemple/posts/2"
    fact post 3384426593579623 at 2014-09-02T21:30:00Z assumed "" ""
    3384426593579623 reach 400 level lifetime
    3384426593579623 impressions 600 level lifetime
    3384426593579623 engaged_people 10 level lifetime
    cover Facts(Post) 2014-09-01T22:00:00Z..2014-09-14T22:00:00Z
    cover Posts(Likes) 2014-09-01T22:00:00Z..2014-09-14T22:00:00Z
    cover Posts(Shares) 2014-09-01T22:00:00Z..2014-09-14T22:00:00Z
    cover Posts(Comments) 2014-09-01T22:00:00Z..2014-09-14T22:00:00Z
    cover Posts(Reach) 2014-09-01T22:00:00Z..2014-09-14T22:00:00Z
    cover Posts(Impressions) 2014-09-01T22:00:00Z..2014-09-14T22:00:00Z
    cover Posts(Clicks) 2014-09-01T22:00:00Z..2014-09-14T22:00:00Z
    cover Posts(EngagedPeople) 2014-09-01T22:00:00Z..2014-09-14T22:00:00Z
    cover Posts(NegativeFeedback) 2014-09-01T22:00:00Z..2014-09-14T22:00:00Z
    seen dates-month-first
    seen days from=2014-09-02 to=2014-09-14
    seen zone-assumed zone=Europe/Paris
    "#);
}

#[test]
fn the_same_post_of_both_exports_is_one() {
    let suite = "Post ID,Page ID,Page name,Publish time,Post type,Date,Reach,Reactions,Comments,Shares\n\
                 3384426593579622,1,Office,09/14/2014 03:05,Photos,Lifetime,901,20,3,2\n";
    let keys = |text: &str| {
        let read = read("posts.csv", text.as_bytes(), &paris()).unwrap();
        read.text().lines().next().unwrap().split(" at ").next().unwrap().to_owned()
    };
    assert_eq!(keys(POSTS), keys(suite));
}

#[test]
fn french_labels_ask_for_the_order() {
    let french = "ID de la publication,Permalien,Message de la publication,Type,Publié,Portée totale de la publication,like\n\
                  12,https://www.facebook.com/exemple/posts/1,Bonjour,Photo,03/04/2014 10:00,900,4\n";
    assert_eq!(refusal("posts.csv", french.as_bytes(), &paris()), "Publié: ambiguous-dates");
    let told = french.replace("03/04/2014", "13/04/2014");
    let read = read("posts.csv", told.as_bytes(), &paris()).unwrap();
    assert_eq!((read.sum(Metric::Reach), read.sum(Metric::Likes)), ((900.0, 1), (4.0, 1)));
    assert!(read.seen().contains(&"dates-day-first".to_owned()));
}

#[test]
fn key_figures_alone_say_that_reactions_are_elsewhere() {
    let key = "Post ID,Permalink,Post Message,Type,Posted,Lifetime Post Total Reach\n\
               12,https://www.facebook.com/exemple/posts/1,Bonjour,Link,2014-09-14 10:00:00,900\n";
    let read = read("posts.csv", key.as_bytes(), &paris()).unwrap();
    assert!(read.seen().contains(&"insights-without-reactions".to_owned()));
    assert!(!read.text().contains("likes"), "missing is not zero");
}

#[test]
fn damaged_files_are_refused() {
    let cases: [(Vec<u8>, &str); 8] = [
        (POSTS.split("ouvre").next().unwrap().into(), "line 3: truncated"),
        (POSTS.split("600,10").next().unwrap().into(), "line 5: Lifetime Post Total Impressions: truncated"),
        (
            POSTS.replace("517935376972151_3384426593579623", "3.38443E+15").into(),
            "line 5: Post ID: rounded-id (value: 3.38443E+15)",
        ),
        (POSTS.replace("517935376972151_3384426593579623", "").into(), "line 5: Post ID: empty-value"),
        (POSTS.replace("09/02/2014 11:30:00 PM", "41884.5").into(), "line 5: Posted: not-a-date (value: 41884.5)"),
        (POSTS.replacen("Posted", "x", 1).into(), "line 1: Posted: missing-column (headers: Post ID · "),
        (
            POSTS.replacen(",900,", ",9-Jan,", 1).into(),
            "line 3: Lifetime Post Total Reach: not-a-number (value: 9-Jan)",
        ),
        (requoted(POSTS).into(), "line 1: requoted"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("posts.csv", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    assert_eq!(
        refusal("posts.csv", &latin(&POSTS.replace('…', "")), &paris()),
        "line 3: bad-encoding (encoding: UTF-8)"
    );
}

#[test]
fn a_bad_post_is_passed_over_when_asked() {
    let skip = Options { skip_bad: true, ..paris() };
    let text = POSTS.replace("517935376972151_3384426593579623", "3.38443E+15");
    let read = read("posts.csv", text.as_bytes(), &skip).unwrap();
    assert_eq!((read.posts(), read.bad.len()), (1, 1));
}

/// The published table of Moro et al. has the same names of figures, and no ids: it is not the export.
#[test]
fn shared_table_without_ids_is_not_the_export() {
    let Some(bytes) = shared("shared_table_without_ids", "uci-facebook-metrics/dataset_Facebook.csv") else { return };
    let (peek, _) = input::peek(Input::from_bytes("dataset_Facebook.csv", bytes).unwrap()).unwrap();
    assert_eq!(recognise(&peek, None, None).unwrap().format.manifest().id, "mapped");
}
