//! The mapping assistant: the columns of a table with samples, what each is, what the first rows become. It opens with
//! the mapping kept for these headers, else with a guess. A mapping leaves and comes as a TOML file.

use super::became::{self, Line};
use super::form::{self, ROWS};
use super::shown::{self, ColumnShown, WordsShown};
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::forms::Sent;
use crate::frame::Frame;
use crate::page::{Page, show, show_as};
use crate::roles::Deed;
use crate::rooms::Room;
use crate::rooms::sources::check::choices;
use crate::rooms::sources::forms::Choices;
use crate::rooms::sources::told::Told;
use crate::rooms::sources::{incoming, run, upload};
use crate::said::Said;
use askama::Template;
use axum::extract::{Multipart, Path};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use intake::look::{table, trial};
use jiff::tz::TimeZone;
use model::ClientId;
use phrases::Voice;
use sources::mapping::{Place, Role, propose};
use sources::open::Part;
use sources::preview::Preview;
use sources::{Mapping, Options, Trouble};
use store::desk::{Act, Clients, NewMapping, Upload};

/// Rows looked at for samples and for the words of a column.
const LOOKED_AT: usize = 400;

/// Pieces made for the first lines.
const PIECES: usize = 200;

#[derive(Template)]
#[template(path = "rooms/sources/templates/mapping.html")]
struct MappingPage {
    frame: Frame,
    upload: i64,
    part: usize,
    name: String,
    rows: Vec<(&'static str, bool, String, String)>,
    width: usize,
    columns: Vec<ColumnShown>,
    roles: Vec<(String, Vec<(String, String)>)>,
    kept_name: Field,
    dates: Vec<Field>,
    dates_open: bool,
    constants: Vec<Field>,
    place: Vec<Field>,
    more_open: bool,
    became: Became,
}

/// What the first rows become, and the words of the columns that need translating: replaced in place when a choice
/// changes.
#[derive(Template)]
#[template(path = "rooms/sources/templates/became.html")]
struct Became {
    voice: Voice,
    wrong: Option<Told>,
    untouched: bool,
    words: Vec<WordsShown>,
    lines: Vec<Line>,
}

impl Became {
    fn say(&self, key: &str) -> String {
        self.voice.say(key)
    }
}

impl askama::filters::HtmlSafe for Became {}

/// The table under the assistant.
struct Table {
    upload: Upload,
    choices: Choices,
    index: usize,
    part: Part,
    client: Option<ClientId>,
    /// Nobody has chosen anything yet: what a guess lacks is no fault of theirs.
    untouched: bool,
}

impl Table {
    async fn open(page: &Page, id: i64) -> Result<Self, Failure> {
        page.require(Deed::Import)?;
        let upload = upload::find(page, id).await?;
        let choices = choices(&upload)?;
        let index = page.view.own("part").and_then(|n| n.parse().ok()).unwrap_or(0);
        let (data, path, address) = (page.state.store.folder.clone(), upload.path.clone(), choices.address.clone());
        let listed = tokio::task::spawn_blocking(move || run::parts(&data, &path, address.as_deref()));
        let parts = listed.await.map_err(Failure::broken)?.map_err(|_| Failure::NotFound)?;
        let part = parts.into_iter().nth(index).ok_or(Failure::NotFound)?;
        let slug = choices.named().map(|(client, _)| client).unwrap_or_default();
        let chosen = page.state.store.client_by_slug(&page.viewer, slug).await?.map(|client| client.id);
        // Who works for one client only keeps their mappings within its wall.
        let only = match &page.viewer.clients {
            Clients::Only(ids) => ids.first().copied().filter(|_| ids.len() == 1),
            Clients::All => None,
        };
        Ok(Self { upload, choices, index, part, client: chosen.or(only), untouched: false })
    }

    async fn preview(&self, place: &Place) -> Result<Result<Preview, Trouble>, Failure> {
        let (part, place) = (self.part.clone(), place.clone());
        tokio::task::spawn_blocking(move || table(&part, &place, LOOKED_AT)).await.map_err(Failure::broken)
    }

