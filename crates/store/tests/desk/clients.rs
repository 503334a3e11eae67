//! Clients: slugs, names, zones, and everything going with them.

use crate::NOW;
use crate::both::on_both;
use model::Network;
use store::StoreError;
use store::desk::{Clients, Role, Viewer};

#[tokio::test]
async fn a_client_is_made_found_renamed_and_moved() {
    on_both(async |_, store| {
        let all = Viewer::system();
        let made = store.create_client("  Office de tourisme d’Évian ", "Europe/Paris", NOW).await.unwrap();
        assert_eq!(
            (made.slug.as_str(), made.name.as_str()),
            ("office-de-tourisme-d-evian", "Office de tourisme d’Évian")
        );
        assert_eq!(store.client_by_slug(&all, &made.slug).await.unwrap(), Some(made.clone()));

        store.rename_client(made.id, "Évian Tourisme").await.unwrap();
        store.set_client_zone(made.id, "Indian/Reunion").await.unwrap();
        let now = store.client_by_slug(&all, &made.slug).await.unwrap().unwrap();
        assert_eq!((now.name.as_str(), now.zone.as_str(), now.created_at), ("Évian Tourisme", "Indian/Reunion", NOW));

        let twin = store.create_client("Office de tourisme d'Evian", "UTC", NOW).await.unwrap();
        assert_eq!(twin.slug, "office-de-tourisme-d-evian-2");
        let nameless = store.create_client("???", "UTC", NOW).await.unwrap();
        assert_eq!(nameless.slug, "client");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_by_field() {
    on_both(async |_, store| {
        let field = |refused: StoreError| match refused {
            StoreError::Invalid { field, .. } => field,
            other => panic!("{other}"),
        };
        assert_eq!(field(store.create_client("  ", "UTC", NOW).await.unwrap_err()), "name");
        assert_eq!(field(store.create_client("a\0b", "UTC", NOW).await.unwrap_err()), "name");
        assert_eq!(field(store.create_client(&"x".repeat(201), "UTC", NOW).await.unwrap_err()), "name");
        assert_eq!(field(store.create_client("Acme", "Europe/Pari", NOW).await.unwrap_err()), "zone");
        assert!(store.clients_of(&Viewer::system()).await.unwrap().is_empty());
        assert_eq!(store.client_by_slug(&Viewer::system(), "\0").await.unwrap(), None);
        assert_eq!(store.space_by_slug(&Viewer::system(), "acme", "\0").await.unwrap(), None);
        let gone = model::ClientId(99);
        assert!(matches!(store.rename_client(gone, "A").await, Err(StoreError::Absent("client"))));
        assert!(matches!(store.set_client_zone(gone, "UTC").await, Err(StoreError::Absent("client"))));
        assert!(matches!(store.delete_client(gone).await, Err(StoreError::Absent("client"))));
    })
    .await;
}

#[tokio::test]
async fn a_command_finds_a_client_by_name_or_slug_and_makes_it_when_new() {
    on_both(async |_, store| {
        let (cafe, new) = store.find_or_create_client("Café du Port", "Europe/Paris", NOW).await.unwrap();
        assert!(new);
        for known in ["Café du Port", "cafe-du-port", "CAFÉ DU PORT", " café du port "] {
            assert_eq!(store.find_or_create_client(known, "UTC", NOW).await.unwrap(), (cafe.clone(), false), "{known}");
        }
        // Another spelling is another client: nothing is ever put with the wrong one.
        let (plain, new) = store.find_or_create_client("Cafe du Port", "UTC", NOW).await.unwrap();
        assert!(new && plain.id != cafe.id);
        assert_eq!(plain.slug, "cafe-du-port-2");
    })
    .await;
}

#[tokio::test]
async fn imports_that_start_together_make_a_client_and_its_space_once() {
    on_both(async |place, store| {
        let other = place.open().await;
        let both = async |store: &store::Store| {
            let (client, _) = store.find_or_create_client("Acme", "UTC", NOW).await.unwrap();
            let (space, _) = store.find_or_create_space(client.id, "Acme", Some(Network::X), NOW).await.unwrap();
            (client.id, space.id)
        };
        let (one, two, three, four) = tokio::join!(both(store), both(&other), both(store), both(&other));
        assert!(one == two && two == three && three == four);
        other.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_deleted_client_takes_everything_along_and_its_id_is_not_given_again() {
    on_both(async |_, store| {
        let all = Viewer::system();
        let kept = store.create_client("Kept", "UTC", NOW).await.unwrap();
        let gone = store.create_client("Gone", "UTC", NOW).await.unwrap();
        store.create_space(kept.id, "Site", Network::Site, NOW).await.unwrap();
        store.create_space(gone.id, "Site", Network::Site, NOW).await.unwrap();
        let person = store::desk::NewPerson {
            email: "ana@example.org",
            name: "Ana",
            role: Role::Viewer,
            clients: Clients::Only(vec![kept.id, gone.id]),
        };
        let person = store.add_person(&person, NOW).await.unwrap();

        store.delete_client(gone.id).await.unwrap();
        assert_eq!(store.clients_of(&all).await.unwrap(), std::slice::from_ref(&kept));
        assert_eq!(store.spaces_of(&all).await.unwrap().len(), 1);
        let person = store.person(person.id).await.unwrap().unwrap();
        assert_eq!(person.clients, Clients::Only(vec![kept.id]));
        let next = store.create_client("Next", "UTC", NOW).await.unwrap();
        assert!(next.id > gone.id, "whoever could see the old client must not see the new one");
    })
    .await;
}
