//! Failed sign-ins, counted in memory: after a few, each further try has to wait. Nothing of it is kept on disk, and
//! a restart forgives. Counted three ways, so that neither one address trying many people, nor many addresses
//! trying one person, nor one address shared by a whole office can spoil it for the others.

use model::Millis;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// Failures older than this are forgotten.
const MEMORY_MS: i64 = 15 * 60 * 1000;
/// The first wait; it doubles with each further failure.
const FIRST_WAIT_MS: i64 = 15 * 1000;
/// Failures that cost nothing: one person from one address, one person from anywhere, one address for anybody.
const FREE: [u32; 3] = [5, 20, 30];
/// Forgotten entries are swept out at most this often: sweeping at each failure would itself be the flood's aim.
const SWEEP_EVERY_MS: i64 = 60 * 1000;
/// Entries kept: a flood from many addresses must not fill the memory.
const MOST: usize = 30_000;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Who {
    Both(String, IpAddr),
    Email(String),
    Address(IpAddr),
}

impl Who {
    fn all(email: &str, address: IpAddr) -> [Self; 3] {
        let email = email.trim().to_lowercase();
        let address = network_of(address);
        [Self::Both(email.clone(), address), Self::Email(email), Self::Address(address)]
    }
}

#[derive(Debug, Clone, Copy)]
struct Failures {
    count: u32,
    last: Millis,
}

impl Failures {
    fn forgotten(self, now: Millis) -> bool {
        now.0 - self.last.0 >= MEMORY_MS
    }
}

/// The counters. One for the whole program.
#[derive(Debug, Default)]
pub struct SignInAttempts {
    counted: Mutex<Counted>,
}

#[derive(Debug, Default)]
struct Counted {
    counters: HashMap<Who, Failures>,
    swept: Millis,
}

impl SignInAttempts {
    /// Until when a sign-in must wait, before any password is looked at; `None`: it may go on.
    pub fn wait_until(&self, email: &str, address: IpAddr, now: Millis) -> Option<Millis> {
        let counters = &self.counted.lock().unwrap_or_else(PoisonError::into_inner).counters;
        let waits = Who::all(email, address).into_iter().zip(FREE).filter_map(|(who, free)| {
            let failures = counters.get(&who).filter(|f| !f.forgotten(now))?;
            let doublings = failures.count.checked_sub(free)?.min(10);
            Some(Millis(failures.last.0 + (FIRST_WAIT_MS << doublings).min(MEMORY_MS)))
        });
        waits.max().filter(|until| *until > now)
    }

    /// Counts a failure.
    pub fn failed(&self, email: &str, address: IpAddr, now: Millis) {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let Counted { counters, swept } = &mut *counted;
        if now.0 - swept.0 >= SWEEP_EVERY_MS {
            counters.retain(|_, failures| !failures.forgotten(now));
            *swept = now;
        }
        for who in Who::all(email, address) {
            // When the table is full of fresh failures, known ones go on counting and new ones are let be.
            if counters.len() < MOST || counters.contains_key(&who) {
                let failures = counters.entry(who).or_insert(Failures { count: 0, last: now });
                let before = if failures.forgotten(now) { 0 } else { failures.count };
                *failures = Failures { count: before.saturating_add(1), last: now };
            }
        }
    }

    /// Forgives the person at this address. What others did to their e-mail, or from their address, still counts.
    pub fn succeeded(&self, email: &str, address: IpAddr) {
        let counters = &mut self.counted.lock().unwrap_or_else(PoisonError::into_inner).counters;
        let [both, ..] = Who::all(email, address);
        counters.remove(&both);
    }
}

/// One household or machine: an IPv4 address, or the /64 of an IPv6 address, within which addresses cost nothing.
fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(std::net::Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64)),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const START: Millis = Millis(1_700_000_000_000);

    fn at(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn the_sixth_failure_waits_and_each_one_twice_as_long() {
        let attempts = SignInAttempts::default();
        let here = at("192.0.2.1");
        for _ in 0..4 {
            attempts.failed("A@x.org", here, START);
        }
        assert_eq!(attempts.wait_until("a@x.org", here, START), None);
        let mut waits = Vec::new();
        for _ in 0..8 {
            attempts.failed("a@x.org", here, START);
            waits.push(attempts.wait_until("a@x.org", here, START).map(|until| (until.0 - START.0) / 1000));
        }
        assert_eq!(waits, [15, 30, 60, 120, 240, 480, 900, 900].map(Some));
        assert_eq!(
            attempts.wait_until("a@x.org", at("192.0.2.2"), START),
            None,
            "the person elsewhere is not shut out"
        );
        assert_eq!(attempts.wait_until("a@x.org", here, Millis(START.0 + MEMORY_MS)), None, "and it is forgotten");
    }

    #[test]
    fn success_forgives_the_person_but_not_the_address() {
        let attempts = SignInAttempts::default();
        let here = at("192.0.2.1");
        for n in 0..30 {
            attempts.failed(&format!("person{n}@x.org"), here, START);
        }
        attempts.succeeded("person1@x.org", here);
        assert!(attempts.wait_until("person1@x.org", here, START).is_some());
        assert!(attempts.wait_until("person1@x.org", at("192.0.2.2"), START).is_none());
        let mine = SignInAttempts::default();
        for _ in 0..9 {
            mine.failed("a@x.org", here, START);
        }
        mine.succeeded("a@x.org", here);
        assert_eq!(mine.wait_until("a@x.org", here, START), None);
    }

    #[test]
    fn many_addresses_against_one_person_wait_too() {
        let attempts = SignInAttempts::default();
        for n in 0..20 {
            attempts.failed("a@x.org", at(&format!("192.0.2.{n}")), START);
        }
        assert!(attempts.wait_until("a@x.org", at("198.51.100.1"), START).is_some());
    }

    #[test]
    fn neighbours_in_a_v6_network_are_one() {
        assert_eq!(network_of(at("2001:db8:1:2:3:4:5:6")), network_of(at("2001:db8:1:2::9")));
        assert_ne!(network_of(at("2001:db8:1:2::9")), network_of(at("2001:db8:1:3::9")));
        assert_eq!(network_of(at("::ffff:192.0.2.1")), at("192.0.2.1"));
    }

    #[test]
    fn a_flood_does_not_fill_the_memory() {
        let attempts = SignInAttempts::default();
        for n in 0..u32::try_from(MOST).unwrap() {
            attempts.failed(&format!("{n}@x.org"), IpAddr::V4(std::net::Ipv4Addr::from_bits(n)), START);
        }
        let kept = || attempts.counted.lock().unwrap().counters.len();
        assert!(kept() <= MOST);
        attempts.failed("a@x.org", at("192.0.2.1"), Millis(START.0 + MEMORY_MS));
        assert_eq!(kept(), 3);
    }
}
