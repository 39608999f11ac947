//! The FFI of `linq-core` for Swift and Kotlin.
//!
//! An operation is named by its official name, with its arguments in JSON. `cargo xtask bindings` generates the typed
//! methods and models of both languages from core's endpoint table. Like core, this crate is sans-IO: a [`PendingCall`]
//! returns the next [`Step`], and the host language fetches tokens and sends requests, so that cancellation and the
//! app's own errors work as usual there.

mod attempts;
mod call;
mod dedup;
mod download;
mod engine;
mod error;
mod handle;
mod options;
mod pages;
mod pending;
mod text;
mod timestamp;
#[cfg(any(feature = "transport", target_vendor = "apple"))]
mod transport;
mod upload;
mod version;
mod webhook;
mod wire;

pub use attempts::AttemptRecord;
pub use call::{CleanJson, DecodeWarning, PendingCall, StartedCall, Step};
pub use dedup::{Claim, MemoryDedupStore};
pub use download::{ChunkAction, DownloadBodyUse, DownloadConfig, DownloadStep, PendingDownload};
pub use engine::Engine;
pub use error::LinqError;
pub use handle::{HandleKind, ParsedHandle, parse_handle};
pub use options::{
    CallConfig, EngineConfig, Environment, Idempotency, RateLimitConfig, read_environment,
};
pub use pages::{CursorGuard, next_offset};
pub use text::{TextPiece, compose_text, split_text};
pub use timestamp::{format_swift_date, parse_swift_date, parse_timestamp};
#[cfg(any(feature = "transport", target_vendor = "apple"))]
pub use transport::{ServerTransport, Transfer, TransferStep, TransportConfig};
pub use upload::{PendingUpload, UploadConfig, UploadStep, UploadedFile};
pub use version::linq_ffi_version;
pub use webhook::{VerifiedEvent, WebhookReceiver, read_payload_tolerantly, sign_webhook};
pub use wire::{Header, HttpRequest, HttpResponse, TransportFailure};

uniffi::setup_scaffolding!();
