//! Writes what bindings to other languages need to say about every operation, model and event.
//!
//! [`Api::read`] gathers it all from [`linq_core`]; each language has a writer, which gives a
//! [`Tree`] of files. `cargo xtask bindings` puts them where they belong.

// Written once in a while, and read more often than that.
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
