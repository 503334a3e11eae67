//! One format fed with anything: the one whose id is this program's name (`cargo fuzz run whatsapp`). It may refuse, it
//! may not crash, hang, or take more memory than the fuzzer allows.

#![no_main]

use libfuzzer_sys::fuzz_target;
use model::{Millis, Piece};
use sources::input::{self, Input};
use sources::{Options, Refusal, Sink, Trouble, registry};

/// Takes everything, keeps nothing.
struct Nowhere;

impl Sink for Nowhere {
    fn piece(&mut self, _: Piece) -> Result<(), Refusal> {
        Ok(())
    }

    fn bad(&mut self, _: Trouble) -> Result<(), Refusal> {
        Ok(())
    }

    fn progress(&mut self, _: u64, _: u64) {}
}

fuzz_target!(|data: &[u8]| {
    let format = registry::by_id(env!("CARGO_BIN_NAME")).expect("a format of that name");
    let Ok((peek, input)) = Input::from_bytes("file", data.to_vec()).and_then(input::peek) else { return };
    let _ = format.recognise(&peek);
    let options = Options {
        zone: "Europe/Paris".to_owned(),
        skip_bad: true,
        include_private: true,
        team: vec!["office".to_owned()],
        now: Millis(1_780_000_000_000),
        ..Options::default()
    };
    let mut input = input;
    let _ = format.read(&mut input, &options, &mut Nowhere);
});
