//! The guard in a whole call: names, redirects, credentials.

use crate::support::{policy, policy_for, replaying};
use polite_http::{Addresses, Barrier, Client, Guard, Lookup, Policy, Refusal, Request};
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use wiremock::matchers::{header, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

/// Answers every name with the same addresses and counts the questions.
struct Fixed(Vec<IpAddr>, AtomicUsize);

impl Fixed {
    fn new(addresses: &[&str]) -> Arc<Self> {
        Arc::new(Self(addresses.iter().map(|a| a.parse().unwrap()).collect(), AtomicUsize::new(0)))
    }
}

impl Lookup for Fixed {
    fn lookup(&self, _: &str) -> Addresses {
        self.1.fetch_add(1, Ordering::SeqCst);
        let addresses = self.0.clone();
        Box::pin(async move { Ok(addresses) })
    }
}

fn barrier(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Guarded { barrier, .. } => barrier.code(),
        other => panic!("not guarded: {other:?}"),
    }
}

async fn ok_server() -> MockServer {
    let server = MockServer::start().await;
    Mock::given(path("/")).respond_with(ResponseTemplate::new(200).set_body_string("hello")).mount(&server).await;
    server
}

#[tokio::test]
async fn an_allowed_address_is_read() {
    let server = ok_server().await;
    let page = Client::new(policy_for(&server)).unwrap().get(&server.uri()).await.unwrap();
    assert_eq!((page.status, page.body.as_slice()), (200, b"hello".as_slice()));
}

