//! A picture: one series drawn and worded, ready for a page, a download or a report.

use crate::caption;
use crate::draw::{self, Plot};
use crate::finding;
use crate::shape::Shape;
use crate::size::Size;
use crate::subject::Subject;
use crate::table::Table;
use ink::{Element, Output, Sheet, Svg};
use measure::answer::{Answer, Series};
use phrases::Voice;

/// A series as a picture with its words and its table.
#[derive(Debug, Clone)]
pub struct Picture {
    id: String,
    language: &'static str,
    size: Size,
    title: String,
    subtitle: String,
    description: String,
    note: String,
    table: Table,
    plot: Plot,
}

impl Picture {
    /// Draws a series of an answer in the shape that suits its rows. Gains are drawn above losses when the same answer
    /// holds both for the same periods.
    #[must_use]
    pub fn of(series: &Series, answer: &Answer, voice: &Voice, size: Size) -> Self {
        let size = size.sane();
        let subject = Subject::of(series, answer, voice);
        let shape = Shape::of(&subject);
        let plot = draw::draw(&subject, &shape, size);
        Self {
            id: format!("figure-{}", series.indicator.id.replace('_', "-")),
            language: voice.lang().code(),
            size,
            title: finding::title(&subject, &shape),
            subtitle: caption::subtitle(&subject, &shape),
            description: caption::description(&subject, &shape),
            note: caption::note(&subject, plot.left_out),
            table: Table::of(&subject, &shape),
            plot,
        }
    }

    /// With another id, where a page shows several pictures of one indicator.
    #[must_use]
    pub fn named(mut self, id: &str) -> Self {
        id.clone_into(&mut self.id);
        self
    }

    /// The drawing. For [`Output::Page`] it holds the plot only, since the page has [`title`](Self::title),
    /// [`subtitle`](Self::subtitle) and [`note`](Self::note) as text around it; a file and a print hold them too.
    #[must_use]
    pub fn svg(&self, output: Output) -> String {
        let sheet = Sheet::new(self.size.width);
        let sheet = if output == Output::Page {
            sheet
        } else {
            sheet.title(self.title.as_str()).subtitle(self.subtitle.as_str()).note(self.note.as_str())
        };
        let layout = sheet.lay(self.plot.height);
        let plot = Element::group().children(self.plot.marks.iter().cloned()).shifted(0.0, layout.plot.top);
        Svg::new(&self.id, self.size.width, layout.height)
            .language(self.language)
            .title(&self.title)
            .desc(&self.description)
            .add_all(layout.words)
            .add(plot)
            .render(output)
    }

    /// What the rows show, in one sentence.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Measure, unit, period and zone.
    #[must_use]
    pub fn subtitle(&self) -> &str {
        &self.subtitle
    }

    /// What is drawn, for those who do not see it: the drawing's `<desc>`.
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Sources, and how many keys were left out; may be empty.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }

    /// The table behind the picture.
    #[must_use]
    pub const fn table(&self) -> &Table {
        &self.table
    }
}

#[cfg(test)]
mod tests;
