//! People: rights, passwords, who sees whom, and the last owner.

use crate::both::on_both;
use crate::{NOW, later};
use model::ClientId;
use secrecy::SecretString;
use store::desk::{Clients, Language, NewPerson, Person, Role, Theme, Viewer};
use store::{Store, StoreError};

async fn add(store: &Store, name: &str, role: Role, clients: Clients) -> Person {
    let email = format!("{}@example.org", name.to_lowercase());
    store.add_person(&NewPerson { email: &email, name, role, clients }, NOW).await.unwrap()
}

#[tokio::test]
async fn somebody_is_added_found_and_changed() {
    on_both(async |_, store| {
        let acme = store.create_client("Acme", "UTC", NOW).await.unwrap().id;
        let ana = NewPerson {
            email: " Ana@Example.org ",
            name: "Ana",
            role: Role::CommunityManager,
            clients: Clients::Only(vec![acme]),
        };
        let made = store.add_person(&ana, NOW).await.unwrap();
        assert_eq!(
            (made.email.as_str(), made.language, made.theme, made.has_password),
            ("ana@example.org", None, Theme::Auto, false)
        );
        assert_eq!(store.person_by_email("ANA@example.org").await.unwrap(), Some(made.clone()));
        assert_eq!(
            made.viewer(),
            Viewer { person: Some(made.id), role: Role::CommunityManager, clients: Clients::Only(vec![acme]) }
        );

        store.set_person_language(made.id, Some(Language::French)).await.unwrap();
        store.set_person_theme(made.id, Theme::Dark).await.unwrap();
        store.rename_person(made.id, "Ana María").await.unwrap();
        store.set_person_rights(made.id, Role::Manager, &Clients::All).await.unwrap();
        let now = store.person(made.id).await.unwrap().unwrap();
        let expected = Person {
            name: "Ana María".to_owned(),
            role: Role::Manager,
            clients: Clients::All,
            language: Some(Language::French),
            theme: Theme::Dark,
            ..made.clone()
        };
        assert_eq!(now, expected);
        store.set_person_language(made.id, None).await.unwrap();
        assert_eq!(store.person(made.id).await.unwrap().unwrap().language, None);
    })
    .await;
}

#[tokio::test]
async fn a_taken_or_impossible_email_is_an_error_of_its_field() {
    on_both(async |_, store| {
        add(store, "Ana", Role::Owner, Clients::All).await;
        let again = NewPerson { email: "ANA@EXAMPLE.ORG", name: "Other", role: Role::Viewer, clients: Clients::All };
        assert!(matches!(store.add_person(&again, NOW).await, Err(StoreError::Taken("email"))));
        for email in ["", "ana", "@example.org", "ana@", "a b@example.org", "a\0@b.c", "a@b@c"] {
            let refused = store.add_person(&NewPerson { email, ..again.clone() }, NOW).await.unwrap_err();
            assert!(matches!(refused, StoreError::Invalid { field: "email", .. }), "{email}: {refused}");
        }
        let nowhere = NewPerson { email: "b@example.org", clients: Clients::Only(vec![ClientId(99)]), ..again };
        assert!(matches!(store.add_person(&nowhere, NOW).await, Err(StoreError::Absent("client"))));
        assert_eq!(store.people_of(&Viewer::system()).await.unwrap().len(), 1, "nothing half made stays");
    })
    .await;
}

