//! The small line of a card with what it says to those who do not see it.

use crate::draw::cut;
use crate::grid::{Grid, Line};
use crate::size::Size;
use crate::value::{amount, reading_text};
use ink::{Area, Output, Svg, mark};
use measure::answer::Series;
use measure::indicator::Across;
use phrases::Voice;

/// A sparkline.
#[derive(Debug, Clone)]
pub struct Spark {
    id: String,
    language: &'static str,
    text: String,
    size: Size,
    mark: ink::Element,
}

/// The small line of a series cut into periods. Rows split by keys have none: one line cannot tell them apart.
#[must_use]
pub fn sparkline(series: &Series, voice: &Voice, size: Size) -> Spark {
    let size = size.sane();
    let grid = Grid::of(series, voice);
    let line = match grid.lines.as_slice() {
        [line] if line.keys.is_empty() => Some(line),
        _ => None,
    };
    let place = Area { left: 5.0, top: 5.0, right: size.width - 5.0, bottom: size.height - 5.0 };
    let drawn = line.map_or_else(ink::Element::group, |line| {
        let readings = line.readings();
        // As in the large drawing: one day that dwarfs the others does not flatten them. A stand keeps its steps.
        let limit = cut::limit(readings.iter().filter_map(|one| one.value()));
        let limit = limit.filter(|_| series.indicator.across != Across::Last);
        let spark = mark::Sparkline::new(readings.into_iter().map(|one| cut::shortened(one, limit)));
        // What accumulates is measured from zero; a stand is not.
        let spark = if series.indicator.across == Across::Sum { spark.filled() } else { spark };
        spark.draw(&place)
    });
    Spark {
        id: format!("spark-{}", series.indicator.id.replace('_', "-")),
        language: voice.lang().code(),
        text: line.map_or_else(|| voice.say("figure-spark-none"), |line| text(series, line, voice)),
        size,
        mark: drawn,
    }
}

impl Spark {
    /// With another id, where a page shows several of one indicator.
    #[must_use]
    pub fn named(mut self, id: &str) -> Self {
        id.clone_into(&mut self.id);
        self
    }

    /// The drawing.
    #[must_use]
    pub fn svg(&self, output: Output) -> String {
        Svg::new(&self.id, self.size.width, self.size.height)
            .language(self.language)
            .title(&self.text)
            .add(self.mark.clone())
            .render(output)
    }

    /// First, last, lowest and highest value, and how many are missing.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

fn text(series: &Series, line: &Line<'_>, voice: &Voice) -> String {
    let readings = line.readings();
    let known = || readings.iter().filter(|one| one.value().is_some());
    let values = || readings.iter().filter_map(|one| one.value());
    let (Some(first), Some(last)) = (known().next(), known().next_back()) else {
        return voice.say("figure-spark-none");
    };
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let missing = readings.len() - known().count();
    let words = |reading| reading_text(reading, series.indicator, voice);
    let args = [
        ("first", words(*first).into()),
        ("last", words(*last).into()),
        ("low", amount(low, series.indicator, voice).into()),
        ("high", amount(high, series.indicator, voice).into()),
        ("missing", missing.into()),
    ];
    voice.say_with("figure-spark", &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{days, figure, missing, partial, plain_spaces, series, voice};
    use jiff::civil::date;
    use phrases::Lang;

    #[test]
    fn it_says_what_it_shows() {
        let rows = days(date(2026, 3, 1), [figure(3.0), missing(), figure(9.0), partial(5.0)]);
        let spark = sparkline(&series("gains", rows), &voice(Lang::Fr), Size::SPARK);
        assert_eq!(plain_spaces(spark.text()), "De 3 à 5 (partiel) ; entre 3 et 9. 1 valeur manque.");
        let drawing = spark.svg(Output::Page);
        assert!(drawing.contains("ink-hollow") && drawing.contains(spark.text()), "{drawing}");
    }

    #[test]
    fn nothing_known_draws_nothing() {
        let rows = days(date(2026, 3, 1), [missing(), missing()]);
        let spark = sparkline(&series("gains", rows), &voice(Lang::En), Size::SPARK);
        assert_eq!(spark.text(), "Not enough data for a line.");
        assert!(!spark.svg(Output::Page).contains("<path") && !spark.svg(Output::Page).contains("<circle"));
    }
}
