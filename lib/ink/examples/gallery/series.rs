//! Figures over time and over categories.

use ink::{
    Area, Band, Civil, Hue, Linear, Point, Reading, Sheet, Svg, Ticks, TimeScale, Unit, Zero,
    mark::{self, Anchor, Bar, Dot, EndLabel, Hit, Lay, Layer, Note, Swatch, Tick, Word},
    text::size,
};

use crate::{french, month, wobble};

/// Ticks of values, the highest with its unit.
fn value_ticks(scale: &Linear, ticks: &Ticks) -> Vec<Tick> {
    ticks.values.iter().map(|v| Tick::new(scale.position(*v), french(*v)).base(*v == 0.0)).collect()
}

/// Ticks of dates: the unit in words, the year beneath where it turns.
fn date_ticks(scale: &TimeScale, max: usize) -> Vec<Tick> {
    scale
        .ticks(max)
        .into_iter()
        .map(|tick| {
            let at = tick.at;
            let label = match tick.unit {
                Unit::Year => at.year().to_string(),
                Unit::Month | Unit::Quarter => month(at.month()).to_owned(),
                Unit::Week | Unit::Day => day(at),
                Unit::Hour => format!("{} h", at.hour()),
            };
            let placed = Tick::new(scale.position(at), label);
            match tick.turn {
                Some(Unit::Year) => placed.under(at.year().to_string()),
                _ => placed,
            }
        })
        .collect()
}

fn day(at: Civil) -> String {
    match at.day_of_month() {
        1 => format!("1er {}", month(at.month())),
        n => format!("{n} {}", month(at.month())),
    }
}

fn first_of(month_from_start: u16) -> Option<Civil> {
    let year = 2025 + i32::from(month_from_start / 12);
    Civil::day(year, u8::try_from(month_from_start % 12 + 1).ok()?, 1).ok()
}

/// Three lines with a gap, a partial end, notes and direct labels.
pub fn lines(id: &str, width: f64) -> Svg {
    let title = "Le journal a gagné 5\u{202f}000 abonnés sur Mastodon pendant que Facebook reculait";
    let sheet = Sheet::new(width)
        .title(title)
        .subtitle("Abonnés à la fin de chaque mois, 2025 et 2026")
        .note("Source\u{a0}: exports mensuels. Bluesky\u{a0}: aucun export de mars à mai 2026. En pointillés\u{a0}: mois en cours.");
    let layout = sheet.lay(300.0);
    let names: [(&str, Hue, f64, f64); 3] = [
        ("Facebook", Hue::Quiet, 14_200.0, -90.0),
        ("Mastodon", Hue::Sea, 7_900.0, 225.0),
        ("Bluesky", Hue::Signal, 3_800.0, 380.0),
    ];
    let value = |base: f64, slope: f64, n: u16| base + slope * f64::from(n) + 160.0 * wobble(n);
    let all = names.iter().flat_map(|(_, _, b, s)| (0..23).map(move |n| value(*b, *s, n)));
    let y = Linear::over_counts(all, Zero::Included, 5);
    let ticks = value_ticks(&y, y.ticks());
    let side = if width > 400.0 { 128.0 } else { 82.0 };
    let area = layout.plot.inset(mark::labels_room(&ticks), 8.0, side, 36.0);
    let y = y.onto(area.bottom, area.top);
    let (Some(from), Some(to)) = (first_of(0), first_of(22)) else {
        return Svg::new(id, width, 1.0);
    };
    let x = TimeScale::new(from, to).onto(area.left, area.right);
    let at = |n: u16| first_of(n).map_or(f64::NAN, |date| x.position(date));

    let mut svg = Svg::new(id, width, layout.height)
        .title(title)
        .desc("Trois courbes mensuelles de janvier 2025 à novembre 2026.")
        .language("fr")
        .add_all(layout.words)
        .add(mark::values(&area, &value_ticks(&y, y.ticks())))
        .add(mark::dates(&area, &date_ticks(&x, 9), (0.0, width)));
    let mut labels = Vec::new();
    for (name, hue, base, slope) in names {
        let points: Vec<Point> = (0..23)
            .map(|n| {
                let v = value(base, slope, n);
                let reading = match n {
                    14..=16 if name == "Bluesky" => Reading::Missing,
                    22 => Reading::Partial(v),
                    _ => Reading::Whole(v),
                };
                Point::new(at(n), reading.map(|v| y.position(v)))
            })
            .collect();
        let last = value(base, slope, 22);
        svg = svg.add(mark::line(&points, hue)).add(mark::dot(&Dot {
            x: at(22),
            y: y.position(last),
            radius: 4.0,
            hue,
            hollow: true,
            title: String::new(),
        }));
        labels.push(EndLabel { x: at(22), y: y.position(last), name: name.to_owned(), value: french(last), hue });
    }
    let note = Note { x: at(9), text: "Nouvelle formule du journal".to_owned() };
    let places: Vec<Hit> = (0..23)
        .map(|n| Hit {
            x: at(n),
            title: names.map(|(name, _, b, s)| format!("{name} {}", french(value(b, s, n)))).join("\n"),
        })
        .collect();
    svg.add(mark::end_labels(&area, &labels, side))
        .add(mark::notes(&area.inset(0.0, -6.0, 0.0, 0.0), &[note], 110.0))
        .add(mark::hits(&area, &places))
}

