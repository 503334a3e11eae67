//! The few reads that indicators need. `store` implements them over SQLite and PostgreSQL; tests implement them
//! over plain vectors; a later lake may implement them over Parquet.
//!
//! Everything comes in UTC quarter-hours or in the service's own civil days; no read knows a local zone.
//! Reads never see a space outside the scope: the scope is resolved to space ids by the store, where rights are known.

use jiff::civil::Date;
use model::{
    Breakdown, ContentType, Coverage, FactId, FactKind, ImportId, Metric, Millis, Network, Origin, PostId, Precision,
    Quarter, SpaceId, Span, ZoneRule,
};
use std::future::Future;
use std::sync::Arc;

/// A read failed; the text is for the log, people see one sentence.
#[derive(Debug, thiserror::Error)]
#[error("history could not be read: {0}")]
pub struct HistoryError(pub String);

/// One space of the scope.
#[derive(Debug, Clone, PartialEq)]
pub struct SpaceInfo {
    /// Dictionary id.
    pub id: SpaceId,
    /// Word in URLs, unique within the client.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub network: Network,
    /// The client's word in URLs.
    pub client_slug: String,
    /// The client's name.
    pub client_name: String,
    /// The client's IANA zone.
    pub zone: String,
}

/// Counts of one kind of fact in one space, by UTC quarter-hour, ascending, no zeros.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// Where.
    pub space: SpaceId,
    /// What.
    pub kind: FactKind,
    /// Which member of the team (their name), for team acts whose author is known.
    pub person: Option<String>,
    /// What the post concerned is made of.
    pub content_type: ContentType,
    /// (quarter, count).
    pub quarters: Vec<(Quarter, u32)>,
}

/// Who was active in one space with one kind of act, by UTC quarter-hour, ascending.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorSets {
    /// Where.
    pub space: SpaceId,
    /// What they did.
    pub kind: FactKind,
    /// (quarter, dictionary ids of the actors).
    pub quarters: Vec<(Quarter, Vec<u32>)>,
}

/// A daily (or several-day) figure told by the service. Where several imports tell the same window, the store
/// gives the newest only.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Where.
    pub space: SpaceId,
    /// Which figure.
    pub metric: Metric,
    /// First day of the window, as the service cuts days.
    pub from: Date,
    /// First day after the window.
    pub to: Date,
    /// The service's zone, `None` when the file did not say.
    pub zone: Option<String>,
    /// Its value.
    pub value: f64,
    /// Which import told it.
    pub import: ImportId,
}

/// A level told by the service at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Where.
    pub space: SpaceId,
    /// Which figure.
    pub metric: Metric,
    /// When it was seen; for a level given per civil day, the end of that day.
    pub at: Millis,
    /// The civil day it was given for, if it was given per day.
    pub day: Option<Date>,
    /// Its value.
    pub value: f64,
    /// Which import told it.
    pub import: ImportId,
}

/// One post of the team with the newest value of each figure known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetRow {
    /// Where.
    pub space: SpaceId,
    /// Dictionary id.
    pub post: PostId,
    /// When it was published.
    pub at: Millis,
    /// How finely that is known.
    pub precision: Precision,
    /// How the instant was told.
    pub zone_rule: ZoneRule,
    /// What it is made of.
    pub content_type: ContentType,
    /// First words or address, for tables; empty unless asked for.
    pub label: String,
    /// Who of the team published it, if known.
    pub person: Option<Arc<str>>,
    /// Lifetime figures told by the service; a missing one is absent.
    pub told: Vec<(Metric, f64)>,
    /// Reactions known one by one: counts by kind, zeros absent.
    pub counted: Vec<(FactKind, u32)>,
    /// When the figures were last seen, if the source says.
    pub observed_at: Option<Millis>,
    /// Which import told it last.
    pub import: ImportId,
}

/// Visits of one origin to one site, by UTC quarter-hour, ascending, no zeros.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitTally {
    /// Which site.
    pub space: SpaceId,
    /// Where they came from.
    pub origin: Origin,
    /// (quarter, visits begun in it).
    pub quarters: Vec<(Quarter, u32)>,
}

/// Visits (or visitors) of one origin that an audience tool tells for a day or several, in a table of all origins.
/// Where several imports tell the same, the store gives the newest only.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrivals {
    /// Which site.
    pub space: SpaceId,
    /// How the table is sorted.
    pub by: Breakdown,
    /// Where they came from.
    pub origin: Origin,
    /// Visits or visitors.
    pub metric: Metric,
    /// First day of the window, as the tool cuts days.
    pub from: Date,
    /// First day after the window.
    pub to: Date,
    /// The tool's zone, `None` when the file did not say.
    pub zone: Option<String>,
    /// How many.
    pub value: f64,
    /// Which import told it.
    pub import: ImportId,
}

