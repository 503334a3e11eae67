//! `vigie serve`: the pages and the API, until told to stop.

use crate::cli::Serve;
use crate::wiring;
use anyhow::Context;
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
    listen(voice, store, args.listen, args.https, None).await
}

/// Opens the port, says where, serves until ctrl-c or SIGTERM.
pub async fn listen(
    voice: &Voice,
    store: Store,
    address: SocketAddr,
    https: bool,
    link: Option<String>,
) -> anyhow::Result<ExitCode> {
    let listener = tokio::net::TcpListener::bind(address).await.with_context(|| address.to_string())?;
    let address = format!("http://{}", listener.local_addr()?);
    eprintln!("{}", voice.say_with("cli-serving", &[("address", address.as_str().into())]));
    if let Some(path) = link {
        println!("{address}{path}");
    }
    let state = web::State::new(store.clone(), Arc::new(SystemClock), https)?;
    web::serve(state, listener, stopped()).await?;
    store.close().await;
    Ok(ExitCode::SUCCESS)
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
