//! Posts told whole come out exactly as the same told in pieces: ids, rows, roll-ups, counts, dates, and what is left after
//! an undo. Random files, with posts told twice, told before, pointed to before, and acts told without their post.

use super::NOW;
use crate::both::Place;
use measure::history::{History as _, Scope};
use measure::memory::random::Chance;
use model::{
    ActorKey, ContentType, Fact, FactKind, ImportId, Metric, Millis, Network, Observation, Piece, Post, Precision,
    Provenance, Shape, SpaceId, Span, Subject, Window, ZoneRule,
};
use std::fmt::Debug;
use store::history::{Counted, Figure, NewImport, Told, ToldPosts};
use store::{Db, Store};

/// Spaces tried on each engine; each takes in three files.
const SPACES: u64 = 8;

/// Posts in a file: more than a statement takes, for some.
const MANY: i64 = 2300;

/// A post as a row of a table tells it, with texts of its own.
struct Row {
    native: String,
    at: Millis,
    content_type: ContentType,
    act: FactKind,
    text: Option<String>,
    url: Option<String>,
    by: Option<String>,
    figures: Vec<Figure>,
}

impl Row {
    fn told(&self) -> Told<'_> {
        Told {
            native: &self.native,
            at: self.at,
            zone_rule: ZoneRule::Assumed,
            precision: Precision::Exact,
            content_type: self.content_type,
            act: self.act,
            text: self.text.as_deref(),
            url: self.url.as_deref(),
            by: self.by.as_deref(),
            figures: &self.figures,
        }
    }
}

/// What a file tells: rows of posts, or pieces between them.
enum Step {
    Rows(Vec<Row>),
    Pieces(Vec<Piece>),
}

fn native(chance: &mut Chance, of: i64) -> String {
    let n = chance.below(of);
    // A NUL is dropped, whichever way a key comes: two keys may become one.
    if chance.percent(5) { format!("p\0{n}") } else { format!("p{n}") }
}

fn at(chance: &mut Chance) -> Millis {
    Millis(1_700_000_000_000 + chance.below(90 * 96) * 900_000)
}

fn value(chance: &mut Chance) -> f64 {
    f64::from(i32::try_from(chance.below(4)).unwrap())
}

fn row(chance: &mut Chance, of: i64) -> Row {
    let at = at(chance);
    let content_type =
        chance.one(&[ContentType::Photo, ContentType::Article, ContentType::Unknown], ContentType::Photo);
    let figures = (0..chance.below(5)).map(|_| {
        let metric = chance.one(&[Metric::Likes, Metric::Reach, Metric::Followers, Metric::Comments], Metric::Likes);
        Figure { metric, value: value(chance), moment: (metric == Metric::Followers).then_some(at) }
    });
    Row {
        figures: figures.collect(),
        native: native(chance, of),
        at,
        content_type,
        act: if content_type == ContentType::Article { FactKind::Article } else { FactKind::Post },
        text: chance.percent(50).then(|| "é".repeat(usize::try_from(chance.below(700)).unwrap())),
        url: chance.percent(30).then(|| "https://example.org/".to_owned()),
        by: chance.percent(40).then(|| chance.one(&["Ana", "Bea", "C\0leo"], "Ana").to_owned()),
    }
}

fn piece(chance: &mut Chance, of: i64) -> Piece {
    let at = at(chance);
    match chance.below(4) {
        0 => Piece::Post(Post {
            native: native(chance, of),
            at,
            zone_rule: ZoneRule::Told,
            precision: Precision::Day,
            content_type: ContentType::Video,
            text: None,
            url: None,
        }),
        1 => Piece::Observation(Observation {
            subject: Subject::Post(native(chance, of).into()),
            metric: Metric::Likes,
            shape: Shape::Level,
            value: value(chance),
            window: Window::Lifetime,
            observed_at: chance.percent(50).then_some(at),
        }),
        // An act of publishing under the key of a post, but without it.
        kind => Piece::Fact(Fact {
            kind: if kind == 2 { FactKind::Post } else { FactKind::Like },
            native: native(chance, of),
            at,
            zone_rule: ZoneRule::Told,
            actor: chance.percent(70).then(|| ActorKey { native: "Ana".to_owned(), display: None }),
            post: (kind != 2).then(|| native(chance, of)),
            reply_to: chance.percent(20).then(|| native(chance, of)),
            text: None,
            url: None,
        }),
    }
}