/// Gains above, losses below, a missing week, a partial one.
pub fn gains(id: &str, width: f64) -> Svg {
    let title = "Une purge de comptes automatiques a coûté 310 abonnés en une semaine";
    let layout = Sheet::new(width)
        .title(title)
        .subtitle("Abonnés gagnés et perdus par semaine, de juin à novembre 2026")
        .lay(270.0);
    let rows: Vec<(Reading, Reading)> = (0..24u16)
        .map(|n| {
            let gain = (150.0 + 70.0 * wobble(n)).round();
            let loss = if n == 15 { 310.0 } else { (38.0 + 22.0 * wobble(n + 7)).round() };
            match n {
                9 => (Reading::Missing, Reading::Missing),
                5 => (Reading::Whole(gain), Reading::Missing),
                23 => (Reading::Partial(gain), Reading::Partial(loss)),
                _ => (Reading::Whole(gain), Reading::Whole(loss)),
            }
        })
        .collect();
    let reach = rows.iter().flat_map(|(g, l)| [g.value(), l.value().map(|v| -v)]).flatten();
    let y = Linear::over_counts(reach, Zero::Included, 6);
    let (key, key_height) = mark::key(
        0.0,
        layout.plot.top - 6.0,
        width,
        &[
            (Swatch::Full(Hue::Gain), "▲ gagnés"),
            (Swatch::Full(Hue::Loss), "▼ perdus"),
            (Swatch::Partial(Hue::Gain), "semaine en cours"),
            (Swatch::Missing, "donnée manquante"),
        ],
    );
    let signed = |y: &Linear| -> Vec<Tick> {
        y.ticks()
            .values
            .iter()
            .map(|v| {
                let plus = if *v > 0.0 { "+" } else { "" };
                Tick::new(y.position(*v), format!("{plus}{}", french(*v))).base(*v == 0.0)
            })
            .collect()
    };
    let area = layout.plot.inset(mark::labels_room(&signed(&y)), key_height + 6.0, 0.0, 24.0);
    let y = y.onto(area.bottom, area.top);
    let band = Band::new(rows.len(), area.left, area.right, 0.3);
    let starts = [(0, "1er juin"), (4, "29 juin"), (9, "3 août"), (13, "31 août"), (18, "5 oct."), (22, "2 nov.")];
    let ticks: Vec<Tick> = starts.iter().map(|(n, label)| Tick::new(band.centre(*n), *label)).collect();
    let purge = Word::new("Purge\u{a0}: −310", size::SMALL).strong().dressed("ink-label ink-loss ink-halo");
    Svg::new(id, width, layout.height)
        .title(title)
        .desc("Barres hebdomadaires, gains au-dessus de zéro, pertes au-dessous.")
        .add_all(layout.words)
        .add(key)
        .add(mark::values(&area, &signed(&y)))
        .add(mark::gains_and_losses(&band, &y, &rows, |n, is_gain| {
            let value = rows.get(n).and_then(|(g, l)| if is_gain { g.value() } else { l.value() });
            value.map_or_else(|| "donnée manquante".to_owned(), french)
        }))
        .add(mark::dates(&area, &ticks, (0.0, width)))
        .add(purge.anchored(Anchor::End).centred_on(band.start(15) - 6.0, y.position(-290.0)))
}

