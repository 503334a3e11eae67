//! Running imports: in the background, with their progress told while they run and their outcome kept afterwards.
//! What becomes of a file is the business of `intake`; what people see of it that of `check.rs`.

use super::forms::{Choices, Destination};
use super::{incoming, mapping};
use crate::error::Failure;
use crate::state::State;
use intake::{IntakeError, Order, Outcome, take_in};
use model::PersonId;
use sources::open::{self, Limits, Part};
use sources::{Options, Refusal, Trouble, TroubleCode};
use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use store::StoreError;
use store::desk::{Act, NewAuditEntry, Space, Upload, UploadId, UploadState, Viewer};

/// How far one import is.
#[derive(Debug, Default)]
pub struct Progress {
    /// Bytes of all parts.
    total: AtomicU64,
    /// Bytes of the parts that are done.
    done: AtomicU64,
    /// Bytes read of the part under way.
    bytes: AtomicU64,
    /// Rows of the parts that are done.
    rows_done: AtomicU64,
    /// Rows read of the part under way.
    rows: AtomicU64,
}

impl Progress {
    /// What share was read, and how many rows.
    pub fn told(&self) -> (Option<f64>, u64) {
        let get = |number: &AtomicU64| number.load(Ordering::Relaxed);
        let total = get(&self.total);
        let read = get(&self.done) + get(&self.bytes);
        let share = (total > 0).then(|| share(read.min(total), total));
        (share, get(&self.rows_done) + get(&self.rows))
    }

    fn next(&self, size: u64) {
        self.done.fetch_add(size, Ordering::Relaxed);
        self.rows_done.fetch_add(self.rows.swap(0, Ordering::Relaxed), Ordering::Relaxed);
        self.bytes.store(0, Ordering::Relaxed);
    }
}

/// A share in thousandths is exact enough for a bar.
fn share(part: u64, whole: u64) -> f64 {
    let thousandths = u128::from(part) * 1000 / u128::from(whole.max(1));
    f64::from(u32::try_from(thousandths).unwrap_or(1000)) / 1000.0
}

/// The imports that run.
#[derive(Debug, Default)]
pub struct Running(Mutex<HashMap<i64, Arc<Progress>>>);

impl Running {
    /// How far an import is, if it runs here.
    pub fn progress(&self, id: UploadId) -> Option<Arc<Progress>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id.0).cloned()
    }

    fn begin(&self, id: UploadId) -> Arc<Progress> {
        let progress = Arc::new(Progress::default());
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id.0, Arc::clone(&progress));
        progress
    }

    fn end(&self, id: UploadId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&id.0);
    }
}

/// What an upload holds. An address gives its own name to what it brought.
pub fn parts(data: &Path, path: &str, address: Option<&str>) -> Result<Vec<Part>, Trouble> {
    let mut parts = open::list(&data.join(path), &Limits::default()).map_err(|Refusal(trouble)| trouble)?;
    if let (Some(address), [part]) = (address, parts.as_mut_slice()) {
        address.clone_into(&mut part.name);
    }
    Ok(parts)
}

/// What is to be done with which files, for whom.
pub struct Job {
    /// The state.
    pub state: State,
    /// Who asked.
    pub viewer: Viewer,
    /// The upload.
    pub upload: Upload,
    /// What the person chose.
    pub choices: Choices,
    /// Where it goes.
    pub to: Destination,
}

/// Starts an import that goes on when the page is left. `false`: it runs or ran already.
pub async fn start(job: Job) -> Result<bool, Failure> {
    let id = job.upload.id;
    if !job.state.store.start_upload(id).await? {
        return Ok(false);
    }
    let state = job.state.clone();
    let progress = state.imports.begin(id);
    let running = tokio::spawn(async move { run(&job, &progress).await });
    tokio::spawn(async move {
        let ended = match running.await {
            Ok(ended) => ended,
            // A reader of ours fell over: told like any other failure, never left running for ever.
            Err(error) => Err(IntakeError::from(error)),
        };
        let finished = finish(&state, id, ended).await;
        state.imports.end(id);
        if let Err(error) = finished {
            tracing::error!(%error, upload = id.0, "the outcome of an import could not be kept");
        }
    });
    Ok(true)
}

async fn run(job: &Job, progress: &Arc<Progress>) -> Result<Vec<Outcome>, IntakeError> {
    let (data, path, address) = (job.state.store.folder.clone(), job.upload.path.clone(), job.choices.address.clone());
    let listed = tokio::task::spawn_blocking(move || parts(&data, &path, address.as_deref())).await?;
    let parts = match listed {
        Ok(parts) => parts,
        Err(trouble) => return Ok(vec![Outcome::refused(&job.upload.name, "", trouble)]),
    };
    let outcomes = take_all(&job.state, &job.viewer, &job.choices, &job.to, &parts, progress).await?;
    let brought = outcomes.iter().any(|outcome| outcome.import.is_some());
    if brought {
        let entry = NewAuditEntry {
            person: job.viewer.person,
            client: job.to.client_id,
            act: Act::FileImported,
            what: &job.upload.name,
        };
        job.state.store.audit(&entry, job.state.now()).await?;
    }
    Ok(outcomes)
}

