//! Generates the methods, models and events of the bindings to other languages.
//!
//! [`Api::read`] reads the API from [`linq_core`], and the generator of each language returns a [`Tree`] of files,
//! which `cargo xtask bindings` writes.

// Readability matters more here than speed.
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
