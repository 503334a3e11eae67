//! Writing posts told whole: a post that is new has no figures yet, so that neither it nor they are looked up. One that is
//! known already, or stands twice, goes the way of pieces.

use super::import::Import;
use super::observations::{LIFETIME, OF_A_POST, figure_id, moment_words};
use super::posts::cut;
use super::sheet::Row as Sheet;
use super::sheet_new;
use super::told::{Told, ToldPosts};
use super::{CHUNK, amount, remembered};
use crate::error::StoreError;
use crate::on;
use async_recursion::async_recursion as boxed;
use model::{ActorKey, FactId, ObservationId, Piece, Shape, Side};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Figures in one statement.
const FIGURES: usize = 2 * CHUNK;

/// A post that is new, and the act of publishing it.
struct Act<'a> {
    id: FactId,
    told: &'a Told<'a>,
    post: i64,
    actor: Option<i64>,
    person: i64,
}

/// A figure of a post that is new.
struct Row {
    id: ObservationId,
    post: i64,
    metric: i64,
    value: f64,
    moment: Option<i64>,
}

impl Import {
    /// Writes posts told whole, as [`Import::write`] writes their pieces.
    #[boxed]
    pub async fn write_told(&mut self, told: &ToldPosts) -> Result<(), StoreError> {
        self.make_room();
        self.seen.forget();
        let told: Vec<Told<'_>> = told.iter().collect();
        let (mut lifetime, mut stands) = (Vec::new(), Vec::new());
        for chunk in told.chunks(CHUNK) {
            let mut known: Vec<Piece> = Vec::new();
            let mut new = Vec::with_capacity(chunk.len());
            for (told, id) in chunk.iter().zip(self.make_told(chunk).await?) {
                match id {
                    Some(id) => new.push((told, id)),
                    None => known.extend(told.pieces()),
                }
            }
            let people = self.write_acts(&new).await?;
            for ((told, post), person) in new.into_iter().zip(people) {
                let mut row = sheet_new::bare(told, told.text.map(cut), post, self.id.0);
                person.into_iter().for_each(|person| row.count(i64::from(told.act.code()), 1, person));
                self.figures_of(told, &mut row, &mut lifetime, &mut stands);
                self.new_rows.push(told, row);
            }
            // What goes the way of pieces finds all that was told before it.
            let full = if known.is_empty() { FIGURES } else { 1 };
            self.write_figures(&mut lifetime, full, false).await?;
            self.write_figures(&mut stands, full, true).await?;
            if !known.is_empty() {
                self.write(known).await?;
            }
        }
        self.write_figures(&mut lifetime, 1, false).await?;
        self.write_figures(&mut stands, 1, true).await?;
        self.flush_large().await
    }

