//! Mappings are found again by the headers of the table.

use crate::both::on_both;
use crate::{NOW, later};
use store::StoreError;
use store::desk::{Clients, MappingId, NewMapping, Role, Viewer};

#[tokio::test]
async fn the_clients_own_mapping_goes_first_and_the_last_one_kept_counts() {
    on_both(async |_, store| {
        let acme = store.create_client("Acme", "UTC", NOW).await.unwrap().id;
        let other = store.create_client("Other", "UTC", NOW).await.unwrap().id;
        let headers = ["Post Month".to_owned(), "Likes".to_owned()];
        let spelled = [" post  month".to_owned(), "LIKES".to_owned()];
        let all = Viewer::system();
        let guest = Viewer { person: None, role: Role::Viewer, clients: Clients::Only(vec![other]) };
        let keep = async |client, name: &str, text: &str| {
            store.keep_mapping(&NewMapping { client, name, headers: &headers, text }, NOW).await.unwrap()
        };
        let found = async |viewer: &Viewer, client| {
            store.find_mapping(viewer, client, &spelled).await.unwrap().map(|mapping| mapping.text)
        };
        assert_eq!(found(&all, Some(acme)).await, None);
        keep(None, "Everybody's", "shared").await;
        keep(Some(acme), "Acme's", "first").await;
        let kept = keep(Some(acme), "Acme's again", "second").await;
        assert_eq!(found(&all, Some(acme)).await.as_deref(), Some("second"));
        assert_eq!(found(&all, Some(other)).await.as_deref(), Some("shared"));
        assert_eq!(found(&all, None).await.as_deref(), Some("shared"));
        assert_eq!(found(&guest, Some(acme)).await.as_deref(), Some("shared"), "the wall holds for mappings");
        assert!(store.find_mapping(&all, Some(acme), &headers[..1]).await.unwrap().is_none());
        keep(None, "Everybody's", "shared again").await;

        let names = async |viewer: &Viewer| {
            store.mappings_of(viewer).await.unwrap().into_iter().map(|mapping| mapping.name).collect::<Vec<_>>()
        };
        assert_eq!(names(&all).await, ["Acme's again", "Everybody's"]);
        assert_eq!(names(&guest).await, ["Everybody's"]);
        assert!(matches!(store.delete_mapping(&guest, kept).await, Err(StoreError::Absent("mapping"))));
        store.delete_mapping(&all, kept).await.unwrap();
        assert_eq!(found(&all, Some(acme)).await.as_deref(), Some("shared again"));
        assert!(matches!(store.delete_mapping(&all, MappingId(99)).await, Err(StoreError::Absent("mapping"))));
        assert_eq!(store.mappings_of(&all).await.unwrap()[0].created_at, later(0));
    })
    .await;
}
