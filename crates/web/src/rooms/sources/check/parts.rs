//! What an upload holds, shown before it is taken in: each part with its format, what says so, its first rows, and
//! for what is small what it would bring. Nothing is stored.

use crate::error::Failure;
use crate::page::Page;
use crate::rooms::sources::forms::Choices;
use crate::rooms::sources::told::{self, Count, FileTold, Told};
use crate::rooms::sources::{mapping, run, words};
use figures::network_text;
use intake::look::{Known, Seen, look};
use intake::{Order, Outcome, take_in};
use model::{ClientId, Network};
use phrases::Voice;
use sources::open::Part;
use sources::preview::Preview;
use sources::{Asks, Mapping, Options, Trouble};
use std::sync::Arc;
use store::desk::Upload;

/// Parts that are looked at; an archive may hold thousands.
const LOOKED_AT: usize = 20;

/// Rows of a preview.
const ROWS: usize = 6;

/// Parts up to this size together (unpacked, where an archive says so) are read through at once, so that their faults
/// are known before the import.
const READ_THROUGH: u64 = 4 * 1024 * 1024;

/// A part as the page shows it.
#[derive(Debug, Clone)]
pub struct PartShown {
    /// Its name.
    pub name: String,
    /// Size and manner of writing.
    pub about: String,
    /// Its icon.
    pub icon: &'static str,
    /// Its format's name.
    pub format: String,
    /// The help of its format.
    pub help: Option<String>,
    /// Classes, icon and words of its chip.
    pub chip: (&'static str, &'static str, String),
    /// What was seen.
    pub notes: Vec<String>,
    /// What it would bring.
    pub counts: Vec<Count>,
    /// What is wrong with it.
    pub wrong: Option<Told>,
    /// Bad lines that would be skipped.
    pub bad: Option<String>,
    /// The first rows.
    pub preview: Preview,
    /// For a table nobody knows: the name of its mapping, empty without one.
    pub mapping: Option<String>,
    /// Where the mapping assistant is.
    pub assistant: String,
}

/// What an upload holds.
#[derive(Debug, Default)]
pub struct Held {
    /// The parts looked at.
    pub parts: Vec<PartShown>,
    /// How many more there are.
    pub more: usize,
    /// The networks the parts speak of.
    pub networks: Vec<Network>,
    /// Whether a part does not say its network.
    pub silent: bool,
    /// What the parts' formats would like to know.
    pub asks: Vec<Asks>,
    /// The client whose mapping reads a table of it.
    pub mapped_for: Option<ClientId>,
    /// Why nothing can be looked at.
    pub wrong: Option<Told>,
}

impl Held {
    /// Whether it would be refused as it is.
    pub fn is_wrong(&self) -> bool {
        self.wrong.is_some() || self.parts.iter().any(|part| part.wrong.is_some())
    }

    /// Whether one of the parts would like to know this.
    pub fn asks(&self, what: Asks) -> bool {
        self.asks.contains(&what)
    }

    /// Whether every part was read to its end, and found good.
    pub fn is_read(&self) -> bool {
        self.more == 0 && !self.parts.is_empty() && self.parts.iter().all(|part| !part.counts.is_empty())
    }

    /// Whether something can be imported.
    pub fn is_ready(&self) -> bool {
        self.more > 0 || self.parts.iter().any(|part| part.help.is_some() && part.mapping.as_deref() != Some(""))
    }
}

/// Looks at an upload with the person's choices.
pub async fn held(page: &Page, upload: &Upload, choices: &Choices, client: Option<ClientId>) -> Result<Held, Failure> {
    let (data, path) = (page.state.store.folder.clone(), upload.path.clone());
    let (address, forced) = (choices.address.clone(), choices.format.clone());
    let looked = tokio::task::spawn_blocking(move || {
        let parts = run::parts(&data, &path, address.as_deref())?;
        let seen: Vec<(Part, Seen)> =
            parts.iter().take(LOOKED_AT).map(|part| (part.clone(), look(part, forced.as_deref(), ROWS))).collect();
        Ok::<_, Trouble>((parts.len() - seen.len(), seen))
    });
    let (more, seen) = match looked.await.map_err(Failure::broken)? {
        Ok(looked) => looked,
        Err(trouble) => return Ok(Held { wrong: Some(Told::of(&trouble, &page.voice)), ..Held::default() }),
    };
    let mut held = Held { more, ..Held::default() };
    let several = seen.len() > 1;
    let mut read = 0;
    for (index, (part, seen)) in seen.into_iter().enumerate() {
        let mut kept = None;
        if let Ok(known) = &seen.known {
            held.asks.extend_from_slice(known.manifest.asks);
            if known.manifest.id == sources::mapped::ID {
                kept =
                    Some(mapping::kept_for(&page.state, &page.viewer, client, &part).await.map_err(Failure::broken)?);
            }
            held.mapped_for = held.mapped_for.or(kept.iter().flatten().find_map(|kept| kept.client));
            let told = kept.iter().flatten().filter_map(|kept| kept.mapping.network);
            let networks: Vec<Network> = told.chain(known.networks.iter().copied()).collect();
            held.silent |= networks.is_empty();
            held.networks.extend(networks);
        }
        let name = kept.as_ref().map(|kept| kept.as_ref().map_or_else(String::new, |kept| kept.mapping.name.clone()));
        let mut shown = shown(&seen, name, several, &page.voice);
        shown.assistant = format!("/sources/uploads/{}/mapping?part={index}", upload.id.0);
        let waits = kept.as_ref().is_some_and(Option::is_none);
        read += seen.size.unwrap_or(READ_THROUGH);
        if read <= READ_THROUGH && seen.known.is_ok() && !waits {
            let mapping = kept.flatten().map(|kept| kept.mapping);
            read_through(page, &part, choices, mapping, &mut shown).await?;
        }
        held.parts.push(shown);
    }
    held.networks.sort_unstable();
    held.networks.dedup();
    Ok(held)
}

