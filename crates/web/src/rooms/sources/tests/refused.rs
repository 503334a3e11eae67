//! An upload that would be refused: its choices stay, and importing it as it is comes last.

use super::{X, drop_file, import, port};

const LOUD: &str = "<button class=\"button button-main\">Import</button>";
const QUIET: &str = "<button class=\"button button-quiet\">Import</button>";

#[tokio::test]
async fn a_refused_upload_offers_its_choices_before_the_import() {
    let mut app = port().await;
    let good = drop_file(&mut app, "good.csv", X).await;
    assert!(app.get(&good).await.body.contains(LOUD));

    let text = String::from_utf8(X.to_vec()).unwrap();
    let (before, _) = text.trim_end().rsplit_once(',').unwrap();
    let upload = drop_file(&mut app, "damaged.csv", format!("{before},lots\n").as_bytes()).await;
    let chosen = [("place", "port-de-brume/"), ("zone", "Europe/Paris")];
    for tried in [false, true] {
        if tried {
            import(&mut app, &upload, &chosen).await;
        }
        let page = app.get(&upload).await.body;
        assert!(page.contains(QUIET) && !page.contains(LOUD), "tried: {tried}: {page}");
        assert!(page.contains("name=\"skip_bad\"") && page.contains("button-main\" formaction="), "{page}");
    }
    let page = app.get(&upload).await.body;
    assert!(page.contains("value=\"port-de-brume/\" selected") && page.contains("value=\"Europe/Paris\""), "{page}");

    // With the bad line skipped it can be imported: the import is what one wants again.
    let read = [chosen[0], chosen[1], ("skip_bad", "on")];
    app.post(&upload, &format!("{upload}/choices"), &read).await;
    assert!(app.get(&upload).await.body.contains(LOUD));
}
