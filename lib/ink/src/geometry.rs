//! The rectangle a plot occupies, in drawing units (pixels at full size, y downwards).

/// A rectangle by its four sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// x of the left side.
    pub left: f64,
    /// y of the top side.
    pub top: f64,
    /// x of the right side.
    pub right: f64,
    /// y of the bottom side.
    pub bottom: f64,
}

impl Area {
    /// Its width, never negative.
    #[must_use]
    pub fn width(&self) -> f64 {
        (self.right - self.left).max(0.0)
    }

    /// Its height, never negative.
    #[must_use]
    pub fn height(&self) -> f64 {
        (self.bottom - self.top).max(0.0)
    }

    /// The same area with its sides moved inwards (outwards when negative).
    #[must_use]
    pub fn inset(&self, left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self { left: self.left + left, top: self.top + top, right: self.right - right, bottom: self.bottom - bottom }
    }
}
