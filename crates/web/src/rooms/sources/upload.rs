//! Uploads come and go: files from the form, an address in their place, and « ne rien garder ».

use super::forms::Choices;
use super::incoming::{self, Folder};
use super::page::{self, Wrong};
use crate::error::{Answered, Failure};
use crate::forms::{Problems, Sent};
use crate::page::{Page, go};
use crate::roles::Deed;
use crate::said::Said;
use axum::extract::{Multipart, Path};
use axum::http::StatusCode;
use sources::Refusal;
use store::desk::{NewUpload, Upload, UploadId};

/// Receives files; they wait for the person's choices.
pub async fn receive(page: Page, form: Multipart) -> Answered {
    page.require(Deed::Import)?;
    let received = match incoming::receive(&page.state.store.folder, form).await {
        Ok(received) => received,
        Err(Failure::Fields(problems)) => return refuse(&page, Wrong { problems, address: String::new() }).await,
        Err(other) => return Err(other),
    };
    let Some(first) = received.names.first() else {
        let problems = Problems::one("file", Said::new("sources-no-file"));
        return refuse(&page, Wrong { problems, address: String::new() }).await;
    };
    let name = match received.names.len() {
        1 => first.clone(),
        more => page.voice.say_with("sources-several-files", &[("first", first.into()), ("n", (more - 1).into())]),
    };
    let choices = Choices { place: place(&page, received.sent.text("client")).await?, ..Choices::default() };
    let id = wait(&page, received.folder, &name, received.size, &choices).await?;
    Ok(go(&format!("/sources/uploads/{}", id.0)))
}

/// Fetches an address; what it gives waits like a file.
pub async fn fetch(page: Page, sent: Sent) -> Answered {
    page.require(Deed::Import)?;
    let address = sent.text("address").to_owned();
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let wrong = |said: Said| Wrong { problems: Problems::one("address", said), address: address.clone() };
    if !is_web {
        return refuse(&page, wrong(Said::new("sources-address-needed"))).await;
    }
    let bytes = match intake::fetch::fetch(&address).await {
        Ok((_, bytes)) => bytes,
        Err(Refusal(trouble)) => {
            let why = super::words::why(&page.voice, &trouble);
            let hint = super::words::hint(&page.voice, &trouble);
            return refuse(&page, wrong(Said::new("sources-not-fetched").with("why", why).with("hint", hint))).await;
        }
    };
    let folder = Folder::make(&page.state.store.folder).await?;
    folder.write("fetched", &bytes).await?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let place = place(&page, sent.text("client")).await?;
    let choices = Choices { address: Some(address.clone()), place, ..Choices::default() };
    let id = wait(&page, folder, &address, size, &choices).await?;
    Ok(go(&format!("/sources/uploads/{}", id.0)))
}

/// The client looked at is the one chosen first.
async fn place(page: &Page, slug: &str) -> Result<String, Failure> {
    let known = page.state.store.client_by_slug(&page.viewer, slug).await?;
    Ok(known.map_or_else(String::new, |client| format!("{}/", client.slug)))
}

async fn wait(page: &Page, folder: Folder, name: &str, size: u64, choices: &Choices) -> Result<UploadId, Failure> {
    let path = folder.keep();
    let store = &page.state.store;
    let new = NewUpload { client: None, person: Some(page.person.id), name, path: &path, size };
    let noted = store.add_upload(&new, page.now()).await;
    let id = match noted {
        Ok(id) => id,
        Err(error) => {
            incoming::remove(&store.folder, &path).await;
            return Err(error.into());
        }
    };
    store.set_upload_choices(id, None, &serde_json::to_value(choices).map_err(Failure::broken)?).await?;
    Ok(id)
}

async fn refuse(page: &Page, wrong: Wrong) -> Answered {
    page::again(page, StatusCode::UNPROCESSABLE_ENTITY, wrong).await
}

/// The upload of an address, if this person may work on it.
pub async fn find(page: &Page, id: i64) -> Result<Upload, Failure> {
    page.state.store.upload(&page.viewer, UploadId(id)).await?.ok_or(Failure::NotFound)
}

/// Keeps nothing of an upload.
pub async fn forget(page: Page, Path(id): Path<i64>) -> Answered {
    page.require(Deed::Import)?;
    let path = page.state.store.delete_upload(&page.viewer, UploadId(id)).await?;
    incoming::remove(&page.state.store.folder, &path).await;
    page.done("/sources", Said::new("flash-upload-forgotten"))
}
