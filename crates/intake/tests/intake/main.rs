//! Files taken in, made again, and dropped into the watched folder, on a store of their own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod again;
mod inbox;

use intake::{Order, Outcome, take_in};
use model::Millis;
use sources::Options;
use sources::open::{Limits, list_bytes};
use std::sync::Arc;
use store::Store;
use store::desk::access::Viewer;
use store::desk::client::Client;
use store::desk::space::Space;

const NOW: Millis = Millis(1_780_000_000_000);

/// A log of a site, whose lines say their zone.
const LOG: &str = r#"192.0.2.1 - - [17/May/2026:10:05:03 +0000] "GET /billet HTTP/1.1" 200 2326 "https://www.facebook.com/" "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"
192.0.2.2 - - [17/May/2026:11:05:03 +0000] "GET /accueil HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"
"#;

/// Posts of a page, whose times say no zone.
const POSTS: &str = "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Comments,Saves,Follows
17900000000000001,1,office,Office,Brume du matin,0,05/17/2026 23:30,https://www.instagram.com/p/a/,IG image,,Lifetime,100,80,12,1,3,2,0
17900000000000002,1,office,Office,Port au soir,0,05/18/2026 08:00,https://www.instagram.com/p/b/,IG image,,Lifetime,50,40,5,0,1,0,1
";

/// A store in a folder of its own.
async fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), None).await.unwrap();
    (folder, store)
}

/// Takes one file in for the client "Office", whose zone is Paris's.
async fn take(store: &Store, name: &str, text: &str) -> Outcome {
    let options = Options { zone: "Europe/Paris".to_owned(), ..Options::default() };
    let parts = list_bytes(name, text.as_bytes().to_vec(), &Limits::default()).unwrap();
    let mut outcomes =
        take_in(store, &Order::new("Office", options), &parts[0], NOW, Arc::new(|_, _| {})).await.unwrap();
    assert_eq!(outcomes.len(), 1);
    outcomes.remove(0)
}

async fn office(store: &Store) -> Client {
    store.clients_of(&Viewer::system()).await.unwrap().remove(0)
}

async fn spaces(store: &Store) -> Vec<Space> {
    store.spaces_of(&Viewer::system()).await.unwrap()
}
