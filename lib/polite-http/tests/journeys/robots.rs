//! robots.txt in a whole call: which answers allow, which forbid, and how often it is asked.

use crate::support::{policy, policy_for, replaying};
use polite_http::{Client, Denial, Pace, Policy, Refusal, Request};
use rstest::rstest;
use serde_json::json;
use std::time::Duration;
use tokio::time::Instant;
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, ResponseTemplate};

async fn site(robots: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(path("/robots.txt")).respond_with(robots).mount(&server).await;
    Mock::given(path("/page")).respond_with(ResponseTemplate::new(200)).mount(&server).await;
    server
}

async fn verdict(server: &MockServer) -> Result<u16, &'static str> {
    let client = Client::new(Policy { obey_robots: true, ..policy_for(server) }).unwrap();
    let page = client.get(&format!("{}/page", server.uri())).await;
    page.map(|page| page.status).map_err(|refusal| refusal.code())
}

fn text(robots: &str) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_string(robots)
}

#[rstest]
#[case::allowed(text("User-agent: *\nDisallow: /other"), Ok(200))]
#[case::forbidden(text("User-agent: *\nDisallow: /page"), Err("denied"))]
#[case::our_name(text("User-agent: quill\nDisallow: /"), Err("denied"))]
#[case::absent(ResponseTemplate::new(404), Ok(200))]
#[case::closed(ResponseTemplate::new(403), Ok(200))]
#[case::broken(ResponseTemplate::new(500), Err("unreachable"))]
#[case::in_repair(ResponseTemplate::new(503), Err("unreachable"))]
#[case::too_many(ResponseTemplate::new(429), Err("slow_down"))]
#[case::endless(ResponseTemplate::new(302).insert_header("Location", "/robots.txt"), Ok(200))]
#[case::leads_inside(ResponseTemplate::new(302).insert_header("Location", "http://10.0.0.1/robots.txt"), Err("guarded"))]
#[tokio::test]
async fn each_answer_has_its_meaning(#[case] robots: ResponseTemplate, #[case] expected: Result<u16, &'static str>) {
    let server = site(robots).await;
    assert_eq!(verdict(&server).await, expected);
    let asked = server.received_requests().await.unwrap();
    assert_eq!(asked.iter().any(|request| request.url.path() == "/page"), expected.is_ok());
}

#[tokio::test]
async fn a_long_file_is_read_at_its_beginning() {
    let long = format!("User-agent: *\nDisallow: /page\n{}", "# filler\n".repeat(200_000));
    assert_eq!(verdict(&site(text(&long)).await).await, Err("denied"));
}

#[tokio::test]
async fn a_site_that_cannot_be_connected_to_is_unreachable_not_free() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    drop(listener);
    let client = Client::new(Policy { obey_robots: true, ..policy(&[&address]) }).unwrap();
    let refusal = client.get(&format!("http://{address}/page")).await.unwrap_err();
    assert!(refusal.to_string().contains("robots.txt"), "{refusal}");
    assert_eq!(refusal.code(), "unreachable");
}

#[tokio::test]
async fn one_call_can_be_exempted() {
    let server = site(text("User-agent: *\nDisallow: /")).await;
    let client = Client::new(Policy { obey_robots: true, ..policy_for(&server) }).unwrap();
    let url = format!("{}/page", server.uri());
    let refusal = client.get(&url).await.unwrap_err();
    assert!(matches!(refusal, Refusal::Denied { why: Denial::Robots, .. }));
    client.fetch(&Request::new(&url).ignoring_robots()).await.unwrap();
}

#[tokio::test]
async fn the_file_is_asked_once_for_many_calls_at_once() {
    let server = site(text("User-agent: *\nDisallow: /other").set_delay(Duration::from_millis(50))).await;
    let client = Client::new(Policy { obey_robots: true, ..policy_for(&server) }).unwrap();
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let (client, url) = (client.clone(), format!("{}/page", server.uri()));
        calls.spawn(async move { client.get(&url).await.map(|page| page.status) });
    }
    assert!(calls.join_all().await.into_iter().all(|status| status == Ok(200)));
    let asked = server.received_requests().await.unwrap();
    assert_eq!(asked.iter().filter(|request| request.url.path() == "/robots.txt").count(), 1);
}

#[tokio::test]
async fn the_target_of_a_redirect_is_judged_by_its_own_site() {
    let closed = site(text("User-agent: *\nDisallow: /")).await;
    let open = MockServer::start().await;
    let moved = ResponseTemplate::new(302).insert_header("Location", format!("{}/page", closed.uri()));
    Mock::given(path("/page")).respond_with(moved).mount(&open).await;
    let (one, two) = (open.address().to_string(), closed.address().to_string());
    let client = Client::new(Policy { obey_robots: true, ..policy(&[&one, &two]) }).unwrap();
    let refusal = client.get(&format!("{}/page", open.uri())).await.unwrap_err();
    assert!(matches!(refusal, Refusal::Denied { why: Denial::Robots, .. }), "{refusal:?}");
}

#[tokio::test(start_paused = true)]
async fn the_file_is_asked_again_after_a_day() {
    let robots = ("http://a.example/robots.txt", 404, json!({}));
    let page = ("http://a.example/page", 200, json!({}));
    let (_folder, policy) = replaying(&[robots, page.clone(), page.clone(), page]);
    let client = Client::new(Policy { obey_robots: true, ..policy }).unwrap();
    for _ in 0..2 {
        client.get("http://a.example/page").await.unwrap();
    }
    tokio::time::advance(Duration::from_secs(25 * 3600)).await;
    // The tape holds no second robots.txt, so asking it shows.
    let refusal = client.get("http://a.example/page").await.unwrap_err();
    assert!(refusal.to_string().contains("robots.txt"), "{refusal}");
}

#[tokio::test(start_paused = true)]
async fn the_delay_of_the_site_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tape.json");
    let page = json!({"request": {"method": "GET", "url": "http://a.example/"}, "response": {"status": 200}});
    let robots = json!({
        "request": {"method": "GET", "url": "http://a.example/robots.txt"},
        "response": {"status": 200, "body": {"text": "User-agent: *\nCrawl-delay: 7"}},
    });
    std::fs::write(&path, json!({"version": 1, "exchanges": [robots, page, page]}).to_string()).unwrap();
    let client = Client::new(Policy {
        obey_robots: true,
        transport: polite_http::Transport::Replay(path),
        pace: Pace { interval: Duration::from_secs(1), concurrent: 1 },
        ..policy(&[])
    })
    .unwrap();
    let begin = Instant::now();
    client.get("http://a.example/").await.unwrap();
    client.get("http://a.example/").await.unwrap();
    assert_eq!(begin.elapsed(), Duration::from_secs(14));
}
