//! A question about one post alone: its own figures, told or counted, never those of the whole space.

use super::{DAY, NOW, import, place, post};
use crate::both::on_both;
use measure::answer::{Row, Status};
use measure::ask::{Ask, Query};
use measure::{Scope, answer_to};
use model::{
    ActorKey, Coverage, Fact, FactKind, Metric, Millis, Observation, Piece, Shape, Span, Subject, What, Window,
    ZoneRule,
};
use store::Store;

const FIRST: i64 = 1_700_000_000_000;

fn comment(n: i64, post: &str) -> Piece {
    Piece::Fact(Fact {
        kind: FactKind::Comment,
        native: format!("comment {n}"),
        at: Millis(FIRST + 5 * DAY + n),
        zone_rule: ZoneRule::Told,
        actor: Some(ActorKey { native: format!("member {n}"), display: None }),
        post: Some(post.to_owned()),
        reply_to: None,
        text: None,
        url: None,
    })
}

fn views(post: &str, value: f64) -> Piece {
    Piece::Observation(Observation {
        subject: Subject::Post(post.into()),
        metric: Metric::VideoViews,
        shape: Shape::Level,
        value,
        window: Window::Lifetime,
        observed_at: Some(Millis(FIRST + 20 * DAY)),
    })
}

async fn asked(store: &Store, scope: &Scope, indicator: &str, more: Ask) -> Vec<Row> {
    let ask = Ask {
        indicators: vec![indicator.to_owned()],
        from: more.from.or_else(|| Some("2023-11-14".to_owned())),
        to: Some("2023-12-01".to_owned()),
        ..more
    };
    let query = Query::from_ask(&ask, "UTC", None, NOW).unwrap();
    answer_to(store, scope, &query).await.unwrap().series.remove(0).rows
}

fn alone(post: &str) -> Ask {
    Ask { filters: vec![("post".to_owned(), post.to_owned())], ..Ask::default() }
}

#[tokio::test]
async fn where_post_answers_like_by_post() {
    on_both(async |_, store| {
        let (client, space) = place(store).await;
        let span = Span { from: Millis(FIRST), to: Millis(FIRST + 30 * DAY) };
        let mut pieces = vec![post(1), post(2), views("p1", 40.0), views("p2", 2.0)];
        pieces.push(Piece::Coverage(Coverage { what: What::Facts(FactKind::Comment), span }));
        pieces.extend([(1, "p1"), (2, "p1"), (3, "p2"), (4, "elsewhere")].map(|(n, post)| comment(n, post)));
        import(store, &client, &space, pieces).await;
        let scope = Scope { spaces: vec![space.id] };
        let whole = asked(store, &scope, "comments", Ask::default()).await;
        assert_eq!(whole[0].figure.value, Some(4.0), "of the space as a whole");
        for (indicator, expected) in
            [("comments", [2.0, 1.0]), ("video_views", [40.0, 2.0]), ("interactions", [2.0, 1.0])]
        {
            let by_post = Ask { by: vec!["post".to_owned()], ..Ask::default() };
            let rows = asked(store, &scope, indicator, by_post).await;
            assert_eq!(rows.len(), 2);
            for (row, value) in rows.iter().zip(expected) {
                let id = &row.keys[0].id;
                let one = asked(store, &scope, indicator, alone(id)).await;
                assert_eq!((one.len(), one[0].figure.value), (1, Some(value)), "{indicator} of {id}");
                assert_eq!(one[0].figure, row.figure, "{indicator} of {id}");
                // After the day it came out, nothing is told of it: neither zero nor the whole space's figure.
                let later = Ask { from: Some("2023-11-20".to_owned()), ..alone(id) };
                let later = asked(store, &scope, indicator, later).await;
                let codes: Vec<&str> = later[0].figure.caveats.iter().map(|caveat| caveat.code).collect();
                assert_eq!(
                    (later[0].figure.value, later[0].figure.status, codes),
                    (None, Status::NotDefined, vec!["post-not-here"])
                );
            }
            let both = Ask {
                filters: rows.iter().map(|row| ("post".to_owned(), row.keys[0].id.clone())).collect(),
                ..Ask::default()
            };
            let both = asked(store, &scope, indicator, both).await;
            assert_eq!(both[0].figure.value, Some(expected.iter().sum()), "{indicator} of both");
        }
    })
    .await;
}
