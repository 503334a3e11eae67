//! What others say of the client away from its posts: @mentions, citations without @, pages that link here.

use super::crowd::Crowd;
use super::phrases;
use super::reactions::converse;
use super::scene::{Purpose, Scene, Sheet, bare};
use model::{ActorKey, Fact, FactKind};

/// Writes the mentions, citations and backlinks of the day.
pub(super) fn write(scene: &Scene, crowd: &Crowd, sheet: &mut Sheet) {
    let mut chance = scene.chance(Purpose::Echoes, 0);
    let stamp = scene.stamp();
    for number in 0..chance.count(scene.amount(scene.plan.mentions) * scene.mood.mentions / 1000) {
        let native = format!("{stamp}-@{number}");
        let at = scene.day.moment(scene.client.audience, &mut chance);
        let actor = crowd.somebody(&mut chance);
        let text = phrases::comment(scene.client.subject, scene.mood.moderated > 100, &mut chance);
        let bare = bare(FactKind::Mention, native.clone(), at);
        sheet.fact(Fact { actor: Some(actor.clone()), text: Some(text.to_owned()), ..bare });
        converse(scene, None, &native, at, actor, &mut chance, sheet);
    }
    for (kind, letter, a_day) in [
        (FactKind::Citation, 'q', scene.plan.citations * scene.mood.mentions / 1000),
        (FactKind::Backlink, 'k', scene.plan.backlinks),
    ] {
        for number in 0..chance.count(scene.amount(a_day)) {
            let native = format!("{stamp}-{letter}{number}");
            let at = scene.day.moment(scene.client.audience, &mut chance);
            let host = format!("blog-{}.example", chance.rank(180) + 1);
            let url = Some(format!("https://{host}/{stamp}/{number}"));
            let text = Some(phrases::citation(scene.client.subject, &mut chance).to_owned());
            let actor = Some(ActorKey { native: host, display: None });
            sheet.fact(Fact { actor, url, text, ..bare(kind, native, at) });
        }
    }
}
