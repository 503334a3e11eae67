//! Holds the colours to what they promise: contrast, even steps, and hues that colour-blind readers tell
//! apart. Colour science after CSS Color 4 (sRGB, OKLab), WCAG 2.2 (contrast) and Machado, Oliveira and
//! Fernandes 2009 (severe colour blindness).
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;

type Rgb = [f64; 3];

fn token(theme: Theme, name: &str) -> Rgb {
    let (_, hex) = tokens(theme).find(|(token, _)| *token == name).unwrap();
    let channel = |from: usize| {
        let byte = u8::from_str_radix(hex.get(from..from + 2).unwrap(), 16).unwrap();
        let c = f64::from(byte) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    [channel(1), channel(3), channel(5)]
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let luminance = |[r, g, b]: Rgb| 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

fn oklab([r, g, b]: Rgb) -> [f64; 3] {
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    [
        0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
    ]
}

/// Full sight, then the absence of the long, the middle and the short cones.
const SIGHTS: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
];

fn seen(sight: [[f64; 3]; 3], [r, g, b]: Rgb) -> Rgb {
    sight.map(|[x, y, z]| (x * r + y * g + z * b).clamp(0.0, 1.0))
}

fn distance(a: Rgb, b: Rgb) -> f64 {
    oklab(a).iter().zip(oklab(b)).map(|(x, y)| (x - y).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn text_and_marks_stand_out_from_the_ground() {
    for theme in [Theme::Light, Theme::Dark] {
        let paper = token(theme, "paper");
        for name in
            ["ink", "muted", "sea", "signal", "gain", "loss", "cat-1", "cat-2", "cat-3", "cat-4", "cat-5", "cat-6"]
        {
            let ratio = contrast(token(theme, name), paper);
            assert!(ratio >= 4.5, "{name} in {theme:?}: {ratio:.2}");
        }
        let ratio = contrast(token(theme, "line-strong"), paper);
        assert!(ratio >= 3.0, "line-strong in {theme:?}: {ratio:.2}");
    }
}

#[test]
fn the_ramp_climbs_in_even_steps_of_lightness() {
    for theme in [Theme::Light, Theme::Dark] {
        let levels: Vec<f64> = (1..=9).map(|n| oklab(token(theme, &format!("ramp-{n}")))[0]).collect();
        let even = (levels.last().unwrap() - levels.first().unwrap()) / 8.0;
        for pair in levels.windows(2) {
            let step = pair[1] - pair[0];
            assert!((step - even).abs() < 0.006, "{theme:?}: {levels:?}");
        }
    }
}

#[test]
fn six_series_are_told_apart_by_every_sight() {
    for theme in [Theme::Light, Theme::Dark] {
        for sight in SIGHTS {
            let colours: Vec<Rgb> = (1..=6).map(|n| seen(sight, token(theme, &format!("cat-{n}")))).collect();
            for (i, a) in colours.iter().enumerate() {
                for (j, b) in colours.iter().enumerate().take(i) {
                    let d = distance(*a, *b);
                    assert!(d > 0.06, "{theme:?}: series {} and {}: {d:.3}", j + 1, i + 1);
                }
            }
        }
    }
}

#[test]
fn every_token_named_in_a_rule_exists() {
    let css = embedded(true);
    assert!(!css.contains('$') && !css.contains(":;") && !css.contains(":}"));
    for (_, declarations) in RULES {
        let _ = painted(declarations, |name| {
            assert!(TOKENS.iter().any(|(token, ..)| *token == name), "{name}");
            String::new()
        });
    }
}

#[test]
fn every_token_is_used() {
    for (name, ..) in TOKENS {
        let wanted = format!("var(--{name})");
        assert!(sheet("--").contains(&wanted), "{name}");
    }
}

#[test]
fn the_page_sheet_holds_no_literal_colour() {
    assert!(!sheet("--").contains('#'));
    assert!(sheet("--v-").contains(".ink-sea{color:var(--v-sea)}"));
}
