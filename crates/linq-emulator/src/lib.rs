//! The Linq Partner API v3 on loopback: a stateful server for tests, demos and CI.
//!
//! ```
//! use linq_emulator::{Emulator, Fault};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let emulator = Emulator::builder().seed(7).start()?;
//! // Give this to a client as its base URL, with any key:
//! println!("{}", emulator.base_url());
//! // The next send is carried out, but its reply is lost:
//! emulator.add_fault(Fault::lose_reply().method("POST").times(1))?;
//! // What arrived so far:
//! assert!(emulator.requests().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! It answers all 70 endpoints as the documentation says, keeps their state, stores uploads on an
//! origin of its own, and delivers signed webhooks of all 75 types to loopback targets. It is written independently of the client it is
//! used to test. The control endpoints under `/_emulator` do for other languages what the methods
//! of [`Emulator`] do for Rust; the README lists them.

mod api;
mod as_seen;
mod builder;
mod content;
mod control;
mod emulator;
mod error;
mod fault;
mod field;
mod hex;
mod inbound;
mod log;
mod outbox;
mod sample;
mod scripting;
mod secret;
mod server;
mod settings;
mod shared;
mod storage;
mod store;
mod webhook;
mod world;

pub use as_seen::{DocumentKind, ServedVariant};
pub use builder::{Builder, StartError};
pub use control::{StoredAttachment, StoredMessage};
pub use emulator::{Emulator, Received};
pub use fault::{Fault, FaultKind, StatusResponse};
pub use inbound::InboundMessage;
pub use log::LoggedRequest;
pub use outbox::{Attempt, Delivery, DeliveryState};
pub use world::ControlError;
pub use world::attachment::FileStatus;
pub use world::handle::Service;
pub use world::line::{LineKind, LineState, RcsState, Reputation};
pub use world::location::Position;
pub use world::payment::{PaymentStatus, ProviderStatus};
pub use world::payment_request::PaymentRequestStatus;

/// Compiles and runs the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
