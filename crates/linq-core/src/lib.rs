//! The sans-IO core of a client for the [Linq Partner API v3](https://docs.linqapp.com/api/).
//!
//! Everything that is decided is decided here, and nothing here touches a network, a clock or dice:
//! handles and messages are checked, requests built, replies read, retries weighed, webhooks verified.
//! What carries the bytes is somebody else: `linq-ureq` (blocking), `linq-reqwest` (async), or a
//! transport of your own, which is a loop of a dozen lines over [`exchange::Exchange`].
//!
//! ```
//! use linq_core::{Client, message::Text};
//!
//! // `DryRun` sends nothing: a call gives the request itself.
//! let linq = Client::dry_run();
//! let hello = Text::new().bold("Hello ").plain("wörld 🎂");
//! let request = linq.chats().create("+12223334444", ["+15556667777", "+18889990000"], hello).send()?;
//! assert_eq!(request.uri(), "https://api.linqapp.com/api/partner/v3/chats");
//! # Ok::<(), linq_core::error::Invalid>(())
//! ```
//!
//! # Where to look
//!
//! | room | what lives there |
//! |---|---|
//! | [`Client`], [`call`] | from a resource method to a request; pages; options of a call |
//! | [`api`] | the operations, one file each, and the table of all of them |
//! | [`handle`], [`id`], [`message`], [`model`] | what is sent and what comes back |
//! | [`exchange`] | attempts, pauses, deadlines, idempotency keys |
//! | [`upload`] | a file, in one call, to where messages can carry it |
//! | [`pacing`] | waiting for a turn instead of being refused |
//! | [`error`] | what went wrong, by how far the call got |
//! | [`webhook`] | signatures, the envelope, events |
//! | [`surrogates`] | halves of emojis, which JSON can write and no text can hold |

#[macro_use]
mod macros;
#[macro_use]
pub mod endpoint;

pub mod api;
pub mod call;
mod change;
#[cfg(feature = "dynamic")]
pub mod dynamic;
pub mod error;
pub mod exchange;
pub mod handle;
pub mod id;
pub mod message;
pub mod model;
pub mod pacing;
pub mod schema;
mod secret;
pub mod surrogates;
mod timestamp;
pub mod upload;
pub mod webhook;

pub use call::{Call, Caller, Client, DryRun, Transport};
pub use change::Change;
pub use endpoint::Endpoint;
pub use error::Error;
pub use handle::{Handle, PhoneNumber};
pub use http::Method;
pub use secret::{ApiKey, InvalidApiKey, Secret};
pub use timestamp::{InvalidTimestamp, Timestamp};