#[tokio::test]
async fn the_same_address_is_refused_without_permission() {
    let server = ok_server().await;
    let refusal = Client::new(policy(&[])).unwrap().get(&server.uri()).await.unwrap_err();
    assert_eq!(barrier(&refusal), "loopback");
    assert!(server.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_name_that_leads_inside_is_refused_before_any_connection() {
    let server = ok_server().await;
    let port = server.address().port();
    for inside in ["127.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "169.254.169.254", "10.0.0.1"] {
        let guard = Guard::public_only().resolving_with(Fixed::new(&[inside]));
        // Retries on, to see that a refusal of ours is not taken for a passing failure.
        let client = Client::new(Policy { guard, retries: 3, ..policy(&[]) }).unwrap();
        let refusal = client.get(&format!("http://rebind.example:{port}/")).await.unwrap_err();
        assert!(matches!(refusal, Refusal::Guarded { barrier: Barrier::Address(_), .. }), "{inside}: {refusal:?}");
    }
    assert!(server.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_name_is_resolved_again_for_the_page_after_robots_and_judged_each_time() {
    let server = ok_server().await;
    let port = server.address().port();
    let lookup = Fixed::new(&["127.0.0.1"]);
    let guard = Guard::public_only().resolving_with(lookup.clone());
    let client = Client::new(Policy { guard, obey_robots: true, ..policy(&[]) }).unwrap();
    for questions in 1..=2 {
        let refusal = client.get(&format!("http://rebind.example:{port}/")).await.unwrap_err();
        assert_eq!(barrier(&refusal), "loopback", "named as what it is, not as a site without robots.txt");
        assert_eq!(lookup.1.load(Ordering::SeqCst), questions);
    }
}

#[tokio::test]
async fn an_allowed_name_and_port_may_lead_inside_and_its_other_ports_may_not() {
    let server = ok_server().await;
    let other = ok_server().await;
    let guard = Guard::allowing([format!("intranet.example:{}", server.address().port())])
        .unwrap()
        .resolving_with(Fixed::new(&["127.0.0.1"]));
    let client = Client::new(Policy { guard, ..policy(&[]) }).unwrap();
    let page = client.get(&format!("http://intranet.example:{}/", server.address().port())).await.unwrap();
    assert_eq!(page.body, b"hello");
    let refusal = client.get(&format!("http://intranet.example:{}/", other.address().port())).await.unwrap_err();
    assert_eq!(barrier(&refusal), "loopback");
}

#[tokio::test]
async fn redirects_are_judged_at_each_step() {
    let inside = ok_server().await;
    for (target, expected) in [
        (inside.uri(), "loopback"),
        ("http://169.254.169.254/latest/meta-data/".to_owned(), "link_local"),
        ("file:///etc/passwd".to_owned(), "scheme"),
        ("http://a:b@example.org/".to_owned(), "credentials"),
        ("http://example.org:22/".to_owned(), "port"),
        ("//[::1]/".to_owned(), "loopback"),
    ] {
        let server = MockServer::start().await;
        let moved = ResponseTemplate::new(302).insert_header("Location", target.as_str());
        Mock::given(path("/")).respond_with(moved).mount(&server).await;
        let refusal = Client::new(policy_for(&server)).unwrap().get(&server.uri()).await.unwrap_err();
        assert_eq!(barrier(&refusal), expected, "{target}");
    }
    assert!(inside.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn redirects_are_followed_to_their_limit() {
    let server = MockServer::start().await;
    for step in 0..3 {
        let moved = ResponseTemplate::new(301).insert_header("Location", format!("/{}", step + 1));
        Mock::given(path(format!("/{step}"))).respond_with(moved).mount(&server).await;
    }
    Mock::given(path("/3")).respond_with(ResponseTemplate::new(200)).mount(&server).await;
    let start = format!("{}/0", server.uri());
    let page = Client::new(Policy { max_redirects: 3, ..policy_for(&server) }).unwrap().get(&start).await.unwrap();
    assert_eq!(page.url.path(), "/3");
    let client = Client::new(Policy { max_redirects: 2, ..policy_for(&server) }).unwrap();
    assert_eq!(barrier(&client.get(&start).await.unwrap_err()), "redirects");
}

#[tokio::test]
async fn a_redirect_never_leaves_encryption() {
    let to = |target: &str| ("https://a.example/", 301, serde_json::json!({ "location": target }));
    let (_folder, policy) = replaying(&[to("http://a.example/"), to("https://b.example/")]);
    let client = Client::new(policy).unwrap();
    assert_eq!(barrier(&client.get("https://a.example/").await.unwrap_err()), "downgrade");
    let onward = client.get("https://a.example/").await.unwrap_err();
    assert!(onward.to_string().starts_with("https://b.example/ "), "{onward}");
}

#[tokio::test]
async fn own_headers_do_not_follow_to_another_origin() {
    let (first, second) = (MockServer::start().await, ok_server().await);
    let moved = ResponseTemplate::new(307).insert_header("Location", second.uri());
    Mock::given(header("Authorization", "Bearer s3cr3t")).respond_with(moved).mount(&first).await;
    let (one, two) = (first.address().to_string(), second.address().to_string());
    let request = Request::new(first.uri()).header("Authorization", "Bearer s3cr3t").unless_etag("\"1\"");
    Client::new(policy(&[&one, &two])).unwrap().fetch(&request).await.unwrap();
    let received = second.received_requests().await.unwrap();
    assert!(!received[0].headers.contains_key("authorization"));
    assert_eq!(received[0].headers.get("if-none-match").unwrap(), "\"1\"");
    assert_eq!(received[0].headers.get("user-agent").unwrap(), "Quill/1.0 (test)");
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_by_name() {
    let client = Client::new(policy(&[])).unwrap();
    assert_eq!(barrier(&client.get("not an address").await.unwrap_err()), "not_a_url");
    let host = Request::new("http://example.org/").header("Host", "internal");
    assert_eq!(barrier(&client.fetch(&host).await.unwrap_err()), "header");
    let split = Request::new("http://example.org/").header("X-A", "b\r\nX-C: d");
    assert_eq!(barrier(&client.fetch(&split).await.unwrap_err()), "header");
    assert!(Client::new(Policy { user_agent: "Quill\n".to_owned(), ..policy(&[]) }).is_err());
    assert!(Client::new(Policy { user_agent: String::new(), ..policy(&[]) }).is_err());
}
