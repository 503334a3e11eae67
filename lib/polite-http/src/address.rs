//! Which IP addresses belong to the public internet, and what the others are.
//!
//! A pure table after the IANA special-purpose registries (RFC 6890 and its successors). It resolves no name and
//! knows no exception: allowing one private address is the work of [`crate::Guard`].

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Why an address is not an ordinary public one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AddressClass {
    /// `0.0.0.0/8` and `::`: this host or this network.
    ThisNetwork,
    /// `127.0.0.0/8` and `::1`.
    Loopback,
    /// `10/8`, `172.16/12`, `192.168/16` and the old site-local `fec0::/10`.
    Private,
    /// `100.64.0.0/10`, shared behind a provider's own translation.
    Shared,
    /// `169.254.0.0/16` and `fe80::/10`, which includes most cloud metadata services.
    LinkLocal,
    /// `fc00::/7`.
    UniqueLocal,
    /// A public-looking address that a cloud answers from inside the machine.
    CloudMetadata,
    /// `224.0.0.0/4` and `ff00::/8`.
    Multicast,
    /// `255.255.255.255`.
    Broadcast,
    /// Addresses that exist only in books.
    Documentation,
    /// `198.18.0.0/15` and `2001:2::/48`.
    Benchmarking,
    /// 6to4, Teredo and local translation prefixes, behind which any address may hide.
    Translated,
    /// Everything the registries keep for later or for protocols.
    Reserved,
}

impl AddressClass {
    /// A stable word for logs and translations.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ThisNetwork => "this_network",
            Self::Loopback => "loopback",
            Self::Private => "private",
            Self::Shared => "shared",
            Self::LinkLocal => "link_local",
            Self::UniqueLocal => "unique_local",
            Self::CloudMetadata => "cloud_metadata",
            Self::Multicast => "multicast",
            Self::Broadcast => "broadcast",
            Self::Documentation => "documentation",
            Self::Benchmarking => "benchmarking",
            Self::Translated => "translated",
            Self::Reserved => "reserved",
        }
    }
}

/// The class of an address that is not public, or `None` for a public one.
#[must_use]
pub fn special_class(address: IpAddr) -> Option<AddressClass> {
    match address {
        IpAddr::V4(address) => special_v4(address),
        IpAddr::V6(address) => special_v6(address),
    }
}

fn special_v4(address: Ipv4Addr) -> Option<AddressClass> {
    let class = match address.octets() {
        [0, ..] => AddressClass::ThisNetwork,
        [10, ..] | [172, 16..=31, ..] | [192, 168, ..] => AddressClass::Private,
        [100, 64..=127, ..] => AddressClass::Shared,
        [127, ..] => AddressClass::Loopback,
        // Azure's host agent: outside every special range, yet never another machine.
        [168, 63, 129, 16] => AddressClass::CloudMetadata,
        [169, 254, ..] => AddressClass::LinkLocal,
        [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _] => AddressClass::Documentation,
        [192, 0, 0, _] => AddressClass::Reserved,
        [192, 88, 99, _] => AddressClass::Translated,
        [198, 18..=19, ..] => AddressClass::Benchmarking,
        [224..=239, ..] => AddressClass::Multicast,
        [255, 255, 255, 255] => AddressClass::Broadcast,
        [240..=255, ..] => AddressClass::Reserved,
        _ => return None,
    };
    Some(class)
}

fn special_v6(address: Ipv6Addr) -> Option<AddressClass> {
    let class = match address.segments() {
        [0, 0, 0, 0, 0, 0, 0, 0] => AddressClass::ThisNetwork,
        [0, 0, 0, 0, 0, 0, 0, 1] => AddressClass::Loopback,
        // v4-mapped, and the well-known NAT64 prefix by which networks without IPv4 reach the rest:
        // the address inside decides.
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            return special_v4(embedded(high, low));
        }
        [0x64, 0xff9b, 1, ..] | [0x2002, ..] | [0x2001, 0, ..] => AddressClass::Translated,
        [0x2001, 0x0db8, ..] | [0x3fff, 0..=0x0fff, ..] => AddressClass::Documentation,
        [0x2001, 2, 0, ..] => AddressClass::Benchmarking,
        [0x2001, 0..=0x01ff, ..] => AddressClass::Reserved,
        [0x2000..=0x3fff, ..] => return None,
        [0xfc00..=0xfdff, ..] => AddressClass::UniqueLocal,
        [0xfe80..=0xfebf, ..] => AddressClass::LinkLocal,
        [0xfec0..=0xfeff, ..] => AddressClass::Private,
        [0xff00..=0xffff, ..] => AddressClass::Multicast,
        // Only 2000::/3 is given out to networks; what lies outside has no business on the public internet.
        _ => AddressClass::Reserved,
    };
    Some(class)
}

