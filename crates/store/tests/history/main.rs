//! Importing: once-only, in any order, undone as a whole; roll-ups equal to a recount throughout.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

#[path = "../both/mod.rs"]
mod both;
mod journal;
mod narrowed;
mod one_post;
mod reference;
mod told;

use both::on_both;
use jiff::civil::date;
use measure::history::{History as _, Scope};
use model::{
    ActorKey, Answer, Breakdown, ContentType, Coverage, Fact, FactKind, Metric, Millis, Network, Observation, Origin,
    Piece, Post, Precision, Provenance, Shape, Span, Subject, Visit, What, Window, ZoneRule,
};
use store::Store;
use store::desk::client::Client;
use store::desk::space::Space;
use store::history::{Counted, NewImport};

const NOW: Millis = Millis(1_780_000_000_000);
const DAY: i64 = 86_400_000;

async fn place(store: &Store) -> (Client, Space) {
    let client = store.create_client("Office", "Europe/Paris", NOW).await.unwrap();
    let space = store.create_space(client.id, "Page", Network::Facebook, NOW).await.unwrap();
    (client, space)
}

async fn import(store: &Store, client: &Client, space: &Space, pieces: Vec<Piece>) -> Counted {
    let new = NewImport {
        client: client.id,
        space: space.id,
        person: None,
        provenance: Provenance::Imported,
        format: "test",
        name: "test.csv",
        hash: "",
        choices: "{}",
        lacks: &[],
        at: NOW,
    };
    let mut import = store.begin_import(&new).await.unwrap();
    let rows = u64::try_from(pieces.len()).unwrap();
    for batch in pieces.chunks(7) {
        import.write(batch.to_vec()).await.unwrap();
    }
    import.finish(rows, 0, "[]", "[]").await.unwrap()
}

fn post(n: i64) -> Piece {
    Piece::Post(Post {
        native: format!("p{n}"),
        at: Millis(1_700_000_000_000 + n * DAY),
        zone_rule: ZoneRule::Told,
        precision: Precision::Exact,
        content_type: ContentType::Photo,
        text: Some(format!("post {n}")),
        url: None,
    })
}

fn like(n: i64, by: &str, post: i64) -> Piece {
    Piece::Fact(Fact {
        kind: FactKind::Like,
        native: format!("like {n}"),
        at: Millis(1_700_000_000_000 + n * 3_600_000),
        zone_rule: ZoneRule::Told,
        actor: Some(ActorKey { native: by.to_owned(), display: Some("Somebody".to_owned()) }),
        post: Some(format!("p{post}")),
        reply_to: None,
        text: None,
        url: None,
    })
}

fn reach(day: i8, value: f64) -> Piece {
    Piece::Observation(Observation {
        subject: Subject::Space,
        metric: Metric::Reach,
        shape: Shape::Flow,
        value,
        window: Window::Day { date: date(2023, 11, day), zone: None },
        observed_at: None,
    })
}

fn visit(visitor: &str, from: i64, last: i64, referrer: Option<&str>) -> Piece {
    Piece::Visit(Visit {
        visitor: visitor.to_owned(),
        from: Millis(1_700_000_000_000 + from * 60_000),
        last: Millis(1_700_000_000_000 + last * 60_000),
        origin: Origin { told: true, referrer: referrer.map(str::to_owned), ..Origin::default() },
        landing: "/".to_owned(),
        pages: 1,
    })
}

fn answer(n: u32) -> Piece {
    Piece::Answer(Answer {
        survey: "barometer".to_owned(),
        respondent: format!("respondent-{}@example.org", n / 2),
        question: "Which networks?".to_owned(),
        choice: n.is_multiple_of(2).then(|| "Mastodon".to_owned()),
        position: n % 2 + 1,
        value: "Yes\0".to_owned(),
        submitted_at: (n > 1).then_some(Millis(1_700_000_000_000)),
        zone_rule: ZoneRule::Told,
        complete: Some(n > 1),
    })
}

