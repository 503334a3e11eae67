//! Spaces: slugs within a client, networks, and deletion with the whole history.

use crate::NOW;
use crate::both::on_both;
use model::{ClientId, Millis, Network, SpaceId};
use store::desk::{SpaceContents, Viewer};
use store::{Store, StoreError};

#[tokio::test]
async fn spaces_have_slugs_of_their_own_within_a_client() {
    on_both(async |_, store| {
        let all = Viewer::system();
        let acme = store.create_client("Acme", "UTC", NOW).await.unwrap();
        let other = store.create_client("Other", "UTC", NOW).await.unwrap();
        let mut slugs = Vec::new();
        for network in [Network::Facebook, Network::X, Network::X] {
            slugs.push(store.create_space(acme.id, "Acme", network, NOW).await.unwrap().slug);
        }
        slugs.push(store.create_space(other.id, "Acme", Network::X, NOW).await.unwrap().slug);
        assert_eq!(slugs, ["acme", "acme-x", "acme-x-2", "acme"]);

        let space = store.space_by_slug(&all, "acme", "acme-x").await.unwrap().unwrap();
        assert_eq!((space.client, space.client_name.as_str(), space.network), (acme.id, "Acme", Network::X));
        store.rename_space(space.id, "Acme News").await.unwrap();
        store.set_space_network(space.id, Network::Threads).await.unwrap();
        let space = store.space_by_slug(&all, "acme", "acme-x").await.unwrap().unwrap();
        assert_eq!((space.name.as_str(), space.network), ("Acme News", Network::Threads));
        assert_eq!(store.space_by_slug(&all, "other", "acme-x").await.unwrap(), None);

        let missing = SpaceId(99);
        assert!(matches!(store.rename_space(missing, "A").await, Err(StoreError::Absent("space"))));
        assert!(matches!(store.set_space_network(missing, Network::X).await, Err(StoreError::Absent("space"))));
        assert!(matches!(store.delete_space(missing).await, Err(StoreError::Absent("space"))));
        let nowhere = store.create_space(ClientId(99), "A", Network::X, NOW).await;
        assert!(matches!(nowhere, Err(StoreError::Absent("client"))));
    })
    .await;
}

#[tokio::test]
async fn a_command_finds_a_space_of_the_network_it_speaks_of() {
    on_both(async |_, store| {
        let acme = store.create_client("Acme", "UTC", NOW).await.unwrap().id;
        let (page, new) = store.find_or_create_space(acme, "Acme", Some(Network::Facebook), NOW).await.unwrap();
        assert!(new);
        let (account, new) = store.find_or_create_space(acme, "acme", Some(Network::X), NOW).await.unwrap();
        assert!(new, "the same name on another network is another space");
        for (named, network, expected) in [
            ("Acme", Some(Network::Facebook), page.id),
            ("ACME", Some(Network::X), account.id),
            ("acme-x", None, account.id),
            ("Acme", None, page.id),
        ] {
            let (found, new) = store.find_or_create_space(acme, named, network, NOW).await.unwrap();
            assert_eq!((found.id, new), (expected, false), "{named} {network:?}");
        }
        let (unknown, new) = store.find_or_create_space(acme, "Newsroom", None, NOW).await.unwrap();
        assert_eq!((unknown.network, new), (Network::Other, true));
    })
    .await;
}

