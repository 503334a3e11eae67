//! The second opinion on visits by origin: those counted, and those that an audience tool tells.

use super::{Plain, Row, Sheets};
use crate::answer::Status;
use crate::ask::Split;
use crate::channel::{referrer_of, sort};
use crate::history::SpaceInfo;
use jiff::civil::Date;
use model::time::QUARTER_MS;
use model::{Breakdown, Grain, Metric, Origin, Piece, Subject, What, Window};
use std::collections::BTreeMap;

impl Row<'_> {
    /// What an audience tool tells of a window by origin: visits by channel, by source, then visitors; by source only
    /// where the question is about referrers. Rows that the question does not ask for are left out.
    pub(super) fn table<'s>(
        &'s self,
        space: &'s SpaceInfo,
        from: Date,
        to: Date,
        visitors: bool,
    ) -> Option<Vec<(&'s Origin, f64)>> {
        let orders: &[Breakdown] = if self.narrowed(Split::Referrer) || self.query.splits.contains(&Split::Referrer) {
            &[Breakdown::Source]
        } else {
            Breakdown::ALL
        };
        let metrics = if visitors { &[Metric::Visits, Metric::Visitors][..] } else { &[Metric::Visits] };
        for metric in metrics {
            for wanted in orders {
                let mut rows: BTreeMap<&Origin, f64> = BTreeMap::new();
                for piece in self.pieces(space) {
                    let Piece::Observation(told) = piece else { continue };
                    let Subject::Origin(by, origin) = &told.subject else { continue };
                    let window = match &told.window {
                        Window::Day { date, .. } => date.tomorrow().map(|next| (*date, next)).ok(),
                        Window::Days { from, to, .. } => Some((*from, *to)),
                        _ => None,
                    };
                    if by == wanted && told.metric == *metric && window == Some((from, to)) {
                        rows.insert(origin, told.value);
                    }
                }
                if !rows.is_empty() {
                    let asked = rows.into_iter().filter(|(origin, _)| {
                        self.allows(Split::Channel, sort(self.query.rules, origin).as_str())
                            && self.allows(Split::Referrer, &referrer_of(origin))
                    });
                    return Some(asked.collect());
                }
            }
        }
        None
    }

    /// The table that stands for the whole period, if it is told as a whole.
    pub(super) fn whole_table<'s>(&'s self, space: &'s SpaceInfo, visitors: bool) -> Option<Vec<(&'s Origin, f64)>> {
        self.whole_table_of(space, visitors, self.period)
    }

    /// The same for another period.
    pub(super) fn whole_table_of<'s>(
        &'s self,
        space: &'s SpaceInfo,
        visitors: bool,
        period: &str,
    ) -> Option<Vec<(&'s Origin, f64)>> {
        let mut dates = self.slots.iter().filter(|slot| slot.cell == period).map(|slot| slot.date);
        let first = dates.next()?;
        let after = dates.next_back().unwrap_or(first).tomorrow().ok()?;
        let several = first.tomorrow().is_ok_and(|next| next < after) && self.query.grain != Some(Grain::Hour);
        several.then(|| self.table(space, first, after, visitors)).flatten()
    }

    pub(super) fn social_share(&self) -> Plain {
        let sum = self.sum("sites", None, &[], Some(Sheets::Visits));
        let plain = sum.plain();
        let (mut social, mut all, mut untold) = (0.0, 0.0, 0.0);
        let mut take = |origin: &Origin, visits: f64| {
            if origin.told {
                all += visits
            } else {
                untold += visits
            }
            social += if sort(self.query.rules, origin).is_social() { visits } else { 0.0 };
        };
        for space in self.spaces() {
            if let Some(table) = self.whole_table(space, true).filter(|_| !self.days_told(space)) {
                table.into_iter().for_each(|(origin, visits)| take(origin, visits));
                continue;
            }
            for slot in self.slots.iter().filter(|slot| slot.cell == self.period) {
                if self.covers(space, slot, |what| what == What::Visits) {
                    for piece in self.pieces(space) {
                        match piece {
                            Piece::Visit(visit) if slot.quarters.contains(&visit.from.quarter().start()) => {
                                take(&visit.origin, 1.0)
                            }
                            _ => {}
                        }
                    }
                } else if slot.quarters.first().is_some_and(|first| *first <= self.query.now)
                    && self.query.grain != Some(Grain::Hour)
                    && let Some(table) =
                        slot.date.tomorrow().ok().and_then(|after| self.table(space, slot.date, after, true))
                {
                    table.into_iter().for_each(|(origin, visits)| take(origin, visits));
                }
            }
        }
        match plain.value {
            None => plain,
            Some(_) if all > 0.0 => {
                let status = if untold > 0.0 { Status::Partial } else { plain.status };
                Plain { value: Some(100.0 * social / all), status }
            }
            Some(_) if untold > 0.0 => Plain { value: None, status: Status::Missing },
            Some(_) => Plain { value: None, status: Status::NotDefined },
        }
    }

    /// Whether every day of the period that is over tells visits by origin.
    pub(super) fn days_told(&self, space: &SpaceInfo) -> bool {
        let mut slots = self.slots.iter().filter(|slot| slot.cell == self.period);
        slots.all(|slot| {
            let over = slot.quarters.last().is_some_and(|last| last.0 + QUARTER_MS <= self.query.now.0);
            !over || self.tell(space, slot, None, &[], Some(Sheets::Visits)).is_some()
        })
    }
}