fn shown(seen: &Seen, mapping: Option<String>, several: bool, voice: &Voice) -> PartShown {
    let size = seen.size.map(|size| voice.bytes(size));
    let written = (!seen.preview.headers.is_empty()).then(|| words::note(voice, &seen.preview.note));
    let about: Vec<String> = size.into_iter().chain(written).collect();
    let chip = |class, icon, key: &str| (class, icon, voice.say(key));
    let mut shown = PartShown {
        name: seen.name.clone(),
        about: about.join(" · "),
        icon: "file",
        format: String::new(),
        help: None,
        chip: chip("chip chip-gain", "check", "sources-chip-known"),
        notes: Vec::new(),
        counts: Vec::new(),
        wrong: None,
        bad: None,
        preview: seen.preview.clone(),
        mapping,
        assistant: String::new(),
    };
    match &seen.known {
        Ok(known) => {
            shown.icon = icon(known);
            shown.format = title(known, voice);
            shown.help = Some(format!("/sources/formats/{}", known.manifest.id));
            shown.notes = told::notes(&known.notes, voice);
            if shown.mapping.as_deref() == Some("") {
                shown.chip = chip("chip chip-signal", "table", "sources-chip-columns");
                // What was seen of it are its columns, and those stand below.
                shown.notes.clear();
            }
        }
        // One unknown among others is left out and harms nobody.
        Err(trouble) if several && trouble.code == sources::TroubleCode::Unrecognised => {
            shown.format = voice.say("sources-unknown");
            shown.chip = chip("chip", "info", "sources-chip-left-out");
        }
        Err(trouble) => {
            shown.format = voice.say("sources-unknown");
            shown.chip = chip("chip chip-loss", "alert", "sources-chip-refused");
            shown.wrong = Some(Told::of(trouble, voice));
        }
    }
    shown
}

fn icon(known: &Known) -> &'static str {
    known.networks.first().map_or("table", |network| network.as_str())
}

/// The format, and the space the file names.
fn title(known: &Known, voice: &Voice) -> String {
    let name = known.manifest.name;
    let networks: Vec<String> = known.networks.iter().map(|network| network_text(*network, voice)).collect();
    match (&known.space, known.manifest.network) {
        (Some(space), _) => format!("{name} · {space}"),
        (None, None) if !networks.is_empty() => format!("{name} · {}", networks.join(", ")),
        _ => name.to_owned(),
    }
}

/// Reads a small part to its end, for nobody: what it would bring at most, or what is wrong with it.
async fn read_through(
    page: &Page,
    part: &Part,
    choices: &Choices,
    mapping: Option<Mapping>,
    shown: &mut PartShown,
) -> Result<(), Failure> {
    let options = Options {
        zone: choices.zone.clone().unwrap_or_else(|| page.organisation.zone.clone()),
        zone_named: choices.zone.is_some(),
        skip_bad: choices.skip_bad,
        include_private: choices.include_private,
        by_others: choices.by_others,
        own_hosts: choices.own_hosts.clone(),
        team: choices.team.clone(),
        network: None,
        mapping,
        now: page.now(),
    };
    // Without a client nothing is compared and no transaction begun.
    let mut order = Order::new("", options);
    order.format.clone_from(&choices.format);
    order.network = choices.network;
    order.dry_run = true;
    let outcomes =
        take_in(&page.state.store, &order, part, page.now(), Arc::new(|_, _| {})).await.map_err(Failure::broken)?;
    let voice = &page.voice;
    let several = outcomes.len() > 1;
    let mut sum = Outcome::default();
    for outcome in outcomes {
        if let Some(trouble) = outcome.refused {
            shown.chip = ("chip chip-loss", "alert", voice.say("sources-chip-refused"));
            shown.wrong = Some(Told::of(&trouble, voice));
            return Ok(());
        }
        sum.rows_read = sum.rows_read.max(outcome.rows_read);
        sum.posts += outcome.posts;
        sum.facts += outcome.facts;
        sum.observations += outcome.observations;
        sum.visits += outcome.visits;
        sum.answers += outcome.answers;
        sum.bad_count = sum.bad_count.max(outcome.bad_count);
        // What one reading leaves to the other is not left out of the file.
        sum.seen.extend(outcome.seen.into_iter().filter(|note| !several || note.code != "other-network-left-out"));
    }
    let told = FileTold::of(&sum, &shown.name, voice);
    shown.counts = told.counts;
    shown.bad = told.bad_count;
    shown.notes = told.notes;
    Ok(())
}
