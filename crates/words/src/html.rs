//! HTML to plain text. Reads only: what is shown to people again goes through the sanitiser of the room that shows it.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;

/// Longest HTML looked at, in bytes. A toot has 2 KB, an article 50; the rest would be somebody's attack or mistake.
pub const LIMIT: usize = 128 * 1024;

/// What the HTML says, as plain text: blocks and `<br>` become line ends, runs of white space one space,
/// scripts and styles nothing.
pub fn plain(html: &str) -> String {
    if html.contains(['<', '&']) {
        return read(html).lines.text;
    }
    let mut lines = Lines::default();
    lines.push(html);
    lines.text
}

/// The addresses that the HTML links to (`<a href>`), in order, as written.
pub fn links(html: &str) -> Vec<String> {
    if html.contains('<') { read(html).links } else { Vec::new() }
}

/// Tokens only, no tree: building one takes quadratic time on a deep nest.
fn read(html: &str) -> Reading {
    let html = html.get(..html.floor_char_boundary(LIMIT)).unwrap_or_default();
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Reading {
    lines: Lines,
    links: Vec<String>,
    /// Inside a script, a style sheet or a title: its words are not part of what is said.
    silent: bool,
}

#[derive(Default)]
struct Reader(RefCell<Reading>);

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reading = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(words) if !reading.silent => reading.lines.push(&words),
            Token::TagToken(tag) => return reading.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reading {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        if let Some(raw) = raw(name) {
            self.silent = opens;
            return if opens { TokenSinkResult::RawData(raw) } else { TokenSinkResult::Continue };
        }
        if name == "br" || is_block(name) {
            self.lines.end_line();
        }
        if opens && name == "a" {
            let href = tag.attrs.iter().find(|attr| &*attr.name.local == "href");
            self.links.extend(href.map(|attr| attr.value.to_string()));
        }
        TokenSinkResult::Continue
    }
}

/// Elements whose content is not text to read.
fn raw(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" => Some(RawKind::Rawtext),
        "title" => Some(RawKind::Rcdata),
        _ => None,
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "figcaption"
            | "figure"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "table"
            | "tr"
            | "ul"
    )
}

/// Collects words into lines without runs of white space or empty lines.
#[derive(Default)]
struct Lines {
    text: String,
    space_due: bool,
    line_due: bool,
}

impl Lines {
    fn push(&mut self, words: &str) {
        for (at, word) in words.split(is_soft).enumerate() {
            self.space_due |= at > 0;
            if word.is_empty() {
                continue;
            }
            if !self.text.is_empty() {
                if self.line_due {
                    self.text.push('\n');
                } else if self.space_due {
                    self.text.push(' ');
                }
            }
            (self.space_due, self.line_due) = (false, false);
            self.text.push_str(word);
        }
    }

    fn end_line(&mut self) {
        self.line_due = true;
    }
}

/// White space that HTML collapses: the no-break spaces of French typography are not part of it.
fn is_soft(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn html_says_its_words() {
        let cases = [
            ("", ""),
            ("two  words\n here", "two words here"),
            ("<p>One</p><p>Two<br>three</p>", "One\nTwo\nthree"),
            ("<p>Vu &amp; lu&nbsp;: «\u{202f}oui\u{202f}»</p>", "Vu & lu\u{a0}: «\u{202f}oui\u{202f}»"),
            ("a<script>if (a<b) alert(1)</script>b <style>p{}</style>c", "ab c"),
            (
                "<p><a href=\"https://a.example/x\"><span class=\"invisible\">https://</span><span>a.example/x</span></a></p>",
                "https://a.example/x",
            ),
            ("1 < 2 and <b>bold", "1 < 2 and bold"),
            ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ];
        for (html, text) in cases {
            assert_eq!(plain(html), text, "{html}");
        }
    }

    #[test]
    fn links_are_found_in_order() {
        assert_eq!(
            links(r#"<a href="https://b.example/">b</a> <p><a href='/c'>c</a> <a name=x>"#),
            ["https://b.example/", "/c"]
        );
    }

    #[test]
    fn a_deep_nest_ends() {
        assert_eq!(plain(&format!("{}x", "<div><b>".repeat(10_000))), "x");
    }

    proptest! {
        #[test]
        fn whatever_comes_in_no_tag_of_ours_comes_out(words in "[a-z ]{0,40}", html in "\\PC{0,200}") {
            let _ = plain(&html);
            let text = plain(&format!("<p>{words}</p>"));
            prop_assert_eq!(text, words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