/// Rows of each table of the history, written by hand: the history's own code is tested elsewhere.
pub async fn plant(store: &Store, client: ClientId, space: SpaceId, actor_key: &[u8]) {
    let at = NOW.0;
    let import: i64 = store::on!(&store.db, pool => sqlx::query_scalar(
        "insert into import (client_id, space_id, provenance, format, name, hash, at) values ($1, $2, 1, 'x', 'f', 'h', $3)
         returning id").bind(client.0).bind(space.0).bind(at).fetch_one(pool).await).unwrap();
    let actor: i64 = store::on!(&store.db, pool => sqlx::query_scalar(
        "insert into actor (client_id, side, key) values ($1, 1, $2)
         on conflict (client_id, key) do update set side = 1 returning id")
        .bind(client.0).bind(actor_key).fetch_one(pool).await)
    .unwrap();
    let post: i64 = store::on!(&store.db, pool => sqlx::query_scalar(
        "insert into post (space_id, native, at, text, import_id) values ($1, 'p', $2, 'été ''quoted'' \"x\"', $3) returning id")
        .bind(space.0).bind(at).bind(import).fetch_one(pool).await).unwrap();
    let id = [space.0.to_le_bytes().as_slice(), actor_key].concat();
    store::on!(&store.db, pool => sqlx::query(
        "insert into fact (id, space_id, kind, at, zone_rule, actor_id, post_id, provenance, import_id)
         values ($1, $2, 3, $3, 1, $4, $5, 1, $6)")
        .bind(&id).bind(space.0).bind(at).bind(actor).bind(post).bind(import).execute(pool).await.map(drop))
    .unwrap();
    store::on!(&store.db, pool => sqlx::query(
        "insert into observation (id, space_id, post_id, metric, shape, value, import_id) values ($1, $2, $3, 1, 1, $4, $5)")
        .bind(&id).bind(space.0).bind(post).bind(0.1 + 0.2).bind(import).execute(pool).await.map(drop)).unwrap();
    let origin: i64 = store::on!(&store.db, pool => sqlx::query_scalar(
        "insert into origin (key, origin) values ('k', '{}') on conflict (key) do update set origin = '{}' returning id")
        .fetch_one(pool).await).unwrap();
    store::on!(&store.db, pool => sqlx::query(
        "insert into visit (space_id, visitor, from_at, last_at, origin_id, landing, pages, import_id)
         values ($1, $2, $3, $3, $4, '/', 1, $5)")
        .bind(space.0).bind(&id).bind(at).bind(origin).bind(import).execute(pool).await.map(drop))
    .unwrap();
    store::on!(&store.db, pool => sqlx::query("insert into coverage (space_id, what, from_at, to_at, import_id) values ($1, 1, 0, 9, $2)")
        .bind(space.0).bind(import).execute(pool).await.map(drop)).unwrap();
    store::on!(&store.db, pool => sqlx::query(
        "insert into raw (hash, place, size, bytes) values ('h', 0, 3, $1) on conflict (hash, place) do nothing")
        .bind(vec![0_u8, 255, 10]).execute(pool).await.map(drop))
    .unwrap();
    store::on!(&store.db, pool => sqlx::query("insert into sheet (space_id, page, posts) values ($1, 1, $2)")
        .bind(space.0).bind(Vec::<u8>::new()).execute(pool).await.map(drop))
    .unwrap();
}

#[tokio::test]
async fn a_deleted_space_takes_its_history_along_and_no_more() {
    on_both(async |_, store| {
        let acme = store.create_client("Acme", "UTC", NOW).await.unwrap().id;
        let kept = store.create_space(acme, "Kept", Network::X, NOW).await.unwrap().id;
        let gone = store.create_space(acme, "Gone", Network::X, Millis(1)).await.unwrap().id;
        plant(store, acme, kept, b"both").await;
        plant(store, acme, gone, b"both").await;
        let import: i64 = store::on!(&store.db, pool => sqlx::query_scalar("select max(id) from import").fetch_one(pool).await).unwrap();
        let stranger: i64 = store::on!(&store.db, pool => sqlx::query_scalar(
            "insert into actor (client_id, side, key) values ($1, 1, $2) returning id")
            .bind(acme.0).bind(vec![1_u8]).fetch_one(pool).await).unwrap();
        store::on!(&store.db, pool => sqlx::query(
            "insert into fact (id, space_id, kind, at, zone_rule, actor_id, provenance, import_id) values ($1, $2, 3, 0, 1, $3, 1, $4)")
            .bind(vec![7_u8]).bind(gone.0).bind(stranger).bind(import).execute(pool).await.map(drop)).unwrap();

        let held = SpaceContents { imports: 1, posts: 1, facts: 2, observations: 1, visits: 1 };
        assert_eq!(store.space_contents(gone).await.unwrap(), held);
        store.delete_space(gone).await.unwrap();
        assert_eq!(store.space_contents(gone).await.unwrap(), SpaceContents { imports: 0, posts: 0, facts: 0, observations: 0, visits: 0 });
        assert_eq!(store.space_contents(kept).await.unwrap(), SpaceContents { facts: 1, ..held });
        let actors: Vec<Vec<u8>> = store::on!(&store.db, pool => sqlx::query_scalar("select key from actor").fetch_all(pool).await).unwrap();
        assert_eq!(actors, [b"both"], "whom no fact names any more is forgotten");
    })
    .await;
}