/// A surface with its line and two notes close together.
pub fn area(id: &str, width: f64) -> Svg {
    let title = "Les visites doublent chaque week-end de festival";
    let layout = Sheet::new(width).title(title).subtitle("Visites par jour, du 25 mai au 5 juillet 2026").lay(210.0);
    let value = |n: u16| 900.0 + 260.0 * wobble(n) + if matches!(n, 12 | 13 | 33 | 34) { 1_400.0 } else { 0.0 };
    let (Ok(from), Ok(to)) = (Civil::day(2026, 5, 25), Civil::day(2026, 7, 5)) else {
        return Svg::new(id, width, 1.0);
    };
    let y = Linear::over_counts((0..42).map(value), Zero::Included, 4);
    let plot = layout.plot.inset(mark::labels_room(&value_ticks(&y, y.ticks())), 8.0, 8.0, 24.0);
    let y = y.onto(plot.bottom, plot.top);
    let x = TimeScale::new(from, to).onto(plot.left, plot.right);
    let days = Linear::new(0.0, 41.0).onto(plot.left, plot.right);
    let points: Vec<Point> =
        (0..42).map(|n| Point::new(days.position(f64::from(n)), Reading::Whole(y.position(value(n))))).collect();
    let notes = [
        Note { x: days.position(12.0), text: "Fête du port".to_owned() },
        Note { x: days.position(33.0), text: "Nuits d’été".to_owned() },
    ];
    Svg::new(id, width, layout.height)
        .title(title)
        .desc("Une surface quotidienne sur six semaines.")
        .add_all(layout.words)
        .add(mark::values(&plot, &value_ticks(&y, y.ticks())))
        .add(mark::area(&points, y.position(0.0), Hue::Sea))
        .add(mark::line(&points, Hue::Sea))
        .add(mark::dates(&plot, &date_ticks(&x, 7), (0.0, width)))
        .add(mark::notes(&plot.inset(0.0, -6.0, 0.0, 0.0), &notes, 110.0))
}

