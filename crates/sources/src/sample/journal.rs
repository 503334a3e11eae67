//! What the team does away from any network and notes in its journal: mails, calls, meetings, events, interventions.

use super::phrases;
use super::rhythm::OFFICE;
use super::scene::{Purpose, Scene, Sheet, bare};
use model::{Fact, FactKind};

/// Acts of an ordinary working week day, in thousandths.
const ACTS: &[(FactKind, u64)] = &[
    (FactKind::Mail, 2_900),
    (FactKind::Call, 1_300),
    (FactKind::Meeting, 420),
    (FactKind::EventAttended, 60),
    (FactKind::EventOrganised, 30),
    (FactKind::Intervention, 650),
];

/// Writes what was noted that day.
pub(super) fn write(scene: &Scene, sheet: &mut Sheet) {
    let stamp = scene.stamp();
    let pace = scene.client.desk.pace(scene.day.date);
    for (kind, a_day) in ACTS {
        let part = u64::try_from(kind.code()).unwrap_or(0);
        let mut chance = scene.chance(Purpose::Journal, part);
        for number in 0..chance.count(a_day * pace / 1000) {
            let at = scene.day.moment(&OFFICE, &mut chance);
            let text = phrases::note(*kind, &mut chance).map(str::to_owned);
            let actor = scene.teammate(&mut chance);
            let url = (*kind == FactKind::Intervention)
                .then(|| format!("https://forum-{}.example/{stamp}/{number}", chance.rank(30) + 1));
            let bare = bare(*kind, format!("{stamp}-{kind}-{number}"), at);
            sheet.fact(Fact { actor, text, url, ..bare });
        }
    }
}
