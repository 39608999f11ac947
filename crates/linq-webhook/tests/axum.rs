//! Deliveries to an axum server on a loopback socket, from tests and from the emulator.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

#[path = "axum/deliveries.rs"]
mod deliveries;
#[path = "axum/emulator.rs"]
mod emulator;
#[path = "axum/emulator_faults.rs"]
mod emulator_faults;
#[path = "axum/limits.rs"]
mod limits;
#[path = "axum/rejections.rs"]
mod rejections;
#[path = "axum/secrets.rs"]
mod secrets;
#[path = "axum/server.rs"]
mod server;
