//! Where visits came from: channel, who referred, how many, and which part of the whole. The unknown stays in it.

use figures::key_text;
use measure::answer::Answer;
use phrases::Voice;

/// Rows shown; the others are added up.
const SHOWN: usize = 40;

/// One origin.
pub struct Origin {
    pub channel: String,
    pub referrer: String,
    pub visits: String,
    pub share: String,
}

/// The table.
pub struct Origins {
    pub rows: Vec<Origin>,
    pub others: Option<Origin>,
    pub total: String,
}

impl Origins {
    /// From visits by channel and referrer, the most numerous first; `None` without visits.
    pub fn of(answer: &Answer, voice: &Voice) -> Option<Self> {
        let series = answer.series.first()?;
        let mut found: Vec<(String, String, f64)> = Vec::new();
        for row in &series.rows {
            let mut keys = row.keys.iter().map(|key| key_text(key, voice));
            if let (Some(channel), Some(referrer), Some(visits)) = (keys.next(), keys.next(), row.figure.value) {
                found.push((channel, referrer, visits));
            }
        }
        found.sort_by(|one, other| other.2.total_cmp(&one.2).then_with(|| (&one.0, &one.1).cmp(&(&other.0, &other.1))));
        let total: f64 = found.iter().map(|(_, _, visits)| visits).sum();
        if total <= 0.0 {
            return None;
        }
        let told = |channel: String, referrer: String, visits: f64| {
            let share = visits / total;
            let decimals = usize::from(share < 0.0995);
            Origin { channel, referrer, visits: voice.number(visits, 0), share: voice.percent(share, decimals) }
        };
        let rest: f64 = found.iter().skip(SHOWN).map(|(_, _, visits)| visits).sum();
        let left = found.len().saturating_sub(SHOWN);
        let others = (left > 0)
            .then(|| told(voice.say_with("measures-origins-others", &[("n", left.into())]), String::new(), rest));
        let rows =
            found.into_iter().take(SHOWN).map(|(channel, referrer, visits)| told(channel, referrer, visits)).collect();
        Some(Self { rows, others, total: voice.number(total, 0) })
    }
}
