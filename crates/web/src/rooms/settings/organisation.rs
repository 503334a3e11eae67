//! What holds for the whole organisation: name, language, zone of new clients, rules for visits.

use super::forms::OrganisationForm;
use super::parts::{Tab, tabs, zones};
use crate::error::Answered;
use crate::field::Field;
use crate::forms::{self, Problems, Sent};
use crate::frame::Frame;
use crate::page::{Page, go, show_as};
use crate::roles::Deed;
use crate::rooms::Room;
use crate::said::Said;
use askama::Template;
use axum::http::StatusCode;
use measure::ask::RuleSet;
use store::desk::{Act, Language, Organisation};

/// A rule set to choose.
struct RuleChoice {
    value: &'static str,
    name: String,
    note: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "rooms/settings/templates/organisation.html")]
struct OrganisationPage {
    frame: Frame,
    tabs: Vec<Tab>,
    name: Field,
    language: Field,
    zone: Field,
    rules: Vec<RuleChoice>,
}

/// The form; managers have nothing to change here and go on to the clients.
pub async fn show_organisation(page: Page) -> Answered {
    if !page.may(Deed::ChangeSettings) {
        page.require(Deed::ManageSpaces)?;
        return Ok(go("/settings/clients"));
    }
    let now = &page.organisation;
    let form =
        OrganisationForm { name: now.name.clone(), language: now.language, zone: now.zone.clone(), rules: now.rules };
    again(&page, StatusCode::OK, &form, &Problems::default()).await
}

/// Keeps it.
pub async fn keep(page: Page, sent: Sent) -> Answered {
    page.require(Deed::ChangeSettings)?;
    let before = &page.organisation;
    let form = OrganisationForm::of(&sent, before.rules);
    let problems = forms::check(&form);
    if !problems.is_empty() {
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, &form, &problems).await;
    }
    let after = Organisation {
        name: form.name,
        language: form.language,
        zone: form.zone,
        rules: form.rules,
        sample: before.sample,
    };
    page.state.store.set_organisation(before, &after).await?;
    page.audit(Act::SettingsChanged, None, "").await?;
    page.done("/settings", Said::new("flash-settings-kept"))
}

async fn again(page: &Page, status: StatusCode, form: &OrganisationForm, problems: &Problems) -> Answered {
    let voice = &page.voice;
    let languages = [
        (String::new(), voice.say("settings-language-browser")),
        (Language::French.to_string(), phrases::Lang::Fr.own_name().to_owned()),
        (Language::English.to_string(), phrases::Lang::En.own_name().to_owned()),
    ];
    let rule = |rules: &RuleSet| RuleChoice {
        value: rules.as_str(),
        name: voice.say(&format!("rules-{rules}")),
        note: voice.say(&format!("rules-{rules}-note")),
        chosen: *rules == form.rules,
    };
    show_as(
        status,
        &OrganisationPage {
            frame: page.frame(Room::Settings, &voice.say("settings-title")).await?,
            tabs: tabs(page, "/settings"),
            name: Field::text("name", voice.say("settings-name"), form.name.as_str())
                .longest(200)
                .checked(problems, voice),
            language: Field::select(
                "language",
                voice.say("settings-language"),
                form.language.map_or("", Language::as_str),
                languages.into(),
            )
            .hint(voice.say("settings-language.hint")),
            zone: Field::select("zone", voice.say("settings-zone"), form.zone.as_str(), zones(&form.zone))
                .hint(voice.say("settings-zone.hint"))
                .checked(problems, voice),
            rules: RuleSet::ALL.iter().map(rule).collect(),
        },
    )
}
