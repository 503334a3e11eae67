//! Whole drawings: well formed whatever their texts, free of inline style, and dressed for each output.
#![allow(clippy::unwrap_used, missing_docs)]

use ink::{Area, Hue, Output, Point, Reading, Svg, mark};
use proptest::prelude::*;
use quick_xml::{Reader, events::Event};

fn drawing(text: &str, output: Output) -> String {
    let area = Area { left: 0.0, top: 0.0, right: 100.0, bottom: 50.0 };
    let points = [Point::new(0.0, Reading::Whole(3.0)), Point::new(9.0, Reading::Partial(4.0))];
    let bar = mark::Bar {
        lay: mark::Lay::Upright,
        across: 0.0,
        thickness: 9.0,
        base: 50.0,
        tip: Reading::Partial(20.0),
        hue: Hue::Sea,
        title: text.to_owned(),
    };
    let label = mark::EndLabel { x: 9.0, y: 4.0, name: text.to_owned(), value: text.to_owned(), hue: Hue::Sea };
    Svg::new(text, 160.0, 60.0)
        .title(text)
        .desc(text)
        .language("fr")
        .add(mark::values(&area, &[mark::Tick::new(10.0, text)]))
        .add(mark::bar(&bar))
        .add(mark::line(&points, Hue::Signal))
        .add(mark::notes(&area, &[mark::Note { x: 20.0, text: text.to_owned() }], 60.0))
        .add(mark::end_labels(&area, &[label], 60.0))
        .render(output)
}

/// Reads a drawing to its end and gives its ids and the ids it refers to.
fn ids(xml: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut named, mut wanted) = (0, Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                depth += 1;
                collect(&start, &mut named, &mut wanted);
            }
            Event::Empty(start) => collect(&start, &mut named, &mut wanted),
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    (named, wanted)
}

fn collect(start: &quick_xml::events::BytesStart, named: &mut Vec<String>, wanted: &mut Vec<String>) {
    for attribute in start.attributes() {
        let attribute = attribute.unwrap();
        let value = attribute.value.into_owned();
        match attribute.key.as_ref() {
            "id" => named.push(value),
            "aria-labelledby" => wanted.extend(value.split(' ').map(str::to_owned)),
            "fill" if value.starts_with("url(#") => {
                wanted.push(value.trim_start_matches("url(#").trim_end_matches(')').to_owned());
            }
            "style" => panic!("inline style: {value}"),
            key => assert!(!key.starts_with("on"), "a handler"),
        }
    }
}

#[test]
fn a_small_drawing() {
    let svg = Svg::new("week", 40.0, 20.5)
        .title("Gains rose")
        .desc("Two days.")
        .add(mark::line(&[Point::new(1.0, Reading::Whole(2.0)), Point::new(9.0, Reading::Whole(1.0))], Hue::Sea));
    insta::assert_snapshot!(svg.render(Output::Page).replace("><", ">\n<"), @r#"
    <svg id="week" class="ink" width="40" height="20.5" viewBox="0 0 40 20.5" role="img" aria-labelledby="week-title week-desc">
    <title id="week-title">Gains rose</title>
    <desc id="week-desc">Two days.</desc>
    <g class="ink-sea">
    <path class="ink-line" d="M1 2L9 1"/>
    </g>
    </svg>
    "#);
}

#[test]
fn only_files_carry_a_style() {
    let page = drawing("a", Output::Page);
    assert!(!page.contains("<style") && !page.contains("var(") && !page.contains("#0b6c92"));
    let file = drawing("a", Output::File);
    assert!(file.contains("<style") && file.contains("prefers-color-scheme:dark") && !file.contains("var("));
    // The ground covers the margin too.
    assert!(file.contains(r#"viewBox="-24 -24 208 108""#));
    assert!(file.contains(r#"class="ink-ground" x="-24" y="-24" width="208" height="108""#));
    let print = drawing("a", Output::Print);
    assert!(print.contains("<style") && !print.contains("@media") && !print.contains("ink-ground\""));
}

#[test]
fn every_class_has_a_rule() {
    let sheet = ink::style::sheet("--");
    for part in drawing("a", Output::Page).split("class=\"").skip(1) {
        let classes = part.split('"').next().unwrap();
        for class in classes.split(' ') {
            assert!(sheet.contains(&format!(".{class}{{")), "{class}");
        }
    }
}

#[test]
fn a_drawing_without_a_title_names_nothing() {
    let svg = Svg::new("x", f64::NAN, -3.0).desc("lost").render(Output::Page);
    assert!(!svg.contains("aria-labelledby") && svg.contains("viewBox=\"0 0 1 1\""), "{svg}");
}

proptest! {
    #[test]
    fn any_text_gives_a_well_formed_drawing(text in any::<String>()) {
        for output in [Output::Page, Output::File, Output::Print] {
            let (mut named, wanted) = ids(&drawing(&text, output));
            prop_assert!(wanted.iter().all(|id| named.contains(id)), "{wanted:?} in {named:?}");
            let count = named.len();
            named.sort();
            named.dedup();
            prop_assert_eq!(named.len(), count);
        }
    }
}