fn usual() -> Vec<Piece> {
    let mut pieces: Vec<Piece> = (0..5).map(post).collect();
    pieces.extend((0..40).map(|n| like(n, &format!("member {}", n % 6), n % 5)));
    pieces.extend((14..20).map(|day| reach(day, f64::from(day) * 10.0)));
    pieces.extend([visit("a", 0, 10, Some("t.co")), visit("b", 5, 5, None), visit("a", 100, 110, None)]);
    let span = Span { from: Millis(1_700_000_000_000), to: Millis(1_700_000_000_000 + 30 * DAY) };
    pieces.push(Piece::Coverage(Coverage { what: What::Facts(FactKind::Like), span }));
    pieces.extend((0..6).map(answer));
    pieces
}

/// Visits by channel in a table of one day, as an audience tool tells them.
fn arrivals(channel: &str, value: f64) -> Piece {
    let origin = Origin { told: true, channel: Some(channel.to_owned()), ..Origin::default() };
    Piece::Observation(Observation {
        subject: Subject::Origin(Breakdown::Channel, origin),
        metric: Metric::Visits,
        shape: Shape::Flow,
        value,
        window: Window::Day { date: date(2023, 11, 14), zone: None },
        observed_at: None,
    })
}

/// What the store tells by origin: word and value.
async fn told_by_origin(store: &Store, space: &Space) -> Vec<(String, f64)> {
    let scope = Scope { spaces: vec![space.id] };
    let rows = store.arrivals(&scope, date(2023, 11, 1), date(2023, 12, 1)).await.unwrap();
    let mut rows: Vec<_> = rows.into_iter().map(|row| (row.origin.channel.unwrap_or_default(), row.value)).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    rows
}

#[tokio::test]
async fn visits_by_origin_are_written_once_corrected_and_undone() {
    on_both(async |_, store| {
        let (client, space) = place(store).await;
        let first = vec![arrivals("direct", 5.0), arrivals("organic social", 2.0)];
        assert_eq!(import(store, &client, &space, first.clone()).await.observations, 2);
        assert_eq!(import(store, &client, &space, first).await, Counted { duplicates: 2, ..Counted::default() });
        // A later export corrects one row; the other stands.
        import(store, &client, &space, vec![arrivals("direct", 6.0), arrivals("organic social", 2.0)]).await;
        let row = |word: &str, value: f64| (word.to_owned(), value);
        assert_eq!(told_by_origin(store, &space).await, [row("direct", 6.0), row("organic social", 2.0)]);
        // They are no figures of the space as a whole.
        let scope = Scope { spaces: vec![space.id] };
        let whole = store.flows(&scope, &[Metric::Visits], date(2023, 11, 1), date(2023, 12, 1)).await.unwrap();
        assert!(whole.is_empty(), "{whole:?}");
        sound(store).await;
        let last = store.imports_of_space(space.id).await.unwrap().first().unwrap().id;
        store.undo_import(model::ImportId(last)).await.unwrap();
        assert_eq!(told_by_origin(store, &space).await, [row("direct", 5.0), row("organic social", 2.0)]);
        sound(store).await;
    })
    .await;
}

