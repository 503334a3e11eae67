#![allow(clippy::unwrap_used)]

use crate::trial::{
    EN, FR, answer, days, figure, indicator, key, missing, partial, period, plain_spaces, row, series, voice,
};
use crate::{Picture, Size};
use jiff::civil::date;
use measure::answer::{Answer, Row, Status};
use measure::ask::Split;
use measure::indicator::ALL;
use phrases::Lang::{En, Fr};
use phrases::lint;

/// The title of the first series, in both languages.
fn titles(answer: &Answer) -> (String, String) {
    let said =
        |lang| plain_spaces(Picture::of(answer.series.first().unwrap(), answer, &voice(lang), Size::WIDE).title());
    (said(Fr), said(En))
}

fn check(answer: &Answer, fr: &str, en: &str) {
    assert_eq!(titles(answer), (fr.to_owned(), en.to_owned()));
}

fn whole(id: &str, value: f64) -> Answer {
    answer(date(2026, 9, 1), date(2026, 11, 2), vec![series(id, vec![row(None, &[], figure(value))])])
}

fn march(id: &str, rows: Vec<Row>) -> Answer {
    answer(date(2026, 3, 1), date(2026, 4, 1), vec![series(id, rows)])
}

fn daily(id: &str, values: &[Option<f64>]) -> Answer {
    let figures = values.iter().map(|value| value.map_or_else(missing, figure));
    march(id, days(date(2026, 3, 1), figures))
}

#[test]
fn one_figure() {
    for (id, value, fr, en) in [
        (
            "net_growth",
            402.0,
            "402 abonnés gagnés de plus que perdus en 62 jours",
            "402 more followers gained than lost in 62 days",
        ),
        (
            "net_growth",
            -35.0,
            "35 abonnés perdus de plus que gagnés en 62 jours",
            "35 more followers lost than gained in 62 days",
        ),
        (
            "net_growth",
            1.0,
            "1 abonné gagné de plus que perdu en 62 jours",
            "1 more follower gained than lost in 62 days",
        ),
        (
            "net_growth",
            0.0,
            "Autant d’abonnés gagnés que perdus en 62 jours",
            "As many followers gained as lost in 62 days",
        ),
        ("gains", 0.0, "Aucun nouvel abonné en 62 jours", "No new followers in 62 days"),
        ("gains", 1409.0, "1 409 nouveaux abonnés en 62 jours", "1,409 new followers in 62 days"),
        ("followers", 12_402.0, "12 402 abonnés au 1er nov. 2026", "12,402 followers on 1 Nov 2026"),
        ("reach", 958_872.0, "958 872 personnes touchées en 62 jours", "958,872 people reached in 62 days"),
        ("engagement_rate_reach", 2.94, "Taux d’engagement : 2,9 % sur 62 jours", "Engagement rate: 2.9% over 62 days"),
    ] {
        check(&whole(id, value), fr, en);
    }
}

#[test]
fn one_figure_compared() {
    for (id, now, before, fr, en) in [
        (
            "gains",
            409.0,
            318.0,
            "409 nouveaux abonnés en 62 jours, 28,6 % de plus que les 62 jours précédents",
            "409 new followers in 62 days, 28.6% more than in the previous 62 days",
        ),
        ("gains", 5.0, 0.0, "5 nouveaux abonnés en 62 jours", "5 new followers in 62 days"),
        (
            "losses",
            7.0,
            8.0,
            "7 abonnés perdus en 62 jours, 12,5 % de moins que les 62 jours précédents",
            "7 lost followers in 62 days, 12.5% less than in the previous 62 days",
        ),
        (
            "engagement_rate_reach",
            4.0,
            2.5,
            "Taux d’engagement : 4,0 % sur 62 jours, 1,5 pt de plus que les 62 jours précédents",
            "Engagement rate: 4.0% over 62 days, 1.5 pt more than in the previous 62 days",
        ),
    ] {
        let mut answer = whole(id, now);
        answer.compared = Some((date(2026, 7, 1), date(2026, 9, 1)));
        answer.series.first_mut().unwrap().rows.first_mut().unwrap().before = Some(Box::new(figure(before)));
        check(&answer, fr, en);
    }
}

#[test]
fn a_partial_figure_says_so_and_is_not_compared() {
    let mut answer = whole("gains", 10.0);
    answer.compared = Some((date(2026, 7, 1), date(2026, 9, 1)));
    let row = answer.series.first_mut().unwrap().rows.first_mut().unwrap();
    row.figure = partial(10.0);
    row.before = Some(Box::new(figure(5.0)));
    check(&answer, "10 nouveaux abonnés en 62 jours (chiffre partiel)", "10 new followers in 62 days (partial figure)");
}

