//! Bluesky repositories: hand-made ones to the last record, damaged ones, and those of the shared data.

use crate::support::{paris, refusal, shared};
use crate::told::{count, covers, facts, lines, note, ok, posts, when};
use ciborium::{Value, cbor};
use model::{ContentType, FactKind};
use sha2::{Digest, Sha256};
use sources::Options;

/// Blocks as they are written, and what each one's address is.
#[derive(Default)]
struct Repository {
    bytes: Vec<u8>,
}

fn encoded(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

fn varint(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7f {
        bytes.push(u8::try_from(number & 0x7f).unwrap() | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap());
    bytes
}

fn link(address: &[u8]) -> Value {
    Value::Tag(42, Box::new(Value::Bytes([&[0], address].concat())))
}

impl Repository {
    fn block(&mut self, value: &Value) -> Vec<u8> {
        let body = encoded(value);
        let address = [&[1, 0x71, 0x12, 0x20], Sha256::digest(&body).as_slice()].concat();
        self.bytes.extend(varint(address.len() + body.len()));
        self.bytes.extend([address.clone(), body].concat());
        address
    }

    fn node(&mut self, left: Option<&[u8]>, entries: &[(usize, &str, Vec<u8>)], right: Option<&[u8]>) -> Vec<u8> {
        let last = entries.len().wrapping_sub(1);
        let entries = entries.iter().enumerate().map(|(place, (shared, rest, record))| {
            let below = right.filter(|_| place == last).map_or(Value::Null, link);
            cbor!({"p" => *shared, "k" => Value::Bytes(rest.as_bytes().to_vec()), "v" => link(record), "t" => below})
                .unwrap()
        });
        let entries = Value::Array(entries.collect());
        self.block(&cbor!({"e" => entries, "l" => left.map_or(Value::Null, link)}).unwrap())
    }

    fn commit(&mut self, tree: &[u8]) -> Vec<u8> {
        self.block(
            &cbor!({"did" => "did:plc:office", "version" => 3, "data" => link(tree), "prev" => Value::Null}).unwrap(),
        )
    }

    fn file(&self, root: &[u8]) -> Vec<u8> {
        let header = encoded(&cbor!({"roots" => Value::Array(vec![link(root)]), "version" => 1}).unwrap());
        [varint(header.len()), header, self.bytes.clone()].concat()
    }
}

fn record(kind: &str, day: u8, more: Value) -> Value {
    let mut map =
        cbor!({"$type" => kind, "createdAt" => format!("2026-03-0{day}T08:00:00.000Z")}).unwrap().into_map().unwrap();
    map.extend(more.into_map().unwrap());
    Value::Map(map)
}

fn subject(uri: &str) -> Value {
    cbor!({"subject" => {"uri" => uri, "cid" => "x"}}).unwrap()
}

/// Two states of an account: in the newest a post of the first is gone.
fn small() -> Vec<u8> {
    let mut file = Repository::default();
    let post = "app.bsky.feed.post";
    let gone = file.block(&record(post, 1, cbor!({"text" => "parti"}).unwrap()));
    let tree = file.node(None, &[(0, "app.bsky.feed.post/3a", gone)], None);
    file.commit(&tree);
    let photo = cbor!({"text" => "Le marché", "embed" => {"$type" => "app.bsky.embed.images"}}).unwrap();
    let opening = file.block(&record(post, 2, photo));
    let parent = |uri: &str| {
        cbor!({"text" => "oui", "reply" => {"parent" => {"uri" => uri}, "root" => {"uri" => uri}}}).unwrap()
    };
    let thread = file.block(&record(post, 3, parent("at://did:plc:office/app.bsky.feed.post/3b")));
    let reply = file.block(&record(post, 4, parent("at://did:plc:lea/app.bsky.feed.post/9z")));
    let like = file.block(&record("app.bsky.feed.like", 5, subject("at://did:plc:lea/app.bsky.feed.post/9z")));
    let repost = file.block(&record("app.bsky.feed.repost", 6, subject("at://did:plc:lea/app.bsky.feed.post/9y")));
    let follow = file.block(&record("app.bsky.graph.follow", 7, cbor!({"subject" => "did:plc:lea"}).unwrap()));
    let vote = file.block(&record("app.bsky.feed.vote", 8, cbor!({"direction" => "up"}).unwrap()));
    let media = cbor!({"text" => "vu", "embed" => {"$type" => "app.bsky.embed.recordWithMedia", "media" => {"$type" => "app.bsky.embed.video"}}}).unwrap();
    let quote = file.block(&record(post, 9, media));
    let left = file.node(None, &[(0, "app.bsky.feed.like/3b", like)], None);
    let right = file.node(
        None,
        &[(0, "app.bsky.feed.repost/3b", repost), (14, "vote/3b", vote), (9, "graph.follow/3b", follow)],
        None,
    );
    let entries = [(0, "app.bsky.feed.post/3b", opening), (20, "c", thread), (20, "d", reply), (20, "e", quote)];
    let tree = file.node(Some(&left), &entries, Some(&right));
    let root = file.commit(&tree);
    file.file(&root)
}

#[test]
fn a_repository_to_the_last_record() {
    let read = ok("repo.car", &small(), &paris());
    assert_eq!((read.format, read.report.rows), ("bluesky-car", 8));
    insta::assert_snapshot!(lines(&read), @"
    status at://did:plc:office/app.bsky.feed.post/3b by – under at://did:plc:office/app.bsky.feed.post/3b to –: –
    status at://did:plc:office/app.bsky.feed.post/3c by – under at://did:plc:office/app.bsky.feed.post/3c to at://did:plc:office/app.bsky.feed.post/3b: –
    reply at://did:plc:office/app.bsky.feed.post/3d by – under at://did:plc:office/app.bsky.feed.post/3d to at://did:plc:lea/app.bsky.feed.post/9z: –
    status at://did:plc:office/app.bsky.feed.post/3e by – under at://did:plc:office/app.bsky.feed.post/3e to –: –
    post at://did:plc:office/app.bsky.feed.repost/3b by – under at://did:plc:office/app.bsky.feed.repost/3b to –: –
    ");
    let types: Vec<ContentType> = posts(&read).iter().map(|post| post.content_type).collect();
    assert_eq!(
        types,
        [ContentType::Photo, ContentType::Status, ContentType::Status, ContentType::Video, ContentType::Boost]
    );
    assert_eq!(posts(&read)[0].url.as_deref(), Some("https://bsky.app/profile/did:plc:office/post/3b"));
    assert_eq!(posts(&read)[4].url.as_deref(), Some("https://bsky.app/profile/did:plc:lea/post/9y"));
    let summary = |name| note(&read, "bluesky-summary", name);
    assert_eq!((summary("posts"), summary("replies"), summary("boosts")), (Some("4"), Some("1"), Some("1")));
    let acts = |name| note(&read, "bluesky-own-acts", name);
    assert_eq!((acts("likes"), acts("follows")), (Some("1"), Some("1")));
    assert_eq!(note(&read, "bluesky-other", "count"), Some("1"));
    // A post, its tree and its commit.
    assert_eq!(note(&read, "bluesky-older-blocks", "count"), Some("3"));
    assert!(covers(&read, FactKind::Status) && covers(&read, FactKind::Reply));
    let (peek, _) = sources::input::peek(sources::input::Input::from_bytes("repo.car", small()).unwrap()).unwrap();
    let found = sources::recognise::recognise(&peek, None, None).unwrap();
    assert_eq!(found.recognised.space.as_deref(), Some("did:plc:office"));
}

#[test]
fn damaged_repositories_are_refused() {
    let whole = small();
    let root_at = whole.len() - 20;
    let cut = refusal("repo.car", &whole[..root_at], &paris());
    assert!(cut.starts_with("line 15: block: truncated"), "{cut}");
    let mut damaged = whole.clone();
    let at = damaged.windows(3).position(|bytes| bytes == b"oui").unwrap();
    damaged[at] = b'n';
    let said = refusal("repo.car", &damaged, &paris());
    assert_eq!(said, "line 3: app.bsky.feed.post/3c: malformed (reason: a block does not match its address)");
    let skip = Options { skip_bad: true, ..paris() };
    let read = ok("repo.car", &damaged, &skip);
    assert_eq!((count(&read, FactKind::Status), read.bad.len()), (2, 1));
    assert!(refusal("repo.car", &whole[1..], &paris()).contains("unrecognised"));
}

fn with(record: &Value) -> Vec<u8> {
    let mut file = Repository::default();
    let block = file.block(record);
    let tree = file.node(None, &[(0, "app.bsky.feed.post/3a", block)], None);
    let root = file.commit(&tree);
    file.file(&root)
}

#[test]
fn records_that_lack_something_are_named() {
    let cases = [
        (cbor!({"createdAt" => "2026-03-01T08:00:00Z"}).unwrap(), "line 1: app.bsky.feed.post/3a text: empty-value"),
        (cbor!({"text" => "a"}).unwrap(), "line 1: app.bsky.feed.post/3a createdAt: empty-value"),
        (
            cbor!({"text" => "a", "createdAt" => "soon"}).unwrap(),
            "line 1: app.bsky.feed.post/3a createdAt: not-a-date (value: soon)",
        ),
    ];
    for (record, expected) in cases {
        assert_eq!(refusal("repo.car", &with(&record), &paris()), expected);
    }
}

#[test]
fn trees_that_cannot_be_are_refused() {
    let mut file = Repository::default();
    let record = file.block(&record("app.bsky.feed.post", 1, cbor!({"text" => "a"}).unwrap()));
    let missing = [&[1, 0x71, 0x12, 0x20], [7; 32].as_slice()].concat();
    let mut tree = |entries: &[(usize, &str, Vec<u8>)], left: Option<&[u8]>| {
        let tree = file.node(left, entries, None);
        let root = file.commit(&tree);
        refusal("repo.car", &file.file(&root), &paris())
    };
    assert_eq!(tree(&[(0, "a/b", missing.clone())], None), "line 1: a/b: truncated");
    assert_eq!(tree(&[(0, "a/b", record.clone())], Some(&missing)), "line 1: tree: truncated");
    assert_eq!(tree(&[(4, "a/b", record.clone())], None), "line 1: malformed (reason: a key that cannot be)");
    assert_eq!(tree(&[(0, &"a".repeat(2000), record)], None), "line 1: malformed (reason: a key that cannot be)");
    assert_eq!(tree(&[], None), "empty");
}

#[test]
fn a_deep_value_or_a_long_block_is_refused() {
    let mut deep = Value::Null;
    for _ in 0..200 {
        deep = Value::Array(vec![deep]);
    }
    let said = refusal("repo.car", &with(&cbor!({"text" => "a", "x" => deep}).unwrap()), &paris());
    assert!(said.starts_with("line 1: app.bsky.feed.post/3a: malformed"), "{said}");
    let long = "a".repeat(5 << 20);
    let said = refusal("repo.car", &with(&cbor!({"text" => long}).unwrap()), &paris());
    assert_eq!(said, "line 1: block: too-large (limit: 4194304)");
}

#[test]
fn the_repository_of_fakermaker() {
    let Some(bytes) = shared("the_repository_of_fakermaker", "bluesky-car/fakermaker.repo.car") else { return };
    let read = ok("fakermaker.repo.car", &bytes, &paris());
    // 26 posts, 15 reposts, 22 likes, 78 follows and a profile are current; of 682 blocks, 143 commits among them,
    // the newest commit reaches itself, its tree and these.
    assert_eq!(read.report.rows, 26 + 15 + 22 + 78 + 1);
    let summary = |name| note(&read, "bluesky-summary", name);
    assert_eq!((summary("posts"), summary("boosts")), (Some("26"), Some("15")));
    let acts = |name| note(&read, "bluesky-own-acts", name);
    assert_eq!((acts("likes"), acts("follows")), (Some("22"), Some("78")));
    assert_eq!(note(&read, "bluesky-other", "count"), Some("1"));
    let older: usize = note(&read, "bluesky-older-blocks", "count").unwrap().parse().unwrap();
    assert!((682 - 142 - 1 - 397..682 - 142 - 1).contains(&older), "{older}");
    let published = count(&read, FactKind::Status) + count(&read, FactKind::Reply);
    assert_eq!((published, count(&read, FactKind::Post)), (26, 15));
    assert!(when(facts(&read, FactKind::Post)[0]).starts_with("2023-04-26T07:"));
}

#[test]
fn the_other_repositories() {
    let Some(bytes) = shared("the_other_repositories", "bluesky-car/greenground.repo.car") else { return };
    let read = ok("greenground.repo.car", &bytes, &paris());
    assert_eq!((read.report.rows, note(&read, "bluesky-own-acts", "follows")), (2, Some("2")));
    let Some(bytes) = shared("the_other_repositories", "bluesky-car/repo_slice.car") else { return };
    assert!(refusal("repo_slice.car", &bytes, &paris()).contains("truncated"), "a slice is not the whole");
    let skip = Options { skip_bad: true, ..paris() };
    assert_eq!(posts(&ok("repo_slice.car", &bytes, &skip)).len(), 1);
}
