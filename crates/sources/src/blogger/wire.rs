//! Their Atom: the elements of a Blogger backup that are read, in the older form (the kind is a category) and in the
//! one of Takeout (the kind is an element).

use crate::dates;
use crate::xml::Element;
use model::Millis;

/// Elements handed out one by one: entries, and who the blog belongs to.
pub static WANTED: &[&str] = &["entry", "author"];
/// Elements inside them that are passed over.
pub static LEFT_OUT: &[&str] = &["gd:image", "gd:extendedProperty", "email", "enclosure", "blogger:location"];

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Post,
    Page,
    Comment,
    /// Settings and the template.
    Other,
}

/// The element that is missing or is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault<'e> {
    pub field: &'static str,
    pub met: &'e str,
}

/// Who wrote an entry.
#[derive(Debug, Clone, Copy)]
pub struct Author<'e> {
    pub name: Option<&'e str>,
    /// The profile: the same whatever the name shown.
    pub profile: Option<&'e str>,
    pub is_anonymous: bool,
}

impl<'e> Author<'e> {
    /// Reads `<author>`.
    pub fn read(element: &'e Element) -> Self {
        let kind = element.said("blogger:type");
        Self {
            name: element.said("name"),
            profile: element.said("uri"),
            is_anonymous: kind.is_some_and(|kind| kind.eq_ignore_ascii_case("anonymous")),
        }
    }

    /// What tells this person from others.
    pub fn key(self) -> Option<String> {
        match (self.profile, self.name) {
            (Some(profile), _) => Some(profile.to_owned()),
            (None, Some(name)) => Some(format!("name {name}")),
            (None, None) => None,
        }
    }
}

/// One `<entry>`.
pub struct Entry<'e> {
    pub id: &'e str,
    pub kind: Kind,
    /// Whether everybody may read it: no draft, not thrown away, no comment that waits or is spam.
    pub is_live: bool,
    pub title: Option<&'e str>,
    pub html: Option<&'e str>,
    pub author: Option<Author<'e>>,
    /// The post that a comment stands under.
    pub post: Option<&'e str>,
    published: Option<&'e str>,
    element: &'e Element,
}

impl<'e> Entry<'e> {
    /// Reads `<entry>`.
    pub fn read(element: &'e Element) -> Result<Self, Fault<'e>> {
        let draft = element.child("app:control").and_then(|control| control.said("app:draft"));
        let status = element.said("blogger:status");
        let thrown = element.said("blogger:trashed").is_some();
        let answered = element.child("thr:in-reply-to").and_then(|answered| answered.attribute("ref"));
        Ok(Self {
            id: element.said("id").ok_or(Fault { field: "id", met: "" })?,
            kind: kind(element),
            is_live: draft != Some("yes") && !thrown && status.is_none_or(|status| status.eq_ignore_ascii_case("live")),
            title: element.said("title"),
            html: element.said("content").or(element.said("summary")),
            author: element.child("author").map(Author::read),
            post: answered.or(element.said("blogger:parent")),
            published: element.said("published"),
            element,
        })
    }

    /// When it was published.
    pub fn at(&self) -> Result<Millis, Fault<'e>> {
        let met = self.published.unwrap_or_default();
        dates::instant(met).ok_or(Fault { field: "published", met })
    }

    /// Where it can be read.
    pub fn url(&self) -> Option<&'e str> {
        let mut links = self.element.children("link");
        links.find(|link| link.attribute("rel") == Some("alternate")).and_then(|link| link.attribute("href"))
    }

    /// The comment that a comment answers. The older form links to it by the last part of its address.
    pub fn answers(&self) -> Option<String> {
        if let Some(told) = self.element.said("blogger:inReplyTo") {
            return Some(told.to_owned());
        }
        let related = self.element.children("link").find(|link| link.attribute("rel") == Some("related"))?;
        let number = related.attribute("href")?.rsplit('/').next()?;
        let (blog, _) = self.id.rsplit_once(".post-")?;
        Some(format!("{blog}.post-{number}"))
    }
}

fn kind(element: &Element) -> Kind {
    let told = element.said("blogger:type").or_else(|| {
        let mut categories = element.children("category");
        let category =
            categories.find(|category| category.attribute("scheme").is_some_and(|s| s.ends_with("#kind")))?;
        category.attribute("term")?.rsplit('#').next()
    });
    match told.map(str::to_ascii_lowercase).as_deref() {
        Some("post") => Kind::Post,
        Some("page") => Kind::Page,
        Some("comment") => Kind::Comment,
        _ => Kind::Other,
    }
}
