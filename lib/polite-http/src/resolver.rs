//! Name resolution with the address guard built in.
//!
//! reqwest asks this resolver each time it opens a connection and connects to nothing else, so the addresses that
//! are judged are the addresses that are used. It caches nothing: the system's resolver does.

use crate::address::{AddressClass, special_class};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;

/// The future a [`Lookup`] returns.
pub type Addresses = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>>;

/// Turns a host name into addresses. The guard filters whatever it answers.
pub trait Lookup: Send + Sync {
    /// The addresses of `name`, in the order they should be tried.
    fn lookup(&self, name: &str) -> Addresses;
}

/// The resolver of the operating system, with its hosts file and search rules.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemLookup;

impl Lookup for SystemLookup {
    fn lookup(&self, name: &str) -> Addresses {
        let name = name.to_owned();
        Box::pin(async move {
            let addresses = tokio::net::lookup_host((name, 0)).await?;
            Ok(addresses.map(|address| address.ip()).collect())
        })
    }
}

/// A name that led only to addresses that are not public.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the name leads to an address that is not public ({})", .0.code())]
pub(crate) struct NotPublic(pub(crate) AddressClass);

/// Lets through public addresses only.
pub(crate) struct PublicOnly(pub(crate) Arc<dyn Lookup>);

/// Lets through every address, for the hosts the operator named.
pub(crate) struct Anywhere(pub(crate) Arc<dyn Lookup>);

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let found = self.0.lookup(name.as_str());
        Box::pin(async move { Ok(sockets(public_of(found.await?)?)) })
    }
}

impl Resolve for Anywhere {
    fn resolve(&self, name: Name) -> Resolving {
        let found = self.0.lookup(name.as_str());
        Box::pin(async move { Ok(sockets(found.await?)) })
    }
}

/// The public addresses of an answer; an answer that had only others is refused with the class of its first.
fn public_of(addresses: Vec<IpAddr>) -> Result<Vec<IpAddr>, NotPublic> {
    let first_refused = addresses.iter().find_map(|address| special_class(*address));
    let public: Vec<IpAddr> = addresses.into_iter().filter(|address| special_class(*address).is_none()).collect();
    match first_refused {
        Some(class) if public.is_empty() => Err(NotPublic(class)),
        _ => Ok(public),
    }
}

/// Port 0 tells reqwest to put the URL's own port.
fn sockets(addresses: Vec<IpAddr>) -> Addrs {
    Box::new(addresses.into_iter().map(|address| SocketAddr::new(address, 0)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed parse is a failed test")]
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn ips(list: &[&str]) -> Vec<IpAddr> {
        list.iter().map(|ip| ip.parse().unwrap()).collect()
    }

    #[test]
    fn private_addresses_are_filtered_out_of_a_mixed_answer() {
        assert_eq!(public_of(ips(&["10.0.0.1", "1.1.1.1", "::1"])).unwrap(), ips(&["1.1.1.1"]));
        assert_eq!(public_of(ips(&["10.0.0.1", "::1"])).unwrap_err().0, AddressClass::Private);
        assert!(public_of(Vec::new()).unwrap().is_empty());
    }

    /// Public at the first question, private at every later one: the classic rebinding server.
    struct Rebinding(AtomicUsize);

    impl Lookup for Rebinding {
        fn lookup(&self, _: &str) -> Addresses {
            let answer = match self.0.fetch_add(1, Ordering::SeqCst) {
                0 => ips(&["1.1.1.1"]),
                _ => ips(&["127.0.0.1"]),
            };
            Box::pin(async move { Ok(answer) })
        }
    }

    #[tokio::test]
    async fn a_name_that_turns_private_is_refused_at_its_second_resolution() {
        let resolver = PublicOnly(Arc::new(Rebinding(AtomicUsize::new(0))));
        let first: Vec<_> = resolver.resolve("rebind.example".parse().unwrap()).await.unwrap().collect();
        assert_eq!(first, ["1.1.1.1:0".parse().unwrap()]);
        let second = resolver.resolve("rebind.example".parse().unwrap()).await.err().unwrap();
        assert_eq!(second.downcast_ref::<NotPublic>().unwrap().0, AddressClass::Loopback);
    }
}
