//! Both transports against everything that the emulator can do to them.

#![allow(clippy::unwrap_used)] // a test fails by panicking

mod connections;
mod faults;
mod log;
mod scene;
