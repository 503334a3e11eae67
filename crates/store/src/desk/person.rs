//! People who sign in: their role, the clients they work for, their language and theme, their password.

use super::access::{Clients, Role, Viewer, walled};
use super::{can_be_kept, password, slug, taken, tidy_name, touched, word};
use crate::db::{Store, Tx, commit};
use crate::error::StoreError;
use crate::on;
use crate::row;
use async_recursion::async_recursion as boxed;
use model::{ClientId, Millis, PersonId};
use secrecy::SecretString;

model::coded!(
    /// A language of the interface.
    Language, "language", {
        /// French.
        French = 1, "fr";
        /// English.
        English = 2, "en";
    }
);

model::coded!(
    /// How the interface looks.
    Theme, "theme", {
        /// As the person's machine asks.
        Auto = 1, "auto";
        /// Light.
        Light = 2, "light";
        /// Dark.
        Dark = 3, "dark";
    }
);

/// Somebody who signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Dictionary id.
    pub id: PersonId,
    /// E-mail address, lower case.
    pub email: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// The clients they work for.
    pub clients: Clients,
    /// Language chosen; `None`: as their browser asks.
    pub language: Option<Language>,
    /// Theme chosen.
    pub theme: Theme,
    /// Whether a password is set; without one only a sign-in link lets them in.
    pub has_password: bool,
    /// Since when they are here.
    pub created_at: Millis,
    /// Since when they may no longer sign in.
    pub disabled_at: Option<Millis>,
}

impl Person {
    /// This person as the one who asks.
    pub fn viewer(&self) -> Viewer {
        Viewer { person: Some(self.id), role: self.role, clients: self.clients.clone() }
    }
}

/// Somebody to add.
#[derive(Debug, Clone)]
pub struct NewPerson<'a> {
    /// E-mail address.
    pub email: &'a str,
    /// Name.
    pub name: &'a str,
    /// Role.
    pub role: Role,
    /// The clients they work for.
    pub clients: Clients,
}

row! {
    struct Row {
        id: i64,
        email: String,
        name: String,
        role: String,
        all_clients: bool,
        language: Option<String>,
        theme: Option<String>,
        has_password: bool,
        created_at: i64,
        disabled_at: Option<i64>,
    }
}

/// The columns of [`Row`].
macro_rules! select_person {
    ($rest:expr) => {
        concat!(
            "select id, email, name, role, all_clients, language, theme, password is not null as has_password,
                created_at, disabled_at from person ",
            $rest
        )
    };
}

impl Store {
    /// Adds somebody, without password: a sign-in link lets them in and choose one. `Taken("email")` when known.
    #[boxed]
    pub async fn add_person(&self, new: &NewPerson<'_>, now: Millis) -> Result<Person, StoreError> {
        let (email, name) = (tidy_email(new.email)?, tidy_name(new.name)?);
        let mut tx = self.write().await?;
        let id: i64 = on!(&mut tx, tx => sqlx::query_scalar(
            "insert into person (email, name, role, all_clients, created_at) values ($1, $2, $3, $4, $5) returning id")
            .bind(&email).bind(name).bind(new.role.as_str()).bind(new.clients == Clients::All).bind(now.0)
            .fetch_one(&mut **tx).await)
        .map_err(|e| taken(e, "email"))?;
        write_clients(&mut tx, PersonId(id), &new.clients).await?;
        commit(tx).await?;
        self.person(PersonId(id)).await?.ok_or(StoreError::Absent("person"))
    }

