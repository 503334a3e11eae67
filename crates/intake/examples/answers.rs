use model::Millis;
use std::time::Instant;
#[tokio::main]
async fn main() {
    let dir = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let store = store::Store::open(&dir, std::env::args().nth(2).as_deref()).await.unwrap();
    let begun = Instant::now();
    let now = Millis(1_795_345_200_000);
    if !intake::sample::is_filled(&store).await.unwrap() {
        let total = intake::sample::fill(
            &store,
            jiff::civil::date(2026, 11, 22),
            sources::sample::Rows::Usual,
            true,
            now,
            |s, c| println!("{s} {c:?} {:?}", begun.elapsed()),
        )
        .await
        .unwrap();
        println!("{total:?} {:?}", begun.elapsed());
    }
    let viewer = store::desk::access::Viewer::system();
    for i in measure::indicator::ALL {
        for by in [vec![], vec!["day".to_owned()], vec!["month".to_owned(), "space".to_owned()]] {
            let ask = measure::Ask { indicators: vec![i.id.to_owned()], by: by.clone(), ..Default::default() };
            let t = Instant::now();
            match store.answer(&viewer, &ask, now).await {
                Ok(a) => println!(
                    "{:26} {:?} {:?} rows {} first {:?} {}",
                    i.id,
                    by,
                    t.elapsed(),
                    a.series[0].rows.len(),
                    a.series[0].rows.first().and_then(|r| r.figure.value),
                    a.series[0].status
                ),
                Err(e) => println!("{:26} {:?} {e}", i.id, by),
            }
        }
    }
}
