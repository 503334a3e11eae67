//! Rules that every page and fragment keeps, checked on whatever a test fetches. A small reader of tags is enough:
//! the browser tests judge what is drawn.

/// One opening tag.
struct Tag<'a> {
    name: &'a str,
    text: &'a str,
}

impl<'a> Tag<'a> {
    fn all(html: &'a str) -> Vec<Self> {
        html.split('<')
            .skip(1)
            .filter(|text| text.starts_with(|c: char| c.is_ascii_lowercase()))
            .map(|text| {
                let end = text.find('>').unwrap_or(text.len());
                let text = &text[..end];
                let name = text.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
                Self { name, text }
            })
            .collect()
    }

    fn attribute(&self, name: &str) -> Option<&'a str> {
        let (_, rest) = self.text.split_once(&format!(" {name}=\""))?;
        rest.split('"').next()
    }
}

/// Panics with what is wrong.
pub fn check(html: &str) {
    let tags = Tag::all(html);
    nothing_inline(html, &tags);
    every_field_has_a_label(&tags);
    every_form_that_changes_something_has_a_token(html);
    headings_are_in_order(&tags);
    ids_are_unique_and_meant(&tags);
    assert!(
        !html.contains('⟦'),
        "a message is missing: {}",
        &html[html.find('⟦').unwrap_or(0)..].chars().take(80).collect::<String>()
    );
}

fn nothing_inline(html: &str, tags: &[Tag<'_>]) {
    assert!(!html.contains("<style"), "an inline style sheet");
    for tag in tags {
        assert!(tag.attribute("style").is_none(), "an inline style: <{}>", tag.text);
        assert!(tag.name != "script" || tag.attribute("src").is_some(), "an inline script");
        let event = tag.text.split(' ').skip(1).find(|word| word.starts_with("on") && word.contains("=\""));
        assert!(event.is_none(), "an inline event: <{}>", tag.text);
    }
}

fn every_field_has_a_label(tags: &[Tag<'_>]) {
    let labelled: Vec<&str> =
        tags.iter().filter(|tag| tag.name == "label").filter_map(|tag| tag.attribute("for")).collect();
    let mut inside_label = false;
    for tag in tags {
        match tag.name {
            // A label without `for` wraps its field: the next field is its own.
            "label" => inside_label = tag.attribute("for").is_none(),
            "input" | "select" | "textarea" if tag.attribute("type") != Some("hidden") => {
                let named = tag.attribute("aria-label").is_some()
                    || tag.attribute("id").is_some_and(|id| labelled.contains(&id));
                assert!(named || inside_label, "a field without label: <{}>", tag.text);
                inside_label = false;
            }
            _ => {}
        }
    }
}

fn every_form_that_changes_something_has_a_token(html: &str) {
    for form in html.split("<form").skip(1) {
        let form = form.split("</form>").next().unwrap_or_default();
        let opening = form.split('>').next().unwrap_or_default();
        if opening.contains("method=\"post\"") {
            let first_input = form.split("<input").nth(1).unwrap_or_default();
            assert!(
                first_input.contains("name=\"csrf\""),
                "a form whose first field is not its token: <form{opening}>"
            );
        }
    }
}

fn headings_are_in_order(tags: &[Tag<'_>]) {
    let levels: Vec<u8> = tags
        .iter()
        .filter_map(|tag| match tag.name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
            _ => None,
        })
        .collect();
    let whole = tags.iter().any(|tag| tag.name == "html");
    if whole {
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "not one first heading: {levels:?}");
        assert_eq!(levels.first(), Some(&1), "the first heading is not the title: {levels:?}");
    }
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "a heading skips a level: {levels:?}");
    }
}

fn ids_are_unique_and_meant(tags: &[Tag<'_>]) {
    let mut ids: Vec<&str> = tags.iter().filter_map(|tag| tag.attribute("id")).collect();
    ids.sort_unstable();
    let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "ids given twice: {twice:?}");
    for tag in tags {
        for attribute in ["aria-describedby", "aria-labelledby"] {
            for id in tag.attribute(attribute).unwrap_or_default().split_whitespace() {
                assert!(ids.contains(&id), "{attribute} names nothing: {id}");
            }
        }
    }
}
