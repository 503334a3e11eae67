//! How long each indicator takes over the whole history of a data folder: for `make bench`.
//!
//!     cargo run --release --example answers -p intake -- DATA_FOLDER [INDICATOR…]

use measure::Ask;
use measure::indicator::ALL;
use model::{Clock, SystemClock};
use std::path::PathBuf;
use std::time::Instant;
use store::Store;
use store::desk::Viewer;

/// As the program has it.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Times each is asked; the median counts.
const TURNS: usize = 9;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("give a data folder")?;
    let wanted: Vec<String> = std::env::args().skip(2).collect();
    let store = Store::open(&PathBuf::from(folder), None).await?;
    let viewer = Viewer::system();
    let mut slowest = (0.0, "");
    for indicator in ALL.iter().filter(|indicator| wanted.is_empty() || wanted.iter().any(|id| id == indicator.id)) {
        let ask = Ask { indicators: vec![indicator.id.to_owned()], ..Ask::default() };
        let mut times = Vec::with_capacity(TURNS);
        for _ in 0..TURNS {
            let begun = Instant::now();
            store.answer(&viewer, &ask, SystemClock.now()).await?;
            times.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        let median = times.get(TURNS / 2).copied().unwrap_or_default();
        println!("  {:28} {median:8.1} ms", indicator.id);
        if median > slowest.0 {
            slowest = (median, indicator.id);
        }
    }
    println!("slowest indicator over two years: {} {:.1} ms (promise: under 20 ms)", slowest.1, slowest.0);
    Ok(())
}
