//! Tables that nobody knows, through a mapping.

use crate::support::{Read, folder, paris, read, refusal, shared};
use model::{ContentType, Metric, Piece, Precision};
use sources::mapping::{Role, RowsAre, propose};
use sources::{Mapping, Options};
use std::collections::BTreeMap;

const BILLETS: &[u8] = include_bytes!("../mapped/billets.csv");
const FACEBOOK_METRICS: &str = include_str!("../../../../docs/guide/en/mapping-facebook-metrics.toml");

const BILLETS_MAPPING: &str = r#"
name = "Billets"
rows = "posts"

[table]
empty = ["n.c."]

[[column]]
header = "Jour"
is = "at"

[[column]]
header = "Titre"
is = "text"

[[column]]
header = "Rubrique"
is = "content_type"

[[column]]
header = "J’aime"
is = "likes"

[[column]]
header = "Commentaires"
is = "comments"

[[column]]
header = "Partages"
is = "shares"

[[column]]
header = "Couverture"
is = "reach"
"#;

fn with(mapping: &str) -> Options {
    Options { mapping: Some(Mapping::from_toml(mapping).unwrap()), ..paris() }
}

#[test]
fn a_french_table_of_posts() {
    let read = read("billets.csv", BILLETS, &with(BILLETS_MAPPING)).unwrap();
    assert_eq!((read.format, read.report.rows), ("mapped", 3));
    insta::assert_snapshot!(read.text(), @r#"
    post row-5922c1f4c1eae78ffdcb8cb8649546eb-1 at 2026-03-14T07:05:00Z assumed exact photo "Fête du port" ""
    fact post row-5922c1f4c1eae78ffdcb8cb8649546eb-1 at 2026-03-14T07:05:00Z assumed "" ""
    row-5922c1f4c1eae78ffdcb8cb8649546eb-1 likes 12 level lifetime
    row-5922c1f4c1eae78ffdcb8cb8649546eb-1 comments 1 level lifetime
    row-5922c1f4c1eae78ffdcb8cb8649546eb-1 shares 3 level lifetime
    row-5922c1f4c1eae78ffdcb8cb8649546eb-1 reach 1200 level lifetime
    post row-0232a8c4f082ebd9995fbee7c6ada95d-1 at 2026-03-02T18:30:00Z assumed exact link "Horaires d'été" ""
    fact post row-0232a8c4f082ebd9995fbee7c6ada95d-1 at 2026-03-02T18:30:00Z assumed "" ""
    row-0232a8c4f082ebd9995fbee7c6ada95d-1 likes 4 level lifetime
    row-0232a8c4f082ebd9995fbee7c6ada95d-1 reach 300 level lifetime
    post row-0232a8c4f082ebd9995fbee7c6ada95d-2 at 2026-03-02T18:30:00Z assumed exact link "Horaires d'été" ""
    fact post row-0232a8c4f082ebd9995fbee7c6ada95d-2 at 2026-03-02T18:30:00Z assumed "" ""
    row-0232a8c4f082ebd9995fbee7c6ada95d-2 likes 4 level lifetime
    row-0232a8c4f082ebd9995fbee7c6ada95d-2 reach 300 level lifetime
    cover Facts(Post) 2026-03-01T23:00:00Z..2026-03-14T23:00:00Z
    cover Posts(Likes) 2026-03-01T23:00:00Z..2026-03-14T23:00:00Z
    cover Posts(Shares) 2026-03-01T23:00:00Z..2026-03-14T23:00:00Z
    cover Posts(Comments) 2026-03-01T23:00:00Z..2026-03-14T23:00:00Z
    cover Posts(Reach) 2026-03-01T23:00:00Z..2026-03-14T23:00:00Z
    seen encoding-guessed encoding=windows-1252
    seen dates-day-first
    seen zone-assumed zone=Europe/Paris
    seen days from=2026-03-02 to=2026-03-14
    "#);
}

#[test]
fn a_table_without_mapping_asks_for_one() {
    let expected = "mapping-needed (headers: Jour · Titre · Rubrique · J'aime · Commentaires · Partages · Couverture)";
    assert_eq!(refusal("billets.csv", BILLETS, &paris()), expected);
}

#[test]
fn a_mapping_reads_back_from_its_file() {
    for text in [BILLETS_MAPPING, FACEBOOK_METRICS] {
        let mapping = Mapping::from_toml(text).unwrap();
        assert_eq!(Mapping::from_toml(&mapping.to_toml().unwrap()).unwrap(), mapping);
    }
    for role in Role::all() {
        assert_eq!(role.as_str().parse::<Role>().unwrap(), role);
    }
}

#[test]
fn the_example_of_the_guide_is_a_good_mapping() {
    for guide in
        [include_str!("../../../../docs/guide/en/mapping.md"), include_str!("../../../../docs/guide/fr/mapping.md")]
    {
        let toml = guide.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        assert_eq!(Mapping::from_toml(toml).unwrap().columns.len(), 3);
    }
}

#[test]
fn prose_is_no_table() {
    let prose = b"Dear all, here is the file, as promised.\nIt was fun, and late.\nYours\n";
    assert!(refusal("letter.txt", prose, &paris()).starts_with("unrecognised"));
}

#[test]
fn faults_of_a_mapping_are_named() {
    let at = "[[column]]\nheader = \"Jour\"\nis = \"at\"\n";
    let cases = [
        (
            "rows = \"weeks\"",
            "line 1: bad-mapping (reason: toml) (value: unknown variant `weeks`, expected one of `posts`, `days`, `facts`)",
        ),
        ("rows = \"posts\"", "bad-mapping (reason: no-column)"),
        ("[[column]]\nheader = \"X\"\nis = \"likes\"", "bad-mapping (reason: no-date)"),
        ("[[column]]\nheader = \"M\"\nis = \"month\"", "bad-mapping (reason: no-part) (value: weekday)"),
        (&format!("rows = \"facts\"\n{at}"), "bad-mapping (reason: no-kind)"),
        (&format!("rows = \"days\"\n{at}"), "bad-mapping (reason: no-figure)"),
        (&format!("zone = \"Europe/Lutece\"\n{at}"), "unknown-zone (zone: Europe/Lutece)"),
        (&format!("{at}format = \"%H:%M\""), "Jour: bad-mapping (reason: format) (value: %H:%M)"),
        (&format!("{at}{at}"), "Jour: bad-mapping (reason: header-twice)"),
        (
            &format!("{at}[[column]]\nheader = \"Autre\"\nis = \"at\""),
            "Autre: bad-mapping (reason: role-twice) (value: at)",
        ),
        (
            &format!("{at}[[column]]\nheader = \"T\"\nis = \"content_type\"\nvalues = {{ a = \"hologram\" }}"),
            "T: bad-mapping (reason: value-unknown) (value: hologram)",
        ),
        (&format!("{at}[table]\nencoding = \"utf-42\""), "bad-mapping (reason: encoding) (value: utf-42)"),
    ];
    for (text, expected) in cases {
        assert_eq!(Mapping::from_toml(text).unwrap_err().to_string(), expected, "{text}");
    }
}

#[test]
fn bad_lines_refuse_the_file_or_are_skipped_and_listed() {
    let text = "Jour;J'aime\n2026-03-01;12\n2026-03-02;3 avr.\nhier;4\n2026-03-04;5;6\n2026-03-05;7\n";
    let mapping =
        "rows = \"days\"\n[[column]]\nheader = \"Jour\"\nis = \"at\"\n[[column]]\nheader = \"J'aime\"\nis = \"likes\"";
    let options = with(mapping);
    assert_eq!(refusal("t.csv", text.as_bytes(), &options), "line 3: J'aime: not-a-number (value: 3 avr.)");
    let read = read("t.csv", text.as_bytes(), &Options { skip_bad: true, ..options }).unwrap();
    let bad: Vec<String> = read.bad.iter().map(ToString::to_string).collect();
    assert_eq!(
        bad,
        [
            "line 3: J'aime: not-a-number (value: 3 avr.)",
            "line 4: Jour: not-a-date (value: hier)",
            "line 5: cell-count (cells: 3) (headers: 2)",
        ]
    );
    assert_eq!((read.sum(Metric::Likes), read.report.rows), ((19.0, 2), 5));
}

#[test]
fn a_missing_or_doubled_column_is_named() {
    let mapping =
        "rows = \"days\"\n[[column]]\nheader = \"Jour\"\nis = \"at\"\n[[column]]\nheader = \"Fans\"\nis = \"gains\"";
    let options = with(mapping);
    let missing = refusal("t.csv", b"Jour;Autre\n2026-03-01;1\n", &options);
    assert_eq!(missing, "line 1: Fans: missing-column (headers: Jour · Autre)");
    assert_eq!(refusal("t.csv", b"Jour;Fans;fans\n2026-03-01;1;2\n", &options), "line 1: Fans: duplicate-column");
}

#[test]
fn dates_that_read_both_ways_are_not_guessed() {
    let mapping =
        "rows = \"days\"\n[[column]]\nheader = \"Jour\"\nis = \"at\"\n[[column]]\nheader = \"Fans\"\nis = \"gains\"";
    let text = b"Jour;Fans\n01/02/2026;1\n03/04/2026;2\n";
    assert_eq!(refusal("t.csv", text, &with(mapping)), "Jour: ambiguous-dates");
    let said = mapping.replace("is = \"at\"", "is = \"at\"\nformat = \"day-first\"");
    assert!(read("t.csv", text, &with(&said)).unwrap().text().contains("2026-04-03"));
    let pattern = mapping.replace("is = \"at\"", "is = \"at\"\nformat = \"%m/%d/%Y\"");
    assert!(read("t.csv", text, &with(&pattern)).unwrap().text().contains("2026-03-04"));
}

#[test]
fn rows_wait_for_the_date_that_tells_the_order() {
    let mapping = "rows = \"posts\"\n[[column]]\nheader = \"Jour\"\nis = \"at\"\n[[column]]\nheader = \"Id\"\nis = \"id\"\n\
                   [[column]]\nheader = \"Fans\"\nis = \"likes\"";
    // Many batches of dates that read both ways, a plain one first, the one that tells after them.
    let both_ways: String = (0..3000).map(|id| format!("03/04/2026;p{id};1\n")).collect();
    let text = format!("Jour;Id;Fans\n2026-01-31;first;1\n{both_ways}25/12/2025;last;1\n");
    let read = read("t.csv", text.as_bytes(), &with(mapping)).unwrap();
    let natives: Vec<&str> = posts(&read).map(|post| post.native.as_str()).collect();
    assert_eq!((natives.len(), natives[0], natives[1], natives[3001]), (3002, "first", "p0", "last"));
    assert_eq!((read.sum(Metric::Likes), read.report.rows), ((3002.0, 3002), 3002));
    assert!(read.text().contains("post p0 at 2026-04-03") && read.text().contains("seen dates-day-first"));
    let contradicted = format!("{text}12/31/2025;p;1\n");
    let said = "line 3004: Jour: not-a-date (other: 3003)";
    assert_eq!(refusal("t.csv", contradicted.as_bytes(), &with(mapping)), said);
    let skipped = Options { skip_bad: true, ..with(mapping) };
    assert_eq!(refusal("t.csv", contradicted.as_bytes(), &skipped), said, "two orders in one file are no bad line");
    let open = format!("Jour;Id;Fans\n{both_ways}");
    assert_eq!(refusal("t.csv", open.as_bytes(), &with(mapping)), "Jour: ambiguous-dates");
}

#[test]
fn a_table_of_acts() {
    let mapping = "rows = \"facts\"\n[[column]]\nheader = \"When\"\nis = \"at\"\n[[column]]\nheader = \"What\"\nis = \"kind\"\n\
                   values = { visite = \"meeting\" }\n[[column]]\nheader = \"Who\"\nis = \"person\"\n[[column]]\nheader = \"Note\"\nis = \"text\"";
    let text = "When,What,Who,Note\n2026-03-01 10:00,visite,Ada,Musée\n2026-03-01T10:00:00Z,call,,\n";
    insta::assert_snapshot!(read("acts.csv", text.as_bytes(), &with(mapping)).unwrap().text(), @r#"
    fact meeting row-b880814be1eb323cb51530b37f3ffe26-1 at 2026-03-01T09:00:00Z assumed "Ada" "Musée"
    fact call row-c9462b4e599337fd35c3c9f1eb9bded0-1 at 2026-03-01T10:00:00Z told "" ""
    cover Facts(Call) 2026-02-28T23:00:00Z..2026-03-01T23:00:00Z
    cover Facts(Meeting) 2026-02-28T23:00:00Z..2026-03-01T23:00:00Z
    seen zone-assumed zone=Europe/Paris
    seen days from=2026-03-01 to=2026-03-01
    "#);
}

#[test]
fn shared_facebook_metrics() {
    let Some(bytes) = shared("shared_facebook_metrics", "uci-facebook-metrics/dataset_Facebook.csv") else { return };
    let read = read("dataset_Facebook.csv", &bytes, &with(FACEBOOK_METRICS)).unwrap();
    let sums = [Metric::Comments, Metric::Likes, Metric::Shares, Metric::Engagements].map(|metric| read.sum(metric));
    assert_eq!(sums, [(3741.0, 500), (88795.0, 499), (13524.0, 496), (106_060.0, 500)]);
    assert_eq!((read.posts(), read.report.rows), (500, 500));
    assert_eq!(types(&read), BTreeMap::from([("link", 22), ("photo", 426), ("status", 45), ("video", 7)]));
    assert_eq!(read.sum(Metric::Followers).1, 500);
    let natives: std::collections::BTreeSet<&str> = posts(&read).map(|post| post.native.as_str()).collect();
    assert_eq!(natives.len(), 500, "equal rows are still two posts");
    assert!(posts(&read).all(|post| post.precision == Precision::MonthWeekdayHour));
}

fn posts(read: &Read) -> impl Iterator<Item = &model::Post> {
    read.pieces.iter().filter_map(|piece| match piece {
        Piece::Post(post) => Some(post),
        _ => None,
    })
}

fn types(read: &Read) -> BTreeMap<&'static str, usize> {
    let mut types = BTreeMap::new();
    for post in posts(read) {
        *types.entry(ContentType::as_str(post.content_type)).or_default() += 1;
    }
    types
}

#[test]
fn shared_facebook_metrics_proposal() {
    let Some(bytes) = shared("shared_facebook_metrics_proposal", "uci-facebook-metrics/dataset_Facebook.csv") else {
        return;
    };
    let input = sources::input::Input::from_bytes("dataset_Facebook.csv", bytes).unwrap();
    let (peek, _) = sources::input::peek(input).unwrap();
    let preview = sources::preview::preview(&peek, 5);
    let mut proposed = propose(&preview.headers, &preview.rows);
    assert_eq!(proposed.rows, RowsAre::Posts);
    assert_eq!(proposed.check().unwrap_err().to_string(), "bad-mapping (reason: no-part) (value: year)");
    proposed.constants.year = Some(2014);
    assert_eq!(proposed.check().unwrap_err().to_string(), "bad-mapping (reason: weekday-one)");
    let ours = Mapping::from_toml(FACEBOOK_METRICS).unwrap();
    let pairs = |mapping: &Mapping| -> Vec<(String, Role)> {
        mapping.columns.iter().map(|column| (column.header.clone(), column.is)).collect()
    };
    assert_eq!(pairs(&proposed), pairs(&ours));
}

#[test]
fn workbooks() {
    let path = "shapes-synthetic/linkedin-page";
    let Ok(entries) = std::fs::read_dir(folder().join(path)) else {
        assert!(shared("workbooks", path).is_none());
        return;
    };
    let file = entries.flatten().map(|entry| entry.path()).find(|path| path.to_string_lossy().contains("followers"));
    let bytes = std::fs::read(file.unwrap()).unwrap();
    let mapping = "rows = \"days\"\n[[column]]\nheader = \"Date\"\nis = \"at\"\nformat = \"month-first\"\n\
                   [[column]]\nheader = \"Total followers\"\nis = \"net_growth\"\n[table]\nsheet = \"New followers\"";
    let read = read("followers.xls", &bytes, &with(mapping)).unwrap();
    assert_eq!(read.sum(Metric::NetGrowth).0, 502.0);
    let wrong = mapping.replace("\"New followers\"", "\"Feuil1\"");
    assert!(refusal("followers.xls", &bytes, &with(&wrong)).starts_with("bad-mapping (reason: sheet) (value: Feuil1)"));
}
