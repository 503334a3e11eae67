//! What a handler of pages is given: who asks, what they look at, how to speak to them; and how it answers.

use crate::csrf;
use crate::error::{Answered, Failure};
use crate::frame::Frame;
use crate::roles::{self, Deed};
use crate::rooms::Room;
use crate::said::Said;
use crate::state::State;
use crate::view::View;
use crate::visit::{Flash, Tone, Visit};
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{ClientId, Millis};
use phrases::Voice;
use store::desk::{Act, NewAuditEntry, Organisation, Person, Viewer};

/// A request of somebody who is signed in. Take it as an argument and nobody else gets in: others are led to the
/// sign-in page, and back here afterwards.
#[derive(Clone)]
pub struct Page {
    /// The store, the clock.
    pub state: State,
    /// Who asks.
    pub person: Person,
    /// What they see.
    pub viewer: Viewer,
    /// How to speak to them.
    pub voice: Voice,
    /// What they look at.
    pub view: View,
    /// The path of this address.
    pub path: String,
    /// What holds for everybody here.
    pub organisation: Organisation,
    /// Whether a script asks for a part of the page only.
    pub fragment: bool,
    /// The visit behind it.
    pub visit: Visit,
}

impl FromRequestParts<State> for Page {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Response> {
        let visit = parts.extensions.get::<Visit>().cloned().ok_or_else(|| Failure::SignedOut.into_response())?;
        // A nested router sees the rest of its path only: links need the whole.
        let uri = parts
            .extensions
            .get::<axum::extract::OriginalUri>()
            .map_or_else(|| parts.uri.clone(), |original| original.0.clone());
        let Some(person) = visit.person.clone() else { return Err(to_sign_in(&parts.method, &uri)) };
        let view =
            View::parse(uri.query().unwrap_or_default()).map_err(|error| Failure::from(error).into_response())?;
        Ok(Self {
            viewer: person.viewer(),
            voice: visit.voice(state),
            organisation: visit.organisation.clone(),
            fragment: visit.fragment,
            path: uri.path().to_owned(),
            state: state.clone(),
            person,
            view,
            visit,
        })
    }
}

fn to_sign_in(method: &Method, uri: &Uri) -> Response {
    // A form sent after the session ended cannot be sent again by a link: back to the page it was on.
    let next = if method == Method::GET { uri.path_and_query().map_or("/", |path| path.as_str()) } else { uri.path() };
    let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    let mut response = go(&format!("/sign-in?{query}"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

impl Page {
    /// The present moment.
    pub fn now(&self) -> Millis {
        self.state.now()
    }

    /// Today in a zone; in UTC where there is no such zone.
    pub fn today(&self, zone: &str) -> Date {
        self.zoned(self.now(), zone).date()
    }

    /// A moment in a zone.
    pub fn zoned(&self, at: Millis, zone: &str) -> jiff::Zoned {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(zone)
    }

    /// How long ago something was, in words.
    pub fn ago(&self, at: Millis) -> String {
        let moment = |at: Millis| jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        self.voice.ago(moment(at), moment(self.now()))
    }

    /// Whether they may.
    pub fn may(&self, deed: Deed) -> bool {
        roles::may(self.person.role, deed)
    }

    /// Goes on only if they may.
    pub fn require(&self, deed: Deed) -> Result<(), Failure> {
        if self.may(deed) { Ok(()) } else { Err(Failure::Forbidden(deed)) }
    }

    /// The frame around a whole page of a room; the title is for the browser's tab.
    pub async fn frame(&self, room: Room, title: &str) -> Result<Frame, Failure> {
        Frame::of(self, room, title).await
    }

    /// The token for the hidden field of a form (a fragment has no frame to take it from).
    pub fn csrf(&self) -> Result<String, Failure> {
        Ok(csrf::fresh(&self.visit.secret)?)
    }

    /// Goes to another page with a message; `message` is the part of its key behind `flash-`.
    pub fn done(&self, path: &str, said: Said) -> Answered {
        self.tell(path, Tone::Done, said)
    }

    /// Goes to another page with a message of any tone.
    pub fn tell(&self, path: &str, tone: Tone, said: Said) -> Answered {
        let mut response = go(path);
        Flash { tone, said }.cookie(self.state.secure_cookies).put(response.headers_mut());
        Ok(response)
    }

    /// Writes what was done into the audit log.
    pub async fn audit(&self, act: Act, client: Option<ClientId>, what: &str) -> Result<(), Failure> {
        let entry = NewAuditEntry { person: Some(self.person.id), client, act, what };
        Ok(self.state.store.audit(&entry, self.now()).await?)
    }
}

/// See Other: the page to look at after an act, or instead of this one.
pub fn go(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// A page or a fragment.
pub fn show(template: &impl Template) -> Answered {
    show_as(StatusCode::OK, template)
}

/// A page or a fragment with another status: 422 for a form that is shown again, filled in.
pub fn show_as(status: StatusCode, template: &impl Template) -> Answered {
    Ok((status, Html(template.render()?)).into_response())
}
