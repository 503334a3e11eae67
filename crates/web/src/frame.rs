//! What stands around every page: rail of rooms, top bar of choices, message of the last act, dialogs. Filled here,
//! drawn by `templates/frame.html`; pages extend it. Not for the content of any room.

mod bar;

pub use bar::Bar;

use crate::assets::ASSETS;
use crate::error::Failure;
use crate::page::Page;
use crate::rooms::Room;
use crate::visit::Visit;
use phrases::Voice;
use store::desk::Theme;

/// A room in the rail.
#[derive(Debug, Clone)]
pub struct RailRoom {
    /// Its address, with what is looked at.
    pub href: String,
    /// Its icon.
    pub icon: &'static str,
    /// Its name.
    pub name: String,
    /// The key that goes there.
    pub key: char,
    /// Whether this is it.
    pub current: bool,
}

/// A message about the last act.
#[derive(Debug, Clone)]
pub struct Told {
    /// Classes.
    pub class: &'static str,
    /// Icon.
    pub icon: &'static str,
    /// Role for those who listen.
    pub live: &'static str,
    /// The sentence.
    pub text: String,
}

/// A button of the theme switch.
#[derive(Debug, Clone)]
pub struct ThemeButton {
    /// `auto`, `light`, `dark`.
    pub value: &'static str,
    /// Icon.
    pub icon: &'static str,
    /// Its name.
    pub name: String,
    /// Whether it is the one in force.
    pub pressed: bool,
}

/// The frame. The base template `templates/frame.html` takes everything from it.
#[derive(Clone)]
pub struct Frame {
    /// Speaks the person's language.
    pub voice: Voice,
    /// For the browser's tab.
    pub title: String,
    /// For the hidden field of every form.
    pub csrf: String,
    /// The theme, unless it is the machine's.
    pub theme: Option<&'static str>,
    /// The rooms that are there.
    pub rooms: Vec<RailRoom>,
    /// The finder, with what is looked at.
    pub find: String,
    /// Where the mark leads.
    pub home: String,
    /// The theme switch.
    pub themes: Vec<ThemeButton>,
    /// The choices of the top bar.
    pub bar: Bar,
    /// Whether all of this is made up.
    pub sample: bool,
    /// The message of the last act.
    pub told: Option<Told>,
}

impl Frame {
    pub(crate) async fn of(page: &Page, room: Room, title: &str) -> Result<Self, Failure> {
        let voice = page.voice.clone();
        let rail = |other: &Room| RailRoom {
            href: page.view.link(&other.path()),
            icon: other.word(),
            name: voice.say(&format!("room-{}", other.word())),
            key: other.key(),
            current: *other == room,
        };
        let chosen = page.person.theme;
        let button = |(theme, icon): (Theme, &'static str)| ThemeButton {
            value: theme.as_str(),
            icon,
            name: voice.say(&format!("theme-{theme}")),
            pressed: theme == chosen,
        };
        Ok(Self {
            title: title.to_owned(),
            csrf: page.csrf()?,
            theme: theme_word(chosen),
            rooms: Room::ALL.iter().filter(|other| other.open_to(page.person.role)).map(rail).collect(),
            find: page.view.link(crate::rooms::find::PATH),
            home: page.view.link(&Room::first().path()),
            themes: [(Theme::Auto, "auto"), (Theme::Light, "sun"), (Theme::Dark, "moon")].map(button).to_vec(),
            bar: Bar::of(page, room).await?,
            sample: page.organisation.sample,
            told: told(&page.visit, &voice),
            voice,
        })
    }

    /// A message.
    pub fn say(&self, key: &str) -> String {
        self.voice.say(key)
    }

    /// The address of an asset.
    pub fn asset(&self, name: &str) -> String {
        ASSETS.url(name)
    }

    /// Whether htmx is here.
    pub fn enhanced(&self) -> bool {
        ASSETS.enhanced
    }
}

/// The frame of a page that stands alone: sign-in, errors. The base template is `templates/alone.html`.
#[derive(Clone)]
pub struct Alone {
    /// Speaks the visitor's language.
    pub voice: Voice,
    /// For the browser's tab.
    pub title: String,
    /// The theme, unless it is the machine's.
    pub theme: Option<&'static str>,
    /// The message of the last act.
    pub told: Option<Told>,
}

impl Alone {
    /// For a visitor, signed in or not.
    pub fn of(visit: &Visit, voice: &Voice, title: &str) -> Self {
        let theme = visit.person.as_ref().and_then(|person| theme_word(person.theme));
        Self { voice: voice.clone(), title: title.to_owned(), theme, told: told(visit, voice) }
    }

    /// A message.
    pub fn say(&self, key: &str) -> String {
        self.voice.say(key)
    }

    /// The address of an asset.
    pub fn asset(&self, name: &str) -> String {
        ASSETS.url(name)
    }
}

fn told(visit: &Visit, voice: &Voice) -> Option<Told> {
    let flash = visit.flash.as_ref()?;
    let tone = flash.tone;
    Some(Told { class: tone.class(), icon: tone.icon(), live: tone.live(), text: flash.said.in_voice(voice) })
}

const fn theme_word(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::Auto => None,
        Theme::Light | Theme::Dark => Some(theme.as_str()),
    }
}
