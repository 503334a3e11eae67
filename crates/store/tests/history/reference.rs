//! Random histories, zones and splits: the store must answer like the plain in-memory reference, on both engines.

use crate::both::on_both;
use jiff::civil::date;
use jiff::{ToSpan, civil::Date};
use measure::answer::{Answer, Row};
use measure::ask::{Ask, Query};
use measure::indicator::ALL;
use measure::memory::random::{Chance, Stage, ZONES, history};
use measure::memory::{Memory, ready};
use measure::{Scope, answer_to};
use model::{ImportId, Millis, Piece, Provenance, SpaceId};
use std::collections::HashMap;
use store::Store;
use store::history::NewImport;

const NOW: Millis = Millis(1_790_000_000_000);

/// Random histories tried; each is asked every indicator.
const HISTORIES: u64 = 6;

/// Tells the store what the reference was told: each space in one import, its pieces last first, then a part again.
async fn fill(store: &Store, memory: &Memory) -> HashMap<SpaceId, SpaceId> {
    let mut ids = HashMap::new();
    for space in &memory.spaces {
        let (client, _) = store.find_or_create_client(&space.client_slug, &space.zone, NOW).await.unwrap();
        let kept = store.create_space(client.id, &space.slug, space.network, NOW).await.unwrap();
        assert_eq!(kept.slug, space.slug);
        ids.insert(space.id, kept.id);
        let told: Vec<(ImportId, Piece)> = memory
            .pieces
            .iter()
            .filter(|(at, ..)| *at == space.id)
            .map(|(_, import, piece)| (*import, piece.clone()))
            .collect();
        let lacks = told.first().map_or(&[][..], |(import, _)| {
            memory.imports.iter().find(|known| known.id == *import).map_or(&[][..], |known| &known.lacks)
        });
        let new = NewImport {
            client: client.id,
            space: kept.id,
            person: None,
            provenance: Provenance::Imported,
            format: "random",
            name: "random.csv",
            hash: "",
            choices: "{}",
            lacks,
            at: NOW,
        };
        let pieces: Vec<Piece> = told.into_iter().map(|(_, piece)| piece).collect();
        let again: Vec<Piece> =
            pieces.iter().filter(|piece| !matches!(piece, Piece::Visit(_))).step_by(3).cloned().collect();
        for pieces in [pieces.into_iter().rev().collect::<Vec<_>>(), again] {
            let mut import = store.begin_import(&new).await.unwrap();
            for batch in pieces.chunks(31) {
                import.write(batch.to_vec()).await.unwrap();
            }
            import.finish(0, 0, "[]", "[]").await.unwrap();
        }
    }
    ids
}

fn question(chance: &mut Chance, stage: &Stage, indicator: &'static measure::indicator::Indicator) -> Ask {
    let from = stage.from.checked_add((chance.below(stage.days + 4) - 3).days()).unwrap();
    let grain = chance.one(&["", "hour", "day", "week", "month", "year"], "");
    let days = if grain == "hour" { 2 } else { 1 + chance.below(40) };
    let mut by = vec![grain.to_owned()];
    let split = chance.one(indicator.splits, indicator.splits[0]);
    // Posts have other dictionary ids in each store: their rows are compared by the crates' own tests.
    if chance.percent(60) && split.as_str() != "post" {
        by.push(split.to_string());
    }
    Ask {
        indicators: vec![indicator.id.to_owned()],
        from: Some(from.to_string()),
        to: Some(from.checked_add(days.days()).unwrap().to_string()),
        by: by.into_iter().filter(|word| !word.is_empty()).collect(),
        zone: Some(chance.one(ZONES, "UTC").to_owned()),
        ..Ask::default()
    }
}

/// What two answers must share: everything but dictionary ids and moments of import.
fn essence(answer: &Answer) -> Vec<String> {
    let row = |row: &Row| {
        let keys: Vec<&str> = row.keys.iter().map(|key| key.id.as_str()).collect();
        let caveats: Vec<_> = row.figure.caveats.iter().map(|caveat| (caveat.code, &caveat.args)).collect();
        let f = &row.figure;
        let value = f.value.map(|v| format!("{v:.9}"));
        let period = row.period.as_ref().map(|p| p.id.as_str());
        format!("{period:?} {keys:?} {value:?} {} n={} {:?} {caveats:?}", f.status, f.n, f.told_by)
    };
    let mut rows: Vec<String> = answer.series.iter().flat_map(|series| series.rows.iter().map(row)).collect();
    rows.sort();
    rows
}

#[tokio::test]
async fn the_store_answers_like_the_plain_reference() {
    on_both(async |place, store| {
        for seed in 0..HISTORIES {
            let clear: Vec<_> = store.clients_of(&store::desk::Viewer::system()).await.unwrap();
            for client in clear {
                store.delete_client(client.id).await.unwrap();
            }
            let from: Date = date(2016, 3, 20).checked_add((i64::try_from(seed).unwrap() * 97).days()).unwrap();
            let stage = Stage { from, days: 14, facts: 150 };
            let memory = history(seed, &stage);
            let ids = fill(store, &memory).await;
            assert_eq!(store.check().await.unwrap().differences, Vec::<String>::new());
            let mut spaces: Vec<SpaceId> = memory.spaces.iter().map(|space| ids[&space.id]).collect();
            spaces.sort();
            let scope = Scope { spaces };
            let mut chance = Chance::new(seed ^ 0x00c0_ffee);
            for indicator in ALL {
                for _ in 0..3 {
                    let ask = question(&mut chance, &stage, indicator);
                    let query = Query::from_ask(&ask, "UTC", None, NOW).unwrap();
                    let expected = ready(answer_to(&memory, &memory.scope(), &query));
                    let told = answer_to(store, &scope, &query).await;
                    match (expected, told) {
                        (Ok(expected), Ok(told)) => {
                            assert_eq!(essence(&told), essence(&expected), "{} seed {seed}: {ask:?}", place.engine());
                        }
                        (expected, told) => assert_eq!(expected.is_err(), told.is_err(), "{ask:?}"),
                    }
                }
            }
        }
    })
    .await;
}
