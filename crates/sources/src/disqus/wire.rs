//! Their XML: the elements of a Disqus export that are read. Addresses of mail and of the network are never looked at.

use crate::xml::Element;

/// Elements handed out one by one.
pub static WANTED: &[&str] = &["thread", "post"];
/// Elements inside them that are passed over.
pub static LEFT_OUT: &[&str] = &["ipAddress", "email", "category"];

/// The element that is missing or is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault<'e> {
    pub field: &'static str,
    pub met: &'e str,
}

/// A page that can be commented: `<thread dsq:id="…">` on its own, not the reference inside a post.
#[derive(Debug)]
pub struct Thread {
    pub id: String,
    /// The page's address, or the key that the site gave it.
    pub page: Option<String>,
    pub is_deleted: bool,
}

impl Thread {
    /// Reads `<thread>`.
    pub fn read(element: &Element) -> Result<Self, Fault<'_>> {
        Ok(Self {
            id: element.attribute("dsq:id").ok_or(Fault { field: "thread dsq:id", met: "" })?.to_owned(),
            page: element.said("link").or(element.said("id")).map(str::to_owned),
            is_deleted: says_true(element, "isDeleted"),
        })
    }
}

/// One comment.
#[derive(Debug)]
pub struct Post<'e> {
    pub id: &'e str,
    pub thread: &'e str,
    pub parent: Option<&'e str>,
    pub created_at: &'e str,
    pub html: Option<&'e str>,
    pub name: Option<&'e str>,
    pub username: Option<&'e str>,
    /// Deleted, or taken for spam.
    pub is_out: bool,
}

impl<'e> Post<'e> {
    /// Reads `<post>`.
    pub fn read(element: &'e Element) -> Result<Self, Fault<'e>> {
        let missing = |field| Fault { field, met: "" };
        let author = element.child("author");
        // Comments that were brought into Disqus from elsewhere may have their old key only.
        let id = element.attribute("dsq:id").or(element.said("id")).ok_or(missing("post dsq:id"))?;
        let thread = element.child("thread").and_then(|thread| thread.attribute("dsq:id"));
        Ok(Self {
            id,
            thread: thread.ok_or(missing("thread dsq:id"))?,
            parent: element.child("parent").and_then(|parent| parent.attribute("dsq:id")),
            created_at: element.said("createdAt").ok_or(missing("createdAt"))?,
            html: element.said("message"),
            name: author.and_then(|author| author.said("name")),
            username: author.and_then(|author| author.said("username")),
            is_out: says_true(element, "isDeleted") || says_true(element, "isSpam"),
        })
    }
}

fn says_true(element: &Element, name: &str) -> bool {
    element.said(name).is_some_and(|said| said.eq_ignore_ascii_case("true") || said == "1")
}
