//! What a post receives where every act is known: likes, shares, comments; and how the team answers or moderates.

use super::chance::Chance;
use super::crowd::Crowd;
use super::phrases;
use super::posts::Echo;
use super::scene::{Scene, Sheet, bare};
use model::{ActorKey, Fact, FactKind, Millis};

/// How long after a post reactions come: 17 quantiles in minutes, six days at most.
pub(super) const DELAYS: &[u64] = &[0, 4, 9, 16, 26, 40, 60, 90, 135, 200, 290, 420, 620, 950, 1500, 3000, 8640];

/// How long the team takes to answer: quantiles in minutes, median 45.
const ANSWERS: &[u64] = &[3, 12, 25, 45, 95, 240, 1300];

/// How long the team takes to moderate: faster.
const MODERATIONS: &[u64] = &[1, 6, 14, 30, 75, 200, 700];

/// Comments and mentions that get an answer, of a thousand.
const ANSWERED: u64 = 340;

/// Answers that get an answer, of a thousand.
const ANSWERED_BACK: u64 = 280;

/// Writes everything a post receives.
pub(super) fn write(
    scene: &Scene,
    crowd: &Crowd,
    post: &str,
    posted: Millis,
    echo: &Echo,
    chance: &mut Chance,
    sheet: &mut Sheet,
) {
    for (kind, letter, wanted) in [(FactKind::Like, 'l', echo.likes), (FactKind::Share, 's', echo.shares)] {
        let mut number = 0;
        crowd.several(wanted, chance, |chance, actor| {
            number += 1;
            let at = scene.later(posted, DELAYS, chance);
            let bare = bare(kind, format!("{post}-{letter}{number}"), at);
            sheet.fact(Fact { actor: Some(actor), post: Some(post.to_owned()), ..bare });
        });
    }
    for number in 1..=echo.comments {
        let native = format!("{post}-c{number}");
        let at = scene.later(posted, DELAYS, chance);
        let actor = crowd.somebody(chance);
        let text = phrases::comment(scene.client.subject, scene.mood.moderated > 100, chance);
        let bare = bare(FactKind::Comment, native.clone(), at);
        sheet.fact(Fact {
            actor: Some(actor.clone()),
            post: Some(post.to_owned()),
            text: Some(text.to_owned()),
            ..bare
        });
        if chance.hit(scene.mood.moderated) {
            moderate(scene, post, &native, at, chance, sheet);
        } else {
            converse(scene, Some(post), &native, at, actor, chance, sheet);
        }
    }
}

fn moderate(scene: &Scene, post: &str, comment: &str, at: Millis, chance: &mut Chance, sheet: &mut Sheet) {
    let at = scene.answered(at, MODERATIONS, chance);
    let actor = scene.teammate(chance);
    let text = phrases::moderation(chance);
    let bare = bare(FactKind::Moderation, format!("{comment}-m"), at);
    let (post, reply_to) = (Some(post.to_owned()), Some(comment.to_owned()));
    sheet.fact(Fact { actor, post, reply_to, text: Some(text.to_owned()), ..bare });
}

/// The team answers a comment or a mention, or not; and perhaps gets an answer back.
pub(super) fn converse(
    scene: &Scene,
    post: Option<&str>,
    asked: &str,
    at: Millis,
    who: ActorKey,
    chance: &mut Chance,
    sheet: &mut Sheet,
) {
    if !chance.hit(ANSWERED) {
        return;
    }
    let native = format!("{asked}-r");
    let at = scene.answered(at, ANSWERS, chance);
    let actor = scene.teammate(chance);
    let post = post.map(str::to_owned);
    let text = phrases::answer(scene.client.subject, chance);
    let reply = bare(FactKind::Reply, native.clone(), at);
    let reply_to = Some(asked.to_owned());
    sheet.fact(Fact { actor, post: post.clone(), reply_to, text: Some(text.to_owned()), ..reply });
    if chance.hit(ANSWERED_BACK) {
        let at = scene.later(at, ANSWERS, chance);
        let text = phrases::thanks(chance);
        let back = bare(FactKind::ReplyReceived, format!("{native}-b"), at);
        sheet.fact(Fact { actor: Some(who), post, reply_to: Some(native), text: Some(text.to_owned()), ..back });
    }
}
