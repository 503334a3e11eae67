//! The `d` attribute of a path, kept short: absolute coordinates with one decimal, `H` and `V` where a
//! step is straight.

use crate::number::compact;

/// A path being drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Path {
    d: String,
    at: Option<(String, String)>,
}

impl Path {
    /// An empty path.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lifts the pen and puts it down at a place.
    #[must_use]
    pub fn to(mut self, x: f64, y: f64) -> Self {
        let (x, y) = (compact(x), compact(y));
        self.d.push('M');
        self.pair(&x, &y);
        self.at = Some((x, y));
        self
    }

    /// Draws a straight line to a place; a step of no visible length is left out.
    #[must_use]
    pub fn line(mut self, x: f64, y: f64) -> Self {
        let (x, y) = (compact(x), compact(y));
        match &self.at {
            Some((was_x, was_y)) if *was_x == x && *was_y == y => return self,
            Some((_, was_y)) if *was_y == y => {
                self.d.push('H');
                self.d.push_str(&x);
            }
            Some((was_x, _)) if *was_x == x => {
                self.d.push('V');
                self.d.push_str(&y);
            }
            Some(_) => {
                self.d.push('L');
                self.pair(&x, &y);
            }
            None => {
                self.d.push('M');
                self.pair(&x, &y);
            }
        }
        self.at = Some((x, y));
        self
    }

    /// Closes the current outline.
    #[must_use]
    pub fn close(mut self) -> Self {
        if self.at.take().is_some() {
            self.d.push('Z');
        }
        self
    }

    /// The text of the `d` attribute.
    #[must_use]
    pub fn d(self) -> String {
        self.d
    }

    /// Whether nothing has been drawn.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.d.is_empty()
    }

    fn pair(&mut self, x: &str, y: &str) {
        self.d.push_str(x);
        // A minus sign already separates two numbers.
        if !y.starts_with('-') {
            self.d.push(' ');
        }
        self.d.push_str(y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_short() {
        let path =
            Path::new().to(0.0, 10.04).line(5.0, 10.0).line(5.0, -2.55).line(5.01, -2.55).line(8.0, 0.26).close();
        assert_eq!(path.d(), "M0 10H5V-2.5L8 .3Z");
        assert_eq!(Path::new().line(1.0, -1.0).close().close().d(), "M1-1Z");
        assert!(Path::new().close().is_empty());
    }
}
