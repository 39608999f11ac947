//! See [`linq_fuzz::response`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| linq_fuzz::response(data));
