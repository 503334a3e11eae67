//! Entries → articles of the team, comments of the community, replies of the team.

use super::wire::{Author, Entry, Fault, Kind};
use crate::contract::Options;
use crate::talk::{Article, LONGEST, Message, Talk, When, shortened, title_and_words};
use model::{ActorKey, Piece, ZoneRule};
use std::collections::HashSet;

/// A blog under way.
pub struct Blog<'o> {
    options: &'o Options,
    /// Keys of those who write on the blog.
    owners: HashSet<String>,
    /// Keys of what is not public: comments under it are not either.
    hidden: HashSet<String>,
    /// Comments wait for the end: they may stand before the posts, and answers before what they answer.
    waiting: Vec<Waiting>,
    /// What was told.
    pub talk: Talk,
    /// What was not.
    pub left: Left,
}

/// A comment that waits.
struct Waiting {
    when: When,
    message: Message,
    /// Whoever was signed in.
    owner: Option<String>,
}

/// What was left out, by reason.
#[derive(Debug, Default)]
pub struct Left {
    pub pages: u64,
    pub settings: u64,
    pub unpublished: u64,
    pub unapproved: u64,
}

impl<'o> Blog<'o> {
    pub fn new(options: &'o Options) -> Self {
        Self {
            options,
            owners: HashSet::new(),
            hidden: HashSet::new(),
            waiting: Vec::new(),
            talk: Talk::default(),
            left: Left::default(),
        }
    }

    /// Learns whose blog it is.
    pub fn owner(&mut self, author: Author<'_>) {
        self.owners.extend(author.key());
    }

    /// What an entry tells.
    pub fn entry<'e>(&mut self, entry: &Entry<'e>) -> Result<Vec<Piece>, Fault<'e>> {
        match entry.kind {
            Kind::Other => self.left.settings += 1,
            Kind::Post | Kind::Page if !entry.is_live => {
                self.left.unpublished += 1;
                self.hidden.insert(entry.id.to_owned());
            }
            Kind::Page => self.left.pages += 1,
            Kind::Post => return self.article(entry),
            Kind::Comment => self.comment(entry)?,
        }
        Ok(Vec::new())
    }

    fn article<'e>(&mut self, entry: &Entry<'e>) -> Result<Vec<Piece>, Fault<'e>> {
        let at = entry.at()?;
        // Only members of the blog publish on it.
        self.owners.extend(entry.author.and_then(Author::key));
        let article = Article {
            native: entry.id.to_owned(),
            author: entry.author.and_then(actor),
            text: title_and_words(entry.title, entry.html),
            url: entry.url().map(str::to_owned),
        };
        Ok(self.talk.article(article, When { at, zone_rule: ZoneRule::Told }).into())
    }

    /// How many comments wait.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    fn comment<'e>(&mut self, entry: &Entry<'e>) -> Result<(), Fault<'e>> {
        if !entry.is_live {
            self.left.unapproved += 1;
            return Ok(());
        }
        let at = entry.at()?;
        let owner = entry.author.filter(|author| !author.is_anonymous).and_then(Author::key);
        let named = entry.author.and_then(|author| author.name).is_some_and(|name| self.options.is_team(name));
        let message = Message {
            native: entry.id.to_owned(),
            actor: entry.author.and_then(actor),
            by_team: named,
            post: entry.post.map(str::to_owned),
            answers: entry.answers(),
            text: entry.html.map(words::plain).and_then(|text| shortened(&text, LONGEST)),
            url: entry.url().map(str::to_owned),
        };
        self.waiting.push(Waiting { when: When { at, zone_rule: ZoneRule::Told }, message, owner });
        Ok(())
    }

    /// The comments, now that posts and members are known, in the order in which they were written.
    pub fn comments(&mut self) -> Vec<Piece> {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.sort_by(|a, b| a.when.at.cmp(&b.when.at).then_with(|| a.message.native.cmp(&b.message.native)));
        let mut told = Vec::with_capacity(waiting.len());
        for Waiting { when, mut message, owner } in waiting {
            if message.post.as_ref().is_some_and(|post| self.hidden.contains(post)) {
                self.left.unapproved += 1;
                continue;
            }
            message.by_team |= owner.is_some_and(|owner| self.owners.contains(&owner));
            told.push(self.talk.message(message, when));
        }
        told
    }
}

fn actor(author: Author<'_>) -> Option<ActorKey> {
    author.key().map(|native| ActorKey { native, display: author.name.map(str::to_owned) })
}
