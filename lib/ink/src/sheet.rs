//! The sheet around a plot: a title that states the finding, a subtitle with measure and period, a note with
//! the source. It says how much room is left for the plot; it draws no data.

use crate::{
    element::Element,
    geometry::Area,
    mark::Word,
    number::count,
    text::{LEADING, Weight, balanced, size, wrapped},
};

/// The words around a figure. All are optional: in a page, the card may already hold the title.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    width: f64,
    title: String,
    subtitle: String,
    note: String,
}

/// A laid-out sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The words, placed.
    pub words: Vec<Element>,
    /// The room for the plot with its axes, over the full width.
    pub plot: Area,
    /// The height of the whole.
    pub height: f64,
}

impl Sheet {
    /// A sheet of a width.
    #[must_use]
    pub fn new(width: f64) -> Self {
        Self { width, ..Self::default() }
    }

    /// The finding, in one sentence.
    #[must_use]
    pub fn title(mut self, text: impl Into<String>) -> Self {
        self.title = text.into();
        self
    }

    /// The measure, its unit and the period.
    #[must_use]
    pub fn subtitle(mut self, text: impl Into<String>) -> Self {
        self.subtitle = text.into();
        self
    }

    /// Sources and caveats.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.note = text.into();
        self
    }

    /// Lays the words out around a plot of the given height.
    #[must_use]
    pub fn lay(&self, plot_height: f64) -> Layout {
        let mut words = Vec::new();
        let mut y = 0.0;
        let title_size = if self.width >= 560.0 { size::WIDE_TITLE } else { size::TITLE };
        let title = balanced(&self.title, self.width, title_size, Weight::Strong, 3);
        for line in title {
            // Titles stand a little closer than running text.
            let step = title_size * 1.25;
            words.push(Word::new(line, title_size).strong().on(0.0, y + title_size * 0.95));
            y += step;
        }
        if y > 0.0 && !self.subtitle.is_empty() {
            y += 3.0;
        }
        for line in wrapped(&self.subtitle, self.width, size::BODY, Weight::Regular, 3) {
            words.push(Word::new(line, size::BODY).dressed("ink-aside").on(0.0, y + size::BODY));
            y += size::BODY * LEADING;
        }
        if y > 0.0 {
            y += 18.0;
        }
        let plot = Area { left: 0.0, top: y, right: self.width, bottom: y + plot_height };
        y = plot.bottom;
        let note = wrapped(&self.note, self.width, size::SMALL, Weight::Regular, 3);
        if !note.is_empty() {
            y += 12.0;
        }
        for (n, line) in note.iter().enumerate() {
            let baseline = y + size::SMALL + count(n) * size::SMALL * LEADING;
            words.push(Word::new(line.as_str(), size::SMALL).dressed("ink-aside").on(0.0, baseline));
        }
        y += count(note.len()) * size::SMALL * LEADING + if note.is_empty() { 0.0 } else { 4.0 };
        Layout { words, plot, height: y }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_their_room_and_no_more() {
        let bare = Sheet::new(300.0).lay(100.0);
        assert_eq!((bare.plot.top, bare.height, bare.words.len()), (0.0, 100.0, 0));
        let full = Sheet::new(300.0)
            .title("Followers grew each week except during the August outage")
            .subtitle("Net growth, July to September 2026")
            .note("Source: daily exports")
            .lay(100.0);
        assert_eq!(full.words.len(), 4);
        assert!((full.plot.height() - 100.0).abs() < 1e-9);
        assert!(full.height > 180.0 && full.height < 220.0);
    }
}
