//! Uploads run once, survive a stop by saying so, and are forgotten.

use crate::both::on_both;
use crate::{NOW, later};
use serde_json::json;
use store::StoreError;
use store::desk::{Clients, NewPerson, NewUpload, Role, UploadId, UploadState, Viewer};

#[tokio::test]
async fn an_upload_waits_runs_once_and_ends() {
    on_both(async |_, store| {
        let acme = store.create_client("Acme", "UTC", NOW).await.unwrap().id;
        let all = Viewer::system();
        let new = NewUpload { client: None, person: None, name: "ét\u{0}é.csv", path: "uploads/1", size: 7 };
        let id = store.add_upload(&new, NOW).await.unwrap();
        let waiting = store.upload(&all, id).await.unwrap().unwrap();
        assert_eq!((waiting.name.as_str(), waiting.size, waiting.state), ("été.csv", 7, UploadState::Waiting));
        assert_eq!((waiting.choices, waiting.outcome), (json!({}), json!({})));

        store.set_upload_choices(id, Some(acme), &json!({"zone": "UTC"})).await.unwrap();
        assert!(store.start_upload(id).await.unwrap());
        assert!(!store.start_upload(id).await.unwrap(), "pressed twice");
        assert!(matches!(store.delete_upload(&all, id).await, Err(StoreError::Absent("upload"))), "it runs");
        assert_eq!(store.interrupt_running_uploads().await.unwrap(), 1);
        assert_eq!(store.upload(&all, id).await.unwrap().unwrap().state, UploadState::Interrupted);
        assert!(store.start_upload(id).await.unwrap(), "it may run again");
        store.finish_upload(id, UploadState::Refused, &json!({"line": 3})).await.unwrap();
        assert!(store.start_upload(id).await.unwrap());
        store.finish_upload(id, UploadState::Done, &json!({"facts": 12})).await.unwrap();
        assert!(!store.start_upload(id).await.unwrap(), "what is done is done");
        let done = store.upload(&all, id).await.unwrap().unwrap();
        assert_eq!(
            (done.client, done.choices, done.outcome),
            (Some(acme), json!({"zone": "UTC"}), json!({"facts": 12}))
        );
        assert_eq!(store.interrupt_running_uploads().await.unwrap(), 0);
        assert_eq!(store.delete_upload(&all, id).await.unwrap(), "uploads/1");
        let gone = UploadId(99);
        assert!(matches!(store.finish_upload(gone, UploadState::Done, &json!({})).await, Err(StoreError::Absent(_))));
        assert!(matches!(store.set_upload_choices(gone, None, &json!({})).await, Err(StoreError::Absent(_))));
    })
    .await;
}

#[tokio::test]
async fn an_upload_is_seen_by_who_dropped_it_and_by_the_clients_people() {
    on_both(async |_, store| {
        let acme = store.create_client("Acme", "UTC", NOW).await.unwrap().id;
        let other = store.create_client("Other", "UTC", NOW).await.unwrap().id;
        let mut viewers = Vec::new();
        for (name, client) in [("ana", acme), ("bob", other)] {
            let email = format!("{name}@example.org");
            let new = NewPerson { email: &email, name, role: Role::Manager, clients: Clients::Only(vec![client]) };
            viewers.push(store.add_person(&new, NOW).await.unwrap().viewer());
        }
        let (ana, bob, all) = (&viewers[0], &viewers[1], Viewer::system());
        let add = async |viewer: &Viewer, client, path: &str, at| {
            let new = NewUpload { client, person: viewer.person, name: "f", path, size: 1 };
            store.add_upload(&new, at).await.unwrap()
        };
        let undecided = add(ana, None, "a", NOW).await;
        let theirs = add(bob, Some(other), "b", later(10)).await;
        add(&all, None, "c", later(20)).await;
        let seen = async |viewer: &Viewer| {
            store.uploads_of(viewer).await.unwrap().into_iter().map(|upload| upload.path).collect::<String>()
        };
        assert_eq!((seen(ana).await, seen(bob).await, seen(&all).await), ("a".into(), "b".into(), "cba".into()));
        assert!(store.upload(bob, undecided).await.unwrap().is_none());
        assert!(store.upload(ana, theirs).await.unwrap().is_none());
        assert!(matches!(store.delete_upload(bob, undecided).await, Err(StoreError::Absent("upload"))));
        store.set_upload_choices(undecided, Some(other), &json!({})).await.unwrap();
        assert_eq!((seen(ana).await, seen(bob).await), (String::new(), "ba".into()));

        store.start_upload(undecided).await.unwrap();
        let mut forgotten = store.delete_old_uploads(later(15)).await.unwrap();
        forgotten.sort();
        assert_eq!(forgotten, ["b"], "what runs stays");
        assert_eq!(seen(&all).await, "ca");
    })
    .await;
}
