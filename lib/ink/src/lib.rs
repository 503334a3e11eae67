//! `ink` draws small, exact, legible figures as SVG text: scales, ticks, text fitting and marks.
//!
//! It is for figures that state one finding: few ticks, direct labels, one hue per idea, a described
//! picture. It is not a chart library: there is no "bar chart" call. The caller places scales and marks,
//! words every label, and decides what a figure says.
//!
//! ```
//! use ink::{Area, Hue, Linear, Output, Point, Reading, Svg, Zero, mark};
//!
//! let area = Area { left: 40.0, top: 10.0, right: 300.0, bottom: 110.0 };
//! let rows = [3.0, 5.0, 4.0];
//! let y = Linear::over(rows, Zero::Included, 4).onto(area.bottom, area.top);
//! let x = Linear::new(0.0, 2.0).onto(area.left, area.right);
//! let line: Vec<Point> = (0u8..)
//!     .zip(rows)
//!     .map(|(i, v)| Point::new(x.position(i.into()), Reading::Whole(y.position(v))))
//!     .collect();
//! let drawing = Svg::new("posts", 320.0, 130.0)
//!     .title("Posts rose to five, then fell to four")
//!     .desc("Three weeks: 3, 5 and 4 posts.")
//!     .add(mark::line(&line, Hue::Sea))
//!     .render(Output::Page);
//! assert!(drawing.starts_with("<svg id=\"posts\""));
//! ```
//!
//! Four ideas run through the crate:
//! - scales turn data into pixels, marks know pixels only;
//! - a [`Reading`] is whole, partial or missing, and marks never draw a missing one as zero;
//! - colours are classes: the page, the downloaded file and the printed report dress one drawing;
//! - nothing panics: values that are not finite are missing, and sizes are clamped.

mod element;
mod escape;
mod geometry;
pub mod mark;
mod number;
mod path;
mod reading;
mod scale;
mod sheet;
pub mod style;
mod svg;
pub mod text;

pub use element::{Element, Pattern, Value};
pub use geometry::Area;
pub use path::Path;
pub use reading::{Point, Reading};
pub use scale::{Band, Civil, CivilError, Linear, Log, Ramp, Ticks, TimeScale, TimeTick, Unit, Zero};
pub use sheet::{Layout, Sheet};
pub use style::{Hue, Theme};
pub use svg::{Output, Svg};
