//! See [`linq_fuzz::reply`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| linq_fuzz::reply(data));
