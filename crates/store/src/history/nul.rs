//! What no text of a piece may hold.

use model::{Observation, Piece, Subject};

/// PostgreSQL keeps no NUL in text, and no source means one.
pub(super) fn strip_nul(piece: &mut Piece) {
    let strip = |text: &mut String| text.retain(|c| c != '\0');
    match piece {
        Piece::Post(post) => {
            strip(&mut post.native);
            [&mut post.text, &mut post.url].into_iter().flatten().for_each(strip);
        }
        Piece::Fact(fact) => {
            strip(&mut fact.native);
            [&mut fact.post, &mut fact.reply_to, &mut fact.text, &mut fact.url].into_iter().flatten().for_each(strip);
            if let Some(actor) = &mut fact.actor {
                strip(&mut actor.native);
                actor.display.as_mut().map(strip);
            }
        }
        Piece::Observation(Observation { subject: Subject::Post(native), .. }) => native.retain(|c| c != '\0'),
        Piece::Visit(visit) => strip(&mut visit.landing),
        Piece::Answer(answer) => {
            [&mut answer.survey, &mut answer.respondent, &mut answer.question, &mut answer.value]
                .into_iter()
                .for_each(strip);
            answer.choice.as_mut().map(strip);
        }
        Piece::Observation(_) | Piece::Coverage(_) => {}
    }
}
