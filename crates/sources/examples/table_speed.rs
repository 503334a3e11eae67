//! Makes a table of posts and reads it, adding its figures up by kind of content, and says how fast and in how much
//! memory:
//!
//! ```text
//! cargo run --release -p sources --example table_speed -- make FILE.csv 1000000    a table of so many rows, kept
//! cargo run --release -p sources --example table_speed -- make FILE.xlsx 1000000   the same as a workbook
//! cargo run --release -p sources --example table_speed -- mapping FILE.toml        what its columns are
//! cargo run --release -p sources --example table_speed -- read FILE                reads one, prints the sums
//! cargo run --release -p sources --example table_speed -- pieces FILE              the same from the pieces of each post
//! ```

use model::{ContentType, Metric, NativeKey, Piece, Subject};
use sources::input::{Input, peek};
use sources::mapped::Mapped;
use sources::{Format, Mapping, Options, PostTold, Refusal, Sink, Trouble};
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEADERS: [&str; 7] = ["Published", "Post ID", "Type", "Likes", "Comments", "Shares", "Reach"];
const TYPES: [&str; 5] = ["photo", "status", "link", "video", "reel"];
const FIGURES: [Metric; 4] = [Metric::Likes, Metric::Comments, Metric::Shares, Metric::Reach];
/// Posts before 2024, one a minute: day 45292 of the calendar of spreadsheets.
const BEGIN: i64 = 1_704_067_200;
const BEGIN_DAY: u64 = 45_292;

const MAPPING: &str = r#"
name = "speed"
rows = "posts"
zone = "UTC"
[[column]]
header = "Published"
is = "at"
[[column]]
header = "Post ID"
is = "id"
[[column]]
header = "Type"
is = "content_type"
[[column]]
header = "Likes"
is = "likes"
[[column]]
header = "Comments"
is = "comments"
[[column]]
header = "Shares"
is = "shares"
[[column]]
header = "Reach"
is = "reach"
"#;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", file, rows] if file.ends_with(".xlsx") => workbook(Path::new(file), rows.parse()?),
        ["make", file, rows] => text(Path::new(file), rows.parse()?),
        ["mapping", file] => Ok(std::fs::write(file, MAPPING)?),
        ["read", file] => read(Path::new(file), false),
        ["pieces", file] => read(Path::new(file), true),
        _ => Err("make FILE ROWS, mapping FILE, read FILE or pieces FILE".into()),
    }
}

/// Adds up by kind of content, as a person who asks for interactions by kind would; a post's figures follow it.
#[derive(Default)]
struct Sums {
    /// Whether posts are taken apart, each act and each figure a piece of its own.
    in_pieces: bool,
    /// The key of the post, as its figures tell it.
    post: NativeKey,
    kind: Option<ContentType>,
    told: [f64; 4],
    /// A handful: quicker to walk through than to look up.
    sums: Vec<(ContentType, [f64; 4])>,
    posts: u64,
    strays: u64,
}

impl Sums {
    /// The sums of that kind of content.
    fn of(&mut self, kind: ContentType) -> Option<&mut [f64; 4]> {
        let place = self.sums.iter().position(|(known, _)| *known == kind).unwrap_or(self.sums.len());
        if place == self.sums.len() {
            self.sums.push((kind, [0.0; 4]));
        }
        self.sums.get_mut(place).map(|(_, sums)| sums)
    }

    /// The post's figures are complete.
    fn close(&mut self) {
        let Some(kind) = self.kind.take() else { return };
        let told = std::mem::take(&mut self.told);
        for (sum, told) in self.of(kind).into_iter().flatten().zip(told) {
            *sum += told;
        }
    }
}

