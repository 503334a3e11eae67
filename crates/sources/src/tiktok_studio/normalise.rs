//! TikTok Studio's days, now with their years → daily figures of the account, stands of followers and their growth.

use super::wire::Day;
use crate::figures::{day_flow, day_level};
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;
use model::{Metric, Piece};

/// The figures of every day. TikTok does not say in which zone it cuts days.
pub fn pieces(days: &[(Date, Day)]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (date, day) in days {
        pieces.extend(day.followers.map(|followers| day_level(Metric::Followers, followers, *date, None)));
        pieces.extend(day.figures.iter().map(|(metric, value)| day_flow(*metric, *value, *date, None)));
    }
    pieces
}

/// The growth of each day that follows a known one. TikTok heads the column *difference from previous day* and
/// writes in it the difference to the following day: whichever of the two fits the followers is taken, and a
/// difference that fits neither contradicts them.
pub fn growth(days: &[(Date, Day)], header: &str) -> Result<Vec<Piece>, Trouble> {
    let mut pieces = Vec::new();
    for ((date, day), (next, following)) in days.iter().zip(days.iter().skip(1)) {
        let consecutive = date.tomorrow().is_ok_and(|tomorrow| tomorrow == *next);
        let Some((before, after)) = day.followers.zip(following.followers).filter(|_| consecutive) else { continue };
        let grown = after - before;
        let told = [day.difference, following.difference];
        if told.iter().all(Option::is_none) {
            continue;
        }
        if let [Some(to_following), Some(from_previous)] = told
            && to_following != grown
            && from_previous != grown
        {
            let trouble = Trouble::new(TroubleCode::Contradiction).line(following.line).field(header);
            return Err(trouble.with("value", &to_following.to_string()).with("expected", &grown.to_string()));
        }
        pieces.push(day_flow(Metric::NetGrowth, grown, *next, None));
    }
    Ok(pieces)
}
