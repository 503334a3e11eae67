//! The choices of the top bar: client, spaces, dates, comparison. Links and GET forms only: the address holds them.

use crate::error::Failure;
use crate::page::Page;
use crate::rooms::{Choices, Room};
use crate::view::{Named, View, Window};
use jiff::civil::Date;
use measure::ask::Compare;
use phrases::Voice;
use store::desk::Space;

/// One line of a menu.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub name: String,
    /// A few words more.
    pub more: String,
    /// Whether it is the one in force.
    pub current: bool,
}

/// A space to tick.
#[derive(Debug, Clone)]
pub struct SpaceChoice {
    /// Its slug, behind its client's where none is chosen.
    pub value: String,
    /// Its name.
    pub name: String,
    /// Its icon: the network's word.
    pub icon: &'static str,
    /// Whether it is looked at.
    pub ticked: bool,
}

/// The top bar.
#[derive(Debug, Clone, Default)]
pub struct Bar {
    /// Which choices this room has.
    pub choices: Choices,
    /// The address the forms lead to.
    pub action: String,
    /// The client looked at, in words.
    pub client: String,
    /// The clients.
    pub clients: Vec<Choice>,
    /// The spaces looked at, in words.
    pub space: String,
    /// The spaces.
    pub spaces: Vec<SpaceChoice>,
    /// What else the form of spaces sends.
    pub space_fields: Vec<(String, String)>,
    /// The dates looked at, in words.
    pub period: String,
    /// The named periods.
    pub periods: Vec<Choice>,
    /// First day, for the form.
    pub from: String,
    /// Last day, for the form.
    pub until: String,
    /// What else the form of dates sends.
    pub period_fields: Vec<(String, String)>,
    /// The comparison, in words.
    pub compare: String,
    /// The comparisons.
    pub compares: Vec<Choice>,
}

impl Bar {
    pub(super) async fn of(page: &Page, room: Room) -> Result<Self, Failure> {
        let choices = room.choices();
        if choices == Choices::default() {
            return Ok(Self::default());
        }
        let store = &page.state.store;
        let clients = store.clients_of(&page.viewer).await?;
        let client = clients.iter().find(|client| Some(&client.slug) == page.view.client.as_ref());
        if page.view.client.is_some() && client.is_none() {
            return Err(Failure::NotFound);
        }
        let zone = client.map_or(page.organisation.zone.as_str(), |client| client.zone.as_str());
        let today = page.today(zone);
        let mut bar = Self { choices, action: page.path.clone(), ..Self::default() };
        let (view, voice, path) = (&page.view, &page.voice, page.path.as_str());

        let all = voice.say("bar-all-clients");
        bar.client = client.map_or_else(|| all.clone(), |client| client.name.clone());
        // Another client has other spaces.
        let to = |slug: Option<&str>| {
            View { client: slug.map(str::to_owned), spaces: Vec::new(), ..view.clone() }.here(path)
        };
        if clients.len() > 1 {
            bar.clients.push(Choice { href: to(None), name: all, more: String::new(), current: client.is_none() });
        }
        bar.clients.extend(clients.iter().map(|known| Choice {
            href: to(Some(&known.slug)),
            name: known.name.clone(),
            more: String::new(),
            current: Some(known.id) == client.map(|client| client.id),
        }));
        if choices.spaces {
            bar.fill_spaces(&store.spaces_of(&page.viewer).await?, view, voice)?;
        }
        bar.fill_period(view, voice, path, today);
        bar.fill_compare(view, voice, path);
        Ok(bar)
    }

    fn fill_spaces(&mut self, spaces: &[Space], view: &View, voice: &Voice) -> Result<(), Failure> {
        let of_client: Vec<&Space> =
            spaces.iter().filter(|space| view.client.as_ref().is_none_or(|slug| *slug == space.client_slug)).collect();
        let named = |space: &Space, wanted: &str| {
            wanted == space.slug
                || wanted.split_once('/').is_some_and(|(c, s)| c == space.client_slug && s == space.slug)
        };
        if view.spaces.iter().any(|wanted| !of_client.iter().any(|space| named(space, wanted))) {
            return Err(Failure::NotFound);
        }
        let ticked = |space: &Space| view.spaces.iter().any(|wanted| named(space, wanted));
        self.spaces = of_client
            .iter()
            .map(|space| SpaceChoice {
                value: if view.client.is_some() {
                    space.slug.clone()
                } else {
                    format!("{}/{}", space.client_slug, space.slug)
                },
                name: if view.client.is_some() {
                    space.name.clone()
                } else {
                    format!("{} · {}", space.client_name, space.name)
                },
                icon: space.network.as_str(),
                ticked: ticked(space),
            })
            .collect();
        let chosen: Vec<&&Space> = of_client.iter().filter(|space| ticked(space)).collect();
        self.space = match chosen.as_slice() {
            [] => voice.say("bar-all-spaces"),
            [one] => one.name.clone(),
            many => voice.say_with("bar-spaces", &[("n", many.len().into())]),
        };
        self.space_fields = view.fields_but(&["space"]);
        Ok(())
    }

    fn fill_period(&mut self, view: &View, voice: &Voice, path: &str, today: Date) {
        let words = |from: Option<Date>, to: Option<Date>| match (from, to.and_then(|to| to.yesterday().ok())) {
            (Some(from), Some(last)) => voice.range(from, last),
            (Some(from), None) => voice.say_with("bar-since", &[("date", voice.date(from).into())]),
            (None, Some(last)) => voice.say_with("bar-until", &[("date", voice.date(last).into())]),
            (None, None) => voice.say("period-all"),
        };
        self.periods = Named::ALL
            .iter()
            .map(|named| Choice {
                href: View { window: Window::Named(*named), ..view.clone() }.here(path),
                name: voice.say(&format!("period-{named}")),
                more: named.dates(today).map_or_else(String::new, |(from, to)| words(Some(from), Some(to))),
                current: view.window == Window::Named(*named),
            })
            .collect();
        let (from, to) = view.dates(today);
        self.period = match view.window {
            Window::Named(named) => voice.say(&format!("period-{named}")),
            Window::Dates(from, to) => words(from, to),
        };
        self.from = from.map_or_else(String::new, |date| date.to_string());
        self.until = to.and_then(|to| to.yesterday().ok()).map_or_else(String::new, |date| date.to_string());
        self.period_fields = view.fields_but(&["period", "from", "to", "until"]);
    }

    fn fill_compare(&mut self, view: &View, voice: &Voice, path: &str) {
        let word = |compare: Option<Compare>| compare.map_or("none", Compare::as_str);
        self.compares = [Some(Compare::Previous), Some(Compare::Year), None]
            .into_iter()
            .map(|compare| Choice {
                href: View { compare, ..view.clone() }.here(path),
                name: voice.say(&format!("compare-{}", word(compare))),
                more: String::new(),
                current: view.compare == compare,
            })
            .collect();
        self.compare = voice.say(&format!("compare-{}.short", word(view.compare)));
    }
}
