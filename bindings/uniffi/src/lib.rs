//! What Swift and Kotlin see of `linq-core`.
//!
//! Small on purpose. An operation goes in as its official name and its arguments in JSON, and comes out
//! as the JSON of its reply, which core has looked at; the typed methods and models are written in Swift
//! and Kotlin by `cargo xtask bindings`, from the same table that core itself is made of. The loop
//! belongs to the language: a [`PendingCall`] says when it needs a token and what to send, and is told what
//! came of it, so that cancelling a task and the app's own errors behave as they do everywhere else there.

mod call;
mod dedup;
mod engine;
mod error;
mod handle;
mod options;
mod pages;
mod text;
mod timestamp;
#[cfg(any(feature = "transport", target_vendor = "apple"))]
mod transport;
mod upload;
mod webhook;
mod wire;

pub use call::{CleanJson, DecodeWarning, PendingCall, Step};
pub use dedup::{Claim, MemoryDedupStore};
pub use engine::Engine;
pub use error::LinqError;
pub use handle::{HandleKind, ParsedHandle, parse_handle};
pub use options::{CallSettings, EngineSettings, Environment, Idempotency, read_environment};
pub use pages::{CursorGuard, next_offset};
pub use text::{TextPiece, compose_text};
pub use timestamp::{format_swift_date, parse_swift_date, parse_timestamp};
#[cfg(any(feature = "transport", target_vendor = "apple"))]
pub use transport::{ServerTransport, Transfer, TransferStep, TransportSettings};
pub use upload::{PendingUpload, UploadSettings, UploadStep, UploadedFile};
pub use webhook::{VerifiedEvent, WebhookReceiver, read_payload_again, sign_webhook};
pub use wire::{Header, HttpRequest, HttpResponse, TransportFailure};

uniffi::setup_scaffolding!();
