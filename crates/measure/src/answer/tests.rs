//! The two presentations without words, on one small answer.

#![allow(clippy::unwrap_used)]
use crate::memory::{Memory, ready};
use crate::{Answer, Ask, Query, answer_to};
use model::{Metric, Millis, Network, Observation, Piece, Shape, Subject, Window};
use serde_json::json;

fn answer(compare: bool) -> Answer {
    let mut memory = Memory::new();
    let space = memory.add_space("town", "x", Network::X, "UTC");
    let import = memory.add_import("x-overview", Millis(1_756_000_000_000), &[Metric::Losses]);
    for (day, value) in [("2025-08-25", 13.0), ("2025-08-26", 0.5)] {
        let window = Window::Day { date: day.parse().unwrap(), zone: None };
        let told = Observation {
            subject: Subject::Space,
            metric: Metric::Gains,
            shape: Shape::Flow,
            value,
            window,
            observed_at: None,
        };
        memory.put(space, import, Piece::Observation(told));
    }
    let ask = Ask {
        indicators: vec!["gains".into(), "losses".into()],
        from: Some("2025-08-26".into()),
        to: Some("2025-08-27".into()),
        by: vec!["day".into(), "space".into()],
        compare: compare.then(|| "previous".into()),
        ..Ask::default()
    };
    let query = Query::from_ask(&ask, "Europe/Paris", None, Millis(1_760_000_000_000)).unwrap();
    ready(answer_to(&memory, &memory.scope(), &query)).unwrap()
}

#[test]
fn json_holds_ids_numbers_and_codes() {
    let expected = json!({
        "indicators": [
            {
                "id": "gains", "unit": "count", "status": "measured",
                "rows": [{
                    "period": "2025-08-26", "space": "x", "labels": { "space": "Space x" },
                    "value": 0.5, "status": "measured", "n": 1, "freshness": "2025-08-26T22:00:00Z",
                    "sources": [1], "told_by": ["service_daily"], "caveats": [{ "code": "zone-unknown" }],
                    "before": {
                        "value": 13, "status": "measured", "n": 1, "freshness": "2025-08-25T22:00:00Z",
                        "sources": [1], "told_by": ["service_daily"], "caveats": [{ "code": "zone-unknown" }],
                    },
                }],
            },
            {
                "id": "losses", "unit": "count", "status": "missing",
                "rows": [{
                    "period": "2025-08-26", "space": "x", "labels": { "space": "Space x" },
                    "value": null, "status": "missing", "n": 0, "freshness": null,
                    "sources": [], "told_by": [], "caveats": [{ "code": "gains-only" }],
                    "before": {
                        "value": null, "status": "missing", "n": 0, "freshness": null,
                        "sources": [], "told_by": [], "caveats": [{ "code": "gains-only" }],
                    },
                }],
            },
        ],
        "from": "2025-08-26", "to": "2025-08-27", "zone": "Europe/Paris",
        "compared": { "from": "2025-08-25", "to": "2025-08-26" },
        "sources": [{ "id": 1, "format": "x-overview", "name": "x-overview.csv", "at": "2025-08-24T01:46:40Z" }],
    });
    assert_eq!(answer(true).to_json(), expected);
}

#[test]
fn csv_has_one_line_per_row() {
    insta::assert_snapshot!(answer(true).to_csv().replace("\r\n", "\n"), @r"
    indicator,period,space,value,unit,status,n,numerator,denominator,freshness,told_by,sources,caveats,before_value,before_status
    gains,2025-08-26,x,0.5,count,measured,1,,,2025-08-26T22:00:00Z,service_daily,1,zone-unknown,13,measured
    losses,2025-08-26,x,,count,missing,0,,,,,,gains-only,,missing
    ");
    assert_eq!(answer(false).to_csv().lines().next().unwrap().split(',').count(), 13);
}

#[test]
fn the_same_history_gives_the_same_answer() {
    assert_eq!(answer(true), answer(true));
}
