//! Fuzz targets for everything that parses input of a peer or a user.
//!
//! A target is a function that panics if a property does not hold. It runs with a small seeded mutator on stable Rust
//! (`tests/smoke.rs`, part of `cargo xtask test`), or with libFuzzer, without a limit of time:
//!
//! ```console
//! $ cargo +nightly fuzz run webhook fuzz/corpus/webhook fuzz/seeds/webhook tests/vectors/webhooks
//! $ cargo +nightly fuzz run response fuzz/corpus/response tests/vectors/responses
//! $ cargo +nightly fuzz run handle fuzz/corpus/handle fuzz/seeds/handle
//! $ cargo +nightly fuzz run text fuzz/corpus/text fuzz/seeds/text
//! ```
//!
//! Inputs that libFuzzer finds are committed as seeds.

mod handle;
mod response;
pub mod smoke;
mod text;
mod webhook;

pub use handle::handle;
pub use response::response;
pub use text::text;
pub use webhook::webhook;
