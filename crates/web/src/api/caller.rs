//! Who speaks to the API: a bearer token, or for reading only a browser's session.

use crate::error::Failure;
use crate::roles::{self, Deed};
use crate::state::State;
use crate::visit::Visit;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Method, header};
use model::{ClientId, Millis};
use phrases::Voice;
use secrecy::SecretString;
use store::desk::{Act, NewAuditEntry, Organisation, Viewer};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};

/// A request to the API by somebody known. Take it as an argument and nobody else gets in.
#[derive(Clone)]
pub struct Caller {
    /// The store, the clock.
    pub state: State,
    /// Who asks, and what they see.
    pub viewer: Viewer,
    /// For sentences beside codes: the language of `Accept-Language`, or the person's.
    pub voice: Voice,
    /// What holds for everybody here.
    pub organisation: Organisation,
}

impl FromRequestParts<State> for Caller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Failure> {
        let visit = parts.extensions.get::<Visit>().ok_or(Failure::SignedOut)?;
        let viewer = match parts.headers.get(header::AUTHORIZATION) {
            Some(given) => {
                let secret = given
                    .to_str()
                    .ok()
                    .and_then(|text| text.split_once(' '))
                    .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
                let (_, secret) = secret.ok_or(Failure::SignedOut)?;
                state.store.token_viewer(&SecretString::from(secret.trim()), state.now()).await?
            }
            // A cookie travels by itself, whoever wrote the request: it may look, not touch.
            None if matches!(parts.method, Method::GET | Method::HEAD) => {
                visit.person.as_ref().map(store::desk::Person::viewer)
            }
            None => None,
        };
        Ok(Self {
            viewer: viewer.ok_or(Failure::SignedOut)?,
            voice: visit.voice(state),
            organisation: visit.organisation.clone(),
            state: state.clone(),
        })
    }
}

impl Caller {
    /// The present moment.
    pub fn now(&self) -> Millis {
        self.state.now()
    }

    /// Whether they may.
    pub fn may(&self, deed: Deed) -> bool {
        roles::may(self.viewer.role, deed)
    }

    /// Goes on only if they may.
    pub fn require(&self, deed: Deed) -> Result<(), Failure> {
        if self.may(deed) { Ok(()) } else { Err(Failure::Forbidden(deed)) }
    }

    /// Writes what was done into the audit log.
    pub async fn audit(&self, act: Act, client: Option<ClientId>, what: &str) -> Result<(), Failure> {
        let entry = NewAuditEntry { person: self.viewer.person, client, act, what };
        Ok(self.state.store.audit(&entry, self.now()).await?)
    }
}

/// Tells the description how tokens travel.
pub(super) struct BearerTokens;

impl utoipa::Modify for BearerTokens {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("A token made in Account; it begins with vgi_ and does what its person may."))
            .build();
        openapi.components.get_or_insert_default().add_security_scheme("token", SecurityScheme::Http(scheme));
    }
}
