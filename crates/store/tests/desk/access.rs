//! The wall between clients: what somebody does not work for is not there for them.

use crate::NOW;
use crate::both::on_both;
use model::{Network, SpaceId};
use store::StoreError;
use store::desk::{Clients, Role, ScopeFilter, Viewer};

fn filter(clients: &[&str], spaces: &[&str], networks: &[Network]) -> ScopeFilter {
    let owned = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
    ScopeFilter { clients: owned(clients), spaces: owned(spaces), networks: networks.to_vec() }
}

#[tokio::test]
async fn a_scope_holds_what_was_named_and_never_more_than_the_viewer_sees() {
    on_both(async |_, store| {
        let mut spaces: Vec<SpaceId> = Vec::new();
        let mut clients = Vec::new();
        // Eleven clients, so that the id 1 is the beginning of others.
        for n in 1..=11 {
            let client = store.create_client(&format!("Client {n}"), "UTC", NOW).await.unwrap();
            for network in [Network::X, Network::Site] {
                spaces.push(store.create_space(client.id, network.as_str(), network, NOW).await.unwrap().id);
            }
            clients.push(client);
        }
        let all = Viewer::system();
        let one = Viewer { person: None, role: Role::Viewer, clients: Clients::Only(vec![clients[0].id]) };
        let two = Viewer { clients: Clients::Only(vec![clients[0].id, clients[10].id]), ..one.clone() };
        let nobody = Viewer { clients: Clients::Only(vec![]), ..one.clone() };

        let cases = [
            (&all, filter(&[], &[], &[]), spaces.clone()),
            (&one, filter(&[], &[], &[]), spaces[..2].to_vec()),
            (&two, filter(&[], &[], &[]), vec![spaces[0], spaces[1], spaces[20], spaces[21]]),
            (&nobody, filter(&[], &[], &[]), vec![]),
            (&two, filter(&["client-11"], &[], &[]), vec![spaces[20], spaces[21]]),
            (&two, filter(&[], &["site"], &[]), vec![spaces[1], spaces[21]]),
            (&two, filter(&[], &["client-1/site"], &[]), vec![spaces[1]]),
            (
                &two,
                filter(&["client-1", "client-11"], &["client-11/site", "x"], &[]),
                vec![spaces[0], spaces[20], spaces[21]],
            ),
            (&two, filter(&[], &[], &[Network::X]), vec![spaces[0], spaces[20]]),
            (&one, filter(&[], &["x"], &[Network::Site]), vec![]),
        ];
        for (viewer, filter, expected) in cases {
            assert_eq!(store.scope(viewer, &filter).await.unwrap().spaces, expected, "{filter:?}");
        }

        let hidden = [
            (&one, filter(&["client-2"], &[], &[]), "client"),
            (&one, filter(&["client-99"], &[], &[]), "client"),
            (&nobody, filter(&["client-1"], &[], &[]), "client"),
            (&one, filter(&[], &["client-2/x"], &[]), "space"),
            (&all, filter(&["client-2"], &["client-1/x"], &[]), "space"),
            (&one, filter(&[], &["nothing"], &[]), "space"),
        ];
        for (viewer, filter, what) in hidden {
            let refused = store.scope(viewer, &filter).await.unwrap_err();
            assert!(matches!(refused, StoreError::Absent(absent) if absent == what), "{filter:?}: {refused}");
        }

        assert_eq!(store.clients_of(&two).await.unwrap(), [clients[0].clone(), clients[10].clone()]);
        assert_eq!(store.spaces_of(&two).await.unwrap().len(), 4);
        assert!(store.clients_of(&nobody).await.unwrap().is_empty());
        assert_eq!(store.client_by_slug(&one, "client-2").await.unwrap(), None);
        assert_eq!(store.space_by_slug(&one, "client-2", "x").await.unwrap(), None);
        assert!(store.space_by_slug(&one, "client-1", "x").await.unwrap().is_some());
        assert!(one.sees(clients[0].id) && !one.sees(clients[1].id) && all.sees(clients[1].id));
    })
    .await;
}
