//! Everything that has an address, by name: rooms, measures, clients, spaces, settings, formats. `Ctrl K` asks for this
//! page and shows its links in place; without script it is a page with a field. Not for what stands inside a page.

use crate::error::Answered;
use crate::field::Field;
use crate::frame::Frame;
use crate::page::{Page, show};
use crate::roles::Deed;
use crate::rooms::measures::first_upper;
use crate::rooms::{Room, settings};
use crate::state::State;
use crate::view::View;
use askama::Template;
use axum::Router;
use axum::routing::get;
use figures::network_text;
use measure::indicator;
use phrases::Voice;

/// Where it is.
pub const PATH: &str = "/find";

/// The page of the finder.
pub fn router() -> Router<State> {
    Router::new().route(PATH, get(list))
}

/// One place.
struct Place {
    href: String,
    icon: &'static str,
    name: String,
    more: String,
    /// Words it is also found by.
    words: String,
}

/// Places of one sort.
struct Group {
    name: String,
    places: Vec<Place>,
}

#[derive(Template)]
#[template(path = "rooms/find/templates/find.html")]
struct FindPage {
    frame: Frame,
    field: Field,
    groups: Vec<Group>,
}

/// `GET /find`, narrowed by `q`.
pub async fn list(page: Page) -> Answered {
    let voice = &page.voice;
    let sought = page.view.own("q").unwrap_or_default().to_owned();
    let title = voice.say("frame-find");
    let mut frame = page.frame(Room::Account, &title).await?;
    // It is in no room.
    frame.rooms.iter_mut().for_each(|room| room.current = false);
    let clients = page.state.store.clients_of(&page.viewer).await?;
    let spaces = page.state.store.spaces_of(&page.viewer).await?;
    let several = clients.len() > 1;

    let rooms = frame.rooms.iter().map(|room| place(room.href.clone(), room.icon, room.name.clone()));
    let tabs = settings::tabs(&page).into_iter().map(|tab| place(tab.href.to_owned(), "settings", tab.name));
    let api = place("/api".to_owned(), "key", voice.say("api-title"));
    let mut groups = vec![group("frame-find-rooms", rooms.chain(tabs).chain([api]).collect(), voice)];
    if page.may(Deed::SeeMeasures) {
        groups.push(group("frame-find-measures", measures(&page), voice));
        let of_client = clients.iter().map(|client| {
            let view = View { client: Some(client.slug.clone()), spaces: Vec::new(), ..page.view.clone() };
            place(view.link("/measures"), "people", client.name.clone())
        });
        groups.push(group("frame-find-clients", of_client.collect(), voice));
        let of_space = spaces.iter().map(|space| {
            let (client, only) = (Some(space.client_slug.clone()), vec![space.slug.clone()]);
            let view = View { client, spaces: only, ..page.view.clone() };
            Place {
                more: if several { space.client_name.clone() } else { String::new() },
                words: format!("{} {}", space.client_name, network_text(space.network, voice)),
                ..place(view.link("/measures"), space.network.as_str(), space.name.clone())
            }
        });
        groups.push(group("frame-find-spaces", of_space.collect(), voice));
    }
    if page.may(Deed::SeeSources) {
        let of_format = sources::registry::FORMATS.iter().map(|format| format.manifest()).map(|manifest| {
            let icon = manifest.network.map_or("table", |network| network.as_str());
            Place {
                words: manifest.id.to_owned(),
                ..place(format!("/sources/formats/{}", manifest.id), icon, manifest.name.to_owned())
            }
        });
        groups.push(group("frame-find-formats", of_format.collect(), voice));
    }
    for group in &mut groups {
        group.places.retain(|place| answers(place, &sought));
    }
    groups.retain(|group| !group.places.is_empty());
    show(&FindPage {
        field: Field::text("q", voice.say("frame-find-label"), &sought).autocomplete("off"),
        groups,
        frame,
    })
}

fn place(href: String, icon: &'static str, name: String) -> Place {
    Place { href, icon, name, more: String::new(), words: String::new() }
}

fn group(key: &str, places: Vec<Place>, voice: &Voice) -> Group {
    Group { name: voice.say(key), places }
}

fn measures(page: &Page) -> Vec<Place> {
    let of = |indicator: &&indicator::Indicator| Place {
        more: page.voice.say(&format!("layer-{}", indicator.layer)),
        words: format!("{} {}", indicator.id.replace('_', " "), page.voice.say(&indicator.short_key())),
        ..place(
            page.view.link(&format!("/measures/{}", indicator.id)),
            "measures",
            first_upper(&page.voice.say(&indicator.name_key())),
        )
    };
    indicator::ALL.iter().map(of).collect()
}

/// Whether a place has every word sought, whatever the case.
fn answers(place: &Place, sought: &str) -> bool {
    let text = format!("{} {} {}", place.name, place.more, place.words).to_lowercase();
    sought.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests;
