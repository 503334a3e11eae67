//! The help of every format: a list that can be searched, and a page for each, in the reader's language.

use super::markdown::{Help, help};
use super::page::search_field;
use super::words;
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::frame::Frame;
use crate::page::{Page, show};
use crate::rooms::Room;
use crate::rooms::measures::first_upper;
use askama::Template;
use axum::extract::Path;
use figures::network_text;
use phrases::Voice;
use sources::Manifest;

#[derive(Template)]
#[template(path = "rooms/sources/templates/formats.html")]
struct FormatsPage {
    frame: Frame,
    search: Field,
    found: String,
    formats: Vec<FormatShown>,
}

/// A format in the list.
struct FormatShown {
    id: &'static str,
    icon: &'static str,
    name: &'static str,
    tells: Vec<String>,
}

#[derive(Template)]
#[template(path = "rooms/sources/templates/help.html")]
struct HelpPage {
    frame: Frame,
    help: String,
    facts: Vec<(String, String)>,
}

/// The formats whose name, network or help holds every word sought.
pub async fn show_list(page: Page) -> Answered {
    let voice = &page.voice;
    let sought = page.view.own("q").unwrap_or_default().to_owned();
    let found: Vec<FormatShown> = sources::registry::FORMATS
        .iter()
        .map(|format| format.manifest())
        .filter(|manifest| holds(manifest, &sought, voice))
        .map(|m| FormatShown {
            id: m.id,
            icon: m.network.map_or("table", |network| network.as_str()),
            name: m.name,
            tells: words::tells(m, voice),
        })
        .collect();
    let title = voice.say("sources-formats");
    show(&FormatsPage {
        frame: page.frame(Room::Sources, &title).await?,
        search: search_field(&page, &sought),
        found: voice.say_with("sources-formats-found", &[("n", found.len().into())]),
        formats: found,
    })
}

fn holds(manifest: &Manifest, sought: &str, voice: &Voice) -> bool {
    let Help { title, words, .. } = help(manifest.help, voice.lang());
    let network = manifest.network.map(|network| network_text(network, voice)).unwrap_or_default();
    let text = format!("{} {} {network} {title} {words}", manifest.id, manifest.name).to_lowercase();
    sought.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// The help of one format.
pub async fn show_help(page: Page, Path(id): Path<String>) -> Answered {
    let manifest = sources::registry::by_id(&id).ok_or(Failure::NotFound)?.manifest();
    let Help { title, html, .. } = help(manifest.help, page.voice.lang());
    let title = if title.is_empty() { manifest.name.to_owned() } else { title };
    show(&HelpPage { frame: page.frame(Room::Sources, &title).await?, help: html, facts: facts(manifest, &page.voice) })
}

/// A format in short.
fn facts(manifest: &Manifest, voice: &Voice) -> Vec<(String, String)> {
    let fact = |key: &str, words: Option<String>| words.map(|words| (voice.say(key), words));
    let network =
        manifest.network.map_or_else(|| voice.say("sources-any-network"), |network| network_text(network, voice));
    let list = |words: Vec<String>| (!words.is_empty()).then(|| words.join(" "));
    [
        fact("sources-network", Some(network)),
        fact("sources-fact-tells", list(words::tells(manifest, voice))),
        fact("sources-fact-lacks", words::lacks(manifest, voice).map(|list| first_upper(&list))),
        fact("sources-fact-never-kept", (!manifest.never_kept.is_empty()).then(|| manifest.never_kept.join(", "))),
        fact("sources-zone", manifest.service_zone.map(str::to_owned)),
        fact("sources-fact-tier", Some(voice.say(&format!("tier-{}", manifest.tier)))),
        fact("sources-fact-id", Some(manifest.id.to_owned())),
    ]
    .into_iter()
    .flatten()
    .collect()
}
