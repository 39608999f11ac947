//! A stateful server of the Linq Partner API v3 on loopback, for tests, demos and CI.
//!
//! ```
//! use linq_emulator::{Emulator, Fault};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let emulator = Emulator::builder().seed(7).start()?;
//! // The base URL for a client, with any key:
//! println!("{}", emulator.base_url());
//! // The next send is executed, but its response is lost:
//! emulator.add_fault(Fault::drop_response().method("POST").times(1))?;
//! // The requests so far:
//! assert!(emulator.requests().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! It implements all 70 endpoints as documented, keeps their state, stores uploads on a separate origin, and delivers
//! signed webhooks of all 75 types to loopback targets. It shares no code with the client that it tests. The control
//! endpoints under `/_emulator` provide the methods of [`Emulator`] to other languages; the README lists them.

mod api;
mod builder;
mod command_line;
mod config;
mod content;
mod control;
mod emulator;
mod error;
mod fault;
mod field;
mod fixtures;
mod hex;
mod inbound;
mod log;
mod network;
mod observed_shapes;
mod outbox;
mod retry_schedule;
mod scripting;
mod secret;
mod server;
mod shared;
mod state;
mod storage;
mod store;
mod virtual_clock;
mod webhook;

pub use builder::{Builder, StartError};
pub use command_line::command_line;
pub use control::{StoredAttachment, StoredMessage};
pub use emulator::{Emulator, Received};
pub use fault::{ErrorResponse, Fault, FaultKind, WebhookFault, WebhookFaultKind};
pub use inbound::InboundMessage;
pub use log::LoggedRequest;
pub use observed_shapes::{DocumentKind, ServedVariant};
pub use outbox::{Attempt, Delivery, DeliveryState};
pub use state::ControlError;
pub use state::attachment::FileStatus;
pub use state::handle::Service;
pub use state::line::{LineKind, LineState, RcsState, Reputation};
pub use state::location::Position;
pub use state::payment::{PaymentStatus, ProviderStatus};
pub use state::payment_request::PaymentRequestStatus;

/// Compiles and runs the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