    /// Somebody by id.
    #[boxed]
    pub async fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        let row: Option<Row> = on!(&self.db, pool => sqlx::query_as(select_person!("where id = $1"))
            .bind(id.0).fetch_optional(pool).await)?;
        self.complete(row).await
    }

    /// Somebody by e-mail address.
    #[boxed]
    pub async fn person_by_email(&self, email: &str) -> Result<Option<Person>, StoreError> {
        if !can_be_kept(email) {
            return Ok(None);
        }
        let row: Option<Row> = on!(&self.db, pool => sqlx::query_as(select_person!("where email = $1"))
            .bind(email.trim().to_lowercase()).fetch_optional(pool).await)?;
        self.complete(row).await
    }

    /// The people a viewer works with, by name: themselves, and whoever works for a client they see.
    #[boxed]
    pub async fn people_of(&self, viewer: &Viewer) -> Result<Vec<Person>, StoreError> {
        let rows: Vec<Row> = on!(&self.db, pool => sqlx::query_as(select_person!(concat!(
            "where $1 = '*' or all_clients or id = $2 or exists (
                select 1 from person_client where person_client.person_id = person.id and ", walled!("client_id"), ")
             order by id")))
            .bind(viewer.wall()).bind(viewer.person_or_none()).fetch_all(pool).await)?;
        let mut people = Vec::with_capacity(rows.len());
        for row in rows {
            people.extend(self.complete(Some(row)).await?);
        }
        people.sort_by_cached_key(|person| slug::sort_key(&person.name));
        Ok(people)
    }

    /// Changes a person's name.
    #[boxed]
    pub async fn rename_person(&self, id: PersonId, name: &str) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query("update person set name = $2 where id = $1")
            .bind(id.0).bind(tidy_name(name)?).execute(pool).await?.rows_affected());
        touched(done, "person")
    }

    /// Changes role and clients together. The last owner who can sign in stays one.
    #[boxed]
    pub async fn set_person_rights(&self, id: PersonId, role: Role, clients: &Clients) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        if role != Role::Owner {
            keep_an_owner(&mut tx, id).await?;
        }
        let done = on!(&mut tx, tx => sqlx::query("update person set role = $2, all_clients = $3 where id = $1")
            .bind(id.0).bind(role.as_str()).bind(*clients == Clients::All).execute(&mut **tx).await?.rows_affected());
        touched(done, "person")?;
        write_clients(&mut tx, id, clients).await?;
        commit(tx).await
    }

    /// Changes the language of the interface.
    #[boxed]
    pub async fn set_person_language(&self, id: PersonId, language: Option<Language>) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query("update person set language = $2 where id = $1")
            .bind(id.0).bind(language.map(Language::as_str)).execute(pool).await?.rows_affected());
        touched(done, "person")
    }

    /// Changes the theme of the interface.
    #[boxed]
    pub async fn set_person_theme(&self, id: PersonId, theme: Theme) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query("update person set theme = $2 where id = $1")
            .bind(id.0).bind(theme.as_str()).execute(pool).await?.rows_affected());
        touched(done, "person")
    }

    /// Sets a password. Sessions stay: see [`Store::end_sessions_of`](crate::Store::end_sessions_of).
    #[boxed]
    pub async fn set_password(&self, id: PersonId, password: &SecretString) -> Result<(), StoreError> {
        password::check(password)?;
        let hash = password::hash(password).await?;
        let done = on!(&self.db, pool => sqlx::query("update person set password = $2 where id = $1")
            .bind(id.0).bind(&hash).execute(pool).await?.rows_affected());
        touched(done, "person")
    }

    /// The person of this e-mail and password, if they may sign in. The work done is the same whoever is asked for.
    #[boxed]
    pub async fn verify_password(&self, email: &str, password: &SecretString) -> Result<Option<Person>, StoreError> {
        let kept: Option<(i64, Option<String>)> = on!(&self.db, pool => sqlx::query_as(
            "select id, password from person where email = $1 and disabled_at is null")
            .bind(email.trim().to_lowercase().replace('\0', " ")).fetch_optional(pool).await)?;
        let (id, hash) = kept.map_or((None, None), |(id, hash)| (Some(id), hash));
        let right = password::matches(password, hash).await?;
        match id.filter(|_| right) {
            Some(id) => self.person(PersonId(id)).await,
            None => Ok(None),
        }
    }

    /// Takes the password away, ends the sessions, revokes the tokens: what is done for somebody who lost a machine.
    #[boxed]
    pub async fn reset_person(&self, id: PersonId, now: Millis) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let done = on!(&mut tx, tx => sqlx::query("update person set password = null where id = $1")
            .bind(id.0).execute(&mut **tx).await?.rows_affected());
        touched(done, "person")?;
        shut_out(&mut tx, id, now).await?;
        commit(tx).await
    }

    /// Shuts somebody out; their name stays on what they did. The last owner cannot be shut out.
    #[boxed]
    pub async fn disable_person(&self, id: PersonId, now: Millis) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        keep_an_owner(&mut tx, id).await?;
        let done = on!(&mut tx, tx => sqlx::query("update person set disabled_at = $2 where id = $1")
            .bind(id.0).bind(now.0).execute(&mut **tx).await?.rows_affected());
        touched(done, "person")?;
        shut_out(&mut tx, id, now).await?;
        commit(tx).await
    }

    /// Lets somebody in again.
    #[boxed]
    pub async fn enable_person(&self, id: PersonId) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query("update person set disabled_at = null where id = $1")
            .bind(id.0).execute(pool).await?.rows_affected());
        touched(done, "person")
    }

    async fn complete(&self, row: Option<Row>) -> Result<Option<Person>, StoreError> {
        let Some(row) = row else { return Ok(None) };
        let clients = if row.all_clients {
            Clients::All
        } else {
            let ids: Vec<i64> = on!(&self.db, pool => sqlx::query_scalar(
                "select client_id from person_client where person_id = $1 order by client_id")
                .bind(row.id).fetch_all(pool).await)?;
            Clients::Only(ids.into_iter().map(ClientId).collect())
        };
        Ok(Some(Person {
            id: PersonId(row.id),
            email: row.email,
            name: row.name,
            role: word(&row.role, "role")?,
            clients,
            language: row.language.map(|l| word(&l, "language")).transpose()?,
            theme: row.theme.map_or(Ok(Theme::Auto), |t| word(&t, "theme"))?,
            has_password: row.has_password,
            created_at: Millis(row.created_at),
            disabled_at: row.disabled_at.map(Millis),
        }))
    }
}

