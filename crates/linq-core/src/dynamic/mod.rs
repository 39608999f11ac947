//! Operations by name, with arguments in JSON, for bindings to other languages.
//!
//! ```
//! use linq_core::{Client, call::PreparedCall, dynamic::AnyEndpoint, exchange::CallOptions, Transport};
//!
//! let arguments = br#"{"chat_id": "550e8400", "handle": "+12052499136"}"#;
//! let add = AnyEndpoint::named("chats.participants.add", arguments)?;
//! # let linq = Client::dry_run();
//! let request = linq.transport().call(PreparedCall::new(add, CallOptions::default()))?;
//! assert_eq!(request.uri().path(), "/api/partner/v3/chats/550e8400/participants");
//!
//! let error = AnyEndpoint::named("chats.participants.add", br#"{"chat_id": "550e8400"}"#).unwrap_err();
//! assert_eq!(error.to_string(), "handle: missing");
//! # Ok::<(), linq_core::error::InvalidArgument>(())
//! ```
//!
//! An argument that the operation does not have is invalid. Within objects, such as a message, fields that this version
//! does not know are sent verbatim, as by the official clients, since the API adds fields often.

mod any;
mod tolerant;

pub use any::AnyEndpoint;
pub use tolerant::{CleanJson, mismatches};