async fn sound(store: &Store) {
    let checked = store.check().await.unwrap();
    assert_eq!(checked.differences, Vec::<String>::new());
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing() {
    on_both(async |_, store| {
        let (client, space) = place(store).await;
        let first = import(store, &client, &space, usual()).await;
        assert_eq!(first, Counted { posts: 5, facts: 40, observations: 6, visits: 3, answers: 6, duplicates: 0 });
        let again = import(store, &client, &space, usual()).await;
        assert_eq!(again, Counted { duplicates: 55, ..Counted::default() });
        sound(store).await;
    })
    .await;
}

#[tokio::test]
async fn facts_may_come_before_their_posts() {
    on_both(async |_, store| {
        let (client, space) = place(store).await;
        let (posts, others): (Vec<_>, Vec<_>) = usual().into_iter().partition(|piece| matches!(piece, Piece::Post(_)));
        import(store, &client, &space, others).await;
        sound(store).await;
        import(store, &client, &space, posts).await;
        let checked = store.check().await.unwrap();
        assert_eq!((checked.differences.len(), checked.facts, checked.posts), (0, 40, 5));
    })
    .await;
}

#[tokio::test]
async fn an_import_undone_leaves_no_trace() {
    on_both(async |_, store| {
        let (client, space) = place(store).await;
        let half: Vec<Piece> = usual().into_iter().step_by(2).collect();
        import(store, &client, &space, half).await;
        let before = store.check().await.unwrap();
        import(store, &client, &space, usual()).await;
        let last = store.imports_of_space(space.id).await.unwrap()[0].id;
        store.undo_import(model::ImportId(last)).await.unwrap();
        assert_eq!(store.check().await.unwrap(), before);
    })
    .await;
}

#[tokio::test]
async fn a_visit_cut_in_two_by_log_rotation_is_one_visit() {
    on_both(async |_, store| {
        let (client, space) = place(store).await;
        import(store, &client, &space, vec![visit("a", 10, 20, None), visit("b", 15, 15, None)]).await;
        // The older log comes second: its part begins the visit, so its origin and its quarter-hour stand.
        let second = import(store, &client, &space, vec![visit("a", -5, 9, Some("t.co"))]).await;
        assert_eq!((second.visits, second.duplicates), (0, 1));
        let checked = store.check().await.unwrap();
        assert_eq!((checked.visits, checked.differences.len()), (2, 0));
        // A gap longer than the pause is another visit.
        let third = import(store, &client, &space, vec![visit("a", 51, 60, None)]).await;
        assert_eq!(third.visits, 1);
        sound(store).await;
    })
    .await;
}

#[tokio::test]
async fn members_of_the_community_are_kept_as_keyed_hashes() {
    on_both(async |_, store| {
        let (client, space) = place(store).await;
        import(store, &client, &space, vec![post(0), like(1, "native-id-of-somebody", 0)]).await;
        let text = match &store.db {
            store::Db::Sqlite(pool) => {
                let rows: Vec<(Vec<u8>, Option<String>)> =
                    sqlx::query_as("select key, display from actor").fetch_all(pool).await.unwrap();
                format!("{rows:?}")
            }
            store::Db::Postgres(pool) => {
                let rows: Vec<(Vec<u8>, Option<String>)> =
                    sqlx::query_as("select key, display from actor").fetch_all(pool).await.unwrap();
                format!("{rows:?}")
            }
        };
        assert!(!text.contains("native-id") && !text.contains("Somebody"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn answers_are_kept_without_who_gave_them() {
    on_both(async |_, store| {
        let (client, space) = place(store).await;
        let told = import(store, &client, &space, (0..6).map(answer).collect()).await;
        assert_eq!(told, Counted { answers: 6, ..Counted::default() });
        assert_eq!(store.imports_of_space(space.id).await.unwrap()[0].answers, 6);
        // What a respondent changes is told beside what was told before: readers take the newest import's.
        let Piece::Answer(first) = answer(0) else { unreachable!("an answer") };
        let again = vec![Piece::Answer(model::Answer { value: "No".to_owned(), ..first }), answer(1)];
        assert_eq!(
            import(store, &client, &space, again).await,
            Counted { answers: 1, duplicates: 1, ..Counted::default() }
        );
        let columns = "select survey, question, choice, position, value, submitted_at, zone_rule, complete, respondent
            from answer order by respondent, position, import_id";
        type Row = (String, String, Option<String>, i64, String, Option<i64>, i64, Option<bool>, Vec<u8>);
        let rows: Vec<Row> = match &store.db {
            store::Db::Sqlite(pool) => sqlx::query_as(columns).fetch_all(pool).await.unwrap(),
            store::Db::Postgres(pool) => sqlx::query_as(columns).fetch_all(pool).await.unwrap(),
        };
        assert_eq!(rows.len(), 7);
        assert!(rows.iter().all(|row| row.8.len() == 16), "respondents are keyed hashes");
        let respondents: std::collections::BTreeSet<_> = rows.iter().map(|row| &row.8).collect();
        assert_eq!(respondents.len(), 3);
        let mut values: Vec<&str> = rows.iter().map(|row| row.4.as_str()).collect();
        values.sort_unstable();
        assert_eq!(values, ["No", "Yes", "Yes", "Yes", "Yes", "Yes", "Yes"], "without NUL");
        assert_eq!(rows.iter().filter(|row| row.7 == Some(true) && row.5 == Some(1_700_000_000_000)).count(), 4);
        let checked = store.check().await.unwrap();
        assert_eq!((checked.answers, checked.differences), (7, vec![]));
        let last = store.imports_of_space(space.id).await.unwrap()[0].id;
        store.undo_import(model::ImportId(last)).await.unwrap();
        assert_eq!(store.check().await.unwrap().answers, 6);
    })
    .await;
}
