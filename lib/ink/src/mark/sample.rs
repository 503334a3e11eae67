//! What the tests of marks share: a mark written alone.

use crate::{Element, Output, Svg};

/// The mark as text, without the document around it.
pub(super) fn bare(mark: Element) -> String {
    let drawing = Svg::new("t", 1.0, 1.0).add(mark).render(Output::Page);
    let inside = drawing.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</svg>"));
    inside.unwrap_or_default().replace("><", ">\n<")
}
