//! Sign-in links, sessions, tokens: each lets in its person, for its time, and leaves nothing to steal.

use crate::both::on_both;
use crate::{NOW, later};
use secrecy::{ExposeSecret, SecretString};
use store::desk::{Clients, NewPerson, Person, Role, Session};
use store::{Store, StoreError};

async fn somebody(store: &Store, name: &str) -> Person {
    let email = format!("{name}@example.org");
    store.add_person(&NewPerson { email: &email, name, role: Role::Owner, clients: Clients::All }, NOW).await.unwrap()
}

#[tokio::test]
async fn a_link_lets_in_once_and_in_time() {
    on_both(async |_, store| {
        let ana = somebody(store, "ana").await;
        somebody(store, "other").await;
        let link = store.make_sign_in_link(ana.id, later(1000)).await.unwrap();
        assert!(link.expose_secret().len() >= 43);
        assert_eq!(store.use_sign_in_link(&SecretString::from("guess"), NOW).await.unwrap(), None);
        assert_eq!(store.use_sign_in_link(&link, NOW).await.unwrap(), Some(ana.id));
        assert_eq!(store.use_sign_in_link(&link, NOW).await.unwrap(), None, "used up");

        let late = store.make_sign_in_link(ana.id, later(1000)).await.unwrap();
        assert_eq!(store.use_sign_in_link(&late, later(1000)).await.unwrap(), None);
        assert_eq!(store.use_sign_in_link(&late, NOW).await.unwrap(), None, "tried too late is used up as well");

        let link = store.make_sign_in_link(ana.id, later(1000)).await.unwrap();
        store.disable_person(ana.id, NOW).await.unwrap();
        assert_eq!(store.use_sign_in_link(&link, NOW).await.unwrap(), None);
        assert!(matches!(store.make_sign_in_link(ana.id, later(1)).await, Err(StoreError::Absent("person"))));
    })
    .await;
}

