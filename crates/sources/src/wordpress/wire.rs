//! Their XML: the elements of a WordPress export that are read. Passwords, addresses on the network, custom fields
//! and terms are never looked at.

use crate::dates;
use crate::talk::When;
use crate::xml::Element;
use jiff::tz::TimeZone;
use model::{Millis, ZoneRule};

/// Elements handed out one by one; whatever they stand in.
pub static WANTED: &[&str] = &["item", "wp:author", "wp:base_blog_url"];
/// Elements inside them that are passed over.
pub static LEFT_OUT: &[&str] = &["wp:postmeta", "wp:commentmeta", "category", "excerpt:encoded", "wp:term"];

/// Somebody who writes on the blog.
#[derive(Debug, Default)]
pub struct Author {
    pub id: Option<String>,
    pub login: String,
    pub mail: Option<String>,
    pub name: Option<String>,
}

impl Author {
    /// Reads `wp:author`.
    pub fn read(element: &Element) -> Self {
        Self {
            id: element.said("wp:author_id").map(str::to_owned),
            login: element.said("wp:author_login").unwrap_or_default().to_owned(),
            mail: element.said("wp:author_email").map(str::to_lowercase),
            name: element.said("wp:author_display_name").map(str::to_owned),
        }
    }
}

/// What kind of item it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An article.
    Post,
    /// A page that stands still.
    Page,
    /// A picture, a menu, whatever else a site is made of.
    Other,
}

/// Who may see an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Everybody.
    Public,
    /// Those who are signed in or know the password.
    Private,
    /// Nobody yet, or nobody any more.
    Unpublished,
}

/// One `<item>`.
pub struct Item<'e> {
    pub id: &'e str,
    pub kind: Kind,
    pub standing: Standing,
    pub creator: Option<&'e str>,
    pub title: Option<&'e str>,
    pub html: Option<&'e str>,
    pub link: Option<&'e str>,
    guid: Option<&'e str>,
    element: &'e Element,
}

/// The element that is missing or is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault<'e> {
    pub field: &'static str,
    pub met: &'e str,
}

impl<'e> Item<'e> {
    /// Reads `<item>`.
    pub fn read(element: &'e Element) -> Result<Self, Fault<'e>> {
        let id = element.said("wp:post_id").ok_or(Fault { field: "wp:post_id", met: "" })?;
        let kind = match element.said("wp:post_type").ok_or(Fault { field: "wp:post_type", met: "" })? {
            "post" => Kind::Post,
            "page" => Kind::Page,
            _ => Kind::Other,
        };
        let standing = match element.said("wp:status").ok_or(Fault { field: "wp:status", met: "" })? {
            "publish" | "inherit" if element.said("wp:post_password").is_some() => Standing::Private,
            "publish" | "inherit" => Standing::Public,
            "private" => Standing::Private,
            _ => Standing::Unpublished,
        };
        Ok(Self {
            id,
            kind,
            standing,
            creator: element.said("dc:creator"),
            title: element.said("title"),
            html: element.said("content:encoded"),
            link: element.said("link"),
            guid: element.said("guid"),
            element,
        })
    }

    /// Its key: the one its feed gives it, so that a feed and an export of one blog tell one article once. A copied
    /// article may carry the key of another: its own number then goes with it.
    pub fn native(&self) -> String {
        let Some(guid) = self.guid else { return format!("post {}", self.id) };
        match numbered(guid) {
            Some(number) if number != self.id => format!("{guid}#{}", self.id),
            _ => guid.to_owned(),
        }
    }

    /// When it was published; `None` when nothing says it.
    pub fn when(&self, zone: &TimeZone) -> Result<Option<When>, Fault<'e>> {
        let told = when(self.element, ["wp:post_date_gmt", "wp:post_date"], zone)?;
        // The line of the feed is the last resort: WordPress fills it for what has no date, too.
        Ok(told.or_else(|| {
            let parsed = jiff::fmt::rfc2822::parse(self.element.said("pubDate")?).ok()?;
            let at = Millis(parsed.timestamp().as_millisecond());
            (parsed.year() > 1999).then_some(When { at, zone_rule: ZoneRule::Told })
        }))
    }

    /// The comments under it, those that wait or were refused included.
    pub fn comments(&self) -> impl Iterator<Item = Comment<'e>> + use<'e> {
        self.element.children("wp:comment").map(|element| Comment { element })
    }
}

/// The number in `https://blog.example/?p=12`.
fn numbered(guid: &str) -> Option<&str> {
    let (_, query) = guid.split_once('?')?;
    query.split(['&', ';']).find_map(|part| ["p=", "page_id="].iter().find_map(|key| part.strip_prefix(key)))
}

/// One `<wp:comment>`.
pub struct Comment<'e> {
    element: &'e Element,
}

impl<'e> Comment<'e> {
    /// The line on which it begins.
    pub const fn line(&self) -> u64 {
        self.element.line
    }

    /// What was written under that name.
    pub fn said(&self, name: &'static str) -> Option<&'e str> {
        self.element.said(name)
    }

    /// Whether everybody may read it.
    pub fn is_approved(&self) -> bool {
        matches!(self.said("wp:comment_approved"), Some("1" | "approve" | "approved"))
    }

    /// When it was written; `None` when nothing says it.
    pub fn when(&self, zone: &TimeZone) -> Result<Option<When>, Fault<'e>> {
        when(self.element, ["wp:comment_date_gmt", "wp:comment_date"], zone)
    }

    /// The number of the person who was signed in.
    pub fn user(&self) -> Option<&'e str> {
        self.said("wp:comment_user_id").filter(|id| *id != "0")
    }
}

/// A moment told in UTC, or failing that as the clock of the blog showed it.
fn when<'e>(element: &'e Element, [utc, local]: [&'static str; 2], zone: &TimeZone) -> Result<Option<When>, Fault<'e>> {
    let cases = [(utc, &TimeZone::UTC, ZoneRule::Told), (local, zone, ZoneRule::Assumed)];
    for (field, zone, zone_rule) in cases {
        let Some(met) = element.said(field).filter(|met| !met.starts_with("0000-00-00")) else { continue };
        let moment = dates::moment(met, None).and_then(|(date, time)| dates::at(date, time?, zone));
        let at = moment.ok_or(Fault { field, met })?;
        return Ok(Some(When { at, zone_rule }));
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guid_that_is_of_another_post_is_not_its_key() {
        let native = |guid: Option<&str>| {
            let element = Element::default();
            let (kind, standing) = (Kind::Post, Standing::Public);
            Item {
                id: "12",
                kind,
                standing,
                creator: None,
                title: None,
                html: None,
                link: None,
                guid,
                element: &element,
            }
            .native()
        };
        let cases = [
            (Some("https://b.example/?p=12"), "https://b.example/?p=12"),
            (Some("https://b.example/?p=7"), "https://b.example/?p=7#12"),
            (Some("https://b.example/2012/a/"), "https://b.example/2012/a/"),
            (None, "post 12"),
        ];
        for (guid, expected) in cases {
            assert_eq!(native(guid), expected);
        }
    }
}
