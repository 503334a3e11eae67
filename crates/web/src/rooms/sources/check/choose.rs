//! The choices for an import: where it goes, and how it is read. What was chosen is checked by `forms.rs`.

use super::parts::Held;
use crate::field::Field;
use crate::forms::Problems;
use crate::rooms::sources::forms::{Choices, NEW, Reach};
use crate::rooms::sources::run;
use figures::network_text;
use model::Network;
use phrases::Voice;
use sources::Asks;

/// The spaces of one client, to choose from: value, words, whether it is the one chosen.
pub struct Places {
    pub client: String,
    pub options: Vec<(String, String, bool)>,
}

/// A box to tick.
pub struct Tick {
    pub name: &'static str,
    pub ticked: bool,
    pub label: String,
    pub hint: String,
}

/// Proposes where a file goes: the only space of its network that somebody sees, else the client looked at, else the
/// only client.
pub fn propose_place(choices: &mut Choices, reach: &Reach, networks: &[Network]) {
    let (client, behind) = choices.named().unwrap_or_default();
    if !behind.is_empty() || client == NEW {
        return;
    }
    let spaces: Vec<_> =
        reach.spaces.iter().filter(|space| client.is_empty() || space.client_slug == client).cloned().collect();
    if let [network] = networks
        && let Some(only) = run::only_space(&spaces, *network)
    {
        choices.place = format!("{}/{}", only.client_slug, only.slug);
    } else if client.is_empty() {
        choices.place = match reach.clients.as_slice() {
            [] if reach.new_client => "+/".to_owned(),
            [only] => format!("{}/", only.slug),
            _ => String::new(),
        };
    }
}

/// The places somebody may choose, client by client: spaces of another network than the file's are no choice.
pub fn places(reach: &Reach, chosen: &str, networks: &[Network], voice: &Voice) -> Vec<Places> {
    let fits = |network: Network| networks.is_empty() || network == Network::Other || networks.contains(&network);
    let option = |value: String, words: String| {
        let is_chosen = value == chosen;
        (value, words, is_chosen)
    };
    let of_client = |client: &store::desk::Client| {
        let spaces = reach.spaces.iter().filter(|space| space.client == client.id && fits(space.network));
        let named = spaces.map(|space| {
            let words = format!("{} · {}", space.name, network_text(space.network, voice));
            option(format!("{}/{}", client.slug, space.slug), words)
        });
        let each = option(
            format!("{}/", client.slug),
            voice.say_with("sources-place-auto", &[("client", client.name.as_str().into())]),
        );
        let new = option(
            format!("{}/{NEW}", client.slug),
            voice.say_with("sources-place-new", &[("client", client.name.as_str().into())]),
        );
        Places { client: client.name.clone(), options: named.chain([each, new]).collect() }
    };
    reach.clients.iter().map(of_client).collect()
}

/// The network, where no file says it.
pub fn network_field(choices: &Choices, silent: bool, voice: &Voice) -> Field {
    let none = ("".to_owned(), voice.say(if silent { "sources-network-of-space" } else { "sources-network-told" }));
    let options =
        std::iter::once(none).chain(Network::ALL.iter().map(|n| (n.to_string(), network_text(*n, voice)))).collect();
    let chosen = choices.network.map_or("", Network::as_str);
    let field = Field::select("network", voice.say("sources-network"), chosen, options);
    if silent { field.hint(voice.say("sources-network.hint")) } else { field }
}

/// The choices that few need.
pub fn more_fields(choices: &Choices, held: &Held, problems: &Problems, voice: &Voice) -> Vec<Field> {
    let none = ("".to_owned(), voice.say("sources-format-recognised"));
    let formats = sources::registry::FORMATS.iter().map(|format| format.manifest());
    let formats = std::iter::once(none).chain(formats.map(|m| (m.id.to_owned(), m.name.to_owned()))).collect();
    let format = choices.format.as_deref().unwrap_or("");
    let mut fields = vec![
        Field::text("zone", voice.say("sources-zone"), choices.zone.as_deref().unwrap_or(""))
            .hint(voice.say("sources-zone.hint"))
            .checked(problems, voice),
        Field::select("format", voice.say("sources-format"), format, formats).checked(problems, voice),
    ];
    if held.asks(Asks::Team) {
        let team = choices.team.join(", ");
        fields.push(Field::text("team", voice.say("sources-team"), team).hint(voice.say("sources-team.hint")));
    }
    if held.asks(Asks::OwnHosts) {
        let hosts = choices.own_hosts.join(", ");
        fields.push(
            Field::text("own_hosts", voice.say("sources-own-hosts"), hosts).hint(voice.say("sources-own-hosts.hint")),
        );
    }
    fields
}

/// The boxes that mean something for these formats.
pub fn ticks(choices: &Choices, held: &Held, voice: &Voice) -> Vec<Tick> {
    let tick =
        |name, ticked, key: &str| Tick { name, ticked, label: voice.say(key), hint: voice.say(&format!("{key}.hint")) };
    let mut ticks = vec![tick("skip_bad", choices.skip_bad, "sources-skip-bad")];
    if held.asks(Asks::Private) || choices.include_private {
        ticks.push(tick("include_private", choices.include_private, "sources-include-private"));
    }
    if held.asks(Asks::ByOthers) || choices.by_others {
        ticks.push(tick("by_others", choices.by_others, "sources-by-others"));
    }
    ticks
}
