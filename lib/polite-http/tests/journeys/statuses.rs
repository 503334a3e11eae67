//! What each status means to a caller, and conditional requests.

use crate::support::{policy_for, replaying};
use polite_http::{Client, Refusal, Request};
use rstest::rstest;
use serde_json::json;
use wiremock::matchers::{any, header};
use wiremock::{Mock, MockServer, ResponseTemplate};

#[rstest]
#[case(200, "page")]
#[case(204, "page")]
#[case(304, "changed_shape")]
#[case(300, "changed_shape")]
#[case(302, "changed_shape")]
#[case(400, "changed_shape")]
#[case(401, "denied")]
#[case(403, "denied")]
#[case(404, "gone")]
#[case(406, "changed_shape")]
#[case(408, "unreachable")]
#[case(410, "gone")]
#[case(429, "slow_down")]
#[case(451, "denied")]
#[case(500, "unreachable")]
#[case(503, "unreachable")]
#[tokio::test]
async fn a_status_has_one_meaning(#[case] status: u16, #[case] meaning: &str) {
    let (_folder, policy) = replaying(&[("http://a.example/?key=abcdef", status, json!({}))]);
    let answer = Client::new(policy).unwrap().get("http://a.example/?key=abcdef").await;
    // The tape was written by hand with its secret in it, so a struck question finds nothing there.
    assert_eq!(answer.map(|_| "page").unwrap_or_else(|refusal| refusal.code()), "unreachable");

    let (_folder, policy) = replaying(&[("http://a.example/?key=STRUCK", status, json!({}))]);
    let answer = Client::new(policy).unwrap().get("http://a.example/?key=abcdef").await;
    if let Err(refusal) = &answer {
        assert!(!format!("{refusal} {refusal:?}").contains("abcdef"), "{refusal}");
    }
    assert_eq!(answer.map(|_| "page").unwrap_or_else(|refusal| refusal.code()), meaning);
}

#[tokio::test]
async fn an_unchanged_page_is_known_by_its_validators() {
    let server = MockServer::start().await;
    Mock::given(header("If-None-Match", "\"v1\"")).respond_with(ResponseTemplate::new(304)).mount(&server).await;
    // Not `header`: it takes the comma of the date for one between two values.
    let date = |request: &wiremock::Request| {
        request.headers.get("if-modified-since").is_some_and(|date| date == "Thu, 01 Jan 1970 00:00:00 GMT")
    };
    Mock::given(date).respond_with(ResponseTemplate::new(304)).mount(&server).await;
    let full = ResponseTemplate::new(200)
        .insert_header("ETag", "\"v1\"")
        .insert_header("Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT")
        .insert_header("Link", "<https://a.example/2>; rel=\"next\"")
        .insert_header("Retry-After", "5")
        .set_body_raw("<rss/>", "application/rss+xml");
    Mock::given(any()).respond_with(full).mount(&server).await;

    let client = Client::new(policy_for(&server)).unwrap();
    let page = client.get(&server.uri()).await.unwrap();
    assert_eq!(page.content_type.as_deref(), Some("application/rss+xml"));
    assert_eq!(page.link.as_deref(), Some("<https://a.example/2>; rel=\"next\""));
    assert_eq!(page.retry_after.map(|pause| pause.as_secs()), Some(5));
    assert!(!page.not_modified);
    for request in [
        Request::new(server.uri()).unless_etag(page.etag.unwrap()),
        Request::new(server.uri()).modified_since(page.last_modified.unwrap()),
    ] {
        let again = client.fetch(&request).await.unwrap();
        assert!(again.not_modified && again.body.is_empty() && again.status == 304);
    }
}

#[test]
fn callers_have_a_refusal_of_their_own() {
    let refusal = Refusal::changed_shape("https://a.example/feed", "the feed has no title");
    assert_eq!(refusal.code(), "changed_shape");
    assert_eq!(refusal.to_string(), "https://a.example/feed answered in an unknown shape: the feed has no title.");
}
