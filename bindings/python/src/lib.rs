//! The native extension module of the Python package `linq_client`.
//!
//! It sends calls over core's two transports or returns them attempt by attempt for a transport in Python, reads
//! responses into models lazily, and verifies webhooks. Everything specific to Python is written in Python.

#![allow(
    clippy::needless_pass_by_value,
    reason = "pyo3 passes arguments by value"
)]

mod arguments;
mod asynchronous;
mod blocking;
mod bridge;
mod client;
mod construct;
mod dedup;
mod downloads;
mod durable;
mod emulator;
mod errors;
mod file;
mod generated;
mod interrupt;
mod loading;
mod logging;
mod members;
mod model;
mod observer;
mod options;
mod pages;
mod pending;
mod progress;
mod response;
mod runtime;
mod text;
mod transport;
mod uploads;
mod webhooks;

/// The native extension module of `linq_client`.
#[pyo3::pymodule]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::{
        asynchronous::StartedCall,
        client::Client,
        dedup::{Claim, MemoryDedupStore},
        durable::{Entry, Outbox, OutboxCall, outbox_file, outbox_statement},
        emulator::{Emulator, emulator_command_line},
        loading::{load, register},
        members::{extra_fields, fields, problems, set_fields, with_fields},
        model::{Model, page_items},
        options::custom_headers,
        pages::CursorGuard,
        pending::{Attempt, PendingCall},
        response::RawResponse,
        text::{TextPieces, utf16_range},
        webhooks::{
            chat_id, check_headers, check_secret, is_inbound, may_auto_reply, message_view,
            parse_unverified, problem, secret_index, sign, unwrap, warnings,
        },
    };

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        crate::logging::install();
        crate::loading::load_basics(module.py())
    }
}
