//! Taking one file in, from recognition to commit.

use crate::choices::Choices;
use crate::kept::{self, Content};
use crate::order::Order;
use crate::outcome::Outcome;
use crate::reader::{self, Progress, Read};
use model::{ClientId, Millis, Network, Provenance, SpaceId};
use sources::input::{self, Input};
use sources::open::Part;
use sources::recognise::{Found, recognise};
use sources::{Refusal, Trouble, TroubleCode};
use std::pin::Pin;
use std::sync::Arc;
use store::desk::access::Viewer;
use store::desk::client::Client;
use store::desk::space::Space;
use store::history::{Counted, Import, NewImport};
use store::{Store, StoreError};

/// Something of ours failed; the file is not to blame.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A reading thread died.
    #[error("reading stopped: {0}")]
    Thread(#[from] tokio::task::JoinError),
    /// The outcome could not be noted.
    #[error("notes could not be written: {0}")]
    Notes(#[from] serde_json::Error),
}

/// What a long piece of work promises.
pub type Boxed<'a, T> = Pin<Box<dyn Future<Output = Result<T, IntakeError>> + Send + 'a>>;

/// Takes one part in: one outcome, or one for each kind of space where the file speaks of several (a Meta file of a
/// page and its Instagram account). A file that cannot be read is an [`Outcome`] with its refusal, not an error.
///
/// Boxed, so that it is compiled here, once, and not again wherever it is awaited.
pub fn take_in<'a>(
    store: &'a Store,
    order: &'a Order,
    part: &'a Part,
    now: Millis,
    progress: Progress,
) -> Boxed<'a, Vec<Outcome>> {
    Box::pin(take_each(store, order, part, now, progress))
}

async fn take_each(
    store: &Store,
    order: &Order,
    part: &Part,
    now: Millis,
    progress: Progress,
) -> Result<Vec<Outcome>, IntakeError> {
    let mut outcomes = Vec::new();
    for order in per_network(store, order, part).await? {
        outcomes.push(take_one(store, &order, part, now, Arc::clone(&progress)).await?);
    }
    Ok(outcomes)
}

/// One order for each kind of space the file speaks of, unless the person or the chosen space says which is meant.
async fn per_network(store: &Store, order: &Order, part: &Part) -> Result<Vec<Order>, IntakeError> {
    let Ok((found, _, networks)) = open(part, order).await? else { return Ok(vec![order.clone()]) };
    if order.network.is_some() || networks.len() < 2 {
        return Ok(vec![order.clone()]);
    }
    if let Some(name) = &order.space {
        let chosen = find(store, order, name, None).await?.1.map(|space| space.network);
        if let Some(network) = chosen.filter(|network| networks.contains(network)) {
            return Ok(vec![Order { network: Some(network), ..order.clone() }]);
        }
    }
    tracing::debug!(format = found.format.manifest().id, ?networks, "one reading for each kind of space");
    Ok(networks.into_iter().map(|network| Order { network: Some(network), ..order.clone() }).collect())
}

