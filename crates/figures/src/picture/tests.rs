#![allow(clippy::unwrap_used)]

use super::*;
use crate::trial::{answer, days, figure, key, missing, partial, period, row, series, voice};
use jiff::ToSpan;
use jiff::civil::date;
use measure::answer::{Figure, PeriodKey, Row, Status};
use measure::ask::Split;
use phrases::Lang;
use proptest::prelude::*;
use quick_xml::events::Event;

/// What a mark of a value is drawn with.
const MARKS: [&str; 7] = ["ink-line", "ink-area", "ink-bar", "ink-partial", "ink-dot", "ink-hollow", "ink-cell"];

fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => (0..200_u16).prop_map(f64::from),
        2 => (-50..50_i16).prop_map(f64::from),
        1 => -1.0e3..1.0e3_f64,
        1 => prop_oneof![Just(0.0), Just(1.0e300), Just(-1.0e300), Just(1.0e15), Just(1.0e-9)],
    ]
}

fn any_figure() -> impl Strategy<Value = Figure> {
    prop_oneof![
        5 => any_value().prop_map(figure),
        1 => any_value().prop_map(partial),
        1 => Just(missing()),
        1 => any_value().prop_map(|value| Figure { status: Status::Pending, ..figure(value) }),
        1 => Just(Figure { status: Status::NotDefined, numerator: Some(3.0), denominator: Some(0.0), ..missing() }),
    ]
}

/// The first periods of a grain: none, hours, days, months, quarters.
fn periods(grain: u8, n: usize) -> Vec<Option<PeriodKey>> {
    let first = date(2025, 12, 30);
    let id = |n: i32| match grain {
        1 => format!("{}T{:02}:00+01:00", first.checked_add((n / 24).days()).unwrap(), n % 24),
        2 => first.checked_add(n.days()).unwrap().to_string(),
        3 => date(2025, 11, 1).checked_add(n.months()).unwrap().strftime("%Y-%m").to_string(),
        _ => format!("{}-Q{}", 2020 + n / 4, n % 4 + 1),
    };
    if grain == 0 { vec![None] } else { (0..i32::try_from(n).unwrap()).map(|n| Some(period(&id(n)))).collect() }
}

/// Rows with holes: some places have no row at all.
fn any_rows() -> impl Strategy<Value = Vec<Row>> {
    (0..5_u8, 1..90_usize, 0..9_usize).prop_flat_map(|(grain, n, keys)| {
        let n = if keys > 0 { n / 3 + 1 } else { n };
        let places: Vec<(Option<PeriodKey>, usize)> =
            (0..keys.max(1)).flat_map(|key| periods(grain, n).into_iter().map(move |period| (period, key))).collect();
        let figures = prop::collection::vec((any_figure(), prop::option::of(any_figure()), 0..10_u8), places.len());
        figures.prop_map(move |figures| {
            let words = ["facebook", "x", "blog", "site", "forum", "chat", "journal", "other", "threads"];
            let mut rows = Vec::new();
            for ((period, place), (figure, before, luck)) in places.iter().zip(figures) {
                let word = words.get(*place).copied().unwrap_or("<&\"'>");
                let keys: Vec<_> = (keys > 0).then(|| key(Split::Network, word, word)).into_iter().collect();
                let mut row = row(period.clone(), &keys, figure);
                row.before = before.map(Box::new);
                if luck > 0 {
                    rows.push(row);
                }
            }
            rows
        })
    })
}

fn any_answer() -> impl Strategy<Value = Answer> {
    const IDS: [&str; 8] = [
        "gains",
        "losses",
        "net_growth",
        "followers",
        "growth_rate",
        "interactions_per_post",
        "active_members",
        "reach",
    ];
    (prop::sample::select(&IDS[..]), any_rows(), any::<bool>(), prop::option::of(any_rows())).prop_map(
        |(id, rows, compared, losses)| {
            let mut answer = answer(date(2025, 12, 30), date(2026, 3, 20), vec![series(id, rows)]);
            answer.compared = compared.then_some((date(2025, 10, 10), date(2025, 12, 30)));
            answer.series.extend(losses.map(|rows| series("losses", rows)));
            answer
        },
    )
}

