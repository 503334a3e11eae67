//! Settings of the organisation, and the audit log.

use crate::both::on_both;
use crate::{NOW, later};
use measure::ask::RuleSet;
use store::StoreError;
use store::desk::{Act, Clients, Language, NewAuditEntry, NewPerson, Organisation, Role, Viewer};

#[tokio::test]
async fn two_pages_that_change_settings_do_not_undo_each_other() {
    on_both(async |_, store| {
        let start = store.organisation().await.unwrap();
        assert_eq!(start, Organisation::default());
        let named = Organisation { name: "Vigie & Cie".to_owned(), language: Some(Language::French), ..start.clone() };
        let ruled =
            Organisation { rules: RuleSet::Ga4, zone: "Europe/Brussels".to_owned(), sample: true, ..start.clone() };
        store.set_organisation(&start, &named).await.unwrap();
        store.set_organisation(&start, &ruled).await.unwrap();
        let both = Organisation { name: named.name, language: named.language, ..ruled };
        assert_eq!(store.organisation().await.unwrap(), both);
        let back = Organisation { language: None, ..both.clone() };
        store.set_organisation(&both, &back).await.unwrap();
        assert_eq!(store.organisation().await.unwrap(), back);
        let wrong = Organisation { zone: "Mars/Base".to_owned(), ..back.clone() };
        assert!(matches!(store.set_organisation(&back, &wrong).await, Err(StoreError::Invalid { field: "zone", .. })));
    })
    .await;
}

#[tokio::test]
async fn the_log_is_read_by_pages_within_the_wall_and_forgotten() {
    on_both(async |_, store| {
        let acme = store.create_client("Acme", "UTC", NOW).await.unwrap().id;
        let ana = NewPerson {
            email: "ana@example.org",
            name: "Ana",
            role: Role::Manager,
            clients: Clients::Only(vec![acme]),
        };
        let ana = store.add_person(&ana, NOW).await.unwrap();
        let log = async |client, act, what: &str, ms| {
            store.audit(&NewAuditEntry { person: Some(ana.id), client, act, what }, later(ms)).await.unwrap();
        };
        log(None, Act::SignedIn, "", 0).await;
        log(Some(acme), Act::FileImported, "a.csv", 1).await;
        log(Some(acme), Act::FileImported, "b.csv", 2).await;
        store
            .audit(&NewAuditEntry { person: None, client: None, act: Act::BackupMade, what: "" }, later(3))
            .await
            .unwrap();

        let all = Viewer::system();
        let first = store.audit_page(&all, None, 3).await.unwrap();
        let acts: Vec<_> = first.iter().map(|entry| (entry.act, entry.what.as_str(), entry.at)).collect();
        let expected = [
            (Act::BackupMade, "", later(3)),
            (Act::FileImported, "b.csv", later(2)),
            (Act::FileImported, "a.csv", later(1)),
        ];
        assert_eq!(acts, expected);
        assert_eq!((first[0].person, first[1].person_name.as_deref()), (None, Some("Ana")));
        let rest = store.audit_page(&all, Some(first[2].id), 3).await.unwrap();
        assert_eq!(rest.iter().map(|entry| entry.act).collect::<Vec<_>>(), [Act::SignedIn]);
        let hers = store.audit_page(&ana.viewer(), None, 10).await.unwrap();
        assert_eq!(hers.iter().map(|entry| entry.what.as_str()).collect::<Vec<_>>(), ["b.csv", "a.csv"]);

        assert_eq!(store.purge_audit(later(2)).await.unwrap(), 2);
        assert_eq!(store.audit_page(&all, None, 10).await.unwrap().len(), 2);
    })
    .await;
}