    fn address(&self) -> String {
        format!("/sources/uploads/{}", self.upload.id.0)
    }
}

/// The assistant.
pub async fn show_mapping(page: Page, Path(id): Path<i64>) -> Answered {
    let table = Table { untouched: true, ..Table::open(&page, id).await? };
    let kept = super::kept_for(&page.state, &page.viewer, table.client, &table.part).await.map_err(Failure::broken)?;
    let mapping = match kept {
        Some(kept) => kept.mapping,
        None => match table.preview(&Place::default()).await? {
            Ok(preview) => Mapping { name: name_of(&table.part.name), ..propose(&preview.headers, &preview.rows) },
            Err(_) => Mapping::default(),
        },
    };
    again(&page, &table, &mapping, None, StatusCode::OK).await
}

/// A first name for a mapping: the file's, without its end.
fn name_of(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// Shows what the choices sent would do; keeps nothing.
pub async fn look(page: Page, Path(id): Path<i64>, sent: Sent) -> Answered {
    let table = Table::open(&page, id).await?;
    let mapping = form::of(&sent);
    if page.fragment {
        let preview = table.preview(&mapping.table).await?;
        return show(&became(&page, &table, &mapping, &preview, None).await?);
    }
    again(&page, &table, &mapping, None, StatusCode::OK).await
}

/// Keeps the mapping and goes back to the upload.
pub async fn keep(page: Page, Path(id): Path<i64>, sent: Sent) -> Answered {
    let table = Table::open(&page, id).await?;
    let mut mapping = form::of(&sent);
    if mapping.name.is_empty() {
        mapping.name = name_of(&table.part.name);
    }
    let preview = table.preview(&mapping.table).await?;
    let checked = preview.and_then(|preview| sources::mapped::fits(&mapping, &preview.headers));
    if let Err(trouble) = checked {
        return again(&page, &table, &mapping, Some(trouble), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let text = mapping.to_toml().map_err(|trouble| Failure::Broken(trouble.to_string().into()))?;
    let (headers, _) = super::headers(&table.part).await.map_err(Failure::broken)?;
    let new = NewMapping { client: table.client, name: &mapping.name, headers: &headers, text: &text };
    page.state.store.keep_mapping(&new, page.now()).await?;
    page.audit(Act::MappingKept, table.client, &mapping.name).await?;
    page.done(&table.address(), Said::new("flash-mapping-kept").with("name", mapping.name))
}

/// The mapping as a file, as on the command line.
pub async fn save(page: Page, Path(id): Path<i64>, sent: Sent) -> Answered {
    Table::open(&page, id).await?;
    let text = form::of(&sent).to_toml().map_err(|trouble| Failure::Broken(trouble.to_string().into()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/toml; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"mapping.toml\"")),
    ];
    Ok((headers, text).into_response())
}

/// Fills the assistant with a mapping file; nothing is kept yet.
pub async fn load(page: Page, Path(id): Path<i64>, file: Multipart) -> Answered {
    let table = Table::open(&page, id).await?;
    let received = incoming::receive(&page.state.store.folder, file).await?;
    let text = match received.names.first() {
        Some(name) if received.size <= 256 * 1024 => {
            tokio::fs::read(received.folder.whole().join(name)).await.map_err(Failure::broken)?
        }
        Some(_) => return Err(Failure::TooLarge),
        None => Vec::new(),
    };
    match Mapping::from_toml(&String::from_utf8_lossy(&text)) {
        Ok(mapping) => again(&page, &table, &mapping, None, StatusCode::OK).await,
        Err(trouble) => {
            let preview = table.preview(&Place::default()).await?;
            let guess = preview.map(|seen| propose(&seen.headers, &seen.rows)).unwrap_or_default();
            again(&page, &table, &guess, Some(trouble), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn again(page: &Page, table: &Table, mapping: &Mapping, wrong: Option<Trouble>, status: StatusCode) -> Answered {
    let voice = &page.voice;
    let preview = table.preview(&mapping.table).await?;
    let field = wrong.as_ref().and_then(|trouble| trouble.field.clone());
    let became = became(page, table, mapping, &preview, wrong).await?;
    let seen = preview.unwrap_or_else(|_| Preview {
        headers: Vec::new(),
        rows: Vec::new(),
        note: sources::Note::new("text", []),
    });
    let title = voice.say("sources-mapping");
    let shown = MappingPage {
        frame: page.frame(Room::Sources, &title).await?,
        upload: table.upload.id.0,
        part: table.index,
        name: table.part.name.clone(),
        rows: ROWS
            .iter()
            .map(|(rows, word)| {
                let key = format!("sources-rows-{word}");
                (*word, mapping.rows == *rows, voice.say(&key), voice.say(&format!("{key}.hint")))
            })
            .collect(),
        width: seen.headers.len(),
        columns: shown::columns(mapping, &seen, field.as_deref()),
        roles: shown::roles(voice),
        kept_name: Field::text("name", voice.say("sources-mapping-name"), &mapping.name).longest(200),
        dates: shown::date_fields(mapping, voice),
        dates_open: mapping.column(Role::Month).is_some() || mapping.column(Role::Hour).is_some(),
        constants: shown::constant_fields(mapping, voice),
        place: shown::place_fields(mapping, voice),
        more_open: mapping.table != Place::default() || seen.headers.is_empty(),
        became,
    };
    show_as(status, &shown)
}

async fn became(
    page: &Page,
    table: &Table,
    mapping: &Mapping,
    preview: &Result<Preview, Trouble>,
    wrong: Option<Trouble>,
) -> Result<Became, Failure> {
    let voice = page.voice.clone();
    let seen = match preview {
        Ok(seen) => seen,
        Err(trouble) => {
            let wrong = Some(Told::of(trouble, &voice));
            return Ok(Became { wrong, untouched: false, voice, words: Vec::new(), lines: Vec::new() });
        }
    };
    let words = shown::words(mapping, seen, &voice);
    let zone =
        table.choices.zone.clone().or_else(|| mapping.zone.clone()).unwrap_or_else(|| page.organisation.zone.clone());
    let options = Options { zone: zone.clone(), now: page.now(), ..Options::default() };
    let (part, mapped) = (table.part.clone(), mapping.clone());
    let tried =
        tokio::task::spawn_blocking(move || trial(&part, &mapped, &options, PIECES)).await.map_err(Failure::broken)?;
    let zone = TimeZone::get(&zone).unwrap_or(TimeZone::UTC);
    let (lines, fault) = match tried {
        Ok(pieces) => (became::lines(&pieces, &zone, &voice), None),
        Err(trouble) => (Vec::new(), Some(trouble)),
    };
    let wrong = wrong.or(fault).map(|trouble| Told::of(&trouble, &voice));
    Ok(Became { voice, wrong, untouched: table.untouched, words, lines })
}
