//! Columns parted by spaces or tabulations, some of them between quotes: what W3C logs and Amazon's logs are made of.

/// Most columns of a line; the widest header met (CloudFront) has 33.
const MOST: usize = 256;

/// The columns of one line, as places in it. Kept from line to line, so that no line allocates.
#[derive(Debug, Default)]
pub struct Fields {
    places: Vec<(usize, usize)>,
    open: bool,
}

impl Fields {
    /// Cuts a line. Quotes around a column are taken off; a quote inside one counts only before a space or the end.
    pub fn cut(&mut self, line: &[u8]) {
        self.places.clear();
        self.open = false;
        let mut at = 0;
        while self.places.len() < MOST {
            let rest = line.get(at..).unwrap_or_default();
            let Some(start) = rest.iter().position(|byte| !is_blank(*byte)) else { return };
            at += start;
            let rest = line.get(at..).unwrap_or_default();
            let (from, length, next) = match rest {
                [b'"', inner @ ..] => match closing(inner) {
                    Some(end) => (at + 1, end, at + end + 2),
                    None => {
                        self.open = true;
                        (at + 1, inner.len(), line.len())
                    }
                },
                _ => {
                    let end = rest.iter().position(|byte| is_blank(*byte)).unwrap_or(rest.len());
                    (at, end, at + end)
                }
            };
            self.places.push((from, from + length));
            at = next;
        }
    }

    /// Whether the last column's quote is never closed: the line was cut.
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// The column at a place.
    pub fn get<'a>(&self, line: &'a [u8], at: usize) -> Option<&'a [u8]> {
        let (from, to) = *self.places.get(at)?;
        line.get(from..to)
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Where the quote stands that ends a column.
fn closing(inner: &[u8]) -> Option<usize> {
    memchr::memchr_iter(b'"', inner).find(|at| matches!(inner.get(at + 1), None | Some(b' ' | b'\t')))
}

/// A number, 0 for `-` and for nothing.
pub fn status(word: &[u8]) -> Option<u16> {
    match word {
        b"-" | b"" => Some(0),
        _ => std::str::from_utf8(word).ok()?.parse().ok().filter(|code| *code < 1000),
    }
}

/// An address without its port: `203.0.113.9:2817`, `[2001:db8::1]:2817`.
pub fn without_port(address: &[u8]) -> &[u8] {
    if let Some(inner) = address.strip_prefix(b"[") {
        return inner.split(|byte| *byte == b']').next().unwrap_or(inner);
    }
    match memchr::memchr(b':', address) {
        Some(at) if memchr::memrchr(b':', address) == Some(at) => address.get(..at).unwrap_or(address),
        _ => address,
    }
}

/// The host of an address asked in full: `GET https://www.example.org:443/path HTTP/1.1`.
pub fn site_of(request: &[u8]) -> Option<&[u8]> {
    let at = memchr::memmem::find(request, b"://")?;
    let rest = request.get(at + 3..)?;
    let host = rest.split(|byte| matches!(byte, b'/' | b' ' | b'?')).next()?;
    Some(without_port(host)).filter(|host| !host.is_empty())
}
