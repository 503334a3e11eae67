//! A first password, for somebody whom a link let in. Who has one changes it in their account.

use crate::error::Answered;
use crate::field::Field;
use crate::forms::{self, Problems, Sent};
use crate::frame::Alone;
use crate::page::{Page, go, show_as};
use crate::rooms::Room;
use crate::said::Said;
use askama::Template;
use axum::http::StatusCode;
use garde::Validate;
use secrecy::SecretString;
use store::desk::Act;

#[derive(Template)]
#[template(path = "rooms/sign_in/templates/password.html")]
struct FirstPassword {
    frame: Alone,
    csrf: String,
    email: String,
    password: Field,
    later: String,
}

#[derive(Validate)]
struct Chosen<'a> {
    #[garde(custom(forms::password))]
    password: &'a str,
}

/// The form.
pub async fn form(page: Page) -> Answered {
    again(&page, StatusCode::OK, &Problems::default())
}

/// Keeps the password.
pub async fn choose(page: Page, sent: Sent) -> Answered {
    if page.person.has_password {
        return Ok(go("/account"));
    }
    let problems = forms::check(&Chosen { password: sent.raw("password") });
    if !problems.is_empty() {
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, &problems);
    }
    page.state.store.set_password(page.person.id, &SecretString::from(sent.raw("password"))).await?;
    page.audit(Act::PasswordChanged, None, "").await?;
    page.done(&Room::first().path(), Said::new("flash-password-set"))
}

fn again(page: &Page, status: StatusCode, problems: &Problems) -> Answered {
    if page.person.has_password {
        return Ok(go("/account"));
    }
    let voice = &page.voice;
    let password = Field::text("password", voice.say("sign-in-new-password"), "")
        .kind("password")
        .autocomplete("new-password")
        .hint(voice.say("sign-in-new-password.hint"))
        .required()
        .checked(problems, voice);
    show_as(
        status,
        &FirstPassword {
            frame: Alone::of(&page.visit, voice, &voice.say("sign-in-choose")),
            csrf: page.csrf()?,
            email: page.person.email.clone(),
            password,
            later: Room::first().path(),
        },
    )
}