/// Reads a drawing to its end.
fn assert_well_formed(svg: &str) {
    let mut reader = quick_xml::Reader::from_str(svg);
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
}

/// How often a class occurs outside the key.
fn marks(svg: &str, class: &str) -> usize {
    let mut reader = quick_xml::Reader::from_str(svg);
    let (mut found, mut depth, mut key): (usize, usize, Option<usize>) = (0, 0, None);
    loop {
        let event = reader.read_event().unwrap();
        let (tag, opens) = match &event {
            Event::Start(tag) => (tag, true),
            Event::Empty(tag) => (tag, false),
            Event::End(_) => {
                depth -= 1;
                key = key.filter(|at| *at <= depth);
                continue;
            }
            Event::Eof => return found,
            _ => continue,
        };
        depth += usize::from(opens);
        let text = tag.as_ref().to_owned();
        if opens && key.is_none() && text.contains("data-part") {
            key = Some(depth);
        }
        found += usize::from(key.is_none() && text.contains(&format!("{class} ")));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_answer_makes_a_sound_picture(answer in any_answer(), french in any::<bool>(), width in 40.0..1200.0_f64) {
        let voice = voice(if french { Lang::Fr } else { Lang::En });
        for series in &answer.series {
            let picture = Picture::of(series, &answer, &voice, Size { width, height: width / 2.5 });
            for output in [Output::Page, Output::File, Output::Print] {
                assert_well_formed(&picture.svg(output));
            }
            prop_assert!(!picture.svg(Output::Page).contains("style"));
            prop_assert!(!picture.title().is_empty() && !picture.subtitle().is_empty() && !picture.description().is_empty());
            let table = picture.table();
            prop_assert_eq!(table.rows.len(), series.rows.len());
            prop_assert!(table.rows.iter().all(|row| row.len() == table.headers.len()));
            prop_assert!(!crate::card_sentence(series, &answer, &voice).is_empty());
            assert_well_formed(&crate::sparkline(series, &voice, Size::SPARK).svg(Output::Page));
        }
        prop_assert_eq!(voice.phrases().faults(), vec![]);
    }

    #[test]
    fn a_value_that_is_missing_gets_no_mark(known in prop::collection::vec(any::<bool>(), 2..60), id in 0..3_usize) {
        let id = ["gains", "net_growth", "interactions"].get(id).copied().unwrap();
        let figures = known.iter().map(|known| if *known { figure(5.0) } else { missing() });
        let answer = answer(date(2026, 1, 1), date(2026, 3, 2), vec![series(id, days(date(2026, 1, 1), figures))]);
        let svg = Picture::of(answer.series.first().unwrap(), &answer, &voice(Lang::En), Size::WIDE).svg(Output::Page);
        let count = known.iter().filter(|known| **known).count();
        prop_assert_eq!(marks(&svg, "ink-bar"), count);
        if count == 0 {
            prop_assert!(MARKS.iter().all(|mark| !svg.contains(mark)), "{}", svg);
        } else {
            prop_assert_eq!(svg.matches("ink-absent").count(), known.len() - count + usize::from(count < known.len()));
        }
    }

    #[test]
    fn an_hour_that_is_missing_gets_no_shade(known in prop::collection::vec(any::<bool>(), 72)) {
        let rows = periods(1, known.len()).into_iter().zip(&known)
            .map(|(period, known)| row(period, &[], if *known { figure(2.0) } else { missing() }));
        let answer = answer(date(2025, 12, 30), date(2026, 1, 2), vec![series("interactions", rows.collect())]);
        let svg = Picture::of(answer.series.first().unwrap(), &answer, &voice(Lang::Fr), Size::PHONE).svg(Output::Page);
        prop_assert_eq!(marks(&svg, "ink-cell"), known.iter().filter(|known| **known).count());
    }

    #[test]
    fn a_key_that_is_missing_gets_no_bar(known in prop::collection::vec(any::<bool>(), 2..9)) {
        let words = ["facebook", "x", "blog", "site", "forum", "chat", "journal", "other"];
        let rows = words.into_iter().zip(&known)
            .map(|(word, known)| row(None, &[key(Split::Network, word, word)], if *known { figure(2.0) } else { missing() }));
        let answer = answer(date(2025, 12, 30), date(2026, 1, 2), vec![series("reach", rows.collect())]);
        let svg = Picture::of(answer.series.first().unwrap(), &answer, &voice(Lang::Fr), Size::WIDE).svg(Output::Page);
        prop_assert_eq!(marks(&svg, "ink-bar"), known.iter().filter(|known| **known).count());
    }
}

#[test]
fn a_line_breaks_where_nothing_is_known() {
    let figures = [figure(1.0), figure(2.0), missing(), figure(9.0), figure(4.0)];
    let answer = answer(date(2026, 1, 1), date(2026, 1, 6), vec![series("followers", days(date(2026, 1, 1), figures))]);
    let svg = Picture::of(answer.series.first().unwrap(), &answer, &voice(Lang::En), Size::PHONE).svg(Output::Page);
    let path = svg.split("class=\"ink-line\" d=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(path.matches('M').count(), 2, "{path}");
}

#[test]
fn a_small_picture_of_bars() {
    let figures = [figure(3.0), missing(), partial(2.0)];
    let answer = answer(date(2026, 3, 1), date(2026, 3, 4), vec![series("gains", days(date(2026, 3, 1), figures))]);
    let size = Size { width: 160.0, height: 120.0 };
    let picture = Picture::of(answer.series.first().unwrap(), &answer, &voice(Lang::Fr), size);
    insta::assert_snapshot!(picture.svg(Output::Page).replace("><", ">\n<"), @r##"
    <svg id="figure-gains" class="ink" width="160" height="170" viewBox="0 0 160 170" role="img" lang="fr" aria-labelledby="figure-gains-title figure-gains-desc">
    <title id="figure-gains-title">5 nouveaux abonnés en 3 jours (1 jour sans donnée)</title>
    <desc id="figure-gains-desc">Barres, une par période. Nouveaux abonnés · nombre par jour · du 1 au 3 mars 2026 · Europe/Paris. Le plus bas : 2 le 3 mars ; le plus haut : 3 le 1er mars. 1 valeur manque et n’est pas dessinée. Des valeurs sont partielles. Le tableau donne chaque valeur.</desc>
    <defs>
    <pattern id="figure-gains-hatch-ink-sea" class="ink-sea" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="ink-hatch-ground" width="5" height="5"/>
    <rect class="ink-hatch" width="2" height="5"/>
    </pattern>
    </defs>
    <g transform="translate(0 0)">
    <g>
    <path class="ink-grid" d="M17.7 41.5H152"/>
    <path class="ink-base" d="M17.7 80.5H152"/>
    <text class="ink-tick" x="9.7" y="84.3" font-size="12" text-anchor="end">0</text>
    <text class="ink-tick" x="9.7" y="45.7" font-size="12" text-anchor="end">2</text>
    </g>
    <g>
    <path class="ink-base" d="M40.5 80V85M130.5 80V85"/>
    <text class="ink-tick" x="40.1" y="99" font-size="12" text-anchor="middle">1</text>
    <text class="ink-tick" x="40.1" y="114" font-size="12" text-anchor="middle">mars 2026</text>
    <text class="ink-tick" x="129.6" y="99" font-size="12" text-anchor="middle">3</text>
    </g>
    <rect x="23.9" y="22" width="32.2" height="58" class="ink-bar ink-sea">
    <title>1 mars 2026 : 3</title>
    </rect>
    <path class="ink-absent" d="M82.3 71.5L87.3 76.5M82.3 76.5L87.3 71.5">
    <title>2 mars 2026 : pas de donnée</title>
    </path>
    <rect x="114" y="41.8" width="31.2" height="37.7" class="ink-partial ink-sea" fill="url(#figure-gains-hatch-ink-sea)">
    <title>3 mars 2026 : 2 (partiel)</title>
    </rect>
    <text class="ink-word ink-halo ink-strong" x="40.1" y="16" font-size="12" text-anchor="middle">3</text>
    <text class="ink-word ink-halo ink-strong" x="129.6" y="35.3" font-size="12" text-anchor="middle">2</text>
    <g data-part="key">
    <rect x=".5" y="134.5" width="11" height="11" class="ink-partial ink-sea" fill="url(#figure-gains-hatch-ink-sea)"/>
    <text class="ink-tick" x="18" y="144.3" font-size="12">partiel</text>
    <path class="ink-absent" d="M3.5 157.5L8.5 162.5M3.5 162.5L8.5 157.5"/>
    <text class="ink-tick" x="18" y="164.3" font-size="12">pas de donnée</text>
    </g>
    </g>
    </svg>
    "##);
    let line = |cells: &[crate::Cell]| {
        let cells: Vec<String> =
            cells.iter().map(|cell| format!("{}{}", if cell.numeric { ">" } else { "" }, cell.text)).collect();
        cells.join(" | ")
    };
    let table = picture.table();
    let lines: Vec<String> = std::iter::once(&table.headers).chain(&table.rows).map(|cells| line(cells)).collect();
    insta::assert_snapshot!(crate::trial::plain_spaces(&lines.join("\n")), @r##"
    Jour | >Nouveaux abonnés | État
    1 mars 2026 | >3 | mesuré
    2 mars 2026 | pas de donnée | manquant
    3 mars 2026 | >2 | partiel
    "##);
}

#[test]
fn a_small_ranking() {
    let rows = [("facebook", figure(30.0)), ("x", figure(10.0)), ("blog", missing())]
        .map(|(word, figure)| row(None, &[key(Split::Network, word, word)], figure));
    let answer = answer(date(2026, 3, 1), date(2026, 4, 1), vec![series("interactions", rows.into())]);
    let size = Size { width: 240.0, height: 120.0 };
    let picture = Picture::of(answer.series.first().unwrap(), &answer, &voice(Lang::En), size);
    insta::assert_snapshot!(picture.svg(Output::Page).replace("><", ">\n<"), @r##"
    <svg id="figure-interactions" class="ink" width="240" height="132" viewBox="0 0 240 132" role="img" lang="en" aria-labelledby="figure-interactions-title figure-interactions-desc">
    <title id="figure-interactions-title">Interactions: Facebook leads with 30, ahead of X with 10 (1 value missing)</title>
    <desc id="figure-interactions-desc">Horizontal bars, the longest on top. Interactions · count, by network · 1 to 31 Mar 2026 · Europe/Paris. 1 value is missing and not drawn. The table gives every value.</desc>
    <g transform="translate(0 0)">
    <text class="ink-word" x="0" y="13" font-size="12">Facebook</text>
    <rect x=".5" y="20" width="185.5" height="14" class="ink-bar ink-sea">
    <title>Facebook: 30</title>
    </rect>
    <text class="ink-word ink-halo ink-strong" x="192" y="31.3" font-size="12">30</text>
    <text class="ink-word" x="0" y="57" font-size="12">X</text>
    <rect x=".5" y="64" width="61.8" height="14" class="ink-bar ink-sea">
    <title>X: 10</title>
    </rect>
    <text class="ink-word ink-halo ink-strong" x="68.3" y="75.3" font-size="12">10</text>
    <text class="ink-word" x="0" y="101" font-size="12">Blog</text>
    <path class="ink-absent" d="M4 112.5L9 117.5M4 117.5L9 112.5">
    <title>Blog: no data</title>
    </path>
    <text class="ink-aside" x="14.5" y="119.3" font-size="12">no data</text>
    <path class="ink-base" d="M1.5 18V36M1.5 62V80M1.5 106V124"/>
    </g>
    </svg>
    "##);
}

#[test]
fn the_words_around_a_picture() {
    let figures = [figure(3.0), missing(), partial(2.0)];
    let answer = answer(date(2026, 3, 1), date(2026, 3, 4), vec![series("gains", days(date(2026, 3, 1), figures))]);
    let said = |lang| {
        let picture = Picture::of(answer.series.first().unwrap(), &answer, &voice(lang), Size::WIDE);
        crate::trial::plain_spaces(
            &[picture.title(), picture.subtitle(), picture.description(), picture.note()].join("\n"),
        )
    };
    insta::assert_snapshot!(said(Lang::Fr), @r##"
    5 nouveaux abonnés en 3 jours (1 jour sans donnée)
    Nouveaux abonnés · nombre par jour · du 1 au 3 mars 2026 · Europe/Paris
    Barres, une par période. Nouveaux abonnés · nombre par jour · du 1 au 3 mars 2026 · Europe/Paris. Le plus bas : 2 le 3 mars ; le plus haut : 3 le 1er mars. 1 valeur manque et n’est pas dessinée. Des valeurs sont partielles. Le tableau donne chaque valeur.
    Source : overview.csv.
    "##);
    insta::assert_snapshot!(said(Lang::En), @r##"
    5 new followers in 3 days (1 day without data)
    New followers · count per day · 1 to 3 Mar 2026 · Europe/Paris
    Bars, one per period. New followers · count per day · 1 to 3 Mar 2026 · Europe/Paris. Lowest: 2 on 3 Mar; highest: 3 on 1 Mar. 1 value is missing and not drawn. Some values are partial. The table gives every value.
    Source: overview.csv.
    "##);
}

#[test]
fn many_keys_are_summed_only_where_sums_make_sense() {
    let rows = |id: &str| {
        let rows =
            (0..14_u8).map(|n| row(None, &[key(Split::Space, "s", &format!("Espace {n}"))], figure(f64::from(20 - n))));
        answer(date(2026, 3, 1), date(2026, 4, 1), vec![series(id, rows.collect())])
    };
    let drawn = |id: &str| {
        let answer = rows(id);
        let picture = Picture::of(answer.series.first().unwrap(), &answer, &voice(Lang::En), Size::WIDE);
        (
            crate::trial::plain_spaces(&picture.svg(Output::Page)).contains(">4 others<"),
            crate::trial::plain_spaces(picture.note()),
        )
    };
    assert_eq!(drawn("interactions"), (true, "Source: overview.csv.".to_owned()));
    assert_eq!(drawn("reach"), (false, "4 others are not shown. Source: overview.csv.".to_owned()));
}

#[test]
fn a_purge_does_not_flatten_the_other_days() {
    let figures = (0..30).map(|n| figure(if n == 12 { -1_000.0 } else { 5.0 }));
    let rows = days(date(2026, 3, 1), figures);
    let answer = answer(date(2026, 3, 1), date(2026, 3, 31), vec![series("net_growth", rows)]);
    let voice = voice(Lang::En);
    let picture = Picture::of(answer.series.first().unwrap(), &answer, &voice, Size::WIDE);
    let svg = picture.svg(Output::Page);
    let heights = svg.split("<rect").skip(1).filter(|rect| rect.contains("ink-bar"));
    let heights: Vec<f64> =
        heights.filter_map(|rect| rect.split("height=\"").nth(1)?.split('"').next()?.parse().ok()).collect();
    assert_eq!(heights.len(), 30);
    assert!(heights.iter().all(|height| *height > 40.0), "{heights:?}");
    assert_eq!(svg.matches(">\u{2212}1,000<").count(), 1, "its true value is written: {svg}");
    assert!(picture.table().rows.iter().flatten().any(|cell| cell.text == "\u{2212}1,000"), "the table keeps it whole");
}
