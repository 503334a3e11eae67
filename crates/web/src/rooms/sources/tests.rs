//! Journeys through the room, request in and page out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod api;
mod french;
mod journey;
mod mapping;
mod refused;
mod walls;

use crate::testing::{NOW, TestApp};
use axum::http::StatusCode;
use store::desk::{Role, UploadId};

/// Four days of an account of X, as X writes them.
const X: &[u8] = include_bytes!("../../../../sources/tests/x_overview/account_overview_analytics.csv");

/// A table nobody knows.
const BILLETS: &[u8] =
    "Jour;Titre;J’aime;Humeur\n14/03/2026;Fête du port;12;bonne\n15/03/2026;Marée basse;n.c.;\n".as_bytes();

/// An organisation with one client, and its owner signed in.
async fn port() -> TestApp {
    let app = TestApp::signed_in(Role::Owner).await;
    app.state.store.create_client("Port de Brume", "Europe/Paris", NOW).await.unwrap();
    app
}

/// Drops a file; the address of its page comes back.
async fn drop_file(app: &mut TestApp, name: &str, content: &[u8]) -> String {
    let got = app.upload("/sources", "/sources/uploads", &[("client", "")], &[("file", name, content)]).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    got.location().to_owned()
}

/// Presses « Importer » and waits until the import is over.
async fn import(app: &mut TestApp, upload: &str, fields: &[(&str, &str)]) {
    let got = app.post(upload, &format!("{upload}/import"), fields).await;
    assert_eq!((got.status, got.location()), (StatusCode::SEE_OTHER, upload), "{}", got.body);
    let id = UploadId(upload.rsplit('/').next().unwrap().parse().unwrap());
    for _ in 0..500 {
        // The page goes on as soon as the outcome is kept; the file itself is taken away just after.
        let told = app.get(&format!("{upload}/progress")).await.status == StatusCode::SEE_OTHER;
        if told && app.state.imports.progress(id).is_none() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the import did not end");
}

/// A zip of files as they are, nothing packed.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let crc = content.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
        });
        let size = u32::try_from(content.len()).unwrap().to_le_bytes();
        let long = u16::try_from(name.len()).unwrap().to_le_bytes();
        let about =
            [&[20, 0, 0, 0, 0, 0, 0, 0, 33, 90][..], &(!crc).to_le_bytes(), &size, &size, &long, &[0, 0]].concat();
        let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        bytes.extend([b"PK\x03\x04", about.as_slice(), name.as_bytes(), content].concat());
        directory.extend([b"PK\x01\x02", &[20, 0][..], &about, &[0; 10], &at, name.as_bytes()].concat());
    }
    let n = u16::try_from(files.len()).unwrap().to_le_bytes();
    let (size, at) =
        (u32::try_from(directory.len()).unwrap().to_le_bytes(), u32::try_from(bytes.len()).unwrap().to_le_bytes());
    bytes.extend([directory.as_slice(), b"PK\x05\x06", &[0; 4], &n, &n, &size, &at, &[0, 0]].concat());
    bytes
}
