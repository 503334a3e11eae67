//! Colours and the style sheet: one list of tokens with a light and a dark value, one list of rules.
//! Not a theme engine: a page that has its own tokens serves [`sheet`] and defines the variables itself.

use std::fmt::Write as _;

/// What a mark's colour means. Each hue is one class that sets `color`; marks paint with `currentColor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hue {
    /// The main series.
    Sea,
    /// What asks attention.
    Signal,
    /// An increase; always with a sign, an arrow or a direction too.
    Gain,
    /// A decrease; always with a sign, an arrow or a direction too.
    Loss,
    /// Context: the previous period, the rest.
    Quiet,
    /// The colour of the ground, for stripes over a coloured cell.
    Paper,
    /// One of six series told apart by hue and lightness; numbers beyond six start over.
    Category(u8),
}

impl Hue {
    /// The class that sets this colour.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Sea => "ink-sea",
            Self::Signal => "ink-signal",
            Self::Gain => "ink-gain",
            Self::Loss => "ink-loss",
            Self::Quiet => "ink-quiet",
            Self::Paper => "ink-paper",
            Self::Category(n) => match n % 6 {
                0 => "ink-cat-1",
                1 => "ink-cat-2",
                2 => "ink-cat-3",
                3 => "ink-cat-4",
                4 => "ink-cat-5",
                _ => "ink-cat-6",
            },
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark marks on light ground.
    Light,
    /// Light marks on dark ground.
    Dark,
}

/// Name, light value, dark value. Chosen in OKLCH (sea at hue 230, signal near 45), written in hexadecimal
/// because drawing programs and PDF makers read little else. The tests hold them to their contrasts.
const TOKENS: [(&str, &str, &str); 24] = [
    ("ink", "#172128", "#e6ecef"),
    ("paper", "#fdfcfa", "#12171c"),
    ("muted", "#525c64", "#a3acb2"),
    ("line", "#dbdfe2", "#2a3137"),
    ("line-strong", "#80878d", "#737c82"),
    ("sea", "#0b6c92", "#5bbfe8"),
    ("signal", "#bd5223", "#f7945a"),
    ("gain", "#0b7643", "#6cd092"),
    ("loss", "#a13029", "#eb8376"),
    ("cat-1", "#0b6c92", "#5bbfe8"),
    ("cat-2", "#a36701", "#f59b62"),
    ("cat-3", "#a62b4f", "#da5b79"),
    ("cat-4", "#383da2", "#817de3"),
    ("cat-5", "#1b4827", "#86ead4"),
    ("cat-6", "#4b0d4b", "#f5eb9c"),
    ("ramp-1", "#e4f3fa", "#162932"),
    ("ramp-2", "#c1ddea", "#1e3e4c"),
    ("ramp-3", "#9bc7dc", "#255367"),
    ("ramp-4", "#74b1cd", "#2c6a83"),
    ("ramp-5", "#4c9cbd", "#3281a1"),
    ("ramp-6", "#1d86ab", "#3f99bd"),
    ("ramp-7", "#0a6f90", "#59b1d6"),
    ("ramp-8", "#025873", "#7fc7e7"),
    ("ramp-9", "#044257", "#abddf4"),
];