/// Parts of a whole by month, labelled at the right.
pub fn stack(id: &str, width: f64) -> Svg {
    let title = "Les partages font désormais le quart des interactions";
    let layout = Sheet::new(width).title(title).subtitle("Interactions par mois et par genre, 2026").lay(230.0);
    let kinds = ["mentions J’aime", "commentaires", "partages", "réponses", "citations", "favoris"];
    let value = |month: u16, kind: u16| {
        let share = [420.0, 210.0, 90.0 + 22.0 * f64::from(month), 110.0, 70.0, 50.0];
        share.get(usize::from(kind)).copied().unwrap_or(0.0) * (1.0 + 0.15 * wobble(month * 3 + kind))
    };
    let totals = (0..11).map(|m| (0..6).map(|k| value(m, k)).sum());
    let y = Linear::over_counts(totals, Zero::Included, 4);
    let side = 130.0;
    let plot = layout.plot.inset(mark::labels_room(&value_ticks(&y, y.ticks())), 8.0, side, 24.0);
    let y = y.onto(plot.bottom, plot.top);
    let band = Band::new(11, plot.left, plot.right, 0.22);
    let mut svg = Svg::new(id, width, layout.height)
        .title(title)
        .desc("Onze barres empilées de six parts.")
        .add_all(layout.words)
        .add(mark::values(&plot, &value_ticks(&y, y.ticks())));
    for (n, m) in (0..11u16).enumerate() {
        let layers: Vec<Layer> = (0..6u8)
            .zip(kinds)
            .map(|(k, kind)| {
                let v = value(m, k.into());
                let value = if m == 10 { Reading::Partial(v) } else { Reading::Whole(v) };
                Layer { value, hue: Hue::Category(k), title: format!("{kind}\u{a0}: {}", french(v)) }
            })
            .collect();
        svg = svg.add(mark::stack(Lay::Upright, band.start(n), band.width(), &y, &layers));
    }
    let mut sum = 0.0;
    let labels: Vec<EndLabel> = (0..6u8)
        .zip(kinds)
        .map(|(k, kind)| {
            let v = value(10, k.into());
            sum += v;
            EndLabel {
                x: band.start(10) + band.width() - 4.0,
                y: y.position(sum - v / 2.0),
                name: kind.to_owned(),
                value: String::new(),
                hue: Hue::Category(k),
            }
        })
        .collect();
    let ticks: Vec<Tick> = (0..11usize).zip(1..=11u8).map(|(n, m)| Tick::new(band.centre(n), month(m))).collect();
    svg.add(mark::end_labels(&plot, &labels, side)).add(mark::dates(&plot, &ticks, (0.0, width)))
}

/// Lying bars with their values, one missing, one partial.
pub fn ranking(id: &str, width: f64) -> Svg {
    let title = "La vidéo rapporte quatre fois plus que le lien";
    let rows: [(&str, Reading); 6] = [
        ("Vidéo", Reading::Whole(1_284.0)),
        ("Photo", Reading::Whole(902.0)),
        ("Carrousel", Reading::Partial(611.0)),
        ("Lien", Reading::Whole(318.0)),
        ("Texte seul", Reading::Whole(0.0)),
        ("Sondage", Reading::Missing),
    ];
    let layout = Sheet::new(width).title(title).subtitle("Interactions par publication, novembre 2026").lay(26.0 * 6.0);
    let plot = layout.plot.inset(92.0, 0.0, 64.0, 0.0);
    let band = Band::new(rows.len(), plot.top, plot.bottom, 0.32);
    let x = Linear::new(0.0, 1_284.0).onto(plot.left, plot.right);
    let mut svg = Svg::new(id, width, layout.height).title(title).desc("Six barres.").add_all(layout.words);
    for (n, (name, reading)) in rows.iter().enumerate() {
        let said = match reading {
            Reading::Whole(v) => french(*v),
            Reading::Partial(v) => format!("{} partiel", french(*v)),
            Reading::Missing => "manquant".to_owned(),
        };
        let tip = reading.value().map_or(plot.left + 8.0, |v| x.position(v));
        let middle = band.centre(n);
        let said = if reading.is_partial() || *reading == Reading::Missing {
            Word::new(said, size::SMALL).dressed("ink-aside")
        } else {
            Word::new(said, size::SMALL).strong()
        };
        svg = svg
            .add(Word::new(*name, size::SMALL).anchored(Anchor::End).centred_on(plot.left - 10.0, middle))
            .add(mark::bar(&Bar {
                lay: Lay::Lying,
                across: band.start(n),
                thickness: band.width(),
                base: plot.left,
                tip: reading.map(|v| x.position(v)),
                hue: if n == 0 { Hue::Sea } else { Hue::Quiet },
                title: String::new(),
            }))
            .add(said.centred_on(tip + 8.0, middle));
    }
    let Area { left, top, bottom, .. } = plot;
    let base = ink::Path::new().to(left + 0.5, top).line(left + 0.5, bottom);
    svg.add(ink::Element::new("path").class("ink-base").set("d", base.d()))
}
