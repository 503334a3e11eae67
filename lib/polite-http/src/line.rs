//! Where an exchange takes place: the network, the network with a recorder on it, or a tape.

use crate::exchange::{Answer, Ask, Failure, Network, NetworkError};
use crate::policy::{Policy, Transport};
use crate::secrets::Secrets;
use crate::tape::{Player, Recorder};
use std::path::PathBuf;

pub(crate) enum Line {
    Live(Network),
    Record(Network, Recorder),
    Replay(Player),
}

/// Why a client could not be made.
#[derive(Debug, thiserror::Error)]
pub enum NotReady {
    /// The `User-Agent` is empty or cannot be sent.
    #[error("the user agent \"{0}\" cannot be sent")]
    UserAgent(String),
    /// The TLS settings were refused.
    #[error("secure connections cannot be prepared")]
    Tls(#[source] rustls::Error),
    /// The HTTP client was refused.
    #[error("the HTTP client cannot be prepared")]
    Client(#[source] reqwest::Error),
    /// The tape cannot be read, or not be begun.
    #[error("the tape {} cannot be opened", .path.display())]
    Tape {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl Line {
    pub(crate) fn open(policy: &Policy) -> Result<Self, NotReady> {
        let network = || {
            Network::new(&policy.user_agent, &policy.guard).map_err(|error| match error {
                NetworkError::Tls(error) => NotReady::Tls(error),
                NetworkError::Client(error) => NotReady::Client(error),
            })
        };
        let tape = |path: &PathBuf| {
            let path = path.clone();
            move |source| NotReady::Tape { path, source }
        };
        match &policy.transport {
            Transport::Live => Ok(Self::Live(network()?)),
            Transport::Record(path) => Ok(Self::Record(network()?, Recorder::new(path).map_err(tape(path))?)),
            Transport::Replay(path) => Ok(Self::Replay(Player::open(path).map_err(tape(path))?)),
        }
    }

    pub(crate) async fn exchange(&self, ask: &Ask<'_>, secrets: &Secrets) -> Result<Answer, Failure> {
        match self {
            Self::Live(network) => network.exchange(ask).await,
            Self::Record(network, recorder) => {
                let answer = network.exchange(ask).await?;
                recorder.add(ask, &answer, secrets).await?;
                Ok(answer)
            }
            Self::Replay(player) => player.answer(ask, secrets),
        }
    }
}
