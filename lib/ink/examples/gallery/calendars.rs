//! Heat maps: the hours of a week, the days of a year.

use ink::{
    Band, Civil, Ramp, Sheet, Svg,
    mark::{self, Anchor, Cell, Shade, Word},
    text::size,
};

use crate::{french, month, wobble};

const DAYS: [&str; 7] = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];

fn tick(text: impl Into<String>) -> Word {
    Word::new(text, size::SMALL).dressed("ink-tick")
}

/// Seven rows, twenty-four columns.
pub fn week(id: &str, width: f64) -> Svg {
    let title = "Vos abonnés répondent le soir en semaine, le matin le dimanche";
    let layout = Sheet::new(width)
        .title(title)
        .subtitle("Réponses reçues par heure, moyenne de septembre à novembre 2026")
        .lay(7.0 * 24.0 + 58.0);
    let plot = layout.plot.inset(40.0, 0.0, 0.0, 58.0);
    let (columns, rows) = (Band::new(24, plot.left, plot.right, 0.08), Band::new(7, plot.top, plot.bottom, 0.08));
    let ramp = Ramp::new(0.0, 60.0);
    let mut svg =
        Svg::new(id, width, layout.height).title(title).desc("Grille de 7 jours par 24 heures.").add_all(layout.words);
    for (d, day) in DAYS.iter().enumerate() {
        svg = svg.add(tick(*day).anchored(Anchor::End).centred_on(plot.left - 8.0, rows.centre(d)));
        for (h, hour) in (0..24u16).enumerate() {
            let peak = if d == 6 { 10.0 } else { 19.0 };
            let far = (f64::from(hour) - peak) / 4.0;
            let noise = wobble(hour * 7 + u16::try_from(d).unwrap_or(0));
            let value = (52.0 * (-far * far).exp() + 6.0 + 4.0 * noise).max(0.0);
            let level = ramp.level(value).unwrap_or(1);
            let (shade, said) = match (d, hour) {
                (2, 2..=5) => (Shade::Missing, "manquant".to_owned()),
                (4, 14..=16) => (Shade::Partial(level), format!("{} (partiel)", french(value))),
                _ => (Shade::Level(level), french(value)),
            };
            svg = svg.add(mark::cell(&Cell {
                x: columns.start(h),
                y: rows.start(d),
                width: columns.width(),
                height: rows.width(),
                shade,
                title: format!("{day} {hour} h\u{a0}: {said}"),
            }));
        }
    }
    for h in (0..24usize).step_by(3) {
        svg = svg.add(tick(format!("{h}\u{a0}h")).anchored(Anchor::Middle).on(columns.centre(h), plot.bottom + 17.0));
    }
    svg.add(mark::ramp_key(plot.left, plot.bottom + 38.0, "0", "60 réponses par heure"))
}

/// One column per week, one row per weekday.
pub fn year(id: &str, width: f64) -> Svg {
    let title = "L’équipe a publié moins en août, presque chaque jour ensuite";
    let layout = Sheet::new(width).title(title).subtitle("Publications par jour, 2026").lay(7.0 * 11.6 + 52.0);
    let plot = layout.plot.inset(40.0, 20.0, 0.0, 32.0);
    let (columns, rows) = (Band::new(53, plot.left, plot.right, 0.14), Band::new(7, plot.top, plot.bottom, 0.14));
    let ramp = Ramp::new(0.0, 8.0);
    let mut svg = Svg::new(id, width, layout.height).title(title).desc("Un carré par jour.").add_all(layout.words);
    let mut column = 0;
    for m in 1..=12u8 {
        for d in 1..=31u8 {
            let Ok(date) = Civil::day(2026, m, d) else {
                continue;
            };
            if (m, d) > (11, 22) {
                break;
            }
            if date.weekday() == 0 && (m, d) != (1, 1) {
                column += 1;
            }
            if d == 1 {
                svg = svg.add(tick(month(m)).on(columns.start(column), plot.top - 7.0));
            }
            let quiet = if m == 8 || date.weekday() > 4 { 0.25 } else { 1.0 };
            let value = (4.0 + 3.5 * wobble(u16::from(m) * 31 + u16::from(d))) * quiet;
            let shade = Shade::Level(ramp.level(value).unwrap_or(1));
            svg = svg.add(mark::cell(&Cell {
                x: columns.start(column),
                y: rows.start(usize::from(date.weekday())),
                width: columns.width(),
                height: rows.width(),
                shade,
                title: format!("{d} {}\u{a0}: {}", month(m), french(value)),
            }));
        }
    }
    for (n, day) in DAYS.iter().enumerate().step_by(2) {
        svg = svg.add(tick(*day).anchored(Anchor::End).centred_on(plot.left - 8.0, rows.centre(n)));
    }
    svg.add(mark::ramp_key(plot.left, plot.bottom + 16.0, "0", "8 publications"))
}
