//! Threads and their posts → comments of the community and replies of the team.

use super::wire::{Fault, Post, Thread};
use crate::contract::Options;
use crate::dates;
use crate::talk::{Message, Talk, When};
use model::{ActorKey, Piece, ZoneRule};
use std::collections::HashMap;

/// The comments of a site under way.
pub struct Comments<'o> {
    options: &'o Options,
    threads: HashMap<String, Thread>,
    /// What was told.
    pub talk: Talk,
    /// Comments that were deleted, are spam, or stand under a page that was deleted.
    pub out: u64,
}

impl<'o> Comments<'o> {
    pub fn new(options: &'o Options) -> Self {
        Self { options, threads: HashMap::new(), talk: Talk::default(), out: 0 }
    }

    /// Learns which page a thread is about. Says how many are known.
    pub fn thread(&mut self, thread: Thread) -> usize {
        self.threads.insert(thread.id.clone(), thread);
        self.threads.len()
    }

    /// What a post tells; nothing for one that is out.
    pub fn post<'e>(&mut self, post: &Post<'e>) -> Result<Option<Piece>, Fault<'e>> {
        let thread = self.threads.get(post.thread);
        if post.is_out || thread.is_some_and(|thread| thread.is_deleted) {
            self.out += 1;
            return Ok(None);
        }
        let at = dates::instant(post.created_at).ok_or(Fault { field: "createdAt", met: post.created_at })?;
        let page = thread.and_then(|thread| thread.page.clone());
        let named = [post.username, post.name].into_iter().flatten().any(|name| self.options.is_team(name));
        // Whoever wrote without an account has a name only.
        let key = post.username.map(str::to_owned).or_else(|| post.name.map(|name| format!("name {name}")));
        let message = Message {
            native: post.id.to_owned(),
            actor: key.map(|native| ActorKey { native, display: post.name.or(post.username).map(str::to_owned) }),
            by_team: named,
            post: Some(page.clone().unwrap_or_else(|| format!("thread {}", post.thread))),
            answers: post.parent.map(str::to_owned),
            text: post.html.map(words::plain),
            url: page.filter(|page| page.starts_with("http")).map(|page| format!("{page}#comment-{}", post.id)),
        };
        Ok(Some(self.talk.message(message, When { at, zone_rule: ZoneRule::Told })))
    }
}
