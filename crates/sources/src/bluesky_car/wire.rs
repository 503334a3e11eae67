//! Their repository: a signed commit, a search tree of keys (`app.bsky.feed.post/3k…`), records. Only what the newest
//! commit reaches is current; blocks of older commits stay in the file.

use super::car::{Car, get, link};
use crate::trouble::{Trouble, TroubleCode};
use ciborium::Value;
use std::collections::HashSet;

/// The longest key, in bytes.
const LONGEST_KEY: usize = 1024;

/// What the newest commit says.
#[derive(Debug)]
pub struct Commit {
    /// The account, as `did:plc:…`.
    pub did: String,
    /// Address of the tree.
    tree: Vec<u8>,
}

/// Reads the newest commit.
pub fn commit(car: &Car<'_>) -> Result<Commit, Trouble> {
    let missing = |field: &str| Trouble::new(TroubleCode::EmptyValue).field(field);
    let commit = car.value(car.root)?.ok_or_else(|| Trouble::new(TroubleCode::Truncated).field("roots"))?;
    let did = get(&commit, "did").and_then(Value::as_text).ok_or_else(|| missing("did"))?;
    let tree = get(&commit, "data").and_then(link).ok_or_else(|| missing("data"))?;
    Ok(Commit { did: did.to_owned(), tree: tree.to_vec() })
}

/// One thing met on the walk through the tree.
#[derive(Debug)]
pub enum Met {
    /// A record under its key.
    Record(String, Value),
    /// A block that is not in the file or is damaged.
    Trouble(Trouble),
}

/// What is still to be visited.
enum Step {
    Node(Vec<u8>),
    Record(String, Vec<u8>),
}

/// Walks through the tree of the newest commit, in the order of keys.
pub struct Walk<'a> {
    car: &'a Car<'a>,
    steps: Vec<Step>,
    seen: HashSet<Vec<u8>>,
    /// How many blocks were reached.
    pub reached: u64,
}

impl<'a> Walk<'a> {
    /// From the root of the tree.
    pub fn new(car: &'a Car<'a>, commit: &Commit) -> Self {
        Self { car, steps: vec![Step::Node(commit.tree.clone())], seen: HashSet::new(), reached: 1 }
    }

    fn node(&mut self, address: Vec<u8>) -> Result<(), Trouble> {
        let node = self.block(&address, "tree")?;
        if !self.seen.insert(address) {
            return Err(malformed("a part of the tree stands twice"));
        }
        let entries = get(&node, "e").and_then(Value::as_array).ok_or_else(|| malformed("a node without entries"))?;
        let mut steps = Vec::new();
        steps.extend(get(&node, "l").and_then(link).map(|left| Step::Node(left.to_vec())));
        let mut key: Vec<u8> = Vec::new();
        for entry in entries {
            let shared = get(entry, "p").and_then(Value::as_integer).and_then(|shared| usize::try_from(shared).ok());
            let rest = get(entry, "k").and_then(Value::as_bytes);
            let record = get(entry, "v").and_then(link);
            let (Some(shared), Some(rest), Some(record)) = (shared, rest, record) else {
                return Err(malformed("an entry without key or value"));
            };
            if shared > key.len() || shared + rest.len() > LONGEST_KEY {
                return Err(malformed("a key that cannot be"));
            }
            key.truncate(shared);
            key.extend_from_slice(rest);
            let name = std::str::from_utf8(&key).map_err(|_| malformed("a key that is no text"))?;
            steps.push(Step::Record(name.to_owned(), record.to_vec()));
            steps.extend(get(entry, "t").and_then(link).map(|right| Step::Node(right.to_vec())));
        }
        self.steps.extend(steps.into_iter().rev());
        Ok(())
    }

    fn block(&mut self, address: &[u8], field: &str) -> Result<Value, Trouble> {
        let value = self.car.value(address).map_err(|trouble| trouble.field(field))?;
        self.reached += u64::from(value.is_some());
        value.ok_or_else(|| Trouble::new(TroubleCode::Truncated).field(field))
    }
}

impl Iterator for Walk<'_> {
    type Item = Met;

    fn next(&mut self) -> Option<Met> {
        loop {
            match self.steps.pop()? {
                Step::Node(address) => {
                    if let Err(trouble) = self.node(address) {
                        return Some(Met::Trouble(trouble));
                    }
                }
                Step::Record(key, address) => {
                    return Some(match self.block(&address, &key) {
                        Ok(record) => Met::Record(key, record),
                        Err(trouble) => Met::Trouble(trouble),
                    });
                }
            }
        }
    }
}

fn malformed(reason: &str) -> Trouble {
    Trouble::new(TroubleCode::Malformed).with("reason", reason)
}

/// What a record is, as far as it is read.
#[derive(Debug, PartialEq)]
pub enum Record<'a> {
    /// A post.
    Post {
        /// What it says.
        text: &'a str,
        /// When.
        created_at: &'a str,
        /// The post it answers.
        answers: Option<&'a str>,
        /// The sort of what is attached: `app.bsky.embed.images`…
        embed: Option<&'a str>,
    },
    /// A repost of the post at that address.
    Repost {
        /// The post.
        of: &'a str,
        /// When.
        created_at: &'a str,
    },
    /// A like that the account gave.
    Like,
    /// Somebody whom the account follows.
    Follow,
    /// Anything else: the profile, lists, sorts that are no longer in use.
    Other,
}

/// Reads a record, or names the key that is missing.
pub fn record<'a>(key: &str, value: &'a Value) -> Result<Record<'a>, &'static str> {
    let text = |name: &'static str| get(value, name).and_then(Value::as_text).ok_or(name);
    let collection = key.split('/').next().unwrap_or_default();
    Ok(match collection {
        "app.bsky.feed.post" => {
            let parent = get(value, "reply").and_then(|reply| get(reply, "parent"));
            Record::Post {
                text: text("text")?,
                created_at: text("createdAt")?,
                answers: parent.and_then(|parent| get(parent, "uri")).and_then(Value::as_text),
                embed: get(value, "embed").and_then(sort_of_embed),
            }
        }
        "app.bsky.feed.repost" => {
            let of = get(value, "subject").and_then(|subject| get(subject, "uri")).and_then(Value::as_text);
            Record::Repost { of: of.ok_or("subject.uri")?, created_at: text("createdAt")? }
        }
        "app.bsky.feed.like" => Record::Like,
        "app.bsky.graph.follow" => Record::Follow,
        _ => Record::Other,
    })
}

/// A quotation may carry pictures: these say what the post is made of.
fn sort_of_embed(embed: &Value) -> Option<&str> {
    let sort = get(embed, "$type").and_then(Value::as_text);
    match sort {
        Some("app.bsky.embed.recordWithMedia") => get(get(embed, "media")?, "$type").and_then(Value::as_text),
        sort => sort,
    }
}
