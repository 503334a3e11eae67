//! The messages of the interface, embedded: `locales/{fr,en}/ROOM.ftl`.

use phrases::{CatalogueError, Lang, Phrases};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../locales"]
#[include = "*.ftl"]
struct Files;

/// Reads every message of both languages; an error names the file and the message.
pub fn phrases() -> Result<Phrases, CatalogueError> {
    let texts: Vec<(Lang, String, String)> = Files::iter()
        .filter_map(|path| {
            let (lang, name) = path.split_once('/')?;
            let text = String::from_utf8(Files::get(&path)?.data.into_owned()).ok()?;
            Some((lang.parse().ok()?, name.to_owned(), text))
        })
        .collect();
    Phrases::new(texts.iter().map(|(lang, name, text)| (*lang, name.as_str(), text.as_str())))
}

#[cfg(test)]
mod tests;
