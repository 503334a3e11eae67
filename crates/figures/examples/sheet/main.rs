//! Writes one HTML page with every shape, in French and in English, light and dark, at the width of a phone and of a
//! page: `cargo run -p figures --example sheet > sheet.html`. `sheet fr light` writes one of the four columns alone,
//! `sheet file` the first figure as an SVG file of its own.
//! The figures are invented; the page is not part of any product.

mod rows;

use figures::{Change, Output, Picture, Size, card_sentence, sparkline};
use ink::{Theme, style};
use phrases::{Lang, Phrases, Voice};

const CSS: &str = "body{margin:0;display:flex;align-items:flex-start;font-family:Inter,system-ui,sans-serif}\
    main{flex:none;width:1380px;padding:32px;background:var(--paper);color:var(--ink)}\
    .pair{display:flex;gap:48px;margin-bottom:56px;align-items:flex-start}.wide{width:960px}.phone{width:340px}\
    figure{margin:0}h2{font-size:20px;line-height:1.25;margin:0 0 4px;text-wrap:balance}.phone h2{font-size:16px}\
    p{font-size:14px;margin:0 0 16px;color:var(--muted)}.cards{display:flex;gap:32px;flex-wrap:wrap;margin-bottom:56px}\
    .card{width:280px}.card p{color:var(--ink);margin:6px 0}small{color:var(--muted);font-size:12px}";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let wanted =
        |word: &str, others: [&str; 2]| !others.iter().any(|other| asked.iter().any(|a| a == other && a != word));
    let phrases = catalogue()?;
    if asked.iter().any(|word| word == "file") {
        let voice = phrases.in_language(Lang::Fr);
        let answers = rows::answers();
        let first = answers.first().and_then(|(_, answer)| Some((answer, answer.series.first()?)));
        let drawn = first.map(|(answer, series)| Picture::of(series, answer, &voice, Size::WIDE).svg(Output::File));
        println!("{}", drawn.unwrap_or_default());
        return Ok(());
    }
    let mut page = String::from("<!doctype html><html><meta charset=\"utf-8\"><title>figures</title><style>");
    page += &variables("light", Theme::Light);
    page += &variables("dark", Theme::Dark);
    page += &style::sheet("--");
    page += CSS;
    page += "</style>";
    for lang in Lang::ALL {
        for theme in ["light", "dark"] {
            if wanted(lang.code(), ["fr", "en"]) && wanted(theme, ["light", "dark"]) {
                page += &column(&phrases.in_language(lang), theme);
            }
        }
    }
    println!("{page}</html>");
    Ok(())
}

/// Every message of the product, as its files have them.
fn catalogue() -> Result<Phrases, Box<dyn std::error::Error>> {
    let mut texts = Vec::new();
    for lang in Lang::ALL {
        let folder = format!("{}/../../locales/{lang}", env!("CARGO_MANIFEST_DIR"));
        for file in std::fs::read_dir(folder)? {
            let file = file?;
            let name = file.file_name().to_string_lossy().into_owned();
            if name.ends_with(".ftl") {
                texts.push((lang, name, std::fs::read_to_string(file.path())?));
            }
        }
    }
    Ok(Phrases::new(texts.iter().map(|(lang, name, text)| (*lang, name.as_str(), text.as_str())))?)
}

fn column(voice: &Voice, theme: &str) -> String {
    let mut html = format!("<main class=\"{theme}\" lang=\"{}\">", voice.lang());
    html += "<section class=\"cards\">";
    for (n, (whole, daily)) in rows::cards().into_iter().enumerate() {
        for (series, days) in whole.series.iter().zip(&daily.series) {
            let id = format!("{theme}-{}-card-{n}-{}", voice.lang(), series.indicator.id);
            let spark = sparkline(days, voice, Size::SPARK).named(&id).svg(Output::Page);
            let change = series.rows.first().and_then(|row| Change::of(row, series.indicator, &whole, voice));
            let change = change.map_or_else(String::new, |change| change.text());
            let sentence = card_sentence(series, &whole, voice);
            html += &format!("<div class=\"card\">{spark}<p>{sentence}</p><small>{change}</small></div>");
        }
    }
    html += "</section>";
    for (name, answer) in rows::answers() {
        html += "<section class=\"pair\">";
        for (place, size) in
            [("wide", Size { width: 960.0, ..Size::WIDE }), ("phone", Size { width: 340.0, ..Size::PHONE })]
        {
            let Some(series) = answer.series.first() else { continue };
            let id = format!("{theme}-{}-{name}-{place}", voice.lang());
            let picture = Picture::of(series, &answer, voice, size).named(&id);
            html += &format!(
                "<figure class=\"{place}\"><h2>{}</h2><p>{}</p>{}<small>{}</small></figure>",
                picture.title(),
                picture.subtitle(),
                picture.svg(Output::Page),
                picture.note()
            );
        }
        html += "</section>";
    }
    html + "</main>"
}

/// The tokens of a theme as variables of a class.
fn variables(class: &str, theme: Theme) -> String {
    let list: String = style::tokens(theme).map(|(name, value)| format!("--{name}:{value};")).collect();
    format!(".{class}{{{list}}}")
}
