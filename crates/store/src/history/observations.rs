//! Writing figures that services tell. Two values for one window are both kept; readers take the newest import's.

use super::dictionary::key_of;
use super::import::Import;
use super::{CHUNK, amount, remembered};
use crate::error::StoreError;
use crate::on;
use jiff::civil::Date;
use model::{Metric, Millis, Observation, ObservationId, Shape, SpaceId, Subject, Window};
use std::borrow::Cow;

/// Columns of an observation's window and moment.
struct Place {
    day_from: Option<i64>,
    day_to: Option<i64>,
    zone: Option<String>,
    from_at: Option<i64>,
    to_at: Option<i64>,
    observed_at: Option<i64>,
}

impl Place {
    /// The moment by which a figure is found: a stand's own moment or the end of its day, an amount's last moment.
    /// Days are taken as days of UTC here; who needs more looks at the days.
    fn at(&self, shape: Shape) -> Option<i64> {
        let end = self.day_to.map(|day| day * DAY_MS - 1).or(self.to_at);
        match shape {
            Shape::Level => self.observed_at.or(end),
            Shape::Flow => end.or(self.observed_at),
        }
    }
}

/// Milliseconds in a day of UTC.
pub(super) const DAY_MS: i64 = 86_400_000;

/// Days since 1970-01-01.
pub(super) fn day_number(date: Date) -> i64 {
    i64::from(jiff::civil::date(1970, 1, 1).until(date).map_or(0, |span| span.get_days()))
}

/// The date of a day number.
pub(super) fn date_of(day: i64) -> Date {
    i32::try_from(day)
        .ok()
        .and_then(|day| jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(day)).ok())
        .unwrap_or(Date::MIN)
}

fn place(observation: &Observation) -> Place {
    let observed_at = observation.observed_at.map(|at| at.0);
    let mut place = Place { day_from: None, day_to: None, zone: None, from_at: None, to_at: None, observed_at };
    match &observation.window {
        Window::Day { date, zone } => {
            place.day_from = Some(day_number(*date));
            place.day_to = Some(day_number(*date) + 1);
            place.zone.clone_from(zone);
        }
        Window::Days { from, to, zone } => {
            place.day_from = Some(day_number(*from));
            place.day_to = Some(day_number(*to));
            place.zone.clone_from(zone);
        }
        Window::Exact(span) => {
            place.from_at = Some(span.from.0);
            place.to_at = Some(span.to.0);
        }
        Window::Lifetime | Window::Moment => {}
    }
    place
}

impl Import {
    /// Writes a batch of observations.
    pub(super) async fn write_observations(&mut self, observations: &[Observation]) -> Result<(), StoreError> {
        if observations.is_empty() {
            return Ok(());
        }
        let subjects: Vec<&str> = observations
            .iter()
            .filter_map(|o| match &o.subject {
                Subject::Post(native) => Some(native.as_str()),
                Subject::Space | Subject::Origin(..) => None,
            })
            .collect();
        self.know_posts(subjects.into_iter()).await?;
        for observation in observations {
            if let Subject::Origin(_, origin) = &observation.subject {
                self.origin(origin).await?;
            }
        }
        for chunk in observations.chunks(CHUNK) {
            let (space, import) = (self.space.0, self.id.0);
            let rows: Vec<_> =
                chunk.iter().map(|o| (self.observation_id(o), self.subject(o), self.sorted(o), o, place(o))).collect();
            let places = rows.iter().map(|row| (row.1.unwrap_or(0), i64::from(row.3.metric.code()), row.0.0)).collect();
            let fresh = self.new_figures(places).await?;
            let new: Vec<_> = rows.iter().zip(fresh).filter(|(_, new)| *new).map(|(row, _)| row).collect();
            self.counted.observations += amount(new.len());
            self.counted.duplicates += amount(rows.len() - new.len());
            self.touched.extend(new.iter().filter_map(|row| row.1));
            if !new.is_empty() {
                on!(&mut self.tx, tx => {
                    let mut q = sqlx::QueryBuilder::new(
                        "insert into observation (id, space_id, post_id, breakdown, origin_id, metric, shape, value, day_from, day_to, zone, from_at,
                         to_at, observed_at, at, import_id) ");
                    q.push_values(&new, |mut row, (id, post, sorted, o, place)| {
                        row.push_bind(id.0.as_slice())
                            .push_bind(space)
                            .push_bind(post.unwrap_or(0))
                            .push_bind(sorted.map(|(by, _)| by))
                            .push_bind(sorted.map(|(_, origin)| origin))
                            .push_bind(i64::from(o.metric.code()))
                            .push_bind(i64::from(o.shape.code()))
                            .push_bind(o.value)
                            .push_bind(place.day_from)
                            .push_bind(place.day_to)
                            .push_bind(place.zone.as_deref())
                            .push_bind(place.from_at)
                            .push_bind(place.to_at)
                            .push_bind(place.observed_at)
                            .push_bind(place.at(o.shape))
                            .push_bind(import);
                    });
                    q.build().persistent(remembered(new.len())).execute(&mut **tx).await.map(drop)
                })?;
            }
            for (_, _, _, _, place) in &rows {
                // A civil day without zone is taken at its noon, which is that day in nearly every zone.
                let noon = |day: i64| day * DAY_MS + DAY_MS / 2;
                let first = place.day_from.map(noon).or(place.from_at);
                let last = place.day_to.map(|day| noon(day - 1)).or(place.to_at);
                [first, last, place.observed_at].into_iter().flatten().for_each(|at| self.saw(Millis(at)));
            }
        }
        Ok(())
    }

