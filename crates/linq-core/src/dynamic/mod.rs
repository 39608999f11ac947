//! Operations chosen at run time, by name and with arguments in JSON: what bindings to other languages
//! are made of.
//!
//! ```
//! use linq_core::{Client, call::PreparedCall, dynamic::AnyEndpoint, exchange::CallOptions, Transport};
//!
//! let arguments = br#"{"chat_id": "550e8400", "handle": "+12052499136"}"#;
//! let add = AnyEndpoint::named("chats.participants.add", arguments)?;
//! # let linq = Client::dry_run();
//! let request = linq.caller().call(PreparedCall::new(add, CallOptions::default()))?;
//! assert_eq!(request.uri().path(), "/api/partner/v3/chats/550e8400/participants");
//!
//! let error = AnyEndpoint::named("chats.participants.add", br#"{"chat_id": "550e8400"}"#).unwrap_err();
//! assert_eq!(error.to_string(), "handle: it is missing");
//! # Ok::<(), linq_core::error::InvalidArgument>(())
//! ```
//!
//! An argument that the operation does not have is refused. Within objects, such as a message, fields
//! that this version does not know are sent on as they are, as the official clients do: the API has new
//! ones every month, and the server knows which of them exist.

mod any;
mod read_again;

pub use any::AnyEndpoint;
pub use read_again::CleanJson;
