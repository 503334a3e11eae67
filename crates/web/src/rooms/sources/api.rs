//! Imports and formats for programs: the fields of `vigie import`, the outcomes of `vigie import --json`.
//! An import over the API is answered when it is over; it leaves nothing to wait on the page.

use super::forms::{Choices, Destination, NEW, Reach, hosts, names};
use super::{incoming, run};
use crate::api::Caller;
use crate::error::{Answered, Failure};
use crate::forms::{Problems, Sent};
use crate::roles::Deed;
use crate::said::Said;
use crate::state::State;
use axum::Json;
use axum::extract::{DefaultBodyLimit, Multipart, Path, Query};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use intake::Outcome;
use model::ImportId;
use serde::{Deserialize, Serialize};
use sources::{Mapping, Refusal};
use std::sync::Arc;
use store::desk::{Act, Client, ScopeFilter};
use store::history::ImportRow;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Imports and formats.
pub fn router() -> OpenApiRouter<State> {
    let imports = OpenApiRouter::new().routes(routes!(list, import)).layer(DefaultBodyLimit::disable());
    imports.routes(routes!(undo)).routes(routes!(formats))
}

/// What `POST /imports` takes.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "describes the form to programs; the fields are read one by one as they arrive")]
struct ImportForm {
    /// The client, by name or slug; made when new, by those who may.
    client: String,
    /// The space, by name or slug; without it as each file says. Made when new.
    space: Option<String>,
    /// The kind of space, where the file does not say.
    network: Option<String>,
    /// The id of the format, where recognition is not wanted.
    r#as: Option<String>,
    /// The IANA zone of local times.
    zone: Option<String>,
    /// A mapping, TOML.
    map: Option<String>,
    /// `true`: skip bad lines instead of refusing the file.
    skip_bad: Option<bool>,
    /// `true`: also what was not public.
    include_private: Option<bool>,
    /// `true`: the file was written by others.
    by_others: Option<bool>,
    /// Hosts of the client's own sites.
    own_host: Option<String>,
    /// Names of the team's people, as the source writes them, with commas between.
    team: Option<String>,
    /// `true`: read everything, store nothing.
    dry_run: Option<bool>,
    /// An address in place of a file.
    address: Option<String>,
    /// The files; a zip is taken apart. The other fields come before them.
    #[schema(format = Binary, content_media_type = "application/octet-stream")]
    file: Vec<String>,
}

/// Takes files in; answers with one outcome per file, as `vigie import --json` prints them. 422 when a file was refused.
#[utoipa::path(post, path = "/imports", request_body(content = ImportForm, content_type = "multipart/form-data"),
    responses((status = OK, description = "One outcome per file"), (status = UNPROCESSABLE_ENTITY, description = "A file was refused, or a field is wrong")))]
async fn import(caller: Caller, form: Multipart) -> Answered {
    caller.require(Deed::Import)?;
    let received = incoming::receive(&caller.state.store.folder, form).await?;
    let (choices, to) = chosen(&caller, &received.sent).await?;
    if let Some(address) = &choices.address {
        match intake::fetch::fetch(address).await {
            Ok((_, bytes)) => received.folder.write("fetched", &bytes).await?,
            Err(Refusal(trouble)) => return Ok(answer(&[Outcome::refused(address, "", trouble)])),
        }
    } else if received.names.is_empty() {
        return Err(Failure::Fields(Problems::one("file", Said::new("sources-no-file"))));
    }
    let (whole, address) = (received.folder.whole().to_owned(), choices.address.clone());
    let listed = tokio::task::spawn_blocking(move || run::parts(&whole, "", address.as_deref()))
        .await
        .map_err(Failure::broken)?;
    let parts = match listed {
        Ok(parts) => parts,
        Err(trouble) => {
            let name = received.names.first().map_or("", String::as_str);
            return Ok(answer(&[Outcome::refused(name, "", trouble)]));
        }
    };
    let outcomes = run::take_all(&caller.state, &caller.viewer, &choices, &to, &parts, &Arc::default())
        .await
        .map_err(Failure::broken)?;
    if outcomes.iter().any(|outcome| outcome.import.is_some()) {
        caller.audit(Act::FileImported, to.client_id, &received.names.join(", ")).await?;
    }
    Ok(answer(&outcomes))
}

