//! Where a visit came from, out of its first page: the referring host, the campaign's tags, the click's mark.

use model::Origin;
use words::address::CLICK_IDS;

/// Longest tag kept, in characters.
const LONGEST: usize = 100;

/// The origin told by a referring host and the query of the page asked.
pub fn origin(told: bool, referrer: Option<&str>, query: &[u8]) -> Origin {
    let mut origin = Origin { told, referrer: referrer.map(str::to_owned), ..Origin::default() };
    for (name, value) in url::form_urlencoded::parse(query) {
        let name = name.to_ascii_lowercase();
        let tag = || {
            let value = value.trim().to_lowercase();
            (!value.is_empty()).then(|| value.chars().take(LONGEST).collect())
        };
        let slot = match name.as_str() {
            "utm_source" => &mut origin.campaign_source,
            "utm_medium" => &mut origin.campaign_medium,
            "utm_campaign" => &mut origin.campaign,
            _ => {
                if origin.click_id.is_none() && CLICK_IDS.contains(&name.as_str()) {
                    origin.click_id = Some(name);
                }
                continue;
            }
        };
        if slot.is_none() {
            *slot = tag();
        }
    }
    origin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read() {
        let some = |text: &str| Some(text.to_owned());
        let read = origin(
            true,
            Some("t.co"),
            b"utm_source=News%20Letter&UTM_Medium=e+mail&utm_campaign=&x=1&fbclid=abc&gclid=d",
        );
        assert_eq!(
            read,
            Origin {
                told: true,
                referrer: some("t.co"),
                campaign_source: some("news letter"),
                campaign_medium: some("e mail"),
                campaign: None,
                click_id: some("fbclid"),
                channel: None,
            }
        );
        assert_eq!(origin(false, None, b""), Origin::default());
    }
}
