//! The client: one call through robots.txt, pace, retries and redirects to a page or a refusal.
//!
//! This file is the order of the steps; each step is in the module it names.

use crate::exchange::{Answer, Ask, BodyRule, Failure};
use crate::line::{Line, NotReady};
use crate::pacing::{NotBefore, Pacing};
use crate::policy::Policy;
use crate::refusal::{Barrier, Denial, Refusal};
use crate::request::{Page, Request};
use crate::retry;
use crate::robots::Sites;
use crate::secrets::Secrets;
use reqwest::header::{HOST, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::time::{Instant, sleep, timeout};
use url::Url;

/// No call lasts longer, whatever a caller writes.
const LONGEST_PATIENCE: Duration = Duration::from_secs(24 * 60 * 60);

/// A polite reader of the web. Clones share connections, pace and what is known of robots.txt: a program makes one.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) policy: Policy,
    line: Line,
    pub(crate) pacing: Pacing,
    pub(crate) sites: Sites,
}

/// What goes with a request on its way through redirects.
pub(crate) struct Errand {
    /// Sent to the first origin only: credentials may be among them.
    pub(crate) own: HeaderMap,
    /// Sent everywhere.
    pub(crate) conditional: HeaderMap,
    pub(crate) secrets: Secrets,
    pub(crate) obey_robots: bool,
    pub(crate) body: BodyRule,
    pub(crate) deadline: Instant,
}

impl Client {
    /// Prepares a client.
    ///
    /// # Errors
    /// A user agent that cannot be sent, TLS settings that do not hold, or a tape that cannot be opened.
    pub fn new(policy: Policy) -> Result<Self, NotReady> {
        if product(&policy.user_agent).is_empty() || HeaderValue::from_str(&policy.user_agent).is_err() {
            return Err(NotReady::UserAgent(policy.user_agent));
        }
        let line = Line::open(&policy)?;
        let pacing = Pacing::new(policy.pace);
        Ok(Self { inner: Arc::new(Inner { policy, line, pacing, sites: Sites::default() }) })
    }

    /// Reads one page.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub async fn get(&self, url: &str) -> Result<Page, Refusal> {
        self.fetch(&Request::new(url)).await
    }

    /// Reads what a [`Request`] describes.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub async fn fetch(&self, request: &Request) -> Result<Page, Refusal> {
        let url = Url::parse(&request.url)
            // What cannot be parsed cannot be struck either, so it is not repeated.
            .map_err(|_| Refusal::Guarded { url: "The address".to_owned(), barrier: Barrier::NotAUrl })?;
        let errand = self.inner.errand(request, &url)?;
        let (url, answer, shown) = self.inner.follow(url, errand).await?;
        self.inner.page(url, answer, shown, request)
    }
}

impl Inner {
    fn errand(&self, request: &Request, url: &Url) -> Result<Errand, Refusal> {
        let mut secrets = Secrets::default();
        request.secrets.iter().for_each(|secret| secrets.learn(secret));
        secrets.learn_url(url);
        let unsendable = || Refusal::Guarded { url: secrets.strike_url(url), barrier: Barrier::Header };
        let mut own = HeaderMap::new();
        for (name, value) in &request.headers {
            let name = HeaderName::try_from(name).map_err(|_| unsendable())?;
            // Another `Host` would reach a site the guard did not judge.
            if name == HOST {
                return Err(unsendable());
            }
            own.append(name, HeaderValue::try_from(value).map_err(|_| unsendable())?);
        }
        let mut conditional = HeaderMap::new();
        for (name, value) in [(IF_NONE_MATCH, &request.etag), (IF_MODIFIED_SINCE, &request.modified_since)] {
            if let Some(value) = value {
                conditional.insert(name, HeaderValue::try_from(value).map_err(|_| unsendable())?);
            }
        }
        for (name, value) in &request.headers {
            secrets.learn_header(name, value);
        }
        Ok(Errand {
            own,
            conditional,
            secrets,
            obey_robots: self.policy.obey_robots && !request.ignore_robots,
            body: BodyRule::AtMost(self.policy.max_bytes),
            deadline: Instant::now() + self.policy.patience.min(LONGEST_PATIENCE),
        })
    }

