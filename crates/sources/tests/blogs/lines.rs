//! A line for each act, a note's argument, and counts by kind.

use crate::support::Read;
use model::{Answer, FactKind, Piece, What};

/// One line for each piece.
pub fn lines(read: &Read) -> Vec<String> {
    read.pieces.iter().map(line).collect()
}

fn line(piece: &Piece) -> String {
    let at = |at: model::Millis| jiff::Timestamp::from_millisecond(at.0).unwrap().to_string();
    let or = |text: &Option<String>| text.as_deref().unwrap_or("-").replace('\n', " / ");
    match piece {
        Piece::Post(post) => {
            format!(
                "post {} {} {} {} [{}] {}",
                post.native,
                post.content_type,
                at(post.at),
                post.zone_rule,
                or(&post.text),
                or(&post.url)
            )
        }
        Piece::Fact(fact) => {
            let actor = fact.actor.as_ref().map_or("-", |actor| actor.native.as_str());
            format!(
                "{} {} {} {} by {actor} under {} to {} [{}] {}",
                fact.kind,
                fact.native,
                at(fact.at),
                fact.zone_rule,
                or(&fact.post),
                or(&fact.reply_to),
                or(&fact.text),
                or(&fact.url)
            )
        }
        Piece::Coverage(stretch) => {
            let What::Facts(kind) = stretch.what else { panic!("{stretch:?}") };
            format!("all {kind} {} to {}", at(stretch.span.from), at(stretch.span.to))
        }
        Piece::Answer(answer) => format!(
            "{} {}. {} [{}] = {} ({} {})",
            answer.respondent,
            answer.position,
            answer.question,
            answer.choice.as_deref().unwrap_or("-"),
            answer.value,
            answer.submitted_at.map_or("-".to_owned(), at),
            answer.complete.map_or("-".to_owned(), |complete| complete.to_string())
        ),
        other => panic!("{other:?}"),
    }
}

/// How many facts of a kind there are.
pub fn count(read: &Read, kind: FactKind) -> usize {
    read.pieces.iter().filter(|piece| matches!(piece, Piece::Fact(fact) if fact.kind == kind)).count()
}

/// The argument of a note.
pub fn told<'r>(read: &'r Read, code: &str, name: &str) -> Option<&'r str> {
    let note = read.report.seen.iter().find(|note| note.code == code)?;
    note.args.iter().find(|(arg, _)| arg == name).map(|(_, value)| value.as_str())
}

/// The count of a note.
pub fn left<'r>(read: &'r Read, code: &str) -> Option<&'r str> {
    told(read, code, "count")
}

/// The answers.
pub fn answers(read: &Read) -> Vec<&Answer> {
    let pieces = read.pieces.iter();
    pieces.filter_map(|piece| if let Piece::Answer(answer) = piece { Some(answer) } else { None }).collect()
}
