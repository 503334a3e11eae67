//! Writes one HTML page with every mark, in light and in dark, to look at: `cargo run -p ink --example
//! gallery > gallery.html`. With the word `file` it writes one figure as
//! an SVG file of its own instead. The values are invented; the page is not part of any product.

mod calendars;
mod cards;
mod series;

use ink::{Output, Svg, Theme, style};

/// What each figure is drawn with: the id it must carry and the width it has.
type Figure = fn(&str, f64) -> Svg;

const WIDE: [(&str, Figure); 6] = [
    ("lines", series::lines),
    ("gains", series::gains),
    ("area", series::area),
    ("stack", series::stack),
    ("ranking", series::ranking),
    ("week", calendars::week),
];

fn main() {
    if std::env::args().nth(1).as_deref() == Some("file") {
        println!("{}", series::gains("gains", 640.0).render(Output::File));
        return;
    }
    let mut page = String::from("<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>ink</title><style>");
    page.push_str(&variables("light", Theme::Light));
    page.push_str(&variables("dark", Theme::Dark));
    page.push_str(&style::sheet("--"));
    page.push_str(
        "body{margin:0;display:flex;font-family:Inter,system-ui,sans-serif}\
         main{flex:none;padding:32px;width:640px;background:var(--paper);color:var(--ink)}\
         figure{margin:0 0 44px}.phone{width:320px}.cards{display:flex;gap:24px}",
    );
    page.push_str("</style>");
    for theme in ["light", "dark"] {
        page.push_str(&format!("<main class=\"{theme}\"><figure class=\"cards\">"));
        for n in 0..3 {
            let svg = cards::card(&format!("{theme}-card-{n}"), n);
            page.push_str(&svg.render(Output::Page));
        }
        page.push_str("</figure>");
        for (name, figure) in WIDE {
            let svg = figure(&format!("{theme}-{name}"), 640.0);
            page.push_str(&format!("<figure>{}</figure>", svg.render(Output::Page)));
        }
        let year = calendars::year(&format!("{theme}-year"), 640.0);
        page.push_str(&format!("<figure>{}</figure>", year.render(Output::Page)));
        let phone = series::lines(&format!("{theme}-phone"), 320.0);
        page.push_str(&format!("<figure class=\"phone\">{}</figure></main>", phone.render(Output::Page)));
    }
    page.push_str("</html>");
    println!("{page}");
}

/// The tokens of a theme as variables of a class.
fn variables(class: &str, theme: Theme) -> String {
    let list: String = style::tokens(theme).map(|(name, value)| format!("--{name}:{value};")).collect();
    format!(".{class}{{{list}}}")
}

/// A whole number the French way: thousands apart by a narrow no-break space, a real minus sign.
fn french(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(c);
    }
    if value < -0.5 { format!("−{out}") } else { out }
}

/// A repeatable wobble between -1 and 1.
fn wobble(n: u16) -> f64 {
    let x = f64::from(n);
    (x * 1.7).sin() * 0.6 + (x * 0.63 + 1.0).cos() * 0.4
}

const MONTHS: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

/// The short name of a month, 1 to 12.
fn month(n: u8) -> &'static str {
    MONTHS.get(usize::from(n.saturating_sub(1))).copied().unwrap_or_default()
}