#[test]
fn nothing_is_said_plainly() {
    let with = |status: Status| {
        let mut answer = whole("gains", 0.0);
        let figure = &mut answer.series.first_mut().unwrap().rows.first_mut().unwrap().figure;
        (figure.value, figure.status) = (None, status);
        answer
    };
    check(
        &with(Status::Missing),
        "Nouveaux abonnés : aucune donnée sur 62 jours",
        "New followers: no data over 62 days",
    );
    check(
        &with(Status::Pending),
        "Nouveaux abonnés : pas encore de valeur sur 62 jours",
        "New followers: no value yet over 62 days",
    );
    check(
        &with(Status::NotDefined),
        "Nouveaux abonnés : non défini sur 62 jours",
        "New followers: not defined over 62 days",
    );
    let none = march("gains", Vec::new());
    check(&none, "Nouveaux abonnés : rien à montrer en mars 2026", "New followers: nothing to show in March 2026");
}

#[test]
fn a_quantity_over_days() {
    for (values, fr, en) in [
        (
            &[Some(3.0), Some(9.0), Some(4.0)][..],
            "16 nouveaux abonnés en mars 2026, dont 9 le 2 mars",
            "16 new followers in March 2026, 9 of them on 2 Mar",
        ),
        (&[Some(3.0), Some(3.0), Some(1.0)], "7 nouveaux abonnés en mars 2026", "7 new followers in March 2026"),
        (
            &[Some(3.0), None, None, Some(9.0)],
            "12 nouveaux abonnés en mars 2026 (2 jours sans donnée)",
            "12 new followers in March 2026 (2 days without data)",
        ),
        (&[Some(0.0), Some(0.0), Some(0.0)], "Aucun nouvel abonné en mars 2026", "No new followers in March 2026"),
    ] {
        check(&daily("gains", values), fr, en);
    }
    check(
        &daily("net_growth", &[Some(3.0), Some(-9.0), Some(4.0)]),
        "2 abonnés perdus de plus que gagnés en mars 2026",
        "2 more followers lost than gained in March 2026",
    );
}

#[test]
fn a_quantity_compared_over_days() {
    let mut answer = daily("gains", &[Some(3.0), Some(9.0), Some(4.0)]);
    answer.compared = Some((date(2025, 3, 1), date(2025, 4, 1)));
    for row in &mut answer.series.first_mut().unwrap().rows {
        row.before = Some(Box::new(figure(4.0)));
    }
    check(
        &answer,
        "16 nouveaux abonnés en mars 2026, 33,3 % de plus qu’un an plus tôt",
        "16 new followers in March 2026, 33.3% more than a year earlier",
    );
}

#[test]
fn a_level_over_days() {
    for (values, fr, en) in [
        (
            &[Some(100.0), Some(104.0), Some(110.0)][..],
            "Abonnés en hausse : de 100 à 110 (+10,0 %) entre le 1er mars et le 3 mars",
            "Followers rose from 100 to 110 (+10.0%) between 1 Mar and 3 Mar",
        ),
        (
            &[Some(110.0), None, Some(100.0)],
            "Abonnés en baisse : de 110 à 100 (−9,1 %) entre le 1er mars et le 3 mars",
            "Followers fell from 110 to 100 (−9.1%) between 1 Mar and 3 Mar",
        ),
        (
            &[Some(100.0), Some(160.0), Some(101.0)],
            "Abonnés : le plus haut le 2 mars, à 160",
            "Followers peaked at 160 on 2 Mar",
        ),
        (
            &[Some(100.0), Some(100.0)],
            "Abonnés : stable à 100 en mars 2026",
            "Followers held steady at 100 in March 2026",
        ),
        (&[None, Some(100.0)], "100 abonnés le 2 mars", "100 followers on 2 Mar"),
    ] {
        check(&daily("followers", values), fr, en);
    }
}

#[test]
fn the_fastest_month_of_growth() {
    let month = |id: &str, value: f64| row(Some(period(id)), &[], figure(value));
    let rows = vec![month("2026-01", 1.1), month("2026-02", 0.4), month("2026-03", 3.2), month("2026-04", 2.0)];
    check(
        &answer(date(2026, 1, 1), date(2026, 5, 1), vec![series("growth_rate", rows)]),
        "Les abonnés ont augmenté de 3,2 % en mars 2026, la plus forte hausse de la période",
        "Followers grew by 3.2% in March 2026, the fastest of the period",
    );
}

