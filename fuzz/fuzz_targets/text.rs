//! See [`linq_fuzz::text`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| linq_fuzz::text(data));
