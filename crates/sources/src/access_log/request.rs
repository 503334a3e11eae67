//! What a request asked for: a page that somebody reads, a part of one, or something else.

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request<'a> {
    /// The path, without query.
    pub path: &'a [u8],
    /// What stands after `?`.
    pub query: &'a [u8],
    /// A page or not.
    pub sort: Sort,
}

/// What sort of thing was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Something to read.
    Page,
    /// A picture, a style sheet, a script, a feed, a file to download.
    Asset,
    /// A form sent, a garbled request, nothing.
    Other,
}

impl<'a> Request<'a> {
    /// Reads `GET /path?query HTTP/1.1`; HTTP/0.9 says `GET /path` only.
    pub fn read(request: &'a [u8]) -> Self {
        let nothing = Self { path: b"", query: b"", sort: Sort::Other };
        let Some(target) = request.strip_prefix(b"GET ").or_else(|| request.strip_prefix(b"HEAD ")) else {
            return nothing;
        };
        let target = match memchr::memrchr(b' ', target) {
            Some(at) if target.get(at..).is_some_and(|rest| rest.starts_with(b" HTTP/")) => {
                target.get(..at).unwrap_or_default()
            }
            _ => target,
        };
        let target = without_site(target);
        if !target.starts_with(b"/") {
            return nothing;
        }
        let end = memchr::memchr2(b'?', b'#', target).unwrap_or(target.len());
        let (path, rest) = target.split_at(end);
        let query = rest.strip_prefix(b"?").unwrap_or_default();
        Self { path, query, sort: sort(path) }
    }
}

/// `http://site/path`, as proxies write it, is `/path`.
fn without_site(target: &[u8]) -> &[u8] {
    let Some(rest) = target.strip_prefix(b"http://").or_else(|| target.strip_prefix(b"https://")) else {
        return target;
    };
    memchr::memchr(b'/', rest).and_then(|at| rest.get(at..)).unwrap_or(b"/")
}

fn sort(path: &[u8]) -> Sort {
    let name = memchr::memrchr(b'/', path).and_then(|at| path.get(at + 1..)).unwrap_or(path);
    let Some(at) = memchr::memrchr(b'.', name) else { return Sort::Page };
    let ending = name.get(at + 1..).unwrap_or_default();
    let mut lower = [0_u8; 8];
    let Some(slot) = lower.get_mut(..ending.len()) else { return Sort::Page };
    slot.copy_from_slice(ending);
    slot.make_ascii_lowercase();
    let asset = matches!(
        &*slot,
        b"avif"
            | b"bmp"
            | b"gif"
            | b"ico"
            | b"jpeg"
            | b"jpg"
            | b"png"
            | b"svg"
            | b"svgz"
            | b"tif"
            | b"tiff"
            | b"webp"
            | b"xbm"
            | b"css"
            | b"js"
            | b"mjs"
            | b"map"
            | b"eot"
            | b"otf"
            | b"ttf"
            | b"woff"
            | b"woff2"
            | b"class"
            | b"swf"
            | b"json"
            | b"xml"
            | b"rss"
            | b"atom"
            | b"rdf"
            | b"wasm"
            | b"aac"
            | b"avi"
            | b"flac"
            | b"m3u8"
            | b"m4a"
            | b"m4v"
            | b"mid"
            | b"mov"
            | b"mp3"
            | b"mp4"
            | b"mpeg"
            | b"mpg"
            | b"oga"
            | b"ogg"
            | b"ogv"
            | b"opus"
            | b"ts"
            | b"wav"
            | b"webm"
            | b"wmv"
            | b"7z"
            | b"apk"
            | b"bz2"
            | b"csv"
            | b"deb"
            | b"dmg"
            | b"doc"
            | b"docx"
            | b"epub"
            | b"exe"
            | b"gz"
            | b"ics"
            | b"iso"
            | b"jar"
            | b"odp"
            | b"ods"
            | b"odt"
            | b"pdf"
            | b"ppt"
            | b"pptx"
            | b"ps"
            | b"rar"
            | b"rpm"
            | b"tar"
            | b"tgz"
            | b"vcf"
            | b"xls"
            | b"xlsx"
            | b"xz"
            | b"zip"
    );
    // Files that only programs read.
    let for_programs = matches!(name, b"robots.txt" | b"ads.txt" | b"app-ads.txt" | b"security.txt" | b"humans.txt");
    if asset || for_programs { Sort::Asset } else { Sort::Page }
}

/// Whether the answer showed what was asked: errors and redirections did not; 304 did, from the browser's own store.
pub const fn was_shown(status: u16) -> bool {
    matches!(status, 200..=299 | 304)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_the_rest() {
        type Case = (&'static [u8], &'static [u8], &'static [u8], Sort);
        let cases: [Case; 14] = [
            (b"GET / HTTP/1.1", b"/", b"", Sort::Page),
            (b"GET /a?x=1&y HTTP/1.1", b"/a", b"x=1&y", Sort::Page),
            (b"HEAD /a.html HTTP/1.0", b"/a.html", b"", Sort::Page),
            (b"GET /a", b"/a", b"", Sort::Page),
            (b"GET /with space here HTTP/1.1", b"/with space here", b"", Sort::Page),
            (b"GET /A.PNG HTTP/1.1", b"/A.PNG", b"", Sort::Asset),
            (b"GET /s.css?v=2 HTTP/1.1", b"/s.css", b"v=2", Sort::Asset),
            (b"GET /robots.txt HTTP/1.1", b"/robots.txt", b"", Sort::Asset),
            (b"GET /news/05.txt HTTP/1.0", b"/news/05.txt", b"", Sort::Page),
            (b"GET /v1.2/guide HTTP/1.1", b"/v1.2/guide", b"", Sort::Page),
            (b"GET http://example.org/x HTTP/1.1", b"/x", b"", Sort::Page),
            (b"POST / HTTP/1.1", b"", b"", Sort::Other),
            (b"-", b"", b"", Sort::Other),
            (b"\\x16\\x03", b"", b"", Sort::Other),
        ];
        for (request, path, query, sort) in cases {
            assert_eq!(Request::read(request), Request { path, query, sort });
        }
        assert!(was_shown(304) && was_shown(206) && !was_shown(301) && !was_shown(404) && !was_shown(0));
    }
}
