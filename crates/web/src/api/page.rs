//! `/api`: the API presented to people. Its reference is the description itself, at `/api/v1/openapi.json`.

use crate::error::Answered;
use crate::frame::Frame;
use crate::page::{Page, show};
use crate::rooms::Room;
use crate::state::State;
use askama::Template;
use axum::Router;
use axum::routing::get;

/// Where it is.
pub fn router() -> Router<State> {
    Router::new().route("/api", get(present))
}

/// One address of the API.
struct Line {
    method: String,
    path: String,
    /// The sentence, cut at its backticks: every second part is code.
    about: Vec<(bool, String)>,
}

/// One code of a problem document.
struct Code {
    code: &'static str,
    status: u16,
    about: String,
}

#[derive(Template)]
#[template(path = "api/templates/api.html")]
struct Present {
    frame: Frame,
    lines: Vec<Line>,
    codes: Vec<Code>,
}

/// Codes with their status, as `Failure` has them.
const CODES: [(&str, u16); 10] = [
    ("malformed", 400),
    ("signed-out", 401),
    ("forbidden", 403),
    ("not-found", 404),
    ("wrong-method", 405),
    ("too-large", 413),
    ("fields", 422),
    ("refused", 422),
    ("too-many", 429),
    ("broken", 500),
];

async fn present(page: Page) -> Answered {
    let description = serde_json::to_value(super::openapi()).unwrap_or_default();
    let paths = description.get("paths").and_then(|paths| paths.as_object()).cloned().unwrap_or_default();
    let mut lines = Vec::new();
    for (path, methods) in &paths {
        for method in methods.as_object().into_iter().flat_map(|methods| methods.keys()) {
            let about = parts(&page.voice.say(&does(method, path)));
            lines.push(Line { method: method.to_uppercase(), path: format!("/api/v1{path}"), about });
        }
    }
    let codes =
        CODES.map(|(code, status)| Code { code, status, about: page.voice.say(&format!("error-{code}")) }).into();
    let frame = page.frame(Room::Account, &page.voice.say("api-title")).await?;
    show(&Present { frame, lines, codes })
}

/// The message that says what an address does: `api-does-delete-journal-one` of `DELETE /journal/{id}`.
fn does(method: &str, path: &str) -> String {
    format!("api-does-{method}{}", path.replace("{id}", "one").replace('/', "-"))
}

/// A sentence with code between backticks as parts: whether each is code, and its words.
fn parts(sentence: &str) -> Vec<(bool, String)> {
    let parts = sentence.split('`').zip([false, true].into_iter().cycle());
    parts.filter(|(text, _)| !text.is_empty()).map(|(text, is_code)| (is_code, text.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn code_stands_between_backticks() {
        let part = |is_code, text: &str| (is_code, text.to_owned());
        assert_eq!(parts("Sends `file` again."), [part(false, "Sends "), part(true, "file"), part(false, " again.")]);
        assert_eq!(parts("Nothing"), [part(false, "Nothing")]);
        assert_eq!(parts(""), []);
    }
}
