//! Makes an access log and reads it, and says how fast and in how much memory:
//!
//! ```text
//! cargo run --release -p sources --example log_speed -- 5000000            a log of so many lines, made and read
//! cargo run --release -p sources --example log_speed -- make FILE 1024     a log of so many megabytes, kept
//! cargo run --release -p sources --example log_speed -- read FILE          reads one
//! ```

use model::Piece;
use sources::access_log::AccessLog;
use sources::input::{Input, peek};
use sources::{Format, Options, Refusal, Sink, Trouble};
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Counts what it is given and keeps nothing.
#[derive(Default)]
struct Count {
    visits: u64,
    backlinks: u64,
}

impl Sink for Count {
    fn piece(&mut self, piece: Piece) -> Result<(), Refusal> {
        match piece {
            Piece::Visit(_) => self.visits += 1,
            Piece::Fact(_) => self.backlinks += 1,
            _ => {}
        }
        Ok(())
    }

    fn bad(&mut self, trouble: Trouble) -> Result<(), Refusal> {
        Err(trouble.into())
    }

    fn progress(&mut self, _bytes: u64, _rows: u64) {}
}

const AGENTS: [&str; 6] = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
    "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
];

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", file, megabytes] => {
            write(Path::new(file), Until::Bytes(megabytes.parse::<u64>()? << 20))?;
            Ok(())
        }
        ["read", file] => read(Path::new(file)),
        [] => made_and_read(1_000_000),
        [lines] => made_and_read(lines.parse()?),
        _ => Err("make FILE MEGABYTES, read FILE, or LINES".into()),
    }
}

fn made_and_read(lines: u64) -> Result<(), Box<dyn Error>> {
    let file = tempfile::NamedTempFile::new()?;
    write(file.path(), Until::Lines(lines))?;
    read(file.path())
}

fn read(path: &Path) -> Result<(), Box<dyn Error>> {
    let size = std::fs::metadata(path)?.len();
    let file = File::open(path)?;
    let (begin, busy) = (std::time::Instant::now(), processor_seconds()?);
    let (_, mut input) = peek(Input::from_reader("access.log", Some(size), file)?)?;
    let mut count = Count::default();
    let report = AccessLog.read(&mut input, &Options::default(), &mut count)?;
    let (seconds, busy) = (begin.elapsed().as_secs_f64(), processor_seconds()? - busy);
    #[expect(clippy::as_conversions, reason = "figures for people")]
    let (rows, megabytes) = (report.rows as f64, size as f64 / 1e6);
    println!("{rows} lines, {megabytes:.0} MB in {seconds:.2} s: {:.0} lines/s", rows / seconds);
    println!("{busy:.2} s of one processor: {:.0} lines/s were the machine ours alone", rows / busy);
    println!("{} visits, {} backlinks, peak memory {}", count.visits, count.backlinks, peak_memory()?);
    for note in report.seen {
        println!("{} {:?}", note.code, note.args);
    }
    Ok(())
}

/// How long a log is made.
#[derive(Clone, Copy)]
enum Until {
    Lines(u64),
    Bytes(u64),
}

/// A site's log: visitors by the hundred thousand who come from somewhere, walk, and fetch pictures on the way.
fn write(path: &Path, until: Until) -> Result<(), Box<dyn Error>> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    let mut size = 0;
    let mut line = String::new();
    for number in 0_u64.. {
        if match until {
            Until::Lines(lines) => number >= lines,
            Until::Bytes(bytes) => size >= bytes,
        } {
            break;
        }
        use std::fmt::Write as _;
        let second = 1_767_225_600 + number / 20;
        let at = jiff::Timestamp::from_second(i64::try_from(second)?)?.strftime("%d/%b/%Y:%H:%M:%S +0000").to_string();
        let visitor = next(200_000);
        let agent = AGENTS.get(usize::try_from(visitor % 6)?).ok_or("no agent")?;
        let page = next(3000);
        let (target, referrer) = match next(10) {
            0 => (format!("/articles/{page}?utm_source=newsletter&utm_medium=email"), "-".to_owned()),
            1 => (format!("/articles/{page}"), format!("https://www.google.fr/search?q={page}")),
            2 => (
                format!("/articles/{page}"),
                format!("https://blog{}.example.net/billet/{}?utm_source=x", next(400), next(50)),
            ),
            3 | 4 => (format!("/articles/{page}"), format!("https://www.office.example/articles/{}", next(3000))),
            5 => ("/theme/style.css?v=12".to_owned(), format!("https://www.office.example/articles/{page}")),
            _ => (format!("/photos/{page}.jpg"), format!("https://www.office.example/articles/{page}")),
        };
        line.clear();
        writeln!(
            line,
            "203.{}.{}.{} - - [{at}] \"GET {target} HTTP/1.1\" 200 {} \"{referrer}\" \"{agent}\"",
            visitor >> 16,
            (visitor >> 8) & 255,
            visitor & 255,
            next(90_000),
        )?;
        file.write_all(line.as_bytes())?;
        size += u64::try_from(line.len())?;
    }
    file.flush()?;
    Ok(())
}

/// Time this thread has had a processor for: the machine may have other things to do.
fn processor_seconds() -> Result<f64, Box<dyn Error>> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds: f64 = text.split(' ').next().unwrap_or_default().parse()?;
    Ok(nanoseconds / 1e9)
}

/// The most memory this process has held, as Linux tells it.
fn peak_memory() -> Result<String, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    Ok(line.map_or("unknown", str::trim).to_owned())
}
