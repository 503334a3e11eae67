//! Size and time: long bodies, bombs, slow and silent servers, broken connections.

use crate::support::{RawServer, policy, policy_for};
use flate2::Compression;
use flate2::write::GzEncoder;
use polite_http::{Barrier, Client, Policy, Refusal};
use rstest::rstest;
use std::io::Write;
use std::time::{Duration, Instant};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

fn gzipped_zeros(mebibytes: usize) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let block = vec![0; 1 << 20];
    for _ in 0..mebibytes {
        encoder.write_all(&block).unwrap();
    }
    encoder.finish().unwrap()
}

async fn serving(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

async fn too_long(policy: Policy, url: &str) {
    let limit = policy.max_bytes;
    let refusal = Client::new(policy).unwrap().get(url).await.unwrap_err();
    assert!(
        matches!(refusal, Refusal::Guarded { barrier: Barrier::TooLong(said), .. } if said == limit),
        "{refusal:?}"
    );
}

#[rstest]
#[case(1000, true)]
#[case(1001, false)]
#[tokio::test]
async fn the_limit_is_exact(#[case] length: usize, #[case] fits: bool) {
    let server = serving(ResponseTemplate::new(200).set_body_bytes(vec![b'x'; length])).await;
    let policy = Policy { max_bytes: 1000, ..policy_for(&server) };
    if fits {
        assert_eq!(Client::new(policy).unwrap().get(&server.uri()).await.unwrap().body.len(), length);
    } else {
        too_long(policy, &server.uri()).await;
    }
}

#[rstest]
#[case(1000, true)]
#[case(1001, false)]
#[tokio::test]
async fn the_limit_is_exact_without_an_announced_length(#[case] length: usize, #[case] fits: bool) {
    let body = "x".repeat(length);
    let answer = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{length:x}\r\n{body}\r\n0\r\n\r\n");
    let server = RawServer::start(answer.into_bytes()).await;
    let policy = Policy { max_bytes: 1000, ..policy(&[&server.address]) };
    if fits {
        assert_eq!(Client::new(policy).unwrap().get(&server.url()).await.unwrap().body.len(), length);
    } else {
        too_long(policy, &server.url()).await;
    }
}

#[tokio::test]
async fn a_length_announced_above_the_limit_is_refused_before_the_body() {
    let server = RawServer::start(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n".to_vec()).await;
    too_long(policy(&[&server.address]), &server.url()).await;
}

#[tokio::test]
async fn a_body_of_unknown_length_is_cut_off_at_the_limit() {
    let mut answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    for _ in 0..64 {
        answer.extend(format!("{:x}\r\n{}\r\n", 1024, "x".repeat(1024)).bytes());
    }
    // The last chunk never comes: a reader that waits for the end meets the time limit instead.
    let server = RawServer::start(answer).await;
    too_long(Policy { max_bytes: 10_000, ..policy(&[&server.address]) }, &server.url()).await;
}

#[tokio::test]
async fn a_bomb_is_counted_as_it_unpacks() {
    let bomb = gzipped_zeros(64);
    assert!(bomb.len() < 1 << 20, "small on the wire: {}", bomb.len());
    let answer = ResponseTemplate::new(200).insert_header("Content-Encoding", "gzip").set_body_bytes(bomb);
    let server = serving(answer).await;
    let policy = Policy { timeout: Duration::from_secs(30), patience: Duration::from_secs(30), ..policy_for(&server) };
    too_long(policy, &server.uri()).await;
}

#[tokio::test]
async fn a_compressed_body_arrives_unpacked() {
    let answer = ResponseTemplate::new(200).insert_header("Content-Encoding", "gzip").set_body_bytes(gzipped_zeros(1));
    let server = serving(answer).await;
    let page = Client::new(policy_for(&server)).unwrap().get(&server.uri()).await.unwrap();
    assert_eq!(page.body.len(), 1 << 20);
    let asked = server.received_requests().await.unwrap();
    let accepted = asked[0].headers.get("accept-encoding").unwrap().to_str().unwrap();
    assert!(accepted.contains("gzip") && !accepted.contains("br"), "{accepted}");
}

#[tokio::test]
async fn a_body_that_is_not_what_it_claims_has_changed_shape() {
    let answer = ResponseTemplate::new(200).insert_header("Content-Encoding", "gzip").set_body_string("plain text");
    let server = serving(answer).await;
    let refusal = Client::new(policy_for(&server)).unwrap().get(&server.uri()).await.unwrap_err();
    assert_eq!(refusal.code(), "changed_shape", "{refusal}");
}

#[rstest]
#[case::silent(b"".as_slice())]
#[case::silent_after_the_headers(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".as_slice())]
#[tokio::test]
async fn a_server_that_stops_speaking_is_left_within_the_time_limit(#[case] answer: &[u8]) {
    let server = RawServer::start(answer.to_vec()).await;
    let policy = Policy { timeout: Duration::from_millis(200), retries: 3, ..policy(&[&server.address]) };
    let begin = Instant::now();
    let refusal = Client::new(policy).unwrap().get(&server.url()).await.unwrap_err();
    assert_eq!(refusal.code(), "unreachable", "{refusal}");
    assert!(begin.elapsed() < Duration::from_secs(4));
    assert_eq!(server.connections(), 1, "a slow server is not asked again");
}

#[tokio::test]
async fn patience_ends_a_call_before_the_time_limit_of_its_exchange() {
    let server = RawServer::start(Vec::new()).await;
    let policy = Policy { patience: Duration::from_millis(200), ..policy(&[&server.address]) };
    let begin = Instant::now();
    assert_eq!(Client::new(policy).unwrap().get(&server.url()).await.unwrap_err().code(), "unreachable");
    assert!(begin.elapsed() < Duration::from_secs(4));
}

#[tokio::test]
async fn a_closed_port_is_unreachable() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    drop(listener);
    let refusal = Client::new(policy(&[&address])).unwrap().get(&format!("http://{address}/")).await.unwrap_err();
    assert_eq!(refusal.code(), "unreachable", "{refusal}");
}

#[tokio::test]
async fn a_server_without_tls_fails_the_handshake_and_is_not_asked_again() {
    let server = RawServer::start(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".to_vec()).await;
    let client = Client::new(Policy { retries: 3, ..policy(&[&server.address]) }).unwrap();
    let refusal = client.get(&format!("https://{}/", server.address)).await.unwrap_err();
    assert!(refusal.to_string().contains("secure connection"), "{refusal}");
    assert_eq!((refusal.code(), server.connections()), ("unreachable", 1));
}