/// Selector and declarations; `$name` stands for a token.
const RULES: &[(&str, &str)] = &[
    (".ink", "max-width:100%;height:auto;font-variant-numeric:tabular-nums"),
    (".ink-sea", "color:$sea"),
    (".ink-signal", "color:$signal"),
    (".ink-gain", "color:$gain"),
    (".ink-loss", "color:$loss"),
    (".ink-quiet", "color:$line-strong"),
    (".ink-paper", "color:$paper"),
    (".ink-cat-1", "color:$cat-1"),
    (".ink-cat-2", "color:$cat-2"),
    (".ink-cat-3", "color:$cat-3"),
    (".ink-cat-4", "color:$cat-4"),
    (".ink-cat-5", "color:$cat-5"),
    (".ink-cat-6", "color:$cat-6"),
    (".ink-ramp-1", "color:$ramp-1"),
    (".ink-ramp-2", "color:$ramp-2"),
    (".ink-ramp-3", "color:$ramp-3"),
    (".ink-ramp-4", "color:$ramp-4"),
    (".ink-ramp-5", "color:$ramp-5"),
    (".ink-ramp-6", "color:$ramp-6"),
    (".ink-ramp-7", "color:$ramp-7"),
    (".ink-ramp-8", "color:$ramp-8"),
    (".ink-ramp-9", "color:$ramp-9"),
    (".ink-ground", "fill:$paper"),
    (".ink-grid", "fill:none;stroke:$line"),
    (".ink-base", "fill:none;stroke:$line-strong"),
    (".ink-line", "fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round;stroke-linecap:round"),
    (".ink-thin", "stroke-width:1.5"),
    (".ink-dashed", "stroke-dasharray:1 4"),
    (".ink-area", "fill:currentColor;fill-opacity:.13"),
    (".ink-bar", "fill:currentColor"),
    (".ink-partial", "stroke:currentColor"),
    (".ink-dot", "fill:currentColor;stroke:$paper;stroke-width:1.5"),
    (".ink-hollow", "fill:$paper;stroke:currentColor;stroke-width:1.5"),
    (".ink-cell", "fill:currentColor"),
    (".ink-missing", "fill:none;stroke:$line-strong;stroke-dasharray:2 2"),
    (".ink-absent", "fill:none;stroke:$muted;stroke-width:1.25"),
    (".ink-hatch", "fill:currentColor"),
    (".ink-hatch-ground", "fill:currentColor;fill-opacity:.13"),
    (".ink-rule", "fill:none;stroke:$muted;stroke-dasharray:2 3"),
    (".ink-leader", "fill:none;stroke:currentColor;stroke-opacity:.6"),
    (".ink-hit", "fill:none;pointer-events:all"),
    (".ink-tick", "fill:$muted"),
    (".ink-label", "fill:currentColor"),
    (".ink-word", "fill:$ink"),
    (".ink-aside", "fill:$muted"),
    (".ink-strong", "font-weight:600"),
    // Words in the quiet hue need more contrast than its marks.
    (".ink-quiet .ink-label,.ink-label.ink-quiet", "fill:$muted"),
    (".ink-halo", "paint-order:stroke;stroke:$paper;stroke-width:4;stroke-linejoin:round"),
];

/// The fonts a file of its own asks for; a page inherits its own.
const FONTS: &str = "Inter,\"Source Sans 3\",system-ui,-apple-system,\"Segoe UI\",\"Liberation Sans\",Arial,sans-serif";

/// The tokens of a theme as `(name, #rrggbb)`, for a page that wants to define its variables from here.
pub fn tokens(theme: Theme) -> impl Iterator<Item = (&'static str, &'static str)> {
    TOKENS.iter().map(move |(name, light, dark)| {
        let value = match theme {
            Theme::Light => light,
            Theme::Dark => dark,
        };
        (*name, *value)
    })
}

/// The style sheet for drawings inside a page: every rule, colours as variables.
/// `prefix` stands before each token name: `--` gives `var(--sea)`.
#[must_use]
pub fn sheet(prefix: &str) -> String {
    rules(|name| format!("var({prefix}{name})"), |_| true)
}

/// The style a drawing carries with it: light values, and dark ones behind a media query when asked.
pub(crate) fn embedded(with_dark: bool) -> String {
    let literal = |theme: Theme| {
        move |name: &str| {
            tokens(theme).find(|(token, _)| *token == name).map_or_else(String::new, |(_, value)| value.to_owned())
        }
    };
    let mut css = format!(".ink{{font-family:{FONTS}}}");
    css.push_str(&rules(literal(Theme::Light), |_| true));
    if with_dark {
        // Only what mentions a token changes; repeating whole rules keeps the order of the cascade.
        let dark = rules(literal(Theme::Dark), |declarations| declarations.contains('$'));
        let _ = write!(css, "@media (prefers-color-scheme:dark){{{dark}}}");
    }
    css
}

fn rules(paint: impl Fn(&str) -> String, keep: impl Fn(&str) -> bool) -> String {
    let mut css = String::new();
    for (selector, declarations) in RULES.iter().filter(|(_, d)| keep(d)) {
        let _ = write!(css, "{selector}{{{}}}", painted(declarations, &paint));
    }
    css
}

/// The declarations with each `$name` replaced by its colour.
fn painted(declarations: &str, paint: impl Fn(&str) -> String) -> String {
    let mut parts = declarations.split('$');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        out.push_str(&paint(name));
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests;
