//! Receives webhooks of the [Linq Partner API v3](https://docs.linqapp.com/channel/imessage/guides/webhooks).
//!
//! A [`Receiver`] knows the secret, and cannot be made without one. It takes a delivery as its headers
//! and its body, from whatever HTTP server they come, and gives the [`Event`](linq_core::webhook::Event),
//! or a [`Rejection`] that knows its own answer: 401 when the delivery cannot be trusted, 400 when it
//! cannot be read, 413 when it is too large, 503 when it came too slowly or was one too many.
//!
//! ```
//! use http::{Request, Response};
//! use linq_webhook::Receiver;
//!
//! /// For a server that hands over whole requests.
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
//! itself limits their bytes and time, and asks [`Receiver::check_headers`] first.
//!
//! Answer within 10 seconds, and longer work elsewhere. An answer of 429 or 5xx makes Linq try again
//! for about 30 minutes, so that no event is lost while you cannot handle it.

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
