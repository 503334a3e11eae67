//! Makes any text safe inside an XML text node or a double-quoted attribute. Not an HTML sanitiser:
//! nothing is allowed through, everything is escaped.

/// Appends `text`, escaped for a text node or a double-quoted attribute.
///
/// Characters that XML 1.0 forbids even when escaped (most control characters, U+FFFE, U+FFFF) are
/// dropped: one of them would make the whole drawing unreadable.
pub(crate) fn push(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            // A parser would turn a bare carriage return into a line feed.
            '\r' => out.push_str("&#13;"),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
}

/// An XML id made of what the caller gave: ASCII letters, digits, `-` and `_`; anything else becomes `-`.
pub(crate) fn id(name: &str) -> String {
    let mut id: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    if !id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        id.insert_str(0, "figure-");
    }
    id
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;
    use quick_xml::{Reader, events::Event};

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        push(&mut out, text);
        out
    }

    #[test]
    fn ids_start_with_a_letter_and_hold_no_space() {
        for (name, expected) in
            [("gains", "gains"), ("7 days", "figure-7-days"), ("é\"<", "figure----"), ("", "figure-")]
        {
            assert_eq!(id(name), expected);
        }
    }

    #[test]
    fn markup_stays_text() {
        assert_eq!(escaped("</title><script>\"&'\u{1}"), "&lt;/title&gt;&lt;script&gt;&quot;&amp;&#39;");
    }

    proptest! {
        #[test]
        fn escaped_text_holds_no_markup(text in any::<String>()) {
            let out = escaped(&text);
            prop_assert!(!out.contains(['<', '>', '"', '\'']));
        }

        #[test]
        fn an_escaped_attribute_reads_back(text in "[ -~\u{a0}-\u{2fff}\n\t]{0,40}") {
            // Attribute values are normalised by XML readers: tabs and line feeds come back as spaces.
            let xml = format!("<a b=\"{}\"/>", escaped(&text));
            let mut reader = Reader::from_str(&xml);
            let Event::Empty(start) = reader.read_event().unwrap() else { panic!("one empty element") };
            let attribute = start.attributes().next().unwrap().unwrap();
            let read = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
            prop_assert_eq!(read, text);
        }
    }
}