fn embedded(high: u16, low: u16) -> Ipv4Addr {
    Ipv4Addr::from_bits((u32::from(high) << 16) | u32::from(low))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed parse is a failed test")]
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("0.0.0.0", "this_network")]
    #[case("0.1.2.3", "this_network")]
    #[case("10.0.0.1", "private")]
    #[case("100.64.0.1", "shared")]
    #[case("100.127.255.255", "shared")]
    #[case("100.100.100.200", "shared")]
    #[case("127.0.0.1", "loopback")]
    #[case("127.255.255.254", "loopback")]
    #[case("168.63.129.16", "cloud_metadata")]
    #[case("169.254.169.254", "link_local")]
    #[case("172.16.0.1", "private")]
    #[case("172.31.255.255", "private")]
    #[case("192.0.0.192", "reserved")]
    #[case("192.0.2.1", "documentation")]
    #[case("192.88.99.1", "translated")]
    #[case("192.168.1.1", "private")]
    #[case("198.18.0.1", "benchmarking")]
    #[case("198.19.255.255", "benchmarking")]
    #[case("198.51.100.7", "documentation")]
    #[case("203.0.113.9", "documentation")]
    #[case("224.0.0.1", "multicast")]
    #[case("239.255.255.255", "multicast")]
    #[case("240.0.0.1", "reserved")]
    #[case("255.255.255.255", "broadcast")]
    #[case("::", "this_network")]
    #[case("::1", "loopback")]
    #[case("::7f00:1", "reserved")]
    #[case("::ffff:127.0.0.1", "loopback")]
    #[case("::ffff:10.1.2.3", "private")]
    #[case("::ffff:0:127.0.0.1", "reserved")]
    #[case("64:ff9b::10.0.0.1", "private")]
    #[case("64:ff9b::169.254.169.254", "link_local")]
    #[case("64:ff9b:1::8.8.8.8", "translated")]
    #[case("100::1", "reserved")]
    #[case("2001::1", "translated")]
    #[case("2001:2::1", "benchmarking")]
    #[case("2001:10::1", "reserved")]
    #[case("2001:db8::1", "documentation")]
    #[case("2002:7f00:1::", "translated")]
    #[case("3fff::1", "documentation")]
    #[case("4000::1", "reserved")]
    #[case("5f00::1", "reserved")]
    #[case("fc00::1", "unique_local")]
    #[case("fd00:ec2::254", "unique_local")]
    #[case("fe80::1", "link_local")]
    #[case("fec0::1", "private")]
    #[case("ff02::1", "multicast")]
    fn a_special_address_has_its_class(#[case] address: &str, #[case] code: &str) {
        let class = special_class(address.parse().unwrap());
        assert_eq!(class.map(AddressClass::code), Some(code));
    }

    #[rstest]
    #[case("1.1.1.1")]
    #[case("9.255.255.255")]
    #[case("11.0.0.0")]
    #[case("100.63.255.255")]
    #[case("100.128.0.0")]
    #[case("168.63.129.17")]
    #[case("169.253.255.255")]
    #[case("172.15.255.255")]
    #[case("172.32.0.0")]
    #[case("192.0.1.1")]
    #[case("198.17.255.255")]
    #[case("198.20.0.0")]
    #[case("223.255.255.255")]
    #[case("2001:200::1")]
    #[case("2606:4700::1111")]
    #[case("3fff:1000::1")]
    #[case("::ffff:1.1.1.1")]
    #[case("64:ff9b::1.1.1.1")]
    fn a_neighbour_of_a_special_range_is_public(#[case] address: &str) {
        assert_eq!(special_class(address.parse().unwrap()), None);
    }
}