    fn subject(&self, observation: &Observation) -> Option<i64> {
        match &observation.subject {
            Subject::Post(native) => self.posts.get(native.as_str()).map(|known| known.id),
            Subject::Space | Subject::Origin(..) => None,
        }
    }

    /// How the table is sorted that the figure belongs to, and its origin's dictionary id.
    fn sorted(&self, observation: &Observation) -> Option<(i64, i64)> {
        match &observation.subject {
            Subject::Origin(by, origin) => self.origins.get(origin).map(|id| (i64::from(by.code()), *id)),
            Subject::Space | Subject::Post(_) => None,
        }
    }

    /// Same subject, metric, window, moment and value: the same observation, whichever file told it.
    fn observation_id(&self, o: &Observation) -> ObservationId {
        let (subject, native) = match &o.subject {
            Subject::Space => (0_u8, Cow::Borrowed("")),
            Subject::Post(native) => (OF_A_POST, Cow::Borrowed(native.as_str())),
            Subject::Origin(by, origin) => (2, Cow::Owned(format!("{by} {}", key_of(origin)))),
        };
        let window = match &o.window {
            Window::Day { date, .. } => format!("day {date}").into(),
            Window::Days { from, to, .. } => format!("days {from} {to}").into(),
            Window::Exact(span) => format!("exact {} {}", span.from.0, span.to.0).into(),
            Window::Lifetime => Cow::Borrowed(LIFETIME),
            Window::Moment => moment_words(o.observed_at).into(),
        };
        let figure = (o.metric, o.shape, o.value);
        figure_id(self.space, (subject, &native), figure, &window)
    }
}

/// The window of what a post gathered since it came out, as it is hashed.
pub(super) const LIFETIME: &str = "lifetime";

/// The window of a stand, as it is hashed.
pub(super) fn moment_words(at: Option<Millis>) -> String {
    format!("moment {:?}", at.map(|at| at.0))
}

/// The number under which figures of a post are hashed.
pub(super) const OF_A_POST: u8 = 1;

/// The id of a figure: what is hashed never changes, for it is on disk.
pub(super) fn figure_id(
    space: SpaceId,
    (subject, native): (u8, &str),
    (metric, shape, value): (Metric, Shape, f64),
    window: &str,
) -> ObservationId {
    ObservationId::of(&[
        &space.0.to_le_bytes(),
        &[subject],
        native.as_bytes(),
        &metric.code().to_le_bytes(),
        &shape.code().to_le_bytes(),
        window.as_bytes(),
        &value.to_bits().to_le_bytes(),
    ])
}
