//! Policies, a fixed calendar, a server that sends raw bytes, and tapes written by hand.

use polite_http::{Chance, Clock, Guard, Pace, Policy, Transport};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use wiremock::MockServer;

/// The moment every test takes place: Thu, 01 Jan 1970 00:01:00 GMT.
pub struct Minute;

impl Clock for Minute {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(60)
    }
}

/// Chance without surprise: waits are the longest of their span.
pub struct Most;

impl Chance for Most {
    fn fraction(&self) -> f64 {
        1.0
    }
}

/// Quick rules for a server on loopback: no pace, no robots, no retry.
pub fn policy(addresses: &[&str]) -> Policy {
    Policy {
        timeout: Duration::from_secs(5),
        max_bytes: 1 << 20,
        retries: 0,
        obey_robots: false,
        guard: Guard::allowing(addresses).unwrap(),
        pace: Pace::unhindered(),
        clock: Arc::new(Minute),
        chance: Arc::new(Most),
        ..Policy::new("Quill/1.0 (test)")
    }
}

pub fn policy_for(server: &MockServer) -> Policy {
    policy(&[&server.address().to_string()])
}

/// A server that answers every connection with `answer`, then keeps silent, and counts connections.
pub struct RawServer {
    pub address: String,
    pub connections: Arc<AtomicUsize>,
}

impl RawServer {
    pub async fn start(answer: Vec<u8>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let connections = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&connections);
        tokio::spawn(async move {
            let mut kept = Vec::new();
            loop {
                let (mut socket, _) = listener.accept().await.unwrap();
                counted.fetch_add(1, Ordering::SeqCst);
                let mut request = [0; 4096];
                let _ = socket.read(&mut request).await;
                // A client that hangs up early is one of the cases under test.
                let _ = socket.write_all(&answer).await;
                kept.push(socket);
            }
        });
        Self { address, connections }
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

/// A policy that replays these answers; the folder must outlive the client.
pub fn replaying(exchanges: &[(&str, u16, serde_json::Value)]) -> (tempfile::TempDir, Policy) {
    let exchanges: Vec<_> = exchanges
        .iter()
        .map(|(url, status, headers)| {
            serde_json::json!({
                "request": { "method": "GET", "url": url },
                "response": { "status": status, "headers": headers, "body": { "text": "hello" } },
            })
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tape.json");
    let tape = serde_json::json!({ "version": 1, "exchanges": exchanges });
    std::fs::write(&path, tape.to_string()).unwrap();
    let policy = Policy { transport: Transport::Replay(path), guard: Guard::public_only(), ..policy(&[]) };
    (folder, policy)
}
