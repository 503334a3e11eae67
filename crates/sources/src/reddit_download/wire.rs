//! The columns of Reddit's files that are read, and one post or comment. The headers are English in every language.

use crate::numbers::{self, NotId};
use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use model::Millis;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Id,
    Permalink,
    Date,
    /// Where it was written: in every file of the account.
    Subreddit,
    /// Recognises the file; not read.
    Gildings,
    Title,
    Body,
    /// The page that a post links to.
    Url,
    /// The page of the post under which a comment stands.
    Link,
    Parent,
    /// Recognises the private messages; not read.
    To,
    /// Recognises the private messages; not read.
    From,
    /// Recognises the private messages; not read.
    Subject,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called; older downloads write capitals.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Id, true, &["id"]),
    label(Column::Permalink, false, &["permalink"]),
    label(Column::Date, true, &["date"]),
    label(Column::Subreddit, false, &["subreddit"]),
    label(Column::Gildings, false, &["gildings"]),
    label(Column::Title, false, &["title"]),
    label(Column::Body, false, &["body"]),
    label(Column::Url, false, &["url"]),
    label(Column::Link, false, &["link"]),
    label(Column::Parent, false, &["parent"]),
    label(Column::To, false, &["to"]),
    label(Column::From, false, &["from"]),
    label(Column::Subject, false, &["subject"]),
];

/// Which file of the download.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Posts,
    Comments,
    /// Private messages.
    Messages,
}

/// Which file these headers are of.
pub fn sort(columns: &Columns<Column>) -> Option<Sort> {
    let all = |wanted: &[Column]| wanted.iter().all(|column| columns.has(*column));
    if all(&[Column::Permalink, Column::From, Column::To, Column::Subject, Column::Body]) {
        return Some(Sort::Messages);
    }
    let written = columns.has(Column::Subreddit) && columns.has(Column::Gildings);
    if !written || columns.known() < 5 {
        return None;
    }
    if columns.has(Column::Parent) || columns.has(Column::Link) {
        return Some(Sort::Comments);
    }
    (columns.has(Column::Title) || columns.has(Column::Url)).then_some(Sort::Posts)
}

/// A post or a comment.
#[derive(Debug)]
pub struct Entry {
    pub sort: Sort,
    /// Its key on Reddit, with the mark of its sort: posts and comments count apart.
    pub id: String,
    /// `None` when the file gives no date.
    pub at: Option<Millis>,
    pub text: Option<String>,
    pub url: Option<String>,
    /// Whether it shows another page.
    pub links: bool,
    /// What a comment answers.
    pub parent: Option<String>,
}

impl Entry {
    /// Reads a row.
    pub fn read(sort: Sort, columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        let written = columns.cell(row, Column::Id)?.unwrap_or_default();
        let trouble = |code, column| Trouble::new(code).line(row.line).field(columns.header(column));
        let id = numbers::id(written).map_err(|why| match why {
            NotId::Empty => trouble(TroubleCode::EmptyValue, Column::Id),
            NotId::Rounded => trouble(TroubleCode::RoundedId, Column::Id).with("value", written),
        })?;
        if !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(trouble(TroubleCode::RoundedId, Column::Id).with("value", written));
        }
        let date = columns.text(row, Column::Date)?;
        let at = match &date {
            None => None,
            Some(date) => {
                Some(instant(date).ok_or_else(|| trouble(TroubleCode::NotADate, Column::Date).with("value", date))?)
            }
        };
        let (title, body) = (columns.text(row, Column::Title)?, columns.text(row, Column::Body)?);
        let text = match (title, body) {
            (Some(title), Some(body)) => Some(format!("{title}\n{body}")),
            (title, body) => title.or(body),
        };
        let page = columns.text(row, Column::Link)?;
        let parent = columns.text(row, Column::Parent)?.map(|parent| format!("t1_{parent}"));
        let mark = if sort == Sort::Comments { "t1" } else { "t3" };
        Ok(Self {
            sort,
            id: format!("{mark}_{id}"),
            at,
            text,
            url: columns.text(row, Column::Permalink)?,
            links: columns.text(row, Column::Url)?.is_some_and(|url| url.contains("://") && !is_reddit(&url)),
            parent: parent.or_else(|| page.as_deref().and_then(post_of).map(|post| format!("t3_{post}"))),
        })
    }
}

/// `2015-06-03 22:18:00 UTC`.
fn instant(written: &str) -> Option<Millis> {
    let with_offset = written.trim().strip_suffix("UTC").map(|day| format!("{}+0000", day));
    crate::dates::instant(with_offset.as_deref().unwrap_or(written))
}

/// A post that shows its own text points to itself.
fn is_reddit(url: &str) -> bool {
    words::address::host(url).is_some_and(|host| host == "reddit.com" || host.ends_with(".reddit.com"))
}

/// `https://www.reddit.com/r/name/comments/2em2io/…` → `2em2io`.
fn post_of(page: &str) -> Option<&str> {
    page.split("/comments/").nth(1)?.split('/').next().filter(|id| !id.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_utc() {
        assert_eq!(instant("2015-06-03 22:18:00 UTC"), Some(Millis(1_433_369_880_000)));
        assert_eq!(instant("2015-06-03 22:18:00"), None);
    }

    #[test]
    fn a_comment_stands_under_a_post() {
        assert_eq!(post_of("https://www.reddit.com/r/exemple/comments/2em2io/"), Some("2em2io"));
        assert_eq!(post_of("https://www.reddit.com/r/exemple/"), None);
    }
}
