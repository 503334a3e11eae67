//! Who may ask a host, and when: a least interval between starts, a bound on open requests, and pauses.
//!
//! Written here rather than taken from `governor`: that crate hands out bursts against its own clock, while this
//! needs strict intervals on tokio's clock (which tests pause), pauses imposed by `Retry-After`, and deadlines.

use crate::policy::Pace;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until, timeout_at};

/// No interval is longer, whatever a caller writes.
const LONGEST_INTERVAL: Duration = Duration::from_secs(24 * 60 * 60);
/// Above this many hosts, the ones at rest are forgotten.
const REMEMBERED_HOSTS: usize = 1024;

pub(crate) struct Pacing {
    pace: Pace,
    hosts: Mutex<HashMap<String, Arc<Host>>>,
}

struct Host {
    permits: Arc<Semaphore>,
    times: Mutex<Times>,
}

struct Times {
    interval: Duration,
    /// The earliest start of the next request.
    next: Instant,
}

/// The right to one open request; dropping it lets the next one in.
#[derive(Debug)]
pub(crate) struct Turn {
    _permit: OwnedSemaphorePermit,
}

/// The host is busy or at rest until this instant, later than the caller can wait.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotBefore(pub(crate) Instant);

impl Pacing {
    pub(crate) fn new(pace: Pace) -> Self {
        Self { pace, hosts: Mutex::new(HashMap::new()) }
    }

    /// Waits for a turn at `name`, but not beyond `deadline`. When the wait is known to be too long it is not begun.
    pub(crate) async fn turn(&self, name: &str, deadline: Instant) -> Result<Turn, NotBefore> {
        let host = self.host(name);
        let permit = match timeout_at(deadline, Arc::clone(&host.permits).acquire_owned()).await {
            Ok(Ok(permit)) => permit,
            // The semaphore is never closed; only the deadline can end here.
            Ok(Err(_)) | Err(_) => return Err(NotBefore(host.times().next.max(Instant::now()))),
        };
        loop {
            let start = {
                let mut times = host.times();
                let now = Instant::now();
                if times.next <= now {
                    times.next = now + times.interval;
                    return Ok(Turn { _permit: permit });
                }
                times.next
            };
            if start > deadline {
                return Err(NotBefore(start));
            }
            // Another request may take the turn or meet a pause meanwhile, hence the loop.
            sleep_until(start).await;
        }
    }

    /// No request to `name` starts within `pause` from now.
    pub(crate) fn rest(&self, name: &str, pause: Duration) {
        let host = self.host(name);
        let mut times = host.times();
        times.next = times.next.max(Instant::now() + pause);
    }

    /// From now on, requests to `name` start at least `interval` apart.
    pub(crate) fn slow(&self, name: &str, interval: Duration) {
        let host = self.host(name);
        let mut times = host.times();
        let longer = interval.saturating_sub(times.interval);
        if !longer.is_zero() {
            times.next += longer;
            times.interval = interval;
        }
    }

    fn host(&self, name: &str) -> Arc<Host> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if hosts.len() >= REMEMBERED_HOSTS {
            hosts.retain(|_, host| Arc::strong_count(host) > 1 || host.times().next > now);
        }
        let fresh = || {
            Arc::new(Host {
                permits: Arc::new(Semaphore::new(self.pace.concurrent.max(1))),
                times: Mutex::new(Times { interval: self.pace.interval.min(LONGEST_INTERVAL), next: now }),
            })
        };
        Arc::clone(hosts.entry(name.to_owned()).or_insert_with(fresh))
    }
}

impl Host {
    fn times(&self) -> std::sync::MutexGuard<'_, Times> {
        self.times.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed wait is a failed test")]
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn far() -> Instant {
        Instant::now() + Duration::from_secs(3600)
    }

    #[tokio::test(start_paused = true)]
    async fn starts_are_an_interval_apart_on_each_host() {
        let pacing = Pacing::new(Pace { interval: SECOND, concurrent: 8 });
        let begin = Instant::now();
        for expected in 0..4 {
            pacing.turn("a.example", far()).await.unwrap();
            assert_eq!(begin.elapsed(), SECOND * expected);
        }
        pacing.turn("b.example", far()).await.unwrap();
        assert_eq!(begin.elapsed(), SECOND * 3, "another host waits for nobody");
    }

    #[tokio::test(start_paused = true)]
    async fn requests_at_once_are_bounded() {
        let pacing = Arc::new(Pacing::new(Pace { interval: Duration::ZERO, concurrent: 2 }));
        let (open, most) = (Arc::new(Mutex::new(0_u32)), Arc::new(Mutex::new(0_u32)));
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..10 {
            let (pacing, open, most) = (Arc::clone(&pacing), Arc::clone(&open), Arc::clone(&most));
            tasks.spawn(async move {
                let _turn = pacing.turn("a.example", far()).await.unwrap();
                let now_open = {
                    let mut open = open.lock().unwrap();
                    *open += 1;
                    *open
                };
                {
                    let mut most = most.lock().unwrap();
                    *most = now_open.max(*most);
                }
                tokio::time::sleep(SECOND).await;
                *open.lock().unwrap() -= 1;
            });
        }
        let begin = Instant::now();
        tasks.join_all().await;
        assert_eq!(*most.lock().unwrap(), 2);
        assert_eq!(begin.elapsed(), SECOND * 5);
    }

    #[tokio::test(start_paused = true)]
    async fn a_rest_holds_everybody_and_a_long_one_is_not_waited_for() {
        let pacing = Pacing::new(Pace { interval: SECOND, concurrent: 1 });
        let begin = Instant::now();
        pacing.rest("a.example", SECOND * 30);
        pacing.turn("a.example", far()).await.unwrap();
        assert_eq!(begin.elapsed(), SECOND * 30);
        pacing.rest("a.example", SECOND * 300);
        let refused = pacing.turn("a.example", Instant::now() + SECOND * 10).await.unwrap_err();
        assert_eq!(refused, NotBefore(begin + SECOND * 330));
        assert_eq!(begin.elapsed(), SECOND * 30, "nobody slept for nothing");
    }

    #[tokio::test(start_paused = true)]
    async fn a_longer_interval_of_the_site_wins_and_a_shorter_one_does_not() {
        let pacing = Pacing::new(Pace { interval: SECOND * 2, concurrent: 1 });
        let begin = Instant::now();
        pacing.turn("a.example", far()).await.unwrap();
        pacing.slow("a.example", SECOND);
        pacing.slow("a.example", SECOND * 5);
        pacing.turn("a.example", far()).await.unwrap();
        pacing.turn("a.example", far()).await.unwrap();
        assert_eq!(begin.elapsed(), SECOND * 10);
    }

    #[tokio::test(start_paused = true)]
    async fn hosts_at_rest_are_forgotten_and_resting_ones_are_not() {
        let pacing = Pacing::new(Pace { interval: Duration::ZERO, concurrent: 1 });
        pacing.rest("resting.example", SECOND * 10);
        for number in 0..REMEMBERED_HOSTS * 2 {
            pacing.turn(&format!("{number}.example"), far()).await.unwrap();
        }
        let hosts = pacing.hosts.lock().unwrap();
        assert!(hosts.len() <= REMEMBERED_HOSTS);
        assert!(hosts.contains_key("resting.example"));
    }
}
