//! The page of the account, and the forms that change it.

use super::forms::{NewPassword, Profile, Wrong};
use super::tokens::TokenLine;
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::forms::{self, Problems, Sent};
use crate::frame::Frame;
use crate::page::{Page, go, show_as};
use crate::rooms::Room;
use crate::said::Said;
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use secrecy::SecretString;
use store::desk::{Act, Language, Theme};

#[derive(Template)]
#[template(path = "rooms/account/templates/account.html")]
struct Account {
    frame: Frame,
    email: String,
    role: String,
    name: Field,
    language: Field,
    theme: Field,
    has_password: bool,
    current: Field,
    password: Field,
    tokens: Vec<TokenLine>,
    token: Field,
    made: Option<String>,
}

/// The account.
pub async fn show_account(page: Page) -> Answered {
    again(&page, StatusCode::OK, Wrong::default(), None).await
}

/// The page, with what is wrong in it, or with a token just made.
pub(super) async fn again(page: &Page, status: StatusCode, wrong: Wrong, made: Option<String>) -> Answered {
    let voice = &page.voice;
    let (profile, problems) = wrong.profile.unwrap_or_else(|| {
        let person = &page.person;
        (Profile { name: person.name.clone(), language: person.language, theme: person.theme }, Problems::default())
    });
    let (token, token_problems) = wrong.token.unwrap_or_default();
    let languages = [("".to_owned(), voice.say("account-language-browser"))]
        .into_iter()
        .chain(Language::ALL.iter().map(|language| (language.to_string(), own_name(*language).to_owned())))
        .collect();
    let themes = Theme::ALL.iter().map(|theme| (theme.to_string(), voice.say(&format!("theme-{theme}")))).collect();
    let chosen = profile.language.map_or("", Language::as_str);
    show_as(
        status,
        &Account {
            frame: page.frame(Room::Account, &voice.say("account-title")).await?,
            email: page.person.email.clone(),
            role: voice.say(&format!("role-{}", page.person.role.as_str().replace('_', "-"))),
            name: Field::text("name", voice.say("account-name"), profile.name)
                .autocomplete("name")
                .required()
                .longest(200)
                .checked(&problems, voice),
            language: Field::select("language", voice.say("account-language"), chosen, languages),
            theme: Field::select("theme", voice.say("account-theme"), profile.theme.as_str(), themes),
            has_password: page.person.has_password,
            current: Field::text("current", voice.say("account-current-password"), "")
                .kind("password")
                .autocomplete("current-password")
                .required()
                .checked(&wrong.password, voice),
            password: Field::text("password", voice.say("account-new-password"), "")
                .kind("password")
                .autocomplete("new-password")
                .hint(voice.say("sign-in-new-password.hint"))
                .required()
                .checked(&wrong.password, voice),
            tokens: TokenLine::all(page).await?,
            token: Field::text("token", voice.say("account-token-name"), token)
                .hint(voice.say("account-token-name.hint"))
                .required()
                .longest(200)
                .checked(&token_problems, voice),
            made,
        },
    )
}

const fn own_name(language: Language) -> &'static str {
    match language {
        Language::French => phrases::Lang::Fr.own_name(),
        Language::English => phrases::Lang::En.own_name(),
    }
}

/// Keeps name, language, theme.
pub async fn keep_profile(page: Page, sent: Sent) -> Answered {
    let profile = Profile::of(&sent);
    let problems = forms::check(&profile);
    if !problems.is_empty() {
        let wrong = Wrong { profile: Some((profile, problems)), ..Wrong::default() };
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, wrong, None).await;
    }
    let (store, id) = (&page.state.store, page.person.id);
    store.rename_person(id, &profile.name).await?;
    store.set_person_language(id, profile.language).await?;
    store.set_person_theme(id, profile.theme).await?;
    page.done("/account", Said::new("flash-profile-kept"))
}

/// Keeps the theme: the switch of the frame, from whatever page.
pub async fn keep_theme(page: Page, headers: axum::http::HeaderMap, sent: Sent) -> Answered {
    let theme = sent.text("theme").parse::<Theme>().map_err(|_| Failure::Malformed)?;
    page.state.store.set_person_theme(page.person.id, theme).await?;
    Ok(back(&headers))
}

/// To the page the form was on, if the browser says which; never to another site.
fn back(headers: &axum::http::HeaderMap) -> Response {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let path = || {
        let (host, path) = text(header::REFERER)?.split_once("://")?.1.split_once('/')?;
        (Some(host) == text(header::HOST) && !path.starts_with('/')).then(|| format!("/{path}"))
    };
    go(&path().unwrap_or_else(|| "/account".to_owned())).into_response()
}

/// Changes the password, with the current one; ends the other sessions.
pub async fn keep_password(page: Page, sent: Sent) -> Answered {
    let (state, person) = (&page.state, &page.person);
    let mut problems = forms::check(&NewPassword { password: sent.raw("password") });
    if person.has_password && problems.is_empty() {
        // Somebody at an unlocked machine may guess as slowly as at the door.
        if let Some(until) = state.attempts.wait_until(&person.email, page.visit.address, page.now()) {
            return Err(Failure::TooMany((until.0 - page.now().0).max(1000) / 1000));
        }
        let current = SecretString::from(sent.raw("current"));
        if state.store.verify_password(&person.email, &current).await?.is_none() {
            state.attempts.failed(&person.email, page.visit.address, page.now());
            problems.add("current", Said::new("field-wrong-password"));
        }
    }
    if !problems.is_empty() {
        let wrong = Wrong { password: problems, ..Wrong::default() };
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, wrong, None).await;
    }
    state.store.set_password(person.id, &SecretString::from(sent.raw("password"))).await?;
    state.store.end_sessions_of(person.id, page.visit.session.as_deref()).await?;
    page.audit(Act::PasswordChanged, None, "").await?;
    page.done("/account", Said::new("flash-password-changed"))
}

/// Ends the person's other sessions.
pub async fn end_others(page: Page) -> Answered {
    let ended = page.state.store.end_sessions_of(page.person.id, page.visit.session.as_deref()).await?;
    page.done("/account", Said::new("flash-sessions-ended").with("n", i64::try_from(ended).unwrap_or(i64::MAX)))
}