async fn take_one(
    store: &Store,
    order: &Order,
    part: &Part,
    now: Millis,
    progress: Progress,
) -> Result<Outcome, IntakeError> {
    let name = part.name.clone();
    let (found, input) = match open(part, order).await? {
        Ok((found, input, _)) => (found, input),
        Err(Refusal(trouble)) if part.among_others && is_beside(&trouble) => {
            return Ok(Outcome { file: name, left_out: true, ..Outcome::default() });
        }
        Err(Refusal(trouble)) => return Ok(Outcome::refused(&name, "", trouble)),
    };
    let format = found.format.manifest().id;
    let mut order = order.clone();
    let (client, space, made) = match place(store, &order, &found, now).await? {
        Ok(place) => place,
        Err(trouble) => return Ok(Outcome::refused(&name, format, trouble)),
    };
    order.options.network = order.network.or(space.as_ref().map(|space| space.network));
    if !order.options.zone_named
        && let Some(client) = &client
    {
        order.options.zone.clone_from(&client.zone);
    }
    order.options.now = now;
    let content = if order.dry_run { None } else { Content::of(part).await? };
    let choices = match Choices::of(&order.options) {
        Ok(choices) => serde_json::to_string(&choices)?,
        Err(trouble) => return Ok(Outcome::refused(&name, format, trouble)),
    };
    let import = match client.as_ref().zip(space.as_ref()) {
        Some((client, space)) => {
            let new = NewImport {
                client: client.id,
                space: space.id,
                person: order.person,
                provenance: Provenance::Imported,
                format,
                name: &name,
                hash: content.as_ref().map_or("", |content| content.hash.as_str()),
                choices: &choices,
                lacks: found.format.manifest().lacks,
                at: now,
            };
            Some(store.begin_import(&new).await?)
        }
        None => None,
    };
    let mut outcome = Outcome {
        file: name.clone(),
        format: format.to_owned(),
        client: client.map(|client| client.slug),
        space: space.map(|space| space.slug),
        dry_run: order.dry_run,
        ..Outcome::default()
    };
    let file = content.as_ref().map(|content| (part, content));
    match run(found, input, &order, import, file, progress).await? {
        Ok((read, counted, import)) => fill(&mut outcome, read, counted, import),
        Err(Refusal(trouble)) => {
            made.unmake(store).await?;
            if part.among_others && is_beside(&trouble) {
                return Ok(Outcome { file: name, left_out: true, ..Outcome::default() });
            }
            outcome.refused = Some(trouble);
        }
    }
    Ok(outcome)
}

/// Nobody knows this file, or all of it is private: no fault of the person where it came with others.
const fn is_beside(trouble: &Trouble) -> bool {
    matches!(trouble.code, TroubleCode::Unrecognised | TroubleCode::MappingNeeded | TroubleCode::OnlyPrivate)
}

/// Opens and recognises, off the async threads.
async fn open(part: &Part, order: &Order) -> Result<Result<(Found, Input, Vec<Network>), Refusal>, IntakeError> {
    let (part, forced, mapping) = (part.clone(), order.format.clone(), order.options.mapping.clone());
    let opened = tokio::task::spawn_blocking(move || {
        let (peek, input) = input::peek(part.open()?).map_err(|error| input::refused(&error))?;
        let found = recognise(&peek, forced.as_deref(), mapping.as_ref())?;
        let networks = found.format.networks(&peek);
        Ok((found, input, networks))
    });
    Ok(opened.await?)
}

/// What was made for a file: taken away again when the file is refused.
#[derive(Default)]
struct Made {
    client: Option<ClientId>,
    space: Option<SpaceId>,
}

impl Made {
    async fn unmake(self, store: &Store) -> Result<(), StoreError> {
        if let Some(space) = self.space {
            store.delete_space(space).await?;
        }
        if let Some(client) = self.client {
            store.delete_client(client).await?;
        }
        Ok(())
    }
}

type Place = (Option<Client>, Option<Space>, Made);

/// Finds the client and the space, or makes them; a trial makes nothing.
async fn place(
    store: &Store,
    order: &Order,
    found: &Found,
    now: Millis,
) -> Result<Result<Place, Trouble>, IntakeError> {
    let told = order.network.or(found.recognised.network).or(found.format.manifest().network);
    let default = told.map_or("Site", network_name);
    let name = order.space.as_deref().or(found.recognised.space.as_deref()).unwrap_or(default);
    let (client, space) = find(store, order, name, told).await?;
    if let (Some(space), Some(told)) = (&space, told)
        && space.network != told
        && space.network != Network::Other
    {
        let trouble =
            Trouble::new(TroubleCode::WrongNetwork).with("file", told.as_str()).with("space", space.network.as_str());
        return Ok(Err(trouble));
    }
    if order.dry_run {
        return Ok(Ok((client, space, Made::default())));
    }
    let (client, new_client) = match client {
        Some(client) => (client, false),
        None => store.find_or_create_client(&order.client, &order.options.zone, now).await?,
    };
    let (space, new_space) = match space {
        Some(space) => (space, false),
        None => store.find_or_create_space(client.id, name, told, now).await?,
    };
    let made = Made { client: new_client.then_some(client.id), space: new_space.then_some(space.id) };
    Ok(Ok((Some(client), Some(space), made)))
}