fn answer(outcomes: &[Outcome]) -> axum::response::Response {
    let status = if run::went_well(outcomes) { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, Json(outcomes)).into_response()
}

/// The choices behind the fields of the command line.
async fn chosen(caller: &Caller, sent: &Sent) -> Result<(Choices, Destination), Failure> {
    let reach = Reach::of(&caller.state.store, &caller.viewer, &caller.organisation.zone).await?;
    let on = |field: &str| matches!(sent.text(field), "true" | "1" | "on" | "yes");
    let mut problems = Problems::default();
    let network = sent.optional("network").map(str::parse).transpose().unwrap_or_else(|_| {
        problems.add("network", Said::new("sources-network-unknown"));
        None
    });
    let mapping = sent.optional("map").map(Mapping::from_toml).transpose().unwrap_or_else(|trouble| {
        problems.add(
            "map",
            Said::new("sources-not-fetched")
                .with("why", super::words::why(&caller.voice, &trouble))
                .with("hint", super::words::hint(&caller.voice, &trouble)),
        );
        None
    });
    let (client, space) = (sent.text("client"), sent.text("space"));
    let known = named(&reach.clients, client);
    let place = match known {
        Some(known) => {
            let spaces = reach.spaces_of(known.id);
            let found = spaces.iter().find(|s| s.slug == space || s.name == space).or_else(|| {
                let folded = space.to_lowercase();
                spaces.iter().find(|s| s.name.to_lowercase() == folded)
            });
            let behind = if space.is_empty() { "" } else { found.map_or(NEW, |found| found.slug.as_str()) };
            format!("{}/{behind}", known.slug)
        }
        None if client.is_empty() => String::new(),
        None => format!("{NEW}/"),
    };
    let choices = Choices {
        address: sent.optional("address").map(str::to_owned),
        place,
        new_client: client.to_owned(),
        new_space: space.to_owned(),
        network,
        format: sent.optional("as").map(str::to_owned),
        zone: sent.optional("zone").map(str::to_owned),
        skip_bad: on("skip_bad"),
        include_private: on("include_private"),
        by_others: on("by_others"),
        own_hosts: sent.all("own_host").into_iter().flat_map(hosts).collect(),
        team: sent.all("team").into_iter().flat_map(names).collect(),
        dry_run: on("dry_run"),
        mapping,
    };
    problems.refuse()?;
    let to = reach.settle(&choices).map_err(|problems| Failure::Fields(in_words_of_the_api(&problems)))?;
    Ok((choices, to))
}

/// The client of a name or slug: the exact name, the slug, the name whatever the case.
fn named<'c>(clients: &'c [Client], wanted: &str) -> Option<&'c Client> {
    let folded = wanted.to_lowercase();
    let by = |same: &dyn Fn(&Client) -> bool| clients.iter().find(|client| same(client));
    by(&|client| client.name == wanted)
        .or_else(|| by(&|client| client.slug == wanted))
        .or_else(|| by(&|client| client.name.to_lowercase() == folded))
}

/// The page speaks of a place, the API of a client and a space.
fn in_words_of_the_api(problems: &Problems) -> Problems {
    let mut told = Problems::default();
    for (field, said) in problems.iter() {
        let field = match field {
            "place" | "new_client" => "client",
            "new_space" => "space",
            "format" => "as",
            other => other,
        };
        told.add(field, said.clone());
    }
    told
}

/// Which imports.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
struct Which {
    /// The client's slug.
    client: Option<String>,
    /// The space's slug, or `client/space`.
    space: Option<String>,
}

