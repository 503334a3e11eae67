//! What `feed-rs` leaves aside: how many comments each entry has, in the order of the entries.

use quick_xml::Reader;
use quick_xml::events::Event;

/// The count of each `item` or `entry`; empty when the feed counts none, or cannot be read.
pub fn comments(xml: &str) -> Vec<Option<u32>> {
    if !xml.contains("slash:comments") && !xml.contains("thr:total") {
        return Vec::new();
    }
    let mut reader = Reader::from_str(xml);
    let (mut counts, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => match tag.name().as_ref() {
                "item" | "entry" => counts.push(None),
                name => inside = matches!(name, "slash:comments" | "thr:total"),
            },
            Ok(Event::Empty(tag)) if matches!(tag.name().as_ref(), "item" | "entry") => counts.push(None),
            Ok(Event::Text(text)) if inside => {
                let count = text.as_ref().trim().parse().ok();
                if let Some(last) = counts.last_mut() {
                    *last = last.or(count);
                }
            }
            Ok(Event::End(_)) => inside = false,
            Ok(Event::Eof) => return counts,
            Ok(_) => {}
            Err(_) => return Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_belong_to_their_entries() {
        let xml = "<rss><item><slash:comments>3</slash:comments></item><item/><item><title>2</title>\
                   <slash:comments> x </slash:comments></item><item><slash:comments>0</slash:comments></item></rss>";
        assert_eq!(comments(xml), [Some(3), None, None, Some(0)]);
        assert_eq!(comments("<rss><item/></rss>"), []);
        assert_eq!(comments("<rss>slash:comments</a>"), []);
    }
}