/// The client and the space that the order names, by id, by name or by slug, as far as they are there. Of two spaces
/// of one name (a page and its account), the one of the network told.
async fn find(
    store: &Store,
    order: &Order,
    space: &str,
    told: Option<Network>,
) -> Result<(Option<Client>, Option<Space>), IntakeError> {
    let same =
        |slug: &str, name: &str, wanted: &str| slug == wanted || name.to_lowercase() == wanted.trim().to_lowercase();
    let viewer = Viewer::system();
    let clients = store.clients_of(&viewer).await?;
    let client = clients.into_iter().find(|known| match order.client_id {
        Some(id) => known.id == id,
        None => same(&known.slug, &known.name, &order.client),
    });
    let Some(client) = client else { return Ok((None, None)) };
    let spaces = store.spaces_of(&viewer).await?;
    let named = spaces.into_iter().filter(|known| known.client == client.id).filter(|known| match order.space_id {
        Some(id) => known.id == id,
        None => same(&known.slug, &known.name, space),
    });
    let space = named.max_by_key(|known| Some(known.network) == told);
    Ok((Some(client), space))
}

/// A space's name when neither the person nor the file gives one: the network's, as its owner writes it.
const fn network_name(network: Network) -> &'static str {
    match network {
        Network::Facebook => "Facebook",
        Network::Instagram => "Instagram",
        Network::X => "X",
        Network::Linkedin => "LinkedIn",
        Network::Pinterest => "Pinterest",
        Network::Youtube => "YouTube",
        Network::Tiktok => "TikTok",
        Network::Threads => "Threads",
        Network::Mastodon => "Mastodon",
        Network::Bluesky => "Bluesky",
        Network::Googleplus => "Google+",
        Network::Blog => "Blog",
        Network::Site | Network::Other => "Site",
        Network::Forum => "Forum",
        Network::Newsletter => "Newsletter",
        Network::Chat => "Chat",
        Network::Journal => "Journal",
    }
}

type Done = (Read, Option<Counted>, Option<i64>);

async fn run(
    found: Found,
    input: Input,
    order: &Order,
    mut import: Option<Import>,
    file: Option<(&Part, &Content)>,
    progress: Progress,
) -> Result<Result<Done, Refusal>, IntakeError> {
    let (mut batches, reading) = reader::start(found.format, input, order.options.clone(), progress);
    let mut told = Counted::default();
    while let Some(batch) = batches.recv().await {
        match &mut import {
            Some(import) => batch.write(import).await?,
            None => batch.count(&mut told),
        }
    }
    let mut read = match reading.await? {
        Ok(read) => read,
        Err(refusal) => return Ok(Err(refusal)),
    };
    // What was seen at first sight and again in the whole file is said once.
    let mut seen = found.recognised.seen;
    let whole = std::mem::take(&mut read.report.seen);
    seen.extend(whole.into_iter().filter(|note| !seen.contains(note)).collect::<Vec<_>>());
    read.report.seen = seen;
    let Some(mut import) = import else { return Ok(Ok((read, Some(told), None))) };
    if order.dry_run {
        let counted = import.abandon().await?;
        return Ok(Ok((read, Some(counted), None)));
    }
    if let Some((part, content)) = file
        && found.format.keeps_file()
    {
        kept::keep(&mut import, part, content).await?;
    }
    let id = import.id().0;
    let seen = serde_json::to_string(&read.report.seen)?;
    let bad = serde_json::to_string(&read.bad)?;
    let counted = import.finish(read.report.rows, read.bad_count, &seen, &bad).await?;
    Ok(Ok((read, Some(counted), Some(id))))
}

fn fill(outcome: &mut Outcome, read: Read, counted: Option<Counted>, import: Option<i64>) {
    let counted = counted.unwrap_or_default();
    outcome.rows_read = read.report.rows;
    outcome.seen = read.report.seen;
    outcome.bad = read.bad.into_iter().map(Into::into).collect();
    outcome.bad_count = read.bad_count;
    outcome.posts = counted.posts;
    outcome.facts = counted.facts;
    outcome.observations = counted.observations;
    outcome.visits = counted.visits;
    outcome.answers = counted.answers;
    outcome.duplicates = counted.duplicates;
    outcome.import = import;
}
