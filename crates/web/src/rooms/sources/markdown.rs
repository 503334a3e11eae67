//! Help pages: the Markdown of a format's README as HTML that a page may show. Only what the text says: raw HTML in it
//! is shown as text, and links lead to the web or nowhere.

use phrases::Lang;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The line between the two languages of a help text: English above, French below.
const BETWEEN: &str = "\n---\n";

/// A help text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// Its first heading.
    pub title: String,
    /// The rest, as HTML.
    pub html: String,
    /// The words of it all, for searching.
    pub words: String,
}

/// The part of a help text in a language; the whole when there is only one.
pub fn help(text: &'static str, lang: Lang) -> Help {
    let part = match (text.split_once(BETWEEN), lang) {
        (Some((_, french)), Lang::Fr) => french,
        (Some((english, _)), Lang::En) => english,
        (None, _) => text,
    };
    let (mut title, mut words, mut in_title, mut rest) = (String::new(), String::new(), false, Vec::new());
    for event in Parser::new_ext(part, Options::ENABLE_TABLES) {
        if let Event::Text(text) | Event::Code(text) = &event {
            words.push_str(text);
            words.push(' ');
        }
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => in_title = false,
            Event::Text(text) | Event::Code(text) if in_title => title.push_str(&text),
            _ if in_title => {}
            event => rest.push(harmless(event)),
        }
    }
    let mut html = String::new();
    html::push_html(&mut html, rest.into_iter());
    Help { title, html, words }
}

fn harmless(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if dest_url.starts_with("https://") { dest_url } else { CowStr::Borrowed("#") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        // Pictures would come from elsewhere: their words stay.
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Emphasis),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_part() {
        let text = "# Logs\n\nAny *server*.\n\n## How\n\n---\n\n# Journaux\n\nTout `serveur`.\n";
        let (english, french) = (help(text, Lang::En), help(text, Lang::Fr));
        assert_eq!((english.title.as_str(), french.title.as_str()), ("Logs", "Journaux"));
        assert_eq!(english.html, "<p>Any <em>server</em>.</p>\n<h2>How</h2>\n");
        assert_eq!(french.html, "<p>Tout <code>serveur</code>.</p>\n");
        assert_eq!(help("# One\n\ntext", Lang::Fr).title, "One");
    }

    #[test]
    fn nothing_in_it_acts() {
        let html = help(
            "# T\n\n<script>x</script>\n\na <b onclick=\"x\">b</b> [c](javascript:x) ![d](https://e/f.png)\n",
            Lang::En,
        )
        .html;
        assert!(
            !html.contains("<script")
                && !html.contains("<b")
                && !html.contains("javascript:")
                && !html.contains("<img"),
            "{html}"
        );
        assert!(html.contains("&lt;script"), "{html}");
    }
}
