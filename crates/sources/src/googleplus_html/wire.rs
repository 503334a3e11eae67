//! Their HTML: one post a file, with what stands under it. Read token by token, without a tree: a deep nest costs
//! nothing.

use super::normalise::{Comment, Person, Post};
use crate::trouble::{Trouble, TroubleCode};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use model::{ContentType, Millis};
use std::cell::RefCell;

/// « Public » as the page says it, in the languages met.
const PUBLIC: &[&str] = &["public", "publique", "public on the web", "public sur le web"];

/// Reads a page.
pub fn post(html: &str) -> Result<Post, Trouble> {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.into_inner().finish()
}

/// Part of the page, by the class of the block that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Area {
    /// Above the text: author and date.
    Head,
    /// The text.
    Main,
    /// Under it: what was shared again, where it was written.
    Beside,
    Visibility,
    PlusOners,
    Resharers,
    Comment,
    CommentText,
}

/// Where the words go that come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words {
    /// By the area.
    OfArea,
    Author,
    Date,
    /// The title of what a link shows.
    Embed,
    /// Where it was written: not kept.
    Place,
}

#[derive(Debug, Default)]
struct Page {
    open: Vec<Option<Area>>,
    words: Option<Words>,
    main_seen: bool,
    ended: bool,
    author: Person,
    url: String,
    date: String,
    text: String,
    embed: String,
    visibility: String,
    likes: u32,
    shares: u32,
    reshared: bool,
    content_type: Option<ContentType>,
    comments: Vec<Raw>,
}

#[derive(Debug, Default)]
struct Raw {
    author: Person,
    date: String,
    text: String,
}

#[derive(Default)]
struct Reader(RefCell<Page>);

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(words) => page.say(&words),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => page.open(&tag),
            Token::TagToken(tag) => page.close(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn attribute<'t>(tag: &'t Tag, name: &str) -> &'t str {
    tag.attrs.iter().find(|attr| &*attr.name.local == name).map_or("", |attr| &attr.value)
}

impl Page {
    fn area(&self) -> Area {
        let named = self.open.iter().rev().find_map(|area| *area);
        named.unwrap_or(if self.main_seen { Area::Beside } else { Area::Head })
    }

    /// Pictures and videos of comments are not the post's.
    fn is_post(&self) -> bool {
        matches!(self.area(), Area::Main | Area::Beside)
    }

    fn open(&mut self, tag: &Tag) {
        let class = attribute(tag, "class");
        match &*tag.name {
            "div" => self.open_block(class),
            "a" => self.open_link(class, attribute(tag, "href")),
            "span" if class == "time" => self.words = Some(Words::Date),
            "img" if class == "media" && self.is_post() => {
                self.content_type.get_or_insert(ContentType::Photo);
            }
            "video" if self.is_post() => self.content_type = Some(ContentType::Video),
            "br" | "p" => self.say("\n"),
            _ => {}
        }
    }

    fn open_block(&mut self, class: &str) {
        let area = match class {
            "main-content" => Some(Area::Main),
            "visibility" => Some(Area::Visibility),
            "plus-oners" => Some(Area::PlusOners),
            "resharers" => Some(Area::Resharers),
            "comment" => Some(Area::Comment),
            "comment-content" => Some(Area::CommentText),
            _ => None,
        };
        match area {
            Some(Area::Main) => self.main_seen = true,
            Some(Area::Comment) => self.comments.push(Raw::default()),
            _ => {}
        }
        if self.is_post() {
            match class {
                "video-placeholder" => self.content_type = Some(ContentType::Video),
                "album" => {
                    self.content_type.get_or_insert(ContentType::Photo);
                }
                _ if class.starts_with("poll-choice") => self.content_type = Some(ContentType::Poll),
                _ => {}
            }
        }
        self.open.push(area);
    }

