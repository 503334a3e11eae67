//! Rows → articles of the team, comments, replies, links from elsewhere.

use super::wire::{Fault, Row};
use crate::contract::Options;
use crate::talk::{Article, Message, Talk, When, title_and_words};
use jiff::tz::TimeZone;
use model::{ActorKey, Piece, ZoneRule};
use std::collections::{HashMap, HashSet};

/// A blog under way.
pub struct Blog<'o> {
    options: &'o Options,
    zone: &'o TimeZone,
    /// Mail addresses of those who write on the blog, when the file is of a whole installation: to their logins.
    users: HashMap<String, String>,
    /// Articles and pages that everybody may read, by number.
    public: HashSet<String>,
    private: HashSet<String>,
    /// What was told.
    pub talk: Talk,
    /// What was not.
    pub left: Left,
}

/// What was left out, by reason.
#[derive(Debug, Default)]
pub struct Left {
    pub pages: u64,
    pub unpublished: u64,
    pub private: u64,
    pub unapproved: u64,
    pub undated: u64,
    pub zone_assumed: bool,
}

impl<'o> Blog<'o> {
    pub fn new(options: &'o Options, zone: &'o TimeZone) -> Self {
        Self {
            options,
            zone,
            users: HashMap::new(),
            public: HashSet::new(),
            private: HashSet::new(),
            talk: Talk::default(),
            left: Left::default(),
        }
    }

    /// What a row tells.
    pub fn row(&mut self, row: &Row<'_>) -> Result<Vec<Piece>, Fault> {
        match row.section.table.as_str() {
            "user" => {
                if let (Some(mail), Some(login)) = (row.said("user_email"), row.said("user_id")) {
                    self.users.insert(mail.to_lowercase(), login.to_owned());
                }
                Ok(Vec::new())
            }
            "post" => self.post(row),
            "comment" => Ok(self.comment(row)?.into_iter().collect()),
            _ => Ok(Vec::new()),
        }
    }

    fn post(&mut self, row: &Row<'_>) -> Result<Vec<Piece>, Fault> {
        let id = said(row, "post_id")?;
        if said(row, "post_status")? != "1" {
            self.left.unpublished += 1;
            return Ok(Vec::new());
        }
        let kind = row.said("post_type").unwrap_or("post");
        if row.said("post_password").is_some() && !self.options.include_private {
            self.left.private += u64::from(kind == "post");
            self.private.insert(id.to_owned());
            return Ok(Vec::new());
        }
        self.public.insert(id.to_owned());
        if kind != "post" {
            self.left.pages += 1;
            return Ok(Vec::new());
        }
        let Some(when) = row.when("post_dt", "post_tz", self.zone)? else {
            self.left.undated += 1;
            return Ok(Vec::new());
        };
        self.note(when);
        let author =
            row.said("user_id").map(|login| ActorKey { native: login.to_owned(), display: Some(login.to_owned()) });
        let html = row.said("post_excerpt_xhtml").or(row.said("post_content_xhtml")).or(row.said("post_content"));
        let article = Article {
            native: post(id),
            author,
            text: title_and_words(row.said("post_title"), html),
            // The file tells the end of the address only.
            url: None,
        };
        Ok(self.talk.article(article, when).into())
    }

    fn comment(&mut self, row: &Row<'_>) -> Result<Option<Piece>, Fault> {
        let (id, under) = (said(row, "comment_id")?, said(row, "post_id")?);
        if said(row, "comment_status")? != "1" {
            self.left.unapproved += 1;
            return Ok(None);
        }
        if !self.public.contains(under) {
            let private = self.private.contains(under);
            self.left.private += u64::from(private);
            self.left.unapproved += u64::from(!private);
            return Ok(None);
        }
        let Some(when) = row.when("comment_dt", "comment_tz", self.zone)? else {
            self.left.undated += 1;
            return Ok(None);
        };
        self.note(when);
        let (name, mail) = (row.said("comment_author"), row.said("comment_email").map(str::to_lowercase));
        let user = mail.as_ref().and_then(|mail| self.users.get(mail));
        let native = user.cloned().or(mail).or_else(|| name.map(|name| format!("name {name}")));
        let mut message = Message {
            native: format!("comment {id}"),
            actor: native.map(|native| ActorKey { native, display: name.map(str::to_owned) }),
            by_team: user.is_some() || name.is_some_and(|name| self.options.is_team(name)),
            post: Some(post(under)),
            answers: None,
            text: row.said("comment_content").map(words::plain),
            url: None,
        };
        if row.said("comment_trackback") == Some("1") {
            message.actor = None;
            message.url = row.said("comment_site").map(str::to_owned);
            return Ok(Some(self.talk.backlink(message, when)));
        }
        Ok(Some(self.talk.message(message, when)))
    }

    fn note(&mut self, when: When) {
        self.left.zone_assumed |= when.zone_rule == ZoneRule::Assumed;
    }
}

fn post(id: &str) -> String {
    format!("post {id}")
}

fn said<'r>(row: &'r Row<'_>, field: &'static str) -> Result<&'r str, Fault> {
    row.said(field).ok_or(Fault { field, met: String::new() })
}
