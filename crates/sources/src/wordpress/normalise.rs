//! Items and comments → articles of the team, comments, replies, links from elsewhere.

use super::wire::{Author, Comment, Fault, Item, Kind, Standing};
use crate::contract::Options;
use crate::talk::{Article, Message, Talk, When, title_and_words};
use jiff::tz::TimeZone;
use model::{ActorKey, FactKind, Piece, ZoneRule};

/// A blog under way.
pub struct Blog<'o> {
    options: &'o Options,
    zone: &'o TimeZone,
    authors: Vec<Author>,
    hosts: Vec<String>,
    /// What was told.
    pub talk: Talk,
    /// What was not.
    pub left: Left,
}

/// What was left out, by reason.
#[derive(Debug, Default)]
pub struct Left {
    /// Pages.
    pub pages: u64,
    /// Pictures, menus and other parts of a site.
    pub others: u64,
    /// Drafts, scheduled and thrown away.
    pub unpublished: u64,
    /// Articles and comments that not everybody may read.
    pub private: u64,
    /// Comments that wait, are spam or were thrown away.
    pub unapproved: u64,
    /// Without a date.
    pub undated: u64,
    /// Links of the blog to itself.
    pub own_links: u64,
    /// Whether a time was told without its zone.
    pub zone_assumed: bool,
}

impl<'o> Blog<'o> {
    pub fn new(options: &'o Options, zone: &'o TimeZone) -> Self {
        let hosts =
            options.own_hosts.iter().filter_map(|host| words::address::host(&format!("https://{host}"))).collect();
        Self { options, zone, authors: Vec::new(), hosts, talk: Talk::default(), left: Left::default() }
    }

    /// Learns who writes on the blog.
    pub fn author(&mut self, author: Author) {
        self.authors.push(author);
    }

    /// Learns where the blog is.
    pub fn address(&mut self, address: &str) {
        self.hosts.extend(words::address::host(address));
    }

    /// What an item tells. Its comments are told whatever is wrong with its own date.
    pub fn item<'e>(&mut self, item: &Item<'e>) -> (Vec<Piece>, Vec<(u64, Fault<'e>)>) {
        let comments = item.comments().count();
        let hidden = match item.standing {
            Standing::Public => false,
            Standing::Private => !self.options.include_private,
            Standing::Unpublished => {
                self.left.unpublished += 1;
                self.left.unapproved += u64::try_from(comments).unwrap_or(0);
                return (Vec::new(), Vec::new());
            }
        };
        match item.kind {
            Kind::Post => {}
            Kind::Page => self.left.pages += 1,
            Kind::Other => self.left.others += 1,
        }
        if hidden {
            self.left.private += u64::from(item.kind == Kind::Post);
            self.left.private += u64::try_from(item.comments().filter(Comment::is_approved).count()).unwrap_or(0);
            return (Vec::new(), Vec::new());
        }
        let (mut pieces, mut faults) = (Vec::new(), Vec::new());
        if item.kind == Kind::Post {
            match item.when(self.zone) {
                Ok(Some(when)) => pieces.extend(self.article(item, when)),
                Ok(None) => self.left.undated += 1,
                Err(fault) => faults.push((0, fault)),
            }
        }
        let (native, link) = (item.native(), item.link);
        for comment in item.comments() {
            match self.comment(&comment, &native, link) {
                Ok(piece) => pieces.extend(piece),
                Err(fault) => faults.push((comment.line(), fault)),
            }
        }
        (pieces, faults)
    }

    fn article(&mut self, item: &Item<'_>, when: When) -> [Piece; 2] {
        self.left.zone_assumed |= when.zone_rule == ZoneRule::Assumed;
        let author = item.creator.map(|login| {
            let known = self.authors.iter().find(|author| author.login == login);
            let name = known.and_then(|author| author.name.as_deref()).unwrap_or(login);
            ActorKey { native: login.to_owned(), display: Some(name.to_owned()) }
        });
        let text = title_and_words(item.title, item.html);
        self.talk.article(Article { native: item.native(), author, text, url: item.link.map(str::to_owned) }, when)
    }

    fn comment<'e>(
        &mut self,
        comment: &Comment<'e>,
        post: &str,
        link: Option<&str>,
    ) -> Result<Option<Piece>, Fault<'e>> {
        if !comment.is_approved() {
            self.left.unapproved += 1;
            return Ok(None);
        }
        let id = comment.said("wp:comment_id").ok_or(Fault { field: "wp:comment_id", met: "" })?;
        let Some(when) = comment.when(self.zone)? else {
            self.left.undated += 1;
            return Ok(None);
        };
        let (by_team, actor) = self.person(comment);
        let page = comment.said("wp:comment_author_url");
        let mut message = Message {
            native: native(id),
            actor,
            by_team,
            post: Some(post.to_owned()),
            answers: comment.said("wp:comment_parent").filter(|parent| *parent != "0").map(native),
            text: comment.said("wp:comment_content").map(words::plain),
            url: link.map(|link| format!("{link}#comment-{id}")),
        };
        let told = match comment.said("wp:comment_type").unwrap_or("comment") {
            "comment" | "review" | "reply" => self.talk.message(message, when),
            "pingback" | "trackback" | "webmention" | "mention" => {
                if page.and_then(words::address::host).is_some_and(|host| self.hosts.contains(&host)) {
                    self.left.own_links += 1;
                    return Ok(None);
                }
                message.actor = None;
                message.url = page.map(str::to_owned);
                self.talk.backlink(message, when)
            }
            "like" => self.talk.fact(FactKind::Like, message, when),
            "repost" => self.talk.fact(FactKind::Share, message, when),
            _ => {
                self.left.others += 1;
                return Ok(None);
            }
        };
        self.left.zone_assumed |= when.zone_rule == ZoneRule::Assumed;
        Ok(Some(told))
    }

    /// Whether the comment is the team's, and whose it is. A name alone proves nothing: anybody may type it.
    fn person(&self, comment: &Comment<'_>) -> (bool, Option<ActorKey>) {
        let name = comment.said("wp:comment_author").map(words::plain);
        let user = comment.user();
        let mail = comment.said("wp:comment_author_email").map(str::to_lowercase);
        let author = self
            .authors
            .iter()
            .find(|author| (user.is_some() && author.id.as_deref() == user) || (mail.is_some() && author.mail == mail));
        if let Some(author) = author {
            let shown = author.name.clone().or(name);
            return (true, Some(ActorKey { native: author.login.clone(), display: shown }));
        }
        let by_team = name.as_deref().is_some_and(|name| self.options.is_team(name));
        let native = match (user, mail, &name) {
            (Some(user), _, _) => format!("user {user}"),
            (None, Some(mail), _) => mail,
            (None, None, Some(name)) => format!("name {name}"),
            (None, None, None) => return (false, None),
        };
        (by_team, Some(ActorKey { native, display: name }))
    }
}

fn native(id: &str) -> String {
    format!("comment {id}")
}
