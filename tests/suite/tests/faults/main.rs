//! Server and network faults, over sockets.

#![allow(clippy::unwrap_used)] // a test fails by panicking

mod http2;
mod sockets;
