//! Pace, retries and pauses, on tapes under a paused clock: nothing here waits in earnest.

use crate::support::{RawServer, policy, replaying};
use polite_http::{Client, Pace, Policy, Refusal};
use rstest::rstest;
use serde_json::json;
use std::time::{Duration, SystemTime};
use tokio::time::Instant;

const URL: &str = "http://a.example/";

fn second(count: u64) -> SystemTime {
    // The calendar of the tests stands at second 60.
    SystemTime::UNIX_EPOCH + Duration::from_secs(60 + count)
}

#[tokio::test(start_paused = true)]
async fn calls_to_one_host_start_an_interval_apart() {
    let (_folder, policy) = replaying(&[(URL, 200, json!({})), (URL, 200, json!({})), (URL, 200, json!({}))]);
    let pace = Pace { interval: Duration::from_secs(3), concurrent: 2 };
    let client = Client::new(Policy { pace, ..policy }).unwrap();
    let begin = Instant::now();
    let (one, two, three) = tokio::join!(client.get(URL), client.get(URL), client.get(URL));
    assert!(one.is_ok() && two.is_ok() && three.is_ok());
    assert_eq!(begin.elapsed(), Duration::from_secs(6));
}

#[rstest]
#[case(429, json!({"retry-after": "40"}), 40)]
#[case(503, json!({"retry-after": "Thu, 01 Jan 1970 00:01:25 GMT"}), 25)]
#[case(429, json!({}), 1)]
#[case(502, json!({}), 1)]
#[case(503, json!({"retry-after": "soon"}), 1)]
#[case(504, json!({}), 1)]
#[tokio::test(start_paused = true)]
async fn a_passing_refusal_is_waited_out(
    #[case] status: u16,
    #[case] headers: serde_json::Value,
    #[case] seconds: u64,
) {
    let (_folder, policy) = replaying(&[(URL, status, headers), (URL, 200, json!({}))]);
    let client = Client::new(Policy { retries: 1, ..policy }).unwrap();
    let begin = Instant::now();
    assert_eq!(client.get(URL).await.unwrap().body, b"hello");
    assert_eq!(begin.elapsed(), Duration::from_secs(seconds));
}

#[tokio::test(start_paused = true)]
async fn retries_wait_longer_each_time_and_end() {
    let (_folder, policy) = replaying(&[(URL, 502, json!({})), (URL, 502, json!({})), (URL, 504, json!({}))]);
    let client = Client::new(Policy { retries: 2, ..policy }).unwrap();
    let begin = Instant::now();
    let refusal = client.get(URL).await.unwrap_err();
    assert_eq!(refusal.to_string(), "http://a.example/ cannot be reached: the server answers with status 504.");
    assert_eq!(begin.elapsed(), Duration::from_secs(1 + 2));
}

#[rstest]
#[case(500)]
#[case(404)]
#[case(403)]
#[tokio::test(start_paused = true)]
async fn a_lasting_refusal_is_not_repeated(#[case] status: u16) {
    let (_folder, policy) = replaying(&[(URL, status, json!({})), (URL, 200, json!({}))]);
    let client = Client::new(Policy { retries: 3, ..policy }).unwrap();
    assert!(client.get(URL).await.is_err());
    assert!(client.get(URL).await.is_ok(), "the second answer was still on the tape");
}

#[tokio::test(start_paused = true)]
async fn a_pause_beyond_patience_is_handed_back_and_remembered() {
    let answers = [(URL, 429, json!({"retry-after": "3600"})), (URL, 200, json!({}))];
    let (_folder, policy) = replaying(&answers);
    let client = Client::new(Policy { retries: 3, ..policy }).unwrap();
    let begin = Instant::now();
    for _ in 0..2 {
        let refusal = client.get(URL).await.unwrap_err();
        assert_eq!(refusal, Refusal::SlowDown { host: "a.example".to_owned(), until: second(3600) });
        assert_eq!(refusal.to_string(), "a.example asks for a pause until Thu, 01 Jan 1970 01:01:00 GMT.");
    }
    assert_eq!(begin.elapsed(), Duration::ZERO, "nobody waited, and the second call sent nothing");
    tokio::time::advance(Duration::from_secs(3600)).await;
    assert!(client.get(URL).await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_pause_holds_the_whole_host_and_no_other() {
    let answers = [
        (URL, 429, json!({"retry-after": "30"})),
        ("http://a.example/other", 200, json!({})),
        ("http://b.example/", 200, json!({})),
    ];
    let (_folder, policy) = replaying(&answers);
    let client = Client::new(policy).unwrap();
    let begin = Instant::now();
    assert_eq!(client.get(URL).await.unwrap_err().code(), "slow_down");
    client.get("http://b.example/").await.unwrap();
    assert_eq!(begin.elapsed(), Duration::ZERO);
    client.get("http://a.example/other").await.unwrap();
    assert_eq!(begin.elapsed(), Duration::from_secs(30));
}

#[tokio::test]
async fn a_broken_connection_is_tried_again() {
    // Not HTTP: the connection is of no use and is dropped.
    let server = RawServer::start(b"nonsense\r\n\r\n".to_vec()).await;
    let client =
        Client::new(Policy { retries: 1, timeout: Duration::from_secs(2), ..policy(&[&server.address]) }).unwrap();
    assert_eq!(client.get(&server.url()).await.unwrap_err().code(), "unreachable");
    assert_eq!(server.connections(), 2);
}
