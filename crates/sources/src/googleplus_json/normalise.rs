//! A post of the JSON → the post that both forms of the Takeout tell (`googleplus_html::normalise`).

use super::wire;
use crate::googleplus_html::normalise::{Comment, Person, Post, account, date, id};
use crate::trouble::{Trouble, TroubleCode};
use model::ContentType;

/// The post, or what is wrong with it.
pub fn post(post: &wire::Post) -> Result<Post, Trouble> {
    let empty = |field: &str| Trouble::new(TroubleCode::EmptyValue).field(field);
    let owner = person(&post.author);
    if owner.key.is_empty() {
        return Err(empty("author.profilePageUrl"));
    }
    let said = words::plain(post.content.as_deref().unwrap_or_default());
    let title = post.link.as_ref().and_then(|link| link.title.clone()).unwrap_or_default();
    let comments = post.comments.iter().map(|comment| {
        Ok(Comment {
            at: date(&comment.creation_time, "comments[].creationTime")?,
            author: person(&comment.author),
            text: words::plain(comment.content.as_deref().unwrap_or_default()),
        })
    });
    let count = |list: &[serde::de::IgnoredAny]| u32::try_from(list.len()).unwrap_or(u32::MAX);
    Ok(Post {
        id: id(&post.url).ok_or_else(|| empty("url"))?,
        url: post.url.clone(),
        at: date(&post.creation_time, "creationTime")?,
        owner,
        text: if said.is_empty() { title } else { said },
        content_type: content_type(post),
        public: post.is_public(),
        likes: count(&post.plus_ones),
        shares: count(&post.reshares),
        comments: comments.collect::<Result<_, Trouble>>()?,
    })
}

fn person(author: &wire::Author) -> Person {
    Person {
        key: account(author.profile_page_url.as_deref().unwrap_or_default()),
        name: author.display_name.clone().unwrap_or_default(),
    }
}

fn content_type(post: &wire::Post) -> ContentType {
    let media = post.media.as_ref().map(|media| media.content_type.as_deref().unwrap_or_default());
    match media {
        _ if post.reshared_post.is_some() => ContentType::Boost,
        _ if post.poll.is_some() => ContentType::Poll,
        Some(kind) if kind.starts_with("video/") => ContentType::Video,
        Some(_) => ContentType::Photo,
        None if post.album.is_some() => ContentType::Photo,
        None if post.link.is_some() => ContentType::Link,
        None => ContentType::Status,
    }
}