#[tokio::test]
async fn a_password_lets_in_its_person_only_while_they_may() {
    on_both(async |_, store| {
        let owner = add(store, "Olga", Role::Owner, Clients::All).await;
        let ana = add(store, "Ana", Role::Viewer, Clients::All).await;
        let right = SecretString::from("a long enough one");
        let wrong = SecretString::from("another long one");
        assert!(store.verify_password("ana@example.org", &right).await.unwrap().is_none(), "no password yet");
        assert!(matches!(
            store.set_password(ana.id, &SecretString::from("short")).await,
            Err(StoreError::Invalid { field: "password", .. })
        ));
        store.set_password(ana.id, &right).await.unwrap();
        let ana = store.person(ana.id).await.unwrap().unwrap();
        assert!(ana.has_password);
        assert_eq!(store.verify_password(" ANA@example.org", &right).await.unwrap(), Some(ana.clone()));
        assert!(store.verify_password("ana@example.org", &wrong).await.unwrap().is_none());
        assert!(store.verify_password("nobody@example.org", &right).await.unwrap().is_none());
        assert!(store.verify_password("\0", &right).await.unwrap().is_none());
        assert_eq!(store.person_by_email("\0").await.unwrap(), None);
        assert!(store.verify_password("olga@example.org", &right).await.unwrap().is_none());

        store.disable_person(ana.id, later(1)).await.unwrap();
        assert!(store.verify_password("ana@example.org", &right).await.unwrap().is_none());
        assert_eq!(store.person(ana.id).await.unwrap().unwrap().disabled_at, Some(later(1)));
        store.enable_person(ana.id).await.unwrap();
        assert!(store.verify_password("ana@example.org", &right).await.unwrap().is_some());
        store.reset_person(ana.id, later(2)).await.unwrap();
        assert!(store.verify_password("ana@example.org", &right).await.unwrap().is_none());
        assert!(!store.person(ana.id).await.unwrap().unwrap().has_password);
        assert!(store.person(owner.id).await.unwrap().unwrap().disabled_at.is_none());
    })
    .await;
}

#[tokio::test]
async fn the_last_owner_stays_one() {
    on_both(async |_, store| {
        let olga = add(store, "Olga", Role::Owner, Clients::All).await;
        let last = |refused: Result<(), StoreError>| matches!(refused, Err(StoreError::Invalid { field: "role", .. }));
        assert!(last(store.disable_person(olga.id, NOW).await));
        assert!(last(store.set_person_rights(olga.id, Role::Manager, &Clients::All).await));
        store.set_person_rights(olga.id, Role::Owner, &Clients::All).await.unwrap();

        let otto = add(store, "Otto", Role::Owner, Clients::All).await;
        store.disable_person(otto.id, NOW).await.unwrap();
        assert!(last(store.disable_person(olga.id, NOW).await), "an owner shut out does not count");
        store.enable_person(otto.id).await.unwrap();
        store.set_person_rights(olga.id, Role::Viewer, &Clients::All).await.unwrap();
        assert!(last(store.disable_person(otto.id, NOW).await));
        assert!(matches!(store.disable_person(model::PersonId(99), NOW).await, Err(StoreError::Absent("person"))));
    })
    .await;
}

#[tokio::test]
async fn people_see_those_they_work_with() {
    on_both(async |_, store| {
        let acme = store.create_client("Acme", "UTC", NOW).await.unwrap().id;
        let other = store.create_client("Other", "UTC", NOW).await.unwrap().id;
        let olga = add(store, "Olga", Role::Owner, Clients::All).await;
        let ana = add(store, "Ana", Role::Viewer, Clients::Only(vec![acme])).await;
        add(store, "bob", Role::Viewer, Clients::Only(vec![acme, other])).await;
        add(store, "Carl", Role::Viewer, Clients::Only(vec![other])).await;
        let dora = add(store, "Dora", Role::Viewer, Clients::Only(vec![])).await;
        let names = async |viewer: Viewer| {
            let people = store.people_of(&viewer).await.unwrap();
            people.into_iter().map(|person| person.name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(Viewer::system()).await, "Ana bob Carl Dora Olga");
        assert_eq!(names(olga.viewer()).await, "Ana bob Carl Dora Olga");
        assert_eq!(names(ana.viewer()).await, "Ana bob Olga");
        assert_eq!(names(dora.viewer()).await, "Dora Olga");
    })
    .await;
}