fn file(chance: &mut Chance, many: bool) -> Vec<Step> {
    let steps = 1 + chance.below(3);
    (0..steps)
        .map(|_| {
            let n = if many { MANY } else { chance.below(40) };
            let of = if many { MANY * 2 } else { 50 };
            if chance.percent(70) {
                Step::Rows((0..n).map(|_| row(chance, of)).collect())
            } else {
                Step::Pieces((0..n).map(|_| piece(chance, of)).collect())
            }
        })
        .collect()
}

/// Takes a file in: rows of posts whole, or in pieces.
async fn take(store: &Store, space: SpaceId, file: &[Step], whole: bool) -> Counted {
    let client = store.clients_of(&store::desk::Viewer::system()).await.unwrap().remove(0).id;
    let new = NewImport {
        client,
        space,
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
    for step in file {
        match step {
            Step::Rows(rows) if whole => {
                let mut posts = ToldPosts::default();
                rows.iter().for_each(|row| posts.push(&row.told()));
                import.write_told(&posts).await.unwrap();
            }
            Step::Rows(rows) => {
                let pieces: Vec<Piece> = rows.iter().flat_map(|row| row.told().pieces().collect::<Vec<_>>()).collect();
                for batch in pieces.chunks(700) {
                    import.write(batch.to_vec()).await.unwrap();
                }
            }
            Step::Pieces(pieces) => import.write(pieces.clone()).await.unwrap(),
        }
    }
    import.finish(1, 0, "[]", "[]").await.unwrap()
}

fn sorted(mut rows: Vec<impl Debug>) -> Vec<String> {
    let mut rows: Vec<String> = rows.drain(..).map(|row| format!("{row:?}")).collect();
    rows.sort();
    rows
}

/// Everything of a space, but for the small ids that dictionaries give.
async fn everything(store: &Store, space: SpaceId) -> Vec<Vec<String>> {
    type Posts = (String, Option<i64>, i64, i64, i64, Option<String>, Option<String>, i64);
    type Facts = (
        (Vec<u8>, i64, i64, i64, Option<Vec<u8>>, Option<Vec<u8>>),
        (i64, Option<String>, Option<String>, i64, Option<String>, i64),
    );
    type Figures = (Vec<u8>, Option<String>, i64, i64, f64, Option<i64>, Option<i64>, i64);
    type Tallies = (i64, i64, Option<Vec<u8>>, i64, Vec<u8>);
    type Imports = (i64, i64, i64, i64, Option<i64>, Option<i64>);
    let posts =
        "select native, at, zone_rule, precision, content_type, text, url, import_id from post where space_id = $1";
    let facts =
        "select f.id, f.kind, f.at, f.zone_rule, a.key, b.key, f.content_type, p.native, r.native, f.provenance, f.url,
        f.import_id from fact f left join actor a on a.id = f.actor_id left join actor b on b.id = f.person_id
        left join post p on p.id = f.post_id left join post r on r.id = f.reply_to_id where f.space_id = $1";
    let figures = "select o.id, p.native, o.metric, o.shape, o.value, o.observed_at, o.at, o.import_id
        from observation o left join post p on p.id = o.post_id where o.space_id = $1";
    let tallies =
        "select t.kind, t.page, a.key, t.content_type, t.quarters from tally t left join actor a on a.id = t.person_id
        where t.space_id = $1";
    let imports = "select posts, facts, observations, duplicates, oldest_at, newest_at from import where space_id = $1";
    macro_rules! all {
        ($pool:ident) => {{
            // Longer rows than tuples that can be read are read in two.
            let facts: Vec<Facts> = sqlx::query(facts)
                .bind(space.0)
                .fetch_all($pool)
                .await
                .unwrap()
                .iter()
                .map(|row| {
                    use sqlx::Row;
                    (
                        (row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)),
                        (row.get(6), row.get(7), row.get(8), row.get(9), row.get(10), row.get(11)),
                    )
                })
                .collect();
            vec![
                sorted(sqlx::query_as::<_, Posts>(posts).bind(space.0).fetch_all($pool).await.unwrap()),
                sorted(facts),
                sorted(sqlx::query_as::<_, Figures>(figures).bind(space.0).fetch_all($pool).await.unwrap()),
                sorted(sqlx::query_as::<_, Tallies>(tallies).bind(space.0).fetch_all($pool).await.unwrap()),
                sorted(sqlx::query_as::<_, Imports>(imports).bind(space.0).fetch_all($pool).await.unwrap()),
            ]
        }};
    }
    let mut all = match &store.db {
        Db::Sqlite(pool) => all!(pool),
        Db::Postgres(pool) => all!(pool),
    };
    let mut sheets = store.sheets(&Scope { spaces: vec![space] }, Span::ALWAYS, true).await.unwrap();
    sheets.iter_mut().for_each(|sheet| sheet.post = model::PostId(0));
    all.push(sorted(sheets));
    all
}

