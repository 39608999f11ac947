//! Sans-IO core of the client libraries for the [Linq Partner API v3](https://docs.linqapp.com/api/).
//!
//! It has all protocol logic: validation, request encoding, response decoding, retry policy, webhook verification.
//! It performs no I/O and reads no clock or RNG; time and entropy are arguments. The transports are `linq-ureq`
//! (blocking) and `linq-reqwest` (async); your own transport is a short loop over [`exchange::Exchange`].
//!
//! ```
//! use linq_core::{Client, message::Text};
//!
//! // `DryRun` sends nothing: a call returns the request itself.
//! let linq = Client::dry_run();
//! let hello = Text::new().bold("Hello ").plain("wörld 🎂");
//! let request = linq.chats().create("+12223334444", ["+15556667777", "+18889990000"], hello).send()?;
//! assert_eq!(request.uri(), "https://api.linqapp.com/api/partner/v3/chats");
//! # Ok::<(), linq_core::error::InvalidArgument>(())
//! ```
//!
//! # Layers
//!
//! A module uses only modules of lower layers, and of its own layer those in front of it.
//!
//! | layer | modules |
//! |---|---|
//! | 1 wire types | [`surrogates`], [`Timestamp`], [`schema`] (schemas of all types), [`Secret`], [`handle`], [`Change`], [`id`], [`model`] (responses), [`message`] (requests) |
//! | 2 errors and declarations | [`error`]; [`rate_limit`]; [`endpoint`] (the trait of an operation) |
//! | 3 exchange | [`exchange`]: attempts, backoff, deadline, idempotency key, retry decision |
//! | 4 public API | [`testing`] (canned responses), [`call`] ([`Client`], lazy calls, pages), [`api`] (the operations, and the table of all of them), [`stored_call`] (calls to send later), [`upload`], [`download`] (attachments), [`webhook`] (signatures, events, deduplication) |
//! | 5 dynamic calls | `dynamic`, with the feature `dynamic`: operations by name, for bindings |

#[macro_use]
mod macros;
pub mod api;
pub mod call;
mod change;
pub mod download;
#[cfg(feature = "dynamic")]
pub mod dynamic;
pub mod endpoint;
pub mod error;
pub mod exchange;
pub mod handle;
mod header;
pub mod id;
mod invalid_argument;
mod json;
pub mod message;
pub mod model;
pub mod rate_limit;
mod response;
pub mod schema;
mod secret;
pub mod stored_call;
pub mod surrogates;
pub mod testing;
mod timestamp;
pub mod upload;
pub mod webhook;

pub use call::{Call, Client, Connect, DryRun, Transport};
pub use change::Change;
pub use endpoint::Endpoint;
pub use error::Error;
pub use handle::{Handle, PhoneNumber};
pub use http::Method;
pub use secret::{ApiKey, InvalidApiKey, Secret};
pub use timestamp::{InvalidTimestamp, Timestamp};
