//! See [`linq_fuzz::handle`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| linq_fuzz::handle(data));
