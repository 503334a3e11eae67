//! Facts made again from the files that were kept.

use super::{LOG, NOW, POSTS, office, spaces, store, take};
use intake::normalise::{Normalised, normalise};
use model::{ImportId, Millis};
use store::Store;

async fn again(store: &Store, keep: bool) -> Vec<Normalised> {
    let client = office(store).await;
    let mut made = Vec::new();
    for space in spaces(store).await {
        made.push(normalise(store, &client, &space, keep).await.unwrap().map_err(|unread| unread.file).unwrap());
    }
    made
}

#[tokio::test]
async fn nothing_changed_makes_the_same_again() {
    let (_folder, store) = store().await;
    let posts = take(&store, "posts.csv", POSTS).await;
    assert_eq!((posts.posts, posts.refused), (2, None));
    assert_eq!(take(&store, "access.log", LOG).await.visits, 2);
    // The second time brings nothing, and is made again as nothing.
    assert_eq!(take(&store, "posts again.csv", POSTS).await.posts, 0);
    let made = again(&store, true).await;
    assert_eq!(made.iter().map(|made| made.imports).sum::<usize>(), 3);
    assert!(made.iter().all(|made| made.same), "{made:?}");
    assert_eq!(made.iter().map(|made| made.after.posts).sum::<u64>(), 2);
    assert_eq!(store.check().await.unwrap().differences, Vec::<String>::new());
}

#[tokio::test]
async fn another_zone_moves_what_said_none_and_back() {
    let (_folder, store) = store().await;
    take(&store, "posts.csv", POSTS).await;
    take(&store, "access.log", LOG).await;
    let client = office(&store).await;
    let before = again(&store, false).await;
    store.set_client_zone(client.id, "America/New_York").await.unwrap();
    let tried = again(&store, false).await;
    let changed: Vec<bool> = tried.iter().map(|made| !made.same).collect();
    assert_eq!(
        changed.iter().filter(|changed| **changed).count(),
        1,
        "the log says its zone, the posts do not: {tried:?}"
    );
    assert!(again(&store, true).await.iter().any(|made| !made.same));
    assert!(again(&store, true).await.iter().all(|made| made.same), "a trial before had changed nothing, this one had");
    assert_eq!(store.check().await.unwrap().differences, Vec::<String>::new());
    store.set_client_zone(client.id, "Europe/Paris").await.unwrap();
    let back = again(&store, true).await;
    let after: Vec<_> = back.iter().map(|made| made.after).collect();
    assert_eq!(after, before.iter().map(|made| made.after).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_client_may_keep_no_files_or_for_some_days() {
    let (_folder, store) = store().await;
    let first = take(&store, "posts.csv", POSTS).await;
    let client = office(&store).await;
    let kept = async |store: &Store| again(store, false).await.iter().map(|made| made.imports).sum::<usize>();
    assert_eq!(kept(&store).await, 1);
    store.set_client_raw_days(client.id, Some(30)).await.unwrap();
    assert_eq!(store.purge_raw(Millis(NOW.0 + 29 * 86_400_000)).await.unwrap(), 0);
    assert_eq!(store.purge_raw(Millis(NOW.0 + 31 * 86_400_000)).await.unwrap(), 1);
    assert_eq!(kept(&store).await, 0, "without its file an import stays as it is");
    store.set_client_raw_days(client.id, Some(0)).await.unwrap();
    take(&store, "access.log", LOG).await;
    assert_eq!(kept(&store).await, 0);
    assert!(store.set_client_raw_days(client.id, Some(-1)).await.is_err());
    store.undo_import(ImportId(first.import.unwrap())).await.unwrap();
    assert_eq!(store.check().await.unwrap().differences, Vec::<String>::new());
}

#[tokio::test]
async fn a_file_goes_with_the_last_import_of_its_content() {
    let (_folder, store) = store().await;
    let first = take(&store, "posts.csv", POSTS).await.import.unwrap();
    let second = take(&store, "copy.csv", POSTS).await.import.unwrap();
    let far = Millis(NOW.0 + 86_400_000);
    let client = office(&store).await;
    store.undo_import(ImportId(first)).await.unwrap();
    assert_eq!(again(&store, false).await[0].imports, 1, "the other import still has its file");
    store.undo_import(ImportId(second)).await.unwrap();
    store.set_client_raw_days(client.id, Some(0)).await.unwrap();
    assert_eq!(store.purge_raw(far).await.unwrap(), 0, "it went with the last import");
}
