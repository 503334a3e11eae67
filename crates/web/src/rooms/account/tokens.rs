//! Tokens of the API: made, shown once, listed, revoked.

use super::forms::{NewToken, Wrong};
use super::page::again;
use crate::error::{Answered, Failure};
use crate::forms::{self, Sent};
use crate::page::Page;
use crate::roles::Deed;
use crate::said::Said;
use axum::extract::Path;
use axum::http::StatusCode;
use secrecy::ExposeSecret;
use store::desk::{Act, TokenId};

/// A token in the list.
pub struct TokenLine {
    pub id: i64,
    pub name: String,
    pub about: String,
    pub revoked: bool,
}

impl TokenLine {
    /// The person's tokens: those in force first.
    pub async fn all(page: &Page) -> Result<Vec<Self>, Failure> {
        let voice = &page.voice;
        let mut tokens = page.state.store.tokens_of(page.person.id).await?;
        tokens.sort_by_key(|token| token.revoked_at.is_some());
        let line = |token: store::desk::Token| {
            let about = match (token.revoked_at, token.last_used_at) {
                (Some(at), _) => voice.say_with("account-token-revoked", &[("ago", page.ago(at).into())]),
                (None, Some(at)) => voice.say_with("account-token-used", &[("ago", page.ago(at).into())]),
                (None, None) => voice.say("account-token-unused"),
            };
            Self { id: token.id.0, name: token.name, about, revoked: token.revoked_at.is_some() }
        };
        Ok(tokens.into_iter().map(line).collect())
    }
}

/// Makes a token; the answer is the only page that ever shows it.
pub async fn make(page: Page, sent: Sent) -> Answered {
    page.require(Deed::MakeTokens)?;
    let new = NewToken { token: sent.text("token").to_owned() };
    let problems = forms::check(&new);
    if !problems.is_empty() {
        let wrong = Wrong { token: Some((new.token, problems)), ..Wrong::default() };
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, wrong, None).await;
    }
    let (_, secret) = page.state.store.make_token(page.person.id, &new.token, page.now()).await?;
    page.audit(Act::TokenMade, None, &new.token).await?;
    again(&page, StatusCode::CREATED, Wrong::default(), Some(secret.expose_secret().to_owned())).await
}

/// Revokes one of the person's own.
pub async fn revoke(page: Page, Path(id): Path<i64>) -> Answered {
    let tokens = page.state.store.tokens_of(page.person.id).await?;
    let token = tokens.into_iter().find(|token| token.id.0 == id).ok_or(Failure::NotFound)?;
    page.state.store.revoke_token(page.person.id, TokenId(id), page.now()).await?;
    page.audit(Act::TokenRevoked, None, &token.name).await?;
    page.done("/account#tokens", Said::new("flash-token-revoked").with("name", token.name))
}
