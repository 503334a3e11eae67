//! Killed with no warning at many points of an import: what was acknowledged is there once, the rest not at all,
//! and roll-ups equal a recount.

use crate::{Vigie, text};
use std::fmt::Write as _;
use std::process::Stdio;
use std::time::Duration;

/// A log of visits spread over days, each by its own address.
fn log(lines: u32) -> String {
    let mut log = String::new();
    for n in 0..lines {
        let (day, hour, minute) = (1 + n / 1440 % 28, n / 60 % 24, n % 60);
        writeln!(
            log,
            "10.{}.{}.{} - - [{day:02}/Oct/2026:{hour:02}:{minute:02}:00 +0000] \"GET /page/{} HTTP/1.1\" 200 10 \"https://blog{}.example/\" \"Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0\"",
            n / 65536 % 256,
            n / 256 % 256,
            n % 256,
            n % 50,
            n % 7,
        )
        .unwrap();
    }
    log
}

#[test]
fn an_import_killed_at_any_point_is_whole_or_absent() {
    let vigie = Vigie::new();
    let small = vigie.folder.path().join("first.log");
    let large = vigie.folder.path().join("second.log");
    std::fs::write(&small, log(500)).unwrap();
    std::fs::write(&large, log(40_000)).unwrap();
    vigie.import(&[&small], &["--space", "Site"]);
    let acknowledged = vigie.value("visits", &[]);

    // How long an undisturbed import takes tells where to strike.
    let other = Vigie::new();
    let begun = std::time::Instant::now();
    other.import(&[&large], &["--space", "Site"]);
    let whole = begun.elapsed();
    let all = other.value("visits", &[]);

    let mut survived = 0;
    for strike in 0..24_u32 {
        let mut child = vigie
            .command(&["import", "--client", "Office", "--space", "Site"])
            .arg(&large)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(whole.mul_f64(f64::from(strike) / 22.0).max(Duration::from_millis(1)));
        let finished = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        let checked = vigie.try_run(&["check"], &["--json"]);
        assert!(checked.status.success(), "after strike {strike}: {}", text(&checked.stderr));
        let visits = vigie.value("visits", &[]);
        let there = visits > acknowledged;
        assert!(!finished || there, "an import that ended must be there");
        assert_eq!(visits, if there { all } else { acknowledged }, "strike {strike}: half an import");
        if there {
            break;
        }
        survived += 1;
    }
    assert!(survived >= 8, "only {survived} strikes fell inside the import");
    vigie.import(&[&large], &["--space", "Site"]);
    assert_eq!(vigie.value("visits", &[]), all);
}
