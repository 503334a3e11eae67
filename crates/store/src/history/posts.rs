//! The dictionary of posts: native keys to small ids. A post that facts point to before it is told is a stub.

use super::import::Import;
use super::{CHUNK, amount, remembered};
use crate::error::StoreError;
use crate::on;
use model::Post;
use std::collections::{BTreeSet, HashSet};

/// What the import remembers of a post.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// Dictionary id.
    pub id: i64,
    /// Content type code, copied into facts about it.
    pub content_type: i64,
    /// Whether only its key is known.
    pub stub: bool,
}

/// Text kept of a post: enough to recognise it in a table.
const TEXT: usize = 500;

/// As much of a post's text as is kept.
pub(super) fn cut(text: &str) -> &str {
    text.char_indices().nth(TEXT).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn words(post: &Post) -> Option<&str> {
    post.text.as_deref().map(cut)
}

impl Import {
    /// Finds or makes the dictionary entries of these native keys; unknown ones become stubs.
    pub(super) async fn know_posts(&mut self, natives: impl Iterator<Item = &str> + Clone) -> Result<(), StoreError> {
        self.find_posts(natives.clone()).await?;
        let new: BTreeSet<&str> = natives.filter(|native| !self.posts.contains_key(*native)).collect();
        let new: Vec<&str> = new.into_iter().collect();
        for natives in new.chunks(CHUNK) {
            let (space, import) = (self.space.0, self.id.0);
            let made: Vec<(i64, String)> = on!(&mut self.tx, tx => {
                let mut q = sqlx::QueryBuilder::new("insert into post (space_id, native, import_id) ");
                q.push_values(natives, |mut row, native| {
                    row.push_bind(space).push_bind(*native).push_bind(import);
                });
                q.push(" returning id, native");
                q.build_query_as().persistent(remembered(natives.len())).fetch_all(&mut **tx).await
            })?;
            self.posts.extend(made.into_iter().map(|(id, native)| (native, Known { id, content_type: 0, stub: true })));
        }
        Ok(())
    }

    /// Looks up the native keys this import has not met yet.
    async fn find_posts(&mut self, natives: impl Iterator<Item = &str>) -> Result<(), StoreError> {
        let unmet: BTreeSet<&str> = natives.filter(|native| !self.posts.contains_key(*native)).collect();
        let unmet: Vec<&str> = unmet.into_iter().collect();
        for natives in unmet.chunks(CHUNK) {
            let space = self.space.0;
            let found: Vec<(String, i64, i64, Option<i64>)> = on!(&mut self.tx, tx => {
                let mut q = sqlx::QueryBuilder::new("select native, id, content_type, at from post where space_id = ");
                q.push_bind(space).push(" and native in (");
                let mut list = q.separated(", ");
                for native in natives {
                    list.push_bind(*native);
                }
                q.push(")");
                q.build_query_as().persistent(remembered(natives.len())).fetch_all(&mut **tx).await
            })?;
            for (native, id, content_type, at) in found {
                self.posts.insert(native, Known { id, content_type, stub: at.is_none() });
            }
        }
        Ok(())
    }

    /// Writes what is told about posts. One that was told before stays as it was.
    pub(super) async fn write_posts(&mut self, posts: &[Post]) -> Result<(), StoreError> {
        let natives: Vec<&str> = posts.iter().map(|post| post.native.as_str()).collect();
        self.find_posts(natives.into_iter()).await?;
        let mut told = HashSet::new();
        let (stubs, new): (Vec<&Post>, Vec<&Post>) = posts
            .iter()
            .filter(|post| {
                self.posts.get(&post.native).is_none_or(|known| known.stub) && told.insert(post.native.as_str())
            })
            .partition(|post| self.posts.contains_key(&post.native));
        for posts in new.chunks(CHUNK) {
            self.insert_posts(posts).await?;
        }
        for post in stubs {
            self.complete_stub(post).await?;
        }
        posts.iter().for_each(|post| self.saw(post.at));
        Ok(())
    }

    async fn insert_posts(&mut self, posts: &[&Post]) -> Result<(), StoreError> {
        let (space, import) = (self.space.0, self.id.0);
        let made: Vec<(i64, String, i64)> = on!(&mut self.tx, tx => {
            let mut q = sqlx::QueryBuilder::new(
                "insert into post (space_id, native, at, zone_rule, precision, content_type, text, url, import_id) ");
            q.push_values(posts, |mut row, post| {
                row.push_bind(space)
                    .push_bind(post.native.as_str())
                    .push_bind(post.at.0)
                    .push_bind(i64::from(post.zone_rule.code()))
                    .push_bind(i64::from(post.precision.code()))
                    .push_bind(i64::from(post.content_type.code()))
                    .push_bind(words(post))
                    .push_bind(post.url.as_deref())
                    .push_bind(import);
            });
            q.push(" returning id, native, content_type");
            q.build_query_as().persistent(remembered(posts.len())).fetch_all(&mut **tx).await
        })?;
        self.counted.posts += amount(made.len());
        for (id, native, content_type) in made {
            self.touched.insert(id);
            self.posts.insert(native, Known { id, content_type, stub: false });
        }
        Ok(())
    }

    async fn complete_stub(&mut self, post: &Post) -> Result<(), StoreError> {
        let Some(known) = self.posts.get_mut(&post.native) else { return Ok(()) };
        let id = known.id;
        *known = Known { id, content_type: i64::from(post.content_type.code()), stub: false };
        on!(&mut self.tx, tx => sqlx::query(
            "update post set at = $2, zone_rule = $3, precision = $4, content_type = $5, text = $6, url = $7, import_id = $8
             where id = $1")
            .bind(id)
            .bind(post.at.0)
            .bind(i64::from(post.zone_rule.code()))
            .bind(i64::from(post.precision.code()))
            .bind(i64::from(post.content_type.code()))
            .bind(words(post))
            .bind(&post.url)
            .bind(self.id.0)
            .execute(&mut **tx).await.map(drop))?;
        self.counted.posts += 1;
        self.touched.insert(id);
        self.completed.push(id);
        Ok(())
    }

    /// Gives facts that were written before their post was told its content type; answers the pages they lie in.
    pub(super) async fn retype_facts(&mut self) -> Result<BTreeSet<i64>, StoreError> {
        let mut pages = BTreeSet::new();
        for posts in std::mem::take(&mut self.completed).chunks(CHUNK) {
            let moved: Vec<(i64,)> = on!(&mut self.tx, tx => {
                let mut q = sqlx::QueryBuilder::new(
                    "update fact set content_type = (select p.content_type from post p where p.id = fact.post_id)
                     where content_type = 0 and post_id in (");
                let mut list = q.separated(", ");
                for post in posts {
                    list.push_bind(*post);
                }
                q.push(") and (select p.content_type from post p where p.id = fact.post_id) <> 0 returning at");
                q.build_query_as().persistent(remembered(posts.len())).fetch_all(&mut **tx).await
            })?;
            pages.extend(moved.into_iter().map(|(at,)| super::quarters::place(model::Millis(at).quarter()).0));
        }
        Ok(pages)
    }
}
