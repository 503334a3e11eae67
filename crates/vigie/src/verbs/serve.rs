//! `vigie serve`: the pages and the API, until told to stop.

use crate::cli::Serve;
use crate::{talk, wiring};
use anyhow::Context;
use intake::Outcome;
use intake::inbox::{EVERY, Inbox};
use model::SystemClock;
use phrases::Voice;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use store::Store;

/// Serves the person's own data folder.
pub async fn run(voice: &Voice, args: Serve) -> anyhow::Result<ExitCode> {
    wiring::logs("info");
    let store = wiring::open(&args.data).await?;
    if store.people_of(&store::desk::access::Viewer::system()).await?.is_empty() {
        let data = args.data.data.display().to_string();
        eprintln!("{}", voice.say_with("cli-nobody-yet", &[("data", data.as_str().into())]));
    }
    let inbox = args.inbox.as_deref().map(Inbox::open).transpose().context("--inbox")?;
    listen(voice, store, args.listen, args.https, None, inbox).await
}

/// Opens the port, says where, serves until ctrl-c or SIGTERM.
pub async fn listen(
    voice: &Voice,
    store: Store,
    address: SocketAddr,
    https: bool,
    link: Option<String>,
    inbox: Option<Inbox>,
) -> anyhow::Result<ExitCode> {
    let listener = tokio::net::TcpListener::bind(address).await.with_context(|| address.to_string())?;
    let address = format!("http://{}", listener.local_addr()?);
    eprintln!("{}", voice.say_with("cli-serving", &[("address", address.as_str().into())]));
    if let Some(path) = link {
        println!("{address}{path}");
    }
    let mut state = web::State::new(store.clone(), Arc::new(SystemClock), https)?;
    let watching = inbox.map(|inbox| {
        state.watched = Some(inbox.watched());
        eprintln!(
            "{}",
            voice.say_with("cli-watching", &[("folder", inbox.folder().display().to_string().as_str().into())])
        );
        tokio::spawn(watch(inbox, store.clone(), voice.clone()))
    });
    web::serve(state, listener, stopped()).await?;
    if let Some(watching) = watching {
        watching.abort();
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Looks into the watched folder until told to stop. An import that is cut leaves nothing behind, and its file in place.
async fn watch(mut inbox: Inbox, store: Store, voice: Voice) {
    let words = move |outcome: &Outcome| match &outcome.refused {
        Some(trouble) => talk::trouble(&voice, &outcome.file, trouble),
        None => voice.say_with("cli-taken-in-or-left", &[("file", outcome.file.as_str().into())]),
    };
    loop {
        match inbox.look(&store, wiring::now(), &words).await {
            Ok(taken) => {
                for one in taken {
                    tracing::info!(file = one.file, done = one.done, "taken from the watched folder");
                }
            }
            Err(error) => tracing::error!(%error, "the watched folder could not be read"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Resolves when the program is told to stop: ctrl-c, or SIGTERM from whoever runs it as a service.
async fn stopped() {
    tokio::select! { () = interrupted() => (), () = terminated() => () }
}

async fn interrupted() {
    // Without a handler for ctrl-c the default one ends the program: nothing to wait for.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            terminate.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