    /// Makes the posts that are not there yet. Gives the id of each: none for one that was there, or stands twice.
    async fn make_told(&mut self, chunk: &[Told<'_>]) -> Result<Vec<Option<i64>>, StoreError> {
        let mut places: HashMap<&str, usize> = HashMap::with_capacity(chunk.len());
        let mut first: Vec<&Told<'_>> = Vec::with_capacity(chunk.len());
        for (place, told) in chunk.iter().enumerate() {
            places.entry(told.native).or_insert_with(|| {
                first.push(told);
                place
            });
        }
        let (space, import) = (self.space.0, self.id.0);
        let made: Vec<(i64, String)> = on!(&mut self.tx, tx => {
            let mut q = sqlx::QueryBuilder::new(
                "insert into post (space_id, import_id, native, at, zone_rule, precision, content_type, text, url) ");
            q.push_values(&first, |mut row, told| {
                // What is the same in each row is no value to be bound.
                row.push(space)
                    .push(import)
                    .push_bind(told.native)
                    .push_bind(told.at.0)
                    .push_bind(i64::from(told.zone_rule.code()))
                    .push_bind(i64::from(told.precision.code()))
                    .push_bind(i64::from(told.content_type.code()))
                    .push_bind(told.text.map(cut))
                    .push_bind(told.url);
            });
            q.push(" on conflict (space_id, native) do nothing returning id, native");
            q.build_query_as().persistent(remembered(first.len())).fetch_all(&mut **tx).await
        })?;
        self.counted.posts += amount(made.len());
        let mut ids = vec![None; chunk.len()];
        for (id, native) in made {
            let place = places.get(native.as_str()).and_then(|place| ids.get_mut(*place));
            if let Some(place) = place {
                *place = Some(id);
            }
        }
        Ok(ids)
    }

    /// Writes the acts of publishing posts that are new. Gives who did each: none for one that was known already.
    async fn write_acts(&mut self, posts: &[(&Told<'_>, i64)]) -> Result<Vec<Option<i64>>, StoreError> {
        if posts.is_empty() {
            return Ok(Vec::new());
        }
        let mut actors: HashMap<(&str, Side), Option<i64>> =
            posts.iter().filter_map(|(told, _)| Some(((told.by?, told.act.side()), None))).collect();
        let keys: Vec<(ActorKey, Side)> = actors
            .keys()
            .map(|(name, side)| (ActorKey { native: (*name).to_owned(), display: Some((*name).to_owned()) }, *side))
            .collect();
        self.know_actors(keys.iter().map(|(key, side)| (key, *side))).await?;
        for (key, side) in &keys {
            actors.insert((key.native.as_str(), *side), self.actor(key, *side));
        }
        let acts: Vec<Act<'_>> = posts
            .iter()
            .map(|(told, post)| {
                let side = told.act.side();
                let actor = told.by.and_then(|name| actors.get(&(name, side)).copied().flatten());
                Act {
                    id: self.fact_id(told.act, told.native),
                    told,
                    post: *post,
                    actor,
                    person: if side == Side::Team { actor.unwrap_or(0) } else { 0 },
                }
            })
            .collect();
        let (space, import, provenance) = (self.space.0, self.id.0, i64::from(self.provenance.code()));
        let made: Vec<Vec<u8>> = on!(&mut self.tx, tx => {
            let mut q = sqlx::QueryBuilder::new(
                "insert into fact (space_id, provenance, import_id, id, kind, at, zone_rule, actor_id, person_id, content_type, post_id, url) ");
            q.push_values(&acts, |mut row, act| {
                row.push(space)
                    .push(provenance)
                    .push(import)
                    .push_bind(act.id.0.as_slice())
                    .push_bind(i64::from(act.told.act.code()))
                    .push_bind(act.told.at.0)
                    .push_bind(i64::from(act.told.zone_rule.code()))
                    .push_bind(act.actor)
                    .push_bind(act.person)
                    .push_bind(i64::from(act.told.content_type.code()))
                    .push_bind(act.post)
                    .push_bind(act.told.url);
            });
            // The act may have been told before without its post.
            q.push(" on conflict (space_id, id) do nothing returning id");
            q.build_query_scalar().persistent(remembered(acts.len())).fetch_all(&mut **tx).await
        })?;
        self.counted.facts += amount(made.len());
        self.counted.duplicates += amount(acts.len() - made.len());
        let made: Option<HashSet<Vec<u8>>> = (made.len() < acts.len()).then(|| made.into_iter().collect());
        let mut people = Vec::with_capacity(acts.len());
        for act in acts {
            self.saw(act.told.at);
            let is_new = made.as_ref().is_none_or(|made| made.contains(act.id.0.as_slice()));
            if is_new {
                let (kind, content_type) = (act.told.act, i64::from(act.told.content_type.code()));
                self.deltas.fact(kind, act.person, content_type, act.told.at.quarter(), act.actor);
            }
            people.push(is_new.then_some(act.person));
        }
        Ok(people)
    }

    /// Adds the figures of a post that is new, each once, in the order in which they lie in the table, and tells them in
    /// its sheet.
    fn figures_of(&mut self, told: &Told<'_>, sheet: &mut Sheet<'_>, lifetime: &mut Vec<Row>, stands: &mut Vec<Row>) {
        let native = told.native;
        let mut rows: Vec<Row> = Vec::with_capacity(told.figures.len());
        for figure in told.figures {
            let window = figure.moment.map_or(Cow::Borrowed(LIFETIME), |at| moment_words(Some(at)).into());
            let told = (figure.metric, Shape::Level, figure.value);
            rows.push(Row {
                id: figure_id(self.space, (OF_A_POST, native), told, &window),
                post: sheet.post,
                metric: i64::from(figure.metric.code()),
                value: figure.value,
                moment: figure.moment.map(|at| at.0),
            });
            figure.moment.into_iter().for_each(|at| self.saw(at));
        }
        rows.sort_unstable_by_key(|row| (row.metric, row.moment.unwrap_or(0), row.id));
        let all = rows.len();
        rows.dedup_by_key(|row| row.id);
        self.counted.observations += amount(rows.len());
        self.counted.duplicates += amount(all - rows.len());
        for row in rows {
            sheet.tell(row.metric, row.value, row.moment, self.id.0);
            if row.moment.is_some() { stands.push(row) } else { lifetime.push(row) }
        }
    }

    /// Writes figures of posts that are new, as long as there are at least so many; keeps the rest for later.
    async fn write_figures(&mut self, rows: &mut Vec<Row>, full: usize, stands: bool) -> Result<(), StoreError> {
        let mut written = 0;
        let (space, import, shape) = (self.space.0, self.id.0, i64::from(Shape::Level.code()));
        for rows in rows.chunks(FIGURES).take_while(|rows| rows.len() >= full) {
            written += rows.len();
            on!(&mut self.tx, tx => {
                let mut q = sqlx::QueryBuilder::new("insert into observation (space_id, shape, import_id, post_id, metric, id, value");
                q.push(if stands { ", observed_at, at) " } else { ") " });
                q.push_values(rows, |mut row, figure| {
                    row.push(space)
                        .push(shape)
                        .push(import)
                        .push_bind(figure.post)
                        .push_bind(figure.metric)
                        .push_bind(figure.id.0.as_slice())
                        .push_bind(figure.value);
                    if stands {
                        row.push_bind(figure.moment).push_bind(figure.moment);
                    }
                });
                q.build().persistent(rows.len() == FIGURES).execute(&mut **tx).await.map(drop)
            })?;
        }
        rows.drain(..written);
        Ok(())
    }
}
