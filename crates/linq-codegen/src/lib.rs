//! Code generator for the bindings to other languages: methods of operations, models and events.
//!
//! [`Api::read`] reads the API from [`linq_core`]; each language has a generator, which returns a [`Tree`] of files.
//! `cargo xtask bindings` writes them.

// Readability of the generators matters more than speed.
#![allow(clippy::format_collect, clippy::format_push_string)]

pub mod api;
pub mod doc;
pub mod kotlin;
pub mod python;
mod read;
mod resources;
pub mod swift;
mod tree;

pub use api::Api;
pub use tree::{MARK, Tree};