#[test]
fn gains_beside_losses() {
    let both = |losses: [Option<f64>; 2]| {
        let mut answer = daily("gains", &[Some(300.0), Some(109.0)]);
        answer.series.extend(daily("losses", &losses).series);
        answer
    };
    check(
        &both([Some(3.0), Some(4.0)]),
        "402 abonnés gagnés de plus que perdus en mars 2026",
        "402 more followers gained than lost in March 2026",
    );
    check(
        &both([Some(3.0), None]),
        "409 nouveaux abonnés et 3 abonnés perdus en mars 2026 (1 jour sans donnée)",
        "409 new followers and 3 lost followers in March 2026 (1 day without data)",
    );
}

#[test]
fn who_leads() {
    let split = |id: &str, values: &[(&str, Option<f64>)]| {
        let row = |(word, value): &(&str, Option<f64>)| {
            row(None, &[key(Split::Network, word, word)], value.map_or_else(missing, figure))
        };
        march(id, values.iter().map(row).collect())
    };
    for (id, values, fr, en) in [
        (
            "interactions",
            &[("blog", Some(21.0)), ("facebook", Some(79.0))][..],
            "Facebook : 79 % des interactions",
            "Facebook made up 79% of interactions",
        ),
        (
            "interactions",
            &[("blog", None), ("x", Some(21.0)), ("facebook", Some(79.0))],
            "Interactions : Facebook en tête avec 79, devant X avec 21 (1 valeur manquante)",
            "Interactions: Facebook leads with 79, ahead of X with 21 (1 value missing)",
        ),
        (
            "reach",
            &[("x", Some(21.0)), ("facebook", Some(79.0))],
            "Portée : Facebook en tête avec 79, devant X avec 21",
            "Reach: Facebook leads with 79, ahead of X with 21",
        ),
        (
            "net_growth",
            &[("x", Some(-21.0)), ("facebook", Some(79.0))],
            "Croissance nette : Facebook en tête avec +79, devant X avec −21",
            "Net growth: Facebook leads with +79, ahead of X with −21",
        ),
        (
            "interactions",
            &[("x", Some(5.0)), ("facebook", Some(5.0))],
            "Interactions : X et Facebook en tête, à égalité avec 5",
            "Interactions: X and Facebook lead together with 5",
        ),
        ("interactions", &[("x", Some(0.0)), ("facebook", Some(0.0))], "Aucune interaction", "No interactions"),
        ("interactions", &[("x", Some(5.0))], "X : 5 interactions en mars 2026", "X: 5 interactions in March 2026"),
    ] {
        let (said_fr, said_en) = titles(&split(id, values));
        assert_eq!((said_fr.to_lowercase(), said_en.to_lowercase()), (fr.to_lowercase(), en.to_lowercase()));
    }
}

#[test]
fn who_leads_over_periods() {
    let grid = |id: &str, values: [[Option<f64>; 2]; 2]| {
        let rows = [("x", values[0]), ("blog", values[1])].into_iter().flat_map(|(word, values)| {
            ["2026-03-01", "2026-03-02"].into_iter().zip(values).map(move |(day, value)| {
                row(Some(period(day)), &[key(Split::Network, word, word)], value.map_or_else(missing, figure))
            })
        });
        march(id, rows.collect())
    };
    check(
        &grid("interactions", [[Some(1.0), Some(2.0)], [Some(4.0), Some(5.0)]]),
        "Blog : 75 % des interactions en mars 2026",
        "Blog made up 75% of interactions in March 2026",
    );
    check(
        &grid("engagement_rate_reach", [[Some(1.0), Some(9.0)], [Some(4.0), None]]),
        "Taux d’engagement : Blog en tête avec 4,0 %, devant X avec 1,0 % le 1er mars",
        "Engagement rate: Blog leads with 4.0%, ahead of X with 1.0% on 1 Mar",
    );
}

#[test]
fn the_busiest_hour() {
    let rows = ["2026-03-02", "2026-03-03"].into_iter().flat_map(|day| {
        (0..24).map(move |hour| {
            let value = if day.ends_with("03") && hour == 18 { 12.0 } else { 1.0 };
            row(Some(period(&format!("{day}T{hour:02}:00+01:00"))), &[], figure(value))
        })
    });
    check(
        &march("interactions", rows.collect()),
        "L’heure la plus forte : mardi à 18 h, avec 12 interactions en moyenne",
        "Busiest hour: Tuesday at 18:00, with 12 interactions on average",
    );
}

#[test]
fn every_indicator_that_counts_has_its_nouns() {
    use measure::indicator::Unit;
    let voice = voice(Fr);
    for one in ALL {
        let counts = matches!(one.unit, Unit::Count | Unit::People);
        assert_eq!(voice.phrases().has(Fr, &format!("figure-{}", one.id)), counts, "{}", one.id);
    }
    assert_eq!(indicator("gains").unit, Unit::Count);
}

#[test]
fn the_catalogue_is_sound() {
    assert_eq!(lint([(Fr, "figures.ftl", FR), (En, "figures.ftl", EN)]), []);
}