/// One import, as listed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct Listed {
    /// Its id, for undoing it.
    id: i64,
    /// The client's slug.
    client: String,
    /// The space's slug.
    space: String,
    /// File name or address.
    file: String,
    /// The format's id.
    format: String,
    /// When, RFC 3339.
    at: String,
    /// Rows read.
    rows_read: i64,
    /// New posts.
    posts: i64,
    /// New facts.
    facts: i64,
    /// New figures.
    observations: i64,
    /// New visits.
    visits: i64,
    /// New answers to surveys, where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<i64>,
    /// What was there already.
    duplicates: i64,
    /// Bad lines skipped.
    bad: i64,
    /// The oldest moment the file tells about, RFC 3339.
    from: Option<String>,
    /// The newest moment the file tells about, RFC 3339.
    to: Option<String>,
}

/// The imports of the spaces somebody sees, newest first.
#[utoipa::path(get, path = "/imports", params(Which), responses((status = OK, body = Vec<Listed>)))]
async fn list(caller: Caller, Query(which): Query<Which>) -> Answered {
    caller.require(Deed::SeeSources)?;
    let store = &caller.state.store;
    let filter = ScopeFilter {
        clients: which.client.into_iter().collect(),
        spaces: which.space.into_iter().collect(),
        networks: Vec::new(),
    };
    let scope = store.scope(&caller.viewer, &filter).await?;
    let spaces = store.spaces_of(&caller.viewer).await?;
    let mut listed = Vec::new();
    for space in spaces.iter().filter(|space| scope.spaces.contains(&space.id)) {
        let rows = store.imports_of_space(space.id).await?;
        listed.extend(rows.into_iter().map(|row| of_row(&space.client_slug, &space.slug, row)));
    }
    listed.sort_by_key(|import| std::cmp::Reverse(import.id));
    Ok(Json(listed).into_response())
}

fn of_row(client: &str, space: &str, row: ImportRow) -> Listed {
    let moment = |at: i64| jiff::Timestamp::from_millisecond(at).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string();
    Listed {
        id: row.id,
        client: client.to_owned(),
        space: space.to_owned(),
        file: row.name,
        format: row.format,
        at: moment(row.at),
        rows_read: row.rows_read,
        posts: row.posts,
        facts: row.facts,
        observations: row.observations,
        visits: row.visits,
        answers: (row.answers > 0).then_some(row.answers),
        duplicates: row.duplicates,
        bad: row.bad,
        from: row.oldest_at.map(moment),
        to: row.newest_at.map(moment),
    }
}

/// Takes an import back with all it brought: for managers, and for whoever took the file in.
#[utoipa::path(delete, path = "/imports/{id}", params(("id" = i64, Path)), responses((status = NO_CONTENT)))]
async fn undo(caller: Caller, Path(id): Path<i64>) -> Answered {
    let store = &caller.state.store;
    let row = store.import_row(&caller.viewer, ImportId(id)).await?.ok_or(Failure::NotFound)?;
    let own = caller.may(Deed::Import) && run::is_of(row.person_id, &caller.viewer);
    if !own {
        caller.require(Deed::UndoImport)?;
    }
    store.undo_import(ImportId(id)).await?;
    let spaces = store.spaces_of(&caller.viewer).await?;
    let client = spaces.iter().find(|space| space.id.0 == row.space_id).map(|space| space.client);
    caller.audit(Act::ImportUndone, client, &row.name).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The formats that are read: what each tells and what it cannot.
#[utoipa::path(get, path = "/formats", responses((status = OK, description = "One object per format, as `vigie formats --json` prints them")))]
async fn formats(_: Caller) -> Answered {
    let manifests: Vec<_> = sources::registry::FORMATS.iter().map(|format| format.manifest()).collect();
    Ok(Json(manifests).into_response())
}
