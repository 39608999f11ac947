//! Bytes from nowhere, into everything that reads what a peer or a user wrote.
//!
//! A target is a plain function that panics where something is wrong. It runs in two ways: with a
//! small seeded mutator on stable Rust (`tests/smoke.rs`, a part of `cargo xtask test`), and with
//! libFuzzer for as long as one likes:
//!
//! ```console
//! $ cargo +nightly fuzz run webhook fuzz/corpus/webhook fuzz/seeds/webhook tests/vectors/webhooks
//! $ cargo +nightly fuzz run response fuzz/corpus/response tests/vectors/responses
//! $ cargo +nightly fuzz run handle fuzz/corpus/handle fuzz/seeds/handle
//! $ cargo +nightly fuzz run text fuzz/corpus/text fuzz/seeds/text
//! ```
//!
//! What libFuzzer finds becomes a seed.

mod handle;
mod response;
pub mod smoke;
mod text;
mod webhook;

pub use handle::handle;
pub use response::response;
pub use text::text;
pub use webhook::webhook;