async fn write_clients(tx: &mut Tx, id: PersonId, clients: &Clients) -> Result<(), StoreError> {
    on!(&mut *tx, tx => sqlx::query("delete from person_client where person_id = $1").bind(id.0).execute(&mut **tx).await.map(drop))?;
    if let Clients::Only(ids) = clients {
        for client in ids {
            let done = on!(&mut *tx, tx => sqlx::query(
                "insert into person_client (person_id, client_id) select $1, id from client where id = $2
                 on conflict (person_id, client_id) do update set client_id = excluded.client_id")
                .bind(id.0).bind(client.0).execute(&mut **tx).await?.rows_affected());
            touched(done, "client")?;
        }
    }
    Ok(())
}

async fn keep_an_owner(tx: &mut Tx, leaving: PersonId) -> Result<(), StoreError> {
    if let Tx::Postgres(tx) = &mut *tx {
        // Two owners who demote each other at once must not both succeed; SQLite has one writer at a time.
        sqlx::query("lock table person in share row exclusive mode").execute(&mut **tx).await?;
    }
    let (is_owner, others): (bool, i64) = on!(&mut *tx, tx => sqlx::query_as(
        "select coalesce(max(case when id = $1 then 1 else 0 end), 0) = 1, count(case when id <> $1 then 1 end)
         from person where role = 'owner' and disabled_at is null")
        .bind(leaving.0).fetch_one(&mut **tx).await)?;
    if is_owner && others == 0 {
        return Err(StoreError::Invalid { field: "role", reason: "is that of the last owner" });
    }
    Ok(())
}

async fn shut_out(tx: &mut Tx, id: PersonId, now: Millis) -> Result<(), StoreError> {
    on!(&mut *tx, tx => sqlx::query("delete from session where person_id = $1").bind(id.0).execute(&mut **tx).await.map(drop))?;
    on!(&mut *tx, tx => sqlx::query("delete from sign_in_link where person_id = $1").bind(id.0).execute(&mut **tx).await.map(drop))?;
    on!(&mut *tx, tx => sqlx::query("update token set revoked_at = $2 where person_id = $1 and revoked_at is null")
        .bind(id.0).bind(now.0).execute(&mut **tx).await.map(drop))?;
    Ok(())
}

/// An e-mail address as it is kept. Only what could never be one is refused: the proof is that the mail arrives.
fn tidy_email(email: &str) -> Result<String, StoreError> {
    let email = email.trim().to_lowercase();
    let well_formed = email.len() <= 254
        && !email.contains(|letter: char| letter.is_whitespace() || letter.is_control())
        && email
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'));
    if well_formed { Ok(email) } else { Err(StoreError::Invalid { field: "email", reason: "is no e-mail address" }) }
}
