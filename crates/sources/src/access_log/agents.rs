//! Robot or not, by the name a program gives itself: the verdict of `iscrawl`, remembered per name.
//! A robot that poses as a browser is not found here, nor by anybody from a log alone.

use foldhash::HashMap;

/// Names remembered at once, and bytes of names: beyond, the memory starts afresh. Only speed depends on it.
const LIMIT: usize = 65_536;
const LIMIT_BYTES: usize = 16 * 1024 * 1024;

/// The verdicts given so far.
#[derive(Debug, Default)]
pub struct Agents {
    verdicts: HashMap<Box<[u8]>, bool>,
    bytes: usize,
    asked: u32,
}

impl Agents {
    /// Whether this is a robot.
    pub fn is_robot(&mut self, agent: &[u8]) -> bool {
        if let Some(verdict) = self.verdicts.get(agent) {
            return *verdict;
        }
        let verdict = self.ask(&String::from_utf8_lossy(agent));
        if self.verdicts.len() >= LIMIT || self.bytes > LIMIT_BYTES {
            self.verdicts.clear();
            self.bytes = 0;
        }
        self.bytes += agent.len();
        self.verdicts.insert(agent.into(), verdict);
        verdict
    }

    fn ask(&mut self, agent: &str) -> bool {
        let agent = if agent == "-" { "" } else { agent };
        if agent.is_empty() {
            return true;
        }
        // TRICKY: iscrawl 1.2 remembers verdicts by the text's place in memory, its length, its first and last eight
        // bytes; another name at the same place would get the first one's verdict. A number in front keeps them apart
        // (no word it looks for holds a digit), and 500 bytes stay under the length it gives up at.
        let agent = agent.get(..agent.floor_char_boundary(500)).unwrap_or_default();
        self.asked = (self.asked + 1) % 100_000_000;
        iscrawl::is_crawler(&format!("{:08}{agent}", self.asked))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0";

    #[test]
    fn robots_are_told_from_browsers() {
        let cases = [
            (BROWSER, false),
            ("Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)", false),
            ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true),
            ("UniversalFeedParser/4.2-pre-314-svn +http://feedparser.org/", true),
            ("curl/8.1", true),
            ("-", true),
            ("", true),
        ];
        let mut agents = Agents::default();
        for (agent, robot) in cases.into_iter().chain(cases) {
            assert_eq!(agents.is_robot(agent.as_bytes()), robot, "{agent}");
        }
    }

    #[test]
    fn names_alike_at_both_ends_have_their_own_verdict() {
        let mut agents = Agents::default();
        let mut buffer = BROWSER.as_bytes().to_vec();
        assert!(!agents.is_robot(&buffer));
        buffer.splice(20..25, *b"robot");
        assert!(agents.is_robot(&buffer));
    }

    #[test]
    fn a_very_long_name_is_still_judged() {
        let long = format!("Mozilla/5.0 (compatible; spider) {}", "x".repeat(5000));
        assert!(Agents::default().is_robot(long.as_bytes()));
    }
}