/// A stretch covered by an import for one space.
#[derive(Debug, Clone, PartialEq)]
pub struct Covered {
    /// Where.
    pub space: SpaceId,
    /// What and when.
    pub coverage: Coverage,
    /// Which import covers it.
    pub import: ImportId,
}

/// Where figures come from, for "sources" and "freshness".
#[derive(Debug, Clone, PartialEq)]
pub struct ImportInfo {
    /// Which.
    pub id: ImportId,
    /// The format's id, as in `vigie formats`.
    pub format: String,
    /// File or address, as given.
    pub name: String,
    /// When it was taken in.
    pub at: Millis,
    /// The newest moment it knows about: the freshness of what it tells.
    pub newest: Option<Millis>,
    /// Figures the format is known not to give (`losses` for a network that exports gains only).
    pub lacks: Vec<Metric>,
}

/// One fact in full, for drill-down.
#[derive(Debug, Clone, PartialEq)]
pub struct FactRow {
    /// Deterministic id.
    pub id: FactId,
    /// Where.
    pub space: SpaceId,
    /// What.
    pub kind: FactKind,
    /// When.
    pub at: Millis,
    /// How the instant was told.
    pub zone_rule: ZoneRule,
    /// Team member's name, or `None` (members of the community stay pseudonymous).
    pub person: Option<String>,
    /// The post concerned: first words or address.
    pub post: Option<String>,
    /// What was said or noted.
    pub text: Option<String>,
    /// Where it can be seen.
    pub url: Option<String>,
    /// Which import told it.
    pub import: ImportId,
}

/// Which facts to list, newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct FactPage {
    /// Kinds wanted.
    pub kinds: Vec<FactKind>,
    /// Only those about this post.
    pub post: Option<PostId>,
    /// Only those of this member of the team; `unknown`: those that name nobody of it.
    pub person: Option<String>,
    /// Only those about posts made of this.
    pub content_type: Option<ContentType>,
    /// When.
    pub span: Span,
    /// Skip so many.
    pub offset: u32,
    /// At most so many.
    pub limit: u32,
}

/// The spaces a question may see, already checked against the asker's rights.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// Ids of the spaces, ascending.
    pub spaces: Vec<SpaceId>,
}

/// The reads.
pub trait History: Send + Sync {
    /// The spaces of the scope.
    fn spaces(&self, scope: &Scope) -> impl Future<Output = Result<Vec<SpaceInfo>, HistoryError>> + Send;
    /// Counts of facts. May reach a little outside the span (whole stored months): callers fold by quarter.
    fn tallies(
        &self,
        scope: &Scope,
        kinds: &[FactKind],
        span: Span,
    ) -> impl Future<Output = Result<Vec<Tally>, HistoryError>> + Send;
    /// Active actors. May reach a little outside the span.
    fn actors(
        &self,
        scope: &Scope,
        kinds: &[FactKind],
        span: Span,
    ) -> impl Future<Output = Result<Vec<ActorSets>, HistoryError>> + Send;
    /// Figures told per day or days whose window touches the days asked for.
    fn flows(
        &self,
        scope: &Scope,
        metrics: &[Metric],
        from: Date,
        to: Date,
    ) -> impl Future<Output = Result<Vec<Flow>, HistoryError>> + Send;
    /// Levels seen before the end of the span, the last one before its start included, ascending by time.
    fn levels(
        &self,
        scope: &Scope,
        metrics: &[Metric],
        span: Span,
    ) -> impl Future<Output = Result<Vec<Level>, HistoryError>> + Send;
    /// Posts published in the span (may reach a little outside), with their figures, and their first words where
    /// `labelled`: only tables by post show them.
    fn sheets(
        &self,
        scope: &Scope,
        span: Span,
        labelled: bool,
    ) -> impl Future<Output = Result<Vec<SheetRow>, HistoryError>> + Send;
    /// Visits. May reach a little outside the span.
    fn visits(&self, scope: &Scope, span: Span) -> impl Future<Output = Result<Vec<VisitTally>, HistoryError>> + Send;
    /// Visits and visitors that audience tools tell by origin, in windows that touch the days asked for.
    fn arrivals(
        &self,
        scope: &Scope,
        from: Date,
        to: Date,
    ) -> impl Future<Output = Result<Vec<Arrivals>, HistoryError>> + Send;
    /// What is covered, whatever the time.
    fn coverage(&self, scope: &Scope) -> impl Future<Output = Result<Vec<Covered>, HistoryError>> + Send;
    /// The imports behind the scope's spaces.
    fn imports(&self, scope: &Scope) -> impl Future<Output = Result<Vec<ImportInfo>, HistoryError>> + Send;
    /// Facts one by one, newest first, and how many there are in all.
    fn facts(
        &self,
        scope: &Scope,
        page: &FactPage,
    ) -> impl Future<Output = Result<(Vec<FactRow>, u64), HistoryError>> + Send;
}
