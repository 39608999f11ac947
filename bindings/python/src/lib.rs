//! The native half of the Python package `linq_client`.
//!
//! It carries calls by core's two transports or hands them out step by step, reads replies into models
//! as far as they are asked for, and checks webhooks. What belongs to Python is written in Python.

mod arguments;
mod blocking;
mod client;
mod document;
mod errors;
mod interrupt;
mod logging;
mod model;
mod options;
mod reply;

/// The native half of `linq_client`.
#[pyo3::pymodule]
mod _native {
    #[pymodule_export]
    use crate::{
        client::Client,
        model::{Model, register},
        reply::Reply,
    };
}
