//! The dictionaries of actors and of origins of visits.

use super::import::Import;
use super::{CHUNK, remembered};
use crate::error::StoreError;
use crate::on;
use model::{ActorKey, Origin, Side};
use std::collections::HashMap;

/// The key of an origin in its dictionary.
pub(super) fn key_of(origin: &Origin) -> String {
    // A plain structure of texts always serialises.
    hashed(&serde_json::to_string(origin).unwrap_or_default())
}

fn hashed(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

impl Import {
    /// Finds or makes the dictionary entries of these actors. A member of the community is kept as a keyed hash
    /// and nothing else; a member of the team keeps the name shown.
    pub(super) async fn know_actors(
        &mut self,
        actors: impl Iterator<Item = (&ActorKey, Side)>,
    ) -> Result<(), StoreError> {
        let mut new: HashMap<[u8; 16], (Side, Option<String>)> = HashMap::new();
        for (actor, side) in actors {
            let key = self.actor_hash(actor, side);
            if !self.actors.contains_key(&key) {
                let shown = actor.display.clone().unwrap_or_else(|| actor.native.clone());
                new.insert(key, (side, (side == Side::Team).then_some(shown)));
            }
        }
        let mut new: Vec<_> = new.into_iter().collect();
        new.sort_unstable_by_key(|(key, _)| *key);
        for rows in new.chunks(CHUNK) {
            let client = self.client.0;
            let found: Vec<(i64, Vec<u8>)> = on!(&mut self.tx, tx => {
                let mut q = sqlx::QueryBuilder::new("insert into actor (client_id, side, key, display) ");
                q.push_values(rows, |mut row, (key, (side, display))| {
                    row.push_bind(client).push_bind(i64::from(side.code())).push_bind(key.to_vec()).push_bind(display.clone());
                });
                // A no-op update makes known actors come back beside new ones.
                q.push(" on conflict (client_id, key) do update set side = excluded.side returning id, key");
                q.build_query_as().persistent(remembered(rows.len())).fetch_all(&mut **tx).await
            })?;
            for (id, key) in found {
                if let Ok(key) = <[u8; 16]>::try_from(key) {
                    self.actors.insert(key, id);
                }
            }
        }
        Ok(())
    }

    /// The dictionary id of an actor met before.
    pub(super) fn actor(&self, actor: &ActorKey, side: Side) -> Option<i64> {
        self.actors.get(&self.actor_hash(actor, side)).copied()
    }

    /// Team and community have separate keys: the same native id on both sides is two actors.
    fn actor_hash(&self, actor: &ActorKey, side: Side) -> [u8; 16] {
        self.secrets.pseudonym(self.client, &format!("{side}/{}", actor.native))
    }

    /// Finds or makes the dictionary entry of an origin.
    pub(super) async fn origin(&mut self, origin: &Origin) -> Result<i64, StoreError> {
        if let Some(id) = self.origins.get(origin) {
            return Ok(*id);
        }
        let text = serde_json::to_string(origin)?;
        let key = hashed(&text);
        let id: i64 = on!(&mut self.tx, tx => sqlx::query_scalar(
            "insert into origin (key, origin) values ($1, $2) on conflict (key) do update set key = excluded.key returning id")
            .bind(key)
            .bind(text)
            .fetch_one(&mut **tx).await)?;
        self.origins.insert(origin.clone(), id);
        Ok(id)
    }
}
