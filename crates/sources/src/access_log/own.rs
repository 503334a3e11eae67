//! Which hosts are the site's own, so that walking from page to page is not counted as coming from elsewhere.
//!
//! Where the log names the site, that is it. Elsewhere two things betray it: a browser that fetches a style sheet or a
//! script says the page that needs it, and the pages that refer are pages that this very log shows being asked for.

use super::dialect::Dialect;
use super::request::{Request, Sort};
use super::wire::Line;
use foldhash::{HashMap, HashSet};
use model::referrer::who;

/// How much of the log is looked at.
pub const SAMPLE: u64 = 4 * 1024 * 1024;
/// A host needs so many signs, or to have more than any other, …
const ENOUGH: usize = 20;
/// … and one sign in so many of all.
const SHARE: usize = 10;

/// The site's own hosts, found in the beginning of its log.
pub fn own_hosts(sample: &[u8], dialect: &mut Dialect) -> HashSet<Box<str>> {
    let mut sites: HashSet<Box<str>> = HashSet::default();
    let mut asked: HashSet<Box<[u8]>> = HashSet::default();
    each(sample, dialect, |line| {
        if let Some(site) = line.site {
            let site = bare(site);
            if !sites.contains(&site) {
                sites.insert(site);
            }
        }
        let path = Request::read(line.request).path;
        if path.len() > 1 && !asked.contains(path) {
            asked.insert(path.into());
        }
    });
    if !sites.is_empty() {
        return sites;
    }
    let mut signs: HashMap<String, usize> = HashMap::default();
    each(sample, dialect, |line| {
        let Some(referrer) = line.referrer else { return };
        let request = Request::read(line.request);
        let needs = request.sort == Sort::Asset && (request.path.ends_with(b".css") || request.path.ends_with(b".js"));
        if !needs && !asked.contains(path(referrer)) {
            return;
        }
        let host = words::address::host(&String::from_utf8_lossy(referrer));
        if let Some(host) = host.filter(|host| who(host).is_none()) {
            *signs.entry(host).or_default() += 1;
        }
    });
    let all: usize = signs.values().sum();
    let most = signs.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0))).map(|(host, _)| host.clone());
    signs
        .into_iter()
        .filter(|(host, signs)| Some(host) == most.as_ref() || (*signs >= ENOUGH && signs * SHARE >= all))
        .map(|(host, _)| host.into())
        .collect()
}

/// Every line of the sample that can be read, in order.
fn each(sample: &[u8], dialect: &mut Dialect, mut look: impl FnMut(&Line<'_>)) {
    for line in sample.split(|byte| *byte == b'\n').map(trimmed) {
        if line.starts_with(b"#") {
            dialect.remark(line);
        } else if let Ok(line) = dialect.line(line) {
            look(&line);
        }
    }
}

/// A host as compared: lower case, without `www.` nor port.
pub fn bare(host: &[u8]) -> Box<str> {
    let host = String::from_utf8_lossy(host).to_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).into()
}

/// A line without the carriage return of Windows.
pub fn trimmed(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// The path of a referring address, without query.
fn path(referrer: &[u8]) -> &[u8] {
    let rest = memchr::memmem::find(referrer, b"://").and_then(|at| referrer.get(at + 3..)).unwrap_or_default();
    let rest = memchr::memchr(b'/', rest).and_then(|at| rest.get(at..)).unwrap_or_default();
    let end = memchr::memchr2(b'?', b'#', rest).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::wire::Reader;
    use super::*;

    fn log(lines: &[(&str, &str)]) -> Vec<u8> {
        let line = |(path, referrer): &(&str, &str)| {
            format!("203.0.113.9 - - [17/May/2015:10:05:03 +0000] \"GET {path} HTTP/1.1\" 200 5 \"{referrer}\" \"A\"\n")
        };
        lines.iter().map(line).collect::<String>().into_bytes()
    }

    fn found(log: &[u8]) -> Vec<String> {
        let mut hosts: Vec<String> =
            own_hosts(log, &mut Dialect::Ncsa(Reader::default())).into_iter().map(String::from).collect();
        hosts.sort();
        hosts
    }

    #[test]
    fn the_site_betrays_itself() {
        let sheets = log(&[("/", "-"), ("/s.css", "https://www.example.org/"), ("/", "https://blog.example.net/a")]);
        assert_eq!(found(&sheets), ["example.org"]);
        let walks = log(&[
            ("/a", "https://blog.example.net/x"),
            ("/b", "https://example.org/a?x=1"),
            ("/c", "https://www.google.com/a"),
        ]);
        assert_eq!(found(&walks), ["example.org"]);
        assert_eq!(found(&log(&[("/a", "https://blog.example.net/x")])), [""; 0]);
        assert_eq!(found(b"not a log"), [""; 0]);
    }

    #[test]
    fn the_log_may_say_it() {
        let log = b"WWW.example.org:443 203.0.113.9 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 5\r\n";
        assert_eq!(found(log), ["example.org"]);
    }
}
