//! No file of the shared data is taken for one of these formats that is not, and no two formats claim one alike.

use crate::support::{folder, shared};
use sources::TroubleCode;
use sources::open::{Limits, list};
use sources::recognise::recognise;
use std::collections::BTreeMap;

#[test]
fn shared_files_are_known_by_one_format() {
    let name = "shared_files_are_known_by_one_format";
    if shared(name, "x-analytics-shape/SOURCE.md").is_none() {
        return;
    }
    let homes = [
        ("facebook-insights-page", "shapes-synthetic/facebook-page-insights-legacy/", 1),
        ("facebook-insights-posts", "nowhere", 0),
        ("meta-audience", "meta-business-suite-shape/", 1),
        ("x-activity", "shapes-synthetic/x-analytics/", 1),
        ("x-video", "nowhere", 0),
        ("instagram-download", "shapes-synthetic/instagram-download/", 5),
        ("threads-download", "shapes-synthetic/threads-download/", 2),
        ("pinterest-overview", "pinterest-analytics-shape/", 1),
        ("reddit-download", "shapes-synthetic/reddit-gdpr/", 2),
    ];
    let archives = ["twitter-archive-dogsheep/zip_contents/", "shapes-synthetic/twitter-archive-shape/"];
    let mut met = BTreeMap::new();
    for part in list(&folder(), &Limits::default()).unwrap() {
        let Ok((peek, _)) = sources::input::peek(part.open().unwrap()) else { continue };
        let found = match recognise(&peek, None, None) {
            Ok(found) => found,
            Err(refusal) => {
                assert_ne!(refusal.0.code, TroubleCode::Ambiguous, "{}: {refusal}", part.name);
                continue;
            }
        };
        let id = found.format.manifest().id;
        if let Some((_, home, _)) = homes.iter().find(|(format, ..)| *format == id) {
            assert!(part.name.starts_with(home), "{} was taken for {id}", part.name);
        }
        if id == "x-archive" {
            assert!(archives.iter().any(|home| part.name.starts_with(home)), "{} was taken for {id}", part.name);
        }
        *met.entry(id).or_insert(0) += 1;
    }
    for (id, _, count) in homes {
        assert_eq!(met.get(id).copied().unwrap_or(0), count, "{id}: {met:?}");
    }
    assert_eq!(met["x-archive"], 7);
}
