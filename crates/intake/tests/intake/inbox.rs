//! The watched folder.

use super::{LOG, NOW, POSTS, office, spaces, store};
use intake::Outcome;
use intake::inbox::{Inbox, Taken};
use std::fs;
use std::path::Path;
use store::Store;

fn words(outcome: &Outcome) -> String {
    outcome.refused.as_ref().map_or_else(|| "fine".to_owned(), |trouble| format!("refused: {trouble}"))
}

/// Looks twice: a file is taken when it has not changed between two looks.
async fn look(inbox: &mut Inbox, store: &Store) -> Vec<Taken> {
    assert_eq!(inbox.look(store, NOW, &words).await.unwrap(), Vec::new());
    inbox.look(store, NOW, &words).await.unwrap()
}

fn drop(folder: &Path, file: &str, text: &str) {
    let path = folder.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[tokio::test]
async fn what_is_dropped_is_taken_in_and_moved() {
    let (folder, store) = store().await;
    let folder = folder.path().join("inbox");
    let mut inbox = Inbox::open(&folder).unwrap();
    drop(&folder, "Office/Instagram/posts.csv", POSTS);
    drop(&folder, "Office/access.log", LOG);
    let taken = look(&mut inbox, &store).await;
    assert_eq!(
        taken.iter().map(|one| (one.file.as_str(), one.done)).collect::<Vec<_>>(),
        [("Office/Instagram/posts.csv", true), ("Office/access.log", true)]
    );
    assert!(folder.join("done/Office/Instagram/posts.csv").is_file());
    assert!(!folder.join("Office/access.log").exists());
    assert_eq!(office(&store).await.name, "Office");
    assert_eq!(spaces(&store).await.len(), 2);
    // Dropped again it changes nothing, and lies beside the first.
    drop(&folder, "Office/Instagram/posts.csv", POSTS);
    let taken = look(&mut inbox, &store).await;
    assert_eq!((taken[0].done, taken[0].outcomes[0].posts), (true, 0));
    assert!(folder.join("done/Office/Instagram/posts (2).csv").is_file());
    assert_eq!(inbox.watched().last().len(), 3);
}

#[tokio::test]
async fn what_is_refused_lies_beside_its_reason() {
    let (folder, store) = store().await;
    let folder = folder.path().join("inbox");
    let mut inbox = Inbox::open(&folder).unwrap();
    let cut = POSTS.replace(",12,1,3,2,0", ",douze,1,3,2,0");
    drop(&folder, "Office/posts.csv", &cut);
    drop(&folder, "lost.csv", POSTS);
    let taken = look(&mut inbox, &store).await;
    assert!(taken.iter().all(|one| !one.done));
    let reason = fs::read_to_string(folder.join("refused/Office/posts.csv.txt")).unwrap();
    assert!(reason.contains("line 2") && reason.contains("douze"), "{reason}");
    assert_eq!(fs::read_to_string(folder.join("refused/Office/posts.csv")).unwrap(), cut);
    assert!(fs::read_to_string(folder.join("refused/lost.csv.txt")).unwrap().contains("no-client"));
    assert_eq!(spaces(&store).await, Vec::new(), "nothing of them is stored");
}

#[tokio::test]
async fn what_is_being_written_is_left_alone() {
    let (folder, store) = store().await;
    let folder = folder.path().join("inbox");
    let mut inbox = Inbox::open(&folder).unwrap();
    drop(&folder, "Office/access.log", LOG.lines().next().unwrap());
    drop(&folder, "Office/big.csv.part", "x");
    drop(&folder, "Office/.hidden", "x");
    inbox.look(&store, NOW, &words).await.unwrap();
    drop(&folder, "Office/access.log", LOG);
    assert_eq!(inbox.look(&store, NOW, &words).await.unwrap(), Vec::new(), "it has grown");
    assert_eq!(inbox.look(&store, NOW, &words).await.unwrap().len(), 1);
    assert!(folder.join("Office/big.csv.part").is_file() && folder.join("Office/.hidden").is_file());
}

#[tokio::test]
async fn with_one_client_its_folder_is_not_needed() {
    let (folder, store) = store().await;
    let folder = folder.path().join("inbox");
    store.create_client("Office", "Europe/Paris", NOW).await.unwrap();
    let mut inbox = Inbox::open(&folder).unwrap();
    drop(&folder, "access.log", LOG);
    assert!(look(&mut inbox, &store).await[0].done);
    assert_eq!(spaces(&store).await[0].client_name, "Office");
}
