//! Both transports against the emulator and its faults.

#![allow(clippy::unwrap_used)] // a test fails by panicking

mod connections;
mod faults;
mod fixture;
mod log;
