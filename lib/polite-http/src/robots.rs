//! Asking a site's robots.txt before its pages, and remembering the answer.
//!
//! What the text means is in `robots_rules.rs`.

use crate::client::{Errand, Inner, product};
use crate::exchange::BodyRule;
use crate::refusal::{Barrier, Denial, Refusal};
use crate::robots_rules::Rules;
use crate::secrets::Secrets;
use reqwest::header::HeaderMap;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use url::{Position, Url};

/// How much of a file is read; the RFC asks for at least 500 KiB.
const READ_AT_MOST: usize = 512 << 10;
/// How long a file is good for; the RFC's own limit.
const GOOD_FOR: Duration = Duration::from_secs(24 * 60 * 60);
/// How soon a site whose file could not be had is tried again.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(5 * 60);
/// Above this many sites, the expired ones are forgotten, then all that nobody is using.
const REMEMBERED_SITES: usize = 256;

/// What a site says to programs.
#[derive(Debug, PartialEq, Eq)]
enum Robots {
    /// It has a file.
    Rules(Rules),
    /// It has none (4xx): everything may be read.
    Silent,
    /// It could not be asked (5xx, no connection): nothing may be read.
    Unreachable(String),
}

impl Robots {
    fn lifetime(&self) -> Duration {
        match self {
            Self::Rules(_) | Self::Silent => GOOD_FOR,
            Self::Unreachable(_) => TRY_AGAIN_AFTER,
        }
    }
}

/// What is known of one site. Its lock is held while the file is fetched, so that it is fetched once.
#[derive(Default)]
struct Known(Option<(Arc<Robots>, Instant)>);

impl Known {
    fn fresh(&self) -> Option<Arc<Robots>> {
        self.0.as_ref().filter(|(_, until)| *until > Instant::now()).map(|(robots, _)| Arc::clone(robots))
    }

    fn keep(&mut self, robots: Robots) -> Arc<Robots> {
        let until = Instant::now() + robots.lifetime();
        let robots = Arc::new(robots);
        self.0 = Some((Arc::clone(&robots), until));
        robots
    }
}

type Site = Arc<tokio::sync::Mutex<Known>>;

/// All sites asked lately, by origin.
#[derive(Default)]
pub(crate) struct Sites(Mutex<HashMap<String, Site>>);

impl Sites {
    fn site(&self, url: &Url) -> Site {
        let mut sites = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if sites.len() >= REMEMBERED_SITES {
            sites.retain(|_, site| site.try_lock().map_or(true, |known| known.fresh().is_some()));
        }
        if sites.len() >= REMEMBERED_SITES {
            sites.retain(|_, site| Arc::strong_count(site) > 1);
        }
        Arc::clone(sites.entry(url.origin().ascii_serialization()).or_default())
    }
}

impl Inner {
    /// Passes when the robots.txt of the site lets us read this URL.
    pub(crate) async fn ask_robots(&self, url: &Url, shown: &str, deadline: Instant) -> Result<(), Refusal> {
        // First, so that a forbidden address is named as such and not as a site without robots.txt.
        self.policy.guard.check(url).map_err(|barrier| Refusal::Guarded { url: shown.to_owned(), barrier })?;
        match self.robots(url, shown, deadline).await?.as_ref() {
            Robots::Rules(rules) => {
                if let Some(delay) = rules.delay {
                    self.pacing.slow(url.host_str().unwrap_or_default().trim_end_matches('.'), delay);
                }
                if rules.allow(path_and_query(url)) {
                    Ok(())
                } else {
                    Err(Refusal::Denied { url: shown.to_owned(), why: Denial::Robots })
                }
            }
            Robots::Silent => Ok(()),
            Robots::Unreachable(what) => Err(Refusal::Unreachable {
                url: shown.to_owned(),
                what: format!("its robots.txt could not be asked first: {what}"),
            }),
        }
    }

    async fn robots(&self, url: &Url, shown: &str, deadline: Instant) -> Result<Arc<Robots>, Refusal> {
        let site = self.sites.site(url);
        let late = |_| Refusal::Unreachable {
            url: shown.to_owned(),
            what: "its robots.txt was not read within the time limit".to_owned(),
        };
        let mut known = timeout_at(deadline, site.lock()).await.map_err(late)?;
        if let Some(robots) = known.fresh() {
            return Ok(robots);
        }
        let errand = Errand {
            own: HeaderMap::new(),
            conditional: HeaderMap::new(),
            secrets: Secrets::default(),
            obey_robots: false,
            body: BodyRule::CutAt(READ_AT_MOST),
            deadline,
        };
        // Boxed because following a redirect may ask robots.txt, and asking it follows redirects.
        let robots = match Box::pin(self.follow(address(url), errand)).await {
            Ok((_, answer, _)) => match answer.status {
                200..=299 => Robots::Rules(Rules::parse(&answer.body, product(&self.policy.user_agent))),
                500.. => Robots::Unreachable(format!("the server answers with status {}", answer.status)),
                _ => Robots::Silent,
            },
            Err(Refusal::Guarded { barrier: Barrier::Redirects(_), .. }) => Robots::Silent,
            Err(Refusal::Unreachable { what, .. } | Refusal::ChangedShape { what, .. }) => Robots::Unreachable(what),
            Err(refusal) => return Err(refusal),
        };
        Ok(known.keep(robots))
    }
}

/// Where the robots.txt that governs `url` stands.
fn address(url: &Url) -> Url {
    let mut address = url.clone();
    address.set_path("/robots.txt");
    address.set_query(None);
    address.set_fragment(None);
    address
}

/// The part of a URL that rules speak of.
fn path_and_query(url: &Url) -> &str {
    // Not an index that can fail: positions of a URL always lie within it.
    &url[Position::BeforePath..Position::AfterQuery]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed parse is a failed test")]
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_file_is_good_for_a_day_and_a_failure_for_minutes() {
        for (robots, lifetime) in [(Robots::Silent, GOOD_FOR), (Robots::Unreachable("503".to_owned()), TRY_AGAIN_AFTER)]
        {
            let mut known = Known::default();
            known.keep(robots);
            tokio::time::advance(lifetime - Duration::from_secs(1)).await;
            assert!(known.fresh().is_some());
            tokio::time::advance(Duration::from_secs(2)).await;
            assert!(known.fresh().is_none());
        }
    }

    #[test]
    fn the_number_of_sites_remembered_is_bounded() {
        let sites = Sites::default();
        for number in 0..REMEMBERED_SITES * 3 {
            sites.site(&Url::parse(&format!("http://{number}.example/")).unwrap());
        }
        assert!(sites.0.lock().unwrap().len() <= REMEMBERED_SITES);
    }

    #[test]
    fn rules_speak_of_path_and_query() {
        let url = Url::parse("https://a.example:8443/x/y?z=1#top").unwrap();
        assert_eq!(path_and_query(&url), "/x/y?z=1");
        assert_eq!(address(&url).as_str(), "https://a.example:8443/robots.txt");
    }
}
