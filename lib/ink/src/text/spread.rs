//! Keeps labels off each other along one direction: each moves as little as possible, their order stays.
//! Used for line labels at the right edge; it knows nothing of what is labelled.

/// Where labels go after spreading.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The centre of each label, in the order given.
    pub centres: Vec<f64>,
    /// Whether all of them lie within the bounds. When there is no room they are stacked from the lower
    /// bound on and run past the upper one: shorten the list or the labels.
    pub fits: bool,
}

/// A run of labels that touch, and must move together.
struct Run {
    /// Sum of the wished places of the members, each as a place for the run's own start.
    wished: f64,
    members: f64,
}

impl Run {
    fn start(&self) -> f64 {
        self.wished / self.members
    }
}

/// Spreads labels given as `(wished centre, extent)` between two bounds, with the least squared movement.
///
/// Labels with equal wishes keep the order given. A wish that is not finite counts as the lower bound.
#[must_use]
pub fn spread(labels: &[(f64, f64)], from: f64, to: f64) -> Spread {
    let sane: Vec<(f64, f64)> = labels
        .iter()
        .map(|(centre, extent)| {
            let centre = if centre.is_finite() { *centre } else { from };
            let extent = if extent.is_finite() { extent.max(0.0) } else { 0.0 };
            (centre, extent)
        })
        .collect();
    let mut order: Vec<(usize, (f64, f64))> = sane.into_iter().enumerate().collect();
    order.sort_by(|(_, (a, _)), (_, (b, _))| a.total_cmp(b));

    // Take the extents before each label out of its wish: what is left must only not decrease, and the
    // nearest such series is found by pooling neighbours that disagree (isotonic regression).
    let mut before = 0.0;
    let mut runs: Vec<Run> = Vec::new();
    for (_, (centre, extent)) in &order {
        runs.push(Run { wished: centre - extent / 2.0 - before, members: 1.0 });
        before += extent;
        while let [.., a, b] = runs.as_slice() {
            if a.start() <= b.start() {
                break;
            }
            let pooled = Run { wished: a.wished + b.wished, members: a.members + b.members };
            runs.truncate(runs.len() - 2);
            runs.push(pooled);
        }
    }

    let fits = before <= to - from;
    let last_start = (to - before).max(from);
    let mut starts = runs.iter().flat_map(|run| {
        let start = run.start().clamp(from, last_start);
        let mut left = run.members;
        std::iter::from_fn(move || {
            left -= 1.0;
            (left >= 0.0).then_some(start)
        })
    });
    let mut before = 0.0;
    let mut placed: Vec<(usize, f64)> = Vec::with_capacity(order.len());
    for (place, (_, extent)) in &order {
        let start = starts.next().unwrap_or(from);
        placed.push((*place, start + before + extent / 2.0));
        before += extent;
    }
    placed.sort_by_key(|(place, _)| *place);
    Spread { centres: placed.into_iter().map(|(_, centre)| centre).collect(), fits }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_move_as_little_as_needed() {
        type Case<'a> = (&'a [(f64, f64)], &'a [f64], bool);
        let cases: [Case; 6] = [
            (&[], &[], true),
            (&[(20.0, 10.0), (60.0, 10.0)], &[20.0, 60.0], true),
            (&[(50.0, 10.0), (50.0, 10.0)], &[45.0, 55.0], true),
            (&[(55.0, 10.0), (50.0, 10.0)], &[57.5, 47.5], true),
            (&[(2.0, 10.0), (99.0, 10.0)], &[5.0, 95.0], true),
            (&[(50.0, 60.0), (50.0, 60.0)], &[30.0, 90.0], false),
        ];
        for (labels, centres, fits) in cases {
            let spread = spread(labels, 0.0, 100.0);
            assert_eq!(spread.centres, centres, "{labels:?}");
            assert_eq!(spread.fits, fits, "{labels:?}");
        }
    }

    proptest! {
        #[test]
        fn labels_do_not_overlap_and_keep_their_order(
            labels in prop::collection::vec((-50.0f64..350.0, 0.5f64..30.0), 0..14),
        ) {
            let (from, to) = (0.0, 300.0);
            let Spread { centres, fits } = spread(&labels, from, to);
            prop_assert_eq!(centres.len(), labels.len());
            let total: f64 = labels.iter().map(|(_, extent)| extent).sum();
            prop_assert_eq!(fits, total <= to - from);
            for (i, (wish, extent)) in labels.iter().enumerate() {
                prop_assert!(centres[i] - extent / 2.0 >= from - 1e-6);
                if fits {
                    prop_assert!(centres[i] + extent / 2.0 <= to + 1e-6);
                }
                for (j, (other, other_extent)) in labels.iter().enumerate().skip(i + 1) {
                    let apart = (extent + other_extent) / 2.0 - 1e-6;
                    if wish <= other {
                        prop_assert!(centres[j] - centres[i] >= apart);
                    } else {
                        prop_assert!(centres[i] - centres[j] >= apart);
                    }
                }
            }
        }

        #[test]
        fn labels_with_room_stay_where_they_are(start in 10.0f64..40.0, gaps in prop::collection::vec(12.0f64..30.0, 0..8)) {
            let mut at = start;
            let mut labels = vec![(at, 10.0)];
            for gap in gaps {
                at += gap;
                labels.push((at, 10.0));
            }
            let spread = spread(&labels, 0.0, 400.0);
            for ((wish, _), centre) in labels.iter().zip(spread.centres) {
                prop_assert!((wish - centre).abs() < 1e-9);
            }
        }
    }
}
