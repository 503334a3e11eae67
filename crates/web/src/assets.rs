//! Style, scripts, icons, font: inside the binary, under an address that changes with their content.
//!
//! What `make interface` built is served where it is there; without it, our own sources as they are (no htmx, no
//! font of our own): every page then still works.

use crate::state::State;
use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "../../interface/src"]
struct Sources;

#[derive(RustEmbed)]
#[folder = "../../interface/dist"]
#[allow_missing = true]
struct Built;

/// A year, and never asked again: another content has another address.
const KEPT: &str = "public, max-age=31536000, immutable";

/// The files that pages name.
pub struct Assets {
    files: BTreeMap<String, Cow<'static, [u8]>>,
    hash: String,
    /// Whether htmx is here.
    pub enhanced: bool,
}

/// The assets of this binary.
pub static ASSETS: LazyLock<Assets> = LazyLock::new(Assets::load);

impl Assets {
    fn load() -> Self {
        let mut files = from_sources();
        let enhanced = add_built(&mut files);
        let mut hasher = blake3::Hasher::new();
        for (name, content) in &files {
            hasher.update(name.as_bytes()).update(content);
        }
        let hash = hasher.finalize().to_hex().chars().take(12).collect();
        Self { files, hash, enhanced }
    }

    /// The address of a file. All share one hash, so that modules and style sheets name their neighbours plainly.
    pub fn url(&self, name: &str) -> String {
        format!("/assets/{}/{name}", self.hash)
    }
}

fn from_sources() -> BTreeMap<String, Cow<'static, [u8]>> {
    let read = |path: &str| Sources::get(path).map(|file| file.data);
    let order = read("css/order.txt").unwrap_or_default();
    let mut style = Vec::new();
    for sheet in String::from_utf8_lossy(&order).lines().filter(|line| !line.is_empty()) {
        style.extend_from_slice(&read(&format!("css/{sheet}")).unwrap_or_default());
        style.push(b'\n');
    }
    let mut files = BTreeMap::from([("app.css".to_owned(), Cow::Owned(style))]);
    for path in Sources::iter().filter(|path| !path.starts_with("css/")) {
        let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
        files.extend(read(&path).map(|content| (name, content)));
    }
    files
}

/// Puts what was built in the place of its sources: under the plain names pages use, and under the hashed ones that
/// the built style sheet uses. Answers whether htmx is there.
fn add_built(files: &mut BTreeMap<String, Cow<'static, [u8]>>) -> bool {
    let Some(manifest) = Built::get("manifest.json") else { return false };
    let names: BTreeMap<String, String> = serde_json::from_slice(&manifest.data).unwrap_or_default();
    for (plain, hashed) in names {
        if let Some(file) = Built::get(&hashed) {
            files.insert(hashed, file.data.clone());
            files.insert(plain, file.data);
        }
    }
    files.contains_key("htmx.min.js")
}

/// `/assets/…`
pub fn router() -> Router<State> {
    Router::new().route("/assets/{hash}/{name}", get(serve))
}

async fn serve(Path((hash, name)): Path<(String, String)>) -> Response {
    let Some(content) = ASSETS.files.get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    // An old page may ask for a file that has changed since: it gets today's, and does not keep it.
    let cache = if hash == ASSETS.hash { KEPT } else { "no-cache" };
    ([(header::CONTENT_TYPE, kind(&name)), (header::CACHE_CONTROL, cache)], content.clone()).into_response()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/speculationrules+json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// An icon of the sprite, for templates: `{{ crate::assets::icon("check") }}`. Unheard: words stand beside it.
pub fn icon(name: &str) -> Icon<'_> {
    Icon { name, class: "icon" }
}

/// A small icon.
pub fn small_icon(name: &str) -> Icon<'_> {
    Icon { name, class: "icon icon-small" }
}

/// See [`icon`].
#[derive(Debug, Clone, Copy)]
pub struct Icon<'a> {
    name: &'a str,
    class: &'static str,
}

impl std::fmt::Display for Icon<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Names are words of our own (rooms, networks, kinds): letters and hyphens.
        let name: String = self.name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        write!(
            f,
            r#"<svg class="{}" aria-hidden="true"><use href="{}#{name}"/></svg>"#,
            self.class,
            ASSETS.url("icons.svg")
        )
    }
}

impl askama::filters::HtmlSafe for Icon<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_alone_are_enough() {
        let files = from_sources();
        for name in ["app.css", "app.js", "icons.svg", "favicon.svg", "theme.js"] {
            assert!(files.get(name).is_some_and(|content| !content.is_empty()), "{name}");
        }
    }

    #[test]
    fn every_module_that_the_first_one_starts_is_served() {
        let files = from_sources();
        let script = String::from_utf8_lossy(&files["app.js"]).into_owned();
        let imports: Vec<_> = script.lines().filter_map(|line| line.split("\"./").nth(1)?.split('"').next()).collect();
        assert!(imports.len() > 3);
        assert!(imports.iter().all(|name| files.contains_key(*name)), "{imports:?}");
    }
}
