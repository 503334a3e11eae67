//! Addresses of LinkedIn posts: the key they hold, and the moment that key begins with.

use model::Millis;

/// `urn:li:activity:7721071328160919333` in a link; the link itself when it holds none.
pub fn native(link: &str) -> &str {
    let urn = link.find("urn:li:").and_then(|at| link.get(at..)).and_then(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != ':').unwrap_or(rest.len());
        rest.get(..end)
    });
    urn.filter(|urn| urn.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(link)
}

/// The moment that LinkedIn's numbers begin with: milliseconds, above twenty-two other bits.
pub fn instant_in(native: &str) -> Option<Millis> {
    let id: i64 = native.strip_prefix("urn:li:")?.rsplit(':').next()?.parse().ok()?;
    Some(Millis(id >> 22)).filter(|at| at.0 > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_moments_of_links() {
        let link = "https://www.linkedin.com/feed/update/urn:li:activity:7226161550745333761/?utm=1";
        assert_eq!(native(link), "urn:li:activity:7226161550745333761");
        assert_eq!(instant_in(native(link)), Some(Millis(7_226_161_550_745_333_761 >> 22)));
        assert_eq!(native("https://www.linkedin.com/pulse/un-titre"), "https://www.linkedin.com/pulse/un-titre");
        assert_eq!(instant_in("https://www.linkedin.com/pulse/un-titre"), None);
    }
}
