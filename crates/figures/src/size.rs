//! The room a picture is given. Heights are those of the plot; words around it take what they need.

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width of the whole picture.
    pub width: f64,
    /// Height of the plot with its axes. A ranking, a heat map or small multiples take what their rows need instead.
    pub height: f64,
}

impl Size {
    /// A column of a phone.
    pub const PHONE: Self = Self { width: 320.0, height: 220.0 };
    /// A page, a report, a download.
    pub const WIDE: Self = Self { width: 920.0, height: 340.0 };
    /// The small line of a card.
    pub const SPARK: Self = Self { width: 160.0, height: 40.0 };

    /// The same with sides that can be drawn in.
    pub(crate) fn sane(self) -> Self {
        let side = |given: f64, least: f64| if given.is_finite() { given.clamp(least, 4000.0) } else { least };
        Self { width: side(self.width, 120.0), height: side(self.height, 24.0) }
    }
}
