//! The twelve traps of real exports, each with a test that bears its number and its name:
//!
//! 1. UTF-16 with `sep=` and a title line against plain UTF-8: a wrong guess is an error, never "0 rows".
//! 2. Ids above 2⁵³ and `6.49E+17`. 3. Column names that stand twice. 4. A `Total` row that is not the sum.
//! 5. Empty is not zero. 6. Gains without losses. (`figures`)
//! 7. Dates without year, `Nth day`, m/d against d/m, serials of a spreadsheet, French months, local times, clock changes.
//! 8. Imported again, nothing changes. 9. Files that went through a spreadsheet. (`dates`, `again`)
//! 10. What is private. 11. Who sends visits. 12. Surveys whose words change. (`people`)

mod again;
mod dates;
mod figures;
mod people;

/// The text in UTF-16LE with its mark, as Meta writes it.
fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

/// The text in Windows-1252, as a spreadsheet on a French machine saves it.
fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

/// Whole rows quoted again.
fn requoted(text: &str) -> String {
    text.lines().map(|line| format!("\"{}\"\n", line.replace('"', "\"\""))).collect()
}
