//! One format fed with anything: the one whose id is this program's name (`cargo fuzz run whatsapp`), or for `any` the
//! one that `VIGIE_FUZZ_FORMAT` names.

#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use sources::Format;
use std::sync::OnceLock;

static FORMAT: OnceLock<&'static dyn Format> = OnceLock::new();

fuzz_target!(
    init: {
        FORMAT.get_or_init(|| fuzz::begin(env!("CARGO_BIN_NAME")));
    },
    |data: &[u8]| {
        if let Some(format) = FORMAT.get() {
            fuzz::feed(*format, data);
        }
    }
);

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { fuzz::mutate::mutate(data, size, most, seed) });
