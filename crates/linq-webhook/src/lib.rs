//! Receives webhooks of the [Linq Partner API v3](https://docs.linqapp.com/channel/imessage/guides/webhooks).
//!
//! A [`Receiver`] holds the signing secret, and cannot be created without one. It takes the headers and the body of a
//! delivery, from any HTTP server, and returns the [`Event`](linq_core::webhook::Event), or a [`Rejection`] with its
//! response: 401 if the delivery cannot be verified, 400 if it is not a valid event, 413 if it is too large, 503 if it
//! was too slow or the server is overloaded.
//!
//! ```
//! use http::{Request, Response};
//! use linq_webhook::Receiver;
//!
//! /// For a server that passes complete requests.
//! fn hook(receiver: &Receiver, delivery: &Request<Vec<u8>>) -> Response<String> {
//!     match receiver.receive_request(delivery) {
//!         Ok(event) => {
//!             println!("{} {}", event.event_type, event.event_id);
//!             receiver.accept(delivery.headers())
//!         }
//!         Err(rejection) => rejection.into_response(),
//!     }
//! }
//! ```
//!
//! With the feature `axum`, a handler takes the event as an argument: see the module `axum`. A server that reads bodies
//! itself must limit their bytes and time, and call [`Receiver::check_headers`] first.
//!
//! Respond within 10 seconds, and do longer work in the background. After a response of 429 or 5xx, Linq retries for
//! about 30 minutes.

#[cfg(feature = "axum")]
pub mod axum;
mod buffer;
mod receiver;
mod rejection;
#[cfg(feature = "axum")]
mod serve;

pub use linq_core;
pub use receiver::Receiver;
pub use rejection::Rejection;
#[cfg(feature = "axum")]
pub use serve::{Serve, serve};

/// The README's examples.
#[cfg(all(doctest, feature = "axum"))]
#[doc = include_str!("../README.md")]
struct Readme;