/// Takes every part in, one after the other; refusing one does not stop the others.
pub async fn take_all(
    state: &State,
    viewer: &Viewer,
    choices: &Choices,
    to: &Destination,
    parts: &[Part],
    progress: &Arc<Progress>,
) -> Result<Vec<Outcome>, IntakeError> {
    let sizes: Vec<u64> = parts.iter().map(|part| part.size().unwrap_or(0)).collect();
    progress.total.store(sizes.iter().sum(), Ordering::Relaxed);
    let mut outcomes = Vec::with_capacity(parts.len());
    for (part, size) in parts.iter().zip(sizes) {
        let order = order(state, viewer, choices, to, part).await?;
        let told = Arc::clone(progress);
        let tell: intake::reader::Progress = Arc::new(move |bytes, rows| {
            told.bytes.store(bytes, Ordering::Relaxed);
            told.rows.store(rows, Ordering::Relaxed);
        });
        outcomes.extend(take_in(&state.store, &order, part, state.now(), tell).await?);
        progress.next(size);
    }
    Ok(outcomes)
}

/// The order for one part: a table nobody knows comes with its mapping, and a part without a space named goes to the
/// client's only space of its network.
async fn order(
    state: &State,
    viewer: &Viewer,
    choices: &Choices,
    to: &Destination,
    part: &Part,
) -> Result<Order, IntakeError> {
    let (looked, forced) = (part.clone(), choices.format.clone());
    let seen = tokio::task::spawn_blocking(move || intake::look::look(&looked, forced.as_deref(), 0)).await?;
    let mut options = Options {
        zone: to.zone.clone(),
        zone_named: choices.zone.is_some(),
        skip_bad: choices.skip_bad,
        include_private: choices.include_private,
        by_others: choices.by_others,
        own_hosts: choices.own_hosts.clone(),
        team: choices.team.clone(),
        network: None,
        mapping: choices.mapping.clone(),
        now: state.now(),
    };
    let known = seen.known.ok();
    let is_mapped = known.as_ref().is_some_and(|known| known.manifest.id == sources::mapped::ID);
    if options.mapping.is_none() && is_mapped {
        options.mapping = mapping::kept_for(state, viewer, to.client_id, part).await?.map(|kept| kept.mapping);
    }
    let networks = known.map(|known| known.networks).unwrap_or_default();
    let network = choices.network.or_else(|| options.mapping.as_ref().and_then(|mapping| mapping.network));
    let mut order = Order::new(&to.client, options);
    order.client_id = to.client_id;
    order.network = network;
    order.format.clone_from(&choices.format);
    order.person = viewer.person;
    order.dry_run = choices.dry_run;
    order.space.clone_from(&to.space);
    order.space_id = to.space_id;
    // A file of several networks is read once for each, into the space it names.
    let told = network.or_else(|| networks.first().copied().filter(|_| networks.len() == 1));
    if order.space.is_none()
        && let Some(only) = told.and_then(|told| only_space(&to.spaces, told))
    {
        order.space = Some(only.name.clone());
        order.space_id = Some(only.id);
    }
    Ok(order)
}

/// The space that a file of this network goes to, when there is only one.
pub fn only_space(spaces: &[Space], network: model::Network) -> Option<&Space> {
    let mut found = spaces.iter().filter(|space| space.network == network);
    found.next().filter(|_| found.next().is_none())
}

async fn finish(state: &State, id: UploadId, ended: Result<Vec<Outcome>, IntakeError>) -> Result<(), StoreError> {
    let outcomes = ended.unwrap_or_else(|error| {
        tracing::error!(%error, upload = id.0, "an import failed");
        vec![Outcome::refused("", "", Trouble::new(TroubleCode::StoreFailed))]
    });
    let end = if went_well(&outcomes) { UploadState::Done } else { UploadState::Refused };
    let kept = serde_json::to_value(&outcomes)?;
    state.store.finish_upload(id, end, &kept).await?;
    if end == UploadState::Done
        && let Some(upload) = state.store.upload(&Viewer::system(), id).await?
    {
        incoming::remove(&state.store.folder, &upload.path).await;
    }
    Ok(())
}

/// Nothing was refused and something was read.
pub fn went_well(outcomes: &[Outcome]) -> bool {
    outcomes.iter().all(|outcome| outcome.refused.is_none()) && outcomes.iter().any(Outcome::is_done)
}

/// Who a person is in the history's own rows.
pub const fn is_of(person: Option<i64>, viewer: &Viewer) -> bool {
    match (person, viewer.person) {
        (Some(row), Some(PersonId(id))) => row == id,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{ClientId, Millis, Network, SpaceId};

    #[test]
    fn progress_is_told_over_all_parts() {
        let progress = Progress::default();
        assert_eq!(progress.told(), (None, 0));
        progress.total.store(400, Ordering::Relaxed);
        progress.bytes.store(100, Ordering::Relaxed);
        progress.rows.store(7, Ordering::Relaxed);
        assert_eq!(progress.told(), (Some(0.25), 7));
        progress.next(200);
        assert_eq!(progress.told(), (Some(0.5), 7));
        progress.bytes.store(999, Ordering::Relaxed);
        assert_eq!(progress.told().0, Some(1.0));
    }

    #[test]
    fn a_file_goes_to_the_only_space_of_its_network() {
        let space = |id, network| Space {
            id: SpaceId(id),
            client: ClientId(1),
            client_slug: "port".to_owned(),
            client_name: "Port".to_owned(),
            slug: id.to_string(),
            name: id.to_string(),
            network,
            created_at: Millis(0),
        };
        let spaces = [space(1, Network::X), space(2, Network::Blog), space(3, Network::Blog)];
        let found = |network| only_space(&spaces, network).map(|space| space.id.0);
        assert_eq!((found(Network::X), found(Network::Blog), found(Network::Tiktok)), (Some(1), None, None));
    }
}
