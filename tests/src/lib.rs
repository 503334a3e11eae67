//! Tests of the whole program live in `tests/`; this crate itself is empty.
