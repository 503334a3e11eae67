//! What the pages of the room share: the tabs over them, zones to choose from, contents in words.

use crate::page::Page;
use crate::roles::Deed;
use phrases::Voice;
use store::desk::SpaceContents;
use store::{Store, StoreError};

/// A tab over the pages of the room.
pub struct Tab {
    pub href: &'static str,
    pub name: String,
    pub current: bool,
}

/// The tabs this person may open.
pub fn tabs(page: &Page, current: &str) -> Vec<Tab> {
    let all = [
        ("/settings", "settings-organisation", Deed::ChangeSettings),
        ("/settings/clients", "settings-clients", Deed::ManageSpaces),
        ("/settings/people", "settings-people", Deed::ManagePeople),
        ("/settings/audit", "settings-audit", Deed::ReadAudit),
    ];
    let open = all.into_iter().filter(|(.., deed)| page.may(*deed));
    open.map(|(href, key, _)| Tab { href, name: page.voice.say(key), current: href == current }).collect()
}

/// Zones to choose from: every IANA zone of a place, and UTC.
pub fn zones(chosen: &str) -> Vec<(String, String)> {
    let mut names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| {
            name.contains('/')
                && !["Etc/", "posix/", "right/", "SystemV/", "US/"].iter().any(|start| name.starts_with(start))
        })
        .chain(["UTC".to_owned()])
        .collect();
    if !names.iter().any(|name| name == chosen) {
        names.push(chosen.to_owned());
    }
    names.sort_unstable();
    names.into_iter().map(|name| (name.clone(), name.replace('_', " "))).collect()
}

/// What spaces hold, added up.
pub async fn contents(store: &Store, spaces: &[store::desk::Space]) -> Result<SpaceContents, StoreError> {
    let mut sum = SpaceContents { imports: 0, posts: 0, facts: 0, observations: 0, visits: 0 };
    for space in spaces {
        let held = store.space_contents(space.id).await?;
        sum.imports += held.imports;
        sum.posts += held.posts;
        sum.facts += held.facts;
        sum.observations += held.observations;
        sum.visits += held.visits;
    }
    Ok(sum)
}

/// What is lost with it, in words.
pub fn lost(voice: &Voice, held: &SpaceContents) -> Vec<String> {
    let rows = [
        ("settings-lost-imports", held.imports),
        ("settings-lost-posts", held.posts),
        ("settings-lost-facts", held.facts),
        ("settings-lost-figures", held.observations),
        ("settings-lost-visits", held.visits),
    ];
    rows.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| voice.say_with(key, &[("n", n.into())])).collect()
}
