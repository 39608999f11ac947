//! See [`linq_fuzz::webhook`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| linq_fuzz::webhook(data));