#[tokio::test]
async fn a_session_lives_until_it_ends_and_does_not_come_back() {
    on_both(async |_, store| {
        let ana = somebody(store, "ana").await;
        let guest = Session { person: None, data: r#"{"csrf":"é"}"#.to_owned(), expires_at: later(1000) };
        assert!(store.create_session("one", &guest).await.unwrap());
        assert!(!store.create_session("one", &guest).await.unwrap(), "an id is given once");
        assert_eq!(store.load_session("one", NOW).await.unwrap(), Some(guest.clone()));
        assert_eq!(store.load_session("two", NOW).await.unwrap(), None);
        assert_eq!(store.load_session("one", later(1000)).await.unwrap(), None);

        let signed_in = Session { person: Some(ana.id), data: "{}".to_owned(), expires_at: later(5000) };
        store.save_session("one", &signed_in).await.unwrap();
        assert_eq!(store.load_session("one", later(1000)).await.unwrap(), Some(signed_in.clone()));
        store.delete_session("one").await.unwrap();
        store.delete_session("one").await.unwrap();
        assert!(matches!(store.save_session("one", &signed_in).await, Err(StoreError::Absent("session"))));
        assert_eq!(store.load_session("one", NOW).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn sessions_and_links_over_are_swept_away() {
    on_both(async |_, store| {
        let ana = somebody(store, "ana").await;
        let session = |ms| Session { person: Some(ana.id), data: "{}".to_owned(), expires_at: later(ms) };
        for (id, ms) in [("a", 10), ("b", 20), ("c", 30)] {
            store.create_session(id, &session(ms)).await.unwrap();
        }
        let over = store.make_sign_in_link(ana.id, later(10)).await.unwrap();
        assert_eq!(store.delete_expired_sessions(later(10)).await.unwrap(), 1);
        assert_eq!(store.use_sign_in_link(&over, NOW).await.unwrap(), None);
        assert_eq!(store.end_sessions_of(ana.id, Some("b")).await.unwrap(), 1);
        assert!(store.load_session("b", NOW).await.unwrap().is_some());
        assert_eq!(store.end_sessions_of(ana.id, None).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_token_speaks_for_its_person_until_revoked() {
    on_both(async |_, store| {
        let ana = somebody(store, "ana").await;
        let bob = somebody(store, "bob").await;
        let (id, secret) = store.make_token(ana.id, " CI ", NOW).await.unwrap();
        assert!(secret.expose_secret().starts_with("vgi_"));
        assert_eq!(store.token_viewer(&secret, later(5)).await.unwrap(), Some(ana.viewer()));
        assert_eq!(store.token_viewer(&SecretString::from("vgi_guess"), NOW).await.unwrap(), None);
        store.token_viewer(&secret, later(30_000)).await.unwrap();
        assert_eq!(store.tokens_of(ana.id).await.unwrap()[0].last_used_at, Some(later(5)), "noted once a minute");
        store.token_viewer(&secret, later(60_005)).await.unwrap();
        let listed = store.tokens_of(ana.id).await.unwrap();
        assert_eq!((listed.len(), listed[0].name.as_str(), listed[0].last_used_at), (1, "CI", Some(later(60_005))));
        assert!(store.tokens_of(bob.id).await.unwrap().is_empty());

        assert!(matches!(store.revoke_token(bob.id, id, NOW).await, Err(StoreError::Absent("token"))));
        store.revoke_token(ana.id, id, later(1)).await.unwrap();
        store.revoke_token(ana.id, id, later(2)).await.unwrap();
        assert_eq!(store.tokens_of(ana.id).await.unwrap()[0].revoked_at, Some(later(1)));
        assert_eq!(store.token_viewer(&secret, NOW).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_shut_out_loses_sessions_links_and_tokens() {
    on_both(async |_, store| {
        let ana = somebody(store, "ana").await;
        let bob = somebody(store, "bob").await;
        let session =
            |person: &Person| Session { person: Some(person.id), data: "{}".to_owned(), expires_at: later(9) };
        store.create_session("ana", &session(&ana)).await.unwrap();
        store.create_session("bob", &session(&bob)).await.unwrap();
        let (_, mine) = store.make_token(ana.id, "a", NOW).await.unwrap();
        let (_, theirs) = store.make_token(bob.id, "b", NOW).await.unwrap();
        let link = store.make_sign_in_link(ana.id, later(9)).await.unwrap();
        store.reset_person(ana.id, NOW).await.unwrap();
        assert_eq!(store.load_session("ana", NOW).await.unwrap(), None);
        assert_eq!(store.token_viewer(&mine, NOW).await.unwrap(), None);
        assert_eq!(store.use_sign_in_link(&link, NOW).await.unwrap(), None);
        assert!(store.load_session("bob", NOW).await.unwrap().is_some());
        assert!(store.token_viewer(&theirs, NOW).await.unwrap().is_some());
        store.disable_person(bob.id, NOW).await.unwrap();
        assert_eq!(store.load_session("bob", NOW).await.unwrap(), None);
        assert_eq!(store.token_viewer(&theirs, NOW).await.unwrap(), None);
        store.enable_person(bob.id).await.unwrap();
        assert_eq!(store.token_viewer(&theirs, NOW).await.unwrap(), None, "what was revoked stays revoked");
    })
    .await;
}

#[tokio::test]
async fn no_secret_can_be_read_in_the_database() {
    let place = crate::both::Place::sqlite();
    let store = place.open().await;
    let ana = somebody(&store, "ana").await;
    let password = SecretString::from("plain-password-1");
    store.set_password(ana.id, &password).await.unwrap();
    let (_, token) = store.make_token(ana.id, "t", NOW).await.unwrap();
    let link = store.make_sign_in_link(ana.id, later(1)).await.unwrap();
    let session = Session { person: Some(ana.id), data: "{}".to_owned(), expires_at: later(1) };
    store.create_session("session-id-1", &session).await.unwrap();
    store.close().await;
    let file = std::fs::read(place.folder().join(store::db::SQLITE_FILE)).unwrap();
    let found = |needle: &str| file.windows(needle.len()).any(|window| window == needle.as_bytes());
    assert!(found("ana@example.org"), "the search works");
    for secret in [password.expose_secret(), token.expose_secret(), link.expose_secret(), "session-id-1"] {
        assert!(!found(secret));
    }
}
