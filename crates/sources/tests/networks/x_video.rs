//! X: video overview.

use crate::requoted;
use crate::support::{paris, read, refusal};
use model::Metric;

const VIDEO: &str = "Video overview,,,,,\n\
    Date,Views,Watch Time (ms),Completion Rate,Average Watch Time (ms),Estimated Revenue\n\
    \"Tue, Aug 26, 2025\",120,456000,0.31,3800,0\n\
    2025-08-25,,,,,\n";

#[test]
fn views_day_by_day() {
    let read = read("video.csv", VIDEO.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("x-video", 2));
    insta::assert_snapshot!(read.text(), @r#"
    space video_views 120 flow 2025-08-26 ?
    seen day-zone-unknown
    seen days from=2025-08-25 to=2025-08-26
    "#);
}

#[test]
fn french_labels() {
    let text = "Vue d’ensemble des vidéos,,,,,\nDate,Vues,Durée de visionnage (ms),Taux d’achèvement,x,y\n26 août 2025,7,1,1,1,1\n";
    let read = read("video.csv", text.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.sum(Metric::VideoViews)), ("x-video", (7.0, 1)));
}

#[test]
fn damaged_files_are_refused() {
    let cases: [(Vec<u8>, &str); 6] = [
        (VIDEO.split("0.31").next().unwrap().into(), "line 3: Completion Rate: truncated"),
        (VIDEO.replacen("Views", "x", 1).into(), "line 2: Views: missing-column (headers: Date · "),
        (VIDEO.replacen("120", "12-Jan", 1).into(), "line 3: Views: not-a-number (value: 12-Jan)"),
        (VIDEO.replacen("2025-08-25", "45894", 1).into(), "line 4: Date: not-a-date (value: 45894)"),
        (VIDEO.replacen("2025-08-25", "2025-08-26", 1).into(), "line 4: Date: contradiction (value: 2025-08-26)"),
        (
            VIDEO.replace("\"Tue, Aug 26, 2025\"", "2025-08-26").replace(',', ";").into(),
            "line 2: resaved (separator: semicolon)",
        ),
    ];
    for (bytes, expected) in cases {
        let said = refusal("video.csv", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    assert!(
        refusal("video.csv", requoted(VIDEO).as_bytes(), &paris()).contains("unrecognised")
            || refusal("video.csv", requoted(VIDEO).as_bytes(), &paris()).contains("requoted")
    );
}
