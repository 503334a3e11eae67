//! Annotations: a vertical marker at a moment, with a few words beside its top. They tell why, so there
//! should be few.

use crate::{
    element::Element,
    geometry::Area,
    mark::{Anchor, Word},
    path::Path,
    text::{LEADING, Weight, size, width, wrapped},
};

/// One annotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The moment, in pixels.
    pub x: f64,
    /// A few words.
    pub text: String,
}

/// Where the words of a note lie.
#[derive(Debug, Clone, Copy)]
struct Block {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// Annotations over a plot, at most `room` pixels wide each. Words stand to the right of their marker, to
/// the left when the area ends first, and move down when they would touch those of another.
#[must_use]
pub fn notes(area: &Area, list: &[Note], room: f64) -> Element {
    let step = size::SMALL * LEADING;
    let mut taken: Vec<Block> = Vec::new();
    let mut group = Element::group();
    for note in list.iter().filter(|n| n.x.is_finite()) {
        let lines = wrapped(&note.text, room, size::SMALL, Weight::Regular, 3);
        let wide = lines.iter().map(|line| width(line, size::SMALL, Weight::Regular)).fold(0.0, f64::max);
        let flips = note.x + 8.0 + wide > area.right && note.x - 8.0 - wide >= area.left;
        let (left, anchor, x) = if flips {
            (note.x - 8.0 - wide, Anchor::End, note.x - 7.0)
        } else {
            (note.x + 8.0, Anchor::Start, note.x + 7.0)
        };
        let height = crate::number::count(lines.len()) * step;
        let mut block = Block { left, right: left + wide, top: area.top, bottom: area.top + height };
        // Moves only downwards, so it ends; each pass clears at least one neighbour.
        while let Some(below) = taken.iter().filter(|other| touch(**other, block)).map(|o| o.bottom).reduce(f64::max) {
            block.top = below + 4.0;
            block.bottom = block.top + height;
        }
        taken.push(block);
        let marker = note.x.round() + 0.5;
        let path = Path::new().to(marker, area.top).line(marker, area.bottom);
        group = group.child(Element::new("path").class("ink-rule").set("d", path.d()));
        let mut y = block.top + step / 2.0;
        for line in lines {
            let word = Word::new(line, size::SMALL).dressed("ink-word ink-halo").anchored(anchor);
            group = group.child(word.centred_on(x, y));
            y += step;
        }
    }
    group
}

fn touch(a: Block, b: Block) -> bool {
    a.left < b.right + 6.0 && b.left < a.right + 6.0 && a.top < b.bottom && b.top < a.bottom
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::sample::bare;

    #[test]
    fn words_flip_at_the_edge_and_step_down_when_crowded() {
        let area = Area { left: 0.0, top: 0.0, right: 200.0, bottom: 60.0 };
        let note = |x, text: &str| Note { x, text: text.to_owned() };
        let drawing = bare(notes(&area, &[note(20.0, "Festival"), note(40.0, "Purge"), note(190.0, "Crise")], 100.0));
        insta::assert_snapshot!(drawing, @r#"
        <g>
        <path class="ink-rule" d="M20.5 0V60"/>
        <text class="ink-word ink-halo" x="27" y="12.1" font-size="12">Festival</text>
        <path class="ink-rule" d="M40.5 0V60"/>
        <text class="ink-word ink-halo" x="47" y="31.7" font-size="12">Purge</text>
        <path class="ink-rule" d="M190.5 0V60"/>
        <text class="ink-word ink-halo" x="183" y="12.1" font-size="12" text-anchor="end">Crise</text>
        </g>
        "#);
    }
}
