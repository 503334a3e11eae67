//! `/ask` and `/indicators`: any figure, in the words of `vigie ask`.

use super::Caller;
use crate::error::{Answered, Failure};
use crate::roles::Deed;
use crate::said::Said;
use crate::state::State;
use axum::Json;
use axum::extract::RawQuery;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::IntoResponse;
use figures::{Output, Picture, Size};
use measure::ask::{Ask, AskError};
use measure::indicator::{ALL, Indicator};
use serde::Serialize;
use url::form_urlencoded;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Figures, and the list of what can be asked for.
pub fn router() -> OpenApiRouter<State> {
    OpenApiRouter::new().routes(routes!(indicators)).routes(routes!(ask))
}

/// An indicator, in the caller's language.
#[derive(Debug, Serialize, ToSchema)]
struct Told {
    /// Its id, for `/ask`.
    id: &'static str,
    /// Its name.
    name: String,
    /// What it says, in one sentence.
    definition: String,
    /// Its formula, in words.
    formula: String,
    /// `health`, `action` or `results`.
    layer: &'static str,
    /// Its family inside the layer.
    family: &'static str,
    /// `count`, `people`, `percent` or `ratio`.
    unit: &'static str,
    /// Which way is good news: `up`, `down` or `neutral`.
    good: &'static str,
    /// What it can be split by, beside periods.
    splits: Vec<&'static str>,
}

/// The indicators.
#[derive(Debug, Serialize, ToSchema)]
struct Indicators {
    /// By layer and family.
    indicators: Vec<Told>,
}

/// Lists every indicator: name, definition, unit, splits.
#[utoipa::path(get, path = "/indicators", responses((status = OK, body = Indicators)))]
async fn indicators(caller: Caller) -> Answered {
    let voice = &caller.voice;
    let told = |indicator: &&'static Indicator| Told {
        id: indicator.id,
        name: voice.say(&indicator.name_key()),
        definition: voice.say(&indicator.short_key()),
        formula: voice.say(&indicator.formula_key()),
        layer: indicator.layer.as_str(),
        family: indicator.family.as_str(),
        unit: indicator.unit.as_str(),
        good: indicator.good.as_str(),
        splits: indicator.splits.iter().map(|split| split.as_str()).collect(),
    };
    Ok(Json(Indicators { indicators: ALL.iter().map(told).collect() }).into_response())
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Csv,
    Svg,
}

impl Format {
    fn of(word: &str) -> Option<Self> {
        match word {
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }

    /// The first of ours that the header names; JSON where it names none.
    fn accepted(headers: &HeaderMap) -> Self {
        let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
        let named = accept.split(',').find_map(|range| match range.split(';').next().unwrap_or_default().trim() {
            "text/csv" => Some(Self::Csv),
            "image/svg+xml" => Some(Self::Svg),
            "application/json" => Some(Self::Json),
            _ => None,
        });
        named.unwrap_or(Self::Json)
    }
}

/// Answers a question: the same words as `vigie ask`.
#[utoipa::path(get, path = "/ask",
    params(
        ("indicator" = Vec<String>, Query, description = "Ids of indicators: repeated, or separated by commas", example = json!(["gains"])),
        ("client" = Option<String>, Query, description = "A client, by slug or name"),
        ("from" = Option<String>, Query, description = "First local date, YYYY-MM-DD; without it, the first that is known"),
        ("to" = Option<String>, Query, description = "First local date after; without it, the day after the last that is known"),
        ("by" = Option<Vec<String>>, Query, description = "Splits: hour, day, week, month, quarter or year; client, space, network, kind, post, content_type, person, channel, referrer"),
        ("where" = Option<Vec<String>>, Query, description = "Filters KEY=VALUE; several values of one key are alternatives"),
        ("zone" = Option<String>, Query, description = "IANA zone; without it, the client's"),
        ("compare" = Option<String>, Query, description = "previous or year"),
        ("rules" = Option<String>, Query, description = "ga4, matomo or plausible; without it, the organisation's"),
        ("format" = Option<String>, Query, description = "json, csv or svg; without it, as Accept says"),
    ),
    responses(
        (status = OK, description = "The figures: JSON as `vigie ask --format json` prints it, CSV, or the drawing of one indicator"),
        (status = UNPROCESSABLE_ENTITY, description = "The question has a fault: `errors[0].code` says which"),
    ))]
async fn ask(caller: Caller, headers: HeaderMap, RawQuery(query): RawQuery) -> Answered {
    caller.require(Deed::SeeMeasures)?;
    let (ask, format) = understand(&caller, query.as_deref().unwrap_or_default()).await?;
    let format = format.unwrap_or_else(|| Format::accepted(&headers));
    let answer = caller.state.store.answer(&caller.viewer, &ask, caller.now()).await?;
    let (kind, body) = match format {
        Format::Json => ("application/json", answer.to_json().to_string()),
        Format::Csv => ("text/csv; charset=utf-8", answer.to_csv()),
        Format::Svg => {
            let [series] = answer.series.as_slice() else { return Err(Failure::Refused(Said::new("api-one-drawing"))) };
            ("image/svg+xml", Picture::of(series, &answer, &caller.voice, Size::WIDE).svg(Output::File))
        }
    };
    let mut response = ([(header::CONTENT_TYPE, kind)], body).into_response();
    if format == Format::Svg {
        // A drawing brings its own style, which our pages' policy forbids a browser to apply: it is a file to keep.
        response
            .headers_mut()
            .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"figure.svg\""));
    }
    Ok(response)
}

async fn understand(caller: &Caller, query: &str) -> Result<(Ask, Option<Format>), Failure> {
    let mut ask = Ask::default();
    let mut format = None;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let value = value.trim();
        let list = || value.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned);
        match name.as_ref() {
            "indicator" => ask.indicators.extend(list()),
            "by" => ask.by.extend(list()),
            "client" => ask.filters.push(("client".to_owned(), slug(caller, value).await?)),
            "from" => ask.from = Some(value.to_owned()),
            "to" => ask.to = Some(value.to_owned()),
            "zone" => ask.zone = Some(value.to_owned()),
            "compare" => ask.compare = Some(value.to_owned()),
            "rules" => ask.rules = Some(value.to_owned()),
            "where" => {
                let (key, wanted) = value.split_once('=').ok_or_else(|| AskError::UnknownFilter(value.to_owned()))?;
                ask.filters.push((key.trim().to_owned(), wanted.trim().to_owned()));
            }
            "format" => {
                let known = Format::of(value)
                    .ok_or_else(|| Failure::Refused(Said::new("api-unknown-format").with("given", value)))?;
                format = Some(known);
            }
            // A word misspelt would answer another question than the one meant.
            unknown => return Err(Failure::Refused(Said::new("api-unknown-word").with("given", unknown))),
        }
    }
    if ask.indicators.is_empty() {
        return Err(Failure::Refused(Said::new("api-no-indicator")));
    }
    ask.rules.get_or_insert_with(|| caller.organisation.rules.as_str().to_owned());
    Ok((ask, format))
}

/// A client by slug or name, as the command line takes it. An unknown one stays: the store says that it is not there.
async fn slug(caller: &Caller, given: &str) -> Result<String, Failure> {
    let clients = caller.state.store.clients_of(&caller.viewer).await?;
    let wanted = given.to_lowercase();
    let known = clients.into_iter().find(|client| client.slug == wanted || client.name.to_lowercase() == wanted);
    Ok(known.map_or_else(|| given.to_owned(), |client| client.slug))
}
