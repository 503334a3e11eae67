//! Writing facts: only new ones count, and each new one moves the tallies.

use super::import::Import;
use super::seen::Table;
use super::{CHUNK, amount, remembered};
use crate::error::StoreError;
use crate::on;
use model::{Fact, FactId, FactKind, Side};

/// Text kept of a fact.
const TEXT: usize = 2000;

fn cut(text: &str) -> &str {
    text.char_indices().nth(TEXT).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// A fact with dictionary ids.
struct Row<'a> {
    id: FactId,
    fact: &'a Fact,
    actor: Option<i64>,
    person: i64,
    post: Option<i64>,
    reply_to: Option<i64>,
    content_type: i64,
}

impl Import {
    /// Writes a batch of facts.
    pub(super) async fn write_facts(&mut self, facts: &[Fact]) -> Result<(), StoreError> {
        if facts.is_empty() {
            return Ok(());
        }
        // Collected first: a closure kept across an await would make the whole import unfit for a handler (`Send`).
        let actors: Vec<_> = facts.iter().filter_map(|f| f.actor.as_ref().map(|a| (a, f.kind.side()))).collect();
        self.know_actors(actors.into_iter()).await?;
        let posts: Vec<&str> =
            facts.iter().flat_map(|f| [&f.post, &f.reply_to]).flatten().map(String::as_str).collect();
        self.know_posts(posts.into_iter()).await?;
        for chunk in facts.chunks(CHUNK) {
            let rows: Vec<Row<'_>> = chunk.iter().map(|fact| self.resolve(fact)).collect();
            let fresh = self.new_ones(Table::Fact, rows.iter().map(|row| row.id.0).collect()).await?;
            let new: Vec<&Row<'_>> = rows.iter().zip(fresh).filter(|(_, new)| *new).map(|(row, _)| row).collect();
            self.insert(&new).await?;
            self.counted.facts += amount(new.len());
            self.counted.duplicates += amount(rows.len() - new.len());
            for row in new {
                self.deltas.fact(row.fact.kind, row.person, row.content_type, row.fact.at.quarter(), row.actor);
                self.touched.extend(row.post);
            }
            chunk.iter().for_each(|fact| self.saw(fact.at));
        }
        Ok(())
    }

    /// Same kind and key of the source: the same fact, whichever file told it.
    pub(super) fn fact_id(&self, kind: FactKind, native: &str) -> FactId {
        FactId::of(&[&self.space.0.to_le_bytes(), &kind.code().to_le_bytes(), native.as_bytes()])
    }

    fn resolve<'a>(&self, fact: &'a Fact) -> Row<'a> {
        let side = fact.kind.side();
        let actor = fact.actor.as_ref().and_then(|a| self.actor(a, side));
        let known = |native: &Option<String>| native.as_ref().and_then(|n| self.posts.get(n)).copied();
        let post = known(&fact.post);
        Row {
            id: self.fact_id(fact.kind, &fact.native),
            fact,
            actor,
            person: if side == Side::Team { actor.unwrap_or(0) } else { 0 },
            post: post.map(|p| p.id),
            reply_to: known(&fact.reply_to).map(|p| p.id),
            content_type: post.map_or(0, |p| p.content_type),
        }
    }

    async fn insert(&mut self, rows: &[&Row<'_>]) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        let (space, import, provenance) = (self.space.0, self.id.0, i64::from(self.provenance.code()));
        on!(&mut self.tx, tx => {
            let mut q = sqlx::QueryBuilder::new(
                "insert into fact (id, space_id, kind, at, zone_rule, actor_id, person_id, content_type, post_id, reply_to_id,
                 provenance, text, url, import_id) ");
            q.push_values(rows, |mut row, r| {
                row.push_bind(r.id.0.as_slice())
                    .push_bind(space)
                    .push_bind(i64::from(r.fact.kind.code()))
                    .push_bind(r.fact.at.0)
                    .push_bind(i64::from(r.fact.zone_rule.code()))
                    .push_bind(r.actor)
                    .push_bind(r.person)
                    .push_bind(r.content_type)
                    .push_bind(r.post)
                    .push_bind(r.reply_to)
                    .push_bind(provenance)
                    .push_bind(r.fact.text.as_deref().map(cut))
                    .push_bind(r.fact.url.as_deref())
                    .push_bind(import);
            });
            q.build().persistent(remembered(rows.len())).execute(&mut **tx).await.map(drop)
        })?;
        Ok(())
    }
}
