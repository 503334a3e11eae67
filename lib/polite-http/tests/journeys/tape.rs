//! The tape: what was recorded is replayed without a network, and holds no secret.

use crate::support::policy_for;
use polite_http::{Client, NotReady, Policy, Refusal, Request, Transport};
use wiremock::matchers::{path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

const SECRETS: [&str; 6] = ["s3cr3t-bearer", "c00kie-value", "par4meter", "s3t-cookie", "n3xt-token", "in-the-p4th"];

async fn api() -> MockServer {
    let server = MockServer::start().await;
    let next = format!("{}/page?cursor=2&access_token=n3xt-token", server.uri());
    let first = ResponseTemplate::new(200)
        .insert_header("Set-Cookie", "sid=s3t-cookie; HttpOnly")
        .insert_header("Link", format!("<{next}>; rel=\"next\"").as_str())
        .insert_header("ETag", "\"v1\"")
        .set_body_raw(
            format!(r#"{{"you":"s3cr3t-bearer","paging":{{"next":"{next}"}},"refresh_token":"n3xt-token"}}"#),
            "application/json",
        );
    Mock::given(path("/moved"))
        .respond_with(
            ResponseTemplate::new(302)
                .insert_header("Location", format!("{}/page?token=par4meter", server.uri()).as_str()),
        )
        .mount(&server)
        .await;
    Mock::given(path("/page"))
        .and(query_param("cursor", "2"))
        .respond_with(ResponseTemplate::new(404))
        .mount(&server)
        .await;
    Mock::given(path("/page")).respond_with(first).mount(&server).await;
    Mock::given(path("/botin-the-p4th/image"))
        .respond_with(ResponseTemplate::new(200).set_body_bytes(b"\xff\xd8 s3cr3t-bearer \xfe".to_vec()))
        .mount(&server)
        .await;
    server
}

fn requests(server: &MockServer) -> Vec<Request> {
    ["/moved?api_key=par4meter", "/page?cursor=2&access_token=n3xt-token", "/botin-the-p4th/image"]
        .map(|path| {
            Request::new(format!("{}{path}", server.uri()))
                .header("Authorization", "Bearer s3cr3t-bearer")
                .header("Cookie", "sid=c00kie-value")
                .header("Accept", "application/json")
                .striking("in-the-p4th")
        })
        .to_vec()
}

#[tokio::test]
async fn a_recording_is_replayed_without_a_network_and_without_secrets() {
    let server = api().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tape.json");
    let requests = requests(&server);

    let live = Client::new(Policy { transport: Transport::Record(path.clone()), ..policy_for(&server) }).unwrap();
    let mut recorded = Vec::new();
    for request in &requests {
        recorded.push(live.fetch(request).await);
    }
    let policy = Policy { transport: Transport::Replay(path.clone()), ..policy_for(&server) };
    drop((live, server));

    let written = std::fs::read_to_string(&path).unwrap();
    for secret in SECRETS {
        assert!(!written.contains(secret), "{secret} is in {written}");
    }
    let tape: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(tape["exchanges"].as_array().unwrap().len(), 4, "a redirect is an exchange of its own");
    assert_eq!(tape["exchanges"][0]["request"]["headers"]["accept"], "application/json");
    assert!(tape["exchanges"][1]["response"]["headers"].get("set-cookie").is_none());

    let replay = Client::new(policy).unwrap();
    for (request, recorded) in requests.iter().zip(recorded) {
        match (replay.fetch(request).await, recorded) {
            (Ok(replayed), Ok(recorded)) => {
                assert_eq!(replayed.url.path(), recorded.url.path());
                assert_eq!((replayed.status, replayed.etag), (recorded.status, recorded.etag));
                assert_eq!(replayed.content_type, recorded.content_type);
                assert!(!replayed.body.is_empty());
            }
            (replayed, recorded) => assert_eq!(replayed, recorded),
        }
    }
    let beyond = replay.fetch(&requests[2]).await.unwrap_err();
    assert!(matches!(&beyond, Refusal::Unreachable { what, .. } if what.contains("tape")), "{beyond}");
}

#[tokio::test]
async fn a_body_that_is_not_text_survives_the_tape() {
    let server = MockServer::start().await;
    let body: Vec<u8> = (0..=255).collect();
    Mock::given(path("/")).respond_with(ResponseTemplate::new(200).set_body_bytes(body.clone())).mount(&server).await;
    let folder = tempfile::tempdir().unwrap();
    let tape = folder.path().join("tape.json");
    let url = server.uri();
    for transport in [Transport::Record(tape.clone()), Transport::Replay(tape)] {
        let client = Client::new(Policy { transport, ..policy_for(&server) }).unwrap();
        assert_eq!(client.get(&url).await.unwrap().body, body);
    }
}

#[tokio::test]
async fn a_tape_that_cannot_be_opened_is_said_at_once() {
    let server = MockServer::start().await;
    let folder = tempfile::tempdir().unwrap();
    let damaged = folder.path().join("damaged.json");
    std::fs::write(&damaged, "{").unwrap();
    let future = folder.path().join("future.json");
    std::fs::write(&future, r#"{"version":2,"exchanges":[]}"#).unwrap();
    for transport in [
        Transport::Replay(folder.path().join("absent.json")),
        Transport::Replay(damaged),
        Transport::Replay(future),
        Transport::Record(folder.path().join("no/such/folder/tape.json")),
    ] {
        let refused = Client::new(Policy { transport, ..policy_for(&server) }).err().unwrap();
        assert!(matches!(refused, NotReady::Tape { .. }), "{refused}");
    }
}