    /// Follows redirects to an answer that is none; gives its URL, as it is and as it may be shown.
    pub(crate) async fn follow(&self, mut url: Url, mut errand: Errand) -> Result<(Url, Answer, String), Refusal> {
        for _ in 0..=self.policy.max_redirects {
            errand.secrets.learn_url(&url);
            let shown = errand.secrets.strike_url(&url);
            if errand.obey_robots {
                self.ask_robots(&url, &shown, errand.deadline).await?;
            }
            let answer = self.ask(&url, &shown, &errand).await?;
            let Some(location) = redirect(&answer) else {
                return Ok((url, answer, shown));
            };
            let next = url
                .join(location)
                .map_err(|_| Refusal::changed_shape(&shown, "it redirects to something that is no web address"))?;
            if url.scheme() == "https" && next.scheme() == "http" {
                return Err(Refusal::Guarded { url: shown, barrier: Barrier::Downgrade });
            }
            if next.origin() != url.origin() {
                errand.own.clear();
            }
            url = next;
        }
        let barrier = Barrier::Redirects(self.policy.max_redirects);
        Err(Refusal::Guarded { url: errand.secrets.strike_url(&url), barrier })
    }

    /// One URL, with pace and retries.
    async fn ask(&self, url: &Url, shown: &str, errand: &Errand) -> Result<Answer, Refusal> {
        let guarded = |barrier| Refusal::Guarded { url: shown.to_owned(), barrier };
        let door = self.policy.guard.check(url).map_err(guarded)?;
        let host = url.host_str().unwrap_or_default().trim_end_matches('.');
        let slow_down = |until| Refusal::SlowDown { host: host.to_owned(), until };
        let mut headers = errand.conditional.clone();
        headers.extend(errand.own.clone());
        let ask = Ask { url, headers: &headers, door, body: errand.body };
        let mut attempt = 0;
        loop {
            let outcome = {
                let turn = self.pacing.turn(host, errand.deadline).await;
                let _turn = turn.map_err(|NotBefore(start)| slow_down(self.date_in(start - Instant::now())))?;
                let left = errand.deadline.saturating_duration_since(Instant::now());
                let exchange = self.line.exchange(&ask, &errand.secrets);
                timeout(self.policy.timeout.min(left), exchange).await.unwrap_or(Err(Failure::TimedOut))
            };
            if !retry::is_passing(&outcome) {
                return outcome.map_err(|failure| failure.into_refusal(shown.to_owned()));
            }
            let asked = outcome.as_ref().ok().and_then(|answer| self.retry_after(answer));
            let pause = asked.unwrap_or_else(|| retry::backoff(attempt, self.policy.chance.fraction()));
            let too_many = asked.is_some() || outcome.as_ref().is_ok_and(|answer| answer.status == 429);
            if too_many {
                self.pacing.rest(host, pause);
            }
            if attempt >= self.policy.retries || Instant::now() + pause > errand.deadline {
                return match outcome {
                    Ok(_) if too_many => Err(slow_down(self.date_in(pause))),
                    outcome => outcome.map_err(|failure| failure.into_refusal(shown.to_owned())),
                };
            }
            attempt += 1;
            sleep(pause).await;
        }
    }

    fn page(&self, url: Url, answer: Answer, shown: String, request: &Request) -> Result<Page, Refusal> {
        let status = answer.status;
        let conditional = request.etag.is_some() || request.modified_since.is_some();
        let status_says = || format!("the server answers with status {status}");
        match status {
            200..=299 => {}
            304 if conditional => {}
            401 | 402 | 403 | 407 | 451 => {
                return Err(Refusal::Denied { url: shown, why: Denial::Status(status) });
            }
            404 | 410 => return Err(Refusal::Gone { url: shown, status }),
            408 | 425 | 500.. => {
                return Err(Refusal::Unreachable { url: shown, what: status_says() });
            }
            // The request as we make it no longer fits: 400, 405, 406, a redirect to nowhere.
            _ => {
                return Err(Refusal::ChangedShape { url: shown, what: status_says() });
            }
        }
        let header = |name| answer.header(name).map(str::to_owned);
        Ok(Page {
            url,
            status,
            not_modified: status == 304,
            content_type: header("content-type"),
            etag: header("etag"),
            last_modified: header("last-modified"),
            retry_after: self.retry_after(&answer),
            link: header("link"),
            body: answer.body,
        })
    }

    fn retry_after(&self, answer: &Answer) -> Option<Duration> {
        retry::retry_after(answer.header("retry-after")?, self.policy.clock.now())
    }

    fn date_in(&self, pause: Duration) -> SystemTime {
        self.policy.clock.now() + pause
    }
}

/// Where an answer sends us, if it does.
fn redirect(answer: &Answer) -> Option<&str> {
    matches!(answer.status, 301 | 302 | 303 | 307 | 308).then(|| answer.header("location")).flatten()
}

/// Our name in robots.txt: `Name` of `Name/1.0 (+https://contact)`.
pub(crate) fn product(user_agent: &str) -> &str {
    user_agent.split(|c: char| c == '/' || c.is_whitespace()).next().unwrap_or_default()
}