    fn open_link(&mut self, class: &str, href: &str) {
        match (self.area(), class) {
            (Area::Head, "author") => {
                self.author.key = account(href);
                self.words = Some(Words::Author);
            }
            (Area::Head, "") if self.url.is_empty() => {
                href.clone_into(&mut self.url);
                self.words = Some(Words::Date);
            }
            (Area::Comment, "author") => {
                if let Some(comment) = self.comments.last_mut() {
                    comment.author.key = account(href);
                }
                self.words = Some(Words::Author);
            }
            (Area::PlusOners, _) => self.likes = self.likes.saturating_add(1),
            (Area::Resharers, _) => self.shares = self.shares.saturating_add(1),
            (Area::Main | Area::Beside, "reshare-attribution") => {
                self.reshared = true;
                self.words = Some(Words::Embed);
            }
            (Area::Main | Area::Beside, "link-embed" | "inline-link-embed") => {
                self.content_type.get_or_insert(ContentType::Link);
                self.words = Some(Words::Embed);
            }
            (_, "location") => self.words = Some(Words::Place),
            (Area::Main | Area::Beside, "media-link") => self.words = Some(Words::Embed),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "div" => {
                self.open.pop();
            }
            "a" => self.words = None,
            "span" if self.words == Some(Words::Date) => self.words = None,
            "p" => self.say("\n"),
            "html" => self.ended = true,
            _ => {}
        }
    }

    fn say(&mut self, words: &str) {
        let area = self.area();
        let place = match (self.words.unwrap_or(Words::OfArea), area) {
            (Words::Author, Area::Comment) => self.comments.last_mut().map(|comment| &mut comment.author.name),
            (Words::Author, _) => Some(&mut self.author.name),
            (Words::Date, Area::Comment) => self.comments.last_mut().map(|comment| &mut comment.date),
            (Words::Date, Area::Head) => Some(&mut self.date),
            (Words::Embed, _) => Some(&mut self.embed),
            (Words::Place, _) => None,
            (_, Area::Main) => Some(&mut self.text),
            (_, Area::Visibility) => Some(&mut self.visibility),
            (_, Area::CommentText) => self.comments.last_mut().map(|comment| &mut comment.text),
            _ => None,
        };
        if let Some(place) = place {
            place.push_str(words);
        }
    }

    fn finish(self) -> Result<Post, Trouble> {
        if !self.ended {
            return Err(Trouble::new(TroubleCode::Truncated).line(1));
        }
        let empty = |field: &str| Trouble::new(TroubleCode::EmptyValue).line(1).field(field);
        let id = super::normalise::id(&self.url).ok_or_else(|| empty("permalink"))?;
        if self.author.key.is_empty() {
            return Err(empty("author"));
        }
        let text = if self.text.trim().is_empty() { self.embed } else { self.text };
        let comments = self.comments.into_iter().map(|raw| {
            let at = date(&raw.date, "comment")?;
            Ok(Comment { at, author: raw.author, text: raw.text })
        });
        Ok(Post {
            id,
            at: date(&self.date, "date")?,
            public: is_public(&self.visibility),
            content_type: match self.content_type {
                _ if self.reshared => ContentType::Boost,
                Some(content_type) => content_type,
                None => ContentType::Status,
            },
            url: self.url,
            owner: self.author,
            text,
            likes: self.likes,
            shares: self.shares,
            comments: comments.collect::<Result<_, Trouble>>()?,
        })
    }
}

/// « Shared with: Public, Ana ».
fn is_public(words: &str) -> bool {
    let Some((_, with)) = words.split_once(':') else { return false };
    with.split(',').any(|whom| PUBLIC.contains(&whom.trim().to_lowercase().as_str()))
}

/// `+AnaExample` for `https://plus.google.com/+AnaExample`.
fn account(href: &str) -> String {
    super::normalise::account(href)
}

fn date(words: &str, field: &str) -> Result<Millis, Trouble> {
    let words = words.trim_start_matches(|c: char| c == '-' || c.is_whitespace()).trim_end();
    if words.is_empty() {
        return Err(Trouble::new(TroubleCode::EmptyValue).line(1).field(field));
    }
    super::normalise::date(words, field).map_err(|trouble| trouble.line(1))
}
