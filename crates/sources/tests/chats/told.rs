//! What was told, in the words these tests need.

use crate::support::{Read, paris, read};
use model::{Coverage, Fact, FactKind, Metric, Piece, Post, Subject, What};
use sources::{Options, Refusal};

/// Options of a client in Paris, with these people as the team.
pub fn team(names: &[&str]) -> Options {
    Options { team: names.iter().map(|&name| name.to_owned()).collect(), ..paris() }
}

/// Options that take what is private too.
pub fn private_too() -> Options {
    Options { include_private: true, ..paris() }
}

/// Reads what must be readable.
pub fn ok(name: &str, bytes: &[u8], options: &Options) -> Read {
    read(name, bytes, options).unwrap_or_else(|Refusal(trouble)| panic!("{name}: {trouble}"))
}

/// Reads with this very format, recognised or not.
pub fn refusal_of(format: &str, name: &str, bytes: &[u8], options: &Options) -> String {
    let mut input = sources::input::Input::from_bytes(name, bytes.to_vec()).unwrap();
    let mut sink = crate::support::Gather::default();
    match sources::registry::by_id(format).unwrap().read(&mut input, options, &mut sink) {
        Ok(report) => panic!("{name} was read: {report:?}"),
        Err(Refusal(trouble)) => trouble.to_string(),
    }
}

/// The facts of a kind.
pub fn facts(read: &Read, kind: FactKind) -> Vec<&Fact> {
    let facts = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Fact(fact) if fact.kind == kind => Some(fact),
        _ => None,
    });
    facts.collect()
}

/// How many facts of a kind.
pub fn count(read: &Read, kind: FactKind) -> usize {
    facts(read, kind).len()
}

/// The posts.
pub fn posts(read: &Read) -> Vec<&Post> {
    let posts = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Post(post) => Some(post),
        _ => None,
    });
    posts.collect()
}

/// What a post has gathered.
pub fn gathered(read: &Read, metric: Metric) -> Vec<(String, f64)> {
    let told = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Observation(o) if o.metric == metric => match &o.subject {
            Subject::Post(post) => Some((post.to_string(), o.value)),
            Subject::Space | Subject::Origin(..) => None,
        },
        _ => None,
    });
    told.collect()
}

/// What is covered.
pub fn covered(read: &Read) -> Vec<Coverage> {
    let stretches = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Coverage(coverage) => Some(*coverage),
        _ => None,
    });
    stretches.collect()
}

/// Whether facts of that kind are covered.
pub fn covers(read: &Read, kind: FactKind) -> bool {
    covered(read).iter().any(|coverage| coverage.what == What::Facts(kind))
}

/// One line for each fact: kind, key, who, under which post, answering what, what it says.
pub fn lines(read: &Read) -> String {
    let line = |fact: &Fact| {
        let actor = fact.actor.as_ref().map_or("–", |actor| actor.native.as_str());
        let [post, reply_to] = [&fact.post, &fact.reply_to].map(|key| key.as_deref().unwrap_or("–"));
        let text = fact.text.as_deref().unwrap_or("–").replace('\n', " / ");
        format!("{} {} by {actor} under {post} to {reply_to}: {text}", fact.kind, fact.native)
    };
    let facts = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Fact(fact) => Some(line(fact)),
        _ => None,
    });
    facts.collect::<Vec<_>>().join("\n")
}

/// An argument of a note.
pub fn note<'a>(read: &'a Read, code: &str, name: &str) -> Option<&'a str> {
    let note = read.report.seen.iter().find(|note| note.code == code)?;
    note.args.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// The instant of a piece, as people write it.
pub fn when(fact: &Fact) -> String {
    jiff::Timestamp::from_millisecond(fact.at.0).unwrap().to_string()
}

/// The same text in Latin-1, as a careless program would save it.
pub fn latin(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}