async fn alike(whole: &Store, pieces: &Store, space: SpaceId, when: &str) {
    let (whole, pieces) = (everything(whole, space).await, everything(pieces, space).await);
    for (whole, pieces) in whole.iter().zip(&pieces) {
        assert_eq!(whole, pieces, "{when}");
    }
}

async fn compare(whole: &Store, pieces: &Store) {
    for store in [whole, pieces] {
        store.create_client("Office", "Europe/Paris", NOW).await.unwrap();
    }
    let mut duplicates = 0;
    for seed in 0..SPACES {
        let mut space = SpaceId(0);
        for store in [whole, pieces] {
            let client = store.clients_of(&store::desk::Viewer::system()).await.unwrap().remove(0).id;
            space = store.create_space(client, &format!("Page {seed}"), Network::Facebook, NOW).await.unwrap().id;
        }
        let mut chance = Chance::new(seed);
        for n in 0..3 {
            let file = file(&mut chance, (seed, n) == (3, 1));
            let counted = take(whole, space, &file, true).await;
            assert_eq!(counted, take(pieces, space, &file, false).await, "seed {seed}, file {n}");
            duplicates += counted.duplicates;
            alike(whole, pieces, space, &format!("seed {seed}, file {n}")).await;
        }
        for store in [whole, pieces] {
            let second = store.imports_of_space(space).await.unwrap()[1].id;
            store.undo_import(ImportId(second)).await.unwrap();
        }
        alike(whole, pieces, space, &format!("seed {seed}, undone")).await;
    }
    assert!(duplicates > 100, "files that tell nothing twice prove little");
    assert_eq!(whole.check().await.unwrap().differences, Vec::<String>::new());
}

#[tokio::test]
async fn posts_told_whole_come_out_as_in_pieces() {
    let mut pairs = vec![(Place::sqlite(), Place::sqlite())];
    if let (Some(one), Some(other)) = (Place::postgres().await, Place::postgres().await) {
        pairs.push((one, other));
    }
    for (one, other) in pairs {
        println!("on {}", one.engine());
        let (whole, pieces) = (one.open().await, other.open().await);
        // The key of an installation is part of what stands for an actor.
        std::fs::copy(one.folder().join("key"), other.folder().join("key")).unwrap();
        pieces.close().await;
        let pieces = other.open().await;
        compare(&whole, &pieces).await;
        for (store, place) in [(whole, one), (pieces, other)] {
            store.close().await;
            place.remove().await;
        }
    }
}