impl Sink for Sums {
    fn piece(&mut self, piece: Piece) -> Result<(), Refusal> {
        match piece {
            Piece::Post(post) => {
                self.close();
                self.posts += 1;
                self.kind = Some(post.content_type);
                self.post = post.native.as_str().into();
            }
            Piece::Observation(told) => {
                let place = FIGURES.iter().position(|metric| *metric == told.metric);
                let sum = place.and_then(|place| self.told.get_mut(place));
                match (sum, told.subject) {
                    (Some(sum), Subject::Post(post)) if post == self.post => *sum += told.value,
                    _ => self.strays += 1,
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn post(&mut self, told: &PostTold<'_>) -> Result<(), Refusal> {
        if self.in_pieces {
            return told.pieces(&mut |piece| self.piece(piece));
        }
        self.posts += 1;
        let Some(sums) = self.of(told.content_type) else { return Ok(()) };
        let mut strays = 0;
        for (metric, value) in told.figures {
            let place = FIGURES.iter().position(|one| one == metric);
            match place.and_then(|place| sums.get_mut(place)) {
                Some(sum) => *sum += value,
                None => strays += 1,
            }
        }
        self.strays += strays;
        Ok(())
    }

    fn bad(&mut self, trouble: Trouble) -> Result<(), Refusal> {
        Err(trouble.into())
    }

    fn progress(&mut self, _bytes: u64, _rows: u64) {}
}

fn read(path: &Path, in_pieces: bool) -> Result<(), Box<dyn Error>> {
    let mapping = Mapping::from_toml(MAPPING).map_err(|trouble| trouble.to_string())?;
    let options = Options { mapping: Some(mapping), ..Options::default() };
    let begin = std::time::Instant::now();
    let (_, mut input) = peek(Input::from_reader("table", Some(std::fs::metadata(path)?.len()), File::open(path)?)?)?;
    let mut sums = Sums { in_pieces, ..Sums::default() };
    let report = Mapped.read(&mut input, &options, &mut sums)?;
    sums.close();
    let seconds = begin.elapsed().as_secs_f64();
    for (kind, [likes, comments, shares, reach]) in &sums.sums {
        println!("{kind} {likes} {comments} {shares} {reach}");
    }
    println!("rows {} posts {} strays {}", report.rows, sums.posts, sums.strays);
    println!("seconds {seconds:.3}");
    Ok(())
}

/// Chance that is the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

/// One row: its id, its kind, its figures.
fn row(number: u64, chance: &mut Chance) -> Result<(String, usize, [u64; 4]), Box<dyn Error>> {
    let id = format!("{}", 1_868_318_316_000_000_000 + number * 7919);
    let likes = chance.next(900) * chance.next(100) / 100;
    let figures = [likes, chance.next(60), chance.next(40), chance.next(20_000)];
    Ok((id, usize::try_from(chance.next(5))?, figures))
}

fn text(path: &Path, rows: u64) -> Result<(), Box<dyn Error>> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut chance = Chance(7);
    writeln!(file, "{}", HEADERS.join(","))?;
    for number in 0..rows {
        let (id, kind, [likes, comments, shares, reach]) = row(number, &mut chance)?;
        let at = jiff::Timestamp::from_second(BEGIN + 60 * i64::try_from(number)?)?.strftime("%Y-%m-%d %H:%M");
        let kind = TYPES.get(kind).ok_or("no kind")?;
        writeln!(file, "{at},{id},{kind},{likes},{comments},{shares},{reach}")?;
    }
    Ok(file.flush()?)
}

/// A workbook as spreadsheet programs write it: texts in a table of their own, moments as numbers with a format.
fn workbook(path: &Path, rows: u64) -> Result<(), Box<dyn Error>> {
    let mut zip = ZipWriter::new(File::create(path)?);
    for (name, content) in PARTS {
        zip.start_file(*name, SimpleFileOptions::default())?;
        zip.write_all(content.as_bytes())?;
    }
    let fixed = HEADERS.iter().chain(&TYPES);
    zip.start_file("xl/sharedStrings.xml", SimpleFileOptions::default())?;
    let mut part = BufWriter::new(zip);
    write!(part, r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{}<sst xmlns="{MAIN}">"#, "\n")?;
    for text in fixed {
        write!(part, "<si><t>{text}</t></si>")?;
    }
    let mut chance = Chance(7);
    for number in 0..rows {
        write!(part, "<si><t>{}</t></si>", row(number, &mut chance)?.0)?;
    }
    write!(part, "</sst>")?;
    let mut zip = part.into_inner().map_err(|error| error.to_string())?;
    zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default())?;
    let mut part = BufWriter::new(zip);
    write!(part, r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{}<worksheet xmlns="{MAIN}">"#, "\n")?;
    write!(part, r#"<dimension ref="A1:G{}"/><sheetData><row r="1" spans="1:7">"#, rows + 1)?;
    for (place, column) in "ABCDEFG".chars().enumerate() {
        write!(part, r#"<c r="{column}1" t="s"><v>{place}</v></c>"#)?;
    }
    write!(part, "</row>")?;
    let mut chance = Chance(7);
    for number in 0..rows {
        let (_, kind, [likes, comments, shares, reach]) = row(number, &mut chance)?;
        let (r, day, minute) = (number + 2, BEGIN_DAY + number / 1440, number % 1440);
        // A minute is a share of a day that has no end: fifteen digits, as spreadsheet programs write it.
        let share = format!("{:.15}", f64::from(u32::try_from(minute)?) / 1440.0);
        let (id, kind) = (number + 12, kind + 7);
        write!(
            part,
            r#"<row r="{r}" spans="1:7"><c r="A{r}" s="1"><v>{day}{}</v></c>"#,
            share.trim_start_matches('0')
        )?;
        write!(part, r#"<c r="B{r}" t="s"><v>{id}</v></c><c r="C{r}" t="s"><v>{kind}</v></c>"#)?;
        for (column, figure) in [('D', likes), ('E', comments), ('F', shares), ('G', reach)] {
            write!(part, r#"<c r="{column}{r}"><v>{figure}</v></c>"#)?;
        }
        write!(part, "</row>")?;
    }
    write!(part, "</sheetData></worksheet>")?;
    part.into_inner().map_err(|error| error.to_string())?.finish()?;
    Ok(())
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const PARTS: &[(&str, &str)] = &[
    (
        "[Content_Types].xml",
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Posts" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
    (
        "xl/styles.xml",
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>"#,
    ),
];
